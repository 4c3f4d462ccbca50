"""Invented valuations, drawn by seed, for tests of bargaining."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import numpy as np

from game.negotiation.worths import Holds, Packages, Valuation


def both(first: int, second: int, one: int, other: int) -> Holds:
    """Holds where issue `first` is settled by option `one` and issue `second` by option `other`."""

    def holds(packages: Packages) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        return (packages[first] == one) & (packages[second] == other)

    return holds


def valuation(
    sizes: Sequence[int], random: Random, *, linkages: int = 0, against: Valuation | None = None, opposed: float = 0.0
) -> Valuation:
    """Draws weights 1 to 10 and values 0 to 100; a share `opposed` of the issues goes against another's values."""
    scores, total = [], 0
    for issue, size in enumerate(sizes):
        weight = random.randint(1, 10)
        values = [random.randint(0, 100) for _ in range(size)]
        if random.random() < 0.6:
            values.sort()
        if against is not None and random.random() < opposed:
            theirs = against.scores[issue][1:]
            values = [100 * int(theirs.max() - score) // max(1, int(theirs.max() - theirs.min())) for score in theirs]
        low, high = min(values), max(values)
        values = [100 * (value - low) // max(1, high - low) for value in values]
        scores.append(np.array([values[0], *values], np.int32) * np.int32(weight))
        total += weight
    linked = [_linkage(sizes, random) for _ in range(linkages)]
    held, issues = tuple(linkage for linkage, _ in linked), tuple(issues for _, issues in linked)
    return Valuation(tuple(scores), (1,) * len(sizes), total, held, issues)


def _linkage(sizes: Sequence[int], random: Random) -> tuple[tuple[Holds, int], tuple[int, int]]:
    first, second = random.sample(range(len(sizes)), 2)
    points = random.choice((-120, -60, 80, 200))
    holds = both(first, second, random.randint(1, sizes[first]), random.randint(1, sizes[second]))
    return (holds, points), (first, second)
