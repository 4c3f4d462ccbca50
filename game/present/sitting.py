"""One game at one machine: which page comes next, for whom, and what each action does.

The terminal and the window both lead a person through a `Sitting`: content note, hand-over where several
persons share the machine, briefing, what has happened, the decision, and at the end how it came out. A brief
is only ever on a page of its owner. Where an agenda is made, `act("nominate", issues=…)` puts issues on it
(`game.present.conference` has what a face needs for it). Nothing here draws; who sits at the machine is
`game.present.persons`'s, saving `game.present.keeping`'s.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from game.analysis.guessed import Guess
from game.engine.game import Game
from game.engine.moves import Move
from game.errors import MoveRefused, UsageError
from game.players.match import SHORT_GAME
from game.present.acting import move_of
from game.present.back_and_forth import before, last_own, make_again, own_entries, take_back
from game.present.between import consequence_page, hand_over_page, note_page, over_page
from game.present.dates import date_words
from game.present.debriefs import Debriefs
from game.present.desk import briefing_page, document_page, documents_page
from game.present.guessing import Guessing
from game.present.history import history_page
from game.present.keeping import Keep, Keeping
from game.present.news import Chair, News, everything
from game.present.page import (
    AccountPage,
    BriefingPage,
    ConsequencePage,
    DecisionPage,
    DocumentPage,
    DocumentsPage,
    HandOverPage,
    HistoryPage,
    NotePage,
    Page,
    StatePage,
    TablePage,
)
from game.present.papers_read import PapersRead
from game.present.persons import Persons
from game.present.reader import Reader
from game.present.short_game import taken_on
from game.present.situation import account_page, state_page
from game.present.speech import Speech
from game.present.table_parts import Worth
from game.present.turns import moved_since, turn_page
from game.present.valuing import package_worth
from game.scenario.model import FACILITATOR, PUBLIC

if TYPE_CHECKING:
    from game.players.match import Match
    from game.present.debrief_parts import Debrief


class Sitting:
    """A game in progress, as a sequence of pages.

    `chairs` are the persons. `keep` is called after every move; when it fails, `notices` says so once, the game
    goes on, and it is tried again after the next move. `resumed`: the note and the briefs have been read before.
    `read` has the papers that were read before, by party, `guesses` what was guessed at tables.
    """

    def __init__(
        self,
        match: Match,
        chairs: Sequence[Chair],
        speech: Speech,
        keep: Keep | None = None,
        *,
        resumed: bool = False,
        read: Mapping[str, Collection[str]] | None = None,
        guesses: Sequence[Guess] = (),
    ) -> None:
        self.match, self.speech = match, speech
        self._persons = Persons(match, chairs)
        self.guessing = Guessing(guesses)
        self._keeping = Keeping(keep, speech)
        self._noted = resumed
        self._briefed: set[str] = set(self.people) if resumed else set()
        self._papers = PapersRead(read or {})
        self._news = News(self.chairs)
        self._page: Page | None = None
        self._moves_on, self._at_length, self._debriefs = False, False, Debriefs()
        # A brief is of the first morning, however much the short game decides before its owner is asked.
        self._mornings = {} if resumed else {party: self._reader(party) for party in self.people}
        match.advance()
        if resumed:
            self._skip_what_was_told()
            if self.over:
                self._news.tell(None, everything(self.game, self.people))

    # Who is asked

    @property
    def game(self) -> Game:
        """The game that is played."""
        return self.match.game

    @property
    def chairs(self) -> tuple[Chair, ...]:
        """The persons, by the parties that each holds."""
        return self._persons.chairs

    @property
    def people(self) -> tuple[str, ...]:
        """Every party that a person holds."""
        return self._persons.parties

    @property
    def own(self) -> Chair:
        """The parties of the person at the machine; at the end, everybody's."""
        return self._persons.own

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return self.game.over

    @property
    def is_saved(self) -> bool:
        """Whether the game is written down after every move, as far as it could be."""
        return self._keeping.is_saved

    @property
    def notices(self) -> list[str]:
        """What is to be said of saving; whoever says it empties the list."""
        return self._keeping.notices

    @property
    def read(self) -> Mapping[str, Collection[str]]:
        """The papers that were read, by party."""
        return self._papers.by_party

    @property
    def can_undo(self) -> bool:
        """Whether there is a decision of a person to take back."""
        return bool(own_entries(self.game, self.people))

    @property
    def can_redo(self) -> bool:
        """Whether there is a decision to make again."""
        return self.game.history.next_on_branch(self.game.seq) is not None

    @property
    def party(self) -> str:
        """The party that decides now: one of the person at the machine's, if there is a choice; empty at the end."""
        return self._persons.party

    @property
    def reader(self) -> Reader:
        """What the person at the machine may know now.

        Raises:
            MoveRefused: while the machine is being handed over.
        """
        if not self.over and self._persons.must_hand_over:
            raise MoveRefused(self.speech("hand-over.first", party=self._reader(PUBLIC).inside(self.party)))
        return self._reader(self._persons.viewer)

    # Pages

    @property
    def page(self) -> Page:
        """The page that the person is at; the same object until something is done."""
        if self._page is None:
            self._page = self._next_page()
        return self._page

    def speak(self, speech: Speech) -> None:
        """Goes on in another language: the page that the person is at is made anew in it."""
        self.speech, self._page = speech, None
        self._keeping.speak(speech)

    def proceed(self) -> None:
        """Goes on from a page that only wants reading."""
        match self.page:
            case NotePage():
                self._noted = True
            case HandOverPage(seat=seat):
                self._persons.sit_down(seat.party)
            case BriefingPage(seat=seat):
                self._briefed.add(seat.party)
            case ConsequencePage():
                self._news.tell(self._persons.listener, self._reader(self._persons.viewer).view.happenings())
        self._page, self._at_length = None, False

    def act(
        self,
        action: str,
        *,
        terms: Mapping[str, str] | None = None,
        issues: Sequence[str] = (),
        reason: str | None = None,
    ) -> None:
        """Does what an action's id says; `terms` are for `propose`, `issues` for `nominate` (none: to pass).

        Raises:
            MoveRefused: when it is not allowed now; the text says why.
            UsageError: when the id means nothing here.
        """
        word, _, about = action.partition(":")
        move = move_of(action, self.page, self.speech, terms, tuple(issues))
        if move is not None:
            self.move(move, reason)
        elif word == "continue":
            self.proceed()
        elif word == "at-length":
            self._page, self._at_length = None, True
        elif word == "go":
            self.go_to(int(about) if about.isdecimal() else -1)
        else:
            raise UsageError(self.speech("action.unknown", action=action[:60]))

    def move(self, move: Move, reason: str | None = None) -> None:
        """Makes a move for the party that decides now, and lets the others answer.

        Raises:
            MoveRefused: when it is not allowed now; the text says why.
        """
        if not isinstance(self.page, DecisionPage | TablePage):
            raise MoveRefused(self.speech("refused.not-now"))
        # The words that mark what the short game decided are no reason of a person.
        self.match.play(self.party, move, reason if reason != SHORT_GAME else f"{reason}.")
        self._moves_on = True
        self._go_on()

    # Back and forth

    def undo(self) -> bool:
        """Takes back the last decision of a person; tells whether there was one."""
        if not self.can_undo:
            return False
        self._persons.forget()
        taken = take_back(self.match, self.people)
        if taken:
            self._stand_here()
        return taken

    def redo(self) -> bool:
        """Makes the decision again that was taken back; tells whether there was one."""
        self._persons.forget()
        moved = make_again(self.match)
        if moved:
            self._stand_here()
        return moved

    def go_to(self, seq: int) -> None:
        """Goes to just before the person's own entry `seq`, to decide it anew; 0 is where the persons came in.

        Raises:
            MoveRefused: when there is no such entry of a person.
        """
        place = before(self.game, self.people, seq, self.speech)
        self._persons.forget()
        self.game.go_to(place)
        self._stand_here()

    def stand_after(self, seq: int) -> None:
        """Goes to just after entry `seq`, on whatever branch, to go on from there.

        Raises:
            MoveRefused: when there is no such entry.
        """
        self._persons.forget()
        self.game.go_to(seq)
        self._stand_here()

    # Pages that are always at hand

    def state(self) -> StatePage:
        """How things stand."""
        return state_page(self.reader, self._date, moved_since(self.reader, self.game))

    def account(self, column: str) -> AccountPage | None:
        """The account of one figure; None where there is nothing to tell."""
        return account_page(self.reader, column) if column in self.game.scenario.columns else None

    def briefing(self) -> BriefingPage:
        """The brief of the party that decides now, to be read again."""
        reader = self.reader
        return briefing_page(reader, self.party or self.people[0], self._papers.of(reader.seat))

    def documents(self) -> DocumentsPage:
        """The papers on the desk."""
        reader = self.reader
        return documents_page(reader, self._papers.of(reader.seat))

    def document(self, id_: str) -> DocumentPage | None:
        """One paper of the desk, which is read from now on."""
        reader = self.reader
        found = next((one for one in reader.view.documents() if one.id == id_), None)
        if found is None:
            return None
        if self._papers.read(reader.seat, id_):
            self.keep()
        if isinstance(self._page, BriefingPage | DecisionPage | TablePage):
            self._page = None  # its marks of what is unread have changed
        return document_page(reader, found)

    def worth(self, terms: Mapping[str, str]) -> Worth:
        """What a package would be worth to the party that decides now.

        Raises:
            MoveRefused: when that party does not sit at a table.
        """
        reader = self.reader
        table = reader.view.table
        if table is None:
            raise MoveRefused(self.speech("refused.not-now"))
        return package_worth(reader, table, terms)

    def debrief(self) -> Debrief:
        """The finished game beside the record.

        Raises:
            UsageError: when the game is not over.
        """
        return self._debriefs.of(self.game, self.speech, self.match.styles, self.guessing.made)

    def guess(self, other: str, dearest: Sequence[str], least: int | None) -> None:
        """Keeps what the party that decides now takes another side at its table to want.

        Raises:
            GameError: when there is no such table, side or issue.
        """
        self.guessing.guess(self.reader, self.game, other, dearest, least)
        self.keep()

    def history(self) -> HistoryPage:
        """The moves so far and the branches left behind."""
        # At an end several persons look on together, and another branch may go on with secrets between them.
        elsewhere = self.own if len(self.chairs) == 1 or not self.over else ()
        return history_page(self.reader, self.game, self.own, elsewhere)

    # Inside

    @property
    def _date(self) -> str:
        step = self.game.step
        day, until = (step.date, step.until) if step else (self.game.scenario.last_date, None)
        return date_words(self.speech, day, until, stated=True)

    @property
    def _is_short(self) -> bool:
        return self.match.length == "short"

    def _next_page(self) -> Page:
        if not self._noted:
            return note_page(self._reader(PUBLIC))
        if self.over:
            everything = self._reader(FACILITATOR)
            return self._consequences() or over_page(everything, self._date, self.game.ending() or "")
        if self._persons.must_hand_over:
            return hand_over_page(self._reader(PUBLIC), self.party)
        if self.party not in self._briefed:
            morning = replace(self._mornings[self.party], speech=self.speech)
            return briefing_page(morning, self.party, self._papers.of(self.party), brief=self._is_short)
        return self._consequences() or self._decision()

    def _consequences(self) -> ConsequencePage | None:
        reader = self._reader(self._persons.viewer)
        fresh = self._news.fresh(self._persons.listener, everything := reader.view.happenings())
        since = last_own(self.game, self.people) if self.over else 0
        taken, brief, at_length = taken_on(self.game), self._is_short, self._at_length
        return consequence_page(reader, self._date, fresh, everything, taken, since, brief=brief, at_length=at_length)

    def _decision(self) -> DecisionPage | TablePage:
        read, brief = self._papers.of(self.party), self._is_short
        return turn_page(self.reader, self.game, self.own, read=read, moves_on=self._moves_on, brief=brief)

    def _go_on(self) -> None:
        self.match.advance()
        self._page = None
        self.keep()

    def keep(self) -> None:
        """Writes the game down now, if it is written down at all."""
        self._keeping.keep(self.game)

    def _stand_here(self) -> None:
        """After going back or forth: what lies ahead is news again, and the next person may be another."""
        self._news.forget_after(self.game.seq)
        self._skip_what_was_told()
        self._moves_on = False
        self._go_on()

    def _skip_what_was_told(self) -> None:
        """Marks as told what lies before the last decision of a person."""
        last = last_own(self.game, self.people)
        happened = everything(self.game, self.people)
        self._news.tell(None, (happening for happening in happened if happening.seq < last))

    def _reader(self, viewer: str) -> Reader:
        return Reader(self.game.scenario, self.game.view(viewer), self.speech)
