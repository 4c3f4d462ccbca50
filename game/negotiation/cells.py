"""Counting how many different worths there are, quickly and about, and finding how wide cells must be to leave fewer.

A worth to several parties gets a code, the same for the same worths and hardly ever for others. Only the codes of one
class of many are counted where there are many. What is found is never a result: it decides alone how much is kept.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

LOOKED_AT = 4_096
"""About so many kinds are looked at to tell how many there are."""
WIDTHS = tuple(sorted({round(2 ** (power / 4)) for power in range(160)}))
"""How wide cells may be."""
_NEAR = 4
"""So many widths further on is where the next one mostly lies."""
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)
_SPREADING = 0xFF51AFD7ED558CCD
"""Odd numbers of 64 bits without a pattern; the first, one for each of the four parties that a table may have."""


def codes_of(worths: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Makes a code of each column, shape `(parties, columns)`; the code of a sum is the sum of the codes."""
    codes = np.zeros(worths.shape[1], np.uint64)
    for worth, factor in zip(worths, _FACTORS, strict=False):
        codes += worth.astype(np.uint64) * np.uint64(factor)
    return codes


def classes_of(most: int) -> int:
    """Tells in how many classes to part codes, so that about `LOOKED_AT` of so many fall into one."""
    return 1 << max(0, (most // LOOKED_AT).bit_length() - 1)


def in_one_class(codes: NDArray[np.uint64], classes: int) -> NDArray[np.bool_]:
    """Tells which codes fall into the first of so many classes, a power of two."""
    chosen: NDArray[np.bool_] = (codes * np.uint64(_SPREADING)) >> np.uint64(40) & np.uint64(classes - 1) == 0
    return chosen


def about(codes: NDArray[np.uint64], most: int) -> int:
    """Tells about how many codes differ: exactly where `most` is small, else by those of one class."""
    classes = classes_of(most)
    return classes * len(np.unique(codes[in_one_class(codes, classes)]))


def least_width(before: int, is_enough: Callable[[int], bool]) -> int:
    """The place of the least width that is enough and not below that of before, which was 1 where there was none."""
    least = bisect_left(WIDTHS, max(2, before))
    most = least + _NEAR if before > 1 and is_enough(WIDTHS[least + _NEAR]) else len(WIDTHS)
    return bisect_left(WIDTHS, True, least, most, key=is_enough)
