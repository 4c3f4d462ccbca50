"""Tells which columns an expression reads, and where in its source each is named.

The checks of a whole scenario use it, and so may whoever wants to know what an outcome hangs on.
"""

from __future__ import annotations

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


def columns_read(tree: Numeric | Truth) -> list[str]:
    """Every column that `tree` reads, as often as it does, from left to right."""
    found: list[str] = []
    _collect(tree, found)
    return found


def _collect(tree: Numeric | Truth, found: list[str]) -> None:
    if isinstance(tree, Read):
        found.append(tree.column)
        return
    for part in _parts(tree):
        _collect(part, found)


def _parts(tree: Numeric | Truth) -> tuple[Numeric | Truth, ...]:
    if isinstance(tree, Comparison | Arithmetic):
        return tree.left, tree.right
    if isinstance(tree, Logic | Extreme):
        return tree.parts
    if isinstance(tree, Negation):
        return (tree.part,)
    if isinstance(tree, Conditional):
        return tree.then, tree.test, tree.otherwise
    return ()


def place_of(column: str, expression: Expression) -> Position:
    """Where `expression` names `column`; its beginning where it goes by another spelling there."""
    try:
        named = [token.offset for token in tokens(expression.source) if token.text == column]
    except ExpressionError:
        named = []
    return shifted(expression.where, named[0]) if named else expression.where
