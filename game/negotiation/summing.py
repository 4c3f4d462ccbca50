"""The worths of packed packages: several issues at a look, where unpacking and weighing each would cost more.

A packed package has a field of a few bits for each issue, 0 where the issue is not named (`game.engine.packing`). The
fields of neighbouring issues together are the number of an entry in a list of what they are worth. Linkages are left
out: where they count, packages have to be weighed whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.negotiation.worths import Valuation, Worth

MOST_BITS = 15
"""Bits of one look: longer lists fall out of the processor's cache."""


@dataclass(frozen=True, slots=True)
class Look:
    """A stretch of fields: how far it is shifted down, its bits, and the points by the number that they form."""

    shift: NDArray[Any]
    mask: NDArray[Any]
    points: Worth


@dataclass(frozen=True, slots=True)
class PackedWorths:
    """What packages of one table are worth by one set of values, linkages apart."""

    looks: tuple[Look, ...]

    def of(self, packed: NDArray[Any]) -> Worth:
        """Sums the points of packed packages, shape `(rows,)`."""
        total = np.zeros(len(packed), np.int32)
        for look in self.looks:
            fields = packed >> look.shift
            fields &= look.mask
            total += look.points.take(fields.astype(np.intp))
        return total


def packed_worths(valuation: Valuation, bits: int, dtype: np.dtype[Any]) -> PackedWorths:
    """Makes the lists for fields of so many bits; an issue that is not named counts as left open."""
    at_once = max(1, MOST_BITS // bits)
    looks = []
    for first in range(0, valuation.issues, at_once):
        points = np.zeros(1, np.int32)
        for score in valuation.scores[first : first + at_once]:
            own = np.zeros(1 << bits, np.int32)
            own[: len(score)] = score
            points = (points[None, :] + own[:, None]).ravel()
        shift = np.array(first * bits, dtype)
        looks.append(Look(shift, np.array(len(points) - 1, dtype), points))
    return PackedWorths(tuple(looks))
