"""What tells somebody at a terminal, in its last line, how far long work is; where nobody waits, nothing is told."""

from __future__ import annotations

import sys
from collections.abc import Callable
from shutil import get_terminal_size
from time import monotonic

from game.reading import interface

_PAUSE = 0.2
"""Seconds between two words of progress."""


def of_survey() -> Callable[[int, int], None] | None:
    """Makes what tells, at once, at which stage of how many the survey of a table is."""
    if not sys.stderr.isatty():
        return None
    speech = interface()

    def told(stage: int, stages: int) -> None:
        _say_in_place(speech("table.progress", stage=stage, stages=stages))

    return told


def of_talks(games: int) -> Callable[[int, int], None] | None:
    """Makes what tells how many of these talks are held, and at which turn the others are."""
    tell = _teller("bargain.progress", games=f"{games:,}")
    return tell and (lambda held, turn: tell(held=f"{held:,}", turn=turn))


def of_games(games: int) -> Callable[[int], None] | None:
    """Makes what tells how many of these games are played."""
    tell = _teller("estimate.progress", games=f"{games:,}")
    return tell and (lambda played: tell(played=f"{played:,}"))


def clear() -> None:
    """Takes the words of progress away, so that what is printed next has the line for itself."""
    if sys.stderr.isatty():
        _say_in_place("")


def _teller(sentence: str, **given: object) -> Callable[..., None] | None:
    """Makes what tells, now and then, how far work is."""
    if not sys.stderr.isatty():
        return None
    speech, last = interface(), [monotonic()]

    def tell(**words: object) -> None:
        if monotonic() - last[0] >= _PAUSE:
            last[0] = monotonic()
            _say_in_place(speech(sentence, **given, **words))

    return tell


def _say_in_place(words: str) -> None:
    """Puts words into the last line of the terminal in the place of others; they end before its last column."""
    width = max(get_terminal_size().columns - 1, 1)
    print(f"\r{words[:width]:<{min(width, 79)}}\r", end="", file=sys.stderr, flush=True)
