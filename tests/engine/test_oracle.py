"""The compiled engine and the plain-Python oracle play the same games to the same numbers.

Random legal moves, drawn from what the oracle holds to be legal, are given to both: to worlds of many rows, and to
single games with their accounts.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random

import pytest

from game.engine.compiler import compile_scenario
from game.engine.game import Game
from game.engine.moves import Move, press
from game.engine.program import Program
from game.scenario.catalogue import scenarios_folder
from game.scenario.loader import load
from tests.kept import kept_program
from tests.oracle.batch import Batch
from tests.oracle.driver import play_randomly, random_move, recorded_move
from tests.oracle.game import OracleGame
from tests.oracle.single import compare_end, compare_legality, compare_point
from tests.oracle.variants import VARIANTS, variant
from tests.scenarios.synthetic import write_synthetic

SHELF = ("finland-1939", "pact-1939", "yalta-1945")
SCENARIOS = ("three-parties", "synthetic", *SHELF)
ROWS = {"three-parties": 500, "synthetic": 250, "finland-1939": 150, "pact-1939": 5, "yalta-1945": 4}
ON_RECORD = {"three-parties": 500, "synthetic": 125, "finland-1939": 75, "pact-1939": 2, "yalta-1945": 2}
"""How many games are played at random, and how many keep to the record for a while."""
GAMES = {"three-parties": 30, "synthetic": 6, "finland-1939": 6, "pact-1939": 1, "yalta-1945": 1}
FAR_GAMES = (2**31, 2**32 + 5, 10**15)
"""Game numbers beyond 32 bits, which the keys must tell apart too."""


@cache
def synthetic() -> Program:
    with tempfile.TemporaryDirectory() as home:
        return compile_scenario(load(write_synthetic(Path(home))))


@pytest.fixture(params=SCENARIOS)
def program(request: pytest.FixtureRequest) -> Program:
    name: str = request.param
    if name in SHELF and not (scenarios_folder() / name / "scenario.yaml").is_file():
        pytest.skip(f"{name} is not there")
    return synthetic() if name == "synthetic" else kept_program(name)


def play_batch(
    program: Program, games: Sequence[int], seed: int, *, follow: bool, start: Mapping[str, int] | None = None
) -> None:
    batch = Batch(program, games, seed, follow=follow, start=start)
    batch.play()
    batch.compare_state()
    batch.compare_outcome()


def test_random_games_in_a_batch_end_in_the_oracle_s_bytes(program: Program) -> None:
    games = [*range(ROWS[program.scenario.id]), *FAR_GAMES]
    play_batch(program, games, seed=20, follow=False)


def test_games_that_keep_to_the_record_for_a_while_agree_on_where_they_left_it(program: Program) -> None:
    games = range(5000, 5000 + ON_RECORD[program.scenario.id])
    play_batch(program, games, seed=-3, follow=True)


@pytest.mark.parametrize("name", VARIANTS)
def test_a_variant_s_games_end_in_the_oracle_s_bytes(name: str, tmp_path: Path) -> None:
    program = compile_scenario(variant(name, tmp_path))
    play_batch(program, range(100), seed=7, follow=False)
    play_batch(program, range(50), seed=8, follow=True)


def test_games_from_a_state_carried_in_end_in_the_oracle_s_bytes(program: Program) -> None:
    names = next(iter(program.scenario.variables.values())).columns[:1]
    start = {name: program.scenario.columns[name].high for name in names}
    play_batch(program, range(min(60, ROWS[program.scenario.id])), seed=9, follow=False, start=start)


def test_a_game_may_begin_where_another_ended(program: Program) -> None:
    earlier, random = OracleGame(program.scenario, 4), Random(4)
    play_randomly(earlier, random)
    play_batch(program, range(min(40, ROWS[program.scenario.id])), seed=10, follow=False, start=earlier.state)


def test_a_press_on_another_issue_than_the_recorded_one_leaves_the_record() -> None:
    program = kept_program("three-parties")
    for issue, kept in (("light", True), ("toll", False)):
        game, oracle = Game(program, follow_record=True), OracleGame(program.scenario, follow_record=True)
        for _ in range(4):
            move_both(game, oracle, recorded_move(oracle, oracle.pending[0]))
        move_both(game, oracle, press(issue))
        assert oracle.on_record == kept
        assert game.ask("corvane").on_record.tolist() == [kept]


def move_both(game: Game, oracle: OracleGame, move: Move) -> None:
    party = oracle.pending[0]
    game.play(party, move)
    oracle.play(party, move)


def test_one_game_agrees_move_by_move(program: Program) -> None:
    for seed in range(GAMES[program.scenario.id]):
        game, oracle = Game(program, seed), OracleGame(program.scenario, seed)
        play_beside(game, oracle, Random(seed), recorded=0)
        compare_end(game, oracle)


def test_one_game_that_keeps_to_the_record_for_a_while_agrees_move_by_move(program: Program) -> None:
    for seed in range(GAMES[program.scenario.id]):
        game = Game(program, seed, follow_record=True)
        oracle = OracleGame(program.scenario, seed, follow_record=True)
        play_beside(game, oracle, Random(seed), recorded=2 * seed)
        compare_end(game, oracle)


def play_beside(game: Game, oracle: OracleGame, random: Random, recorded: int) -> None:
    """Plays one game to its end in both; the first `recorded` moves are those of the record."""
    while not oracle.over:
        compare_point(game, oracle)
        party = random.choice(oracle.pending)
        compare_legality(game, oracle, party, random)
        if recorded > 0 and oracle.on_record:
            move, recorded = recorded_move(oracle, party), recorded - 1
        else:
            move = random_move(oracle, party, random)
        assert game.refusal(party, move) is None, move
        game.play(party, move)
        oracle.play(party, move)
    compare_point(game, oracle)
