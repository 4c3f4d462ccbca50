"""Parts that several screens are made of: advisers, figures, papers, accounts, interests, members.

Each writes lines of `game.present.parts` into a flow. Nothing here makes words of its own but headings.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.present.parts import AccountLine, AdviserLine, DocumentLine, FigureLine, Happened, InterestLine, MemberLine
from game.present.speech import Speech
from game.present.table_parts import LyingLine, Spoken
from game.window.controls import meter, part
from game.window.flow import SIDE_GAP, Flow, Writer, spot
from game.window.sheet import Spot
from game.window.theme import Style

TWO_FIGURES = 400
"""From this width on, in pixels of the 1280 × 720 layout, two figures stand beside each other."""


def advisers(flow: Flow, lines: Sequence[AdviserLine], speech: Speech) -> None:
    """Writes the advisers: who, what to do, why, and what would change their mind."""
    for number, line in enumerate(lines):
        flow.gap(9 if number else 2)
        with flow.card(fill=flow.kit.palette.sheet, pad=11):
            flow.text(speech("window.adviser", name=line.name, role=line.role), flow.theme.note)
            flow.text(line.recommends, flow.theme.subheading)
            flow.text(line.words, flow.theme.small)
            if line.would_change:
                flow.gap(3)
                flow.text(speech("window.would-change", words=line.would_change), flow.theme.quiet_italic)


def figures(flow: Flow, lines: Sequence[FigureLine], speech: Speech, *, short: bool = False) -> None:
    """Writes figures, two beside each other where there is room; each that has an account can be opened.

    `short`: without whose they are, which their heading says.
    """
    across, gap, pad = (2 if flow.width >= flow.kit.px(TWO_FIGURES) else 1), 8, 8
    room = (flow.width - flow.kit.px(gap) * (across - 1)) // across - 2 * flow.kit.px(pad)
    for first in range(0, len(lines), across):
        flow.gap(7 if first else 2)
        beside = lines[first : first + across]
        apart = any(not _fits(flow, line, speech, room, short=short) for line in beside)
        cells = [(1.0, _figure_card(line, speech, pad, short=short, apart=apart)) for line in beside]
        cells += [(1.0, lambda _: None)] * (across - len(cells))
        flow.row(cells, gap=gap, level=True)


def _figure_card(line: FigureLine, speech: Speech, pad: int, *, short: bool, apart: bool) -> Writer:
    def write(flow: Flow) -> None:
        place = (
            None if is_measure(line) else spot(f"figure:{line.column}", f"account:{line.column}", tip=line.direction)
        )
        with flow.card(fill=flow.kit.palette.sheet, spot=place, pad=pad):
            figure(flow, line, speech, short=short, apart=apart)

    return write


def figure(flow: Flow, line: FigureLine, speech: Speech, *, short: bool = False, apart: bool = False) -> None:
    """Writes one figure: its name, its value, how it has moved, and where it lies in its range.

    `apart`: the value beneath the name, as it must stand anyhow where both do not fit into one line.
    """
    name, value = (line.short if short else line.name), _value(line, speech)
    if apart or not _fits(flow, line, speech, flow.width, short=short):
        flow.text(name, flow.theme.small)
        flow.text(value, flow.theme.number, "right")
    else:
        flow.two_sided(name, flow.theme.small, value, flow.theme.number)
    if line.number is not None and line.low is not None and line.high is not None and line.high > line.low:
        meter(flow, 100 * (line.number - line.low) / (line.high - line.low), fill=flow.kit.palette.quiet)


def _value(line: FigureLine, speech: Speech) -> str:
    notes = [line.change, speech("window.believed") if line.knowledge == "believed" else ""]
    told = ", ".join(note for note in notes if note)
    return f"{line.words} ({told})" if told else line.words


def _fits(flow: Flow, line: FigureLine, speech: Speech, room: int, *, short: bool) -> bool:
    """Whether name and value fit into one line: a name beside a long value would be broken into pieces."""
    width, theme = flow.kit.type.width, flow.theme
    name = width(line.short if short else line.name, theme.small)
    return name + flow.kit.px(SIDE_GAP) + width(_value(line, speech), theme.number) <= room


def is_measure(line: FigureLine) -> bool:
    """Whether a figure is a measure, which is computed and has no account."""
    return line.number is not None and line.low is None


def since_when(flow: Flow, lines: Sequence[FigureLine], speech: Speech) -> None:
    """Says what the changes in brackets are counted from, where there are any."""
    if any(line.change for line in lines):
        flow.text(speech("figures.since"), flow.theme.quiet_italic)
        flow.gap(4)


def lying(flow: Flow, lines: Sequence[LyingLine]) -> None:
    """Writes what lies on the tables: each side's terms as a list under a heading."""
    for number, line in enumerate(lines):
        flow.gap(7 if number else 0)
        flow.text(line.heading or line.words, flow.theme.small)
        for term in line.terms:
            flow.gap(2)
            listed(flow, "•", term, flow.theme.small, indent=14)


