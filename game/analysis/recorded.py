"""The recorded path as a game: record-followers in every seat, chance on the record, seed 0 unless told otherwise."""

from __future__ import annotations

import numpy as np

from game.engine.game import Game
from game.engine.program import Program
from game.engine.world import World
from game.players.match import decided
from game.players.playout import answered
from game.players.styles import seat_of

STYLE = "record"
DRAWS = 64
"""Games in which whatever the record leaves to dispute or to the dice is drawn afresh."""


def recorded_game(program: Program, seed: int = 0, until: str | None = None) -> Game:
    """Plays the record to its end, or until the choice or table session at step `until` is to be decided.

    Where the record passes that step by, the game stands at the last decision before it.
    """
    seat, game = seat_of(STYLE), Game(program, seed, follow_record=True)
    last = program.scenario.steps[until].number if until else None
    while not game.over:
        assert game.step
        if last is not None and game.step.number >= last:
            break
        party = game.pending[0]
        game.play(party, decided(seat, game.ask(party), game.seat_stream(party)))
    if until is not None and (game.step is None or game.step.id != until):
        game.undo()
    return game


def recorded_endings(program: Program) -> tuple[str, ...]:
    """Plays the record many times over from the file's own start, and lists the endings that it comes to."""
    world = World(program, np.arange(DRAWS), 0, follow_record=True)
    seats = {party: seat_of(STYLE) for party in program.scenario.parties}
    while not world.over:
        world.answer(answered(world, seats))
    ids = tuple(program.scenario.endings)
    return tuple(ids[number - 1] for number in sorted({int(number) for number in world.endings()}))


def steps_of_the_record(game: Game) -> frozenset[str]:
    """The steps at which the recorded path of a game's scenario decides, bargains or draws."""
    return frozenset(entry.step for entry in recorded_game(game.program, game.seed).path)
