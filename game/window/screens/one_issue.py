"""One issue of a table alone: every way to settle it, its worth to us, who asks for it, what each side says."""

from __future__ import annotations

from game.present.articles import listed_names
from game.present.offered import on_issue
from game.present.page import TablePage
from game.present.speech import Speech
from game.present.table_parts import IssueLine, TermOption
from game.window.controls import Button, choice_row, part, sources
from game.window.flow import Flow
from game.window.screen import Screen
from game.window.screens.agenda import put_button
from game.window.screens.around import Around
from game.window.screens.dialogs import dialog
from game.window.screens.drafted import Draft
from game.window.screens.folded import importance, worth
from game.window.screens.issues import is_movable, why_no_offer
from game.window.screens.tracks import shapes_of, write_course, write_signs


def issue_dialog(page: TablePage, issue: IssueLine, prepared: Draft, around: Around) -> Screen:
    """Every way to settle an issue, what each is worth to us, who has asked for it, what each says in public."""
    speech, draft = around.speech, prepared.terms

    def write(flow: Flow) -> None:
        put_by = speech("agenda.put-by", party=issue.put_by) if issue.put_by else ""
        notes = (word for word in (importance(issue, around), put_by) if word)
        flow.text(speech("terms.between").join(notes), flow.theme.note)
        if not is_movable(page, issue):
            flow.gap(4)
            flow.text(_why_fixed(page, issue, speech), flow.theme.quiet_italic)
        for option in issue.options:
            flow.gap(7)
            _write_option(flow, page, issue, option, prepared, around)
        if not page.whole and is_movable(page, issue):
            flow.gap(7)
            chosen = issue.id not in draft
            choice_row(
                flow, "draft-none", f"draft:{issue.id}:", chosen,
                lambda inner: inner.text(speech("window.left-out"), inner.theme.small), square=False,
            )  # fmt: skip
        if on_issue(prepared.offers, issue.id):
            flow.gap(8)
            flow.text(speech("window.course"), flow.theme.note)
            shapes = shapes_of(page)
            write_signs(flow, [(shapes[one.party], one.name) for one in issue.positions])
        if issue.bound:
            flow.gap(8)
            flow.text(speech("window.bound", parties=issue.bound), flow.theme.quiet_italic)
        said = [position for position in issue.positions if position.said]
        if said:
            part(flow, speech("window.positions"))
            for position in said:
                flow.text(speech("window.position", party=position.name, option=position.said), flow.theme.small)
                flow.gap(3)
        cited = {source.id: source for option in issue.options for source in option.sources}
        if cited:
            part(flow, speech("window.sources"))
            sources(flow, cited.values())

    chosen = draft.get(issue.id)
    first = f"option:{chosen or issue.options[0].id}" if is_movable(page, issue) else ""
    put = (put_button(page, issue, prepared.chosen, speech),) if _may_be_put(page, issue) else ()
    bar = (*put, Button("close", speech("window.close"), "Esc"))
    return dialog(f"issue:{issue.id}", issue.name, write, bar, first)


def _may_be_put(page: TablePage, issue: IssueLine) -> bool:
    """Whether this is an issue to choose for the agenda that is being made."""
    return page.agenda is not None and issue.id in page.agenda.nominable and page.agenda.places > 0


def _why_fixed(page: TablePage, issue: IssueLine, speech: Speech) -> str:
    """Why nothing can be offered on an issue now; empty while the agenda is made and it may come there."""
    if issue.settled:
        return speech("window.no-offer-settled")
    if page.nominating:
        return speech("agenda.on-it", issue=issue.name) if issue.live else ""
    if not issue.live:
        return speech("agenda.not-on-it", issue=issue.name)
    return speech("window.no-offer", why=why_no_offer(page))


def _write_option(
    flow: Flow,
    page: TablePage,
    issue: IssueLine,
    option: TermOption,
    prepared: Draft,
    around: Around,
) -> None:
    speech, draft = around.speech, prepared.terms
    asking = [position.name for position in issue.positions if position.option == option.id]
    notes = [
        speech("window.asked-by", parties=listed_names(speech, asking)) if asking else "",
        speech("window.unsettled") if option.id == issue.unsettled else "",
        speech("window.option-stands") if option.id == issue.standing else "",
        option.red_line,
        speech("wording.reads", reads=option.reads) if option.reads else "",
        option.absent,
        speech("window.people", words=option.people) if option.people else "",
    ]

    def write(inner: Flow) -> None:
        inner.two_sided(option.text, inner.theme.small, worth(option, around), inner.theme.note)
        inner.text(" ".join(note for note in notes if note), inner.theme.note)
        write_course(inner, page, issue, option.id, prepared.offers)

    if is_movable(page, issue):
        action, chosen = f"draft:{issue.id}:{option.id}", draft.get(issue.id) == option.id
        choice_row(flow, f"option:{option.id}", action, chosen, write, square=False, digit=option.number)
        return
    palette = flow.kit.palette
    holds = option.id == (issue.settled or issue.standing)
    with flow.card(palette.paper, palette.blue if holds else None, pad=9):
        write(flow)
