"""The search is held against every package of many small tables."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from game.negotiation.logrolling import best_package, meet
from game.negotiation.opponent import Wants
from game.negotiation.packages import enumerate_packages
from game.negotiation.worths import Packages, Valuation
from tests.negotiation.valuations import valuation

ROWS = 40
TABLES = [((3, 3), 0), ((3, 2, 4), 1), ((4, 4, 4, 3, 3), 2), ((3,) * 7, 3), ((2,) * 10, 0)]


def drawn(sizes: tuple[int, ...], linkages: int, seed: int) -> tuple[Valuation, Wants, np.ndarray, Packages]:
    random = Random(seed)
    values = valuation(sizes, random, linkages=linkages)
    numbers = np.random.default_rng(seed)
    wants = tuple(numbers.integers(0, 101, (size, ROWS)).astype(np.int16) for size in sizes)
    worths = values.worth(enumerate_packages(sizes))
    floors = numbers.integers(int(np.median(worths)), worths.max() + 1, ROWS).astype(np.int32)
    return values, wants, floors, enumerate_packages(sizes)


def known_best(values: Valuation, packages: Packages) -> Packages:
    return np.repeat(packages[:, [int(values.worth(packages).argmax())]], ROWS, axis=1)


@pytest.mark.parametrize(("sizes", "linkages"), TABLES)
def test_what_is_found_keeps_the_floor_and_is_nearly_always_the_best(sizes: tuple[int, ...], linkages: int) -> None:
    gaps = []
    for seed in range(12):
        values, wants, floors, packages = drawn(sizes, linkages, seed)
        met = meet(values, wants, floors, np.zeros((len(sizes), ROWS), np.int8), known_best(values, packages))
        assert (met.worth >= floors).all(), seed
        assert (met.worth == values.worth(met.packages)).all()
        given = sum(part[options - 1].astype(np.int32) for part, options in zip(wants, packages, strict=True))
        most = np.where(values.worth(packages)[:, None] >= floors, given, -1).max(axis=0)
        gaps += ((most - met.given) / sum(part.max(axis=0) for part in wants)).tolist()
    assert min(gaps) >= 0
    assert np.mean(gaps) <= 0.012
    assert np.mean(np.array(gaps) == 0) >= 0.75


def test_what_is_settled_stays_as_it_is() -> None:
    values, wants, floors, packages = drawn((4, 4, 4, 3, 3), 2, 5)
    fixed = np.zeros((5, ROWS), np.int8)
    fixed[1], fixed[3, ::2] = 2, 3
    met = meet(values, wants, floors, fixed, known_best(values, packages))
    assert (met.packages[1] == 2).all() and (met.packages[3, ::2] == 3).all()
    best = best_package(values, fixed)
    allowed = ((packages[:, :, None] == fixed[:, None, :]) | (fixed[:, None, :] == 0)).all(axis=0)
    most = np.where(allowed, values.worth(packages)[:, None], -(10**6)).max(axis=0)
    assert (best.worth <= most).all() and np.mean(best.worth == most) >= 0.9


def test_one_row_alone_is_searched_like_many() -> None:
    values, wants, floors, packages = drawn((4, 3, 3, 2), 2, 9)
    nothing, known = np.zeros((4, ROWS), np.int8), known_best(values, packages)
    together = meet(values, wants, floors, nothing, known)
    for row in range(0, ROWS, 7):
        one = slice(row, row + 1)
        alone = meet(values, tuple(part[:, one] for part in wants), floors[one], nothing[:, one], known[:, one])
        assert (alone.packages[:, 0] == together.packages[:, row]).all()
