"""Tells whether two scenarios play alike, and whether they read alike, by digests of their rules and texts.

The rules digest covers whatever can change the course of a game; texts, places in the file, sources and the
documented figures are left out. The text digest covers the texts alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
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
    if is_dataclass(value) and not isinstance(value, type):
        told: dict[str, Any] = {"is": type(value).__name__}
        for field in _fields_of_rules(type(value)):
            part = getattr(value, field.name)
            if not isinstance(part, (Text, Position)) and not _rests(field, part):
                told[field.name] = _canonical(part)
        return told
    if isinstance(value, Mapping):
        # Order matters: it numbers options and parties.
        return [[str(key), _canonical(part)] for key, part in value.items() if not isinstance(part, Text)]
    if isinstance(value, frozenset):
        return sorted(value)
    return [_canonical(part) for part in value if isinstance(value, Iterable) and not isinstance(part, Text)]


@cache
def _fields_of_rules(kind: type[DataclassInstance]) -> tuple[Field[Any], ...]:
    return tuple(field for field in fields(kind) if field.name not in _NOT_RULES)


def _rests(field: Field[Any], value: Any) -> bool:
    """Whether a part of the model holds its default, as it does in files that came before it."""
    if field.default is not MISSING:
        return bool(value == field.default)
    return field.default_factory is not MISSING and bool(value == field.default_factory())


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
