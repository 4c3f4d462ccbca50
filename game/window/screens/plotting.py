"""The packages of a table drawn by their worth to two sides, with a key; readable without colour.

Marks differ by shape and nest, so that those that fall together can all be seen; several offers of history have
numbers. The plot's words stand above it for whoever cannot see it.
"""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.present.debrief_parts import Mark as PlotMark
from game.present.debrief_parts import Plot
from game.present.speech import Speech
from game.window.flow import Flow, Writer
from game.window.sheet import Box, Disc, Dots, Mark, Stroke
from game.window.theme import Colour

SIDE = 300
"""The side of the square in pixels of the 1280 × 720 layout."""
_NUMBERED = 17
"""The side of a mark with a number."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """Places worths in the square."""

    square: pygame.Rect
    across: tuple[int, int]
    up: tuple[int, int]

    def at(self, across: float, up: float) -> tuple[int, int]:
        """The place of a pair of worths."""
        right = (across - self.across[0]) / (self.across[1] - self.across[0])
        rise = (up - self.up[0]) / (self.up[1] - self.up[0])
        square = self.square
        return square.left + round(right * square.width), square.bottom - round(rise * square.height)


def plot(flow: Flow, drawn: Plot, speech: Speech) -> None:
    """Writes a plot and its key beside each other."""
    flow.text(drawn.caption, flow.theme.label)
    flow.text(drawn.words, flow.theme.small)
    flow.gap(8)
    side = min(flow.kit.px(SIDE), flow.width)
    flow.row([(side, lambda inner: _picture(inner, drawn, side)), (max(1, flow.width - side), _key(drawn, speech))], 18)


def _picture(flow: Flow, drawn: Plot, side: int) -> None:
    side = min(side, flow.width)
    square = pygame.Rect(flow.left, flow.top, side, side)
    scale = _Scale(square, drawn.span(0), drawn.span(1))
    palette = flow.kit.palette
    flow.marks.append(Box(square, palette.sheet, palette.line))
    dot = max(2, flow.kit.px(2 if len(drawn.cloud) > 300 else 4))
    places = tuple((x - dot // 2, y - dot // 2) for x, y in (scale.at(a, u) for a, u, _ in drawn.cloud))
    flow.marks.append(Dots(square, places, dot, palette.line))
    x, y = scale.at(*drawn.walk_away)
    flow.marks.append(Stroke(((x, square.top), (x, square.bottom - 1)), palette.quiet))
    flow.marks.append(Stroke(((square.left, y), (square.right - 1, y)), palette.quiet))
    if len(drawn.frontier) > 1:
        flow.marks.append(Stroke(tuple(scale.at(a, u) for a, u in drawn.frontier), palette.ink, flow.kit.px(2)))
    numbers, taken = _numbers(drawn), list[pygame.Rect]()
    for mark in reversed(drawn.marks):
        at = scale.at(mark.across, mark.up)
        at = _free(flow, at, square, taken) if mark in numbers else at
        flow.marks += _sign(flow, mark, at, numbers.get(mark, ""))
    flow.top = square.bottom


def _key(drawn: Plot, speech: Speech) -> Writer:
    def write(flow: Flow) -> None:
        flow.text(speech("window.plot-across", across=drawn.across), flow.theme.note)
        flow.text(speech("window.plot-up", up=drawn.up), flow.theme.note)
        flow.gap(6)
        numbers = _numbers(drawn)
        for mark in drawn.marks:
            _keyed(flow, mark.label, mark, numbers.get(mark, ""))
        if drawn.frontier:
            _keyed(flow, speech("debrief.plot.frontier"), flow.kit.palette.ink)
        _keyed(flow, speech("debrief.plot.walk-away"), flow.kit.palette.quiet)

    return write


def _numbers(drawn: Plot) -> dict[PlotMark, str]:
    """Numbers for the offers of history, where there are several."""
    offers = [mark for mark in drawn.marks if mark.kind == "record"]
    return {mark: str(number) for number, mark in enumerate(offers, start=1)} if len(offers) > 1 else {}


def _free(flow: Flow, at: tuple[int, int], square: pygame.Rect, taken: list[pygame.Rect]) -> tuple[int, int]:
    """The place of a numbered mark: beside those that stand there already, and where its number is on the paper."""
    side = flow.kit.px(_NUMBERED)
    rect = pygame.Rect(0, 0, side, side)
    rect.center = at
    rect.clamp_ip(square)
    while (other := rect.collidelist(taken)) >= 0:
        rect.right = taken[other].left - 1
    taken.append(rect)
    return rect.center


def _keyed(flow: Flow, words: str, sign: PlotMark | Colour, number: str = "") -> None:
    """Writes a line of the key behind its sign: a mark's, or a line in a colour."""
    room = flow.kit.px(26)
    x, y = flow.left + room // 2, flow.top + flow.kit.px(11)
    if isinstance(sign, PlotMark):
        flow.marks += _sign(flow, sign, (x, y), number)
    else:
        flow.marks.append(Stroke(((x - room // 3, y), (x + room // 3, y)), sign, flow.kit.px(2)))
    with flow.inset(left=room + flow.kit.px(4)):
        flow.text(words, flow.theme.small)
    flow.gap(6)


def _sign(flow: Flow, mark: PlotMark, centre: tuple[int, int], number: str) -> list[Mark]:
    palette = flow.kit.palette
    x, y = centre
    reach = flow.kit.px(9)
    if mark.kind == "agreement":
        return [Disc(centre, flow.kit.px(4), palette.blue)]
    if mark.kind == "record":
        side = flow.kit.px(_NUMBERED if number else 13)
        rect = pygame.Rect(0, 0, side, side)
        rect.center = centre
        style = flow.theme.number
        inner = Flow(flow.kit, side, rect.left, rect.centery - flow.kit.type.step(style) // 2)
        inner.text(number, style, "centre")
        return [Box(rect, palette.sheet if number else None, palette.ink, flow.kit.px(1.6)), *inner.marks]
    if mark.kind == "nash":
        foot = y + reach * 2 // 3
        return _path(centre, [(x, y - reach), (x + reach, foot), (x - reach, foot)], palette.green)
    if mark.kind == "egalitarian":
        return [Disc(centre, reach + flow.kit.px(1), None, palette.blue)]
    if mark.kind == "utilitarian":
        arm = reach * 3 // 4
        return [Stroke(((x - arm, y - turn * arm), (x + arm, y + turn * arm)), palette.ink, 2) for turn in (1, -1)]
    return _path(centre, [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)], palette.accent)


def _path(centre: tuple[int, int], corners: list[tuple[int, int]], colour: Colour) -> list[Mark]:
    """An outline, drawn twice so that it shows over dots: once a little smaller."""
    x, y = centre
    inside = [(x + round((a - x) * 0.86), y + round((b - y) * 0.86)) for a, b in corners]
    return [Stroke((*path, path[0]), colour) for path in (corners, inside)]
