"""A visit to the window: the cover, the shelf, the seats, then a game, until the person leaves.

What was wished for on the command line is not asked. Nothing here draws, and nothing here knows of pygame.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.errors import CannotRead, UsageError
from game.present.languages import LANGUAGES, speech_in
from game.present.page import SeatsPage, ShelfPage
from game.present.problems import problem_words
from game.present.shelf_parts import SavedLine, SeatLine
from game.storage.files import CannotWrite
from game.storage.settings import Settings
from game.window.preferring import changed
from game.window.screen import Screen
from game.window.screens.dialogs import CONFIRMED, keys_dialog, menu_dialog, question_dialog, sources_dialog
from game.window.screens.settings import settings_screen
from game.window.screens.shelf import Choices, seats_screen, shelf_screen
from game.window.screens.title import saves_screen, title_screen

if TYPE_CHECKING:
    from game.present.opening import Opened
    from game.present.speech import Speech
    from game.present.wishes import Wishes
    from game.window.play import Play
    from game.window.reference import BeforeAGame


UNSAVED = "unsaved"
MOST_ON_SHELF, MOST_SAVED = 9, 60
"""How many saved games lie on the shelf, and how many on the page of their own."""
_OF_SEATS = ("seat", "style", "length", "begin")
_STEPS = {"larger": ("text-size", 1), "smaller": ("text-size", -1), "usual-size": ("text-size", 0)}
"""What keys change of the settings, and in which direction."""


class Visit:
    """Where the person is; `notices` are sentences to show, `left` is true when the window is to close."""

    def __init__(self, wishes: Wishes, settings: Settings | None = None) -> None:
        self._wishes, self.settings = wishes, settings or Settings()
        self.speech = speech_in(wishes.language or self.settings.language, self.settings.era)
        self._wished_language = wishes.language
        self.notices: list[str] = []
        self.left = False
        self.play: Play | None = None
        self._opened: Opened | None = None
        self._choices = Choices((), "", "full")
        self._kept: dict[str, Choices] = {}
        self._dialog = ""
        self._why_unsaved = ""
        self._begin_unsaved: Callable[[], None] = lambda: None
        self._games = 0
        self._shelf: ShelfPage | None = None
        self._on_shelf = False
        self._over = ""
        """The page of settings, of saved games or of the codex, where one lies over what was there before."""
        self._saved: tuple[SavedLine, ...] = ()
        self._codex: BeforeAGame | None = None
        self._prepared = False

    def prepare(self) -> bool:
        """Reads what would keep the first frame waiting; tells whether there is more to show now.

        Raises:
            GameError: when what was wished for cannot be played.
        """
        if self._prepared:
            return False
        self._prepared = True
        self._begin_as_wished()
        return True

    @property
    def screen(self) -> Screen:
        """The screen to show now."""
        if self._over == "settings":
            return settings_screen(self.speech, self.settings, LANGUAGES[self.language])
        if self._over == "codex" and self._codex is not None:
            return self._codex.screen
        if self._over == "saves":
            return saves_screen(self.speech, self._saved)
        if self.play is not None:
            return self.play.screen
        if self._opened is not None:
            return seats_screen(self._seats_page, self._choices, self.speech)
        if self._shelf is not None and self._on_shelf:
            return shelf_screen(self._shelf, self.speech)
        saved = self._shelf.saved if self._shelf is not None else ()
        last = next((line for line in saved if not line.finished), None)
        return title_screen(self.speech, last, self._other_languages, read=self._shelf is not None)

    @property
    def language(self) -> str:
        """The language that is spoken."""
        return self.speech.language

    @property
    def _other_languages(self) -> list[tuple[str, str]]:
        return [(code, name) for code, name in LANGUAGES.items() if code != self.language]

    @property
    def chosen_seats(self) -> tuple[str, ...]:
        """The seats taken so far on the page of seats."""
        return self._choices.seats

    @property
    def dialog(self) -> Screen | None:
        """The dialog over it, if one is open."""
        if self.play is not None and not self._over:
            return self.play.dialog
        if self._why_unsaved:
            return question_dialog(self.speech("unsaved.ask"), UNSAVED, self.speech, (self._why_unsaved,))
        if self._dialog == "menu":
            return menu_dialog(self.speech, playing=False, over=False)
        if self._dialog == "sources" and self.screen.sources:
            return sources_dialog(self.screen.sources, self.speech)
        # A page without sources has keys to tell of.
        return keys_dialog(self.speech) if self._dialog in ("keys", "sources") else None

    def ask(self, question: str, action: str) -> None:
        """Asks before an action is done."""
        if self.play is not None:
            self.play.ask(question, action)

    @property
    def typed(self) -> str:
        """What stands in the field of the dialog."""
        if self._over == "codex" and self._codex is not None:
            return self._codex.typed
        return self.play.typed if self.play is not None else ""

    @typed.setter
    def typed(self, text: str) -> None:
        if self._over == "codex" and self._codex is not None:
            self._codex.typed = text
        elif self.play is not None:
            self.play.typed = text

    def do(self, action: str) -> None:
        """Does what an action's id says.

        Raises:
            GameError: when it is not allowed now; the text says why, in the reader's language.
        """
        try:
            self._do(action)
        except (CannotRead, CannotWrite) as error:
            said = problem_words(self.speech, error)
            if said != str(error):
                error.args = (said,)
            raise

    def _do(self, action: str) -> None:
        word, _, about = action.partition(":")
        if word in _OF_SEATS and self._opened is None:
            raise UsageError(self.speech("action.unknown", action=action[:60]))
        if word == "quit":
            self.left = True
        elif word in ("shelf", "title"):
            self._to_shelf()
            self._on_shelf = word == "shelf"
        elif word in ("set", "language", "full-screen", *_STEPS):
            self._prefer(word, about)
        elif word == "stay-windowed":
            # The display refused: what is kept as wished is what there is, and the next press tries again.
            self.settings = replace(self.settings, fullscreen=False)
            self.notices.append(self.speech("window.not-filled"))
        elif word in ("settings", "saves"):
            self._lay_over(word)
        elif self.play is not None and not self._over:
            self.play.do(action)
            self.notices += self.play.notices
            self.play.notices.clear()
        else:
            self._before_a_game(word, about)

    # Settings, and what lies over a page

    def _prefer(self, word: str, about: str) -> None:
        """Changes a setting; it counts at once."""
        name, _, by = about.partition(":") if word == "set" else (word, "", "")
        if name == "language":
            # What was asked for on the command line held until now.
            self._wished_language = None
            self.settings = replace(self.settings, language=self.language)
        if word == "language" and about in LANGUAGES:
            self.settings = replace(self.settings, language=about)
        elif word in _STEPS:
            self.settings = changed(self.settings, *_STEPS[word])
        else:
            self.settings = changed(self.settings, name, int(by) if by.lstrip("-").isdigit() else 1)
        speech = speech_in(self._wished_language or self.settings.language, self.settings.era)
        if (speech.language, speech.era) != (self.speech.language, self.speech.era):
            self._speak(speech)

    def _speak(self, speech: Speech) -> None:
        """Says everything in another language, or with years of another era, from now on."""
        from game.present.opening import open_preferred

        self.speech = speech
        era = self.settings.era
        if self._opened is not None:
            self._opened = open_preferred(self._opened.name, None, speech.language, era)
        if self.play is not None:
            self.play.speak(speech.language, era)
        if self._shelf is not None:
            self._read_shelf()
        if self._over == "saves":
            self._saved = self._shelf_of(MOST_SAVED).saved
        if self._codex is not None:
            self._codex = self._codex.spoken_in(speech)

    def _lay_over(self, word: str) -> None:
        """Opens the page of settings or of saved games over what is there; its Back leads there again."""
        if word == "saves":
            self._saved = self._shelf_of(MOST_SAVED).saved
        if self.play is not None and not self._over:
            self.play.do("close")
        self._dialog = ""
        self._over = word

    def _open_codex(self, about: str) -> None:
        """Opens the codex of no game in particular, or an entry of it."""
        from game.window.reference import BeforeAGame

        codex = self._codex or BeforeAGame(self.speech)
        codex.open(about)
        self._codex, self._over, self._dialog = codex, "codex", ""

    # Before a game

    def _before_a_game(self, word: str, about: str) -> None:
        match word:
            case "open":
                self._open(about)
            case "resume":
                self._resume(Path(about))
            case "seat":
                self._choices = self._choices.toggled(about, self._seats_page)
            case "style":
                self._choices = replace(self._choices, style=about)
            case "length":
                self._choices = replace(self._choices, length=about)
            case "begin":
                self._begin()
            case "send" if self._opened is not None:
                self._begin()
            case "menu" | "keys" | "sources":
                self._dialog = word
            case "close":
                self._dialog = self._why_unsaved = ""
                if self._opened is None and self._shelf is None:
                    self._to_shelf()
            case "codex":
                self._open_codex(about)
            case "back":
                if self._over != "codex" or self._codex is None or not self._codex.back():
                    self._over, self._codex = "", None
            case _ if word == f"{CONFIRMED}{UNSAVED}" and self._why_unsaved:
                self._why_unsaved = ""
                self._begin_unsaved()

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
        if self._opened is not None:
            # What was chosen for a scenario is there again when it is opened again.
            self._kept[str(self._opened.name)] = self._choices
        self.play, self._opened, self._dialog, self._over = None, None, "", ""
        self._read_shelf()

    def _read_shelf(self) -> None:
        self._shelf = self._shelf_of(MOST_ON_SHELF)

    def _shelf_of(self, most: int) -> ShelfPage:
        from game.present.shelf import shelf_page
        from game.scenario.shelf import shelf
        from game.storage.places import list_saves

        return shelf_page(shelf(language=self.speech.language), list_saves(), self.speech, most)

    @property
    def _seats_page(self) -> SeatsPage:
        from game.players.styles import USUAL_STYLE, styles
        from game.present.shelf import seats_page

        assert self._opened is not None
        usual = self.settings.opponents if self.settings.opponents in styles() else USUAL_STYLE
        return seats_page(self._opened.scenario, styles(), usual, self._opened.speech, self.settings.length)

    def _open(self, name: str | Path, wished: tuple[str, ...] = ()) -> None:
        from game.present.opening import open_preferred

        self._opened = open_preferred(name, self._wished_language, self.settings.language, self.settings.era)
        page, wishes = self._seats_page, self._wishes
        playable = [line.id for line in page.seats if line.playable]
        seats = self._wished_seats(wished, page) or tuple(playable[:1])
        kept = self._kept.get(str(name)) if not wished else None
        self._choices = kept or Choices(seats, wishes.style or page.style, wishes.length or page.length)

    def _wished_seats(self, wished: tuple[str, ...], page: SeatsPage) -> tuple[str, ...]:
        taken: set[str] = set()
        lines = [self._seat(typed, page) for typed in wished]
        for line in lines:
            if taken & set(line.parties):
                raise UsageError(self.speech("seats.taken", seat=line.name))
            taken |= set(line.parties)
        return tuple(line.id for line in lines)

    def _seat(self, typed: str, page: SeatsPage) -> SeatLine:
        """The seat that is meant by its id or its name."""
        wanted = typed.strip().casefold()
        line = next((one for one in page.seats if wanted in (one.id, one.name.casefold())), None)
        if line is None:
            assert self._opened is not None
            choices = self.speech.listed([one.id for one in page.seats if one.playable], "or")
            scenario = self._opened.scenario.id
            raise UsageError(self.speech("play.seat-unknown", scenario=scenario, typed=typed, choices=choices))
        if not line.playable:
            raise UsageError(self.speech("seats.program-only", seat=line.name))
        return line

    def _begin(self) -> None:
        from game.present.opening import Plan, begin
        from game.storage.places import autosave_path
        from game.window.play import Play

        assert self._opened is not None
        lines = {line.id: line for line in self._seats_page.seats}
        chairs = tuple(lines[seat].parties for seat in self._choices.seats)
        if not chairs:
            raise UsageError(self.speech("window.cannot-begin"))
        seed = self._wishes.seed + self._games
        plan = Plan(chairs, self._choices.style, seed, "short" if self._choices.length == "short" else "full")
        wished = self._wishes.save if self._games == 0 else None
        path = wished or autosave_path(self._opened.scenario.id, seed)
        opened = self._opened

        def play(saved: bool) -> None:
            self.play = Play(begin(opened, plan, path if saved else None))
            self._games += 1
            self.notices.append(self.speech("window.begun" if saved else "window.unsaved", seed=seed))

        self._saved_if_possible(play)

    def _resume(self, path: Path, scenario: str | Path | None = None) -> None:
        from game.present.opening import resume
        from game.window.play import Play

        def play(saved: bool) -> None:
            preferred = self.settings.language
            wished, era = self._wished_language, self.settings.era
            begun = resume(path, wished, scenario, unsaved=not saved, preferred=preferred, era=era)
            self.play, self._over = Play(begun), ""
            self.notices += [*([] if saved else [self.speech("window.unsaved")]), *begun.sitting.notices]
            begun.sitting.notices.clear()

        self._saved_if_possible(play)

    def _saved_if_possible(self, play: Callable[[bool], None]) -> None:
        """Begins a game that is saved; where that cannot be, asks whether to play without."""
        try:
            play(not self._wishes.unsaved)
        except CannotWrite as error:
            self._why_unsaved = problem_words(self.speech, error)
            self._begin_unsaved = lambda: play(False)
