"""A party's path of concession: packages from its best downwards, each giving up what costs it least.

The path is made once for a set of values, from those values only: at each worth it holds the package that gives
the others most if they want the opposite on every issue alike, so that what weighs little is conceded first.
Parties that concede by the clock walk it. Time, seats and what others say are not its business.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.negotiation.frontier import efficient
from game.negotiation.logrolling import best_package, meet
from game.negotiation.opponent import presumed_wants
from game.negotiation.packages import CAP, count_packages, enumerate_packages, sizes_of
from game.negotiation.worths import Packages, Valuation

LEVELS = 256
"""How many worths are tried between best and worst where the packages are too many to lay out."""


@dataclass(frozen=True, slots=True)
class Path:
    """Packages of shape `(issues, steps)` and their worths, strictly falling from the best one."""

    packages: Packages
    worths: NDArray[np.int32]

    @property
    def best(self) -> int:
        """The worth of the best package."""
        return int(self.worths[0])

    def steps_at(self, targets: NDArray[np.int32]) -> NDArray[np.intp]:
        """Returns the furthest step still worth at least its target; the best one where none is."""
        return np.maximum(np.searchsorted(-self.worths, -targets, side="right") - 1, 0)

    def at(self, targets: NDArray[np.int32]) -> Packages:
        """Returns the packages of those steps; shape `(issues, rows)`."""
        return self.packages[:, self.steps_at(targets)]


def concession_path(valuation: Valuation, cap: int = CAP) -> Path:
    """Makes the path of one set of values.

    With up to `cap` packages the path is exact. Above, the best package and `LEVELS` worths below it are
    searched for by logrolling.
    """
    sizes = sizes_of(valuation)
    if count_packages(sizes) <= cap:
        return _path(valuation, enumerate_packages(sizes))
    return _path(valuation, _searched(valuation))


def _path(valuation: Valuation, packages: Packages) -> Path:
    """Keeps the packages that no other beats in both own worth and what is presumed to be given."""
    worths = valuation.worth(packages)
    given = np.zeros(packages.shape[1], np.int32)
    for points, options in zip(presumed_wants(valuation), packages, strict=True):
        given += points[:, 0][options - 1]
    kept = efficient(np.stack([worths, given]))
    _, first = np.unique(-worths[kept], return_index=True)
    return Path(packages[:, kept[first]], worths[kept[first]])


def _searched(valuation: Valuation) -> Packages:
    best = best_package(valuation, np.zeros((valuation.issues, 1), np.int8))
    lowest = sum(int(score[1:].min()) for score in valuation.scores)
    floors = np.linspace(int(best.worth[0]), lowest, LEVELS).astype(np.int32)
    known = np.repeat(best.packages, LEVELS, axis=1)
    met = meet(valuation, presumed_wants(valuation), floors, np.zeros_like(known), known)
    return np.concatenate([best.packages, met.packages], axis=1)
