"""What every style must keep to, whoever plays it: legal moves, the same answer alone or among many."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine.asks import ACCEPT, PRESS, PROPOSE, ChoiceAsk
from game.engine.chance import Stream, game_keys
from game.engine.tables import CompiledTable
from game.engine.world import World
from game.players.styles import seat_of, styles
from tests.players.tables import drawn_table, hold, table_of

STYLES = tuple(styles())
BY_THE_MOMENT = tuple(style for style in STYLES if style != "strategist")
"""Styles that choose by the ask alone; who looks ahead is tested with `game.players.foresight`."""
ROWS = 24


def tables() -> list[CompiledTable]:
    two = drawn_table((4, 3, 3), 2, 1, (3, 2), linkages=2)
    three = drawn_table((3, 3, 2), 3, 2, (4,))
    by_issue = table_of(three.valuations, (2, 3), whole=False, binds=(7, 5, 3), pressers=3)
    pressed = table_of(two.valuations, (5,), pressers=2)
    return [two, three, by_issue, pressed]


def walk_aways(parties: int, rows: int = ROWS) -> np.ndarray:
    return np.random.default_rng(5).integers(0, 101, (parties, rows))


@pytest.mark.parametrize("table", tables(), ids=["sessions", "three", "by-issue", "press"])
@pytest.mark.parametrize("style", STYLES)
def test_every_move_at_a_table_is_legal(style: str, table: CompiledTable) -> None:
    held = hold(table, [seat_of(style) for _ in table.parties], walk_aways(len(table.parties)))
    sizes = np.array([len(options) for options in table.options])[:, None]
    for ask, moves, in_session in held.moves:
        rows = np.flatnonzero(in_session)
        assert all(ask.may[moves.kind[row]][row] for row in rows)
        proposing = rows[moves.kind[rows] == PROPOSE]
        terms = moves.terms[:, proposing]
        assert ((terms >= 0) & (terms <= sizes)).all()
        assert terms.any(axis=0).all() and (terms.all() if table.whole else True)
        assert not (terms * ask.initialled[:, proposing]).any()
        pressing = rows[moves.kind[rows] == PRESS]
        assert ((moves.pressed[pressing] >= 1) & (moves.pressed[pressing] <= len(table.issues))).all()
        assert not ask.initialled[moves.pressed[pressing] - 1, pressing].any()
    assert held.moves


@pytest.mark.parametrize("table", tables(), ids=["sessions", "three", "by-issue", "press"])
@pytest.mark.parametrize("style", STYLES)
def test_one_game_alone_is_bargained_as_among_many(style: str, table: CompiledTable) -> None:
    every = walk_aways(len(table.parties))
    many = hold(table, [seat_of(style) for _ in table.parties], every, seed=9)
    for row in range(0, ROWS, 5):
        alone = hold(table, [seat_of(style) for _ in table.parties], every[:, row : row + 1], seed=9, first=row)
        assert alone.talks.outcome[0] == many.talks.outcome[row]
        assert (alone.agreed[:, 0] == many.agreed[:, row]).all()


def choice(legal: np.ndarray | None, gain: np.ndarray, rows: int, recorded: int = 0, fallback: int = 0) -> ChoiceAsk:
    return ChoiceAsk(
        step="step",
        party="a",
        options=tuple("pqrst"[: len(gain)]),
        rows=rows,
        columns={},
        legal=None if legal is None else list(legal),
        gain=lambda: gain.astype(np.int32),
        recorded=recorded,
        fallback=fallback,
        on_record=np.ones(rows, np.bool_),
        believed=_unasked,
    )


def _unasked(*_: object) -> World:
    raise AssertionError("Nobody looks ahead here.")


@pytest.mark.parametrize("style", BY_THE_MOMENT)
def test_every_choice_is_legal_and_the_same_alone(style: str) -> None:
    random, rows = np.random.default_rng(3), 200
    legal = random.random((4, rows)) < 0.4
    legal[random.integers(0, 4, rows), np.arange(rows)] = True
    gain = random.integers(-50, 300, (4, rows))
    keys = game_keys(1, np.arange(rows))
    chosen = seat_of(style).choose(choice(legal, gain, rows, 2, 3), Stream(keys, 77))
    assert legal[chosen - 1, np.arange(rows)].all()
    for row in range(0, rows, 17):
        one = choice(legal[:, [row]], gain[:, [row]], 1, 2, 3)
        assert seat_of(style).choose(one, Stream(keys.take(np.array([row])), 77))[0] == chosen[row]


@pytest.mark.parametrize("style", ["trades", "holds-out", "concedes-early"])
def test_bargaining_styles_choose_with_odds_of_one_plus_the_interest_gained(style: str) -> None:
    rows = 60_000
    gain = np.repeat(np.array([[-40], [0], [2], [4]]), rows, axis=1)
    chosen = seat_of(style).choose(choice(None, gain, rows), Stream(game_keys(2, np.arange(rows)), 5))
    shares = np.bincount(chosen, minlength=5)[1:] / rows
    assert shares == pytest.approx([0.1, 0.1, 0.3, 0.5], abs=0.01)


@pytest.mark.parametrize("style", ["trades", "holds-out", "concedes-early"])
def test_a_bargaining_style_takes_only_what_is_worth_its_walk_away_value(style: str) -> None:
    offered = accepted = 0
    for seed in range(4):
        table = drawn_table((4, 3, 3, 2), 2, seed, (4, 3), linkages=2)
        held = hold(table, [seat_of(style), seat_of("random")], walk_aways(2, 200), seed=seed)
        values = table.valuations[0][0]
        for ask, moves, in_session in held.moves:
            if ask.party == 0:
                needed = ask.walk_away * values.total_weight
                offers = (moves.kind == PROPOSE) & (in_session == 1)
                accepts = (moves.kind == ACCEPT) & (in_session == 1)
                offered, accepted = offered + int(offers.sum()), accepted + int(accepts.sum())
                assert (values.worth(moves.terms)[offers] >= needed[offers]).all()
                assert (values.worth(ask.standing)[accepts] >= needed[accepts]).all()
    assert offered and accepted, "no offer or no acceptance was compared"
