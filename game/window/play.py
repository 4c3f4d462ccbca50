"""A game in the window: which page is looked at, which dialog lies over it, what each action does.

It leads through a `game.present.sitting.Sitting` and keeps what belongs to no page: what is prepared at a table
(`game.window.preparing`), the papers and figures that were opened, whether numbers are shown. Nothing here draws.
"""

from __future__ import annotations

from collections.abc import Callable

from game.errors import UsageError
from game.present.debrief_parts import Debrief
from game.present.languages import WishedEra
from game.present.mapping import MapPage, has_map
from game.present.opening import Begun
from game.present.page import (
    BriefingPage,
    ConsequencePage,
    DecisionPage,
    HandOverPage,
    NotePage,
    OverPage,
    Page,
    TablePage,
)
from game.present.parts import SourceLine
from game.present.sitting import Sitting
from game.window import asking
from game.window.filing import save, save_copy, write_report
from game.window.mapped import Mapped
from game.window.preparing import Preparing
from game.window.reference import Reference
from game.window.screen import Screen
from game.window.screens.around import Around, game_bar
from game.window.screens.bargaining import table_screen, talk_screen
from game.window.screens.charting import map_screen
from game.window.screens.debriefing import contents_dialog, debrief_screen
from game.window.screens.deciding import decision_screen
from game.window.screens.dialogs import (
    CONFIRMED,
    keys_dialog,
    menu_dialog,
    sources_dialog,
)
from game.window.screens.looking import account_screen, documents_screen, state_screen
from game.window.screens.offering import press_dialog
from game.window.screens.one_issue import issue_dialog
from game.window.screens.reading import (
    briefing_screen,
    consequence_screen,
    document_screen,
    hand_over_screen,
    note_screen,
    over_screen,
)
from game.window.ways import Ways

_MOVES = ("continue", "choose", "propose", "accept", "press", "adjourn", "walk-out", "nominate", "pass")
_LOOKS = ("state", "documents", "briefing", "history", "account", "read", "talk", "map", "map-at", "codex", "compare")
_PREPARES = ("draft", "step", "start", "put", "fold", "at-hand")


