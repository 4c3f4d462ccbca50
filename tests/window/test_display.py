from __future__ import annotations

import os
import subprocess
import sys

import pygame
import pytest

from game.errors import GameError
from game.present.wishes import Wishes
from game.window import running
from game.window.display import NoDisplay, available, first_size, open_window

PROBE = "from game.window.display import available; print(available())"


def probed(**more: str) -> str:
    """What a fresh process without any display finds."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    environment = {name: value for name, value in os.environ.items() if name not in hidden} | more
    ran = subprocess.run([sys.executable, "-c", PROBE], env=environment, capture_output=True, text=True, timeout=60)
    return ran.stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is a display wherever there is a session")
def test_without_a_display_none_is_available():
    assert probed() == "False"


def test_a_driver_that_draws_nowhere_counts_where_it_is_asked_for():
    assert probed(SDL_VIDEODRIVER="dummy") == "True"


def test_a_display_that_does_not_answer_is_none():
    assert probed(DISPLAY=":4711") == "False"


def test_a_driver_that_does_not_exist_is_no_display():
    assert probed(SDL_VIDEODRIVER="telegraph") == "False"


def test_available_opens_no_window(monkeypatch):
    pygame.display.quit()
    assert available()
    assert pygame.display.get_surface() is None


def test_a_window_that_cannot_be_opened_says_what_to_do(monkeypatch):
    pygame.display.quit()

    def refuse(*_: object, **__: object) -> None:
        raise pygame.error("no room on the wall")

    monkeypatch.setattr(pygame.display, "set_mode", refuse)
    with pytest.raises(NoDisplay, match=r"no room on the wall.*--terminal"):
        open_window("Grand Alliance")


def test_a_missing_display_is_told_before_anything_is_read(monkeypatch):
    pygame.display.quit()
    monkeypatch.setenv("SDL_VIDEODRIVER", "telegraph")
    with pytest.raises(NoDisplay):
        running.run(Wishes(scenario="finland-1939"))


def test_what_cannot_be_played_closes_the_window_with_a_sentence():
    with pytest.raises(GameError, match="no scenario"):
        running.run(Wishes(scenario="finland-1940"))
    assert not pygame.display.get_init()


def test_leaving_ends_well():
    pygame.event.post(pygame.Event(pygame.QUIT))
    assert running.run(Wishes()) == 0


def test_the_window_opens_no_larger_than_the_desktop(monkeypatch):
    for desktop, least, most in (((1366, 768), 900, 1366), ((3840, 2160), 1920, 2100), ((800, 600), 640, 1280)):
        monkeypatch.setattr(pygame.display, "get_desktop_sizes", lambda size=desktop: [size])
        assert least <= first_size()[0] <= most


@pytest.mark.parametrize(
    ("scenario", "seats", "why"),
    [
        ("finland-1939", ("narnia",), 'finland-1939 has no seat "narnia"'),
        ("finland-1939", ("finland", "finland"), "Finland is taken twice"),
        ("yalta-1945", ("poland",), "played by the program"),
    ],
)
def test_a_seat_that_cannot_be_taken_is_told_in_a_sentence(scenario, seats, why):
    with pytest.raises(GameError, match=why):
        running.run(Wishes(scenario=scenario, seats=seats))


def test_what_was_wished_for_one_scenario_is_not_wished_for_another(open_app, small_shelf):
    shown = open_app("finland", played="scenarios/finland-1939")
    shown.do("shelf")
    shown.do("open:three-parties")
    assert shown.shown.seating.choices.seats == ()
