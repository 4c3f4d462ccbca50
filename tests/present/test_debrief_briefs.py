from __future__ import annotations

import pytest

from game.engine.game import Game
from game.engine.program import Program
from game.present.debrief import debrief
from game.present.debrief_parts import Case
from game.present.english import english
from game.present.html_report import render
from game.present.opening import Plan, begin, open_scenario
from tests.playing import SCENARIO, random_game
from tests.playing import program as compiled


@pytest.fixture(scope="module")
def program() -> Program:
    return compiled()


@pytest.fixture(scope="module")
def game(program: Program) -> Game:
    return random_game(program, 5)


def sheets(game: Game) -> dict[str, Case]:
    section = debrief(game, english()).section("briefs")
    assert section is not None
    return {block.heading: block for block in section.blocks if isinstance(block, Case)}


def test_each_side_that_a_person_may_hold_has_its_brief_and_its_delegation(game: Game) -> None:
    found = sheets(game)
    assert list(found) == [english().plain(party.name) for party in game.scenario.parties.values() if party.playable]
    arden = found["Arden"]
    assert any("You keep the light" in words for words in arden.paragraphs)
    assert "Ada Hale, keeper of the light" in [pair.label for pair in arden.pairs]
    assert arden.pairs[0].words.startswith("The light burns (vital)")


def test_a_brief_is_that_of_the_first_morning_however_the_game_went(game: Game) -> None:
    sitting = begin(open_scenario(SCENARIO), Plan((("arden",),), "record", game.seed), None).sitting
    sitting.proceed()
    assert sheets(game)["Arden"].paragraphs == sitting.briefing().brief


def test_the_briefs_are_folded_in_the_report_and_printed_a_sheet_each(game: Game) -> None:
    document = render(debrief(game, english()), english())
    section = document[document.index('<section id="briefs"') :]
    assert section.split("</h2>")[1].lstrip().startswith("<details><summary>")
    assert "#briefs .case, #briefs:has(details[open]) ~ section { break-before: page; }" in document
