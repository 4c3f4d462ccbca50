"""The decisions so far as a drawn line of time with its branches, as a list, and the branches to go to or compare.

A mark or a line of one's own decision leads back to it; a branch leads to its end, to where it parted, or beside
another. Filled marks lie on the way the game has come, rings on other ways; small strokes are what others did.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pygame

from game.present.branches import BranchesPage, BranchLine
from game.present.page import HistoryPage
from game.present.parts import HistoryLine, OptionLine
from game.present.timeline import Lane, Mark, Timeline
from game.window.controls import Button, numbered_card, part
from game.window.flow import Flow, Writer, spot
from game.window.screen import Column, Panel, Screen
from game.window.screens.around import Around, back_bar, over_title
from game.window.screens.dialogs import CONFIRMED, column_dialog, dialog
from game.window.screens.pieces import listed
from game.window.sheet import Box, Disc, Spot, Stroke

LANE = 24
"""The height of a lane, in pixels of the 1280 × 720 layout."""
_LEFT, _RIGHT = 26, 16


@dataclass(frozen=True, slots=True)
class Past:
    """What has been decided on every branch, as its page is given it."""

    history: HistoryPage
    branches: BranchesPage
    timeline: Timeline


def past_screen(past: Past, around: Around) -> Screen:
    """The line of time, the list of decisions, and the branches."""
    page = past.history

    letters = {mark.line.seq: mark.letter for mark in past.timeline.marks}

    def write_list(flow: Flow) -> None:
        for number, line in enumerate(page.lines):
            flow.gap(8 if number else 0)
            _write_line(flow, line, letters.get(line.seq, ""), around)
        flow.gap(14)
        flow.text(page.note, flow.theme.quiet_italic)

    here = next((f"go:{line.seq}" for line in reversed(page.lines) if line.own and line.past), "do:back")
    drawn = (Panel("time", lambda flow: _write_time(flow, past.timeline, around), fits=True, tight=True),)
    return Screen(
        place="history",
        title=page.title,
        over_title=over_title(around, page.seat),
        columns=(
            Column((*(drawn if past.timeline.marks else ()), Panel("history", write_list)), 0.64),
            Column((Panel("branches", lambda flow: _write_branches(flow, past.branches, around)),), 0.36),
        ),
        bar=(*back_bar(around), *_comparing(past.branches, around)),
        first=here,
        escape="back",
    )


def _comparing(page: BranchesPage, around: Around) -> tuple[Button, ...]:
    """The button that sets branches beside each other: the one stood on and another, once there are two."""
    offered = _beside(page)
    if not offered:
        return ()
    action = offered[0].action if len(offered) == 1 else "beside"
    return (Button(action, around.speech("window.compare")),)


def beside_dialog(page: BranchesPage, around: Around) -> Screen:
    """Asks which branch to set beside the one that the game stands on."""
    close = Button("close", around.speech("window.close"), "Esc")
    return column_dialog("beside", around.speech("window.compare"), _beside(page), (close,))


def _beside(page: BranchesPage) -> list[Button]:
    """A button for every branch that can be set beside the one stood on; none where there is but one."""
    here = next((one.letter for one in page.lines if one.here), page.lines[0].letter if page.lines else "")
    others = (one for one in page.lines if one.letter != here)
    return [Button(f"compare:{here}:{one.letter}", f"{one.letter}: {one.name}") for one in others]


def go_dialog(line: HistoryLine, tried: str, options: Sequence[OptionLine], around: Around) -> Screen:
    """Asks whether to go back to a decision, tells what was decided there, and offers what else could be."""
    speech = around.speech

    def write(flow: Flow) -> None:
        flow.text(line.date, flow.theme.label)
        flow.text(line.words, flow.theme.small)
        if tried:
            flow.gap(6)
            flow.text(tried, flow.theme.quiet_italic)
        flow.gap(6)
        flow.text(f"{speech('window.go-title')} {speech('window.go-words')}", flow.theme.note)
        if options:
            part(flow, speech("window.otherwise"))
        for number, option in enumerate(options):
            flow.gap(7 if number else 2)
            action = f"otherwise:{line.seq}:{option.id}"
            place = spot(
                f"otherwise:{option.id}", action, enabled=option.enabled, why_not=option.why_not, digit=option.number
            )
            numbered_card(flow, option.number, place, _words(option.text))

    bar = (
        Button(f"{CONFIRMED}gone:{line.seq}", speech("window.go-back"), primary=True),
        Button("close", speech("window.not-yet"), "Esc"),
    )
    return dialog(f"go:{line.seq}", line.title, write, bar, f"do:{bar[0].action}")


def branch_dialog(branch: BranchLine, branches: BranchesPage, around: Around) -> Screen:
    """What can be done with a branch: to play on at its end, to decide anew where it parted, to compare it."""
    speech = around.speech
    others = [one.letter for one in branches.lines if one.letter != branch.letter]
    ends = speech("window.branch-over" if branch.over else "window.branch-end")
    offered = [Button(f"end:{branch.letter}", ends, primary=True)]
    offered += [Button(f"parting:{branch.letter}", speech("window.branch-parting"))] if branch.number else []
    offered += [
        Button(f"compare:{branch.letter}:{other}", speech("window.branch-beside", letter=other)) for other in others
    ]
    title = f"{branch.letter}: {branch.name}"
    return column_dialog(f"branch:{branch.letter}", title, offered, (Button("close", speech("window.close"), "Esc"),))


def _words(words: str) -> Writer:
    return lambda flow: flow.text(words, flow.theme.small)


# The list and the branches


def _write_line(flow: Flow, line: HistoryLine, letter: str, around: Around) -> None:
    speech, palette = around.speech, flow.kit.palette
    elsewhere = f"{speech('window.other-branch')} {letter}".strip()
    note = speech("window.here") if line.here else "" if line.past else elsewhere

    def write() -> None:
        flow.two_sided(f"{line.date}: {line.title}", flow.theme.note, note, flow.theme.label)
        style = flow.theme.small if line.past else flow.theme.quiet
        flow.text(line.lead or line.words, style)
        for term in line.terms:
            listed(flow, "•", term, style, indent=12)

    if line.own:
        key = f"go:{line.seq}"
        with flow.card(palette.sheet if line.past else palette.paper, None, spot(key, key), pad=9):
            write()
        return
    with flow.inset(left=flow.kit.px(10), right=flow.kit.px(10)):
        write()


def _write_branches(flow: Flow, page: BranchesPage, around: Around) -> None:
    flow.label(page.title)
    flow.gap(3)
    for number, line in enumerate(page.lines):
        flow.gap(7 if number else 0)
        with flow.inset(left=min(flow.kit.px(14) * line.depth, flow.width // 3)):
            _write_branch(flow, line, around, alone=len(page.lines) == 1)
    flow.gap(10)
    flow.prose(page.folded, flow.theme.note, between=4)
    flow.text(page.where, flow.theme.small)
    flow.gap(6)
    flow.text(page.note, flow.theme.quiet_italic)


def _write_branch(flow: Flow, line: BranchLine, around: Around, *, alone: bool) -> None:
    speech, kit = around.speech, flow.kit
    place = None if alone else spot(f"branch:{line.letter}", f"branch:{line.letter}")
    edge = kit.palette.blue if line.here else None
    counted = [speech.count("tree.decisions", line.decisions)] if line.decisions else []
    begun = speech("tree.of", parent=line.parent) if line.parent else speech("tree.first")
    with flow.card(kit.palette.sheet, edge, place, pad=9, thickness=2 if line.here else 1):
        _letter(flow, line)
        with flow.inset(left=kit.px(32)):
            flow.text(f"{line.name}{speech('tree.here') if line.here else ''}", flow.theme.small)
            flow.text(speech("terms.between").join((begun, *counted, line.ends)), flow.theme.note)


def _letter(flow: Flow, line: BranchLine) -> None:
    """Draws the letter of a branch in a disc, beside what is written next."""
    kit = flow.kit
    radius = kit.px(12)
    centre = (flow.left + radius, flow.top + radius)
    ink = kit.palette.sheet if line.here else kit.palette.ink
    edge = None if line.here else kit.palette.quiet
    flow.marks.append(Disc(centre, radius, kit.palette.blue if line.here else kit.palette.paper, edge, kit.px(1.2)))
    style = flow.theme.number.tinted(ink)
    inner = Flow(kit, 2 * radius, flow.left, centre[1] - kit.type.step(style) // 2)
    inner.text(line.letter, style, "centre")
    flow.marks += inner.marks


# The line of time


def _write_time(flow: Flow, drawn: Timeline, around: Around) -> None:
    """Draws days along the top, and beneath them a lane for each branch with its decisions."""
    kit = flow.kit
    places = _places(flow, drawn)
    _write_days(flow, drawn, places)
    top = flow.top + kit.px(4)
    heights = {lane.letter: top + kit.px(LANE) * place + kit.px(LANE) // 2 for place, lane in enumerate(drawn.lanes)}
    for lane in drawn.lanes:
        _draw_lane(flow, lane, places, heights, alone=len(drawn.lanes) == 1)
    for mark in drawn.marks:
        _draw_mark(flow, mark, (places[mark.column], heights[mark.letter]), around)
    flow.top = top + kit.px(LANE) * len(drawn.lanes)


def _places(flow: Flow, drawn: Timeline) -> list[int]:
    """How far from the left each column stands."""
    kit = flow.kit
    room = flow.width - kit.px(_LEFT) - kit.px(_RIGHT)
    step = min(kit.px(64), room / max(1, drawn.columns - 1))
    return [flow.left + kit.px(_LEFT) + round(step * column) for column in range(drawn.columns)]


def _write_days(flow: Flow, drawn: Timeline, places: list[int]) -> None:
    """Writes the dates that there is room for, and a small stroke at each day."""
    kit, style = flow.kit, flow.theme.note
    step, free = kit.type.step(style), flow.left
    for moment in drawn.moments:
        x, width = places[moment.column], kit.type.width(moment.date, style)
        left = min(max(flow.left, x - kit.px(4)), flow.left + flow.width - width - 1)
        if left >= free:
            inner = Flow(kit, width + 1, left, flow.top)
            inner.text(moment.date, style)
            flow.marks += inner.marks
            free = left + width + kit.px(12)
        foot = flow.top + step + kit.px(4)
        flow.marks.append(Stroke(((x, foot - kit.px(3)), (x, foot)), kit.palette.quiet, kit.px(1)))
    foot = flow.top + step + kit.px(4)
    flow.marks.append(Stroke(((places[0], foot), (places[-1], foot)), kit.palette.quiet, kit.px(1)))
    flow.top = foot


def _draw_lane(flow: Flow, lane: Lane, places: list[int], heights: dict[str, int], *, alone: bool) -> None:
    """Draws a branch: down from what it parted from, along its decisions, to where it ends or goes on."""
    kit, y = flow.kit, heights[lane.letter]
    ink = kit.palette.blue if lane.here else kit.palette.quiet
    thick = kit.px(2.4 if lane.here else 1.2)
    start, end = places[lane.begins], places[lane.ends] + kit.px(10)
    if lane.parent in heights:
        before = start - kit.px(9)
        flow.marks.append(Stroke(((before, heights[lane.parent]), (before, y)), ink, thick))
        start = before
    flow.marks.append(Stroke(((start, y), (end, y)), ink, thick))
    if lane.over:
        half = kit.px(5)
        flow.marks.append(Box(pygame.Rect(end, y - half, kit.px(3), 2 * half), ink))
    if not alone:
        inner = Flow(kit, kit.px(20), flow.left, y - kit.type.step(flow.theme.number) // 2)
        inner.text(lane.letter, flow.theme.number)
        flow.marks += inner.marks


def _draw_mark(flow: Flow, mark: Mark, at: tuple[int, int], around: Around) -> None:
    kit, palette, line = flow.kit, flow.kit.palette, mark.line
    x, y = at
    if line.here:
        flow.marks.append(Disc(at, kit.px(10), palette.paper, palette.accent, kit.px(2)))
    if not line.own:
        half = kit.px(5)
        flow.marks.append(Stroke(((x, y - half), (x, y + half)), palette.quiet, kit.px(1.5)))
    elif line.past:
        flow.marks.append(Disc(at, kit.px(6), palette.blue))
    else:
        flow.marks.append(Disc(at, kit.px(6), palette.sheet, palette.quiet, kit.px(1.8)))
    rect = pygame.Rect(0, 0, kit.px(16), kit.px(LANE - 2))
    rect.center = at
    tip = around.speech("terminal.history-line", date=line.date, title=line.title, words=line.words)
    if line.here:
        tip = f"{tip} ({around.speech('window.here')})"
    own = Spot(f"mark:{line.seq}", rect, f"go:{line.seq}" if line.own else "", tip=tip)
    flow.spots.append(own if line.own else replace(own, by_mouse=True))
