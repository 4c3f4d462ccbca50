"""The project's own tables, as games come to them: a style in each chair against every other, and what it gains.

Games are played up to each table by choices drawn at random, so that walk-away values and sealed aims are as varied as
players meet them; then the styles bargain at that table alone, all its sessions after one another. A party's
advantage is (worth − walk-away) / (best − walk-away), by its values at the opening; talks that fail count 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from game.engine.known import value_set
from game.engine.program import TableProgram
from game.engine.world import World
from game.negotiation.logrolling import best_package
from game.players.playout import answered
from game.players.seats import Seat
from game.players.styles import seat_of
from game.players.talks import table_alone
from game.scenario.table_rules import Outcome
from tests.kept import SHIPPED, kept_program

GAMES, FEW, MOST_GAMES = 32, 8, 1024
BEFORE = "trades"
"""The style of every party up to the table."""


@dataclass(frozen=True)
class Gained:
    """What talks came to in the games that held them: where anything was agreed, and by party and row what it brought.

    Of the `worths`, `floors` are those of walking away; all but `agreed` have shape `(parties, rows)`.
    """

    advantages: NDArray[np.float64]
    agreed: NDArray[np.bool_]
    worths: NDArray[np.int32]
    floors: NDArray[np.int32]

    @property
    def agreement(self) -> float:
        """The share of talks that agreed on something."""
        return float(self.agreed.mean())


def tables() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yields every table of every scenario, with its parties."""
    for scenario in SHIPPED:
        for step, rules in kept_program(scenario).tables.items():
            yield scenario, step, rules.table.parties


def print_tables(pool: Sequence[str], measured: Sequence[str], games: int, only: Sequence[str] = ()) -> None:
    """Prints for each chair at each table what styles gain there from all of a pool, and how often they agree."""
    print(f"\nThe project's own tables, against {', '.join(pool)} in all other chairs: advantage / agreement")
    print(f"{'table':<20}{'chair':<16}" + "".join(f"{style:>16}" for style in measured))
    sums: list[list[tuple[float, float]]] = []
    for scenario, step, parties in tables():
        if only and step not in only:
            continue
        for chair, party in enumerate(parties):
            found = [_faced(scenario, step, parties, chair, style, pool, games) for style in measured]
            sums.append(found)
            figures = "".join(f"{gain:>+10.3f} {agreed:.2f} " for gain, agreed in found)
            print(f"{step:<20}{party:<16}{figures}", flush=True)
    means = np.mean(sums, axis=0)
    print(f"{'mean':<36}" + "".join(f"{gain:>+10.3f} {agreed:.2f} " for gain, agreed in means))


def _faced(
    scenario: str, step: str, parties: Sequence[str], chair: int, style: str, pool: Sequence[str], games: int
) -> tuple[float, float]:
    """Returns what a style gains in a chair when each of a pool holds all the others, and how often it agrees."""
    scores = []
    for other in pool:
        seats = [seat_of(style if place == chair else other) for place in range(len(parties))]
        held = bargained(scenario, step, seats, games)
        scores.append((float(held.advantages[chair].mean()), held.agreement))
    gain, agreed = np.mean(scores, axis=0).tolist()
    return gain, agreed


def bargained(scenario: str, step: str, seats: Sequence[Seat], games: int = GAMES, seed: int = 0) -> Gained:
    """Lets seats, in the order of the table's parties, bargain at it in as many games as come to it."""
    rules = kept_program(scenario).tables[step]
    world = opening(scenario, step, games, seed).copy()
    talks, chairs = world.talks[step], dict(zip(rules.table.parties, seats, strict=True))
    held = np.flatnonzero(talks.held)
    floors, best = _bounds(world, rules)
    while not world.over:
        world.answer(answered(world, chairs))
    outcome = world.columns[rules.place]
    agreed = (outcome == Outcome.WHOLE) | (outcome == Outcome.PARTIAL)
    packages = np.stack([world.columns[place] for place in rules.issue_places]).astype(np.int8)
    worths = np.stack([_by_set(world, rules, party, packages) for party in range(len(seats))])
    gains = np.where(agreed, (worths - floors) / np.maximum(best - floors, 1), 0.0)
    return Gained(gains[:, held], agreed[held], worths[:, held], floors[:, held])


@cache
def opening(scenario: str, step: str, games: int, seed: int) -> World:
    """Plays games up to a table and leaves the rest of the calendar out but for its sessions; copy it before use.

    More games are played where few of them come to the table.
    """
    program = kept_program(scenario)
    seats = {party: seat_of(BEFORE) for party in program.scenario.parties}
    world = World(program, np.arange(games), seed)
    while world.step is not None and world.step.step.id != step:
        world.answer(answered(world, seats))
    few = world.step is None or world.talks[step].held.sum() < FEW
    if few and games < MOST_GAMES:
        return opening(scenario, step, 2 * games, seed)
    assert world.step is not None, f"nobody came to {step}"
    world.program, world.at = table_alone(program, step), 0
    return world


def _bounds(world: World, rules: TableProgram) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Computes every party's walk-away worth and its best, `(parties, rows)`."""
    floors, best = [], []
    for party, formula in enumerate(rules.walk_away):
        points = np.broadcast_to(formula(world.columns) if callable(formula) else formula, world.rows).astype(np.int32)
        sets = value_set(world.columns, rules, party)
        least, most = np.zeros(world.rows, np.int32), np.zeros(world.rows, np.int32)
        for number, values in enumerate(rules.table.valuations[party]):
            here = sets == number
            least = np.where(here, values.walk_away_worth(np.clip(points, 0, 100)), least)
            most = np.where(here, best_package(values, np.zeros((values.issues, 1), np.int8)).worth, most)
        floors.append(least)
        best.append(most)
    return np.stack(floors).astype(np.int32), np.stack(best).astype(np.int32)


def _by_set(world: World, rules: TableProgram, party: int, packages: NDArray[np.int8]) -> NDArray[np.int32]:
    sets, worth = value_set(world.columns, rules, party), np.zeros(world.rows, np.int32)
    for number, values in enumerate(rules.table.valuations[party]):
        worth = np.where(sets == number, values.worth(packages), worth)
    return worth.astype(np.int32)
