"""Which packages are efficient, and which of them the classic solutions of bargaining single out.

The theories speak of a continuous set of deals; a table has a finite list of packages, so each solution is
defined here over that list, in whole numbers, without rounding, and its ties come as a set. Two to four parties.
Nothing here enumerates packages or knows what they mean: it is given worths by party and package.

Let `gain` be worth less the walk-away worth. A package is acceptable when no gain is negative. All points are
sought among the efficient acceptable packages.

- Nash: the largest product of gains. It exists when some package gives every party a positive gain.
- Kalai–Smorodinsky: the largest smallest share, a share being a gain divided by the party's largest gain over
  acceptable packages. It exists when every party has a positive largest gain.
- Egalitarian: the largest smallest gain; utilitarian: the largest sum of gains. Gains of different parties are
  compared as parts of each one's total weight. Both exist when any package is acceptable.

Source: J. F. Nash, "The bargaining problem", Econometrica 18 (1950) 155–162; E. Kalai and M. Smorodinsky, "Other
solutions to Nash's bargaining problem", Econometrica 43 (1975) 513–518; E. Kalai, "Proportional solutions to
bargaining situations", Econometrica 45 (1977) 1623–1630.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.negotiation.distinct import distinct_rows
from game.negotiation.reaching import count_reaching_all, levels_of

Worths = NDArray[np.int32] | NDArray[np.int64]
"""Worth by party and package, shape `(parties, packages)`."""
Places = NDArray[np.intp]
"""Numbers of packages: columns of the worths."""
Exact = NDArray[Any]
"""Whole numbers without overflow: 64 bits where they suffice, Python's own where they do not."""

_LARGEST = 2**62
_BLOCK, _TAKEN, _LIST = 256, 32, 2_048
"""Packages that are compared with each other at once; packages taken singly before; those listed as bits."""


@dataclass(frozen=True, slots=True)
class Solutions:
    """The efficient packages by the first party's worth, falling, and the solution points as sets of them.

    A solution that does not exist is empty. `acceptable` are the efficient packages that leave no party below
    its walk-away value.
    """

    frontier: Places
    acceptable: Places
    nash: Places
    kalai_smorodinsky: Places
    egalitarian: Places
    utilitarian: Places


def efficient(worths: Worths) -> Places:
    """Finds the packages that no other beats for one party without being worse for another.

    Packages of equal worth to all are efficient together. Order: the worths of the first party, then of the
    next, falling; then file order.
    """
    places = _sweep(worths) if len(worths) == 2 else _filter(worths)
    return places[np.lexsort((places, *(-worths[::-1, places].astype(np.int64))))]


def solve(worths: Worths, walk_aways: Sequence[int], total_weights: Sequence[int]) -> Solutions:
    """Finds the frontier and the solution points; `walk_aways` are worths (walk-away value × total weight)."""
    frontier = efficient(worths)
    gains = worths[:, frontier].astype(np.int64) - np.asarray(walk_aways, np.int64)[:, None]
    ok = (gains >= 0).all(axis=0)
    places, gains = frontier[ok], gains[:, ok]
    if not len(places):
        return Solutions(frontier, places, places, places, places, places)
    shares = [total or 1 for total in total_weights]
    return Solutions(
        frontier,
        places,
        places[_nash(gains)],
        places[_kalai_smorodinsky(gains)],
        places[_largest(_in_units(gains, shares).min(axis=0))],
        places[_largest(_in_units(gains, shares).sum(axis=0))],
    )


def left_over(worths: Worths, deal: Sequence[int], total_weights: Sequence[int]) -> tuple[NDArray[np.float64], Places]:
    """Measures what a deal leaves on the table: how much each package that is worse for nobody adds for all together.

    The gains are parts of each party's total weight, added up; shape `(found,)`, beside the numbers of the packages,
    the largest first, ties by order. A deal that is efficient has none that adds anything.

    Source: the additive measure of A. Charnes, W. W. Cooper, B. Golany, L. Seiford and J. Stutz, "Foundations of data
    envelopment analysis for Pareto-Koopmans efficient empirical production functions", Journal of Econometrics 30
    (1985) 91–107.
    """
    gains = worths.astype(np.int64) - np.asarray(deal, np.int64)[:, None]
    places = np.flatnonzero((gains >= 0).all(axis=0))
    weights = np.asarray([total or 1 for total in total_weights], np.float64)
    added = (gains[:, places] / weights[:, None]).sum(axis=0)
    order = np.argsort(-added, kind="stable")
    return added[order], places[order]


def _sweep(worths: Worths) -> Places:
    """Sorts by the first worth and keeps what raises the second: two parties."""
    lowest = int(worths[1].min(initial=0))
    keys = (worths[0].astype(np.int64) << 32) + (worths[1].astype(np.int64) - lowest)
    order = np.argsort(keys)[::-1]
    keys, second = keys[order], worths[1][order]
    highest = np.maximum.accumulate(second)
    records = np.ones(len(order), np.bool_)
    records[1:] = second[1:] > highest[:-1]
    leaders = np.maximum.accumulate(np.where(records, np.arange(len(order)), 0))
    efficient_places: Places = order[keys == keys[leaders]]
    return efficient_places


