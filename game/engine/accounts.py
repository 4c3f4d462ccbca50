"""Accounts: why a number is what it is, item by item, for one played game.

A ledger is given to a world of one row; it has the effects traced and keeps what happened in order. The
items of an account sum to the change, a held limit included.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from game.engine.program import Array, ChangeSet, Readable
from game.scenario.cast import Column, Text
from game.scenario.model import Step


@dataclass(frozen=True, slots=True)
class Item:
    """One part of a change; a `limit` item has no cause but the range itself.

    An `untold` item stands for causes that the viewer may not know: see `game.engine.causes`.
    """

    amount: int
    because: Text | None
    kind: Literal["effect", "set", "limit", "untold"]


@dataclass(frozen=True, slots=True)
class Account:
    """The change of one column at one step; the items' amounts sum to `after − before`."""

    column: str
    before: int
    after: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Something that happened, as the world tells it; `number` is an outcome's number, where there is one."""

    kind: str
    step: Step
    number: int
    accounts: tuple[Account, ...]


@dataclass(slots=True)
class Ledger:
    """Collects what happens in row 0; accounts wait until the note that they belong to."""

    columns: tuple[Column, ...]
    notes: list[Note] = field(default_factory=list)
    _accounts: list[Account] = field(default_factory=list)

    def traced(self, changes: ChangeSet, columns: Readable, selectors: list[Array]) -> dict[int, Array]:
        """Applies a change set with tracing, and keeps the accounts of what changed."""
        amounts: dict[int, int] = {}
        new = changes.traced(columns, selectors, lambda index, amount: amounts.__setitem__(index, int(amount[0])))
        for place, array in new.items():
            account = self._account(changes, amounts, place, int(columns[place][0]), int(array[0]))
            if account.items:
                self._accounts.append(account)
        return new

    def note(self, kind: str, step: Step, number: int) -> None:
        """Notes what happened, with the accounts gathered since the last note."""
        self.notes.append(Note(kind, step, number, tuple(self._accounts)))
        self._accounts = []

    def _account(self, changes: ChangeSet, amounts: dict[int, int], place: int, before: int, after: int) -> Account:
        column = self.columns[place]
        items = [
            Item(amounts[index], selected.effect.because, "set" if selected.effect.operator == "set" else "effect")
            for index, selected in enumerate(changes.effects)
            if selected.effect.column == column.name and amounts.get(index)
        ]
        held = after - before - sum(item.amount for item in items)
        if held:
            items.append(Item(held, None, "limit"))
        return Account(column.name, before, after, tuple(items))
