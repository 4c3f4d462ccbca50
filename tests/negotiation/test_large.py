"""What is found part by part is what laying out every package finds, where both can be done."""

from __future__ import annotations

from collections import Counter
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.negotiation import cells, large
from game.negotiation.cells import LOOKED_AT
from game.negotiation.frontier import efficient
from game.negotiation.large import Count, best_sums, count_reaching, counted_sums, parts_of, spread
from game.negotiation.packages import (
    TooManyPackages,
    all_worths,
    count_packages,
    enumerate_packages,
    package_numbers,
    packages_at,
    sizes_of,
)
from game.negotiation.worths import Valuation
from tests.negotiation.valuations import valuation

Table = list[Valuation]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    sizes = draw(st.lists(st.integers(2, 4), min_size=2, max_size=6))
    random = Random(draw(st.integers(0, 10**6)))
    first = valuation(sizes, random, linkages=draw(st.integers(0, 2)))
    others = [
        valuation(sizes, random, linkages=draw(st.integers(0, 1)), against=first, opposed=0.7)
        for _ in range(draw(st.integers(1, 3)))
    ]
    return [first, *others]


def laid_out(table: Table) -> np.ndarray:
    return all_worths(table, enumerate_packages(sizes_of(table[0])))


def columns(worths: np.ndarray) -> list[tuple[int, ...]]:
    return [tuple(column) for column in worths.T.tolist()]


@settings(deadline=None, max_examples=150)
@given(tables())
def test_the_frontier_is_that_of_every_package_with_the_number_of_each(table: Table) -> None:
    worths = laid_out(table)
    expected = Counter(columns(worths[:, efficient(worths)]))
    sums = best_sums(parts_of(table))
    assert dict(zip(columns(sums.worths), sums.counts.tolist(), strict=True)) == expected
    assert sums.error == (0,) * len(table)


@settings(deadline=None, max_examples=100)
@given(tables())
def test_a_number_names_the_first_package_of_its_worth(table: Table) -> None:
    every = columns(laid_out(table))
    sums = best_sums(parts_of(table))
    assert sums.numbers.tolist() == [every.index(worth) for worth in columns(sums.worths)]


@settings(deadline=None, max_examples=150)
@given(tables(), st.data())
def test_packages_by_worth_are_counted_exactly(table: Table, data: st.DataObject) -> None:
    pair = data.draw(st.permutations(range(len(table))))[:2]
    sums = counted_sums(parts_of(table), pair)
    assert sums is not None
    assert dict(zip(columns(sums.worths), sums.counts.tolist(), strict=True)) == Counter(columns(laid_out(table)[pair]))


@settings(deadline=None, max_examples=150)
@given(tables(), st.lists(st.integers(0, 100), min_size=4, max_size=4))
def test_those_that_reach_the_floors_are_counted_exactly(table: Table, shares: list[int]) -> None:
    floors = [share * party.total_weight for share, party in zip(shares, table, strict=False)]
    reached = int((laid_out(table) >= np.array(floors)[:, None]).all(axis=0).sum())
    parts = parts_of(table)
    assert count_reaching(parts, floors) == Count(reached, reached)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(large, "_LISTED", 1)
        assert count_reaching(parts, floors) == Count(reached, reached)


@settings(deadline=None, max_examples=100)
@given(tables(), st.integers(1, 20), st.lists(st.integers(20, 70), min_size=4, max_size=4))
def test_what_is_taken_together_lies_within_the_error_told(table: Table, most: int, shares: list[int]) -> None:
    worths, parts = laid_out(table), parts_of(table)
    floors = [share * party.total_weight for share, party in zip(shares, table, strict=False)]
    reached = int((worths >= np.array(floors)[:, None]).all(axis=0).sum())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(large, "_LISTED", 1)
        count = count_reaching(parts, floors, most)
    assert count.low <= reached <= count.high

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(large, "MOST_EFFICIENT", most)
        kept = best_sums(parts)
    assert len(kept.counts) <= most
    real = columns(worths)
    assert all(worth in real for worth in columns(kept.worths))
    error = np.array(kept.error)
    for worth in worths[:, efficient(worths)].T:
        assert (kept.worths.T + error >= worth).all(axis=1).any()


@settings(deadline=None, max_examples=100)
@given(tables(), st.floats(2.5, 120), st.integers(-50, 90))
def test_a_spread_counts_every_package_above_the_lowest_near_its_worth(table: Table, unit: float, low: int) -> None:
    worths = laid_out(table)[:2]
    lowest = [low * party.total_weight for party in table[:2]]
    found = spread(parts_of(table), (0, 1), [unit, 2 * unit], lowest)
    error = np.array(found.error)
    assert error.tolist() == [len(parts_of(table)) * unit / 2, len(parts_of(table)) * unit]
    surely = int((worths >= (np.array(lowest) + error + [unit, 2 * unit])[:, None]).all(axis=0).sum())
    perhaps = int((worths >= (np.array(lowest) - error)[:, None]).all(axis=0).sum())
    assert surely <= found.counts.sum() <= perhaps
    assert all_near_one(found.worths, worths, error + 1e-6)


