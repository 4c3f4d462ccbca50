"""Where the parts of a screen lie in a window of some size: head, panels, bar.

Columns stand beside each other, or in a narrow window as one. Text is laid out once for each size. Nothing
here draws or keeps state.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pygame

from game.present.breaking import has_thai
from game.window.columns import PlacedPanel, joined, one_after_another, place_columns
from game.window.controls import Button, buttons
from game.window.flow import SIDE_GAP, Flow, Kit
from game.window.screen import Column, Screen
from game.window.sheet import Sheet
from game.window.theme import Style

NARROW = 900
"""Below this width, in pixels of the 1280 × 720 layout, columns become one."""
HEAD_SHARE = 0.2
"""The share of a window's height that the head of a page may take before it makes room."""
HEAD_SHARE_OF_A_MAP = 0.12
"""The same where a map is the page, which cannot scroll."""
LOW = 400
"""Below this height, in pixels of the 1280 × 720 layout, the head of a dialog scrolls along with it."""
LEAST_MAPS = 440
"""From this width on, in pixels of the 1280 × 720 layout, columns that all show maps stay beside each other."""
_THAI_GAP = 3
BLOTTED = 0.75
"""The share of a window's width up to which a paper that lies alone has a blotter under it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A screen laid out. Head and bar are sheets at `head_at` and `bar_at`."""

    size: tuple[int, int]
    panels: tuple[PlacedPanel, ...]
    head: Sheet
    head_at: tuple[int, int]
    bar: Sheet
    bar_at: tuple[int, int]
    frame: pygame.Rect | None = None
    """The box of a dialog."""
    joined: bool = False
    """Whether columns that stand side by side in a wider window are one here."""

    @property
    def bar_places(self) -> tuple[pygame.Rect, ...]:
        """Where in the window the buttons of the bar are."""
        return tuple(spot.rect.move(self.bar_at) for spot in self.bar.spots)


def lay_out(screen: Screen, kit: Kit, size: tuple[int, int]) -> Layout:
    """Lays out a screen for a window."""
    return _dialog(screen, kit, size) if screen.modal else _whole(screen, kit, size)


def desk_between(layout: Layout, kit: Kit) -> pygame.Rect:
    """The part of the desk that head and bar leave free."""
    gap, margin, width = kit.px(kit.spaces.gap), kit.px(kit.spaces.margin), layout.size[0]
    top = layout.head_at[1] + layout.head.height + (gap if layout.head.height else 0)
    return pygame.Rect(margin, top, width - 2 * margin, max(0, layout.bar_at[1] - gap - top))


def blotter_under(layout: Layout, panel: PlacedPanel, kit: Kit) -> pygame.Rect | None:
    """Where the blotter lies under a paper that lies alone and leaves much of the desk free; None: there is none."""
    room = desk_between(layout, kit)
    free = len(layout.panels) == 1 and panel.paper.width <= BLOTTED * layout.size[0] and room.contains(panel.paper)
    around = panel.paper.inflate(kit.px(330), 0).clip(room)
    return pygame.Rect(around.left, room.top, around.width, room.height) if free else None


def _whole(screen: Screen, kit: Kit, size: tuple[int, int]) -> Layout:
    margin, gap = kit.px(kit.spaces.margin), kit.px(kit.spaces.gap)
    width = max(1, size[0] - 2 * margin)
    head = _head(screen, kit, width)
    columns, aside = _shown_columns(screen, kit, width)
    bar = _in_one_row((*screen.bar, *aside), kit, width)
    if head.height > HEAD_SHARE * size[1] and _can_bear_head(columns):
        head, columns = Sheet(width, 0), _with_head_on_paper(screen, columns)
    elif head.height > HEAD_SHARE_OF_A_MAP * size[1] and not _can_bear_head(columns):
        head = _low_head(screen, kit, width)
    top = gap + head.height + gap if head.height else gap
    bar_top = size[1] - gap - bar.height if bar.height else size[1]
    room = pygame.Rect(margin, top, width, max(kit.px(60), bar_top - gap - top))
    is_joined = len(columns) < len([one for one in screen.columns if one.aside is None])
    return Layout(
        size, place_columns(columns, kit, room), head, (margin, gap), bar, (margin, bar_top), joined=is_joined
    )


def _can_bear_head(columns: tuple[Column, ...]) -> bool:
    return columns[0].panels[0].chart is None


