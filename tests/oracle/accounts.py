"""Effects on a state, and the account of each change: every part with its cause, summing to the change.

A state is a plain dictionary from column to number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal, NamedTuple

from game.scenario.cast import Column, Effect
from tests.oracle.trees import holds, number

State = dict[str, int]


class Item(NamedTuple):
    """One part of a change; `cause` is the address of the words that account for it, "" for a limit."""

    cause: str
    amount: int
    kind: Literal["effect", "limit", "set", "untold"]


class Change(NamedTuple):
    """What happened to one column in one step."""

    column: str
    before: int
    after: int
    items: tuple[Item, ...]


def apply(columns: Mapping[str, Column], state: State, effects: Iterable[Effect]) -> list[Change]:
    """Applies the effects of one step together: each reads the state as it was, then all are written.

    Changes of a column are summed and held in its range once. A column is set or changed in one step, not both, and
    set once; a promise may be made twice, and the first makes it.
    """
    items: dict[str, list[Item]] = {}
    # Nothing is written before everything is read.
    read = state.__getitem__
    for effect in effects:
        if holds(effect.when, read):
            amount = number(effect.amount.tree, read)
            if effect.operator == "set":
                amount -= state[effect.column] + sum(item.amount for item in items.get(effect.column, []))
            kind: Literal["effect", "set"] = "set" if effect.operator == "set" else "effect"
            items.setdefault(effect.column, []).append(Item(effect.because.address, amount, kind))
    return [write(columns[name], state, parts) for name, parts in items.items()]


def write(column: Column, state: State, items: list[Item]) -> Change:
    """Writes the sum of `items` to one column, held in its range, and returns its account."""
    made = column.variable == "promise"
    may_be_summed = made or len(items) == 1 or all(item.kind == "effect" for item in items)
    assert may_be_summed, f"{column.name} is set twice, or set and changed"
    before = state[column.name]
    wanted = before + sum(item.amount for item in items)
    after = min(column.high, max(column.low, wanted))
    state[column.name] = after
    limit = [Item("", after - wanted, "limit")] if after != wanted else []
    return Change(column.name, before, after, (*items, *limit))


def as_heard(column: Column, change: Change, told: Callable[[str], bool]) -> Change:
    """The account as one hears it who is `told` only some of the causes.

    What the causes that are told do not explain is the range's doing if it would have held them there anyway; else it
    is one part for which no reason is given.
    """
    items = [item for item in change.items if item.cause and told(item.cause)]
    explained = sum(item.amount for item in items)
    rest = change.after - change.before - explained
    if rest:
        alone = min(column.high, max(column.low, change.before + explained))
        items.append(Item("", rest, "limit" if alone == change.after else "untold"))
    return Change(change.column, change.before, change.after, tuple(items))
