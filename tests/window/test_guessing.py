"""Guessing in the window: by mouse and by keys, kept only when it is noted."""

from __future__ import annotations

from random import Random

import pygame

from game.analysis.guessed import DEAREST
from game.present.page import TablePage
from tests.window.hands import Keyboard, Mouse
from tests.window.player import play_through


def to_a_table(app):
    next(page for page in play_through(app, Mouse(app), Random(3)) if isinstance(page, TablePage))
    return app


def test_a_guess_is_made_by_mouse_and_kept(open_app):
    app = to_a_table(open_app("arden"))
    mouse, sitting = Mouse(app), app.shown.play.sitting
    mouse.do("do:guess")
    issues = [one.id for one in sitting.page.issues]
    for issue in issues[: DEAREST + 1]:
        mouse.do(f"guess-issue:{issue}")
    mouse.do("guess-least")
    assert not sitting.guessing.made
    mouse.do("do:guess-kept")
    (made,) = sitting.guessing.made
    assert made.dearest == tuple(issues[:DEAREST])
    assert made.least == 50
    assert app.on_top.screen.place.startswith("table")


def test_a_guess_is_made_by_keys(open_app):
    app = to_a_table(open_app("arden"))
    keyboard, sitting = Keyboard(app), app.shown.play.sitting
    keyboard.press(pygame.K_g)
    assert app.on_top.screen.place == "guess"
    keyboard.press(pygame.K_2)
    keyboard.press(pygame.K_ESCAPE)
    assert not sitting.guessing.made
    keyboard.press(pygame.K_g)
    keyboard.press(pygame.K_2)
    app.do("guess-kept")
    assert sitting.guessing.made[0].dearest == (sitting.page.issues[1].id,)


def test_before_a_table_the_key_says_that_there_is_nobody(open_app):
    app = open_app("arden")
    app.do("continue")
    Keyboard(app).press(pygame.K_g)
    assert "nobody to guess about" in app.said


def test_the_guess_stands_among_the_moves_of_a_table(open_app):
    app = to_a_table(open_app("arden"))
    panels = {target.spot.key: target.panel for target in app.on_top.targets}
    assert panels["do:guess"] is panels["do:walk-out"] is not None
