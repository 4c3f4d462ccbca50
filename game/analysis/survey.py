"""All packages of a table surveyed: the frontier, the solution points, how many suit everybody.

A table of up to `EVERY` packages is laid out, and each is weighed. A larger one is put together from the parts that
no linkage ties together, which gives the same, as `game.negotiation.large` says; where its issues hang together too
much for that, packages are weighed in blocks up to a stated cap. Worths are in whole points; nothing here knows of
scenarios or games.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from game.errors import GameError
from game.negotiation import large
from game.negotiation.distinct import row_codes
from game.negotiation.frontier import Solutions, Worths, efficient, solve
from game.negotiation.packages import CAP as EVERY
from game.negotiation.packages import (
    TooManyPackages,
    all_worths,
    count_packages,
    packages_at,
    packages_between,
    sizes_of,
)
from game.negotiation.worths import Packages, Valuation

BLOCK = 65_536
CAP = 20_000_000
"""The most packages that are weighed one by one; more would take minutes."""
LOWEST, STEPS = -20, 4
"""Where clouds of the largest tables end, in hundredths of what a party asks, and the steps that each is made of."""

Told = Callable[[int, int], None]
"""Hears which stage of a survey begins, and of how many."""
Cloud = tuple[tuple[int, int, int], ...]
"""How many packages there are by the shares of two parties: `(across, up, packages)`."""


@dataclass(frozen=True, slots=True)
class Point:
    """One package: option numbers by issue and its worth to each party; `alike` counts those it stands for."""

    package: tuple[int, ...]
    worths: tuple[int, ...]
    alike: int = 1


@dataclass(frozen=True, slots=True)
class Survey:
    """What the packages of a table come to.

    `best` is each party's largest worth over all packages. `acceptable` counts those that leave nobody below
    its walk-away value, `acceptable_most` where that is not exact the most there can be. Solutions are sets; one
    that does not exist is empty. Where packages were not weighed one by one (`each` False), those of equal worth to
    all are one point, and for every efficient package there is a point that is worse for no party by more than its
    `error`, in points. `clouds` count packages by two parties' shares of their total weights, in whole hundredths
    rounded down; `cloud_error` is how far a package may be counted from its own worth. Of the largest tables
    the clouds end at `LOWEST`.
    """

    packages: int
    each: bool
    acceptable: int
    acceptable_most: int
    best: tuple[int, ...]
    frontier: tuple[Point, ...]
    nash: tuple[Point, ...]
    kalai_smorodinsky: tuple[Point, ...]
    egalitarian: tuple[Point, ...]
    utilitarian: tuple[Point, ...]
    clouds: Mapping[tuple[int, int], Cloud]
    error: tuple[int, ...]
    cloud_error: tuple[int, ...]


def survey(valuations: Sequence[Valuation], walk_aways: Sequence[int], told: Told | None = None) -> Survey:
    """Surveys every package; `walk_aways` are on 0–100 of each party's total weight.

    `told` is called as each stage of a survey that may take long begins. The largest tables take half a minute.

    Raises:
        GameError: when there are more than `CAP` packages, and they do not fall into parts.
    """
    count = count_packages(sizes_of(valuations[0]))
    floors = [value * valuation.total_weight for value, valuation in zip(walk_aways, valuations, strict=True)]
    if count > EVERY:
        try:
            return _by_parts(valuations, large.parts_of(valuations, EVERY), floors, told or _to_nobody)
        except TooManyPackages:
            pass
    if count > CAP:
        raise GameError(f"This table allows {count:,} packages; at most {CAP:,} can be surveyed.")
    return _one_by_one(valuations, floors, told or _to_nobody)


def _to_nobody(_stage: int, _stages: int) -> None:
    """Says nothing."""


def point_of(package: Sequence[int], valuations: Sequence[Valuation]) -> Point:
    """Values one package; 0 stands for an issue left open."""
    column = np.asarray(package, np.int8)[:, None]
    worths = tuple(int(valuation.worth(column)[0]) for valuation in valuations)
    return Point(tuple(int(number) for number in valuations[0].complete(column)[:, 0]), worths)


def _one_by_one(valuations: Sequence[Valuation], floors: Sequence[int], told: Told) -> Survey:
    sizes = sizes_of(valuations[0])
    count = count_packages(sizes)
    gathered = _Gathering(floors, [valuation.total_weight for valuation in valuations])
    stages = -(-count // BLOCK)
    for stage, first in enumerate(range(0, count, BLOCK), start=1):
        if stages > 1:
            told(stage, stages)
        packages = packages_between(sizes, first, min(first + BLOCK, count))
        gathered.add(packages, all_worths(valuations, packages))
    return gathered.finish(count)


def _by_parts(
    valuations: Sequence[Valuation], parts: Sequence[large.Part], floors: Sequence[int], told: Told
) -> Survey:
    sizes, totals = sizes_of(valuations[0]), [valuation.total_weight for valuation in valuations]
    packages, pairs = count_packages(sizes), list(combinations(range(len(valuations)), 2))
    stages = 3 + len(pairs)
    told(1, stages)
    sums = large.best_sums(parts)
    told(2, stages)
    acceptable = large.count_reaching(parts, floors)
    clouds, errors = {}, [0] * len(valuations)
    for stage, pair in enumerate(pairs, start=3):
        told(stage, stages)
        clouds[pair], near = _put_together(parts, pair, [totals[place] for place in pair])
        for place, error in zip(pair, near, strict=True):
            errors[place] = max(errors[place], error)
    told(stages, stages)
    return Survey(
        packages=packages,
        each=False,
        acceptable=acceptable.low,
        acceptable_most=acceptable.high,
        best=tuple(int(sum(part.worths[place].max() for part in parts)) for place in range(len(valuations))),
        clouds=clouds,
        error=sums.error,
        cloud_error=tuple(errors),
        **_points(solve(sums.worths, floors, totals), packages_at(sizes, sums.numbers), sums.worths, sums.counts),
    )


def _points(
    found: Solutions, packages: Packages, worths: Worths, counts: NDArray[np.int64] | None = None
) -> dict[str, tuple[Point, ...]]:
    alike = np.ones(packages.shape[1], np.int64) if counts is None else counts

    def points(places: NDArray[np.intp]) -> tuple[Point, ...]:
        chosen = packages[:, places].T.tolist(), worths[:, places].T.tolist(), alike[places].tolist()
        return tuple(Point(tuple(package), tuple(worth), count) for package, worth, count in zip(*chosen, strict=True))

    names = ("frontier", "nash", "kalai_smorodinsky", "egalitarian", "utilitarian")
    return {name: points(getattr(found, name)) for name in names}


def _put_together(
    parts: Sequence[large.Part], pair: tuple[int, int], totals: Sequence[int]
) -> tuple[Cloud, tuple[int, ...]]:
    """Counts packages by two parties' worths: exactly where only two sit there, else by small steps."""
    sums = large.counted_sums(parts, pair) if len(parts[0].worths) == 2 else None
    if sums is not None:
        return _cloud(sums.worths, sums.counts, totals), (0, 0)
    units = [max(1, total) / STEPS for total in totals]
    found = large.spread(parts, pair, units, [LOWEST * total for total in totals])
    return _cloud(np.floor(found.worths), found.counts, totals), tuple(math.ceil(error) for error in found.error)


