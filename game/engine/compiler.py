"""Makes a program from a checked scenario: writes its source once, runs it, and gathers the functions.

Every function of the scenario is written into one piece of source from checked trees and named by the place
of its step, so a second pass finds it by name. Nothing here plays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

import numpy as np

from game.engine.changes import most_picked, names_for_source, write_changes
from game.engine.effects import Selected
from game.engine.emit import Emitter, hoisted, places_read, width_of, write_expression
from game.engine.later import Later
from game.engine.program import (
    ChangeSet,
    CompiledChance,
    CompiledChoice,
    CompiledDue,
    CompiledPress,
    CompiledStep,
    Function,
    Program,
    TableProgram,
    unbelieved,
)
from game.engine.valuations import absentees_of, compile_table
from game.scenario.cast import Effect, Promise, PromiseState
from game.scenario.model import Chance, Dispatch, Scenario, Step
from game.scenario.positions import NOWHERE
from game.scenario.table_rules import Press, Resume, Table
from game.scenario.tree import Condition, Formula, Number


def compile_scenario(scenario: Scenario) -> Program:
    """Compiles a checked scenario."""
    return _Compiler(scenario).program()


class _Compiler:
    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.names = tuple(scenario.columns)
        self.places = {name: place for place, name in enumerate(self.names)}
        self.widths = {name: width_of(column.low, column.high) for name, column in scenario.columns.items()}
        self.emitters: dict[str | None, Emitter] = {None: Emitter(self.places, self.widths)}
        self.source: list[str] = []
        self.written: dict[str, str] = {}
        """The first function of each text: those of one text are one."""
        self.reads: dict[str, tuple[int, ...]] = {}
        """By function of an expression: the places that it reads."""
        self.change_sets: dict[str, tuple[Selected, ...]] = {}
        self.namespace: dict[str, object] = {}

    def program(self) -> Program:
        for number, step in enumerate(self.scenario.steps.values()):
            self._write_step(number, step)
        self._write_ends()
        source, constants = hoisted("".join(self.source))
        self.namespace = names_for_source() | constants
        exec(compile(source, f"<{self.scenario.id}>", "exec"), self.namespace)
        steps = tuple(self._step(number, step) for number, step in enumerate(self.scenario.steps.values()))
        columns = self.scenario.columns.values()
        return Program(
            scenario=self.scenario,
            names=self.names,
            places=self.places,
            dtypes=tuple(np.dtype(self.widths[name]) for name in self.names),
            starts=tuple(column.start for column in columns),
            steps=steps,
            endings=tuple(self._find(f"ending_{n}") for n in range(len(self.scenario.endings))),
            measures={id_: self._get(f"measure_{n}") for n, id_ in enumerate(self.scenario.measures)},
            interests={
                party: tuple(self._get(f"interest_{p}_{n}") for n in range(len(interests)))
                for p, (party, interests) in enumerate(self.scenario.interests.items())
            },
            namespace=self.namespace,
        )

    # Writing

    def _emitter(self, viewer: str | None) -> Emitter:
        if viewer not in self.emitters:
            believed = {
                column.name: column.believed.get(viewer or "", unbelieved(column))
                for column in self.scenario.columns.values()
                if column.known_to is not None and viewer not in column.known_to
            }
            self.emitters[viewer] = Emitter(self.places, self.widths, believed)
        return self.emitters[viewer]

    def _write(self, name: str, expression: Condition | Formula | None, viewer: str | None = None) -> None:
        if expression is None:
            return
        emitter = self._emitter(viewer)
        code = write_expression(emitter, expression)
        first = self.written.setdefault(code.text, name)
        self.source.append(f"{name} = {first}\n" if first != name else f"def {name}(c): return {code.text}\n")
        self.reads[name] = places_read(code)

    def _write_changes(self, name: str, effects: Iterable[Selected]) -> None:
        self.change_sets[name] = tuple(effects)
        self.source.append(self._changes_source(name, trace=False))

    def _changes_source(self, name: str, *, trace: bool) -> str:
        return write_changes(name, self.change_sets[name], self.scenario.columns, self.emitters[None], trace=trace)

    def _write_step(self, number: int, step: Step) -> None:
        self._write(f"when_{number}", step.when)
        match step.body:
            case Chance():
                for outcome in step.body.outcomes.values():
                    self._write(f"odds_{number}_{outcome.number}", outcome.odds)
                outcomes = step.body.outcomes.values()
                self._write_changes(f"changes_{number}", _selected(0, ((o.number, o.effects) for o in outcomes)))
            case Dispatch():
                self._write_changes(f"changes_{number}", _selected(0, [(1, step.body.effects)]))
            case Table():
                self._write_table(number, step.body)
            case Resume():
                self._write_changes(f"changes_{number}", ())
            case choices:
                self._write_choices(number, choices)
        self._write_due(number, step)

    def _write_choices(self, number: int, choices: Mapping[str, Any]) -> None:
        effects: list[Selected] = []
        for place, choice in enumerate(choices.values()):
            effects += _selected(place, ((o.number, o.effects) for o in choice.options.values()))
            for option in choice.options.values():
                self._write(f"legal_{number}_{place}_{option.number}", option.when, choice.party)
        self._write_changes(f"changes_{number}", effects)

    def _write_table(self, number: int, table: Table) -> None:
        effects = list(_selected(0, ((int(outcome), end.effects) for outcome, end in table.ends.items())))
        for place, issue in enumerate(table.issues.values()):
            effects += _selected(place + 1, ((o.number, o.effects) for o in issue.options.values()))
        self._write_changes(f"changes_{number}", effects)
        for place, party in enumerate(table.parties):
            self._write(f"walk_{number}_{place}", table.walk_away[party], party)
        if table.press:
            outcomes = table.press.outcomes.values()
            price = [(place + 1, table.press.price) for place in range(len(table.parties))]
            pressed = [*_selected(0, price), *_selected(1, ((o.number, o.effects) for o in outcomes))]
            self._write_changes(f"press_{number}", pressed)
            for outcome in outcomes:
                self._write(f"push_{number}_{outcome.number}", outcome.odds)
        for place, (_, party, absentee) in enumerate(absentees_of(table)):
            self._write(f"consents_{number}_{place}", absentee.consents, party)

    def _write_due(self, number: int, step: Step) -> None:
        due = self._due_at(step)
        effects: list[Selected] = []
        for place, promise in enumerate(due):
            self._write(f"lapsed_{number}_{place}", promise.lapses_when)
            self._write(f"kept_{number}_{place}", promise.kept_when)
            effects += self._settlement(place, promise, last=promise.due == step.id)
        if due:
            self._write_changes(f"due_{number}", effects)

    def _due_at(self, step: Step) -> list[Promise]:
        return [one for one in self.scenario.promises.values() if step.id in (*one.due_before, one.due)]

    def _settlement(self, place: int, promise: Promise, *, last: bool) -> Iterable[Selected]:
        for state, points in _settled_states(promise, last=last):
            settled = Effect(
                f"promise.{promise.id}", "set", Formula("", NOWHERE, Number(int(state))), None, promise.text, NOWHERE
            )
            yield Selected(place, int(state), settled)
            for other in promise.to if state is not PromiseState.LAPSED else ():
                standing = f"standing.{promise.by}.{other}"
                amount = Formula("", NOWHERE, Number(points))
                yield Selected(place, int(state), Effect(standing, "change", amount, None, promise.text, NOWHERE))

    def _write_ends(self) -> None:
        for number, ending in enumerate(self.scenario.endings.values()):
            self._write(f"ending_{number}", ending.when)
        for number, measure in enumerate(self.scenario.measures.values()):
            self._write(f"measure_{number}", measure.value)
        for party, interests in enumerate(self.scenario.interests.values()):
            for number, interest in enumerate(interests):
                self._write(f"interest_{party}_{number}", interest.value)

    # Gathering

    def _get(self, name: str) -> Any:
        return self.namespace[name]

    def _find(self, name: str) -> Function | None:
        return self.namespace.get(name)  # type: ignore[return-value]

    def _odds(self, name: str, formula: Formula) -> int | Function:
        return formula.tree.value if isinstance(formula.tree, Number) else self._get(name)

    def _changes(self, name: str) -> ChangeSet:
        effects = self.change_sets[name]
        traced = Later(name, partial(self._changes_source, name, trace=True), self.namespace)
        return ChangeSet(effects, most_picked(effects, self.widths), self._get(name), traced)

    def _step(self, number: int, step: Step) -> CompiledStep:
        due = self._due_at(step)
        body = step.body
        return CompiledStep(
            step=step,
            when=self._find(f"when_{number}"),
            reads=self.reads.get(f"when_{number}", ()),
            changes=self._changes(f"changes_{number}"),
            choices=self._choices(number, step) if isinstance(body, Mapping) else (),
            chance=self._chance(number, step, body) if isinstance(body, Chance) else None,
            table=self._table(number, step, body) if isinstance(body, Table) else None,
            resumes=body.table if isinstance(body, Resume) else None,
            due=tuple(
                CompiledDue(
                    place=self.places[f"promise.{promise.id}"],
                    lapsed=self._find(f"lapsed_{number}_{place}"),
                    kept=self._get(f"kept_{number}_{place}"),
                    last=promise.due == step.id,
                    elastic=promise.stretched is not None,
                )
                for place, promise in enumerate(due)
            ),
            due_changes=self._changes(f"due_{number}") if due else None,
        )

    def _choices(self, number: int, step: Step) -> tuple[CompiledChoice, ...]:
        assert isinstance(step.body, Mapping)
        single = len(step.body) == 1
        return tuple(
            CompiledChoice(
                party=party,
                place=self.places[f"choice.{step.id}" if single else f"choice.{step.id}.{party}"],
                options=tuple(choice.options),
                legal=tuple(self._find(f"legal_{number}_{place}_{o.number}") for o in choice.options.values()),
                recorded=choice.options[choice.record.option].number,
                fallback=choice.options[choice.record.fallback].number if choice.record.fallback else 0,
            )
            for place, (party, choice) in enumerate(step.body.items())
        )

    def _chance(self, number: int, step: Step, chance: Chance) -> CompiledChance:
        outcomes = chance.outcomes
        return CompiledChance(
            place=self.places[f"chance.{step.id}"],
            outcomes=tuple(outcomes),
            odds=tuple(self._odds(f"odds_{number}_{o.number}", o.odds) for o in outcomes.values()),
            recorded=outcomes[chance.record].number if chance.record else 0,
            sealed=self.places[chance.seals] if chance.seals else None,
            sealed_values=self._sealed_values(chance),
            believed=chance.believed,
        )

    def _sealed_values(self, chance: Chance) -> tuple[int, ...]:
        if chance.seals is None:
            return ()
        column = self.scenario.columns[chance.seals]
        return tuple(column.low + (column.values or ()).index(outcome) for outcome in chance.outcomes)

    def _table(self, number: int, step: Step, table: Table) -> TableProgram:
        return TableProgram(
            table=compile_table(step.id, table, self.scenario, self.namespace),
            place=self.places[f"agreed.{step.id}"],
            issue_places=tuple(self.places[f"agreed.{step.id}.{issue}"] for issue in table.issues),
            walk_away=tuple(self._odds(f"walk_{number}_{p}", table.walk_away[q]) for p, q in enumerate(table.parties)),
            value_set=tuple(self._value_set(table, party) for party in table.parties),
            press=self._press(number, table.press) if table.press else None,
            closing=self._changes(f"changes_{number}"),
            wording_places=tuple(self.places.get(f"wording.{step.id}.{issue}") for issue in table.issues),
            initialled_places=tuple(self.places.get(f"initialled.{step.id}.{issue}") for issue in table.issues),
            walked_out_place=self.places.get(f"walked-out.{step.id}"),
            backed_down_places=tuple(
                (place, self.places[name])
                for place, party in enumerate(table.parties)
                if (name := f"backed-down.{step.id}.{party}") in self.places
            ),
            consents=tuple(self._get(f"consents_{number}_{place}") for place, _ in enumerate(absentees_of(table))),
        )

    def _press(self, number: int, press: Press) -> CompiledPress:
        return CompiledPress(
            outcomes=tuple(press.outcomes),
            odds=tuple(self._odds(f"push_{number}_{o.number}", o.odds) for o in press.outcomes.values()),
            changes=self._changes(f"press_{number}"),
        )

    def _value_set(self, table: Table, party: str) -> tuple[int, int] | None:
        variable = table.values_by.get(party)
        if variable is None:
            return None
        return self.places[variable], self.scenario.columns[variable].low


def _settled_states(promise: Promise, *, last: bool) -> Iterable[tuple[PromiseState, int]]:
    """Lists what may become of a promise at one of the steps where it falls due, with the points of each."""
    if last:
        yield PromiseState.KEPT, promise.kept
    yield PromiseState.BROKEN, -promise.broken
    if promise.stretched is not None:
        yield PromiseState.STRETCHED, -promise.stretched
    if promise.lapses_when is not None:
        yield PromiseState.LAPSED, 0


def _selected(selector: int, groups: Iterable[tuple[int, tuple[Effect, ...]]]) -> Iterable[Selected]:
    for value, effects in groups:
        for effect in effects:
            yield Selected(selector, value, effect)
