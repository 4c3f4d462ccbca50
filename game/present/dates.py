"""Dates as people read them, with the precision that the file states: a day, or only a month.

The file's dates are ISO text (`1939-10-05`, `1939-10`). How years are counted is the speech's; what is first on a
screen may name the era, and the common one beside it. Nothing here computes with dates.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.present.speech import Speech

_FIRST_BUDDHIST_YEAR = 543
"""Years by which the Buddhist era is ahead, as Thailand counts it."""


@dataclass(frozen=True, slots=True)
class _Date:
    year: int
    month: int
    day: int | None


def date_words(speech: Speech, date: str, until: str | None = None, *, stated: bool = False) -> str:
    """Words a date or a range: "5 October 1939", "November 1939", "12–14 October 1939".

    With `stated` the era is named with the year, as where a screen has its first date.

    >>> from game.present.english import english
    >>> date_words(english(), "1939-11-30", "1939-12-02")
    '30 November – 2 December 1939'
    """
    first = _parsed(date)
    last = _parsed(until) if until else first
    if first == last:
        return _whole(speech, first, stated)
    if (first.year, first.month) == (last.year, last.month) and first.day and last.day:
        year = _year(speech, first, stated)
        return speech("date.days", first=first.day, last=last.day, month=_month(speech, first), year=year)
    if first.year == last.year:
        return speech("date.range", first=_without_year(speech, first), last=_whole(speech, last, stated))
    return speech("date.range", first=_whole(speech, first, stated), last=_whole(speech, last, stated=False))


def short_date_words(speech: Speech, date: str) -> str:
    """Words a date where there is little room, its month shortened: "23 Aug 1939".

    >>> from game.present.english import english
    >>> short_date_words(english(), "1939-08-23"), short_date_words(english(), "1939-08")
    ('23 Aug 1939', 'Aug 1939')
    """
    parsed = _parsed(date)
    month = speech(f"month.short.{parsed.month}")
    day = speech("date.day", day=parsed.day, month=month) if parsed.day else month
    return speech("date.with-year", date=day, year=_year(speech, parsed, stated=False))


def _parsed(date: str) -> _Date:
    year, month, *day = (int(part) for part in date.split("-"))
    return _Date(year, month, day[0] if day else None)


def _whole(speech: Speech, date: _Date, stated: bool) -> str:
    return speech("date.with-year", date=_without_year(speech, date), year=_year(speech, date, stated))


def _without_year(speech: Speech, date: _Date) -> str:
    month = _month(speech, date)
    return speech("date.day", day=date.day, month=month) if date.day else month


def _month(speech: Speech, date: _Date) -> str:
    return speech(f"month.{date.month}")


def _year(speech: Speech, date: _Date, stated: bool) -> str:
    """A year in the reader's era."""
    first = ".first" if stated else ""
    return speech(f"year.{speech.era}{first}", common=date.year, buddhist=date.year + _FIRST_BUDDHIST_YEAR)
