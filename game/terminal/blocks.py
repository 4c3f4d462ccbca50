"""What a page is made of in a terminal: headings, paragraphs, numbered items, grids.

Between a page (what to say) and a screen (how to print it): the same blocks are drawn with rules and bold type
by one screen, and read out in plain lines by the other. No block carries meaning by looks alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["normal", "quiet", "strong"]

MARK_BEGINS, MARK_ENDS = "\x0e", "\x0f"
"""Around words that a screen with marks underlines; no text of a file can hold them."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; `note` stands beside it. Level 1 opens a page, level 2 a part of it."""

    words: str
    note: str = ""
    level: Literal[1, 2] = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running words; `indent` in steps. `literal`: asterisks in them are what somebody typed, and no emphasis."""

    words: str
    tone: Tone = "normal"
    indent: int = 0
    literal: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list: its mark ("3", "+5", "•"), its words, and notes beneath it."""

    mark: str
    words: str
    notes: tuple[str, ...] = ()
    tone: Tone = "normal"


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `spaced` parts its items by blank lines."""

    items: tuple[Item, ...]
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows and columns of words; the first cell of a row names it."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Two things side by side, row by row, where there is room; elsewhere each row with both beneath its first cell."""

    headers: tuple[str, str]
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Twig:
    """One line of a tree with what grows out of it; `begun` says in words what it grew out of itself."""

    mark: str
    begun: str
    words: str
    note: str
    tone: Tone
    twigs: tuple[Twig, ...]


@dataclass(frozen=True, slots=True)
class Twigs:
    """A tree, each twig beneath what it grows out of."""

    twigs: tuple[Twig, ...]


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A line that is never broken: a command or a file's name, to be copied."""

    words: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture of characters and what its signs stand for; the words that follow say the same without it."""

    lines: tuple[str, ...]
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Curtain:
    """Hides everything printed so far before what follows is shown to another person."""


Block = Heading | Paragraph | Items | Grid | Beside | Twigs | Verbatim | Drawing | Curtain
