"""Engine and oracle play conferences to the same numbers: agendas, hours, wordings, absentees, promises that bend."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from game.engine.compiler import compile_scenario
from game.engine.game import Game
from game.engine.program import Program
from tests.oracle.batch import Batch
from tests.oracle.driver import random_move, recorded_move
from tests.oracle.game import OracleGame
from tests.oracle.generated_talks import generated_talks
from tests.oracle.single import compare_end, compare_legality, compare_point, compare_views
from tests.oracle.test_random_seat import play_by_random_seats
from tests.oracle.variants import CONGRESSES, DUES, congress


def play_batch(program: Program, games: int, seed: int, *, follow: bool) -> None:
    batch = Batch(program, range(games), seed, follow=follow)
    batch.play()
    batch.compare_state()
    batch.compare_outcome()


def play_beside(program: Program, seed: int, recorded: int) -> None:
    """Plays one game to its end in both; the first `recorded` moves are those of the record."""
    random = Random(seed)
    game = Game(program, seed, follow_record=recorded > 0)
    oracle = OracleGame(program.scenario, seed, follow_record=recorded > 0)
    while not oracle.over:
        compare_point(game, oracle)
        compare_views(game, oracle)
        party = random.choice(oracle.pending)
        compare_legality(game, oracle, party, random)
        move = random_move(oracle, party, random)
        if recorded > 0 and oracle.on_record:
            move, recorded = recorded_move(oracle, party), recorded - 1
        assert game.refusal(party, move) is None, move
        game.play(party, move)
        oracle.play(party, move)
    compare_point(game, oracle)
    compare_end(game, oracle)


def play_all(program: Program) -> None:
    play_batch(program, 60, seed=3, follow=False)
    play_batch(program, 30, seed=4, follow=True)
    play_by_random_seats(program, 40, seed=5)
    for seed in range(3):
        play_beside(program, seed, recorded=4 * seed)


@pytest.mark.parametrize("name", [*CONGRESSES, *DUES])
def test_each_congress_is_played_alike(name: str, tmp_path: Path) -> None:
    play_all(compile_scenario(congress(name, tmp_path)))


@pytest.mark.parametrize("seed", range(30))
def test_random_conferences_are_played_alike(seed: int, tmp_path: Path) -> None:
    play_all(compile_scenario(generated_talks(tmp_path, seed)))
