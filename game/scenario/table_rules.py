"""What a file says of a negotiation: its issues and options, how it is held, what is recorded of it.

Frozen values, made by the reader; `game.scenario.model` tells what holds of all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Literal

from game.scenario.cast import Advice, Effect, Text
from game.scenario.positions import Position
from game.scenario.tree import Condition, Formula


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


@dataclass(frozen=True, slots=True)
class IssueOption:
    """One way to settle an issue. `number` counts from 1 in file order.

    `reads` has, for elastic words, what each bound party reads into them: its own affair until the debrief. `people`
    says what it does to people, in figures, before it is agreed and after.
    """

    id: str
    number: int
    text: Text
    effects: tuple[Effect, ...]
    sources: tuple[str, ...]
    where: Position
    wording: Wording = Wording.NEITHER
    reads: Mapping[str, Text] = field(default_factory=dict)
    people: Text | None = None


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
    """How many issues may be live at once, and how many of them each party may nominate as a session opens.

    `unmoved_leave` tells that a session's end takes off the agenda what has not moved: open issues on which no two
    parties were at any time of it for the same option, other than the last that two were for before.
    """

    live: int
    each: int
    unmoved_leave: bool = False


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
    """What history did at a table: the moves of each session by step id, and how it ended.

    `against_interest` says of parties that signed for less than leaving was worth, by the file's values, why they did.
    """

    outcome: Outcome
    moves: Mapping[str, tuple[TableMove, ...]]
    text: Text | None
    chapter: Text | None
    sources: tuple[str, ...]
    against_interest: Mapping[str, Text] = field(default_factory=dict)


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

    @property
    def unmoved_leave(self) -> bool:
        """Whether there is an agenda, and a session's end takes off it what has not moved."""
        return self.agenda is not None and self.agenda.unmoved_leave


@dataclass(frozen=True, slots=True)
class Resume:
    """A later session of the table that step `table` opened."""

    table: str
