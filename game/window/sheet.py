"""What a panel shows once it is laid out: marks to draw and spots to act on, at fixed places.

A sheet is made by a `game.window.flow.Flow` for one width and is never changed. Places are relative to the
sheet's top left corner. Nothing here draws.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import pygame

from game.window.theme import Colour, Style


class Letters(NamedTuple):
    """A run of text; `line` is the box of its whole line, which holds the ink."""

    left: int
    top: int
    text: str
    face: str
    style: Style
    line: pygame.Rect


@dataclass(frozen=True, slots=True)
class Box:
    """A filled box, or with `fill` None only its edge."""

    rect: pygame.Rect
    fill: Colour | None
    edge: Colour | None = None
    thickness: int = 1
    radius: int = 0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line, or with more than two points a path, which may be filled."""

    points: tuple[tuple[int, int], ...]
    colour: Colour
    thickness: int = 1
    filled: bool = False

    @property
    def rect(self) -> pygame.Rect:
        """The box around it."""
        left, right = min(point[0] for point in self.points), max(point[0] for point in self.points)
        top, bottom = min(point[1] for point in self.points), max(point[1] for point in self.points)
        return pygame.Rect(left, top, right - left + 1, bottom - top + 1).inflate(self.thickness, self.thickness)


@dataclass(frozen=True, slots=True)
class Disc:
    """A round dot, or with `fill` None a ring."""

    centre: tuple[int, int]
    radius: int
    fill: Colour | None
    edge: Colour | None = None
    thickness: int = 1

    @property
    def rect(self) -> pygame.Rect:
        """The box around it."""
        return pygame.Rect(self.centre[0] - self.radius, self.centre[1] - self.radius, 2 * self.radius, 2 * self.radius)


@dataclass(frozen=True, slots=True)
class Dots:
    """Many small squares of one size and colour within a box."""

    rect: pygame.Rect
    places: tuple[tuple[int, int], ...]
    size: int
    colour: Colour


@dataclass(frozen=True, slots=True)
class Stamp:
    """Words stamped onto the paper: `size` is the stamp's own before it is turned by `angle` degrees into `rect`."""

    rect: pygame.Rect
    words: str
    style: Style
    angle: float
    size: tuple[int, int]


Mark = Letters | Box | Stroke | Disc | Dots | Stamp


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that can be focused and acted on.

    `key` stays the same when a page is laid out anew. `action` is an action's id, as pages have them, done by
    click or Enter; `left` and `right` are done by those arrows. `digit` is the key that acts from anywhere on
    the page. Where `enabled` is false, `why_not` is said instead; `confirm` is asked before. What is `by_mouse`
    alone is passed over by Tab, since other keys do the same, and a click on it focuses its `owner`; an `entry` is
    a field to type in. `tip` is told about it where it is pointed at.
    """

    key: str
    rect: pygame.Rect
    action: str = ""
    left: str = ""
    right: str = ""
    digit: int = 0
    enabled: bool = True
    why_not: str = ""
    confirm: str = ""
    by_mouse: bool = False
    entry: bool = False
    owner: str = ""
    tip: str = ""
    slides: str = ""
    """The row of spots along which a press that is held acts, wherever it is moved."""
    group: str = ""
    """The choices that Tab goes past at once; arrows go from one to another."""
    dwells: str = ""
    """An action that is done when the focus comes here by a key."""
    is_told: bool = False
    """Whether it is written there why nothing can be done with it, so that only a key from afar has it said again."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A laid-out piece of a page."""

    width: int
    height: int
    marks: tuple[Mark, ...] = ()
    spots: tuple[Spot, ...] = field(default=())


def mark_rect(mark: Mark) -> pygame.Rect:
    """The box that a mark needs."""
    return mark.line if isinstance(mark, Letters) else mark.rect
