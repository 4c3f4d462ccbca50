"""What a player is about to guess of another side, while the dialog for it is open. Nothing here draws."""

from __future__ import annotations

from game.analysis.guessed import DEAREST, MOST_LEAST
from game.errors import UsageError
from game.present.guessing import GuessPage
from game.present.sitting import Sitting
from game.window.screen import Screen
from game.window.screens.guessing import guess_dialog

STEP = 5
"""By so much the least that a side would take is moved."""


class Guessing:
    """The guess that is being made; it counts when it is kept."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._other = ""
        self._dearest: tuple[str, ...] = ()
        self._least: int | None = None

    @property
    def dialog(self) -> Screen:
        """The dialog as it stands."""
        return guess_dialog(self._page, self._dearest, self._least, self._sitting.speech)

    def open(self, other: str) -> None:
        """Begins with what was guessed of a side before, or with nothing; empty: of the first there is.

        Raises:
            GameError: when there is nobody to guess about.
        """
        sitting = self._sitting
        page = sitting.guessing.page(sitting.reader, sitting.game, other)
        self._other, self._dearest, self._least = page.other, page.dearest, page.least

    def change(self, what: str) -> None:
        """Marks an issue as dear or no longer, `issue:ID`, or moves the least, `least:1` or `least:-1`.

        Raises:
            UsageError: when as many issues are marked as may be.
        """
        word, _, about = what.partition(":")
        if word == "least":
            begun = MOST_LEAST // 2 if self._least is None else self._least + STEP * int(about)
            self._least = min(max(begun, 0), MOST_LEAST)
        elif about in self._dearest:
            self._dearest = tuple(issue for issue in self._dearest if issue != about)
        elif len(self._dearest) < DEAREST:
            self._dearest = (*self._dearest, about)
        else:
            raise UsageError(self._sitting.speech("guess.enough", most=DEAREST))

    def keep(self) -> str:
        """Keeps the guess, and says so."""
        page = self._page
        self._sitting.guess(self._other, self._dearest, self._least)
        return self._sitting.speech("guess.kept", party=page.name)

    @property
    def _page(self) -> GuessPage:
        return self._sitting.guessing.page(self._sitting.reader, self._sitting.game, self._other)
