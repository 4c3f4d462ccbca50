"""The games that one party could think it is in: worlds made from what it knows and believes, and from nothing else.

What it does not know has the value that the file says it goes by; of talks that it has no part in nothing is known;
draws fall by the odds that it believes. Such a world is played on to see what may follow, by dice that are not those
of the game. Two games that differ only in what a party may not know give it the same worlds, byte for byte.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import Places
from game.engine.conferring import talks_at
from game.engine.known import known_list
from game.engine.program import Columns, Program
from game.engine.tables import CompiledTable, Talks

if TYPE_CHECKING:
    from game.engine.world import World


def believed_world(world: World, party: str, rows: Places, games: NDArray[np.int64], seed: int) -> World:
    """Makes for each of some rows of a world that waits at a choice as many as there are `games`.

    Those of one row follow each other, each with the dice of one of the games: the same for every row.
    """
    program = world.program
    places = np.repeat(rows, len(games))
    columns = _fanned(known_list(program, world.columns, party, rows), len(games))
    talks = {
        step: _told(world, talks, party, places)
        for step, talks in world.talks.items()
        if party in talks.table.parties or _is_known(program, talks.table, party)
    }
    for step, unheard in world.talks.items():
        talks.setdefault(step, talks_at(unheard.table, len(places), remembers=False, recalls=False))
    return world.imagined(columns, talks, np.tile(games, len(rows)), seed, party)


def _fanned(known: Columns, times: int) -> Columns:
    """Repeats every row; columns that are alike throughout are one array, which is never written."""
    constants: dict[tuple[str, int], NDArray[np.generic]] = {}
    columns: Columns = []
    for column in known:
        if len(column) == 1 or (column == column[0]).all():
            key = column.dtype.char, int(column[0])
            if key not in constants:
                constants[key] = np.full(len(column) * times, column[0], column.dtype)
                constants[key].flags.writeable = False
            columns.append(constants[key])
        else:
            columns.append(np.repeat(column, times))
    return columns


def _is_known(program: Program, table: CompiledTable, party: str) -> bool:
    """Tells whether a party that does not sit at a table may know what becomes of it."""
    knowers = program.scenario.columns[f"agreed.{table.step}"].known_to
    return knowers is None or party in knowers


def _told(world: World, talks: Talks, party: str, places: Places) -> Talks:
    """Copies talks for those who sit at them; for others it is only known in which games they go on."""
    if party in talks.table.parties:
        return talks.fanned(places)
    unheard = talks_at(talks.table, len(places), remembers=False, recalls=False)
    unheard.outcome = talks.outcome.take(places)
    unheard.held = talks.held.take(places)
    unheard.closed = talks.closed.take(places)
    return unheard
