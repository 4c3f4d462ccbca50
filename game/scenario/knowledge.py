"""Checks that what a party is shown or may do reads only what that party knows or believes.

Who reads what is for `audiences` to say. A column may be read by a party that knows it, and by one that does not
if the file says what it believes instead; what everybody sees reads only what is public.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.audiences import Audience, ShownText, seat_rules, shown_texts
from game.scenario.cast import Column, Paragraph
from game.scenario.model import Chance, Scenario, Step
from game.scenario.positions import Finding, Position, Severity
from game.scenario.reads import columns_read, place_of
from game.scenario.scope import STEP_VARIABLES, TABLE_VARIABLES, listed
from game.scenario.table_rules import Table
from game.scenario.texts import place_in_text
from game.scenario.tree import Condition, Formula


def check_knowledge(scenario: Scenario) -> list[Finding]:
    """A finding for every column that somebody would be shown, or guided by, without knowing or believing it."""
    findings: list[Finding] = []
    for rule in seat_rules(scenario):
        findings.extend(_of_expression(scenario, rule.expression, rule.audience))
    for step in scenario.steps.values():
        if isinstance(step.body, Table):
            findings.extend(_of_value_sets(scenario, step, step.body))
    for shown in shown_texts(scenario):
        for paragraph in shown.text.paragraphs:
            findings.extend(_of_paragraph(scenario, shown, paragraph))
    return findings


def blind_parties(column: Column, audience: Audience) -> tuple[str, ...]:
    """Those of `audience` who neither know nor believe anything of `column`; `everybody` is one word."""
    if column.known_to is None:
        return ()
    if audience is None:
        return ("everybody",)
    return tuple(sorted(audience - column.known_to - set(column.believed)))


def _of_value_sets(scenario: Scenario, step: Step, table: Table) -> Iterator[Finding]:
    for party, name in table.values_by.items():
        known_to = scenario.columns[name].known_to
        if known_to is not None and party not in known_to:
            yield _hidden(scenario, name, (party,), step.where)


def _of_expression(scenario: Scenario, expression: Formula | Condition, audience: Audience) -> Iterator[Finding]:
    for name in dict.fromkeys(columns_read(expression.tree)):
        if blind := blind_parties(scenario.columns[name], audience):
            yield _hidden(scenario, name, blind, place_of(name, expression))


def _of_paragraph(scenario: Scenario, shown: ShownText, paragraph: Paragraph) -> Iterator[Finding]:
    if paragraph.when is not None:
        found = list(_of_expression(scenario, paragraph.when, shown.audience))
        yield from found or (_of_brief(scenario, shown, paragraph.when) if shown.brief else ())
    for name in paragraph.placeholders:
        if blind := blind_parties(scenario.columns[name], shown.audience):
            yield _hidden(scenario, name, blind, place_in_text(name, paragraph))


def _of_brief(scenario: Scenario, shown: ShownText, guard: Condition) -> Iterator[Finding]:
    for name in dict.fromkeys(columns_read(guard.tree)):
        known_to = scenario.columns[name].known_to
        for party in sorted(shown.audience or ()):
            if known_to is not None and party not in known_to:
                yield Finding(
                    place_of(name, guard),
                    Severity.ERROR,
                    "KNW02",
                    f"{party} only believes something of {name}, so this part of its brief would never change.",
                    f"Add {party} to `known-to`, or write the paragraph without `when`.",
                )


def _hidden(scenario: Scenario, name: str, blind: tuple[str, ...], where: Position) -> Finding:
    column = scenario.columns[name]
    knowers = (
        f"known only to {listed(sorted(column.known_to), 'and', quote=False)}" if column.known_to else "known to nobody"
    )
    message = f"{name} is {knowers}, and this is for {listed(blind, 'and', quote=False)}."
    return Finding(where, Severity.ERROR, "KNW01", message, _remedy(scenario, column, blind))


def _remedy(scenario: Scenario, column: Column, blind: tuple[str, ...]) -> str:
    owner, _, step = column.name.partition(".")
    step = step.partition(".")[0]
    if blind == ("everybody",) and column.variable in TABLE_VARIABLES:
        return "What is agreed at a table belongs to those who know it: tell this to them alone."
    if blind == ("everybody",):
        return f"Make it public by deleting its `known-to`{_of_step(column, step)}, or tell this to those who know it."
    parties = listed(blind, "and", quote=False)
    if column.variable == "promise":
        return f"Make the promise public, or give {parties} a part in it."
    body = scenario.steps[step].body if owner == "chance" else None
    if isinstance(body, Chance) and body.seals is not None:
        return f"Read {body.seals} instead, and give it `believed: {{{blind[0]}: …}}`."
    if column.variable in STEP_VARIABLES:
        return f"Add {parties} to `known-to`{_of_step(column, step)}."
    return f"Add {parties} to its `known-to`, or say what it goes by: `believed: {{{blind[0]}: …}}`."


def _of_step(column: Column, step: str) -> str:
    return f" of the step {step}" if column.variable in STEP_VARIABLES else ""
