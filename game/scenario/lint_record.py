"""Checks that the record can be played: its options, outcomes and ending hold together on the recorded path.

The moves of tables have a module of their own. Only what the record itself settles is concluded; a test that
plays the record shows the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.scenario.intervals import Known, bounds, settled
from game.scenario.model import Chance, Choice, Scenario
from game.scenario.positions import Finding, Severity
from game.scenario.recorded_path import RecordedPath
from game.scenario.scope import listed
from game.scenario.table_rules import Issue, IssueOption, Resume, Table


def check_record(scenario: Scenario) -> list[Finding]:
    """A finding for every piece of the record that is missing or contradicts the rest."""
    path = RecordedPath(scenario)
    findings = list(_measures(scenario))
    for step in path.steps():
        if isinstance(step.body, Table):
            findings.extend(_against_interest(step.body, path.signatories(step, step.body)))
        if step.when is not None and settled(step.when.tree, path.known) is False:
            continue
        if isinstance(step.body, Chance):
            findings.extend(_outcome(step.body, path.known))
        elif isinstance(step.body, Table | Resume):
            for issue, option in path.agreed_in(step):
                findings.extend(_absentees(issue, option, path.known))
        elif isinstance(step.body, Mapping):
            for choice in step.body.values():
                findings.extend(_option(choice, path.known))
    return [*findings, *_ending(scenario, path.known)]


def _measures(scenario: Scenario) -> Iterator[Finding]:
    recorded = scenario.record.measures
    for measure in scenario.measures.values():
        if measure.id not in recorded:
            message = f"The record has no value for the measure {measure.id}."
            hint = f"Add `{measure.id}: {{value: …}}` to `record: {{measures: …}}`."
            yield Finding(measure.name.where, Severity.ERROR, "REC03", message, hint)


def _ending(scenario: Scenario, known: Known) -> Iterator[Finding]:
    name = scenario.record.ending
    for ending in scenario.endings.values():
        holds = True if ending.when is None else settled(ending.when.tree, known)
        if ending.id == name:
            if holds is False and ending.when is not None:
                message = f"The record ends with {name}, and its condition cannot hold on the recorded path."
                yield Finding(
                    ending.when.where, Severity.ERROR, "REC04", message, "Change the condition, or name another ending."
                )
            return
        if holds and ending.when is not None:
            message = f"The record ends with {name}, and {ending.id} stands before it and holds on the recorded path."
            hint = "Narrow its condition, move it further down, or name another ending."
            yield Finding(ending.when.where, Severity.ERROR, "REC04", message, hint)
            return


def _option(choice: Choice, known: Known) -> Iterator[Finding]:
    option = choice.options[choice.record.option]
    if option.when is not None and settled(option.when.tree, known) is False:
        message = f"The record takes {option.id} here, and on the recorded path its condition cannot hold."
        yield Finding(option.when.where, Severity.ERROR, "REC01", message, "Change `when`, or the record.")


def _outcome(chance: Chance, known: Known) -> Iterator[Finding]:
    if chance.record is None:
        return
    odds = chance.outcomes[chance.record].odds
    low, high = bounds(odds.tree, known)
    if low < 1:
        lies = f"they can lie in {low}..{high}" if low < high else f"they are {low}"
        message = f"The record has the outcome {chance.record}, so its odds must be 1 or more, and {lies}."
        yield Finding(odds.where, Severity.ERROR, "REC02", message, "Hold them: `max(1, …)`.")


def _absentees(issue: Issue, option: IssueOption, known: Known) -> Iterator[Finding]:
    for party, absentee in issue.absent.items():
        if option.id in absentee.to and settled(absentee.consents.tree, known) is False:
            message = f"The record settles {issue.id} by {option.id}, and on the recorded path {party} cannot consent."
            hint = "Change `consents`, or the recorded moves."
            yield Finding(absentee.consents.where, Severity.ERROR, "REC10", message, hint)


def _against_interest(table: Table, signed: Sequence[str] | None) -> Iterator[Finding]:
    for party, why in table.record.against_interest.items():
        if signed is not None and party not in signed:
            message = f"This says why {party} signed against its interest, and by the recorded moves nobody did."
            if signed:
                parties = listed(signed, "and", quote=False)
                message = f"This says why {party} signed against its interest, and only {parties} signed."
            yield Finding(why.where, Severity.ERROR, "REC11", message, "Take it out, or change the recorded moves.")
