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
    asked = demands_of_table(scenario, step.id)
    of_issues = (region for issue in asked for region in _regions(scenario, step.id, issue, asked[issue]))
    changed = (demand.region for demand in _demands(scenario, effects_of_step(step)))
    return _once((*spoken, *of_issues, *changed))


def regions_of_issue(scenario: Scenario, table: str, issue: str) -> tuple[str, ...]:
    """The regions that an issue of the table opened at step `table` speaks of, or that its options may change."""
    return _regions(scenario, table, issue, demands_of_table(scenario, table).get(issue, {}))


def demands_of_table(scenario: Scenario, table: str) -> Mapping[str, Mapping[str, tuple[Demand, ...]]]:
    """By issue and option, what it would do to land, by itself or in effects that hang on its being agreed."""
    body = scenario.steps[table].body
    if not isinstance(body, Table):
        return {}
    agreed = {f"agreed.{table}.{issue}": issue for issue in body.issues}
    found = {
        name: {id_: list(_demands(scenario, option.effects)) for id_, option in issue.options.items()}
        for name, issue in body.issues.items()
    }
    for effect in effects_of(scenario):
        for name, number in _asked(effect.when.tree) if effect.when is not None else ():
            if name in agreed:
                column = scenario.columns[name]
                option = (column.values or ())[number - column.low]
                found[agreed[name]].get(option, []).extend(_demands(scenario, (effect,)))
    return {
        issue: {option: tuple(dict.fromkeys(demands)) for option, demands in options.items()}
        for issue, options in found.items()
    }


def _regions(scenario: Scenario, table: str, issue: str, demanded: Mapping[str, tuple[Demand, ...]]) -> tuple[str, ...]:
    spoken = scenario.map.spoken_of(f"{table}.{issue}")
    return _once((*spoken, *(demand.region for demands in demanded.values() for demand in demands)))


def _demands(scenario: Scenario, effects: Iterable[Effect]) -> Iterator[Demand]:
    for effect in effects:
        variable, _, region = effect.column.partition(".")
        tree = effect.amount.tree
        if variable in _TENURES and region in scenario.regions and isinstance(tree, Number):
            column = scenario.columns[effect.column]
            party = (column.values or ())[tree.value - column.low]
            if party in scenario.party_ids:
                yield Demand(region, _TENURES[variable], party)


def _asked(tree: Truth) -> Iterator[tuple[str, int]]:
    """The values of columns that a condition asks for, any of them; what it refuses is not among them."""
    if isinstance(tree, Logic):
        for part in tree.parts:
            yield from _asked(part)
    elif isinstance(tree, Comparison) and isinstance(tree.left, Read) and isinstance(tree.right, Number):
        yield from ((tree.left.column, tree.right.value),) if tree.operator == "==" else ()


def _once(regions: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(regions))
