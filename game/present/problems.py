"""Words what went wrong in the reader's language: errors of the floors below come as one sentence in English.

A sentence is known again by its pattern in the catalogue, and so are the pieces that it was filled with. What is not
known stays as it is: a sentence in English helps more than none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from game.present.checked import error_words, longest_first, pattern_of
from game.present.english_genius import GENIUS
from game.present.english_help import MISTAKES
from game.present.english_problems import PATTERNS
from game.present.speech import Speech
from game.scenario.positions import ScenarioError


def problem_words(speech: Speech, problem: object) -> str:
    """What an error, or a note of the floors below, says in the language of `speech`.

    >>> from game.present.languages import speech_in
    >>> problem_words(speech_in("en"), "a.json does not exist; a saved game was expected there.")
    'a.json does not exist; a saved game was expected there.'
    """
    if isinstance(problem, ScenarioError):
        return error_words(speech, problem)
    said = str(problem)
    if speech.language == "en":
        return said
    for about, pattern in _patterns().items():
        found = pattern.fullmatch(said)
        if found is not None:
            return speech(
                f"problem.{about}", **{name: problem_words(speech, part) for name, part in found.groupdict().items()}
            )
    return said


@lru_cache(maxsize=1)
def _patterns() -> Mapping[str, re.Pattern[str]]:
    """A pattern for each sentence, those that say the most first."""
    known = PATTERNS | MISTAKES | GENIUS
    return {about: pattern_of(known[about]) for about in longest_first(known)}
