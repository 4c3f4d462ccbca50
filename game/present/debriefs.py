"""The debriefs of one sitting, each made once: who changes the language there and back waits for the first alone.

What a debrief says is `game.present.debrief`'s affair.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from game.analysis.guessed import Guess
from game.engine.game import Game
from game.present.speech import Speech

if TYPE_CHECKING:
    from game.present.debrief_parts import Debrief


class Debriefs:
    """The last debrief in each language, with what it was made of."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[object, Debrief]] = {}

    def of(self, game: Game, speech: Speech, styles: Mapping[str, str], guesses: tuple[Guess, ...]) -> Debrief:
        """The finished game beside the record, made anew where the game, a seat or a guess has changed.

        Raises:
            UsageError: when the game is not over.
        """
        # What debriefs are made with is loaded by the first of them, so that no game waits for it to begin.
        from game.present.debrief import debrief

        made_of = (game.seq, len(game.history), dict(styles), guesses)
        kept = self._kept.get(speech.language)
        if kept is None or kept[0] != made_of:
            kept = self._kept[speech.language] = (made_of, debrief(game, speech, styles, guesses))
        return kept[1]
