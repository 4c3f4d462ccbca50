"""The strategist where issues are initialled one by one: what it never does, and that it goes by what it may know."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine.asks import ACCEPT, PRESS, PROPOSE, TableAsk, TableMoves
from game.engine.chance import Stream
from game.engine.tables import CompiledTable
from game.engine.world import World
from game.players.playout import answered
from game.players.seats import Seat
from game.players.situations import by_value_set
from game.players.strategist import Strategist
from game.players.styles import seat_of
from tests.benchmarks.own_tables import bargained, opening
from tests.players.tables import drawn_table, hold, table_of

OTHERS = ("holds-out", "micro", "tit-for-tat", "random")
CONFERENCE = ("yalta-1945", "conference")


def by_issue(seed: int, parties: int = 2) -> CompiledTable:
    drawn = drawn_table((3, 4, 2, 3), parties, seed, (3, 3), linkages=seed % 2)
    return table_of(drawn.valuations, (3, 3), whole=False)


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("place", [0, 1])
def test_with_what_it_signs_at_random_tables_it_has_its_walk_away_value(other: str, place: int) -> None:
    signed = 0
    for seed in range(1, 6):
        table = by_issue(seed)
        seats: list[Seat] = [seat_of(other), seat_of(other)]
        seats[place] = Strategist()
        values = table.valuations[place][0]
        for ask, moves, in_session in hold(table, seats, np.full((2, 6), 10 * seed), seed=seed).moves:
            if ask.party == place:
                accepts, offers = ((moves.kind == kind) & (in_session == 1) for kind in (ACCEPT, PROPOSE))
                needed = ask.walk_away * values.total_weight
                assert (values.worth(ask.standing | ask.initialled) >= needed)[accepts].all()
                named = np.where(ask.nameable, moves.terms, 0) | ask.initialled
                assert (values.worth(named) >= np.minimum(needed, values.worth(ask.initialled)))[offers].all()
                signed += int(accepts.sum() + offers.sum())
    assert signed


class Watching(Strategist):
    """Checks at every move at a conference that it signs nothing that lowers what is settled, and never presses."""

    signed = 0

    def bargain(self, ask: TableAsk, stream: Stream) -> TableMoves:
        moves = super().bargain(ask, stream)
        if not ask.nominating:
            assert not (moves.kind[ask.asked] == PRESS).any()
            for situation in by_value_set(ask):
                accepts = (moves.kind == ACCEPT)[situation.rows] & ask.asked[situation.rows]
                secured = situation.valuation.worth(situation.initialled)
                assert (situation.standing_worth >= secured)[accepts].all()
                self.signed += int(accepts.sum())
        return moves


@pytest.mark.parametrize("other", ["random", "concedes-early"])
def test_at_the_conference_it_signs_nothing_that_lowers_what_it_has(other: str) -> None:
    watching = Watching()
    bargained(*CONFERENCE, [watching, seat_of(other), seat_of(other)], games=8)
    assert watching.signed


@pytest.mark.parametrize("place", [0, 1, 2])
def test_among_two_who_hold_out_it_finds_something_to_settle(place: int) -> None:
    seats = [seat_of("holds-out") for _ in range(3)]
    seats[place] = Strategist()
    assert bargained(*CONFERENCE, seats, games=8).agreement >= 0.9


def test_one_who_holds_out_leaves_the_others_most_of_what_they_settle_without_one() -> None:
    """With five places that cannot be kept filled, the matters agreed upon are two thirds of the usual at the least."""
    held = [settled_by("strategist", "strategist", "holds-out"), settled_by(*["strategist"] * 3)]
    assert held[0] >= held[1] * 2 / 3, held


def settled_by(*styles: str) -> float:
    """How many of the conference's matters leave their default, on average."""
    world = opening(*CONFERENCE, 40, 0).copy()
    rules = world.program.tables[CONFERENCE[1]]
    seats = dict(zip(rules.table.parties, map(seat_of, styles), strict=True))
    while not world.over:
        world.answer(answered(world, seats))
    agreed = np.stack([world.columns[place] for place in rules.issue_places])
    return float((agreed != np.array(rules.table.unsettled)[:, None]).sum(axis=0).mean())


def said_at_the_table(games: int, hidden: dict[str, int] | None = None) -> np.ndarray:
    """What the strategists at Hopkins's table say in each of the games; `hidden` overwrites columns first."""
    world = opening("yalta-1945", "hopkins-table", games, 0).copy()
    for name, value in (hidden or {}).items():
        place = world.program.places[name]
        world.columns[place] = np.full_like(world.columns[place], value)
    return talked(world)


def talked(world: World) -> np.ndarray:
    seats = {party: Strategist() for party in world.program.scenario.parties}
    said = []
    while not world.over:
        answers = answered(world, seats)
        (moves,) = answers
        assert isinstance(moves, TableMoves)
        live = world.talks["hopkins-table"].live
        rows = np.zeros((1 + len(moves.terms), world.rows), np.int8)
        rows[:, slice(None) if live is None else live] = np.concatenate([moves.kind[None], moves.terms])
        said.append(rows)
        world.answer(answers)
    return np.stack(said)


def test_a_talk_by_issue_goes_alike_alone_among_others_and_again() -> None:
    many, again = said_at_the_table(8), said_at_the_table(8)
    assert many.tobytes() == again.tobytes()
    alone = talked(_one_of(opening("yalta-1945", "hopkins-table", 8, 0), 0))
    assert (alone[:, :, 0] == many[: len(alone), :, 0]).all()


def _one_of(world: World, row: int) -> World:
    """The same talks with every row like one of them."""
    copy = world.copy()
    copy.columns = [np.full_like(column, column[row]) for column in copy.columns]
    return copy


def test_what_is_hidden_from_both_moves_nothing_that_they_say() -> None:
    program = opening("yalta-1945", "hopkins-table", 8, 0).program
    hidden = [dict(program.hidden_from(party)) for party in program.tables["hopkins-table"].table.parties]
    both = {program.names[place]: hidden[0][place] for place in hidden[0].keys() & hidden[1].keys()}
    assert both
    assert said_at_the_table(8, both).tobytes() == said_at_the_table(8).tobytes()
