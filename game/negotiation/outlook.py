"""What a party that plans makes of talks at one of its moves, and what it made of them at each move in hindsight.

An outlook is a pure function of one's own values and of what was said before; so it can be worked out again after the
talks, for those who want to read what a party believed and aimed at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.negotiation.finding import Finder, Listed, Searched
from game.negotiation.heard import Said
from game.negotiation.opponent_model import FULL, Points, estimate
from game.negotiation.packages import count_packages, sizes_of
from game.negotiation.planning import FairPoint, Plan, given_by, is_near, last_moves, plan_for, target
from game.negotiation.prospects import Book, book_of, points_given
from game.negotiation.worths import Packages, Valuation

MOST_LISTED = 30_000
"""With more packages than these they are searched, not laid out."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a party sees before it: by row its `fair` share, how far others have come, `given`, and what it has `asked`.

    All in thousandths. `points` are what it thinks each of the others puts on each option. `late`: it is time for last
    offers.
    """

    finder: Finder
    points: tuple[Points, ...]
    fair: NDArray[np.int64]
    given: NDArray[np.int64]
    asked: NDArray[np.int64]
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


@dataclass(frozen=True, slots=True)
class Recollection:
    """What a party believed and aimed at in talks, in thousandths, rows last.

    `asked` is the share it asked for at each of its moves and `fair` the one it thought fair, `(moves, rows)`: 0 is its
    walk-away value, 1000 its best package. Of each other party: `weights` is the part that it thought each issue has,
    `(others, issues, rows)`, and `least_asked` the smallest part of all it may want that it asked for, above which its
    walk-away value cannot lie if it means what it says, `(others, rows)`.
    """

    asked: NDArray[np.int64]
    fair: NDArray[np.int64]
    weights: NDArray[np.int64]
    least_asked: NDArray[np.int64]


def look(
    valuation: Valuation,
    floors: NDArray[np.int32],
    memory: Memory,
    plan: Plan,
    moves: int,
    left: int,
    book: Book | None,
    fixed: Packages | None = None,
    *,
    always: bool = False,
) -> Outlook:
    """Works out the outlook at the move after which `left` − 1 others follow, of `moves` in all.

    `book` is None where the packages are too many, or `fixed` (not 0) leaves only some open. The fair share is found
    when it matters, or `always`; it is all before.
    """
    points = tuple(estimate(valuation, said) for said in memory.others)
    taken = [_taken(part, asked) for part, asked in zip(points, memory.positions, strict=True)]
    finder: Finder
    if book is not None:
        finder = Listed(book, floors, points, taken, memory.own)
    else:
        around = np.zeros((valuation.issues, len(floors)), np.int8) if fixed is None else fixed
        finder = Searched(valuation, floors, points, taken, around)
    near = always or is_near(plan, moves, left)
    fair = finder.fair(plan) if near else _not_yet(len(points), len(floors))
    given = given_by(taken, fair.theirs)
    asked = target(plan, fair.own, given, moves, left)
    return Outlook(finder, points, fair.own, given, asked, left <= last_moves(plan, moves))


def _not_yet(others: int, rows: int) -> FairPoint:
    return FairPoint(np.full(rows, FULL), np.zeros((others, rows), np.int64))


def _taken(points: Points, asked: Packages) -> NDArray[np.int32]:
    """Adds up what a party would get by its own last words: all, before it has spoken."""
    return np.where(asked.any(axis=0), points_given(points, asked), np.int32(FULL))


def listed(valuation: Valuation) -> Book | None:
    """Lays the packages out unless they are too many."""
    few = count_packages(sizes_of(valuation)) <= MOST_LISTED
    return book_of(valuation, MOST_LISTED) if few else None


def recollect(
    valuation: Valuation, floors: NDArray[np.int32], said: NDArray[np.int8], party: int, plan: Plan | None = None
) -> Recollection:
    """Works out again what the party in the place `party` made of talks in which all this was said.

    `said` has shape `(parties, moves, issues, rows)`. In each round those placed before it have spoken first. Whole
    packages only; by issue it is what the party would have aimed at with every issue open.
    """
    chosen, book, moves = plan or plan_for(len(said)), listed(valuation), said.shape[1]
    outlooks = [
        look(valuation, floors, _memory(said, party, passed), chosen, moves, moves - passed, book, always=True)
        for passed in range(moves)
    ]
    last = outlooks[-1]
    others = [other for other in range(len(said)) if other != party]
    return Recollection(
        asked=np.stack([outlook.asked for outlook in outlooks]),
        fair=np.stack([outlook.fair for outlook in outlooks]),
        weights=np.stack([np.stack([part.max(axis=0) for part in points]) for points in last.points]).astype(np.int64),
        least_asked=np.stack(
            [_least_asked(points, said[other]) for other, points in zip(others, last.points, strict=True)]
        ),
    )


def _memory(said: NDArray[np.int8], party: int, passed: int) -> Memory:
    """Cuts what was said off before one's own move number `passed`."""
    others = [other for other in range(len(said)) if other != party]
    heard = [said[other, : passed + (other < party)] for other in others]
    return Memory(said[party, :passed], heard, [_last_words(part) for part in heard])


def _last_words(said: Said) -> Packages:
    """Finds what was last said on each issue, `(issues, rows)`; 0 where nothing was."""
    words = np.zeros(said.shape[1:], np.int8)
    for offer in said:
        words = np.where(offer == 0, words, offer)
    return words


def _least_asked(points: Points, said: Said) -> NDArray[np.int64]:
    shares = [np.where(offer.any(axis=0), points_given(points, offer), FULL) for offer in said]
    least: NDArray[np.int64] = np.stack(shares).min(axis=0).astype(np.int64)
    return least
