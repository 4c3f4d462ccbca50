"""The page of a turn at a table: the map and what was said at the left, at the right every issue and our next offer.

While an agenda is made, what may be put on it stands there instead. What is prepared and its worth are given; a key or
a click on an issue is an action's id that changes it. Nothing here knows whether a move is legal but by the page's own
actions.
"""

from __future__ import annotations

from game.present.mapping import MapPage
from game.present.page import TablePage
from game.present.parts import SourceLine
from game.window.controls import Button, buttons, part
from game.window.flow import Flow
from game.window.screen import Column, Panel, Screen, reading
from game.window.screens.agenda import first_of_an_agenda, write_agenda, write_agenda_head, write_sending
from game.window.screens.around import Around, back_bar, game_bar, over_title
from game.window.screens.charting import small_map
from game.window.screens.drafted import Draft
from game.window.screens.issues import may_offer, write_heads, write_issues
from game.window.screens.offering import write_offers
from game.window.screens.pieces import accounts, advisers, figures, heard, papers, prose_part, since_when, turn_of

LEAST = 1000
"""From this width on, in pixels of the 1280 × 720 layout, a table has room for the map and what was said beside it."""


def table_screen(page: TablePage, draft: Draft, around: Around, chart: MapPage | None = None) -> Screen:
    """A turn at a table; `chart` is the map of what is bargained over."""

    # The last word of all is said above the issues instead.
    turns = () if page.final or page.nominating else (page.turns,)
    return Screen(
        place=f"table:{page.step}:{page.seat.party}",
        title=page.title,
        over_title=over_title(around, page.seat, page.session, page.round, *turns),
        date=page.date,
        columns=(
            Column(
                (*small_map(chart), Panel("talk", lambda flow: _talk(flow, page, around))),
                0.26,
                aside=Button("talk", around.speech("window.talk"), "F7"),
                least=LEAST,
            ),
            Column(_agenda(page, draft, around) if page.nominating else _offers(page, draft, around), 0.74),
        ),
        bar=game_bar(around, chart=chart),
        first=_first(page),
        escape="menu",
        sources=cited(page),
        turn=f"{page.session} {page.round} {page.turns}",
    )


def _offers(page: TablePage, draft: Draft, around: Around) -> tuple[Panel, ...]:
    """The issues that are bargained over, and beneath them the offers and moves."""
    return (
        Panel(
            "issues",
            lambda flow: write_issues(flow, page, draft, around),
            tight=True,
            head=lambda flow: write_heads(flow, page, around),
            low=Panel(
                "issues",
                lambda flow: write_issues(flow, page, draft, around, low=True),
                tight=True,
                head=lambda flow: write_heads(flow, page, around, low=True),
            ),
        ),
        Panel(
            "offers",
            lambda flow: write_offers(flow, page, draft, around),
            fits=True,
            tight=True,
            low=Panel("offers", lambda flow: write_offers(flow, page, draft, around, low=True), fits=True, tight=True),
        ),
    )


def _agenda(page: TablePage, draft: Draft, around: Around) -> tuple[Panel, ...]:
    """What may be put on the agenda, and beneath it what is chosen."""
    return (
        Panel(
            "agenda",
            lambda flow: write_agenda(flow, page, draft.chosen, around),
            tight=True,
            head=lambda flow: write_agenda_head(flow, page),
        ),
        Panel("sending", lambda flow: write_sending(flow, page, draft.chosen, around), fits=True, tight=True),
    )


def talk_screen(page: TablePage, around: Around) -> Screen:
    """The situation and what was said alone, for a window that has no room for it beside the table."""
    return Screen(
        place=f"talk:{page.step}:{page.seat.party}",
        title=page.title,
        over_title=over_title(around, page.seat, page.session, page.round),
        date=page.date,
        columns=reading("talk", lambda flow: _talk(flow, page, around)),
        bar=back_bar(around),
        first="do:back",
        escape="back",
        sources=cited(page),
    )


