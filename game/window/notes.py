"""Small papers that lie over everything for a moment: what is said after an action, and what a thing is.

Nothing here decides when they are shown.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.window.flow import Flow, Kit
from game.window.painter import paint, rounded
from game.window.sheet import Spot
from game.window.theme import Style

WIDEST_TIP = 330


def tip_of(spot: Spot | None) -> str:
    """What is told about a spot that is pointed at: why nothing can be done with it, else what it is."""
    if spot is None:
        return ""
    return spot.tip if spot.enabled or spot.is_told else spot.why_not


def draw_said(
    surface: pygame.Surface,
    kit: Kit,
    words: str,
    bar: Sequence[pygame.Rect] = (),
    others: Sequence[pygame.Rect] = (),
) -> None:
    """Draws what is said at the right: on the bar, above it, or at the top, where it leaves the buttons free."""
    box, flow = said_at(surface.get_size(), kit, words, bar, others)
    rounded(surface, box, kit.palette.desk, kit.palette.focus_halo, kit.px(2), kit.px(6))
    paint(surface, kit, flow.marks, (box.left + kit.px(18), box.top + kit.px(11)), box)


def said_at(
    size: tuple[int, int],
    kit: Kit,
    words: str,
    bar: Sequence[pygame.Rect] = (),
    others: Sequence[pygame.Rect] = (),
) -> tuple[pygame.Rect, Flow]:
    """Where in a window of some size a sentence is said, and the sentence as it is written there.

    `bar` are the places of buttons that it leaves free where there is room above them, and `others` those above,
    for which it goes to the top.
    """
    pad = kit.px(18)
    # As wide as the window where need be: in one line it lies over the bar alone.
    widest = max(kit.type.width(line, kit.theme.toast) for line in words.split("\n"))
    width = min(size[0] - kit.px(24), widest + 2 * pad + 2)
    flow = _written(kit, words, kit.theme.toast, width - 2 * pad)
    box = pygame.Rect(0, 0, width, flow.top + 2 * kit.px(11))
    box.bottomright = (size[0] - kit.px(12), size[1] - kit.px(8))
    if box.collidelist(list(bar)) >= 0:
        box.bottom = max(min(place.top for place in bar) - kit.px(8), box.height)
        if box.collidelist(list(others)) >= 0:
            box.top = kit.px(8)
    return box, flow


def draw_tip(surface: pygame.Surface, kit: Kit, words: str, about: pygame.Rect) -> None:
    """Draws a few words about a thing beneath it, or above it where there is no room."""
    box, flow = tip_at(surface.get_size(), kit, words, about)
    kit.desk.paper(surface, box, kit.palette.sheet)
    paint(surface, kit, flow.marks, (box.left + kit.px(10), box.top + kit.px(7)), box)


def tip_at(size: tuple[int, int], kit: Kit, words: str, about: pygame.Rect) -> tuple[pygame.Rect, Flow]:
    """Where in a window of some size a few words about a thing stand, and the words as they are written there."""
    whole, pad = pygame.Rect((0, 0), size), kit.px(10)
    style = kit.theme.small
    width = min(kit.px(WIDEST_TIP), kit.type.width(words, style) + 2 * pad + 2, whole.width - kit.px(16))
    flow = _written(kit, words, style, width - 2 * pad)
    box = pygame.Rect(about.left + kit.px(12), about.bottom + kit.px(7), width, flow.top + 2 * kit.px(7))
    if box.bottom > whole.bottom - kit.px(4):
        box.bottom = about.top - kit.px(7)
    box.clamp_ip(whole.inflate(-kit.px(8), -kit.px(8)))
    return box, flow


def _written(kit: Kit, words: str, style: Style, width: int) -> Flow:
    flow = Flow(kit, max(1, width))
    for line in words.split("\n"):
        flow.text(line, style)
    return flow
