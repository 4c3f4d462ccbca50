"""A game in the middle of its first talks, and what finds its scenario again."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from game.engine.game import Game
from game.engine.program import Program
from game.scenario.model import Scenario
from tests.playing import play_on
from tests.playing import program as compiled


@pytest.fixture(scope="module")
def program() -> Program:
    return compiled()


@pytest.fixture(scope="module")
def find(program: Program) -> Callable[[str], Scenario]:
    return lambda _: program.scenario


@pytest.fixture
def game(program: Program) -> Game:
    """A game in the middle of its first talks, with a branch left behind."""
    game = Game(program, 5)
    play_on(game, Random(3), 8)
    game.go_to(5)
    play_on(game, Random(4), 6)
    return game
