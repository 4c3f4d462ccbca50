"""The foot of a table: what our next offer, what stands and parting would be worth, what can be done, at what cost.

Hours, where a table has them, stand on each move before it is made.
"""

from __future__ import annotations

from dataclasses import replace

import pygame

from game.present.articles import listed_names
from game.present.conference import cost, cost_words
from game.present.drafting import taken_off
from game.present.page import TablePage
from game.present.parts import Action
from game.present.speech import Speech
from game.present.table_parts import Worth
from game.window.controls import Button, button_for, buttons, meter
from game.window.flow import Flow, Writer
from game.window.screen import Screen
from game.window.screens.around import Around
from game.window.screens.dialogs import column_dialog
from game.window.screens.drafted import Draft
from game.window.screens.issues import may_offer
from game.window.sheet import Box


def write_offers(flow: Flow, page: TablePage, draft: Draft, around: Around, *, low: bool = False) -> None:
    """Writes both packages' worth beside each other, then the moves; in a `low` window parting is left to the talk."""
    standing = _standing(page, around, low=low)
    cells: list[tuple[float, Writer]] = [(1.1, standing), *([] if low else [(0.9, _parting(page, around))])]
    if may_offer(page):
        cells.insert(0, (1, _drafted(page, draft, around, low=low)))
    flow.row(cells, gap=22)
    if not low and (page.standing is not None or draft.worth is not None):
        _tick_words(flow, page)
    if draft.worth is not None and may_offer(page):
        flow.text(draft.worth.together, flow.theme.note)
    flow.text(page.alike, flow.theme.note)
    if page.hours is not None and not may_offer(page):
        flow.text(page.hours.words, flow.theme.note)
    flow.gap(4 if low else 8)
    buttons(flow, moves(page, draft, around))


def press_dialog(page: TablePage, speech: Speech) -> Screen:
    """Asks on which issue to press, of those where there is anything to press for."""
    names = {issue.id: issue.name for issue in page.issues}
    takes = cost_words(page, "press", speech)
    listed = [_named(action, names, takes) for action in page.actions if _is_pressing(action) and action.enabled]
    return column_dialog(
        "press", speech("window.press-title"), listed, (Button("close", speech("window.not-yet"), "Esc"),)
    )


def _named(action: Action, names: dict[str, str], takes: str) -> Button:
    issue = action.id.partition(":")[2]
    confirm = f"{takes} {action.confirm}".strip()
    return Button(
        action.id, names.get(issue, action.label), enabled=action.enabled, why_not=action.reason, confirm=confirm
    )


def _drafted(page: TablePage, draft: Draft, around: Around, *, low: bool) -> Writer:
    speech = around.speech

    def write(flow: Flow) -> None:
        flow.label(speech("window.draft"))
        if draft.worth is None:
            flow.text(speech("window.draft-empty"), flow.theme.note if low else flow.theme.quiet_italic)
        else:
            _worth(flow, page, draft.worth, around, low=low)
        if page.hours is not None:
            takes = cost_words(page, "propose", speech, draft.terms) if draft.terms else ""
            flow.text(takes or page.hours.words, flow.theme.note)
        flow.text(taken_off(page, draft.terms, speech), flow.theme.note.tinted(flow.kit.palette.accent))

    return write


def _standing(page: TablePage, around: Around, *, low: bool) -> Writer:
    speech, stands = around.speech, page.standing

    def write(flow: Flow) -> None:
        if stands is None:
            flow.label(speech("window.nothing-stands"))
            flow.text(speech("window.nothing-stands-words"), flow.theme.quiet_italic)
            return
        own = speech("window.standing-own")
        flow.label(own if stands.own else speech("window.standing", proposer=stands.proposer))
        _worth(flow, page, stands.worth, around, low=low)
        # That we have yet to consent to what the other offers is plain; who else has is news.
        if len(page.issues[0].positions) > 2:
            for words in _consents(page, stands.consents, speech)[-1 if low else 0 :]:
                flow.text(words, flow.theme.note)
        elif stands.awaited and stands.own:
            flow.text(speech("window.awaited", awaited=stands.awaited), flow.theme.note)

    return write


