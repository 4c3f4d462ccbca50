"""Moving an offer a little: a few issues, each by one step, giving the others most for what it costs.

A step on an issue leads to an option that is worth the next less to oneself, or the same. Steps never take back.
Linkages count, as every package is weighed whole. What to move towards and how far is the caller's business.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.negotiation.logrolling import Floors, Met
from game.negotiation.opponent import Wants
from game.negotiation.worths import Packages, Valuation

_SCALE = 1 << 16
"""Parts of a point: what is wanted for each point of one's own is compared in whole numbers."""
_NEVER = -1


def stepped(valuation: Valuation, wants: Wants, start: Packages, floors: Floors, fixed: Packages, steps: int) -> Met:
    """Moves up to `steps` issues of `start`, each once and by one step, as long as it stays worth `floors`.

    Each step is the one that gives most wanted points for each point that it costs; one that gives nothing is not
    made. `start` names every issue; what `fixed` names (not 0) stays as it is. Ties go to the first in file order.
    """
    allowed = [_next_steps(score) for score in valuation.scores]
    packages, free = start.copy(), fixed == 0
    worth, given = valuation.worth(packages), _given(wants, packages)
    for _ in range(steps):
        moved = _best_step(valuation, wants, packages, worth, floors, free, allowed)
        if not moved.better.any():
            break
        for issue in range(len(packages)):
            here = moved.better & (moved.issue == issue)
            packages[issue] = np.where(here, moved.option, packages[issue])
            free[issue] &= ~here
        worth = np.where(moved.better, moved.worth, worth)
        given = np.where(moved.better, given + moved.gain, given)
    return Met(packages, worth, given)


class _Step:
    """The best step so far in each row."""

    def __init__(self, rows: int) -> None:
        self.rank = np.full(rows, _NEVER, np.int64)
        self.issue, self.option = np.zeros(rows, np.int8), np.zeros(rows, np.int8)
        self.worth, self.gain = np.zeros(rows, np.int32), np.zeros(rows, np.int32)

    @property
    def better(self) -> NDArray[np.bool_]:
        """Tells in which rows there is a step."""
        return self.rank > _NEVER

    def weigh(self, issue: int, option: int, rank: NDArray[np.int64], worth: Floors, gain: NDArray[np.int32]) -> None:
        """Takes the step where it ranks higher."""
        higher = rank > self.rank
        for kept, new in ((self.rank, rank), (self.worth, worth), (self.gain, gain)):
            np.copyto(kept, new, where=higher)
        self.issue[higher], self.option[higher] = issue, option


def _best_step(
    valuation: Valuation,
    wants: Wants,
    packages: Packages,
    worth: Floors,
    floors: Floors,
    free: NDArray[np.bool_],
    allowed: list[NDArray[np.bool_]],
) -> _Step:
    best, linked = _Step(len(worth)), valuation.linked(packages)
    for issue, (score, points) in enumerate(zip(valuation.scores, wants, strict=True)):
        current = packages[issue]
        now, trial = _points_of(points, current), packages.copy()
        for option in range(1, len(score)):
            may = free[issue] & allowed[issue][option - 1].take(current)
            gain = points[option - 1].astype(np.int32) - now
            may &= gain > 0
            if not may.any():
                continue
            after = worth + score[option] - score.take(current)
            if valuation.linkages:
                trial[issue] = option
                after = after + valuation.linked(trial) - linked
            may &= after >= floors
            rank = gain.astype(np.int64) * _SCALE // np.maximum(worth - after, 1)
            best.weigh(issue, option, np.where(may, rank, _NEVER), after.astype(np.int32), gain)
    return best


def _next_steps(score: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Tells for each option whether a step leads there from each other one; shape `(options, options + 1)`.

    >>> _next_steps(np.array([0, 0, 30, 90], np.int32))[:, 1:].tolist()
    [[True, True, False], [False, True, True], [False, False, True]]
    """
    levels = np.unique(score[1:])
    level = np.searchsorted(levels, score)
    fall = level[None, :] - level[1:, None]
    leads: NDArray[np.bool_] = (fall == 0) | (fall == 1)
    return leads


def _given(wants: Wants, packages: Packages) -> NDArray[np.int32]:
    given = np.zeros(packages.shape[1], np.int32)
    for points, options in zip(wants, packages, strict=True):
        given += _points_of(points, options)
    return given


def _points_of(points: NDArray[np.int16], options: NDArray[np.int8]) -> NDArray[np.int32]:
    values: NDArray[np.int32] = points[options - np.intp(1), np.arange(len(options))].astype(np.int32)
    return values
