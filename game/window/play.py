"""A game in the window: which dialog lies over the page, and what each action does.

It leads through a `game.present.sitting.Sitting`. What is looked at is `game.window.looking`'s, what is prepared at a
table `game.window.preparing`'s. Nothing here draws.
"""

from __future__ import annotations

from collections.abc import Callable

from game.errors import UsageError
from game.present.languages import WishedEra
from game.present.opening import Begun
from game.present.page import (
    BriefingPage,
    ConsequencePage,
    DecisionPage,
    NotePage,
    OverPage,
    TablePage,
)
from game.present.parts import SourceLine
from game.present.sitting import Sitting
from game.storage.places import shown_path
from game.window import asking
from game.window.controls import Button
from game.window.filing import save, save_copy, write_report
from game.window.guessing import Guessing
from game.window.looking import LOOKS, Looking
from game.window.preparing import Preparing
from game.window.screen import Screen
from game.window.screens.around import game_bar
from game.window.screens.dialogs import (
    CONFIRMED,
    keys_dialog,
    menu_dialog,
    sources_dialog,
)
from game.window.screens.offering import press_dialog
from game.window.screens.one_issue import issue_dialog

_MOVES = ("continue", "choose", "propose", "accept", "press", "adjourn", "walk-out", "nominate", "pass")
_PREPARES = ("draft", "step", "start", "put", "fold", "at-hand")


