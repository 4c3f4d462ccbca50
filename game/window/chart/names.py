"""Where names stand on a part of the map: states across their land, cities beside their dots, seas, and what is lit.

States come where their land shows a wide stretch in the part that is seen, and leave their capitals free; on land that
was another state's, or that another holds, only where little else of theirs is seen. The small ones may reach out over
the sea, and a little over their neighbours. Names never touch each other or the edge: what finds no room is left out,
the less important first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, groupby, product

import pygame

from game.present.atlas import City
from game.present.breaking import has_thai
from game.present.mapping import MapPage
from game.window.chart.lettering import INK, SEA_INK, Kind, Name
from game.window.chart.picture import Picture
from game.window.flow import Kit
from game.window.theme import SERIF_BOLD, SERIF_ITALIC, Style

CELL = 6
"""The side of a cell of the grid in which room for states is sought, in pixels."""
_CITY_RANKS = ((0.99, 1), (1.9, 2), (3.2, 3))
"""From how many times the whole sheet on cities of a rank are written."""
_STRETCHES = 14
"""Among how many of its widest stretches a state's name may choose."""
_ABROAD, _ACROSS = 0.3, 0.12
"""The share of a small state's name, and of a great one's, that may lie over its neighbours' land."""
_HOME = 0.25
"""The share of a state's land in view from which on its own, where nobody else is master, bears its name alone."""
_AWAY = "of "
"""Stands before the owner of land that does not bear its owner's name."""
_ASHORE = 0.55
"""The share of a sea's name that may lie over land."""
_ROOM_FOR_ONE = 25_000
"""How much of the picture each lit region's name may ask for, in square pixels; where more are lit, names must fit."""
_FEW = 8
"""So many regions of the scenario's own are named however small they are."""
_SHORT = 90
"""How wide a name may be that stands beside a speck, in points."""
_LITTLE, _MUCH, _FAR = 2.4, 4.0, 1000.0
"""How much wider than their land's radius the names of regions may be."""
_WIDEST = 0.36
"""The share of the picture's width that a line of a region's name may take; what is longer stands in several lines."""
_SMALL, _CLOSE_UP = 150_000, 1.3
"""A picture of so many square pixels or fewer has room for states, and for cities only from this closeness on."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A level stretch of a state's land in view, in pixels: its left end, its height and its length."""

    left: int
    middle: int
    length: int


