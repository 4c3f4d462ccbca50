"""The lines that pages are made of: options, advisers, figures, accounts, papers, terms at a table.

Everything here is finished words in the reader's language, with the ids that a face hands back when a person
points at a line. A text may hold `*emphasis*`. What a viewer may not know has been left out before a line is
made. Nothing here draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
class LyingLine:
    """What lies on a table: as one sentence, and as a heading with a line for each term."""

    words: str
    heading: str = ""
    terms: Prose = ()


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


@dataclass(frozen=True, slots=True)
class TermOption:
    """One way to settle an issue, with what it is worth to oneself: in words, and 0–100.

    `wording` says whether its words are plain or elastic, `reads` what we read into elastic ones, `absent` whose
    consent it needs from afar and whether that was refused, `people` what it does to people; each may be empty.
    `plain` is what costs hours.
    """

    id: str
    number: int
    text: str
    worth: str
    value: int
    sources: tuple[SourceLine, ...]
    wording: str = ""
    reads: str = ""
    absent: str = ""
    people: str = ""
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Position:
    """What one delegation last offered on an issue: an option's id and text, both empty if it never did."""

    party: str
    name: str
    own: bool
    option: str
    text: str
    said: str
    """What it says on the issue in public, in its own words; may be empty."""


@dataclass(frozen=True, slots=True)
class IssueLine:
    """One row of the grid at a table.

    `standing` and `settled` are option ids or empty: what lies on the table now, and what has been initialled
    for good. `unsettled` is the option that holds if the issue stays open.
    """

    id: str
    name: str
    importance: str
    weight: int
    options: tuple[TermOption, ...]
    positions: tuple[Position, ...]
    standing: str
    settled: str
    unsettled: str
    bound: str
    """Who must agree, in words; empty where it is everybody at the table."""
    live: bool = True
    """Whether it can be bargained over in this session; at a table without an agenda whatever is open is."""
    put_by: str = ""
    """Who put it on the agenda, in words; empty where nobody did."""

    def option(self, id_: str) -> TermOption | None:
        """Finds an option by id."""
        return next((option for option in self.options if option.id == id_), None)


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """The agenda of a session, at a table that has one.

    While `nominating`, `nominable` are the issues that may be put on it, `places` of them at most. `words` say what it
    is for and what is on it, `nominated` who has put what on it for this session.
    """

    nominating: bool
    words: Prose
    live: tuple[str, ...]
    nominable: tuple[str, ...]
    places: int
    nominated: Prose


@dataclass(frozen=True, slots=True)
class HoursLine:
    """The hours of a session, at a table that has them: what is left of how many, and what each move takes.

    A proposal takes `propose`, and `plain` more for each option in plain words that does not stand already.
    `closing`: it is the last session, so that the talks end with its hours.
    """

    words: str
    costs: str
    left: int
    of: int
    nominate: int
    propose: int
    accept: int
    press: int
    plain: int
    closing: bool


@dataclass(frozen=True, slots=True)
class Spoken:
    """One move at a table as it was heard; `seq` is its place in the game, `step` the session."""

    seq: int
    step: str
    party: str
    name: str
    own: bool
    words: str
    accounts: tuple[AccountLine, ...]


@dataclass(frozen=True, slots=True)
class Worth:
    """What a package is worth to oneself: a sentence, and its share of the most there is to get, 0–100."""

    words: str
    share: int
    enough: bool
    """Whether it is at least as good as one's own walk-away value."""


@dataclass(frozen=True, slots=True)
class StandingOffer:
    """The package on the table: whose it is (`party` its id), who has yet to consent, and who has (`consents`, ids)."""

    party: str
    proposer: str
    own: bool
    awaited: str
    worth: Worth
    consents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkageLine:
    """What counts more (or less) together than apart, in one's own eyes; `share` as in `Worth`, may be negative.

    `basis` is what it rests on, where the words do not say so themselves.
    """

    words: str
    share: int
    basis: str = ""


@dataclass(frozen=True, slots=True)
class WalkAway:
    """One's own walk-away value: a sentence, the number 0–100, and on what it rests."""

    words: str
    share: int
    basis: Prose


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A chair that a person may take: a party, or a side of several.

    `words` are `members`, the names of a side's parties, and `enters`, when they come in where that is late.
    """

    id: str
    name: str
    parties: tuple[str, ...]
    words: str
    playable: bool
    members: str = ""
    enters: str = ""


@dataclass(frozen=True, slots=True)
class StyleLine:
    """A way for the program to play, in one sentence."""

    id: str
    words: str
    name: str


@dataclass(frozen=True, slots=True)
class ShelfLine:
    """A scenario on the shelf; `problem` is empty, or says why it cannot be opened."""

    id: str
    title: str
    dates: str
    length: str
    seats: str
    summary: str
    problem: str
    short: str = ""
    """The name by which it is typed and spoken of: "Finland 1939"."""
    ids: tuple[str, ...] = ()
    """What may be named as a person's seat: parties, then sides."""


@dataclass(frozen=True, slots=True)
class SavedLine:
    """A game begun earlier that can be gone on with, or looked at where it is `finished`."""

    path: str
    title: str
    words: str
    finished: bool = False


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
