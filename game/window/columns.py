"""Where panels lie in columns side by side, and each panel's paper, head and sheet.

What a window has no room for gives way: a head scrolls along, a panel has a shorter form, panels become one. Nothing
here draws or keeps state.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.window.flow import Flow, Kit, Writer
from game.window.screen import Column, Panel
from game.window.sheet import Sheet

if TYPE_CHECKING:
    from game.present.mapping import MapPage

LOWEST = 140
"""Below this height, in pixels of the 1280 × 720 layout, a panel that scrolls is joined with what lies beneath it."""
SCARCE = 190
"""Below this height, in pixels of the 1280 × 720 layout, of what scrolls, panels stand there in their shorter forms."""


@dataclass(frozen=True, slots=True)
class PlacedPanel:
    """A panel with its paper, the part of it that shows the sheet, and the sheet; `head` lies above that part.

    `tab` is the place of the tab that sticks out above the paper, `label` what is written on it.
    """

    name: str
    paper: pygame.Rect
    view: pygame.Rect
    sheet: Sheet
    head: Sheet | None = None
    tab: pygame.Rect | None = None
    label: Sheet | None = None
    chart: MapPage | None = None
    enters: str = ""
    folder: bool = False

    @property
    def head_at(self) -> tuple[int, int]:
        """Where the head lies: right above the part that scrolls."""
        return self.view.left, self.view.top - (self.head.height if self.head else 0)

    @property
    def clip(self) -> pygame.Rect:
        """The part of the paper that the sheet may show on."""
        inside = self.paper.inflate(-2, -2)
        top = self.view.top if self.head else inside.top
        return pygame.Rect(inside.left, top, inside.width, inside.bottom - top)

    @property
    def chart_area(self) -> pygame.Rect:
        """Where the map lies, on a panel that shows one: all of the paper but its margin and head."""
        margin = (self.view.left - self.paper.left) // 2
        top = self.view.top if self.head else self.paper.top + margin
        return pygame.Rect(
            self.paper.left + margin,
            top,
            max(1, self.paper.width - 2 * margin),
            max(1, self.paper.bottom - margin - top),
        )

    @property
    def most(self) -> int:
        """How far it can be scrolled."""
        return max(0, self.sheet.height - self.view.height)


def place_columns(columns: tuple[Column, ...], kit: Kit, room: pygame.Rect) -> tuple[PlacedPanel, ...]:
    """Places the panels of columns side by side in a part of the window."""
    gap = kit.px(kit.spaces.gap)
    if any(column.panels[0].tab for column in columns):
        room = pygame.Rect(
            room.left, room.top + kit.px(kit.spaces.tab), room.width, room.height - kit.px(kit.spaces.tab)
        )
    widths = _widths(columns, kit, room.width - gap * (len(columns) - 1))
    left = room.left + (room.width - sum(widths) - gap * (len(columns) - 1)) // 2
    placed: list[PlacedPanel] = []
    for column, width in zip(columns, widths, strict=True):
        placed += _column(column, kit, pygame.Rect(left, room.top, width, room.height))
        left += width + gap
    return tuple(placed)


def _widths(columns: tuple[Column, ...], kit: Kit, room: int) -> list[int]:
    total = sum(column.share for column in columns)
    wished = [int(room * column.share / total) for column in columns]
    return [
        min(wish, kit.px(column.widest)) if column.widest else wish
        for wish, column in zip(wished, columns, strict=True)
    ]


def _column(column: Column, kit: Kit, room: pygame.Rect) -> list[PlacedPanel]:
    """The panels of a column; where too little of one that scrolls is seen, in their shorter forms."""
    placed = _placed_down(column.panels, kit, room)
    shorter = tuple(panel.low or panel for panel in column.panels)
    is_whole = len(placed) == len(column.panels)
    seen = all(one.view.height >= min(kit.px(SCARCE), one.sheet.height) for one in placed)
    if shorter == column.panels or (is_whole and seen):
        return placed
    return _placed_down(shorter, kit, room)


def _placed_down(panels: tuple[Panel, ...], kit: Kit, room: pygame.Rect) -> list[PlacedPanel]:
    """Panels above each other: those that fit what is on them, and the others in the height that these leave."""
    gap = kit.px(kit.spaces.gap)
    fitting = {panel.name: _sheet(panel.write, kit, room.width) for panel in panels if panel.fits}
    paddings = {panel.name: 2 * _padding(kit, panel) for panel in panels}
    taken = sum(sheet.height + paddings[name] for name, sheet in fitting.items()) + gap * (len(panels) - 1)
    taken += sum(_tab_height(panel, kit) for panel in panels[1:])
    others = len(panels) - len(fitting)
    shares = sum(panel.share for panel in panels if not panel.fits)
    # What fits its content still leaves the panels that scroll at least two fifths of the column.
    left_over = max(room.height - taken, room.height * 2 // 5) if others else room.height - taken
    if others and fitting and left_over // others < kit.px(LOWEST):
        return [_placed(_as_one(panels), kit, room)]
    above = max(0, room.height - taken) // (2 if panels[0].folder else 3)
    placed, top = [], room.top if others else room.top + above
    for number, panel in enumerate(panels):
        top += _tab_height(panel, kit) if number else 0
        sheet = fitting.get(panel.name) or _sheet(panel.write, kit, room.width)
        height = sheet.height + paddings[panel.name] if panel.fits else int(left_over * panel.share / shares)
        height = max(min(height, room.bottom - top), 1)
        placed.append(_placed(panel, kit, pygame.Rect(room.left, top, room.width, height), sheet))
        top += height + gap
    return placed


def _tab_height(panel: Panel, kit: Kit) -> int:
    return kit.px(kit.spaces.tab) if panel.tab else 0


def _placed(panel: Panel, kit: Kit, paper: pygame.Rect, made: Sheet | None = None) -> PlacedPanel:
    sheet = made or _sheet(panel.write, kit, paper.width)
    pad, above, scrollbar = _padding(kit), _padding(kit, panel), kit.px(kit.spaces.scrollbar)
    head = _sheet(panel.head, kit, paper.width) if panel.head else None
    most = (paper.height - 2 * above) // (3 if panel.chart else 2)
    if panel.head is not None and head is not None and head.height > most:
        # A head that leaves no room beneath it scrolls along with what it stands above; above a map it is left out.
        head, whole = None, one_after_another(panel.head, panel.write)
        sheet = Sheet(sheet.width, 0) if panel.chart else _sheet(whole, kit, paper.width)
    top = paper.top + above + (head.height if head else 0)
    height = max(1, paper.bottom - above - top)
    # A cover is the same on both sides; elsewhere the room for what scrolls is at the right.
    left = paper.left + pad + (scrollbar // 2 if panel.folder else 0)
    view = pygame.Rect(left, top, paper.width - 2 * pad - scrollbar, height)
    tab, label = _tab(panel.tab, kit, paper) if panel.tab else (None, None)
    return PlacedPanel(panel.name, paper, view, sheet, head, tab, label, panel.chart, panel.enters, panel.folder)


def _tab(words: str, kit: Kit, paper: pygame.Rect) -> tuple[pygame.Rect, Sheet]:
    """The tab above a paper, as wide as its words but no wider than the paper."""
    pad, height, step = kit.px(14), kit.px(kit.spaces.tab), kit.type.step(kit.theme.tab)
    width = min(kit.type.width(words, kit.theme.tab) + 2 * pad, paper.width - 2 * pad)
    flow = Flow(kit, max(1, width - 2 * pad), pad, max(0, (height - step) // 2))
    first = kit.type.lines(words, kit.theme.tab, flow.width)[0]
    flow.line(first, kit.theme.tab, flow.top)
    rect = pygame.Rect(paper.left + kit.px(10), paper.top - height, width, height)
    return rect, Sheet(width, height, tuple(flow.marks))


def _as_one(panels: Sequence[Panel]) -> Panel:
    """Panels of a column that has no room for each as one that scrolls, named as the first that scrolled."""
    first = next(panel for panel in panels if not panel.fits)

    def write(flow: Flow) -> None:
        for number, panel in enumerate(panels):
            flow.gap(14 if number else 0)
            if panel.tab:
                flow.label(panel.tab)
            (panel.write if panel.head is None else one_after_another(panel.head, panel.write))(flow)

    return Panel(first.name, write, tight=first.tight)


def one_after_another(first: Writer, second: Writer) -> Writer:
    """Two writers as one."""

    def write(flow: Flow) -> None:
        first(flow)
        second(flow)

    return write


def _sheet(write: Writer, kit: Kit, paper_width: int) -> Sheet:
    flow = Flow(kit, max(1, paper_width - 2 * _padding(kit) - kit.px(kit.spaces.scrollbar)))
    write(flow)
    return flow.sheet()


def _padding(kit: Kit, panel: Panel | None = None) -> int:
    return kit.px(kit.spaces.pad * 0.55 if panel is not None and panel.tight else kit.spaces.pad)


def joined(columns: tuple[Column, ...]) -> Column:
    """All columns as one scrolling panel, for a narrow window; panels that fit their content stay apart."""
    panels = [panel for column in columns for panel in column.panels]
    # A map has no room among texts; what stands above it may have.
    flowing = [panel for panel in panels if not panel.fits and (panel.chart is None or panel.head is not None)]

    def write(flow: Flow) -> None:
        for number, panel in enumerate(flowing):
            if number:
                flow.gap(16)
                flow.rule()
                flow.gap(16)
            if panel.tab:
                flow.label(panel.tab)
            panel.write(flow)

    kept = tuple(panel for panel in panels if panel.fits)
    return Column((Panel(flowing[0].name, write), *kept) if flowing else kept)
