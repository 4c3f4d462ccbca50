"""The desk and what lies on it: grain, papers with warm edges and soft shadows, tabs, rubbed stamps.

All of it is made by code from a few random numbers that are always the same, once for each size. Nothing here
knows what a paper says.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import cached_property
from random import Random

import pygame

from game.window.theme import Colour, Palette

Size = tuple[int, int]

_TILE = 576
"""The side of the square that is laid side by side: its edges fit each other."""
_CLOUDS = 9
"""How many soft lighter and darker places of a paper lie along a side of it."""
_MOST_KEPT = 12
"""How many stamps are kept ready."""
_LIFT = 7
_WORN = bytes(min(255, 120 + grey) for grey in range(256))
"""How much of its ink a stamp leaves, by chance: most of it nearly everywhere, so that it can be read."""


class Desk:
    """Draws the desk and papers in the colours of a palette; `unit` is a pixel of the 1280 × 720 layout."""

    def __init__(self, palette: Palette, unit: float) -> None:
        self.palette, self.unit = palette, max(unit, 0.1)
        self._tops: dict[Size, pygame.Surface] = {}
        self._grain = Grain()
        self._tiles: dict[Colour, pygame.Surface] = {}
        self._borders: dict[str, pygame.Surface] = {}
        self._stamps: OrderedDict[Hashable, pygame.Surface] = OrderedDict()

    def px(self, value: float) -> int:
        """A distance of the 1280 × 720 layout in pixels of this one."""
        return max(1, round(value * self.unit))

    def take_over(self, other: Desk) -> None:
        """Uses the grain that another desk has made, and where its palette is the same, what it has grained."""
        self._grain = other._grain
        if other.palette == self.palette:
            self._tiles = other._tiles
            self._tops = other._tops

    def top(self, size: Size) -> pygame.Surface:
        """The bare desk, to be copied and not drawn on."""
        if size not in self._tops:
            self._tops.clear()
            self._tops[size] = self._made_top(size)
        return self._tops[size]

    def paper(self, surface: pygame.Surface, rect: pygame.Rect, colour: Colour | None = None) -> None:
        """Lays a paper on a surface, with its shadow."""
        self._cast_shadow(surface, rect)
        if self.palette.grain:
            _lay_tiles(surface, rect, self._tile(colour or self.palette.paper))
            self._warm_edges(surface, rect)
        else:
            surface.fill(colour or self.palette.paper, rect)
        pygame.draw.rect(surface, self.palette.line, rect, 1)

    def folder(self, surface: pygame.Surface, rect: pygame.Rect, room: pygame.Rect) -> None:
        """Lays a closed folder on its blotter, as far as there is room, with a few sheets that stick out of it."""
        palette = self.palette
        if palette.grain:
            self.blotter(surface, rect.inflate(self.px(330), self.px(200)).clip(room))
            for right, up, shorter in ((9, 7, 60), (5, 3, 24)):
                sheet = rect.inflate(-self.px(shorter), 0).move(self.px(right + shorter // 2), -self.px(up))
                self.paper(surface, sheet, palette.sheet)

    def blotter(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        """Lays down the pad that one writes on, held at its corners."""
        palette = self.palette
        if not palette.grain:
            return
        self._cast_shadow(surface, rect)
        _lay_tiles(surface, rect, self._tile(palette.blotter))
        pygame.draw.rect(surface, palette.shadow, rect, 1)
        side = self.px(46)
        for x, towards in ((rect.left, 1), (rect.right - 1, -1)):
            for y, down in ((rect.top, 1), (rect.bottom - 1, -1)):
                corner = [(x, y), (x + side * towards, y), (x, y + side * down)]
                pygame.draw.polygon(surface, palette.leather, corner)
                pygame.draw.aalines(surface, palette.shadow, True, corner)

    def tab(self, surface: pygame.Surface, rect: pygame.Rect, colour: Colour) -> None:
        """Draws the tab that sticks out above a paper, which is laid over its foot."""
        slant, palette = min(rect.height // 2, self.px(9)), self.palette
        corners = [
            (rect.left, rect.bottom), (rect.left, rect.top + slant // 2), (rect.left + slant // 2, rect.top),
            (rect.right - slant, rect.top), (rect.right, rect.bottom),
        ]  # fmt: skip
        pygame.draw.polygon(surface, colour, corners)
        pygame.draw.aalines(surface, palette.line, False, corners)

    def stamp(self, key: Hashable, made: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The print of a stamp, made once; one that has long not been asked for is forgotten."""
        if key not in self._stamps:
            self._stamps[key] = made()
            if len(self._stamps) > _MOST_KEPT:
                self._stamps.popitem(last=False)
        self._stamps.move_to_end(key)
        return self._stamps[key]

    # The desk

    def _made_top(self, size: Size) -> pygame.Surface:
        top = pygame.Surface(size)
        if not self.palette.grain:
            top.fill(self.palette.desk)
            return top
        _lay_tiles(top, top.get_rect(), self._tile(self.palette.desk, clouded=False))
        # The lamp stands in the middle: towards its corners the desk grows darker.
        top.blit(_vignette(size, 236), (0, 0), special_flags=pygame.BLEND_RGB_MULT)
        return top

    # Papers

    def _tile(self, colour: Colour, *, clouded: bool = True) -> pygame.Surface:
        if colour not in self._tiles:
            self._tiles[colour] = self._grain.tile(colour, clouded=clouded)
        return self._tiles[colour]

    def _warm_edges(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        reach = min(self.px(18), *(side // 2 for side in rect.size))
        if reach > 1:
            _frame(surface, rect, self._border(f"edge {reach}", lambda: _warm_edge(reach)), pygame.BLEND_RGB_MULT)

    def _cast_shadow(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        spread = self.px(10)
        around = rect.inflate(2 * spread, 2 * spread).move(0, self.px(4))
        _frame(surface, around, self._border(f"shadow {spread}", lambda: _shadow(spread, self.palette.shadow)), 0)

    def _border(self, name: str, made: Callable[[], pygame.Surface]) -> pygame.Surface:
        if name not in self._borders:
            self._borders[name] = made()
        return self._borders[name]


def rubbed(picture: pygame.Surface, angle: float) -> pygame.Surface:
    """What a stamp leaves on paper: ink that did not take everywhere, at an angle; all with premultiplied alpha."""
    size = picture.get_size()
    half = (max(1, size[0] // 2), max(1, size[1] // 2))
    worn = Random(size[0]).randbytes(half[0] * half[1]).translate(_WORN)
    mask = pygame.image.frombuffer(bytearray(share for share in worn for _ in range(4)), half, "RGBA")
    ink = picture.copy()
    ink.blit(pygame.transform.smoothscale(mask, size), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return pygame.transform.rotozoom(ink, angle, 1.0)


class Grain:
    """What papers and the desk are grained with, the same for every colour."""

    @cached_property
    def specks(self) -> pygame.Surface:
        """Fine and coarser specks, to take away from a colour."""
        specks = _noise((_TILE, _TILE), 0, 4, seed=1)
        coarse = pygame.transform.scale_by(_noise((_TILE // 2, _TILE // 2), 0, 5, seed=2), 2)
        specks.blit(coarse, (0, 0), None, pygame.BLEND_RGB_ADD)
        return specks

    @cached_property
    def clouds(self) -> pygame.Surface:
        """Soft lighter and darker places, nearly white, that go on at the other side of the square."""
        spots = _noise((_CLOUDS, _CLOUDS), 245, 11, seed=_CLOUDS)
        around = pygame.Surface((_CLOUDS + 4, _CLOUDS + 4))
        for x in (-_CLOUDS, 0, _CLOUDS):
            for y in (-_CLOUDS, 0, _CLOUDS):
                around.blit(spots, (x + 2, y + 2))
        # The first and the last point keep their places: so far apart, what is repeated falls on itself.
        part = _TILE // _CLOUDS
        side = (_CLOUDS + 3) * part + 1
        soft = pygame.transform.box_blur(pygame.transform.smoothscale(around, (side, side)), part // 4)
        return soft.subsurface(3 * part // 2, 3 * part // 2, _TILE, _TILE)

    def tile(self, colour: Colour, *, clouded: bool) -> pygame.Surface:
        """A square of a colour with its grain."""
        square = pygame.Surface((_TILE, _TILE))
        # Clouds and specks only darken: begun this much lighter, a paper is on the whole of its own colour.
        square.fill([min(255, part + (_LIFT if clouded else 0)) for part in colour])
        if clouded:
            square.blit(self.clouds, (0, 0), None, pygame.BLEND_RGB_MULT)
        square.blit(self.specks, (0, 0), None, pygame.BLEND_RGB_SUB)
        return square


def _lay_tiles(surface: pygame.Surface, rect: pygame.Rect, tile: pygame.Surface) -> None:
    kept = surface.get_clip()
    surface.set_clip(rect.clip(kept))
    lefts, tops = range(rect.left, rect.right, _TILE), range(rect.top, rect.bottom, _TILE)
    surface.fblits([(tile, (left, top)) for top in tops for left in lefts])
    surface.set_clip(kept)


def _noise(size: Size, least: int, span: int, seed: int) -> pygame.Surface:
    """A picture of random greys from `least` on, `span` of them."""
    greys = pygame.image.frombuffer(bytearray(Random(seed).randbytes(size[0] * size[1])), size, "P")
    greys.set_palette([(min(255, least + value * span // 256),) * 3 for value in range(256)])
    return greys.convert(24)


def _warm_edge(reach: int) -> pygame.Surface:
    """What makes a sheet a little darker and warmer along its edges, to multiply with."""
    edge = pygame.Surface((2 * reach + 2, 2 * reach + 2))
    for step in range(reach + 1):
        left = (1 - step / reach) ** 2
        shade = [round(255 - left * (255 - part)) for part in (226, 212, 182)]
        pygame.draw.rect(edge, shade, edge.get_rect().inflate(-2 * step, -2 * step), 0, reach - step if step else 0)
    return pygame.transform.box_blur(edge, max(1, reach // 8))


def _shadow(spread: int, colour: Colour) -> pygame.Surface:
    """The shadow of a small paper, that of a larger one when its middle is drawn out."""
    shade = pygame.Surface((4 * spread + 2, 4 * spread + 2), pygame.SRCALPHA)
    shade.fill((*colour, 0))
    shade.fill((*colour, 165), shade.get_rect().inflate(-2 * spread, -2 * spread))
    return pygame.transform.box_blur(shade, max(1, spread * 2 // 3))


def _frame(surface: pygame.Surface, rect: pygame.Rect, border: pygame.Surface, flags: int) -> None:
    """Draws what a small square shows at its edges around a box of any size; the middle is left as it is."""
    whole = border.get_width()
    side = min(whole // 2 - 1, rect.width // 2, rect.height // 2)
    if side < 1:
        return
    far, width, height = whole - side, rect.width - 2 * side, rect.height - 2 * side
    right, bottom = rect.right - side, rect.bottom - side
    for x, at in ((rect.left, 0), (right, far)):
        surface.blit(border, (x, rect.top), (at, 0, side, side), flags)
        surface.blit(border, (x, bottom), (at, far, side, side), flags)
        if height > 0:
            drawn = pygame.transform.scale(border.subsurface(at, whole // 2, side, 1), (side, height))
            surface.blit(drawn, (x, rect.top + side), None, flags)
    for y, at in ((rect.top, 0), (bottom, far)):
        if width > 0:
            drawn = pygame.transform.scale(border.subsurface(whole // 2, at, 1, side), (width, side))
            surface.blit(drawn, (rect.left + side, y), None, flags)


def _vignette(size: Size, darkest: int) -> pygame.Surface:
    """Light that falls off towards the corners, to multiply with."""
    small = pygame.Surface((64, 36))
    small.fill((darkest, darkest, darkest))
    pygame.draw.ellipse(small, (255, 255, 255), small.get_rect().inflate(-14, -10))
    return pygame.transform.smoothscale(pygame.transform.box_blur(small, 9), size)
