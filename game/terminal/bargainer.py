"""Bargaining by typed words: preparing a package, offering it, accepting, pressing, adjourning, walking out.

The draft lasts until it is made. A table's own commands come before the general ones, and these before words
that may name an issue. Nothing here knows whether a move is legal; the page's actions do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Literal

from game.errors import GameError, UsageError
from game.present.conference import (
    cost_words,
    last_hours_question,
    passing_question,
    refused_nomination,
    waiting_issues,
)
from game.present.drafting import STARTS, Start, begun_from, second_thought, starting, taken_off
from game.present.drafts import Drafts
from game.present.page import TablePage
from game.present.parts import Action, Prose
from game.present.problems import problem_words
from game.present.sitting import Sitting
from game.present.speech import Speech
from game.terminal.blocks import Block, Paragraph
from game.terminal.conference_layout import AT_A_TIME, live_blocks, waiting_blocks
from game.terminal.draft import (
    dropped_issues,
    find_issue,
    issue_names,
    names_an_issue,
    typed_clauses,
)
from game.terminal.layouts import part
from game.terminal.lines import Lines
from game.terminal.looking import Looking
from game.terminal.nominating import nominated_issues
from game.terminal.screen import Screen
from game.terminal.table_layout import draft_blocks, introduction_blocks, issue_blocks, linkage_items
from game.terminal.words import Named, find, parted_from_reason

Confirm = Callable[[str, Prose], bool]
"""Asks a yes-or-no question after saying what it is about."""
Aside = Callable[[str], bool | None]
"""Obeys a line that only shows something, or leaves: None where it is neither, false once the person leaves."""
_STARTS: Mapping[str, Start] = {"as-is": "unsettled", "ours": "mine"}
"""Other words for what a package may start from."""
_SEND = ("send", "offer", "propose")
_BARGAINING = ("offer", "propose", "send", "draft", "drop", "start", "build", "accept", "press", "adjourn", "walk")
_OF_AN_AGENDA = ("nominate", "more", "issues")
_NOT_AT_THE_END = ("offer", "propose", "send", "draft", "drop", "start", "build", "adjourn")


class Bargainer:
    """One person's turns at tables."""

    def __init__(
        self,
        sitting: Sitting,
        screen: Screen,
        lines: Lines,
        speech: Speech,
        looking: Looking,
        confirm: Confirm,
        aside: Aside,
    ) -> None:
        self._sitting, self._screen, self._lines, self._speech = sitting, screen, lines, speech
        self._looking, self._confirm, self._aside = looking, confirm, aside
        self._turn: tuple[int, str] | None = None
        self._drafts = Drafts()
        self._draft: dict[str, str] = {}
        self._seen: dict[str, str] = {}
        """The draft as it was shown last on this turn."""
        self._unfolded = 0
        """How many of the issues that wait have been shown on this turn."""
        self._begun_from: Start = "best"
        self._commands: dict[str, Callable[[str, TablePage], None]] = {
            "offer": self._offer,
            "propose": self._offer,
            "send": self._offer,
            "draft": self._show_draft,
            "drop": self._drop,
            "start": self._start,
            "build": self._build,
            "issue": self._issue,
            "nominate": self._nominate,
            "more": self._more,
            "issues": self._all_issues,
            "accept": self._accept,
            "press": self._press,
            "adjourn": self._adjourn,
            "situation": self._situation,
            "linkages": self._linkages,
            "basis": self._basis,
        }

    def speak(self, speech: Speech) -> None:
        """Goes on in another language; what is prepared stays."""
        self._speech = speech

    def words(self, page: TablePage) -> tuple[str, ...]:
        """The commands that a turn at a table leaves."""
        closed = {*(_NOT_AT_THE_END if page.final else ()), *(() if can_press(page) else ("press",))}
        closed |= {*(_BARGAINING if page.nominating else ("nominate",))}
        closed |= {*(_OF_AN_AGENDA if page.agenda is None else ()), *(("drop",) if page.whole else ())}
        return tuple(word for word in (*self._commands, "walk") if word not in closed)

    def obey(self, line: str, page: TablePage) -> bool:
        """Does what a line says if it is a command of the table; tells whether it was."""
        self._begin_turn(page)
        word, _, rest = line.partition(" ")
        command = self._commands.get(word.casefold())
        if line.casefold().replace("-", " ") in ("walk out", "walkout"):
            self._act(self._action("walk-out", page), None, page)
        elif command is not None:
            command(rest.strip(), page)
        elif terms := _to_be_sent(line):
            self._offer(terms, page)
        else:
            return False
        return True

    def change(self, line: str, page: TablePage) -> bool:
        """Changes the package that is being prepared if a line names an issue; tells whether it did."""
        if not names_an_issue(line, page):
            return False
        self._begin_turn(page)
        if page.nominating:
            self._nominate(line, page, sure=False)
            return True
        self._change(line, page)
        self._show_draft("", page)
        return True

    def _begin_turn(self, page: TablePage) -> None:
        turn = (self._sitting.game.seq, self._sitting.party)
        if turn != self._turn:
            self._turn, self._unfolded = turn, AT_A_TIME if page.nominating else 0
            self._draft = self._drafts.of_a_new_turn(self._sitting.game, page)
            self._begun_from, self._seen = "mine" if page.own_last else "best", {}

    def _change(self, typed: str, page: TablePage) -> bool:
        """Changes the draft; tells whether every option was named for certain."""
        self._refuse_at_the_end(page)
        clauses = typed_clauses(typed, page, self._speech)
        for clause in clauses:
            if clause.option is None:
                self._draft.pop(clause.issue, None)
            else:
                self._draft[clause.issue] = clause.option
        self._keep(page)
        return all(clause.certain for clause in clauses)

    def _drop(self, rest: str, page: TablePage) -> None:
        """Takes issues out of what is prepared."""
        self._refuse_at_the_end(page)
        for issue in dropped_issues(rest, self._draft, page, self._speech):
            self._draft.pop(issue)
        self._keep(page)
        self._show_draft("", page)

    def _keep(self, page: TablePage) -> None:
        self._drafts.keep(self._sitting.game, page, self._draft)

    def _refuse_at_the_end(self, page: TablePage) -> None:
        self._refuse_while_nominating(page)
        if page.final:
            raise UsageError(page.turns)

    def _refuse_while_nominating(self, page: TablePage) -> None:
        if page.nominating:
            raise UsageError(self._speech("agenda.being-made"))

    def _offer(self, rest: str, page: TablePage) -> None:
        terms, reason = _because(rest, self._speech)
        certain = self._change(terms, page) if terms else True
        action = self._action("propose", page)
        question = second_thought(page, self._draft, self._speech)
        question = question or last_hours_question(page, self._draft, self._speech)
        # What was not named goes with it and may not have been seen, nor what hours it takes.
        unseen = self._draft != self._seen and (page.whole or page.hours is not None)
        if action.enabled and self._draft and (not certain or unseen):
            self._show_draft("", page)
            question = question or self._speech("confirm.propose.guessed")
        self._act(replace(action, confirm=question), reason, page)

    def _show_draft(self, _rest: str, page: TablePage) -> None:
        self._refuse_at_the_end(page)
        self._seen = dict(self._draft)
        worth = self._sitting.worth(self._draft)
        blocks = draft_blocks(page, self._draft, worth, self._speech, numbers=self._looking.numbers)
        if page.whole:
            start = self._speech(f"start.{self._begun_from}")
            blocks = [*blocks, Paragraph(self._speech("terminal.filled-from", start=start), "quiet")]
        off = taken_off(page, self._draft, self._speech)
        blocks = [*blocks, *([Paragraph(off)] if off else [])]
        how = "terminal.how-to-drop" if self._draft and not page.whole else "terminal.how-to-send"
        self._screen.show([*blocks, Paragraph(self._speech(how), "quiet")])

    def _start(self, rest: str, page: TablePage) -> None:
        self._refuse_at_the_end(page)
        named = [Named(start, self._speech(f"start.{start}")) for start in STARTS]
        if not rest:
            choices = self._speech.listed([f"{one.id} ({one.words})" for one in named], "or")
            raise UsageError(self._speech("start.which", choices=choices))
        wanted = _STARTS.get(rest.casefold()) or find(rest, named, self._speech)
        start = next(one for one in STARTS if one == wanted)
        if not starting(page, start):
            raise UsageError(self._speech("start.none", start=self._speech(f"start.{start}")))
        self._draft, self._begun_from = begun_from(page, start), start
        self._keep(page)
        self._show_draft("", page)

    def _build(self, _rest: str, page: TablePage) -> None:
        self._refuse_at_the_end(page)
        for issue in page.issues:
            if issue.id in page.open_issues:
                self._screen.show(issue_blocks(page, issue, self._speech, numbers=self._looking.numbers))
                asked = self._ask_option(issue.id, issue.name, page)
                if asked == "left":
                    return
                if asked == "stopped":
                    break
        self._show_draft("", page)

    def _ask_option(self, issue: str, name: str, page: TablePage) -> Literal["done", "stopped", "left"]:
        """Asks for an option of one issue until it is understood, or the person has had enough."""
        kept = next(one for one in page.issues if one.id == issue).option(self._draft.get(issue, ""))
        keep = self._speech("build.keep", option=kept.text) if kept else self._speech("build.leave")
        while True:
            typed = self._lines.ask(self._speech("build.prompt", issue=name, keep=keep))
            if not typed:
                return "done"
            if typed.casefold() in ("stop", "back"):
                return "stopped"
            try:
                if typed.casefold() in ("help", "?", "h"):
                    self._screen.show([Paragraph(self._speech("build.help"))])
                    continue
                aside = self._aside(typed)
                if aside is None:
                    self._change(f"{issue}: {typed}", page)
                    return "done"
                if not aside:
                    return "left"
            except GameError as error:
                self._screen.show([Paragraph(problem_words(self._speech, error), literal=True)])

    def _issue(self, rest: str, page: TablePage) -> None:
        if not rest:
            choices = self._speech.listed([f"{one.number} ({one.words})" for one in issue_names(page)], "or")
            raise UsageError(self._speech("issue.which", choices=choices))
        issue = find_issue(rest, page, self._speech)
        self._screen.show(issue_blocks(page, issue, self._speech, numbers=self._looking.numbers))

    def _accept(self, rest: str, page: TablePage) -> None:
        self._act(self._action("accept", page), _because(f" {rest}", self._speech)[1], page)

    def _adjourn(self, rest: str, page: TablePage) -> None:
        self._act(self._action("adjourn", page), _because(f" {rest}", self._speech)[1], page)

    def _press(self, rest: str, page: TablePage) -> None:
        self._refuse_while_nominating(page)
        possible = [action for action in page.actions if action.id.startswith("press:")]
        if not possible:
            raise UsageError(self._speech("press.none"))
        if not can_press(page):
            raise UsageError(possible[0].reason)
        if not rest:
            raise UsageError(self._speech("press.which"))
        issue = find_issue(rest, page, self._speech)
        action = next((one for one in possible if one.id == f"press:{issue.id}"), None)
        if action is None:
            raise UsageError(self._speech("draft.settled", issue=issue.name))
        self._act(action, None, page)

    def _nominate(self, rest: str, page: TablePage, *, sure: bool = True) -> None:
        """Puts issues on the agenda, or nothing; asks first where they were guessed, or room is left unused."""
        issues = nominated_issues(rest, page, self._speech)
        wrong = refused_nomination(page, issues, self._speech)
        if wrong:
            raise UsageError(wrong)
        names = self._speech("terms.between").join(one.name for one in page.issues if one.id in issues)
        question = "" if sure else self._speech("confirm.nominate", issues=names)
        question = question or passing_question(page, issues, self._speech)
        if question and not self._confirm(question, ()):
            return
        self._sitting.act("nominate", issues=issues)

    def _more(self, _rest: str, page: TablePage) -> None:
        """Unfolds the next handful of issues that are not on the agenda; after the last, begins anew."""
        waiting = waiting_issues(page)
        if not waiting:
            raise UsageError(self._speech("more.nothing"))
        start = self._unfolded if self._unfolded < len(waiting) else 0
        self._unfolded = start + AT_A_TIME
        shown = waiting_blocks(page, waiting[start : self._unfolded], self._speech, numbers=self._looking.numbers)
        left = len(waiting) - self._unfolded
        told = [Paragraph(self._speech.count("terminal.more-issues", left), "quiet")] if left > 0 else []
        self._screen.show([*shown, *told])

    def _all_issues(self, _rest: str, page: TablePage) -> None:
        """Shows every issue of the table: what is on the agenda, what is settled, and all that waits."""
        numbers = self._looking.numbers
        blocks = [*live_blocks(page, self._speech, numbers=numbers, whole=True)]
        waiting = waiting_blocks(page, waiting_issues(page), self._speech, numbers=numbers)
        self._screen.show([*blocks, *part(self._speech("terminal.not-on-the-agenda"), waiting)])

    def _situation(self, _rest: str, page: TablePage) -> None:
        self._screen.show(introduction_blocks(page, self._speech))

    def _linkages(self, _rest: str, page: TablePage) -> None:
        blocks: list[Block] = linkage_items(page, numbers=True)
        self._screen.show(blocks or [Paragraph(self._speech("linkages.none"))])

    def _basis(self, _rest: str, page: TablePage) -> None:
        number = self._speech("walk-away.number", share=page.walk_away.share)
        self._screen.show([Paragraph(page.walk_away.words), Paragraph(number), *map(Paragraph, page.walk_away.basis)])

    def _action(self, id_: str, page: TablePage) -> Action:
        found = next((action for action in page.actions if action.id == id_), None)
        if found is None:
            raise UsageError(self._speech("agenda.being-made"))
        return found

    def _act(self, action: Action, reason: str | None, page: TablePage) -> None:
        if not action.enabled:
            raise UsageError(action.reason)
        takes = "" if action.id == "propose" else cost_words(page, action.id.partition(":")[0], self._speech)
        question = f"{takes} {action.confirm}".strip() if action.confirm else ""
        if question and not self._confirm(question, action.details):
            return
        terms = self._draft if action.id == "propose" else None
        self._sitting.act(action.id, terms=terms, reason=reason)


def can_press(page: TablePage) -> bool:
    """Whether this turn leaves pressing on an issue."""
    return any(action.enabled for action in page.actions if action.id.startswith("press:"))


def _to_be_sent(typed: str) -> str:
    """The terms of a line that ends by sending them, "light 3; toll none; send"; empty where it does not."""
    terms, found, last = typed.rpartition(";")
    return terms.strip() if found and last.strip().casefold() in _SEND else ""


def _because(typed: str, speech: Speech) -> tuple[str, str | None]:
    """Parts what is done from why: "hanko none because we must" has a reason."""
    what, found, why = parted_from_reason(typed, speech)
    return what.strip(), why.strip() or None if found else None
