"""Proves between which bounds a checked expression stays, and whether a condition can hold at all.

The functions here build numeric nodes with their proved interval, folding constants, and draw what follows
from a condition for the columns in it. Nothing here knows names or source text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce

from game.scenario.tree import (
    Always,
    Arithmetic,
    ArithmeticOperator,
    Comparison,
    ComparisonOperator,
    Conditional,
    Extreme,
    Logic,
    Negation,
    Number,
    Numeric,
    Read,
    Truth,
)

LEAST, MOST = -(2**31), 2**31 - 1
"""The bounds of a 32-bit integer, which every number of a scenario must keep."""

Bounds = tuple[int, int]
Known = Mapping[str, Bounds]
"""Tighter bounds of some columns, drawn from a condition that is taken to hold."""

_NOTHING: Known = {}
_PLAIN = (Read, Number)


def bounds(tree: Numeric, known: Known = _NOTHING) -> Bounds:
    """The interval that `tree` stays in while the columns stay in `known`."""
    if not known and not isinstance(tree, Number):
        return tree.low, tree.high
    match tree:
        case Number(value):
            return value, value
        case Read(column, low, high):
            return known.get(column, (low, high))
        case Arithmetic(operator, left, right):
            return of_arithmetic(operator, bounds(left, known), bounds(right, known))
        case Extreme(operator, parts):
            return of_extreme(operator, [bounds(part, known) for part in parts])
        case Conditional():
            return _of_conditional(tree, known)


def of_arithmetic(operator: ArithmeticOperator, left: Bounds, right: Bounds) -> Bounds:
    """The interval of a sum, difference, product or quotient; a divisor is one positive number."""
    if operator == "+":
        return left[0] + right[0], left[1] + right[1]
    if operator == "-":
        return left[0] - right[1], left[1] - right[0]
    if operator == "*":
        corners = [one * other for one in left for other in right]
        return min(corners), max(corners)
    return left[0] // right[0], left[1] // right[0]


def of_extreme(operator: str, parts: Sequence[Bounds]) -> Bounds:
    """The interval of the smallest (`min`) or largest (`max`) of numbers in these intervals."""
    choose = min if operator == "min" else max
    return choose(low for low, _ in parts), choose(high for _, high in parts)


def _of_conditional(tree: Conditional, known: Known) -> Bounds:
    branches = (narrowed(tree.test, True, known), tree.then), (narrowed(tree.test, False, known), tree.otherwise)
    reachable = [bounds(branch, within) for within, branch in branches if within is not None]
    if not reachable:
        return tree.low, tree.high
    return min(low for low, _ in reachable), max(high for _, high in reachable)


def arithmetic(operator: ArithmeticOperator, left: Numeric, right: Numeric) -> Numeric:
    """The node for `left operator right`, a constant where it is one."""
    low, high = of_arithmetic(operator, bounds(left), bounds(right))
    return Number(low) if low == high else Arithmetic(operator, left, right, low, high)


def extreme(operator: str, parts: Sequence[Numeric]) -> Numeric:
    """The node for the smallest (`min`) or largest (`max`) of `parts`, a constant where it is one."""
    low, high = of_extreme(operator, [bounds(part) for part in parts])
    if low == high:
        return Number(low)
    return Extreme("min" if operator == "min" else "max", tuple(parts), low, high)


def conditional(test: Truth, then: Numeric, otherwise: Numeric) -> Numeric:
    """The node for `then if test else otherwise`; each branch is bounded by what `test` says of its columns."""
    loose = Conditional(test, then, otherwise, min(then.low, otherwise.low), max(then.high, otherwise.high))
    low, high = _of_conditional(loose, _NOTHING)
    return Number(low) if low == high else Conditional(test, then, otherwise, low, high)


def settled(truth: Truth, known: Known = _NOTHING) -> bool | None:
    """True where `truth` is proved to hold always, False where never, None where it depends."""
    if narrowed(truth, True, known) is None:
        return False
    if narrowed(truth, False, known) is None:
        return True
    return None


def narrowed(truth: Truth, holds: bool, known: Known = _NOTHING) -> Known | None:
    """The columns' bounds given that `truth` holds, or that it does not; None if that cannot be.

    It is read twice, so that what its end says of a column also serves its beginning.
    """
    within = _narrowed_once(truth, holds, known)
    return within if within is None or _says_all_at_once(truth) else _narrowed_once(truth, holds, within)


def _says_all_at_once(truth: Truth) -> bool:
    """Whether a second reading of `truth` could say nothing more: it compares two columns, or one with a number."""
    return isinstance(truth, Comparison) and isinstance(truth.left, _PLAIN) and isinstance(truth.right, _PLAIN)


def _narrowed_once(truth: Truth, holds: bool, known: Known) -> Known | None:
    match truth:
        case Always(value):
            return known if value == holds else None
        case Negation(part):
            return _narrowed_once(part, not holds, known)
        case Logic(operator, parts):
            return _all(parts, holds, known) if (operator == "and") == holds else _any(parts, holds, known)
        case Comparison(operator, left, right):
            return _compared(operator if holds else _OPPOSITE[operator], left, right, known)


def _all(parts: Sequence[Truth], holds: bool, known: Known) -> Known | None:
    for part in parts:
        within = _narrowed_once(part, holds, known)
        if within is None:
            return None
        known = within
    return known


def _any(parts: Sequence[Truth], holds: bool, known: Known) -> Known | None:
    possible = [within for part in parts if (within := _narrowed_once(part, holds, known)) is not None]
    return reduce(_joined, possible) if possible else None


def _joined(one: Known, other: Known) -> Known:
    return {
        column: (min(one[column][0], other[column][0]), max(one[column][1], other[column][1]))
        for column in one
        if column in other
    }


_OPPOSITE: Mapping[ComparisonOperator, ComparisonOperator] = {
    "==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<",
}  # fmt: skip
_MIRRORED: Mapping[ComparisonOperator, ComparisonOperator] = {
    "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=",
}  # fmt: skip


def _compared(operator: ComparisonOperator, left: Numeric, right: Numeric, known: Known) -> Known | None:
    one, other = _compared_bounds(left, known), _compared_bounds(right, known)
    kept_left = _limited(operator, one, other)
    kept_right = _limited(_MIRRORED[operator], other, one)
    if left == right and operator in ("!=", "<", ">"):
        return None
    if kept_left[0] > kept_left[1] or kept_right[0] > kept_right[1]:
        return None
    tighter = dict(known)
    for side, before, kept in ((left, one, kept_left), (right, other, kept_right)):
        if isinstance(side, Read) and kept != before:
            tighter[side.column] = kept
    return tighter


def _compared_bounds(tree: Numeric, known: Known) -> Bounds:
    # A test within a test is taken at its first bounds: looking again at every depth would double the work each time.
    if isinstance(tree, Read):
        return known.get(tree.column, (tree.low, tree.high))
    if isinstance(tree, Arithmetic):
        return of_arithmetic(tree.operator, _compared_bounds(tree.left, known), _compared_bounds(tree.right, known))
    if isinstance(tree, Extreme):
        return of_extreme(tree.operator, [_compared_bounds(part, known) for part in tree.parts])
    return tree.low, tree.high


def _limited(operator: ComparisonOperator, one: Bounds, other: Bounds) -> Bounds:
    """What is left of `one` when it stands in this relation to some number of `other`."""
    low, high = one
    if operator == "==":
        return max(low, other[0]), min(high, other[1])
    if operator == "!=":
        if other[0] != other[1]:
            return one
        return low + (low == other[0]), high - (high == other[0])
    if operator in ("<", "<="):
        return low, min(high, other[1] - (operator == "<"))
    return max(low, other[0] + (operator == ">")), high
