"""The grid of a table: for each issue what they ask, what we last offered, and our next offer.

At a table with an agenda only what is on it has rows of its own; the rest is written by `game.window.screens.folded`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.present.conference import live_issues, settled_issues, waiting_issues
from game.present.drafting import STARTS, starting
from game.present.page import TablePage
from game.present.speech import Speech
from game.present.table_parts import IssueLine, Position, TermOption
from game.window.controls import Button, buttons
from game.window.flow import Flow, Writer, spot
from game.window.screens.around import Around
from game.window.screens.drafted import Draft
from game.window.screens.folded import importance, worth, write_settled, write_waiting
from game.window.screens.tracks import HEIGHT, NEXT, shapes_of, signed, untorn, write_signs, write_track

_SHARES, _SHARES_OF_MANY = (0.2, 0.38, 0.42), (0.18, 0.445, 0.375)
"""The shares of a row: the name of its issue, what each side proposed last, our next offer."""
_LEAST = 560
"""From this width on, in pixels of the 1280 × 720 layout, the cells of a row stand side by side."""
_BESIDE = 230
"""From this width on, in pixels of the 1280 × 720 layout, an offer's worth stands beside the line of its options."""
_TRACK = 0.57
"""The share of our next offer that the line of options takes; beside it stands what the offer is worth."""


def may_offer(page: TablePage) -> bool:
    """Whether an offer can be made at all now."""
    return any(action.id == "propose" and action.enabled for action in page.actions)


def write_heads(flow: Flow, page: TablePage, around: Around, *, low: bool = False) -> None:
    """Writes what stays above the issues: what there is to begin from, or why not, and the heads of the columns.

    In a `low` window what there is to begin from stands after the issues.
    """
    speech = around.speech
    if may_offer(page):
        if not low:
            _write_starts(flow, page, speech)
    else:
        flow.text(why_no_offer(page), flow.theme.lead)
        flow.gap(8)
    pad = flow.kit.px(7)
    with flow.inset(pad, pad):
        _write_cells(flow, page, *_column_heads(page, speech))
    flow.gap(3)
    flow.rule()


def _write_cells(flow: Flow, page: TablePage, *cells: Writer) -> None:
    """Writes the cells of a row side by side, or where that leaves them no room, one above another."""
    if flow.width >= flow.kit.px(_LEAST):
        many = bool(page.issues) and len(page.issues[0].positions) > 2
        flow.row(tuple(zip(_SHARES_OF_MANY if many else _SHARES, cells, strict=True)), gap=10)
        return
    for cell in cells:
        cell(flow)


def write_issues(flow: Flow, page: TablePage, draft: Draft, around: Around, *, low: bool = False) -> None:
    """Writes every issue as a row of cells; at a table with an agenda, those on it, and then the others in short."""
    flow.gap(4)
    if may_offer(page) and not draft.offers and not low:
        flow.text(around.speech("window.how-to-change"), flow.theme.note)
        flow.gap(4)
    for number, issue in enumerate(page.issues if page.agenda is None else live_issues(page)):
        flow.gap(4 if number else 0)
        _write_issue(flow, page, issue, draft, around)
    if page.agenda is not None:
        flow.gap(16 if settled_issues(page) else 0)
        write_settled(flow, page, around)
        flow.gap(16 if waiting_issues(page) else 0)
        write_waiting(flow, page, around, unfolded=draft.unfolded)
    if may_offer(page) and low:
        flow.gap(10)
        _write_starts(flow, page, around.speech)


def why_no_offer(page: TablePage) -> str:
    """Why no offer can be made now."""
    if page.final:
        return page.turns
    return next((action.reason for action in page.actions if action.id == "propose" and action.reason), page.turns)


def _column_heads(page: TablePage, speech: Speech) -> tuple[Writer, Writer, Writer]:
    """The heads of the columns, with the signs by which each side is found on the line of an issue."""
    shapes, positions = shapes_of(page), _others_first(page.issues[0].positions if page.issues else ())
    sides = [(shapes[one.party], _head_of(one, speech, many=len(positions) > 2)) for one in positions]
    last = speech("window.column.draft") if may_offer(page) else speech("window.nothing-stands")
    return (
        lambda flow: flow.text(speech("window.column.issue"), flow.theme.label),
        lambda flow: write_signs(flow, sides, "label"),
        lambda flow: signed(flow, (NEXT,) if may_offer(page) else (), last, "label"),
    )


def _head_of(position: Position, speech: Speech, *, many: bool) -> str:
    """What stands beside the sign of a side above what it proposes: where there are many, its name alone."""
    if position.own:
        return speech("window.column.we" if many else "window.column.own")
    return position.name if many else speech("window.column.party", party=position.name)


def _others_first(positions: Sequence[Position]) -> list[Position]:
    """Positions in the order of the table, our own last."""
    return sorted(positions, key=lambda position: position.own)


def is_movable(page: TablePage, issue: IssueLine) -> bool:
    """Whether our next offer can say something on an issue."""
    return may_offer(page) and issue.id in page.open_issues


