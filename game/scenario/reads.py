"""Tells which columns an expression reads, and where in its source each is named.

The checks of a whole scenario use it, and so may whoever wants to know what an outcome hangs on.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.positions import Position
from game.scenario.tokens import ExpressionError, shifted, tokens
from game.scenario.tree import (
    Arithmetic,
    Comparison,
    Condition,
    Conditional,
    Extreme,
    Formula,
    Logic,
    Negation,
    Numeric,
    Read,
    Truth,
)

Expression = Formula | Condition


def columns_read(tree: Numeric | Truth) -> Iterator[str]:
    """Every column that `tree` reads, as often as it does, from left to right."""
    match tree:
        case Read(column):
            yield column
        case Arithmetic(_, left, right) | Comparison(_, left, right):
            yield from columns_read(left)
            yield from columns_read(right)
        case Extreme(_, parts):
            for number in parts:
                yield from columns_read(number)
        case Logic(_, conditions):
            for condition in conditions:
                yield from columns_read(condition)
        case Negation(part):
            yield from columns_read(part)
        case Conditional(test, then, otherwise):
            yield from columns_read(then)
            yield from columns_read(test)
            yield from columns_read(otherwise)
        case _:
            return


def place_of(column: str, expression: Expression) -> Position:
    """Where `expression` names `column`; its beginning where it goes by another spelling there."""
    try:
        named = [token.offset for token in tokens(expression.source) if token.text == column]
    except ExpressionError:
        named = []
    return shifted(expression.where, named[0]) if named else expression.where
