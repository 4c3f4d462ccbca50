from __future__ import annotations

from random import Random

import pytest

from game.engine.game import Game
from game.engine.program import Program
from game.present.debrief import debrief
from game.present.debrief_branches import MOST_COMPARED
from game.present.debrief_parts import Block, Case, Passage
from game.present.english import english
from game.present.html_report import render
from tests.playing import SEATS, play_on, random_game
from tests.playing import program as compiled


@pytest.fixture(scope="module")
def program() -> Program:
    return compiled()


def played_again(game: Game, seed: int) -> Game:
    """Goes back to the first person's decision and plays to the end in another way, seed by seed until it differs."""
    first = next(entry for entry in game.path if entry.seat == "arden")
    game.go_to(first.parent)
    play_on(game, Random(seed), 400)
    assert game.over
    return game


def blocks(game: Game) -> tuple[Block, ...]:
    section = debrief(game, english(), SEATS).section("branches")
    return section.blocks if section is not None else ()


def test_a_game_without_branches_has_no_section_of_them(program: Program) -> None:
    assert not blocks(random_game(program, 5))


def test_another_branch_that_is_over_stands_beside_the_one_told(program: Program) -> None:
    game = played_again(random_game(program, 5), 8)
    passage, case = blocks(game)
    assert isinstance(passage, Passage)
    assert "These pages tell branch B." in passage.paragraphs[0]
    assert isinstance(case, Case)
    assert case.heading == "B beside A"
    assert any(words.startswith("They part on ") for words in case.paragraphs)
    assert any(grid.caption == "What was decided from there on" for grid in case.grids)
    assert all(grid.headers == ("What", "On B", "On A") for grid in case.grids)
    assert all(one != other for grid in case.grids for _, one, other in (row.cells for row in grid.rows))


def test_looking_at_other_branches_leaves_the_game_where_it_stood(program: Program) -> None:
    game = played_again(random_game(program, 5), 8)
    stood = game.seq
    blocks(game)
    assert game.seq == stood


def test_a_branch_that_was_left_before_its_end_is_counted_and_not_told(program: Program) -> None:
    game = random_game(program, 5)
    end = game.seq
    game.go_to(next(entry for entry in game.path if entry.seat == "arden").parent)
    play_on(game, Random(8), 3)
    assert not game.over
    game.go_to(end)
    assert not blocks(game)
    played_again(game, 9)
    passage, *cases = blocks(game)
    assert isinstance(passage, Passage)
    assert passage.paragraphs[1].startswith("One more branch was left before its end")
    assert [case.heading for case in cases if isinstance(case, Case)] == ["C beside A"]


def test_only_the_latest_of_many_branches_are_compared(program: Program) -> None:
    game = random_game(program, 5)
    for seed in range(8, 8 + MOST_COMPARED + 2):
        played_again(game, seed)
    _, *cases = blocks(game)
    assert len(cases) == MOST_COMPARED


def test_the_report_has_it_among_its_contents(program: Program) -> None:
    document = render(debrief(played_again(random_game(program, 5), 8), english(), SEATS), english())
    assert '<a href="#branches">The same game, decided otherwise</a>' in document
    assert "B beside A" in document
