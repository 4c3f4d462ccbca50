"""The rules that the bargaining styles keep, by example."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from game.engine.asks import ACCEPT, ADJOURN, PRESS, PROPOSE, WALK_OUT, TableAsk
from game.engine.chance import Stream, game_keys
from game.engine.tables import CompiledTable, Talks
from game.negotiation.worths import Valuation
from game.players.bargaining import BargainingSeat, share_conceded
from game.players.clocks import clock_of
from game.players.path_walkers import ConcedesEarly, HoldsOut
from game.players.trades import Trades
from game.scenario.table_rules import Outcome
from tests.players.tables import ask_of, drawn_table, hold, table_of

STYLES = [Trades, HoldsOut, ConcedesEarly]
STREAM = Stream(game_keys(0, np.arange(1)), 1)

UP, DOWN = np.array([0, 0, 50, 100], np.int32), np.array([100, 100, 50, 0], np.int32)
HEAVY_FIRST = Valuation((UP * np.int32(8), UP * np.int32(2)), (1, 1), 10)
HEAVY_SECOND = Valuation((DOWN * np.int32(2), DOWN * np.int32(8)), (1, 1), 10)
LOGROLL = table_of([[HEAVY_FIRST], [HEAVY_SECOND]], (6,))


def opened(table: CompiledTable, **state: int) -> Talks:
    talks = Talks(table, 1)
    talks.open_session(0, np.ones(1, np.bool_))
    for name, value in state.items():
        setattr(talks, name, value)
    return talks


def put(talks: Talks, *terms: int) -> Talks:
    """Lets the other party have put a package on the table."""
    other = 1 - talks.mover
    talks.positions[other, :, 0] = terms
    talks.standing = np.array(terms)[:, None]
    talks.stands[:], talks.proposer[:], talks.consents[:] = True, other, 1 << other
    return talks


def ask(talks: Talks, walk_away: int = 40) -> TableAsk:
    return ask_of(talks, np.full((len(talks.table.parties), 1), walk_away))


def kind(seat: BargainingSeat, asked: TableAsk) -> int:
    return int(seat.bargain(asked, STREAM).kind[0])


@pytest.mark.parametrize("style", STYLES)
def test_every_style_opens_with_its_best_package(style: type[BargainingSeat]) -> None:
    moves = style().bargain(ask(opened(LOGROLL)), STREAM)
    assert moves.kind.tolist() == [PROPOSE] and moves.terms[:, 0].tolist() == [3, 3]


@pytest.mark.parametrize("style", STYLES)
def test_an_issue_may_have_many_options(style: type[BargainingSeat]) -> None:
    many = np.arange(-1, 120, dtype=np.int32)
    table = table_of([[Valuation((many,), (1,), 1)], [Valuation((many[::-1].copy(),), (1,), 1)]], (6,))
    talks = opened(table, turn=2)
    talks.positions[0, :, 0] = 119
    put(talks, 3)
    moves = style().bargain(ask(talks, walk_away=20), STREAM)
    assert moves.kind.tolist() == [PROPOSE] and moves.terms[0, 0] > 100


@pytest.mark.parametrize("style", STYLES)
def test_what_is_worth_the_next_offer_is_accepted_at_once(style: type[BargainingSeat]) -> None:
    assert kind(style(), ask(put(opened(LOGROLL, round=1, turn=2), 3, 3))) == ACCEPT
    assert kind(style(), ask(put(opened(LOGROLL, round=1, turn=2), 1, 1))) == PROPOSE


@pytest.mark.parametrize("style", STYLES)
def test_at_its_last_move_a_party_takes_what_meets_its_walk_away_value_exactly(style: type[BargainingSeat]) -> None:
    last = put(opened(LOGROLL, round=5, turn=10), 2, 1)
    assert kind(style(), ask(last, walk_away=40)) == ACCEPT
    assert kind(style(), ask(last, walk_away=41)) == PROPOSE


@pytest.mark.parametrize("style", STYLES)
def test_the_last_word_is_yes_to_what_is_acceptable_and_else_walking_out(style: type[BargainingSeat]) -> None:
    final = opened(LOGROLL, round=5, turn=11, mover=1)
    assert kind(style(), ask(put(final, 3, 1), walk_away=80)) == ACCEPT
    assert kind(style(), ask(put(final, 3, 1), walk_away=81)) == WALK_OUT
    assert kind(style(), ask(opened(LOGROLL, round=5, turn=11, mover=1))) == WALK_OUT


@pytest.mark.parametrize("style", STYLES)
def test_nobody_walks_out_before_the_last_word(style: type[BargainingSeat]) -> None:
    for seed in range(3):
        table = drawn_table((4, 3, 2), 2, seed, (3, 2))
        held = hold(table, [style(), style()], np.random.default_rng(seed).integers(0, 101, (2, 100)))
        for asked, moves, in_session in held.moves:
            assert asked.final or not ((moves.kind == WALK_OUT) & (in_session == 1)).any()


def test_where_no_package_is_worth_its_walk_away_value_a_party_adjourns_rather_than_offer() -> None:
    impossible = Valuation((UP * np.int32(0) + np.int32(10),), (1,), 10)
    table = table_of([[impossible], [impossible]], (3,))
    assert kind(HoldsOut(), ask(opened(table), walk_away=50)) == ADJOURN


def test_time_is_counted_over_all_sessions_and_lost_rounds_count_as_passed() -> None:
    table = drawn_table((4, 3, 2), 2, 1, (2, 3))
    second = opened(table, session=1, round=0)
    assert share_conceded(clock_of(ask(second)), Fraction(1)) == 500
    assert share_conceded(clock_of(ask(opened(table, session=1, round=2))), Fraction(1)) == 1000


def test_holding_out_asks_for_more_than_conceding_early_at_every_move_but_the_first_and_last() -> None:
    table = drawn_table((4, 4, 3), 2, 3, (12,))
    values = table.valuations[0][0]
    worths = {}
    for style in (HoldsOut, ConcedesEarly):
        asks = [ask(opened(table, round=number, turn=2 * number)) for number in range(12)]
        worths[style] = [int(values.worth(style().bargain(one, STREAM).terms)[0]) for one in asks]
        assert worths[style] == sorted(worths[style], reverse=True)
    assert worths[HoldsOut][0] == worths[ConcedesEarly][0] and worths[HoldsOut][-1] == worths[ConcedesEarly][-1]
    middle = zip(worths[HoldsOut][2:9], worths[ConcedesEarly][2:9], strict=True)
    assert all(held > conceded for held, conceded in middle)


def test_a_style_never_offers_more_than_is_asked() -> None:
    talks = opened(LOGROLL, round=5, turn=10)
    talks.positions[1, :, 0] = (3, 2)
    terms = HoldsOut().bargain(ask(talks, walk_away=10), STREAM).terms[:, 0]
    assert terms[0] == 3 and terms[1] <= 2


def test_trades_gives_what_it_cares_little_about_for_what_it_needs() -> None:
    talks = opened(LOGROLL, round=3, turn=6)
    talks.positions[1, :, 0], talks.positions[0, :, 0] = (1, 1), (3, 3)
    assert Trades().bargain(ask(talks), STREAM).terms[:, 0].tolist() == [3, 1]
    held = hold(LOGROLL, [Trades(), Trades()], np.full((2, 1), 40))
    assert held.agreed[:, 0].tolist() == [3, 1]


def test_trades_presses_once_before_its_last_move_on_the_issue_where_most_is_missing() -> None:
    table = table_of(LOGROLL.valuations, (6,), pressers=1)
    moves = Trades().bargain(ask(put(opened(table, round=4, turn=8), 1, 1), walk_away=70), STREAM)
    assert moves.kind.tolist() == [PRESS] and moves.pressed.tolist() == [1]
    assert kind(Trades(), ask(put(opened(table, round=3, turn=6), 1, 1), walk_away=70)) == PROPOSE
    assert kind(HoldsOut(), ask(put(opened(table, round=4, turn=8), 1, 1), walk_away=70)) == PROPOSE


def test_trades_does_not_press_while_what_stands_meets_its_walk_away_value() -> None:
    table = table_of(LOGROLL.valuations, (6,), pressers=1)
    assert kind(Trades(), ask(put(opened(table, round=4, turn=8), 2, 3), walk_away=60)) == PROPOSE
    assert kind(Trades(), ask(put(opened(table, round=4, turn=8), 2, 3), walk_away=61)) == PRESS


def test_pressing_is_not_used_where_no_move_of_the_session_follows() -> None:
    table = table_of(LOGROLL.valuations, (5, 1), pressers=1)
    assert kind(Trades(), ask(put(opened(table, round=4, turn=8), 1, 1), walk_away=70)) == PROPOSE


@pytest.mark.parametrize("style", STYLES)
def test_each_row_goes_by_its_own_set_of_values(style: type[BargainingSeat]) -> None:
    table = table_of([[HEAVY_FIRST, HEAVY_SECOND], [HEAVY_SECOND]], (6,))
    sets = np.array([[0, 1, 0], [0, 0, 0]])
    held = hold(table, [style(), style()], np.full((2, 3), 30), sets=sets)
    opening = held.moves[0][1].terms
    assert opening.T.tolist() == [[3, 3], [1, 1], [3, 3]]
    assert (held.agreed[:, 0] == held.agreed[:, 2]).all()
    assert held.worth(0, 1)[1] >= 300


def test_by_issue_what_both_ask_for_is_initialled_first_and_the_rest_goes_on() -> None:
    up, down = UP * np.int32(3), DOWN * np.int32(3)
    first, second = Valuation((up, up, up), (1, 1, 1), 9), Valuation((up, down, down), (1, 1, 1), 9)
    table = table_of([[first], [second]], (6,), whole=False)
    held = hold(table, [HoldsOut(), HoldsOut()], np.full((2, 1), 30))
    settled = [int((asked.initialled[:, 0] != 0).sum()) for asked, _, _ in held.moves]
    assert 0 < max(settled) < 3
    assert held.agreed[0, 0] == 3


@pytest.mark.parametrize("style", STYLES)
def test_by_issue_what_is_settled_survives_and_nobody_falls_below_it_again(style: type[BargainingSeat]) -> None:
    for seed in range(6):
        drawn = drawn_table((3, 3, 2, 3), 3, seed)
        table = table_of(drawn.valuations, (3, 3), whole=False, binds=(7, 3, 6, 7))
        held = hold(table, [style() for _ in range(3)], np.random.default_rng(seed).integers(0, 60, (3, 40)))
        before = np.zeros_like(held.talks.initialled)
        for asked, _, _ in held.moves:
            assert ((before == 0) | (asked.initialled == before)).all()
            before = asked.initialled
        assert set(held.talks.outcome.tolist()) <= {Outcome.WHOLE, Outcome.PARTIAL, Outcome.FAILED}