def _first(page: TablePage) -> str:
    """What the focus is on at first: an issue while offers can be made, else the move that is left."""
    if page.nominating:
        return first_of_an_agenda(page)
    if may_offer(page):
        return next((f"issue:{issue.id}" for issue in page.issues if issue.id in page.open_issues), "do:walk-out")
    accepted = any(action.id == "accept" and action.enabled for action in page.actions)
    return "do:accept" if accepted else "do:walk-out"


def _talk(flow: Flow, page: TablePage, around: Around) -> None:
    turn_of(flow, page.whose)
    for number, write in enumerate((_background, _news) if page.fresh else (_news, _background)):
        flow.gap(18 if number else 0)
        write(flow, page, around)


def cited(page: TablePage) -> tuple[SourceLine, ...]:
    """The sources of a table and of its issues' options, each once."""
    found = {source.id: source for source in page.sources}
    for issue in page.issues:
        for option in issue.options:
            found |= {source.id: source for source in option.sources if source.id not in found}
    return tuple(found.values())


def _news(flow: Flow, page: TablePage, around: Around) -> None:
    """What was said since our last turn, and what parting would mean."""
    speech = around.speech
    part(flow, speech("window.spoken"), first=True)
    if not page.spoken:
        flow.text(speech("window.silence"), flow.theme.quiet_italic)
    for number, line in enumerate(page.spoken):
        flow.gap(7 if number else 0)
        with flow.card(flow.kit.palette.paper if line.own else flow.kit.palette.sheet, pad=9):
            flow.text(line.name, flow.theme.note)
            heard(flow, line, flow.theme.small)
            if line.accounts:
                flow.gap(4)
                accounts(flow, line.accounts, speech)
    part(flow, speech("window.parting"))
    words, share = page.walk_away.words, page.walk_away.share
    flow.text(speech("window.number-share", words=words, share=share) if around.numbers else words, flow.theme.small)
    if around.numbers:
        flow.prose(page.walk_away.basis, flow.theme.quiet_italic)
    if page.parting:
        flow.gap(5)
        flow.text(page.parting, flow.theme.small)
    if page.nominating:  # Otherwise it stands among the moves.
        flow.gap(10)
        buttons(flow, [Button("guess", speech("window.guess"), "G")])


def _background(flow: Flow, page: TablePage, around: Around) -> None:
    """The situation, instructions, advice: news on the first turn, to look up later.

    What is the same at every session of a table comes last where it has sat before.
    """
    speech = around.speech
    prose_part(flow, speech("window.situation"), page.situation, first=True)
    prose_part(flow, speech("window.instructions"), page.instructions, first=not page.situation)
    for write in (_of_this_session, _of_every_session) if page.later else (_of_every_session, _of_this_session):
        write(flow, page, around)


def _of_every_session(flow: Flow, page: TablePage, around: Around) -> None:
    """How agreement is reached, what moves cost, and what counts more together."""
    speech = around.speech
    part(flow, speech("window.agreement"))
    flow.text(page.agreement, flow.theme.small)
    if page.hours is not None and page.hours.costs:
        part(flow, speech("window.hours-of-a-session"))
        flow.text(page.hours.costs, flow.theme.small)
    if page.linkages:
        part(flow, speech("window.linkages"))
        for line in page.linkages:
            words = line.words
            if around.numbers:
                words = speech("window.linkage-number", words=words, share=speech.signed(line.share))
            flow.text(words, flow.theme.small)
            flow.gap(4)


def _of_this_session(flow: Flow, page: TablePage, around: Around) -> None:
    """Advice, figures and new papers."""
    speech = around.speech
    if page.advisers:
        part(flow, speech("window.advisers"))
        advisers(flow, page.advisers, speech)
    if page.figures:
        part(flow, speech("window.figures"))
        since_when(flow, page.figures, speech)
        figures(flow, page.figures, speech)
    if page.documents:
        part(flow, speech("window.new-documents"))
        papers(flow, page.documents, speech)
