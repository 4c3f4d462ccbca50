"""Earlier moments of a game, looked at in a copy, so that the game itself stays where it is."""

from __future__ import annotations

from game.engine.game import Game
from game.engine.history import CHANCE, Entry
from game.engine.moves import Choose
from game.errors import GameError
from game.scenario.model import Chance


def copy_of(game: Game) -> Game:
    """Copies a game with its whole tree, by replaying the way to where it stands.

    Raises:
        GameError: when the game does not replay, which would be a defect of the rules.
    """
    copy = Game.reopen(
        game.program,
        game.history.entries,
        game.seed,
        follow_record=game.follow_record,
        start=game.start_state,
        at=game.seq,
    )
    if copy is None:
        raise GameError(f"The way to entry {game.seq} of this game does not replay.")
    return copy


def dice_alone(game: Game) -> dict[str, str]:
    """Tells, per chance step of the path, the outcome that a draw there would have given by itself.

    What came before stands as it was played. It differs from the path only where chance followed the record.
    """
    path = game.path
    return {
        entry.step: _drawn(game, path[:place], entry)
        for place, entry in enumerate(path)
        if entry.seat == CHANCE and isinstance(game.scenario.steps[entry.step].body, Chance)
    }


def _drawn(game: Game, before: tuple[Entry, ...], entry: Entry) -> str:
    """Replays what came before; chance then draws the next outcome freely."""
    renumbered = [Entry(number, number - 1, one.seat, one.step, one.move) for number, one in enumerate(before, start=1)]
    drawn, _ = Game.replay(game.program, renumbered, game.seed, follow_record=False, start=game.start_state)
    made = drawn.history.entries[len(before)] if len(drawn.history) > len(before) else None
    if made is None or made.step != entry.step or not isinstance(made.move, Choose):
        return entry.move.option if isinstance(entry.move, Choose) else ""
    return made.move.option
