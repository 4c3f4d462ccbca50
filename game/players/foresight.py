"""What may follow from each option of a choice: games imagined to their end, by what the party knows and believes.

Every option meets the same dice, so that what differs is the option's doing. The games begin from what the party knows
(`game.engine.believing`) and go on as it imagines the others (`game.players.imagined`): no hidden number is
looked at, and the policy is stated wherever the figures are. Nothing is decided or told here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import ChoiceAsk, Numbers, SessionResult
from game.engine.known import interest_points, value_set
from game.engine.program import Program, TableProgram
from game.engine.world import World
from game.negotiation.distinct import distinct_rows
from game.players.imagined import Imagination
from game.players.playout import BLOCK

GAMES = 8_000
"""Games imagined for one decision, over all its options."""
_SEED = 1945
"""The seed of the dice of imagined games: no dice of a game that is played, and the same for every party."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What followed from each option in so many `games` of its own; options are in file order.

    `endings` counts them by ending, shape `(options, endings, rows)`; `points` are the party's Σ weight × value at the
    end, `(options, games, rows)`, out of 100 × `total_weight`. What is not legal was not played: its figures are 0.
    """

    options: tuple[str, ...]
    legal: NDArray[np.bool_]
    games: int
    endings: NDArray[np.int32]
    points: NDArray[np.int32]
    total_weight: int

    @property
    def expected(self) -> NDArray[np.int64]:
        """The sum of points over an option's games, `(options, rows)`; exact, so that any machine ranks them alike."""
        expected: NDArray[np.int64] = self.points.sum(axis=1, dtype=np.int64)
        return expected


class Foresight:
    """Looks ahead for whoever asks: keeps what parties imagine of programs, and remembers nothing of games."""

    def __init__(self, games: int = GAMES) -> None:
        self.games = games
        self._imagined: dict[tuple[int, str, tuple[int, ...]], tuple[Program, Imagination]] = {}

    def choose(self, ask: ChoiceAsk) -> Numbers:
        """Takes in every row the option with the highest expected interest; rows that are known alike look once."""
        world = ask.believed(np.arange(ask.rows), np.zeros(1, np.int64), _SEED)
        first, kind = distinct_rows(_known(world), ask.rows)
        chosen = np.zeros(len(first), np.int8)
        at_once = max(1, BLOCK // self.games)
        for alike in _alike(world, ask.party, first):
            for begin in range(0, len(alike), at_once):
                part = alike[begin : begin + at_once]
                chosen[part] = best_option(self.look_ahead(ask, first[part]))
        return chosen[kind]

    def look_ahead(self, ask: ChoiceAsk, rows: NDArray[np.intp] | None = None) -> Forecast:
        """Plays imagined games of every option: about `games` in all for each of the rows (None: of all asked).

        The party must go by the same values at tables in all of them.
        """
        rows = np.arange(ask.rows) if rows is None else rows
        options, each = len(ask.options), max(1, self.games // len(ask.options))
        world = ask.believed(rows, np.tile(np.arange(each), options), _SEED)
        imagination = self._imagination(world, ask.party)
        numbers = np.repeat(np.arange(1, options + 1, dtype=np.int8), each)
        world.answer(_deciding(world, imagination, np.tile(numbers, len(rows))))
        while not world.over:
            world.answer(imagination.answers(world))
        legal = np.ones((options, ask.rows), np.bool_) if ask.legal is None else np.asarray(ask.legal)
        return _gathered(world, ask, legal[:, rows], each)

    def _imagination(self, world: World, party: str) -> Imagination:
        numbers = {
            table.table.step: int(value_set(world.columns, table, place)[0]) for table, place in _tables(world, party)
        }
        key = id(world.program), party, tuple(numbers.values())
        if key not in self._imagined:
            self._imagined[key] = world.program, Imagination(world.program, party, numbers)
        return self._imagined[key][1]


def _known(world: World) -> Iterator[NDArray[np.int64]]:
    """Yields all in which rows differ that are known: columns, and the state of the talks that go on."""
    talks = (array for one in world.talks.values() for array in vars(one).values() if isinstance(array, np.ndarray))
    for array in (*world.columns, *talks):
        if array.ndim and array.shape[-1] == world.rows and array.flags.writeable:
            yield from array.reshape(-1, world.rows).astype(np.int64)


def _alike(world: World, party: str, rows: NDArray[np.intp]) -> list[NDArray[np.intp]]:
    """Parts places of `rows` by the values that the party goes by at tables."""
    numbers = [value_set(world.columns, table, place).take(rows).tolist() for table, place in _tables(world, party)]
    sets = list(zip(*numbers, strict=True))
    if len(set(sets)) <= 1:
        return [np.arange(len(rows))]
    return [np.array([n for n, one in enumerate(sets) if one == kind]) for kind in sorted(set(sets))]


def _tables(world: World, party: str) -> list[tuple[TableProgram, int]]:
    """Lists the tables at which a party sits, with its place there."""
    tables = world.program.tables.values()
    return [(one, one.table.parties.index(party)) for one in tables if party in one.table.parties]


def _deciding(world: World, imagination: Imagination, mine: Numbers) -> list[Numbers | SessionResult]:
    """Lets the party decide so, and the others who decide at the same time as they are imagined to."""
    answers = imagination.answers(world)
    asked = [one.party for one in world.asks() if isinstance(one, ChoiceAsk)]
    answers[asked.index(imagination.party)] = mine
    return answers


def _gathered(world: World, ask: ChoiceAsk, legal: NDArray[np.bool_], each: int) -> Forecast:
    shape = legal.shape[1], len(legal), each
    endings = world.endings().reshape(shape)
    counts = [(endings == number).sum(axis=2) for number in range(1, len(world.program.endings) + 1)]
    points = interest_points(world.program, world.columns, ask.party).reshape(shape)
    return Forecast(
        options=ask.options,
        legal=legal,
        games=each,
        endings=np.array(counts, np.int32).transpose(2, 0, 1) * legal[:, None, :],
        points=points.transpose(1, 2, 0) * legal[:, None, :],
        total_weight=sum(one.weight for one in world.program.scenario.interests.get(ask.party, ())),
    )


def best_option(forecast: Forecast) -> Numbers:
    """Takes in each row the legal option with the highest expected interest; ties go to the first in the file."""
    ranked = np.where(forecast.legal, forecast.expected, np.int64(-1))
    number: Numbers = (ranked.argmax(axis=0) + 1).astype(np.int8)
    return number
