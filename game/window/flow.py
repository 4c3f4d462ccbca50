"""Writing a page from top to bottom: text, cards, rows and controls become a sheet for one width.

A screen is a function that is given a `Flow`; it is called again for every width, and keeps nothing. Nothing
here draws, and nothing here knows what a page is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from math import radians, sin
from typing import TYPE_CHECKING, Literal

import pygame

from game.window.desk import Desk
from game.window.sheet import Box, Letters, Mark, Sheet, Spot, Stamp, Stroke
from game.window.text import Line, Typesetter
from game.window.theme import Colour, Palette, Spaces, Style, Theme

if TYPE_CHECKING:
    from game.window.naming import Marker

Align = Literal["left", "centre", "right"]
Writer = Callable[["Flow"], None]

_SPARED_LEFT = {"left": 0.0, "centre": 0.5, "right": 1.0}
"""How much of the room that a line leaves is left of it."""
SMALLEST_NAME = 0.6
"""How much smaller a name on a cover may be set to stand in one line."""
SIDE_GAP = 10
"""The least distance between words at the left and at the right, in pixels of the 1280 × 720 layout."""


@dataclass(frozen=True, slots=True)
class Kit:
    """What everything is written with: a theme, and type at one scale."""

    theme: Theme
    type: Typesetter
    spaces: Spaces = field(default_factory=Spaces)
    desk: Desk = field(init=False)
    """What everything lies on."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "desk", Desk(self.theme.palette, self.type.scale))

    @property
    def palette(self) -> Palette:
        """The theme's colours."""
        return self.theme.palette

    def px(self, value: float) -> int:
        """A distance of the 1280 × 720 layout in pixels of this one; nothing vanishes."""
        return max(1, round(value * self.type.scale)) if value else 0


