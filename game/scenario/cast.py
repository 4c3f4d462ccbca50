"""Who and what a scenario is about: texts, sources, parties, regions, variables, interests, promises, papers, advice.

Frozen values, made by the reader; `game.scenario.model` tells what holds of all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Literal

from game.scenario.positions import NOWHERE, Position
from game.scenario.tree import Condition, Formula


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
    name: Text
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
    state: str = ""
    """The state it is a part of, whoever owns it."""


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
    """The id of the variable, or one of `game.scenario.scope.MACHINE_VARIABLES`."""


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
    unexplained: Text | None = None
    """The cause of a change as those read it who may not know the true one."""


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
