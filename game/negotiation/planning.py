"""What to aim at, move by move: a fair point, a way down to it in the time that is left, and how to end.

The fair point is the package that makes the product of all gains largest, one's own being known and the others'
estimated; without knowing better a party takes the others' walk-away values to be as high as its own. A party that
plans comes down to its share of it, late, and goes below only near the end and for one who has come down too: between
two where its walk-away value leaves it little room, or the zone of agreement seems narrow because the other came nearer
step by step and yet in vain, and then it comes down evenly; among more always, as a package that suits them all is hard
to find and each proposal tries but one. With the last words it settles for less than that, but not for anything while
the other takes more than its own fair part, so that nobody gains by waiting for it to give in.

All is in thousandths and whole numbers, rows first: `(rows, packages)`.

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
_MOST_PRESUMED = 750
"""What another has without a deal is presumed to be no more than these thousandths of the most that it can be given."""
_ROOMY, _CRAMPED = 500, 600
"""A walk-away value up to the first of these thousandths of the way from the worst package to the best leaves room, and
one from the second on hardly any: with issues that add up, about half of all packages lie beyond the middle."""
_NEARER = 10
"""With offers that came nearer in vain for one part in so many of all moves the zone of agreement may still be wide,
and with twice as many it is taken to be narrow."""
_NEW = 2048
"""What counts more of an offer than anything that it gives: that it was not made before."""
_FEWEST_SEARCHED = 3
"""With fewer moves there is nothing to try one after another."""
LAST_TRIES = 2
"""In its last moves, so many, a party takes it that others accept what they have offered themselves."""
_LATER = Fraction(2, 3)
"""Who always searches goes on a little later than evenly: what it might still get of what is fair counts as well."""
_ENDING_PART = 4
"""The ending is at most one part in so many of all moves."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a party that plans concedes; all in thousandths, but for counts of moves.

    `exponent` bends the way down to the fair share; None: it comes down in the last few moves, however many there are.
    `presumed` is what the others are thought to have without a deal at least; `generous` the same when it is time for
    last offers, in the `ending`, which counts moves. `premium` is what it asks beyond its fair share of one who has not
    come half the way to the fair point, but for the last offer of all. `stern` and `lenient` are the parts of its fair
    share that it settles for with its last word: with one who has given nothing, and with one who has come half the
    way; with one who takes no more than is fair it settles for anything. `search` is for who has little room between
    its walk-away value and its best: in the last of so many parts of its moves it goes on towards its walk-away value,
    for one who comes too, and without an `exponent` it comes down to its fair share evenly before that; 0: it never
    does. If it `always_searches`, it does so with any room, and all the way for those who came half as far.
    """

    exponent: Fraction | None = None
    presumed: int = 250
    generous: int = 400
    ending: int = 3
    stern: int = 900
    lenient: int = 300
    premium: int = 100
    search: int = 3
    always_searches: bool = False


BETWEEN_TWO = Plan()
"""Late and stern: who waits for it to give in gains nothing."""
AMONG_MORE = Plan(Fraction(2), presumed=350, ending=1000, stern=0, lenient=0, premium=0, search=2, always_searches=True)
"""Sooner, and ready to take little at the end: one who holds out leaves everybody without a deal."""


def plan_for(parties: int) -> Plan:
    """Returns the plan for so many parties."""
    return BETWEEN_TWO if parties == 2 else AMONG_MORE


@dataclass(frozen=True, slots=True)
class FairPoint:
    """The shares at the largest product of gains: one's `own`, `(rows,)`, and what others get, `(others, rows)`."""

    own: NDArray[np.int64]
    theirs: NDArray[np.int64]


