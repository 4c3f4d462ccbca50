from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.negotiation.packages import (
    CAP,
    TooManyPackages,
    count_packages,
    enumerate_packages,
    package_numbers,
    packages_between,
)

SIZES = st.lists(st.integers(2, 5), min_size=1, max_size=5)


@given(SIZES)
def test_packages_come_in_file_order_with_the_last_issue_turning_fastest(sizes: list[int]) -> None:
    expected = list(product(*(range(1, size + 1) for size in sizes)))
    packages = enumerate_packages(sizes)
    assert [tuple(package) for package in packages.T.tolist()] == expected
    assert packages.dtype == np.int8 and packages.shape[1] == count_packages(sizes)


@given(SIZES, st.data())
def test_a_stretch_of_the_order_is_the_same_as_that_part_of_the_whole(sizes: list[int], data: st.DataObject) -> None:
    count = count_packages(sizes)
    first = data.draw(st.integers(0, count))
    end = data.draw(st.integers(first, count))
    assert (packages_between(sizes, first, end) == enumerate_packages(sizes)[:, first:end]).all()


@given(SIZES)
def test_a_package_has_the_number_of_its_place(sizes: list[int]) -> None:
    numbers = package_numbers(sizes, enumerate_packages(sizes))
    assert numbers.tolist() == list(range(count_packages(sizes)))


def test_above_the_cap_a_listing_is_refused_in_a_sentence() -> None:
    with pytest.raises(TooManyPackages) as refused:
        enumerate_packages([5] * 8)
    assert str(refused.value) == ("This table allows 390,625 packages, and at most 100,000 can be laid out one by one.")


def test_the_cap_itself_is_laid_out() -> None:
    assert enumerate_packages([10] * 5).shape == (5, CAP)


def test_a_stretch_of_a_table_beyond_the_cap_can_be_laid_out() -> None:
    sizes = [5] * 20
    last = count_packages(sizes)
    assert packages_between(sizes, last - 1, last).ravel().tolist() == [5] * 20
