"""Many games played to their end by styles, in blocks, and what came of them.

Game k of a batch is the same game whatever the block size and however many others are played. Nothing is
judged or averaged here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import ChoiceAsk, Numbers, TableAsk, TableMoves
from game.engine.program import Program
from game.engine.state import Start
from game.engine.world import World
from game.players.seats import Seat

BLOCK = 131_072
"""Games carried together: larger blocks fall out of the processor's cache, smaller ones cost more calls."""

Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Results:
    """What came of a batch; one row a game.

    `endings` are numbers from 1. `interests` are Σ weight × value by party, out of 100 × `total_weights`.
    `reached` counts the games that came to each step by its id (a dispatch: those in which it happened), and
    `chosen` those that took each option or outcome: by column, number and count.
    """

    games: int
    endings: Numbers
    measures: Mapping[str, NDArray[np.int32]]
    interests: Mapping[str, NDArray[np.int32]]
    total_weights: Mapping[str, int]
    reached: Mapping[str, int]
    chosen: Mapping[str, Mapping[int, int]]


def play_out(
    program: Program,
    games: int,
    seed: int,
    seats: Mapping[str, Seat],
    start: Start | None = None,
    block: int = BLOCK,
) -> Results:
    """Plays games 0 to `games` − 1 to their end; every party has its seat, and chance always draws."""
    parts = [
        play_games(program, np.arange(first, min(first + block, games)), seed, seats, start)
        for first in range(0, games, block)
    ]
    return _joined(program, games, parts)


def play_games(
    program: Program, games: NDArray[np.int64], seed: int, seats: Mapping[str, Seat], start: Start | None = None
) -> Results:
    """Plays the games of these numbers, together."""
    return _Batch(program, games, seed, seats, start).play()


def answered(world: World, seats: Mapping[str, Seat]) -> list[Numbers | TableMoves]:
    """Lets the seats answer what a world asks now."""
    return [_answer(world, ask, seats) for ask in world.asks()]


def _answer(world: World, ask: ChoiceAsk | TableAsk, seats: Mapping[str, Seat]) -> Numbers | TableMoves:
    stream = world.seat_stream(ask)
    if isinstance(ask, ChoiceAsk):
        return seats[ask.party].choose(ask, stream)
    return seats[ask.table.parties[ask.party]].bargain(ask, stream)


class _Batch:
    """One block of games on its way to the end."""

    def __init__(
        self, program: Program, games: NDArray[np.int64], seed: int, seats: Mapping[str, Seat], start: Start | None
    ) -> None:
        self.program, self.seats = program, seats
        remembers = any(seat.looks_back for seat in seats.values())
        recalls = any(seat.recalls for seat in seats.values())
        self.world = World(program, games, seed, start=start, remembers=remembers, recalls=recalls)
        self.reached: Counts = {}

    def play(self) -> Results:
        world = self.world
        while not world.over:
            self._count_session()
            world.answer(answered(world, self.seats))
        self._count_steps()
        return Results(
            world.rows,
            world.endings(),
            world.measures(),
            {party: self._points(party, values) for party, values in world.interests().items()},
            {party: sum(i.weight for i in own) for party, own in self.program.scenario.interests.items()},
            self.reached,
            self._chosen(),
        )

    def _count_session(self) -> None:
        """Counts the games in a table session when it is first asked about."""
        step = self.world.step
        if step is None or step.choices or step.step.id in self.reached:
            return
        table = step.resumes or step.step.id
        self.reached[step.step.id] = int(np.count_nonzero(self.world.talks[table].in_session))

    def _count_steps(self) -> None:
        for step in self.program.steps:
            place = step.choices[0].place if step.choices else step.chance.place if step.chance else None
            if place is not None:
                self.reached[step.step.id] = int(np.count_nonzero(self.world.columns[place]))
            elif step.table or step.resumes:
                self.reached.setdefault(step.step.id, 0)
            else:
                self.reached[step.step.id] = self.world.news[step.step.id]

    def _points(self, party: str, values: list[NDArray[np.int32]]) -> NDArray[np.int32]:
        total = np.zeros(self.world.rows, np.int32)
        for interest, value in zip(self.program.scenario.interests[party], values, strict=True):
            total += value * np.int32(interest.weight)
        return total

    def _chosen(self) -> dict[str, dict[int, int]]:
        places = [choice.place for step in self.program.steps for choice in step.choices]
        places += [step.chance.place for step in self.program.steps if step.chance]
        for table in self.program.tables.values():
            places += [table.place, *table.issue_places]
        return {self.program.names[place]: _tally(self.world.columns[place]) for place in places}


def _tally(column: NDArray[np.int8]) -> dict[int, int]:
    """Counts by comparing: far quicker on small numbers than `bincount`, which widens them first."""
    last = int(column.max(initial=0))
    counts = {number: int(np.count_nonzero(column == number)) for number in range(last + 1)}
    return {number: count for number, count in counts.items() if count}


def _joined(program: Program, games: int, parts: list[Results]) -> Results:
    if not parts:
        return _Batch(program, np.zeros(0, np.int64), 0, {}, None).play()
    first = parts[0]
    return Results(
        games,
        np.concatenate([part.endings for part in parts]),
        {name: np.concatenate([part.measures[name] for part in parts]) for name in first.measures},
        {party: np.concatenate([part.interests[party] for part in parts]) for party in first.interests},
        first.total_weights,
        {step: sum(part.reached[step] for part in parts) for step in first.reached},
        {column: _added([part.chosen[column] for part in parts]) for column in first.chosen},
    )


def _added(tallies: list[Mapping[int, int]]) -> dict[int, int]:
    numbers = sorted({number for tally in tallies for number in tally})
    return {number: sum(tally.get(number, 0) for tally in tallies) for number in numbers}
