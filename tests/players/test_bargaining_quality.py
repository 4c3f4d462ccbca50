"""How well the bargaining styles bargain, on invented tables where a zone of agreement exists.

`advantage` is (worth − walk-away worth) / (best acceptable worth − walk-away worth), 0 where talks failed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from time import process_time

import numpy as np
import pytest

from game.engine.tables import CompiledTable
from game.negotiation.frontier import efficient, solve
from game.negotiation.packages import all_worths, enumerate_packages
from game.players.styles import seat_of
from game.scenario.table_rules import Outcome
from tests.players.tables import drawn_table, hold, table_of

ROWS = 10
LEAST = 3
"""The fewest acceptable packages that make a zone."""


@dataclass(frozen=True)
class Problem:
    """A table, walk-away values by party and row, and what an outsider can tell of it."""

    table: CompiledTable
    walk_aways: np.ndarray
    floors: np.ndarray
    best: np.ndarray
    nash: np.ndarray
    frontier: np.ndarray


@dataclass(frozen=True)
class Score:
    """Means over all talks."""

    agreement: float
    advantage: list[float]
    nash_share: float
    efficient: float
    rounds: float


def problem(sizes: Sequence[int], parties: int, seed: int) -> Problem:
    table = drawn_table(sizes, parties, seed)
    values = [sets[0] for sets in table.valuations]
    totals = np.array([one.total_weight for one in values])
    worths = all_worths(values, enumerate_packages(sizes))
    random = np.random.default_rng(seed)
    kept: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
    while len(kept) < ROWS:
        walk_away = random.integers(10, 60, parties)
        floors = walk_away * totals
        acceptable = (worths >= floors[:, None]).all(axis=0)
        solutions = solve(worths, floors.tolist(), totals.tolist())
        if acceptable.sum() >= LEAST and len(solutions.nash):
            kept.append((walk_away, worths[:, acceptable].max(axis=1), worths[:, solutions.nash[0]]))
    walk_aways, best, nash = (np.stack(part, axis=1) for part in zip(*kept, strict=True))
    return Problem(table, walk_aways, walk_aways * totals[:, None], best, nash, worths[:, efficient(worths)])


@cache
def problems(parties: int) -> list[Problem]:
    sizes = [(4, 4, 4, 3), (3, 3, 2, 3), (3,) * 5, (4, 3, 5, 2)]
    return [problem(sizes[seed % len(sizes)], parties, 100 + seed) for seed in range(20 if parties == 2 else 10)]


@cache
def score(styles: tuple[str, ...], rounds: tuple[int, ...] = (8,)) -> Score:
    agreed, advantage, product, largest, on_frontier, moves = [], [], 0.0, 0.0, [], []
    for one in problems(len(styles)):
        held = hold(table_of(one.table.valuations, rounds), [seat_of(style) for style in styles], one.walk_aways)
        worths = np.stack([held.worth(party) for party in range(len(styles))])
        success = held.talks.outcome == Outcome.WHOLE
        assert (worths >= one.floors)[:, success].all()
        gain = np.where(success, (worths - one.floors) / np.maximum(one.best - one.floors, 1), 0)
        agreed.append(success.mean())
        advantage.append(gain.mean(axis=1))
        product += float(gain.prod(axis=0).sum())
        largest += float(((one.nash - one.floors) / np.maximum(one.best - one.floors, 1)).prod(axis=0).sum())
        equal = (worths[:, :, None] == one.frontier[:, None, :]).all(axis=0).any(axis=1)
        on_frontier.append(equal[success].mean() if success.any() else 0.0)
        moves.append(sum(in_session.mean() for _, _, in_session in held.moves))
    return Score(
        float(np.mean(agreed)),
        np.mean(advantage, axis=0).tolist(),
        product / largest,
        float(np.mean(on_frontier)),
        float(np.mean(moves)) / len(styles),
    )


@pytest.mark.parametrize("rounds", [(8,), (12,), (3, 3, 3), (4, 4, 2, 2)])
def test_two_who_trade_agree_where_agreement_is_possible(rounds: tuple[int, ...]) -> None:
    result = score(("trades", "trades"), rounds)
    assert result.agreement >= 0.95
    assert min(result.advantage) >= 0.45 and sum(result.advantage) >= 1.1
    assert result.nash_share >= 0.75
    assert result.efficient >= 0.65


def test_even_four_rounds_are_enough_for_two_who_trade() -> None:
    assert score(("trades", "trades"), (4,)).agreement >= 0.93


def test_three_who_trade_mostly_agree() -> None:
    result = score(("trades",) * 3)
    assert result.agreement >= 0.85
    assert min(result.advantage) >= 0.35 and result.nash_share >= 0.5


def test_holding_out_beats_conceding_early_whoever_begins() -> None:
    first, second = score(("holds-out", "concedes-early")), score(("concedes-early", "holds-out"))
    held = first.advantage[0] + second.advantage[1]
    conceded = first.advantage[1] + second.advantage[0]
    assert held >= conceded + 0.4
    assert min(first.agreement, second.agreement) >= 0.9


def test_conceding_early_agrees_sooner_than_holding_out() -> None:
    assert score(("concedes-early",) * 2).rounds + 1 < score(("holds-out",) * 2).rounds


def test_trading_with_ones_word_kept_yields_together_nearly_what_walking_ones_own_path_does() -> None:
    """Whoever walks its own path takes back at will; that keeping one's word costs the two no more than this."""
    trade, hold_out, concede = (score((style,) * 2) for style in ("trades", "holds-out", "concedes-early"))
    assert trade.agreement >= max(hold_out.agreement, concede.agreement) - 0.01
    assert trade.nash_share >= hold_out.nash_share
    assert trade.nash_share >= concede.nash_share - 0.03


def test_one_who_trades_is_not_helpless_against_one_who_holds_out() -> None:
    first, second = score(("trades", "holds-out")), score(("holds-out", "trades"))
    assert min(first.agreement, second.agreement) >= 0.9
    assert first.advantage[0] + second.advantage[1] >= 0.65


def test_two_who_go_by_the_clock_hold_five_thousand_long_talks_a_second() -> None:
    """The bar: 576 packages, 100 rounds; here each talk has walk-away values of its own."""
    table = drawn_table((4, 4, 4, 3, 3), 2, 1, (100,))
    walk_aways = np.random.default_rng(1).integers(10, 60, (2, 5000))
    spent = []
    while len(spent) < 3 and min(spent, default=2) > 1:  # what else runs on the machine may slow one of them
        begun = process_time()
        hold(table, [seat_of("holds-out"), seat_of("concedes-early")], walk_aways)
        spent.append(process_time() - begun)
    assert min(spent) <= 1
