"""Bargaining by typed words: preparing a package, offering it, accepting, pressing, adjourning, walking out.

The draft lasts as long as the turn. What a word means here comes before the general commands. Nothing here
knows whether a move is legal; the sitting refuses it with a reason.
"""

from __future__ import annotations

from collections.abc import Callable

from game.errors import GameError, UsageError
from game.present.drafting import STARTS, first_draft, starting
from game.present.page import TablePage
from game.present.parts import Action
from game.present.sitting import Sitting
from game.present.speech import Speech
from game.terminal.blocks import Block, Paragraph
from game.terminal.draft import (
    find_issue,
    issue_names,
    names_an_issue,
    typed_clauses,
)
from game.terminal.lines import Lines
from game.terminal.looking import Looking
from game.terminal.screen import Screen
from game.terminal.table_layout import draft_blocks, introduction_blocks, issue_blocks, linkage_items
from game.terminal.words import Named, find

Confirm = Callable[[str], bool]


class Bargainer:
    """One person's turns at tables."""

    def __init__(
        self, sitting: Sitting, screen: Screen, lines: Lines, speech: Speech, looking: Looking, confirm: Confirm
    ) -> None:
        self._sitting, self._screen, self._lines, self._speech = sitting, screen, lines, speech
        self._looking, self._confirm = looking, confirm
        self._turn: tuple[int, str] | None = None
        self._draft: dict[str, str] = {}
        self._commands: dict[str, Callable[[str, TablePage], None]] = {
            "offer": self._offer,
            "propose": self._offer,
            "send": self._offer,
            "draft": self._show_draft,
            "start": self._start,
            "build": self._build,
            "issue": self._issue,
            "accept": self._accept,
            "press": self._press,
            "adjourn": self._adjourn,
            "situation": self._situation,
            "linkages": self._linkages,
            "basis": self._basis,
        }

    @property
    def words(self) -> tuple[str, ...]:
        """The commands of a table."""
        return (*self._commands, "walk")

    def obey(self, line: str, page: TablePage) -> bool:
        """Does what a line says if it is about the table; tells whether it was."""
        turn = (self._sitting.game.seq, self._sitting.party)
        if turn != self._turn:
            self._turn, self._draft = turn, first_draft(page)
        word, _, rest = line.partition(" ")
        command = self._commands.get(word.casefold())
        if line.casefold().replace("-", " ") in ("walk out", "walkout"):
            self._act(self._action("walk-out", page), None)
        elif command is not None:
            command(rest.strip(), page)
        elif names_an_issue(line, page):
            self._change(line, page)
            self._show_draft("", page)
        else:
            return False
        return True

    def _change(self, typed: str, page: TablePage) -> None:
        for clause in typed_clauses(typed, page, self._speech):
            if clause.option is None:
                self._draft.pop(clause.issue, None)
            else:
                self._draft[clause.issue] = clause.option

    def _offer(self, rest: str, page: TablePage) -> None:
        terms, reason = _because(rest, self._speech)
        if terms:
            self._change(terms, page)
        self._act(self._action("propose", page), reason)

    def _show_draft(self, _rest: str, page: TablePage) -> None:
        worth = self._sitting.worth(self._draft)
        blocks = draft_blocks(page, self._draft, worth, self._speech, numbers=self._looking.numbers)
        self._screen.show([*blocks, Paragraph(self._speech("terminal.how-to-send"), "quiet")])

    def _start(self, rest: str, page: TablePage) -> None:
        named = [Named(start, self._speech(f"start.{start}")) for start in STARTS]
        if not rest:
            choices = self._speech.listed([f"{one.id} ({one.words})" for one in named], "or")
            raise UsageError(self._speech("start.which", choices=choices))
        wanted = find(rest, named, self._speech)
        start = next(one for one in STARTS if one == wanted)
        terms = starting(page, start)
        if not terms:
            raise UsageError(self._speech("start.none", start=self._speech(f"start.{start}")))
        self._draft = {**first_draft(page), **terms} if page.whole else terms
        self._show_draft("", page)

    def _build(self, _rest: str, page: TablePage) -> None:
        for issue in page.issues:
            if issue.id in page.open_issues:
                self._screen.show(issue_blocks(page, issue, self._speech, numbers=self._looking.numbers))
                if not self._ask_option(issue.id, issue.name, page):
                    break
        self._show_draft("", page)

    def _ask_option(self, issue: str, name: str, page: TablePage) -> bool:
        """Asks for an option of one issue until it is understood; false when the person has had enough."""
        kept = next(one for one in page.issues if one.id == issue).option(self._draft.get(issue, ""))
        keep = self._speech("build.keep", option=kept.text) if kept else self._speech("build.leave")
        while True:
            typed = self._lines.ask(self._speech("build.prompt", issue=name, keep=keep))
            if not typed:
                return True
            if typed.casefold() in ("stop", "back", "quit"):
                return False
            try:
                self._change(f"{issue}: {typed}", page)
            except GameError as error:
                self._screen.show([Paragraph(str(error))])
            else:
                return True

    def _issue(self, rest: str, page: TablePage) -> None:
        if not rest:
            choices = self._speech.listed([f"{one.number} ({one.words})" for one in issue_names(page)], "or")
            raise UsageError(self._speech("issue.which", choices=choices))
        issue = find_issue(rest, page, self._speech)
        self._screen.show(issue_blocks(page, issue, self._speech, numbers=self._looking.numbers))

    def _accept(self, rest: str, page: TablePage) -> None:
        self._act(self._action("accept", page), _because(f" {rest}", self._speech)[1])

    def _adjourn(self, rest: str, page: TablePage) -> None:
        self._act(self._action("adjourn", page), _because(f" {rest}", self._speech)[1])

    def _press(self, rest: str, page: TablePage) -> None:
        possible = [action for action in page.actions if action.id.startswith("press:")]
        if not possible:
            raise UsageError(self._speech("press.none"))
        if not rest:
            raise UsageError(self._speech("press.which"))
        issue = find_issue(rest, page, self._speech)
        action = next((one for one in possible if one.id == f"press:{issue.id}"), None)
        if action is None:
            raise UsageError(self._speech("draft.settled", issue=issue.name))
        self._act(action, None)

    def _situation(self, _rest: str, page: TablePage) -> None:
        self._screen.show(introduction_blocks(page, self._speech))

    def _linkages(self, _rest: str, page: TablePage) -> None:
        blocks: list[Block] = linkage_items(page, numbers=True)
        self._screen.show(blocks or [Paragraph(self._speech("linkages.none"))])

    def _basis(self, _rest: str, page: TablePage) -> None:
        number = self._speech("walk-away.number", share=page.walk_away.share)
        self._screen.show([Paragraph(page.walk_away.words), Paragraph(number), *map(Paragraph, page.walk_away.basis)])

    def _action(self, id_: str, page: TablePage) -> Action:
        return next(action for action in page.actions if action.id == id_)

    def _act(self, action: Action, reason: str | None) -> None:
        if not action.enabled:
            raise UsageError(action.reason)
        if action.confirm and not self._confirm(action.confirm):
            return
        terms = self._draft if action.id == "propose" else None
        self._sitting.act(action.id, terms=terms, reason=reason)


def _because(typed: str, speech: Speech) -> tuple[str, str | None]:
    """Parts what is done from why: "hanko none because we must" has a reason."""
    what, found, why = typed.partition(f" {speech('typed.because')} ")
    return what.strip(), why.strip() or None if found else None
