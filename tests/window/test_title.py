"""The cover: where one may go from it, and the game played last by one key; all saved games; hand-over."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.present.shelf_parts import SavedLine
from game.present.wishes import Wishes
from game.window.app import App
from game.window.sheet import Stamp
from game.window.visit import Visit
from tests.window.hands import Keyboard, Mouse, words_shown


@pytest.fixture
def cover(small_shelf: None):
    def opened() -> App:
        app = App(Visit(Wishes()))
        app.prepare()
        app.draw()
        return app

    return opened


@pytest.mark.parametrize("hand", [Keyboard, Mouse])
@pytest.mark.parametrize(("action", "place"), [("shelf", "shelf"), ("saves", "saves"), ("settings", "settings")])
def test_each_page_is_reached_from_the_cover_and_left_for_it(cover, hand, action, place):
    app = cover()
    assert app.stage.screen.place == "title"
    hand(app).do(f"do:{action}")
    assert app.stage.screen.place == place
    Keyboard(app).press(pygame.K_ESCAPE)
    assert app.stage.screen.place == "title"


def test_the_first_frame_is_the_cover_and_the_scenarios_are_read_after_it(small_shelf):
    app = App(Visit(Wishes()))
    assert app.stage.screen.place == "title"
    assert "being read" in words_shown(app)
    app.prepare()
    assert "being read" not in words_shown(app)


def test_leaving_from_the_cover(cover):
    app = cover()
    Keyboard(app).do("do:quit")
    assert app.shown.left


def test_the_other_language_is_one_button_away_in_its_own_name(cover):
    app = cover()
    Mouse(app).do("do:language:th")
    assert app.shown.language == "th"
    assert "English" in words_shown(app)


def test_the_game_played_last_goes_on_by_one_key(open_app, cover):
    played = open_app("arden")
    Keyboard(played).do("do:continue")
    place = played.stage.screen.place
    app = cover()
    assert app.stage.focus.startswith("saved:")
    Keyboard(app).press(pygame.K_RETURN)
    assert app.shown.play is not None
    assert app.shown.play.sitting.game.seed == played.shown.play.sitting.game.seed
    assert place.split(":")[0] in ("briefing", app.stage.screen.place.split(":")[0])


def test_a_finished_game_is_not_gone_on_with_from_the_cover(small_shelf, monkeypatch):
    visit = Visit(Wishes())
    visit.prepare()
    listed = [SavedLine(f"{name}.json", name, "words", finished=name == "over") for name in ("over", "open")]
    monkeypatch.setattr(visit, "_shelf", replace(visit._shelf, saved=tuple(listed)))
    assert visit.screen.first == "saved:open.json"


def test_saved_games_lie_over_a_game_and_another_can_be_gone_on_with(open_app, small_shelf):
    open_app("arden")
    app = open_app("arden", seed=8)
    keyboard, place = Keyboard(app), app.stage.screen.place
    keyboard.press(pygame.K_ESCAPE)
    keyboard.do("do:saves")
    assert app.stage.screen.place == "saves"
    saved = [target.spot for target in app.stage.targets if target.spot.key.startswith("saved:")]
    assert len(saved) == 2
    keyboard.press(pygame.K_ESCAPE)
    assert app.stage.screen.place == place
    app.do("saves")
    app.do(next(spot.action for spot in saved if spot.action.endswith("-3.json")))
    assert app.shown.play.sitting.game.seed == 3
    assert app.stage.screen.place != "saves"


def test_between_two_persons_only_the_cover_of_a_folder_is_seen(open_app):
    app = open_app("arden", "borrel")
    app.do("continue")
    (panel,) = app.stage.layout.panels
    assert app.stage.screen.place.startswith("hand-over") and panel.folder


def test_a_brief_is_stamped_secret(open_app):
    app = open_app("arden")
    app.do("continue")
    marks = [mark for panel in app.stage.layout.panels for mark in panel.sheet.marks]
    assert [mark.words for mark in marks if isinstance(mark, Stamp)] == ["SECRET"]
