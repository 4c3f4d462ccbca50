"""What happened in one game, as it may be told: decisions, dice, news, talks, and the accounts of each.

Made from the notes of a ledger; a view filters them by who may know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from game.engine.accounts import Account, Note
from game.engine.moves import Choose, Move
from game.engine.tables import SESSION_ENDS
from game.engine.valuations import absentees_of
from game.scenario.audiences import dispatch_readers
from game.scenario.model import Chance, Dispatch, Scenario, Step
from game.scenario.table_rules import Outcome, Table

HappeningKind = Literal[
    "choice",
    "chance",
    "dispatch",
    "session-opened",
    "table-move",
    "press",
    "session-closed",
    "absentee-refused",
    "off-agenda",
    "table-closed",
    "promise",
    "skipped",
]


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened after entry `seq`.

    A `promise` fell due as the path came past `step`, which may itself have been skipped: see `took_place`.
    `outcome` is the id of an option, an outcome of chance or of a press, how a table closed, why a session ended
    before its rounds (`hours-spent` or `agenda-done`), the issue on which an absentee (`party`) refused its consent, or
    the issue that left the agenda.
    `known_to` None means everybody. Where several decide at the same time, the last of their happenings has the
    accounts.
    """

    seq: int
    step: str
    kind: HappeningKind
    party: str | None
    outcome: str
    move: Move | None
    accounts: tuple[Account, ...]
    known_to: frozenset[str] | None


def took_place(happening: Happening) -> bool:
    """Tells whether a happening shows that its step took place.

    Where a step is skipped a promise may fall due all the same, and talks close whose last session it would be.
    """
    return happening.kind in ("choice", "chance", "dispatch", "session-opened")


def tell(notes: Iterable[Note], seq: int, moves: Mapping[str, Move], scenario: Scenario) -> list[Happening]:
    """Makes happenings of notes; `moves` are the moves by party that brought them about."""
    found: list[Happening] = []
    for note in notes:
        if note.kind == "choice":
            found += _choices(note, seq, moves, scenario)
        else:
            found.append(_happening(note, seq, moves, scenario))
    return found


def _choices(note: Note, seq: int, moves: Mapping[str, Move], scenario: Scenario) -> list[Happening]:
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
            scenario.columns[choice_column(note.step, party)].known_to,
        )
        for party in note.step.body
    ]


def _happening(note: Note, seq: int, moves: Mapping[str, Move], scenario: Scenario) -> Happening:
    party, move = next(iter(moves.items()), (None, None))
    talked = note.kind in ("table-move", "press")
    absentee = _absentee(note, scenario)
    return Happening(
        seq,
        note.step.id,
        note.kind,  # type: ignore[arg-type]
        absentee[1] if absentee else party if talked else None,
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
    if note.kind == "session-closed":
        return SESSION_ENDS[note.number]
    if note.kind == "off-agenda":
        return list(table.issues)[note.number] if table else ""
    absentee = _absentee(note, scenario)
    return absentee[0] if absentee else ""


def _absentee(note: Note, scenario: Scenario) -> tuple[str, str] | None:
    """Returns the issue and the party of a refusal by one who is absent."""
    table = table_of(note.step, scenario) if note.kind == "absentee-refused" else None
    if table is None:
        return None
    issue, party, _ = absentees_of(table)[note.number]
    return issue.id, party


def table_of(step: Step, scenario: Scenario) -> Table | None:
    """Returns the table that sits at a step, be it its first session or a later one."""
    body = step.body
    if isinstance(body, Table):
        return body
    first = getattr(body, "table", None)
    opened = scenario.steps[first].body if first else None
    return opened if isinstance(opened, Table) else None


def choice_column(step: Step, party: str) -> str:
    """Names the column that keeps what a party chose at a step."""
    alone = isinstance(step.body, Mapping) and len(step.body) == 1
    return f"choice.{step.id}" if alone else f"choice.{step.id}.{party}"


def _known_to(note: Note, scenario: Scenario) -> frozenset[str] | None:
    step, body = note.step, note.step.body
    table = table_of(step, scenario)
    if note.kind == "skipped":
        return frozenset()
    if note.kind == "promise":
        return _signers(note, scenario)
    if table and note.kind in ("table-move", "press", "absentee-refused", "off-agenda"):
        return frozenset(table.parties)
    if table and note.kind == "table-closed":
        return scenario.columns[f"agreed.{table.sessions[0]}"].known_to
    if table:
        return None if step.known_to is None else step.known_to | frozenset(table.parties)
    if isinstance(body, Chance):
        return scenario.columns[f"chance.{step.id}"].known_to
    return dispatch_readers(step, body) if isinstance(body, Dispatch) else step.known_to


def _signers(note: Note, scenario: Scenario) -> frozenset[str] | None:
    """Who learns that words fell due: everybody, unless every one of them was given in secret."""
    columns = [scenario.columns[account.column] for account in note.accounts]
    signers = [column.known_to for column in columns if column.variable == "promise"]
    known = [parties for parties in signers if parties is not None]
    return frozenset().union(*known) if len(known) == len(signers) else None