def listed(flow: Flow, sign: str, words: str, style: Style, indent: float = 24) -> None:
    """Writes one item of a list, its lines beside the sign."""
    top = flow.top
    flow.text(sign, flow.theme.small)
    flow.top = top
    with flow.inset(left=flow.kit.px(indent)):
        flow.text(words, style)


def heard(flow: Flow, line: Spoken, style: Style) -> None:
    """Writes a move at a table as it was heard; the terms of an offer, a line for each."""
    flow.text(line.lead or line.words, style)
    for term in line.terms:
        flow.gap(2)
        listed(flow, "•", term, flow.theme.small, indent=12)


def papers(flow: Flow, lines: Sequence[DocumentLine], speech: Speech, prefix: str = "paper") -> None:
    """Writes papers by their titles; each can be opened."""
    for number, line in enumerate(lines):
        flow.gap(7 if number else 2)
        with flow.card(spot=spot(f"{prefix}:{line.id}", f"read:{line.id}"), pad=9):
            flow.two_sided(
                line.title, flow.theme.small, speech("window.unread") if line.unread else "", flow.theme.label
            )
            flow.text(" · ".join(word for word in (line.date, line.note) if word), flow.theme.note)


def accounts(flow: Flow, lines: Sequence[AccountLine], speech: Speech) -> None:
    """Writes what figures were and are, with every cause."""
    for number, line in enumerate(lines):
        flow.gap(8 if number else 2)
        changed = speech("window.account", before=line.before, after=line.after)
        flow.two_sided(line.name, flow.theme.small, changed, flow.theme.number)
        with flow.inset(left=flow.kit.px(14)):
            for item in line.items:
                flow.text(f"{item.amount} {item.because}".strip(), flow.theme.quiet)


LATEST = "latest"
"""The key of the place where what is newest begins."""


def happenings(flow: Flow, lines: Sequence[Happened], speech: Speech, earlier: int = 0) -> None:
    """Writes what has happened, each with its date and its accounts; lines of one step stand together.

    The first `earlier` of them lie further back; where the newest begins can be scrolled to.
    """
    before = None
    for number, line in enumerate(lines):
        if number == earlier > 0:
            flow.gap(22)
            here = pygame.Rect(flow.left, flow.top, 0, 0)
            flow.spots.append(Spot(LATEST, here, by_mouse=True, enabled=False))
            part(flow, speech("window.since"), first=True)
            before = None
        same = before is not None and before.step == line.step and before.title == line.title
        if not same:
            flow.gap(22 if before else 6 if number else 0)
            flow.dated(line.title, line.date)
        flow.gap(8 if same else 4)
        for said in line.spoken:
            heard(flow, said, flow.theme.body)
            flow.gap(8)
        flow.prose(line.words[len(line.spoken) :])
        for words in line.lines:
            flow.gap(5)
            listed(flow, "•", words, flow.theme.small, indent=14)
        if line.accounts:
            flow.gap(8)
            with flow.card(fill=flow.kit.palette.sheet, pad=10):
                accounts(flow, line.accounts, speech)
        before = line


def interests(flow: Flow, lines: Sequence[InterestLine], speech: Speech, *, numbers: bool) -> None:
    """Writes what one's own side weighs, and how it stands, on bars whose ends are named once."""
    if lines:
        flow.gap(2)
        flow.text(speech("window.interest-scale"), flow.theme.note)
    for number, line in enumerate(lines):
        flow.gap(10 if number else 6)
        flow.text(line.name, flow.theme.small)
        words = speech("window.interest", importance=line.importance, outlook=line.outlook)
        if numbers:
            words = f"{words} ({speech('window.interest-numbers', weight=line.weight, value=line.value)})"
        flow.text(words, flow.theme.note)
        meter(flow, line.value, fill=flow.kit.palette.green)
        if numbers:
            flow.text(line.basis, flow.theme.quiet_italic)


def members(flow: Flow, lines: Sequence[MemberLine]) -> None:
    """Writes one's own delegation."""
    for number, line in enumerate(lines):
        flow.gap(12 if number else 2)
        flow.text(line.name, flow.theme.subheading)
        flow.text(line.role, flow.theme.note)
        flow.prose(line.brief, flow.theme.small, between=4)
        flow.text(line.conviction, flow.theme.quiet_italic)


def turn_of(flow: Flow, words: str) -> None:
    """Writes that it is now the turn of another of the person's parties."""
    if words:
        with flow.card(flow.kit.palette.fold, pad=8):
            flow.text(words, flow.theme.strong)
        flow.gap(10)


def prose_part(flow: Flow, heading: str, paragraphs: Sequence[str], *, first: bool = False) -> None:
    """Writes paragraphs under a heading, if there are any."""
    if paragraphs:
        part(flow, heading, first=first)
        flow.prose(paragraphs)
