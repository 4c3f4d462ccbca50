"""What no hand should do and some device does; and what the map of one side must not tell to another."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.present.mapping import MapPage, map_page
from game.present.page import ConsequencePage, DecisionPage, Seat
from game.window import mapped
from game.window.chart.view import Chart
from game.window.flow import Kit
from game.window.fonts import Faces, fonts_folder
from game.window.mapped import Mapped
from game.window.screens.around import Around
from game.window.screens.charting import map_screen
from game.window.stage import Stage
from game.window.text import Typesetter
from game.window.theme import themed
from tests.window.hands import Mouse, settle
from tests.window.test_map import at_work

SIZE = (700, 500)


@pytest.fixture
def app(open_app):
    opened = open_app("finland", played="scenarios/finland-1939", size=SIZE)
    for _ in range(6):
        if isinstance(opened.shown.play.sitting.page, DecisionPage):
            break
        opened.do("continue")
    opened.do("map")
    return opened


@pytest.mark.parametrize("notches", [1e9, -1e9, 2400.0, -2400.0, float("inf"), float("-inf"), float("nan")])
def test_a_wheel_that_reports_what_no_hand_can_do_breaks_neither_map_nor_text(app, notches: float) -> None:
    (panel,) = app.stage.charts._panels
    for place in (panel.chart_area.center, (2, 2)):
        Mouse(app).point(place)
        pygame.event.post(pygame.Event(pygame.MOUSEWHEEL, x=0, y=1, precise_y=notches, flipped=False))
        settle(app)
    part = app.stage.charts.shown(panel).part
    assert part == part.within(app.stage.charts.shown(panel)._sheet)


@pytest.mark.parametrize("size", [(1, 1), (3, 40), (40, 3), (200, 150)])
def test_dialogs_lie_over_the_smallest_windows(app, size: tuple[int, int]) -> None:
    pygame.display.set_mode(size, pygame.RESIZABLE)
    pygame.event.post(pygame.Event(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1]))
    settle(app)
    for dialog in ("menu", "keys"):
        app.do(dialog)
        app.draw()
        assert app.dialog is not None


@pytest.fixture
def theirs() -> MapPage:
    """The map of a side that knows of a secret zone."""
    page = map_page(at_work("finland-1939", "finland"))
    held = page.holdings | {"sweden": replace(page.holdings["sweden"], zone="soviet-union")}
    return replace(page, seat=Seat("soviet-union", "the Soviet Union"), holdings=held)


def test_the_map_of_one_side_does_not_fade_into_that_of_another(theirs: MapPage) -> None:
    sitting = at_work("finland-1939", "finland")
    ours, around = map_page(sitting), Around(sitting.speech)
    kit = Kit(themed(), Typesetter(Faces(fonts_folder()), 1.0))
    stage = Stage(map_screen(theirs, around), kit, SIZE)
    stage.draw(pygame.Surface(SIZE))
    theirs_chart = _chart(stage)
    theirs_chart.chosen = "sweden"
    stage = Stage(map_screen(ours, around), kit, SIZE, stage)
    stage.draw(pygame.Surface(SIZE))
    assert _chart(stage).chosen == ""
    assert _chart(stage).waits is None, "something fades"
    stage = Stage(map_screen(replace(ours, holdings=theirs.holdings), around), kit, SIZE, stage)
    stage.draw(pygame.Surface(SIZE))
    assert _chart(stage).waits is not None, "what changes for one side does not fade"


def test_news_do_not_light_what_only_the_side_before_knew(theirs: MapPage, monkeypatch: pytest.MonkeyPatch) -> None:
    sitting = at_work("finland-1939", "finland")
    ours = map_page(sitting)
    pages = [theirs, ours, replace(ours, holdings=theirs.holdings)]
    monkeypatch.setattr(mapped, "map_page", lambda _, issue="": pages.pop(0))
    beside = Mapped(sitting)
    assert beside.beside(_news()) == theirs
    assert beside.beside(_news()) == ours
    assert beside.beside(_news()).lit == ("sweden",)


def _news() -> ConsequencePage:
    return object.__new__(ConsequencePage)


def _chart(stage: Stage) -> Chart:
    (panel,) = stage.charts._panels
    return stage.charts.shown(panel)
