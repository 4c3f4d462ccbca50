"""Turns phrases into checked trees: names into columns, named values into numbers, numbers into proved intervals.

Every mistake becomes a finding at its place, and as many as possible are found in one go. How an expression
is spelled is decided before, what range it must keep afterwards.
"""

from __future__ import annotations

from game.scenario import intervals
from game.scenario.cast import Column, PromiseState
from game.scenario.parser import Phrase
from game.scenario.positions import Finding, Position, Severity
from game.scenario.scope import Scope, listed
from game.scenario.suggestions import did_you_mean
from game.scenario.tokens import shifted
from game.scenario.tree import (
    Always,
    ArithmeticOperator,
    Comparison,
    ComparisonOperator,
    Logic,
    Negation,
    Number,
    Numeric,
    Read,
    Truth,
)

_TRUTHS = frozenset({"truth", "comparison", "member", "logic", "negation"})
_ARITHMETIC: dict[str, ArithmeticOperator] = {"+": "+", "-": "-", "*": "*", "/": "/"}
_COMPARISONS: dict[str, ComparisonOperator] = {
    "==": "==", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">=",
}  # fmt: skip


class Resolver:
    """Resolves the phrases of one expression, which begins at `where`, into `findings`."""

    def __init__(self, where: Position, scope: Scope, findings: list[Finding]) -> None:
        self._where, self._scope, self._findings = where, scope, findings
        self.warned = False
        """Whether a comparison was found that always or never holds."""

    def error(self, code: str, offset: int, message: str, suggestion: str = "") -> None:
        """Adds an error `offset` characters into the expression."""
        self._findings.append(Finding(shifted(self._where, offset), Severity.ERROR, code, message, suggestion))

    def warn(self, code: str, offset: int, message: str, suggestion: str = "") -> None:
        """Adds a warning `offset` characters into the expression."""
        self._findings.append(Finding(shifted(self._where, offset), Severity.WARNING, code, message, suggestion))

    # Numbers

    def numeric(self, phrase: Phrase) -> Numeric | None:
        """The checked number that `phrase` is, or None after a finding."""
        if phrase.kind == "number":
            return self.within_32_bits(Number(int(phrase.word)), phrase)
        if phrase.kind == "name":
            return self._quantity(phrase)
        if phrase.kind in _TRUTHS:
            self.error(
                "LNG06", start(phrase), "A number is wanted here, and this is a condition.", "Write `1 if … else 0`."
            )
            return None
        if phrase.kind == "conditional":
            return self._conditional(phrase, None)
        parts = [self.numeric(part) for part in phrase.parts]
        numbers = [part for part in parts if part is not None]
        if len(numbers) < len(parts):
            return None
        return self.within_32_bits(self._combined(phrase, numbers), phrase)

    def _combined(self, phrase: Phrase, numbers: list[Numeric]) -> Numeric | None:
        if phrase.kind == "extreme":
            return intervals.extreme(phrase.word, numbers)
        if phrase.word == "/" and not (isinstance(numbers[1], Number) and numbers[1].value > 0):
            self.error(
                "RNG03",
                start(phrase.parts[1]),
                "A number can only be divided by a positive constant.",
                "Put a whole number from 1 upwards here.",
            )
            return None
        return intervals.arithmetic(_ARITHMETIC[phrase.word], numbers[0], numbers[1])

    def within_32_bits(self, tree: Numeric | None, phrase: Phrase) -> Numeric | None:
        """The same number, or None after a finding at `phrase` that it may not fit 32 bits."""
        if tree is None or (tree.low >= intervals.LEAST and tree.high <= intervals.MOST):
            return tree
        self.error(
            "RNG01",
            phrase.offset,
            f"Numbers must fit 32 bits, and this one can lie in {span(tree)}.",
            f"Keep it within {intervals.LEAST}..{intervals.MOST}, for example by dividing earlier.",
        )
        return None

    def _quantity(self, phrase: Phrase) -> Numeric | None:
        column = self._column(phrase)
        if column is None:
            return None
        if column.values is not None:
            self.error(
                "LNG07",
                phrase.offset,
                f"A number is wanted here, and {phrase.word} has names for its values.",
                f"Write `1 if {phrase.word} == {column.values[-1]} else 0`.",
            )
            return None
        return Read(column.name, column.low, column.high)

    def _column(self, phrase: Phrase) -> Column | None:
        column = self._scope.find(phrase.word)
        if column is None:
            self.error("LNG04", phrase.offset, *self._scope.unknown(phrase.word))
        return column

    def _conditional(self, phrase: Phrase, named: Column | None) -> Numeric | None:
        then, test, otherwise = phrase.parts
        one = self.numeric(then) if named is None else self.valued(then, named)
        checked = self.truth(test)
        other = self.numeric(otherwise) if named is None else self.valued(otherwise, named)
        if one is None or checked is None or other is None:
            return None
        return intervals.conditional(checked, one, other)

    # Named values

    def valued(self, phrase: Phrase, column: Column) -> Numeric | None:
        """The checked value that `phrase` is among the named values of `column`, or None after a finding."""
        values = column.values or ()
        if phrase.kind == "conditional":
            return self._conditional(phrase, column)
        if phrase.kind == "name" and phrase.word in values:
            return Number(column.low + values.index(phrase.word))
        if phrase.kind != "name":
            self.error(
                "LNG07",
                start(phrase),
                f"{column.name} takes a name here, not a number or a condition.",
                f"Write {listed(values)}.",
            )
            return None
        other = self._scope.find(phrase.word)
        if other is None:
            self._unknown_value(phrase, column)
            return None
        if other.values != column.values or other.low != column.low:
            self.error("LNG07", phrase.offset, f"{phrase.word} and {column.name} do not have the same values.")
            return None
        return Read(other.name, other.low, other.high)

    def _unknown_value(self, phrase: Phrase, column: Column) -> None:
        values = column.values or ()
        hint = did_you_mean(phrase.word, values)
        if column.variable == "promise" and phrase.word in {state.id for state in PromiseState}:
            hint = "Give the promise `stretched` or `lapses-when`."
        message = f'"{phrase.word}" is not a value of {column.name}; it can be {listed(values)}.'
        self.error("LNG05", phrase.offset, message, hint)

    # Truths

    def truth(self, phrase: Phrase) -> Truth | None:
        """The checked condition that `phrase` is, or None after a finding."""
        if phrase.kind == "truth":
            return Always(phrase.word == "always")
        if phrase.kind == "comparison":
            return self._comparison(phrase, *phrase.parts)
        if phrase.kind == "member":
            return self._member(phrase)
        if phrase.kind not in ("negation", "logic"):
            self._not_a_truth(phrase)
            return None
        parts = [self.truth(part) for part in phrase.parts]
        truths = tuple(part for part in parts if part is not None)
        if len(truths) < len(parts):
            return None
        if phrase.kind == "negation":
            return Negation(truths[0])
        return Logic("and" if phrase.word == "and" else "or", truths)

    def _not_a_truth(self, phrase: Phrase) -> None:
        column = self._scope.find(phrase.word) if phrase.kind == "name" else None
        if phrase.kind == "name" and column is None:
            self.error("LNG04", phrase.offset, *self._scope.unknown(phrase.word))
            return
        hint = "Compare it with a number: `… > 0`."
        if column is not None:
            against = f"> {column.low}" if column.values is None else f"== {column.values[-1]}"
            hint = f"Compare it: `{phrase.word} {against}`."
        if phrase.kind == "conditional":
            hint = "Join conditions with `and`, `or` and `not`."
        self.error("LNG06", start(phrase), "A condition is wanted here, and this is a number.", hint)

    def _comparison(self, whole: Phrase, left: Phrase, right: Phrase) -> Truth | None:
        operator = _COMPARISONS[whole.word]
        named = self._named(left, right)
        if named is None:
            if self._compares_quantity_with_name(left, right) or self._compares_quantity_with_name(right, left):
                return None
            if self._has_unknown_name(left, right):
                return None
            one, other = self.numeric(left), self.numeric(right)
        else:
            if operator not in ("==", "!="):
                self.error(
                    "LNG07",
                    whole.offset,
                    f"The values of {named.name} have no order, so `{operator}` cannot compare them.",
                    "Write `==`, `!=` or `in [a, b]`.",
                )
                return None
            one, other = self.valued(left, named), self.valued(right, named)
        if one is None or other is None:
            return None
        return self._weighed(Comparison(operator, one, other), whole)

    def _compares_quantity_with_name(self, quantity: Phrase, name: Phrase) -> bool:
        column = self._scope.find(quantity.word) if quantity.kind == "name" else None
        if column is None or name.kind != "name" or "." in name.word or self._scope.find(name.word) is not None:
            return False
        suggestion = did_you_mean(name.word, (*self._scope.columns, *self._scope.aliases))
        self.error(
            "LNG07",
            name.offset,
            f'{quantity.word} is a number in {column.low}..{column.high}, and "{name.word}" is not one.',
            suggestion or "Compare it with a number.",
        )
        return True

    def _has_unknown_name(self, left: Phrase, right: Phrase) -> bool:
        """Complains of one name where two meet that mean nothing: the other may be a value of what was misspelt."""
        if not all(side.kind == "name" and self._scope.find(side.word) is None for side in (left, right)):
            return False
        self._column(right if "." in right.word and "." not in left.word else left)
        return True

    def _named(self, left: Phrase, right: Phrase) -> Column | None:
        """The column whose named values a comparison of these is about, if it is about names."""
        columns = [self._scope.find(side.word) if side.kind == "name" else None for side in (left, right)]
        named = [column for column in columns if column is not None and column.values is not None]
        for column, other in zip(columns, (right, left), strict=True):
            if column in named and column is not None and other.word in (column.values or ()):
                return column
        return named[0] if named else None

    def _weighed(self, comparison: Comparison, whole: Phrase) -> Comparison:
        settled = intervals.settled(comparison)
        if settled is not None:
            self.warned = True
            code, verdict = ("LNG11", "always") if settled else ("LNG12", "never")
            sides = f"the left side lies in {span(comparison.left)}, the right side in {span(comparison.right)}"
            self.warn(code, start(whole), f"This comparison {verdict} holds: {sides}.")
        return comparison

    def _member(self, phrase: Phrase) -> Truth | None:
        left, *items = phrase.parts
        truths: list[Truth] = []
        for item in items:
            truth = self._comparison(Phrase("comparison", "==", item.offset, (left, item)), left, item)
            if truth is None:
                return None
            if truth in truths:
                self.warn("LNG13", start(item), f'"{item.word}" stands twice in this list.', "Take one of them out.")
            else:
                truths.append(truth)
        return truths[0] if len(truths) == 1 else Logic("or", tuple(truths))


def start(phrase: Phrase) -> int:
    """How many characters of the expression stand before the first of `phrase`."""
    return min([phrase.offset, *(start(part) for part in phrase.parts)])


def span(tree: Numeric) -> str:
    """The interval of a number as people write it: `0..100`, or the one number it can be."""
    return str(tree.low) if tree.low == tree.high else f"{tree.low}..{tree.high}"
