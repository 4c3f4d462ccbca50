"""One screen at one size, alive: what is focused, what is pointed at, what is pressed.

A stage turns keys and the mouse into spots that are acted on, and draws itself. It never knows what an action
does. A stage that follows another of the same page takes over its focus and scrolling
(`game.window.scrolling`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pygame

from game.window.charts import ACTION, Charts
from game.window.columns import PlacedPanel
from game.window.flow import Kit
from game.window.grounds import drawn_ground, same_papers
from game.window.layout import Layout, lay_out
from game.window.painter import paint, ring, rounded
from game.window.screen import Screen
from game.window.scrolling import Scrolling
from game.window.sheet import Spot
from game.window.targets import Target, laid, nearest

WHEEL_STEP, LINE_STEP = 72, 48
READ_ON = 0.85
"""The share of a panel that Enter reads on by, so that a line or two stay to go on from."""


@dataclass(frozen=True, slots=True)
class Left:
    """How a page was left: which one at which turn, what had the focus, how far it was scrolled."""

    place: str
    turn: str
    focus: str
    scrolling: Scrolling


class Stage:
    """A screen laid out and drawn in a window."""

    def __init__(
        self,
        screen: Screen,
        kit: Kit,
        size: tuple[int, int],
        before: Stage | None = None,
        left: Mapping[str, Left] | None = None,
    ) -> None:
        """Lays out a screen; `before` is the stage shown until now, `left` how other pages were left, by place."""
        self.screen, self.kit = screen, kit
        self.layout: Layout = lay_out(screen, kit, size)
        self.charts: Charts = Charts(self.layout, kit, before.charts if before is not None else None)
        self.hover = ""
        self._unscrolled: tuple[Target, ...] = tuple(self._spots_unscrolled())
        self._laid: tuple[list[int] | None, tuple[Target, ...]] = (None, ())
        """The spots where they lie while each panel is scrolled so far."""
        earlier = before if before is not None and _goes_on(before.screen, screen) else None
        returned = (left or {}).get(screen.place) if earlier is None else None
        kept = earlier or (returned if returned is not None and returned.turn == screen.turn else None)
        self.focus: str = kept.focus if kept else screen.first
        self.scrolling: Scrolling = Scrolling(kit, kept.scrolling if kept else None)
        if self.focused is None:
            self.focus = screen.first
        self._sliding: tuple[str, str] = before._sliding if before is not None else ("", "")
        """The row of spots along which a press is held, and what it last did there."""
        self._painted: tuple[list[int], pygame.Surface] | None = None
        """What was painted last, with how far each panel was scrolled then."""
        self._ground: pygame.Surface | None = None
        if before is not None and before.kit is kit and same_papers(self.layout, before.layout):
            self._ground = before._ground
        for panel in self.layout.panels:
            self.scrolling.to(panel, self.scrolling.place(panel))
        if kept is None:
            self._show(screen.shows)
        if kept is None and self.layout.joined:
            return  # What stood beside the focus stands above it here, and is read first.
        if earlier is None or earlier.focus != self.focus or earlier.is_focus_in_view:
            self.reveal()

    # What is there

    @property
    def left(self) -> Left:
        """How the page is left when another takes its place."""
        return Left(self.screen.place, self.screen.turn, self.focus, self.scrolling)

    @property
    def scrolled(self) -> dict[str, int]:
        """How far each panel is scrolled, by its name."""
        return self.scrolling.places

    @property
    def targets(self) -> tuple[Target, ...]:
        """Every spot in the order of Tab: panel by panel, then the bar; a panel that only scrolls is one too."""
        places = [self.scrolling.place(panel) for panel in self.layout.panels]
        if self._laid[0] != places:
            self._laid = (places, tuple(self._where_it_is(one) for one in self._unscrolled))
        return self._laid[1]

    @property
    def pressed_places(self) -> tuple[pygame.Rect, ...]:
        """Where above the bar something can be pressed now, as far as it is in view."""
        return tuple(
            target.area.clip(target.panel.clip)
            for target in self.targets
            if target.panel is not None and target.spot.enabled and not target.spot.key.startswith("scroll:")
        )

    @property
    def focused(self) -> Target | None:
        """The spot that keys act on."""
        found = next((target for target in self._unscrolled if target.spot.key == self.focus), None)
        return found and self._where_it_is(found)

    def _where_it_is(self, unscrolled: Target) -> Target:
        spot, area, panel = unscrolled.spot, unscrolled.area, unscrolled.panel
        place = self.scrolling.place(panel) if panel is not None and not spot.key.startswith("scroll:") else 0
        return Target(spot, area.move(0, -place), panel) if place else unscrolled

    def _spots_unscrolled(self) -> Iterator[Target]:
        for panel in self.layout.panels:
            yield from laid(panel.head.spots if panel.head else (), panel.head_at, None)
            if panel.chart is not None:
                yield Target(Spot(f"{ACTION}:{panel.name}", panel.view, panel.enters), panel.chart_area, None)
                continue
            yield from laid(panel.sheet.spots, panel.view.topleft, panel)
            if panel.most and all(spot.by_mouse for spot in panel.sheet.spots):
                inset = -2 * (self.kit.px(self.kit.spaces.ring) + 3)  # The ring lies inside the paper.
                yield Target(Spot(f"scroll:{panel.name}", panel.view), panel.paper.inflate(inset, inset), panel)
        yield from laid(self.layout.bar.spots, self.layout.bar_at, None)

    @property
    def is_focus_in_view(self) -> bool:
        """Whether enough of the focused spot can be seen to know what it is."""
        focused = self.focused
        if focused is None or focused.panel is None or focused.spot.key.startswith("scroll:"):
            return True
        seen = focused.area.clip(focused.panel.clip)
        return seen.height >= min(focused.area.height, focused.panel.view.height) // 2

    def at(self, place: tuple[int, int]) -> Target | None:
        """The spot under a place in the window."""
        for target in reversed(self.targets):
            inside = target.panel is None or target.panel.clip.collidepoint(place)
            if inside and target.area.collidepoint(place) and not target.spot.key.startswith(("scroll:", f"{ACTION}:")):
                return target
        return None

    # The mouse

    def point(self, place: tuple[int, int]) -> bool:
        """Moves the pointer; tells whether that changes what is drawn."""
        if self.scrolling.is_dragged:
            self.hover = ""
            return self.scrolling.drag(place)
        moved = self.charts.point(place)
        if self.charts.is_pulled:
            return moved
        target = self.at(place)
        hover = target.spot.key if target else ""
        changed, self.hover = hover != self.hover or moved, hover
        return changed

    def press(self, place: tuple[int, int]) -> Spot | None:
        """Presses the mouse; returns the spot that is acted on."""
        if self.scrolling.take_hold(self.layout.panels, place):
            return None
        target = self.at(place)
        if target is None:
            charted = self.charts.press(place)
            self.focus = f"{ACTION}:{charted.name}" if charted is not None else self.focus
            return None
        if not target.spot.by_mouse or target.spot.owner:
            self.focus = target.spot.owner or target.spot.key
        self._sliding = (target.spot.slides, target.spot.action)
        return target.spot

    def slide(self, place: tuple[int, int]) -> Spot | None:
        """Moves a press that is held along a row of spots; returns the one that is come to."""
        row = [one for one in self.targets if self._sliding[0] and one.spot.slides == self._sliding[0]]
        come_to = min(row, key=lambda one: abs(one.area.centerx - place[0]), default=None)
        if come_to is None or come_to.spot.action == self._sliding[1]:
            return None
        self._sliding = (come_to.spot.slides, come_to.spot.action)
        return come_to.spot

    def release(self) -> bool:
        """Lets go of the mouse; tells whether that changes what is drawn."""
        self._sliding = ("", "")
        self.scrolling.let_go()
        return self.charts.release()

    def wheel(self, place: tuple[int, int], notches: float) -> bool:
        """Turns the wheel over a place; tells whether anything moved."""
        if self.charts.wheel(place, notches):
            return True
        panel = next((one for one in self.layout.panels if one.paper.collidepoint(place)), None)
        panel = panel or max(self.layout.panels, key=lambda one: one.most, default=None)
        return panel is not None and self.scrolling.by(panel, round(-notches * self.kit.px(WHEEL_STEP)))

    # Keys

    def step_focus(self, by: int) -> bool:
        """Moves the focus along the order of Tab, round the end; what stands in one group is passed at once."""
        group = self.focused.spot.group if self.focused is not None else ""
        targets = [one for one in self.targets if not one.spot.by_mouse]
        targets = [one for one in targets if one.spot.key == self.focus or not group or one.spot.group != group]
        if not targets:
            return False
        keys = [target.spot.key for target in targets]
        place = keys.index(self.focus) + by if self.focus in keys else (0 if by > 0 else -1)
        self._focus_on(targets[place % len(targets)])
        return True

    def arrow(self, down: int, across: int) -> str:
        """Moves by an arrow: returns the action of a spot that takes it, else moves focus or scrolls."""
        focused = self.focused
        if focused is None:
            self._scroll_some(down * self.kit.px(LINE_STEP))
            return ""
        charted = next((one for one in self.layout.panels if self.focus == f"{ACTION}:{one.name}"), None)
        if charted is not None:
            self.charts.step(charted, down, across)
            return ""
        if across and (focused.spot.left or focused.spot.right):
            return focused.spot.left if across < 0 else focused.spot.right
        if down and focused.spot.key.startswith("scroll:") and focused.panel is not None:
            if not self.scrolling.by(focused.panel, down * self.kit.px(LINE_STEP)):
                self.step_focus(down)
            return ""
        ahead = nearest(self.targets, focused, down, across)
        if ahead is not None:
            self._focus_on(ahead)
        elif down and focused.panel is not None:
            self.scrolling.by(focused.panel, down * self.kit.px(LINE_STEP))
        return ""

    def look_first(self) -> bool:
        """Shows what Enter would act on, or what is to be read before; tells whether anything moved."""
        if not self.is_focus_in_view:
            self.reveal()
            return True
        panel = next((one for one in self.layout.panels if one.name == self.screen.read_first), None)
        if panel is None or self.focus != self.screen.first or panel.name in self.scrolling.read:
            return False
        return self.scrolling.by(panel, round(READ_ON * panel.view.height))

    def reveal(self) -> None:
        """Scrolls the focused spot into view."""
        focused = self.focused
        if focused is not None:
            self._focus_on(focused)

    def _show(self, key: str) -> None:
        """Scrolls a spot of a panel into view; the focus stays where it is."""
        for target in self._unscrolled:
            if target.spot.key != key or target.panel is None:
                continue
            if target.spot.rect.height:
                self.scrolling.show(target.panel, target.spot.rect)
            else:  # a place to begin to read from
                self.scrolling.to(target.panel, target.spot.rect.top)

    def page(self, by: float) -> bool:
        """Scrolls by a share of a panel's height; by ±infinity to an end."""
        self.hover = ""
        panel = self._scrolling_panel()
        if panel is None:
            return False
        if abs(by) == float("inf"):
            return self.scrolling.to(panel, panel.most if by > 0 else 0)
        return self.scrolling.by(panel, round(by * panel.view.height))

    def digit(self, number: int) -> Spot | None:
        """Finds the spot of a number key and focuses it."""
        target = next((one for one in self.targets if one.spot.digit == number), None)
        if target is None:
            return None
        self._focus_on(target)
        return target.spot

    def button(self, action: str) -> Spot | None:
        """Finds the button of an action and focuses it."""
        target = next((one for one in self.targets if one.spot.key == f"do:{action}"), None)
        if target is None:
            return None
        self._focus_on(target)
        return target.spot

    # Drawing

    def draw(self, surface: pygame.Surface) -> None:
        """Draws the whole screen; where only the ring or a map has moved, over what was painted before."""
        places = [self.scrolling.place(panel) for panel in self.layout.panels]
        if self._painted is None or self._painted[0] != places:
            self._painted = (places, self._paint())
        surface.blit(self._painted[1], (0, 0))
        self.charts.draw(surface)
        self._draw_ring(surface)

    def _paint(self) -> pygame.Surface:
        """Paints all but maps and ring."""
        surface = self._drawn_ground().copy()
        whole = surface.get_rect()
        paint(surface, self.kit, self.layout.head.marks, self.layout.head_at, whole)
        for panel in self.layout.panels:
            if panel.label is not None and panel.tab is not None:
                paint(surface, self.kit, panel.label.marks, panel.tab.topleft, panel.tab)
            self._draw_panel(surface, panel)
        paint(surface, self.kit, self.layout.bar.marks, self.layout.bar_at, whole)
        return surface

    def draw_over(self, surface: pygame.Surface) -> None:
        """Draws a dialog over what is there."""
        assert self.layout.frame is not None
        shade = pygame.Surface(surface.get_size(), pygame.SRCALPHA)
        shade.fill((*self.kit.palette.shadow, 150))
        surface.blit(shade, (0, 0))
        self.kit.desk.paper(surface, self.layout.frame)
        paint(surface, self.kit, self.layout.head.marks, self.layout.head_at, self.layout.frame)
        for panel in self.layout.panels:
            self._draw_panel(surface, panel)
        paint(surface, self.kit, self.layout.bar.marks, self.layout.bar_at, self.layout.frame)
        self._draw_ring(surface)

    def _draw_panel(self, surface: pygame.Surface, panel: PlacedPanel) -> None:
        paint(surface, self.kit, panel.sheet.marks, self.scrolling.offset(panel), panel.clip)
        if panel.head is not None:
            paint(surface, self.kit, panel.head.marks, panel.head_at, panel.paper.inflate(-2, -2))
        bar = self.scrolling.bar(panel)
        if bar is not None:
            radius = bar[0].width // 2
            rounded(surface, bar[0], self.kit.palette.fold, None, 1, radius)
            rounded(surface, bar[1], self.kit.palette.quiet, None, 1, radius)

    def _draw_ring(self, surface: pygame.Surface) -> None:
        hovered = next((one for one in self.targets if one.spot.key == self.hover), None)
        for target, is_focus in ((hovered, False), (self.focused, True)):
            if target is None:
                continue
            kept = surface.get_clip()
            if target.panel is not None:
                surface.set_clip(target.panel.clip.inflate(2, 2).clip(kept))
            if is_focus:
                ring(surface, self.kit, target.area)
            elif target.spot.enabled:
                self._draw_hover(surface, target)
            surface.set_clip(kept)

    def _draw_hover(self, surface: pygame.Surface, target: Target) -> None:
        """Marks what lies under the pointer: in ink on paper, in light ink on the desk, where ink would dim it."""
        kit, on_desk = self.kit, target.panel is None and not self.screen.modal
        around = target.area.inflate(kit.px(2), kit.px(2)) if on_desk else target.area
        colour = kit.palette.desk_ink if on_desk else kit.palette.quiet
        rounded(surface, around, None, colour, kit.px(2), kit.px(5))

    def _drawn_ground(self) -> pygame.Surface:
        if self._ground is None:
            self._ground = drawn_ground(self.layout, self.kit)
        return self._ground

    # Scrolling

    def _scroll_some(self, distance: int) -> None:
        panel = self._scrolling_panel()
        if panel is not None:
            self.scrolling.by(panel, distance)

    def _scrolling_panel(self) -> PlacedPanel | None:
        focused = self.focused
        named = next((panel for panel in self.layout.panels if panel.name == self.screen.pages), None)
        if named is not None:
            return named
        if focused is not None and focused.panel is not None and focused.panel.most:
            return focused.panel
        return next((panel for panel in self.layout.panels if panel.most), None)

    # Focus

    def _focus_on(self, target: Target) -> None:
        self.focus, self.hover = target.spot.key, ""
        panel = target.panel
        if panel is None or target.spot.key.startswith("scroll:"):
            return
        self.scrolling.show(panel, target.spot.rect)


def _goes_on(before: Screen, now: Screen) -> bool:
    """Tells whether the same page is shown at the same turn."""
    return (before.place, before.turn) == (now.place, now.turn)