def _with_head_on_paper(screen: Screen, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The head written at the top of the first paper, where it scrolls along: a low window has no room above it."""
    first, *others = columns[0].panels
    below = first.write if first.head is None else one_after_another(first.head, first.write)

    def write(flow: Flow) -> None:
        _over_title(flow, screen, flow.theme.label)
        flow.heading(screen.title)
        flow.text(screen.date, flow.theme.note)
        flow.gap(8)
        below(flow)

    panels = (replace(first, write=write, head=None), *others)
    return (replace(columns[0], panels=panels), *columns[1:])


def _head(screen: Screen, kit: Kit, width: int) -> Sheet:
    """A date that finds no room beside the title stands above it, in small type, so that neither is broken."""
    flow, theme = Flow(kit, width), kit.theme
    beside = kit.type.width(screen.title, theme.title) + kit.px(SIDE_GAP) + kit.type.width(screen.date, theme.date)
    if not screen.date or beside <= width:
        _over_title(flow, screen, theme.over_title)
        flow.two_sided(screen.title, theme.title, screen.date, theme.date)
        return flow.sheet()
    flow.two_sided(screen.over_title, theme.over_title, screen.date, theme.over_title)
    flow.gap(_THAI_GAP if has_thai(screen.title) else 0)
    flow.text(screen.title, theme.title)
    return flow.sheet()


def _over_title(flow: Flow, screen: Screen, style: Style) -> None:
    """The small line over a title; Thai reaches further above and below its lines and needs a gap between the two."""
    flow.text(screen.over_title, style)
    if screen.over_title and has_thai(screen.title):
        flow.gap(_THAI_GAP)


def _low_head(screen: Screen, kit: Kit, width: int) -> Sheet:
    """The head in small type, for a map that wants the height."""
    flow = Flow(kit, width)
    over = "  ·  ".join(word for word in (screen.over_title, screen.title) if word)
    flow.two_sided(over, kit.theme.over_title, screen.date, kit.theme.over_title)
    return flow.sheet()


def _in_one_row(listed: Sequence[Button], kit: Kit, width: int) -> Sheet:
    """Buttons that take one row: with as many names of keys as fit; else without names and the last spare ones."""
    bar = _bar(listed, kit, width)
    if _rows(bar) <= 1:
        return bar
    kept = [replace(one, hint="") for one in listed]
    bar = _bar(kept, kit, width)
    if _rows(bar) <= 1:
        return _with_hints(listed, kit, width) or bar
    while _rows(bar) > 1 and any(one.spare for one in kept):
        last = max(place for place, one in enumerate(kept) if one.spare)
        kept = [*kept[:last], *kept[last + 1 :]]
        bar = _bar(kept, kit, width)
    return bar


def _with_hints(listed: Sequence[Button], kit: Kit, width: int) -> Sheet | None:
    """A row that names the keys of all buttons but the last spare ones; None where even one name is too much."""
    kept = list(listed)
    for place in sorted(range(len(kept)), key=lambda place: (kept[place].spare, place), reverse=True):
        if kept[place].hint:
            kept[place] = replace(kept[place], hint="")
            if _rows(bar := _bar(kept, kit, width)) <= 1:
                return bar
    return None


def _rows(bar: Sheet) -> int:
    return len({spot.rect.top for spot in bar.spots})


def _bar(listed: Sequence[Button], kit: Kit, width: int) -> Sheet:
    flow = Flow(kit, width)
    buttons(flow, listed, dark=True)
    return flow.sheet()


def _shown_columns(screen: Screen, kit: Kit, width: int) -> tuple[tuple[Column, ...], tuple[Button, ...]]:
    """The columns there is room for side by side, else one; and the buttons of those that are left out."""
    columns = screen.columns
    narrow = width < kit.px(NARROW) and len(columns) > 1
    out = [one for one in columns if one.aside is not None and (narrow or width < kit.px(one.least))]
    kept = tuple(column for column in columns if column not in out)
    aside = tuple(column.aside for column in out if column.aside is not None)
    # Maps are compared side by side: they stay so as long as each has some room.
    drawn = width >= kit.px(LEAST_MAPS) and all(any(panel.chart for panel in column.panels) for column in kept)
    if narrow and drawn:
        beneath = (panel.aside for column in kept for panel in column.panels if panel.aside is not None)
        aside = (*aside, *dict.fromkeys(beneath))
        kept = tuple(replace(one, panels=tuple(panel for panel in one.panels if panel.aside is None)) for one in kept)
    return ((joined(kept),) if narrow and len(kept) > 1 and not drawn else kept), aside


def _dialog(screen: Screen, kit: Kit, size: tuple[int, int]) -> Layout:
    """A box in the middle: head, one panel, bar, all on one paper."""
    pad = kit.px(kit.spaces.pad)
    width = min(kit.px(kit.spaces.dialog_width), size[0] - 2 * kit.px(kit.spaces.margin))
    inner = max(1, width - 2 * pad)
    head, bar = Flow(kit, inner), Flow(kit, inner)
    low = size[1] < kit.px(LOW)
    if not low:
        head.heading(screen.title)
    bar.rule()
    bar.gap(12)
    buttons(bar, screen.bar)
    gap = kit.px(kit.spaces.gap)
    below = kit.px(3) if head.top else 0
    scrollbar = kit.px(kit.spaces.scrollbar)
    body = Flow(kit, max(1, inner - scrollbar))
    if low:
        body.heading(screen.title)
    for column in screen.columns:
        for panel in column.panels:
            panel.write(body)
    around = 2 * pad + head.top + below + bar.top + gap
    height = min(body.top, max(kit.px(60), size[1] - 2 * kit.px(kit.spaces.margin) - around))
    frame = pygame.Rect(0, 0, width, height + around)
    frame.center = (size[0] // 2, size[1] // 2)
    view = pygame.Rect(frame.left + pad, frame.top + pad + head.top + below, inner - scrollbar, height)
    panel_paper = pygame.Rect(frame.left, view.top, frame.width, view.height).inflate(0, gap)
    placed = PlacedPanel("dialog", panel_paper, view, body.sheet())
    head_at, bar_at = (view.left, frame.top + pad), (view.left, view.bottom + gap)
    return Layout(size, (placed,), head.sheet(), head_at, bar.sheet(), bar_at, frame)
