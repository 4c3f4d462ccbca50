"""A saved game told move by move, for `replay`: everything that happened, once the game is over.

While it is not over only what everybody learned is told, so that no seal is broken and no talks are opened.
The record is not in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.game import Game
from game.engine.history import CHANCE, Entry
from game.present.entering import was_before
from game.present.moves import move_words
from game.present.reader import Reader
from game.present.short_game import was_spared
from game.present.speech import Speech
from game.scenario.model import FACILITATOR, PUBLIC


def retold(game: Game, speech: Speech) -> Iterator[str]:
    """Yields the lines of the present path, and how it came out."""
    reader = Reader(game.scenario, game.view(FACILITATOR), speech)
    yield reader.line(game.scenario.title)
    step = ""
    for entry in game.path:
        if entry.step != step:
            step = entry.step
            place = game.scenario.steps[step]
            yield ""
            yield f"{reader.dates(place, stated=entry is game.path[0])}: {reader.line(place.title)}"
        told = game.over or _is_public(game, entry)
        yield f"    {_move(reader, entry) if told else speech('replay.withheld', number=entry.seq)}"
    yield ""
    ending = game.ending()
    if ending is None:
        yield speech("replay.unfinished")
    else:
        yield speech("auto.ending", ending=reader.line(game.scenario.endings[ending].title))


def _is_public(game: Game, entry: Entry) -> bool:
    """Tells whether everybody learned of an entry; a decision that others still owe theirs to is not told."""
    seat = None if entry.seat == CHANCE else entry.seat
    return any(
        happening.step == entry.step and happening.party == seat and happening.kind in ("choice", "chance")
        for happening in game.view(PUBLIC).happenings()
    )


def _move(reader: Reader, entry: Entry) -> str:
    words = move_words(reader, reader.scenario.steps[entry.step], entry.seat, entry.move)
    if entry.seat == CHANCE:
        words = reader.speech("replay.chance", words=words)
    reason = f" {reader.speech('replay.reason', reason=entry.reason)}" if entry.reason else ""
    if was_spared(entry):
        return f"{entry.seq}. {reader.speech('short.history', words=words)}"
    if was_before(entry):
        return f"{entry.seq}. {reader.speech('late.history', words=words)}"
    return f"{entry.seq}. {words}{reason}"
