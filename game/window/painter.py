"""Drawing marks on a surface: the only module that puts pixels where a sheet says.

What lies outside the part in view is skipped. Rounded corners are smooth. Nothing here decides what is shown.
"""

from __future__ import annotations

from collections.abc import Iterable

import pygame

from game.window.desk import rubbed
from game.window.flow import Kit
from game.window.sheet import Box, Disc, Dots, Letters, Mark, Stamp, Stroke, mark_rect
from game.window.theme import Colour


def paint(surface: pygame.Surface, kit: Kit, marks: Iterable[Mark], offset: tuple[int, int], view: pygame.Rect) -> None:
    """Draws marks moved by `offset`, as far as they touch `view`, which clips them."""
    kept = surface.get_clip()
    surface.set_clip(view.clip(kept))
    for mark in marks:
        if mark_rect(mark).move(offset).colliderect(view):
            _draw(surface, kit, mark, offset)
    surface.set_clip(kept)


def rounded(
    surface: pygame.Surface, rect: pygame.Rect, fill: Colour | None, edge: Colour | None, thickness: int, radius: int
) -> None:
    """Draws a box with smooth round corners; the edge lies inside the box."""
    if fill is None:
        if edge is not None:
            pygame.draw.rect(surface, edge, rect, thickness, radius)
        return
    if edge is None:
        _solid(surface, rect, fill, radius)
        return
    _solid(surface, rect, edge, radius)
    _solid(surface, rect.inflate(-2 * thickness, -2 * thickness), fill, max(0, radius - thickness))


def ring(surface: pygame.Surface, kit: Kit, rect: pygame.Rect) -> None:
    """Draws the focus ring around a place: dark, with a light halo, so that it shows on every ground."""
    width = kit.px(kit.spaces.ring)
    radius = kit.px(kit.spaces.radius) + width
    outer = rect.inflate(2 * width + 2, 2 * width + 2)
    pygame.draw.rect(surface, kit.palette.focus_halo, outer.inflate(2, 2), 2, radius + 1)
    pygame.draw.rect(surface, kit.palette.focus, outer, width, radius)


def _draw(surface: pygame.Surface, kit: Kit, mark: Mark, offset: tuple[int, int]) -> None:
    match mark:
        case Letters():
            image = kit.type.image(mark.text, mark.face, mark.style)
            place = (mark.left + offset[0], mark.top + offset[1])
            surface.blit(image, place, special_flags=pygame.BLEND_PREMULTIPLIED)
        case Box():
            rounded(surface, mark.rect.move(offset), mark.fill, mark.edge, mark.thickness, mark.radius)
        case Stroke():
            _stroke(surface, mark, offset)
        case Disc():
            _disc(surface, mark, offset)
        case Dots():
            dot = pygame.Surface((mark.size, mark.size))
            dot.fill(mark.colour)
            surface.fblits([(dot, (x + offset[0], y + offset[1])) for x, y in mark.places])
        case Stamp():
            image = kit.desk.stamp((mark.words, mark.style), lambda: _stamped(kit, mark))
            surface.blit(image, image.get_rect(center=mark.rect.move(offset).center), None, pygame.BLEND_PREMULTIPLIED)


def _stamped(kit: Kit, mark: Stamp) -> pygame.Surface:
    """The print of a stamp: words in a double frame, in one ink."""
    picture = pygame.Surface(mark.size, pygame.SRCALPHA)
    whole, ink = picture.get_rect(), (*mark.style.colour, 255)
    pygame.draw.rect(picture, ink, whole, kit.px(2), kit.px(3))
    pygame.draw.rect(picture, ink, whole.inflate(-kit.px(7), -kit.px(7)), kit.px(0.8), kit.px(2))
    line = kit.type.lines(mark.words, mark.style, mark.size[0])[0]
    start, top = (mark.size[0] - line.width) / 2, (mark.size[1] - kit.type.step(mark.style)) // 2
    for run in line.runs:
        image = kit.type.image(run.text, run.face, mark.style)
        place = (round(start + run.left), top + kit.type.drop(mark.style, run.face))
        picture.blit(image, place, None, pygame.BLEND_PREMULTIPLIED)
    return rubbed(picture, mark.angle) if kit.palette.grain else picture


def _solid(surface: pygame.Surface, rect: pygame.Rect, fill: Colour, radius: int) -> None:
    if rect.width <= 0 or rect.height <= 0:
        return
    radius = min(radius, rect.width // 2, rect.height // 2)
    if radius < 2:
        surface.fill(fill, rect)
        return
    inner = rect.width - 2 * radius
    surface.fill(fill, rect.inflate(0, -2 * radius))
    surface.fill(fill, (rect.left + radius, rect.top, inner, radius))
    surface.fill(fill, (rect.left + radius, rect.bottom - radius, inner, radius))
    left, right, top, bottom = rect.left + radius, rect.right - radius, rect.top + radius, rect.bottom - radius
    pygame.draw.aacircle(surface, fill, (left, top), radius, draw_top_left=True)
    pygame.draw.aacircle(surface, fill, (right - 1, top), radius, draw_top_right=True)
    pygame.draw.aacircle(surface, fill, (left, bottom - 1), radius, draw_bottom_left=True)
    pygame.draw.aacircle(surface, fill, (right - 1, bottom - 1), radius, draw_bottom_right=True)


def _stroke(surface: pygame.Surface, mark: Stroke, offset: tuple[int, int]) -> None:
    points = [(x + offset[0], y + offset[1]) for x, y in mark.points]
    if len(points) == 2 and (points[0][0] == points[1][0] or points[0][1] == points[1][1]):
        pygame.draw.line(surface, mark.colour, points[0], points[1], mark.thickness)
    else:
        if mark.filled:
            pygame.draw.polygon(surface, mark.colour, points)
        pygame.draw.aalines(surface, mark.colour, False, points)


def _disc(surface: pygame.Surface, mark: Disc, offset: tuple[int, int]) -> None:
    centre = (mark.centre[0] + offset[0], mark.centre[1] + offset[1])
    if mark.edge is not None:
        ring = max(2, mark.thickness) if mark.fill is None else 0
        pygame.draw.aacircle(surface, mark.edge, centre, mark.radius, ring)
        if mark.fill is not None:
            pygame.draw.aacircle(surface, mark.fill, centre, max(1, mark.radius - mark.thickness))
    elif mark.fill is not None:
        pygame.draw.aacircle(surface, mark.fill, centre, mark.radius)
