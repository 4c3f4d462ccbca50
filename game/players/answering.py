"""The styles `micro` and `tit-for-tat`: parties that give as much as they are given, and no sooner.

The first counts offers, and needs nothing but its own order of packages; the second counts worth. Neither looks at
the clock before its last move.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.negotiation.heard import conceded_to, count_distinct
from game.negotiation.ladder import Ladder, ladder
from game.negotiation.logrolling import best_package, meet
from game.negotiation.opponent import wants
from game.negotiation.packages import sizes_of
from game.negotiation.worths import Packages, Valuation
from game.players.bargaining import BargainingSeat, Offer, where_settled
from game.players.clocks import Clock
from game.players.situations import Situation


class Answering(BargainingSeat):
    """A style that goes by what the others have offered so far."""

    recalls = True

    def share(self, clock: Clock, parties: int) -> int:
        """Concedes nothing for the time that has passed."""
        return 0


class Micro(Answering):
    """Offers its next best package as long as it has made no more different offers than each of the others."""

    style = "micro"

    def __init__(self) -> None:
        super().__init__()
        self._ladders: dict[tuple[int, int], tuple[Valuation, Ladder]] = {}

    def offer(self, situation: Situation, floors: NDArray[np.int32], share: int) -> Offer:
        """Takes the next step of its ladder, or stays on the last one taken or worth its walk-away value."""
        return where_settled(situation, floors, self._step, self._around)

    def _step(self, situation: Situation, floors: NDArray[np.int32]) -> Offer:
        packages, worths = self._climbed(situation, floors)
        return Offer(packages, worths)

    def _around(self, situation: Situation, floors: NDArray[np.int32]) -> Offer:
        return _nearest(situation, np.maximum(self._climbed(situation, floors)[1], floors))

    def _climbed(self, situation: Situation, floors: NDArray[np.int32]) -> tuple[Packages, NDArray[np.int32]]:
        """Finds the step that is due, and its worth."""
        steps = self.ladder(situation.valuation, situation.ask.said.shape[1])
        sizes = sizes_of(situation.valuation)
        own = count_distinct(sizes, situation.own_said)
        others = np.stack([count_distinct(sizes, said) for said in situation.others_said]).min(axis=0)
        step = np.where(own <= others, own, own - 1)
        acceptable = np.searchsorted(-steps.worths, -floors, side="right") - 1
        step = np.clip(np.minimum(step, acceptable), 0, len(steps.worths) - 1)
        return steps.packages[:, step], steps.worths[step]

    def ladder(self, valuation: Valuation, moves: int) -> Ladder:
        """Returns the ladder for so many moves; made once."""
        key = id(valuation), moves
        if key not in self._ladders:
            self._ladders[key] = (valuation, ladder(valuation, moves + 1))
        return self._ladders[key][1]


class TitForTat(Answering):
    """Comes down by as much worth as the least that any of the others has come to meet it."""

    style = "tit-for-tat"

    def offer(self, situation: Situation, floors: NDArray[np.int32], share: int) -> Offer:
        """Finds what the others want most of what is worth its best less what it was given."""
        valuation = situation.valuation
        given = np.stack([conceded_to(valuation, said) for said in situation.others_said]).min(axis=0)
        return _nearest(situation, np.maximum(best_package(valuation, situation.fixed).worth - given, floors))


def _nearest(situation: Situation, least: NDArray[np.int32]) -> Offer:
    """Finds the package worth `least` that gives most of what the others ask for."""
    valuation = situation.valuation
    best = best_package(valuation, situation.fixed)
    points = [wants(valuation, asked) for asked in situation.positions]
    added = tuple(
        np.asarray(sum(parts), np.int16) + np.zeros(situation.count, np.int16) for parts in zip(*points, strict=True)
    )
    met = meet(valuation, added, np.minimum(least, best.worth), situation.fixed, best.packages)
    return Offer(met.packages, met.worth)