class Names:
    """Finds places for the names of one picture."""

    def __init__(self, picture: Picture, page: MapPage, kit: Kit) -> None:
        self._picture, self._page, self._kit = picture, page, kit
        self._taken: list[pygame.Rect] = []
        self._written: set[str] = set()
        self._view = pygame.Rect((0, 0), picture.part.size).inflate(-kit.px(8), -kit.px(8))
        self._closeness = picture.part.scale * picture.sheet.size[0] / picture.part.size[0]
        self._grid = self._owners()

    def placed(self) -> tuple[Name, ...]:
        """Every name that finds room, the most important first."""
        found: list[Name] = []
        kinds = (self._lit, self._states, self._marked, self._cities, self._own, self._regions, self._seas)
        for name in chain.from_iterable(kind() for kind in kinds):
            found.append(name)
            self._written.add(name.words)
            self._taken.append(name.rect.inflate(self._kit.px(9), self._kit.px(2)))
        return tuple(found)

    # What is written

    def _lit(self) -> Iterator[Name]:
        lit = [region for region in self._page.lit if not self._is_whole(region)]
        width, height = self._picture.part.size
        few, fewer = (len(lit) * room <= width * height for room in (_ROOM_FOR_ONE, 2 * _ROOM_FOR_ONE))
        spills = _FAR if fewer else _MUCH if few else _LITTLE
        yield from self._of_regions(lit, self._style(SERIF_BOLD, 13.5), spills=spills)

    def _marked(self) -> Iterator[Name]:
        """Places too small to draw, and railways are left to their lines."""
        style = self._style(SERIF_BOLD, 12)
        for region, place in self._picture.sheet.places.items():
            if region in self._page.holdings and (region in self._page.lit or self._closeness > 2.5):
                yield from self._beside(self._at(place), self._page.holdings[region].name, style, "region")

    def _states(self) -> Iterator[Name]:
        """Great states first, clear of the dots of cities that are written; then the small ones, as far as they fit."""
        small: list[tuple[str, str, list[Stretch]]] = []
        dots = self._dots()
        for state, stretches in sorted(self._stretches().items(), key=lambda one: -one[1][0].length):
            words = self._page.names.states.get(state, "")
            if words:
                found = self._across(state, words, stretches, dots)
                if found is None:
                    small.append((state, words, stretches))
                else:
                    yield found
        for state, words, stretches in small:
            yield from self._spilling(state, words, stretches, dots)

    def _cities(self) -> Iterator[Name]:
        style = self._style(SERIF_BOLD, 12.5)
        cities = sorted(self._picture.sheet.cities.items(), key=lambda one: one[1].rank)
        for id_, city in cities:
            if self._is_written(city):
                yield from self._beside(self._at(city.place), self._page.names.cities.get(id_, ""), style, "city")

    def _own(self) -> Iterator[Name]:
        """The scenario's own regions, where it has few."""
        own = [region for region in self._page.listed if region not in self._page.lit and not self._is_told(region)]
        if len(own) <= _FEW and not self._is_small:
            yield from self._of_regions(own, self._style(SERIF_ITALIC, 12.5), spills=_MUCH)

    def _regions(self) -> Iterator[Name]:
        """Regions that are large enough here to bear a name of their own beside their state's."""
        style = self._style(SERIF_ITALIC, 12.5)
        own = {region for region in self._page.holdings if self._width_of(region) > self._kit.px(90)}
        listed = {region for region in own if not self._is_whole(region) and not self._is_rest(region)}
        listed -= set(self._page.lit)
        yield from self._of_regions(sorted(listed), style)

    def _seas(self) -> Iterator[Name]:
        for id_, place in self._picture.sheet.seas.items():
            style = Style(SERIF_ITALIC, 14, SEA_INK, 1.2)
            words = self._page.names.seas.get(id_, "")
            found = self._centred(self._at(place), words, style, "sea")
            yield from (name for name in found if self._abroad("", name.rect) <= _ASHORE)

    # Where it goes

    def _of_regions(self, regions: Iterable[str], style: Style, *, spills: float = _LITTLE) -> Iterator[Name]:
        """Names of regions that are no wider than `spills` times their land's radius; of specks, beside them."""
        for id_ in regions:
            room = self._picture.sheet.rooms.get(id_)
            if room is None or id_ not in self._page.holdings:
                continue
            # What stands behind a comma tells regions of one name apart, which their places do on a map.
            whole, at = self._page.holdings[id_].name, self._at(room.middle)
            words = whole.partition(",")[0]
            if words in self._written or (words != whole and words in self._page.names.states.values()):
                continue
            lines = self._lines_of(words, style)
            wide = max(self._kit.type.width(line, style) for line in lines)
            is_speck = spills > _LITTLE and self._width_of(id_) < self._kit.px(14) and wide < self._kit.px(_SHORT)
            fits = wide < spills * room.radius * self._picture.part.scale
            high = self._kit.type.step(style)
            tried = ((at[0], at[1] + aside) for aside in ((0, high, -high) if fits else ()))
            clear = (name for place in tried for name in self._centred(place, words, style, "region"))
            placed = [name for name in clear if self._is_capital_clear(name.rect)][:1]
            yield from placed or (self._beside(at, words, style, "region") if is_speck or spills == _FAR else ())

    def _centred(self, at: tuple[int, int], words: str, style: Style, kind: Kind) -> Iterator[Name]:
        rect = self._rect(words, style)
        rect.center = at
        if words and self._is_free(rect):
            yield self._named(kind, words, style, rect, "centre")

    def _beside(self, at: tuple[int, int], words: str, style: Style, kind: Kind) -> Iterator[Name]:
        """A name at the right of its dot, else at the left, above or below."""
        if not words or words in self._written or not self._view.collidepoint(at):
            return
        away = self._kit.px(6)
        dot = pygame.Rect(0, 0, away, away)
        dot.center = at
        size = self._rect(words, style)
        for corner, place, align in (
            ("midleft", (at[0] + away, at[1]), "left"),
            ("midright", (at[0] - away, at[1]), "right"),
            ("midbottom", (at[0], at[1] - away + 2), "centre"),
            ("midtop", (at[0], at[1] + away - 2), "centre"),
        ):
            rect = size.copy()
            setattr(rect, corner, place)
            whole = rect.union(dot)
            if self._is_free(whole):
                yield replace(self._named(kind, words, style, rect, align), rect=whole, dot=at)
                return

    def _named(self, kind: Kind, words: str, style: Style, rect: pygame.Rect, align: str) -> Name:
        """A name in its place, line beneath line."""
        step, lines, share = self._kit.type.step(style), [], {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
        for number, line in enumerate(self._lines_of(words, style)):
            spare = rect.width - self._kit.type.width(line, style)
            lines.append((line, rect.left + round(share * spare), rect.top + number * step))
        return Name(kind, words, style, rect.left, rect.top, rect, lines=tuple(lines[1:] and lines))

    def _lines_of(self, words: str, style: Style) -> tuple[str, ...]:
        """A name in as many lines as it needs so that none runs over much of the map, all about as long."""
        most = round(_WIDEST * self._view.width)
        wide = self._kit.type.width(words, style)
        if wide <= most:
            return (words,)
        least = max(self._kit.type.longest(words, style), wide // -(-wide // most))
        for room in range(least, max(most, least) + 1, self._kit.px(6)):
            lines = self._kit.type.lines(words, style, room)
            if len(lines) <= -(-wide // most):
                break
        else:
            lines = self._kit.type.lines(words, style, max(most, least))
        return tuple("".join(run.text for run in line.runs) for line in lines)

    def _across(self, state: str, words: str, stretches: list[Stretch], dots: list[pygame.Rect]) -> Name | None:
        """A state's name over a wide stretch of it: capitals that stand apart, as far as the script allows."""
        plain = has_thai(words)
        shown = words if plain else words.upper()
        gaps = max(1, len(shown) - 1)
        for size in (23, 20, 17, 15, 13, 11.5):
            style = self._style(SERIF_BOLD, size)
            wide, high = self._kit.type.width(shown, style), self._kit.type.step(style)
            for one in stretches:
                if wide > 0.92 * one.length:
                    break
                spaced = 0.0 if plain else min((0.72 * one.length - wide) / gaps, 0.8 * self._kit.type.pixels(style))
                spaced = max(spaced, 0.0)
                rect = pygame.Rect(0, 0, round(wide + spaced * gaps), high)
                rect.center = (one.left + one.length // 2, one.middle)
                is_clear = self._is_free(rect) and rect.collidelist(dots) < 0
                if is_clear and self._abroad(state, rect) <= _ACROSS:
                    return Name("state", shown, style, rect.left, rect.top, rect, spaced)
        return None

    def _spilling(self, state: str, words: str, stretches: list[Stretch], dots: list[pygame.Rect]) -> Iterator[Name]:
        """A small state's name in small letters, about its land: where most of it lies upon it."""
        for size in (12.5, 11.5):
            style = self._style(SERIF_BOLD, size)
            empty = self._rect(words, style)
            places: list[tuple[float, int, pygame.Rect]] = []
            for one, shift in product(stretches, (0, empty.width // 3, -empty.width // 3)):
                rect = empty.copy()
                rect.center = (one.left + one.length // 2 + shift, one.middle)
                is_clear = self._is_free(rect) and rect.collidelist(dots) < 0
                if is_clear and (abroad := self._abroad(state, rect)) <= _ABROAD:
                    places.append((round(2 * abroad - self._share(rect, (state,)), 1), len(places), rect))
            if places:
                rect = min(places, key=lambda place: place[:2])[2]
                yield self._named("state", words, style, rect, "centre")
                return

    def _abroad(self, state: str, rect: pygame.Rect) -> float:
        """The share of a place that lies over other states' land."""
        return 1 - self._share(rect, ("", state, _AWAY + state))

    def _share(self, rect: pygame.Rect, owners: tuple[str, ...]) -> float:
        """The share of a place that lies over what is whose; over water, for an empty name."""
        rows = self._grid[rect.top // CELL : rect.bottom // CELL + 1]
        under = [owner for row in rows for owner in row[rect.left // CELL : rect.right // CELL + 1]]
        return sum(owner in owners for owner in under) / max(1, len(under))

    def _dots(self) -> list[pygame.Rect]:
        """Where the dots of cities stand that are to be written, as high as their names."""
        high = self._kit.type.step(self._style(SERIF_BOLD, 12.5))
        found = []
        for city in self._picture.sheet.cities.values():
            if self._is_written(city):
                dot = pygame.Rect(0, 0, self._kit.px(12), high)
                dot.center = self._at(city.place)
                found.append(dot)
        return found

    def _is_capital_clear(self, rect: pygame.Rect) -> bool:
        """Whether a name leaves the dots of the first cities free."""
        cities = (city for city in self._picture.sheet.cities.values() if city.rank == 1 and self._is_written(city))
        return not any(
            rect.inflate(self._kit.px(8), self._kit.px(8)).collidepoint(self._at(one.place)) for one in cities
        )

    def _stretches(self) -> dict[str, list[Stretch]]:
        """By state, the widest level stretches of its land in view, the widest first."""
        found: dict[str, list[Stretch]] = {}
        rows = self._grid
        for number in range(1, len(rows) - 1):
            level = list(zip(rows[number - 1], rows[number], rows[number + 1], strict=True))
            place = 0
            for (above, own, below), same in groupby(level):
                count = len(list(same))
                if own and above == own == below:
                    stretch = Stretch(place * CELL, number * CELL + CELL // 2, count * CELL)
                    found.setdefault(own, []).append(stretch)
                place += count
        return {own: sorted(all_, key=lambda one: -one.length)[:_STRETCHES] for own, all_ in found.items()}

    def _owners(self) -> list[list[str]]:
        """Whose name the land may bear, cell by cell; nothing for water and for lands that are no regions."""
        width, height = (max(1, side // CELL) for side in self._picture.part.size)
        small = self._picture.cells(width, height)
        seen, whole, home = Counter(small), Counter[str](), Counter[str]()
        held = {region: one for region, one in self._page.holdings.items() if region in self._picture.numbers}
        at_home = {region for region, one in held.items() if one.owner == one.holder and one.state in ("", one.owner)}
        for region, one in held.items():
            count = seen[self._picture.numbers[region]]
            whole[one.owner] += count
            home[one.owner] += count if region in at_home else 0
        states = [""] * 256
        for region, one in held.items():
            is_borne = region in at_home or home[one.owner] < _HOME * whole[one.owner]
            states[self._picture.numbers[region]] = one.owner if is_borne else _AWAY + one.owner
        return [[states[number] for number in small[row * width : (row + 1) * width]] for row in range(height)]

    def _at(self, place: tuple[int, int]) -> tuple[int, int]:
        x, y = self._picture.part.pixel(place)
        return round(x), round(y)

    def _width_of(self, region: str) -> float:
        room = self._picture.sheet.rooms.get(region)
        return 2 * room.radius * self._picture.part.scale if room else 0.0

    def _is_whole(self, region: str) -> bool:
        """Whether a region goes by its state's name, which stands across its land already."""
        holding = self._page.holdings.get(region)
        return holding is not None and holding.named_after == holding.owner and holding.owner in self._page.names.states

    def _is_rest(self, region: str) -> bool:
        """Whether a region is what its others leave of a state whose name is written: it goes by the state's id."""
        words = self._page.names.states.get(region, "")
        return bool(words) and bool(self._written & {words, words.upper()})

    @property
    def _is_small(self) -> bool:
        """Whether there is room for little more than states."""
        width, height = self._picture.part.size
        return width * height <= _SMALL and self._closeness < _CLOSE_UP

    def _is_told(self, region: str) -> bool:
        """Whether the name of a region's state stands for it."""
        if not self._is_whole(region):
            return False
        words = self._page.names.states[self._page.holdings[region].owner]
        return bool(self._written & {words, words.upper()}) or self._width_of(region) > self._kit.px(14)

    def _is_written(self, city: City) -> bool:
        if self._is_small:
            return False
        return any(self._closeness >= closeness and city.rank <= rank for closeness, rank in _CITY_RANKS)

    def _is_free(self, rect: pygame.Rect) -> bool:
        return self._view.contains(rect) and rect.collidelist(self._taken) < 0

    def _rect(self, words: str, style: Style) -> pygame.Rect:
        lines = self._lines_of(words, style)
        wide = max(self._kit.type.width(line, style) for line in lines)
        return pygame.Rect(0, 0, wide, len(lines) * self._kit.type.step(style))

    def _style(self, face: str, size: float) -> Style:
        return Style(face, size, INK, 1.15)
