"""Finding the package that keeps a worth to oneself and gives the others what they want most.

It trades issue against issue: what costs oneself little and is wanted much is given first. It needs no listing
of packages, works on any number of rows at once, and reckons with linkages by weighing every package it settles
on. It is a search by a price between one's own points and theirs, then by single switches: nearly always the
best package, not always; `tests/negotiation/test_logrolling.py` measures it against every package.

Source: the price is a Lagrange multiplier (H. Everett, "Generalized Lagrange multiplier method", Operations
Research 11 (1963) 399–417).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from game.negotiation.distinct import distinct_rows
from game.negotiation.opponent import Wants
from game.negotiation.worths import Packages, Valuation

Floors = NDArray[np.int32]
Totals = NDArray[np.int32]
Number = TypeVar("Number", np.int16, np.int32, np.int64)

_OWN_POINTS = 16
_PRICES = np.array([0, *(part << shift for shift in range(26) for part in (2, 3))], np.int64)
"""What a point of theirs counts in sixteenths of one's own: two steps to each doubling."""
_SWITCHES = 8


@dataclass(frozen=True, slots=True)
class Met:
    """Packages found, their worth to oneself, and the points that they give to the others."""

    packages: Packages
    worth: Totals
    given: Totals


def best_package(valuation: Valuation, fixed: Packages) -> Met:
    """Finds the package worth most to oneself; what `fixed` names (not 0) stays as it is."""
    nothing: Wants = tuple(np.zeros((len(score) - 1, 1), np.int16) for score in valuation.scores)
    first, kind = distinct_rows(fixed, fixed.shape[1])
    search = _Search(valuation, nothing, fixed[:, first])
    best = search.improved(search.at_price(np.zeros(len(first), np.int64)), None)
    return Met(best.packages[:, kind], best.worth[kind], best.given[kind])


def meet(valuation: Valuation, wants: Wants, floors: Floors, fixed: Packages, known: Packages) -> Met:
    """Finds, in each row, the package worth at least `floors` to oneself that gives the others most.

    What `fixed` names (not 0) stays as it is. `known` are packages to fall back on where the search reaches no
    floor, best such as reach it. Ties go to the package worth more to oneself.
    """
    search = _Search(valuation, wants, fixed)
    return search.improved(search.priced(floors, search.met(search.kept(known))), floors)


