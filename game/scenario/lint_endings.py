"""Checks that the endings cover everything and that each can be reached, as far as conditions tell."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from game.scenario.intervals import Known, narrowed, settled
from game.scenario.mentions import INITIALLED
from game.scenario.model import Ending, Scenario, Step
from game.scenario.positions import Finding, Severity
from game.scenario.reads import columns_read
from game.scenario.scope import STEP_VARIABLES
from game.scenario.table_rules import Outcome, Table
from game.scenario.tree import Always, Truth

MOST_TABLES = 4
"""So many tables of one condition are looked at outcome by outcome."""


def check_endings(scenario: Scenario) -> list[Finding]:
    """A finding for every ending that stands in the wrong place or can never be the one."""
    endings = tuple(scenario.endings.values())
    return [*_order(endings), *_hidden(scenario, endings)]


def _order(endings: tuple[Ending, ...]) -> Iterator[Finding]:
    for ending in endings[:-1]:
        if ending.when is None:
            message = f"The ending {ending.id} has no `when`, so those after it can never be reached."
            yield Finding(ending.title.where, Severity.ERROR, "LNT01", message, "Give it one, or move it to the end.")
    if endings and endings[-1].when is not None:
        message = f"The last ending, {endings[-1].id}, has a `when`, so a game might have no ending at all."
        hint = "Delete its `when`, or add an ending without one."
        yield Finding(endings[-1].when.where, Severity.ERROR, "LNT01", message, hint)


def _hidden(scenario: Scenario, endings: tuple[Ending, ...]) -> Iterator[Finding]:
    known = at_the_end(scenario)
    open_to = known
    for ending in endings:
        if ending.when is None:
            return
        tree = ending.when.tree
        if not any(narrowed(tree, True, case) is not None for case in _cases(scenario, tree, known)):
            # What contradicts itself is told where it stands.
            if tree == Always(False) or settled(tree) is not False:
                yield _in_no_game(ending)
        elif narrowed(tree, True, open_to) is None:
            yield _never(ending)
        rest = narrowed(ending.when.tree, False, open_to)
        if rest is None:
            yield from (_never(later) for later in endings[endings.index(ending) + 1 :])
            return
        open_to = rest


def at_the_end(scenario: Scenario) -> Known:
    """What is sure of the steps when a game is over: those without a condition have been reached."""
    known: dict[str, tuple[int, int]] = {}
    for name, column in scenario.columns.items():
        if column.variable not in STEP_VARIABLES or column.variable == INITIALLED:
            continue
        step = scenario.steps[name.split(".")[1]]
        if name == f"agreed.{step.id}":
            known[name] = (Outcome.FAILED if step.when is None else Outcome.NOT_HELD, Outcome.WHOLE)
        elif step.when is None:
            known[name] = (1, column.high)
    return known


def _cases(scenario: Scenario, tree: Truth, known: Known) -> Iterator[Known]:
    """What can be known at the end, case by case for the tables that are agreed as a whole or not at all."""
    named = [step for name in dict.fromkeys(columns_read(tree)) if (step := _whole_table(scenario, name))]
    tables = named[:MOST_TABLES]
    for outcomes in product(*(_outcomes(step) for step in tables)):
        one_by_one = zip(tables, outcomes, strict=True)
        yield {**known, **{f"agreed.{step.id}": (int(outcome), int(outcome)) for step, outcome in one_by_one}}


def _whole_table(scenario: Scenario, column: str) -> Step | None:
    kind, _, rest = column.partition(".")
    step = scenario.steps.get(rest) if kind == "agreed" else None
    return step if step and isinstance(step.body, Table) and step.body.agreement == "whole" else None


def _outcomes(step: Step) -> tuple[Outcome, ...]:
    held = (Outcome.FAILED, Outcome.WHOLE)
    return held if step.when is None else (Outcome.NOT_HELD, *held)


def _in_no_game(ending: Ending) -> Finding:
    message = f"The ending {ending.id} can never be reached: its condition holds at the end of no game."
    return Finding(
        ending.title.where, Severity.WARNING, "LNT02", message, "Change its condition, or delete the ending."
    )


def _never(ending: Ending) -> Finding:
    message = f"The ending {ending.id} can never be reached: those before it take every case in which it holds."
    return Finding(ending.title.where, Severity.WARNING, "LNT02", message, "Move it up, or narrow those before it.")