def all_near_one(found: np.ndarray, worths: np.ndarray, error: np.ndarray) -> bool:
    """Whether each worth that was found has one of the packages' within the error, for both parties at once."""
    first, second = worths[:, worths[0].argsort()]
    begins, ends = (
        np.searchsorted(first, found[0] + by, side) for by, side in ((-error[0], "left"), (error[0], "right"))
    )
    beside = [np.abs(second[begin:end] - worth) for begin, end, worth in zip(begins, ends, found[1], strict=True)]
    return all((distances <= error[1]).any() for distances in beside)


def test_more_different_worths_than_may_be_kept_are_not_counted() -> None:
    table = [valuation([3, 3], Random(1)), valuation([3, 3], Random(2))]
    assert counted_sums(parts_of(table), (0, 1), 3) is None


def test_what_will_be_too_many_is_foreseen_and_never_where_it_is_not() -> None:
    sizes = [3] * 10
    table = [valuation(sizes, Random(seed)) for seed in range(4)]
    worths, parts = laid_out(table), parts_of(table)
    floors = [40 * party.total_weight for party in table]
    reached = int((worths >= np.array(floors)[:, None]).all(axis=0).sum())
    kinds = len(np.unique(worths, axis=1).T)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(large, "_LISTED", 1)
        assert count_reaching(parts, floors, kinds) == Count(reached, reached)
        count = count_reaching(parts, floors, LOOKED_AT)
    assert count.low <= reached <= count.high
    assert count.low < count.high
    assert counted_sums(parts, (0, 1, 2, 3), kinds) is not None
    assert counted_sums(parts, (0, 1, 2, 3), LOOKED_AT) is None


def test_worths_that_share_a_code_are_told_apart() -> None:
    table = [valuation([3, 4, 2], Random(seed)) for seed in range(3)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cells, "_FACTORS", (0, 0, 0))
        sums = counted_sums(parts_of(table), (0, 1, 2))
    assert sums is not None
    assert dict(zip(columns(sums.worths), sums.counts.tolist(), strict=True)) == Counter(columns(laid_out(table)))


def test_issues_that_a_linkage_ties_together_are_one_part() -> None:
    table = [valuation([2, 3, 4, 2], Random(3), linkages=1), valuation([2, 3, 4, 2], Random(4))]
    first, second = table[0].linked_issues[0]
    sizes = sizes_of(table[0])
    assert sorted(len(part.numbers) for part in parts_of(table)) == sorted(
        [sizes[first] * sizes[second], *(size for issue, size in enumerate(sizes) if issue not in (first, second))]
    )


def test_a_linkage_of_unknown_reach_ties_every_issue() -> None:
    known = valuation([2, 3, 4], Random(3), linkages=1)
    unknown = Valuation(known.scores, known.unsettled, known.total_weight, known.linkages)
    assert [len(part.numbers) for part in parts_of([unknown, unknown])] == [24]


def test_a_part_beyond_the_cap_is_refused() -> None:
    known = valuation([3, 3, 3], Random(3), linkages=1)
    with pytest.raises(TooManyPackages, match="allows 9 packages, and at most 8"):
        parts_of([known, known], cap=8)


def test_a_linkage_that_looks_at_no_issue_counts_once() -> None:
    values = valuation([3, 2], Random(5))
    always = (lambda packages: np.ones(packages.shape[1], np.bool_), 70)
    linked = Valuation(values.scores, values.unsettled, values.total_weight, (always,), ((),))
    found = counted_sums(parts_of([linked, values]), (0, 1))
    assert found is not None
    assert Counter(dict(zip(columns(found.worths), found.counts.tolist(), strict=True))) == Counter(
        columns(laid_out([linked, values]))
    )


def test_ten_million_million_packages_are_counted_to_the_last() -> None:
    sizes = [4, 5] * 10
    random = Random(11)
    first = valuation(sizes, random)
    second = valuation(sizes, random, against=first, opposed=0.8)
    parts = parts_of([first, second])
    every = count_packages(sizes)
    assert every == 10_240_000_000_000
    assert spread(parts, (0, 1), [50.0, 50.0], [-(10**5)] * 2).counts.sum() == every
    assert count_reaching(parts, [-(10**6)] * 2, 1 << 12) == Count(every, every)
    sums = best_sums(parts)
    packages = packages_at(sizes, sums.numbers)
    assert all_worths([first, second], packages).tolist() == sums.worths.tolist()
    assert package_numbers(sizes, packages).tolist() == sums.numbers.tolist()
