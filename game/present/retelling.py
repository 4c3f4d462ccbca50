"""A saved game told move by move, for `replay`: everything that happened, whoever knew of it.

It tells a game that is laid open after play; no seat sees it. The record is not in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.game import Game
from game.engine.history import CHANCE, Entry
from game.present.moves import move_words
from game.present.reader import Reader
from game.present.speech import Speech
from game.scenario.model import FACILITATOR


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
            yield f"{reader.dates(place)}: {reader.line(place.title)}"
        yield f"    {_move(reader, entry)}"
    yield ""
    ending = game.ending()
    if ending is None:
        yield speech("replay.unfinished")
    else:
        yield speech("auto.ending", ending=reader.line(game.scenario.endings[ending].title))


def _move(reader: Reader, entry: Entry) -> str:
    words = move_words(reader, reader.scenario.steps[entry.step], entry.seat, entry.move)
    if entry.seat == CHANCE:
        words = reader.speech("replay.chance", words=words)
    reason = f" {reader.speech('replay.reason', reason=entry.reason)}" if entry.reason else ""
    return f"{entry.seq}. {words}{reason}"
