"""The page of a choice: the map and the situation at the left, the question and its options at the right."""

from __future__ import annotations

from dataclasses import replace

from game.present.mapping import MapPage
from game.present.page import DecisionPage
from game.present.parts import OptionLine, SourceLine
from game.present.speech import Speech
from game.window.controls import Button, numbered_card, part
from game.window.flow import Flow, spot
from game.window.screen import Column, Panel, Screen
from game.window.screens.around import Around, game_bar, over_title
from game.window.screens.charting import small_map
from game.window.screens.pieces import advisers, figures, lying, papers, prose_part, since_when, turn_of


def decision_screen(page: DecisionPage, around: Around, chart: MapPage | None = None) -> Screen:
    """A choice to make; `chart` is the map of what it is about."""
    speech = around.speech
    situation = Panel("situation", lambda flow: _situation(flow, page, speech), tab=speech("window.situation"))
    options = Panel("options", lambda flow: _question(flow, page, around), tab=speech("window.decide"))
    return Screen(
        place=f"decision:{page.step}:{page.seat.party}",
        title=page.title,
        over_title=over_title(around, page.seat),
        date=page.date,
        columns=(
            Column((*small_map(chart, speech("map.title"), 0.7), situation), 0.4),
            Column((options,), 0.6),
        ),
        bar=game_bar(around, Button("staff", speech("window.staff"), "E"), chart=chart),
        first=next((f"option:{option.id}" for option in page.options if option.enabled), ""),
        escape="menu",
        sources=cited(page),
    )


def cited(page: DecisionPage) -> tuple[SourceLine, ...]:
    """The sources of a decision and of its options, each once."""
    found = {source.id: source for source in page.sources}
    for option in page.options:
        found |= {source.id: source for source in option.sources if source.id not in found}
    return tuple(found.values())


def _situation(flow: Flow, page: DecisionPage, speech: Speech) -> None:
    """What there is to read before deciding: how things stand, figures, papers, advice, and what was read before."""
    flow.prose(page.situation)
    if page.terms:
        part(flow, speech("window.terms"), first=not page.situation)
        lying(flow, page.terms)
    if page.figures:
        part(flow, speech("window.figures"), first=not page.situation and not page.terms)
        since_when(flow, page.figures, speech)
        figures(flow, page.figures, speech)
    if page.documents:
        part(flow, speech("window.new-documents"))
        papers(flow, page.documents, speech)
    if page.advisers:
        part(flow, speech("window.advisers"))
        advisers(flow, page.advisers, speech)
    prose_part(flow, speech("window.known-situation"), page.known)


def _question(flow: Flow, page: DecisionPage, around: Around) -> None:
    """What is asked, and the options."""
    turn_of(flow, page.whose)
    flow.heading(" ".join(page.question))
    flow.text(page.note, flow.theme.quiet_italic)
    for option in page.options:
        flow.gap(11)
        _option(flow, option, around)


def _option(flow: Flow, option: OptionLine, around: Around) -> None:
    speech = around.speech

    def write(inner: Flow) -> None:
        inner.text(option.text, inner.theme.subheading)
        if not option.enabled:
            inner.text(speech("window.not-open", why=option.why_not), inner.theme.quiet_italic)
        inner.prose(option.detail, inner.theme.small, between=4)
        for key, words in (("advocate", option.advocate), ("costs", option.costs), ("people", " ".join(option.people))):
            if words:
                inner.gap(3)
                inner.text(speech(f"window.{key}", words=words), inner.theme.quiet)

    place = spot(
        f"option:{option.id}",
        f"decide:{option.id}",
        enabled=option.enabled,
        why_not=option.why_not,
        digit=option.number,
    )
    numbered_card(flow, option.number, replace(place, is_told=not option.enabled), write)
