"""Where the window's fonts lie, and the loaded faces: each file read once for each pixel size.

Small type is set at a multiple of its size and scaled down, because the letters' advances are rounded to
whole pixels and would stand unevenly. Nothing here breaks lines.
"""

from __future__ import annotations

import contextlib
from functools import cached_property
from pathlib import Path

import pygame

from game.errors import GameError
from game.scenario.shipped import shipped_folder
from game.window.theme import FACES, FALLBACKS, PROPORTIONS, SCRIPTS, SERIF

_FINE, _MIDDLE = 24, 40
_NOBODYS = "\U0010fffe"
"""A place that no font has a sign for."""
_MOST_KEPT = 20_000
_UNREADABLE = "\N{REPLACEMENT CHARACTER}"


def fonts_folder() -> Path:
    """The folder of the fonts: the checkout's, or the one that the package carries.

    Raises:
        GameError: where there is neither.
    """
    folder = shipped_folder("assets/fonts", FACES[SERIF])
    if folder is None:
        raise GameError(
            "The fonts that come with the game are not here; install the game again, or play with --terminal."
        )
    return folder


class Face:
    """One font file at one size in pixels; widths are in fractions of a pixel."""

    def __init__(self, path: Path, pixels: float, script: str = "", covered: dict[str, bool] | None = None) -> None:
        self._path, self._pixels, self._script = path, pixels, script
        self.fineness = 3 if pixels < _FINE else 2 if pixels < _MIDDLE else 1
        self._widths: dict[str, float] = {}
        self._covered: dict[str, bool] = {} if covered is None else covered
        """The characters asked for so far, and whether the font has them: it has the same ones at every size."""

    @cached_property
    def font(self) -> pygame.font.Font:
        """The font at `fineness` times the size."""
        font = pygame.font.Font(str(self._path), max(1, round(self._pixels * self.fineness)))
        if self._script:
            # A library built without shaping still writes every sign, only less well placed.
            with contextlib.suppress(pygame.error):
                font.set_script(self._script)
        return font

    @cached_property
    def height(self) -> float:
        """The height of a line's ink box."""
        return self.font.get_height() / self.fineness

    @cached_property
    def ascent(self) -> float:
        """The height of the ink box above the line that letters stand on."""
        return self.font.get_ascent() / self.fineness

    def width(self, text: str) -> float:
        """How wide a text is, unbroken."""
        known = self._widths.get(text)
        if known is None:
            if len(self._widths) > _MOST_KEPT:
                self._widths.clear()
            known = self._widths[text] = self.font.size(text)[0] / self.fineness
        return known

    def writes(self, text: str) -> bool:
        """Whether the font has a sign for every character of a text."""
        return all(map(self._covered.get, text)) or all(self.covers(character) for character in text)

    def covers(self, character: str) -> bool:
        """Whether the font has a sign for a character."""
        known = self._covered.get(character)
        if known is None:
            known = self._covered[character] = self._has(character)
        return known

    @cached_property
    def _box(self) -> object:
        """The measures of the box that stands for what the font lacks."""
        return self.font.metrics(_NOBODYS)

    def _has(self, character: str) -> bool:
        # The library draws a box for what a font lacks and gives that box's measures, so boxes are compared.
        if self.font.metrics(character) != self._box:
            return True
        if not self.font.size(character)[0]:
            return False  # what has no width at all cannot be drawn
        drawn, box = (self.font.render(one, True, (0, 0, 0)) for one in (character, _NOBODYS))
        return drawn.get_buffer().raw != box.get_buffer().raw

    def image(self, text: str, colour: tuple[int, int, int]) -> pygame.Surface:
        """Draws a text; the surface has premultiplied alpha."""
        drawn = self.font.render(text, True, colour).premul_alpha()
        if self.fineness == 1:
            return drawn
        size = (-(-drawn.get_width() // self.fineness), -(-drawn.get_height() // self.fineness))
        return pygame.transform.smoothscale(drawn, size)


class Faces:
    """Every face at the sizes that were asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._faces: dict[tuple[str, int], Face] = {}
        self._asked: dict[tuple[str, float], Face] = {}
        self._covered: dict[str, dict[str, bool]] = {}
        self._parts: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}

    def face(self, name: str, pixels: float) -> Face:
        """Finds a face by its role in the theme, at a size to the quarter pixel."""
        found = self._asked.get((name, pixels))
        if found is None:
            found = self._asked[name, pixels] = self._made(name, max(4, round(pixels * 4)))
        return found

    def _made(self, name: str, quarters: int) -> Face:
        found = self._faces.get((name, quarters))
        if found is None:
            pixels = quarters / 4 * PROPORTIONS.get(name, 1.0)
            covered = self._covered.setdefault(name, {})
            found = Face(self._folder / FACES[name], pixels, SCRIPTS.get(name, ""), covered)
            self._faces[name, quarters] = found
        return found

    def parts(self, name: str, text: str, pixels: float) -> tuple[tuple[str, str], ...]:
        """Parts a text by the faces that can write it, `name` before others."""
        known = self._parts.get((name, text))
        if known is None:
            if len(self._parts) > _MOST_KEPT:
                self._parts.clear()
            known = self._parts[name, text] = tuple(self._parted(name, text, pixels))
        return known

    def _parted(self, name: str, text: str, pixels: float) -> list[tuple[str, str]]:
        if self.face(name, pixels).writes(text):
            return [(name, text)]
        found: list[tuple[str, str]] = []
        for character in text:
            face, sign = self.name_for(name, character, pixels)
            if found and found[-1][0] == face:
                found[-1] = (face, found[-1][1] + sign)
            else:
                found.append((face, sign))
        return found

    def name_for(self, name: str, character: str, pixels: float) -> tuple[str, str]:
        """The face that can write a character, and the character; a box where none can."""
        for candidate in (name, *FALLBACKS[name]):
            if self.face(candidate, pixels).covers(character):
                return candidate, character
        return SERIF, _UNREADABLE
