"""The sentences for values that do not fit the description: what is expected, what stands there, what to do.

One entry per kind of complaint of the checking library, whose own wording never reaches a person.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from game.scenario.description_parts import DATE_PATTERN, ID_PATTERN, NUMBER_PATTERN, RANGE_PATTERN
from game.scenario.suggestions import nearest

Misfit = tuple[str, str, str]
"""A code, a message and a suggestion."""

_SHAPES = {
    "words": "words",
    "number": "a whole number",
    "truth": "true or false",
    "list": "a list",
    "group": "a group of keys",
}
_EXPECTED = {
    "string_type": "words",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "dict_type": "a group of keys",
    "model_type": "a group of keys",
    "model_attributes_type": "a group of keys",
    "list_type": "a list",
}
_HOW = {
    "words": "Write words; a number or a truth that is meant as a word goes in quotation marks.",
    "a whole number": "Write plain digits without quotation marks.",
    "true or false": "Write true or false without quotation marks.",
    "a list": "Write it in square brackets, or with dashes below the key.",
    "a group of keys": "Write keys with colons below it, or in braces.",
}
_ENDLESS = re.compile('"-?[0-9]{19,}"')
"""What the reader of scalars takes for words, because no number of a file is so long."""
_QUOTED = re.compile(r"'([^']*)'")


def misfit(kind: str, context: Mapping[str, Any], stands: str) -> Misfit:
    """The code, message and suggestion for a complaint of `kind`, where `stands` words what is there."""
    if kind in _EXPECTED:
        return _wrong_kind(_EXPECTED[kind], stands)
    return _SENTENCES.get(kind, _not_usable)(context, stands)


def _wrong_kind(expected: str, stands: str) -> Misfit:
    if expected.startswith("a whole number") and _ENDLESS.fullmatch(stands):
        return "KEY03", f"This should be {expected}, and {stands} stands here.", "Write a number of fewer digits."
    how = next((sentence for shape, sentence in _HOW.items() if expected.endswith(shape)), "")
    return "KEY03", f"This should be {expected}, and {stands} stands here.", how


def _wrong_shape(context: Mapping[str, Any], stands: str) -> Misfit:
    shapes = [_SHAPES.get(tag, tag) for tag in _QUOTED.findall(str(context["expected_tags"]))]
    return _wrong_kind(" or ".join(shapes), stands)


def _not_a_choice(context: Mapping[str, Any], stands: str) -> Misfit:
    allowed = _QUOTED.findall(str(context["expected"]))
    if not allowed:
        return "KEY04", f"This should be {context['expected']}, and {stands} stands here.", "Change it."
    near = nearest(stands.strip('"'), allowed)
    suggestion = f'Did you mean "{near}"?' if near else f"Write one of {', '.join(allowed)}."
    return "KEY04", f"{stands} is not one of the words allowed here.", suggestion


def _bad_spelling(context: Mapping[str, Any], stands: str) -> Misfit:
    pattern = context["pattern"]
    if pattern == ID_PATTERN:
        return "KEY05", f"{stands} is no id.", f"Ids are lower-case words joined by hyphens{_as_id(stands)}."
    if pattern == DATE_PATTERN:
        message = f"{stands} is not a date."
        return "DAT01", message, "Write year, month and day: 1939-11-30, or 1939-11 when the day is not known."
    if pattern == RANGE_PATTERN:
        return "KEY05", f"{stands} is not a range.", "Write the lowest and the highest number: 0..100."
    if pattern == NUMBER_PATTERN:
        return "KEY05", f"{stands} is not a whole number.", "Write the number, and then its word: 0: never."
    return "KEY05", f"{stands} is not the code of a language.", "Write two or three letters, such as en or th."


def _as_id(stands: str) -> str:
    words = re.sub("[^a-z0-9]+", "-", stands.casefold()).strip("-")
    return f", such as {words}" if re.fullmatch(ID_PATTERN, words) else ""


def _reserved(_: Mapping[str, Any], stands: str) -> Misfit:
    return "KEY05", f"{stands} is a word of the language and cannot be an id.", "Choose another word."


def _too_small(context: Mapping[str, Any], stands: str) -> Misfit:
    return "KEY06", f"This number should be {context['ge']} or more, and {stands} stands here.", "Change it."


def _too_large(context: Mapping[str, Any], stands: str) -> Misfit:
    return "KEY06", f"This number should be {context['le']} or less, and {stands} stands here.", "Change it."


def _too_few(context: Mapping[str, Any], _: str) -> Misfit:
    least, there = context["min_length"], context["actual_length"]
    return "KEY06", f"At least {least} should stand here, and there {_is(there)}.", "Add what is missing."


def _too_many(context: Mapping[str, Any], _: str) -> Misfit:
    most, there = context["max_length"], context["actual_length"]  # which is not counted out for a group of keys
    found = "are more" if there is None else _is(there)
    return "KEY06", f"At most {most} may stand here, and there {found}.", "Take some out."


def _is(number: int) -> str:
    return f"is {number}" if number == 1 else f"are {number}"


def _not_usable(_: Mapping[str, Any], stands: str) -> Misfit:
    return "KEY03", f"{stands} cannot be used here.", "See scenarios/README.md for what stands here."


_SENTENCES: Mapping[str, Callable[[Mapping[str, Any], str], Misfit]] = {
    "union_tag_invalid": _wrong_shape,
    "literal_error": _not_a_choice,
    "string_pattern_mismatch": _bad_spelling,
    "reserved_word": _reserved,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_large,
    "too_short": _too_few,
    "too_long": _too_many,
}
