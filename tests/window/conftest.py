from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from pathlib import Path

import pygame
import pytest

from game.present.atlas import Sheet, sheet
from game.present.wishes import Wishes
from game.storage.settings import Settings
from game.window.app import App
from game.window.chart.part import Part
from game.window.chart.picture import ChartColours, Picture
from game.window.desk import Desk
from game.window.fonts import Faces
from game.window.text import Typesetter
from game.window.theme import SERIF, Palette
from game.window.visit import Visit
from tests.window.congress import CONGRESS, to_the_table

SCENARIO = Path(__file__).parents[1] / "scenarios" / "three-parties"
USUAL = (1280, 720)

MakeApp = Callable[..., App]


class SharedFaces:
    """The faces of all apps in a process: to read fonts and measure words anew for each costs more than drawing."""

    def __init__(self) -> None:
        self._faces: Faces | None = None
        self._first: pygame.font.Font | None = None

    def of(self, folder: Path) -> Faces:
        """Gives the same faces while the fonts of the library are open; a test that leaves the game closes them."""
        if self._faces is None or not self._are_open:
            self._faces = Faces(folder)
            self._first = self._faces.face(SERIF, 20).font
        return self._faces

    @property
    def _are_open(self) -> bool:
        try:
            return bool(self._first and self._first.size("open"))
        except pygame.error:
            return False


@lru_cache(maxsize=12)
def shared_type(faces: Faces, scale: float) -> Typesetter:
    """The lines and words that one app has set are there for the next."""
    return Typesetter(faces, scale)


@lru_cache(maxsize=48)
def _shared_picture(name: str, part: Part, colours: ChartColours) -> Picture:
    return Picture(sheet(name), part, colours)


@cache
def _first_desk(palette: Palette) -> Desk:
    return Desk(palette, 1.0)


def grained_desk(palette: Palette, scale: float) -> Desk:
    """A desk with the grain that the first of its palette has made, as after a change of size."""
    desk = Desk(palette, scale)
    desk.take_over(_first_desk(palette))
    return desk


MOST_SHARED = 300_000
"""So many pixels a picture may have that is kept for all apps."""


def picture_of(of: Sheet, part: Part, colours: ChartColours) -> Picture:
    """The picture of a part of a sheet, the same for all apps: whose the land is is told when it is tinted."""
    small = part.size[0] * part.size[1] <= MOST_SHARED
    return _shared_picture(of.name, part, colours) if small and of is sheet(of.name) else Picture(of, part, colours)


@pytest.fixture(scope="session")
def shared_faces() -> SharedFaces:
    return SharedFaces()


@pytest.fixture(autouse=True)
def no_screen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, shared_faces: SharedFaces) -> Iterator[None]:
    """Draws nowhere, and keeps saves apart."""
    monkeypatch.setattr("game.window.fitting.Faces", shared_faces.of)
    monkeypatch.setattr("game.window.fitting.Typesetter", shared_type)
    monkeypatch.setattr("game.window.chart.view.Picture", picture_of)
    monkeypatch.setattr("game.window.flow.Desk", grained_desk)
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    monkeypatch.setenv("GRAND_ALLIANCE_HOME", str(tmp_path / "home"))
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode(USUAL, pygame.RESIZABLE)
    pygame.event.clear()
    yield
    pygame.display.quit()


@pytest.fixture
def small_shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    put_on_the_shelf(monkeypatch)


def put_on_the_shelf(patch: pytest.MonkeyPatch) -> None:
    """Puts the invented scenarios alone on the shelf."""
    for module in ("whereabouts", "shelf"):
        patch.setattr(f"game.scenario.{module}.scenarios_folder", lambda: SCENARIO.parent)


@pytest.fixture
def open_app() -> MakeApp:
    """Makes an app on the invented scenario of three parties; without seats, on the shelf."""

    def opened(
        *seats: str,
        size: tuple[int, int] = USUAL,
        length: str = "full",
        seed: int = 3,
        played: str | Path = SCENARIO,
        settings: Settings | None = None,
        **more: object,
    ) -> App:
        if pygame.display.get_surface().get_size() != size:
            pygame.display.set_mode(size, pygame.RESIZABLE)
        scenario = played if seats else None
        wishes = Wishes(scenario=scenario, seats=seats, seed=seed, length=length, style="trades", **more)
        app = App(Visit(wishes, settings))
        app.prepare()
        app.draw()
        return app

    return opened


@pytest.fixture
def at_the_table(open_app: MakeApp) -> Callable[..., App]:
    """The congress at a seat's first turn at the table."""

    def opened(seat: str = "arden", **more: object) -> App:
        app = open_app(seat, played=CONGRESS, **more)
        to_the_table(app)
        return app

    return opened
