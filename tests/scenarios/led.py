"""Seats that are led, and games branched at a choice: what the tests of a scenario's balance play with.

A led seat takes named options, refuses a table, or settles it on one package, and leaves everything else to a style.
The dice of a game are its own at every step, so two lines of play compare the same luck. Nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import ACCEPT, ADJOURN, PROPOSE, WALK_OUT, ChoiceAsk, Numbers, TableAsk, TableMoves
from game.engine.chance import Stream
from game.engine.program import CompiledChoice, Program
from game.engine.world import World
from game.players.playout import answered
from game.players.seats import Seat
from game.players.styles import seat_of
from tests.kept import kept_program

Package = Mapping[str, str]
"""An option id by issue."""
REFUSED: Package = {}
"""No package: the led party leaves the table, whatever is on it."""


@dataclass(slots=True)
class Led:
    """Takes `options` (by step) and `deals` (a package by table); what is not legal or not named, `base` decides."""

    base: Seat
    options: Mapping[str, str] = field(default_factory=dict)
    deals: Mapping[str, Package] = field(default_factory=dict)
    style: str = "led"

    @property
    def looks_back(self) -> bool:
        """Tells whether the style that decides the rest goes by what was last offered."""
        return self.base.looks_back

    @property
    def recalls(self) -> bool:
        return self.base.recalls

    def choose(self, ask: ChoiceAsk, stream: Stream) -> Numbers:
        """Takes the option named for the step."""
        own = self.base.choose(ask, stream)
        if self.options.get(ask.step) not in ask.options:
            return own
        number = np.int8(ask.options.index(self.options[ask.step]) + 1)
        legal = np.ones(ask.rows, np.bool_) if ask.legal is None else ask.legal[number - 1]
        return np.where(legal, number, own).astype(np.int8)

    def bargain(self, ask: TableAsk, stream: Stream) -> TableMoves:
        """Proposes the package named for the table, or accepts what lies there; or leaves."""
        table = ask.table
        if table.step not in self.deals:
            return self.base.bargain(ask, stream)
        deal, kind = self.deals[table.step], np.where(ask.may[ADJOURN], np.int8(ADJOURN), np.int8(WALK_OUT))
        terms = np.zeros_like(ask.standing)
        if deal is not REFUSED:
            for issue, name in enumerate(table.issues):
                terms[issue] = table.options[issue].index(deal[name]) + 1
            wanted = (ask.standing == terms).all(axis=0) & ask.may[ACCEPT]
            kind = np.where(wanted, np.int8(ACCEPT), np.where(ask.may[PROPOSE], np.int8(PROPOSE), kind))
        return TableMoves(kind.astype(np.int8), terms, np.zeros(ask.rows, np.int8))


def seats(program: Program, style: str, led: Mapping[str, Led] | None = None) -> dict[str, Seat]:
    """Seats every party by a style, but those that are led."""
    return {party: (led or {}).get(party) or seat_of(style) for party in program.scenario.parties}


def played(program: Program, games: int, seed: int, at: Mapping[str, Seat]) -> World:
    """Plays games 0 to `games` − 1 to their end."""
    return carried_on(World(program, np.arange(games), seed), at)


@cache
def played_alike(scenario: str, games: int, style: str) -> World:
    """The games of a shipped scenario in which every seat has one style, played once for all tests that look at them.

    Their seed is 0.
    """
    program = kept_program(scenario)
    return played(program, games, 0, seats(program, style))


def carried_on(world: World, at: Mapping[str, Seat]) -> World:
    """Plays a world from where it is to its end."""
    while not world.over:
        world.answer(answered(world, at))
    return world


@dataclass(frozen=True, slots=True)
class Branches:
    """One choice taken each way in the same games: the mover's interests by option, `(options, interests, rows)`."""

    step: str
    party: str
    options: tuple[str, ...]
    values: NDArray[np.int32]
    columns: list[NDArray[np.generic]]


