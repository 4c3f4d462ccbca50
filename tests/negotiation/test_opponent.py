from __future__ import annotations

import numpy as np

from game.negotiation.opponent import opposition, satisfaction, wants
from game.negotiation.worths import Valuation

SCORE = np.array([0, 0, 40, 100], np.int32) * np.int32(5)
FLAT = np.array([7, 7, 7], np.int32)
VALUES = Valuation((SCORE, FLAT), (1, 1), 6)


def wanted(*asked: int) -> list[list[int]]:
    return [part[:, 0].tolist() for part in wants(VALUES, np.array(asked, np.int8)[:, None])]


def test_one_who_has_said_nothing_is_taken_to_want_the_opposite() -> None:
    assert wanted(0, 0)[0] == [100, 60, 0] == opposition(SCORE).tolist()


def test_nothing_is_gained_by_giving_more_than_is_asked() -> None:
    assert wanted(2, 0)[0] == [60, 60, 0]


def test_where_the_other_asks_for_what_suits_oneself_there_is_nothing_to_give() -> None:
    assert wanted(3, 0)[0] == [0, 0, 0]


def test_on_an_issue_that_does_not_matter_to_oneself_exactly_what_is_asked_is_wanted() -> None:
    assert wanted(0, 2)[1] == [0, 100]
    assert wanted(0, 0)[1] == [0, 0]


def test_satisfaction_grows_with_what_is_given() -> None:
    asked = wants(VALUES, np.array([[1, 1, 1], [2, 2, 2]], np.int8))
    packages = np.array([[3, 2, 1], [1, 2, 2]], np.int8)
    assert satisfaction(asked, packages, 8).tolist() == [0, 6, 7]


def test_columns_do_not_touch_each_other() -> None:
    asked = np.array([[0, 1, 2, 3], [0, 1, 2, 1]], np.int8)
    together = wants(VALUES, asked)
    for row in range(4):
        alone = wants(VALUES, asked[:, [row]])
        assert all((part[:, [row]] == one).all() for part, one in zip(together, alone, strict=True))
