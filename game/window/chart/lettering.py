"""How names are drawn on the map: dark letters with a light edge around them, that can be read on every ground.

Where names stand is found by `game.window.chart.names`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import pygame

from game.window.flow import Kit
from game.window.theme import Colour, Style

Kind = Literal["state", "region", "city", "sea"]
INK: Colour = (46, 34, 26)
SEA_INK: Colour = (38, 74, 92)
HALO: Colour = (246, 238, 218)
"""The light edge around letters: what their contrast is measured against."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is drawn: `left` and `top` of its words, `spaced` pixels between letters, a dot where it has one.

    Of a name in several lines, `lines` are each line's words, left and top.
    """

    kind: Kind
    words: str
    style: Style
    left: int
    top: int
    rect: pygame.Rect
    spaced: float = 0.0
    dot: tuple[int, int] | None = None
    lines: tuple[tuple[str, int, int], ...] = ()


def draw_names(surface: pygame.Surface, names: Iterable[Name], kit: Kit) -> None:
    """Draws names with a light edge, so that they can be read on every ground."""
    for name in names:
        if name.dot is not None:
            pygame.draw.aacircle(surface, INK, name.dot, kit.px(3))
            pygame.draw.aacircle(surface, HALO, name.dot, max(1, kit.px(3) - 1))
        for line, start, top in name.lines:
            _haloed(surface, kit, line, name.style, start, top)
        for left, words in () if name.lines else spaced_letters(name, kit):
            _haloed(surface, kit, words, name.style, left, name.top)


def spaced_letters(name: Name, kit: Kit) -> Iterator[tuple[float, str]]:
    """What is drawn of a name in one line, from left to right: all of it, or letters that stand apart."""
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


def _haloed(surface: pygame.Surface, kit: Kit, words: str, style: Style, left: float, top: int) -> None:
    step = max(1, kit.px(1.2))
    around = [(x, y) for x in (-step, 0, step) for y in (-step, 0, step) if x or y]
    for tinted, places in ((style.tinted(HALO), around), (style, [(0, 0)])):
        for run in kit.type.lines(words, tinted, 100_000)[0].runs:
            drawn = kit.type.image(run.text, run.face, tinted)
            foot = top + kit.type.drop(tinted, run.face)
            for x, y in places:
                surface.blit(drawn, (round(left + run.left) + x, foot + y), special_flags=pygame.BLEND_PREMULTIPLIED)