class Play:
    """One game, as screens and actions."""

    def __init__(self, begun: Begun) -> None:
        self.begun = begun
        self.sitting: Sitting = begun.sitting
        self.speech = begun.sitting.speech
        self.notices: list[str] = []
        self.typed = ""
        self.numbers = False
        self._looks: list[str] = []
        self._dialog: Callable[[], Screen] | None = None
        self.preparing = Preparing(begun.sitting)
        self._reference = Reference(begun.sitting)
        self._ways = Ways(begun.sitting)
        self._debrief: Debrief | None = None
        self._chapter = 0
        self._mapped = Mapped(begun.sitting)

    # What is seen

    @property
    def screen(self) -> Screen:
        """The screen to show now."""
        looked_at = self._looked_at(self._looks[-1]) if self._looks else None
        if looked_at is not None:
            return self._reference.linked(looked_at)
        if self._debrief is not None:
            return self._reference.linked(debrief_screen(self._debrief, self._chapter, self._around()))
        return self._reference.linked(self._page_screen(self.sitting.page))

    @property
    def dialog(self) -> Screen | None:
        """The dialog that lies over it, if one does."""
        return self._dialog() if self._dialog is not None else None

    def speak(self, language: str, era: WishedEra) -> None:
        """Goes on in another language, or with years of another era, on the same page."""
        self.begun.speak(language, era)
        self.speech = self.sitting.speech
        if self._debrief is not None:
            self._debrief = self.sitting.debrief()

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
        elif word in _LOOKS:
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
            "back": lambda _: self._back(),
            "close": lambda _: self._close(),
            "map-sheet": self._mapped.lay_out,
            "next": lambda _: self._to_the_next(),
            "menu": lambda _: self._open(self._menu),
            "keys": lambda _: self._open(lambda: keys_dialog(self.speech)),
            "sources": lambda _: self._open_sources(),
            "decide": self._open_decision,
            "issue": self._open_issue,
            "press": lambda _: self._open(lambda: press_dialog(self._table(), self.speech)),
            "send": lambda _: self._send(),
            "go": self._ask_to_go,
            "gone": self._go,
            "branch": self._open_branch,
            "end": self._to_the_end,
            "parting": lambda letter: self._go(str(self._ways.parting(letter))),
            "otherwise": self._otherwise,
            "undo": lambda _: self._undo(),
            "redo": lambda _: self._redo(),
            "numbers": lambda _: self._switch_numbers(),
            "debrief": lambda _: self._read_debrief(),
            "chapter": self._turn_to,
            "contents": lambda _: self._open_contents(),
            "save": lambda _: self._file(save),
            "copy": lambda _: self._file(save_copy),
            "report": lambda _: self._file(write_report),
        }

    # Pages

    def _page_screen(self, page: Page) -> Screen:
        around = self._around()
        match page:
            case NotePage():
                return note_screen(page, around)
            case HandOverPage():
                return hand_over_screen(page, around)
            case BriefingPage():
                return briefing_screen(page, around)
            case ConsequencePage():
                return consequence_screen(page, around, self._chart())
            case DecisionPage():
                return decision_screen(page, around, self._chart())
            case TablePage():
                prepared = self.preparing.now(page)
                return table_screen(page, prepared, around, self._chart())
            case OverPage():
                return over_screen(page, around, self._chart())
        raise UsageError(page.title)

    def _looked_at(self, look: str) -> Screen | None:
        """A page that was opened from another; None where there is nothing to see any more."""
        around, sitting = self._around(), self.sitting
        word, _, about = look.partition(":")
        if word == "account":
            account = sitting.account(about)
            return account_screen(account, around) if account else None
        if word == "read":
            document = sitting.document(about)
            return document_screen(document, around) if document else None
        if word == "documents":
            return documents_screen(sitting.documents(), around)
        if word.startswith("map"):
            return map_screen(self._mapped.whole(int(about) if about else -1), around)
        if word == "compare":
            left, _, right = about.partition(":")
            return self._ways.compared(left, right, around)
        if word == "codex":
            return self._reference.screen(about, self.typed, around)
        if word == "talk":
            return talk_screen(sitting.page, around) if isinstance(sitting.page, TablePage) else None
        if word == "briefing":
            return briefing_screen(sitting.briefing(), around, again=True)
        return state_screen(sitting.state(), around) if word == "state" else self._ways.screen(around)

    def _chart(self) -> MapPage | None:
        """The map beside the page, or of the issue at hand."""
        page = self.sitting.page
        return self._mapped.beside(page, self.preparing.at_hand if isinstance(page, TablePage) else "")

    def _around(self) -> Around:
        page = self.sitting.page
        at_hand = not isinstance(page, NotePage | HandOverPage)
        reads = at_hand and not self.sitting.over
        unread = sum(line.unread for line in self.sitting.documents().documents) if reads else 0
        sitting = self.sitting
        return Around(self.speech, self.numbers, unread, at_hand, sitting.over, sitting.can_undo, sitting.can_redo)

    def _look(self, look: str) -> None:
        if isinstance(self.sitting.page, NotePage | HandOverPage):
            raise UsageError(self.speech("window.not-while-handing-over"))
        if look == "talk" and not isinstance(self.sitting.page, TablePage):
            raise UsageError(self.speech("refused.not-now"))
        if look.startswith("map") and not has_map(self.sitting.game.scenario):
            raise UsageError(self.speech("map.none"))
        if look.startswith(("compare:", "codex")):
            # What cannot be shown is said now, and does not become the page.
            self._looked_at(look)
        if look in self._looks:
            self._looks = self._looks[: self._looks.index(look)]
        if look == "map":
            self._mapped.lay_out("")
        if look.startswith("map"):
            self._looks = [seen for seen in self._looks if not seen.startswith("map")]
        elif ":" not in look and look != "codex":
            self._looks.clear()
        self._dialog = None
        self.typed = ""
        self._looks.append(look)

    def _to_the_next(self) -> None:
        """Goes on towards the next decision: back from what was opened, or on from a page that only wants reading."""
        if self._looks or self._dialog is not None:
            self._looks.clear()
            self._dialog = None
        elif isinstance(self.sitting.page, NotePage | BriefingPage | ConsequencePage):
            self._move("continue")

    def _back(self) -> None:
        if self._looks:
            self._looks.pop()

    # Dialogs

    def _open(self, dialog: Callable[[], Screen]) -> None:
        self._dialog = dialog

    def _close(self) -> None:
        self._dialog = None

    def _menu(self) -> Screen:
        bar = [one for one in game_bar(self._around()) if one.spare]
        return menu_dialog(self.speech, playing=True, over=self.sitting.over, at_hand=bar)

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
            return issue_dialog(page, line, self.preparing.now(page), self._around())

        self._open(made)

    # Branches

    def _ask_to_go(self, about: str) -> None:
        self._ways.going(about, self._around())
        self._open(lambda: self._ways.going(about, self._around()))

    def _open_branch(self, letter: str) -> None:
        self._ways.branch(letter, self._around())
        self._open(lambda: self._ways.branch(letter, self._around()))

    def _to_the_end(self, letter: str) -> None:
        seq = self._ways.end_of(letter)
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
            self._looks.clear()
        self.sitting.act("nominate" if action == "pass" else action, terms=terms, issues=issues, reason=reason or None)

    def _second_thought(self, action: str) -> str:
        page = self.sitting.page
        return self.preparing.question(action, page) if isinstance(page, TablePage) else ""

    def _send(self) -> None:
        """Makes the move that a turn at a table is prepared for: our next offer, or what we put on the agenda."""
        page = self.sitting.page
        if not isinstance(page, TablePage) or self._looks:
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
        self._looks.clear()
        self._dialog = None
        self._debrief = None

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
        self._looks.clear()
        self._debrief = self.sitting.debrief()

    def _turn_to(self, chapter: str) -> None:
        self._dialog = None
        self._chapter = int(chapter)

    def _open_contents(self) -> None:
        debrief = self._debrief
        if debrief is None:
            raise UsageError(self.speech("refused.not-now"))
        self._open(lambda: contents_dialog(debrief, self.speech))

    def _switch_numbers(self) -> None:
        self._dialog = None
        self.numbers = not self.numbers
        self.notices.append(self.speech("window.numbers-on" if self.numbers else "window.numbers-off"))

    def _file(self, written: Callable[[Begun], str]) -> None:
        self._dialog = None
        self.notices.append(written(self.begun))

    def _collect_notices(self) -> None:
        self.notices += self.sitting.notices
        self.sitting.notices.clear()
