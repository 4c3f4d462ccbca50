"""A checked scenario: frozen values that every floor above the file reads.

The reader makes these once every finding is clear of errors; after that nothing checks them again.
Ids are kebab-case words. Every text knows its address, every expression is a checked tree, every value
carries its place in the source. Numbers of named values: a variable's values count from 0; options of
choices, outcomes of chance and options of issues count from 1, because 0 is `not-reached`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Literal

from game.scenario.positions import NOWHERE, Position
from game.scenario.tree import Condition, Formula

PUBLIC = "public"
"""The viewer who sees only what everybody sees."""
FACILITATOR = "facilitator"
"""The viewer who sees everything but the record: the teacher."""


class Outcome(IntEnum):
    """How a table ended; the values of `agreed.STEP`."""

    NOT_REACHED = 0
    NOT_HELD = 1
    FAILED = 2
    PARTIAL = 3
    WHOLE = 4

    @property
    def id(self) -> str:
        """The word for it in files: `not-reached`, `not-held`, `failed`, `partial`, `whole`."""
        return self.name.lower().replace("_", "-")


class PromiseState(IntEnum):
    """What became of a promise; the values of `promise.ID`.

    The last three are values only of promises that can be stretched or can lapse.
    """

    NOT_MADE = 0
    OPEN = 1
    KEPT = 2
    BROKEN = 3
    OPEN_ELASTIC = 4
    STRETCHED = 5
    LAPSED = 6

    @property
    def id(self) -> str:
        """The word for it in files: `not-made`, `open`, `kept`, `broken`, `open-elastic`, `stretched`, `lapsed`."""
        return self.name.lower().replace("_", "-")


class Wording(IntEnum):
    """In what words an issue is settled; the values of `wording.STEP.ISSUE`."""

    NOT_REACHED = 0
    NEITHER = 1
    PLAIN = 2
    ELASTIC = 3

    @property
    def id(self) -> str:
        """The word for it in files: `not-reached`, `neither`, `plain`, `elastic`."""
        return self.name.lower().replace("_", "-")


class Confidence(StrEnum):
    """How firmly a statement of fact stands."""

    FIRM = "firm"
    REPORTED = "reported"
    LITERATURE = "literature"
    CONTESTED = "contested"
    INVENTED = "invented"
    """Of a document only: written for the game, where play has left what is documented."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; shown when `when` holds. `{column}` in `source` is replaced by that column's value."""

    id: str
    source: str
    when: Condition | None
    where: Position
    placeholders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """Words at an address, such as `steps.helsinki-november.choice.finland.options.refuse-both.text`."""

    address: str
    paragraphs: tuple[Paragraph, ...]
    where: Position


@dataclass(frozen=True, slots=True)
class Source:
    """A document or book that statements cite by id."""

    id: str
    title: str
    kind: Literal["primary", "secondary", "reference", "textbook"]
    year: int | None
    author: str
    place: str
    where: Position = NOWHERE
    """Where the file lists it; NOWHERE for a source of the world catalogue."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of a delegation: a role in class, an adviser when nobody holds it."""

    id: str
    name: str
    role: Text
    brief: Text
    conviction: Text
    powers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """A government that decides; `playable` tells whether a person may hold its seat.

    `enters` is the step at which a person who holds it comes in; empty: at the beginning.
    """

    id: str
    name: Text
    adjective: Text
    brief: Text
    members: Mapping[str, Member]
    playable: bool
    enters: str = ""


