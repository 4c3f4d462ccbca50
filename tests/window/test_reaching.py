"""Each page is reached and left with one hand: by the mouse alone, and by the keyboard alone."""

from __future__ import annotations

from random import Random

import pygame
import pytest

from game.present.page import DecisionPage, OverPage, TablePage
from game.storage.settings import Settings
from game.window.app import App
from tests.window.conftest import MakeApp
from tests.window.hands import Hand, Keyboard, Mouse, words_shown
from tests.window.player import leave, play_through

HANDS = [Keyboard, Mouse]
FROM_THE_COVER = {
    "do:shelf": ("shelf", "do:title"),
    "do:saves": ("saves", "do:back"),
    "do:settings": ("settings", "do:back"),
    "do:codex": ("codex", "do:back"),
    "do:keys": ("keys", "do:close"),
}
FROM_A_DECISION = {
    "do:state": ("state", "do:back"),
    "do:documents": ("documents", "do:back"),
    "do:briefing": ("briefing", "do:back"),
    "do:history": ("history", "do:back"),
    "do:codex": ("codex", "do:back"),
    "do:map": ("map", "do:back"),
    "do:staff": ("staff", "do:back"),
    "do:sources": ("sources", "do:close"),
    "do:menu": ("menu", "do:close"),
}
FROM_THE_MENU = {
    "do:settings": ("settings", "do:back"),
    "do:saves": ("saves", "do:back"),
    "do:keys": ("keys", "do:close"),
}
ONE_DEEPER = {
    "do:state": ("figure:", "account:"),
    "do:documents": ("paper:", "document"),
    "do:codex": ("here:", "codex:"),
}


def place(app: App) -> str:
    return app.on_top.screen.place


def first_spot(app: App, beginning: str) -> str:
    return next(one.spot.key for one in app.on_top.targets if one.spot.key.startswith(beginning))


def leave_by(app: App, hand: type[Hand], button: str) -> None:
    """Goes back as a hand does: by the button, or by Escape."""
    if hand is Mouse:
        Mouse(app).do(button)
    else:
        Keyboard(app).press(pygame.K_ESCAPE)


@pytest.mark.parametrize("hand", HANDS)
def test_every_page_of_the_cover_is_reached_and_left(open_app: MakeApp, small_shelf: None, hand: type[Hand]) -> None:
    app = open_app()
    for way, (there, back) in FROM_THE_COVER.items():
        hand(app).do(way)
        assert place(app) == there
        leave_by(app, hand, back)
        assert place(app) == "title"


@pytest.mark.parametrize("hand", HANDS)
def test_every_page_at_hand_and_of_the_menu_is_reached_and_left(open_app: MakeApp, hand: type[Hand]) -> None:
    app = open_app("finland", played="finland-1939", length="short")
    while not isinstance(app.shown.play.sitting.page, DecisionPage):
        leave(app, hand(app), app.shown.play.sitting.page, Random(1))
    start = place(app)
    for way, (there, back) in FROM_A_DECISION.items():
        hand(app).do(way)
        assert place(app).startswith(there)
        if way in ONE_DEEPER:
            beginning, deeper = ONE_DEEPER[way]
            hand(app).do(first_spot(app, beginning))
            assert place(app).startswith(deeper)
            leave_by(app, hand, "do:back")
            assert place(app).startswith(there)
        leave_by(app, hand, back)
        assert place(app) == start
    for way, (there, back) in FROM_THE_MENU.items():
        hand(app).do("do:menu")
        hand(app).do(way)
        assert place(app) == there
        leave_by(app, hand, back)
        assert place(app) == start


def test_finland_is_played_in_thai_by_keyboard_in_large_type_and_high_contrast(open_app: MakeApp) -> None:
    settings = Settings(language="th", text_size=200, palette="high-contrast")
    app = open_app("finland", played="finland-1939", length="short", settings=settings)
    keyboard = Keyboard(app)
    pages = list(play_through(app, keyboard, Random(8)))
    assert isinstance(pages[-1], OverPage)
    assert any(isinstance(page, DecisionPage | TablePage) for page in pages)
    keyboard.do("do:debrief")
    keyboard.do("do:contents")
    assert "การตัดสินใจทีละครั้ง" in words_shown(app).replace("\u200b", "")
