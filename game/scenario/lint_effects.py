"""Checks effects that act together: never a variable set and changed at once, and none that does nothing.

What acts together is everything that one step may do at the same moment: all options of all its choices, all
outcomes of its chance, all issues and endings of its table. Pressing is a moment of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, islice

from game.scenario.cast import Effect
from game.scenario.intervals import settled
from game.scenario.model import Chance, Dispatch, Scenario, Step
from game.scenario.positions import Finding, Position, Severity
from game.scenario.table_rules import Table
from game.scenario.tree import Logic

Alternatives = tuple[tuple[Effect, ...], ...]
"""Bundles of effects of which exactly one happens."""


MOST_PAIRS = 10_000
"""So many pairs of effects on one variable are compared in one step."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """An effect that sets a variable, in one of the bundles of a group of alternatives."""

    group: int
    bundle: int
    effect: Effect


def check_effects(scenario: Scenario) -> list[Finding]:
    """A finding for every effect that collides with another of its step, or can change nothing."""
    findings: list[Finding] = []
    for step in scenario.steps.values():
        for moment in _moments(step):
            findings.extend(_mixed(moment))
            findings.extend(_set_twice(moment))
    for effect in effects_of(scenario):
        findings.extend(_idle(scenario, effect))
    return findings


def effects_of(scenario: Scenario) -> Iterator[Effect]:
    """Every effect of the scenario, in file order."""
    for step in scenario.steps.values():
        yield from effects_of_step(step)


def effects_of_step(step: Step) -> Iterator[Effect]:
    """Every effect that one step may have, in file order."""
    for moment in _moments(step):
        for alternatives in moment:
            for bundle in alternatives:
                yield from bundle


def _moments(step: Step) -> Iterator[tuple[Alternatives, ...]]:
    body = step.body
    if isinstance(body, Chance):
        yield (tuple(outcome.effects for outcome in body.outcomes.values()),)
    elif isinstance(body, Dispatch):
        yield ((body.effects,),)
    elif isinstance(body, Table):
        yield from _table_moments(body)
    elif isinstance(body, Mapping):
        yield tuple(tuple(option.effects for option in choice.options.values()) for choice in body.values())


def _table_moments(table: Table) -> Iterator[tuple[Alternatives, ...]]:
    issues = [tuple(option.effects for option in issue.options.values()) for issue in table.issues.values()]
    yield (*issues, tuple(end.effects for end in table.ends.values()))
    if table.press is not None:
        yield (table.press.price,), tuple(outcome.effects for outcome in table.press.outcomes.values())


def _mixed(moment: tuple[Alternatives, ...]) -> Iterator[Finding]:
    first: dict[str, Effect] = {}
    reported: set[str] = set()
    for effect in (effect for alternatives in moment for bundle in alternatives for effect in bundle):
        before = first.setdefault(effect.column, effect)
        if before.operator != effect.operator and effect.column not in reported:
            reported.add(effect.column)
            done, other = ("set", "changed") if effect.operator == "set" else ("changed", "set")
            message = f"{effect.column} is {done} here and {other} on line {before.where.line}, in the same step."
            hint = "Set a variable or change it in one step, never both."
            yield Finding(effect.where, Severity.ERROR, "LNT03", message, hint)


def _set_twice(moment: tuple[Alternatives, ...]) -> Iterator[Finding]:
    settings: dict[str, list[_Setting]] = {}
    for group, alternatives in enumerate(moment):
        for bundle, effects in enumerate(alternatives):
            for effect in effects:
                if effect.operator == "set":
                    settings.setdefault(effect.column, []).append(_Setting(group, bundle, effect))
    for column, set_here in settings.items():
        pairs = islice(combinations(set_here, 2), MOST_PAIRS)
        clash = next(((one, other) for one, other in pairs if _collide(one, other)), None)
        if clash is not None:
            one, other = (setting.effect for setting in clash)
            message = f"{column} is set here and on line {one.where.line}, and both can happen at once."
            hint = "Keep one of them, or give them conditions that exclude each other."
            yield Finding(other.where, Severity.ERROR, "LNT03", message, hint)


def _collide(one: _Setting, other: _Setting) -> bool:
    exclusive = one.group == other.group and one.bundle != other.bundle
    return not exclusive and _may_coincide(one.effect, other.effect)


def _may_coincide(one: Effect, other: Effect) -> bool:
    if one.amount.tree == other.amount.tree and one.column.startswith("promise."):
        return False
    guards = tuple(effect.when.tree for effect in (one, other) if effect.when is not None)
    return len(guards) < 2 or settled(Logic("and", guards)) is not False


def _idle(scenario: Scenario, effect: Effect) -> Iterator[Finding]:
    column, amount = scenario.columns[effect.column], effect.amount.tree
    if effect.operator != "change":
        return
    width = column.high - column.low
    if amount.low == amount.high == 0:
        yield _warning(effect.where, f"This adds nothing to {column.name}.", "Delete it, or write how much.")
    elif amount.low > width or amount.high < -width:
        message = f"{column.name} is held in {column.low}..{column.high}, so this always drives it to its limit."
        limit = column.high if amount.low > width else column.low
        yield _warning(effect.where, message, f"If that is meant, write `{column.name} = {limit}`.")


def _warning(where: Position, message: str, hint: str) -> Finding:
    return Finding(where, Severity.WARNING, "LNT04", message, hint)
