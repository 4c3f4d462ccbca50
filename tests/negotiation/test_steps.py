import numpy as np

from game.negotiation.opponent import wants
from game.negotiation.steps import stepped
from game.negotiation.worths import Packages, Valuation

LIGHT, HEAVY = np.array([0, 0, 50, 100], np.int32), np.array([0, 0, 300, 600], np.int32)
VALUES = Valuation((LIGHT, HEAVY, LIGHT), (1, 1, 1), 8)
NOTHING = np.zeros((3, 1), np.int8)


def package(*options: int) -> Packages:
    return np.array(options, np.int8)[:, None]


def step(
    values: Valuation, start: Packages, asked: Packages, floor: int, steps: int, fixed: Packages = NOTHING
) -> list[int]:
    met = stepped(values, wants(values, asked), start, np.array([floor], np.int32), fixed, steps)
    assert met.worth[0] == values.worth(met.packages)[0]
    return [int(option) for option in met.packages[:, 0]]


def test_an_issue_moves_by_one_step_and_what_costs_least_moves_first() -> None:
    assert step(VALUES, package(3, 3, 3), package(1, 1, 1), 0, 1) == [2, 3, 3]
    assert step(VALUES, package(3, 3, 3), package(1, 1, 1), 0, 2) == [2, 3, 2]
    assert step(VALUES, package(3, 3, 3), package(1, 1, 1), 0, 9) == [2, 2, 2]


def test_nothing_is_given_that_nobody_asks_for() -> None:
    assert step(VALUES, package(3, 3, 3), package(3, 1, 3), 0, 2) == [3, 2, 3]
    assert step(VALUES, package(2, 2, 2), package(2, 3, 2), 0, 2) == [2, 2, 2]


def test_the_worth_never_falls_below_the_floor() -> None:
    assert step(VALUES, package(3, 3, 3), package(1, 1, 1), 750, 2) == [2, 3, 3]
    assert step(VALUES, package(3, 3, 3), package(1, 1, 1), 751, 2) == [3, 3, 3]


def test_what_is_fixed_stays() -> None:
    assert step(VALUES, package(3, 3, 3), package(1, 1, 1), 0, 2, package(3, 0, 0)) == [3, 2, 2]


def test_a_linkage_counts_in_what_a_step_costs() -> None:
    linked = Valuation(VALUES.scores, VALUES.unsettled, 8, ((lambda packages: packages[0] == 3, 400),))
    assert step(linked, package(3, 3, 3), package(1, 1, 1), 0, 1) == [3, 3, 2]
