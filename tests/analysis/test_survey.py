import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis import survey as module
from game.analysis.survey import point_of, survey
from game.errors import GameError
from game.negotiation.worths import Valuation


def valuation(weights: list[int], values: list[list[int]]) -> Valuation:
    scores = tuple(
        np.array([weight * row[0], *(weight * value for value in row)], np.int32)
        for weight, row in zip(weights, values, strict=True)
    )
    return Valuation(scores, (1,) * len(weights), sum(weights))


# Two parties, two issues of two options: each cares for another issue.
TRADE = (valuation([3, 1], [[0, 100], [100, 0]]), valuation([1, 3], [[100, 0], [0, 100]]))


def test_the_trade_that_suits_both_is_found() -> None:
    found = survey(TRADE, (50, 50))
    assert found.packages == 4
    assert found.best == (400, 400)
    assert [point.package for point in found.nash] == [(2, 2)]
    assert [point.worths for point in found.nash] == [(300, 300)]
    assert found.kalai_smorodinsky == found.nash == found.egalitarian == found.utilitarian
    assert [point.worths for point in found.frontier] == [(400, 0), (300, 300), (0, 400)]
    assert found.acceptable == 1
    assert found.clouds == {(0, 1): ((0, 100, 1), (25, 25, 1), (75, 75, 1), (100, 0, 1))}


def test_without_a_package_that_suits_all_no_solution_is_named() -> None:
    found = survey(TRADE, (80, 80))
    assert (found.acceptable, found.nash, found.kalai_smorodinsky, found.egalitarian) == (0, (), (), ())
    assert len(found.frontier) == 3


def test_an_open_issue_is_worth_its_unsettled_option() -> None:
    assert point_of((0, 2), TRADE) == point_of((1, 2), TRADE)
    assert point_of((0, 2), TRADE).worths == (0, 400)


def test_a_table_beyond_the_cap_is_refused_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CAP", 3)
    with pytest.raises(GameError, match="allows 4 packages; at most 3"):
        survey(TRADE, (0, 0))


numbers = st.integers(0, 100)


@settings(max_examples=30, deadline=None)
@given(data=st.data(), block=st.integers(1, 9))
def test_blocks_of_any_size_give_what_one_look_at_all_gives(data: st.DataObject, block: int) -> None:
    sizes = data.draw(st.lists(st.integers(2, 3), min_size=1, max_size=3))
    parties = data.draw(st.integers(2, 3))
    drawn = [
        valuation(
            data.draw(st.lists(st.integers(0, 9), min_size=len(sizes), max_size=len(sizes))),
            [data.draw(st.lists(numbers, min_size=size, max_size=size)) for size in sizes],
        )
        for _ in range(parties)
    ]
    floors = [data.draw(st.integers(0, 60)) for _ in range(parties)]
    packages = list(itertools.product(*(range(1, size + 1) for size in sizes)))
    points = [point_of(package, drawn) for package in packages]
    whole = survey(drawn, floors)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "BLOCK", block)
        assert survey(drawn, floors) == whole
    beaten = [
        any(
            all(b >= a for a, b in zip(one.worths, other.worths, strict=True)) and one.worths != other.worths
            for other in points
        )
        for one in points
    ]
    efficient = {one for one, is_beaten in zip(points, beaten, strict=True) if not is_beaten}
    assert set(whole.frontier) == efficient
    suits = [
        all(w >= f * v.total_weight for w, f, v in zip(point.worths, floors, drawn, strict=True)) for point in points
    ]
    assert whole.acceptable == sum(suits)
    assert whole.best == tuple(max(point.worths[k] for point in points) for k in range(parties))


def test_a_survey_that_may_take_long_tells_each_stage_as_it_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[tuple[int, int]] = []
    survey(TRADE, (50, 50), lambda stage, stages: said.append((stage, stages)))
    assert said == [], "a small table is surveyed at once"
    monkeypatch.setattr("game.analysis.survey.BLOCK", 2)
    survey(TRADE, (50, 50), lambda stage, stages: said.append((stage, stages)))
    assert said and said == [(stage, said[0][1]) for stage in range(1, said[0][1] + 1)]
