"""Checks the calendar of a scenario: real dates, in order, between its first and its last day.

A date without a day means some day of that month, and is given the benefit of the doubt.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from game.scenario.build_choices import PLAY
from game.scenario.build_draft import Draft, Place
from game.scenario.positions import Finding, Severity

if TYPE_CHECKING:
    from game.scenario.description import ScenarioDescription


def first_day(written: str) -> date | None:
    """The first day that a date can mean, or None for a day that no calendar has.

    >>> first_day("1939-11")
    datetime.date(1939, 11, 1)
    """
    try:
        return date.fromisoformat(written if len(written) > 7 else f"{written}-01")
    except ValueError:
        return None


def last_day(written: str) -> date | None:
    """The last day that a date can mean, or None for a day that no calendar has."""
    first = first_day(written)
    if first is None or len(written) > 7:
        return first
    return first.replace(day=monthrange(first.year, first.month)[1])


def check_calendar(draft: Draft, file: ScenarioDescription, place: Place) -> None:
    """Checks the dates of the steps at `place`, against each other and against the scenario's own."""
    before = ""
    for index, step in enumerate(file.steps):
        here = place.item(index, step.id)
        if not is_real(draft, step.date, here.at("date")):
            continue
        check_within(draft, step.date, file, here.at("date"))
        if before and _is_earlier(step.date, before):
            message = f"This step is dated {step.date}, and the one before it {before}."
            draft.refuse(here.at("date").where, "DAT02", message, "Put the steps in the order of their dates.")
        else:
            before = step.date
        if step.until is not None and is_real(draft, step.until, here.at("until")):
            check_within(draft, step.until, file, here.at("until"))
            _check_span(draft, step.date, step.until, here.at("until"))


def check_scenario_dates(draft: Draft, file: ScenarioDescription, place: Place) -> None:
    """Checks the first and the last day at `place`."""
    real = [is_real(draft, file.dates.from_, place.at("from")), is_real(draft, file.dates.to, place.at("to"))]
    if all(real):
        _check_span(draft, file.dates.from_, file.dates.to, place.at("to"))


def check_minutes(draft: Draft, file: ScenarioDescription, place: Place) -> None:
    """Checks that the short game at `place` takes less than the whole one where the program decides something in it."""
    full, short = file.minutes.full, file.minutes.short
    if short > full or (short == full and _is_shortened(file)):
        message = f"The short game takes {short} minutes, and the whole game {full}."
        hint = "Give the short game fewer minutes."
        draft.findings.append(Finding(place.at("short").where, Severity.WARNING, "DAT05", message, hint))


def _is_shortened(file: ScenarioDescription) -> bool:
    choices = (choice for step in file.steps for choice in (step.choices or {}).values())
    left = [*(step.short for step in file.steps), *(choice.short for choice in choices)]
    return any(short not in (None, PLAY) for short in left)


def check_from_and_until(draft: Draft, first: str | None, last: str | None, place: Place) -> None:
    """Checks a `from` and an `until` at `place`, either of which may be left out."""
    told = [(written, key) for written, key in ((first, "from"), (last, "until")) if written is not None]
    real = [is_real(draft, written, place.at(key)) for written, key in told]
    if all(real) and first is not None and last is not None:
        _check_span(draft, first, last, place.at("until"))


def check_document_date(draft: Draft, written: str, at: str, file: ScenarioDescription, place: Place) -> None:
    """Checks that a document is not younger than the step from which it lies on the desk."""
    step = next((step for step in file.steps if step.id == at), None)
    if not is_real(draft, written, place) or step is None:
        return
    latest = step.until or step.date
    if _is_earlier(latest, written):
        message = f'This document is dated {written}, after the step "{at}" at which it is read ({latest}).'
        draft.refuse(place.where, "DAT02", message, "Let it be read at a later step, or correct its date.")


def check_within(draft: Draft, written: str, file: ScenarioDescription, place: Place) -> None:
    """Checks that a real date lies between the scenario's first and last day."""
    first, last = file.dates.from_, file.dates.to
    if _is_earlier(written, first) or _is_earlier(last, written):
        message = f"{written} is not between {first} and {last}, the dates of the scenario."
        draft.refuse(place.where, "DAT03", message, "Correct it, or widen `dates`.")


def is_real(draft: Draft, written: str, place: Place) -> bool:
    """Tells whether a calendar has such a day, or month; refuses it if not."""
    if first_day(written) is not None:
        return True
    draft.refuse(place.where, "DAT01", f"{written} is a day that no calendar has.", "Correct the day.")
    return False


def _is_earlier(one: str, other: str) -> bool:
    """Whether `one` is earlier than `other` whatever day an open month may mean."""
    latest, earliest = last_day(one), first_day(other)
    return latest is not None and earliest is not None and latest < earliest


def _check_span(draft: Draft, first: str, last: str, place: Place) -> None:
    if _is_earlier(last, first):
        draft.refuse(place.where, "DAT04", f"{last} is earlier than {first}, where it begins.", "Correct one of them.")