def _cloud(worths: Worths | NDArray[np.float64], counts: NDArray[np.int64] | None, totals: Sequence[int]) -> Cloud:
    shares = np.stack([row.astype(np.int64) // (total or 1) for row, total in zip(worths, totals, strict=True)])
    codes = row_codes(shares, shares.shape[1])
    order = np.argsort(codes, kind="stable")
    begins = np.flatnonzero(np.concatenate([[True], codes[order][1:] != codes[order][:-1]]))
    alike = np.ones(len(order), np.int64) if counts is None else counts
    numbers = np.add.reduceat(alike[order], begins)
    cells = shares[:, order[begins]].tolist()
    return tuple(sorted(zip(*cells, numbers.tolist(), strict=True)))


class _Gathering:
    """What is kept while the blocks go by: the frontier so far, counts, and the clouds."""

    def __init__(self, floors: Sequence[int], totals: Sequence[int]) -> None:
        self.floors, self.totals = np.asarray(floors, np.int64)[:, None], totals
        self.acceptable = 0
        self.best = [-(2**31)] * len(totals)
        self.kept: list[tuple[Packages, Worths]] = []
        self.clouds: dict[tuple[int, int], dict[tuple[int, int], int]] = {
            pair: {} for pair in combinations(range(len(totals)), 2)
        }

    def add(self, packages: Packages, worths: Worths) -> None:
        """Takes in one block."""
        self.acceptable += int(np.count_nonzero((worths >= self.floors).all(axis=0)))
        self.best = [max(best, int(row.max())) for best, row in zip(self.best, worths, strict=True)]
        self._keep(packages, worths)
        for pair, cloud in self.clouds.items():
            for across, up, number in _cloud(worths[list(pair)], None, [self.totals[place] for place in pair]):
                cloud[across, up] = cloud.get((across, up), 0) + number

    def finish(self, count: int) -> Survey:
        """Finds the solutions among what was kept."""
        ((packages, worths),) = self.kept
        nowhere = (0,) * len(self.totals)
        return Survey(
            packages=count,
            each=True,
            acceptable=self.acceptable,
            acceptable_most=self.acceptable,
            best=tuple(self.best),
            clouds={
                pair: tuple((across, up, number) for (across, up), number in sorted(cloud.items()))
                for pair, cloud in self.clouds.items()
            },
            error=nowhere,
            cloud_error=nowhere,
            **_points(solve(worths, self.floors[:, 0].tolist(), self.totals), packages, worths),
        )

    def _keep(self, packages: Packages, worths: Worths) -> None:
        joined = [*self.kept, (packages, worths)]
        every = np.concatenate([part for part, _ in joined], axis=1)
        values = np.concatenate([part for _, part in joined], axis=1)
        places = np.sort(efficient(values))
        self.kept = [(every[:, places], values[:, places])]
