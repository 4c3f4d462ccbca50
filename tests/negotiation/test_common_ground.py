"""What all others ask for alike is found where it costs oneself nothing, and nowhere else."""

from __future__ import annotations

import numpy as np

from game.negotiation.common_ground import common_ground
from game.negotiation.worths import Packages, Valuation

SCORES = (np.array([0, 0, 50, 100], np.int32), np.array([40, 40, 0, 60], np.int32), np.array([0, 0, 10, 20], np.int32))
VALUES = Valuation(SCORES, (1, 1, 1), 3)
OFFER = np.array([[2], [3], [2]], np.int8)
EVERYBODY = np.ones((2, 3), np.bool_)
OPEN, NOTHING = np.ones((3, 1), np.bool_), np.zeros((3, 1), np.int8)


def found(first: list[int], second: list[int], bound: np.ndarray = EVERYBODY, values: Valuation = VALUES) -> list[int]:
    asked: list[Packages] = [np.array(one, np.int8)[:, None] for one in (first, second)]
    terms = common_ground(values, OFFER, asked, bound, OPEN, NOTHING)
    return [int(option) for option in terms[:, 0]]


def test_it_is_what_all_ask_for_that_is_no_worse_than_ones_own_offer_and_than_nothing() -> None:
    assert found([3, 2, 2], [3, 2, 2]) == [3, 0, 2]


def test_where_they_differ_or_have_not_spoken_there_is_none() -> None:
    assert found([3, 0, 2], [2, 0, 2]) == [0, 0, 2]


def test_only_those_whom_an_issue_binds_are_asked() -> None:
    bound = np.array([[True, True, True], [False, True, True]])
    assert found([3, 3, 3], [1, 3, 1], bound) == [3, 3, 0]
    assert found([3, 3, 3], [3, 3, 3], np.zeros((2, 3), np.bool_)) == [0, 0, 0]


def test_nothing_is_settled_that_a_linkage_makes_a_loss() -> None:
    linked = Valuation(SCORES, (1, 1, 1), 3, ((lambda packages: packages[0] == 3, -500),))
    assert found([3, 3, 2], [3, 3, 2], values=linked) == [0, 0, 0]
