"""Builds measures: what each is called, in what it is counted, and the words that stand for some of its numbers.

Every number that a measure is proved to be able to have can be told: by its word, as a date, or counted in its unit.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from game.scenario.build_dates import first_day, is_real
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
        counts_from=_counts_from(draft, described, place),
    )
    _check_words(draft, measure, place, counted=bool(described.unit or described.counts_from))
    _check_days(draft, measure, place)
    return measure


def _counts_from(draft: Draft, described: MeasureDescription, place: Place) -> str | None:
    """The day from which a measure counts, if there is one; of a month the first."""
    written = described.counts_from
    if written is None or not is_real(draft, written, place.at("counts-from")):
        return None
    first = first_day(written)
    return first.isoformat() if first else None


def _check_days(draft: Draft, measure: Measure, place: Place) -> None:
    """Checks that a measure told as a date is a day of the calendar whatever its number, and has no unit beside it."""
    if measure.counts_from is None:
        return
    if measure.unit is not None:
        message = f"The measure {measure.id} is told as a date, and its unit never."
        draft.refuse(place.at("unit").where, "KEY05", message, "Delete it.")
    low, high = measure.value.tree.low, measure.value.tree.high
    first = date.fromisoformat(measure.counts_from)
    try:
        first + timedelta(days=low), first + timedelta(days=high)
    except OverflowError:
        message = f"The measure {measure.id} lies in {low}..{high}, and days so far from {first} are in no calendar."
        draft.refuse(place.at("value").where, "DAT01", message, "Hold it: `max(0, min(10000, …))`.")


def _check_words(draft: Draft, measure: Measure, place: Place, *, counted: bool) -> None:
    """Checks that a word is for a number that can be, and that each such number has one where nothing is counted."""
    low, high = measure.value.tree.low, measure.value.tree.high
    for number in measure.words:
        if not low <= number <= high:
            message = f"The measure {measure.id} is never {number}: it lies in {low}..{high}."
            where = place.at("words").key(str(number))
            draft.refuse(where, "KEY09", message, "Delete the word, or correct its number.")
    silent = next((number for number in range(low, high + 1) if number not in measure.words), None)
    if not counted and silent is not None:
        message = f"The measure {measure.id} can be {silent}, and has neither a word for it nor a unit."
        draft.refuse(place.where, "KEY02", message, "Add `unit: …`, or the word under `words`.")
