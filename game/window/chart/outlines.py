"""The outlines and lines of a sheet with the boxes in which they lie, so that what is out of view is passed over.

They are worked out once for each sheet. Nothing here draws.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from game.present.atlas import Line, Polygon, sheet

Box = tuple[int, int, int, int]
"""Left, top, right and bottom, in units of the sheet."""


@dataclass(frozen=True, slots=True)
class Outline:
    """An outline of a region or another land, by its name."""

    name: str
    polygon: Polygon
    box: Box


@dataclass(frozen=True, slots=True)
class Border:
    """A line where two regions or lands meet; `second` is empty where the first meets the sea."""

    first: str
    second: str
    line: Line
    box: Box


@dataclass(frozen=True, slots=True)
class Outlines:
    """What is drawn of a sheet's land: outlines with the largest first, and the lines between them in file order."""

    lands: tuple[Outline, ...]
    coasts: tuple[Border, ...]
    borders: tuple[Border, ...]


@cache
def outlines_of(name: str) -> Outlines:
    """The outlines of a sheet, by its name."""
    one = sheet(name)
    named = {**one.lands, **one.regions}
    lands = [Outline(land, polygon, box_of(polygon[0])) for land, polygons in named.items() for polygon in polygons]
    lines = [Border(each.first, each.second, line, box_of(line)) for each in one.frontiers for line in each.lines]
    return Outlines(
        tuple(sorted(lands, key=lambda land: -_spread(land.box))),
        tuple(line for line in lines if not line.second),
        tuple(line for line in lines if line.second),
    )


def box_of(points: Iterable[tuple[int, int]]) -> Box:
    """The box in which points lie."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _spread(box: Box) -> int:
    left, top, right, bottom = box
    return (right - left) * (bottom - top)
