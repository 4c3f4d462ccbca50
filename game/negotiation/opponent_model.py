"""What another party may gain or lose by each option, estimated from all that it has offered so far.

A party opens with what it likes best and comes down from there, so what it names first on an issue costs it nothing,
what it gives up early costs it little, and what it never names costs it most. Each of its different offers is taken
to cost it a little more than the one before; the costs of single options are set so that they add up to that, from a
beginning that lies between "it wants the opposite of what I want" and "I do not know". All in whole numbers, so that
the estimate is the same on every machine. Nothing here looks at another party's values.

Source: the order of offers as evidence is that of frequency models (T. Baarslag, M. Hendrikx, K. Hindriks and
C. Jonker, "Learning about the opponent in automated bilateral negotiation", Autonomous Agents and Multi-Agent Systems
30 (2016) 849–898); the correction is the projection of S. Kaczmarz (1937).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from game.negotiation.heard import Places, Said, first_offers
from game.negotiation.packages import sizes_of
from game.negotiation.worths import Valuation

FULL = 1000
"""Points of the package that a party is thought to like best; 0 is for the one it likes least."""
Points = tuple[NDArray[np.int32], ...]
"""By issue: points of each option, shape `(options, rows)`."""

_WHOLE = 1_000_000
"""The cost of giving up everything, in the parts that costs are reckoned in."""
_OPPOSED = 650
"""Thousandths in which a party is presumed to want the opposite; the rest is taken to be even."""
_OFFERS = 12
"""Different offers that count: the first ones tell most."""
_HALFWAY, _AHEAD = 2, 5
"""The last of many offers is taken to cost one part in so many of everything; and so many more are reckoned ahead."""
_SWEEPS = 2
_LEAST_COST = 2000


def estimate(valuation: Valuation, said: Said, firsts: Places | None = None) -> Points:
    """Estimates a party's points from what it said; where it has said nothing, the presumption stands.

    `firsts` are the places of its different offers, as `first_offers` lists them; None: they are looked up.
    """
    if firsts is None:
        firsts = first_offers(sizes_of(valuation), said)
    costs = _presumed(valuation, said.shape[2])
    places = list(accumulate((len(score) - 1 for score in valuation.scores), initial=0))[:-1]
    offers, valid, count = _different(said, firsts)
    if len(offers):
        _correct(costs, offers, valid, count, np.array(places, np.intp)[:, None])
    return _points(costs, [len(score) - 1 for score in valuation.scores])


def _presumed(valuation: Valuation, rows: int) -> NDArray[np.int64]:
    """Sets what each option of each issue costs another that has not spoken, `(options, rows)`."""
    parts = []
    for score in valuation.scores:
        own = (score[1:] - score[1:].min()).astype(np.int64)
        room = int(own.max())
        opposed = own * FULL // room if room else np.full(len(own), FULL // 2)
        parts.append(
            (opposed * _OPPOSED + FULL // 2 * (FULL - _OPPOSED)) * (_WHOLE // FULL**2) // len(valuation.scores)
        )
    return np.concatenate(parts)[:, None].repeat(rows, axis=1)


def _different(said: Said, firsts: Places) -> tuple[Said, NDArray[np.bool_], NDArray[np.int64]]:
    """Picks each row's first different offers in order, tells which there are, and counts all of them."""
    rows, moves = firsts
    count = np.bincount(rows, minlength=said.shape[2]).astype(np.int64)
    rank = np.arange(len(rows)) - (count.cumsum() - count)[rows]
    most = min(_OFFERS, int(count.max(initial=0)))
    rows, moves, rank = (part[rank < most] for part in (rows, moves, rank))
    offers = np.zeros((most, *said.shape[1:]), np.int8)
    offers[rank, :, rows] = said[moves, :, rows]
    return offers, np.arange(most)[:, None] < count, count


def _correct(
    costs: NDArray[np.int64],
    offers: Said,
    valid: NDArray[np.bool_],
    count: NDArray[np.int64],
    places: NDArray[np.intp],
) -> None:
    """Sets the costs by the offers: nothing for the first word on an issue, then what adds up offer by offer."""
    named = offers != 0
    firsts = np.take_along_axis(offers, named.argmax(axis=0)[None], axis=0)[0]
    rows = np.broadcast_to(np.arange(costs.shape[1]), firsts.shape)
    spoken = firsts != 0
    costs[(places + np.maximum(firsts, 1) - 1)[spoken], rows[spoken]] = 0
    for _ in range(_SWEEPS):
        for place in range(1, len(offers)):
            changed = named[place] & (offers[place] != firsts) & valid[place]
            level = _WHOLE * place // (_HALFWAY * (count - 1 + _AHEAD))
            _add_up(costs, places + np.maximum(offers[place], 1) - 1, rows, changed, level)


def _add_up(
    costs: NDArray[np.int64],
    at: NDArray[np.intp],
    rows: NDArray[np.intp],
    changed: NDArray[np.bool_],
    level: NDArray[np.int64],
) -> None:
    """Moves the costs of the options that an offer gives way on towards its level."""
    now = costs[at, rows]
    part = np.where(changed, now, 0)
    total = part.sum(axis=0)
    short = level - total
    added = now + 3 * short // (10 * np.maximum(changed.sum(axis=0), 1))
    less = np.maximum(now * np.maximum(level, total // 10) // np.maximum(total, 1), _LEAST_COST)
    costs[at, rows] = np.where(changed, np.where(short >= 0, added, less), now)


def _points(costs: NDArray[np.int64], sizes: Sequence[int]) -> Points:
    """Turns costs to points, so that the dearest options of all issues come to `FULL`."""
    bounds = list(accumulate(sizes, initial=0))
    parts = [costs[first:end] for first, end in pairwise(bounds)]
    dearest = [part.max(axis=0) for part in parts]
    total = np.maximum(sum(most - part.min(axis=0) for most, part in zip(dearest, parts, strict=True)), 1)
    return tuple(((most - part) * FULL // total).astype(np.int32) for most, part in zip(dearest, parts, strict=True))
