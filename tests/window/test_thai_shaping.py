"""Thai as the window draws it agrees with HarfBuzz: every cluster of every shipped text, in every Thai face.

The reference is made from HarfBuzz's glyphs, offsets and outlines alone. Ink may differ by three pixels at a size far
above that of any text, since the window's library sets outlines and glyphs on whole ones.
"""

from __future__ import annotations

from math import ceil
from pathlib import Path

import numpy
import pygame
import pytest
import uharfbuzz

from game.present.breaking import clusters
from game.window.theme import FACES, SCRIPTS
from tests.thai_texts import thai_texts

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
PIXELS = 64
MARKS = frozenset("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e33\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d")
FINER = 2
"""How much finer the reference is drawn before it is shaded."""
SHADE = 0.43
"""How much of a pixel is covered where it counts as ink."""
NEAR = 3
"""Pixels by which ink may lie elsewhere: the window's library moves outlines to whole pixels, and glyphs as well."""
ROOM = PIXELS * 5 * FINER
"""The room in which a cluster is drawn."""
STEPS = 6
"""How many straight pieces stand for a curve."""

Point = tuple[float, float]
Ink = numpy.ndarray


class Reference:
    """A font as HarfBuzz shapes it, drawn from its outlines."""

    def __init__(self, path: Path) -> None:
        self.font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path)))
        self.scale = PIXELS / self.font.face.upem
        self.glyphs: dict[int, tuple[tuple[int, ...], Ink]] = {}

    def shaped(self, text: str) -> tuple[list[uharfbuzz.GlyphInfo], list[uharfbuzz.GlyphPosition]]:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self.font, buffer)
        return buffer.glyph_infos, buffer.glyph_positions

    def ink(self, text: str) -> Ink:
        """Where the ink is: columns to the right, rows downwards, with nothing but ink at the edges."""
        drawn, scale = numpy.zeros((ROOM, ROOM), bool), self.scale * FINER
        left = 0.0
        for info, position in zip(*self.shaped(text), strict=True):
            (across, down), glyph = self.glyph(info.codepoint)
            across += round(left + position.x_offset * scale)
            down -= round(position.y_offset * scale)
            drawn[across : across + glyph.shape[0], down : down + glyph.shape[1]] |= glyph
            left += position.x_advance * scale
        drawn = cropped(drawn)
        drawn = numpy.pad(drawn, [(0, -side % FINER) for side in drawn.shape]).astype(numpy.uint8)
        shades = sum(drawn[across::FINER, down::FINER] for across in range(FINER) for down in range(FINER))
        return cropped(shades > SHADE * FINER**2)

    def glyph(self, number: int) -> tuple[tuple[int, ...], Ink]:
        """A glyph and its first corner, where its origin lies in the middle of the room's left and lower parts."""
        if number not in self.glyphs:
            scale = self.scale * FINER
            ink = filled(
                [
                    [(ROOM / 4 + x * scale, ROOM * 2 / 3 - y * scale) for x, y in contour]
                    for contour in self.contours(number)
                ]
            )
            corner = tuple(int(found.min(initial=ROOM)) for found in ink.nonzero())
            self.glyphs[number] = corner, cropped(ink)
        return self.glyphs[number]

    def contours(self, glyph: int) -> list[list[Point]]:
        drawing = Outline()
        self.font.draw_glyph_with_pen(glyph, drawing)
        return drawing.contours


class Outline:
    """Takes an outline as a pen does, and makes straight pieces of its curves."""

    def __init__(self) -> None:
        self.contours: list[list[Point]] = []

    def moveTo(self, point: Point) -> None:  # noqa: N802 (what pens are asked)
        self.contours.append([point])

    def lineTo(self, point: Point) -> None:  # noqa: N802
        self.contours[-1].append(point)

    def qCurveTo(self, middle: Point, end: Point) -> None:  # noqa: N802
        start = self.contours[-1][-1]
        for step in range(1, STEPS + 1):
            t = step / STEPS
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
            x, y = (a * p + b * q + c * r for p, q, r in zip(start, middle, end, strict=True))
            self.contours[-1].append((x, y))

    def curveTo(self, first: Point, second: Point, end: Point) -> None:  # noqa: N802
        start = self.contours[-1][-1]
        for step in range(1, STEPS + 1):
            t = step / STEPS
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            x, y = (a * p + b * q + c * r + d * s for p, q, r, s in zip(start, first, second, end, strict=True))
            self.contours[-1].append((x, y))

    def closePath(self) -> None:  # noqa: N802
        pass