class Play:
    """One game, as screens and actions."""

    def __init__(self, begun: Begun) -> None:
        self.begun = begun
        self.sitting: Sitting = begun.sitting
        self.speech = begun.sitting.speech
        self.notices: list[str] = []
        self.typed = ""
        self._dialog: Callable[[], Screen] | None = None
        self.preparing = Preparing(begun.sitting)
        self.looking = Looking(begun.sitting, self.preparing)
        self.guessing = Guessing(begun.sitting)

    # What is seen

    @property
    def screen(self) -> Screen:
        """The screen to show now."""
        return self.looking.screen(self.typed)

    @property
    def dialog(self) -> Screen | None:
        """The dialog that lies over it, if one does."""
        return self._dialog() if self._dialog is not None else None

    def speak(self, language: str, era: WishedEra) -> None:
        """Goes on in another language, or with years of another era, on the same page."""
        self.begun.speak(language, era)
        self.speech = self.sitting.speech
        self.looking.speak()

    def ask(self, question: str, action: str) -> None:
        """Asks before an action is done, and says with it what the action is about."""
        self._open(asking.question(self.sitting, question, action, lambda: self._second_thought(action)))

    # What is done

    def do(self, action: str) -> None:
        """Does what an action's id says.

        Raises:
            GameError: when it is not allowed now; the text says why.
        """
        confirmed, action = action.startswith(CONFIRMED), action.removeprefix(CONFIRMED)
        doubt = "" if confirmed else self._second_thought(action)
        if doubt:
            self.ask(doubt, action)
            return
        word, _, about = action.partition(":")
        if word in _MOVES and action != "press":
            self._move(action)
        elif word in LOOKS:
            self._look(action)
        elif word in _PREPARES:
            self._prepare(word, about)
        elif word in self._others:
            self._others[word](about)
        else:
            raise UsageError(self.speech("action.unknown", action=action[:60]))
        self._collect_notices()

    @property
    def _others(self) -> dict[str, Callable[[str], None]]:
        return {
            "at-length": lambda _: self.sitting.act("at-length"),
            "back": lambda _: self.looking.back(),
            "close": lambda _: self._close(),
            "map-sheet": self.looking.mapped.lay_out,
            "next": lambda _: self._to_the_next(),
            "menu": lambda _: self._open(self._menu),
            "keys": lambda _: self._open(lambda: keys_dialog(self.speech)),
            "sources": lambda _: self._open_sources(),
            "decide": self._open_decision,
            "issue": self._open_issue,
            "guess": self._open_guess,
            "guessing": self.guessing.change,
            "guess-kept": lambda _: self._keep_guess(),
            "press": lambda _: self._open(lambda: press_dialog(self._table(), self.speech)),
            "send": lambda _: self._send(),
            "go": self._ask_to_go,
            "gone": self._go,
            "branch": self._open_branch,
            "beside": lambda _: self._open(lambda: self.looking.ways.beside(self.looking.around)),
            "end": self._to_the_end,
            "parting": lambda letter: self._go(str(self.looking.ways.parting(letter))),
            "otherwise": self._otherwise,
            "undo": lambda _: self._undo(),
            "redo": lambda _: self._redo(),
            "numbers": lambda _: self._switch_numbers(),
            "debrief": lambda _: self._read_debrief(),
            "chapter": self._turn_to,
            "contents": lambda _: self._open_contents(),
            "land": lambda _: self._open_land(),
            "save": lambda _: self._file(save),
            "copy": lambda _: self._file(save_copy),
            "report": lambda _: self._report(),
        }

    # What is looked at

    def _look(self, look: str) -> None:
        self.looking.open(look)
        self._dialog = None
        self.typed = ""

    def _to_the_next(self) -> None:
        """Goes on towards the next decision: back from what was opened, or on from what only wants reading."""
        if self.looking.is_open or self._dialog is not None:
            self.looking.close()
            self._dialog = None
        elif isinstance(self.sitting.page, NotePage | BriefingPage | ConsequencePage | OverPage):
            onward = next((one.action for one in self.screen.bar if one.primary), "")
            if onward:
                self.do(onward)
            else:
                self.notices.append(self.speech("window.last-page"))

    # Dialogs

    def _open(self, dialog: Callable[[], Screen]) -> None:
        self._dialog = dialog

    def _close(self) -> None:
        self._dialog = None

    def _menu(self) -> Screen:
        around = self.looking.around
        bar = [one for one in game_bar(around, chart=self.looking.chart if around.at_hand else None) if one.spare]
        offered = [one for one in bar if one.action != "sources"]
        offered += [one for one in self._of_the_page() if one.action not in {other.action for other in bar}]
        path, say = self.begun.path, self.speech
        kept = say("window.saved", path=shown_path(path)) if path is not None else say("window.unsaved")
        told = (kept, self.speech("window.seed-of-game", seed=self.sitting.game.seed))
        return menu_dialog(self.speech, playing=True, over=self.sitting.over, at_hand=offered, told=told)

    def _of_the_page(self) -> tuple[Button, ...]:
        """What the page that the person is at offers besides, though another may lie over it."""
        page, speech = self.sitting.page, self.speech
        if isinstance(page, DecisionPage):
            return (Button("staff", speech("window.staff"), "E"),)
        if isinstance(page, TablePage):
            return (Button("talk", speech("window.talk"), "F7"), Button("guess", speech("window.guess"), "G"))
        return ()

    def _open_sources(self) -> None:
        lines: tuple[SourceLine, ...] = self.screen.sources
        self._open(lambda: sources_dialog(lines, self.speech))

    def _open_decision(self, option: str) -> None:
        self.typed = ""
        self._open(asking.decision(self.sitting, option, lambda: self.typed))

    def _open_issue(self, issue: str) -> None:
        self.preparing.change("at-hand", issue, self._table())

        def made() -> Screen:
            page = self._table()
            line = next(one for one in page.issues if one.id == issue)
            return issue_dialog(page, line, self.preparing.now(page), self.looking.around)

        self._open(made)

    def _open_guess(self, other: str) -> None:
        self.guessing.open(other)
        self._open(lambda: self.guessing.dialog)

    def _keep_guess(self) -> None:
        self._dialog = None
        self.notices.append(self.guessing.keep())

    # Branches

    def _ask_to_go(self, about: str) -> None:
        self.looking.ways.going(about, self.looking.around)
        self._open(lambda: self.looking.ways.going(about, self.looking.around))

    def _open_branch(self, letter: str) -> None:
        self.looking.ways.branch(letter, self.looking.around)
        self._open(lambda: self.looking.ways.branch(letter, self.looking.around))

    def _to_the_end(self, letter: str) -> None:
        seq = self.looking.ways.end_of(letter)
        self._leave_pages()
        self.sitting.stand_after(seq)
        self.notices.append(self.speech("tree.gone", letter=letter))

    def _otherwise(self, about: str) -> None:
        """Goes back to a decision, and asks there whether an option is to be chosen this time."""
        seq, _, option = about.partition(":")
        self._go(seq)
        if isinstance(self.sitting.page, DecisionPage):
            self._open_decision(option)

    # Moves

    def _move(self, action: str) -> None:
        self._dialog = None
        reason = self.typed.strip() if action.startswith("choose:") else ""
        self.typed = ""
        page = self.sitting.page
        prepared = self.preparing.now(page) if isinstance(page, TablePage) else None
        terms = prepared.terms if prepared and action == "propose" else None
        issues = prepared.chosen if prepared and action == "nominate" else ()
        if action != "continue":
            self.looking.close()
        self.sitting.act("nominate" if action == "pass" else action, terms=terms, issues=issues, reason=reason or None)

    def _second_thought(self, action: str) -> str:
        page = self.sitting.page
        return self.preparing.question(action, page) if isinstance(page, TablePage) else ""

    def _send(self) -> None:
        """Makes the move that a turn at a table is prepared for: our next offer, or what we put on the agenda."""
        page = self.sitting.page
        if not isinstance(page, TablePage) or self.looking.is_open:
            raise UsageError(self.speech("refused.not-now"))
        if not page.nominating:
            self.do("propose")
        else:
            self.do("nominate" if self.preparing.now(page).chosen else "pass")

    def _undo(self) -> None:
        self._leave_pages()
        done = self.sitting.undo()
        self.notices.append(self.speech("window.undone" if done else "window.nothing-to-undo"))

    def _redo(self) -> None:
        self._leave_pages()
        done = self.sitting.redo()
        self.notices.append(self.speech("window.redone" if done else "window.nothing-to-redo"))

    def _go(self, about: str) -> None:
        self._leave_pages()
        self.sitting.go_to(int(about))
        self.notices.append(self.speech("window.gone"))

    def _leave_pages(self) -> None:
        self.looking.leave()
        self._dialog = None

    # What is prepared at a table

    def _table(self) -> TablePage:
        page = self.sitting.page
        if not isinstance(page, TablePage):
            raise UsageError(self.speech("refused.not-now"))
        return page

    def _prepare(self, word: str, about: str) -> None:
        self.preparing.change(word, about, self._table())
        if word in ("draft", "put"):
            self._dialog = None

    # The end, and files

    def _read_debrief(self) -> None:
        self.looking.close()
        self.looking.read_debrief()

    def _turn_to(self, chapter: str) -> None:
        self._dialog = None
        self.looking.chapter = int(chapter)

    def _open_contents(self) -> None:
        from game.window.screens.debriefing import contents_dialog

        debrief = self.looking.debrief
        if debrief is None:
            raise UsageError(self.speech("refused.not-now"))
        self._open(lambda: contents_dialog(debrief, self.speech))

    def _open_land(self) -> None:
        from game.window.screens.debriefing import land_dialog

        debrief, chapter = self.looking.debrief, self.looking.chapter
        if debrief is None or chapter >= len(debrief.chapters):
            raise UsageError(self.speech("refused.not-now"))
        self._open(lambda: land_dialog(debrief, chapter, self.speech))

    def _switch_numbers(self) -> None:
        self._dialog = None
        self.looking.numbers = not self.looking.numbers
        self.notices.append(self.speech("window.numbers-on" if self.looking.numbers else "window.numbers-off"))

    def _file(self, written: Callable[[Begun], str]) -> None:
        self._dialog = None
        self.notices.append(written(self.begun))

    def _report(self) -> None:
        self._dialog = None
        self.looking.report = shown_path(write_report(self.begun))
        self.notices.append(f"{self.speech('window.reported')}\n{self.looking.report}")

    def _collect_notices(self) -> None:
        self.notices += self.sitting.notices
        self.sitting.notices.clear()
