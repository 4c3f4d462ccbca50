from __future__ import annotations

from fractions import Fraction
from math import prod
from time import process_time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.negotiation import frontier
from game.negotiation.frontier import Solutions, Worths, efficient, left_over, solve
from game.negotiation.packages import all_worths, enumerate_packages
from game.negotiation.worths import Valuation


@st.composite
def problems(draw: st.DrawFn) -> tuple[Worths, list[int], list[int]]:
    parties, packages = draw(st.integers(2, 4)), draw(st.integers(1, 30))
    largest = draw(st.sampled_from([4, 30, 2_000_000]))
    numbers = st.integers(-largest // 4, largest)
    row = st.lists(numbers, min_size=packages, max_size=packages)
    worths = np.array([draw(row) for _ in range(parties)], np.int32)
    return worths, [draw(numbers) for _ in range(parties)], [draw(st.integers(1, 60)) for _ in range(parties)]


def beats(one: np.ndarray, other: np.ndarray) -> bool:
    return bool((one >= other).all() and (one > other).any())


def best(places: list[int], value: dict[int, object]) -> set[int]:
    most = max((value[place] for place in places), default=None)  # type: ignore[type-var]
    return {place for place in places if value[place] == most}


def brute(worths: Worths, walk_aways: list[int], totals: list[int]) -> dict[str, set[int]]:
    """Finds every set by definition, in exact fractions."""
    columns = worths.astype(np.int64).T
    every = range(len(columns))
    frontier = {place for place in every if not any(beats(other, columns[place]) for other in columns)}
    gains = {place: (columns[place] - walk_aways).tolist() for place in every}
    acceptable = [place for place in every if min(gains[place]) >= 0]
    among = [place for place in acceptable if place in frontier]
    ideal = [max((gains[place][party] for place in acceptable), default=0) for party in range(len(walk_aways))]
    found = {
        "frontier": frontier,
        "acceptable": set(among),
        "nash": best(among, {place: prod(gains[place]) for place in among}),
        "egalitarian": best(among, {p: min(map(Fraction, gains[p], totals)) for p in among}),
        "utilitarian": best(among, {p: sum(map(Fraction, gains[p], totals)) for p in among}),
        "kalai_smorodinsky": set(),
    }
    if not any(min(gains[place]) > 0 for place in among):
        found["nash"] = set()
    if acceptable and min(ideal) > 0:
        found["kalai_smorodinsky"] = best(among, {p: min(map(Fraction, gains[p], ideal)) for p in among})
    return found


@settings(deadline=None, max_examples=300)
@given(problems())
def test_every_set_is_that_of_its_definition(problem: tuple[Worths, list[int], list[int]]) -> None:
    worths, walk_aways, totals = problem
    solutions = solve(worths, walk_aways, totals)
    found = {name: getattr(solutions, name).tolist() for name in Solutions.__slots__}
    assert {name: set(places) for name, places in found.items()} == brute(*problem)
    assert all(len(places) == len(set(places)) for places in found.values())


@given(problems())
def test_the_frontier_is_ordered_by_worths_falling_then_by_file_order(
    problem: tuple[Worths, list[int], list[int]],
) -> None:
    worths = problem[0]
    keys = [(*(-worths[:, place]).tolist(), place) for place in efficient(worths).tolist()]
    assert keys == sorted(keys)


@settings(deadline=None, max_examples=200)
@given(st.lists(st.tuples(*[st.integers(-3, 9)] * 3), min_size=1, max_size=60), st.integers(0, 5), st.integers(1, 7))
def test_three_parties_have_the_same_frontier_however_it_is_gone_through(
    packages: list[tuple[int, int, int]], taken: int, block: int
) -> None:
    worths = np.array(packages, np.int32).T
    expected = {p for p, own in enumerate(worths.T) if not any(beats(other, own) for other in worths.T)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frontier, "_TAKEN", taken)
        patch.setattr(frontier, "_BLOCK", block)
        assert set(efficient(worths).tolist()) == expected
        assert len(efficient(worths)) == len(expected)


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(*[st.integers(-3, 9)] * 4), min_size=1, max_size=60), st.integers(0, 5), st.integers(1, 7))
def test_four_parties_have_the_same_frontier_however_it_is_gone_through(
    packages: list[tuple[int, int, int, int]], taken: int, listed: int
) -> None:
    worths = np.array(packages, np.int32).T
    expected = {p for p, own in enumerate(worths.T) if not any(beats(other, own) for other in worths.T)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frontier, "_TAKEN", taken)
        patch.setattr(frontier, "_LIST", listed)
        assert set(efficient(worths).tolist()) == expected
        assert len(efficient(worths)) == len(expected)


