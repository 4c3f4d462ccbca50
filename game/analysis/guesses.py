"""What a player took another side to want at a table, beside what that side had in its file: no score, the gap alone.

A guess names up to three issues as the other's dearest and the least that it would take, 0–100. The truth is read from
the other's values and walk-away value as they were when the table's last move was made; it is for the debrief alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.analysis.guessed import DEAREST, Guess
from game.analysis.tables import played_values
from game.engine.game import Game


@dataclass(frozen=True, slots=True)
class Truth:
    """What the other side had in its file: its dearest issues, the dearest first, and its walk-away value, 0–100."""

    dearest: tuple[str, ...]
    least: int


def told_on(game: Game, guesses: tuple[Guess, ...]) -> tuple[Guess, ...]:
    """Lists the guesses made on the present path at tables that were held, by table, party, other and time."""
    seqs = {0, *(entry.seq for entry in game.path)}
    held = {entry.step for entry in game.path}
    tables = {id_ for id_, program in game.program.tables.items() if held & set(program.table.sessions)}
    order = {id_: step.number for id_, step in game.scenario.steps.items()}
    made = [one for one in guesses if one.seq in seqs and one.table in tables]
    return tuple(sorted(made, key=lambda one: (order[one.table], one.party, one.other, one.seq)))


def truth_of(game: Game, guess: Guess) -> Truth:
    """Reads what the other side wanted; dearest is what moves its worth most between its best and worst option.

    Ties go by the file.
    """
    values = played_values(game, guess.table)
    place = values.table.parties.index(guess.other)
    scores = values.valuations[place].scores
    stakes = [int(score[1:].max() - score[1:].min()) for score in scores]
    ranked = sorted(range(len(stakes)), key=lambda issue: -stakes[issue])
    return Truth(tuple(values.table.issues[issue] for issue in ranked[:DEAREST]), values.walk_aways[place])
