from __future__ import annotations

import numpy as np

from game.negotiation.worths import Valuation
from tests.negotiation.valuations import both

HANKO = np.array([0, 0, 50, 100], np.int32) * np.int32(3)
FORT = np.array([100, 100, 0], np.int32) * np.int32(2)
VALUES = Valuation((HANKO, FORT), (1, 1), 5, ((both(0, 1, 1, 1), 40),))


def worth(*package: int) -> int:
    return int(VALUES.worth(np.array(package, np.int8)[:, None])[0])


def test_worth_is_the_sum_of_weight_times_value_and_linkages() -> None:
    assert worth(2, 2) == 3 * 50
    assert worth(3, 1) == 3 * 100 + 2 * 100
    assert worth(1, 1) == 2 * 100 + 40


def test_an_open_issue_counts_as_its_unsettled_option_in_linkages_too() -> None:
    assert worth(0, 0) == worth(1, 1)
    assert worth(0, 2) == worth(1, 2)


def test_many_rows_are_worth_what_each_is_alone() -> None:
    packages = np.array([[0, 1, 2, 3], [0, 1, 2, 1]], np.int8)
    assert VALUES.worth(packages).tolist() == [worth(*column) for column in packages.T]


def test_a_walk_away_value_is_met_exactly() -> None:
    needed = VALUES.walk_away_worth(np.array([0, 30, 100], np.int32))
    assert needed.tolist() == [0, 150, 500]
