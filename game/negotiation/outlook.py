"""What a party that plans makes of talks at one of its moves.

An outlook is a pure function of one's own values and of what was said before. What a reader is told of it after the
talks is `game.analysis.aims`' affair.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.negotiation.finding import Finder, Listed, Searched
from game.negotiation.heard import Said, best_heard, count_nearer, first_offers
from game.negotiation.opponent_model import FULL, Points, estimate
from game.negotiation.packages import count_packages, sizes_of
from game.negotiation.planning import (
    LAST_TRIES,
    FairPoint,
    Plan,
    cramped,
    given_by,
    is_near,
    last_moves,
    seems_narrow,
    target,
)
from game.negotiation.prospects import Book, book_of, points_given
from game.negotiation.worths import Packages, Valuation

MOST_LISTED = 30_000
"""With more packages than these they are searched, not laid out."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a party sees before it: by row its `fair` share, how far others have come, `given`, what is to be `asked`.

    All in thousandths. `narrow`: how narrow the zone of agreement seems to be. `late`: it is time for last offers.
    """

    finder: Finder
    fair: NDArray[np.int64]
    given: NDArray[np.int64]
    asked: NDArray[np.int64]
    narrow: NDArray[np.int64]
    late: bool

    def worth_of(self, shares: NDArray[np.int64]) -> NDArray[np.int32]:
        """Computes the least worths that are these shares."""
        return self.finder.worth_of(shares)


@dataclass(frozen=True, slots=True)
class Memory:
    """What was said before a move by oneself and by the others, `(moves, issues, rows)`, and their last words."""

    own: Said
    others: Sequence[Said]
    positions: Sequence[Packages]


def look(
    valuation: Valuation,
    floors: NDArray[np.int32],
    memory: Memory,
    plan: Plan,
    moves: int,
    left: int,
    book: Book | None,
    fixed: Packages | None = None,
) -> Outlook:
    """Works out the outlook at the move after which `left` − 1 others follow, of `moves` in all.

    `book` is None where the packages are too many, or `fixed` (not 0) leaves only some open. The fair share is found
    when it matters; it is all before. Late, others are taken to accept what they have offered. Between two no less is
    asked than the best that the other has offered, and one to whom the zone of agreement seems narrow has little room.

    Source: the last is the `MAX` part of the combined conditions in T. Baarslag, K. Hindriks and C. Jonker, "Acceptance
    conditions in automated negotiation", in Complex Automated Negotiations (Springer, 2013) 95–111.
    """
    sizes = sizes_of(valuation)
    firsts = [first_offers(sizes, said) for said in memory.others]
    points = tuple(estimate(valuation, said, places) for said, places in zip(memory.others, firsts, strict=True))
    taken = [_taken(part, asked) for part, asked in zip(points, memory.positions, strict=True)]
    finder: Finder
    if book is not None:
        finder = Listed(book, floors, points, taken, memory.own, memory.others if left <= LAST_TRIES else ())
    else:
        around = np.zeros((valuation.issues, len(floors)), np.int8) if fixed is None else fixed
        finder = Searched(valuation, floors, points, taken, around)
    narrow = np.zeros(len(floors), np.int64)
    if len(memory.others) == 1:
        narrow = seems_narrow(count_nearer(valuation, floors, memory.others[0], firsts[0]), moves)
    little_room = np.maximum(cramped(finder.level), narrow)
    near = is_near(plan, moves, left, little_room)
    fair = finder.fair(plan) if near else _not_yet(len(points), len(floors))
    given = given_by(taken, fair.theirs)
    asked = target(plan, fair.own, given, moves, left, little_room)
    if near and len(memory.others) == 1:
        asked = np.maximum(asked, _best_heard(valuation, finder, memory.others[0]))
    return Outlook(finder, fair.own, given, asked, narrow, left <= last_moves(plan, moves))


def _not_yet(others: int, rows: int) -> FairPoint:
    return FairPoint(np.full(rows, FULL), np.zeros((others, rows), np.int64))


def _best_heard(valuation: Valuation, finder: Finder, said: Said) -> NDArray[np.int64]:
    """Computes the largest share that the other has offered, 0 where it was none."""
    _, best, spoken = best_heard(valuation, said)
    return np.where(spoken, np.clip(finder.share_of(best), 0, FULL), 0).astype(np.int64)


def _taken(points: Points, asked: Packages) -> NDArray[np.int32]:
    """Adds up what a party would get by its own last words: all, before it has spoken."""
    return np.where(asked.any(axis=0), points_given(points, asked), np.int32(FULL))


def listed(valuation: Valuation) -> Book | None:
    """Lays the packages out unless they are too many."""
    few = count_packages(sizes_of(valuation)) <= MOST_LISTED
    return book_of(valuation, MOST_LISTED) if few else None
