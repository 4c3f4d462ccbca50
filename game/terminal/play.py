"""The terminal game's loop: prints the page, reads a line, does what it says, until the person leaves.

A line is first taken as what the page asks for, then as a command that is always at hand. Nothing that is
typed can break the game: what is not understood is answered in a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from game.errors import GameError, UsageError
from game.present.languages import languages_listed
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
from game.present.parts import Prose
from game.present.problems import problem_words
from game.present.sitting import Sitting
from game.present.speech import Speech
from game.scenario.suggestions import nearest
from game.terminal.bargainer import Bargainer
from game.terminal.blocks import Block, Item, Items, Paragraph
from game.terminal.branching import Branching
from game.terminal.codex import reading_of, reference_of
from game.terminal.deciding import Decider
from game.terminal.filing import Filing, SaveTo, WriteReport
from game.terminal.guessing import Guesser
from game.terminal.layouts import (
    briefing_blocks,
    consequence_blocks,
    decision_blocks,
    hand_over_blocks,
    note_blocks,
    opening,
    over_blocks,
)
from game.terminal.lines import InputEnded, Lines
from game.terminal.looking import Looking
from game.terminal.screen import Screen
from game.terminal.table_layout import how_to_end, table_blocks
from game.terminal.understanding import understood
from game.terminal.words import answers, find

if TYPE_CHECKING:
    from game.terminal.debriefing import Debriefing

Speak = Callable[[str], None]
_ALIASES = {
    "?": "help",
    "h": "help",
    "s": "state",
    "why": "account",
    "a": "account",
    "papers": "documents",
    "read": "documents",
    "d": "documents",
    "n": "numbers",
    "l": "look",
    "branches": "tree",
    "q": "quit",
    "exit": "quit",
    "leave": "quit",
}


_ASIDES = (
    "look",
    "codex",
    "state",
    "account",
    "documents",
    "interests",
    "advice",
    "estimate",
    "numbers",
    "sources",
    "quit",
)
"""Commands that may be typed in the midst of another."""


class Play:
    """One sitting at a terminal.

    `save_to` and `write_report` write a copy of the game and its report, `speak` goes on in another language.
    """

    def __init__(
        self,
        sitting: Sitting,
        screen: Screen,
        lines: Lines,
        *,
        save_to: SaveTo | None = None,
        write_report: WriteReport | None = None,
        speak: Speak | None = None,
    ) -> None:
        self._codex = reference_of(sitting, screen)
        self._sitting, self._screen, self._lines = sitting, self._codex.screen, lines
        self._speech: Speech = sitting.speech
        self._speak = speak
        self._filing = Filing(sitting, self._screen, self._speech, save_to, write_report)
        self._decider = Decider(sitting, self._confirm, lambda: self._typed_names(self._commands))
        self._looking = Looking(sitting, self._screen, self._speech)
        self._bargainer = Bargainer(
            sitting, self._screen, lines, self._speech, self._looking, self._confirm, self._aside
        )
        self._guesser = Guesser(sitting, self._screen, lines, self._speech, self._aside)
        self._branching = Branching(sitting, self._screen, self._speech, self._came_back)
        self._printed: tuple[object, ...] | None = None
        self._debriefing: Debriefing | None = None
        self._left = False
        self._instead = ""
        """A line that was typed where yes or no was asked for, and is neither: it is obeyed next."""
        self._papers_listed = False
        self._commands = {**self._of_looking(), **self._of_going()}
        lines.complete_with(lambda typed: self._codex.continued(typed, self._typed_names(self._commands)))

    def _of_looking(self) -> dict[str, Callable[[str], None]]:
        """The commands that only show something."""
        return {
            "help": self._help,
            "look": self._look,
            "full": self._full,
            "codex": self._codex.codex,
            "state": self._looking.state,
            "account": self._looking.account,
            "documents": self._documents,
            "brief": self._looking.brief,
            "members": self._looking.members,
            "interests": self._looking.interests,
            "advice": self._looking.advice,
            "estimate": self._looking.estimate,
            "guess": self._guesser.guess,
            "chair": self._chair,
            "numbers": self._looking.switch_numbers,
            "sources": self._looking.sources,
            "history": self._looking.history,
        }

    def _of_going(self) -> dict[str, Callable[[str], None]]:
        """The commands that go back, elsewhere or away, or write a file."""
        return {
            "tree": self._branching.tree,
            "go": self._branching.go,
            "try": self._branching.try_otherwise,
            "compare": self._branching.compare,
            "undo": self._undo,
            "redo": self._redo,
            "save": self._filing.save,
            "report": self._filing.report,
            "language": self._language,
            "quit": self._quit,
        }

    def run(self) -> None:
        """Plays until the person leaves or the game is over and read.

        Raises:
            InputEnded: when the input ends; KeyboardInterrupt passes through.
        """
        while not self._left:
            self._print_page()
            line, self._instead = self._instead, ""
            line = line or self._lines.ask(self._speech("terminal.prompt"))
            try:
                self._obey(line)
            except GameError as error:
                self._screen.show([Paragraph(problem_words(self._speech, error), literal=True)])

    def _print_page(self) -> None:
        page = self._sitting.page
        place = (self._sitting.game.seq, self._sitting.party, type(page), page.title)
        if place != self._printed:
            self._screen.show(self._blocks(page, whole=isinstance(page, TablePage) and page.fresh))
            self._printed = place
        for notice in self._sitting.notices:
            self._say(notice)
        self._sitting.notices.clear()

    def _blocks(self, page: Page, *, whole: bool = True) -> list[Block]:
        speech = self._speech
        match page:
            case NotePage():
                return note_blocks(page, speech)
            case HandOverPage():
                return hand_over_blocks(page, speech)
            case BriefingPage():
                return briefing_blocks(page, speech)
            case ConsequencePage():
                return consequence_blocks(page, speech)
            case DecisionPage():
                return decision_blocks(page, speech)
            case TablePage():
                return table_blocks(page, speech, numbers=self._looking.numbers, whole=whole)
            case OverPage():
                *ending, how_on = over_blocks(page, speech)
                return [*ending, *self._branching.hint(), how_on]
        return []

    def _obey(self, line: str) -> None:
        page = self._sitting.page
        if self._papers_listed and line.isdecimal():
            self._looking.documents(line)
            self._say(self._speech("terminal.paper-by-number"))
            return
        self._papers_listed = False
        if not line:
            self._enter(page)
        elif isinstance(page, DecisionPage) and line.isdecimal():
            self._decider.choose(line, page)
        elif not ((isinstance(page, TablePage) and self._bargainer.obey(line, page)) or self._command(line)):
            self._other_words(self._lines.typed, page)

    def _enter(self, page: Page) -> None:
        if isinstance(page, TablePage) and page.final:
            self._say(how_to_end(page, self._speech))
        elif isinstance(page, TablePage) and page.agenda is not None and page.nominating and not page.agenda.places:
            self._bargainer.obey("nominate nothing", page)
        elif isinstance(page, DecisionPage | TablePage):
            key = "decision" if isinstance(page, DecisionPage) else "agenda" if page.nominating else "table"
            self._say(self._speech(f"terminal.enter-{key}"))
        elif isinstance(page, OverPage):
            self._after_the_end()
        else:
            self._sitting.proceed()

    def _command(self, line: str) -> bool:
        word, _, rest = line.partition(" ")
        name = _ALIASES.get(word.casefold(), word.casefold())
        command = self._commands.get(name)
        if command is not None:
            command(rest.strip())
        return command is not None

    def _aside(self, line: str) -> bool | None:
        """Obeys a line that only shows something, or leaves; None where it is neither, false once the person leaves."""
        word, _, rest = line.partition(" ")
        name = _ALIASES.get(word.casefold(), word.casefold())
        if name not in _ASIDES:
            return None
        self._commands[name](rest.strip())
        return not self._left

    def _other_words(self, line: str, page: Page) -> None:
        if isinstance(page, DecisionPage):
            self._decider.choose(line, page)
            return
        if isinstance(page, OverPage) and self._debriefing is not None:
            self._open_section(understood(line), self._debriefing)
            return
        if isinstance(page, TablePage) and self._bargainer.change(line, page):
            return
        words = (*self._commands, *(self._bargainer.words(page) if isinstance(page, TablePage) else ()))
        close = nearest(line.split()[0], self._typed_names(words))
        meant = self._speech("typed.meant-command", meant=close) if close else ""
        key = "typed.no-command" if isinstance(page, DecisionPage | TablePage) else "typed.only-enter"
        raise UsageError(f"{self._speech(key, typed=line[:40])} {meant}".strip())

    def _typed_names(self, commands: Iterable[str]) -> list[str]:
        """The names of commands as a reader of this language types them."""
        return [self._speech(f"word.{name}") if self._speech.has(f"word.{name}") else name for name in commands]

    def _after_the_end(self) -> None:
        """Enter on the last page: opens the debrief, turns its pages, and after the last one leaves."""
        if self._debriefing is None:
            self._debriefing = self._debriefing_in(self._speech)
            self._screen.show(self._debriefing.opening())
        elif self._debriefing.is_read:
            self._left = True
        else:
            self._screen.show(self._debriefing.next_section())

    def _debriefing_in(self, speech: Speech) -> Debriefing:
        from game.terminal.debriefing import Debriefing  # which a game needs at its end alone

        return Debriefing(self._sitting.debrief(), speech)

    def _open_section(self, line: str, debriefing: Debriefing) -> None:
        if line.casefold() == "all":
            self._screen.show(debriefing.rest())
            return
        self._screen.show(debriefing.section(find(line, debriefing.names, self._speech)))

    def _chair(self, about: str) -> None:
        """Shows the decisive session from another chair, once the game is over."""
        if not self._sitting.over:
            raise UsageError(self._speech("debrief.chair.not-yet"))
        self._debriefing = self._debriefing or self._debriefing_in(self._speech)
        self._screen.show(self._debriefing.chair(about))

    def _help(self, _about: str) -> None:
        speech = self._speech
        page = self._sitting.page
        keys = _help_of_a_table(page) if isinstance(page, TablePage) else ("choose",)
        names = [*(self._bargainer.words(page) if isinstance(page, TablePage) else ()), *self._commands]
        blocks: list[Block] = [opening(speech("help.title"), ""), *(Paragraph(speech(f"help.{key}")) for key in keys)]
        items = tuple(Item("", speech(f"command.{name}")) for name in names if speech.has(f"command.{name}"))
        self._screen.show([*blocks, Items(items)])

    def _look(self, about: str) -> None:
        if about:
            self._codex.look(about)
            return
        self._screen.show(self._blocks(self._sitting.page))

    def _full(self, _about: str) -> None:
        """Tells at length what the short game tells in brief."""
        if all(one.id != "at-length" for one in getattr(self._sitting.page, "actions", ())):
            raise UsageError(self._speech("typed.not-in-brief"))
        self._sitting.act("at-length")

    def _documents(self, about: str) -> None:
        """Shows the list of papers, after which a number opens one and decides nothing, or a paper."""
        self._looking.documents(about)
        self._papers_listed = not about

    def _undo(self, _about: str) -> None:
        if not self._sitting.undo():
            raise UsageError(self._speech("undo.none"))
        self._came_back(self._speech("terminal.undone"))

    def _redo(self, _about: str) -> None:
        if not self._sitting.redo():
            raise UsageError(self._speech("redo.none"))
        self._came_back(self._speech("terminal.redone"))

    def _came_back(self, words: str) -> None:
        self._debriefing, self._printed = None, None
        self._say(words)

    def _language(self, about: str) -> None:
        if self._speak is None or not about:
            raise UsageError(self._speech("language.which", choices=languages_listed(self._speech)))
        self._speak(about)
        speech = self._speech = self._sitting.speech
        self._codex.speak(reading_of(self._sitting), speech)
        for one in (self._looking, self._bargainer, self._guesser, self._branching, self._filing):
            one.speak(speech)
        if self._debriefing is not None:
            self._debriefing = self._debriefing_in(speech).go_on_from(self._debriefing)
        self._printed = None
        self._say(speech("language.changed"))

    def _quit(self, _about: str) -> None:
        self._left = True

    def _confirm(self, question: str, about: Prose = ()) -> bool:
        told: list[Block] = [Items(tuple(Item("•", words) for words in about))] if about else []
        self._screen.show([*told, Paragraph(question, "strong")])
        answer = self._lines.ask(f"{self._speech('confirm.how')} ")
        if answers(answer, "yes", self._speech):
            return True
        self._instead = "" if answers(answer, "no", self._speech) else answer
        self._say(self._speech("confirm.not-done"))
        return False

    def _say(self, words: str) -> None:
        self._screen.show([Paragraph(words)])


def _help_of_a_table(page: TablePage) -> tuple[str, ...]:
    """Which explanations help with a turn at a table."""
    if page.nominating:
        return ("nominate",)
    if page.final:
        return ()
    return ("choose", "package") if page.whole else ("choose", "package", "by-issue")


__all__ = ["InputEnded", "Play"]
