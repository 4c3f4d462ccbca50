"""The style `trades`: opens high and keeps its word, and gives step by step what the others insist on, for a price.

From one offer to the next it moves few issues, each by one step, and gives up at most a third of what it still
has to give; what costs it little and is wanted much goes first. Between two, in the second half of its moves, it weighs
all issues at once, and gives what the other wants most for the same price. What it has once offered it does not take
back, unless its walk-away value has risen above it. It gives nothing to one who has just taken something back, and
betters no offer that has not been answered. Near the end it presses where it may. Of an agenda, where every session
begins its asking anew, it signs what all others have signed as soon as that is acceptable: they may not sign it twice.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import Packages, Truths
from game.negotiation.aspiration import SCALE, aspiration
from game.negotiation.distinct import distinct_rows
from game.negotiation.logrolling import Met, best_package, meet
from game.negotiation.opponent import FULL, Wants, satisfaction, wants
from game.negotiation.steps import stepped
from game.players.bargaining import BargainingSeat, Offer, share_conceded
from game.players.clocks import Clock
from game.players.situations import Situation

_ROWS_AT_ONCE = 4096
"""Rows searched together: what they need fits into a processor's cache."""
_LARGEST_PART = 3
"""An offer gives up at most one part in so many of what is left to give, or one step."""
_STEPS = 2
"""The issues that an offer moves at most, as long as moves are left for the others; the last one apart."""
_STEADINESS = 20_000
"""Points for not taking back what was offered on an issue: more than anybody can insist on."""


