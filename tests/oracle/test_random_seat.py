"""The seat `random` draws what its description says: whole batches of its games come out as the oracle's."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.engine.compiler import compile_scenario
from game.engine.program import Program
from game.engine.world import World
from game.players.playout import answered
from game.players.styles import seat_of
from tests.kept import kept_program
from tests.oracle.game import OracleGame
from tests.oracle.generated import generated
from tests.oracle.seats import random_seat_move


def play_by_random_seats(program: Program, games: int, seed: int) -> None:
    """Plays games by random seats in both, and compares all that they come to."""
    world = World(program, np.arange(games), seed)
    seats = {party: seat_of("random") for party in program.scenario.parties}
    while not world.over:
        world.answer(answered(world, seats))
    oracles = [OracleGame(program.scenario, seed, number) for number in range(games)]
    for number, oracle in enumerate(oracles):
        while not oracle.over:
            party = oracle.pending[0]
            oracle.play(party, random_seat_move(oracle, party, seed, number))
    for name, array in zip(program.names, world.columns, strict=True):
        assert array.tolist() == [oracle.state[name] for oracle in oracles], name


@pytest.mark.parametrize("seed", range(2))
def test_random_seats_play_three_parties_by_the_oracle_s_draws(seed: int) -> None:
    play_by_random_seats(kept_program("three-parties"), 60, seed)


@pytest.mark.parametrize("seed", range(20, 24))
def test_random_seats_play_random_scenarios_by_the_oracle_s_draws(seed: int, tmp_path: Path) -> None:
    play_by_random_seats(compile_scenario(generated(tmp_path, seed)), 30, seed)
