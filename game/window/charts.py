"""The charts of one screen: which panels draw a map, and what mouse and keys do to it.

A stage hands over what happens on such a panel. Charts go on living from screen to screen, so that one
that is shown again at the same size need not be drawn anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from game.window.chart.view import Chart
    from game.window.columns import PlacedPanel
    from game.window.flow import Kit
    from game.window.layout import Layout

ACTION = "chart"
"""What a button of the map's own asks for: `chart:closer`, `chart:farther`, `chart:whole`."""
CLOSER = 1.35
"""How many times as close a notch of the wheel, a key or a button comes."""
_CLICK = 4
"""So many pixels a press may move and still be a click."""


class Charts:
    """The maps on the panels of a layout; those of the screen before are taken over."""

    def __init__(self, layout: Layout, kit: Kit, before: Charts | None = None) -> None:
        self._kit = kit
        self._panels = tuple(panel for panel in layout.panels if panel.chart is not None)
        self._alive: dict[str, Chart] = dict(before._alive) if before is not None and before._kit is kit else {}
        self._pulled: tuple[PlacedPanel, tuple[int, int], bool] | None = None
        for panel in self._panels:
            self._show(panel)
        for chart in self._alive.values():
            if all(chart is not self._of(panel) for panel in self._panels):
                chart.rest()

    @property
    def is_empty(self) -> bool:
        """Whether the screen shows no map."""
        return not self._panels

    @property
    def waits(self) -> int | None:
        """In how many milliseconds a map wants to be drawn again; None while all are at rest."""
        return min((wait for panel in self._panels if (wait := self._of(panel).waits) is not None), default=None)

    @property
    def is_pulled(self) -> bool:
        """Whether a map is being dragged."""
        return self._pulled is not None

    def shown(self, panel: PlacedPanel) -> Chart:
        """The chart of a panel."""
        return self._of(panel)

    def panel_at(self, place: tuple[int, int]) -> PlacedPanel | None:
        """The panel whose map lies under a place of the window."""
        return next((panel for panel in self._panels if panel.chart_area.collidepoint(place)), None)

    def draw(self, surface: pygame.Surface) -> None:
        """Draws every map in its frame."""
        for panel in self._panels:
            area = panel.chart_area
            pygame.draw.rect(surface, self._kit.palette.ink, area.inflate(2, 2), 1)
            self._of(panel).draw(surface, area.topleft)

    # The mouse

    def point(self, place: tuple[int, int]) -> bool:
        """Moves the pointer; tells whether what is drawn changes."""
        if self._pulled is not None:
            panel, last, _ = self._pulled
            right, down = place[0] - last[0], place[1] - last[1]
            if abs(right) + abs(down) > (0 if self._pulled[2] else _CLICK):
                self._of(panel).drag(right, down)
                self._pulled = (panel, place, True)
                return True
            return False
        changed = False
        for panel in self._panels:
            left, top = panel.chart_area.topleft
            inside = panel.chart_area.collidepoint(place)
            changed |= self._of(panel).point((place[0] - left, place[1] - top) if inside else None)
        return changed

    def press(self, place: tuple[int, int]) -> PlacedPanel | None:
        """Presses the mouse on a map, if there is one under it."""
        panel = self.panel_at(place)
        if panel is not None:
            self._pulled = (panel, place, False)
        return panel

    def release(self) -> bool:
        """Lets go: a map that was not moved has the region under the pointer chosen; tells whether it was one."""
        pulled, self._pulled = self._pulled, None
        if pulled is None or pulled[2]:
            return pulled is not None
        panel, place, _ = pulled
        left, top = panel.chart_area.topleft
        self._of(panel).choose((place[0] - left, place[1] - top))
        return True

    def wheel(self, place: tuple[int, int], notches: float) -> bool:
        """Turns the wheel over a map; tells whether there is one."""
        panel = self.panel_at(place)
        if panel is None:
            return False
        left, top = panel.chart_area.topleft
        self._of(panel).zoom(CLOSER**notches, (place[0] - left, place[1] - top))
        return True

    # Keys and buttons

    def step(self, panel: PlacedPanel, down: int, across: int) -> None:
        """Goes on a map by an arrow."""
        self._of(panel).step(down, across)

    def do(self, what: str) -> None:
        """Does to every map of the screen what a button of the map says."""
        for panel in self._panels:
            chart = self._of(panel)
            if what == "closer":
                chart.zoom(CLOSER)
            elif what == "farther":
                chart.zoom(1 / CLOSER)
            elif what == "whole":
                chart.whole()

    def _of(self, panel: PlacedPanel) -> Chart:
        return self._alive[panel.name]

    def _show(self, panel: PlacedPanel) -> None:
        from game.window.chart.view import Chart

        assert panel.chart is not None
        known = self._alive.get(panel.name)
        if known is not None and known.page.seat.party != panel.chart.seat.party:
            known = None  # Nothing of what one side saw and chose fades into the map of another.
        if known is not None and known.size == panel.chart_area.size:
            known.show(panel.chart)
        else:
            self._alive[panel.name] = Chart(panel.chart, self._kit, panel.chart_area.size)
            if known is not None and known.keeps_choice(panel.chart):
                self._alive[panel.name].chosen = known.chosen
