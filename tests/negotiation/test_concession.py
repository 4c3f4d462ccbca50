from __future__ import annotations

from random import Random

import numpy as np
import pytest

from game.negotiation.concession import concession_path
from game.negotiation.opponent import presumed_wants
from game.negotiation.packages import enumerate_packages
from tests.negotiation.valuations import valuation

SIZES = (4, 3, 3, 2, 4)


@pytest.mark.parametrize("seed", range(8))
def test_the_path_begins_at_the_best_and_falls_strictly(seed: int) -> None:
    values = valuation(SIZES, Random(seed), linkages=2)
    path = concession_path(values)
    assert path.best == values.worth(enumerate_packages(SIZES)).max()
    assert (np.diff(path.worths) < 0).all()
    assert (values.worth(path.packages) == path.worths).all()


@pytest.mark.parametrize("seed", range(8))
def test_no_package_of_at_least_that_worth_gives_more(seed: int) -> None:
    values = valuation(SIZES, Random(seed), linkages=2)
    path, packages = concession_path(values), enumerate_packages(SIZES)
    wants = presumed_wants(values)

    def given(chosen: np.ndarray) -> np.ndarray:
        return sum(part[options - 1, 0].astype(int) for part, options in zip(wants, chosen, strict=True))

    worths, gifts = values.worth(packages), given(packages)
    for worth, gift in zip(path.worths, given(path.packages), strict=True):
        assert gift == gifts[worths >= worth].max()


def test_what_weighs_little_is_conceded_first() -> None:
    values = valuation((2, 2, 2), Random(1))
    weights = [int(score.max()) for score in values.scores]
    path = concession_path(values)
    best = path.packages[:, 0]
    first = int(np.flatnonzero(path.packages[:, 1] != best)[0])
    assert weights[first] == min(weights)


def test_looking_up_gives_the_furthest_step_still_worth_the_target() -> None:
    path = concession_path(valuation(SIZES, Random(3)))
    targets = np.arange(path.worths[-1] - 5, path.best + 6, dtype=np.int32)
    for target, step in zip(targets.tolist(), path.steps_at(targets).tolist(), strict=True):
        reaching = [place for place, worth in enumerate(path.worths) if worth >= target]
        assert step == (reaching[-1] if reaching else 0)
    assert (path.at(targets) == path.packages[:, path.steps_at(targets)]).all()


def test_a_table_too_large_to_lay_out_has_a_path_from_its_best() -> None:
    values = valuation((5,) * 20, Random(2), linkages=2)
    path = concession_path(values)
    additive = sum(int(score[1:].max()) for score in values.scores)
    assert path.best >= additive - 120
    assert len(path.worths) > 60 and (np.diff(path.worths) < 0).all()


def test_the_searched_path_is_close_to_the_exact_one() -> None:
    for seed in range(6):
        values = valuation(SIZES, Random(seed), linkages=1)
        exact, searched = concession_path(values), concession_path(values, cap=1)
        assert searched.best == exact.best
        wants = presumed_wants(values)
        targets = np.linspace(exact.worths[-1], exact.best, 50).astype(np.int32)

        def given(path_packages: np.ndarray, wants: tuple[np.ndarray, ...] = wants) -> np.ndarray:
            return sum(part[options - 1, 0].astype(int) for part, options in zip(wants, path_packages, strict=True))

        lost = given(exact.at(targets)) - given(searched.at(targets))
        assert lost.min() >= 0 and lost.mean() <= 0.05 * 100 * len(SIZES)
