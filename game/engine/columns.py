"""Columns as a world keeps them: how they start, how few rows are told from many, how some are put among all.

Nothing here knows of steps or plays anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import Numbers, Places, Truths
from game.engine.chance import Keys
from game.engine.program import Array, Columns, Program
from game.errors import CannotRead
from game.scenario.scope import STEP_VARIABLES

MOST_ASKED = 0.45
"""Where at least this share of the rows is asked, or draws, all do: picking out costs more than it saves."""


_HEAP = 32_000_000
"""Bytes up to which memory that arrays give back is kept for the next ones, in batches of `_MANY` rows and more."""
_MANY = 4096


def keep_memory(rows: int) -> None:
    """Has memory that large arrays give back kept for the next ones, in a batch of many rows.

    Common allocators hand it back to the system at once, and take it anew page by page, until once a piece as large
    has been given back: one is, without being touched.
    """
    if rows >= _MANY:
        np.empty(_HEAP, np.uint8)


def start_columns(program: Program, rows: int, start: Mapping[str, int]) -> Columns:
    """Makes the columns of the start; those that start alike are one array, which is never written."""
    unknown = sorted(set(start) - set(program.names))
    if unknown:
        raise CannotRead(f'The start state names "{unknown[0]}", which this scenario does not keep.')
    made: dict[tuple[str, int], Array] = {}
    if not start:
        made = {(kind, value): _unwritten(rows, value, np.dtype(kind)) for kind, value in set(program.start_kinds)}
        return [made[kind] for kind in program.start_kinds]
    columns: Columns = []
    for name, dtype, value in zip(program.names, program.dtypes, program.starts, strict=True):
        column = program.scenario.columns[name]
        if column.variable not in STEP_VARIABLES:
            value = start.get(name, value)
        if not column.low <= value <= column.high:
            raise CannotRead(f"The start state gives {name} the value {value}; {column.low} to {column.high} is kept.")
        if (dtype.char, value) not in made:
            made[dtype.char, value] = _unwritten(rows, value, dtype)
        columns.append(made[dtype.char, value])
    return columns


def _unwritten(rows: int, value: int, dtype: np.dtype[Any]) -> Array:
    column = np.full(rows, value, dtype)
    column.flags.writeable = False
    return column


def few(rows: Truths, most: float = MOST_ASKED) -> Places | None:
    """Lists the rows that are true where they are few; None where it is better to go through all."""
    return None if np.count_nonzero(rows) >= most * len(rows) else rows.nonzero()[0]


class Found:
    """The few rows that were found last, and their keys: one step after another often asks the same games."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._rows: Truths = np.zeros(len(keys), np.bool_)
        self._counted: tuple[Truths, int] = self._rows, 0
        self._where: Places = np.zeros(0, np.intp)
        self._picked: tuple[Places | None, Keys] = None, keys

    def count(self, rows: Truths) -> int:
        """Counts the rows that are true, which are not written any more."""
        if rows is not self._counted[0]:
            self._counted = rows, int(np.count_nonzero(rows))
        return self._counted[1]

    def few(self, rows: Truths, count: int, most: float = MOST_ASKED) -> Places | None:
        """Lists the rows that are true, so many, where they are few, as the function of this name does."""
        if count >= most * len(rows):
            return None
        if rows is not self._rows and (count != len(self._where) or not (rows == self._rows).all()):
            self._rows, self._where = rows, rows.nonzero()[0]
        return self._where

    def keys_of(self, where: Places | None) -> Keys:
        """Returns the keys of some rows (None: of all)."""
        if where is None:
            return self._keys
        if where is not self._picked[0]:
            self._picked = where, self._keys.take(where)
        return self._picked[1]


def as_column(value: Any, rows: int, dtype: type[np.generic]) -> NDArray[Any]:
    """Makes a column of what a generated function yields: an array already, or one constant for all rows."""
    if np.ndim(value):
        column: NDArray[Any] = value.astype(dtype)
        return column
    return np.full(rows, value, dtype)


def scattered(numbers: Numbers, where: Places | None, rows: int) -> Numbers:
    """Puts the numbers of some rows among all, 0 elsewhere; `where` None: they are those of all."""
    if where is None:
        return numbers
    among_all = np.zeros(rows, np.int8)
    among_all[where] = numbers
    return among_all
