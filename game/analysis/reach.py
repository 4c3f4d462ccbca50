"""What random play reaches, and games that show that each step and ending can be reached.

Shares are those of random rows and say nothing about likelihood. A witness is a seed and the moves of a game
that comes to a step or an ending; the dice are the seed's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from game.engine.game import Game
from game.engine.happenings import took_place
from game.engine.history import CHANCE
from game.engine.moves import Move, MoveJson, move_from_json, move_to_json
from game.engine.program import Program
from game.errors import MoveRefused
from game.players.match import decided
from game.players.playout import play_out
from game.players.styles import seat_of
from game.scenario.table_rules import Resume, Table

STYLE = "random"


@dataclass(frozen=True, slots=True)
class Reach:
    """How many of `games` random games came to each step and each ending."""

    games: int
    steps: Mapping[str, int]
    endings: Mapping[str, int]

    @property
    def never(self) -> tuple[str, ...]:
        """The steps, dispatches among them, and then the endings that no game came to."""
        return tuple(id_ for counts in (self.steps, self.endings) for id_, count in counts.items() if not count)

    def share(self, count: int) -> float:
        """Gives a count as a part of the games."""
        return count / self.games


@dataclass(frozen=True, slots=True)
class Witness:
    """A game that comes to `step` or `ending`: its seed, and each seat's moves in order as plain JSON."""

    seed: int
    moves: tuple[tuple[str, MoveJson], ...]
    step: str | None = None
    ending: str | None = None


def reach(program: Program, games: int = 100_000, seed: int = 0) -> Reach:
    """Plays random games and counts; a dispatch counts where it happens."""
    seat = seat_of(STYLE)
    results = play_out(program, games, seed, dict.fromkeys(program.scenario.parties, seat))
    endings = np.bincount(results.endings, minlength=len(program.endings) + 1)[1:].tolist()
    return Reach(
        games,
        {step: results.reached[step] for step in program.scenario.steps},
        dict(zip(program.scenario.endings, endings, strict=True)),
    )


def witnesses(program: Program, seeds: Iterable[int]) -> tuple[Witness, ...]:
    """Plays random games, one a seed, and keeps the first that comes to each step and to each ending.

    What no game came to is not in the result.
    """
    found: dict[tuple[str, str], Witness] = {}
    wanted = len(program.scenario.steps) + len(program.scenario.endings)
    for seed in seeds:
        game = Game(program, seed)
        _keep(found, game)
        while not game.over:
            party = game.pending[0]
            game.play(party, decided(seat_of(STYLE), game.ask(party), game.seat_stream(party)))
            _keep(found, game)
        if len(found) == wanted:
            break
    order = {("step", id_): n for n, id_ in enumerate((*program.scenario.steps, *program.scenario.endings))}
    return tuple(found[key] for key in sorted(found, key=lambda key: (key[0] == "ending", order.get(key, 0), key)))


def replayed(program: Program, witness: Witness) -> Game:
    """Plays a witness's moves.

    Raises:
        MoveRefused: when a move is refused, or a seat is not to move.
    """
    game = Game(program, witness.seed)
    for seat, move in witness.moves:
        game.play(seat, _move(game, move))
    return game


def reached_steps(game: Game) -> tuple[str, ...]:
    """Lists the steps that took place on the path, and the one that waits for a decision."""
    happened = [happening.step for happening in game.happenings if took_place(happening)]
    waiting = [game.step.id] if game.step else []
    return tuple(dict.fromkeys([*happened, *waiting]))


def _keep(found: dict[tuple[str, str], Witness], game: Game) -> None:
    fresh = [step for step in reached_steps(game) if ("step", step) not in found]
    ending = game.ending()
    if not fresh and (ending is None or ("ending", ending) in found):
        return
    moves = tuple((entry.seat, move_to_json(entry.move)) for entry in game.path if entry.seat != CHANCE)
    for step in fresh:
        found[("step", step)] = Witness(game.seed, moves, step=step)
    if ending is not None:
        found.setdefault(("ending", ending), Witness(game.seed, moves, ending=ending))


def _move(game: Game, value: MoveJson) -> Move:
    if game.step is None:
        raise MoveRefused("The game is over before the witness is.")
    return move_from_json(value, at_table=isinstance(game.step.body, Table | Resume))
