"""What recorded entries ask of a replay, and how it is told that one of them no longer fits.

Which entries are played again, and when, is `game.engine.game`'s.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.engine.happenings import table_of
from game.engine.history import CHANCE, Entry
from game.engine.moves import Choose, TableMove, move_to_json
from game.errors import MoveRefused
from game.scenario.model import Chance, Scenario
from game.scenario.table_rules import Table


@dataclass(frozen=True, slots=True)
class Stopped:
    """Where a replay had to stop, and why."""

    entry: Entry
    why: str


def dictated(scenario: Scenario, listed: Sequence[Entry], place: int) -> list[int] | Stopped:
    """Returns the outcome numbers of the run of chance entries that begins at `place`, if all can be."""
    numbers: list[int] = []
    for at in range(place, len(listed)):
        if listed[at].seat != CHANCE:
            break
        try:
            numbers.append(_outcome_number(scenario, listed[at]))
        except MoveRefused as error:
            return Stopped(listed[at], str(error))
    return numbers


def is_possible(scenario: Scenario, entry: Entry) -> bool:
    """Tells whether a scenario has the step, the seat and the words of an entry; whether it is legal, the rules say."""
    step = scenario.steps.get(entry.step)
    table = table_of(step, scenario) if step else None
    if step is None:
        return False
    if entry.seat == CHANCE:
        return not isinstance(dictated(scenario, [entry], 0), Stopped)
    if table is not None:
        return entry.seat in table.parties and isinstance(entry.move, TableMove) and _has_words(table, entry.move)
    choice = step.body.get(entry.seat) if isinstance(step.body, Mapping) else None
    return choice is not None and isinstance(entry.move, Choose) and entry.move.option in choice.options


def _has_words(table: Table, move: TableMove) -> bool:
    named = {*move.terms, *move.issues, *([move.issue] if move.issue else [])}
    return named <= set(table.issues) and all(
        option in table.issues[issue].options for issue, option in move.terms.items()
    )


def difference(expected: Sequence[Entry], made: Sequence[Entry]) -> Stopped | None:
    """Compares the entries that chance made with those expected."""
    for old, new in zip(expected, made, strict=False):
        if old.step != new.step:
            return Stopped(old, f"chance now decides {new.step} here")
        if old.move != new.move:
            return Stopped(old, f"its odds here are nil, and {move_to_json(new.move)} is drawn instead")
    if len(expected) != len(made):
        entry = expected[len(made)] if len(expected) > len(made) else made[len(expected)]
        return Stopped(entry, "chance has another number of things to decide here")
    return None


def closed(stopped: Stopped, towards: int) -> str:
    """Says why the game cannot go to an entry: another on the way there no longer fits."""
    entry = stopped.entry
    return (
        f"The game cannot go to entry {towards}: entry {entry.seq} on the way there, the move"
        f" {told(move_to_json(entry.move))} of {entry.seat} at {entry.step}, no longer fits:"
        f" {stopped.why.rstrip('.')}."
    )


def told(move: object) -> str:
    """Names a recorded move, as JSON has it, in quotation marks."""
    if isinstance(move, dict):
        ((kind, about),) = move.items()
        return f'"{kind} {about}"' if isinstance(about, str) else f'"{kind}"'
    return f'"{move}"'


def _outcome_number(scenario: Scenario, entry: Entry) -> int:
    step = scenario.steps.get(entry.step)
    table = table_of(step, scenario) if step else None
    outcomes: Mapping[str, object] = {}
    if step and isinstance(step.body, Chance):
        outcomes = step.body.outcomes
    elif table and table.press:
        outcomes = table.press.outcomes
    if not isinstance(entry.move, Choose) or entry.move.option not in outcomes:
        raise MoveRefused(f'chance at {entry.step} has no outcome "{move_to_json(entry.move)}" any more')
    return list(outcomes).index(entry.move.option) + 1
