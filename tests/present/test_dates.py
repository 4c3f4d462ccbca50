"""Dates in words, with the precision that the file states."""

from __future__ import annotations

import pytest

from game.present.dates import date_words
from game.present.english import english


@pytest.mark.parametrize(
    ("date", "until", "words"),
    [
        ("1939-10-05", None, "5 October 1939"),
        ("1939-11", None, "November 1939"),
        ("1939-10-12", "1939-10-14", "12–14 October 1939"),
        ("1939-10-12", "1939-10-12", "12 October 1939"),
        ("1939-11-30", "1939-12-02", "30 November – 2 December 1939"),
        ("1939-12-29", "1940-01-03", "29 December 1939 – 3 January 1940"),
        ("1939-10", "1939-12", "October – December 1939"),
        ("1939-10-05", "1940-08", "5 October 1939 – August 1940"),
        ("1939-11-08", "1939-11", "8 November – November 1939"),
    ],
)
def test_a_date_or_range_reads_as_people_write_it(date: str, until: str | None, words: str) -> None:
    assert date_words(english(), date, until) == words
