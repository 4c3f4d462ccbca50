"""The pages that lie over whatever was there before: settings and saved games. Back takes them away again.

The third is the codex of no game in particular, `game.window.reference.BeforeAGame`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from game.present.languages import LANGUAGES
from game.present.shelf_parts import SavedLine
from game.present.speech import Speech
from game.storage.settings import Settings
from game.window.screen import Screen
from game.window.screens.settings import settings_screen
from game.window.screens.title import saves_screen


class Overlaid(Protocol):
    """A page that lies over another."""

    typed: str
    """What stands in its field, where it has one."""

    @property
    def screen(self) -> Screen:
        """The page."""

    def spoken_in(self, speech: Speech) -> Overlaid:
        """The same page in another language.

        Raises:
            CannotRead: when what it shows cannot be read in that.
        """

    def back(self) -> bool:
        """Goes back within the page; tells whether there was anything to go back to."""


class SettingsPage:
    """The page of settings, as they are whenever it is looked at."""

    typed = ""

    def __init__(self, speech: Speech, settings: Callable[[], Settings]) -> None:
        self._speech, self._settings = speech, settings

    @property
    def screen(self) -> Screen:
        """Every setting with its value."""
        return settings_screen(self._speech, self._settings(), LANGUAGES[self._speech.language])

    def spoken_in(self, speech: Speech) -> SettingsPage:
        """The same page in another language."""
        return SettingsPage(speech, self._settings)

    def back(self) -> bool:
        """There is nothing to go back to."""
        return False


class SavesPage:
    """The page of saved games, as they were when it was opened or spoken anew; `listed` lists them in a language."""

    typed = ""

    def __init__(self, speech: Speech, listed: Callable[[Speech], tuple[SavedLine, ...]]) -> None:
        self._speech, self._listed, self._saved = speech, listed, listed(speech)

    @property
    def screen(self) -> Screen:
        """The saved games."""
        return saves_screen(self._speech, self._saved)

    def spoken_in(self, speech: Speech) -> SavesPage:
        """The same page in another language."""
        return SavesPage(speech, self._listed)

    def back(self) -> bool:
        """There is nothing to go back to."""
        return False
