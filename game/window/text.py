"""Setting text: lines that fit a width, measured and drawn with the same faces, each drawn once.

Wrapped lines and drawn words are kept while they are in use, so that a frame costs no more than copying
pictures. Where words may part is `game.window.words`'.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import NamedTuple

import pygame

from game.present.breaking import clusters, has_thai
from game.window.fonts import Faces
from game.window.theme import EMPHASIS, HEADED, SCRIPTS, SERIF, SERIF_BOLD, SERIF_ITALIC, TYPED, Colour, Style
from game.window.words import Piece, Word, words_of

_MOST_BYTES = 28 * 1024 * 1024
"""How much of what is drawn is kept at the size of the 1280 × 720 layout, and a part of it for every larger one."""
_BYTES_OF_SCALE = 4 * 1024 * 1024
"""How much more is kept, times the scale twice over: less than a full window needs, and each frame is drawn anew."""
_MOST_SETTINGS = 4000
_MOST_MEASURED = 20_000
_NEARLY_FULL = 0.96
_WIDENED = 0.09
"""By how much of the type's size a space between Thai and other signs is widened: Latin faces have narrow ones."""
_SPACES = (" ", "\N{NO-BREAK SPACE}")
_BESIDE_THAI = {SERIF_ITALIC: SERIF, TYPED: SERIF, HEADED: SERIF_BOLD}


class Run(NamedTuple):
    """A stretch of a line in one face, from `left` on."""

    left: float
    text: str
    face: str


class Line(NamedTuple):
    """One line of set text."""

    runs: tuple[Run, ...]
    width: float


