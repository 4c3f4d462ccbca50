"""A compiled scenario: generated functions over integer columns, step by step.

A program is made once from a checked scenario and holds no state; worlds run it. Functions take the list of
columns `c`, one array per column and one row per game, and return new arrays. `compile_scenario` makes it;
`digest` names its rules.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from game.engine.effects import Selected
from game.engine.emit import Emitter, write_expression
from game.engine.tables import CompiledTable
from game.scenario.cast import Column
from game.scenario.digests import rules_digest, text_digest
from game.scenario.model import FACILITATOR, Scenario, Step
from game.scenario.tree import Condition, Formula

Array = NDArray[Any]
Columns = list[Array]


class Readable(Protocol):
    """Columns by place, of all rows or of some."""

    def __getitem__(self, place: int, /) -> Array:
        """Returns the column at a place."""


Function = Callable[[Readable], Any]
Tracer = Callable[[int, Array], None]


class Picked(dict[int, Array]):
    """The columns of some rows alone, each picked out when it is first read."""

    def __init__(self, columns: Columns, rows: NDArray[np.intp]) -> None:
        super().__init__()
        self._columns, self._rows = columns, rows

    def __missing__(self, place: int) -> Array:
        self[place] = picked = self._columns[place].take(self._rows)
        return picked


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """The effects of one step: `apply(c, m)` and `traced(c, m, t)` return new arrays by column place.

    Where less than the share `most` of the rows is concerned, it is quicker to pick these out.
    """

    effects: tuple[Selected, ...]
    most: float
    apply: Callable[[Readable, list[Array]], dict[int, Array]]
    traced: Callable[[Readable, list[Array], Tracer], dict[int, Array]]

    def __bool__(self) -> bool:
        return bool(self.effects)


@dataclass(frozen=True, slots=True)
class CompiledChoice:
    """One party's part of a choice step: where its choice is kept, what is legal, what the record did."""

    party: str
    place: int
    options: tuple[str, ...]
    legal: tuple[Function | None, ...]
    recorded: int
    fallback: int


@dataclass(frozen=True, slots=True)
class CompiledChance:
    """A chance step: where its outcome is kept, the odds, the recorded outcome (0: disputed), the sealed column."""

    place: int
    outcomes: tuple[str, ...]
    odds: tuple[int | Function, ...]
    recorded: int
    sealed: int | None
    sealed_values: tuple[int, ...] = ()
    """The sealed column's value by outcome number − 1."""
    believed: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """The odds by outcome number − 1 that a party goes by, where they are not those of the file."""

    def odds_for(self, believer: str | None) -> tuple[int | Function, ...]:
        """Returns the odds that a party believes in; those of the file for nobody in particular."""
        return self.odds if believer is None else self.believed.get(believer, self.odds)


@dataclass(frozen=True, slots=True)
class CompiledPress:
    """A table's press: its odds by outcome, and its effects (selector 0 the presser, selector 1 the outcome)."""

    outcomes: tuple[str, ...]
    odds: tuple[int | Function, ...]
    changes: ChangeSet


@dataclass(frozen=True, slots=True)
class TableProgram:
    """A table's own part: its rules in numbers, places of what is agreed, walk-away values, press, closing."""

    table: CompiledTable
    place: int
    issue_places: tuple[int, ...]
    walk_away: tuple[int | Function, ...]
    value_set: tuple[tuple[int, int] | None, ...]
    """Per party: the place of the column that selects its values and that column's lowest value."""
    press: CompiledPress | None
    closing: ChangeSet
    wording_places: tuple[int | None, ...] = ()
    """Per issue: the place of the column that tells in what words it was settled; none at a table without any."""
    initialled_places: tuple[int | None, ...] = ()
    """Per issue: the place of the column that tells what is initialled so far, where anything reads it."""
    walked_out_place: int | None = None
    """The place of the column that tells who walked out, where anything reads it."""
    backed_down_places: tuple[tuple[int, int], ...] = ()
    """Parties by their place at the table, with that of the column that tells whether they backed down."""
    consents: tuple[Function, ...] = ()
    """What each absentee's consent hangs on, as it knows it, in the order of the table's absentees."""


@dataclass(frozen=True, slots=True)
class CompiledDue:
    """A promise that falls due at a step: its place, the tests of its having lapsed and of its being kept.

    It is settled as kept at the `last` step of those at which it falls due, and not before. `elastic` tells whether
    it may have been given in elastic words.
    """

    place: int
    lapsed: Function | None
    kept: Function
    last: bool
    elastic: bool


