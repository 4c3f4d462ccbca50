"""A whole visit to the terminal game: what to play, the play itself, and leaving politely.

Input and output come in as streams. However a person leaves (quit, Ctrl-D, Ctrl-C, the end of a script), the
game is saved already and they are told how to go on. Nothing here reads the command line.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

from game.errors import GameError
from game.players.styles import USUAL_STYLE, styles
from game.present.codex import codex_before_a_game, whole_codex
from game.present.languages import language_named, languages_listed, speech_in
from game.present.opening import Begun, Opened, Plan, begin, open_preferred, resume
from game.present.problems import problem_words
from game.present.shelf import seats_page, shelf_page
from game.present.wishes import Wishes
from game.scenario.loader import is_on_shelf, shelf
from game.storage.files import CannotWrite, stands
from game.storage.places import autosave_path, list_saves, settings_path
from game.storage.settings import load_settings
from game.terminal.blocks import Paragraph, Verbatim
from game.terminal.choosing import Back, Chooser, Left, OtherLanguage, Picked, named_seats
from game.terminal.codex import Reference
from game.terminal.lines import InputEnded, Lines
from game.terminal.play import Play
from game.terminal.screen import PlainScreen, Screen


@dataclass(frozen=True, slots=True)
class Streams:
    """Where the game reads and prints, and how: `plain` lines of words, or rules and grids of `width`."""

    source: TextIO
    out: TextIO
    plain: bool = False
    width: int | None = None

    def screen(self) -> Screen:
        """Makes the screen."""
        if self.plain:
            return PlainScreen(self.out, self.width or 80)
        from game.terminal.rich_screen import RichScreen

        return RichScreen(self.out, self.width)


class Session:
    """One visit; `command` words how a saved game is gone on with, and where its scenario is if not on the shelf."""

    def __init__(self, wishes: Wishes, streams: Streams, command: Callable[[Path, str | Path | None], str]) -> None:
        self._wishes, self._command = wishes, command
        loaded = load_settings(settings_path())
        self._settings, self._note = loaded.settings, loaded.note
        self._screen = replace(streams, plain=streams.plain or self._settings.plain).screen()
        self._lines = Lines(streams.source, self._screen)
        self._speak(wishes.language or self._settings.language)

    def _speak(self, language: str) -> None:
        """Asks in a language from now on."""
        self._speech = speech = speech_in(language, self._settings.era)
        codex = Reference(lambda: codex_before_a_game(speech), self._screen, speech, "codex.how-before")
        self._chooser = Chooser(self._screen, self._lines, speech, codex.codex)

    def run(self) -> None:
        """Chooses, plays and takes leave.

        Raises:
            GameError: when what was wished for cannot be played.
        """
        if self._note:
            self._say(problem_words(self._speech, self._note))
        try:
            begun = self._begun()
        except (InputEnded, Left, KeyboardInterrupt):
            self._say(self._speech("session.not-begun"))
            return
        self._speech = begun.sitting.speech
        self._announce(begun)
        play = Play(
            begun.sitting,
            self._screen,
            self._lines,
            save_to=begun.save_copy,
            write_report=lambda path: self._report(begun, path),
            speak=lambda typed: self._go_on_in(typed, begun),
        )
        try:
            play.run()
        except (InputEnded, KeyboardInterrupt):
            self._screen.show([Paragraph("")])
        finally:
            self._take_leave(begun)

    def _begun(self) -> Begun:
        wishes = self._wishes
        if wishes.saved is not None:
            begun = self._resumed(wishes.saved, wishes.scenario)
            self._say(self._speech("play.resumed", path=wishes.saved))
            return begun
        named = wishes.scenario
        while named is not None:
            try:
                return self._planned(self._opened(named))
            except OtherLanguage as other:
                self._ask_in(other.typed)
            except Back:
                named = None
        while True:
            page = shelf_page(shelf(language=self._speech.language), list_saves(), self._speech)
            try:
                picked = self._chooser.pick(page)
                return self._of_the_shelf(picked)
            except OtherLanguage as other:
                self._ask_in(other.typed)
            except Back:
                continue

    def _of_the_shelf(self, picked: Picked) -> Begun:
        """What was picked, begun or gone on with; what cannot be opened is said, and asked again.

        Raises:
            Back: to choose anew.
        """
        try:
            return self._of(picked)
        except GameError as error:
            self._say(problem_words(self._speech, error))
            raise Back from error

    def _ask_in(self, typed: str) -> None:
        """Goes on asking in another language, if there is such a one."""
        if not typed:
            self._say(self._speech("language.which", choices=languages_listed(self._speech)))
            return
        try:
            code = language_named(typed, self._speech)
        except GameError as error:
            self._say(str(error))
            return
        self._wishes = replace(self._wishes, language=None)
        self._settings = replace(self._settings, language=code)
        self._speak(code)

    def _go_on_in(self, typed: str, begun: Begun) -> None:
        """Goes on with a game in another language."""
        begun.speak(typed, self._settings.era)
        self._speech = begun.sitting.speech

    def _of(self, picked: Picked) -> Begun:
        if picked.kind == "resume":
            return self._resumed(Path(picked.about))
        return self._planned(self._opened(picked.about))

    def _opened(self, name: str | Path) -> Opened:
        return open_preferred(name, self._wishes.language, self._settings.language, self._settings.era)

    def _planned(self, opened: Opened) -> Begun:
        """Asks what is not settled yet, and begins."""
        wishes = self._wishes
        usual = self._settings.opponents if self._settings.opponents in styles() else USUAL_STYLE
        page = seats_page(opened.scenario, styles(), usual, opened.speech, self._settings.length)
        chairs = named_seats(wishes.seats, page.seats, opened.speech) if wishes.seats else self._chooser.seats(page)
        asks = not wishes.seats
        taken = {party for chair in chairs for party in chair}
        others = set(opened.scenario.parties) - taken
        style, length = wishes.style, wishes.length
        if style is None:
            style = self._chooser.style(page) if asks and others else page.style
        if length is None:
            length = self._chooser.length(page) if asks else page.length
        plan = Plan(chairs, style, wishes.seed, length)
        path = wishes.save or autosave_path(opened.scenario.id, wishes.seed)
        return self._saved_if_possible(lambda saved: begin(opened, plan, path if saved else None))

    def _resumed(self, path: Path, scenario: str | Path | None = None) -> Begun:
        wished, preferred = self._wishes.language, self._settings.language
        return self._saved_if_possible(
            lambda saved: resume(path, wished, scenario, unsaved=not saved, preferred=preferred, era=self._settings.era)
        )

    def _saved_if_possible(self, begun: Callable[[bool], Begun]) -> Begun:
        """Begins so that the game is saved; where that cannot be, asks whether to play without."""
        if self._wishes.unsaved:
            return begun(False)
        try:
            return begun(True)
        except CannotWrite as error:
            self._say(problem_words(self._speech, error))
            try:
                agreed = self._chooser.agrees(self._speech("unsaved.ask"))
            except InputEnded:
                raise error from None
        if not agreed:
            raise Left
        return begun(False)

    def _announce(self, begun: Begun) -> None:
        game = begun.sitting.game
        if begun.path is None:
            self._say(self._speech("terminal.begun-unsaved"))
        else:
            self._screen.show([Verbatim(self._speech("terminal.begun", path=begun.path))])
        self._say(self._speech("terminal.seed", seed=game.seed))

    def _take_leave(self, begun: Begun) -> None:
        if begun.path is None or not stands(begun.path):
            nothing_yet = begun.path is not None and begun.sitting.is_saved
            self._say(self._speech("terminal.left-undecided" if nothing_yet else "terminal.left-unsaved"))
            return
        command = self._command(begun.path, self._elsewhere)
        key = "terminal.left" if begun.sitting.is_saved else "terminal.left-partly"
        left = Verbatim(self._speech(key, path=begun.path))
        self._screen.show([left, Verbatim(self._speech("terminal.go-on", command=command))])

    @property
    def _elsewhere(self) -> str | Path | None:
        """Where the scenario is, if it is not on the shelf."""
        named = self._wishes.scenario
        return None if named is None or is_on_shelf(named) else named

    def _report(self, begun: Begun, path: Path) -> None:
        from game.present.html_report import write

        sitting = begun.sitting
        write(sitting.debrief(), sitting.speech, path, whole_codex(sitting.game.scenario, sitting.speech))

    def _say(self, words: str) -> None:
        self._screen.show([Paragraph(words)])
