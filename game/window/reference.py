"""The codex at hand: in a game what of it may be read now, with its names underlined on every page; before one, all.

In a game it is read beside the window while the first pages are read, so that it keeps nobody waiting. What
each screen looks like is `game.window.screens.codexing`'s.
"""

from __future__ import annotations

from game.errors import GameError, MoveRefused
from game.present.codex import CodexView, GameCodex, codex_before_a_game
from game.present.page import BriefingPage, HandOverPage, NotePage
from game.present.sitting import Sitting
from game.present.speech import Speech
from game.scenario.model import PUBLIC
from game.window.naming import Names
from game.window.screen import Screen
from game.window.screens.around import Around
from game.window.screens.codexing import codex_screen, entry_screen
from game.window.waiting import Work

_PLACE = "codex"


class Reference:
    """The codex of the scenario that is played, for the person at the machine."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._codex: tuple[Speech, GameCodex] | None = None
        self._names: tuple[CodexView, Names] | None = None
        self._ahead: Work[tuple[Speech, GameCodex]] | None = None

    def read_ahead(self) -> None:
        """Begins to read it beside the window, unless that has been done."""
        if self._codex is None and self._ahead is None:
            self._ahead = Work(self._read)

    def _read(self) -> tuple[Speech, GameCodex]:
        codex = GameCodex(self._sitting.game.scenario, self._sitting.speech)
        codex.read()
        return self._sitting.speech, codex

    def linked(self, screen: Screen) -> Screen:
        """The same screen with the names underlined that may be looked up; one with errors underlines nothing."""
        early = isinstance(self._sitting.page, NotePage | HandOverPage | BriefingPage)
        if screen.place == _PLACE or (early and self._codex is None):
            return screen
        try:
            view = self._view()
        except GameError:
            return screen
        if view is None:
            return screen
        if self._names is None or self._names[0] is not view:
            self._names = (view, Names(view.find))
        own = screen.place.partition(":")[2] if screen.place.startswith(f"{_PLACE}:") else ""
        return self._names[1].linked(screen, own)

    def screen(self, about: str, typed: str, around: Around) -> Screen | None:
        """The list of entries, or the entry that is meant; None where there is no such entry.

        Raises:
            CannotRead: for a codex with errors.
        """
        view = self._view()
        if not about:
            here = tuple(self._names[1].here) if self._names is not None else ()
            return codex_screen(view, here, typed, around)
        if view is None or not view.may_open(about):
            return None
        return entry_screen(view.page(about), around)

    def _view(self) -> CodexView | None:
        speech = self._sitting.speech
        if self._codex is None and self._ahead is not None:
            ahead, self._ahead = self._ahead, None
            self._codex = ahead.result()
        if self._codex is None or self._codex[0] is not speech:
            self._codex = (speech, GameCodex(self._sitting.game.scenario, speech))
        return self._codex[1].at(self._sitting.game, self._viewer)

    @property
    def _viewer(self) -> str:
        """Who reads: nobody in particular while the machine is being handed over."""
        try:
            return self._sitting.reader.seat
        except MoveRefused:
            return PUBLIC


class BeforeAGame:
    """The game's own codex, opened from the title or the shelf; `typed` is what stands in its field."""

    def __init__(self, speech: Speech, opened: tuple[str, ...] = ()) -> None:
        """Opens it at the last of the entries `opened`, or at the list.

        Raises:
            CannotRead: for a codex with errors.
        """
        self.opened, self.typed = opened, ""
        self._view, self._around = codex_before_a_game(speech), Around(speech)
        self._names = Names(self._view.find) if self._view is not None else None

    def spoken_in(self, speech: Speech) -> BeforeAGame:
        """The same codex in another language, open at the same entry.

        Raises:
            CannotRead: for a codex with errors.
        """
        return BeforeAGame(speech, self.opened)

    def open(self, about: str) -> None:
        """Opens an entry, or the list."""
        self.opened = (*self.opened, about) if about else ()
        self.typed = ""

    def back(self) -> bool:
        """Goes back to what was opened before; tells whether there is any."""
        found, self.opened, self.typed = bool(self.opened), self.opened[:-1], ""
        return found

    @property
    def screen(self) -> Screen:
        """The list or the entry."""
        view, about = self._view, self.opened[-1] if self.opened else ""
        if view is None or self._names is None or not view.may_open(about):
            return codex_screen(view, (), self.typed, self._around)
        return self._names.linked(entry_screen(view.page(about), self._around), about)