class _Search:
    """One valuation, what the others want and what is fixed, for a number of rows."""

    def __init__(self, valuation: Valuation, wants: Wants, fixed: Packages) -> None:
        self.valuation, self.wants, self.fixed = valuation, wants, fixed
        self.any_fixed = bool(fixed.any())
        self.rows = fixed.shape[1]
        self.own = tuple(score[1:] for score in valuation.scores)
        self.open = [issue for issue, options in enumerate(fixed) if not options.all()]
        sizes = [len(self.own[issue]) for issue in self.open]
        self.bounds = tuple(accumulate(sizes, initial=0))
        self.issue_of = np.repeat(np.array(self.open, np.intp), sizes)
        self.room = max(int(own.max() - own.min()) for own in self.own)
        self.tied: dict[int, Valuation] = {}
        """By issue: one's values with those linkages alone that look at it."""

    def kept(self, packages: Packages) -> Packages:
        """Puts what is fixed in place."""
        return np.where(self.fixed == 0, packages, self.fixed) if self.any_fixed else packages

    def met(self, packages: Packages) -> Met:
        """Weighs packages."""
        given = np.zeros(self.rows, np.int32)
        for points, options in zip(self.wants, packages, strict=True):
            given += _of_option(points, options)
        return Met(packages, self.valuation.worth(packages), given)

    def at_price(self, price: NDArray[np.int64]) -> Met:
        """Takes on each issue the option with most own points plus `price` times theirs; linkages apart."""
        packages = np.empty((len(self.own), self.rows), np.int8)
        for issue, (own, points) in enumerate(zip(self.own, self.wants, strict=True)):
            value = own[:, None] * np.int64(_OWN_POINTS) + points * price
            packages[issue] = value.argmax(axis=0) + 1
        return self.met(self.kept(packages))

    def priced(self, floors: Floors, found: Met) -> Met:
        """Raises the price as far as the floor allows, by halving; `found` is where nothing reaches it."""
        last = int(np.searchsorted(_PRICES, _OWN_POINTS * self.room + 1))
        low, high = np.full(len(floors), -1), np.full(len(floors), min(last, len(_PRICES) - 1))
        for _ in range((last + 1).bit_length()):
            middle = (low + high + 1) >> 1
            tried = self.at_price(_PRICES.take(middle, mode="clip"))
            ok = (tried.worth >= floors) & (middle > low)
            found = _choose(ok, tried, found)
            low, high = np.where(ok, middle, low), np.where(ok, high, np.maximum(middle - 1, low))
        return found

    def improved(self, met: Met, floors: Floors | None) -> Met:
        """Makes the single switch that gives most, or gives the same and is worth more, a few times over."""
        packages, worth, given = met.packages.copy(), met.worth, met.given
        for _ in range(_SWITCHES if self.open else 0):
            worths = np.concatenate([self.switched(packages, worth, issue) for issue in self.open])
            gifts = np.concatenate(
                [given - _of_option(self.wants[issue], packages[issue]) + self.wants[issue] for issue in self.open]
            )
            rank = gifts.astype(np.int64) * (1 << 32) + worths
            now = given.astype(np.int64) * (1 << 32) + worth
            if floors is not None:
                rank = np.where(worths >= floors, rank, now)
            if self.any_fixed:
                rank = np.where((self.fixed == 0)[self.issue_of], rank, now)
            switch = rank.argmax(axis=0)
            better = _pick(rank, switch) > now
            if not better.any():
                break
            for issue, (first, end) in zip(self.open, pairwise(self.bounds), strict=True):
                here = better & (switch >= first) & (switch < end)
                packages[issue] = np.where(here, switch - (first - 1), packages[issue])
            worth = np.where(better, _pick(worths, switch), worth)
            given = np.where(better, _pick(gifts, switch), given)
        return Met(packages, worth, given)

    def switched(self, packages: Packages, worth: Totals, issue: int) -> Totals:
        """Computes the worths after a switch of one issue to each of its options, `(options, rows)`.

        `worth` is that of the packages. Only the linkages that look at the issue can count otherwise.
        """
        if issue not in self.tied:
            self.tied[issue] = self.valuation.tied_to(issue)
        own, tied = self.own[issue], self.tied[issue]
        worths: Totals = worth - own.take(packages[issue] - 1, mode="clip") + own[:, None]
        if tied.linkages:
            trials = np.repeat(packages[:, None, :], len(own), axis=1)
            trials[issue] = np.arange(1, len(own) + 1, dtype=np.int8)[:, None]
            linked = tied.linked(trials.reshape(len(packages), -1)).reshape(len(own), -1)
            worths = worths - tied.linked(packages) + linked
        return worths


def _choose(ok: NDArray[np.bool_], first: Met, second: Met) -> Met:
    return Met(
        np.where(ok, first.packages, second.packages),
        np.where(ok, first.worth, second.worth),
        np.where(ok, first.given, second.given),
    )


def _of_option(points: NDArray[np.int16], options: NDArray[np.int8]) -> NDArray[np.int16]:
    """Reads the points of one option a row; `points` has a column a row, or one for all."""
    if points.shape[1] == 1:
        return points[:, 0].take(options - 1, mode="clip")
    return _pick(points, options - np.intp(1))


def _pick(values: NDArray[Number], options: NDArray[np.intp]) -> NDArray[Number]:
    """Reads one value a row from `(options, rows)`."""
    columns = values.shape[1]
    picked: NDArray[Number] = (
        np.ascontiguousarray(values).ravel().take(options * columns + np.arange(columns), mode="clip")
    )
    return picked
