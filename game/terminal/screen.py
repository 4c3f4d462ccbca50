"""What the terminal game prints on, and the plain one: lines of words, for screen readers and pipes.

A screen prints blocks and asks nothing. The plain screen has no boxes, pictures, colours or cursor tricks,
and reads well aloud: a grid becomes a line for each row, every cell behind its header.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TextIO

from game.present.breaking import has_thai, unbroken
from game.present.joining import ended
from game.terminal.blocks import (
    Beside,
    Block,
    Curtain,
    Drawing,
    Grid,
    Heading,
    Item,
    Items,
    Paragraph,
    Twig,
    Twigs,
    Verbatim,
)
from game.terminal.printable import visible
from game.terminal.wrapping import wrapped

_CURTAIN_LINES = 60


class Screen(Protocol):
    """Where blocks are printed."""

    is_terminal: bool
    draws_marks: bool
    """Whether words between `MARK_BEGINS` and `MARK_ENDS` are underlined; otherwise there must be none."""

    def show(self, blocks: Iterable[Block]) -> None:
        """Prints blocks in order."""

    def prompt(self, words: str) -> None:
        """Prints a prompt and stays on its line."""


class PlainScreen:
    """Linear text."""

    def __init__(self, out: TextIO, width: int = 80) -> None:
        self._out, self._width = out, width
        self.is_terminal, self.draws_marks = out.isatty(), False

    def show(self, blocks: Iterable[Block]) -> None:
        """Prints blocks as paragraphs and lines."""
        for block in blocks:
            for line in self._lines(block):
                self._out.write(line + "\n")
        self._out.flush()

    def prompt(self, words: str) -> None:
        """Prints a prompt and stays on its line."""
        self._out.write(unbroken(words))
        self._out.flush()

    def _lines(self, block: Block) -> Iterable[str]:
        match block:
            case Heading(words, note):
                return ["", *self._wrapped(f"{ended(words)} {note}" if note else words), ""]
            case Paragraph(words, _, indent, literal):
                lines = self._wrapped(words, "  " * indent, literal=literal)
                return lines if indent else [*lines, ""]
            case Items(items):
                return [*(line for item in items for line in self._item(item)), ""]
            case Grid():
                return [*(line for row in block.rows for line in self._row(block.headers, row)), ""]
            case Beside():
                return [*(line for item in one_under_the_other(block) for line in self._item(item)), ""]
            case Twigs(twigs):
                return [*(line for twig in twigs for line in self._twig(twig)), ""]
            case Verbatim(words):
                return [visible(words), ""]
            case Drawing():
                return []
            case Curtain():
                return [""] * _CURTAIN_LINES

    def _item(self, item: Item) -> list[str]:
        mark = f"{item.mark}. " if item.mark.isdecimal() else "- " if item.mark else ""
        first = f"{mark}{item.words}"
        notes = [line for note in item.notes for line in self._wrapped(note, "   ")]
        return [*self._wrapped(first), *notes]

    def _twig(self, twig: Twig) -> list[str]:
        own = " ".join(ended(words) for words in (f"{twig.mark}, {twig.begun}: {twig.words}", twig.note) if words)
        return [*self._wrapped(own), *(line for inner in twig.twigs for line in self._twig(inner))]

    def _row(self, headers: tuple[str, ...], row: tuple[str, ...]) -> list[str]:
        cells = [f"{header}: {cell}" if header else cell for header, cell in zip(headers[1:], row[1:], strict=True)]
        return self._wrapped(" ".join(ended(cell) for cell in (row[0], *cells) if cell))

    def _wrapped(self, words: str, indent: str = "", *, literal: bool = False) -> list[str]:
        seen = visible(words, breaking=True)
        return wrapped(aloud(seen if literal else without_emphasis(seen)), self._width, indent)


def one_under_the_other(block: Beside) -> tuple[Item, ...]:
    """What stands side by side as a list: each row's heading with both its sides beneath."""
    return tuple(
        Item("•", row[0], tuple(f"{header}: {cell}" for header, cell in zip(block.headers, row[1:], strict=True)))
        for row in block.rows
    )


def aloud(words: str) -> str:
    """The words with signs that are only for the eye made into what can be read aloud.

    >>> aloud("8 → 13 of 20 · Arden")
    '8 to 13 of 20, Arden'
    >>> aloud("ใครจะไป · ฟินแลนด์")
    'ใครจะไป ฟินแลนด์'
    """
    # Thai parts by a space what stands beside each other, and has no commas.
    return words.replace(" · ", " ") if has_thai(words) else words.replace(" → ", " to ").replace(" · ", ", ")


def emphasis(words: str) -> list[tuple[str, bool]]:
    """Parts words into runs, and tells which are emphasised: those between asterisks, as in `*word*`."""
    runs: list[tuple[str, bool]] = []
    parts = words.split("*")
    if len(parts) % 2 == 0:
        return [(words, False)]
    for place, part in enumerate(parts):
        if part:
            runs.append((part, place % 2 == 1))
    return runs


def without_emphasis(words: str) -> str:
    """The words as they sound, without the marks of emphasis."""
    return "".join(part for part, _ in emphasis(words))
