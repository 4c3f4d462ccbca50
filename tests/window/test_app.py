from __future__ import annotations

import pygame

from game.present.breaking import unbroken
from game.present.wishes import Wishes
from game.storage.settings import Settings, load_settings
from game.window import running
from game.window.app import App
from game.window.visit import Visit
from tests.window.hands import Keyboard, Mouse, found, settle, words_shown


def test_nothing_is_drawn_while_nothing_changes(open_app):
    app = open_app("arden")
    frames = app.frames
    for _ in range(20):
        settle(app)
    pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=(3, 3), rel=(0, 0), buttons=(0, 0, 0), touch=False))
    settle(app)
    assert app.frames == frames


def test_pointing_at_something_draws_once(open_app):
    app = open_app("arden")
    mouse = Mouse(app)
    frames = app.frames
    place = found(app, "do:continue").area.center
    mouse.point(place)
    assert app.stage.hover == "do:continue"
    assert app.frames == frames + 1
    mouse.point((place[0] + 1, place[1]))
    assert app.frames == frames + 1


def test_it_sleeps_until_something_happens(open_app, monkeypatch):
    app = open_app("arden")
    waits: list[int] = []

    def wait(milliseconds: int) -> list[pygame.Event]:
        waits.append(milliseconds)
        app.shown.left = len(waits) == 5
        return [pygame.Event(pygame.NOEVENT)]

    monkeypatch.setattr("game.window.app.wait", wait)
    frames = app.frames
    app.run()
    assert app.frames == frames
    assert min(waits) >= 500


def test_a_new_size_lays_the_same_page_out_anew(open_app):
    app = open_app("arden")
    keyboard = Keyboard(app)
    keyboard.do("do:continue")
    focus = app.stage.focus
    pygame.display.set_mode((1600, 1000), pygame.RESIZABLE)
    pygame.event.post(pygame.Event(pygame.VIDEORESIZE, size=(1600, 1000), w=1600, h=1000))
    settle(app)
    assert app.stage.layout.size == (1600, 1000)
    assert app.stage.focus == focus
    assert max(panel.paper.right for panel in app.stage.layout.panels) > 1500


def test_type_can_be_made_larger_and_usual_again(open_app):
    app = open_app("arden")
    keyboard = Keyboard(app)
    usual = app.stage.kit.type.scale
    keyboard.press(pygame.K_EQUALS, pygame.KMOD_CTRL)
    assert app.stage.kit.type.scale > usual
    keyboard.press(pygame.K_MINUS, pygame.KMOD_CTRL)
    keyboard.press(pygame.K_MINUS, pygame.KMOD_CTRL)
    assert app.stage.kit.type.scale < usual
    keyboard.press(pygame.K_0, pygame.KMOD_CTRL)
    assert app.stage.kit.type.scale == usual


def test_the_size_of_the_type_is_remembered(open_app, tmp_path):
    path = tmp_path / "settings.json"
    app = App(Visit(Wishes(), Settings(opponents="holds-out")), path)
    assert not path.exists()
    app.do("larger")
    kept = load_settings(path).settings
    assert (kept.text_size, kept.opponents) == (115, "holds-out")


def test_what_is_said_goes_with_the_next_key(open_app):
    app = open_app("arden")
    keyboard = Keyboard(app)
    keyboard.press(pygame.K_z, pygame.KMOD_CTRL)
    assert app.said == "There is nothing to take back."
    keyboard.press(pygame.K_TAB)
    assert app.said == ""


def test_an_action_that_means_nothing_is_answered_in_a_sentence(open_app):
    app = open_app("arden")
    app.do("dance:now")
    assert app.said == '"dance:now" is nothing that can be done here.'


def test_escape_opens_the_menu_and_closes_it(open_app):
    app = open_app("arden")
    keyboard = Keyboard(app)
    keyboard.press(pygame.K_ESCAPE)
    assert app.dialog is not None and app.dialog.screen.place == "menu"
    keyboard.press(pygame.K_ESCAPE)
    assert app.dialog is None


def test_a_click_beside_a_dialog_closes_it(open_app):
    app = open_app("arden")
    Keyboard(app).press(pygame.K_ESCAPE)
    Mouse(app).click((4, 4))
    assert app.dialog is None


def test_a_dialog_keeps_the_page_behind_it_out_of_reach(open_app):
    app = open_app("arden")
    keyboard, page = Keyboard(app), app.shown.play.sitting.page
    keyboard.press(pygame.K_ESCAPE)
    for _ in range(30):
        keyboard.press(pygame.K_TAB)
        assert app.dialog.focused is not None
    assert app.shown.play.sitting.page is page


def test_a_disabled_button_says_why(open_app):
    app = open_app()
    app.do(f"open:{_scenario()}")
    for seat in app.shown.seating.choices.seats:
        app.do(f"seat:{seat}")
    app.draw()
    Keyboard(app).do("do:begin")
    assert app.said == "Take at least one seat."
    assert app.shown.play is None


def test_closing_the_window_leaves(open_app):
    app = open_app("arden")
    pygame.event.post(pygame.Event(pygame.QUIT))
    settle(app)
    assert app.shown.left


def test_the_menu_leaves_by_keyboard_and_by_mouse(open_app):
    for hand in (Keyboard, Mouse):
        app = open_app("arden")
        hand(app).do("do:menu")
        hand(app).do("do:quit")
        assert app.shown.left


def test_the_menu_leads_back_to_the_shelf_where_the_game_is_kept(open_app):
    app = open_app("arden")
    keyboard = Keyboard(app)
    for _ in range(3):
        keyboard.do("do:continue")
    keyboard.do("option:" + app.shown.play.sitting.page.options[0].id)
    keyboard.press(pygame.K_RETURN)
    keyboard.press(pygame.K_ESCAPE)
    keyboard.do("do:shelf")
    saved = [one.spot.key for one in app.stage.targets if one.spot.key.startswith("saved:")]
    assert len(saved) == 1
    assert "Grand Alliance" in words_shown(app)


def test_the_keys_are_listed(open_app):
    app = open_app("arden")
    keyboard = Keyboard(app)
    keyboard.press(pygame.K_ESCAPE)
    keyboard.do("do:keys")
    for key in ("Tab", "F1", "Ctrl+Z", "Ctrl+S"):
        assert key in words_shown(app)


def _scenario():
    from tests.window.conftest import SCENARIO

    return SCENARIO


def test_a_note_on_damaged_settings_is_in_the_players_language(monkeypatch, tmp_path):
    (tmp_path / "settings.json").write_text('{"language": "th", "colour": 3}', encoding="utf-8")
    monkeypatch.setenv("GRAND_ALLIANCE_HOME", str(tmp_path))
    said: list[str] = []
    monkeypatch.setattr(running, "open_window", lambda *_, **__: None)
    monkeypatch.setattr(App, "run", lambda self: said.append(unbroken(self.said)))
    monkeypatch.setattr(pygame, "quit", lambda: None)
    running.run(Wishes())
    assert said == [f"{tmp_path / 'settings.json'}: อ่าน colour ไม่เข้าใจ จึงใช้การตั้งค่าปกติในส่วนนั้น"]
