from __future__ import annotations

from random import Random

import pygame
import pytest

from tests.window.conftest import SCENARIO
from tests.window.hands import Keyboard, Mouse, found, settle, words_shown

KEYS = [
    pygame.K_TAB, pygame.K_RETURN, pygame.K_SPACE, pygame.K_ESCAPE, pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT,
    pygame.K_RIGHT, pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_HOME, pygame.K_END, pygame.K_1, pygame.K_2, pygame.K_3,
    pygame.K_4, pygame.K_9, pygame.K_KP2, pygame.K_a, pygame.K_z, pygame.K_y, pygame.K_s, pygame.K_0, pygame.K_MINUS,
    pygame.K_EQUALS, pygame.K_BACKSPACE, pygame.K_F1, pygame.K_F2, pygame.K_F3, pygame.K_F4, pygame.K_F5, pygame.K_F6,
    pygame.K_F7, pygame.K_F8, pygame.K_F9, pygame.K_F10, pygame.K_F12, pygame.K_n, pygame.K_LSHIFT,
]  # fmt: skip
MODIFIERS = [0] * 6 + [pygame.KMOD_SHIFT, pygame.KMOD_CTRL, pygame.KMOD_CTRL | pygame.KMOD_SHIFT, pygame.KMOD_ALT]
TYPED = ["", "", "a", "ä", "1", " ", "\x00", "\u202e", "🙂", "e\u0301\u0301\u0301\u0301"]
SIZES = [(1280, 720), (1920, 1080), (700, 500), (200, 90), (1000, 1400)]


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(
    ("scenario", "seats"),
    [
        ("scenarios/finland-1939", ("finland",)),
        (SCENARIO, ("arden", "borrel")),
        (SCENARIO.parent / "congress", ("arden", "corvane")),
    ],
)
def test_no_key_click_or_size_breaks_the_window(open_app, small_shelf, seed, scenario, seats):
    app = open_app(*seats, played=scenario)
    keyboard, mouse, chance = Keyboard(app), Mouse(app), Random(seed)
    for number in range(300):
        what = chance.random()
        if what < 0.6:
            keyboard.press(chance.choice(KEYS), chance.choice(MODIFIERS), chance.choice(TYPED))
        elif what < 0.8 and app.on_top.targets:
            spot = chance.choice(app.on_top.targets)
            if spot.spot.action not in ("quit", "full-screen"):
                mouse.click(spot.area.center)
        elif what < 0.97:
            mouse.click((chance.randrange(1300), chance.randrange(760)))
            mouse.turn(chance.choice([-3, -1, 1, 3]))
        else:
            pygame.display.set_mode(chance.choice(SIZES), pygame.RESIZABLE)
            pygame.event.post(pygame.Event(pygame.VIDEORESIZE, size=(1, 1), w=1, h=1))
            settle(app)
        if app.shown.left:
            app.shown.left = False
        assert words_shown(app).strip(), f"nothing is shown after {number} events"
        assert app.on_top.targets, f"nothing can be done after {number} events"


def test_events_that_mean_nothing_change_nothing(open_app):
    app = open_app("arden")
    frames, page = app.frames, app.shown.play.sitting.page
    button = found(app, f"do:{page.actions[0].id}").area.center
    for kind in (pygame.JOYBUTTONDOWN, pygame.USEREVENT, pygame.WINDOWLEAVE, pygame.KEYUP, pygame.WINDOWFOCUSLOST):
        pygame.event.post(pygame.Event(kind))
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.Event(kind, pos=button, button=pygame.BUTTON_RIGHT, touch=False))
    settle(app)
    assert app.frames == frames
    assert app.shown.play.sitting.page is page
    Mouse(app).click(button)
    assert app.frames > frames
    assert app.shown.play.sitting.page is not page, "the button does nothing, so a wrong press on it shows nothing"
