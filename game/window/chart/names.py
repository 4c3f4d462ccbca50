"""Where names stand on a part of the map: states across their land, cities beside their dots, seas, and what is lit.

States come where their land shows its widest stretch in the part that is seen, whoever owns it by now. Names never
touch each other or the edge: what finds no room is left out, the less important first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Literal

import pygame

from game.present.atlas import City
from game.present.breaking import has_thai
from game.present.mapping import MapPage
from game.window.chart.picture import Picture
from game.window.flow import Kit
from game.window.theme import SERIF_BOLD, SERIF_ITALIC, Colour, Style

Kind = Literal["state", "region", "city", "sea"]
CELL = 6
"""The side of a cell of the grid in which room for states is sought, in pixels."""
_CITY_RANKS = ((1.0, 1), (1.9, 2), (3.2, 3))
"""From how many times the whole sheet on cities of a rank are written."""
INK: Colour = (46, 34, 26)
SEA_INK: Colour = (38, 74, 92)
HALO: Colour = (246, 238, 218)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is drawn: `left` and `top` of its words, `spaced` pixels between letters, a dot where it has one."""

    kind: Kind
    words: str
    style: Style
    left: int
    top: int
    rect: pygame.Rect
    spaced: float = 0.0
    dot: tuple[int, int] | None = None


