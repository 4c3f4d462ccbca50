"""What can be read off all that a party has offered so far: different offers, and what they were worth to oneself.

Offers come as `(moves, issues, rows)`: option numbers from 1, and 0 where nothing was named. Nobody's values but
one's own are looked at; what the other party may want is for `opponent_model` to say.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.negotiation.worths import Packages, Valuation

Said = NDArray[np.int8]
"""What a party has offered at each of its moves, `(moves, issues, rows)`."""
Places = tuple[NDArray[np.intp], NDArray[np.intp]]
"""Rows and moves."""
_UNSPOKEN = np.int32(np.iinfo(np.int32).min)
"""Less than anything can be worth."""


def offer_numbers(sizes: Sequence[int], said: Said) -> NDArray[np.int64]:
    """Numbers each offer, `(moves, rows)`: offers with the same terms alike, 0 where nothing was named.

    >>> offer_numbers([2, 3], np.array([[[1], [2]], [[0], [0]]], np.int8)).tolist()
    [[6], [0]]
    """
    numbers = said[:, 0].astype(np.int64)
    for issue, size in enumerate(sizes[1:], start=1):
        numbers *= size + 1
        numbers += said[:, issue]
    return numbers


def first_time(numbers: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tells for each numbered offer whether the party makes it for the first time, `(moves, rows)`."""
    order = numbers.argsort(axis=0, kind="stable")
    ordered = np.take_along_axis(numbers, order, axis=0)
    new = ordered != 0
    new[1:] &= ordered[1:] != ordered[:-1]
    found: NDArray[np.bool_] = np.zeros(new.shape, np.bool_)
    np.put_along_axis(found, order, new, axis=0)
    return found


def first_offers(sizes: Sequence[int], said: Said) -> Places:
    """Lists where the different offers were made first, as rows and moves: row by row, and in order."""
    rows, moves = np.nonzero(np.ascontiguousarray(first_time(offer_numbers(sizes, said)).T))
    return rows, moves


def count_distinct(sizes: Sequence[int], said: Said) -> NDArray[np.int64]:
    """Counts the different offers in each row.

    >>> count_distinct([2, 2], np.array([[[1], [1]], [[1], [2]], [[1], [1]], [[0], [0]]], np.int8)).tolist()
    [2]
    """
    counts: NDArray[np.int64] = first_time(offer_numbers(sizes, said)).sum(axis=0)
    return counts


def worths_heard(valuation: Valuation, said: Said) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """Computes what each offer is worth to oneself, and tells where there was one; both `(moves, rows)`."""
    moves, issues, rows = said.shape
    spoken: NDArray[np.bool_] = np.logical_or.reduce(said != 0, axis=1)
    worths = valuation.worth(said.transpose(1, 0, 2).reshape(issues, moves * rows)).reshape(moves, rows)
    return worths, spoken


def count_nearer(valuation: Valuation, floors: NDArray[np.int32], said: Said, places: Places) -> NDArray[np.int64]:
    """Counts those of the offers at some `places` that came nearer to `floors` and did not reach them, `(rows,)`.

    Each is worth more to oneself than all before it; the first comes nearer to nothing. Of many offers in no order few
    do: of n about 1/2 + 1/3 + … + 1/n.
    """
    rows, moves = places
    heard = np.full((len(said), len(floors)), _UNSPOKEN)
    heard[moves, rows] = valuation.worth(said[moves, :, rows].T)
    before = np.maximum.accumulate(heard, axis=0)[:-1]
    counts: NDArray[np.int64] = ((before > _UNSPOKEN) & (heard[1:] > before) & (heard[1:] < floors)).sum(axis=0)
    return counts


def best_heard(valuation: Valuation, said: Said) -> tuple[Packages, NDArray[np.int32], NDArray[np.bool_]]:
    """Finds the offer that is worth most to oneself, the first of equals; its worth; and whether there was one."""
    worths, spoken = worths_heard(valuation, said)
    rows, heard = np.arange(worths.shape[1]), np.logical_or.reduce(spoken, axis=0)
    place = np.where(spoken, worths, np.iinfo(np.int32).min).argmax(axis=0)
    return said[place, :, rows].T, worths[place, rows], heard


def conceded_to(valuation: Valuation, said: Said) -> NDArray[np.int32]:
    """Computes by how much the last offer is worth more to oneself than the first, at least 0; `(rows,)`."""
    worths, spoken = worths_heard(valuation, said)
    rows = np.arange(worths.shape[1])
    first, last = spoken.argmax(axis=0), len(spoken) - 1 - spoken[::-1].argmax(axis=0)
    gained = np.maximum(worths[last, rows] - worths[first, rows], 0)
    return np.where(spoken.any(axis=0), gained, 0).astype(np.int32)
