"""The pages that a person sees, without a screen: what the terminal and the window draw.

A page is frozen words in the reader's language and ids to hand back, made for one viewer: whatever that
viewer may not know is not in it. Every page has a `title`, and `actions` that can be done there and then; a
face adds those that are always at hand (state, documents, history, undo, save, leave). Nothing here draws,
asks or plays: `game.present.sitting` leads from page to page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.present.parts import (
    Action,
    AdviserLine,
    DocumentLine,
    FigureGroup,
    FigureLine,
    Happened,
    HistoryLine,
    InterestLine,
    MemberLine,
    OptionLine,
    Prose,
    SourceLine,
)
from game.present.shelf_parts import SavedLine, SeatLine, ShelfLine, StyleLine
from game.present.table_parts import (
    AgendaLine,
    HoursLine,
    IssueLine,
    LinkageLine,
    LyingLine,
    Spoken,
    StandingOffer,
    WalkAway,
)
from game.present.wishes import Length


@dataclass(frozen=True, slots=True)
class Seat:
    """Whose page it is: the party's id (empty where it is nobody's) and name."""

    party: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class ShelfPage:
    """The scenarios there are, and games to go on with; actions `open:ID` and `resume:PATH`."""

    title: str
    intro: Prose
    scenarios: tuple[ShelfLine, ...]
    saved: tuple[SavedLine, ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class SeatsPage:
    """Before a game: who sits where, against whom, how long."""

    title: str
    dates: str
    summary: Prose
    content_note: Prose
    """What the reader will meet."""
    seats: tuple[SeatLine, ...]
    styles: tuple[StyleLine, ...]
    style: str
    """The style of the program's seats unless another is picked."""
    lengths: tuple[Action, ...]
    """`full` and `short`, in words."""
    length: Length
    """The length unless another is picked."""
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class NotePage:
    """What the reader will meet, before anything else; action `continue`."""

    title: str
    paragraphs: Prose
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class HandOverPage:
    """Between two persons at one machine: shows nothing of anybody's; action `continue`."""

    title: str
    seat: Seat
    paragraphs: Prose
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class BriefingPage:
    """A seat's own brief: what its government wants, who sits in the delegation, what is on the desk."""

    title: str
    dates: str
    seat: Seat
    brief: Prose
    members: tuple[MemberLine, ...]
    interests: tuple[InterestLine, ...]
    documents: tuple[DocumentLine, ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """A choice to make: actions `choose:OPTION`, in the order of `options`."""

    title: str
    date: str
    seat: Seat
    step: str
    situation: Prose
    figures: tuple[FigureLine, ...]
    documents: tuple[DocumentLine, ...]
    """Those that are new on the desk."""
    advisers: tuple[AdviserLine, ...]
    question: Prose
    options: tuple[OptionLine, ...]
    note: str
    """Said beneath the question where several decide at once; may be empty."""
    sources: tuple[SourceLine, ...]
    actions: tuple[Action, ...]
    terms: tuple[LyingLine, ...] = ()
    """What each side last offered at talks that go on."""
    whose: str = ""
    """Said to whoever plays several parties when it becomes the turn of another of them."""
    known: Prose = ()
    """What of the situation the same person has read a moment ago, for another of their parties."""


@dataclass(frozen=True, slots=True)
class TablePage:
    """A turn at a table: actions `propose`, `accept`, `press:ISSUE`, `adjourn`, `walk-out`, or `nominate`.

    While an agenda is made (`agenda.nominating`) nothing but `nominate` can be done; see `game.present.conference`.
    `own_last`, `their_last` and `standing_terms` map issues to options: places to start a package from. A
    proposal names the issues in `open_issues`: all of them where `whole`.
    """

    title: str
    date: str
    seat: Seat
    step: str
    situation: Prose
    fresh: bool
    """Whether this is the seat's first turn of this session: the situation is news then."""
    session: str
    round: str
    turns: str
    agreement: str
    """How agreement is reached here, in a sentence."""
    figures: tuple[FigureLine, ...]
    documents: tuple[DocumentLine, ...]
    instructions: Prose
    advisers: tuple[AdviserLine, ...]
    issues: tuple[IssueLine, ...]
    linkages: tuple[LinkageLine, ...]
    """What counts more together, in one's own eyes."""
    spoken: tuple[Spoken, ...]
    standing: StandingOffer | None
    walk_away: WalkAway
    parting: str
    """"If we part now, we expect …"."""
    whole: bool
    final: bool
    open_issues: tuple[str, ...]
    standing_terms: Mapping[str, str]
    own_last: Mapping[str, str]
    their_last: Mapping[str, str]
    sources: tuple[SourceLine, ...]
    actions: tuple[Action, ...]
    agenda: AgendaLine | None = None
    hours: HoursLine | None = None
    later: bool = False
    """Whether the table has sat before: what was explained then need not be again."""
    whose: str = ""
    """Said to whoever plays several parties when it becomes the turn of another of them."""
    alike: str = ""
    """Says on which open issues all have named the same without settling them; empty where there are none."""

    @property
    def nominating(self) -> bool:
        """Whether the agenda is being made."""
        return self.agenda is not None and self.agenda.nominating


@dataclass(frozen=True, slots=True)
class ConsequencePage:
    """What has happened since this seat last decided, and why, as far as it may know; action `continue`.

    The short game tells it in brief, as a list, and the action `at-length` the whole of it.
    """

    title: str
    date: str
    seat: Seat
    happened: tuple[Happened, ...]
    actions: tuple[Action, ...]
    earlier: int = 0
    """How many of them, at the end of a game, lie before the last decision and had not been told until now."""


@dataclass(frozen=True, slots=True)
class StatePage:
    """How things stand, by this viewer's knowledge; actions `account:COLUMN`."""

    title: str
    date: str
    seat: Seat
    groups: tuple[FigureGroup, ...]
    interests: tuple[InterestLine, ...]
    promises: tuple[str, ...]
    note: str
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class AccountPage:
    """Everything that has moved one figure, newest last, as far as this viewer may know."""

    title: str
    seat: Seat
    figure: FigureLine
    start: str
    """What it was at the beginning, in words."""
    explanation: Prose
    happened: tuple[Happened, ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """The papers on this seat's desk; actions `read:DOCUMENT`."""

    title: str
    seat: Seat
    documents: tuple[DocumentLine, ...]
    note: str
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """One paper, restated, with where it comes from and how firmly it stands."""

    title: str
    date: str
    seat: Seat
    paragraphs: Prose
    note: str
    sources: tuple[SourceLine, ...]
    actions: tuple[Action, ...]
    secret: bool = False
    """Whether it was not for everybody's eyes."""


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """The moves so far that this viewer may know, and branches left behind; actions `go:SEQ`."""

    title: str
    seat: Seat
    lines: tuple[HistoryLine, ...]
    note: str
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class OverPage:
    """The last page before the debrief: how it came out; action `debrief`. `alone`: there is no history beside it."""

    title: str
    date: str
    ending: Prose
    sources: tuple[SourceLine, ...]
    actions: tuple[Action, ...]
    alone: bool = False


Page = (
    ShelfPage
    | SeatsPage
    | NotePage
    | HandOverPage
    | BriefingPage
    | DecisionPage
    | TablePage
    | ConsequencePage
    | StatePage
    | AccountPage
    | DocumentsPage
    | DocumentPage
    | HistoryPage
    | OverPage
)
