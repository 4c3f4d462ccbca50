"""Tells whether two scenarios play alike, and whether they read alike, by digests of their rules and texts.

The rules digest covers whatever can change the course of a game; texts, places in the file, sources and the
documented figures are left out. The text digest covers the texts alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

from game.scenario.cast import Text
from game.scenario.model import Scenario
from game.scenario.positions import Position

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_NOT_RULES = frozenset(
    {
        # of a scenario
        "language", "title", "summary", "content_note", "first_date", "last_date", "minutes_full", "minutes_short",
        "sources", "regions", "documents", "voices", "questions", "texts", "sides", "side_names", "catalogue", "map",
        # of its parts
        "name", "adjective", "brief", "members", "playable", "enters", "value_names", "unit", "basis", "shown", "good",
        "date", "until", "text", "minutes", "figures", "advice", "confidence", "reliability", "chapter", "source",
        "where", "reads", "words",
    }
)  # fmt: skip
"""Fields of the model that are words for people, or places in a file."""


def rules_digest(scenario: Scenario) -> str:
    """The SHA-256 of everything that affects play, as 64 hexadecimal digits."""
    rules = _canonical(scenario)
    rules["record"] = scenario.record.ending
    return _digest(rules)


def text_digest(scenario: Scenario) -> str:
    """The SHA-256 of every text with its address, as 64 hexadecimal digits."""
    return _digest({address: [_words(text)] for address, text in scenario.texts.items()})


def _words(text: Text) -> list[list[str]]:
    return [[part.id, part.source, part.when.source if part.when else ""] for part in text.paragraphs]


def _canonical(value: Any) -> Any:
    """The value as lists, dictionaries and numbers; texts and places vanish, and sets are sorted."""
    if value is None or isinstance(value, (str, int, Enum)):
        return value
    if isinstance(value, Mapping):
        # Order matters: it numbers options and parties.
        return [[str(key), _canonical(part)] for key, part in value.items() if not isinstance(part, Text)]
    if isinstance(value, (tuple, list)):
        return [_canonical(part) for part in value if not isinstance(part, Text)]
    if isinstance(value, frozenset):
        return sorted(value)
    kind: type[DataclassInstance] = type(value)
    told: dict[str, Any] = {"is": kind.__name__}
    for name, rest in _fields_of_rules(kind):
        part = getattr(value, name)
        if part is not rest and not isinstance(part, (Text, Position)) and part != rest:
            told[name] = _canonical(part)
    return told


_NEVER = object()
"""What no part of the model equals: it stands for the default of fields that have none."""


@cache
def _fields_of_rules(kind: type[DataclassInstance]) -> tuple[tuple[str, Any], ...]:
    """The fields of a kind that affect play, each with its default, which files that came before it hold."""
    return tuple((field.name, _default(field)) for field in fields(kind) if field.name not in _NOT_RULES)


def _default(field: Field[Any]) -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return _NEVER if field.default is MISSING else field.default


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
