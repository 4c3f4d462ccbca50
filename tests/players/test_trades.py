"""The manners of the style `trades`, by example: steps, withdrawals, silence, the last chance."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine.asks import PROPOSE
from game.engine.chance import Stream, game_keys
from game.engine.tables import Talks
from game.negotiation.worths import Valuation
from game.players.trades import Trades
from tests.players.tables import Held, ask_of, drawn_table, hold, table_of

STREAM = Stream(game_keys(0, np.arange(1)), 1)
UP, DOWN = np.array([0, 0, 50, 100], np.int32), np.array([0, 100, 50, 0], np.int32)
TABLE = table_of([[Valuation((UP, UP, UP), (1, 1, 1), 3)], [Valuation((DOWN, DOWN, DOWN), (1, 1, 1), 3)]], (4, 4))


def talks_at(
    mine: tuple[int, ...], theirs: tuple[int, ...], before: tuple[int, ...] = (0, 0, 0), **place: int
) -> Talks:
    """Talks in which the first party moves, what each last offered, and what the other offered before that."""
    talks = Talks(TABLE, 1)
    talks.open_session(0, np.ones(1, np.bool_))
    talks.session, talks.round, talks.turn = place.get("session", 0), place.get("round", 3), place.get("turn", 6)
    talks.positions[0, :, 0], talks.positions[1, :, 0], talks.earlier[1, :, 0] = mine, theirs, before
    talks.standing, talks.proposer[:], talks.consents[:] = np.array(theirs)[:, None], 1, 2
    return talks


def offered(talks: Talks, walk_away: int = 10) -> list[int]:
    moves = Trades().bargain(ask_of(talks, np.full((2, 1), walk_away)), STREAM)
    assert moves.kind.tolist() == [PROPOSE]
    return [int(option) for option in moves.terms[:, 0]]


def given_up(talks: Talks, before: tuple[int, ...], walk_away: int = 10) -> int:
    return sum(before) - sum(offered(talks, walk_away))


@pytest.mark.parametrize("place", [{"round": 3, "turn": 6}, {"session": 1, "round": 1, "turn": 2}])
def test_nothing_is_given_to_one_who_has_taken_back(place: dict[str, int]) -> None:
    assert given_up(talks_at((3, 3, 3), (1, 1, 2), (1, 1, 2), **place), (3, 3, 3)) > 0
    assert offered(talks_at((3, 3, 3), (1, 1, 2), (1, 2, 2), **place)) == [3, 3, 3]


def test_a_withdrawal_is_not_rewarded_at_the_last_chance_either() -> None:
    last = {"session": 1, "round": 3, "turn": 6}
    assert given_up(talks_at((3, 3, 2), (1, 1, 1), (1, 1, 1), **last), (3, 3, 2), 40) > 0
    assert offered(talks_at((3, 3, 2), (1, 1, 1), (2, 1, 1), **last), 40) == [3, 3, 2]


def test_an_offer_that_was_not_answered_is_not_bettered_but_at_the_last_chance() -> None:
    pressed = talks_at((3, 3, 3), (1, 1, 2))
    pressed.standing, pressed.proposer[:], pressed.consents[:] = np.array([[3], [3], [3]]), 0, 1
    assert offered(pressed) == [3, 3, 3]
    pressed.session = 1
    assert given_up(pressed, (3, 3, 3)) > 0


def test_what_was_offered_is_taken_back_only_where_the_walk_away_value_has_risen_above_it() -> None:
    after = {"session": 1, "round": 0, "turn": 0}
    assert all(
        new <= old for new, old in zip(offered(talks_at((2, 2, 2), (1, 1, 1), **after), 45), (2, 2, 2), strict=True)
    )
    risen = offered(talks_at((2, 2, 2), (1, 1, 1), **after), 60)
    assert sum(risen) == 7 and min(risen) == 2


def test_the_first_offer_is_of_the_best_ones_that_which_changes_least() -> None:
    trifle = np.array([0, 0, 0, 4], np.int32)
    values = Valuation((UP * np.int32(9), trifle), (1, 1), 10)
    table = table_of([[values], [values]], (6,))
    talks = Talks(table, 1)
    talks.open_session(0, np.ones(1, np.bool_))
    assert Trades().bargain(ask_of(talks, np.full((2, 1), 40)), STREAM).terms[:, 0].tolist() == [3, 1]


def all_offers(held: Held, party: int) -> list[tuple[np.ndarray, np.ndarray, np.ndarray, bool]]:
    """Each offer of a party after another: old terms, new terms, in which rows, and whether all issues move at once."""
    pairs = []
    for asked, moves, in_session in held.moves:
        if asked.party == party:
            old = asked.positions[party]
            rows = (moves.kind == PROPOSE) & (in_session == 1) & (old != 0).all(axis=0)
            pairs.append((old, moves.terms, rows, 2 * asked.turns_left <= sum(asked.table.rounds)))
    return pairs


@pytest.mark.parametrize("seed", range(4))
def test_nothing_is_taken_back_and_at_first_an_offer_moves_two_issues_at_most_each_by_one_step(seed: int) -> None:
    table = drawn_table((4, 4, 3, 5, 2), 2, seed, (4, 3, 3), linkages=0)
    held = hold(table, [Trades(), Trades()], np.random.default_rng(seed).integers(10, 60, (2, 40)))
    moved = 0
    for party in range(2):
        scores = table.valuations[party][0].scores
        for old, new, rows, at_once in all_offers(held, party):
            for score, before, after in zip(scores, old[:, rows], new[:, rows], strict=True):
                level = np.searchsorted(np.unique(score[1:]), score)
                fall = level[before] - level[after]
                assert (fall >= 0).all() and (at_once or (fall <= 1).all())
            changed = (old != new)[:, rows].sum(axis=0)
            assert at_once or (changed <= 2).all()
            moved += 0 if at_once else int(changed.sum())
    assert moved > 0
