"""A checked scenario: frozen values that every floor above the file reads.

The reader makes these once every finding is clear of errors; after that nothing checks them again.
Ids are kebab-case words. Every text knows its address, every expression is a checked tree, every value
carries its place in the source. Numbers of named values: a variable's values count from 0; options of
choices, outcomes of chance and options of issues count from 1, because 0 is `not-reached`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from game.scenario.cast import (
    Advice,
    Column,
    Confidence,
    Document,
    Effect,
    Interest,
    Party,
    Promise,
    Region,
    Source,
    Text,
    Variable,
)
from game.scenario.lands import MapRules
from game.scenario.positions import Position
from game.scenario.table_rules import Resume, Table
from game.scenario.tree import Condition, Formula

if TYPE_CHECKING:
    from game.scenario.catalogue import Catalogue

PUBLIC = "public"
"""The viewer who sees only what everybody sees."""
FACILITATOR = "facilitator"
"""The viewer who sees everything but the record: the teacher."""


@dataclass(frozen=True, slots=True)
class Option:
    """One way to decide. `number` counts from 1 in file order."""

    id: str
    number: int
    text: Text
    detail: Text | None
    when: Condition | None
    why_not: Text | None
    """The reason shown when `when` does not hold."""
    advocate: Text | None
    costs: Text | None
    people: Text | None
    told: Text | None
    effects: tuple[Effect, ...]
    sources: tuple[str, ...]
    where: Position


@dataclass(frozen=True, slots=True)
class ChoiceRecord:
    """What history did at a choice; no view carries it before the end. `fallback` serves off the path."""

    option: str
    fallback: str | None
    text: Text | None
    chapter: Text | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision of one party; `default` is taken in the short game (None: it is played there too)."""

    party: str
    question: Text
    options: Mapping[str, Option]
    advice: tuple[Advice, ...]
    default: str | None
    record: ChoiceRecord


@dataclass(frozen=True, slots=True)
class ChanceOutcome:
    """One way the dice may fall; `odds` are whole-number weights, never negative.

    `name` is a few words as they stand within a sentence; of a sealed variable's outcome, the name of the value where
    it has none of its own.
    """

    id: str
    number: int
    name: Text | None
    odds: Formula
    text: Text | None
    effects: tuple[Effect, ...]
    reading: Text | None
    """For a sealed variable: the reading of the record that this outcome stands for."""
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chance:
    """A draw. `seals` names the variable that takes the outcome's value.

    `record` is the recorded outcome's id, or None when the record is disputed. `believed` gives each
    party's own weights by outcome number − 1.
    """

    outcomes: Mapping[str, ChanceOutcome]
    seals: str | None
    believed: Mapping[str, tuple[int, ...]]
    basis: Text
    record: str | None
    chapter: Text | None


@dataclass(frozen=True, slots=True)
class Dispatch:
    """News: something that happens by itself. `to` None means everybody reads it."""

    to: frozenset[str] | None
    text: Text
    effects: tuple[Effect, ...]
    reliability: Literal["reliable", "uncertain", "mistaken", "late"]


StepBody = Mapping[str, Choice] | Chance | Dispatch | Table | Resume
STEP_KINDS = ("choice", "choices", "chance", "dispatch", "table", "resume")
"""The keys of a step of which it has exactly one, which says what it is."""


@dataclass(frozen=True, slots=True)
class Step:
    """One point of the calendar, in file order.

    `body` is a mapping of party to `Choice` (more than one: they decide at the same time without seeing each
    other), or a chance, a dispatch, a table, a later session. `known_to` None means everybody learns it.
    `short` tells whether a table session is played by persons in the short game (`play`) or left to their
    delegation (`program`); choices carry their own default.
    """

    id: str
    number: int
    date: str
    until: str | None
    title: Text
    text: Text | None
    when: Condition | None
    known_to: frozenset[str] | None
    body: StepBody
    short: Literal["play", "program"]
    minutes: int | None
    figures: tuple[str, ...]
    """Ids of columns and measures worth showing beside it."""
    sources: tuple[str, ...]
    where: Position


@dataclass(frozen=True, slots=True)
class Ending:
    """How it came out; the first whose `when` holds is it, and the last has none.

    `gist` says in a sentence what it comes to, for those who read its odds before it is known.
    """

    id: str
    number: int
    title: Text
    text: Text
    when: Condition | None
    sources: tuple[str, ...]
    gist: Text | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A number that is compared with the record.

    Numbers in `words` are told by their words alone; `unit` is None only where every number it can have is among them,
    or where it is a number of days that `counts_from` an ISO day, and is told as a date.
    """

    id: str
    name: Text
    unit: Text | None
    words: Mapping[int, Text]
    value: Formula
    counts_from: str | None = None


@dataclass(frozen=True, slots=True)
class MeasureRecord:
    """The documented value of a measure, or the range that sources give (`low` = `high` for a value)."""

    low: int
    high: int
    sources: tuple[str, ...]
    confidence: Confidence
    text: Text | None
    chapter: Text | None


@dataclass(frozen=True, slots=True)
class Voice:
    """One of those who were decided about; heard at the end when `when` holds."""

    id: str
    who: Text
    text: Text
    when: Condition | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question for discussion, asked when what happened makes it fit."""

    id: str
    text: Text
    when: Condition | None


@dataclass(frozen=True, slots=True)
class Record:
    """How history ended: the ending, the measures, and notes where the textbook chapter differs.

    `invented`: it is no history, only a way to play the file; nobody is told of it.
    """

    ending: str
    measures: Mapping[str, MeasureRecord]
    chapter: tuple[Text, ...]
    invented: bool = False


@dataclass(frozen=True, slots=True)
class Scenario:
    """A whole checked scenario; every mapping keeps file order."""

    id: str
    language: str
    name: Text | None
    """By what it is spoken of: "Finland 1939"."""
    title: Text
    summary: Text
    content_note: Text
    first_date: str
    last_date: str
    minutes_full: int
    minutes_short: int
    sources: Mapping[str, Source]
    parties: Mapping[str, Party]
    sides: Mapping[str, tuple[str, ...]]
    """Named groups of parties that one seat may hold together."""
    side_names: Mapping[str, Text]
    """What people call them; one without a name is told by its parties."""
    regions: Mapping[str, Region]
    """Those that the file lists, which can change."""
    catalogue: Catalogue
    """What all scenarios share: every party, region and source of the world catalogue."""
    map: MapRules
    variables: Mapping[str, Variable]
    columns: Mapping[str, Column]
    interests: Mapping[str, tuple[Interest, ...]]
    promises: Mapping[str, Promise]
    documents: Mapping[str, Document]
    steps: Mapping[str, Step]
    endings: Mapping[str, Ending]
    measures: Mapping[str, Measure]
    voices: tuple[Voice, ...]
    questions: tuple[Question, ...]
    record: Record
    texts: Mapping[str, Text]
    """Every text of the file, by address."""
    party_ids: tuple[str, ...]
    """Every party of the world catalogue in its order: the numbers of party-valued columns, after `none`."""
