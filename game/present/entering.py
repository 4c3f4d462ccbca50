"""A late entrance: what is played before a person whose party comes in late is asked for the first time.

Where every person's party comes in late, all seats follow the record up to the first of their steps, theirs as well;
dice are drawn as ever. Those moves are no person's: they carry a reason of their own and cannot be taken back. How
they are told is `game.present.short_game`'s.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from game.players.match import decided
from game.players.styles import seat_of

if TYPE_CHECKING:
    from game.engine.game import Game
    from game.engine.history import Entry
    from game.scenario.model import Scenario

BEFORE = "as in the record, before anybody came in"
"""The reason noted with a move that was played before the persons came in."""
_RECORD = "record"


def play_until_entrance(game: Game, people: Collection[str]) -> None:
    """Plays by the record up to the step at which the first of `people` comes in, if all of them come in late."""
    first = entrance(game.scenario, people)
    if not first:
        return
    steps, record = list(game.scenario.steps), seat_of(_RECORD)
    while game.step is not None and steps.index(game.step.id) < steps.index(first):
        for party in game.pending:
            game.play(party, decided(record, game.ask(party), game.seat_stream(party)), reason=BEFORE)


def entrance(scenario: Scenario, parties: Collection[str]) -> str:
    """The step at which one who holds these parties comes in; empty where that is the beginning."""
    entrances = [scenario.parties[party].enters for party in parties]
    return min(entrances, key=list(scenario.steps).index) if entrances and all(entrances) else ""


def was_before(entry: Entry) -> bool:
    """Whether a move was played before the persons came in."""
    return entry.reason == BEFORE


def beginning(game: Game) -> int:
    """The entry after which the persons came in; 0 where they have been there from the first."""
    return max((entry.seq for entry in game.history if was_before(entry)), default=0)