@dataclass(frozen=True, slots=True)
class Region:
    """A piece of land that can change hands; area in square kilometres, population in persons."""

    id: str
    name: Text
    owner: str
    area: int
    population: int | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One integer that every game has: its range, its words, who knows it and what others believe.

    `values` names the numbers from `low` upwards, or is None for a quantity. `known_to` is None when it is
    public. `believed` gives, for a party that does not know, the constant it goes by.
    """

    name: str
    low: int
    high: int
    start: int
    values: tuple[str, ...] | None
    known_to: frozenset[str] | None
    believed: Mapping[str, int]
    variable: str
    """The id of the variable, or `choice`, `chance`, `agreed`, `wording`, `promise`."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A declared variable; `columns` are its instances, one per party, pair or region it is kept for."""

    id: str
    name: Text
    unit: Text | None
    good: Literal["up", "down", "none"]
    per: Literal["world", "party", "pair", "directed-pair", "region", "party-region"]
    values: tuple[str, ...] | None
    value_names: Mapping[str, Text]
    columns: tuple[str, ...]
    basis: Text | None
    shown: bool
    text: Text | None = None
    """What it means."""


@dataclass(frozen=True, slots=True)
class Effect:
    """A change of one column, or the making of a promise (`column` is `promise.ID`, set to OPEN or OPEN_ELASTIC).

    `change` adds its amount to others of the same step; `set` replaces the value. `because` is the cause
    that the account shows.
    """

    column: str
    operator: Literal["set", "change"]
    amount: Formula
    when: Condition | None
    because: Text
    where: Position


@dataclass(frozen=True, slots=True)
class Interest:
    """What a party weighs: a value proved to stay in 0–100, and a weight."""

    id: str
    name: Text
    weight: int
    value: Formula
    basis: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """A word given: settled when step `due` is over, kept when `kept_when` holds.

    `kept` and `broken` are points of `standing.BY.TO`, added and taken. Given in elastic words it is never broken
    but stretched, which takes `stretched` points; None where no elastic option makes it. `lapses_when` is read
    before `kept_when`: where it holds the promise has lapsed, and costs nothing. At each step of `due_before`, in
    their order, it is settled as well if it is not kept (or lapses) there; only at `due` is it kept.
    """

    id: str
    by: str
    to: tuple[str, ...]
    due: str
    kept_when: Condition
    kept: int
    broken: int
    secret: bool
    text: Text
    stretched: int | None = None
    lapses_when: Condition | None = None
    due_before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """Something to read, restated; on the desk from step `at`, for those in `to` (None: everybody)."""

    id: str
    title: Text
    text: Text
    date: str
    at: str
    to: frozenset[str] | None
    sources: tuple[str, ...]
    confidence: Confidence
    reliability: Literal["reliable", "uncertain", "mistaken", "late"]
    level: Literal["plain", "full"]


@dataclass(frozen=True, slots=True)
class Advice:
    """One line of one adviser: what to do, why, and what would change their mind."""

    id: str
    member: str
    recommends: str
    """An option's id at a choice; `propose`, `accept`, `hold`, `press`, `adjourn` or `walk-out` at a table."""
    text: Text
    would_change: Text
    when: Condition | None
    where: Position


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
    """One way the dice may fall; `odds` are whole-number weights, never negative."""

    id: str
    number: int
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


@dataclass(frozen=True, slots=True)
class IssueOption:
    """One way to settle an issue. `number` counts from 1 in file order.

    `reads` has, for elastic words, what each bound party reads into them: its own affair until the debrief.
    """

    id: str
    number: int
    text: Text
    effects: tuple[Effect, ...]
    sources: tuple[str, ...]
    where: Position
    wording: Wording = Wording.NEITHER
    reads: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Absentee:
    """A party that does not sit at the table, and without which the options in `to` are not agreed.

    `consents` is read, by what that party knows or believes, when the last bound party present consents; where it
    does not hold, everybody at the table is told `refusal`.
    """

    to: tuple[str, ...]
    consents: Condition
    refusal: Text
    where: Position


@dataclass(frozen=True, slots=True)
class Issue:
    """One question on the table.

    `weight` and `values` are per party and per key of its value set: the value ids of the sealed variable
    named in the table's `values_by`, or the single key `""`. Values follow option order.
    """

    id: str
    name: Text
    options: Mapping[str, IssueOption]
    binds: tuple[str, ...]
    unsettled: str
    weight: Mapping[str, Mapping[str, int]]
    values: Mapping[str, Mapping[str, tuple[int, ...]]]
    positions: Mapping[str, Text]
    """What each party says on it in public, by party."""
    chapter: Text | None
    where: Position
    absent: Mapping[str, Absentee] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Linkage:
    """Points that a combination of options adds to a party's worth; reads `package.ISSUE` columns only."""

    party: str
    when: Condition
    add: int
    basis: Text
    text: Text | None = None
    """What it says at the table; None: its condition, worded, and its basis."""


