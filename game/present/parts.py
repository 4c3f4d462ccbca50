"""The lines that pages are made of: options, advisers, figures, accounts, papers.

Everything here is finished words in the reader's language, with the ids that a face hands back when a person
points at a line. A text may hold `*emphasis*`. What a viewer may not know has been left out before a line is
made. The lines of a table are `game.present.table_parts`, those before a game `game.present.shelf_parts`.
Nothing here draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from game.present.table_parts import Spoken

Prose = tuple[str, ...]
"""Paragraphs in order."""

Knowledge = Literal["known", "believed"]


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be done on a page.

    `id` is a word, or a word and what it is about: `continue`, `choose:refuse-both`, `press:hanko`,
    `read:memo-14-october`. Where `enabled` is false, `reason` says why in one sentence. Where `confirm` is not
    empty it is a question to ask first, and `details` are what to say with it, such as the terms to be signed.
    """

    id: str
    label: str
    enabled: bool = True
    reason: str = ""
    confirm: str = ""
    details: Prose = ()


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source as a footnote gives it."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class OptionLine:
    """One way to decide. `number` counts from 1 in the order shown, and is no part of any move."""

    id: str
    number: int
    text: str
    detail: Prose
    advocate: str
    costs: str
    people: Prose
    enabled: bool
    why_not: str
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class AdviserLine:
    """One adviser's line: who, what to do, why, and what would change their mind."""

    name: str
    role: str
    recommends: str
    words: str
    would_change: str


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A variable as its viewer sees it.

    `number` is None for a named value. `change` is empty or says how it has moved since this viewer last
    decided ("+5"). `direction` says in words whether higher is better, for this line's owner.
    """

    column: str
    name: str
    short: str
    """Its name without whose it is, for a group that says so."""
    words: str
    number: int | None
    low: int | None
    high: int | None
    knowledge: Knowledge
    direction: str
    change: str
    minor: bool = False
    """Whether it is as at the start and not of one's own: a face may leave it for those who ask for everything."""


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures under one heading. `of_one`: the heading says whose they are, so that short names do."""

    heading: str
    figures: tuple[FigureLine, ...]
    of_one: bool = False


@dataclass(frozen=True, slots=True)
class AccountItem:
    """One cause in an account: `amount` is signed words ("+5", or "to Finland" where a value was set)."""

    amount: str
    because: str


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One change of one figure with every cause; the items sum to the change."""

    column: str
    name: str
    before: str
    after: str
    items: tuple[AccountItem, ...]


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A paper on the desk, by its title; `unread` until this viewer's person has opened it.

    `number` counts from 1 in the order in which papers came, the same on every page and all game long.
    """

    id: str
    title: str
    date: str
    note: str
    unread: bool
    number: int


@dataclass(frozen=True, slots=True)
class MemberLine:
    """Somebody of one's own delegation."""

    id: str
    name: str
    role: str
    conviction: str
    brief: Prose


@dataclass(frozen=True, slots=True)
class InterestLine:
    """What one's own side weighs: in words, and as numbers for those who ask (`weight`, `value` 0–100)."""

    id: str
    name: str
    importance: str
    weight: int
    outlook: str
    value: int
    basis: str


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that happened, as far as this viewer may know it, with the accounts of what it changed.

    `lines` are short and read as a list, as in the summary of what the short game decided.
    """

    step: str
    date: str
    title: str
    words: Prose
    accounts: tuple[AccountLine, ...]
    lines: Prose = ()
    spoken: tuple[Spoken, ...] = ()
    """The talk that the first of the words tell, for a face that lists the terms of offers."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One move of the tree; `seq` is what `go` takes, for those lines that are `own`.

    `here` marks the newest move of the present path, `past` those on it; the others are branches left behind.
    """

    seq: int
    date: str
    title: str
    words: str
    own: bool
    here: bool
    past: bool
    lead: str = ""
    """What stands above `terms` where a face lists them instead of telling `words`; empty where there is no list."""
    terms: Prose = ()
