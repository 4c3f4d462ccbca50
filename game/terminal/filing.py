"""The commands that write files: `save` a copy of the game, and the `report` of a finished one.

Where a game is saved after every move is decided before it begins; nothing here changes that.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.errors import UsageError
from game.present.sitting import Sitting
from game.present.speech import Speech
from game.storage.files import expect_folder, typed_path
from game.terminal.blocks import Paragraph, Verbatim
from game.terminal.screen import Screen

SaveTo = Callable[[Path], Path | None]
WriteReport = Callable[[Path], None]


class Filing:
    """The commands on files; `save_to` and `write_report` write them, or are None where they cannot be written."""

    def __init__(
        self, sitting: Sitting, screen: Screen, speech: Speech, save_to: SaveTo | None, write_report: WriteReport | None
    ) -> None:
        self._sitting, self._screen, self._speech = sitting, screen, speech
        self._save_to, self._write_report = save_to, write_report

    def speak(self, speech: Speech) -> None:
        """Goes on in another language."""
        self._speech = speech

    def save(self, about: str) -> None:
        """Saves a copy under a name; without one, tells whether the game is saved by itself."""
        if self._save_to is None:
            raise UsageError(self._speech("save.nowhere"))
        if not about:
            self._say(self._speech("save.always" if self._sitting.is_saved else "save.not"))
            return
        path = typed_path(about)
        expect_folder(path)
        aside = self._save_to(path)
        if aside is not None:
            self._say(self._speech("save.set-aside", path=path, aside=aside.name))
        self._screen.show([Verbatim(self._speech("save.done", path=path))])

    def report(self, about: str) -> None:
        """Writes the report of a finished game under a name."""
        if not self._sitting.over or self._write_report is None:
            raise UsageError(self._speech("report.later"))
        if not about:
            raise UsageError(self._speech("report.which"))
        path = typed_path(about)
        expect_folder(path)
        self._write_report(path)
        self._screen.show([Verbatim(self._speech("report.done", path=path))])

    def _say(self, words: str) -> None:
        self._screen.show([Paragraph(words)])
