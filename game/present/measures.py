"""Measures in words: what one is called and what its number says, so that it reads well aloud.

A file says in a measure's unit or name what some of its numbers stand for: `(1 is yes, 0 is no)`, `(0 for none)`,
`; 0 is never`, `Day of the treaty (0: not signed)`. Such a number is told by its word, and any other without that
note. Nothing here reads a game or decides who may know.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from game.present.speech import Speech
from game.scenario.model import Measure

_ONE_OR_NONE = re.compile(r"\(1 (?:is )?(?P<one>[^(),]+), 0 (?:is )?(?P<none>[^(),]+)\)")
_NONE_IN_UNIT = re.compile(r"(?: \(0 for |; 0 is )(?P<none>[^();]+)\)?$")
_NONE_IN_NAME = re.compile(r" \(0: (?P<none>[^()]+)\)$")


def measure_name(speech: Speech, measure: Measure) -> str:
    """Names a measure, without the note on what 0 stands for."""
    return _NONE_IN_NAME.sub("", speech.plain(measure.name))


def measure_words(speech: Speech, measure: Measure, low: int, high: int | None = None) -> str:
    """Words a number of a measure, or the range from `low` to `high`: "25 votes", "2 to 3 months", "yes"."""
    unit = speech.plain(measure.unit)
    if high is not None and high != low:
        number = speech("debrief.measure.range", low=speech.number(low), high=speech.number(high))
        return speech("debrief.measure.words", number=number, unit=unit)
    if is_told_by_a_word(speech, measure, low):
        return _words(speech, measure)[low]
    return speech("debrief.measure.words", number=speech.number(low), unit=_NONE_IN_UNIT.sub("", unit))


def is_told_by_a_word(speech: Speech, measure: Measure, number: int) -> bool:
    """Whether the file has a word for a number of a measure: there is nothing to count then."""
    return number in _words(speech, measure)


def _words(speech: Speech, measure: Measure) -> Mapping[int, str]:
    """The words that stand for numbers, as the unit or the name of a measure gives them."""
    unit = speech.plain(measure.unit)
    two = _ONE_OR_NONE.fullmatch(unit)
    if two:
        return {0: two["none"], 1: two["one"]}
    none = _NONE_IN_UNIT.search(unit) or _NONE_IN_NAME.search(speech.plain(measure.name))
    return {0: none["none"]} if none else {}
