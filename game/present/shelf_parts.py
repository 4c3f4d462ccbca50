"""The lines one chooses among before a game: scenarios, saved games, seats and ways for the program to play.

Finished words with the ids that a face hands back, as in `game.present.parts`. Nothing here opens or draws.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A chair that a person may take: a party, or a side of several.

    `words` are `members`, the names of a side's parties, and `enters`, when they come in where that is late.
    """

    id: str
    name: str
    parties: tuple[str, ...]
    words: str
    playable: bool
    members: str = ""
    enters: str = ""


@dataclass(frozen=True, slots=True)
class StyleLine:
    """A way for the program to play, in one sentence."""

    id: str
    words: str
    name: str


@dataclass(frozen=True, slots=True)
class ShelfLine:
    """A scenario on the shelf; `problem` is empty, or says why it cannot be opened."""

    id: str
    title: str
    dates: str
    length: str
    seats: str
    summary: str
    problem: str
    name: str = ""
    """The name by which it is typed and spoken of: "Finland 1939"."""
    ids: tuple[str, ...] = ()
    """What may be named as a person's seat: parties, then sides."""


@dataclass(frozen=True, slots=True)
class SavedLine:
    """A game begun earlier that can be gone on with, or looked at where it is `finished`."""

    path: str
    title: str
    words: str
    finished: bool = False
