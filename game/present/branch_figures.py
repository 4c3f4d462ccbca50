"""The figures that differ between two branches, and why: the causes in their accounts that only one of them has.

Causes that both have cancel out, so that what is left sums to the difference. Figures stand with what differs most,
for its range, first. What the viewer may not know has no figure here, and no account.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from game.present.accounts import account_line, is_shown
from game.present.branch_sides import Side
from game.present.branch_words import ComparedFigure
from game.present.joining import unended
from game.present.quantities import change_words
from game.scenario.cast import Column

_Cause = tuple[int, str]
"""Its amount, and the address of its text: its words may have figures in them that differ by branch."""
_NAMED = 0.5
"""How much two named values differ, beside numbers by their range."""


def figures(left: Side, right: Side) -> tuple[ComparedFigure, ...]:
    """Lists the shown figures that differ at the ends of two branches, those that do so most first."""
    columns = [name for name in left.reader.scenario.columns if is_shown(left.reader, name)]
    differing = [name for name in columns if _differs(left, right, name)]
    differing.sort(key=lambda name: -_distance(left, right, left.reader.scenario.columns[name]))
    return tuple(_compared(left, right, name) for name in differing)


def _differs(left: Side, right: Side, column: str) -> bool:
    if left.reader.view.knows(column) == "hidden":
        return False
    return left.reader.view.value(column) != right.reader.view.value(column)


def _distance(left: Side, right: Side, column: Column) -> float:
    if column.values is not None:
        return _NAMED
    apart = abs(left.reader.view.value(column.name) - right.reader.view.value(column.name))
    return apart / max(1, column.high - column.low)


def _compared(left: Side, right: Side, column: str) -> ComparedFigure:
    one, other = left.reader.figure(column), right.reader.figure(column)
    assert one is not None and other is not None
    words = [dict(_causes(side, column)) for side in (left, right)]
    causes = [Counter(cause for cause, _ in _causes(side, column)) for side in (left, right)]
    apart = right.reader.view.value(column) - left.reader.view.value(column)
    return ComparedFigure(
        column=column,
        name=one.name,
        left=one.words,
        right=other.words,
        difference=change_words(left.reader.scenario, left.reader.speech, column, apart),
        left_causes=_worded(causes[0] - causes[1], words[0]),
        right_causes=_worded(causes[1] - causes[0], words[1]),
    )


def _causes(side: Side, column: str) -> Iterator[tuple[_Cause, str]]:
    """The causes of every change of a column on the way to the end of a branch, with their words."""
    for happening in side.reader.view.happenings():
        for account in happening.accounts:
            if account.column == column and account.before != account.after:
                line = account_line(side.reader, account)
                for item, said in zip(account.items, line.items, strict=True):
                    address = item.because.address if item.because is not None else item.kind
                    yield (item.amount, address), f"{said.amount} {unended(said.because)}".strip()


def _worded(causes: Counter[_Cause], words: Mapping[_Cause, str]) -> tuple[str, ...]:
    """The causes in words, in the order in which they came; one that came several times says so."""
    return tuple(words[cause] + (f" (×{times})" if times > 1 else "") for cause, times in causes.items())
