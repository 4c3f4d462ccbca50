"""The debrief's words for what history never came to, and for the textbook chapter that it speaks of."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine.compiler import compile_scenario
from game.engine.game import Game
from game.engine.moves import ACCEPT, WALK_OUT, Choose, propose
from game.present.debrief import debrief
from game.present.debrief_parts import Case, Debrief, Items, Passage
from game.present.english import english
from game.present.opening import Plan, begin, open_scenario
from game.present.page import TablePage
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


OPEN = """
  - id: wind
    date: 1925-06
    title: "Wind"
    chance: {OUTCOMES, basis: "Made up.", record: disputed}
"""


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ('calm: {name: "the wind drops", odds: 1, text: "No sail moves."}', "the wind drops: 100 %"),
        ('dead-calm: {odds: 1, text: "No sail moves."}', "No sail moves: 100 %"),
        ("dead-calm: {odds: 1}", "way 1: 100 %"),
    ],
)
def test_an_outcome_is_told_by_its_name_or_its_words_and_never_by_its_id(
    outcome: str, said: str, tmp_path: Path
) -> None:
    outcomes = f"outcomes: {{{outcome}, storm: {{name: a storm, odds: 0}}}}"
    folder = write_small(tmp_path, OPEN.replace("OUTCOMES", outcomes))
    (chance,) = (one for one in told(folder).section("chance").blocks if isinstance(one, Case))  # type: ignore[union-attr]
    odds = next(pair.words for pair in chance.pairs if "true odds" in pair.label)
    assert odds == f"{said}; a storm: 0 %"


TABLE = """
  - id: talks
    date: 1925-06
    title: "Talks"
    table:
      parties: [arden, borrel]
      agreement: by-issue
      rounds: 1
      issues:
        land: {name: L, unsettled: keep, options: {keep: {text: "It is kept."}, give: {text: "It is given."}},
          weight: {arden: 1, borrel: 1}, values: {arden: {keep: 0, give: 1}, borrel: {keep: 1, give: 0}}}
        sea: {name: S, unsettled: keep, options: {keep: {text: "It is kept."}, give: {text: "It is given."}},
          weight: {arden: 1, borrel: 1}, values: {arden: {keep: 0, give: 1}, borrel: {keep: 1, give: 0}}}
      walk-away: {arden: 0, borrel: 0}
      walk-away-basis: {arden: B, borrel: B}
      record: {outcome: failed, moves: {talks: [{arden: walk-out}]}}
  - {id: again, date: 1925-06, title: "Again", resume: talks}
"""
LEFT = "variables: {calm: {name: C, range: 0..1, start: 1}}\nquestions: [{id: q, text: TEXT}]"


def test_who_walked_out_and_what_was_initialled_are_told_in_words(tmp_path: Path) -> None:
    asked = LEFT.replace(
        "TEXT", '"Land: {initialled.talks.land} Sea: {initialled.talks.sea}; left by: {walked-out.talks}."'
    )
    game = Game(compile_scenario(load(write_small(tmp_path, TABLE, more=asked))))
    game.play("arden", propose({"land": "give"}))
    game.play("borrel", ACCEPT)
    game.play("arden", WALK_OUT)
    (questions,) = debrief(game, english()).section("questions").blocks  # type: ignore[union-attr]
    assert isinstance(questions, Items)
    assert questions.items == ("Land: It is given. Sea: not yet; left by: Arden.",)


GIVEN = 'give: {text: "It is given."'
PEOPLE = TABLE.replace(GIVEN, f'{GIVEN}, people: "Some 40 families leave."', 1)


def test_what_a_clause_does_to_people_is_told_before_it_is_agreed_and_after(tmp_path: Path) -> None:
    folder = write_small(tmp_path, PEOPLE)
    sitting = begin(open_scenario(folder), Plan((("arden",),), "random", 1, "full"), None).sitting
    while not isinstance(sitting.page, TablePage):
        sitting.proceed()
    land, sea = sitting.page.issues
    assert [option.people for option in land.options] == ["", "Some 40 families leave."]
    assert [option.people for option in sea.options] == ["", ""]
    game = Game(compile_scenario(load(folder)))
    game.play("arden", propose({"land": "give"}))
    game.play("borrel", ACCEPT)
    game.play("arden", WALK_OUT)
    (case,) = decided(debrief(game, english()))
    assert [(pair.label, pair.words) for pair in case.pairs if pair.label.startswith("People")] == [
        ("People: L", "Some 40 families leave.")
    ]