def filled(contours: list[list[Point]]) -> Ink:
    """What lies inside an odd number of contours: dots whose middle does."""
    turns = numpy.zeros((ROOM, ROOM), numpy.uint8)
    for contour in contours:
        for (x0, y0), (x1, y1) in zip(contour, [*contour[1:], contour[0]], strict=True):
            rows = numpy.arange(ceil(min(y0, y1) - 0.5), ceil(max(y0, y1) - 0.5))
            if len(rows):
                columns = numpy.ceil(x0 + (rows + 0.5 - y0) * (x1 - x0) / (y1 - y0) - 0.5).astype(int)
                numpy.bitwise_xor.at(turns, (columns, rows), 1)
    return numpy.bitwise_xor.accumulate(turns, axis=0).astype(bool)


def cropped(ink: Ink) -> Ink:
    columns, rows = ink.any(axis=1).nonzero()[0], ink.any(axis=0).nonzero()[0]
    if not len(columns):
        return ink[:0, :0]
    return ink[columns[0] : columns[-1] + 1, rows[0] : rows[-1] + 1]


def drawn_by_the_window(font: pygame.font.Font, text: str) -> Ink:
    surface = font.render(text, True, (255, 255, 255))
    return cropped(pygame.surfarray.array_alpha(surface) > 255 * SHADE)


def grown(ink: Ink) -> Ink:
    """The ink with all that is near it."""
    for axis in (0, 1):
        ink = numpy.logical_or.reduce([numpy.roll(ink, by, axis) for by in range(-NEAR, NEAR + 1)])
    return ink


def differs(left: Ink, right: Ink) -> bool:
    """Whether ink of one is further than `NEAR` from any of the other, however they are laid on each other's middle."""
    shifts = [(0, 0), *((across, down) for across in (-1, 0, 1) for down in (-1, 0, 1) if across or down)]
    return all(_differs(left, right, shift) for shift in shifts)


def _differs(left: Ink, right: Ink, shift: tuple[int, int]) -> bool:
    size = tuple(max(sizes) + 4 * NEAR for sizes in zip(left.shape, right.shape, strict=True))
    one, other = (numpy.zeros(size, bool) for _ in range(2))
    for room, ink, by in ((one, left, (0, 0)), (other, right, shift)):
        across, down = ((full - part) // 2 + off for full, part, off in zip(size, ink.shape, by, strict=True))
        room[across : across + ink.shape[0], down : down + ink.shape[1]] = ink
    return bool((one & ~grown(other)).any() or (other & ~grown(one)).any())


def faces() -> list[str]:
    return sorted(FACES[face] for face in SCRIPTS)


def shipped_clusters() -> list[str]:
    """Every cluster of the shipped texts that carries a mark, each once."""
    found = {cluster for text in thai_texts() for cluster in clusters(text)}
    return sorted(cluster for cluster in found if MARKS & set(cluster))


@pytest.mark.parametrize("file", faces())
def test_marks_stand_where_harfbuzz_puts_them(file: str) -> None:
    font, reference = pygame.font.Font(FONTS / file, PIXELS), Reference(FONTS / file)
    font.set_script("Thai")
    all_clusters = shipped_clusters()
    assert len(all_clusters) > 500
    wrong = [one for one in all_clusters if differs(drawn_by_the_window(font, one), reference.ink(one))]
    assert wrong == []


def test_without_the_script_marks_would_stand_elsewhere() -> None:
    # So that the comparison is known to see it.
    file = FONTS / FACES["thai"]
    font, reference = pygame.font.Font(file, PIXELS), Reference(file)
    assert all(differs(drawn_by_the_window(font, one), reference.ink(one)) for one in ("ค่ำ", "กั้", "ทิ้"))
