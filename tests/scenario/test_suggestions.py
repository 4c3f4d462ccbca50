"""Did you mean: the nearest spelling, or silence."""

from __future__ import annotations

import time

import pytest

from game.scenario.suggestions import MOST_CHOICES, did_you_mean, nearest

WORDS = ["options", "advice", "why-not", "content-note"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [("optoins", "options"), ("why_not", "why-not"), ("Content Note", "content-note"), ("OPTIONS", "options")],
)
def test_the_nearest_word_is_meant(word: str, meant: str) -> None:
    assert nearest(word, WORDS) == meant


@pytest.mark.parametrize("word", ["weather", "", "x", "ๆ"])
def test_nothing_near_is_silence(word: str) -> None:
    assert nearest(word, WORDS) is None
    assert did_you_mean(word, WORDS) == ""
    assert did_you_mean(word, []) == ""


def test_of_equals_the_first_is_meant() -> None:
    assert nearest("ab", ["abx", "aby"]) == nearest("ab", ["abx"]) == "abx"
    assert nearest("ab", ["aby", "abx"]) == "aby"


def test_long_words_and_lists_take_no_long_time() -> None:
    begun = time.process_time()
    nearest("a" * 1_000_000, (f"a{number}" * 10 for number in range(MOST_CHOICES * 50)))
    assert time.process_time() - begun < 2
