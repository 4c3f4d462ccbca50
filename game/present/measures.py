"""What a measure's number says in words, so that it reads well aloud.

A file gives words to numbers that count nothing: yes and no, kept and lost, never. Such a number is told by its word,
and any other with its unit. Nothing here reads a game or decides who may know.
"""

from __future__ import annotations

from game.present.speech import Speech
from game.scenario.model import Measure


def measure_words(speech: Speech, measure: Measure, low: int, high: int | None = None) -> str:
    """Words a number of a measure, or the range from `low` to `high`: "25 votes", "2 to 3 months", "yes"."""
    if high is not None and high != low:
        number = speech("debrief.measure.range", low=_number(speech, measure, low), high=_number(speech, measure, high))
    elif is_told_by_a_word(measure, low):
        return speech.plain(measure.words[low])
    else:
        number = speech.number(low)
    return speech("debrief.measure.words", number=number, unit=speech.plain(measure.unit)) if measure.unit else number


def is_told_by_a_word(measure: Measure, number: int) -> bool:
    """Whether the file has a word for a number of a measure: there is nothing to count then."""
    return number in measure.words


def _number(speech: Speech, measure: Measure, number: int) -> str:
    """One end of a range: by its word where the measure counts nothing."""
    spoken = measure.unit is None and is_told_by_a_word(measure, number)
    return speech.plain(measure.words[number]) if spoken else speech.number(number)
