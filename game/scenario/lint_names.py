"""Checks that whatever people are told of has words: an outcome of a draw is named, never told by its id."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.model import Chance, Scenario
from game.scenario.positions import Finding, Severity


def check_names(scenario: Scenario) -> list[Finding]:
    """A finding for everything that pages speak of and the file leaves without a name."""
    return [*_outcomes(scenario)]


def _outcomes(scenario: Scenario) -> Iterator[Finding]:
    for step in scenario.steps.values():
        if isinstance(step.body, Chance) and not _values_serve(scenario, step.body):
            for outcome in step.body.outcomes.values():
                if outcome.name is None:
                    message = f"The outcome {outcome.id} has no name, and the debrief tells its odds by it."
                    hint = "Add `name: …`, a few words: the line holds."
                    yield Finding(outcome.odds.where, Severity.WARNING, "LNT20", message, hint)


def _values_serve(scenario: Scenario, chance: Chance) -> bool:
    """Whether a draw seals a variable whose values have names, which then serve for its outcomes."""
    return chance.seals is not None and bool(
        scenario.variables[scenario.columns[chance.seals].variable].value_names,
    )
