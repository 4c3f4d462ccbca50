from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.negotiation.aspiration import SCALE, aspiration, conceded

EXPONENTS = st.sampled_from([Fraction(1, 4), Fraction(1, 2), Fraction(2, 3), Fraction(1), Fraction(3)])


@given(EXPONENTS, st.integers(2, 200))
def test_the_curve_begins_at_nothing_never_turns_back_and_ends_at_all(exponent: Fraction, moves: int) -> None:
    curve = [conceded(passed, moves, exponent) for passed in range(moves)]
    assert curve[0] == 0 and curve[-1] == SCALE
    assert curve == sorted(curve)


@given(EXPONENTS, st.integers(2, 200), st.data())
def test_the_curve_is_that_of_faratin_sierra_and_jennings(exponent: Fraction, moves: int, data: st.DataObject) -> None:
    passed = data.draw(st.integers(0, moves - 1))
    expected = SCALE * (passed / (moves - 1)) ** (1 / float(exponent))
    assert conceded(passed, moves, exponent) == pytest.approx(expected, abs=1)


def test_a_small_exponent_holds_out_and_a_large_one_concedes_early() -> None:
    assert conceded(5, 11, Fraction(1, 4)) < conceded(5, 11, Fraction(1)) < conceded(5, 11, Fraction(3))


def test_a_single_move_and_moves_beyond_the_last_concede_everything() -> None:
    assert conceded(0, 1, Fraction(1, 4)) == conceded(9, 5, Fraction(1)) == SCALE


@given(st.integers(-5000, 2_000_000), st.integers(-5000, 2_000_000), st.integers(0, SCALE))
def test_what_is_aspired_to_is_never_below_the_lowest_nor_above_the_best(best: int, lowest: int, share: int) -> None:
    asked = int(aspiration(best, np.array([lowest], np.int32), share)[0])
    assert lowest <= asked <= max(best, lowest)
    if best > lowest:
        exact = lowest + Fraction(best - lowest) * (SCALE - share) / SCALE
        assert 0 <= asked - exact < 1
