"""Writing a game down after every move: what is said when that fails, and when it succeeds again.

A failure is told once, the game goes on, and it is tried again after the next move. How and where a game is written
is a function that it is given.
"""

from __future__ import annotations

from collections.abc import Callable

from game.engine.game import Game
from game.errors import GameError
from game.present.problems import problem_words
from game.present.speech import Speech

Keep = Callable[[Game], str]
"""Writes the game down and returns what there is to say of it; raises a `GameError` when it cannot."""


class Keeping:
    """One game that is written down, or is not where `keep` is None; `notices` is what is to be said of it."""

    def __init__(self, keep: Keep | None, speech: Speech) -> None:
        self.notices: list[str] = []
        self._keep, self._speech = keep, speech
        self._why_unsaved = ""

    def speak(self, speech: Speech) -> None:
        """Says in another language what there is to say from now on."""
        self._speech = speech

    @property
    def is_saved(self) -> bool:
        """Whether the game is written down after every move, as far as it could be."""
        return self._keep is not None and not self._why_unsaved

    def keep(self, game: Game) -> None:
        """Writes the game down now, if it is written down at all."""
        if self._keep is None:
            return
        try:
            said = self._keep(game)
        except GameError as error:
            if str(error) != self._why_unsaved:
                self.notices.append(self._speech("save.failed", why=problem_words(self._speech, error)))
            self._why_unsaved = str(error)
            return
        if self._why_unsaved:
            self.notices.append(self._speech("save.again"))
        if said:
            self.notices.append(said)
        self._why_unsaved = ""
