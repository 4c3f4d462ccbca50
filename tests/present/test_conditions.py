"""Conditions on packages in words."""

from __future__ import annotations

import pytest

from game.engine.game import Game
from game.present.conditions import condition_words
from game.present.reader import Reader
from game.scenario.tree import Always, Comparison, Logic, Negation, Number, Read, Truth


@pytest.fixture
def reader(opened) -> Reader:
    return Reader(opened.scenario, Game.start(opened.scenario, 0).view("arden"), opened.speech)


def settled(issue: str, number: int) -> Comparison:
    return Comparison("==", Read(f"package.{issue}", 0, 3), Number(number))


LIGHT, TOLL, PILOTS = settled("light", 3), settled("toll", 1), settled("pilots", 2)

CASES: list[tuple[Truth, str]] = [
    (LIGHT, "The light: Arden alone decides"),
    (Logic("and", (LIGHT, TOLL)), "The light: Arden alone decides and The toll: No toll"),
    (Logic("or", (TOLL, settled("toll", 2))), "The toll: No toll, or One barrel a year"),
    (
        Logic("and", (Logic("or", (LIGHT, TOLL)), PILOTS)),
        "(The light: Arden alone decides or The toll: No toll) and Pilots: Pilots need a licence",
    ),
    (Negation(LIGHT), "The light: anything but Arden alone decides"),
    (Comparison("!=", Read("package.toll", 0, 3), Number(1)), "The toll: anything but No toll"),
    (Comparison("<", Read("package.toll", 0, 3), Number(2)), ""),
    (Logic("and", (LIGHT, Always(True))), ""),
    (settled("no-such-issue", 1), ""),
    (settled("toll", 9), ""),
]


@pytest.mark.parametrize(("truth", "words"), CASES, ids=lambda case: case if isinstance(case, str) else "")
def test_a_condition_reads_as_its_terms_or_not_at_all(reader: Reader, truth: Truth, words: str, opened) -> None:
    table = opened.scenario.steps["lantern-talks"].body
    assert condition_words(reader, table, truth) == words
