"""A number for which the file has a word is told by it, and reads well aloud."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.present.english import english
from game.present.measures import is_told_by_a_word, measure_words
from game.scenario.cast import Paragraph, Text
from game.scenario.model import Measure
from game.scenario.positions import NOWHERE
from game.scenario.tree import Formula, Number
from tests.kept import kept_scenario

ENGLISH = english()
Words = tuple[str, dict[int, str]]
YES: Words = ("", {0: "no", 1: "yes"})
NEVER: Words = ("days after 4 February", {0: "never"})
SIGNED: Words = ("August", {0: "not signed"})
PLAIN: Words = ("square kilometres", {})


def text(words: str) -> Text:
    return Text("", (Paragraph("", words, None, NOWHERE),), NOWHERE)


def measure(unit: str, words: dict[int, str]) -> Measure:
    named = {number: text(word) for number, word in words.items()}
    return Measure("made", text("Made up"), text(unit) if unit else None, named, Formula("0", NOWHERE, Number(0)))


@pytest.mark.parametrize(
    ("words", "number", "said"),
    [
        (YES, 1, "yes"),
        (YES, 0, "no"),
        (NEVER, 0, "never"),
        (NEVER, 30, "30 days after 4 February"),
        (SIGNED, 0, "not signed"),
        (SIGNED, 25, "25 August"),
        (PLAIN, 0, "0 square kilometres"),
        (PLAIN, 35084, "35,084 square kilometres"),
    ],
)
def test_a_number_that_has_a_word_is_told_by_it(words: Words, number: int, said: str) -> None:
    assert measure_words(ENGLISH, measure(*words), number) == said


@pytest.mark.parametrize(("number", "said"), [(0, "never"), (56, "30 November 1939"), (-4, "1 October 1939")])
def test_days_that_are_counted_from_a_day_are_told_as_a_date(number: int, said: str) -> None:
    counted = replace(measure("", {0: "never"}), counts_from="1939-10-05")
    assert measure_words(ENGLISH, counted, number) == said


def test_a_range_of_days_goes_from_date_to_date() -> None:
    counted = replace(measure("", {}), counts_from="1939-10-05")
    assert measure_words(ENGLISH, counted, 1, 3) == "6 October 1939 to 8 October 1939"


def test_a_range_keeps_its_numbers_and_its_unit() -> None:
    assert measure_words(ENGLISH, measure(*PLAIN), 177000, 180000) == "177,000 to 180,000 square kilometres"
    assert measure_words(ENGLISH, measure(*NEVER), 0, 30) == "0 to 30 days after 4 February"


def test_a_range_of_what_is_not_counted_goes_from_word_to_word() -> None:
    assert measure_words(ENGLISH, measure(*YES), 1, 1) == "yes"
    assert measure_words(ENGLISH, measure(*YES), 0, 1) == "no to yes"


@pytest.mark.parametrize("scenario", ["finland-1939", "pact-1939", "yalta-1945"])
def test_no_measure_of_the_shelf_explains_its_numbers_in_its_name_or_unit(scenario: str) -> None:
    measures = kept_scenario(scenario).measures.values()
    assert [one.id for one in measures if is_told_by_a_word(one, 0)]
    for one in measures:
        said = [ENGLISH.plain(one.name), measure_words(ENGLISH, one, 0), measure_words(ENGLISH, one, 1)]
        assert not [words for words in said if any(key in words for key in ("(0", "(1", "0 is"))]
