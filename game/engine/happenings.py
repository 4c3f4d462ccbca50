"""What happened in one game, as it may be told: decisions, dice, news, talks, and the accounts of each.

Made from the notes of a ledger; a view filters them by who may know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from game.engine.accounts import Account, Note
from game.engine.moves import Choose, Move
from game.scenario.model import Chance, Dispatch, Outcome, Scenario, Step, Table

HappeningKind = Literal[
    "choice",
    "chance",
    "dispatch",
    "session-opened",
    "table-move",
    "press",
    "session-closed",
    "table-closed",
    "promise",
    "skipped",
]


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened after entry `seq`.

    `outcome` is the id of an option, an outcome of chance or of a press, or how a table closed. `known_to` None
    means everybody. Where several decide at the same time, the last of their happenings has the accounts.
    """

    seq: int
    step: str
    kind: HappeningKind
    party: str | None
    outcome: str
    move: Move | None
    accounts: tuple[Account, ...]
    known_to: frozenset[str] | None


def tell(notes: Iterable[Note], seq: int, moves: Mapping[str, Move], scenario: Scenario) -> list[Happening]:
    """Makes happenings of notes; `moves` are the moves by party that brought them about."""
    found: list[Happening] = []
    for note in notes:
        if note.kind == "choice":
            found += _choices(note, seq, moves)
        else:
            found.append(_happening(note, seq, moves, scenario))
    return found


def _choices(note: Note, seq: int, moves: Mapping[str, Move]) -> list[Happening]:
    assert isinstance(note.step.body, Mapping)
    last = list(note.step.body)[-1]
    return [
        Happening(
            seq,
            note.step.id,
            "choice",
            party,
            moves[party].option if isinstance(moves[party], Choose) else "",  # type: ignore[union-attr]
            moves[party],
            note.accounts if party == last else (),
            note.step.known_to,
        )
        for party in note.step.body
    ]


def _happening(note: Note, seq: int, moves: Mapping[str, Move], scenario: Scenario) -> Happening:
    party, move = next(iter(moves.items()), (None, None))
    talked = note.kind in ("table-move", "press")
    return Happening(
        seq,
        note.step.id,
        note.kind,  # type: ignore[arg-type]
        party if talked else None,
        _outcome(note, scenario),
        move if talked else None,
        note.accounts,
        _known_to(note, scenario),
    )


def _outcome(note: Note, scenario: Scenario) -> str:
    body = note.step.body
    if note.kind == "table-closed":
        return Outcome(note.number).id
    if note.kind == "chance" and isinstance(body, Chance):
        return list(body.outcomes)[note.number - 1]
    table = table_of(note.step, scenario)
    if note.kind == "press" and table and table.press:
        return list(table.press.outcomes)[note.number - 1]
    return ""


def table_of(step: Step, scenario: Scenario) -> Table | None:
    """Returns the table that sits at a step, be it its first session or a later one."""
    body = step.body
    if isinstance(body, Table):
        return body
    first = getattr(body, "table", None)
    opened = scenario.steps[first].body if first else None
    return opened if isinstance(opened, Table) else None


def _known_to(note: Note, scenario: Scenario) -> frozenset[str] | None:
    step, body = note.step, note.step.body
    if note.kind == "skipped":
        return frozenset()
    if note.kind in ("table-move", "press", "table-closed"):
        table = table_of(step, scenario)
        if note.kind == "table-closed" and step.known_to is not None:
            return step.known_to
        return frozenset(table.parties) if table else step.known_to
    if isinstance(body, Chance) and body.seals:
        return scenario.columns[body.seals].known_to
    if isinstance(body, Dispatch) and body.to is not None:
        return body.to if step.known_to is None else body.to & step.known_to
    return step.known_to
