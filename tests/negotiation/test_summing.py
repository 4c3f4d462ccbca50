import numpy as np
import pytest

from game.engine.packing import packing_of
from game.negotiation.summing import packed_worths
from game.negotiation.worths import Valuation


def valuation(issues: int, options: int, seed: int) -> Valuation:
    random = np.random.default_rng(seed)
    unsettled = tuple(int(number) for number in random.integers(1, options + 1, issues))
    scores = []
    for number in unsettled:
        own = random.integers(-50, 900, options).astype(np.int32)
        scores.append(np.concatenate([own[number - 1 : number], own]))
    return Valuation(tuple(scores), unsettled, 100)


@pytest.mark.parametrize(("issues", "options"), [(1, 2), (7, 4), (12, 5), (19, 6), (20, 7), (9, 20)])
def test_packed_packages_are_worth_what_they_are_worth_unpacked(issues: int, options: int) -> None:
    random, packing = np.random.default_rng(issues), packing_of(issues, options)
    values = valuation(issues, options, options)
    packages = random.integers(0, options + 1, (issues, 1_000)).astype(np.int8)
    worths = packed_worths(values, packing.bits, packing.dtype)
    assert (worths.of(packing.pack(packages)) == values.worth(packages)).all()