class Trades(BargainingSeat):
    """Logrolls step by step."""

    style = "trades"
    presses = True

    def share(self, clock: Clock, parties: int) -> int:
        """Holds out a little between two; among more comes down sooner and leaves time to find what suits all."""
        if parties == 2:
            return share_conceded(clock, Fraction(2, 3))
        return share_conceded(clock, Fraction(3, 2), spare=min(2, clock.all // 4))

    def signs_at_once(self, situation: Situation) -> Truths:
        """Tells where, of an agenda, its own consent alone is missing from what lies on the table."""
        if situation.ask.live is None:
            return super().signs_at_once(situation)
        others = np.uint8((1 << len(situation.ask.table.parties)) - 1 & ~(1 << situation.ask.party))
        asked: Truths = situation.ask.consents[situation.rows] & others == others
        return asked

    def offer(self, situation: Situation, floors: NDArray[np.int32], share: int) -> Offer:
        """Finds the next offer: the first, a repaired one, or the last one bettered by a step."""
        columns = (
            floors,
            situation.unanswered,
            *situation.fixed,
            *situation.own_position,
            *chain.from_iterable(situation.positions),
            *situation.withdrawn,
        )
        first, kind = distinct_rows(columns, situation.count)
        offer = self._offer(situation.at(first), floors[first], share)
        return Offer(offer.packages[:, kind], offer.worth[kind])

    def _offer(self, situation: Situation, floors: NDArray[np.int32], share: int) -> Offer:
        best, known = self._best(situation, floors)
        packages, worth = np.empty_like(known), np.empty_like(floors)
        for first in range(0, situation.count, _ROWS_AT_ONCE):
            rows = slice(first, first + _ROWS_AT_ONCE)
            met = _Search(situation, floors[rows], best[rows], known[:, rows], rows).next(share)
            packages[:, rows], worth[rows] = met.packages, met.worth
        return Offer(packages, worth)

    def _best(self, situation: Situation, floors: NDArray[np.int32]) -> tuple[NDArray[np.int32], Packages]:
        """Computes the best worth still to be had in each row, and a package that has it."""
        if situation.settled:
            best = best_package(situation.valuation, situation.fixed)
            return best.worth, best.packages
        path = self.path(situation.valuation)
        worths = np.full(situation.count, path.best, np.int32)
        return worths, path.at(worths)


class _Search:
    """Some rows of a situation, with the walk-away worths and the best to be had in them."""

    def __init__(
        self, situation: Situation, floors: NDArray[np.int32], best: NDArray[np.int32], known: Packages, rows: slice
    ) -> None:
        self.clock, self.valuation = situation.clock, situation.valuation
        self.floors, self.best, self.known = floors, best, known
        self.fixed = situation.fixed[:, rows]
        self.mine = np.where(self.fixed == 0, situation.own_position[:, rows], self.fixed)
        self.asked = [asked[:, rows] for asked in situation.positions]
        self.withdrawn = [truths[rows] for truths in situation.withdrawn]
        self.unanswered = situation.unanswered[rows]

    def next(self, share: int) -> Met:
        """Opens where nothing was offered, repairs what is no longer acceptable, and betters the rest."""
        spoken = (self.mine != 0).all(axis=0)
        if not spoken.any():
            return self.opening()
        worth = self.valuation.worth(self.mine)
        met = self.bettered(worth, share)
        if not spoken.all():
            met = _choose(spoken, met, self.opening())
        fallen = spoken & (worth < self.floors)
        return _choose(~fallen, met, self.repaired()) if fallen.any() else met

    def opening(self) -> Met:
        """Opens near its best: of such packages, with the one closest to what is asked for, or to how things are.

        On issues of which it has spoken before it says the same again: the first word on new ones unsays nothing.
        """
        near = SCALE // (2 * self.clock.all)
        best = Met(self.known, self.best, self.best)
        if (self.mine != self.fixed).any():
            best = best_package(self.valuation, self.mine)
        least = aspiration(best.worth, self.floors, near)
        points = _added([self.closeness(asked) for asked in self.asked], self.even())
        return meet(self.valuation, points, least, self.mine, best.packages)

    def closeness(self, asked: Packages) -> Wants:
        """Rates options by what is asked for; where nobody has spoken yet, by whether they leave things as they are."""
        parts = []
        for part, options, unsettled in zip(wants(self.valuation, asked), asked, self.valuation.unsettled, strict=True):
            as_it_is = np.zeros_like(part)
            as_it_is[unsettled - 1] = FULL
            parts.append(np.where(options == 0, as_it_is, part))
        return tuple(parts)

    def bettered(self, worth: NDArray[np.int32], share: int) -> Met:
        """Betters the last offer by a bounded step, or keeps it; at the last chance goes as far as it may."""
        start = np.where(self.mine == 0, self.known, self.mine)
        points = self.heeded(start)
        if self.clock.left == 1:
            return self.met_anew(start, worth, points, self.floors)
        aspired = np.where(self.unanswered, worth, aspiration(self.best, self.floors, share))
        bound = worth - np.maximum(worth - self.floors, 0) // min(_LARGEST_PART, self.clock.left)
        if self.is_time_for_packages():
            return self.met_anew(start, worth, points, np.maximum(aspired, bound))
        met = stepped(self.valuation, points, start, np.maximum(aspired, bound), self.fixed, self.issues_at_once())
        still = (met.packages == start).all(axis=0)
        return _choose(still, stepped(self.valuation, points, start, aspired, self.fixed, 1), met)

    def met_anew(self, start: Packages, worth: NDArray[np.int32], points: Wants, least: NDArray[np.int32]) -> Met:
        """Looks at all issues at once for what gives the others most, and takes nothing back for it."""
        met = meet(self.valuation, self.steady(points), np.minimum(least, worth), self.fixed, start)
        kept = np.logical_and.reduce(self.withdrawn)
        return _choose(kept, Met(start, worth, met.given), met) if kept.any() else met

    def is_time_for_packages(self) -> bool:
        """Tells whether two who have heard each other for half of their moves now trade all issues at once."""
        return len(self.asked) == 1 and 2 * self.clock.left <= self.clock.all

    def issues_at_once(self) -> int:
        """Tells how many issues an offer may move: few, but more where few moves are left for many issues."""
        return max(_STEPS, -(-len(self.mine) // self.clock.left))

    def heeded(self, start: Packages) -> Wants:
        """Adds up what the others want: more for those who have little of it, nothing for those who took back."""
        points = [wants(self.valuation, asked) for asked in self.asked]
        weights = self.even()
        if len(points) > 1:
            weights = [np.int16(8) - satisfaction(part, start, 6) for part in points]
        heeded = [weight * ~withdrawn for weight, withdrawn in zip(weights, self.withdrawn, strict=True)]
        return _added(points, heeded)

    def repaired(self) -> Met:
        """Takes back as little as makes the last offer acceptable again."""
        kept = wants(self.valuation, self.mine)
        return meet(self.valuation, kept, self.floors, self.fixed, self.known)

    def steady(self, points: Wants) -> Wants:
        """Adds points for every option that is no harder than the one last offered: a word given is kept."""
        held = []
        for part, score, mine in zip(points, self.valuation.scores, self.mine, strict=True):
            kept = (score[1:, None] <= score[mine]) & (mine != 0)
            held.append(part + np.int16(_STEADINESS) * kept.astype(np.int16))
        return tuple(held)

    def even(self) -> list[NDArray[np.int16]]:
        """Gives each of the others the same weight."""
        return [np.ones(len(self.floors), np.int16)] * len(self.asked)


def _choose(first: Truths, one: Met, other: Met) -> Met:
    return Met(
        np.where(first, one.packages, other.packages),
        np.where(first, one.worth, other.worth),
        np.where(first, one.given, other.given),
    )


def _added(others: list[Wants], weights: list[NDArray[np.int16]]) -> Wants:
    """Adds up what several want, each with its weight."""
    return tuple(
        np.asarray(sum(part * weight for part, weight in zip(parts, weights, strict=True)), np.int16)
        for parts in zip(*others, strict=True)
    )
