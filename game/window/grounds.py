"""What lies under everything on a screen: the desk's top, folders, blotters and the sheets of paper themselves.

It depends on where papers lie and not on what is written on them, so that a stage keeps it from page to page.
"""

from __future__ import annotations

import pygame

from game.window.flow import Kit
from game.window.layout import Layout, blotter_under, desk_between


def drawn_ground(layout: Layout, kit: Kit) -> pygame.Surface:
    """Draws the papers of a layout on the desk, with nothing on them."""
    desk, palette = kit.desk, kit.palette
    ground = desk.top(layout.size).copy()
    for panel in layout.panels:
        colour = palette.folder if panel.folder else palette.paper
        if panel.folder:
            desk.folder(ground, panel.paper, desk_between(layout, kit))
        elif blotter := blotter_under(layout, panel, kit):
            desk.blotter(ground, blotter)
        if panel.tab is not None:
            desk.tab(ground, panel.tab, colour if panel.folder else palette.fold)
        desk.paper(ground, panel.paper, colour)
    return ground


def same_papers(one: Layout, other: Layout) -> bool:
    """Tells whether the papers of two layouts lie alike, so that the same ground serves both."""
    return one.size == other.size and _papers(one) == _papers(other)


def _papers(layout: Layout) -> list[tuple[pygame.Rect, pygame.Rect | None, bool]]:
    return [(panel.paper, panel.tab, panel.folder) for panel in layout.panels]
