"""The window's bars, in processor time: a frame, a change of the page, the first frame of a fresh process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from random import Random
from statistics import median
from time import process_time

import pytest

from game.present.page import TablePage
from tests.window.hands import Mouse
from tests.window.player import play_through

resource = pytest.importorskip("resource", reason="this system tells no processor time of finished processes")

FRAME = 0.016
FIRST_FRAME = 0.5
FIRST = """
from game.present.wishes import Wishes
from game.window.display import open_window
from game.window.app import App
from game.window.visit import Visit
visit = Visit(Wishes())
open_window("Grand Alliance")
App(visit).draw()
"""


def spent(act: Callable[[], object], times: int = 9) -> float:
    def once() -> float:
        start = process_time()
        act()
        return process_time() - start

    once()
    return median(once() for _ in range(times))


def test_a_frame_and_a_change_of_a_table_keep_to_their_bar(open_app):
    app = open_app("arden", size=(1920, 1080))
    next(page for page in play_through(app, Mouse(app), Random(1)) if isinstance(page, TablePage))

    def redraw() -> None:
        app._dirty = True
        app.draw()

    issue = app.shown.play.sitting.page.issues[0].id
    assert spent(redraw) <= FRAME
    assert spent(lambda: app.do(f"step:{issue}:1")) <= FRAME


def test_the_first_frame_comes_at_once():
    def first() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        environment = dict(os.environ, SDL_VIDEODRIVER="dummy")
        subprocess.run([sys.executable, "-c", FIRST], env=environment, check=True, capture_output=True, timeout=60)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert median(first() for _ in range(3)) <= FIRST_FRAME


def test_the_engine_is_not_loaded_for_the_first_frame():
    code = FIRST + "import sys; print(sorted({'numpy', 'pydantic', 'yaml', 'rich'} & set(sys.modules)))"
    environment = dict(os.environ, SDL_VIDEODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1")
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=60)
    assert ran.stdout.strip() == "[]"
