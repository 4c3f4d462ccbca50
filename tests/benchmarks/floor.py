"""The least that a batch of games must cost: its random numbers, its start written, its state touched once.

A benchmark divides the time that games take by the time of this floor, measured in the same run. How many
numbers a game draws is counted on games played alone, where nothing is drawn that the game does not need.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from game.engine.chance import Stream, game_keys
from game.engine.program import Program
from game.engine.tables import Talks
from game.engine.world import World
from game.players.playout import answered
from game.players.seats import Seat


def run(program: Program, seats: Mapping[str, Seat], games: np.ndarray, *, remembers: bool = False) -> World:
    """Plays games to their ends."""
    world = World(program, games, 0, remembers=remembers)
    while not world.over:
        world.answer(answered(world, seats))
    world.endings()
    return world


def draws_per_game(program: Program, seats: Mapping[str, Seat], sample: int = 300) -> float:
    """Counts the random numbers that a game draws, as the mean of a sample of games played alone."""
    count = 0
    original = Stream.mixed

    def counted(stream: Stream, index: int | Sequence[int]) -> np.ndarray:
        nonlocal count
        count += 1 if isinstance(index, int) else len(index)
        return original(stream, index)

    Stream.mixed = counted  # type: ignore[method-assign]
    try:
        for game in range(sample):
            run(program, seats, np.array([game]))
    finally:
        Stream.mixed = original  # type: ignore[method-assign]
    return count / sample


def floor(program: Program, games: int, draws: float, block: int) -> None:
    """Draws `draws` numbers a game in blocks, writes the start of all state and touches each byte of it once."""
    for first in range(0, games, block):
        rows = min(block, games - first)
        keys = game_keys(0, np.arange(first, first + rows))
        for index in range(round(draws)):
            Stream(keys, index).below(index, 7)
        for place in sorted(program.written):
            column = np.full(rows, program.starts[place], program.dtypes[place])
            column += 1
        for table in program.tables.values():
            for array in vars(Talks(table.table, rows, remembers=False)).values():
                if isinstance(array, np.ndarray) and array.flags.writeable:
                    array ^= array.dtype.type(1)
