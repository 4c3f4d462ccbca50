"""Checks that every decision is a dilemma: advisers disagree, nothing gives the record away, a way stays open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from game.scenario.intervals import narrowed, settled
from game.scenario.model import Choice, Option, Scenario, Step
from game.scenario.positions import Finding, Severity
from game.scenario.scope import listed
from game.scenario.tree import Logic, Negation

FEWEST_FOR_HABIT = 4
"""Decisions that a scenario must have before a habit of its record can be told from chance."""


def check_choices(scenario: Scenario) -> list[Finding]:
    """A finding for every choice that is none, or whose advice or form tells what history did."""
    findings: list[Finding] = []
    for step, choice in choices_of(scenario):
        findings.extend(_dead_end(step, choice))
        findings.extend(_default(choice))
        findings.extend(_advice(choice))
    findings.extend(_habits(scenario))
    return findings


def choices_of(scenario: Scenario) -> Iterator[tuple[Step, Choice]]:
    """Every choice of the scenario with its step, in file order."""
    for step in scenario.steps.values():
        if isinstance(step.body, Mapping):
            for choice in step.body.values():
                yield step, choice


def _dead_end(step: Step, choice: Choice) -> Iterator[Finding]:
    guards = [option.when for option in choice.options.values() if option.when is not None]
    if len(guards) < len(choice.options):
        return
    closed = Logic("and", tuple(Negation(guard.tree) for guard in guards))
    reached = {} if step.when is None else narrowed(step.when.tree, True)
    if reached is not None and settled(closed, reached) is not False:
        message = f"Every option of {choice.party} has a condition, and all of them may fail at once."
        hint = "Leave one option without `when`."
        yield Finding(choice.question.where, Severity.ERROR, "LNT17", message, hint)


def _default(choice: Choice) -> Iterator[Finding]:
    option = choice.options.get(choice.default or "")
    if option is not None and option.when is not None:
        message = f"The short game takes {option.id} here, and its condition may fail."
        hint = "Choose an option without `when` for `short`."
        yield Finding(option.when.where, Severity.WARNING, "LNT18", message, hint)


def _advice(choice: Choice) -> Iterator[Finding]:
    where = choice.advice[0].where if choice.advice else choice.question.where
    recommended = list(dict.fromkeys(advice.recommends for advice in choice.advice))
    if recommended == [choice.record.option]:
        message = f"All advice here is for {choice.record.option}, which is what history did."
        yield Finding(where, Severity.WARNING, "LNT08", message, "Let an adviser speak for another option.")
    elif len(recommended) < 2:
        said = f"all advice is for {recommended[0]}" if recommended else "nobody advises"
        message = f"A decision needs two advisers who differ, and here {said}."
        yield Finding(where, Severity.WARNING, "LNT07", message, "Let an adviser speak for another option.")


def _habits(scenario: Scenario) -> Iterator[Finding]:
    choices = list(choices_of(scenario))
    if len(choices) < FEWEST_FOR_HABIT:
        return
    habits: dict[str, Callable[[Choice], bool]] = {
        "the first in the file": lambda choice: _place(choice) == 0,
        "the last in the file": lambda choice: _place(choice) == len(choice.options) - 1,
        "the longest": lambda choice: _recorded_is(choice, longest=True),
        "the shortest": lambda choice: _recorded_is(choice, longest=False),
    }
    for habit, fits in habits.items():
        steps = [step.id for step, choice in choices if fits(choice)]
        if len(steps) * 5 >= len(choices) * 4:
            message = f"The recorded option is {habit} at {len(steps)} of {len(choices)} decisions, which tells it."
            hint = f"Vary it, for example at {listed(tuple(dict.fromkeys(steps))[:3], 'and', quote=False)}."
            yield Finding(scenario.title.where, Severity.WARNING, "LNT09", message, hint)


def _place(choice: Choice) -> int:
    return list(choice.options).index(choice.record.option)


def _recorded_is(choice: Choice, *, longest: bool) -> bool:
    sizes = {name: _size(option) for name, option in choice.options.items()}
    recorded = sizes.pop(choice.record.option)
    return recorded > max(sizes.values()) if longest else recorded < min(sizes.values())


def _size(option: Option) -> int:
    shown = (option.text, option.detail, option.advocate, option.costs, option.people)
    return sum(len(paragraph.source) for text in shown if text is not None for paragraph in text.paragraphs)
