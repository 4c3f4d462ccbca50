"""Who is worth at least as much as whom, as sets of bits: many comparisons in one operation.

For one party's worths there is, by level, the set of packages that reach it; where the sets of all parties meet are
the packages that reach a package in everything. Nothing here knows what is compared.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Levels = tuple[NDArray[np.int64], NDArray[np.uint64]]
_WORDS = 1 << 22
"""Words of bits that are met at once."""


def levels_of(worth: NDArray[np.int64]) -> Levels:
    """Lists the worths rising, and for each, and for more than all of them, who is worth at least that, as bits."""
    levels = np.unique(worth)
    sought = np.append(levels, levels[-1] + 1)
    truths = np.zeros((len(sought), -(-len(worth) // 64) * 64), np.bool_)
    truths[:, : len(worth)] = worth >= sought[:, None]
    return levels, np.packbits(truths, axis=1).view(np.uint64)


def count_reaching_all(levels: Sequence[Levels], sought: NDArray[np.int64]) -> NDArray[np.int64]:
    """Counts for each column of `sought`, shape `(parties, columns)`, those who reach it in every party's worth."""
    counts = np.empty(sought.shape[1], np.int64)
    words = levels[0][1].shape[1]
    block = max(1, _WORDS // words)
    for begin in range(0, sought.shape[1], block):
        wanted = sought[:, begin : begin + block]
        bits = np.full((wanted.shape[1], words), ~np.uint64(0))
        for own, (rising, reached) in zip(wanted, levels, strict=True):
            bits &= reached[np.searchsorted(rising, own)]
        counts[begin : begin + block] = np.bitwise_count(bits).sum(axis=1, dtype=np.int64)
    return counts
