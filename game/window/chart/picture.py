"""The picture of a part of a sheet: land in its owners' tints, relief, waters, frontiers, hatching. No names.

Regions are drawn once, each with its number as colour, at twice the size; a change of owners only exchanges the
palette. Whose land is whose is given; nothing here knows the game.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

import pygame

from game.present.atlas import Line, Sheet
from game.window.chart.outlines import Border, Box, box_of, outlines_of
from game.window.chart.part import Part
from game.window.theme import Colour

FINER = 2
"""How many times as large a map is drawn, before it is scaled down to smooth its edges."""
_LARGE = 3_000_000
"""A map of more pixels than this is drawn at its own size: they are so small there that their edges look smooth."""
_WATER = 255
_WIDEST = 8
"""By how many pixels nothing that is drawn reaches beyond its points."""
_FLAT = 127
"""The grey of flat land in a sheet's relief."""


@dataclass(frozen=True, slots=True)
class ChartColours:
    """What is coloured the same whoever owns the land."""

    sea: Colour = (164, 186, 190)
    coast: Colour = (196, 211, 209)
    lake: Colour = (158, 184, 192)
    river: Colour = (126, 158, 172)
    land: Colour = (221, 211, 187)
    frontier: Colour = (58, 44, 34)
    line: Colour = (150, 128, 100)
    rail: Colour = (60, 52, 46)
    lit: Colour = (255, 246, 214)


Pattern = Literal["rising", "falling", "crossed", "dashed"]


@dataclass(frozen=True, slots=True)
class Hatch:
    """Stripes over a region: their colour, and the pattern that tells what they mean."""

    colour: Colour
    pattern: Pattern = "rising"


@dataclass(frozen=True, slots=True)
class Tints:
    """How the lands look now.

    `fills` are the colours of regions and other lands by id, `sides` whose they are: a frontier is drawn heavily where
    these differ. `lit` regions have a bright edge.
    """

    fills: Mapping[str, Colour]
    sides: Mapping[str, str]
    hatched: Mapping[str, Hatch] = field(default_factory=dict)
    lit: frozenset[str] = frozenset()