def presumed_walk_aways(
    least: int,
    like_mine: NDArray[np.int64],
    own: Shares | Laid,
    others: Sequence[Shares | Laid],
    taken: Sequence[Shares],
) -> list[Laid]:
    """Presumes what each of the others has without a deal, `(rows, 1)`.

    It is as much as one's own walk-away value is of what there is for oneself, `like_mine`, and no less than `least`;
    but so that something is left to it both by what it last asked for, `taken`, and by the best that one can give it.
    """
    like = np.maximum(like_mine, least)
    most = [np.where(own > 0, shares, 0).max(axis=1).astype(np.int64) for shares in others]
    bounds = [np.minimum(one, asked) for one, asked in zip(most, taken, strict=True)]
    return [np.minimum(like, one * _MOST_PRESUMED // FULL).astype(np.int16)[:, None] for one in bounds]


def joint(
    others: Sequence[Shares | Laid], presumed: Sequence[Laid], acceptable: NDArray[np.bool_] | None = None
) -> Laid:
    """Multiplies what the others gain beyond what they are presumed to have anyway, in thousandths.

    In rows where no `acceptable` package leaves each of them a gain, they are presumed to have nothing.
    """
    product = _gains(others, presumed)
    if acceptable is not None:
        none = np.flatnonzero(~((product > 0) & acceptable).any(axis=1))
        if len(none):
            product[none] = _gains([shares[none] for shares in others], [np.zeros_like(one[none]) for one in presumed])
    return product


def _gains(others: Sequence[Shares | Laid], presumed: Sequence[Laid]) -> Laid:
    gains = [np.maximum(shares - one, np.int16(0)) for shares, one in zip(others, presumed, strict=True)]
    product: Laid = reduce(_product, gains).astype(np.int16, copy=False)
    return product


def _product(one: NDArray[Any], other: NDArray[Any]) -> NDArray[Any]:
    product: NDArray[Any] = np.multiply(one, other, dtype=np.int32) // np.int32(FULL)
    return product


def fair_point(own: Shares | Laid, others: Sequence[Shares | Laid], presumed: Sequence[Laid]) -> FairPoint:
    """Finds the shares at the largest product of gains; ties go to the better for oneself."""
    theirs = joint(others, presumed, own > 0)
    place = np.multiply(np.maximum(own, 0), theirs, dtype=np.int32).argmax(axis=1)
    rows = np.arange(len(place))
    fair = np.clip(own[rows, place].astype(np.int64), _LEAST_FAIR, FULL)
    return FairPoint(fair, np.stack([shares[rows, place] for shares in others]).astype(np.int64))


def given_by(taken: Sequence[Shares], theirs: NDArray[np.int64]) -> NDArray[np.int64]:
    """Rates how far the party that gave least has come from all to its fair part, in thousandths; `(rows,)`."""
    due = np.maximum(FULL - theirs, FULL // 10)
    given: NDArray[np.int64] = np.clip((FULL - np.stack(taken)) * FULL // due, 0, FULL).min(axis=0)
    return given


def cramped(level: NDArray[np.int64]) -> NDArray[np.int64]:
    """Rates how little room a walk-away value leaves that lies so far up between the worst package and the best."""
    rated: NDArray[np.int64] = np.clip((level - _ROOMY) * FULL // (_CRAMPED - _ROOMY), 0, FULL)
    return rated


def seems_narrow(nearer: NDArray[np.int64], moves: int) -> NDArray[np.int64]:
    """Rates how narrow the zone of agreement seems when so many of another's offers came nearer, and all in vain.

    They are worth less than one's walk-away value, each more than all before. Who says the same for ever has made none,
    and who makes many that suit itself alone makes few.
    """
    rated: NDArray[np.int64] = np.clip((nearer * _NEARER - moves) * FULL // max(moves, 1), 0, FULL)
    return rated


def target(
    plan: Plan, fair: NDArray[np.int64], given: NDArray[np.int64], moves: int, left: int, little_room: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Computes the share to ask for at the move after which `left` − 1 others follow, of `moves` in all.

    `little_room` is how little room the walk-away values leave, as `cramped` and `seems_narrow` rate it.
    """
    half, premium = np.minimum(2 * given, FULL), plan.premium if left > 1 else 0
    base = np.minimum(fair + premium * (FULL - half) // FULL, FULL)
    asked = FULL - (FULL - base) * _way_down(plan, moves, left, little_room) // FULL
    searching = np.minimum(2 * half, FULL) if plan.always_searches else little_room * half // FULL
    asked = asked - fair * searching // FULL * _searched(plan, moves, left) // FULL
    return np.asarray(np.maximum(asked, 0), np.int64)


def is_near(plan: Plan, moves: int, left: int, little_room: NDArray[np.int64]) -> bool:
    """Tells whether the fair share matters yet: before it comes down at all, a party asks for its best."""
    return left <= last_moves(plan, moves) or bool((_way_down(plan, moves, left, little_room) > 0).any())


def _way_down(plan: Plan, moves: int, left: int, little_room: NDArray[np.int64]) -> NDArray[np.int64]:
    late = conceded(moves - left, moves, plan.exponent or Fraction(2, max(moves, 2)))
    if not plan.search or plan.exponent is not None:
        return np.full(len(little_room), late)
    even = conceded(moves - left, max(2, moves - moves // plan.search), Fraction(1))
    return (late * (FULL - little_room) + even * little_room) // FULL


def _searched(plan: Plan, moves: int, left: int) -> int:
    """Computes how far the search has come, in thousandths: all the way at the last offer that can be answered."""
    if not plan.search or moves < _FEWEST_SEARCHED:
        return 0
    last = max(1, moves // plan.search)
    passed = min(last, max(0, last - left + 2))
    return conceded(passed, last + 1, _LATER if plan.always_searches else Fraction(1))


def last_moves(plan: Plan, moves: int) -> int:
    """Counts the moves, the last ones of all, in which it is time for last offers."""
    return max(1, min(plan.ending, moves // _ENDING_PART))


def settles_for(plan: Plan, fair: NDArray[np.int64], given: NDArray[np.int64]) -> NDArray[np.int64]:
    """Computes the share that it accepts with its last word."""
    half, beyond = np.minimum(2 * given, FULL), np.maximum(2 * given - FULL, 0)
    part = plan.stern - (plan.stern - plan.lenient) * half // FULL - plan.lenient * beyond // FULL
    settled: NDArray[np.int64] = fair * part // FULL
    return settled


def best_offer(
    own: Laid, theirs: Laid, asked: NDArray[np.int64], before: tuple[NDArray[np.intp], NDArray[np.intp]]
) -> NDArray[np.intp]:
    """Finds the package that gives the others most of those worth `asked`, new ones first; places, `(rows,)`.

    Places offered before that are not laid out do not matter.

    Where nothing is worth as much, the best one. Ties go to the better for oneself.
    """
    enough = own >= asked.astype(np.int16)[:, None]
    score = (theirs + np.int16(2 * _NEW)) * enough
    laid = before[1] < own.shape[1]
    rows, places = before[0][laid], before[1][laid]
    score[rows, places] -= np.int16(_NEW) * enough[rows, places]
    place: NDArray[np.intp] = score.argmax(axis=1)
    return place
