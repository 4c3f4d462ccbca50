"""The packages that a table allows: every way to name one option for each issue.

Packages are counted in file order: the last issue turns fastest, like the last figure of a number. A table of
up to `CAP` packages is laid out whole. Above that `enumerate_packages` refuses, because a listing would no longer
be quick to make or to read; `packages_between` still gives any stretch of the order, `game.negotiation.large`
surveys such a table without a listing, and `game.negotiation.logrolling` finds good packages in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

import numpy as np
from numpy.typing import NDArray

from game.errors import GameError
from game.negotiation.worths import Packages, Valuation

CAP = 100_000
"""The most packages that are laid out one by one."""


class TooManyPackages(GameError):
    """A table with more packages than may be laid out one by one."""

    def __init__(self, count: int, cap: int) -> None:
        self.count, self.cap = count, cap
        super().__init__(f"This table allows {count:,} packages, and at most {cap:,} can be laid out one by one.")


def count_packages(sizes: Sequence[int]) -> int:
    """Counts the packages of a table with `sizes` options by issue.

    >>> count_packages([4, 3, 2])
    24
    """
    return prod(sizes)


def packages_between(sizes: Sequence[int], first: int, end: int) -> Packages:
    """Lists the packages numbered `first` up to, not including, `end`; shape `(issues, end - first)`."""
    return packages_at(sizes, np.arange(first, end, dtype=np.int64))


def packages_at(sizes: Sequence[int], numbers: NDArray[np.int64]) -> Packages:
    """Lists the packages of those numbers in file order; the inverse of `package_numbers`."""
    packages = np.empty((len(sizes), len(numbers)), np.int8)
    rest = numbers
    for issue in reversed(range(len(sizes))):
        rest, digit = np.divmod(rest, sizes[issue])
        packages[issue] = digit
    packages += 1
    return packages


def enumerate_packages(sizes: Sequence[int], cap: int = CAP) -> Packages:
    """Lists every package in file order; shape `(issues, packages)`.

    Raises:
        TooManyPackages: when there are more than `cap`.

    >>> enumerate_packages([2, 2]).T.tolist()
    [[1, 1], [1, 2], [2, 1], [2, 2]]
    """
    count = count_packages(sizes)
    if count > cap:
        raise TooManyPackages(count, cap)
    packages = np.empty((len(sizes), *sizes), np.int8)
    for issue, size in enumerate(sizes):
        shape = [1] * len(sizes)
        shape[issue] = size
        packages[issue] = np.arange(1, size + 1, dtype=np.int8).reshape(shape)
    return packages.reshape(len(sizes), count)


def package_numbers(sizes: Sequence[int], packages: Packages) -> NDArray[np.int64]:
    """Returns the place of each package in file order; every issue must be named.

    >>> package_numbers([4, 3, 2], enumerate_packages([4, 3, 2])[:, 5:7]).tolist()
    [5, 6]
    """
    numbers = np.zeros(packages.shape[1], np.int64)
    for size, options in zip(sizes, packages, strict=True):
        numbers = numbers * size + options - 1
    return numbers


def sizes_of(valuation: Valuation) -> tuple[int, ...]:
    """Returns the number of options of each issue."""
    return tuple(len(score) - 1 for score in valuation.scores)


def all_worths(valuations: Sequence[Valuation], packages: Packages) -> NDArray[np.int32]:
    """Computes the worth of each package to each party; shape `(parties, packages)`."""
    return np.stack([valuation.worth(packages) for valuation in valuations])
