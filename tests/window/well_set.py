"""What is wrong with a screen as it is laid out, in sentences: for every test that lays screens out.

Nothing is drawn: text is measured with the faces that draw it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pygame

from game.window.columns import PlacedPanel
from game.window.flow import Kit
from game.window.layout import Layout
from game.window.notes import said_at, tip_at, tip_of
from game.window.screen import Screen
from game.window.sheet import Box, Letters, Sheet, Stamp
from game.window.stage import Stage
from game.window.targets import Target
from game.window.text import Run

LEAST_LINES = 2.5
"""So many lines of text must be seen at a time of what scrolls."""
HALO = 1


def faults(screen: Screen, kit: Kit, size: tuple[int, int]) -> list[str]:
    """Everything that is wrong with a screen in a window of some size."""
    stage = Stage(screen, kit, size)
    layout = stage.layout
    return [
        *_papers(layout, kit),
        *(fault for sheet, room in _sheets(layout, kit) for fault in _sheet(sheet, room, kit)),
        *_tabs(screen, layout),
        *_spots(stage),
        *_tips(stage, kit, size),
    ]


def said_faults(words: str, kit: Kit, size: tuple[int, int]) -> list[str]:
    """What is wrong with a sentence that is said over a screen."""
    box, flow = said_at(size, kit, words)
    return _note(box, flow.sheet(), size, words)


# Papers


def _papers(layout: Layout, kit: Kit) -> Iterator[str]:
    whole = pygame.Rect((0, 0), layout.size)
    head = pygame.Rect(layout.head_at, (layout.head.width, layout.head.height))
    bar = pygame.Rect(layout.bar_at, (layout.bar.width, layout.bar.height))
    if layout.frame is not None:
        yield from _outside(whole, layout.frame, "the dialog")
        yield from _outside(layout.frame, head, "the head")
        yield from _outside(layout.frame, bar, "the bar")
    papers = [("head", head), *((one.name, _with_tab(one)) for one in layout.panels), ("bar", bar)]
    for number, (name, paper) in enumerate(papers):
        yield from _outside(whole, paper, name)
        for other, beside in papers[number + 1 :]:
            if paper.clip(beside).height and layout.frame is None:
                yield f"{name} lies on {other}"
    for panel in layout.panels:
        least = LEAST_LINES * kit.type.step(kit.theme.body)
        seen = panel.chart_area.height if panel.chart is not None else panel.view.height
        if seen < min(least, panel.sheet.height):
            yield f"of {panel.name} only {seen} of {panel.sheet.height} pixels are seen"


def _with_tab(panel: PlacedPanel) -> pygame.Rect:
    return panel.paper.union(panel.tab) if panel.tab is not None else panel.paper


def _outside(whole: pygame.Rect, part: pygame.Rect, name: str) -> Iterator[str]:
    if part.height and not whole.contains(part):
        yield f"{name} at {tuple(part)} leaves {tuple(whole)}"


def _sheets(layout: Layout, kit: Kit) -> Iterator[tuple[Sheet, pygame.Rect]]:
    """Each sheet, and the room that it may be written in, by the sheet's own measure."""
    for sheet in (layout.head, layout.bar):
        yield sheet, pygame.Rect(0, 0, sheet.width, sheet.height)
    for panel in layout.panels:
        yield panel.sheet, pygame.Rect(0, 0, panel.view.width, panel.sheet.height)
        if panel.head is not None:
            yield panel.head, pygame.Rect(0, 0, panel.view.width, panel.head.height)
        if panel.label is not None and panel.tab is not None:
            yield panel.label, pygame.Rect((0, 0), panel.tab.size)


def _tabs(screen: Screen, layout: Layout) -> Iterator[str]:
    words = {panel.name: panel.tab for column in screen.columns for panel in column.panels}
    for panel in layout.panels:
        if panel.label is not None:
            shown = "".join(mark.text for mark in panel.label.marks if isinstance(mark, Letters))
            if _letters(shown) != _letters(words[panel.name]):
                yield f"the tab says {shown!r} of {words[panel.name]!r}"


def _letters(text: str) -> str:
    return "".join(one for one in text if one.isalnum())


# Text


