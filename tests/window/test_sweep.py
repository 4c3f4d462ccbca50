"""Every screen in both languages, at three sizes of the window and four of the text: all of it is well set.

The screens are gathered from whole games of shipped scenarios and laid out without drawing. What is longest, and what
only a conference has, is laid out at each size of the text in one window instead of three.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from assets.build.tour import Sight, Tour
from game.present.wishes import Wishes
from game.scenario import shelf
from game.window.app import App
from game.window.flow import Kit
from game.window.fonts import Faces, fonts_folder
from game.window.stage import Stage
from game.window.text import Run, Typesetter
from game.window.theme import PALETTES, Style, scale_for, themed
from game.window.visit import Visit
from tests.window.conftest import SCENARIO, MakeApp, SharedFaces, put_on_the_shelf, shared_type
from tests.window.hands import words_shown
from tests.window.well_set import faults, said_faults

LANGUAGES = ("en", "th")
WINDOWS = ((1280, 720), (1920, 1080), (2560, 1440))
TEXT_SIZES = {80: (1280, 720), 100: (1920, 1080), 150: (2560, 1440), 250: (1280, 720)}
"""Each with the window in which long screens are laid out at this size."""
GAMES = {"finland-1939": ("finland", "soviet-union"), "yalta-1945": ("united-states",)}
CONFERENCE = frozenset({"agenda", "issue-for-the-agenda", "issue", "press", "table-later", "confirm-accept"})
KINDS = {
    "reading", "title", "title-menu", "title-later", "no-saves", "saves-later", "shelf", "seats", "note", "refused",
    "handover", "briefing", "decision", "decide", "consequence", "table", "table-later", "numbers", "saved", "talk",
    "issue", "press", "confirm-accept", "confirm-walk-out", "agenda", "issue-for-the-agenda", "state", "account",
    "documents", "document", "history", "branches", "branch", "go", "comparison", "codex", "codex-found", "entry",
    "map", "menu", "keys", "sources", "settings", "saves", "over", "staff", "guess", "debrief-ending",
    "debrief-chapter", "contents",
}  # fmt: skip
Shown = dict[str, list[Sight]]


@pytest.fixture(scope="module", params=LANGUAGES)
def sights(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """What a walk through each game shows, in one language."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRAND_ALLIANCE_HOME", str(tmp_path_factory.mktemp("home")))
        patch.setattr(shelf, "shelf", functools.lru_cache(shelf.shelf))
        return {game: walked(request.param, game) for game in GAMES}


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> list[Sight]:
    """What a walk through the invented game shows."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRAND_ALLIANCE_HOME", str(tmp_path_factory.mktemp("home")))
        put_on_the_shelf(patch)
        return walked("en", SCENARIO)


def walked(language: str, game: str | Path) -> list[Sight]:
    seen: list[Sight] = []
    until = CONFERENCE if game == "yalta-1945" else frozenset[str]()
    Tour(Visit(Wishes(seed=3, language=language)), GAMES.get(str(game), ()), seen.append).play(str(game), until)
    return seen


@pytest.fixture
def faces(shared_faces: SharedFaces) -> Faces:
    return shared_faces.of(fonts_folder())


def kit(faces: Faces, size: tuple[int, int], text_size: int, palette: str = "usual") -> Kit:
    return Kit(themed(PALETTES[palette]), shared_type(faces, scale_for(size, text_size)))


def laid_out(shown: Shown, size: tuple[int, int], text_size: int) -> Iterator[Sight]:
    """What is laid out at one size: everything of the first game but its chapters, or in one window everything."""
    for game, seen in shown.items():
        for sight in seen:
            short = game == next(iter(GAMES)) and not sight.name.startswith("debrief")
            if short or size == TEXT_SIZES[text_size]:
                yield sight


@pytest.mark.slow
def test_every_screen_is_well_set_at_every_size(sights: Shown, faces: Faces) -> None:
    met = {sight.name for seen in sights.values() for sight in seen}
    assert met >= KINDS, KINDS - met
    found = []
    for size, text_size in itertools.product(WINDOWS, TEXT_SIZES):
        made = kit(faces, size, text_size)
        for sight in laid_out(sights, size, text_size):
            wrong = faults(sight.on_top, made, size)
            wrong += said_faults(sight.said, made, size) if sight.said else []
            found += [f"{sight.name} in {size} at {text_size} %: {fault}" for fault in wrong]
    assert not found, f"{len(found)} faults:\n" + "\n".join(found[:20])


@pytest.mark.parametrize("palette", PALETTES)
def test_the_focus_ring_is_drawn_around_what_is_focused(invented: list[Sight], faces: Faces, palette: str) -> None:
    size = WINDOWS[0]
    made = kit(faces, size, 100, palette)
    colours = {made.palette.focus, made.palette.focus_halo}
    for sight in invented:
        stage = Stage(sight.on_top, made, size)
        surface = pygame.Surface(size)
        stage._draw_ring(surface)
        assert stage.focused is not None
        area, width = stage.focused.area, made.px(made.spaces.ring)
        for side in ((area.left - width, area.centery), (area.right + width, area.centery)):
            assert tuple(surface.get_at(side)[:3]) in colours, f"{sight.name}: no ring at {side} around {area}"


def test_another_language_keeps_the_place_on_every_screen(open_app: MakeApp, small_shelf: None) -> None:
    app = open_app()
    kept, drafts = [], set()

    def looked(sight: Sight) -> None:
        app._refresh()
        before = (app.stage.screen.place, app.on_top.screen.place, app.on_top.focus, *typed_and_chosen(app))
        words = words_shown(app)
        app.do("language:th")
        now = (app.stage.screen.place, app.on_top.screen.place, app.on_top.focus, *typed_and_chosen(app))
        assert now == before, sight.name
        assert words_shown(app) != words, f"{sight.name} shows the same words"
        app.do("language:en")
        assert words_shown(app) == words, f"{sight.name} does not say again what it said"
        drafts.update(typed_and_chosen(app))
        kept.append(sight.name)

    Tour(app.shown, ("arden", "borrel"), looked).play(str(SCENARIO))
    assert len(kept) > 30
    assert len(drafts) > 4, "nothing was typed or drafted that could be lost"


def typed_and_chosen(app: App) -> tuple[str, str]:
    """What has been typed, and what is drafted for the table."""
    play = app.shown.play
    return app.shown.typed, str((play.preparing.terms, play.preparing.chosen)) if play else ""


def test_a_fault_would_be_found(invented: list[Sight], faces: Faces) -> None:
    size = WINDOWS[0]
    shelf_shown = next(sight.screen for sight in invented if sight.name == "shelf")
    assert not faults(shelf_shown, kit(faces, size, 100), size)
    assert any("leaves" in fault for fault in faults(shelf_shown, Kit(themed(), Crowded()), size))


class Crowded(Typesetter):
    """Draws wider than it has measured."""

    def __init__(self) -> None:
        super().__init__(Faces(fonts_folder()), 1.0)

    def reach(self, run: Run, letters: int, style: Style) -> float:
        return 1.6 * super().reach(run, letters, style)
