"""What a seat may look at: the columns its party knows, or the constants it believes in their place.

Asks are made here, so that no seat, style or adviser can come by a hidden number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import ChoiceAsk, Column, Places, TableAsk, Truths
from game.engine.columns import as_column
from game.engine.conferring import ConferenceTalks
from game.engine.program import (
    Columns,
    CompiledChoice,
    CompiledStep,
    Picked,
    Program,
    Readable,
    TableProgram,
)
from game.engine.tables import Absent, Talks

if TYPE_CHECKING:
    from game.engine.world import World

Where = NDArray[np.intp] | None


class KnownColumns(Mapping[str, Column]):
    """Columns by name as one party knows them, for the rows that are asked; each is made at the first look."""

    def __init__(self, program: Program, columns: Columns, party: str, where: Where) -> None:
        self._program, self._columns, self._party, self._where = program, columns, party, where

    @cached_property
    def _hidden(self) -> dict[int, int]:
        return dict(self._program.hidden_from(self._party))

    def __getitem__(self, name: str) -> Column:
        return self.at(self._program.places[name])

    def at(self, place: int) -> Column:
        """The column at a place, as the party knows it."""
        column = self._columns[place]
        if place in self._hidden:
            rows = len(column) if self._where is None else len(self._where)
            return np.full(rows, self._hidden[place], column.dtype)
        return column if self._where is None else column.take(self._where)

    def __iter__(self) -> Iterator[str]:
        return iter(self._program.names)

    def __len__(self) -> int:
        return len(self._program.names)


def known_list(program: Program, columns: Columns, party: str, where: Where = None) -> Columns:
    """Lists every column as `party` knows it, in the program's order."""
    known = KnownColumns(program, columns, party, where)
    return [known.at(place) for place in range(len(columns))]


def interest_points(
    program: Program, columns: Columns, party: str, weights: Sequence[int] | None = None
) -> NDArray[np.int32]:
    """Computes Σ weight × value of a party's interests on the columns given; `weights` None: by its own."""
    rows = len(columns[0]) if columns else 1
    total = np.zeros(rows, np.int32)
    own = [interest.weight for interest in program.scenario.interests.get(party, ())]
    for weight, value in zip(own if weights is None else weights, program.interests.get(party, ()), strict=True):
        if weight:
            total += np.asarray(value(columns), np.int32) * np.int32(weight)
    return total


def immediate_gains(
    program: Program,
    step: CompiledStep,
    choice: CompiledChoice,
    known: Columns,
    viewer: str,
    weights: Sequence[int] | None = None,
) -> NDArray[np.int32]:
    """Computes, per option, the points of interest that it brings the chooser at once, `(options, rows)`.

    `known` are the columns as a viewer knows them; what it does not know stays as it believes it to be.
    """
    before = interest_points(program, known, choice.party, weights)
    selector = step.choices.index(choice)
    hidden = {place for place, _ in program.hidden_from(viewer)}
    result = np.zeros((len(choice.options), len(before)), np.int32)
    for place in range(len(choice.options)):
        chosen = [np.zeros(len(before), np.int8) for _ in step.choices]
        chosen[selector][:] = place + 1
        after = list(known)
        for changed, column in step.changes.apply(known, list(chosen)).items():
            if changed not in hidden:
                after[changed] = column
        after[choice.place] = chosen[selector]
        result[place] = interest_points(program, after, choice.party, weights) - before
    return result


def choice_ask(world: World, step: CompiledStep, choice: CompiledChoice, where: Where) -> ChoiceAsk:
    """Makes the ask of one party at a choice."""
    rows = world.rows if where is None else len(where)
    return ChoiceAsk(
        step=step.step.id,
        party=choice.party,
        options=choice.options,
        rows=rows,
        columns=KnownColumns(world.program, world.columns, choice.party, where),
        legal=legal_options(choice, world.columns, rows, where),
        gain=_gains(world.program, world.columns, step, choice, where),
        recorded=choice.recorded,
        fallback=choice.fallback,
        on_record=_on_record(world, where),
        believed=lambda rows, games, seed: world.believed(
            choice.party, rows if where is None else where.take(rows), games, seed
        ),
    )


def _on_record(world: World, where: Where) -> Truths:
    if where is None:
        return world.on_record
    return world.on_record.take(where) if world.keeps_record else world.on_record[: len(where)]


