"""What an expression is worth: a walk over the checked tree, one node at a time.

A reader is any function from a column's name to its number; what it may look at is its maker's affair.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping

from game.scenario.tree import (
    Always,
    Arithmetic,
    Comparison,
    Condition,
    Conditional,
    Extreme,
    Logic,
    Number,
    Numeric,
    Read,
    Truth,
)

Reader = Callable[[str], int]
COMPARED: Mapping[str, Callable[[int, int], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def number(tree: Numeric, read: Reader) -> int:
    """Evaluates a numeric tree, and insists that the value lies in the interval proved for it."""
    if type(tree) is Number:
        return tree.value
    value = read(tree.column) if type(tree) is Read else VALUES[type(tree)](tree, read)
    assert tree.low <= value <= tree.high, f"{value} is outside the proved {tree.low}..{tree.high} of {tree}"
    return value


def _extreme(tree: Extreme, read: Reader) -> int:
    values = [number(part, read) for part in tree.parts]
    return min(values) if tree.operator == "min" else max(values)


def _conditional(tree: Conditional, read: Reader) -> int:
    return number(tree.then if truth(tree.test, read) else tree.otherwise, read)


def _arithmetic(tree: Arithmetic, read: Reader) -> int:
    left, right = number(tree.left, read), number(tree.right, read)
    if tree.operator == "+":
        return left + right
    if tree.operator == "-":
        return left - right
    if tree.operator == "*":
        return left * right
    return left // right


VALUES: Mapping[type, Callable[..., int]] = {
    Arithmetic: _arithmetic,
    Extreme: _extreme,
    Conditional: _conditional,
}


def truth(tree: Truth, read: Reader) -> bool:
    """Evaluates a truth."""
    if isinstance(tree, Comparison):
        return COMPARED[tree.operator](number(tree.left, read), number(tree.right, read))
    if isinstance(tree, Logic):
        truths = [truth(part, read) for part in tree.parts]
        return all(truths) if tree.operator == "and" else any(truths)
    return tree.value if isinstance(tree, Always) else not truth(tree.part, read)


def holds(condition: Condition | None, read: Reader) -> bool:
    """Tells whether a condition holds; the absent one always does."""
    return condition is None or truth(condition.tree, read)
