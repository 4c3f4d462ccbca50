"""Imagined talks: a session comes to a package that both would take, as if one had proposed it and all had accepted."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.engine.asks import ACCEPT, PROPOSE, SessionResult, TableAsk, TableMoves, Truths
from game.engine.chance import Stream, game_keys, salt
from game.engine.known import absentees
from game.engine.packing import Packed
from game.engine.tables import CompiledTable, Talks
from game.engine.world import World
from game.players.imagined_talks import ENDS, WholeTalks, imagined_talks
from game.players.playout import answered
from game.players.presumption import presumed_valuation
from game.players.random_moves import drawn_packages
from game.players.styles import seat_of
from game.scenario.table_rules import Outcome
from tests.kept import kept_program
from tests.players.tables import ask_of, drawn_table

ROWS = 600
SESSIONS = (2, 2)


def drawn(salted: str, rows: int = ROWS) -> Stream:
    return Stream(game_keys(0, np.arange(rows)), salt(salted))


def table(seed: int, parties: int = 2) -> CompiledTable:
    return drawn_table((4, 4, 3), parties, seed, SESSIONS, linkages=0)


def opening(table: CompiledTable, session: int, walk_away: int) -> TableAsk:
    """The first party's ask as a session opens, with one walk-away value in all rows."""
    talks = Talks(table, ROWS)
    talks.open_session(session, np.ones(ROWS, np.bool_))
    return ask_of(talks, np.full((len(table.parties), ROWS), walk_away, np.int32))


@pytest.mark.parametrize("parties", [2, 3])
@pytest.mark.parametrize("walk_away", [0, 35, 60])
def test_the_end_of_talks_is_worth_their_walk_away_value_to_both(parties: int, walk_away: int) -> None:
    some = 0
    for seed in range(6):
        one = table(seed, parties)
        own = one.valuations[0][0]
        result = imagined_talks(one, 0, 0).result(opening(one, 1, walk_away), drawn("whole"))
        packages = one.packing.unpack(result.terms)[:, result.agreed]
        presumed = presumed_valuation(own)
        assert (own.worth(packages) >= walk_away * own.total_weight).all()
        assert (presumed.worth(packages) >= max(0, walk_away - 20) * presumed.total_weight).all()
        some += packages.shape[1]
    assert some > 0


def test_where_there_is_nothing_that_both_would_take_talks_come_to_nothing() -> None:
    one = table(3)
    result = imagined_talks(one, 0, 0).result(opening(one, 1, 100), drawn("whole"))
    assert not result.agreed.any()


def test_ends_differ_from_game_to_game() -> None:
    one = table(3)
    result = imagined_talks(one, 0, 0).result(opening(one, 1, 10), drawn("whole"))
    assert 2 < len(np.unique(result.terms[result.agreed])) <= ENDS * 3


def test_talks_come_to_their_end_in_each_session_that_is_left_as_likely() -> None:
    one = table(3)
    first, last = (WholeTalks(one, one.valuations[0][0]).result(opening(one, s, 0), drawn(f"s{s}")) for s in (0, 1))
    assert 0.4 < first.agreed.sum() / last.agreed.sum() < 0.6


def test_talks_without_the_party_come_to_anything_in_half_of_the_games() -> None:
    one = table(3)
    result = imagined_talks(one, None, 0).result(opening(one, 1, 0), drawn("elsewhere"))
    assert 0.4 < result.agreed.mean() < 0.6
    assert len(np.unique(result.terms)) > 30


def test_by_issue_the_party_signs_nothing_that_it_loses_by() -> None:
    for seed in range(6):
        one = replace(table(seed), whole=False)
        own = one.valuations[0][0]
        result = imagined_talks(one, 0, 0).result(opening(one, 0, 0), drawn("by issue"))
        packages = one.packing.unpack(result.terms)[:, result.agreed]
        named = sum(score.take(options) for score, options in zip(own.scores, packages, strict=True))
        assert (named >= sum(int(score[0]) for score in own.scores)).all()
        assert result.agreed.any()


# What the engine makes of a result


def at_table(name: str, rows: int) -> tuple[World, TableAsk]:
    """Many games at the first table of a scenario that all of them come to, past its nominations."""
    program = kept_program(name)
    world = World(program, np.arange(rows), 2, remembers=False)
    seats = dict.fromkeys(program.scenario.parties, seat_of("random"))
    while not isinstance(ask := world.asks()[0], TableAsk) or ask.nominating or ask.rows < rows:
        world.answer(answered(world, seats))
    return world, ask


def both_ways(world: World, ask: TableAsk, terms: Packed, agreed: Truths) -> tuple[Packed, Packed]:
    """What is initialled after a result, and after a proposal of the same that everybody accepts."""
    talks, step = world.talks[ask.step], world.program.tables[ask.step]
    at_once, by_moves = talks.copy(), talks.copy()
    at_once.conclude(SessionResult(agreed, terms), absentees(world.columns, step, at_once))
    nobody = np.zeros(ask.rows, np.int8)
    for kind in (PROPOSE, *[ACCEPT] * (len(ask.table.parties) - 1)):
        carried = slice(None) if by_moves.live is None else by_moves.live
        kinds = agreed.view(np.int8)[carried] * np.int8(kind)
        moves = TableMoves(kinds, lambda: ask.table.packing.unpack(terms), nobody, None, packed=terms)
        by_moves.play(moves, absentees(world.columns, step, by_moves))
        by_moves.mover += 1
    by_moves.end_session()
    return at_once.initialled_packed, by_moves.initialled_packed


@pytest.mark.parametrize("name", ["finland-1939", "pact-1939", "yalta-1945", "congress"])
def test_a_result_is_what_a_proposal_that_all_accept_would_be(name: str) -> None:
    world, ask = at_table(name, 80)
    terms = drawn_packages(drawn(name, 80), ask.table)
    if not ask.table.whole:
        terms &= ask.nameable_set
    agreed = (drawn("who", 80).below(0, 3) > 0) & ask.asked
    at_once, by_moves = both_ways(world, ask, terms, agreed)
    assert (at_once == by_moves).all()
    assert at_once[agreed].any()
    assert not at_once[~agreed].any()


def test_a_session_ends_with_its_result() -> None:
    world, ask = at_table("finland-1939", 80)
    terms = drawn_packages(drawn("finland", 80), ask.table)
    agreed = np.arange(80) % 2 == 0
    world.answer([SessionResult(agreed, terms)])
    place = world.program.tables[ask.step].place
    assert (world.columns[place][agreed & ask.asked] == Outcome.WHOLE).all()
    assert (world.columns[place][~agreed] != Outcome.WHOLE).all()
    assert not (world.asks() and isinstance(now := world.asks()[0], TableAsk) and now.session == ask.session)
