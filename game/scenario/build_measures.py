"""Builds measures: what each is called, in what it is counted, and the words that stand for some of its numbers.

Every number that a measure is proved to be able to have can be told: by its word, or counted in its unit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenario.build_draft import Draft, Place
from game.scenario.model import Measure

if TYPE_CHECKING:
    from game.scenario.description import MeasureDescription


def build_measure(draft: Draft, id_: str, described: MeasureDescription, place: Place) -> Measure:
    """The measure at `place`."""
    words = draft.texts_at(described.words, place.at("words"))
    measure = Measure(
        id=id_,
        name=draft.text(described.name, place.at("name")),
        unit=draft.text_or_none(described.unit, place, "unit"),
        words={int(number): text for number, text in words.items()},
        value=draft.formula(described.value, place.at("value")),
    )
    _check_words(draft, measure, place)
    return measure


def _check_words(draft: Draft, measure: Measure, place: Place) -> None:
    """Checks that a word is for a number that can be, and that without a unit each such number has one."""
    low, high = measure.value.tree.low, measure.value.tree.high
    for number in measure.words:
        if not low <= number <= high:
            message = f"The measure {measure.id} is never {number}: it lies in {low}..{high}."
            where = place.at("words").key(str(number))
            draft.refuse(where, "KEY09", message, "Delete the word, or correct its number.")
    silent = next((number for number in range(low, high + 1) if number not in measure.words), None)
    if measure.unit is None and silent is not None:
        message = f"The measure {measure.id} can be {silent}, and has neither a word for it nor a unit."
        draft.refuse(place.where, "KEY02", message, "Add `unit: …`, or the word under `words`.")
