"""The sheets of the map: every region of the catalogue is on one, as large as it was, and frontiers are shared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from game.present.atlas import SHEETS, Line, Polygon, Sheet, closest, maps_folder, sheet

ROOT = Path(__file__).parents[2]
WORLD = yaml.safe_load((ROOT / "scenarios" / "world.yaml").read_text("utf-8"))
CATALOGUE, LANDS = WORLD["regions"], WORLD["lands"]
AREAS = json.loads((maps_folder() / "areas.json").read_text("utf-8"))
TOO_SMALL = {"koivisto", "tytarsaari", "hanko-islands", "jussaro"}
ONLY_LINES = {"manchurian-railway"}
ESTIMATED = {"straits": 0.1, "repola": 0.1, "porajarvi": 0.1, "hanko": 0.1, "lithuania-south-west": 0.1}
"""Regions whose figure in the catalogue is an estimate of its order, and islands drawn one by one."""
ISTHMUS = ("karelian-isthmus-kuokkala", "karelian-isthmus-south", "karelian-isthmus-north")
ROUGH = {"aland", "suursaari", "seiskari-lavansaari", "karelian-isthmus-kuokkala"}
"""Islands of which the source has only the largest, and a strip of 60 square kilometres."""


def doubled_area(ring: Line) -> int:
    """Twice the area of a ring, by the shoelace formula."""
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairs))


def area(one: Sheet, polygons: tuple[Polygon, ...]) -> float:
    """The area on an equal-area sheet, in square kilometres."""
    whole = sum(doubled_area(rings[0]) - sum(map(doubled_area, rings[1:])) for rings in polygons)
    return whole / 2 * one.unit**2 / 1e6


@pytest.mark.parametrize("region", CATALOGUE)
def test_every_region_of_the_catalogue_is_on_a_sheet(region: str) -> None:
    assert any(sheet(name).has(region) for name in SHEETS)


@pytest.mark.parametrize("land", LANDS)
def test_every_other_land_of_the_catalogue_is_on_a_sheet_and_is_no_region(land: str) -> None:
    assert any(land in sheet(name).lands for name in SHEETS) and land not in CATALOGUE


@pytest.mark.parametrize("region", sorted(CATALOGUE.keys() - TOO_SMALL - ONLY_LINES - ROUGH))
def test_a_region_is_as_large_as_the_catalogue_says(region: str) -> None:
    told = CATALOGUE[region]["area"]
    nearest = min(AREAS[region], key=lambda measured: abs(measured - told))
    assert nearest == pytest.approx(told, rel=ESTIMATED.get(region, 0.055))


@pytest.mark.parametrize(
    ("regions", "low", "high"),
    [
        (["estonia"], 47_534, 47_534),
        (["latvia"], 65_791, 65_791),
        (["lithuania", "lithuania-south-west", "vilnius"], 59_464, 59_464),
        (["memel"], 2_660, 2_850),
        (["eastern-poland-north", "eastern-poland-south", "lwow"], 177_000, 180_000),
        (["eastern-poland-north", "eastern-poland-south", "lwow", "vilnius", "bialystok"], 201_015, 201_015),
        (["bessarabia"], 44_000, 44_400),
        (["north-bukovina"], 6_104, 6_104),
        (["bessarabia", "north-bukovina"], 50_762, 50_762),
        ([*ISTHMUS, "ladoga-karelia", "salla"], 35_000, 35_000),
        (["petsamo"], 10_470, 10_470),
        (["east-prussia-north"], 13_200, 15_100),
        (["ruthenia"], 12_616, 12_616),
        (["south-sakhalin"], 36_000, 36_000),
        (["kuriles"], 10_503, 10_503),
    ],
)
def test_what_changed_hands_is_as_large_as_documents_say(regions: list[str], low: int, high: int) -> None:
    """Within 5 % of the nearest end of the documented figure; with all lakes in it, or without the great ones."""
    sums = [sum(AREAS[region][way] for region in regions) for way in (0, 1)]
    assert any(0.95 * low <= measured <= 1.05 * high for measured in sums), sums


def test_the_drawn_outline_keeps_the_area() -> None:
    europe = sheet("europe")
    for region in ("poland", "finland-main", "romania", "hungary", "eastern-poland-south"):
        drawn = area(europe, europe.regions[region])
        assert drawn == pytest.approx(AREAS[region][0], rel=0.02), region


@pytest.mark.parametrize("name", SHEETS)
def test_everything_lies_on_its_sheet(name: str) -> None:
    one = sheet(name)
    width, height = one.size
    outlines = (*one.regions.values(), *one.lands.values())
    points = [point for polygons in outlines for rings in polygons for point in rings[0]]
    points += [city.place for city in one.cities.values()] + list(one.places.values()) + list(one.seas.values())
    assert all(-1 <= x <= width + 1 and -1 <= y <= height + 1 for x, y in points)


@pytest.mark.parametrize("name", SHEETS)
def test_neighbours_share_the_points_of_their_frontier(name: str) -> None:
    one = sheet(name)
    corners = {
        id_: {point for rings in polygons for ring in rings for point in ring}
        for id_, polygons in {**one.regions, **one.lands}.items()
    }
    for frontier in one.frontiers:
        if corners.get(frontier.first) and corners.get(frontier.second):  # some are too small for the world
            inner = {point for line in frontier.lines for point in line[1:-1]}
            shared = inner & corners[frontier.first] & corners[frontier.second]
            assert len(inner - shared) <= max(1, 0.1 * len(inner)), (frontier.first, frontier.second)


def test_a_name_stands_inside_its_region() -> None:
    europe = sheet("europe")
    for id_, room in europe.rooms.items():
        polygons = europe.regions.get(id_) or europe.lands[id_]
        assert any(inside(room.middle, rings) for rings in polygons), id_


def inside(point: tuple[int, int], rings: Polygon) -> bool:
    """Tells whether a point lies in a polygon, by counting the edges to its right."""
    x, y = point
    crossed = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                crossed += 1
    return crossed % 2 == 1


@pytest.mark.parametrize(
    ("regions", "expected"),
    [
        (["karelian-isthmus-south", "hanko"], "north"),
        (["poland", "danzig", "romania"], "europe"),
        (["port-arthur", "kuriles", "manchurian-railway"], "far-east"),
        (["poland", "manchuria", "united-states"], "world"),
    ],
)
def test_the_closest_sheet_that_shows_all_is_taken(regions: list[str], expected: str) -> None:
    assert closest(regions) == expected


@pytest.mark.parametrize("name", SHEETS)
def test_no_shape_is_drawn_across_the_seam_of_the_world(name: str) -> None:
    one = sheet(name)
    shapes = [polygon for polygons in (*one.regions.values(), *one.lands.values()) for polygon in polygons]
    for ring in (ring for polygon in (*shapes, *one.lakes) for ring in polygon):
        across, down = ({point[axis] for point in ring} for axis in (0, 1))
        assert max(down) - min(down) > 2 or max(across) - min(across) < one.size[0] // 2
