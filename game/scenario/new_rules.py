"""Tells whether a scenario states rules that the engine does not play yet.

The compiler asks, and `check` refuses such a file, so that nothing passes that cannot be played; when the engine has
the rules, this module goes.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.model import Issue, Promise, Scenario, Table, Wording
from game.scenario.positions import Finding, Position, Severity

NEW_RULES = "agendas, hours, elastic words, lapsing promises, absentees' consent and a press for a whole table"
CODE = "KEY08"


def places_of_new_rules(scenario: Scenario) -> Iterator[Position]:
    """The tables and promises that state such rules."""
    for step in scenario.steps.values():
        if isinstance(step.body, Table) and _in_table(step.body):
            yield step.where
    for promise in scenario.promises.values():
        if _in_promise(promise):
            yield promise.text.where


def not_played_yet(scenario: Scenario) -> Iterator[Finding]:
    """Refuses what the engine does not play yet."""
    message = f"This asks for rules that cannot be played yet: {NEW_RULES}."
    for where in places_of_new_rules(scenario):
        yield Finding(where, Severity.ERROR, CODE, message, "Leave them out until then.")


def _in_promise(promise: Promise) -> bool:
    return promise.stretched is not None or promise.lapses_when is not None


def _in_table(table: Table) -> bool:
    bounded = table.agenda is not None or table.hours is not None
    once = table.press is not None and table.press.limit == "table"
    return bounded or once or any(map(_in_issue, table.issues.values()))


def _in_issue(issue: Issue) -> bool:
    return bool(issue.absent) or any(option.wording is not Wording.NEITHER for option in issue.options.values())
