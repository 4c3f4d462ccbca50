"""Where the parts of a screen lie in a window of some size: head, panels, bar.

Columns stand beside each other, or in a narrow window as one. Text is laid out once for each size. Nothing
here draws or keeps state.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pygame

from game.present.breaking import has_thai
from game.window.controls import Button, buttons
from game.window.flow import Flow, Kit, Writer
from game.window.screen import Column, Panel, Screen
from game.window.sheet import Sheet
from game.window.theme import Style

if TYPE_CHECKING:
    from game.present.mapping import MapPage

NARROW = 900
"""Below this width, in pixels of the 1280 × 720 layout, columns become one."""
HEAD_SHARE = 0.2
"""The share of a window's height that the head of a page may take before it makes room."""
HEAD_SHARE_OF_A_MAP = 0.12
"""The same where a map is the page, which cannot scroll."""
LOW = 400
"""Below this height, in pixels of the 1280 × 720 layout, the head of a dialog scrolls along with it."""
LEAST_MAPS = 560
"""From this width on, in pixels of the 1280 × 720 layout, columns that all show maps stay beside each other."""
_THAI_GAP = 3
BLOTTED = 0.75
"""The share of a window's width up to which a paper that lies alone has a blotter under it."""
LOWEST = 140
"""Below this height, in pixels of the 1280 × 720 layout, a panel that scrolls is joined with what lies beneath it."""


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
    joined = len(columns) < len([one for one in screen.columns if one.aside is None])
    return Layout(size, _columns(columns, kit, room), head, (margin, gap), bar, (margin, bar_top), joined=joined)


def _can_bear_head(columns: tuple[Column, ...]) -> bool:
    return columns[0].panels[0].chart is None


def _with_head_on_paper(screen: Screen, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The head written at the top of the first paper, where it scrolls along: a low window has no room above it."""
    first, *others = columns[0].panels
    below = first.write if first.head is None else _one_after_another(first.head, first.write)

    def write(flow: Flow) -> None:
        _over_title(flow, screen, flow.theme.label)
        flow.heading(screen.title)
        flow.text(screen.date, flow.theme.note)
        flow.gap(8)
        below(flow)

    panels = (replace(first, write=write, head=None), *others)
    return (replace(columns[0], panels=panels), *columns[1:])


def _head(screen: Screen, kit: Kit, width: int) -> Sheet:
    flow = Flow(kit, width)
    _over_title(flow, screen, kit.theme.over_title)
    flow.two_sided(screen.title, kit.theme.title, screen.date, kit.theme.date)
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
    return ((_joined(kept),) if narrow and len(kept) > 1 and not drawn else kept), aside


def _columns(columns: tuple[Column, ...], kit: Kit, room: pygame.Rect) -> tuple[PlacedPanel, ...]:
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
    gap = kit.px(kit.spaces.gap)
    fitting = {panel.name: _sheet(panel.write, kit, room.width) for panel in column.panels if panel.fits}
    paddings = {panel.name: 2 * _padding(kit, panel) for panel in column.panels}
    taken = sum(sheet.height + paddings[name] for name, sheet in fitting.items()) + gap * (len(column.panels) - 1)
    taken += sum(_tab_height(panel, kit) for panel in column.panels[1:])
    others = len(column.panels) - len(fitting)
    shares = sum(panel.share for panel in column.panels if not panel.fits)
    # What fits its content still leaves the panels that scroll at least two fifths of the column.
    left_over = max(room.height - taken, room.height * 2 // 5) if others else room.height - taken
    if others and fitting and left_over // others < kit.px(LOWEST):
        return [_placed(_as_one(column.panels), kit, room)]
    above = max(0, room.height - taken) // (2 if column.panels[0].folder else 3)
    placed, top = [], room.top if others else room.top + above
    for number, panel in enumerate(column.panels):
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
        head, sheet = None, _sheet(_one_after_another(panel.head, panel.write), kit, paper.width)
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
            (panel.write if panel.head is None else _one_after_another(panel.head, panel.write))(flow)

    return Panel(first.name, write, tight=first.tight)


def _one_after_another(first: Writer, second: Writer) -> Writer:
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


def _joined(columns: tuple[Column, ...]) -> Column:
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
