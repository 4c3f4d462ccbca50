"""Writes a picture of every kind of screen, for whoever looks after the look: `python -m assets.build.screenshots`.

It plays games by itself without a display, in each language. Nothing in the game imports it.
"""

from __future__ import annotations

import argparse
import importlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pygame

from assets.build.asked import new_folder, size, whole
from assets.build.tour import Sight, Tour
from game.errors import GameError
from game.present.languages import LANGUAGES
from game.present.wishes import Wishes
from game.storage.places import HOME_VARIABLE
from game.storage.settings import Settings
from game.window.flow import Kit
from game.window.fonts import Faces, fonts_folder
from game.window.notes import draw_said
from game.window.stage import Stage
from game.window.text import Typesetter
from game.window.theme import PALETTES, scale_for, themed
from game.window.visit import Visit

USUAL = {
    "finland-1939": ("finland", "soviet-union"),
    "yalta-1945": ("united-states",),
    "pact-1939": ("soviet-union",),
}
"""The scenarios that are played where none is named, and who is played by people there."""
_LATER = {
    "yalta-1945": {
        "decision",
        "issue-for-the-agenda",
        "agenda",
        "table-later",
        "debrief-aims",
        "debrief-chair",
        "debrief-chair-soviet-union",
    },
    "pact-1939": {"consequence", "table-later"},
}
"""What is worth a picture from a game after the first, besides the maps of its debrief: what planners aimed at and the
session that decided most, which need a program at the table."""
_SAID = ("refused",)
_LEFT_OUT = {"reading", "title-menu", "no-saves", "saved", "saves", "numbers", "talk", "confirm-press", "history"}
"""What looks as another picture does, or as no player's own."""
_FEWER = {
    f"debrief-{chapter}"
    for chapter in (
        "first-divergence", "interests", "voices", "chance", "papers", "guesses", "chair-finland", "promises",
    )
}  # fmt: skip
"""Chapters that are written as others are."""
_COLOURS, _STEP = 80, 24
"""How many colours a picture may have, and how coarsely they are told apart: the paper's grain is the most of it."""


class Photographer:
    """Draws sights at one size, and writes them as pictures into a folder."""

    def __init__(self, folder: Path, size: tuple[int, int], settings: Settings) -> None:
        self._folder, self._size = folder, size
        theme = themed(PALETTES[settings.palette], moves=False)
        self._kit = Kit(theme, Typesetter(Faces(fonts_folder()), scale_for(size, settings.text_size)))
        self.names: list[str] = []

    def take(self, sight: Sight, of: str = "") -> None:
        """Writes what is to be seen; `of` comes before its name."""
        surface = pygame.Surface(self._size)
        stage = Stage(sight.screen, self._kit, self._size)
        _settle(stage)
        stage.draw(surface)
        if sight.dialog is not None:
            Stage(sight.dialog, self._kit, self._size, stage).draw_over(surface)
        if sight.name in _SAID:
            draw_said(surface, self._kit, sight.said, stage.layout.bar_places, stage.pressed_places)
        self._folder.mkdir(parents=True, exist_ok=True)
        self.names.append(f"{of}-{sight.name}" if of else sight.name)
        _write(surface, self._folder / f"{self.names[-1]}.png")


def _settle(stage: Stage) -> None:
    """Lets every map of a stage be drawn as it is once it rests."""
    for panel in stage.layout.panels:
        if panel.chart is not None:
            stage.charts.shown(panel).settle()


def _write(surface: pygame.Surface, path: Path) -> None:
    """Writes a picture; in few colours, which is a tenth of the size, where Pillow is installed to choose them.

    They are chosen coarsely, so that the paper's grain is not kept dot by dot; each is then what it stands for on the
    average.
    """
    try:
        image = importlib.import_module("PIL.Image")
    except ImportError:
        pygame.image.save(surface, str(path))
        return
    whole = image.frombytes("RGB", surface.get_size(), pygame.image.tobytes(surface, "RGB"))
    coarse = whole.point(lambda value: min(255, (value + _STEP // 2) // _STEP * _STEP))
    few = coarse.quantize(_COLOURS, image.Quantize.MEDIANCUT, dither=image.Dither.NONE)
    places, colours = np.asarray(few).ravel(), np.asarray(whole).reshape(-1, 3)
    among = np.maximum(np.bincount(places, minlength=_COLOURS), 1)
    means = [np.bincount(places, colours[:, one], _COLOURS) / among for one in range(3)]
    few.putpalette(np.stack(means, axis=1).round().astype(np.uint8).tobytes())
    few.save(path, optimize=True)


def photograph(
    folder: Path, size: tuple[int, int], language: str, games: Sequence[tuple[str, tuple[str, ...]]], settings: Settings
) -> list[str]:
    """Writes the pictures of some games in one language; returns their names.

    Raises:
        GameError: when a scenario cannot be played.
    """
    photographer = Photographer(folder, size, settings)
    for number, (scenario, seats) in enumerate(games):
        later = scenario if number else ""

        def seen(sight: Sight, later: str = later) -> None:
            wanted = _LATER.get(later)
            maps = any(panel.chart for column in sight.screen.columns for panel in column.panels)
            kept = sight.name not in _LEFT_OUT and sight.name not in _FEWER
            if kept if wanted is None else sight.name in wanted or (maps and sight.name.startswith("debrief")):
                photographer.take(sight, later)

        Tour(Visit(Wishes(seed=3, language=language)), seats, seen).play(scenario)
    return photographer.names


def _live_in(folder: str) -> None:
    """Makes a folder the home of whoever plays, so that pictures show where saves usually lie and no passing place."""
    for name in (HOME_VARIABLE, "XDG_DATA_HOME"):
        os.environ.pop(name, None)
    os.environ["HOME"] = folder


def main() -> int:
    """Takes the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description="Writes a picture of every kind of screen, in every language.")
    parser.add_argument("folder", type=new_folder, nargs="?", default=Path("assets/screenshots"))
    parser.add_argument("--scenario", choices=sorted(USUAL))
    parser.add_argument("--as", dest="seats", action="append", default=[])
    parser.add_argument("--language", action="append", choices=sorted(LANGUAGES))
    parser.add_argument("--size", type=size, default=(1280, 720))
    parser.add_argument("--text-size", type=whole(50, 300), default=100)
    parser.add_argument("--palette", choices=sorted(PALETTES), default="usual")
    options = parser.parse_args()
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode(options.size)
    chosen = {options.scenario: tuple(options.seats) or USUAL[options.scenario]} if options.scenario else USUAL
    settings = Settings(text_size=options.text_size, palette=options.palette)
    for language in options.language or sorted(LANGUAGES):
        with tempfile.TemporaryDirectory() as home:
            _live_in(home)
            try:
                names = photograph(options.folder / language, options.size, language, tuple(chosen.items()), settings)
            except (GameError, OSError) as error:
                parser.error(str(error))
            print(f"{language}: {len(names)} pictures in {options.folder / language}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
