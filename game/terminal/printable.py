"""Printing to a terminal or pipe that lacks some characters: dashes become hyphens, quotes straight, é plain e.

Nothing is lost in silence: what has no plain form becomes a question mark.
"""

from __future__ import annotations

import codecs
import io
import unicodedata
from typing import TextIO

from game.present.breaking import BREAK, unbroken

_ERRORS = "spoken-plainly"
_PLAIN = str.maketrans(
    {
        "–": "-", "—": "-", "−": "-", "…": "...", "→": "->", "·": "|", "•": "*", "»": ">",
        "“": '"', "”": '"', "‘": "'", "’": "'", "─": "-", "×": "x", "\xa0": " ",
    }
)  # fmt: skip


def speak_plainly(*streams: TextIO) -> None:
    """Makes streams print the nearest plain character for what their encoding lacks."""
    codecs.register_error(_ERRORS, _replaced)
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_ERRORS)


def hear_anything(stream: TextIO) -> None:
    """Makes a stream of input replace bytes that are no text, instead of failing on them."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")


def plain(words: str) -> str:
    """The words in ASCII, as near as can be.

    >>> plain("Jussarö – “so”")
    'Jussaro - "so"'
    """
    decomposed = unicodedata.normalize("NFKD", words.translate(_PLAIN))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return bare.encode("ascii", "replace").decode("ascii")


def visible(words: str, *, breaking: bool = False) -> str:
    """The words with a sign in place of what would steer a terminal or turn the order of letters, such as escapes.

    Places to break a line, which are never printed, are kept only for who is still `breaking` them.

    >>> visible("game\\x1b[2J.json") == "game\\N{REPLACEMENT CHARACTER}[2J.json"
    True
    """
    kept = f"\n\t{BREAK}" if breaking else "\n\t"
    words = words if breaking else unbroken(words)
    return "".join(
        letter if letter.isprintable() or letter in kept else "\N{REPLACEMENT CHARACTER}" for letter in words
    )


def _replaced(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return plain(error.object[error.start : error.end]), error.end
