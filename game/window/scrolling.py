"""How far each panel of a screen is scrolled: by how much, to where, by its bar; and which were read to their end.

What is to be scrolled, and when, is for the stage to say.
"""

from __future__ import annotations

from collections.abc import Iterable

import pygame

from game.window.columns import PlacedPanel
from game.window.flow import Kit

_ROOM = 14
"""What is shown of a panel above and below the spot that is scrolled into view."""
_BESIDE = 8
"""How far the bar stands from the edge, and how far off it can still be taken hold of."""


class Scrolling:
    """The places of panels, by their names; those of `before` are taken over."""

    def __init__(self, kit: Kit, before: Scrolling | None = None) -> None:
        self._kit = kit
        self.places: dict[str, int] = dict(before.places) if before is not None else {}
        self.read: set[str] = set(before.read) if before is not None else set()
        self._dragged: tuple[PlacedPanel, int, int] | None = None

    def place(self, panel: PlacedPanel) -> int:
        """How far a panel is scrolled down."""
        return self.places.get(panel.name, 0)

    def offset(self, panel: PlacedPanel) -> tuple[int, int]:
        """Where the upper left corner of what a panel shows lies in the window."""
        return panel.view.left, panel.view.top - self.place(panel)

    def by(self, panel: PlacedPanel, distance: int) -> bool:
        """Scrolls by a distance; tells whether anything moved."""
        return self.to(panel, self.place(panel) + distance)

    def to(self, panel: PlacedPanel, place: int) -> bool:
        """Scrolls to a place, or to the end before it; tells whether anything moved."""
        before = self.place(panel)
        self.places[panel.name] = min(max(place, 0), panel.most)
        if self.places[panel.name] >= panel.most:
            self.read.add(panel.name)
        return self.places[panel.name] != before

    def show(self, panel: PlacedPanel, rect: pygame.Rect) -> None:
        """Scrolls until something on a panel can be seen, its beginning before its end."""
        room, place = self._kit.px(_ROOM), self.place(panel)
        if rect.bottom + room > place + panel.view.height:
            place = rect.bottom + room - panel.view.height
        if rect.top - room < place:
            place = rect.top - room
        self.to(panel, place)

    # The bar

    def bar(self, panel: PlacedPanel) -> tuple[pygame.Rect, pygame.Rect] | None:
        """The track of a panel's bar and the thumb on it; None where all of the panel is seen."""
        if not panel.most:
            return None
        width, inset = self._kit.px(self._kit.spaces.scrollbar), self._kit.px(_BESIDE)
        track = pygame.Rect(panel.paper.right - inset - width, panel.view.top, width, panel.view.height)
        height = max(2 * width, track.height * panel.view.height // panel.sheet.height)
        top = track.top + (track.height - height) * self.place(panel) // panel.most
        return track, pygame.Rect(track.left, top, width, height)

    @property
    def is_dragged(self) -> bool:
        """Whether a bar is being held."""
        return self._dragged is not None

    def take_hold(self, panels: Iterable[PlacedPanel], at: tuple[int, int]) -> bool:
        """Takes hold of the bar under a place of the window; tells whether there is one."""
        for panel in panels:
            bar = self.bar(panel)
            if bar is not None and bar[0].inflate(self._kit.px(_BESIDE), 0).collidepoint(at):
                self._dragged = (panel, at[1], self.place(panel))
                return True
        return False

    def drag(self, at: tuple[int, int]) -> bool:
        """Moves the bar that is held; tells whether anything moved."""
        if self._dragged is None:
            return False
        panel, start, place = self._dragged
        return self.to(panel, place + round((at[1] - start) * panel.sheet.height / panel.view.height))

    def let_go(self) -> None:
        """Lets go of the bar."""
        self._dragged = None
