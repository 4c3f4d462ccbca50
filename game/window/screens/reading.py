"""Pages that only want reading: content note, hand-over, briefing, what has happened, a paper, how it came out."""

from __future__ import annotations

from dataclasses import replace

from game.present.mapping import MapPage
from game.present.page import (
    BriefingPage,
    ConsequencePage,
    DocumentPage,
    HandOverPage,
    NotePage,
    OverPage,
)
from game.window.controls import Button, button_for, part, sources
from game.window.flow import Flow
from game.window.screen import Column, Panel, Screen, reading
from game.window.screens.around import Around, back_bar, game_bar, main_button, over_title
from game.window.screens.charting import map_column
from game.window.screens.pieces import LATEST, happenings, interests, members, papers


def note_screen(page: NotePage, around: Around) -> Screen:
    """The content note."""

    def write(flow: Flow) -> None:
        flow.prose(page.paragraphs, flow.theme.body, between=12)

    columns = reading("note", write, tab=around.speech("window.content-note"))
    return _plain("note", page.title, write_columns=columns, page=page, around=around)


def hand_over_screen(page: HandOverPage, around: Around) -> Screen:
    """Between two persons: nothing of anybody's."""

    def write(flow: Flow) -> None:
        flow.gap(24)
        with flow.card(flow.kit.palette.sheet, pad=26):
            flow.name(page.seat.name)
            flow.gap(8)
            flow.double_rule()
            flow.gap(12)
            for paragraph in page.paragraphs:
                flow.text(paragraph, flow.theme.lead, "centre")
        flow.gap(24)

    columns = (Column((Panel("hand-over", write, fits=True, tab=page.seat.name, folder=True),), widest=680),)
    return _plain("hand-over", page.title, write_columns=columns, page=page, around=around)


def consequence_screen(page: ConsequencePage, around: Around, chart: MapPage | None = None) -> Screen:
    """What has happened since this seat last decided, beside the map as it stands now."""

    def write(flow: Flow) -> None:
        if page.earlier:
            flow.text(around.speech("window.until-then"), flow.theme.quiet_italic)
            flow.gap(10)
        happenings(flow, page.happened, around.speech, page.earlier)

    longer = (replace(button_for(one), hint="L") for one in page.actions[1:])
    return Screen(
        place=f"consequence:{page.seat.party}:{_steps(page)}",
        title=page.title,
        over_title=over_title(around, page.seat),
        date=page.date,
        columns=(
            Column((Panel("consequence", write, fits=chart is None),), 0.56, 760 if chart else 820),
            *map_column(chart, around.speech, 0.44),
        ),
        bar=game_bar(around, main_button(page.actions[0]), *longer),
        first=f"do:{page.actions[0].id}",
        escape="menu",
        read_first="consequence",
        shows=LATEST if page.earlier else "",
    )


def briefing_screen(page: BriefingPage, around: Around, *, again: bool = False) -> Screen:
    """A seat's own brief, with its delegation, what it weighs and its papers."""
    speech = around.speech

    def write_brief(flow: Flow) -> None:
        flow.prose(page.brief, between=10)
        flow.gap(6)
        flow.stamp(speech("window.secret"))
        if page.members:
            part(flow, speech("window.members"), first=True)
            flow.text(speech("members.words"), flow.theme.quiet_italic)
            flow.gap(6)
            members(flow, page.members)

    def write_desk(flow: Flow) -> None:
        interests(flow, page.interests, speech, numbers=around.numbers)
        if page.documents:
            part(flow, speech("window.documents"))
            papers(flow, page.documents, speech)

    main = () if again else (main_button(page.actions[0]),)
    return Screen(
        place=f"briefing:{page.seat.party}:{again}",
        title=page.title,
        over_title=over_title(around, page.seat),
        date=page.dates,
        columns=(
            Column((Panel("brief", write_brief, tab=speech("window.brief")),), 0.58),
            Column((Panel("desk", write_desk, tab=speech("window.interests")),), 0.42),
        ),
        bar=back_bar(around) if again else game_bar(around, *main),
        first="do:back" if again else f"do:{page.actions[0].id}",
        escape="back" if again else "menu",
        read_first="" if again else "brief",
    )


def document_screen(page: DocumentPage, around: Around) -> Screen:
    """One paper."""

    def write(flow: Flow) -> None:
        flow.text(page.date, flow.theme.typed, "right")
        flow.gap(4)
        flow.double_rule()
        flow.gap(12)
        flow.prose(page.paragraphs, flow.theme.typed, between=12)
        if page.secret:
            flow.gap(4)
            flow.stamp(around.speech("window.secret"))
        if page.note:
            flow.gap(14)
            flow.text(page.note, flow.theme.quiet_italic)
        if page.sources:
            part(flow, around.speech("window.sources"))
            sources(flow, page.sources)

    return Screen(
        place="document",
        title=page.title,
        over_title=over_title(around, page.seat),
        columns=reading("document", write, tab=around.speech("window.documents")),
        bar=back_bar(around),
        first="do:back",
        escape="back",
        sources=page.sources,
    )


def over_screen(page: OverPage, around: Around, chart: MapPage | None = None) -> Screen:
    """How it came out, beside the map as it stands at the end."""

    def write(flow: Flow) -> None:
        flow.prose(page.ending, flow.theme.body, between=12)
        flow.gap(8)
        flow.stamp(page.date, flow.theme.stamp_date)

    return Screen(
        place="over",
        title=page.title,
        date=page.date,
        columns=(
            Column((Panel("over", write, fits=chart is None),), 0.56, 760),
            *map_column(chart, around.speech, 0.44),
        ),
        bar=game_bar(around, main_button(page.actions[0])),
        first=f"do:{page.actions[0].id}",
        escape="menu",
        sources=page.sources,
        read_first="over",
    )


def _plain(
    place: str, title: str, write_columns: tuple[Column, ...], page: NotePage | HandOverPage, around: Around
) -> Screen:
    buttons: tuple[Button, ...] = game_bar(around, main_button(page.actions[0]))
    seat = page.seat.party if isinstance(page, HandOverPage) else ""
    first = f"do:{page.actions[0].id}"
    return Screen(f"{place}:{seat}", title, write_columns, buttons, first=first, escape="menu", read_first=place)


def _steps(page: ConsequencePage) -> str:
    """Which steps are told of and at what length: in no language, so that another one keeps the place."""
    return "|".join(f"{one.step}:{len(one.words)}:{len(one.accounts)}:{len(one.lines)}" for one in page.happened)
