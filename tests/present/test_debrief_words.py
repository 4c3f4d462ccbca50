"""The debrief's words for what history never came to, and for the textbook chapter that it speaks of."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine.compiler import compile_scenario
from game.engine.game import Game
from game.engine.moves import Choose
from game.present.debrief import debrief
from game.present.debrief_parts import Case, Debrief, Passage
from game.present.english import english
from game.scenario.loader import load
from tests.scenarios.small import choice, small_text, write_small

OPTIONS = 'wait: {text: "Wait"}, strike: {text: "Strike"}'
STEPS = choice("first", "arden", OPTIONS, record="wait") + choice(
    "second", "arden", OPTIONS, record="wait", more='when: "choice.first == strike"'
)
BOOK = (
    '  made-up: {title: "Made up", kind: reference}\n  book: {title: "A History", kind: textbook, place: "Chapter 6"}\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    scenario = write_small(tmp_path, STEPS)
    text = small_text(STEPS).replace('  made-up: {title: "Made up", kind: reference}\n', BOOK)
    (scenario / "scenario.yaml").write_text(text, "utf-8")
    return scenario


def told(folder: Path, *options: str) -> Debrief:
    game = Game(compile_scenario(load(folder)))
    for option in options:
        game.play("arden", Choose(option))
    return debrief(game, english())


def decided(page: Debrief) -> list[Case]:
    section = page.section("decisions")
    assert section is not None
    return [block for block in section.blocks if isinstance(block, Case)]


@pytest.mark.parametrize("option", ["wait", "strike"])
def test_a_decision_that_history_never_came_to_is_neither_as_in_history_nor_otherwise(
    folder: Path, option: str
) -> None:
    case = decided(told(folder, "strike", option))[1]
    assert case.marks[1:] == ("history did not come to this decision",)
    assert "In history" not in [pair.label for pair in case.pairs]


def test_such_decisions_are_not_counted_with_the_records(folder: Path) -> None:
    section = told(folder, "strike", "wait").section("first-divergence")
    assert section is not None and isinstance(section.blocks[0], Passage)
    assert section.blocks[0].paragraphs[1:] == (
        "0 of 1 decisions on this path are the record's.",
        "One more decision on this path history was never asked to make.",
    )


def test_a_decision_on_the_records_path_keeps_its_mark(folder: Path) -> None:
    assert decided(told(folder, "wait"))[0].marks[1:] == ("as in history",)


def test_the_textbook_chapter_is_named_before_it_is_spoken_of(folder: Path) -> None:
    section = told(folder, "wait").section("decisions")
    assert section is not None
    assert section.blocks[0] == Passage(
        ("Where these pages speak of the textbook chapter, they mean: *A History*, Chapter 6.",)
    )
