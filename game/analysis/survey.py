"""Every package of a table looked at once: the frontier, the solution points, how many suit everybody.

Packages are taken in blocks, so that tables beyond what can be laid out whole are surveyed exactly too, up to a
stated cap. Worths are in whole points; nothing here knows of scenarios or games.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.errors import GameError
from game.negotiation.frontier import Worths, efficient, solve
from game.negotiation.packages import all_worths, count_packages, packages_between, sizes_of
from game.negotiation.worths import Packages, Valuation

BLOCK = 65_536
CAP = 20_000_000
"""The most packages that are surveyed; more would take minutes."""


@dataclass(frozen=True, slots=True)
class Point:
    """One package: option numbers by issue and its worth to each party."""

    package: tuple[int, ...]
    worths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """What the packages of a table come to.

    `best` is each party's largest worth over all packages. `acceptable` counts those that leave nobody below
    its walk-away value. Solutions are sets; one that does not exist is empty. `cloud` counts packages by the
    parties' shares of their total weight, in whole hundredths rounded down.
    """

    packages: int
    acceptable: int
    best: tuple[int, ...]
    frontier: tuple[Point, ...]
    nash: tuple[Point, ...]
    kalai_smorodinsky: tuple[Point, ...]
    egalitarian: tuple[Point, ...]
    utilitarian: tuple[Point, ...]
    cloud: tuple[tuple[tuple[int, ...], int], ...]


def survey(valuations: Sequence[Valuation], walk_aways: Sequence[int]) -> Survey:
    """Surveys every package; `walk_aways` are on 0–100 of each party's total weight.

    Raises:
        GameError: when there are more than `CAP` packages.
    """
    sizes = sizes_of(valuations[0])
    count = count_packages(sizes)
    if count > CAP:
        raise GameError(f"This table allows {count:,} packages; at most {CAP:,} can be surveyed.")
    floors = [value * valuation.total_weight for value, valuation in zip(walk_aways, valuations, strict=True)]
    totals = [valuation.total_weight for valuation in valuations]
    gathered = _Gathering(floors, totals)
    for first in range(0, count, BLOCK):
        packages = packages_between(sizes, first, min(first + BLOCK, count))
        gathered.add(packages, all_worths(valuations, packages))
    return gathered.finish(count)


def point_of(package: Sequence[int], valuations: Sequence[Valuation]) -> Point:
    """Values one package; 0 stands for an issue left open."""
    column = np.asarray(package, np.int8)[:, None]
    worths = tuple(int(valuation.worth(column)[0]) for valuation in valuations)
    return Point(tuple(int(number) for number in valuations[0].complete(column)[:, 0]), worths)


class _Gathering:
    """What is kept while the blocks go by: the frontier so far, counts, and the cloud."""

    def __init__(self, floors: Sequence[int], totals: Sequence[int]) -> None:
        self.floors, self.totals = np.asarray(floors, np.int64)[:, None], totals
        self.acceptable = 0
        self.best = [-(2**31)] * len(totals)
        self.kept: list[tuple[Packages, Worths]] = []
        self.cloud: dict[tuple[int, ...], int] = {}

    def add(self, packages: Packages, worths: Worths) -> None:
        """Takes in one block."""
        self.acceptable += int(np.count_nonzero((worths >= self.floors).all(axis=0)))
        self.best = [max(best, int(row.max())) for best, row in zip(self.best, worths, strict=True)]
        self._keep(packages, worths)
        shares = np.stack([row // (total or 1) for row, total in zip(worths, self.totals, strict=True)])
        cells, counts = np.unique(shares, axis=1, return_counts=True)
        for cell, number in zip(cells.T.tolist(), counts.tolist(), strict=True):
            self.cloud[tuple(cell)] = self.cloud.get(tuple(cell), 0) + number

    def finish(self, count: int) -> Survey:
        """Finds the solutions among what was kept."""
        ((packages, worths),) = self.kept
        found = solve(worths, self.floors[:, 0].tolist(), self.totals)

        def points(places: NDArray[np.intp]) -> tuple[Point, ...]:
            return tuple(
                Point(tuple(package), tuple(worth))
                for package, worth in zip(packages[:, places].T.tolist(), worths[:, places].T.tolist(), strict=True)
            )

        return Survey(
            packages=count,
            acceptable=self.acceptable,
            best=tuple(self.best),
            frontier=points(found.frontier),
            nash=points(found.nash),
            kalai_smorodinsky=points(found.kalai_smorodinsky),
            egalitarian=points(found.egalitarian),
            utilitarian=points(found.utilitarian),
            cloud=tuple(sorted(self.cloud.items())),
        )

    def _keep(self, packages: Packages, worths: Worths) -> None:
        joined = [*self.kept, (packages, worths)]
        every = np.concatenate([part for part, _ in joined], axis=1)
        values = np.concatenate([part for _, part in joined], axis=1)
        places = np.sort(efficient(values))
        self.kept = [(every[:, places], values[:, places])]
