"""A number for which the file has a word is told by it, and reads well aloud."""

from __future__ import annotations

import pytest

from game.present.english import english
from game.present.measures import is_told_by_a_word, measure_name, measure_words
from game.scenario.cast import Paragraph, Text
from game.scenario.catalogue import scenarios_folder
from game.scenario.loader import load
from game.scenario.model import Measure
from game.scenario.positions import NOWHERE
from game.scenario.tree import Formula, Number

ENGLISH = english()
YES = ("The islands promised", "(1 is yes, 0 is no)")
KEPT = ("Independence", "(1 kept, 0 lost)")
NEVER = ("A government imposed", "days after 4 February; 0 is never")
NONE = ("Day of the peace", "days after 5 October (0 for none)")
NAMED = ("Day of the treaty (0: not signed)", "August")
PLAIN = ("Land ceded", "square kilometres")


def measure(name: str, unit: str) -> Measure:
    name_text, unit_text = (Text("", (Paragraph("", words, None, NOWHERE),), NOWHERE) for words in (name, unit))
    return Measure("made", name_text, unit_text, Formula("0", NOWHERE, Number(0)))


@pytest.mark.parametrize(
    ("words", "number", "said"),
    [
        (YES, 1, "yes"),
        (YES, 0, "no"),
        (KEPT, 1, "kept"),
        (KEPT, 0, "lost"),
        (NEVER, 0, "never"),
        (NEVER, 30, "30 days after 4 February"),
        (NONE, 0, "none"),
        (NONE, 160, "160 days after 5 October"),
        (NAMED, 0, "not signed"),
        (NAMED, 25, "25 August"),
        (PLAIN, 0, "0 square kilometres"),
        (PLAIN, 35084, "35,084 square kilometres"),
    ],
)
def test_a_number_that_has_a_word_is_told_by_it(words: tuple[str, str], number: int, said: str) -> None:
    assert measure_words(ENGLISH, measure(*words), number) == said


def test_a_range_keeps_its_numbers_and_its_unit() -> None:
    assert measure_words(ENGLISH, measure(*PLAIN), 177000, 180000) == "177,000 to 180,000 square kilometres"
    assert measure_words(ENGLISH, measure(*YES), 1, 1) == "yes"


def test_the_name_leaves_out_what_nothing_stands_for() -> None:
    assert measure_name(ENGLISH, measure(*NAMED)) == "Day of the treaty"
    assert measure_name(ENGLISH, measure(*PLAIN)) == "Land ceded"


@pytest.mark.parametrize("scenario", ["finland-1939", "pact-1939", "yalta-1945"])
def test_no_documented_measure_of_the_shelf_is_read_with_a_key_to_its_numbers(scenario: str) -> None:
    loaded = load(scenarios_folder() / scenario)
    keyed = [one for one in loaded.measures.values() if is_told_by_a_word(ENGLISH, one, 0)]
    assert keyed
    for one in keyed:
        record = loaded.record.measures.get(one.id)
        numbers = (0, 1, *((record.low,) if record else ()))
        said = [measure_name(ENGLISH, one), *(measure_words(ENGLISH, one, number) for number in numbers)]
        assert not [words for words in said if any(key in words for key in ("(0", "(1", "0 is"))]