def legal_options(choice: CompiledChoice, columns: Columns, rows: int, where: Where) -> list[Truths] | None:
    """Tells which options are legal by what the chooser knows; None when none has a condition."""
    if all(test is None for test in choice.legal):
        return None
    read = columns if where is None else Picked(columns, where)
    return [np.full(rows, True) if test is None else _truths(test(read), rows) for test in choice.legal]


def _truths(value: Truths | bool, rows: int) -> Truths:
    return value if isinstance(value, np.ndarray) and value.ndim else np.full(rows, value)


def _gains(
    program: Program, columns: Columns, step: CompiledStep, choice: CompiledChoice, where: Where
) -> Callable[[], NDArray[np.int32]]:
    """Makes what computes the immediate gains of the options by the chooser's own beliefs, as in its view."""
    party = choice.party
    return lambda: immediate_gains(program, step, choice, known_list(program, columns, party, where), party)


def table_ask(world: World, program: TableProgram, talks: Talks) -> TableAsk:
    """Makes the ask of the mover at a table, for the rows that the talks carry."""
    table, party, where = program.table, talks.mover, talks.live
    rows = world.rows if where is None else len(where)
    columns = world.columns if where is None else Picked(world.columns, where)
    return TableAsk(
        step=table.step,
        table=table,
        party=party,
        session=talks.session,
        round=talks.round,
        rounds=table.rounds[talks.session],
        turns_left=table.moves_left(talks.session, talks.round),
        final=talks.final,
        rows=rows,
        turn=talks.turn,
        standing=lambda: talks.standing,
        standing_set=lambda: talks.standing_packed,
        proposer=lambda: talks.proposer if talks.remembers else talks.proposer[:rows],
        consents=lambda: talks.consents,
        initialled=lambda: talks.initialled,
        positions=lambda: talks.positions if talks.remembers else talks.positions[..., :rows],
        earlier=lambda: talks.earlier if talks.remembers else talks.earlier[..., :rows],
        said=(lambda: talks.said) if talks.recalls else None,
        walk_away=lambda: walk_away(columns, program, talks, party),
        value_set=lambda: value_set(columns, program, party),
        may=talks.may,
        on_record=lambda: _on_record(world, where),
        asked=lambda: talks.sitting,
        nominating=talks.nominating,
        nameable_set=lambda: talks.nameable_set,
        **_conference_part(talks),
    )


def absentees(columns: Columns, program: TableProgram, talks: Talks) -> Absent | None:
    """Makes what asks the absentees of a table, by the state before the move; None where there are none."""
    consents = program.consents
    if not consents:
        return None
    picked: list[tuple[Places, Picked]] = []

    def consenting(number: int, rows: Places) -> Truths:
        """Picks the same rows out once for all the absentees that are asked about them."""
        if not picked or picked[-1][0] is not rows:
            picked.append((rows, Picked(columns, rows if talks.live is None else talks.live.take(rows))))
        told: Truths = as_column(consents[number](picked[-1][1]), len(rows), np.bool_)
        return told

    return consenting


def _conference_part(talks: Talks) -> dict[str, Callable[[], Any]]:
    """Makes what an ask has beside, by the rules of the table."""
    if not isinstance(talks, ConferenceTalks):
        return {}
    rules = talks.rules
    parts: dict[str, Callable[[], Any]] = {}
    if rules.live:
        parts |= {"live": lambda: talks.agenda, "room": lambda: talks.room}
        parts["nominable_set"] = lambda: talks.nominable_set
    if rules.hours:
        parts["hours_left"] = lambda: talks.hours.astype(np.int32)
    if rules.absentees:
        parts["refused"] = lambda: talks.refused
    return parts


def walk_away(columns: Readable, program: TableProgram, talks: Talks, party: int) -> NDArray[np.int32]:
    """Computes a party's walk-away value in the rows that the talks carry: 0–100, less what pressing has taken off."""
    value = program.walk_away[party]
    points: NDArray[np.int32] = as_column(value(columns) if callable(value) else value, len(talks.sitting), np.int32)
    if not talks.presses:
        return np.maximum(points, 0)
    held: NDArray[np.int32] = np.maximum(points - talks.pressure[party], 0).astype(np.int32)
    return held


def value_set(columns: Readable, program: TableProgram, party: int) -> NDArray[np.int8]:
    """Returns which set of values a party goes by in every row."""
    selected = program.value_set[party]
    if selected is None:
        return np.zeros(len(columns[0]), np.int8)
    place, low = selected
    return (columns[place] - low).astype(np.int8)
