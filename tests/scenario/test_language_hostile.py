"""Expressions that mean harm, or nothing: whatever is written is a finding, and soon."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.scenario.language import condition, effect_action, formula
from tests.scenario.test_language import SCOPE, WHERE, said_of_condition, said_of_effect, said_of_formula


@pytest.mark.parametrize(
    "source",
    [
        "(" * 900 + "1" + ")" * 900,
        "not " * 400 + "always",
        "min(1, " * 200 + "1" + ")" * 200,
        "1 if always else " * 100 + "1",
        "*".join(["1"] * 900),
        "(" * 200_000,
        "[" * 1_999,
        "9" * 1_999,
        "a" + "-a" * 900,
        "a." * 900,
        "\x00\ufffe\U0001f600",
        "1 +\n2 +",
    ],
)
def test_hostile_expressions_are_findings_within_a_moment(source: str) -> None:
    began = time.process_time()
    for said in (said_of_formula(source), said_of_condition(source), said_of_effect(source)):
        assert said
        assert all(": error " in one for one in said)
    assert time.process_time() - began < 1


def test_conditions_inside_conditions_do_not_multiply_the_work() -> None:
    source = "tension"
    for _ in range(18):
        source = f"(1 if {source}>0 else drift)"
    began = time.process_time()
    assert said_of_formula(source) == []
    assert time.process_time() - began < 2


@given(
    st.lists(
        st.sampled_from(
            [
                "tension",
                "moscow-aim",
                "opportunist",
                "1",
                "7",
                "+",
                "-",
                "*",
                "/",
                "(",
                ")",
                "[",
                "]",
                ",",
                ".",
                "==",
                "<",
                "in",
                "if",
                "else",
                "and",
                "or",
                "not",
                "min",
                "max",
                "never",
                "=",
                "+=",
                "make",
            ]
        ),
        max_size=12,
    ),
    st.sampled_from(["", " "]),
)
@example(["1", "if", "never", "else", "2"], " ")
@settings(max_examples=400, deadline=None)
def test_no_row_of_words_is_more_than_a_finding(words: list[str], space: str) -> None:
    source = space.join(words)
    for said, found in (
        (said_of_formula(source), formula(source, WHERE, SCOPE, [])),
        (said_of_condition(source), condition(source, WHERE, SCOPE, [])),
        (said_of_effect(source), effect_action(source, WHERE, SCOPE, [])),
    ):
        assert (found is None) == any(": error " in one for one in said)


@given(st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_no_text_at_all_is_more_than_a_finding(source: str) -> None:
    said_of_formula(source)
    said_of_condition(source)
    said_of_effect(source)
