"""A party's own packages in falling order of worth: all that an ordinal strategy needs to know.

Only as many steps are made as there are moves to take them. Nothing here is said of when a step is due.

Source: D. de Jonge, "An analysis of the linear bilateral ANAC domains using the MiCRO benchmark strategy",
Proceedings of IJCAI 31 (2022) 223–229; for more parties the number of own offers is held against the least number
of different offers that any of the others has made (V. Aguilera-Luzon, D. de Jonge and J. Larrosa, 2025).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.negotiation.packages import CAP, count_packages, enumerate_packages, sizes_of
from game.negotiation.worths import Packages, Valuation

_SPARE = 8
"""Where linkages shift the order, so many times as many packages are compared as are kept."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """Packages of shape `(issues, steps)` and their worths, from the best downwards; ties in file order."""

    packages: Packages
    worths: NDArray[np.int32]


def ladder(valuation: Valuation, steps: int, cap: int = CAP) -> Ladder:
    """Makes the first `steps` steps; with more than `cap` packages and with linkages they are nearly the best."""
    sizes = sizes_of(valuation)
    if count_packages(sizes) <= cap:
        packages = enumerate_packages(sizes)
    else:
        packages = _highest(valuation, steps * _SPARE if valuation.linkages else steps)
    worths = valuation.worth(packages)
    order = np.argsort(-worths, kind="stable")[:steps]
    return Ladder(packages[:, order], worths[order])


def _highest(valuation: Valuation, count: int) -> Packages:
    """Finds the packages of the highest sums, linkages apart: issue by issue the highest of the parts so far."""
    packages, worths = np.zeros((0, 1), np.int8), np.zeros(1, np.int64)
    for score in valuation.scores:
        size = len(score) - 1
        sums = (worths[:, None] + score[None, 1:]).ravel()
        kept = np.sort(np.argsort(-sums, kind="stable")[:count])
        options = np.tile(np.arange(1, size + 1, dtype=np.int8), len(worths))[kept]
        packages = np.concatenate([packages.repeat(size, axis=1)[:, kept], options[None]])
        worths = sums[kept]
    return packages
