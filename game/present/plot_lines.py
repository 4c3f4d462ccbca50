"""A plot drawn with characters: packages as shades, the walk-away values as lines, the points as signs.

It is for terminals that can show it; what it shows is said in the plot's own words as well. Marks that fall together
show the sign of the first; the key tells of the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import log

from game.present.debrief_parts import Mark, MarkKind, Plot
from game.present.speech import Speech

WIDTH, HEIGHT = 56, 20
"""Characters of the square; with its axis it is five wider and two higher."""
_SIGNS: Mapping[MarkKind, str] = {
    "agreement": "●",
    "record": "□",
    "unsettled": "▽",
    "nash": "▲",
    "kalai-smorodinsky": "◆",
    "egalitarian": "○",
    "utilitarian": "✕",
}
_NUMBERED = "①②③④"
"""Offers of history, where there are several."""
_FRONTIER, _UPRIGHT, _LEVEL, _CROSSING = "•", "┆", "┄", "┼"
_SHADES = "·░▒"
"""From few packages to many: each shade stands for as many times more as the next."""

Cells = dict[tuple[int, int], str]
"""Characters by column and row; rows count from the top."""


def plot_lines(plot: Plot) -> tuple[str, ...]:
    """Draws the plot: its lines from the top, with the worths at the ends of both axes."""
    frame = _Frame(plot)
    cells: Cells = {**_cloud(plot, frame), **_walk_aways(plot, frame)}
    cells |= {frame.cell(across, up): _FRONTIER for across, up in plot.frontier}
    cells |= {frame.cell(mark.across, mark.up): sign for mark, sign in reversed(_signed(plot))}
    lines = []
    for row in range(HEIGHT):
        worth = {0: frame.up[1], HEIGHT - 1: frame.up[0]}.get(row, "")
        drawn = "".join(cells.get((column, row), " ") for column in range(WIDTH))
        lines.append(f"{worth:>4} │{drawn}".rstrip())
    low, high = (str(worth) for worth in frame.across)
    return (*lines, f"     └{'─' * WIDTH}", f"      {low}{high:>{WIDTH - len(low)}}")


def key_lines(plot: Plot, speech: Speech) -> tuple[str, ...]:
    """Says what the axes, the signs and the lines stand for."""
    frame, shown = _Frame(plot), dict[tuple[int, int], str]()
    lines = [speech("plot.axes", across=plot.across, up=plot.up)]
    for mark, sign in _signed(plot):
        first = shown.setdefault(frame.cell(mark.across, mark.up), sign)
        key = "plot.sign" if first == sign else "plot.hidden"
        lines.append(speech(key, sign=sign, label=mark.label, first=first))
    if plot.frontier:
        lines.append(speech("plot.sign", sign=_FRONTIER, label=speech("debrief.plot.frontier")))
    return (*lines, speech("plot.sign", sign=_UPRIGHT + _LEVEL, label=speech("debrief.plot.walk-away")))


class _Frame:
    """Where worths lie in the drawing."""

    def __init__(self, plot: Plot) -> None:
        self.across, self.up = plot.span(0), plot.span(1)

    def cell(self, across: float, up: float) -> tuple[int, int]:
        """The character of a pair of worths, counted from the left and from the top."""
        right = (across - self.across[0]) / (self.across[1] - self.across[0])
        rise = (up - self.up[0]) / (self.up[1] - self.up[0])
        return round(right * (WIDTH - 1)), round((1 - rise) * (HEIGHT - 1))


def _signed(plot: Plot) -> list[tuple[Mark, str]]:
    """The marks with their signs; several of history have numbers."""
    offers = [mark for mark in plot.marks if mark.kind == "record"]
    numbered = zip(offers, _NUMBERED, strict=False) if len(offers) > 1 else ()
    signs = dict(numbered)
    return [(mark, signs.get(mark, _SIGNS[mark.kind])) for mark in plot.marks]


def _walk_aways(plot: Plot, frame: _Frame) -> Cells:
    column, row = frame.cell(*plot.walk_away)
    upright = {(column, place): _UPRIGHT for place in range(HEIGHT)}
    level = {(place, row): _LEVEL for place in range(WIDTH)}
    return {**upright, **level, (column, row): _CROSSING}


def _cloud(plot: Plot, frame: _Frame) -> Cells:
    counts: dict[tuple[int, int], int] = {}
    for across, up, packages in plot.cloud:
        cell = frame.cell(across, up)
        counts[cell] = counts.get(cell, 0) + packages
    most = log(1 + max(counts.values(), default=1))
    return {
        cell: _SHADES[min(len(_SHADES) - 1, int(len(_SHADES) * log(1 + count) / most))]
        for cell, count in counts.items()
    }
