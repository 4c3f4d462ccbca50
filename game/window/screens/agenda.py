"""The making of an agenda at a table: which issues may be put on it, which of them are chosen, and sending them.

The issues chosen so far are given; a key or a click on one is the action `put:ISSUE`, which chooses it or takes it
off again. What may be put there is `game.present.conference`'s to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pygame

from game.present.conference import cost_words, live_issues, may_put, refused_nomination, settled_issues, waiting_issues
from game.present.page import TablePage
from game.present.speech import Speech
from game.present.table_parts import IssueLine
from game.window.controls import Button, buttons, part, tick
from game.window.flow import Flow, spot
from game.window.screens.around import Around
from game.window.screens.folded import ROOM_FOR_A_RING, falls_to, importance, write_settled
from game.window.sheet import Box, Spot


def write_agenda_head(flow: Flow, page: TablePage) -> None:
    """Writes what stays above the issues: how much room there is, and how many we may put there."""
    words = page.agenda.words[-1:] if page.agenda is not None else ()
    flow.prose(words, flow.theme.small)
    flow.gap(8)
    flow.rule()


def write_agenda(flow: Flow, page: TablePage, chosen: Sequence[str], around: Around) -> None:
    """Writes every issue that may be put on the agenda, what weighs most first; then what is on it or settled."""
    speech, waiting = around.speech, waiting_issues(page)
    told = (*page.agenda.words[:-1], *page.agenda.nominated) if page.agenda is not None else ()
    flow.gap(6)
    flow.prose(told, flow.theme.quiet_italic, between=4)
    if waiting:
        part(flow, speech("window.may-be-put" if _places(page) else "window.not-on-the-agenda"), first=not told)
        flow.gap(ROOM_FOR_A_RING)
    for number, issue in enumerate(waiting):
        flow.gap(4 if number else 0)
        _write_waiting(flow, page, issue, chosen, around)
    if waiting:
        flow.gap(8)
        flow.text(speech("window.how-to-nominate"), flow.theme.note)
    live = live_issues(page)
    if live:
        part(flow, speech("window.on-the-agenda"), first=not waiting)
        flow.gap(ROOM_FOR_A_RING)
    for number, issue in enumerate(live):
        flow.gap(4 if number else 0)
        _write_live(flow, issue, around)
    if settled_issues(page):
        flow.gap(18 if waiting or live else 0)
        write_settled(flow, page, around)


def write_sending(flow: Flow, page: TablePage, chosen: Sequence[str], around: Around) -> None:
    """Writes what is chosen, what it takes of the hours, and the two ways to end the turn."""
    speech = around.speech
    names = [issue.name for issue in page.issues if issue.id in chosen]
    flow.label(speech("window.for-the-agenda"))
    if names:
        flow.text(speech("window.names-between").join(names), flow.theme.strong)
    else:
        flow.text(speech("window.nothing-chosen"), flow.theme.quiet_italic)
    for words in (_taken(page, chosen, speech), _hours(page, speech)):
        flow.text(words, flow.theme.note)
    flow.gap(10)
    buttons(flow, _moves(page, chosen, speech))


def first_of_an_agenda(page: TablePage) -> str:
    """What the focus is on at first: the weightiest issue that may be put on the agenda, else passing."""
    may = (issue.id for issue in waiting_issues(page) if may_put(page, (), issue.id))
    return next((f"put:{issue}" for issue in may), "do:pass")


def put_button(page: TablePage, issue: IssueLine, chosen: Sequence[str], speech: Speech) -> Button:
    """The button by which an issue that is looked at alone is chosen for the agenda or taken off again."""
    if issue.id in chosen:
        return Button(f"put:{issue.id}", speech("window.take-off"))
    return Button(
        f"put:{issue.id}",
        speech("action.nominate"),
        primary=True,
        enabled=may_put(page, chosen, issue.id),
        why_not=refused_nomination(page, (*chosen, issue.id), speech),
    )


def _moves(page: TablePage, chosen: Sequence[str], speech: Speech) -> list[Button]:
    may = _places(page) > 0
    put = Button(
        "nominate",
        speech("action.nominate"),
        "Ctrl+Enter",
        primary=bool(chosen),
        enabled=bool(chosen),
        why_not=speech("window.nothing-chosen"),
    )
    return [
        *([put] if may else []),
        Button("pass", speech("window.pass"), "" if may else "Ctrl+Enter", primary=not may),
    ]


def _places(page: TablePage) -> int:
    """How many issues we may put on the agenda now."""
    return page.agenda.places if page.agenda is not None else 0


def _taken(page: TablePage, chosen: Sequence[str], speech: Speech) -> str:
    places = _places(page)
    return speech("window.places-taken", chosen=len(chosen), places=places) if places else ""


def _hours(page: TablePage, speech: Speech) -> str:
    """What putting issues on the agenda takes of the hours, or where it takes none what there is of them."""
    if page.hours is None:
        return ""
    return cost_words(page, "nominate", speech) if page.hours.nominate else page.hours.words


def _write_waiting(flow: Flow, page: TablePage, issue: IssueLine, chosen: Sequence[str], around: Around) -> None:
    kit, palette = flow.kit, flow.kit.palette
    is_chosen = issue.id in chosen
    enabled = is_chosen or may_put(page, chosen, issue.id)
    why_not = "" if enabled else refused_nomination(page, (*chosen, issue.id), around.speech)
    place = replace(
        spot(f"put:{issue.id}", f"put:{issue.id}", enabled=enabled, why_not=why_not),
        right=f"issue:{issue.id}",
        dwells=f"at-hand:{issue.id}",
    )
    fill, edge = (palette.sheet if enabled else palette.paper), (palette.blue if is_chosen else palette.line)
    with flow.card(fill, edge, place, pad=7, thickness=2 if is_chosen else 1):
        if enabled:
            ticked = pygame.Rect(flow.left, flow.top + kit.px(4), kit.px(15), kit.px(15))
            tick(flow, ticked, chosen=is_chosen, square=True)
        look = _look_width(flow, around.speech)
        _write_look(flow, issue, look, around.speech)
        with flow.inset(left=kit.px(26) if enabled else 0, right=look + kit.px(12)):
            flow.two_sided(issue.name, flow.theme.strong, importance(issue, around), flow.theme.note)
            flow.text(falls_to(issue, around), flow.theme.note)


def _look_width(flow: Flow, speech: Speech) -> int:
    return flow.kit.type.width(speech("window.ways"), flow.theme.number) + flow.kit.px(18)


def _write_look(flow: Flow, issue: IssueLine, width: int, speech: Speech) -> None:
    """A small button at the right, for the mouse: the right arrow on the row does the same."""
    kit, palette = flow.kit, flow.kit.palette
    rect = pygame.Rect(flow.left + flow.width - width, flow.top, width, kit.px(22))
    flow.marks.append(Box(rect, palette.paper, palette.quiet, 1, kit.px(4)))
    inner = Flow(kit, rect.width, rect.left, rect.top + (rect.height - kit.type.step(flow.theme.number)) // 2)
    inner.text(speech("window.ways"), flow.theme.number, "centre")
    flow.marks += inner.marks
    flow.spots.append(Spot(f"look:{issue.id}", rect, f"issue:{issue.id}", by_mouse=True, owner=f"put:{issue.id}"))


def _write_live(flow: Flow, issue: IssueLine, around: Around) -> None:
    put_by = around.speech("agenda.put-by", party=issue.put_by) if issue.put_by else ""
    with flow.card(spot=spot(f"issue:{issue.id}", f"issue:{issue.id}"), pad=7):
        flow.two_sided(issue.name, flow.theme.strong, importance(issue, around), flow.theme.note)
        flow.text(put_by, flow.theme.note)