def branches(
    program: Program, games: int, seed: int, at: Mapping[str, Seat], *, after: str | None = None
) -> Iterator[Branches]:
    """Yields every choice of the games that came to it, each option of it taken in all of them.

    With `after`, only choices behind that step are looked at.
    """
    if after is None:
        yield from _side_by_side(program, games, seed, at)
        return
    world, reached = World(program, np.arange(games), seed), False
    while not world.over:
        step = world.step
        reached |= step is not None and step.step.id == after
        if step and step.choices and reached:
            for choice in step.choices:
                yield _branched(world, choice.party, choice.place, choice.options, at)
        world.answer(answered(world, at))


def _branched(world: World, party: str, place: int, options: tuple[str, ...], at: Mapping[str, Seat]) -> Branches:
    assert world.step
    step, ends = world.step.step.id, []
    for option in options:
        ends.append(carried_on(world.copy(), {**at, party: Led(at[party], {step: option})}))
    reached = ends[0].columns[place] != 0
    values = np.stack([np.stack(end.interests()[party])[:, reached] for end in ends])
    return Branches(step, party, options, values, [column[reached] for column in ends[0].columns])


def _side_by_side(program: Program, games: int, seed: int, at: Mapping[str, Seat]) -> Iterator[Branches]:
    """Branches in one world that has a line of all games for each option of each choice.

    A line takes its option where that choice is asked, and is played as usual everywhere else; many rows at once
    cost far less than many worlds.
    """
    choices = [(step.step.id, choice) for step in program.steps for choice in step.choices]
    firsts = np.cumsum([0, *(len(choice.options) for _, choice in choices)])
    lines = {(step, choice.party): int(first) for (step, choice), first in zip(choices, firsts, strict=False)}
    world = World(program, np.tile(np.arange(games), int(firsts[-1])), seed)
    while not world.over:
        answers = answered(world, at)
        for place, ask in enumerate(world.asks()):
            if isinstance(ask, ChoiceAsk):
                row = np.arange(ask.rows) if world.where is None else world.where
                own = answers[place]
                assert not isinstance(own, TableMoves)
                answers[place] = _led_in_its_lines(ask, own, row // games - lines[ask.step, ask.party])
        world.answer(answers)
    for step, choice in choices:
        if world.columns[choice.place].any():
            yield _read_lines(world, games, step, choice, lines[step, choice.party])


def _led_in_its_lines(ask: ChoiceAsk, own: Numbers, option: NDArray[np.intp]) -> Numbers:
    """Answers with the option whose line a row is in, if it is legal there; `own` elsewhere."""
    led = (option >= 0) & (option < len(ask.options))
    if ask.legal is not None:
        legal = np.stack([np.broadcast_to(one, ask.rows) for one in ask.legal])
        led &= legal[np.clip(option, 0, len(ask.options) - 1), np.arange(ask.rows)]
    return np.where(led, option + 1, own).astype(np.int8)


def _read_lines(world: World, games: int, step: str, choice: CompiledChoice, first: int) -> Branches:
    lines = [slice(line * games, (line + 1) * games) for line in range(first, first + len(choice.options))]
    reached = world.columns[choice.place][lines[0]] != 0
    interests = np.stack(world.interests()[choice.party])
    values = np.stack([interests[:, line][:, reached] for line in lines])
    return Branches(step, choice.party, choice.options, values, [one[lines[0]][reached] for one in world.columns])


def interests_by_party(world: World) -> dict[str, NDArray[np.int32]]:
    """Gives each party's interests, `(interests, rows)`."""
    return {party: np.stack(values) for party, values in world.interests().items()}


def total(program: Program, world: World, party: str) -> NDArray[np.float64]:
    """Gives a party's interests together, 0–100, by game."""
    weights = np.array([interest.weight for interest in program.scenario.interests[party]])
    together: NDArray[np.float64] = weights @ np.stack(world.interests()[party]) / weights.sum()
    return together


def short_defaults(program: Program, party: str) -> dict[str, str]:
    """Lists what the short game takes for a person, by step."""
    return {
        step.id: body[party].default or ""
        for step in program.scenario.steps.values()
        if isinstance(body := step.body, Mapping) and party in body and body[party].default
    }
