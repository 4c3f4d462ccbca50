"""The map as an inline SVG for reports: land in its holders' colours, stripes, frontiers, and numbers to a list.

Outlines stand once in the document and are used by every map of it; they are as fine as print needs. Nothing here
knows the game.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import dist

from game.present.atlas import Line, Polygon, Sheet, sheet
from game.present.debrief_parts import MapPicture
from game.present.holdings import Holding
from game.present.map_colours import Colour, on_paper
from game.scenario.lands import Tenure

WIDTH = 400
"""The width of a map in its own units."""
_FINEST = 0.8
"""Points closer together than this are one."""
_SEA: Colour = (176, 198, 202)
_HEIGHTS = (0.55, 1.15)
"""The lowest and the tallest shape of a map, as height to width."""
_RADIUS = 7.5
_STEPS = [(16.0 * across, 16.0 * down) for across in range(-3, 4) for down in range(-3, 4)]
"""How far a number may stand from what it means."""
_Area = tuple[float, float, float, float]
"""Left, top, right and bottom."""
_STRIPES: Mapping[Tenure, str] = {
    "occupied": '<path d="M-2 2 2-2M0 8 8 0M6 10 10 6" stroke-width="2.2"/>',
    "claimed": '<path d="M-2 6 2 10M0 0 8 8M6-2 10 2" stroke-width="1.1"/>',
    "leased": '<path d="M0 8 8 0M0 0 8 8" stroke-width="1"/>',
    "zone": '<path d="M0 2h4M4 6h4" stroke-width="1.2"/>',
}


@dataclass(frozen=True, slots=True)
class _Frame:
    """The part of a sheet that is drawn: its left upper corner, its size in units, and picture units to one."""

    sheet: Sheet
    left: int
    top: int
    wide: int
    high: int

    @property
    def scale(self) -> float:
        return WIDTH / self.wide

    @property
    def height(self) -> float:
        return round(self.high * self.scale, 1)

    def at(self, place: tuple[int, int]) -> tuple[float, float]:
        return round((place[0] - self.left) * self.scale, 1), round((place[1] - self.top) * self.scale, 1)

    def shows(self, polygon: Polygon) -> bool:
        xs, ys = [x for x, _ in polygon[0]], [y for _, y in polygon[0]]
        inside = max(xs) > self.left and min(xs) < self.left + self.wide
        wide = (max(xs) - min(xs)) * self.scale > _FINEST
        return inside and wide and max(ys) > self.top and min(ys) < self.top + self.high


def outlines(pictures: Sequence[MapPicture], number: int) -> str:
    """Writes the shapes that maps share, for those of one block; `number` tells its maps from others."""
    frame = _frame(pictures)
    shapes = "".join(
        f'<path id="land-{number}-{name}" d="{path}"/>'
        for name, polygons in {**frame.sheet.lands, **frame.sheet.regions}.items()
        if (path := _path(frame, polygons))
    )
    return f'<svg class="outlines" width="0" height="0" aria-hidden="true"><defs>{shapes}</defs></svg>'


def picture(pictures: Sequence[MapPicture], place: int, number: int, escaped: Callable[[str], str]) -> str:
    """Draws one map of a block, with its title and what changed as a description."""
    frame, shown = _frame(pictures), pictures[place]
    own, numbered = f"{number}-{place}", _circles(frame, shown.changed)
    ids = f"map-{own}-title map-{own}-words"
    inner = "".join(
        (
            _patterns(shown.holdings, own),
            f'<rect width="{WIDTH}" height="{frame.height}" fill="{_hex(_SEA)}"/>',
            *_lands(frame, shown, number, own),
            f'<path class="frontier" d="{_frontiers(frame, shown)}"/>',
            *_names(frame, shown, escaped, [_around(circle) for _, circle in numbered]),
            *(_number(frame, number, region, circle) for number, (region, circle) in enumerate(numbered, start=1)),
        )
    )
    return (
        f'<svg class="map" viewBox="0 0 {WIDTH} {frame.height}" role="img" aria-labelledby="{ids}">'
        f'<title id="map-{own}-title">{escaped(shown.caption)}</title>'
        f'<desc id="map-{own}-words">{escaped(". ".join(shown.lines))}</desc>{inner}</svg>'
    )


def _frame(pictures: Sequence[MapPicture]) -> _Frame:
    """What holds the scenario's own regions and all that changed, with a margin."""
    one = sheet(pictures[0].sheet)
    wanted = {region for shown in pictures for region in (*shown.listed, *shown.changed)}
    places = [place for region in wanted for place in _places(one, region)] or [(0, 0), one.size]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    margin = (max(xs) - min(xs)) // 12 + 1
    left, right = max(0, min(xs) - margin), min(one.size[0], max(xs) + margin)
    top, bottom = max(0, min(ys) - margin), min(one.size[1], max(ys) + margin)
    wide, high = right - left, bottom - top
    lowest, tallest = (round(wide * ratio) for ratio in _HEIGHTS)
    if high > tallest:
        wide = min(one.size[0], round(high / _HEIGHTS[1]))
        left = max(0, min(left - (wide - (right - left)) // 2, one.size[0] - wide))
    elif high < lowest:
        high = min(one.size[1], lowest)
        top = max(0, min(top - (high - (bottom - top)) // 2, one.size[1] - high))
    return _Frame(one, left, top, wide, high)


def _places(one: Sheet, region: str) -> Iterator[tuple[int, int]]:
    # The whole of a great state would leave no room for what is bargained about: its middle is enough.
    room = one.rooms.get(region)
    if room is not None and room.radius > one.size[0] // 14:
        yield room.middle
        return
    for polygon in one.regions.get(region, ()):
        yield from polygon[0]
    if region in one.places:
        yield one.places[region]


def _path(frame: _Frame, polygons: tuple[Polygon, ...]) -> str:
    return "".join(
        f"{_line(frame, ring)}z" for polygon in polygons if frame.shows(polygon) for ring in polygon if len(ring) > 2
    )


def _line(frame: _Frame, line: Line) -> str:
    """A line as far as it can be told apart in print, in whole tenths and relative steps."""
    kept = [frame.at(line[0])]
    for place in line[1:]:
        at = frame.at(place)
        if abs(at[0] - kept[-1][0]) + abs(at[1] - kept[-1][1]) >= _FINEST:
            kept.append(at)
    steps = [f"{round(x - u, 1):g} {round(y - v, 1):g}" for (u, v), (x, y) in pairwise(kept)]
    return f"M{kept[0][0]:g} {kept[0][1]:g}" + (f"l{' '.join(steps)}" if steps else "")


def _lands(frame: _Frame, shown: MapPicture, number: int, own: str) -> Iterator[str]:
    for land in frame.sheet.lands:
        yield f'<use href="#land-{number}-{land}" fill="{_hex(on_paper(shown.lands.get(land, "")))}"/>'
    for region in frame.sheet.regions:
        holding = shown.holdings.get(region) or Holding(region, "", "")
        yield f'<use href="#land-{number}-{region}" fill="{_hex(on_paper(holding.holder))}"/>'
        if holding.second:
            yield f'<use href="#land-{number}-{region}" fill="url(#stripes-{own}-{holding.tenure}-{holding.second})"/>'
    for lake in frame.sheet.lakes:
        if frame.shows(lake):
            yield f'<path d="{_path(frame, (lake,))}" fill="{_hex(_SEA)}"/>'


def _patterns(held: Mapping[str, Holding], own: str) -> str:
    kinds = sorted({(one.tenure, one.second) for one in held.values() if one.second})
    drawn = "".join(
        f'<pattern id="stripes-{own}-{tenure}-{party}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<g stroke="{_hex(on_paper(party, 1.0))}" fill="none">{_STRIPES[tenure]}</g></pattern>'
        for tenure, party in kinds
    )
    return f"<defs>{drawn}</defs>" if drawn else ""


def _frontiers(frame: _Frame, shown: MapPicture) -> str:
    held = shown.holdings

    def master(name: str) -> str:
        return held[name].holder if name in held else shown.lands.get(name, name)

    return "".join(
        _line(frame, line)
        for one in frame.sheet.frontiers
        if one.second and master(one.first) != master(one.second)
        for line in one.lines
        if frame.shows((line,))
    )


def _names(frame: _Frame, shown: MapPicture, escaped: Callable[[str], str], taken: list[_Area]) -> Iterator[str]:
    """States, each in the largest of its regions that is seen, where there is room."""
    largest: dict[str, tuple[int, tuple[float, float]]] = {}
    for region, room in frame.sheet.rooms.items():
        state = shown.holdings[region].owner if region in shown.holdings else ""
        at = frame.at(room.middle)
        inside = 20 < at[0] < WIDTH - 20 and 12 < at[1] < frame.height - 8
        if state and inside and room.radius > largest.get(state, (0, at))[0]:
            largest[state] = (room.radius, at)
    for state, (_, (x, y)) in sorted(largest.items(), key=lambda one: -one[1][0]):
        words = shown.names.states.get(state, "")
        half = 3.4 * len(words)
        box = (max(x - half, 0), y - 8, min(x + half, WIDTH), y + 4)
        if words and box[2] - box[0] >= 2 * half - 1 and not any(_meet(box, other) for other in taken):
            taken.append(box)
            yield f'<text class="state" x="{x:g}" y="{y:g}" text-anchor="middle">{escaped(words)}</text>'


def _circles(frame: _Frame, regions: Sequence[str]) -> list[tuple[str, tuple[float, float]]]:
    """Where the number of each region stands: on it, or as near as there is room."""
    found: list[tuple[str, tuple[float, float]]] = []
    for region in regions:
        x, y = _middle(frame, region)
        nearest = min(
            ((x + across, y + down) for across, down in _STEPS),
            key=lambda at: (
                any(dist(at, other) < 2 * _RADIUS for _, other in found),
                not (_RADIUS < at[0] < WIDTH - _RADIUS and _RADIUS < at[1] < frame.height - _RADIUS),
                dist(at, (x, y)),
            ),
        )
        found.append((region, nearest))
    return found


def _number(frame: _Frame, number: int, region: str, circle: tuple[float, float]) -> str:
    (x, y), (left, top) = circle, _middle(frame, region)
    lead = f'<path d="M{left:g} {top:g}L{x:g} {y:g}"/>' if dist((x, y), (left, top)) > _RADIUS else ""
    return (
        f'<g class="changed">{lead}<circle cx="{x:g}" cy="{y:g}" r="{_RADIUS}"/>'
        f'<text x="{x:g}" y="{y + 3.4:g}" text-anchor="middle">{number}</text></g>'
    )


def _middle(frame: _Frame, region: str) -> tuple[float, float]:
    room = frame.sheet.rooms.get(region)
    return frame.at(frame.sheet.places.get(region) or (room.middle if room else (frame.left, frame.top)))


def _around(circle: tuple[float, float]) -> _Area:
    return circle[0] - _RADIUS, circle[1] - _RADIUS, circle[0] + _RADIUS, circle[1] + _RADIUS


def _meet(one: _Area, two: _Area) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def _hex(colour: Colour) -> str:
    return f"#{colour[0]:02x}{colour[1]:02x}{colour[2]:02x}"