def _filter(worths: Worths) -> Places:
    """Takes the package of the largest (scaled) sum, drops what it beats, and goes on: any number of parties.

    What is left after some packages, by then a small part, is gone through in other ways.
    """
    scales = [(1 << 20) // max(1, int(worth.max(initial=0)) - int(worth.min(initial=0))) + 1 for worth in worths]
    left = np.argsort(-(np.array(scales, np.int64) @ worths), kind="stable")
    rest = worths[:, left]
    kept = [left[:0]]
    while len(left):
        if len(kept) > _TAKEN:
            return np.concatenate([*kept, left[(_staircase if len(worths) == 3 else _listed)(rest)]])
        beyond = np.zeros(len(left), np.bool_)
        equal = np.ones(len(left), np.bool_)
        for worth in rest:
            beyond |= worth > worth[0]
            equal &= worth == worth[0]
        kept.append(left[equal])
        rest, left = rest[:, beyond], left[beyond]
    return np.concatenate(kept)


def _staircase(worths: Worths) -> Places:
    """Goes through the packages by the first worth, a block at a time: three parties.

    `highest` has, for each level of the second worth, the largest third worth of those gone by that reach it: what
    does not surpass it is beaten, or equal to one gone by.
    """
    order = np.lexsort((-worths[2].astype(np.int64), -worths[1].astype(np.int64), -worths[0].astype(np.int64)))
    values = np.ascontiguousarray(worths[:, order])
    differs = np.concatenate([[True], (values[:, 1:] != values[:, :-1]).any(axis=0)])
    kinds = np.flatnonzero(differs)
    second, third = values[1:, kinds].astype(np.int64)
    levels = np.unique(second, return_inverse=True)[1]
    highest = np.full(int(levels.max(initial=0)) + 1, -_LARGEST)
    kept = np.zeros(len(kinds), np.bool_)
    for begin in range(0, len(kinds), _BLOCK):
        block = slice(begin, begin + _BLOCK)
        places = begin + np.flatnonzero(third[block] > highest[levels[block]])
        if len(places):
            places = places[_unbeaten(second[places], third[places])]
            kept[places] = True
            np.maximum.at(highest, levels[places], third[places])
            highest = np.maximum.accumulate(highest[::-1])[::-1]
    efficient_places: Places = order[kept[np.cumsum(differs) - 1]]
    return efficient_places


def _listed(worths: Worths) -> Places:
    """Takes a list of those with the largest sums, keeps who is reached in all by nobody else, and goes on.

    Whoever beats a package has a larger sum, so it stands in the list or has been kept before.
    """
    first, kind = distinct_rows(worths, worths.shape[1])
    values = worths[:, first].astype(np.int64)
    left = np.argsort(-values.sum(axis=0), kind="stable")
    kept = np.zeros(len(first), np.bool_)
    while len(left):
        listed, left = left[:_LIST], left[_LIST:]
        own = values[:, listed]
        found = listed[count_reaching_all([levels_of(worth) for worth in own], own) == 1]
        kept[found] = True
        reached = [levels_of(worth) for worth in values[:, found]]
        left = left[count_reaching_all(reached, values[:, left]) == 0]
    return np.flatnonzero(kept[kind])


def _unbeaten(second: NDArray[np.int64], third: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tells which packages no earlier one reaches in both worths; those of a block, no two alike."""
    reached = np.triu((second[:, None] >= second) & (third[:, None] >= third), 1)
    unbeaten: NDArray[np.bool_] = np.logical_not(reached.any(axis=0))
    return unbeaten


def _nash(gains: NDArray[np.int64]) -> Places:
    products = _exact(gains, [int(gain.max()) for gain in gains]).prod(axis=0)
    return _largest(products) if products.max() > 0 else np.zeros(0, np.intp)


def _kalai_smorodinsky(gains: NDArray[np.int64]) -> Places:
    ideal = [int(gain.max()) for gain in gains]
    if min(ideal) == 0:
        return np.zeros(0, np.intp)
    return _largest(_in_units(gains, ideal).min(axis=0))


def _in_units(gains: NDArray[np.int64], units: Sequence[int]) -> Exact:
    """Multiplies each party's gains by the others' units: in proportion to gain / unit, and whole."""
    exact = _exact(gains, [len(units) * max(unit, int(gain.max())) for unit, gain in zip(units, gains, strict=True)])
    factors = [prod(units) // unit for unit in units]
    scaled: Exact = exact * np.array(factors, exact.dtype)[:, None]
    return scaled


def _exact(gains: NDArray[np.int64], bounds: Sequence[int]) -> Exact:
    return gains if prod(max(1, bound) for bound in bounds) < _LARGEST else gains.astype(object)


def _largest(values: Exact) -> Places:
    return np.flatnonzero(values == values.max())
