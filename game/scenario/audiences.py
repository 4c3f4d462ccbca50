"""Tells who sees each text of a scenario while it is played, and who is bound by each expression.

One place for the rule, so that the checks of knowledge and whoever shows texts cannot drift apart. What is
only read when the game is over (endings, voices, the record) is not listed: everybody may read everything then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.scenario.cast import Advice, Effect, Text
from game.scenario.model import Chance, Choice, Dispatch, Option, Scenario, Step
from game.scenario.table_rules import Table
from game.scenario.tree import Condition, Formula

Audience = frozenset[str] | None
"""The parties that see something; None is everybody, also who holds no seat."""


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text and who reads it; a `brief` may be guarded only by what its owner truly knows."""

    text: Text
    audience: Audience
    brief: bool = False


@dataclass(frozen=True, slots=True)
class SeatRule:
    """An expression that decides what the parties of `audience` are shown or may do."""

    expression: Formula | Condition
    audience: Audience


def shown_texts(scenario: Scenario) -> Iterator[ShownText]:
    """Every text that somebody reads before the end, in file order."""
    yield from _everybody(scenario)
    for party in scenario.parties.values():
        own = frozenset({party.id})
        yield ShownText(party.brief, own, brief=True)
        for member in party.members.values():
            yield from (ShownText(text, own, brief=True) for text in (member.role, member.brief, member.conviction))
    for party_id, interests in scenario.interests.items():
        for interest in interests:
            yield from _to(frozenset({party_id}), interest.name, interest.basis)
    for promise in scenario.promises.values():
        yield ShownText(promise.text, scenario.columns[f"promise.{promise.id}"].known_to)
    for document in scenario.documents.values():
        yield from _to(document.to, document.title, document.text)
    for step in scenario.steps.values():
        yield from _to(step.known_to, step.title, step.text)
        yield from _body_texts(scenario, step)


def _everybody(scenario: Scenario) -> Iterator[ShownText]:
    yield from _to(None, scenario.name, scenario.title, scenario.summary, scenario.content_note)
    for party in scenario.parties.values():
        yield from _to(None, party.name, party.adjective)
        yield from _to(None, *(member.name for member in party.members.values()))
    yield from _to(None, *scenario.side_names.values(), *(ending.gist for ending in scenario.endings.values()))
    for variable in scenario.variables.values():
        yield from _to(None, variable.name, variable.unit, *variable.value_names.values())
        for column in variable.columns:
            yield from _to(scenario.columns[column].known_to, variable.unexplained)


def _to(audience: Audience, *texts: Text | None) -> Iterator[ShownText]:
    yield from (ShownText(text, audience) for text in texts if text is not None)


def _body_texts(scenario: Scenario, step: Step) -> Iterator[ShownText]:
    body = step.body
    if isinstance(body, Chance):
        audience = scenario.columns[f"chance.{step.id}"].known_to
        for outcome in body.outcomes.values():
            yield from _to(audience, outcome.text)
            yield from _causes(scenario, outcome.effects)
    elif isinstance(body, Dispatch):
        yield from _to(dispatch_readers(step, body), body.text)
        yield from _causes(scenario, body.effects)
    elif isinstance(body, Table):
        yield from _table_texts(scenario, step, body)
    elif isinstance(body, Mapping):
        for choice in body.values():
            yield from _choice_texts(scenario, step, choice)


def dispatch_readers(step: Step, dispatch: Dispatch) -> Audience:
    """Who reads a dispatch: those to whom it goes, of those who learn of its step."""
    if dispatch.to is None or step.known_to is None:
        return step.known_to if dispatch.to is None else dispatch.to
    return dispatch.to & step.known_to


def _causes(scenario: Scenario, effects: tuple[Effect, ...]) -> Iterator[ShownText]:
    for effect in effects:
        yield ShownText(effect.because, scenario.columns[effect.column].known_to)


def _choice_texts(scenario: Scenario, step: Step, choice: Choice) -> Iterator[ShownText]:
    own = frozenset({choice.party})
    yield ShownText(choice.question, own)
    for option in choice.options.values():
        yield from _option_texts(own, step, option)
        yield from _causes(scenario, option.effects)
    for advice in choice.advice:
        yield from _to(own, advice.text, advice.would_change)


def _option_texts(own: frozenset[str], step: Step, option: Option) -> Iterator[ShownText]:
    told = step.known_to if step.known_to is None else step.known_to | own
    yield from _to(own, option.detail, option.why_not, option.advocate, option.costs, option.people)
    yield from _to(told, option.text, option.told)


def _table_texts(scenario: Scenario, step: Step, table: Table) -> Iterator[ShownText]:
    participants = frozenset(table.parties)
    for issue in table.issues.values():
        yield from _to(participants, issue.name, *issue.positions.values())
        for absentee in issue.absent.values():
            yield ShownText(absentee.refusal, participants)
        for option in issue.options.values():
            yield from _to(participants, option.text, option.people)
            yield from (ShownText(text, frozenset({party})) for party, text in option.reads.items())
            yield from _causes(scenario, option.effects)
    for owned in (table.walk_away_basis, table.instructions, table.parting):
        for party, text in owned.items():
            yield ShownText(text, frozenset({party}))
    for linkage in table.linkages:
        yield from _to(frozenset({linkage.party}), linkage.text, linkage.basis)
    if table.press is not None:
        yield from _to(participants, table.press.basis)
        yield from _causes(scenario, table.press.price)
        for outcome in table.press.outcomes.values():
            yield from _to(participants, outcome.text)
            yield from _causes(scenario, outcome.effects)
    for end in table.ends.values():
        yield from _to(scenario.columns[f"agreed.{step.id}"].known_to, end.text)
        yield from _causes(scenario, end.effects)
    for advice in table.advice:
        yield from _to(adviser_party(scenario, table, advice), advice.text, advice.would_change)


def adviser_party(scenario: Scenario, table: Table, advice: Advice) -> frozenset[str]:
    """The delegation at `table` that the adviser belongs to."""
    return frozenset(party for party in table.parties if advice.member in scenario.parties[party].members)


def seat_rules(scenario: Scenario) -> Iterator[SeatRule]:
    """Every expression that shapes what a seat sees or may do, in file order: guards of texts are not among them."""
    for party, interests in scenario.interests.items():
        yield from (SeatRule(interest.value, frozenset({party})) for interest in interests)
    for step in scenario.steps.values():
        if isinstance(step.body, Table):
            yield from _table_rules(scenario, step.body)
        elif isinstance(step.body, Mapping):
            for choice in step.body.values():
                yield from _choice_rules(choice)


def _choice_rules(choice: Choice) -> Iterator[SeatRule]:
    own = frozenset({choice.party})
    guards = [option.when for option in choice.options.values()] + [advice.when for advice in choice.advice]
    yield from (SeatRule(guard, own) for guard in guards if guard is not None)


def _table_rules(scenario: Scenario, table: Table) -> Iterator[SeatRule]:
    for party, formula in table.walk_away.items():
        yield SeatRule(formula, frozenset({party}))
    for issue in table.issues.values():
        yield from (SeatRule(absentee.consents, frozenset({party})) for party, absentee in issue.absent.items())
    for advice in table.advice:
        if advice.when is not None:
            yield SeatRule(advice.when, adviser_party(scenario, table, advice))
