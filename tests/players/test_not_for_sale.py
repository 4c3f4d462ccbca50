"""What a government does not sell at Yalta: whoever offers all else for it does not get it, in 200 games."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from game.engine.asks import ACCEPT, ADJOURN, PROPOSE, ChoiceAsk, Numbers, Packages, TableAsk, TableMoves
from game.engine.chance import Stream
from game.engine.program import Program
from game.engine.tables import CompiledTable
from game.engine.world import World
from game.players.agendas import first_among, nominable, nomination, places
from game.players.playout import answered
from game.players.seats import Seat
from game.players.styles import seat_of
from tests.kept import kept_program
from tests.scenarios.led import seats

GAMES, SEED = 200, 5
CONFERENCE = "conference"


@dataclass(slots=True)
class Asker:
    """Calls up one issue, asks for one option of it, and offers its owner the best of everything else."""

    base: Seat
    owner: str
    issue: str
    option: str
    style: str = "asker"
    looks_back: bool = True
    recalls: bool = False

    def choose(self, ask: ChoiceAsk, stream: Stream) -> Numbers:
        return self.base.choose(ask, stream)

    def bargain(self, ask: TableAsk, stream: Stream) -> TableMoves:
        if ask.table.step != CONFERENCE:
            return self.base.bargain(ask, stream)
        if ask.nominating:
            urgent = np.array([[2 if issue == self.issue else 1] for issue in ask.table.issues], np.int32)
            return nomination(ask, first_among(urgent.repeat(ask.rows, 1), nominable(ask), places(ask)))
        asked = self.package(ask.table)[:, None]
        terms = np.where(ask.nameable, asked, np.int8(0)).astype(np.int8)
        place = ask.table.issues.index(self.issue)
        given = ask.may[ACCEPT] & (ask.standing[place] == asked[place])
        kind = np.where(given, ACCEPT, np.where(terms.any(axis=0), PROPOSE, ADJOURN)).astype(np.int8)
        return TableMoves(kind, terms, np.zeros(ask.rows, np.int8))

    def package(self, table: CompiledTable) -> Packages:
        """What is best for the owner, but for the one option, `(issues,)`."""
        scores = table.valuations[table.parties.index(self.owner)][0].scores
        best = np.array([int(score[1:].argmax()) + 1 for score in scores], np.int8)
        place = table.issues.index(self.issue)
        best[place] = table.options[place].index(self.option) + 1
        return best


def program() -> Program:
    return kept_program("yalta-1945")


def obtained(asker: str, owner: str, issue: str, option: str) -> float:
    """The share of games in which the asker has it when the conference is over."""
    rules = program().tables[CONFERENCE].table
    at = seats(program(), "trades") | {asker: Asker(seat_of("trades"), owner, issue, option)}
    world = World(program(), np.arange(GAMES), SEED)
    while world.step is not None and world.step.step.id != "signing":
        world.answer(answered(world, at))
    agreed = world.columns[program().places[f"agreed.{CONFERENCE}.{issue}"]]
    assert (agreed != 0).mean() >= 0.9
    return float((agreed == rules.options[rules.issues.index(issue)].index(option) + 1).mean())


@pytest.mark.parametrize(
    ("asker", "owner", "issue", "option"),
    [
        ("soviet-union", "united-kingdom", "trusteeship", "all-dependent"),
        ("soviet-union", "united-states", "voting", "absolute-veto"),
        ("united-kingdom", "soviet-union", "voting", "no-veto-in-own-cause"),
        ("united-kingdom", "soviet-union", "french-zone", "from-all-three"),
        ("united-kingdom", "soviet-union", "war-criminals", "a-list-shot"),
    ],
)
def test_nothing_buys_what_is_not_for_sale(asker: str, owner: str, issue: str, option: str) -> None:
    assert obtained(asker, owner, issue, option) == 0


def test_what_has_a_price_can_be_bought_by_the_same_asking() -> None:
    assert obtained("united-states", "soviet-union", "iran", "early-withdrawal") >= 0.9
