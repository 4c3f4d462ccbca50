"""The debriefs of one sitting, each made once: who changes the language there and back waits for the first alone.

What a debrief says is `game.present.debrief`'s affair.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.analysis.guessed import Guess
from game.engine.game import Game
from game.present.debrief import debrief
from game.present.debrief_parts import Debrief
from game.present.speech import Speech


class Debriefs:
    """The last debrief in each language, with what it was made of."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[object, Debrief]] = {}

    def of(self, game: Game, speech: Speech, styles: Mapping[str, str], guesses: tuple[Guess, ...]) -> Debrief:
        """The finished game beside the record, made anew where the game, a seat or a guess has changed.

        Raises:
            UsageError: when the game is not over.
        """
        made_of = (game.seq, len(game.history), dict(styles), guesses)
        kept = self._kept.get(speech.language)
        if kept is None or kept[0] != made_of:
            kept = self._kept[speech.language] = (made_of, debrief(game, speech, styles, guesses))
        return kept[1]
