"""The lines of a page at a table: issues and their options, what lies on the table and what it is worth.

Like all of `game.present.parts` they are finished words with the ids that a face hands back, and hold nothing that
their viewer may not know. Nothing here bargains or draws.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.present.parts import AccountLine, Prose, SourceLine


@dataclass(frozen=True, slots=True)
class LyingLine:
    """What lies on a table: as one sentence, and as a heading with a line for each term."""

    words: str
    heading: str = ""
    terms: Prose = ()


@dataclass(frozen=True, slots=True)
class TermOption:
    """One way to settle an issue, with what it is worth to oneself: in words, and 0–100.

    `wording` says whether its words are plain or elastic, `reads` what we read into elastic ones, `absent` whose
    consent it needs from afar and whether that was refused, `people` what it does to people; each may be empty.
    `plain` is what costs hours. `red_line` says what it costs us by itself beyond its row.
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
    red_line: str = ""


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
    is for and what is on it, `nominated` who has put what on it for this session. `unmoved_leave`: what has not moved
    leaves it when the session ends.
    """

    nominating: bool
    words: Prose
    live: tuple[str, ...]
    nominable: tuple[str, ...]
    places: int
    nominated: Prose
    unmoved_leave: bool = False


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
    lead: str = ""
    """What stands above `terms` where a face lists them instead of telling `words`; empty where there is no list."""
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Worth:
    """What a package is worth to oneself: a sentence, and its share of the most there is to get, 0–100."""

    words: str
    share: int
    enough: bool
    """Whether it is at least as good as one's own walk-away value."""
    together: str = ""
    """Why it is worth less than its rows one by one; empty where it is not."""


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
