"""What a step, or an option of an issue, would do to land: whose it would become, whoever would lease or occupy it.

It is read from the effects of the file, so that the map can light what a decision touches and show who claims what
while it is talked about. What the file says of it besides is its `map`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from game.scenario.cast import Effect
from game.scenario.lands import HELD, Tenure
from game.scenario.lint_effects import effects_of, effects_of_step
from game.scenario.model import Scenario, Step
from game.scenario.table_rules import Resume, Table
from game.scenario.tree import Comparison, Logic, Number, Read, Truth

_TENURES = {variable: tenure for tenure, variable in HELD.items()}


@dataclass(frozen=True, slots=True)
class Demand:
    """That a region shall be owned or occupied by a party, or leased to it."""

    region: str
    tenure: Tenure
    party: str


def regions_of_step(scenario: Scenario, step: Step) -> tuple[str, ...]:
    """The regions that a step speaks of or may change, each once."""
    spoken = scenario.map.spoken_of(step.id)
    if isinstance(step.body, Resume):
        opened = scenario.steps[step.body.table]
        return _once((*spoken, *regions_of_step(scenario, opened)))
    issues = step.body.issues if isinstance(step.body, Table) else ()
    of_issues = (region for issue in issues for region in regions_of_issue(scenario, step.id, issue))
    changed = (demand.region for demand in _demands(scenario, effects_of_step(step)))
    return _once((*spoken, *of_issues, *changed))


def regions_of_issue(scenario: Scenario, table: str, issue: str) -> tuple[str, ...]:
    """The regions that an issue of the table opened at step `table` speaks of, or that its options may change."""
    asked = demands_of_issue(scenario, table, issue).values()
    spoken = scenario.map.spoken_of(f"{table}.{issue}")
    return _once((*spoken, *(demand.region for demands in asked for demand in demands)))


def demands_of_issue(scenario: Scenario, table: str, issue: str) -> Mapping[str, tuple[Demand, ...]]:
    """By option of an issue, what it would do to land, by itself or in effects that hang on its being agreed."""
    body = scenario.steps[table].body
    if not isinstance(body, Table):
        return {}
    column = scenario.columns[f"agreed.{table}.{issue}"]
    found = {id_: list(_demands(scenario, option.effects)) for id_, option in body.issues[issue].options.items()}
    for effect in effects_of(scenario):
        if effect.when is not None:
            for number in _asked(effect.when.tree, column.name):
                option = (column.values or ())[number - column.low]
                found.get(option, []).extend(_demands(scenario, (effect,)))
    return {option: tuple(dict.fromkeys(demands)) for option, demands in found.items()}


def _demands(scenario: Scenario, effects: Iterable[Effect]) -> Iterator[Demand]:
    for effect in effects:
        variable, _, region = effect.column.partition(".")
        tree = effect.amount.tree
        if variable in _TENURES and region in scenario.regions and isinstance(tree, Number):
            column = scenario.columns[effect.column]
            party = (column.values or ())[tree.value - column.low]
            if party in scenario.party_ids:
                yield Demand(region, _TENURES[variable], party)


def _asked(tree: Truth, column: str) -> Iterator[int]:
    """The values of a column that a condition asks for, any of them; what it refuses is not among them."""
    if isinstance(tree, Logic):
        for part in tree.parts:
            yield from _asked(part, column)
    elif isinstance(tree, Comparison) and tree.operator == "==" and isinstance(tree.right, Number):
        yield from (tree.right.value,) if tree.left == Read(column, tree.left.low, tree.left.high) else ()


def _once(regions: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(regions))
