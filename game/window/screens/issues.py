"""The grid of a table: for each issue what they ask, what we last offered, and our next offer.

At a table with an agenda only what is on it has rows of its own; the rest is written by `game.window.screens.folded`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.present.articles import listed_names
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
from game.window.screens.tracks import NEXT, OWN, shapes_of, signed, write_track

_SHARES = (0.205, 0.25, 0.21, 0.335)
_SHARES_OF_MANY = (0.18, 0.33, 0.17, 0.32)
"""Where several others sit at the table, what they propose takes more room."""


def may_offer(page: TablePage) -> bool:
    """Whether an offer can be made at all now."""
    return any(action.id == "propose" and action.enabled for action in page.actions)


def write_heads(flow: Flow, page: TablePage, around: Around) -> None:
    """Writes what stays above the issues: what there is to begin from, or why not, and the heads of the columns."""
    speech = around.speech
    if may_offer(page):
        _write_starts(flow, page, speech)
    else:
        flow.text(why_no_offer(page), flow.theme.lead)
        flow.gap(8)
    heads, shapes = _column_heads(page, speech), _column_signs(page)
    pad = flow.kit.px(9)
    with flow.inset(pad, pad):
        cells = [_heading(head, shape) for head, shape in zip(heads, shapes, strict=True)]
        flow.row(tuple(zip(_shares(page), cells, strict=True)), gap=12)
    flow.gap(3)
    flow.rule()


def write_issues(flow: Flow, page: TablePage, draft: Draft, around: Around) -> None:
    """Writes every issue as a row of cells; at a table with an agenda, those on it, and then the others in short."""
    flow.gap(4)
    if may_offer(page):
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


def why_no_offer(page: TablePage) -> str:
    """Why no offer can be made now."""
    if page.final:
        return page.turns
    return next((action.reason for action in page.actions if action.id == "propose" and action.reason), page.turns)


def _column_heads(page: TablePage, speech: Speech) -> list[str]:
    positions = page.issues[0].positions if page.issues else ()
    others = [position for position in positions if not position.own]
    asked = speech("window.column.party", party=others[0].name) if len(others) == 1 else speech("window.column.others")
    own = speech("window.column.own")
    if _stands_whole(page) and page.standing is not None:
        stands = speech("window.on-the-table")
        asked, own = (asked, f"{own} ({stands})") if page.standing.own else (f"{asked} ({stands})", own)
    last = speech("window.column.draft") if may_offer(page) else speech("window.nothing-stands")
    return [speech("window.column.issue"), asked, own, last]


def _column_signs(page: TablePage) -> list[tuple[str, ...]]:
    """The signs under which each column stands on the line of an issue; where several others sit, rows have them."""
    shapes = shapes_of(page)
    others = tuple(shape for shape in shapes.values() if shape != OWN)
    return [(), others if len(others) == 1 else (), (OWN,), (NEXT,) if may_offer(page) else ()]


def _shares(page: TablePage) -> tuple[float, ...]:
    return _SHARES_OF_MANY if page.issues and len(page.issues[0].positions) > 2 else _SHARES


def _stands_whole(page: TablePage) -> bool:
    """Whether all of one column stands on the table, so that its head says so once."""
    return page.standing is not None and page.whole and len(page.issues[0].positions) == 2


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
    flow.gap(6)


def _heading(words: str, shapes: tuple[str, ...]) -> Writer:
    return lambda flow: signed(flow, shapes, words, "label")


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
        inner.text(issue.name, inner.theme.strong)
        inner.text(importance(issue, around), inner.theme.note)

    def write_draft(inner: Flow) -> None:
        if not changes:
            _write_standing(inner, issue, around)
        else:
            _write_step(inner, page, issue, draft, around)

    cells = (
        write_name,
        lambda inner: _write_positions(inner, page, issue, around, own=False),
        lambda inner: _write_positions(inner, page, issue, around, own=True),
        write_draft,
    )
    with flow.card(palette.sheet if is_open else palette.paper, None, place, pad=7):
        flow.row(tuple(zip(_shares(page), cells, strict=True)), gap=12)


def _write_positions(flow: Flow, page: TablePage, issue: IssueLine, around: Around, *, own: bool) -> None:
    """What each side last proposed; sides that propose the same stand together."""
    positions = [position for position in issue.positions if position.own is own]
    together: dict[str, list[Position]] = {}
    for position in positions:
        together.setdefault(position.option, []).append(position)
    for option, sides in together.items():
        _write_position(flow, page, issue, option, sides, around, named=len(positions) > 1 and len(together) > 1)


def _write_position(
    flow: Flow,
    page: TablePage,
    issue: IssueLine,
    offered: str,
    sides: Sequence[Position],
    around: Around,
    *,
    named: bool,
) -> None:
    speech, option, shapes = around.speech, issue.option(offered), shapes_of(page)
    words = option.text if option else speech("window.nothing-yet")
    parties = listed_names(speech, [side.name for side in sides])
    many = len(shapes) > 2 and not sides[0].own
    with_signs = [shapes[side.party] for side in sides] if many and option else []
    said = speech("window.position", party=parties, option=words) if named else words
    if option is None:
        flow.text(said, flow.theme.quiet_italic)
        return
    signed(flow, with_signs, said)
    proposer = page.standing.party if page.standing is not None else ""
    stands = issue.standing == option.id and proposer in {side.party for side in sides}
    told = stands and not _stands_whole(page)
    notes = [worth(option, around), speech("window.on-the-table") if told else ""]
    flow.text(speech("terms.between").join(note for note in notes if note), flow.theme.note)


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
    if option is not None:
        place = speech(
            "window.place-among", place=option.number, places=len(issue.options), worth=worth(option, around)
        )
        as_they_ask = speech("window.as-they-ask") if chosen in asked else ""
        said = speech("terms.between").join(word for word in (place, as_they_ask) if word)
        flow.text(said, flow.theme.note)
    write_track(flow, page, issue, chosen, draft.offers)
    if option is not None:
        _write_reading(flow, option, speech)


def _write_reading(flow: Flow, option: TermOption, speech: Speech) -> None:
    """What we read into elastic words, whose consent from afar they need, and what they do to people."""
    flow.text(speech("wording.reads", reads=option.reads) if option.reads else "", flow.theme.note)
    flow.text(option.absent, flow.theme.note)
    flow.text(speech("window.people", words=option.people) if option.people else "", flow.theme.note)