@settings(deadline=None)
@given(problems(), st.data())
def test_what_a_deal_leaves_over_is_the_most_that_a_package_worse_for_nobody_adds(
    problem: tuple[Worths, list[int], list[int]], data: st.DataObject
) -> None:
    worths, _, totals = problem
    deal = data.draw(st.integers(0, worths.shape[1] - 1))
    own = worths[:, deal].tolist()
    added, places = left_over(worths[:, efficient(worths)], own, totals)
    columns = worths.astype(np.int64).T
    gains = [(other - columns[deal]).tolist() for other in columns if (other >= columns[deal]).all()]
    most = max(sum(map(Fraction, gain, totals)) for gain in gains)
    assert added[0] == pytest.approx(float(most))
    assert len(added) == len(places)
    assert (added[0] == 0) == (deal in efficient(worths))


def test_equal_packages_are_efficient_together() -> None:
    worths = np.array([[5, 1, 5, 4], [1, 5, 1, 1]], np.int32)
    assert efficient(worths).tolist() == [0, 2, 1]


def test_without_a_package_that_gains_both_something_there_is_no_nash_point() -> None:
    solutions = solve(np.array([[0, 5], [5, 0]], np.int32), [0, 0], [1, 1])
    assert solutions.nash.tolist() == []
    assert solutions.kalai_smorodinsky.tolist() == [1, 0]


def test_without_an_acceptable_package_there_is_a_frontier_and_no_solution() -> None:
    solutions = solve(np.array([[9, 1], [1, 9]], np.int32), [5, 5], [1, 1])
    assert solutions.frontier.tolist() == [0, 1]
    assert [getattr(solutions, name).size for name in Solutions.__slots__[1:]] == [0] * 5


def test_bill_and_jack_trade_as_nash_found() -> None:
    """Nash (1950), the worked example: Bill gives book, whip, ball and bat; Jack gives pen, toy and knife."""
    goods = {"book": (2, 4), "whip": (2, 2), "ball": (2, 1), "bat": (2, 2), "box": (4, 1)}
    goods |= {"pen": (10, 1), "toy": (4, 1), "knife": (6, 2), "hat": (2, 2)}
    names = list(goods)
    to_jack, bill = (1, 0), (0, 1)
    valuations = [
        Valuation(
            tuple(np.array([0, *(goods[name][party] * owns for owns in owner)], np.int32) for name in names),
            (1,) * len(names),
            1,
        )
        for party, owner in ((0, bill), (1, to_jack))
    ]
    packages = enumerate_packages([2] * len(names))
    solutions = solve(all_worths(valuations, packages), [12, 6], [1, 1])
    (point,) = solutions.nash
    to_bill = {name for name, option in zip(names, packages[:, point], strict=True) if option == 2}
    assert to_bill == {"box", "pen", "toy", "knife"}
    worths = all_worths(valuations, packages[:, [point]])[:, 0]
    assert (worths - [12, 6]).tolist() == [12, 5]


@pytest.mark.parametrize(("issues", "milliseconds"), [(4, 10), (5, 100)])
def test_two_parties_are_solved_within_the_bar(issues: int, milliseconds: float) -> None:
    random = np.random.default_rng(7)
    packages = enumerate_packages([10] * issues)
    valuations = [
        Valuation(tuple(random.integers(0, 1001, 11).astype(np.int32) for _ in range(issues)), (1,) * issues, 40)
        for _ in range(2)
    ]
    spent = []
    for _ in range(5):
        begun = process_time()
        solve(all_worths(valuations, packages), [900, 900], [40, 40])
        spent.append(1000 * (process_time() - begun))
    assert min(spent) <= milliseconds
