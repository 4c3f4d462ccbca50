"""Tells whether a scenario uses rules that its file may state and the engine does not play yet.

The compiler alone asks; when the engine has the rules, this module goes.
"""

from __future__ import annotations

from game.scenario.model import Issue, Press, Promise, Scenario, Table, Wording

NEW_RULES = "agendas, hours, elastic words, lapsing promises, absentees' consent and a press for a whole table"


def has_new_rules(scenario: Scenario) -> bool:
    """Whether playing this scenario without the new rules would play it wrongly."""
    tables = (step.body for step in scenario.steps.values() if isinstance(step.body, Table))
    return any(map(_in_promise, scenario.promises.values())) or any(map(_in_table, tables))


def _in_promise(promise: Promise) -> bool:
    return promise.stretched is not None or promise.lapses_when is not None


def _in_table(table: Table) -> bool:
    bounded = table.agenda is not None or table.hours is not None
    return bounded or _in_press(table.press) or any(map(_in_issue, table.issues.values()))


def _in_press(press: Press | None) -> bool:
    return press is not None and press.limit == "table"


def _in_issue(issue: Issue) -> bool:
    return bool(issue.absent) or any(option.wording is not Wording.NEITHER for option in issue.options.values())
