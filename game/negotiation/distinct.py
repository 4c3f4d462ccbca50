"""Finding the different rows among many, so that a costly search is made once for each.

Rows are told apart exactly, by counting in a mixed radix; nothing is hashed.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

_LARGEST = 2**62
_WIDEST = 2**31
"""Columns of wider numbers are numbered anew, so that no number of a row outgrows 64 bits."""


def distinct_rows(
    columns: Iterable[NDArray[np.int8] | NDArray[np.int32] | NDArray[np.int64]], rows: int
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Returns one row of each kind, and for every row the place of its kind among those.

    >>> first, kind = distinct_rows([np.array([7, 9, 7], np.int8), np.array([1, 1, 1], np.int8)], 3)
    >>> first.tolist(), kind.tolist()
    ([0, 1], [0, 1, 0])
    """
    _, first, kind = np.unique(row_codes(columns, rows), return_index=True, return_inverse=True)
    return first, kind


def row_codes(
    columns: Iterable[NDArray[np.int8] | NDArray[np.int32] | NDArray[np.int64]], rows: int
) -> NDArray[np.int64]:
    """Numbers the rows so that equal ones, and only they, have the same number.

    >>> row_codes([np.array([7, 9, 7], np.int8), np.array([1, 1, 1], np.int8)], 3).tolist()
    [0, 2, 0]
    """
    code, size = np.zeros(rows, np.int64), 1
    for column in columns:
        low = int(column.min())
        width = int(column.max()) - low + 1
        if width == 1:
            continue
        if width > _WIDEST:
            values, column = np.unique(column, return_inverse=True)
            low, width = 0, len(values)
        if size * width >= _LARGEST:
            kinds, code = np.unique(code, return_inverse=True)
            size = len(kinds)
        code = code * width + (column.astype(np.int64) - low)
        size *= width
    return code
