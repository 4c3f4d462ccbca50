"""Nobody who trades takes back what it offered, from move to move or from sitting to sitting, without a new fact.

A fact is the refusal of an absentee, or that the offer is no longer worth what the party must have: because its
walk-away value has risen, or because what it was offered for was settled otherwise or has left the agenda. To take
over what all the others ask for takes nothing back from anybody.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pytest

from game.engine.asks import PROPOSE, ChoiceAsk, Numbers, Packages, TableAsk, TableMoves, Truths
from game.engine.chance import Stream
from game.players.bargaining import reserve
from game.players.seats import Seat
from game.players.situations import Situation, by_value_set
from game.players.styles import seat_of
from tests.kept import kept_program
from tests.scenarios.led import played

GAMES = 60


@dataclass(slots=True)
class Watched:
    """A seat whose offers are compared with what it last offered, issue by issue."""

    base: Seat
    offers: int = 0
    taken_back: int = 0
    without_cause: int = 0
    style: str = "watched"
    looks_back: bool = field(default=True, init=False)
    recalls: bool = field(default=False, init=False)

    def choose(self, ask: ChoiceAsk, stream: Stream) -> Numbers:
        return self.base.choose(ask, stream)

    def bargain(self, ask: TableAsk, stream: Stream) -> TableMoves:
        moves = self.base.bargain(ask, stream)
        if ask.nominating:
            return moves
        proposes = (moves.kind == PROPOSE) & ask.asked
        self.offers += int(proposes.sum())
        for situation in by_value_set(ask):
            self.compare(situation, proposes[situation.rows], moves.terms[:, situation.rows])
        return moves

    def compare(self, situation: Situation, proposes: Truths, terms: Packages) -> None:
        """Counts what is taken back in the rows that propose, and what of it no fact explains."""
        before = situation.own_position
        scores = np.array(
            [score.take(terms[n]) - score.take(before[n]) for n, score in enumerate(situation.valuation.scores)]
        )
        back = (scores > 0) & (before != 0) & (terms != 0) & proposes
        if back.any():
            fallen = situation.valuation.worth(situation.said) < reserve(situation)
            refused = situation.ask.refused
            new = fallen if refused is None else fallen | (refused[:, situation.rows] != 0)
            new = new | np.logical_and.reduce([terms == asked for asked in situation.positions])
            self.taken_back += int(back.sum())
            self.without_cause += int((back & ~new).sum())


@pytest.mark.parametrize(
    ("scenario", "other"),
    [
        ("yalta-1945", "united-kingdom"),
        ("yalta-1945", "soviet-union"),
        ("pact-1939", "soviet-union"),
        ("finland-1939", "finland"),
    ],
)
def test_against_one_who_moves_at_random_a_word_given_is_kept(scenario: str, other: str) -> None:
    program = kept_program(scenario)
    watched = {party: Watched(seat_of("trades")) for party in program.scenario.parties if party != other}
    played(program, GAMES, 31, {**watched, other: seat_of("random")})
    assert sum(one.offers for one in watched.values()) > 2 * GAMES
    assert sum(one.without_cause for one in watched.values()) == 0
    assert sum(one.taken_back for one in watched.values()) <= GAMES // 4
