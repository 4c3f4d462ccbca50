"""Finding the fair share and the next offer among the packages: all laid out, or searched for where they are too many.

Both ways answer the same two questions, in thousandths, for every row; how far to come down is the business of
`planning`. The search also works around issues that are settled or not open now.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from game.negotiation.heard import Said
from game.negotiation.logrolling import Met, best_package, meet
from game.negotiation.opponent import Wants
from game.negotiation.opponent_model import FULL, Points
from game.negotiation.planning import FairPoint, Plan, best_offer, fair_point, joint, presumed_walk_aways
from game.negotiation.prospects import (
    Book,
    Laid,
    Shares,
    first_worth,
    given,
    offered_before,
    points_given,
    share_of,
    shares_in,
    worth_of,
)
from game.negotiation.worths import Packages, Valuation

_LEVELS = 12
"""Shares that the search tries for the fair one."""

Found = tuple[Packages, NDArray[np.int32]]
"""Packages, one a row, and their worths."""


class Finder(Protocol):
    """Packages of one set of values, seen with what others are thought to make of them and last asked for.

    `level` is how far up the walk-away worth lies between the worst package and the best, in thousandths, by row.
    """

    level: NDArray[np.int64]

    def worth_of(self, shares: NDArray[np.int64]) -> NDArray[np.int32]:
        """Computes the least worths that are these shares."""

    def share_of(self, worths: NDArray[np.int32]) -> Shares:
        """Computes the shares that worths are, one a row."""

    def fair(self, plan: Plan) -> FairPoint:
        """Finds the fair point."""

    def offer(self, plan: Plan, asked: NDArray[np.int64], late: bool) -> Found:
        """Finds what gives the others most of what is worth `asked` to oneself."""


class Listed:
    """Every package laid out, from the best on as far as they are looked at."""

    def __init__(
        self,
        book: Book,
        floors: NDArray[np.int32],
        points: Sequence[Points],
        taken: Sequence[Shares],
        own_said: Said,
        sure: Sequence[Said] = (),
    ) -> None:
        """Lays out nothing yet; `sure` is what each of several others has offered, if it is taken to accept that."""
        self.book, self.floors, self.points, self.taken, self.own_said = book, floors, points, taken, own_said
        self.sure = sure
        self._laid: tuple[Laid, list[Laid]] | None = None
        self.level = _level(floors, book.worths[:1], int(book.worths[-1]))

    def worth_of(self, shares: NDArray[np.int64]) -> NDArray[np.int32]:
        """Computes the least worths that are these shares."""
        return worth_of(shares, self.book.worths[:1], self.floors)

    def share_of(self, worths: NDArray[np.int32]) -> Shares:
        """Computes the shares that worths are, one a row."""
        return share_of(worths, self.book.worths[:1], self.floors)

    def fair(self, plan: Plan) -> FairPoint:
        """Finds the fair point."""
        own, others = self._first(int(self.floors.min()))
        return fair_point(own, others, self._walk_aways(plan.presumed))

    def offer(self, plan: Plan, asked: NDArray[np.int64], late: bool) -> Found:
        """Finds the best offer, one not made before where there is one."""
        own, others = self._first(int(self.worth_of(asked).min()))
        if own.shape[1] == 1:
            return self.book.packages[:, :1].repeat(len(own), axis=1), self.book.worths[:1].repeat(len(own))
        theirs = others[0]
        if len(others) > 1:
            least = plan.generous if late else plan.presumed
            acceptable = own >= asked.astype(np.int16)[:, None]
            theirs = joint(self._with_sure(others), self._walk_aways(least), acceptable)
        place = best_offer(own, theirs, asked, offered_before(self.book, self.own_said))
        return self.book.packages[:, place], self.book.worths[place]

    def _with_sure(self, others: list[Laid]) -> list[Laid]:
        """Counts what a party has offered itself as all that it may want: no other package is surer to be taken."""
        found = [laid.copy() for laid in others] if self.sure else others
        for laid, said in zip(found, self.sure, strict=False):
            rows, places = offered_before(self.book, said)
            seen = places < laid.shape[1]
            laid[rows[seen], places[seen]] = FULL
        return found

    def _walk_aways(self, least: int) -> list[Laid]:
        """Presumes the others' walk-away values by all that is acceptable to oneself, whatever it asks for now."""
        own, others = self._first(int(self.floors.min()))
        return presumed_walk_aways(least, self.level, own, others, self.taken)

    def _first(self, least: int) -> tuple[Laid, list[Laid]]:
        """Lays out one's own shares and the others' points of the packages that are worth `least`."""
        count = first_worth(self.book, least)
        if self._laid is None or self._laid[0].shape[1] < count:
            others = [given(self.book, part, count) for part in self.points]
            self._laid = shares_in(self.book, self.floors, count), others
        own, others = self._laid
        return own[:, :count], [laid[:, :count] for laid in others]


class Searched:
    """Packages found by logrolling, around what is `fixed` (not 0)."""

    def __init__(
        self,
        valuation: Valuation,
        floors: NDArray[np.int32],
        points: Sequence[Points],
        taken: Sequence[Shares],
        fixed: Packages,
    ) -> None:
        self.valuation, self.floors, self.points, self.taken, self.fixed = valuation, floors, points, taken, fixed
        self.best = best_package(valuation, fixed)
        worst = sum(int(score[1:].min()) for score in valuation.scores)
        self.level = _level(floors, self.best.worth, worst)
        self.wants: Wants = tuple(np.stack(parts).sum(axis=0).astype(np.int16) for parts in zip(*points, strict=True))

    def worth_of(self, shares: NDArray[np.int64]) -> NDArray[np.int32]:
        """Computes the least worths that are these shares."""
        return worth_of(shares, self.best.worth, self.floors)

    def share_of(self, worths: NDArray[np.int32]) -> Shares:
        """Computes the shares that worths are, one a row."""
        return share_of(worths, self.best.worth, self.floors)

    def fair(self, plan: Plan) -> FairPoint:
        """Finds the fair point among packages found for shares from all down to nothing."""
        own, given_them = [], []
        for level in range(_LEVELS + 1):
            packages, worths = self.offer(plan, np.full(len(self.floors), FULL * level // _LEVELS), False)
            own.append(share_of(worths, self.best.worth, self.floors))
            given_them.append([points_given(part, packages) for part in self.points])
        shares, others = np.stack(own, axis=1), [np.stack(part, axis=1) for part in zip(*given_them, strict=True)]
        return fair_point(shares, others, presumed_walk_aways(plan.presumed, self.level, shares, others, self.taken))

    def offer(self, plan: Plan, asked: NDArray[np.int64], late: bool) -> Found:
        """Finds the offer; the best package where nothing is worth as much."""
        least = np.minimum(self.worth_of(asked), self.best.worth)
        found: Met = meet(self.valuation, self.wants, least, self.fixed, self.best.packages)
        return found.packages, found.worth


def _level(floors: NDArray[np.int32], best: NDArray[np.int32], worst: int) -> NDArray[np.int64]:
    """Computes how far up walk-away worths lie between the worst package and the best, in thousandths."""
    level: NDArray[np.int64] = np.clip((floors.astype(np.int64) - worst) * FULL // np.maximum(best - worst, 1), 0, FULL)
    return level
