"""Lays the regions of 1939 out on sheets: projected, cut off at the edges, drawn as finely as a sheet needs.

A sheet's file keeps whole units from its upper left corner, rings as steps from point to point; frontiers that two
regions share have the same points in both. Nothing here knows what a region is or who owns it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyproj
import shapely
from shapely import Geometry, Point, STRtree
from shapely.geometry import shape

ROUND_THE_WORLD = 20_000_000
"""From this width on, in metres, a sheet has a seam where the earth is cut open."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of the atlas; lengths in metres."""

    name: str
    projection: str
    corners: tuple[float, float, float, float]
    fineness: float
    unit: float
    least_lake: float
    relief: int

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in units."""
        left, top, right, bottom = self.corners
        return round((right - left) / self.unit), round((top - bottom) / self.unit)

    @property
    def speck(self) -> float:
        """Up to how many square metres an island or a lake's island is too small to see."""
        return 2 * self.fineness**2

    @property
    def frame(self) -> Geometry:
        """The edges."""
        left, top, right, bottom = self.corners
        return shapely.box(left, bottom, right, top)

    def flat(self, outline: Geometry) -> Geometry:
        """Turns an outline or a line in degrees into one in metres on the sheet."""
        turn = self.transformer()
        return shapely.transform(outline, lambda points: np.column_stack(turn.transform(points[:, 0], points[:, 1])))

    def transformer(self) -> pyproj.Transformer:
        """Makes what turns degrees into metres on the sheet."""
        return pyproj.Transformer.from_crs(4326, pyproj.CRS.from_proj4(self.projection), always_xy=True)


def sheets_of(told: dict[str, dict[str, Any]]) -> list[Sheet]:
    """Reads the sheets of the file of recipes."""
    return [
        Sheet(
            name,
            one["projection"],
            tuple(1000 * corner for corner in one["corners"]),
            one["fineness"],
            one["unit"],
            one["lake"],
            one["relief"],
        )
        for name, one in told.items()
    ]


def lakes(path: Path, drained: list[list[float]]) -> list[Geometry]:
    """Reads lakes from a shapefile, without those near one of the points `drained`: reservoirs of later days."""
    import shapefile

    with path.open("rb") as file:
        found = [
            shapely.make_valid(shape(one.__geo_interface__))
            for one in shapefile.Reader(shp=file).iterShapes()
            if one.shapeType
        ]
    later = [Point(*point).buffer(0.25) for point in drained]
    return [lake for lake in found if not any(lake.intersects(point) for point in later)]


def projected(outline: Geometry, sheet: Sheet) -> Geometry:
    """Projects an outline in degrees, and cuts it off at the edges of the sheet."""
    there = sheet.flat(outline)
    finite = [part for part in shapely.get_parts(there) if np.isfinite(shapely.bounds(part)).all()]
    whole = [part if part.is_valid else part.buffer(0) for part in finite]
    cut = shapely.clip_by_rect(shapely.GeometryCollection(whole), *sheet.frame.bounds)
    return shapely.union_all([part for part in shapely.get_parts(shapely.get_parts(cut)) if not part.is_empty])


def laid_out(outlines: dict[str, Geometry], sheet: Sheet) -> dict[str, Geometry]:
    """Projects all outlines and draws them as finely as the sheet needs, shared frontiers alike, without specks."""
    there = {name: projected(outline, sheet) for name, outline in outlines.items()}
    kept = {name: one for name, one in there.items() if one.area > 0}
    drawn = shapely.coverage_simplify(np.array(list(kept.values())), sheet.fineness)
    parts = [(name, part) for name, one in zip(kept, drawn, strict=True) for part in shapely.get_parts(one)]
    return _without_specks([one for one in parts if one[1].geom_type == "Polygon"], sheet)


def _without_specks(parts: list[tuple[str, Geometry]], sheet: Sheet) -> dict[str, Geometry]:
    """Leaves out islands too small to see, but for a region's largest part and what has land on its other side."""
    largest: dict[str, float] = {}
    for name, part in parts:
        largest[name] = max(part.area, largest.get(name, 0))
    tree = STRtree([part for _, part in parts])
    found: dict[str, list[Geometry]] = {name: [] for name in largest}
    for name, part in parts:
        if part.area == largest[name] or part.area >= sheet.speck or len(tree.query(part, predicate="touches")):
            found[name].append(part)
    return {name: shapely.MultiPolygon(kept) for name, kept in found.items()}


def frontiers(drawn: dict[str, Geometry]) -> list[tuple[str, str, Geometry]]:
    """Lists the lines where two outlines meet, and by an empty second name those where one meets the sea."""
    names, outlines = list(drawn), list(drawn.values())
    edges = [outline.boundary for outline in outlines]
    tree = STRtree(outlines)
    found: list[tuple[str, str, Geometry]] = []
    shared: dict[int, list[Geometry]] = {place: [] for place in range(len(names))}
    for first, second in zip(*tree.query(outlines, predicate="touches"), strict=True):
        if first < second:
            line = _lines(edges[first] & edges[second])
            shared[first].append(line)
            shared[second].append(line)
            found.append((names[first], names[second], line))
    for place, name in enumerate(names):
        found.append((name, "", _lines(edges[place] - shapely.union_all(shared[place]))))
    return [one for one in found if not one[2].is_empty]


