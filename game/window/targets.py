"""The spots of a screen where they lie in the window, and the one that an arrow leads to from another.

Nothing here draws, scrolls or acts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pygame

from game.window.columns import PlacedPanel
from game.window.sheet import Spot


@dataclass(frozen=True, slots=True)
class Target:
    """A spot on the screen: `area` is where it is in the window, `panel` the panel it is on, None off the panels."""

    spot: Spot
    area: pygame.Rect
    panel: PlacedPanel | None


def laid(spots: Iterable[Spot], at: tuple[int, int], panel: PlacedPanel | None) -> list[Target]:
    """The spots of a sheet whose upper left corner lies at a place of the window."""
    return [Target(spot, spot.rect.move(at), panel) for spot in spots]


def nearest(targets: Iterable[Target], start: Target, down: int, across: int) -> Target | None:
    """The nearest spot in the direction of an arrow: on the same panel, else beyond it."""
    able = [one for one in targets if not one.spot.by_mouse]
    ahead = [one for one in able if _is_ahead(start, one, down, across)]
    if across or start.panel is not None:
        # What lies ahead on the same paper comes before another paper and the bar, however far off it is.
        ahead = [one for one in ahead if one.panel is start.panel] or ahead
    if down and not any(one.panel is start.panel for one in ahead):
        # Where a panel ends, the one above or below it in the same column comes before the bar.
        ahead = [one for one in able if _is_along(start, one, down)] or ahead
    if down > 0 and start.panel is not None and ahead and all(one.panel is None for one in ahead):
        # Below the last row of a panel lies the bar, and what one most likely wants of it comes first there.
        return ahead[0]
    return min(ahead, key=lambda one: _distance(start.area, one.area, down), default=None)


def _is_ahead(start: Target, other: Target, down: int, across: int) -> bool:
    if other.spot.key == start.spot.key:
        return False
    if down and start.panel is not None and other.panel is not start.panel and other.panel is not None:
        return False
    if down:
        return (other.area.centery - start.area.centery) * down > min(start.area.height, other.area.height) // 2
    overlap = min(start.area.bottom, other.area.bottom) - max(start.area.top, other.area.top)
    other_panel = other.panel is not start.panel
    return (other.area.centerx - start.area.centerx) * across > 0 and (overlap > 0 or other_panel)


def _is_along(start: Target, other: Target, down: int) -> bool:
    """Whether a spot is on another panel of the same column, in the direction of an arrow."""
    if start.panel is None or other.panel is None or other.panel is start.panel:
        return False
    one, two = start.panel.paper, other.panel.paper
    shared = min(one.right, two.right) - max(one.left, two.left)
    return shared > 0 and (two.centery - one.centery) * down > 0


def _distance(start: pygame.Rect, other: pygame.Rect, down: int) -> int:
    along, aside = abs(start.centerx - other.centerx), abs(start.centery - other.centery)
    return aside + along // 4 if down else along + 2 * aside
