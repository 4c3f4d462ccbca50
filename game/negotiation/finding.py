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
from game.negotiation.planning import Plan, best_offer, fair_share, joint
from game.negotiation.prospects import (
    Book,
    Laid,
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
    """Packages of one set of values, seen with the points that the others are thought to put on them."""

    def worth_of(self, shares: NDArray[np.int64]) -> NDArray[np.int32]:
        """Computes the least worths that are these shares."""

    def fair(self, plan: Plan) -> NDArray[np.int64]:
        """Finds one's own share at the fair point."""

    def offer(self, plan: Plan, asked: NDArray[np.int64], late: bool) -> Found:
        """Finds what gives the others most of what is worth `asked` to oneself."""


class Listed:
    """Every package laid out, from the best on as far as they are looked at."""

    def __init__(self, book: Book, floors: NDArray[np.int32], points: Sequence[Points], own_said: Said) -> None:
        self.book, self.floors, self.points, self.own_said = book, floors, points, own_said
        self._laid: tuple[Laid, list[Laid]] | None = None

    def worth_of(self, shares: NDArray[np.int64]) -> NDArray[np.int32]:
        """Computes the least worths that are these shares."""
        return worth_of(shares, self.book.worths[:1], self.floors)

    def fair(self, plan: Plan) -> NDArray[np.int64]:
        """Finds one's own share at the fair point."""
        own, others = self._first(int(self.floors.min()))
        return fair_share(own, joint(others, plan.presumed))

    def offer(self, plan: Plan, asked: NDArray[np.int64], late: bool) -> Found:
        """Finds the best offer, one not made before where there is one."""
        own, others = self._first(int(self.worth_of(asked).min()))
        if own.shape[1] == 1:
            return self.book.packages[:, :1].repeat(len(own), axis=1), self.book.worths[:1].repeat(len(own))
        theirs = others[0] if len(others) == 1 else joint(others, plan.generous if late else plan.presumed)
        place = best_offer(own, theirs, asked, offered_before(self.book, self.own_said))
        return self.book.packages[:, place], self.book.worths[place]

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
        self, valuation: Valuation, floors: NDArray[np.int32], points: Sequence[Points], fixed: Packages
    ) -> None:
        self.valuation, self.floors, self.points, self.fixed = valuation, floors, points, fixed
        self.best = best_package(valuation, fixed)
        self.wants: Wants = tuple(np.stack(parts).sum(axis=0).astype(np.int16) for parts in zip(*points, strict=True))

    def worth_of(self, shares: NDArray[np.int64]) -> NDArray[np.int32]:
        """Computes the least worths that are these shares."""
        return worth_of(shares, self.best.worth, self.floors)

    def fair(self, plan: Plan) -> NDArray[np.int64]:
        """Finds one's own share at the fair point, among packages found for shares from all down to nothing."""
        own, theirs = [], []
        for level in range(_LEVELS + 1):
            packages, worths = self.offer(plan, np.full(len(self.floors), FULL * level // _LEVELS), False)
            own.append(share_of(worths, self.best.worth, self.floors))
            theirs.append(joint([points_given(part, packages)[:, None] for part in self.points], plan.presumed)[:, 0])
        return fair_share(np.stack(own, axis=1), np.stack(theirs, axis=1))

    def offer(self, plan: Plan, asked: NDArray[np.int64], late: bool) -> Found:
        """Finds the offer; the best package where nothing is worth as much."""
        least = np.minimum(self.worth_of(asked), self.best.worth)
        found: Met = meet(self.valuation, self.wants, least, self.fixed, self.best.packages)
        return found.packages, found.worth
