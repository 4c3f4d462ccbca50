"""Lists every expression of a scenario with the step it is read at, for the checks that look at all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.scenario.lint_effects import effects_of_step
from game.scenario.model import Chance, Scenario, Step
from game.scenario.table_rules import Table
from game.scenario.tree import Condition, Formula


@dataclass(frozen=True, slots=True)
class Placed:
    """An expression, and the step before whose outcome it is read; None where it is read at any time or at the end.

    What belongs to a table is read in each of its sessions: `step` is its last then, and `table` its first; what is
    read only as it closes, `closing`.
    """

    expression: Formula | Condition
    step: Step | None
    table: Step | None = None
    closing: bool = False


def expressions_of(scenario: Scenario) -> Iterator[Placed]:
    """Every expression but those of linkages, which read only packages; conditions of paragraphs are at any time."""
    for interests in scenario.interests.values():
        yield from (Placed(interest.value, None) for interest in interests)
    for promise in scenario.promises.values():
        yield from (Placed(rule, None) for rule in (promise.lapses_when, promise.kept_when) if rule is not None)
    for step in scenario.steps.values():
        if step.when is not None:
            yield Placed(step.when, step)
        table = step if isinstance(step.body, Table) else None
        last = scenario.steps[step.body.sessions[-1]] if isinstance(step.body, Table) else step
        closing = set(map(id, _of_the_close(step.body))) if isinstance(step.body, Table) else set()
        for expression in _of_step(step):
            if expression is not None:
                yield Placed(expression, last, table, id(expression) in closing)
    endings, voices, questions = scenario.endings.values(), scenario.voices, scenario.questions
    guards = [*(e.when for e in endings), *(v.when for v in voices), *(q.when for q in questions)]
    yield from (Placed(guard, None) for guard in guards if guard is not None)
    yield from (Placed(measure.value, None) for measure in scenario.measures.values())
    for text in scenario.texts.values():
        shown = (paragraph.when for paragraph in text.paragraphs)
        yield from (Placed(guard, None) for guard in shown if guard is not None)


def _of_step(step: Step) -> Iterator[Formula | Condition | None]:
    body = step.body
    if isinstance(body, Chance):
        yield from (outcome.odds for outcome in body.outcomes.values())
    elif isinstance(body, Table):
        yield from _of_table(body)
    elif isinstance(body, Mapping):
        for choice in body.values():
            yield from (option.when for option in choice.options.values())
            yield from (advice.when for advice in choice.advice)
    for effect in effects_of_step(step):
        yield effect.when
        yield effect.amount


def _of_the_close(table: Table) -> Iterator[Formula | Condition | None]:
    """What is read when a table closes: by the effects of its options and of how it ends."""
    effects = [*(option.effects for issue in table.issues.values() for option in issue.options.values())]
    for effect in (one for several in (*effects, *(end.effects for end in table.ends.values())) for one in several):
        yield effect.when
        yield effect.amount


def _of_table(table: Table) -> Iterator[Formula | Condition | None]:
    yield from table.walk_away.values()
    for issue in table.issues.values():
        yield from (absentee.consents for absentee in issue.absent.values())
    yield from (advice.when for advice in table.advice)
    if table.press is not None:
        yield from (outcome.odds for outcome in table.press.outcomes.values())
