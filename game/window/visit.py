"""A visit to the window: the cover, the shelf, the seats, then a game, until the person leaves.

What was wished for on the command line is not asked. Nothing here draws, and nothing here knows of pygame.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.errors import CannotRead, MoveRefused, UsageError
from game.present.languages import LANGUAGES, speech_in
from game.present.page import ShelfPage
from game.present.problems import problem_words
from game.scenario.collector import collector_at_rest, count_as_old, look_through
from game.storage.files import CannotWrite
from game.storage.settings import Settings
from game.window.overlaid import Overlaid, SavesPage, SettingsPage
from game.window.preferring import SETTING_WORDS, chosen, is_of_language
from game.window.screen import Screen
from game.window.screens.dialogs import (
    CONFIRMED,
    keys_dialog,
    menu_dialog,
    question_dialog,
    seed_dialog,
    sources_dialog,
)
from game.window.screens.opening import opening_screen
from game.window.screens.shelf import shelf_screen
from game.window.screens.title import title_screen
from game.window.shelving import load_for_a_game, name_of, saved_games, shelf_in, title_on
from game.window.waiting import Abandoned, Result, Waits, Work, at_once

if TYPE_CHECKING:
    from game.present.opening import Opened
    from game.present.speech import Speech
    from game.present.wishes import Wishes
    from game.window.play import Play
    from game.window.screens.shelf import Choices
    from game.window.seating import Seating


UNSAVED = "unsaved"
SLOW = {"debrief": "window.working.debrief", "report": "window.working.report"}
"""What may take a second or more on a slow machine, and what is said of it."""
_OF_SEATS = ("seat", "style", "length", "begin")


class Visit:
    """Where the person is; `notices` are sentences to show, `left` is true when the window is to close.

    On top lies the page that was laid `_over` another, if one was; else the game, else the seats of a scenario, else
    the shelf or the cover.
    """

    def __init__(self, wishes: Wishes, settings: Settings | None = None) -> None:
        self._wishes, self.settings = wishes, settings or Settings()
        self._wished_language = wishes.language
        self.speech = speech_in(wishes.language or self.settings.language, self.settings.era)
        self.notices: list[str] = []
        self.left = False
        self.play: Play | None = None
        self.seating: Seating | None = None
        self._kept: dict[str, Choices] = {}
        self._shelf: ShelfPage | None = None
        self._on_shelf = False
        self._over: Overlaid | None = None
        self._dialog: Callable[[], Screen] | None = None
        self._begin_unsaved: Callable[[], None] | None = None
        self._games = 0
        self._prepared = False
        self._ahead: Work[None] | None = None
        self._looked_through = True
        """Whether what is left of an earlier game has been freed; it is when there is time."""
        self.waits: Waits = at_once
        """How work that takes its time is waited for."""
        self._opening = name_of(wishes.saved or wishes.scenario or "")
        """What is being opened; empty while nothing is."""

    def prepare(self) -> bool:
        """Reads what would keep the first frame waiting; tells whether there is more to show now.

        Raises:
            GameError: when what was wished for cannot be played.
        """
        if self._prepared:
            return False
        self._prepared = True
        try:
            self._begin_as_wished()
        except Abandoned:
            if self.seating is None and not self.left:
                self._to_shelf()
        finally:
            self._opening = ""
        return True

    def read_ahead(self) -> None:
        """Begins to read, beside the window, what will be asked for next, when what is shown has been drawn."""
        if not self._looked_through:
            self._looked_through = True
            look_through()
        if self.play is not None:
            self.play.looking.read_ahead()
        elif self._ahead is None:
            self._ahead = Work(load_for_a_game)

    @property
    def screen(self) -> Screen:
        """The screen to show now."""
        if self._opening:
            return opening_screen(self._opening, self.speech)
        on_top = self._over or self.play or self.seating
        if on_top is not None:
            return on_top.screen
        if self._shelf is not None and self._on_shelf:
            return shelf_screen(self._shelf, self.speech)
        saved = self._shelf.saved if self._shelf is not None else ()
        last = next((line for line in saved if not line.finished), None)
        others = [(code, name) for code, name in LANGUAGES.items() if code != self.language]
        return title_screen(self.speech, last, others, read=self._shelf is not None)

    @property
    def language(self) -> str:
        """The language that is spoken."""
        return self.speech.language

    @property
    def dialog(self) -> Screen | None:
        """The dialog over it, if one is open."""
        if self._opening:
            return None
        if self.play is not None and self._over is None:
            return self.play.dialog
        return self._dialog() if self._dialog is not None else None

    def ask(self, question: str, action: str) -> None:
        """Asks before an action is done."""
        if self.play is not None:
            self.play.ask(question, action)

    @property
    def typed(self) -> str:
        """What stands in the field of the page or its dialog."""
        holder = self._over or self.play or self.seating
        return holder.typed if holder is not None else ""

    @typed.setter
    def typed(self, text: str) -> None:
        holder = self._over or self.play or self.seating
        if holder is not None:
            holder.typed = text

    def sign_of_work(self, action: str) -> str:
        """What is said while an action that takes its time is done; empty for all others."""
        return self.speech(SLOW[action]) if action in SLOW and self.play is not None else ""

    def do(self, action: str) -> None:
        """Does what an action's id says.

        Raises:
            GameError: when it is not allowed now; the text says why, in the reader's language.
        """
        try:
            self._do(action)
        except Abandoned:
            return
        except (CannotRead, CannotWrite, MoveRefused) as error:
            said = problem_words(self.speech, error)
            if said != str(error):
                error.args = (said,)
            raise

    def _do(self, action: str) -> None:
        word, _, about = action.partition(":")
        if word in _OF_SEATS and self.seating is None:
            raise UsageError(self.speech("action.unknown", action=action[:60]))
        if word == "quit":
            self.left = True
        elif word in ("shelf", "title"):
            self._to_shelf()
            self._on_shelf = word == "shelf"
        elif word in SETTING_WORDS:
            self._prefer(word, about)
        elif word == "stay-windowed":
            # The display refused: what is kept as wished is what there is, and the next press tries again.
            self.settings = replace(self.settings, fullscreen=False)
            self.notices.append(self.speech("window.not-filled"))
        elif word == "settings":
            self._lay_over(SettingsPage(self.speech, lambda: self.settings))
        elif word == "saves":
            self._lay_over(SavesPage(self.speech, saved_games))
        elif self.play is not None and (self._over is None or word == "codex"):
            self._over = None
            self.play.do(action)
            self.notices += self.play.notices
            self.play.notices.clear()
        else:
            self._before_a_game(word, about)

    # Settings, and what lies over a page

    def _prefer(self, word: str, about: str) -> None:
        """Changes a setting; it counts at once.

        Raises:
            CannotRead: when what is there cannot be read in the language chosen; nothing has changed then.
        """
        settings = chosen(self.settings, word, about, self.language)
        # What was asked for on the command line holds until a language is chosen.
        wished = None if is_of_language(word, about) else self._wished_language
        speech = speech_in(wished or settings.language, settings.era)
        if (speech.language, speech.era) != (self.speech.language, self.speech.era):
            self._speak(speech, settings)
        self.settings, self._wished_language = settings, wished

    def _speak(self, speech: Speech, settings: Settings) -> None:
        """Says everything in another language, or with years of another era, from now on.

        Everything is made in it before anything is taken over, so that one that cannot be read changes nothing.
        """
        seating = self.seating.spoken_in(speech, settings) if self.seating is not None else None
        shelf = shelf_in(speech) if self._shelf is not None else None
        over = self._over.spoken_in(speech) if self._over is not None else None
        if self.play is not None:
            self.play.speak(speech.language, settings.era)
        self.speech, self.seating, self._shelf, self._over = speech, seating, shelf, over

    def _lay_over(self, page: Overlaid) -> None:
        """Lays a page over what is there; its Back leads there again."""
        if self.play is not None and self._over is None:
            self.play.do("close")
        self._dialog = None
        self._over = page

    def _open_codex(self, about: str) -> None:
        """Opens the codex of no game in particular, or an entry of it."""
        from game.window.reference import BeforeAGame

        codex = self._over if isinstance(self._over, BeforeAGame) else BeforeAGame(self.speech)
        codex.open(about)
        self._lay_over(codex)

    # Before a game

    def _before_a_game(self, word: str, about: str) -> None:
        match word:
            case "open":
                self._open(about)
            case "resume":
                self._resume(Path(about))
            case "begin":
                self._begin()
            case "send" if self.seating is not None:
                self._begin()
            case "seat" | "style" | "length" if self.seating is not None:
                self.seating.choose(word, about)
            case "seed" if self.seating is not None:
                usual = self.seating.usual_seed
                self._dialog = lambda: seed_dialog(self.typed, usual, self.speech)
            case "menu":
                self._dialog = self._menu
            case "keys" | "sources":
                self._dialog = self._keys_or_sources(word)
            case "close":
                self._close()
            case "codex":
                self._open_codex(about)
            case "back":
                if self._over is not None and not self._over.back():
                    self._over = None
            case _ if word == f"{CONFIRMED}{UNSAVED}" and self._begin_unsaved is not None:
                begin, self._begin_unsaved, self._dialog = self._begin_unsaved, None, None
                begin()

    def _menu(self) -> Screen:
        return menu_dialog(self.speech, playing=False, over=False, cites=bool(self.screen.sources))

    def _keys_or_sources(self, word: str) -> Callable[[], Screen]:
        """Tells of the sources of the page, or of keys; a page without sources has keys to tell of."""

        def made() -> Screen:
            cited = self.screen.sources if word == "sources" else ()
            return sources_dialog(cited, self.speech) if cited else keys_dialog(self.speech)

        return made

    def _close(self) -> None:
        self._dialog = self._begin_unsaved = None
        if self.seating is None and self._shelf is None:
            self._to_shelf()

    def _begin_as_wished(self) -> None:
        wishes = self._wishes
        if wishes.saved is not None:
            self._resume(wishes.saved, wishes.scenario)
        elif wishes.scenario is not None:
            self._open(wishes.scenario, wishes.seats)
            if wishes.seats:
                self._begin()
        else:
            self._to_shelf()

    def _to_shelf(self) -> None:
        if self.seating is not None:
            # What was chosen for a scenario is there again when it is opened again.
            self._kept[str(self.seating.opened.name)] = self.seating.choices
        self._looked_through &= self.play is None
        self.play = self.seating = self._dialog = self._over = None
        # Read for the first time it takes a while, later only where something has changed.
        waits = self.waits if self._shelf is None else at_once
        self._shelf = waits(lambda: shelf_in(self.speech), may_leave=False)

    def _while_opening(self, name: str | Path, work: Callable[[], Result]) -> Result:
        """What work makes that opens something, whose name is shown meanwhile.

        Raises:
            Abandoned: when the person does not wait for it.
        """
        self._opening = title_on(self._shelf, name)
        try:
            with collector_at_rest():
                made = self.waits(work)
                count_as_old()
            return made
        finally:
            self._opening = ""

    def _open(self, name: str | Path, wished: tuple[str, ...] = ()) -> None:
        def read() -> tuple[Opened, type[Seating]]:
            from game.present.opening import open_preferred
            from game.window.seating import Seating

            return open_preferred(name, self._wished_language, self.settings.language, self.settings.era), Seating

        opened, seating_of = self._while_opening(name, read)
        kept = self._kept.get(str(name)) if not wished else None
        seating = seating_of(opened, self.settings, kept, self._wishes.seed + self._games)
        if kept is None:
            seating.wish(self._wishes, seats=wished)
        self.seating = seating

    def _begin(self) -> None:
        from game.storage.places import autosave_path

        assert self.seating is not None
        opened, seed = self.seating.opened, self.seating.seed
        plan = self.seating.plan()
        wished = self._wishes.save if self._games == 0 else None
        path = wished or autosave_path(opened.scenario.id, seed)

        def begun(saved: bool) -> Play:
            from game.present.opening import begin
            from game.window.play import Play

            return Play(begin(opened, plan, path if saved else None, keeps=False))

        def play(saved: bool) -> None:
            self.play = self._while_opening(opened.name, lambda: begun(saved))
            # Saved only here: a game that nobody waited for is none.
            self.play.begun.sitting.keep()
            self._games += 1
            self.notices.append(self.speech("window.begun" if saved else "window.unsaved", seed=seed))

        self._saved_if_possible(play)

    def _resume(self, path: Path, scenario: str | Path | None = None) -> None:
        def resumed(saved: bool) -> Play:
            from game.present.opening import resume
            from game.window.play import Play

            wished, preferred, era = self._wished_language, self.settings.language, self.settings.era
            return Play(resume(path, wished, scenario, unsaved=not saved, preferred=preferred, era=era))

        def play(saved: bool) -> None:
            self._looked_through &= self.play is None
            self.play, self._over = self._while_opening(path, lambda: resumed(saved)), None
            begun = self.play.begun
            self.notices += [*([] if saved else [self.speech("window.unsaved")]), *begun.sitting.notices]
            begun.sitting.notices.clear()

        self._saved_if_possible(play)

    def _saved_if_possible(self, play: Callable[[bool], None]) -> None:
        """Begins a game that is saved; where that cannot be, asks whether to play without."""
        try:
            play(not self._wishes.unsaved)
        except CannotWrite as error:
            why = error
            self._begin_unsaved = lambda: play(False)
            self._dialog = lambda: question_dialog(
                self.speech("unsaved.ask"), UNSAVED, self.speech, (problem_words(self.speech, why),)
            )
