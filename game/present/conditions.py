"""Conditions on a package in words: "Hanko: no base and The islands: none".

Only what linkages are written in is worded: options of issues, joined by and, or, not. Anything else yields
nothing rather than a guess. Nothing here evaluates.
"""

from __future__ import annotations

from game.present.joining import unended
from game.present.reader import Reader
from game.scenario.table_rules import Table
from game.scenario.tree import Comparison, Logic, Negation, Number, Read, Truth

_PACKAGE = "package."


def condition_words(reader: Reader, table: Table, truth: Truth, *, inside: bool = False) -> str:
    """Words a condition on the options of a package; empty where it is about anything else.

    `inside`: it stands within another and is put in brackets if it has parts of its own.
    """
    either = _options_of_one_issue(truth)
    if either is not None:
        return _term(reader, table, *either)
    match truth:
        case Comparison("==" | "!=" as operator, Read(column), Number(number)):
            return _term(reader, table, column, (number,), but=operator == "!=")
        case Negation(part) if (one := _options_of_one_issue(part)) is not None:
            return _term(reader, table, *one, but=True)
        case Negation(part):
            words = condition_words(reader, table, part, inside=True)
            return reader.speech("condition.not", words=words) if words else ""
        case Logic(operator, parts):
            worded = [condition_words(reader, table, part, inside=True) for part in parts]
            joined = f" {reader.speech(f'list.{operator}')} ".join(worded) if all(worded) else ""
            return f"({joined})" if joined and inside else joined
        case _:
            return ""


def parts_in_words(reader: Reader, table: Table, truth: Truth) -> tuple[str, ...]:
    """Words the parts of a condition that must all hold, each by itself; none where any cannot be worded."""
    parts = truth.parts if isinstance(truth, Logic) and truth.operator == "and" else (truth,)
    worded = tuple(condition_words(reader, table, part) for part in parts)
    return worded if all(worded) else ()


def options_alone(truth: Truth) -> frozenset[tuple[str, int]]:
    """The options, by issue and number, that each fulfil a condition by themselves; none where it reads several issues.

    A condition that an issue be settled in any other way than one is not told here.
    """
    found = _options_of_one_issue(truth)
    if found is None:
        return frozenset()
    column, numbers = found
    return frozenset((column.removeprefix(_PACKAGE), number) for number in numbers)


def _options_of_one_issue(truth: Truth) -> tuple[str, tuple[int, ...]] | None:
    """The issue's column and the option numbers, where a condition is that one issue is settled in one of some ways."""
    if isinstance(truth, Comparison):
        truth = Logic("or", (truth,))
    if not (isinstance(truth, Logic) and truth.operator == "or"):
        return None
    found: dict[str, list[int]] = {}
    for part in truth.parts:
        match part:
            case Comparison("==", Read(column), Number(number)):
                found.setdefault(column, []).append(number)
            case _:
                return None
    return next(((column, tuple(numbers)) for column, numbers in found.items()), None) if len(found) == 1 else None


def _term(reader: Reader, table: Table, column: str, numbers: tuple[int, ...], *, but: bool = False) -> str:
    """Words one issue settled in one of some ways, or with `but` in any other."""
    issue = table.issues.get(column.removeprefix(_PACKAGE))
    if issue is None:
        return ""
    options = [unended(reader.line(one.text)) for one in issue.options.values() if one.number in numbers]
    if len(options) != len(numbers):
        return ""
    listed = reader.speech("list.ways").join(options)
    option = reader.speech("condition.anything-but", option=listed) if but else listed
    return reader.speech("terms.one", issue=reader.line(issue.name), option=option)
