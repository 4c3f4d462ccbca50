from pathlib import Path

import numpy as np
import pytest

from game.analysis.moments import copy_of, dice_alone
from game.analysis.reach import Witness, reach, reached_steps, replayed, witnesses
from game.analysis.recorded import recorded_game
from game.engine.game import Game
from game.engine.program import Program
from game.engine.world import World
from game.errors import MoveRefused
from game.players.playout import answered
from game.players.styles import seat_of
from tests.playing import program as compiled
from tests.playing import random_game
from tests.scenarios.small import do, news, small


@pytest.fixture(scope="module")
def program() -> Program:
    return compiled()


def test_counts_are_those_of_games_played_one_by_one(program: Program) -> None:
    games = 60
    found = reach(program, games, seed=4)
    endings = dict.fromkeys(program.scenario.endings, 0)
    seats = {party: seat_of("random") for party in program.scenario.parties}
    for number in range(games):
        world = World(program, np.array([number], np.int64), 4)
        while not world.over:
            world.answer(answered(world, seats))
        endings[list(endings)[int(world.endings()[0]) - 1]] += 1
    assert found.endings == endings
    assert sum(found.endings.values()) == games


def test_a_dispatch_counts_where_its_condition_holds(program: Program) -> None:
    found = reach(program, 2_000, seed=1)
    assert set(found.steps) == set(program.scenario.steps)
    assert found.steps["settling"] == 2_000
    assert 0 < found.steps["rumour"] < 2_000
    assert found.share(found.steps["settling"]) == 1.0


def test_a_dispatch_that_never_happens_is_named(tmp_path: Path) -> None:
    steps = news("first") + news("phantom", more='when: "up > 60"', effects=do("up += 1"))
    small_program = small(tmp_path, steps, more="variables: {up: {name: U, range: 0..100, start: 50}}")
    assert reach(small_program, 100).never == ("phantom",)


def test_a_witness_replays_to_what_it_shows(program: Program) -> None:
    found = witnesses(program, range(60))
    assert {one.step for one in found if one.step} == set(program.scenario.steps)
    assert {one.ending for one in found if one.ending} == set(program.scenario.endings)
    for one in found:
        game = replayed(program, one)
        assert one.step in reached_steps(game) if one.step else game.ending() == one.ending


def test_a_witness_that_no_longer_fits_is_refused(program: Program) -> None:
    with pytest.raises(MoveRefused):
        replayed(program, Witness(0, (("arden", "dance"),), step="opening"))
    whole = next(one for one in witnesses(program, range(3)) if one.ending)
    with pytest.raises(MoveRefused, match="The game is over"):
        replayed(program, Witness(whole.seed, (*whole.moves, ("arden", "wait"))))


# Earlier moments


def test_a_copy_stands_where_the_game_stands_and_leaves_it_alone(program: Program) -> None:
    game = random_game(program, 8)
    game.undo()
    copy = copy_of(game)
    assert (copy.seq, list(copy.history)) == (game.seq, list(game.history))
    assert copy.world.state_bytes() == game.world.state_bytes()
    copy.go_to(0)
    assert game.seq != copy.seq


def test_without_the_record_the_dice_are_those_of_the_game(program: Program) -> None:
    game = random_game(program, 8)
    fell = {
        entry.step: entry.move.option  # type: ignore[union-attr]
        for entry in game.path
        if entry.seat == "chance" and entry.step in ("aim", "weather", "storm")
    }
    assert dice_alone(game) == fell


def test_the_dice_alone_are_told_where_chance_followed_the_record(program: Program) -> None:
    followed = differing = 0
    for seed in range(12):
        game = recorded_game(program, seed)
        alone = dice_alone(game)
        assert game.view("facilitator").word("chance.storm") == "strikes"
        free = Game(program, seed)
        assert alone["aim"] == free.history[1].move.option  # type: ignore[union-attr]
        followed += 1
        differing += alone["storm"] != "strikes"
    assert 0 < differing < followed