def _sheet(sheet: Sheet, room: pygame.Rect, kit: Kit) -> Iterator[str]:
    lines = list(_lines(sheet, kit))
    boxes = [mark.rect for mark in sheet.marks if isinstance(mark, Box) and mark.rect.height > kit.px(16)]
    boxes.sort(key=lambda box: box.top)
    for words, rect in lines:
        if not room.contains(rect):
            yield f"{words!r} at {tuple(rect)} leaves its paper {tuple(room)}"
        for box in boxes:
            if box.top > rect.centery:
                break
            if box.collidepoint(rect.left + 1, rect.centery) and not box.contains(rect.inflate(0, -rect.height // 6)):
                yield f"{words!r} at {tuple(rect)} leaves its box {tuple(box)}"
    yield from _overlapping(lines)


def _lines(sheet: Sheet, kit: Kit) -> Iterator[tuple[str, pygame.Rect]]:
    """Every line or stamp with the box of its ink."""
    found: dict[tuple[int, int], tuple[str, pygame.Rect]] = {}
    for mark in sheet.marks:
        if isinstance(mark, Stamp):
            yield mark.words, mark.rect
        elif isinstance(mark, Letters):
            width = kit.type.reach(Run(0, mark.text, mark.face), len(mark.text), mark.style)
            ink = pygame.Rect(mark.left, mark.line.top, int(width), mark.line.height)
            words, before = found.get(mark.line.topleft, ("", ink))
            found[mark.line.topleft] = (words + mark.text, before.union(ink))
    yield from found.values()


def _overlapping(lines: Sequence[tuple[str, pygame.Rect]]) -> Iterator[str]:
    ordered = sorted(lines, key=lambda one: one[1].top)
    for number, (words, rect) in enumerate(ordered):
        for other, beneath in ordered[number + 1 :]:
            if beneath.top >= rect.bottom:
                break
            if rect.clip(beneath).width > 0:
                yield f"{words!r} at {tuple(rect)} lies on {other!r} at {tuple(beneath)}"


# What is acted on


def _spots(stage: Stage) -> Iterator[str]:
    targets = stage.targets
    whole = pygame.Rect((0, 0), stage.layout.size)
    keys = [target.spot.key for target in targets]
    if len(keys) != len(set(keys)):
        yield f"two spots have one key: {sorted(key for key in keys if keys.count(key) > 1)}"
    if stage.focused is None:
        yield "nothing is focused at first"
    walked = [target for target in targets if not target.spot.by_mouse]
    if not walked:
        yield "there is nothing that Tab could reach"
    yield from _disorder(walked)
    for target in walked:
        stage.focus = target.spot.key
        stage.reveal()
        yield from _unseen(stage, whole)


def _disorder(walked: Sequence[Target]) -> Iterator[str]:
    """Where Tab goes back: up in a column of one paper, or to the left in a row."""
    for before, after in pairwise(walked):
        if before.panel is not after.panel:
            continue
        first, second = before.area, after.area
        above = second.bottom <= first.top and first.clip(second.move(0, first.top - second.top)).width > 0
        leftward = second.right <= first.left and second.centery == first.centery
        if above or leftward:
            yield f"Tab goes back from {before.spot.key} to {after.spot.key}"


def _unseen(stage: Stage, whole: pygame.Rect) -> Iterator[str]:
    target = stage.focused
    assert target is not None
    width = stage.kit.px(stage.kit.spaces.ring)
    ring = target.area.inflate(2 * width + 2, 2 * width + 2)
    view = whole if target.panel is None else target.panel.clip.inflate(2, 2).clip(whole)
    if ring.left < view.left or ring.right > view.right:
        yield f"the ring of {target.spot.key} at {tuple(ring)} is cut at the side of {tuple(view)}"
    if target.panel is not None and ring.height > target.panel.view.height:
        view = view.inflate(0, 2 * ring.height)  # It is taller than what can be seen of it.
        if not stage.is_focus_in_view:
            yield f"{target.spot.key} is not scrolled into view"
    if ring.top < view.top or ring.bottom > view.bottom:
        yield f"the ring of {target.spot.key} at {tuple(ring)} is cut above or below by {tuple(view)}"


# Tips


def _tips(stage: Stage, kit: Kit, size: tuple[int, int]) -> Iterator[str]:
    for target in _with_tips(stage):
        box, flow = tip_at(size, kit, tip_of(target.spot), target.area)
        yield from _note(box, flow.sheet(), size, tip_of(target.spot))


def _with_tips(stage: Stage) -> list[Target]:
    """The spot with the longest tip."""
    told = [target for target in stage.targets if tip_of(target.spot)]
    return sorted(told, key=lambda target: len(tip_of(target.spot)))[-1:]


def _note(box: pygame.Rect, sheet: Sheet, size: tuple[int, int], words: str) -> list[str]:
    whole = pygame.Rect((0, 0), size)
    inside = sheet.width < box.width and sheet.height < box.height
    return [] if whole.contains(box) and inside else [f"what is said, {words!r}, lies at {tuple(box)}"]
