"""Many talks at one table: the same table from the same state, by styles, each talk with its own dice.

They are held in a world like any other, with the rest of the calendar left out. What they show is for those who
look from outside; no seat sees more than its ask.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import Numbers, Packages
from game.engine.known import value_set, walk_away
from game.engine.program import CompiledStep, Program, TableProgram
from game.engine.state import Start
from game.engine.world import World
from game.players.playout import answered
from game.players.seats import Seat

BLOCK = 16_384
Told = Callable[[int, int], None]
"""Is told again and again how many talks have ended for good, and which turn the others are at."""


@dataclass(frozen=True, slots=True)
class Talked:
    """What came of talks; one row a talk.

    `outcomes` are numbers of `Outcome`; `agreed` are option numbers by issue, what stayed open as unsettled.
    `worths` and `walk_aways` have shape `(parties, rows)`: the worth of what was agreed, and the worth that the
    party would have walked away for when the talks began. `moves` counts moves, `rounds` the rounds begun.
    """

    outcomes: Numbers
    agreed: Packages
    worths: NDArray[np.int32]
    walk_aways: NDArray[np.int32]
    moves: NDArray[np.int32]
    rounds: NDArray[np.int32]


def hold_talks(
    program: Program,
    table: str,
    seats: Sequence[Seat],
    games: int,
    seed: int,
    *,
    state: Start | None = None,
    rounds: int | None = None,
    first: int = 0,
    told: Told | None = None,
) -> Talked:
    """Holds talks number `first` and on at the table that step `table` opens; `seats` in the order of its parties.

    They begin from `state` (column values; default: the start of the scenario). `rounds` replaces all sessions
    by one.
    """
    alone = table_alone(program, table, rounds)
    chairs = dict(zip(alone.tables[table].table.parties, seats, strict=True))
    numbers = np.arange(first, first + games)

    def block(place: int) -> Talked:
        ended = None if told is None else partial(told, place)
        return _talk(alone, table, chairs, numbers[place : place + BLOCK], seed, state, ended)

    parts = [block(place) for place in range(0, games, BLOCK)]
    return Talked(*(np.concatenate([getattr(part, name) for part in parts], axis=-1) for name in Talked.__slots__))


def table_alone(program: Program, table: str, rounds: int | None = None) -> Program:
    """Returns a program of the sessions of one table and nothing else."""
    sessions = program.tables[table].table.sessions
    steps = [step for step in program.steps if step.step.id in sessions]
    if rounds is not None:
        steps = [_in_one_session(steps[0], rounds)]
    return replace(program, steps=tuple(replace(step, when=None, due=(), due_changes=None) for step in steps))


def _in_one_session(step: CompiledStep, rounds: int) -> CompiledStep:
    assert step.table
    table = step.table.table
    single = replace(table, sessions=table.sessions[:1], rounds=(rounds,), record=table.record[:1])
    return replace(step, table=replace(step.table, table=single))


def _talk(
    program: Program,
    table: str,
    seats: Mapping[str, Seat],
    games: NDArray[np.int64],
    seed: int,
    state: Start | None,
    told: Callable[[int], None] | None = None,
) -> Talked:
    rules = program.tables[table]
    world = World(program, games, seed, start=state, recalls=any(seat.recalls for seat in seats.values()))
    walk_aways = _walk_aways(world, rules)
    sets = [value_set(world.columns, rules, party) for party in range(len(rules.table.parties))]
    moves, turn = np.zeros(len(games), np.int32), 0
    while not world.over:
        turn += 1
        if told is not None:
            told(turn)
        moves += world.talks[table].in_session
        world.answer(answered(world, seats))
    agreed = np.stack([world.columns[place] for place in rules.issue_places]).astype(np.int8)
    worths = np.stack([_worth(rules, party, sets[party], agreed) for party in range(len(sets))])
    rounds = (moves + np.int32(len(sets) - 1)) // np.int32(len(sets))
    return Talked(world.columns[rules.place].astype(np.int8), agreed, worths, walk_aways, moves, rounds)


def _walk_aways(world: World, rules: TableProgram) -> NDArray[np.int32]:
    """Computes every party's walk-away worth at the opening."""
    talks = world.talks[rules.table.step]
    values = [walk_away(world.columns, rules, talks, party) for party in range(len(rules.table.parties))]
    weights = [_total_weights(world, rules, party) for party in range(len(values))]
    return np.stack([value * weight for value, weight in zip(values, weights, strict=True)])


def _total_weights(world: World, rules: TableProgram, party: int) -> NDArray[np.int32]:
    totals = np.array([valuation.total_weight for valuation in rules.table.valuations[party]], np.int32)
    return totals[value_set(world.columns, rules, party)]


def _worth(rules: TableProgram, party: int, sets: Numbers, agreed: Packages) -> NDArray[np.int32]:
    worth = np.zeros(len(sets), np.int32)
    for number, valuation in enumerate(rules.table.valuations[party]):
        worth = np.where(sets == number, valuation.worth(agreed), worth)
    return worth
