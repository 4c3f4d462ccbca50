"""The style `trades`: keeps up what it aspires to and gives the other side what it insists on, for a price.

It opens high. At each move it looks, among the packages worth what it aspires to, for the one that best meets
what the others have asked for, so that it gives where giving costs it little and takes where they care little.
An offer that was refused is not repeated while another of the same worth can be made on other lines. Near the
end it presses where it may.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import Packages
from game.negotiation.aspiration import aspiration
from game.negotiation.distinct import distinct_rows
from game.negotiation.logrolling import Met, best_package, meet
from game.negotiation.opponent import Wants, satisfaction, wants
from game.players.bargaining import BargainingSeat, Offer, share_conceded
from game.players.clocks import Clock
from game.players.situations import Situation

_ROWS_AT_ONCE = 4096
"""Rows searched together: what they need fits into a processor's cache."""


_STEADINESS = 40
"""Points for not taking back what was offered on an issue; what another insists on is worth a few."""


class Trades(BargainingSeat):
    """Logrolls at its aspiration."""

    style = "trades"
    presses = True

    def share(self, clock: Clock, parties: int) -> int:
        """Holds out a little between two; among more keeps an even pace and leaves time to find what suits all."""
        if parties == 2:
            return share_conceded(clock, Fraction(2, 3))
        return share_conceded(clock, Fraction(1), spare=min(2, clock.all // 4))

    def offer(self, situation: Situation, floors: NDArray[np.int32], share: int) -> Offer:
        """Finds the package at the aspired worth that the others should like best."""
        columns = (floors, *situation.fixed, *situation.own_position, *chain.from_iterable(situation.positions))
        first, kind = distinct_rows(columns, situation.count)
        offer = self._offer(situation.at(first), floors[first], share)
        return Offer(offer.packages[:, kind], offer.worth[kind])

    def _offer(self, situation: Situation, floors: NDArray[np.int32], share: int) -> Offer:
        targets, known = self._aspired(situation, floors, share)
        packages, worth = np.empty_like(known), np.empty_like(targets)
        for first in range(0, situation.count, _ROWS_AT_ONCE):
            rows = slice(first, first + _ROWS_AT_ONCE)
            met = _Search(situation, targets[rows], known[:, rows], rows).best()
            packages[:, rows], worth[rows] = met.packages, met.worth
        return Offer(packages, worth)

    def _aspired(
        self, situation: Situation, floors: NDArray[np.int32], share: int
    ) -> tuple[NDArray[np.int32], Packages]:
        """Computes the aspired worth in each row, and a package that reaches it where one does."""
        if situation.settled:
            best = best_package(situation.valuation, situation.fixed)
            return aspiration(best.worth, floors, share), best.packages
        path = self.path(situation.valuation)
        targets = aspiration(path.best, floors, share)
        return targets, path.at(targets)


class _Search:
    """Some rows of a situation, with what is aspired to in them."""

    def __init__(self, situation: Situation, targets: NDArray[np.int32], known: Packages, rows: slice) -> None:
        self.valuation, self.targets, self.known = situation.valuation, targets, known
        self.fixed = situation.fixed[:, rows]
        self.mine = situation.own_position[:, rows]
        self.others = [wants(self.valuation, asked[:, rows]) for asked in situation.positions]

    def best(self) -> Met:
        """Meets what the others want, on other lines where that would repeat the last offer."""
        weights = [np.ones(len(self.targets), np.int16)] * len(self.others)
        met = self.met(_added(self.others, weights))
        if len(self.others) > 1:
            weights = [np.int16(8) - satisfaction(points, met.packages, 6) for points in self.others]
            met = self.met(_added(self.others, weights))
        repeated = (met.packages == self.mine).all(axis=0)
        return self.sideways(met, weights) if repeated.any() else met

    def met(self, points: Wants) -> Met:
        """Finds the package at the aspired worth that gives most of these points and takes back least."""
        return meet(self.valuation, self.steady(points), self.targets, self.fixed, self.known)

    def steady(self, points: Wants) -> Wants:
        """Adds points for every option that is no harder than the one last offered: a word given is kept."""
        held = []
        for part, score, mine in zip(points, self.valuation.scores, self.mine, strict=True):
            kept = (score[1:, None] <= score[mine]) & (mine != 0)
            held.append(part + np.int16(_STEADINESS) * kept.astype(np.int16))
        return tuple(held)

    def sideways(self, met: Met, weights: list[NDArray[np.int16]]) -> Met:
        """Where the last offer would be repeated, looks for another: as if what it gave meant less."""
        rows = np.arange(len(self.targets))
        points = _added(self.others, weights)
        tilted = []
        for part, mine in zip(points, self.mine, strict=True):
            gave = part[np.maximum(mine, 1) - 1, rows] > 0
            tilted.append(part * (np.int16(3) - gave.astype(np.int16)))
        other = self.met(tuple(tilted))
        repeated = (met.packages == self.mine).all(axis=0)
        return Met(
            np.where(repeated, other.packages, met.packages),
            np.where(repeated, other.worth, met.worth),
            np.where(repeated, other.given, met.given),
        )


def _added(others: list[Wants], weights: list[NDArray[np.int16]]) -> Wants:
    """Adds up what several want, each with its weight."""
    return tuple(
        np.asarray(sum(part * weight for part, weight in zip(parts, weights, strict=True)), np.int16)
        for parts in zip(*others, strict=True)
    )
