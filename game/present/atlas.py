"""The sheets of the map as they are shipped: outlines, frontiers, waters and the places of names, in whole units.

A sheet says where things lie and nothing of what they are: who owns a region is the game's to tell, and how it looks
the window's or the report's. Sources and the way the sheets were made: `assets/build/atlas`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, get_args

from game.errors import CannotRead
from game.scenario.lands import SheetName
from game.scenario.shipped import shipped_folder

SHEETS: tuple[SheetName, ...] = get_args(SheetName)
"""Every sheet, the closest first."""
LOWEST = 0.52
"""The height of a wide panel to its width."""
Place = tuple[int, int]
Line = tuple[Place, ...]
Polygon = tuple[Line, ...]
"""An outer ring, then holes; no ring repeats its first point."""


@dataclass(frozen=True, slots=True)
class Frontier:
    """The lines where two regions or lands meet; `second` is empty where the first meets the sea."""

    first: str
    second: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """Where a name has most room: the middle and the radius of the largest circle inside an outline."""

    middle: Place
    radius: int


@dataclass(frozen=True, slots=True)
class City:
    """A city; `rank` is 1 for those that are shown first, to 3."""

    place: Place
    rank: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. Places are whole units of `unit` metres from its upper left corner, to the right and down."""

    name: str
    unit: float
    size: tuple[int, int]
    regions: Mapping[str, tuple[Polygon, ...]]
    lands: Mapping[str, tuple[Polygon, ...]]
    frontiers: tuple[Frontier, ...]
    rooms: Mapping[str, Room]
    lakes: tuple[Polygon, ...]
    rivers: tuple[tuple[int, Line], ...]
    """With their ranks, 1 for the greatest."""
    places: Mapping[str, Place]
    """Regions that are too small to draw."""
    lines: Mapping[str, tuple[Line, ...]]
    """Regions that are lines: railways."""
    cities: Mapping[str, City]
    seas: Mapping[str, Place]
    relief: Path
    """A grey picture of the whole sheet: middle grey is flat, light faces the north-west."""

    def has(self, region: str) -> bool:
        """Tells whether a region can be seen on this sheet."""
        return region in self.regions or region in self.places or region in self.lines


@cache
def sheet(name: str) -> Sheet:
    """Reads a sheet by its name.

    Raises:
        CannotRead: when the map's files did not come with the game.
    """
    folder = maps_folder()
    told = json.loads((folder / f"{name}.json").read_text("utf-8"))
    return Sheet(
        name=name,
        unit=told["unit"],
        size=(told["size"][0], told["size"][1]),
        regions=_outlines(told["regions"]),
        lands=_outlines(told["lands"]),
        frontiers=tuple(Frontier(one[0], one[1], tuple(_line(line) for line in one[2:])) for one in told["frontiers"]),
        rooms={name: Room((x, y), radius) for name, (x, y, radius) in told["labels"].items()},
        lakes=tuple(_polygon(lake) for lake in told["lakes"]),
        rivers=tuple((rank, _line(line)) for rank, line in told["rivers"]),
        places={name: (x, y) for name, (x, y) in told["places"].items()},
        lines={name: tuple(_line(line) for line in lines) for name, lines in told["lines"].items()},
        cities={name: City((one["at"][0], one["at"][1]), one["rank"]) for name, one in told["cities"].items()},
        seas={name: (x, y) for name, (x, y) in told["seas"].items()},
        relief=folder / f"{name}-relief.jpg",
    )


def maps_folder() -> Path:
    """The folder of the map: the checkout's, or the one that the package carries.

    Raises:
        CannotRead: where there is neither.
    """
    folder = shipped_folder("assets/map", f"{SHEETS[0]}.json")
    if folder is None:
        raise CannotRead("The map that comes with the game is not here; install the game again.")
    return folder


def closest(regions: Iterable[str]) -> str:
    """Names the closest sheet on which all of these regions can be seen, at once if there is one; else the fullest.

    The sheet of the world, on which little can be told apart, is named only where no other has them all.
    """
    wanted = tuple(regions)
    *near, world = SHEETS
    whole = [name for name in near if all(sheet(name).has(region) for region in wanted)]
    at_once = [name for name in whole if is_seen_at_once(sheet(name), wanted)]
    if whole:
        return at_once[0] if at_once else whole[-1]
    return max((*near, world), key=lambda name: sum(sheet(name).has(region) for region in wanted))


def is_seen_at_once(one: Sheet, regions: Iterable[str]) -> bool:
    """Whether regions lie within the height that a wide panel shows of a sheet's whole width."""
    reaches = [reach for region in regions if (reach := _reach(one.name, region)) is not None]
    return not reaches or max(low for _, low in reaches) - min(high for high, _ in reaches) <= LOWEST * one.size[0]


@cache
def _reach(name: str, region: str) -> tuple[int, int] | None:
    """How high up and how far down a region reaches on a sheet; None where it has no place on it."""
    heights = [y for _, y in places_of(sheet(name), region)]
    return (min(heights), max(heights)) if heights else None


def places_of(one: Sheet, region: str) -> list[Place]:
    """The points of a region's outlines on a sheet, or the place that marks it."""
    found = [point for polygon in one.regions.get(region, ()) for point in polygon[0]]
    return [*found, *((one.places[region],) if region in one.places else ())]


def _outlines(told: dict[str, Any]) -> dict[str, tuple[Polygon, ...]]:
    return {name: tuple(_polygon(polygon) for polygon in polygons) for name, polygons in told.items()}


def _polygon(rings: list[list[int]]) -> Polygon:
    return tuple(_line(ring) for ring in rings)


def _line(steps: list[int]) -> Line:
    return tuple(zip(accumulate(steps[::2]), accumulate(steps[1::2]), strict=True))
