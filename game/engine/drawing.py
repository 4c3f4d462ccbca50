"""Outcomes drawn by their odds, and those that a replay dictates in their place.

Which step draws, and what comes of it, is the world's business; how numbers are made is that of `chance`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import Numbers
from game.engine.chance import Stream
from game.engine.columns import as_column
from game.engine.constants import constant
from game.engine.program import Function, Readable


def drawn(stream: Stream, odds: Sequence[int | Function], read: Readable) -> Numbers:
    """Draws an outcome's number, from 1, in every row of the stream; `read` gives the columns of the same rows."""
    rows = len(stream.keys)
    weights = [weight if isinstance(weight, int) else _weight(weight, read, rows) for weight in odds]
    number = stream.weighted(0, weights)
    number += constant(1, np.int8)
    return number


def as_forced(number: Numbers, forced: list[int], odds: Sequence[int | Function], read: Readable) -> Numbers:
    """Puts the next outcome that a replay dictates in place of the one drawn, unless its odds are nil."""
    if not forced:
        return number
    dictated = forced.pop(0)
    possible = _weight(odds[dictated - 1] if dictated <= len(odds) else 0, read, len(number)) > 0
    return np.where(possible, np.int8(dictated), number).astype(np.int8)


def _weight(weight: int | Function, read: Readable, rows: int) -> NDArray[np.int32]:
    return as_column(weight(read) if callable(weight) else weight, rows, np.int32)