class Typesetter:
    """Sets text at one scale."""

    def __init__(self, faces: Faces, scale: float) -> None:
        self._faces, self.scale = faces, scale
        self._lines: OrderedDict[tuple[str, Style, int], tuple[Line, ...]] = OrderedDict()
        self._widths: dict[tuple[str, Style], int] = {}
        self._measured: dict[tuple[str, str, float], float] = {}
        self._drops: dict[tuple[Style, str], int] = {}
        self._images: OrderedDict[tuple[str, str, float, Colour], pygame.Surface] = OrderedDict()
        self._bytes, self._most_bytes = 0, _MOST_BYTES + round(_BYTES_OF_SCALE * scale * scale)

    def pixels(self, style: Style) -> float:
        """The size of a style on the screen."""
        return style.size * self.scale

    def step(self, style: Style) -> int:
        """The distance from line to line."""
        return round(self.pixels(style) * style.leading)

    def foot(self, style: Style) -> float:
        """How far below a line's top its letters stand."""
        own = self._faces.face(style.face, self.pixels(style))
        return (self.step(style) - own.height) / 2 + own.ascent

    def drop(self, style: Style, face: str) -> int:
        """How far below a line's top a face's picture begins: all faces of a line stand on one foot."""
        known = self._drops.get((style, face))
        if known is None:
            known = round(self.foot(style) - self._faces.face(face, self.pixels(style)).ascent)
            self._drops[style, face] = known
        return known

    def lines(self, text: str, style: Style, width: int) -> tuple[Line, ...]:
        """Breaks a text into lines no wider than `width` pixels; at least one line."""
        key = (text, style, width)
        known = self._lines.get(key)
        if known is not None:
            self._lines.move_to_end(key)
            return known
        found = self._broken(words_of(text), _upright(text, style), max(1, width))
        self._lines[key] = found
        if len(self._lines) > _MOST_SETTINGS:
            self._lines.popitem(last=False)
        return found

    def width(self, text: str, style: Style) -> int:
        """The width of a text on one line, rounded up."""
        known = self._widths.get((text, style))
        if known is None:
            if len(self._widths) >= _MOST_SETTINGS:
                self._widths.clear()
            known = int(-(-self._line(words_of(text), _upright(text, style)).width // 1))
            self._widths[text, style] = known
        return known

    def longest(self, text: str, style: Style) -> int:
        """The width of the longest word of a text: a line that is narrower tears it."""
        parts = ("".join(piece for piece, _ in word) for word, _ in words_of(text))
        return max((self.width(part, style) for part in parts), default=0)

    def reach(self, run: Run, letters: int, style: Style) -> float:
        """How far the first so many letters of a run reach."""
        return self._measure(run.text[:letters], run.face, style)

    def image(self, text: str, face: str, style: Style) -> pygame.Surface:
        """A run as a picture with premultiplied alpha."""
        key = (text, face, self.pixels(style), style.colour)
        known = self._images.get(key)
        if known is not None:
            self._images.move_to_end(key)
            return known
        drawn = self._faces.face(face, self.pixels(style)).image(text, style.colour)
        self._images[key] = drawn
        self._bytes += drawn.get_width() * drawn.get_height() * 4
        while self._bytes > self._most_bytes and len(self._images) > 1:
            _, dropped = self._images.popitem(last=False)
            self._bytes -= dropped.get_width() * dropped.get_height() * 4
        return drawn

    # Breaking

    def _broken(self, parts: tuple[Word, ...], style: Style, width: int) -> tuple[Line, ...]:
        lines: list[Line] = []
        taken: list[Word] = []
        reach = 0.0
        space = self._measure(" ", style.face, style)
        for word, wide in self._short_enough(parts, style, width):
            if taken and not self._fits(taken, word, reach + wide, style, width):
                lines.append(self._line(tuple(taken), style))
                taken, reach = [], 0.0
            taken.append(word)
            reach += wide + (space if word[1] else 0)
        return (*lines, self._line(tuple(taken), style))

    def _fits(self, taken: list[Word], word: Word, reach: float, style: Style, width: int) -> bool:
        if reach <= _NEARLY_FULL * width:
            return True
        # Near the edge the sum of the words is not exact enough: letters move closer across spaces.
        return reach <= 1.05 * width and self._line((*taken, word), style).width <= width

    def _short_enough(self, parts: tuple[Word, ...], style: Style, width: int) -> list[tuple[Word, float]]:
        """The words with their widths; those wider than a line are cut where the line ends."""
        found: list[tuple[Word, float]] = []
        for word in parts:
            wide = self._word_width(word, style)
            if wide <= width:
                found.append((word, wide))
            else:
                found += [(piece, self._word_width(piece, style)) for piece in self._cut(word, style, width)]
        return found

    def _cut(self, word: Word, style: Style, width: int) -> list[Word]:
        found: list[Word] = []
        for text, emphasised in word[0]:
            piece, reach = "", 0.0
            for letter in clusters(text):
                wide = self._measure(letter, _face_of(style, emphasised, text), style)
                if piece and reach + wide > _NEARLY_FULL * width:
                    found.append((((piece, emphasised),), False))
                    piece, reach = "", 0.0
                piece += letter
                reach += wide
            found.append((((piece, emphasised),), False))
        found[-1] = (found[-1][0], word[1])
        return found

    def _word_width(self, word: Word, style: Style) -> float:
        wide = 0.0
        for text, emphasised in word[0]:
            wide += self._measure(text, _face_of(style, emphasised, text), style)
        return wide

    def _measure(self, text: str, face: str, style: Style) -> float:
        key = (text, face, style.size)
        known = self._measured.get(key)
        if known is None:
            if len(self._measured) >= _MOST_MEASURED:
                self._measured.clear()
            known = self._measured[key] = self._runs(self._faces.parts(face, text, self.pixels(style)), style).width
        return known

    def _line(self, taken: tuple[Word, ...], style: Style) -> Line:
        pieces: list[Piece] = []
        for place, (parts, spaced) in enumerate(taken):
            pieces += parts
            if spaced and place < len(taken) - 1:
                pieces.append((" ", parts[-1][1] and taken[place + 1][0][0][1]))
        joined: list[tuple[str, str]] = []
        parts_of, pixels = self._faces.parts, self.pixels(style)
        for text, emphasised in pieces:
            for face, part in parts_of(_face_of(style, emphasised, text), text, pixels):
                if joined and joined[-1][0] == face:
                    joined[-1] = (face, joined[-1][1] + part)
                else:
                    joined.append((face, part))
        return self._runs(joined, style)

    def _runs(self, joined: Sequence[tuple[str, str]], style: Style) -> Line:
        left, runs, pixels = 0.0, list[Run](), self.pixels(style)
        for face, text in joined:
            if runs and _is_gap(runs[-1], face, text):
                left += _WIDENED * pixels
            runs.append(Run(left, text, face))
            left += self._faces.face(face, pixels).width(text)
        return Line(tuple(runs), left)


def _is_gap(before: Run, face: str, text: str) -> bool:
    """Whether a space stands between a word of Thai and one of other signs."""
    if (before.face in SCRIPTS) == (face in SCRIPTS) or not before.text.strip() or not text.strip():
        return False
    return before.text.endswith(_SPACES) or text.startswith(_SPACES)


def _face_of(style: Style, emphasised: bool, text: str) -> str:
    """The face of a piece; beside emphasised Thai, which is bold, marks and digits are bold and upright as well."""
    face = EMPHASIS[style.face] if emphasised else style.face
    return SERIF_BOLD if emphasised and face == SERIF_ITALIC and has_thai(text) else face


def _upright(text: str, style: Style) -> Style:
    """Thai has no italic and no such typewriter: digits and marks between its words are of the face of its letters."""
    face = _BESIDE_THAI.get(style.face)
    return style.faced(face) if face is not None and has_thai(text) else style