@dataclass(frozen=True, slots=True)
class PressOutcome:
    """What pressing may bring; `points` is the fall of the other side's walk-away value this session."""

    id: str
    number: int
    odds: Formula
    points: int
    effects: tuple[Effect, ...]
    text: Text


@dataclass(frozen=True, slots=True)
class Press:
    """Pressing one issue: its price, and its outcomes with odds; each party may press once per `limit`."""

    parties: tuple[str, ...]
    price: tuple[Effect, ...]
    outcomes: Mapping[str, PressOutcome]
    basis: Text
    limit: Literal["session", "table"] = "session"


@dataclass(frozen=True, slots=True)
class Agenda:
    """How many issues may be live at once, and how many of them each party may nominate as a session opens."""

    live: int
    each: int


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours of each session by step id, and what each kind of move takes of them.

    A proposal takes `propose`, and `plain` more for each option in plain words that does not stand already.
    """

    sessions: Mapping[str, int]
    nominate: int
    propose: int
    accept: int
    press: int
    plain: int


@dataclass(frozen=True, slots=True)
class TableMove:
    """A move as the record writes it.

    `terms` maps issue to option for a proposal, `issue` is for a press, `issues` for a nomination (none: a pass).
    """

    party: str
    kind: Literal["propose", "accept", "press", "adjourn", "walk-out", "nominate"]
    terms: Mapping[str, str]
    issue: str | None
    where: Position
    issues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRecord:
    """What history did at a table: the moves of each session by step id, and how it ended."""

    outcome: Outcome
    moves: Mapping[str, tuple[TableMove, ...]]
    text: Text | None
    chapter: Text | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableEnd:
    """What follows when a table closes in one way."""

    text: Text | None
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A negotiation over issues; see `game.engine.tables` for its rules.

    `walk_away` is on 0–100 of a party's total weight. `values_by` names, per party, the sealed variable
    that selects its value set. `parting` completes the sentence "If we part now, we expect …".
    """

    parties: tuple[str, ...]
    agreement: Literal["whole", "by-issue"]
    issues: Mapping[str, Issue]
    values_by: Mapping[str, str]
    linkages: tuple[Linkage, ...]
    walk_away: Mapping[str, Formula]
    walk_away_basis: Mapping[str, Text]
    instructions: Mapping[str, Text]
    parting: Mapping[str, Text]
    press: Press | None
    ends: Mapping[Outcome, TableEnd]
    advice: tuple[Advice, ...]
    record: TableRecord
    sessions: tuple[str, ...]
    """Step ids in order: the table's own, then every `resume` of it."""
    rounds: Mapping[str, int]
    """Rounds of each session by step id."""
    agenda: Agenda | None = None
    """Only where the agreement is by issue; None: every open issue may be named at any time."""
    hours: Hours | None = None
    """None: rounds alone bound a session."""


@dataclass(frozen=True, slots=True)
class Resume:
    """A later session of the table that step `table` opened."""

    table: str


StepBody = Mapping[str, Choice] | Chance | Dispatch | Table | Resume


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
    """How it came out; the first whose `when` holds is it, and the last has none."""

    id: str
    number: int
    title: Text
    text: Text
    when: Condition | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """A number that is compared with the record."""

    id: str
    name: Text
    unit: Text
    value: Formula


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
    """How history ended: the ending, the measures, and notes where the textbook chapter differs."""

    ending: str
    measures: Mapping[str, MeasureRecord]
    chapter: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A whole checked scenario; every mapping keeps file order."""

    id: str
    language: str
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
    regions: Mapping[str, Region]
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