def _lines(met: Geometry) -> Geometry:
    return shapely.line_merge(shapely.union_all([part for part in shapely.get_parts(met) if part.length]))


def polygons(outline: Geometry, sheet: Sheet, least_hole: float = 0) -> list[list[list[int]]]:
    """Lists polygons as rings of steps, the outer ring first, without holes below `least_hole` square metres."""
    parts = sorted(shapely.get_parts(outline), key=lambda part: -part.area)
    rings = [
        [
            steps(part.exterior, sheet),
            *(steps(hole, sheet) for hole in part.interiors if shapely.Polygon(hole).area >= least_hole),
        ]
        for part in parts
        if part.geom_type == "Polygon"
    ]
    # What lies on both sides of the sheet's seam is bound together by a strip without breadth.
    parts_of = [(parted(polygon[0], sheet, closed=True), polygon[1:]) for polygon in rings if polygon[0]]
    drawn = [[outer, *(holes if not place else [])] for outers, holes in parts_of for place, outer in enumerate(outers)]
    # In whole units a small ring may have fallen together into a line.
    kept = [[ring for ring in polygon if len(ring) >= 6] for polygon in drawn if len(polygon[0]) >= 6]
    return [polygon for polygon in kept if polygon]


def parted(line: list[int], sheet: Sheet, *, closed: bool) -> list[list[int]]:
    """Parts a line of steps where it leaps across the seam of a sheet of the whole world; a ring's pieces are rings.

    The longest comes first. On other sheets nothing leaps: there a long straight step is a frontier, or the edge.
    """
    if sheet.size[0] * sheet.unit < ROUND_THE_WORLD:
        return [line]
    places = list(zip(accumulate(line[::2]), accumulate(line[1::2]), strict=True))
    far, low = sheet.size[0] // 5, sheet.size[1] - 2
    leaps = [
        number for number, ((x, y), (u, _)) in enumerate(pairwise(places), start=1) if abs(x - u) > far and 2 < y < low
    ]
    pieces = [places[start:end] for start, end in pairwise([0, *leaps, len(places)])]
    if closed and len(pieces) > 1 and abs(places[-1][0] - places[0][0]) <= far:
        # The ring goes on where it began, unless it leaps there as well.
        pieces = [[*pieces[-1], *pieces[0]], *pieces[1:-1]]
    return [_stepped(piece) for piece in sorted(pieces, key=len, reverse=True)]


def _stepped(places: list[tuple[int, int]]) -> list[int]:
    """Writes places as the first of them, then steps."""
    before = [(0, 0), *places[:-1]]
    return [step for (x, y), (u, v) in zip(places, before, strict=True) for step in (x - u, y - v)]


def steps(line: Geometry, sheet: Sheet) -> list[int]:
    """Writes a line as whole units: the first point, then steps. A ring does not repeat its first point."""
    points = shapely.get_coordinates(line)
    if line.geom_type == "LinearRing":
        points = points[:-1]
    left, top = sheet.corners[0], sheet.corners[1]
    whole = np.round(np.column_stack((points[:, 0] - left, top - points[:, 1])) / sheet.unit).astype(int)
    moved = np.diff(whole, axis=0, prepend=np.zeros((1, 2), int))
    kept = np.concatenate(([True], moved[1:].any(axis=1)))
    return [int(step) for step in moved[kept].ravel()]


def place_of(point: list[float], sheet: Sheet) -> list[int] | None:
    """Tells where a point in degrees lies on the sheet, in units; None off it."""
    east, north = sheet.transformer().transform(*point)
    if not sheet.frame.contains(Point(east, north)):
        return None
    return [round((east - sheet.corners[0]) / sheet.unit), round((sheet.corners[1] - north) / sheet.unit)]


def label_of(outline: Geometry, sheet: Sheet) -> list[int]:
    """Finds the middle and the radius of the largest circle inside an outline, in units: where a name has most room."""
    largest = max(shapely.get_parts(outline), key=lambda part: part.area)
    circle = shapely.maximum_inscribed_circle(largest, tolerance=sheet.fineness)
    (east, north), _ = shapely.get_coordinates(circle)
    radius = circle.length
    return [
        round((east - sheet.corners[0]) / sheet.unit),
        round((sheet.corners[1] - north) / sheet.unit),
        round(radius / sheet.unit),
    ]


def rivers(path: Path) -> list[tuple[int, Geometry]]:
    """Reads rivers from GeoJSON with their ranks, 1 for the greatest."""
    found = json.loads(path.read_text("utf-8"))["features"]
    return [(int(one["properties"].get("scalerank") or 6), shape(one["geometry"])) for one in found]
