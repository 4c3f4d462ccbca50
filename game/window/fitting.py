"""How the window is dressed: its theme and type, as the settings wish and its size allows.

What is set so far is kept as long as nothing about it changes. Nothing here draws.
"""

from __future__ import annotations

from game.storage.settings import Settings
from game.window.flow import Kit
from game.window.fonts import Faces, fonts_folder
from game.window.text import Typesetter
from game.window.theme import PALETTES, scale_for, themed


class Fitting:
    """The kit of a window, made anew where its palette, its scale or whether anything may move has changed."""

    def __init__(self, settings: Settings, size: tuple[int, int]) -> None:
        self._faces = Faces(fonts_folder())
        self._about = _about(settings, size)
        self.kit = self._made(settings, size)

    def fit(self, settings: Settings, size: tuple[int, int]) -> Kit:
        """The kit for these settings and this size; the same one where it still fits."""
        if _about(settings, size) != self._about:
            before, self._about = self.kit, _about(settings, size)
            self.kit = self._made(settings, size)
            self.kit.desk.take_over(before.desk)
        return self.kit

    def _made(self, settings: Settings, size: tuple[int, int]) -> Kit:
        theme = themed(PALETTES[settings.palette], moves=not settings.still)
        return Kit(theme, Typesetter(self._faces, scale_for(size, settings.text_size)))


def _about(settings: Settings, size: tuple[int, int]) -> tuple[str, bool, float]:
    return settings.palette, settings.still, scale_for(size, settings.text_size)
