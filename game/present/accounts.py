"""Accounts in words: what a figure was, what it is, and each cause, so that the parts sum to the change.

Machinery that a scenario leaves off its screens stays off here too. Nothing here decides who may know what:
it is given accounts that a view has already let through.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from game.present.parts import AccountItem, AccountLine
from game.present.quantities import change_words, column_name, number_words
from game.present.reader import Reader
from game.scenario.cast import Column, PromiseState, Text

if TYPE_CHECKING:
    from game.engine.accounts import Account, Item


def is_shown(reader: Reader, column: str) -> bool:
    """Whether a column is a declared variable that screens show."""
    variable = reader.scenario.variables.get(reader.scenario.columns[column].variable)
    return variable is not None and variable.shown


def account_lines(reader: Reader, accounts: Iterable[Account]) -> tuple[AccountLine, ...]:
    """Words the accounts of shown variables, in the order given; what ended where it began is left out."""
    moved = (account for account in accounts if account.before != account.after)
    return tuple(account_line(reader, account) for account in moved if is_shown(reader, account.column))


def merged(lines: Iterable[AccountLine]) -> tuple[AccountLine, ...]:
    """Joins lines of the same figure into one with all causes, so that no figure stands twice on a page."""
    joined: dict[str, AccountLine] = {}
    for line in lines:
        first = joined.get(line.column)
        joined[line.column] = (
            line if first is None else replace(first, after=line.after, items=first.items + line.items)
        )
    return tuple(joined.values())


def net(accounts: Iterable[Account]) -> tuple[Account, ...]:
    """Joins the changes of each column into one from its first to its last value; causes are left out."""
    joined: dict[str, Account] = {}
    for account in accounts:
        first = joined.get(account.column, account)
        joined[account.column] = replace(first, after=account.after, items=())
    return tuple(joined.values())


def moved_most(reader: Reader, accounts: Iterable[Account], most: int) -> tuple[Account, ...]:
    """Gives the net changes of the shown figures that moved most, in the order of the accounts.

    Numbers come first, by the geometric mean of their move in their range and in their own size, so that neither many
    dead among more that there might have been nor the last point of a standing is misjudged. Named values come after
    them, and what is kept for each region last: news tell them in words, and a map shows whose land is whose.
    """
    shown = [one for one in net(accounts) if one.before != one.after and is_shown(reader, one.column)]

    def moved(account: Account) -> tuple[bool, bool, float]:
        column = reader.scenario.columns[account.column]
        of_land = "region" in reader.scenario.variables[column.variable].per
        return (not of_land, not column.values, _share_moved(account, column))

    chosen = {one.column for one in sorted(shown, key=moved, reverse=True)[:most]}
    return tuple(one for one in shown if one.column in chosen)


def _share_moved(account: Account, column: Column) -> float:
    size = max(account.before, account.after) - column.low
    return abs(account.after - account.before) / math.sqrt((column.high - column.low) * size)


def account_line(reader: Reader, account: Account) -> AccountLine:
    """Words one account."""
    scenario, speech, column = reader.scenario, reader.speech, account.column
    return AccountLine(
        column=column,
        name=column_name(scenario, speech, column),
        before=number_words(scenario, speech, column, account.before, unit=False),
        after=number_words(scenario, speech, column, account.after),
        items=tuple(_item(reader, account, item) for item in account.items),
    )


def _item(reader: Reader, account: Account, item: Item) -> AccountItem:
    amount = change_words(reader.scenario, reader.speech, account.column, item.amount)
    if item.because is not None:
        return AccountItem(amount, _cause(reader, item.because, item.amount))
    if item.kind == "untold":
        return AccountItem(amount, _untold(reader, account.column))
    column = reader.scenario.columns[account.column]
    bound = column.high if item.amount < 0 else column.low
    return AccountItem(amount, reader.speech("account.limit", bound=reader.speech.number(bound)))


def _untold(reader: Reader, column: str) -> str:
    """Words a cause that the viewer may not know: as the file says of every change of such a figure, or as hidden."""
    variable = reader.scenario.variables.get(reader.scenario.columns[column].variable)
    if variable is not None and variable.unexplained is not None:
        return reader.line(variable.unexplained)
    own = column.startswith("standing.") and column.endswith(f".{reader.seat}")
    return reader.speech("account.untold.own" if own else "account.untold")


def _cause(reader: Reader, because: Text, amount: int) -> str:
    """Words a cause; where it is a promise, says whether the word was kept, broken or stretched."""
    if not because.address.startswith("promises."):
        return reader.line(because)
    if amount > 0:
        return reader.speech("account.word.kept")
    state = reader.view.word(f"promise.{because.address.split('.')[1]}")
    return reader.speech(f"account.word.{'stretched' if state == PromiseState.STRETCHED.id else 'broken'}")


def changes(accounts: Iterable[Account]) -> dict[str, int]:
    """Sums the changes of each column."""
    total: dict[str, int] = {}
    for account in accounts:
        total[account.column] = total.get(account.column, 0) + account.after - account.before
    return total
