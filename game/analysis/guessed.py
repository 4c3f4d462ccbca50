"""A guess of what another side at a table wants: what is kept of it, without anything that knows games."""

from __future__ import annotations

from dataclasses import dataclass

DEAREST = 3
"""So many issues may be named as the dearest."""
MOST_LEAST = 100
"""The least that a side would take is guessed on 0 to this."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What `party` took `other` to want at the table opened by step `table`, after entry `seq` of the game."""

    seq: int
    party: str
    table: str
    other: str
    dearest: tuple[str, ...]
    least: int | None
