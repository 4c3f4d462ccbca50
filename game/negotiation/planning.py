"""What to aim at, move by move: a fair point, a way down to it in the time that is left, and how to end.

The fair point is the package that makes the product of all gains largest, one's own being known and the others'
estimated. A party that plans comes down to its share of it, late, and goes below only near the end and for one who
has come down too; with the last words it settles for less than that, but not for anything, so that nobody gains by
waiting for it to give in. All is in thousandths and whole numbers, rows first: `(rows, packages)`.

Source: J. F. Nash, "The bargaining problem", Econometrica 18 (1950) 155–162, for the fair point; T. Baarslag,
K. Hindriks and C. Jonker, "Acceptance conditions in automated negotiation", in Complex Automated Negotiations
(Springer, 2013) 95–111, for accepting what is worth one's own next offer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.negotiation.aspiration import conceded
from game.negotiation.opponent_model import FULL
from game.negotiation.prospects import Laid, Shares

_LEAST_FAIR = 50
_ENDING_PART = 4
"""The ending is at most one part in so many of all moves."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a party that plans concedes; all in thousandths, but for counts of moves.

    `exponent` bends the way down to the fair share; None: it comes down in the last few moves, however many there are.
    `presumed` is what the others are thought to have without a deal;
    `generous` the same when it is time for last offers. `ending` counts the last moves in which it goes below its
    fair share, by `slack` for one who has come all the way; `premium` is what it asks beyond it of one who has not.
    `stern` and `lenient` are the parts of its fair share that it settles for with its last word: with one who has
    given nothing, and with one who has.
    """

    exponent: Fraction | None = None
    presumed: int = 250
    generous: int = 400
    ending: int = 3
    slack: int = 0
    stern: int = 900
    lenient: int = 300
    premium: int = 100


BETWEEN_TWO = Plan()
"""Late and stern: who waits for it to give in gains nothing."""
AMONG_MORE = Plan(Fraction(2), presumed=350, ending=1000, slack=900, stern=0, lenient=0, premium=0)
"""Sooner, and ready to take little at the end: one who holds out leaves everybody without a deal."""


def plan_for(parties: int) -> Plan:
    """Returns the plan for so many parties."""
    return BETWEEN_TWO if parties == 2 else AMONG_MORE


def joint(others: Sequence[Shares | Laid], presumed: int) -> Laid:
    """Multiplies what the others gain beyond what they are presumed to have anyway, in thousandths."""
    gains = [np.maximum(shares - np.int16(presumed), np.int16(0)) for shares in others]
    product: Laid = reduce(_product, gains).astype(np.int16, copy=False)
    return product


def _product(one: NDArray[Any], other: NDArray[Any]) -> NDArray[Any]:
    product: NDArray[Any] = np.multiply(one, other, dtype=np.int32) // np.int32(FULL)
    return product


def fair_share(own: Shares | Laid, theirs: Laid) -> NDArray[np.int64]:
    """Finds one's own share at the largest product of gains; ties go to the better for oneself. Shape `(rows,)`."""
    place = np.multiply(np.maximum(own, 0), theirs, dtype=np.int32).argmax(axis=1)
    fair: NDArray[np.int64] = np.clip(own[np.arange(len(place)), place].astype(np.int64), _LEAST_FAIR, FULL)
    return fair


def come_down(shares: Sequence[Shares]) -> NDArray[np.int64]:
    """Rates how far the party that came down least has come, in thousandths of all that it has; `(rows,)`."""
    down: NDArray[np.int64] = (
        np.stack([np.clip(FULL - share, 0, FULL) for share in shares]).min(axis=0).astype(np.int64)
    )
    return down


def met(fair: NDArray[np.int64], down: NDArray[np.int64]) -> NDArray[np.int64]:
    """Rates how much of what is due from the others they have given: half of what a fair deal costs is all, 1000."""
    due = np.maximum((FULL - fair) // 2, FULL // 10)
    return np.minimum(down * FULL // due, FULL)


def target(plan: Plan, fair: NDArray[np.int64], given: NDArray[np.int64], moves: int, left: int) -> NDArray[np.int64]:
    """Computes the share to ask for at the move after which `left` − 1 others follow, of `moves` in all."""
    base = np.minimum(fair + plan.premium * (FULL - given) // FULL, FULL)
    asked = FULL - (FULL - base) * _way_down(plan, moves, left) // FULL
    ending = last_moves(plan, moves)
    if left <= ending:
        below = fair * plan.slack // FULL * given // FULL
        asked = asked - below * (ending - left + 1) // ending
    return np.asarray(np.maximum(asked, 0), np.int64)


def is_near(plan: Plan, moves: int, left: int) -> bool:
    """Tells whether the fair share matters yet: before it comes down at all, a party asks for its best."""
    return left <= last_moves(plan, moves) or _way_down(plan, moves, left) > 0


def _way_down(plan: Plan, moves: int, left: int) -> int:
    return conceded(moves - left, moves, plan.exponent or Fraction(2, max(moves, 2)))


def last_moves(plan: Plan, moves: int) -> int:
    """Counts the moves, the last ones of all, in which a party that plans may go below its fair share."""
    return max(1, min(plan.ending, moves // _ENDING_PART))


def settles_for(plan: Plan, fair: NDArray[np.int64], given: NDArray[np.int64]) -> NDArray[np.int64]:
    """Computes the share that it accepts with its last word."""
    part = plan.stern - (plan.stern - plan.lenient) * given // FULL
    return fair * part // FULL


def best_offer(
    own: Laid, theirs: Laid, asked: NDArray[np.int64], before: tuple[NDArray[np.intp], NDArray[np.intp]]
) -> NDArray[np.intp]:
    """Finds the package that gives the others most of those worth `asked`, new ones first; places, `(rows,)`.

    Places offered before that are not laid out do not matter.

    Where nothing is worth as much, the best one. Ties go to the better for oneself.
    """
    score = (theirs + np.int16(1)) * (own >= asked.astype(np.int16)[:, None])
    laid = before[1] < own.shape[1]
    rows, places = before[0][laid], before[1][laid]
    score[rows, places] = np.minimum(score[rows, places], 1)
    place: NDArray[np.intp] = score.argmax(axis=1)
    return place
