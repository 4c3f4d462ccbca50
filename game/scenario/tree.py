"""The checked tree of an expression: what the engine compiles and the test oracle walks.

Every name has been resolved to a column and every named value to its number, so a tree holds integers
and truths only. Each numeric node carries the closed interval `[low, high]` that its value is proved to
stay in; the engine picks integer widths from it. Nothing here parses or evaluates.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.scenario.positions import NOWHERE, Position

ArithmeticOperator = Literal["+", "-", "*", "/"]
ComparisonOperator = Literal["==", "!=", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True)
class Number:
    """An integer constant."""

    value: int

    @property
    def low(self) -> int:
        """The value itself."""
        return self.value

    @property
    def high(self) -> int:
        """The value itself."""
        return self.value


@dataclass(frozen=True, slots=True)
class Read:
    """The value of a column, `readiness.finland` or `choice.helsinki-november` for example.

    Within a linkage the columns are those of the package: `package.ISSUE`.
    """

    column: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """A sum, difference, product or quotient; `/` rounds towards minus infinity, by a positive constant."""

    operator: ArithmeticOperator
    left: Numeric
    right: Numeric
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Extreme:
    """The smallest or the largest of two or more numbers."""

    operator: Literal["min", "max"]
    parts: tuple[Numeric, ...]
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Conditional:
    """`then if test else otherwise`."""

    test: Truth
    then: Numeric
    otherwise: Numeric
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """A truth about two numbers."""

    operator: ComparisonOperator
    left: Numeric
    right: Numeric


@dataclass(frozen=True, slots=True)
class Logic:
    """`and` or `or` of two or more truths."""

    operator: Literal["and", "or"]
    parts: tuple[Truth, ...]


@dataclass(frozen=True, slots=True)
class Negation:
    """`not` of a truth."""

    part: Truth


@dataclass(frozen=True, slots=True)
class Always:
    """A truth that is constant: `always` or `never`."""

    value: bool


Numeric = Number | Read | Arithmetic | Extreme | Conditional
Truth = Comparison | Logic | Negation | Always


@dataclass(frozen=True, slots=True)
class Formula:
    """A checked numeric expression: its source text, its place and its tree."""

    source: str
    where: Position
    tree: Numeric


@dataclass(frozen=True, slots=True)
class Condition:
    """A checked truth expression: its source text, its place and its tree."""

    source: str
    where: Position
    tree: Truth


ALWAYS = Condition("always", NOWHERE, Always(True))