def _tick_words(flow: Flow, page: TablePage) -> None:
    """Says what the tick on each meter stands for: our walk-away value."""
    kit = flow.kit
    flow.gap(1)
    line = kit.type.step(flow.theme.note)
    flow.marks.append(Box(pygame.Rect(flow.left, flow.top + kit.px(2), kit.px(3), line - kit.px(4)), kit.palette.ink))
    with flow.inset(left=kit.px(9)):
        flow.text(page.walk_away.words, flow.theme.note)


def _parting(page: TablePage, around: Around) -> Writer:
    """What we expect of leaving, in a sentence; where there is none, what leaving is worth to us."""

    def write(flow: Flow) -> None:
        flow.label(around.speech("window.parting"))
        if page.parting:
            flow.text(page.parting, flow.theme.small)
        if around.numbers or not page.parting:
            words, share = page.walk_away.words, page.walk_away.share
            numbered = around.speech("window.number-share", words=words, share=share) if around.numbers else words
            flow.text(numbered, flow.theme.note if page.parting else flow.theme.small)

    return write


def _consents(page: TablePage, consents: tuple[str, ...], speech: Speech) -> list[str]:
    """Who at the table has consented, and who has not yet."""
    positions = page.issues[0].positions
    kinds = (("window.consents", True), ("window.consents-not-yet", False))
    said = [(key, [one.name for one in positions if (one.party in consents) is there]) for key, there in kinds]
    return [speech(key, parties=listed_names(speech, names)) for key, names in said if names]


def _worth(flow: Flow, page: TablePage, worth: Worth, around: Around, *, low: bool) -> None:
    words = worth.words
    if around.numbers:
        words = around.speech("window.number-share", words=words, share=worth.share)
    flow.text(words, flow.theme.note if low else flow.theme.small)
    palette = flow.kit.palette
    meter(flow, worth.share, tick=page.walk_away.share, fill=palette.green if worth.enough else palette.ochre)


def moves(page: TablePage, draft: Draft, around: Around) -> list[Button]:
    """The buttons of what can be done on a turn, each with the hours it takes."""
    actions = {action.id: action for action in page.actions}
    accept = actions["accept"]
    good = accept.enabled and page.standing is not None and page.standing.worth.enough
    listed = [button_for(actions["propose"], primary=not good)] if may_offer(page) else []
    listed.append(_accept(page, accept, around.speech, good=good))
    listed += _press(page, around.speech)
    if "adjourn" in actions:
        adjourn = actions["adjourn"]
        listed.append(replace(button_for(adjourn), tip=" ".join(adjourn.details)))
    if "walk-out" in actions:
        listed.append(button_for(actions["walk-out"]))
    listed.append(Button("guess", around.speech("window.guess-move"), tip=around.speech("window.guess")))
    return [replace(one, hint=_hint(page, one.action, draft, around.speech)) for one in listed]


def _accept(page: TablePage, accept: Action, speech: Speech, *, good: bool) -> Button:
    """Consenting; the question before it says first what it takes of the hours."""
    button = button_for(accept, primary=good)
    if not accept.confirm:
        return button
    return replace(button, confirm=f"{cost_words(page, 'accept', speech)} {accept.confirm}".strip())


def _press(page: TablePage, speech: Speech) -> list[Button]:
    """Pressing, where we have anything to press with; where it cannot be done any more, says why."""
    possible = [action for action in page.actions if _is_pressing(action)]
    if not possible:
        return []
    enabled = any(action.enabled for action in possible)
    why_not = "" if enabled else possible[0].reason
    tip = " ".join((speech("tip.press"), *possible[0].details))
    return [Button("press", speech("window.press"), enabled=enabled, why_not=why_not, tip=tip)]


def _is_pressing(action: Action) -> bool:
    return action.id.startswith("press:")


_KEYS = {"propose": "O", "accept": "A", "press": "P", "guess": "G"}
"""The letters that do a move from anywhere on the page."""


def _hint(page: TablePage, action: str, draft: Draft, speech: Speech) -> str:
    """The key of a move, and the hours that it takes."""
    words = (_KEYS.get(action, ""), _takes(page, action, draft, speech))
    return "  ".join(word for word in words if word)


def _takes(page: TablePage, action: str, draft: Draft, speech: Speech) -> str:
    """The hours that a move takes, short enough for its button; empty where it takes none."""
    hours = cost(page, action, draft.terms)
    return speech.count("window.hours", hours) if hours else ""
