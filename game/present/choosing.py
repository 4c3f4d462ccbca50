"""The page of a choice: the situation, what is new on the desk, advisers, options.

Options stand in the view's hashed order, never the file's. Nothing of the record is read here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from game.engine.legality import LegalChoice
from game.present.desk import document_lines
from game.present.offers import lying_offers
from game.present.page import DecisionPage, Seat
from game.present.parts import Action, AdviserLine, FigureLine, OptionLine
from game.present.reader import Reader
from game.scenario.cast import Advice
from game.scenario.model import Choice, Option, Step

MOST_ADVISERS = 3


def decision_page(
    reader: Reader,
    step: Step,
    choice: Choice,
    legal: LegalChoice,
    *,
    moved: Mapping[str, int],
    read: Collection[str] = (),
    chosen: Mapping[str, int],
    own: Collection[str],
) -> DecisionPage:
    """Makes the page of a choice.

    `moved` has the change of each column since this party last decided, `read` the ids of documents already
    opened, `chosen` the entry of the person's last choice for each party: what lay on its tables then has been read.
    `own` has the parties that this person decides for.
    """
    allowed = {option.id for option in legal.options if option.legal}
    order = reader.view.options_in_order(step.id, choice.party)
    options = tuple(
        _option(reader, choice.options[id_], number, id_ in allowed) for number, id_ in enumerate(order, start=1)
    )
    return DecisionPage(
        title=reader.line(step.title),
        date=reader.dates(step, stated=True),
        seat=Seat(choice.party, reader.party(choice.party)),
        step=step.id,
        situation=reader.prose(step.text),
        figures=step_figures(reader, step, moved),
        documents=document_lines(reader, read, at=step.id),
        advisers=adviser_lines(reader, choice.party, choice.advice, choice.options),
        question=reader.prose(choice.question),
        options=options,
        note=_others(reader, step, {choice.party, *own}),
        sources=reader.sources(step.sources),
        actions=tuple(Action(f"choose:{option.id}", option.text, option.enabled, option.why_not) for option in options),
        terms=lying_offers(reader, reader.view.happenings(), chosen),
    )


def step_figures(reader: Reader, step: Step, moved: Mapping[str, int]) -> tuple[FigureLine, ...]:
    """The figures that a step names, as far as the viewer knows or believes them."""
    found = (reader.figure(name, moved.get(name, 0)) for name in step.figures if name in reader.scenario.columns)
    measured = (reader.measure(name) for name in step.figures if name in reader.scenario.measures)
    figures = [figure for figure in (*found, *measured) if figure is not None]
    # A measure of what a variable counts says the same once more.
    return tuple({figure.name: figure for figure in reversed(figures)}.values())[::-1]


def adviser_lines(
    reader: Reader, party: str, advice: tuple[Advice, ...], options: Mapping[str, Option] | None
) -> tuple[AdviserLine, ...]:
    """At most three advisers of a party, a line each; `options` None: the advice is about a table."""
    members = reader.scenario.parties[party].members
    given = [one for one in advice if one.member in members and reader.view.holds(one.when)]
    return tuple(_adviser(reader, party, one, options) for one in given[:MOST_ADVISERS])


def _adviser(reader: Reader, party: str, advice: Advice, options: Mapping[str, Option] | None) -> AdviserLine:
    member = reader.scenario.parties[party].members[advice.member]
    if options is None:
        recommends = reader.speech(f"advice.{advice.recommends}")
    else:
        recommends = reader.line(options[advice.recommends].text)
    return AdviserLine(
        name=reader.line(member.name),
        role=reader.line(member.role),
        recommends=recommends,
        words=reader.line(advice.text),
        would_change=reader.line(advice.would_change),
    )


def _option(reader: Reader, option: Option, number: int, allowed: bool) -> OptionLine:
    return OptionLine(
        id=option.id,
        number=number,
        text=reader.line(option.text),
        detail=reader.prose(option.detail),
        advocate=_advocate(reader, option),
        costs=reader.line(option.costs),
        people=reader.prose(option.people),
        enabled=allowed,
        why_not="" if allowed else reader.line(option.why_not) or reader.speech("option.closed"),
        sources=reader.sources(option.sources),
    )


def _advocate(reader: Reader, option: Option) -> str:
    """Who argued for it then: a member of the delegation by name, or the words of the file."""
    written = option.advocate.paragraphs[0].source if option.advocate else ""
    member = reader.scenario.parties[reader.seat].members.get(written)
    return reader.line(member.name if member else option.advocate)


def _others(reader: Reader, step: Step, own: Collection[str]) -> str:
    """Who decides unseen at the same time; whoever holds two parties sees what both decide."""
    assert isinstance(step.body, Mapping)
    others = [other for other in step.body if other not in own]
    if not others:
        return ""
    return reader.speech.count("decision.same-time", len(others), others=reader.parties(others))
