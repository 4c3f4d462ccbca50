"""Reads today's districts and puts them together to the regions of 1939, in degrees of longitude and latitude.

Every line that matters, the districts' outlines and the hand-drawn cuts, is noded into one set of faces that neither
overlap nor leave gaps; a face then belongs to a region by where its inner point lies. So frontiers stay shared lines.
Source of the districts: Natural Earth, 1:10 million, admin-1 states and provinces, public domain.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyproj
import shapely
import yaml
from shapely import Geometry, Point, Polygon, STRtree
from shapely.geometry import shape

ELSEWHERE = "elsewhere"
"""The land of every country that the recipes do not name."""
_ELLIPSOID = pyproj.Geod(ellps="WGS84")
_GRID = 1e-6
"""Degrees to which points are rounded, about a tenth of a metre."""


@dataclass(frozen=True, slots=True)
class District:
    """One of today's districts, or a part of one."""

    country: str
    code: str
    outline: Geometry


@dataclass(frozen=True, slots=True)
class Cut:
    """What lies inside a line, out of some districts or regions, and becomes a region's."""

    region: str
    of: frozenset[str]
    out_of: frozenset[str]
    spared: frozenset[str]
    inside: Polygon

    def takes(self, district: District, region: str) -> bool:
        """Tells whether a piece of this district, a region's so far, may be taken."""
        named = not self.of or district.country in self.of or district.code in self.of
        return named and (not self.out_of or region in self.out_of) and region not in self.spared


@dataclass(frozen=True, slots=True)
class Recipes:
    """How regions and other lands are made of districts."""

    countries: dict[str, str]
    codes: dict[str, str]
    cuts: tuple[Cut, ...]
    lands: dict[str, dict[str, Any]]


def recipes(path: Path) -> Recipes:
    """Reads the file of recipes."""
    told = yaml.safe_load(path.read_text("utf-8"))
    countries = dict(told["countries"])
    lands = {name: land or {} for name, land in told["lands"].items()}
    for name, land in lands.items():
        countries |= dict.fromkeys(land.get("countries", ()), name)
    return Recipes(countries, told["units"], tuple(_cut(cut) for cut in told["cuts"]), lands)


def _cut(told: dict[str, Any]) -> Cut:
    inside = Polygon(told["within"])
    if "without" in told:
        inside = inside - Polygon(told["without"])
    if not inside.is_valid:
        raise ValueError(f"The line of a cut for {told['region']} crosses itself: {shapely.is_valid_reason(inside)}.")
    sets = (frozenset(told.get(key, ())) for key in ("of", "from", "except"))
    return Cut(told["region"], *sets, inside)


def districts(path: Path) -> list[District]:
    """Reads the districts of Natural Earth, as GeoJSON."""
    found = []
    for feature in json.loads(path.read_text("utf-8"))["features"]:
        outline = shape(feature["geometry"])
        told = feature["properties"]
        found.append(District(told["adm0_a3"], told.get("iso_3166_2") or "", shapely.make_valid(outline)))
    return found


def assembled(found: list[District], how: Recipes) -> dict[str, Geometry]:
    """Puts districts together: each region's and land's outline by its id."""
    owned = [(district, _owner(district, how)) for district in found]
    parts: dict[str, list[Geometry]] = defaultdict(list)
    for face, district in _faces([one for one, owner in owned if owner not in ("", ELSEWHERE)], how):
        parts[_taken(face.representative_point(), district, how)].append(face)
    parts[ELSEWHERE] = [one.outline for one, owner in owned if owner == ELSEWHERE]
    return {name: shapely.union_all(pieces, grid_size=_GRID) for name, pieces in parts.items()}


def _owner(district: District, how: Recipes) -> str:
    if district.code in how.codes:
        return how.codes[district.code]
    return how.countries.get(district.country, ELSEWHERE)


def _faces(named: list[District], how: Recipes) -> list[tuple[Polygon, District]]:
    lines = [*(district.outline.boundary for district in named), *(cut.inside.boundary for cut in how.cuts)]
    noded = shapely.union_all(lines, grid_size=_GRID)
    faces = shapely.get_parts(shapely.polygonize([noded]))
    inner = shapely.point_on_surface(faces)
    which, where = STRtree([district.outline for district in named]).query(inner, predicate="within")
    return [(faces[face], named[district]) for face, district in zip(which, where, strict=True)]


def _taken(inner: Point, district: District, how: Recipes) -> str:
    region = _owner(district, how)
    for cut in how.cuts:
        if cut.takes(district, region) and cut.inside.contains(inner):
            region = cut.region
    return region


def area(outline: Geometry) -> float:
    """Measures an outline on the ellipsoid, in square kilometres."""
    return abs(_ELLIPSOID.geometry_area_perimeter(outline)[0]) / 1e6
