"""Pages that are always at hand: the state, the account of a figure, papers."""

from __future__ import annotations

from game.present.page import AccountPage, DocumentsPage, StatePage
from game.window.controls import part
from game.window.flow import Flow
from game.window.screen import Column, Panel, Screen, reading
from game.window.screens.around import Around, back_bar, over_title
from game.window.screens.pieces import accounts, figure, figures, interests, papers, since_when


def state_screen(page: StatePage, around: Around) -> Screen:
    """How things stand: figures, what one's side weighs, promises."""
    speech = around.speech
    half = _half(page)

    def write_groups(flow: Flow, first: int, last: int) -> None:
        for number, group in enumerate(page.groups[first:last]):
            part(flow, group.heading, first=number == 0)
            figures(flow, group.figures, speech, short=group.of_one)

    def write_left(flow: Flow) -> None:
        since_when(flow, [figure for group in page.groups for figure in group.figures], speech)
        write_groups(flow, 0, half)
        if page.note:
            flow.gap(14)
            flow.text(page.note, flow.theme.quiet_italic)

    def write_middle(flow: Flow) -> None:
        write_groups(flow, half, len(page.groups))

    def write_right(flow: Flow) -> None:
        part(flow, speech("window.interests"), first=True)
        interests(flow, page.interests, speech, numbers=around.numbers)
        if page.promises:
            part(flow, speech("window.promises"))
            flow.prose(page.promises, flow.theme.small)

    panels = [Panel("left", write_left)]
    panels += [Panel("middle", write_middle)] if len(page.groups) > 1 else []
    panels += [Panel("right", write_right)] if page.interests or page.promises else []
    return Screen(
        place="state",
        title=page.title,
        over_title=over_title(around, page.seat),
        date=page.date,
        columns=tuple(Column((panel,)) for panel in panels),
        bar=back_bar(around),
        first="do:back",
        escape="back",
    )


def _half(page: StatePage) -> int:
    """How many groups stand at the left, so that both columns hold about as many figures."""
    sizes = [len(group.figures) for group in page.groups]
    return min(range(1, max(2, len(sizes))), key=lambda count: abs(sum(sizes[:count]) - sum(sizes[count:])))


def account_screen(page: AccountPage, around: Around) -> Screen:
    """Everything that has moved one figure."""
    speech = around.speech

    def write(flow: Flow) -> None:
        with flow.card():
            figure(flow, page.figure, speech)
        flow.gap(10)
        flow.prose(page.explanation, flow.theme.quiet, between=3)
        flow.gap(14)
        flow.text(speech("window.account-start", start=page.start), flow.theme.small)
        if not page.happened:
            flow.gap(8)
            flow.text(speech("window.unmoved"), flow.theme.quiet_italic)
        for happened in page.happened:
            flow.gap(14)
            flow.text(happened.date, flow.theme.label)
            flow.text(happened.title, flow.theme.subheading)
            accounts(flow, happened.accounts, speech)

    return Screen(
        place=f"account:{page.figure.column}",
        title=page.title,
        over_title=over_title(around, page.seat),
        columns=reading("account", write),
        bar=back_bar(around),
        first="do:back",
        escape="back",
    )


def documents_screen(page: DocumentsPage, around: Around) -> Screen:
    """The papers on the desk."""

    def write(flow: Flow) -> None:
        papers(flow, page.documents, around.speech)
        flow.gap(14)
        flow.text(page.note, flow.theme.quiet_italic)

    first = f"paper:{page.documents[0].id}" if page.documents else "do:back"
    return Screen(
        place="documents",
        title=page.title,
        over_title=over_title(around, page.seat),
        columns=reading("documents", write),
        bar=back_bar(around),
        first=first,
        escape="back",
    )
