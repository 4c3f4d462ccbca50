"""The columns of many games, one row a game, and how the effects of a step change them in all rows or in some.

Steps, talks and chance are the business of `world`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.accounts import Ledger
from game.engine.asks import Numbers, Places, Truths
from game.engine.columns import as_column, scattered, start_columns
from game.engine.program import Array, ChangeSet, CompiledStep, Function, Picked, Program, Readable

Start = Mapping[str, int]
"""Start values by column, for a game that begins from a state carried in."""


class State:
    """The columns of many games of one program; a `ledger` makes the effects of row 0 itemised."""

    def __init__(self, program: Program, rows: int, start: Start, ledger: Ledger | None) -> None:
        self.program, self.rows, self.ledger = program, rows, ledger
        self.columns = start_columns(program, rows, start)
        self._own: set[int] = set()
        """The places of columns that no start and no other world shares, so that they may be written in place."""
        self._every: Truths = np.ones(rows, np.bool_)
        self._held: dict[Function, tuple[list[tuple[int, Array]], Truths]] = {}
        """What the conditions of steps came to last, with the columns they read."""

    def state_bytes(self) -> bytes:
        """Returns every column's bytes, in column order: equal worlds give equal bytes."""
        return b"".join(np.ascontiguousarray(column).tobytes() for column in self.columns)

    def endings(self) -> Numbers:
        """Returns each game's ending, by its number from 1: the first whose condition holds."""
        number = np.full(self.rows, len(self.program.endings), np.int8)
        for place in range(len(self.program.endings) - 1, -1, -1):
            test = self.program.endings[place]
            if test is not None:
                number ^= (number ^ np.int8(place + 1)) & -self._truths(test).view(np.int8)
        return number

    def measures(self) -> dict[str, NDArray[np.int32]]:
        """Computes the measures by id."""
        return {name: self._numbers(measure) for name, measure in self.program.measures.items()}

    def interests(self) -> dict[str, list[NDArray[np.int32]]]:
        """Computes each party's interests, 0–100, in file order."""
        return {
            party: [self._numbers(interest) for interest in interests]
            for party, interests in self.program.interests.items()
        }

    def _on(self, step: CompiledStep) -> Truths:
        """Tells in which rows a step happens: not to be written.

        What a condition came to is kept until a column that it reads is another. So that this shows, these are no
        longer written in place.
        """
        if step.when is None:
            return self._every
        read, truths = self._held.get(step.when, ([], self._every))
        if not read or any(self.columns[place] is not column for place, column in read):
            truths = self._truths(step.when)
            self._held[step.when] = [(place, self.columns[place]) for place in step.reads], truths
            self._own.difference_update(step.reads)
        return truths

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
        """Applies the effects of a step, to all rows or to some, which `read` may read already."""
        if not changes:
            return
        if where is not None and len(where) >= changes.most * self.rows:
            selectors, where, read = [scattered(selector, where, self.rows) for selector in selectors], None, None
        traced, read = self.ledger and self.ledger.traced, self._read(where) if read is None else read
        new = traced(changes, read, selectors) if traced else changes.apply(read, selectors)
        if where is None:
            self._own.update(new)
            for place, column in new.items():
                self.columns[place] = column
            return
        for place, column in new.items():
            self._own_column(place)[where] = column

    def _select(
        self, changes: ChangeSet, selectors: list[Array], where: Places | None, read: Readable | None = None
    ) -> list[Array]:
        """Applies the effects of a step as `_apply` does; returns the selectors among all rows."""
        among_all = [scattered(selector, where, self.rows) for selector in selectors]
        if where is None or len(where) >= changes.most * self.rows:
            self._apply(changes, among_all, None)
        else:
            self._apply(changes, selectors, where, read)
        return among_all

    def _put(self, place: int, numbers: Numbers, where: Places | None) -> None:
        """Puts numbers into a column of bytes, in some rows or in all, that holds 0 wherever one of them is not 0."""
        if where is None:
            self._replace(place, self.columns[place] | numbers)
        else:
            self._own_column(place)[where] = numbers

    def _replace(self, place: int, column: Array) -> None:
        if column is not self.columns[place]:
            self.columns[place] = column
            self._own.add(place)

    def _own_column(self, place: int) -> Array:
        """Returns a column that may be written: what others may hold is copied once."""
        if place not in self._own:
            self._replace(place, self.columns[place].copy())
        return self.columns[place]

    def _note(self, kind: str, step: CompiledStep, number: int = 0) -> None:
        if self.ledger is not None:
            self.ledger.note(kind, step.step, number)
