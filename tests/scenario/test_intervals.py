"""What is proved of a number is true of every value it takes: held against brute force over all columns."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario import intervals
from game.scenario.proofs import counterexample
from game.scenario.tree import (
    Always,
    Arithmetic,
    Comparison,
    Conditional,
    Logic,
    Negation,
    Number,
    Numeric,
    Read,
    Truth,
)
from tests.oracle.trees import number, truth

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

RANGES = {"calm": (-2, 3), "hope": (0, 4), "fear": (5, 6)}
WORLDS = [dict(zip(RANGES, values, strict=True)) for values in product(*(range(a, b + 1) for a, b in RANGES.values()))]

READS = st.sampled_from([Read(name, low, high) for name, (low, high) in RANGES.items()])
NUMBERS = st.integers(-7, 7).map(Number)


def _bigger_numbers(numbers: st.SearchStrategy[Numeric]) -> st.SearchStrategy[Numeric]:
    comparisons = st.builds(Comparison, st.sampled_from(["==", "!=", "<", "<=", ">", ">="]), numbers, numbers)
    return st.one_of(
        st.builds(intervals.arithmetic, st.sampled_from(["+", "-", "*"]), numbers, numbers),
        st.builds(intervals.arithmetic, st.just("/"), numbers, st.integers(1, 5).map(Number)),
        st.builds(intervals.extreme, st.sampled_from(["min", "max"]), st.lists(numbers, min_size=2, max_size=3)),
        st.builds(intervals.conditional, _truths(comparisons), numbers, numbers),
    )


def _truths(comparisons: st.SearchStrategy[Truth]) -> st.SearchStrategy[Truth]:
    leaves = st.one_of(comparisons, st.booleans().map(Always))
    return st.recursive(
        leaves,
        lambda truths: st.one_of(
            st.builds(Negation, truths),
            st.builds(Logic, st.sampled_from(["and", "or"]), st.lists(truths, min_size=2, max_size=3).map(tuple)),
        ),
        max_leaves=4,
    )


NUMERICS = st.recursive(st.one_of(READS, NUMBERS), _bigger_numbers, max_leaves=8)
TRUTHS = _truths(st.builds(Comparison, st.sampled_from(["==", "!=", "<", "<=", ">", ">="]), NUMERICS, NUMERICS))


@given(NUMERICS)
@settings(max_examples=150, deadline=None)
def test_a_number_stays_in_its_interval(tree: Numeric) -> None:
    for world in WORLDS:
        assert tree.low <= number(tree, world.__getitem__) <= tree.high


@given(TRUTHS)
@settings(max_examples=150, deadline=None)
def test_what_is_settled_holds_always_or_never(tree: Truth) -> None:
    settled = intervals.settled(tree)
    if settled is not None:
        assert {truth(tree, world.__getitem__) for world in WORLDS} == {settled}


@given(TRUTHS, st.booleans())
@settings(max_examples=150, deadline=None)
def test_narrowed_bounds_lose_no_world_in_which_the_condition_holds(tree: Truth, holds: bool) -> None:
    fitting = [world for world in WORLDS if truth(tree, world.__getitem__) is holds]
    known = intervals.narrowed(tree, holds)
    if known is None:
        assert not fitting
        return
    for world in fitting:
        assert all(low <= world[name] <= high for name, (low, high) in known.items())


@given(NUMERICS, TRUTHS)
@settings(max_examples=100, deadline=None)
def test_bounds_under_a_condition_hold_wherever_the_condition_does(tree: Numeric, test: Truth) -> None:
    known = intervals.narrowed(test, True)
    for world in WORLDS if known is not None else ():
        if truth(test, world.__getitem__):
            low, high = intervals.bounds(tree, known or {})
            assert low <= number(tree, world.__getitem__) <= high


@given(NUMERICS)
@settings(max_examples=100, deadline=None)
def test_a_counterexample_is_found_exactly_where_there_is_one(tree: Numeric) -> None:
    def positive(known: intervals.Known) -> bool | None:
        low, high = intervals.bounds(tree, known)
        return True if low > 0 else None if high > 0 else False

    found = counterexample(RANGES, positive)
    values = [number(tree, world.__getitem__) for world in WORLDS]
    if found is None:
        assert min(values) > 0
    elif all(low == high for low, high in found.values()) and not _conditional_in_a_test(tree):
        assert number(tree, {name: low for name, (low, _) in found.items()}.__getitem__) <= 0


def _conditional_in_a_test(tree: Numeric) -> bool:
    return "Conditional" in repr(tree)


def test_rounding_down_also_holds_below_zero() -> None:
    tree = intervals.arithmetic("/", Read("calm", -2, 3), Number(2))
    assert (tree.low, tree.high) == (-1, 1)


def test_constants_are_folded() -> None:
    assert intervals.arithmetic("*", Number(6), Number(7)) == Number(42)
    assert intervals.extreme("min", [Number(5), Number(3)]) == Number(3)
    assert intervals.extreme("max", [Read("hope", 0, 4), Number(9)]) == Number(9)


def test_a_branch_is_bounded_by_its_condition() -> None:
    hope = Read("hope", 0, 4)
    rest = intervals.arithmetic("-", hope, Number(2))
    tree = intervals.conditional(Comparison(">=", hope, Number(2)), rest, Number(0))
    assert isinstance(rest, Arithmetic)
    assert isinstance(tree, Conditional)
    assert (rest.low, tree.low, tree.high) == (-2, 0, 2)


def test_conditions_that_exclude_each_other_never_hold_together() -> None:
    hope = Read("hope", 0, 4)
    both = Logic("and", (Comparison("!=", hope, Number(0)), Comparison("==", hope, Number(0))))
    assert intervals.settled(both) is False


def test_a_deep_tree_of_conditions_is_settled_at_once() -> None:
    tree: Numeric = Read("hope", 0, 4)
    for _ in range(38):
        tree = intervals.conditional(Comparison(">", tree, Number(1)), Number(3), tree)
    assert (tree.low, tree.high) == (0, 3)
