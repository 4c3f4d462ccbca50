"""Names of codex entries in running text: underlined where a panel has them first, and opened by a click.

Which names there are, and who may read what, is the codex's to say. Titles, headings and what is itself to be chosen
are left alone; a name there counts as named all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pygame

from game.scenario.codex_forms import Named
from game.window.flow import Align, Flow, Writer
from game.window.screen import Column, Panel, Screen
from game.window.sheet import Spot, Stroke
from game.window.text import Line
from game.window.theme import Style
from game.window.words import clean, words

Find = Callable[[str], Iterable[Named]]
_MOST_KEPT = 3000


class Names:
    """The names that a codex knows at one moment; `here` are the entries that the last page named, in order."""

    def __init__(self, find: Find) -> None:
        self._find = find
        self._kept: dict[str, tuple[tuple[int, int, str], ...]] = {}
        self._place = ""
        self.here: dict[str, None] = {}

    def linked(self, screen: Screen, own: str = "") -> Screen:
        """The same screen with names underlined in what its panels write.

        The page of the entry `own` does not underline its name, nor does what it names stand for the page before it.
        """
        place = f"{screen.place} {screen.turn}" if not own else ""
        return replace(screen, columns=tuple(self._column(column, place, own) for column in screen.columns))

    def find(self, text: str) -> tuple[tuple[int, int, str], ...]:
        """Tells which entries a text names, each from one letter to another; blanks are no letters."""
        known = self._kept.get(text)
        if known is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            known = self._kept[text] = tuple(self._found(_as_drawn(text)))
        return known

    def begin(self, place: str) -> None:
        """Begins a page, unless it is none of its own: what another page named is forgotten."""
        if place and place != self._place:
            self._place, self.here = place, {}

    def _found(self, drawn: str) -> Iterable[tuple[int, int, str]]:
        for one in self._find(drawn):
            first = _letters(drawn[: one.start])
            yield first, first + _letters(drawn[one.start : one.end]), one.entry

    def _column(self, column: Column, place: str, own: str) -> Column:
        return replace(column, panels=tuple(self._panel(panel, place, own) for panel in column.panels))

    def _panel(self, panel: Panel, place: str, own: str) -> Panel:
        def write(flow: Flow) -> None:
            self.begin(place)
            kept, flow.names = flow.names, Marker(self, own, panel.name)
            panel.write(flow)
            flow.names = kept

        marked: Writer = write
        return replace(panel, write=marked)


class Marker:
    """Underlines names in one panel, each entry once."""

    def __init__(self, names: Names, own: str, panel: str = "") -> None:
        self._names, self._own, self._done = names, own, {own}
        self._panel = panel
        self.muted = 0
        """How many things that are themselves acted on are being written in."""

    def mark(self, flow: Flow, text: str, lines: tuple[Line, ...], style: Style, top: int, align: Align) -> None:
        """Underlines names in lines that were just written from `top` on."""
        theme = flow.theme
        if style not in (theme.body, theme.small, theme.lead, theme.quiet, theme.quiet_italic, theme.typed):
            return
        for first, last, entry in self._names.find(text):
            if not self._own:
                self._names.here[entry] = None
            if entry not in self._done and not self.muted:
                self._done.add(entry)
                self._underline(flow, lines, style, (top, align), (first, last, entry))

    def _underline(
        self,
        flow: Flow,
        lines: tuple[Line, ...],
        style: Style,
        at: tuple[int, Align],
        named: tuple[int, int, str],
    ) -> None:
        """Underlines the letters of a name, on as many lines as they stand on."""
        step, passed = flow.kit.type.step(style), 0
        first, last, entry = named
        for number, line in enumerate(lines):
            reach = _reach(flow, line, style, first - passed, last - passed)
            passed += sum(_letters(run.text) for run in line.runs)
            if reach is None:
                continue
            spare = max(0, flow.width - line.width)
            left = flow.left + round({"left": 0.0, "centre": spare / 2, "right": spare}[at[1]] + reach[0])
            top, width = at[0] + number * step, max(2, round(reach[1] - reach[0]))
            foot = top + round(flow.kit.type.foot(style)) + flow.kit.px(2.4)
            ends = ((left, foot), (left + width - 1, foot))
            flow.marks.append(Stroke(ends, flow.kit.palette.blue, flow.kit.px(0.8)))
            rect = pygame.Rect(left, top, width, step)
            key = f"name:{entry}:{self._panel}:{left}:{top}"
            flow.spots.append(Spot(key, rect, f"codex:{entry}", by_mouse=True))


def _reach(flow: Flow, line: Line, style: Style, first: int, last: int) -> tuple[float, float] | None:
    """From where to where the letters `first` to `last` of a line stand; None where they are on other lines."""
    start: float | None = None
    end = 0.0
    for run in line.runs:
        inside = [place for place, sign in enumerate(run.text) if not sign.isspace()]
        here = inside[max(0, first) : max(0, last)]
        if here:
            start = run.left + flow.kit.type.reach(run, here[0], style) if start is None else start
            end = run.left + flow.kit.type.reach(run, here[-1] + 1, style)
        first, last = first - len(inside), last - len(inside)
    return None if start is None else (start, end)


def _as_drawn(text: str) -> str:
    """A text as its lines show it: cleaned, without the signs of emphasis and of where words may part."""
    drawn = []
    for pieces, spaced in words(clean(text)):
        drawn += [piece for piece, _ in pieces]
        drawn += [" "] if spaced else []
    return "".join(drawn)


def _letters(text: str) -> int:
    return sum(not sign.isspace() for sign in text)
