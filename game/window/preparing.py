"""What a person prepares on a turn at a table: our next offer, the issues for an agenda, and which rows are unfolded.

An offer lasts until it is made, the rest as long as the turn. Nothing here draws, makes moves, or knows whether one
is legal.
"""

from __future__ import annotations

from game.errors import UsageError
from game.present.conference import last_hours_question, may_put, passing_question, refused_nomination
from game.present.drafting import STARTS, begun_from, changed, second_thought, stepped
from game.present.drafts import Drafts
from game.present.offered import Offered, offered
from game.present.page import TablePage
from game.present.sitting import Sitting
from game.window.screens.drafted import Draft


class Preparing:
    """The offer or the agenda of the present turn."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting, self._drafts = sitting, Drafts()
        self._turn: tuple[int, str] | None = None
        self.terms: dict[str, str] = {}
        self.chosen: tuple[str, ...] = ()
        """The issues to be put on the agenda, in the order in which they were chosen."""
        self.at_hand = ""
        """The issue that was last looked at or changed, which the map shows; empty for all of them."""
        self._offers: tuple[Offered, ...] = ()
        self.unfolded = False
        """Whether the issues that are not on the agenda are shown one by one."""

    def now(self, page: TablePage) -> Draft:
        """What is prepared on this turn; a new turn begins with what was not yet made."""
        turn = (self._sitting.game.seq, page.seat.party)
        if turn != self._turn:
            self._turn, self.chosen, self.unfolded = turn, (), False
            self.terms = self._drafts.of_a_new_turn(self._sitting.game, page)
            self._offers, self.at_hand = offered(self._sitting.reader, page.step), ""
        idle = not self.terms or page.final or page.nominating
        worth = None if idle else self._sitting.worth(self.terms)
        return Draft(dict(self.terms), worth, self.chosen, self.unfolded, self._offers)

    def change(self, word: str, about: str, page: TablePage) -> None:
        """Does what one of the words `draft`, `step`, `start`, `put`, `fold` or `at-hand` says.

        Raises:
            UsageError: when an issue cannot be put on the agenda; the text says why.
        """
        draft = self.now(page).terms
        issue, _, rest = about.partition(":")
        if word in ("step", "draft", "put", "at-hand"):
            self.at_hand = issue
        if word == "at-hand":
            return
        if word == "step":
            self.terms = stepped(page, draft, issue, int(rest))
        elif word == "draft":
            self.terms = changed(draft, issue, rest)
        elif word == "put":
            self._put(issue, page)
        elif word == "fold":
            self.unfolded = not self.unfolded
        else:
            self.terms = next((begun_from(page, start) for start in STARTS if start == about), self.terms)
        if word in ("step", "draft", "start"):
            self._drafts.keep(self._sitting.game, page, self.terms)

    def question(self, action: str, page: TablePage) -> str:
        """Asks before a move that is most likely not meant; empty where there is nothing to ask."""
        prepared, speech = self.now(page), self._sitting.speech
        if action == "pass":
            return passing_question(page, (), speech)
        if action == "nominate":
            return passing_question(page, prepared.chosen, speech)
        if action != "propose":
            return ""
        return second_thought(page, prepared.terms, speech) or last_hours_question(page, prepared.terms, speech)

    def _put(self, issue: str, page: TablePage) -> None:
        """Chooses an issue for the agenda, or takes it off again."""
        if issue in self.chosen:
            self.chosen = tuple(one for one in self.chosen if one != issue)
        elif may_put(page, self.chosen, issue):
            self.chosen = (*self.chosen, issue)
        else:
            raise UsageError(refused_nomination(page, (*self.chosen, issue), self._sitting.speech))