class Names:
    """Finds places for the names of one picture."""

    def __init__(self, picture: Picture, page: MapPage, kit: Kit) -> None:
        self._picture, self._page, self._kit = picture, page, kit
        self._taken: list[pygame.Rect] = []
        self._view = pygame.Rect((0, 0), picture.part.size).inflate(-kit.px(8), -kit.px(8))
        self._closeness = picture.part.scale * picture.sheet.size[0] / picture.part.size[0]

    def placed(self) -> tuple[Name, ...]:
        """Every name that finds room, the most important first."""
        found: list[Name] = []
        kinds = (self._lit, self._states, self._marked, self._cities, self._regions, self._seas)
        for name in chain.from_iterable(kind() for kind in kinds):
            found.append(name)
            self._taken.append(name.rect.inflate(self._kit.px(9), self._kit.px(2)))
        return tuple(found)

    # What is written

    def _lit(self) -> Iterator[Name]:
        lit = (region for region in self._page.lit if not self._is_whole(region))
        yield from self._of_regions(lit, self._style(SERIF_BOLD, 13.5), always=True)

    def _marked(self) -> Iterator[Name]:
        """Places too small to draw, and railways are left to their lines."""
        style = self._style(SERIF_BOLD, 12)
        for region, place in self._picture.sheet.places.items():
            if region in self._page.holdings and (region in self._page.lit or self._closeness > 2.5):
                yield from self._beside(self._at(place), self._page.holdings[region].name, style, "region")

    def _states(self) -> Iterator[Name]:
        stretches = self._stretches()
        for state, (left, middle, length) in sorted(stretches.items(), key=lambda one: -one[1][2]):
            words = self._page.names.states.get(state, "")
            if words and length > self._kit.px(34):
                yield from self._across(words, left, middle, length)

    def _cities(self) -> Iterator[Name]:
        style = self._style(SERIF_BOLD, 12.5)
        cities = sorted(self._picture.sheet.cities.items(), key=lambda one: one[1].rank)
        for id_, city in cities:
            if self._is_written(city):
                yield from self._beside(self._at(city.place), self._page.names.cities.get(id_, ""), style, "city")

    def _regions(self) -> Iterator[Name]:
        """Regions that are large enough here to bear a name of their own beside their state's."""
        style = self._style(SERIF_ITALIC, 12.5)
        own = {region for region in self._page.holdings if self._width_of(region) > self._kit.px(90)}
        listed = {region for region in own if not self._is_whole(region)} - set(self._page.lit)
        yield from self._of_regions(sorted(listed), style)

    def _seas(self) -> Iterator[Name]:
        for id_, place in self._picture.sheet.seas.items():
            style = Style(SERIF_ITALIC, 14, SEA_INK, 1.2)
            yield from self._centred(self._at(place), self._page.names.seas.get(id_, ""), style, "sea")

    # Where it goes

    def _of_regions(self, regions: Iterable[str], style: Style, *, always: bool = False) -> Iterator[Name]:
        for id_ in regions:
            room = self._picture.sheet.rooms.get(id_)
            if room is None or id_ not in self._page.holdings:
                continue
            words, at = self._page.holdings[id_].name, self._at(room.middle)
            fits = always or self._kit.type.width(words, style) < 2.4 * room.radius * self._picture.part.scale
            if fits:
                placed = list(self._centred(at, words, style, "region"))
                yield from placed or (self._beside(at, words, style, "region") if always else ())

    def _centred(self, at: tuple[int, int], words: str, style: Style, kind: Kind) -> Iterator[Name]:
        rect = self._rect(words, style)
        rect.center = at
        if words and self._is_free(rect):
            yield Name(kind, words, style, rect.left, rect.top, rect)

    def _beside(self, at: tuple[int, int], words: str, style: Style, kind: Kind) -> Iterator[Name]:
        """A name at the right of its dot, else at the left, above or below."""
        if not words or not self._view.collidepoint(at):
            return
        away = self._kit.px(6)
        dot = pygame.Rect(0, 0, away, away)
        dot.center = at
        size = self._rect(words, style)
        for corner in (
            ("midleft", (at[0] + away, at[1])),
            ("midright", (at[0] - away, at[1])),
            ("midbottom", (at[0], at[1] - away + 2)),
            ("midtop", (at[0], at[1] + away - 2)),
        ):
            rect = size.copy()
            setattr(rect, *corner)
            whole = rect.union(dot)
            if self._is_free(whole):
                yield Name(kind, words, style, rect.left, rect.top, whole, dot=at)
                return

    def _across(self, words: str, left: int, middle: int, length: int) -> Iterator[Name]:
        """A state's name over its widest stretch: capitals that stand apart, as far as the script allows."""
        plain = has_thai(words)
        shown = words if plain else words.upper()
        for size in (23, 20, 17, 15, 13, 11.5):
            style = self._style(SERIF_BOLD, size)
            wide = self._kit.type.width(shown, style)
            if wide > 0.92 * length:
                continue
            gaps = max(1, len(shown) - 1)
            spaced = 0.0 if plain else min((0.72 * length - wide) / gaps, 0.8 * self._kit.type.pixels(style))
            spaced = max(spaced, 0.0)
            rect = pygame.Rect(0, 0, round(wide + spaced * gaps), self._kit.type.step(style))
            rect.center = (left + length // 2, middle)
            if self._is_free(rect):
                yield Name("state", shown, style, rect.left, rect.top, rect, spaced)
                return

    def _stretches(self) -> dict[str, tuple[int, int, int]]:
        """By state, the widest level stretch of its land in view: its left end, its height and its length."""
        found: dict[str, tuple[int, int, int]] = {}
        rows = self._grid()
        for number in range(1, len(rows) - 1):
            level = list(zip(rows[number - 1], rows[number], rows[number + 1], strict=True))
            place = 0
            for (above, own, below), same in groupby(level):
                count = len(list(same))
                if own and above == own == below and count * CELL > found.get(own, (0, 0, 0))[2]:
                    found[own] = (place * CELL, number * CELL + CELL // 2, count * CELL)
                place += count
        return found

    def _grid(self) -> list[list[str]]:
        """Whose the land is, cell by cell."""
        width, height = (max(1, side // CELL) for side in self._picture.part.size)
        holders = {region: one.owner for region, one in self._page.holdings.items()}
        states = [""] * 256
        for name, number in self._picture.numbers.items():
            states[number] = holders.get(name, "")
        small = self._picture.cells(width, height)
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

    def _is_written(self, city: City) -> bool:
        return any(self._closeness >= closeness and city.rank <= rank for closeness, rank in _CITY_RANKS)

    def _is_free(self, rect: pygame.Rect) -> bool:
        return self._view.contains(rect) and rect.collidelist(self._taken) < 0

    def _rect(self, words: str, style: Style) -> pygame.Rect:
        return pygame.Rect(0, 0, self._kit.type.width(words, style), self._kit.type.step(style))

    def _style(self, face: str, size: float) -> Style:
        return Style(face, size, INK, 1.15)


def draw_names(surface: pygame.Surface, names: Iterable[Name], kit: Kit) -> None:
    """Draws names with a light edge, so that they can be read on every ground."""
    for name in names:
        if name.dot is not None:
            pygame.draw.aacircle(surface, INK, name.dot, kit.px(3))
            pygame.draw.aacircle(surface, HALO, name.dot, max(1, kit.px(3) - 1))
        for left, words in _spaced(name, kit):
            _haloed(surface, kit, words, name, left)


def _spaced(name: Name, kit: Kit) -> Iterator[tuple[float, str]]:
    if not name.spaced:
        yield name.left, name.words
        return
    left = float(name.left)
    # A space alone has no width: type is set without spaces at its ends.
    gap = kit.type.width("N N", name.style) - kit.type.width("NN", name.style)
    for letter in name.words:
        if letter != " ":
            yield left, letter
        left += name.spaced + (gap if letter == " " else kit.type.width(letter, name.style))


def _haloed(surface: pygame.Surface, kit: Kit, words: str, name: Name, left: float) -> None:
    step = max(1, kit.px(1.2))
    around = [(x, y) for x in (-step, 0, step) for y in (-step, 0, step) if x or y]
    for style, places in ((name.style.tinted(HALO), around), (name.style, [(0, 0)])):
        for run in kit.type.lines(words, style, 100_000)[0].runs:
            drawn = kit.type.image(run.text, run.face, style)
            top = name.top + kit.type.drop(style, run.face)
            for x, y in places:
                surface.blit(drawn, (round(left + run.left) + x, top + y), special_flags=pygame.BLEND_PREMULTIPLIED)
