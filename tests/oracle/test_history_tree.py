"""Wherever a game goes in its tree, it stands as the oracle does that is played from the start to that very place."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from game.engine.compiler import compile_scenario
from game.engine.game import Game
from game.engine.history import CHANCE
from game.engine.program import Program
from game.scenario.loader import load
from tests.kept import kept_program
from tests.oracle.driver import random_move
from tests.oracle.game import OracleGame
from tests.oracle.single import compare_accounts, compare_end, compare_legal, compare_point, compare_views
from tests.playing import branch_ends
from tests.scenarios.synthetic import write_synthetic

STEPS = {"three-parties": 150, "synthetic": 50, "finland-1939": 90}
"""How many times a walk plays on or goes elsewhere."""


@pytest.fixture(params=STEPS)
def program(request: pytest.FixtureRequest, tmp_path: Path) -> Program:
    name: str = request.param
    if name == "synthetic":
        return compile_scenario(load(write_synthetic(tmp_path)))
    return kept_program(name)


def oracle_at(game: Game) -> OracleGame:
    """The oracle's game of the line of moves that leads here."""
    oracle = OracleGame(game.scenario, game.seed, follow_record=game.follow_record)
    for entry in game.path:
        if entry.seat != CHANCE:
            oracle.play(entry.seat, entry.move)
    return oracle


def go_elsewhere(game: Game, random: Random) -> None:
    """Undoes one or several, all or those of one seat, returns to any place in the tree, or redoes."""
    kind = random.choice(["undo", "undo", "seat", "start", "jump", "jump", "redo", "redo-all"])
    if kind == "undo":
        for _ in range(random.randint(1, 5)):
            game.undo()
    elif kind == "seat":
        undo_of(game, random.choice(list(game.scenario.parties)))
    elif kind == "start":
        while game.undo():
            pass
        assert [entry for entry in game.path if entry.seat != CHANCE] == []
    elif kind == "jump":
        game.go_to(random.randint(0, len(game.history)))
    elif kind == "redo":
        game.redo()
    else:
        while game.redo():
            pass
        assert game.history.next_on_branch(game.seq) is None


def undo_of(game: Game, seat: str) -> None:
    """Undoes the latest decision of one seat, which then is to be made again."""
    before = game.path
    made = [place for place, entry in enumerate(before) if entry.seat == seat]
    assert game.undo([seat]) == bool(made)
    assert game.path == (before[: made[-1]] if made else before)
    assert seat in game.pending or not made


@pytest.mark.parametrize("follow", [False, True])
def test_every_place_of_a_tree_is_the_one_its_line_of_moves_leads_to(program: Program, follow: bool) -> None:
    random = Random(11)
    game = Game(program, 7, follow_record=follow)
    ends = 0
    for _ in range(STEPS[program.scenario.id]):
        if random.random() < 0.35:
            go_elsewhere(game, random)
        else:
            play_on(game, random)
        ends += compare_here(game)
    assert len(branch_ends(game)) > 5
    while not game.over:
        play_on(game, random)
    assert compare_here(game)


def play_on(game: Game, random: Random) -> None:
    """Plays a few moves, for as long as somebody is to move."""
    oracle = oracle_at(game)
    for _ in range(random.randint(1, 8)):
        if game.pending:
            party = random.choice(game.pending)
            move = random_move(oracle, party, random)
            game.play(party, move)
            oracle.play(party, move)


def compare_here(game: Game) -> bool:
    """Holds the place where a game stands against the oracle's; tells whether it is an end."""
    oracle = oracle_at(game)
    compare_point(game, oracle)
    compare_legal(game, oracle)
    compare_accounts(game, oracle)
    compare_views(game, oracle)
    if oracle.over:
        compare_end(game, oracle)
    return oracle.over


@pytest.mark.parametrize("seed", range(3))
def test_undo_takes_back_one_decision_and_redo_makes_it_again(program: Program, seed: int) -> None:
    random, game = Random(seed), Game(program, seed)
    places = [game.seq]
    while len(places) < 12 and not game.over:
        play_one(game, random)
        places.append(game.seq)
    assert len(places) > 4
    for place in reversed(places[:-1]):
        assert game.undo()
        assert game.seq == place
    assert not game.undo()
    for place in places[1:]:
        assert game.redo()
        assert game.seq == place
    assert not game.redo()


def play_one(game: Game, random: Random) -> None:
    party = random.choice(game.pending)
    game.play(party, random_move(oracle_at(game), party, random))


def test_returning_to_another_branch_and_redoing_leads_along_that_branch(program: Program) -> None:
    random, game = Random(5), Game(program, 5)
    start = game.seq
    for _ in range(6):
        play_one(game, random)
    first = game.seq
    for _ in range(3):
        game.undo()
    for _ in range(4):
        play_one(game, random)
    second = game.seq
    for leaf in (first, second, first):
        game.go_to(leaf)
        line = [entry.seq for entry in game.path]
        while game.undo():
            pass
        assert game.seq == start
        while game.redo():
            pass
        assert [entry.seq for entry in game.path] == line
        compare_here(game)