@dataclass(frozen=True, slots=True)
class CompiledStep:
    """A step: exactly one of `choices`, `chance`, `table`, `resumes` is set, or none for a dispatch."""

    step: Step
    when: Function | None
    changes: ChangeSet
    choices: tuple[CompiledChoice, ...] = ()
    chance: CompiledChance | None = None
    table: TableProgram | None = None
    resumes: str | None = None
    reads: tuple[int, ...] = ()
    """The places that `when` reads."""
    due: tuple[CompiledDue, ...] = ()
    """Promises that fall due with this step."""
    due_changes: ChangeSet | None = None


def unbelieved(column: Column) -> int:
    """Returns what stands for a column of which a party neither knows nor believes anything: 0, or nearest to it."""
    return min(max(0, column.low), column.high)


@dataclass(frozen=True)
class Program:
    """A compiled scenario."""

    scenario: Scenario
    names: tuple[str, ...]
    places: Mapping[str, int]
    dtypes: tuple[np.dtype[Any], ...]
    starts: tuple[int, ...]
    steps: tuple[CompiledStep, ...]
    endings: tuple[Function | None, ...]
    measures: Mapping[str, Function]
    interests: Mapping[str, tuple[Function, ...]]
    namespace: Mapping[str, object] = field(repr=False)
    _evaluators: dict[tuple[int, str], Function] = field(default_factory=dict, repr=False)
    _hidden: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict, repr=False)
    secrets: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)
    """The causes that are not for a viewer, kept by views: rules alone settle them."""

    @cached_property
    def tables(self) -> dict[str, TableProgram]:
        """The tables by the id of the step that opens them."""
        return {step.step.id: step.table for step in self.steps if step.table}

    @cached_property
    def start_kinds(self) -> tuple[tuple[str, int], ...]:
        """The kind of each column by its letter, with its start."""
        return tuple((dtype.char, value) for dtype, value in zip(self.dtypes, self.starts, strict=True))

    @cached_property
    def digest(self) -> str:
        """Names the rules, in hex: it does not hang on how the generated source is written."""
        return rules_digest(self.scenario)

    @cached_property
    def text_digest(self) -> str:
        """Names the texts of the scenario, in hex."""
        return text_digest(self.scenario)

    @cached_property
    def due(self) -> dict[str, tuple[CompiledStep, ...]]:
        """The steps whose promises may be settled when a step is over: its own, and its table's."""
        found = {
            step.step.id: tuple(
                one for one in self.steps if one.due_changes and one.step.id in (step.step.id, step.resumes)
            )
            for step in self.steps
        }
        return {step: due for step, due in found.items() if due}

    @cached_property
    def written(self) -> frozenset[int]:
        """The places that play can change; the others keep their start value in every game."""
        sets = [step.changes for step in self.steps] + [step.due_changes for step in self.steps if step.due_changes]
        sets += [table.press.changes for table in self.tables.values() if table.press]
        places = {self.places[selected.effect.column] for changes in sets for selected in changes.effects}
        for step in self.steps:
            places.update(choice.place for choice in step.choices)
            if step.chance:
                places.add(step.chance.place)
                places.update([] if step.chance.sealed is None else [step.chance.sealed])
            if step.table:
                places.update((step.table.place, *step.table.issue_places))
                others = (*step.table.wording_places, *step.table.initialled_places, step.table.walked_out_place)
                places.update(place for place in others if place is not None)
                places.update(place for _, place in step.table.backed_down_places)
        return frozenset(places)

    @cached_property
    def hidden(self) -> dict[str, tuple[tuple[int, int], ...]]:
        """Per party: the place of each column that it does not know, with the constant it goes by."""
        return {party: self.hidden_from(party) for party in self.scenario.parties}

    def hidden_from(self, viewer: str) -> tuple[tuple[int, int], ...]:
        """Lists the places that a viewer does not know, each with the constant that stands for it.

        Where the file says nothing of a belief it is the value at rest, never the start, which is a secret too.
        """
        if viewer == FACILITATOR:
            return ()
        if viewer not in self._hidden:
            self._hidden[viewer] = tuple(
                (self.places[column.name], column.believed.get(viewer, unbelieved(column)))
                for column in self.scenario.columns.values()
                if column.known_to is not None and viewer not in column.known_to
            )
        return self._hidden[viewer]

    def evaluator(self, expression: Condition | Formula, viewer: str = FACILITATOR) -> Function:
        """Compiles a condition or formula outside the steps, as a viewer knows it; kept for the next time."""
        key = (id(expression), viewer)
        if key not in self._evaluators:
            believed = {self.names[place]: value for place, value in self.hidden_from(viewer)}
            widths = {name: dtype.str[1:] for name, dtype in zip(self.names, self.dtypes, strict=True)}
            emitter = Emitter(self.places, widths, believed)
            code = write_expression(emitter, expression)
            self._evaluators[key] = eval(f"lambda c: {code.text}", dict(self.namespace))
        return self._evaluators[key]
