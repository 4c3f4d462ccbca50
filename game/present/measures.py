"""What a measure's number says in words, so that it reads well aloud.

A file gives words to numbers that count nothing: yes and no, kept and lost, never. Such a number is told by its word,
days that are counted from a day as a date, and any other with its unit. Nothing here reads a game or decides who may
know.
"""

from __future__ import annotations

from datetime import date, timedelta

from game.present.dates import date_words
from game.present.speech import Speech
from game.scenario.model import Measure


def measure_words(speech: Speech, measure: Measure, low: int, high: int | None = None) -> str:
    """Words a number of a measure, or the range from `low` to `high`: "25 votes", "2 to 3 months", "yes", a date."""
    if high is not None and high != low:
        number = speech("debrief.measure.range", low=_number(speech, measure, low), high=_number(speech, measure, high))
    elif is_told_by_a_word(measure, low):
        return speech.plain(measure.words[low])
    else:
        number = _number(speech, measure, low)
    return speech("debrief.measure.words", number=number, unit=speech.plain(measure.unit)) if measure.unit else number


def is_told_by_a_word(measure: Measure, number: int) -> bool:
    """Whether the file has a word for a number of a measure: there is nothing to count then."""
    return number in measure.words


def _number(speech: Speech, measure: Measure, number: int) -> str:
    """A number alone, such as one end of a range: by its word where the measure counts nothing, or as a date."""
    if measure.counts_from is not None and number not in measure.words:
        day = date.fromisoformat(measure.counts_from) + timedelta(days=number)
        return date_words(speech, day.isoformat())
    spoken = measure.unit is None and is_told_by_a_word(measure, number)
    return speech.plain(measure.words[number]) if spoken else speech.number(number)