def _write_starts(flow: Flow, page: TablePage, speech: Speech) -> None:
    offered = [Button(f"start:{one}", speech(f"window.start.{one}")) for one in STARTS if starting(page, one)]
    flow.row(
        [
            (0.17, lambda inner: inner.text(speech("window.start"), inner.theme.label)),
            (0.83, lambda inner: buttons(inner, offered, gap=6)),
        ],
        gap=8,
    )
    flow.gap(3)


def _write_issue(flow: Flow, page: TablePage, issue: IssueLine, draft: Draft, around: Around) -> None:
    is_open = issue.id in page.open_issues
    changes = is_movable(page, issue)
    place = replace(
        spot(f"issue:{issue.id}", f"issue:{issue.id}"),
        left=f"step:{issue.id}:-1" if changes else "",
        right=f"step:{issue.id}:1" if changes else "",
        dwells=f"at-hand:{issue.id}",
    )
    palette = flow.kit.palette

    def write_name(inner: Flow) -> None:
        inner.text(issue.name, untorn(inner, issue.name, inner.theme.strong))
        inner.text(importance(issue, around), inner.theme.note)

    def write_draft(inner: Flow) -> None:
        if not changes:
            _write_standing(inner, issue, around)
        else:
            _write_step(inner, page, issue, draft, around)

    def write_sides(inner: Flow) -> None:
        _write_sides(inner, page, issue, around)

    with flow.card(palette.sheet if is_open else palette.paper, None, place, pad=5):
        _write_cells(flow, page, write_name, write_sides, write_draft)


def _write_sides(flow: Flow, page: TablePage, issue: IssueLine, around: Around) -> None:
    """What each side last proposed, behind the sign that the head names; what several propose stands once."""
    together: dict[str, list[Position]] = {}
    for position in _others_first(issue.positions):
        together.setdefault(position.option, []).append(position)
    proposed = {option: sides for option, sides in together.items() if issue.option(option) is not None}
    for option, sides in proposed.items():
        _write_position(flow, page, issue, option, sides, around)
    if not proposed:
        flow.text(around.speech("window.nothing-yet"), flow.theme.quiet_italic)


def _write_position(
    flow: Flow, page: TablePage, issue: IssueLine, offered: str, sides: Sequence[Position], around: Around
) -> None:
    """Writes what sides propose, and what it is worth to us."""
    speech, option, shapes = around.speech, issue.option(offered), shapes_of(page)
    assert option is not None
    proposer = page.standing.party if page.standing is not None else ""
    stands = issue.standing == option.id and proposer in {side.party for side in sides}
    notes = [worth(option, around), speech("window.on-the-table") if stands and not page.whole else ""]
    told = speech("terms.between").join(note for note in notes if note)
    signed(flow, [shapes[side.party] for side in sides], speech("window.proposed", option=option.text, worth=told))


def _write_standing(flow: Flow, issue: IssueLine, around: Around) -> None:
    speech = around.speech
    option = issue.option(issue.settled or issue.standing)
    if option is None:
        flow.text(speech("window.nothing-yet"), flow.theme.quiet_italic)
        return
    words = speech("window.settled", option=option.text) if issue.settled else option.text
    flow.text(words, flow.theme.small)
    flow.text(worth(option, around), flow.theme.note)


def _write_step(flow: Flow, page: TablePage, issue: IssueLine, draft: Draft, around: Around) -> None:
    """Our next offer on an issue, and beneath it the line of its options, along which it is moved."""
    speech, kit = around.speech, flow.kit
    chosen = draft.terms.get(issue.id, "")
    option = issue.option(chosen)
    words = option.text if option else speech("window.left-out")
    asked = {position.option for position in issue.positions if not position.own and position.option}
    flow.text(words, flow.theme.small.tinted(kit.palette.blue) if option else flow.theme.quiet_italic)
    notes: list[str] = []
    if option is not None:
        place, places = option.number, len(issue.options)
        notes.append(speech("window.place-among", place=place, places=places, worth=worth(option, around)))
        notes += [speech("window.as-they-ask")] if chosen in asked else []
    said = speech("terms.between").join(notes)

    def write_line(inner: Flow) -> None:
        write_track(inner, page, issue, chosen, draft.offers)

    def write_worth(inner: Flow) -> None:
        lines = len(inner.kit.type.lines(said, inner.theme.note, inner.width))
        spare = inner.kit.px(HEIGHT) - lines * inner.kit.type.step(inner.theme.note)
        inner.top += max(0, spare // 2)
        inner.text(said, inner.theme.note)

    if flow.width < flow.kit.px(_BESIDE):
        write_line(flow)
        flow.text(said, flow.theme.note)
    else:
        flow.row([(_TRACK, write_line), (1 - _TRACK, write_worth)], gap=10)
    if option is not None:
        _write_reading(flow, option, speech)


def _write_reading(flow: Flow, option: TermOption, speech: Speech) -> None:
    """What it costs beyond its row, how we read elastic words, whose consent they need, what they do to people."""
    reads = speech("wording.reads", reads=option.reads) if option.reads else ""
    people = speech("window.people", words=option.people) if option.people else ""
    for words in (option.red_line, reads, option.absent, people):
        flow.text(words, flow.theme.note)
