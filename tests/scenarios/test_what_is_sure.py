"""What the review takes for sure of the end of every game is so at the end of games played at random."""

from __future__ import annotations

import pytest

from game.scenario.lint_endings import at_the_end
from tests.kept import kept_program
from tests.playing import random_game


@pytest.mark.parametrize("name", ["three-parties", "congress", "finland-1939", "pact-1939", "yalta-1945"])
def test_every_game_ends_within_what_is_sure(name: str) -> None:
    program = kept_program(name)
    sure = at_the_end(program.scenario)
    assert sure
    for seed in range(5):
        columns = random_game(program, seed).values()
        outside = {column for column, (low, high) in sure.items() if not low <= columns[column] <= high}
        assert not outside, f"seed {seed}"
