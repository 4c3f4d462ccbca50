"""All packages of a table side by side: one's own share of each, and what the others are thought to get of it.

Shares are thousandths: one's own of the way from the walk-away value to the best package, another's of the way from
what it likes least to what it likes best. One row is one talk. What to make of them is the business of `planning`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.negotiation.heard import Said
from game.negotiation.opponent_model import FULL, Points
from game.negotiation.packages import enumerate_packages, package_numbers, sizes_of
from game.negotiation.worths import Packages, Valuation

Shares = NDArray[np.int32]
Laid = NDArray[np.int16]
"""Shares of all packages, `(rows, packages)`: small numbers, as there are many."""


@dataclass(frozen=True, slots=True)
class Book:
    """Every package, from the best to oneself downwards, ties in file order; `places` by number in file order."""

    sizes: tuple[int, ...]
    packages: Packages
    worths: NDArray[np.int32]
    places: NDArray[np.intp]


def book_of(valuation: Valuation, cap: int) -> Book:
    """Lays out the packages of one set of values.

    Raises:
        TooManyPackages: when there are more than `cap`.
    """
    sizes = sizes_of(valuation)
    packages = enumerate_packages(sizes, cap)
    worths = valuation.worth(packages)
    order = np.argsort(-worths, kind="stable")
    places = np.empty_like(order)
    places[order] = np.arange(len(order))
    return Book(sizes, packages[:, order], worths[order], places)


def share_of(worths: NDArray[np.int32], best: NDArray[np.int32], floors: NDArray[np.int32]) -> Shares:
    """Computes the share that worths are, rounded down: 0 at the walk-away worth `floors`, 1000 at `best`."""
    room = np.maximum(best.astype(np.int64) - floors, 1)
    shares: Shares = ((worths.astype(np.int64) - floors) * FULL // room).astype(np.int32)
    return shares


def first_worth(book: Book, least: int) -> int:
    """Counts the packages, from the best on, that are worth `least`; one at least."""
    return max(1, int(np.searchsorted(-book.worths, -least, side="right")))


def shares_in(book: Book, floors: NDArray[np.int32], count: int) -> Laid:
    """Computes the share that each of the first packages is, `(rows, count)`; −1 below the walk-away worth."""
    different, kind = np.unique(floors, return_inverse=True)
    shares = share_of(book.worths[None, :count], book.worths[:1], different[:, None])
    return np.maximum(shares, np.int32(-1)).astype(np.int16).take(kind, axis=0)


def worth_of(shares: NDArray[np.int64], best: NDArray[np.int32], floors: NDArray[np.int32]) -> NDArray[np.int32]:
    """Computes the least worths that are these shares; the inverse of `share_of`."""
    room = np.maximum(best.astype(np.int64) - floors, 1)
    worths: NDArray[np.int32] = (floors - (-room * shares // FULL)).astype(np.int32)
    return worths


def given(book: Book, points: Points, count: int) -> Laid:
    """Adds up what each of the first packages gives to a party of these points, `(rows, count)`."""
    total = np.zeros((points[0].shape[1], count), np.int16)
    for part, options in zip(points, book.packages, strict=True):
        total += part.T.astype(np.int16).take(options[:count] - np.int8(1), axis=1)
    return total


def points_given(points: Points, packages: Packages) -> Shares:
    """Adds up what one package a row gives; an issue left open (0) counts nothing. Shape `(rows,)`."""
    total = np.zeros(packages.shape[1], np.int32)
    rows = np.arange(packages.shape[1])
    for part, options in zip(points, packages, strict=True):
        total += np.where(options > 0, part[np.maximum(options, 1) - 1, rows], 0)
    return total


def offered_before(book: Book, said: Said) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Finds the places of all packages offered so far: rows, and places in the book; whole packages only."""
    spoken = (said != 0).all(axis=1)
    moves, rows = np.nonzero(spoken)
    numbers = package_numbers(book.sizes, said[moves, :, rows].T)
    return rows, book.places[numbers]
