"""Breaking lines in a terminal: by columns, at spaces and at the places to break that texts in Thai carry.

What is broken here keeps its places to break; whoever prints takes them out (`unbroken`). Text without Thai is
broken as Python's own `textwrap` does it.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from game.present.breaking import BREAK, clusters, has_thai, held_together, unbroken

_PIECE = re.compile(f"[^ {BREAK}]*[ {BREAK}]*")


def columns(words: str) -> int:
    """How many columns words take: signs above and below a letter take none, wide letters take two.

    >>> columns("น้ำที่"), columns("Jussarö"), columns("東京")
    (4, 7, 4)
    """
    return sum(map(_columns, words))


def line_starts(words: str, width: int) -> list[int]:
    """Where lines after the first begin, so that none is wider than `width` columns, blanks at its end left out."""
    starts: list[int] = []
    reach = 0
    for start, end in _pieces(held_together(words), width):
        piece = words[start:end]
        if reach and reach + columns(piece.rstrip(f" {BREAK}")) > width:
            starts.append(start)
            reach = 0
        reach += columns(piece)
    return starts


def widest_piece(words: str) -> int:
    """The columns of the widest piece that is broken only where nothing else helps."""
    held = held_together(words)
    return max((columns(piece.rstrip(f" {BREAK}")) for piece in _PIECE.findall(held)), default=0)


def wrapped(words: str, width: int, indent: str = "") -> list[str]:
    """The lines of a paragraph, each behind `indent`; one empty line where there are no words."""
    if not has_thai(words):
        lines = textwrap.wrap(
            unbroken(words), width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
        )
        return lines or [""]
    words = " ".join(words.split())
    starts = [0, *line_starts(words, max(1, width - len(indent))), len(words)]
    return [f"{indent}{unbroken(words[a:b]).strip()}" for a, b in pairwise(starts)]


def _pieces(held: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each piece that stays together begins and ends; one wider than a line is cut between letters."""
    for found in _PIECE.finditer(held):
        start, end = found.span()
        if start == end:
            continue
        if columns(found.group().rstrip(f" {BREAK}")) <= width:
            yield start, end
            continue
        for cluster in clusters(found.group()):
            yield start, start + len(cluster)
            start += len(cluster)


def _columns(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in ("W", "F") else 1
