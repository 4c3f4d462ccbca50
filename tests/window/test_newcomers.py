"""What somebody new to the window looks for: a key to begin, help where there are no sources, what each move does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.present.page import DecisionPage, OverPage, TablePage
from game.window.app import App
from game.window.keys import key_of
from game.window.notes import said_at, tip_of
from game.window.sheet import Spot
from tests.window.hands import Keyboard, found, targets, words_shown


def page_of(app: App) -> object:
    return app.shown.play.sitting.page


def to_page(app: App, kind: type) -> None:
    """Reads on, and decides by first options, until there is a page of some kind."""
    while not isinstance(page_of(app), kind):
        page = page_of(app)
        options = getattr(page, "options", ())
        app.do(f"choose:{next(one.id for one in options if one.enabled)}" if options else "continue")


def test_control_and_enter_begin_the_game_from_the_seats(open_app, small_shelf) -> None:
    app = open_app()
    app.do("open:three-parties")
    keyboard = Keyboard(app)
    assert app.shown.seating.choices.seats == ()
    keyboard.press(pygame.K_RETURN)
    keyboard.press(pygame.K_RETURN, pygame.KMOD_CTRL)
    assert app.shown.play is not None


def test_a_seed_is_read_and_typed_before_a_game_and_read_in_the_menu(open_app, small_shelf) -> None:
    app = open_app()
    app.do("open:three-parties")
    app.do("seat:arden")
    app.do("seed")
    app.draw()
    for letter in "4x2":
        app.handle(pygame.Event(pygame.TEXTINPUT, text=letter))
    app.do("close")
    assert "42" in words_shown(app)
    app.do("begin")
    assert app.shown.play.sitting.game.seed == 42
    app.do("menu")
    assert "The seed of this game is 42." in words_shown(app)


def test_what_had_the_focus_has_it_again_when_another_page_is_left(open_app) -> None:
    app = open_app("arden")
    to_page(app, DecisionPage)
    keyboard = Keyboard(app)
    keyboard.press(pygame.K_DOWN)
    chosen = app.stage.focus
    assert chosen != app.stage.screen.first
    for page in ("settings", "codex", "state"):
        app.do(page)
        assert app.stage.focus != chosen
        app.do("back")
        assert app.stage.focus == chosen


def test_letters_make_a_move_at_a_table_and_ask_as_its_button_does(open_app) -> None:
    app = open_app("arden")
    to_page(app, TablePage)
    seq = app.shown.play.sitting.game.seq
    keyboard = Keyboard(app)
    keyboard.press(pygame.K_a)
    assert app.said and app.shown.play.sitting.game.seq == seq
    keyboard.press(pygame.K_o)
    assert app.shown.play.sitting.game.seq > seq or app.dialog is not None


def test_n_leads_from_the_ending_through_every_chapter_of_the_debrief(open_app) -> None:
    """Past the replay of the decisive session from the other chair too."""
    app = open_app("arden", length="short")
    while not isinstance(page_of(app), OverPage):
        page = page_of(app)
        options = [one.id for one in getattr(page, "options", ()) if one.enabled]
        app.do(f"choose:{options[0]}" if options else "walk-out" if isinstance(page, TablePage) else "continue")
        app.do("close")
    keyboard = Keyboard(app)
    keyboard.press(pygame.K_n)
    chapters = app.shown.play.looking.debrief.chapters
    assert any(section.id.startswith("chair-") for section in chapters)
    for chapter in range(len(chapters) + 1):  # the sources stand behind the last
        assert app.stage.screen.place == f"debrief:{chapter}"
        keyboard.press(pygame.K_n)
    assert app.said == "This is the last chapter; the game is over."


def test_the_menu_has_what_the_page_offers_and_the_other_language(open_app) -> None:
    app = open_app("arden")
    for kind, action in ((DecisionPage, "staff"), (TablePage, "guess")):
        to_page(app, kind)
        app.do("menu")
        assert {f"do:{action}", "do:sources", "do:language:th"} <= {one.spot.key for one in targets(app)}
        app.do("close")


def test_on_a_keyboard_of_another_script_letters_and_digits_are_found_by_their_place() -> None:
    thai = pygame.Event(pygame.KEYDOWN, key=0x0E37, scancode=pygame.KSCAN_N, mod=0, unicode="ื")
    assert key_of(thai) == pygame.K_n
    digit = pygame.Event(pygame.KEYDOWN, key=0x0E45, scancode=pygame.KSCAN_1, mod=0, unicode="ๅ")
    assert key_of(digit) == pygame.K_1
    for key in (pygame.K_TAB, pygame.K_LEFT, pygame.K_a):
        assert key_of(pygame.Event(pygame.KEYDOWN, key=key, scancode=pygame.KSCAN_N, mod=0)) == key


@pytest.mark.parametrize("place", ["title", "shelf"])
def test_f1_opens_the_keys_where_a_page_has_no_sources(open_app, small_shelf, place: str) -> None:
    app = open_app()
    app.do(place)
    Keyboard(app).press(pygame.K_F1)
    assert app.dialog is not None and app.dialog.screen.place == "keys"


def test_the_shelf_has_its_bar_and_the_game_just_left_at_once(open_app, small_shelf) -> None:
    app = open_app("arden")
    to_page(app, DecisionPage | TablePage)
    keyboard = Keyboard(app)
    keyboard.press(pygame.K_ESCAPE)
    keyboard.do("do:shelf")
    keys = [one.spot.key for one in targets(app)]
    assert {"do:title", "do:menu"} <= set(keys)
    assert any(key.startswith("saved:") for key in keys)


def test_pressing_and_adjourning_say_what_they_do_when_the_focus_is_on_them(open_app) -> None:
    app = open_app("arden")
    to_page(app, TablePage)
    app.draw()
    tips = {action: tip_of(found(app, f"do:{action}").spot) for action in ("press", "adjourn")}
    assert tips["press"].startswith("Asks for more on one issue, at a price.")
    assert tips["adjourn"].startswith("Ends this session.")


def test_who_has_consented_is_said_in_words(open_app) -> None:
    app = open_app("arden")
    to_page(app, TablePage)
    while page_of(app).standing is None:
        app.do("start:best")
        app.do("confirmed propose")
        to_page(app, TablePage)
    assert "Consented: " in words_shown(app) and "Not yet: " in words_shown(app)


def test_numbers_are_explained_where_they_stand(open_app) -> None:
    app = open_app("arden")
    to_page(app, TablePage)
    app.do("start:best")
    app.do("numbers")
    issue = page_of(app).issues[0]
    words = words_shown(app)
    assert f"(weight {issue.weight})" in words and "(100 of 100)" in words
    assert f"({page_of(app).walk_away.share} of 100)" in words


def test_down_from_the_codex_field_goes_to_what_was_found(open_app) -> None:
    app = open_app("soviet-union", played="finland-1939")
    to_page(app, DecisionPage)
    app.do("codex")
    keyboard = Keyboard(app)
    keyboard.type("paasi")
    assert app.stage.focus == "field"
    keyboard.press(pygame.K_DOWN)
    assert app.stage.focus.startswith("entry:")


def test_a_path_is_said_on_a_line_of_its_own(open_app) -> None:
    app = open_app("arden")
    path = Path("/home/somebody/games/grand-alliance/three-parties-3.html")
    one, two = (said_at(app.size, app.stage.kit, words)[0] for words in ("Written:", f"Written:\n{path}"))
    assert two.height > one.height
    lines = {mark.line.top for mark in said_at(app.size, app.stage.kit, f"Written:\n{path}")[1].marks}
    assert len(lines) == 2


def test_a_paper_read_from_the_briefing_is_not_new_there_any_more(open_app) -> None:
    app = open_app("soviet-union", played="finland-1939")
    while "do:continue" in {one.spot.key for one in targets(app)} and not getattr(page_of(app), "documents", ()):
        app.do("continue")
    before = [line.id for line in page_of(app).documents if line.unread]
    app.do(f"read:{before[0]}")
    app.do("back")
    assert [line.id for line in page_of(app).documents if line.unread] == before[1:]


def test_a_tip_says_no_more_than_the_row_why_an_option_is_closed() -> None:
    closed = Spot("option:war", pygame.Rect(0, 0, 9, 9), enabled=False, why_not="No troops are left.")
    assert tip_of(closed) == "No troops are left."
    assert tip_of(replace(closed, is_told=True)) == ""
