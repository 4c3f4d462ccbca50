"""Checked trees to numpy source: one expression at a time, for columns held in a list `c`.

Widths come from the intervals that the checker proved, so nothing can overflow. For a viewer, columns that
it does not know become the constants it believes. The text made here comes only from checked trees: numbers
and column places, never words of the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from game.scenario.tree import (
    Always,
    Arithmetic,
    Comparison,
    Condition,
    Conditional,
    Extreme,
    Formula,
    Logic,
    Negation,
    Number,
    Numeric,
    Read,
    Truth,
)

WIDTHS = ("i1", "i2", "i4")
_LIMITS = {width: np.iinfo(width) for width in WIDTHS}


def width_of(*bounds: int) -> str:
    """Names the narrowest integer width that holds every bound: `i1`, `i2` or `i4`."""
    for width in WIDTHS:
        if _LIMITS[width].min <= min(bounds) and max(bounds) <= _LIMITS[width].max:
            return width
    raise OverflowError(f"no 32-bit width holds {min(bounds)} to {max(bounds)}")


@dataclass(frozen=True, slots=True)
class Code:
    """A piece of source and the width of what it yields; `width` None is a Python constant."""

    text: str
    width: str | None


@dataclass(frozen=True, slots=True)
class Emitter:
    """Writes expressions over columns: `places` and `widths` by column name, `believed` constants instead."""

    places: Mapping[str, int]
    widths: Mapping[str, str]
    believed: Mapping[str, int] = field(default_factory=dict)

    def numeric(self, node: Numeric) -> Code:
        """Writes a number."""
        match node:
            case Number(value):
                return Code(f"({value})" if value < 0 else str(value), None)
            case Read(column):
                return self._read(column)
            case Arithmetic():
                return self._arithmetic(node)
            case Extreme(operator, parts):
                return self._extreme(operator, parts, node.low, node.high)
            case Conditional(test, then, otherwise):
                return self._conditional(test, then, otherwise, node.low, node.high)

    def truth(self, node: Truth) -> Code:
        """Writes a truth; width `b1`, or None for a constant."""
        match node:
            case Always(value):
                return Code(str(value), None)
            case Comparison(operator, left, right):
                a, b = self.numeric(left), self.numeric(right)
                return Code(f"({_beside(a, left, b)} {operator} {_beside(b, right, a)})", self._both(a, b) and "b1")
            case Negation(part):
                inner = self.truth(part)
                return Code(f"(~{inner.text})" if inner.width else f"(not {inner.text})", inner.width)
            case Logic(operator, parts):
                return self._logic(operator, [self.truth(part) for part in parts])

    def _read(self, column: str) -> Code:
        if column in self.believed:
            value = self.believed[column]
            return Code(f"({value})" if value < 0 else str(value), None)
        return Code(f"c[{self.places[column]}]", self.widths[column])

    def _both(self, a: Code, b: Code) -> str | None:
        return a.width or b.width

    def _arithmetic(self, node: Arithmetic) -> Code:
        a, b = self.numeric(node.left), self.numeric(node.right)
        sign = "//" if node.operator == "/" else node.operator
        if not self._both(a, b):
            return Code(f"({a.text} {sign} {b.text})", None)
        bounds = (node.low, node.high, node.left.low, node.left.high, node.right.low, node.right.high)
        width = width_of(*bounds)
        return Code(f"({number(a, width)} {sign} {number(b, width)})", width)

    def _extreme(self, operator: str, parts: tuple[Numeric, ...], low: int, high: int) -> Code:
        codes = [self.numeric(part) for part in parts]
        if not any(code.width for code in codes):
            return Code(f"{operator}({', '.join(code.text for code in codes)})", None)
        width = width_of(low, high, *(bound for part in parts for bound in (part.low, part.high)))
        name = "minimum" if operator == "min" else "maximum"
        text, *others = (widened(code, width) for code in codes if code.width)
        for other in others:
            text = f"{name}({text}, {other})"
        return Code(self._bounded(text, width, operator, [code.text for code in codes if not code.width]), width)

    def _bounded(self, text: str, width: str, operator: str, constants: list[str]) -> str:
        """Bounds a column by constants; where one side is a constant, minimum and maximum go item by item."""
        if not constants:
            return text
        bound = constants[0] if len(constants) == 1 else f"{operator}({', '.join(constants)})"
        least, most = (_LIMITS[width].min, bound) if operator == "min" else (bound, _LIMITS[width].max)
        return f"clip({text}, {width}({least}), {width}({most}))"

    def _conditional(self, test: Truth, then: Numeric, otherwise: Numeric, low: int, high: int) -> Code:
        condition, a, b = self.truth(test), self.numeric(then), self.numeric(otherwise)
        if not (condition.width or a.width or b.width):
            return Code(f"({a.text} if {condition.text} else {b.text})", None)
        width = width_of(low, high, then.low, then.high, otherwise.low, otherwise.high)
        if not condition.width:
            return Code(f"({number(a, width)} if {condition.text} else {number(b, width)})", width)
        if b == Code("0", None):
            return Code(f"only({condition.text}, {number(a, width)})", width)
        return Code(f"pick({condition.text}, {number(a, width)}, {number(b, width)})", width)

    def _logic(self, operator: str, codes: list[Code]) -> Code:
        constants = [code for code in codes if not code.width]
        varying = [code for code in codes if code.width]
        sign = "&" if operator == "and" else "|"
        fixed = f" {operator} ".join(code.text for code in constants)
        if not varying:
            return Code(f"({fixed})", None)
        text = f" {sign} ".join(code.text for code in varying)
        return Code(f"(({fixed}) {sign} {text})" if constants else f"({text})", "b1")


def write_expression(emitter: Emitter, expression: Condition | Formula) -> Code:
    """Writes a condition or a formula."""
    if isinstance(expression, Condition):
        return emitter.truth(expression.tree)
    return emitter.numeric(expression.tree)


def places_read(code: Code) -> tuple[int, ...]:
    """Lists the places of the columns that a piece of source reads, each once."""
    return tuple(sorted({int(place) for place in re.findall(r"\bc\[(\d+)\]", code.text)}))


def widened(code: Code, width: str) -> str:
    """Returns the source with its value cast to `width` where it is narrower."""
    if code.width is None or code.width == width:
        return code.text
    return f"{code.text}.astype({width})"


def number(code: Code, width: str) -> str:
    """Returns the source with its value in `width`, constants included."""
    return f"{width}({code.text})" if code.width is None else widened(code, width)


def _beside(code: Code, node: Numeric, other: Code) -> str:
    """Returns the source of one side of a comparison: a constant in the width of the other side, where it fits."""
    if code.width or not other.width or width_of(node.low, node.high) > other.width:
        return code.text
    return number(code, other.width)


def hoisted(source: str) -> tuple[str, dict[str, object]]:
    """Names the constants of generated source, so that they are made once; returns the names with their values.

    They are arrays of the shape `()`, which numpy takes in faster than numbers.
    """
    constants: dict[str, object] = {}

    def named(found: re.Match[str]) -> str:
        width, value = found.group(1), int(found.group(2) or found.group(3))
        name = f"k{width.removeprefix('i')}_{'m' if value < 0 else ''}{abs(value)}"
        if name not in constants:
            array = np.array(value, width)
            array.flags.writeable = False
            constants[name] = array
        return name

    return re.sub(r"\b(i[1248]|u1)\((?:\((-\d+)\)|(-?\d+))\)", named, source), constants