class Flow:
    """Writes downwards from `top` within `left` and `width`."""

    def __init__(self, kit: Kit, width: int, left: int = 0, top: int = 0) -> None:
        self.kit, self.width, self.left, self.top = kit, width, left, top
        self.marks: list[Mark] = []
        self.spots: list[Spot] = []
        self.names: Marker | None = None
        """What underlines the names of codex entries in running text."""

    @property
    def theme(self) -> Theme:
        """The theme that is written with."""
        return self.kit.theme

    def sheet(self) -> Sheet:
        """Everything written so far."""
        return Sheet(self.left + self.width, self.top, tuple(self.marks), tuple(self.spots))

    def gap(self, distance: float = 10) -> None:
        """Leaves some room."""
        self.top += self.kit.px(distance)

    def text(self, words: str, style: Style | None = None, align: Align = "left") -> None:
        """Writes one paragraph; an empty one leaves no trace."""
        style = style or self.theme.body
        if not words:
            return
        top, lines = self.top, self.kit.type.lines(words, style, self.width)
        for line in lines:
            self.line(line, style, self.top, align)
            self.top += self.kit.type.step(style)
        if self.names is not None:
            self.names.mark(self, words, lines, style, top, align)

    def prose(self, paragraphs: Iterable[str], style: Style | None = None, between: float = 8) -> None:
        """Writes paragraphs with a little room between them."""
        for number, paragraph in enumerate(paragraphs):
            if number:
                self.gap(between)
            self.text(paragraph, style)

    def label(self, words: str) -> None:
        """Writes the small heading of a part, with a line beside it to the edge of the paper."""
        lines = self.kit.type.lines(words, self.theme.label, self.width)
        for number, line in enumerate(lines):
            self.line(line, self.theme.label, self.top)
            reach = self.left + int(line.width) + self.kit.px(SIDE_GAP)
            if number == len(lines) - 1 and reach < self.left + self.width - self.kit.px(20):
                height = self.top + self.kit.type.step(self.theme.label) // 2
                ends = ((reach, height), (self.left + self.width - 1, height))
                self.marks.append(Stroke(ends, self.kit.palette.line, self.kit.px(0.7)))
            self.top += self.kit.type.step(self.theme.label)
        self.gap(4)

    def line(self, line: Line, style: Style, top: int, align: Align = "left") -> None:
        """Puts a set line at a height."""
        spare = max(0, self.width - line.width)
        start = self.left + spare * _SPARED_LEFT[align]
        step = self.kit.type.step(style)
        whole = pygame.Rect(int(start), top, min(self.width, int(-(-line.width // 1))), step)
        for run in line.runs:
            if run.text:
                drop = self.kit.type.drop(style, run.face)
                self.marks.append(Letters(round(start + run.left), top + drop, run.text, run.face, style, whole))

    def heading(self, words: str) -> None:
        """Writes the head of a paper over a double rule."""
        if words:
            self.text(words, self.theme.heading)
            self.gap(5)
            self.double_rule()
            self.gap(11)

    def name(self, words: str) -> None:
        """Writes a name in one line as large as a cover has it, or smaller down to a limit; then word by word."""
        style = self.theme.name
        longest = max((self.kit.type.width(word, style) for word in words.split()), default=1)
        whole = 0.96 * self.width / max(1, self.kit.type.width(words, style))
        share = whole if whole >= SMALLEST_NAME else 0.96 * self.width / max(1, longest)
        self.text(words, style._replace(size=style.size * min(1.0, share)), "centre")

    def dated(self, words: str, date: str) -> None:
        """Writes the head of a dispatch with its date stamped beside it; where there is no room, above it."""
        made = self.stamped(date, self.theme.stamp_date)
        room = made.rect.width + self.kit.px(SIDE_GAP)
        if room > self.width * 0.45:
            self.text(date, self.theme.label)
            self.text(words, self.theme.heading)
            return
        top = self.top
        with self.inset(right=room):
            self.text(words, self.theme.heading)
        place = made.rect.move(self.left + self.width - made.rect.width, top)
        self.marks.append(replace(made, rect=place))
        self.top = max(self.top, place.bottom)

    def double_rule(self) -> None:
        """Draws a thicker and a thin line across."""
        top, ink = self.top, self.kit.palette.ink
        self.marks.append(Box(pygame.Rect(self.left, top, self.width, self.kit.px(1.6)), ink))
        self.marks.append(Box(pygame.Rect(self.left, top + self.kit.px(4), self.width, max(1, self.kit.px(0.7))), ink))
        self.top = top + self.kit.px(4) + max(1, self.kit.px(0.7))

    def stamp(self, words: str, style: Style | None = None, align: Align = "right") -> None:
        """Stamps a few words onto the paper, a little askew."""
        if words:
            made = self.stamped(words, style or self.theme.stamp)
            spare = max(0, self.width - made.rect.width)
            start = self.left + {"left": 0, "centre": spare // 2, "right": spare}[align]
            self.marks.append(replace(made, rect=made.rect.move(start, self.top)))
            self.top += made.rect.height

    def stamped(self, words: str, style: Style) -> Stamp:
        """A stamp at no place yet, in capitals where the script has them: its box is as large as it will be."""
        words = words.upper()
        width = self.kit.type.width(words, style) + 2 * self.kit.px(10)
        height = self.kit.type.step(style) + 2 * self.kit.px(6)
        angle = askew(words) if self.kit.palette.grain else 0.0
        lean = abs(sin(radians(angle)))
        across, down = round(width + height * lean) + 2, round(height + width * lean) + 2
        return Stamp(pygame.Rect(0, 0, across, down), words, style, angle, (width, height))

    def rule(self, colour: Colour | None = None) -> None:
        """Draws a thin line across."""
        height = self.kit.px(1)
        ends = ((self.left, self.top), (self.left + self.width - 1, self.top))
        self.marks.append(Stroke(ends, colour or self.kit.palette.line, height))
        self.top += height

    def two_sided(self, left: str, left_style: Style, right: str, right_style: Style) -> None:
        """Writes words at the left, and a few at the right of their first line: beneath, rather than broken."""
        room = self.kit.type.width(right, right_style) if right else 0
        crowded = self.kit.type.width(left, left_style) + self.kit.px(SIDE_GAP) + room > self.width
        if not right or (crowded and self.width // 2 < room <= self.width):
            self.text(left, left_style)
            self.text(right, right_style, "right")
            return
        room = min(room, self.width // 2) if crowded else room
        lower = round(self.kit.type.foot(left_style) - self.kit.type.foot(right_style))
        top = self.top
        self.top = top + max(0, lower)
        with self.inset(left=self.width - room):
            self.text(right, right_style, "right")
        below, self.top = self.top, top + max(0, -lower)
        with self.inset(right=room + self.kit.px(SIDE_GAP)):
            self.text(left, left_style)
        self.top = max(self.top, below)

    @contextmanager
    def inset(self, left: int = 0, right: int = 0) -> Iterator[None]:
        """Writes within a narrower measure, in pixels of the screen."""
        kept = (self.left, self.width)
        self.left, self.width = self.left + left, max(1, self.width - left - right)
        yield
        self.left, self.width = kept

    @contextmanager
    def card(
        self,
        fill: Colour | None = None,
        edge: Colour | None = None,
        spot: Spot | None = None,
        pad: float | None = None,
        thickness: float = 1,
    ) -> Iterator[None]:
        """Writes inside a box; `spot` gets the box's place."""
        padding = self.kit.px(self.kit.spaces.card_pad if pad is None else pad)
        top, place = self.top, len(self.marks)
        self.top += padding
        spot_place = len(self.spots)
        marker = self.names if spot is not None and spot.action else None
        if marker is not None:
            marker.muted += 1
        with self.inset(padding, padding):
            yield
        if marker is not None:
            marker.muted -= 1
        self.top += padding
        rect = pygame.Rect(self.left, top, self.width, self.top - top)
        palette = self.kit.palette
        box = Box(
            rect,
            palette.sheet if fill is None else fill,
            edge or palette.line,
            self.kit.px(thickness),
            self.kit.px(self.kit.spaces.radius),
        )
        self.marks.insert(place, box)
        if spot is not None and spot.action and box.fill == palette.sheet:
            # What can be taken up lies on the paper like a card.
            foot = pygame.Rect(rect.left, rect.bottom - 3 * box.radius, rect.width, 3 * box.radius + self.kit.px(2))
            self.marks.insert(place, Box(foot, palette.line, None, 1, box.radius))
        if spot is not None:
            self.spots.insert(spot_place, replace(spot, rect=rect))

    def row(self, cells: Sequence[tuple[float, Writer]], gap: float = 14, *, level: bool = False) -> None:
        """Writes cells side by side; each has a share of the width. `level`: the cards in them end at one height."""
        between = self.kit.px(gap)
        room = self.width - between * (len(cells) - 1)
        total = sum(share for share, _ in cells)
        top, left, width = self.top, self.left, self.width
        below, used = top, 0.0
        ends: list[tuple[int, int, int]] = []
        for number, (share, write) in enumerate(cells):
            start, used = round(used), used + room * share / total
            self.left, self.width, self.top = left + start + between * number, max(1, round(used) - start), top
            ends.append((len(self.marks), len(self.spots), 0))
            write(self)
            ends[-1] = (*ends[-1][:2], self.top)
            below = max(below, self.top)
        self.left, self.width, self.top = left, width, below
        if level:
            self._level(ends, below)

    def _level(self, ends: Sequence[tuple[int, int, int]], below: int) -> None:
        """Draws the card of each cell down to where the longest ends; `ends`: first mark, first spot, bottom."""
        starts = [*ends[1:], (len(self.marks), len(self.spots), 0)]
        for (mark, spot_at, bottom), (mark_end, spot_end, _) in zip(ends, starts, strict=True):
            for place in range(mark, mark_end):
                box = self.marks[place]
                if isinstance(box, Box) and box.rect.bottom >= bottom:
                    moved = box.rect.move(0, below - bottom)
                    drawn = box.rect.union(moved) if box.rect.bottom == bottom else moved
                    self.marks[place] = replace(box, rect=drawn)
            for place in range(spot_at, spot_end):
                area = self.spots[place].rect
                if area.bottom == bottom:
                    self.spots[place] = replace(self.spots[place], rect=area.union(area.move(0, below - bottom)))


NOWHERE = pygame.Rect(0, 0, 0, 0)
"""The place of a spot that a card has yet to give."""


def askew(words: str) -> float:
    """By how many degrees a stamp stands askew: by its words, so that it is the same each time."""
    return (-3.2, 2.6, -2.2, 3.4, 1.8)[sum(map(ord, words)) % 5]


def spot(
    key: str,
    action: str = "",
    *,
    enabled: bool = True,
    why_not: str = "",
    confirm: str = "",
    digit: int = 0,
    tip: str = "",
) -> Spot:
    """A spot whose place a card gives."""
    return Spot(key, NOWHERE, action, digit=digit, enabled=enabled, why_not=why_not, confirm=confirm, tip=tip)
