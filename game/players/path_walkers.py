"""The styles `holds-out`, `linear` and `concedes-early`: parties that walk their own concession path by the clock.

They look at the others only to give no more than is asked and to grant what costs them nothing.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import Packages
from game.negotiation.aspiration import aspiration
from game.negotiation.concession import Path
from game.negotiation.logrolling import best_package, meet
from game.negotiation.opponent import presumed_wants
from game.negotiation.worths import Valuation
from game.players.bargaining import BargainingSeat, Offer, share_conceded, where_settled
from game.players.clocks import Clock
from game.players.situations import Situation

WALK_AWAY_VALUES = np.arange(101, dtype=np.int32)


class PathWalker(BargainingSeat):
    """Offers the furthest package of its path that is still worth what it aspires to."""

    def offer(self, situation: Situation, floors: NDArray[np.int32], share: int) -> Offer:
        """Looks the package up on the path, then grants what costs nothing."""
        return where_settled(
            situation,
            floors,
            lambda free, _: self._on_path(free, share),
            lambda held, least: offer_around_settled(held, least, share),
        )

    def _on_path(self, situation: Situation, share: int) -> Offer:
        valuation = situation.valuation
        offer = at_walk_away(self.path(valuation), valuation, situation.walk_away, share)
        for asked in situation.positions:
            offer = grant(valuation, offer, asked)
        return offer


class HoldsOut(PathWalker):
    """Stays near its best until the end is close, then comes down fast."""

    style = "holds-out"

    def share(self, clock: Clock, parties: int) -> int:
        """Concedes a third of the way only when three quarters of its moves have passed."""
        return share_conceded(clock, Fraction(1, 4))


class Linear(PathWalker):
    """Comes down by the same share at each move."""

    style = "linear"

    def share(self, clock: Clock, parties: int) -> int:
        """Concedes half of the way when half of its moves have passed."""
        return share_conceded(clock, Fraction(1))


class ConcedesEarly(PathWalker):
    """Comes down fast at first and slowly later."""

    style = "concedes-early"

    def share(self, clock: Clock, parties: int) -> int:
        """Concedes two thirds of the way when a third of its moves have passed."""
        return share_conceded(clock, Fraction(3))


def at_walk_away(path: Path, valuation: Valuation, walk_away: NDArray[np.int32], share: int) -> Offer:
    """Looks up the package of the aspired worth in rows of different walk-away values."""
    targets = aspiration(path.best, valuation.walk_away_worth(WALK_AWAY_VALUES), share)
    steps = path.steps_at(targets)
    return Offer(path.packages[:, steps].take(walk_away, axis=1), path.worths[steps].take(walk_away))


def offer_around_settled(situation: Situation, floors: NDArray[np.int32], share: int) -> Offer:
    """Concedes on what is still open, where some issues are settled for good or not live."""
    valuation, fixed = situation.valuation, situation.fixed
    best = best_package(valuation, fixed)
    met = meet(valuation, presumed_wants(valuation), aspiration(best.worth, floors, share), fixed, best.packages)
    return Offer(met.packages, met.worth)


def grant(valuation: Valuation, offer: Offer, asked: Packages) -> Offer:
    """Takes over what another asks for wherever that is worth no less to oneself."""
    packages = np.empty_like(offer.packages)
    for issue, score in enumerate(valuation.scores):
        pairs = offer.packages[issue].astype(_pair_type(len(score))) * len(score) + asked[issue]
        packages[issue] = _granted(score).take(pairs, mode="clip")
    worth = valuation.worth(packages)
    if not valuation.linkages:
        return Offer(packages, worth)
    gained = worth >= offer.worth
    return Offer(np.where(gained, packages, offer.packages), np.where(gained, worth, offer.worth))


def _pair_type(options: int) -> type[np.int8] | type[np.int16]:
    """Picks the numbers that hold every pair of so many options."""
    return np.int8 if options**2 <= np.iinfo(np.int8).max else np.int16


def _granted(score: NDArray[np.int32]) -> NDArray[np.int8]:
    """Tabulates, for each pair of an offered and an asked option, the one to offer; 0 is never asked."""
    numbers = np.arange(len(score), dtype=np.int8)
    better = (score[None, :] >= score[:, None]) & (numbers > 0)
    return np.where(better, numbers[None, :], numbers[:, None]).ravel()
