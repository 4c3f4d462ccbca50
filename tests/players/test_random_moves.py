from __future__ import annotations

import numpy as np
import pytest

from game.engine.asks import ACCEPT, ADJOURN, PRESS, PROPOSE, WALK_OUT
from game.engine.chance import Stream, game_keys
from game.engine.tables import CompiledTable, Talks
from game.players.random_moves import RandomSeat
from tests.players.tables import ask_of, drawn_table, table_of
from tests.players.test_contract import choice

ROWS = 60_000
STREAM = Stream(game_keys(4, np.arange(ROWS)), 11)


def talks_at(table: CompiledTable) -> Talks:
    talks = Talks(table, ROWS)
    talks.open_session(0, np.ones(ROWS, np.bool_))
    return talks


def kinds(talks: Talks) -> list[float]:
    moves = RandomSeat().bargain(ask_of(talks, np.zeros((2, ROWS), np.int32)), STREAM)
    return (np.bincount(moves.kind, minlength=6) / ROWS).tolist()


def shares(**odds: float) -> object:
    order = {"propose": PROPOSE, "accept": ACCEPT, "press": PRESS, "adjourn": ADJOURN, "walk_out": WALK_OUT}
    return pytest.approx([0.0, *(odds.get(name, 0.0) for name in order)], abs=0.006)


def stand_something(talks: Talks) -> None:
    talks.standing = np.ones((len(talks.table.issues), talks.rows))
    talks.consents[:] = 2
    talks.proposer[:] = 1


def test_breaking_off_is_one_in_twenty_and_the_other_legal_kinds_are_as_likely() -> None:
    talks = talks_at(drawn_table((4, 3), 2, 1, (3,)))
    assert kinds(talks) == shares(propose=0.95, adjourn=0.025, walk_out=0.025)
    stand_something(talks)
    assert kinds(talks) == shares(propose=0.475, accept=0.475, adjourn=0.025, walk_out=0.025)


def test_pressing_is_as_likely_as_the_others_where_it_is_legal() -> None:
    table = drawn_table((4, 3), 2, 1)
    talks = talks_at(table_of(table.valuations, (3,), pressers=1))
    assert kinds(talks) == shares(propose=0.475, press=0.475, adjourn=0.025, walk_out=0.025)
    stand_something(talks)
    third = 0.95 / 3
    assert kinds(talks) == shares(propose=third, accept=third, press=third, adjourn=0.025, walk_out=0.025)


def test_the_last_word_is_to_accept_or_to_walk_out() -> None:
    talks = talks_at(drawn_table((4, 3), 2, 1, (1,)))
    talks.mover = 1
    assert kinds(talks) == shares(walk_out=1)
    stand_something(talks)
    talks.consents[:] = 1
    assert kinds(talks) == shares(accept=0.95, walk_out=0.05)


def test_a_proposal_is_uniform_on_every_issue_and_the_issues_are_independent() -> None:
    talks = talks_at(drawn_table((5, 3, 2), 2, 1))
    moves = RandomSeat().bargain(ask_of(talks, np.zeros((2, ROWS), np.int32)), STREAM)
    terms = moves.terms[:, moves.kind == PROPOSE]
    numbers = ((terms[0] - 1) * 3 + terms[1] - 1) * 2 + terms[2] - 1
    assert (np.bincount(numbers, minlength=30) / len(numbers)).tolist() == pytest.approx([1 / 30] * 30, abs=0.004)


def test_by_issue_a_proposal_names_each_open_issue_one_time_in_two_and_never_nothing() -> None:
    table = drawn_table((3, 3, 3), 2, 1)
    talks = talks_at(table_of(table.valuations, (3,), whole=False))
    talks.initialled = np.array([[2], [0], [0]]).repeat(talks.rows, axis=1)
    moves = RandomSeat().bargain(ask_of(talks, np.zeros((2, ROWS), np.int32)), STREAM)
    terms = moves.terms[:, moves.kind == PROPOSE]
    named = (terms != 0).astype(int)
    assert not named[0].any() and (named.sum(axis=0) > 0).all()
    assert np.bincount(named[1] * 2 + named[2]).tolist()[1:] == pytest.approx(
        [len(terms[0]) * share for share in (0.25, 0.25, 0.5)], rel=0.03
    )


def test_nothing_is_drawn_that_no_row_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    original = Stream.words
    monkeypatch.setattr(Stream, "words", lambda self, index: drawn.append(index) or original(self, index))
    talks = talks_at(drawn_table((4, 3, 2), 2, 1, (1,)))
    talks.mover = 1
    RandomSeat().bargain(ask_of(talks, np.zeros((2, ROWS), np.int32)), STREAM)
    assert len(drawn) == 1


def test_a_choice_is_uniform_over_the_legal_options() -> None:
    legal = np.ones((4, ROWS), np.bool_)
    legal[1] = False
    chosen = RandomSeat().choose(choice(legal, np.zeros((4, ROWS)), ROWS), STREAM)
    assert (np.bincount(chosen, minlength=5)[1:] / ROWS).tolist() == pytest.approx([1 / 3, 0, 1 / 3, 1 / 3], abs=0.01)
