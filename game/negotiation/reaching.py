"""Who is worth at least as much as whom, as sets of bits: many comparisons in one operation.

For one party's worths there is, by level, the set of packages that reach it; where the sets of all parties meet are
the packages that reach a package in everything. Nothing here knows what is compared.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Levels = tuple[NDArray[np.int64], NDArray[np.uint64]]
_WORDS = 1 << 17
"""Words of bits that are met at once: as many as stay near the processor."""


def levels_of(worth: NDArray[np.int64]) -> Levels:
    """Lists the worths rising, and for each, and for more than all of them, who is worth at least that, as bits."""
    levels, places = np.unique(worth, return_inverse=True)
    bits = np.zeros((len(levels) + 1, -(-len(worth) // 64)), np.uint64)
    numbers = np.arange(len(worth))
    np.add.at(bits, (places, numbers // 64), np.uint64(1) << (numbers % 64).astype(np.uint64))
    return levels, np.bitwise_or.accumulate(bits[::-1], axis=0)[::-1]


def count_reaching_all(levels: Sequence[Levels], sought: NDArray[np.int64]) -> NDArray[np.int64]:
    """Counts for each column of `sought`, shape `(parties, columns)`, those who reach it in every party's worth.

    It is quickest where the columns, and those who are counted, stand by the first party's worth, rising.
    """
    counts = np.zeros(sought.shape[1], np.int64)
    block = max(1, _WORDS // levels[0][1].shape[1])
    for begin in range(0, sought.shape[1], block):
        wanted = sought[:, begin : begin + block]
        places = [np.searchsorted(rising, own) for own, (rising, _) in zip(wanted, levels, strict=True)]
        filled = np.flatnonzero(levels[0][1][places[0].min()])  # what else may be reached there is reached there too
        if len(filled):
            words = slice(filled[0], filled[-1] + 1)
            bits = levels[0][1][places[0], words]
            for place, (_, reached) in zip(places[1:], levels[1:], strict=True):
                bits &= reached[place, words]
            counts[begin : begin + block] = np.bitwise_count(bits).sum(axis=1, dtype=np.int64)
    return counts
