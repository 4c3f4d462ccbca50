"""How much a party aspires to as time runs out: the time-dependent curve of concession.

A party begins at its best and has conceded the share t^(1/e) of what it can concede when the share t of its
moves has passed: with e < 1 it holds out and concedes late, with e > 1 it concedes early. The curve is computed
in whole numbers, so that it is the same on every machine.

Source: P. Faratin, C. Sierra and N. R. Jennings, "Negotiation decision functions for autonomous agents",
Robotics and Autonomous Systems 24 (1998) 159–182, the polynomial family of time-dependent tactics.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

SCALE = 1000
"""Shares conceded are thousandths."""


def conceded(passed: int, moves: int, exponent: Fraction) -> int:
    """Computes the share conceded, 0–1000, at the move that comes after `passed` of the party's `moves`.

    The first move concedes nothing, the last everything; a party with a single move concedes everything.

    >>> [conceded(passed, 5, Fraction(1)) for passed in range(5)]
    [0, 250, 500, 750, 1000]
    >>> [conceded(passed, 5, Fraction(1, 3)) for passed in range(5)]
    [0, 15, 125, 421, 1000]
    """
    if passed >= moves - 1:
        return SCALE
    power, root = exponent.denominator, exponent.numerator
    return _root(int(SCALE**root * Fraction(passed, moves - 1) ** power), root)


def aspiration(best: int | NDArray[np.int32], lowest: NDArray[np.int32], share: int) -> NDArray[np.int32]:
    """Computes the worth asked for when `share` of the way from `best` to `lowest` is conceded, rounded up.

    It is never below `lowest`, also where `best` is.
    """
    room = np.maximum(best - lowest, 0).astype(np.int64)
    return (lowest + (room * (SCALE - share) + (SCALE - 1)) // SCALE).astype(np.int32)


def _root(value: int, degree: int) -> int:
    """Finds the largest whole number whose power of `degree` is at most `value`."""
    guess: int = round(value ** (1 / degree))
    while guess**degree > value:
        guess -= 1
    while (guess + 1) ** degree <= value:
        guess += 1
    return guess
