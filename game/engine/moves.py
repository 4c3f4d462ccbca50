"""Moves as values: what a seat, or chance, decides at one point of one game.

A move prints as plain JSON and reads back: an option or an outcome is its id, and a table's moves are
`"accept"`, `"adjourn"`, `"walk-out"`, `{"propose": {issue: option}}`, `{"press": issue}` and
`{"nominate": [issues]}`. Whether a move is legal now is the game's to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from game.errors import UsageError

TableKind = Literal["propose", "accept", "press", "adjourn", "walk-out", "nominate"]
TABLE_KINDS: tuple[TableKind, ...] = ("propose", "accept", "press", "adjourn", "walk-out", "nominate")
"""The kinds of move at a table; their numbers in columns count from 1 in this order."""

MoveJson = str | dict[str, str | dict[str, str] | list[str]]


@dataclass(frozen=True, slots=True)
class Choose:
    """An option of a choice, or an outcome of chance."""

    option: str


@dataclass(frozen=True, slots=True)
class TableMove:
    """A move at a table.

    `terms` maps issues to options for a proposal, `issue` is for a press, `issues` for a nomination (none: a pass).
    """

    kind: TableKind
    terms: Mapping[str, str] = field(default_factory=dict)
    issue: str | None = None
    issues: tuple[str, ...] = ()


Move = Choose | TableMove


def propose(terms: Mapping[str, str]) -> TableMove:
    """Makes a proposal of `terms`, issue to option."""
    return TableMove("propose", dict(terms))


def press(issue: str) -> TableMove:
    """Makes a press on `issue`."""
    return TableMove("press", issue=issue)


def nominate(issues: Iterable[str]) -> TableMove:
    """Makes a nomination of `issues` for the agenda; of none it is a pass."""
    return TableMove("nominate", issues=tuple(issues))


ACCEPT = TableMove("accept")
ADJOURN = TableMove("adjourn")
WALK_OUT = TableMove("walk-out")


def move_to_json(move: Move) -> MoveJson:
    """Writes a move as plain JSON."""
    if isinstance(move, Choose):
        return move.option
    if move.kind == "propose":
        return {"propose": dict(move.terms)}
    if move.kind == "press":
        return {"press": move.issue or ""}
    if move.kind == "nominate":
        return {"nominate": list(move.issues)}
    return move.kind


def move_from_json(value: object, *, at_table: bool) -> Move:
    """Reads a move from plain JSON; a table's word and a choice's id are told apart by `at_table`.

    Raises:
        UsageError: when `value` has no form of a move.
    """
    if isinstance(value, str) and not at_table:
        return Choose(value)
    for move in (ACCEPT, ADJOURN, WALK_OUT):
        if value == move.kind:
            return move
    if isinstance(value, dict) and len(value) == 1:
        terms, issue, issues = value.get("propose"), value.get("press"), value.get("nominate")
        if isinstance(terms, dict) and all(isinstance(word, str) for pair in terms.items() for word in pair):
            return propose(terms)
        if isinstance(issue, str):
            return press(issue)
        if isinstance(issues, list) and all(isinstance(word, str) for word in issues):
            return nominate(issues)
    words = 'accept, adjourn, walk-out, {"propose": {issue: option}}, {"press": issue} or {"nominate": [issues]}'
    expected = words if at_table else "an id"
    raise UsageError(f"A move was expected ({expected}) but {str(value)[:80]!r} was found.")
