"""A batch is its games: neither its size, nor its company, nor what it leaves out changes a byte of any of them.

Seats that draw at random play enough games that at every table most rows leave while others go on.
"""

from __future__ import annotations

import numpy as np
import pytest

from game.engine.compiler import compile_scenario
from game.engine.program import Program
from game.engine.world import World
from game.players.playout import answered
from game.players.styles import seat_of
from game.scenario.loader import load
from tests.kept import kept_program
from tests.oracle.variants import VARIANTS, variant
from tests.scenarios.synthetic import write_synthetic

SEED = 11
GAMES = np.arange(700)
ALONE = (0, 3, 57, 699)


@pytest.fixture(scope="module", params=("three-parties", "synthetic", "finland-1939", *VARIANTS))
def program(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Program:
    name: str = request.param
    home = tmp_path_factory.mktemp("worlds")
    if name in VARIANTS:
        return compile_scenario(variant(name, home))
    if name == "synthetic":
        return compile_scenario(load(write_synthetic(home)))
    return kept_program(name)


def played(program: Program, games: np.ndarray, *, remembers: bool) -> World:
    """Plays games at random to their ends."""
    world = World(program, games, SEED, remembers=remembers)
    seats = {party: seat_of("random") for party in program.scenario.parties}
    while not world.over:
        world.answer(answered(world, seats))
    return world


def test_leaving_out_what_no_seat_looks_at_changes_nothing(program: Program) -> None:
    whole, lean = played(program, GAMES, remembers=True), played(program, GAMES, remembers=False)
    assert lean.state_bytes() == whole.state_bytes()


def test_a_game_alone_ends_as_it_does_among_many(program: Program) -> None:
    many = played(program, GAMES, remembers=True)
    for number in ALONE:
        alone = played(program, GAMES[number : number + 1], remembers=True)
        assert [column[0] for column in alone.columns] == [column[number] for column in many.columns]
        assert alone.on_record[0] == many.on_record[number]


def test_a_copy_stays_as_it_is_while_the_other_goes_on(program: Program) -> None:
    seats = {party: seat_of("random") for party in program.scenario.parties}
    world = World(program, GAMES, SEED, remembers=False)
    copies: list[tuple[World, bytes]] = []
    while not world.over:
        copies.append((world.copy(), world.state_bytes()))
        world.answer(answered(world, seats))
    assert all(copy.state_bytes() == before for copy, before in copies)
    middle, _ = copies[len(copies) // 2]
    while not middle.over:
        middle.answer(answered(middle, seats))
    assert middle.state_bytes() == world.state_bytes()
