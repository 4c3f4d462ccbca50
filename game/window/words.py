"""From a text to pieces that may stand on a line: cleaning, emphasis, and where a line may break.

Any text may come from a stranger's file, so nothing here trusts it: signs that cannot be seen or would
reach over their neighbours are left out. Nothing here knows of fonts or widths.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from game.present.breaking import BREAK, held_together

MOST_CHARACTERS = 20_000
MOST_MARKS = 3
"""How many combining marks one letter may carry."""

_MOST_KEPT = 4000

_FIXED_SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_INVISIBLE = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
"""Letters and marks by their category that are never drawn; control and format characters go with theirs."""
_THAI_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_ORDINARY = re.compile(
    "(?:[ -~\u00a0-\u00ac\u00ae-\u02ff\u0e01-\u0e30\u0e32\u0e33\u0e3f-\u0e46\u0e4f-\u0e5b\u2010-\u2027"
    f"{BREAK}\N{NARROW NO-BREAK SPACE}]++|[{_THAI_MARKS}]{{1,{MOST_MARKS}}}+(?![{_THAI_MARKS}]))*+"
)
"""A text of which every sign is kept as it is: most texts, told so much sooner than by the category of each sign."""
_EMPHASIS = re.compile(r"\*(?=\S)([^*]+?)(?<=\S)\*")
_PARTS = re.compile(f"[^ {BREAK}]+|[ {BREAK}]+")
_AFTER_DASH = re.compile("(?<=[^\\W\u0e00-\u0e7f][-–—/])(?!(?<=\\d[-–])\\d)(?=[^\\W\u0e00-\u0e7f])|(?<=—)(?=\\w)")
"""Behind a dash; not between the ends of a span in numbers, nor in Thai, whose names are never parted."""

Piece = tuple[str, bool]
"""A text and whether it is emphasised."""
Word = tuple[tuple[Piece, ...], bool]
"""Pieces that stay together, and whether a space follows."""


def clean(text: str) -> str:
    """A text as one line that is safe to draw.

    >>> clean("a\\tb\\x07c\\u202e  d")
    'a bc d'
    """
    text = text[:MOST_CHARACTERS] + ("…" if len(text) > MOST_CHARACTERS else "")
    if _ORDINARY.fullmatch(text):
        kept = unicodedata.normalize("NFC", text)
    else:
        kept = "".join(_kept(unicodedata.normalize("NFC", _INVISIBLE.sub("", text))))
    return re.sub(" {2,}", " ", kept).strip()


@lru_cache(maxsize=_MOST_KEPT)
def words_of(text: str) -> tuple[Word, ...]:
    """Parts any text into words, cleaned before."""
    return words(clean(text))


def words(text: str) -> tuple[Word, ...]:
    """Parts a clean text into words, each with its emphasis."""
    found: list[Word] = []
    pieces: list[Piece] = []
    for part, emphasised in _emphasised(held_together(text)):
        for chunk in _PARTS.findall(part):
            if chunk[0] not in (" ", BREAK):
                pieces = _with_dashes(found, pieces, chunk, emphasised)
            elif pieces:
                found.append((tuple(pieces), " " in chunk))
                pieces = []
            elif " " in chunk and found:
                found[-1] = (found[-1][0], True)
    if pieces:
        found.append((tuple(pieces), False))
    return tuple(found)


def _with_dashes(found: list[Word], pieces: list[Piece], chunk: str, emphasised: bool) -> list[Piece]:
    """Adds a chunk to the word in the making; a dash inside it ends a word without a space."""
    *firsts, last = _AFTER_DASH.split(chunk)
    for first in firsts:
        found.append(((*pieces, (first, emphasised)), False))
        pieces = []
    return [*pieces, (last, emphasised)]


def _emphasised(text: str) -> Iterator[Piece]:
    place = 0
    for match in _EMPHASIS.finditer(text):
        yield text[place : match.start()], False
        yield match.group(1), True
        place = match.end()
    yield text[place:], False


def _kept(text: str) -> Iterator[str]:
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks > MOST_MARKS:
            continue
        if character in _FIXED_SPACES or character == BREAK:
            yield character
        elif character in "\t\n\r\v\f" or category in ("Zs", "Zl", "Zp"):
            yield " "
        elif category[0] != "C":
            yield character
        elif category in ("Cs", "Co", "Cn"):
            yield "\N{REPLACEMENT CHARACTER}"
