"""The columns of many games, one row a game, and how the effects of a step change them in all rows or in some.

Steps, talks and chance are the business of `world`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.accounts import Ledger
from game.engine.asks import Places, Truths
from game.engine.columns import as_column, put_back, scattered, start_columns
from game.engine.program import Array, ChangeSet, CompiledStep, Function, Picked, Program, Readable

Start = Mapping[str, int]
"""Start values by column, for a game that begins from a state carried in."""


class State:
    """The columns of many games of one program; a `ledger` makes the effects of row 0 itemised."""

    def __init__(self, program: Program, rows: int, start: Start, ledger: Ledger | None) -> None:
        self.program, self.rows, self.ledger = program, rows, ledger
        self.columns = start_columns(program, rows, start)

    def _on(self, step: CompiledStep) -> Truths:
        return np.ones(self.rows, np.bool_) if step.when is None else self._truths(step.when)

    def _truths(self, test: Function) -> Truths:
        truths = test(self.columns)
        return truths if np.ndim(truths) else np.full(self.rows, truths, np.bool_)

    def _numbers(self, formula: Function) -> NDArray[np.int32]:
        return as_column(formula(self.columns), self.rows, np.int32)

    def _read(self, where: Places | None) -> Readable:
        """Returns the columns of some rows (None: of all), to be read alone."""
        return self.columns if where is None else Picked(self.columns, where)

    def _write(self, place: int, rows: Truths, values: NDArray[Any]) -> None:
        old = self.columns[place]
        if np.count_nonzero(rows):
            self.columns[place] = old ^ ((old ^ values.astype(old.dtype)) & -rows.astype(old.dtype))

    def _apply(
        self, changes: ChangeSet, selectors: list[Array], where: Places | None, read: Readable | None = None
    ) -> None:
        """Applies the effects of a step, to all rows or to some, which `read` may read already.

        Arrays of columns are never written again.
        """
        if not changes:
            return
        if where is not None and len(where) >= changes.most * self.rows:
            selectors, where, read = [scattered(selector, where, self.rows) for selector in selectors], None, None
        traced, read = self.ledger and self.ledger.traced, self._read(where) if read is None else read
        new = traced(changes, read, selectors) if traced else changes.apply(read, selectors)
        for place, column in new.items():
            self.columns[place] = column if where is None else put_back(self.columns[place], where, column)

    def _note(self, kind: str, step: CompiledStep, number: int = 0) -> None:
        if self.ledger is not None:
            self.ledger.note(kind, step.step, number)