class Picture:
    """The picture of one part of a sheet; it can be tinted anew."""

    def __init__(self, sheet: Sheet, part: Part, colours: ChartColours) -> None:
        self.sheet, self.part, self.colours = sheet, part, colours
        self.finer = 1 if part.size[0] * part.size[1] > _LARGE else FINER
        self.numbers = {name: number for number, name in enumerate((*sheet.lands, *sheet.regions), start=1)}
        self._outlines = outlines_of(sheet.name)
        self._land = self._numbered()
        self._ids = self._with_lakes()
        land, water = self._land_and_water()
        self._relief = self._shade(water)
        self._glow = self._coast(land, water)
        self._coasts = self._coast_lines()
        self._borders = [
            (one, part.pixels(one.line, self.finer))
            for one in self._outlines.borders
            if self._is_seen(one.box, _WIDEST)
        ]
        self._rivers = [(rank, part.pixels(river, self.finer)) for rank, river in sheet.rivers]
        self._lines = [part.pixels(line, self.finer) for lines in sheet.lines.values() for line in lines]

    def region_at(self, pixel: tuple[int, int]) -> str:
        """Names the region or land under a pixel; empty on the water."""
        x, y = pixel[0] * self.finer, pixel[1] * self.finer
        if not (0 <= x < self._land.get_width() and 0 <= y < self._land.get_height()):
            return ""
        number = self._land.get_at_mapped((x, y))
        return next((name for name, own in self.numbers.items() if own == number), "")

    def cells(self, width: int, height: int) -> bytes:
        """The numbers of the lands in a coarse grid over the picture, row by row."""
        small = pygame.transform.scale(self._ids, (width, height))
        return pygame.image.tobytes(small, "P")

    def tinted(self, tints: Tints) -> pygame.Surface:
        """Draws the picture."""
        fine = self._filled(tints.fills)
        for pattern in get_args(Pattern):
            self._hatch(fine, pattern, tints)
        self._waters(fine)
        self._frontiers(fine, tints)
        self._edge_lit(fine, tints.lit)
        picture = self._scaled_down(fine)
        picture.blit(self._relief, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
        picture.blit(self._glow, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
        return picture

    # Once for a part

    def _numbered(self) -> pygame.Surface:
        ids = pygame.Surface((self.part.size[0] * self.finer, self.part.size[1] * self.finer), depth=8)
        for land in self._outlines.lands:
            if self._is_seen(land.box):
                for place, ring in enumerate(land.polygon):
                    number = 0 if place else self.numbers[land.name]
                    pygame.draw.polygon(ids, number, self.part.pixels(ring, self.finer))
        return ids

    def _with_lakes(self) -> pygame.Surface:
        ids = self._land.copy()
        for lake in self.sheet.lakes:
            if self._is_seen(box_of(lake[0])):
                for place, ring in enumerate(lake):
                    pygame.draw.polygon(ids, self._under(ring) if place else _WATER, self.part.pixels(ring, self.finer))
        return ids

    def _under(self, ring: Line) -> int:
        """The number of the land that an island in a lake belongs to."""
        x, y = self.part.pixel(ring[0], self.finer)
        inside = 0 <= x < self._land.get_width() and 0 <= y < self._land.get_height()
        return int(self._land.get_at_mapped((int(x), int(y)))) if inside else _WATER

    def _is_seen(self, box: Box, around: int = 0) -> bool:
        """Whether anything in a box of the sheet can be seen, or lies so many pixels around what can be seen."""
        left, top = self.part.place((-around, -around))
        right, bottom = self.part.place((self.part.size[0] + around, self.part.size[1] + around))
        return box[2] >= left and box[0] <= right and box[3] >= top and box[1] <= bottom

    def _coast_lines(self) -> pygame.Surface:
        """The lines along the coasts, which are the same whoever owns the land; clear elsewhere."""
        drawn = pygame.Surface(self._land.get_size(), depth=8)
        drawn.set_palette([(0, 0, 0), self.colours.line])
        drawn.set_colorkey(0)
        for coast in self._outlines.coasts:
            if self._is_seen(coast.box, _WIDEST):
                pygame.draw.lines(drawn, 1, False, self.part.pixels(coast.line, self.finer), 1)
        return drawn

    def _shade(self, water: pygame.Surface) -> pygame.Surface:
        """The relief of the part, as light to multiply with; water is left as bright as it is."""
        whole = _whole_relief(self.sheet.relief)
        across = whole.get_width() / self.sheet.size[0]
        left, top = self.part.left * across, self.part.top * across
        width, height = self.part.size[0] / self.part.scale * across, self.part.size[1] / self.part.scale * across
        cut = pygame.Rect(int(left), int(top), int(width) + 1, int(height) + 1).clip(whole.get_rect())
        shade = pygame.transform.smoothscale(whole.subsurface(cut), self.part.size)
        # Flat land becomes nearly white; slopes that turn away from the light keep half of their darkness.
        shade.fill((_FLAT - 20,) * 3, special_flags=pygame.BLEND_RGB_ADD)
        shade.blit(water, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
        return shade

    def _coast(self, land: pygame.Surface, water: pygame.Surface) -> pygame.Surface:
        """What makes the sea lighter along its coasts."""
        small = pygame.transform.smoothscale(land, (self.part.size[0] // 4 + 1, self.part.size[1] // 4 + 1))
        glow = pygame.transform.smoothscale(pygame.transform.box_blur(small, 4), self.part.size)
        lighter = [coast - sea for coast, sea in zip(self.colours.coast, self.colours.sea, strict=True)]
        glow.fill(lighter, special_flags=pygame.BLEND_RGB_MULT)
        glow.blit(water, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
        return glow

    def _land_and_water(self) -> tuple[pygame.Surface, pygame.Surface]:
        """Land in white on black, and water in white on black."""
        ids = self._ids.copy()
        ids.set_palette([(0, 0, 0), *[(255, 255, 255)] * 254, (0, 0, 0)])
        land = self._scaled_down(ids.convert(32))
        water = land.copy()
        water.fill((255, 255, 255))
        water.blit(land, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
        return land, water

    def _scaled_down(self, fine: pygame.Surface) -> pygame.Surface:
        """A picture as large as it is shown."""
        return fine if self.finer == 1 else pygame.transform.smoothscale(fine, self.part.size)

    # For every tinting

    def _filled(self, fills: Mapping[str, Colour], box: pygame.Rect | None = None) -> pygame.Surface:
        """The lands in their colours, or those in a box of the picture."""
        palette = [self.colours.sea] * 256
        for name, number in self.numbers.items():
            palette[number] = fills.get(name, self.colours.land)
        palette[_WATER] = self.colours.lake
        self._ids.set_palette(palette)
        return (self._ids if box is None else self._ids.subsurface(box)).convert(32)

    def _waters(self, fine: pygame.Surface) -> None:
        for rank, river in self._rivers:
            width = max(1, round(FINER * (2.2 - 0.25 * rank)))
            pygame.draw.lines(fine, self.colours.river, False, river, width)

    def _frontiers(self, fine: pygame.Surface, tints: Tints) -> None:
        fine.blit(self._coasts, (0, 0))
        for is_between_sides in (False, True):
            colour, width = (self.colours.frontier, 4) if is_between_sides else (self.colours.line, 2)
            for border, points in self._borders:
                if self._is_between_sides(border, tints) is is_between_sides:
                    pygame.draw.lines(fine, colour, False, points, width)
        for line in self._lines:
            pygame.draw.lines(fine, self.colours.rail, False, line, 3)

    def _is_between_sides(self, border: Border, tints: Tints) -> bool:
        """Whether a frontier is drawn heavily: between lands of two sides."""
        first, second = (tints.sides.get(name, name) for name in (border.first, border.second))
        return first != second

    def _hatch(self, fine: pygame.Surface, pattern: Pattern, tints: Tints) -> None:
        """Draws the stripes of one pattern over all regions that bear it."""
        striped = {name: hatch.colour for name, hatch in tints.hatched.items() if hatch.pattern == pattern}
        box = self._box_of(striped)
        if not box:
            return
        under = fine.subsurface(box)
        over = self._filled({**tints.fills, **striped}, box)
        stripes = _stripes(box, pattern)
        over.blit(stripes, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
        gaps = stripes.copy()
        gaps.fill((255, 255, 255))
        gaps.blit(stripes, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
        under.blit(gaps, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
        under.blit(over, (0, 0), special_flags=pygame.BLEND_RGB_ADD)

    def _box_of(self, names: Container[str]) -> pygame.Rect:
        """The part of the picture in which regions lie, as far as it is seen; empty for none."""
        whole = self._land.get_rect()
        boxes = [
            _bounds(self.part.pixels((one.box[:2], one.box[2:]), self.finer)).clip(whole)
            for one in self._outlines.lands
            if one.name in names and one.name in self.sheet.regions
        ]
        seen = [box for box in boxes if box]
        return seen[0].unionall(seen[1:]) if seen else pygame.Rect(0, 0, 0, 0)

    def _edge_lit(self, fine: pygame.Surface, lit: frozenset[str]) -> None:
        """Draws a light line with a dark one beside it around what is lit: seen without any colour."""
        rings = [
            self.part.pixels(ring, self.finer)
            for name in sorted(lit)
            for one in self.sheet.regions.get(name, ())
            for ring in one
        ]
        for colour, width in ((self.colours.frontier, 5 * FINER), (self.colours.lit, 3 * FINER)):
            for points in rings:
                pygame.draw.lines(fine, colour, True, points, width)


def _bounds(points: Iterable[tuple[float, float]]) -> pygame.Rect:
    xs, ys = zip(*points, strict=True)
    left, top = int(min(xs)), int(min(ys))
    return pygame.Rect(left, top, int(max(xs)) - left + 1, int(max(ys)) - top + 1)


_APART = 9 * FINER


def _stripes(box: pygame.Rect, pattern: Pattern) -> pygame.Surface:
    """White stripes on black, in step with those of every other box."""
    drawn = pygame.Surface(box.size, depth=32)
    if pattern in ("rising", "crossed"):
        width = (2 if pattern == "crossed" else 4) * FINER
        for start in range(-box.height - (box.left + box.bottom) % _APART, box.width, _APART):
            pygame.draw.line(drawn, (255, 255, 255), (start, box.height), (start + box.height, 0), width)
    if pattern in ("falling", "crossed"):
        for start in range(-box.height - (box.left - box.top) % _APART, box.width, _APART):
            pygame.draw.line(drawn, (255, 255, 255), (start, 0), (start + box.height, box.height), 2 * FINER)
    if pattern == "dashed":
        for top in range(-(box.top % _APART), box.height, _APART):
            odd = (box.top + top) // _APART % 2 * _APART // 2
            for left in range(odd - box.left % _APART - _APART, box.width, _APART):
                pygame.draw.line(drawn, (255, 255, 255), (left, top), (left + _APART // 2, top), 2 * FINER)
    return drawn


@lru_cache(maxsize=1)
def _whole_relief(path: Path) -> pygame.Surface:
    return pygame.image.load(path).convert(32)
