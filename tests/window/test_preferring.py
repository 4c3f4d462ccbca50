"""Settings: each goes round by steps, counts at once and is kept; type that is large leaves room for the page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.errors import CannotRead
from game.present.english_window import WINDOW
from game.present.wishes import Wishes
from game.storage.settings import Settings, load_settings
from game.window.app import App
from game.window.preferring import SIZES, changed, resized
from game.window.sheet import Letters
from game.window.stage import Stage
from game.window.theme import HIGH_CONTRAST, Palette
from game.window.visit import Visit
from tests.window.hands import Keyboard, Mouse, found, words_shown
from tests.with_codex import scenario_with_codex

NAMES = ("language", "era", "text-size", "palette", "still", "full-screen")


@pytest.mark.parametrize("name", NAMES)
def test_a_step_there_and_one_back_changes_nothing(name):
    assert changed(changed(Settings(), name, 1), name, -1) == Settings()
    assert changed(Settings(), name, 1) != Settings()


def test_the_size_of_the_type_stops_at_its_ends_and_finds_the_usual_one():
    assert (resized(SIZES[-1], 1), resized(SIZES[0], -1), resized(190, 0)) == (250, SIZES[0], 100)
    assert resized(108, 1) == 130


def test_the_sizes_reach_from_eighty_to_two_hundred_and_fifty_per_cent():
    assert {80, 100, 250} <= set(SIZES)


@pytest.fixture
def app(small_shelf: None, tmp_path: Path) -> App:
    made = App(Visit(Wishes()), tmp_path / "settings.json")
    made.prepare()
    made.draw()
    return made


@pytest.mark.parametrize("language", ["en", "th"])
def test_a_screen_that_cannot_be_filled_is_told_in_our_words_and_the_wish_is_not_kept(app, monkeypatch, language):
    def refuse() -> None:
        raise pygame.error("That operation is not supported")

    monkeypatch.setattr(pygame.display, "toggle_fullscreen", refuse)
    app.do(f"language:{language}")
    app.do("full-screen")
    assert app.said == app.shown.speech("window.not-filled")
    assert not app.shown.settings.fullscreen
    app.do("full-screen")
    assert app.said == app.shown.speech("window.not-filled"), "the next press does not try again"


def test_settings_are_reached_from_the_cover_and_left_for_it(app):
    keyboard = Keyboard(app)
    keyboard.do("do:settings")
    assert app.stage.screen.place == "settings"
    keyboard.press(pygame.K_ESCAPE)
    assert app.stage.screen.place == "title"


def test_settings_lie_over_a_game_and_leave_it_where_it_was(open_app):
    app = open_app("arden")
    keyboard, place = Keyboard(app), app.stage.screen.place
    keyboard.press(pygame.K_ESCAPE)
    keyboard.do("do:settings")
    assert app.stage.screen.place == "settings" and app.dialog is None
    keyboard.press(pygame.K_ESCAPE)
    assert app.stage.screen.place == place


def test_left_and_right_change_a_setting_that_counts_at_once_and_is_kept(app, tmp_path):
    keyboard = Keyboard(app)
    keyboard.do("do:settings")
    keyboard.go_to("set:palette")
    keyboard.press(pygame.K_RIGHT)
    assert app.stage.kit.palette == HIGH_CONTRAST
    assert WINDOW["window.palette.high-contrast"] in words_shown(app)
    assert load_settings(tmp_path / "settings.json").settings.palette == "high-contrast"
    keyboard.press(pygame.K_LEFT)
    assert app.stage.kit.palette == Palette()


def test_the_mouse_changes_a_setting_by_its_arrows(app):
    mouse = Mouse(app)
    mouse.do("do:settings")
    mouse.do("set:text-size:more")
    assert app.shown.settings.text_size == 115
    mouse.do("set:text-size:less")
    assert app.shown.settings.text_size == 100
    assert app.stage.focus == "set:text-size"


def test_nothing_moves_where_that_is_wished_for(app):
    assert app.stage.kit.theme.moves
    app.do("set:still:1")
    assert not app.stage.kit.theme.moves


def test_a_key_changes_the_language_at_any_moment_of_a_game(open_app):
    app = open_app("arden")
    keyboard = Keyboard(app)
    keyboard.do("do:continue")
    place, page = app.stage.screen.place, app.shown.play.sitting.game.seq
    keyboard.press(pygame.K_F9)
    assert app.shown.language == "th"
    assert any("\u0e01" <= letter <= "\u0e5b" for letter in words_shown(app))
    keyboard.press(pygame.K_F9)
    assert (app.shown.language, app.stage.screen.place, app.shown.play.sitting.game.seq) == ("en", place, page)


def test_the_language_of_the_command_line_can_be_left(small_shelf):
    visit = Visit(Wishes(language="th"))
    visit.prepare()
    assert visit.language == "th"
    visit.do("language")
    assert (visit.language, visit.settings.language) == ("en", "en")


@pytest.mark.parametrize("begun", [True, False], ids=["in a game", "at the seats"])
def test_a_language_that_cannot_be_read_leaves_everything_in_the_one_before(tmp_path, begun):
    scenario = scenario_with_codex(tmp_path)
    visit = Visit(Wishes(scenario=scenario, seats=("arden",) if begun else (), unsaved=True))
    visit.prepare()
    (scenario / ("th.yaml" if begun else "scenario.yaml")).write_text("texts: [")
    with pytest.raises(CannotRead):
        visit.do("set:language")
    spoken = visit.play.speech if begun else visit.seating.opened.speech
    assert (visit.language, visit.settings.language, spoken.language) == ("en", "en", "en")


def test_the_codex_over_the_settings_of_a_game_is_the_one_of_its_game(open_app):
    app = open_app("arden")
    app.do("continue")
    app.do("settings")
    app.do("codex")
    assert app.shown.play.screen.place == app.stage.screen.place


@pytest.mark.parametrize("scale", [80, 250])
def test_a_bar_leaves_room_for_the_page_and_the_menu_has_the_rest(open_app, scale):
    app = open_app("arden")
    app.do("continue")
    while app.shown.settings.text_size != scale:
        app.do("larger" if app.shown.settings.text_size < scale else "smaller")
    layout = app.stage.layout
    assert layout.bar_at[1] >= layout.panels[0].paper.bottom
    assert layout.panels[0].paper.height > layout.size[1] // 2
    in_bar = {spot.action for spot in layout.bar.spots}
    assert "menu" in in_bar
    assert ("redo" in in_bar) == (scale == 80)
    assert len({spot.rect.top for spot in layout.bar.spots}) == 1
    app.do("menu")
    assert {"state", "documents", "briefing", "history", "undo", "redo"} <= {
        target.spot.action for target in app.on_top.targets
    }


def test_the_head_of_a_page_scrolls_along_where_it_would_fill_the_window(open_app):
    app = open_app("arden")
    app.shown.settings = replace(app.shown.settings, text_size=250)
    app.do("continue")
    title = " ".join(["Who goes, and what is asked first"] * 2)
    layout = Stage(replace(app.stage.screen, title=title), app.stage.kit, app.size).layout
    assert layout.head.height == 0
    written = " ".join(mark.text for mark in layout.panels[0].sheet.marks if isinstance(mark, Letters))
    assert title in written


def test_pointing_at_what_cannot_be_done_tells_why(open_app):
    app = open_app("arden")
    mouse = Mouse(app)
    mouse.point(found(app, "do:undo").area.center)
    pointed = app._pointed_at
    assert pointed is not None and pointed.spot.why_not == WINDOW["window.nothing-to-undo"]


def test_n_goes_on_to_the_next_decision_and_back_to_it(open_app):
    app = open_app("arden")
    keyboard = Keyboard(app)
    for _ in range(12):
        if app.stage.screen.place.startswith(("decision", "table")):
            break
        keyboard.press(pygame.K_n)
    decision = app.stage.screen.place
    assert decision.startswith(("decision", "table"))
    keyboard.press(pygame.K_F2)
    keyboard.press(pygame.K_n, unicode="n")
    assert app.stage.screen.place == decision
    keyboard.press(pygame.K_n)
    assert app.stage.screen.place == decision


def test_n_never_takes_the_machine_over_for_somebody_else(open_app):
    app = open_app("arden", "borrel")
    keyboard = Keyboard(app)
    for _ in range(4):
        keyboard.press(pygame.K_n)
    assert app.stage.screen.place.startswith("hand-over")
