"""Checks that statements of fact name their sources, that sources are used, and that judgements state their basis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from game.scenario.cast import Text
from game.scenario.lint_choices import choices_of
from game.scenario.model import Chance, Dispatch, Scenario, Step
from game.scenario.positions import Finding, Position, Severity
from game.scenario.table_rules import Table

Cited = tuple[tuple[str, ...], str, Position]
"""The sources of a statement, what it is, and where it stands."""


def check_sources(scenario: Scenario) -> list[Finding]:
    """A finding for every statement without a source, every source without a use, every judgement without a basis."""
    return [*_unsourced(scenario), *_unused(scenario), *_baseless(scenario)]


def _unsourced(scenario: Scenario) -> Iterator[Finding]:
    for sources, what, where in _statements(scenario):
        if not sources:
            message = f"No source stands beside {what}."
            yield Finding(where, Severity.WARNING, "LNT10", message, "Add `sources: [id]`.")


def _statements(scenario: Scenario) -> Iterator[Cited]:
    for document in scenario.documents.values():
        yield document.sources, f"the document {document.id}", document.title.where
    for step in scenario.steps.values():
        yield from _statements_of_step(step)
    for ending in scenario.endings.values():
        yield ending.sources, f"the ending {ending.id}", ending.title.where
    for voice in scenario.voices:
        yield voice.sources, f"the voice {voice.id}", voice.who.where
    for measure_id, record in scenario.record.measures.items():
        measure = scenario.measures.get(measure_id)
        where = measure.name.where if measure else scenario.title.where
        yield record.sources, f"the recorded value of {measure_id}", where


def _statements_of_step(step: Step) -> Iterator[Cited]:
    body, shared = step.body, step.sources
    if isinstance(body, Chance):
        for outcome in body.outcomes.values():
            if outcome.reading is not None:
                yield outcome.sources or shared, f"the reading {outcome.id}", outcome.reading.where
    elif isinstance(body, Table):
        yield from _statements_of_table(step, body)
    elif isinstance(body, Mapping):
        for choice in body.values():
            for option in choice.options.values():
                yield option.sources or shared, f"the option {option.id}", option.where
            where = choice.record.text.where if choice.record.text else choice.question.where
            yield choice.record.sources or shared, "the record", where
    elif isinstance(body, Dispatch):
        yield shared, f"the dispatch {step.id}", step.where


def _statements_of_table(step: Step, table: Table) -> Iterator[Cited]:
    for issue in table.issues.values():
        for option in issue.options.values():
            if option.id != issue.unsettled:
                yield option.sources or step.sources, f"the option {option.id} of {issue.id}", option.where
    where = table.record.text.where if table.record.text else step.where
    yield table.record.sources or step.sources, "the record of this table", where


def _unused(scenario: Scenario) -> Iterator[Finding]:
    used = set(_cited(scenario))
    for source in scenario.sources.values():
        if source.where.path == scenario.title.where.path and source.id not in used:
            message = f"The source {source.id} is cited nowhere."
            yield Finding(source.where, Severity.WARNING, "LNT11", message, "Cite it, or delete it.")


def _cited(scenario: Scenario) -> Iterator[str]:
    for sources, _, _ in _statements(scenario):
        yield from sources
    for step in scenario.steps.values():
        yield from step.sources
        if isinstance(step.body, Chance):
            yield from _all_of(outcome.sources for outcome in step.body.outcomes.values())
        if isinstance(step.body, Table):
            yield from _all_of(o.sources for issue in step.body.issues.values() for o in issue.options.values())
            yield from step.body.record.sources
    for _, choice in choices_of(scenario):
        yield from choice.record.sources
        yield from _all_of(option.sources for option in choice.options.values())
    yield from _all_of(interest.sources for interests in scenario.interests.values() for interest in interests)
    yield from _all_of(region.sources for region in scenario.regions.values())
    yield from _all_of(land.sources for land in scenario.map.lands)


def _all_of(groups: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for group in groups:
        yield from group


def _baseless(scenario: Scenario) -> Iterator[Finding]:
    for basis, what, where in _judgements(scenario):
        if basis is None or not any(paragraph.source.strip() for paragraph in basis.paragraphs):
            message = f"{what} is a judgement, and nothing says on what it rests."
            yield Finding(where, Severity.WARNING, "LNT12", message, "Add `basis`.")


def _judgements(scenario: Scenario) -> Iterator[tuple[Text | None, str, Position]]:
    for party, interests in scenario.interests.items():
        for interest in interests:
            yield interest.basis, f"The interest {interest.id} of {party}", interest.name.where
    for variable in scenario.variables.values():
        if variable.name.where.path == scenario.title.where.path and variable.values is None and variable.shown:
            yield variable.basis, f"The number {variable.id}", variable.name.where
    for step in scenario.steps.values():
        if isinstance(step.body, Chance):
            yield step.body.basis, "The odds", step.where
        elif isinstance(step.body, Table):
            yield from _judgements_of_table(step, step.body)


def _judgements_of_table(step: Step, table: Table) -> Iterator[tuple[Text | None, str, Position]]:
    for party, walk_away in table.walk_away.items():
        yield table.walk_away_basis.get(party), f"The walk-away value of {party}", walk_away.where
    for linkage in table.linkages:
        yield linkage.basis, f"The linkage of {linkage.party}", linkage.when.where
    if table.press is not None:
        yield table.press.basis, "What pressing brings", step.where
