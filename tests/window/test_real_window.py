"""A real window on a private X server, with a real mouse and keyboard: one game begun, looked at, and left."""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.storage.settings import load_settings
from game.window.theme import Palette

NEEDED = ("Xvfb", "xdotool", "import")
MISSING = [program for program in NEEDED if shutil.which(program) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
ROOT = Path(__file__).parents[2]
PATIENCE = 40
SIZE = (1280, 720)

PROGRAM = """
import sys, pygame
from game.present.wishes import Wishes
from game.window import app, display, running
display.first_size = lambda: (1280, 720)
def draw(self, real=app.App.draw):
    if real(self):
        window = pygame.display.get_wm_info()["window"]
        seq = self.shown.play.sitting.game.seq if self.shown.play else 0
        focused = self.on_top.focused
        middle = "at {},{}.".format(*focused.area.center) if focused is not None else "at nothing."
        shown = (self.on_top.screen.place, self.on_top.focus, self.size, f"move {seq}.", self.shown.language, self.said)
        print("FRAME", window, middle, *shown, flush=True)
app.App.draw = draw
print("LEFT", running.run(Wishes(scenario=sys.argv[1], seats=("arden",), seed=3)), flush=True)
"""


@pytest.fixture
def server() -> Iterator[str]:
    reading, writing = os.pipe()
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-noreset", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        yield f":{pipe.readline().strip()}"
        process.terminate()
        process.wait(PATIENCE)


class Window:
    """The game in a process of its own, and what it says of its frames."""

    def __init__(self, display: str, home: Path) -> None:
        self.environment = dict(
            os.environ,
            DISPLAY=display,
            SDL_VIDEODRIVER="x11",
            SDL_VIDEO_WINDOW_POS="0,0",
            SDL_AUDIODRIVER="dummy",
            PYGAME_HIDE_SUPPORT_PROMPT="1",
            GRAND_ALLIANCE_HOME=str(home),
            PYTHONPATH=str(ROOT),
        )
        scenario = ROOT / "tests" / "scenarios" / "three-parties"
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(scenario)],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._pending = ""
        self.window = self.until("FRAME").split()[1]
        self.until("note:")
        self.hand("windowfocus", self.window)

    def until(self, *wanted: str) -> str:
        """Reads lines until one has every wanted word."""
        for _ in range(200):
            line = self._line(wanted)
            if all(word in line for word in wanted):
                return line
        raise AssertionError(f"never {wanted}")

    def _line(self, wanted: tuple[str, ...]) -> str:
        """Reads the next line; several may come at once, and those that have are not waited for."""
        assert self.process.stdout and self.process.stderr
        while "\n" not in self._pending:
            ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE)
            assert ready, f"waited in vain for {wanted}"
            came = os.read(self.process.stdout.fileno(), 65_536).decode()
            assert came, self.process.stderr.read()
            self._pending += came
        line, _, self._pending = self._pending.partition("\n")
        return line

    def hand(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environment, check=True, timeout=PATIENCE)

    def picture(self, path: Path) -> pygame.Surface:
        command = ["import", "-window", self.window, str(path)]
        subprocess.run(command, env=self.environment, check=True, timeout=PATIENCE)
        return pygame.image.load(str(path))


def test_a_real_window_is_played_in_with_mouse_and_keyboard(server, tmp_path):
    game = Window(server, tmp_path / "home")
    try:
        picture = game.picture(tmp_path / "note.png")
        assert picture.get_size() == SIZE
        desk = picture.get_at((4, 400))[:3]
        assert all(abs(seen - meant) <= 16 for seen, meant in zip(desk, Palette().desk, strict=True))
        game.hand("key", "Return")
        across, down = re.search(r"at (\d+),(\d+)\.", game.until("briefing:")).groups()
        game.hand("mousemove", "--window", game.window, across, down, "click", "1")
        game.until("consequence:")
        game.hand("key", "Tab")
        game.until("consequence:", "do:state")
        game.hand("key", "F2")
        game.until("state")
        game.hand("key", "Escape")
        game.until("consequence:")
        game.hand("windowsize", game.window, "1500", "900")
        game.until("(1500, 900)")
        game.hand("key", "n")
        game.until("decision:")
        game.hand("key", "1")
        game.until("decide:")
        game.hand("key", "Return")
        game.until("consequence:")
        game.hand("key", "n")
        game.until("table:", "move 5.")
        game.hand("key", "ctrl+Return")
        game.until("table:", "move 8.")
        game.hand("key", "ctrl+Return")
        game.until("question:propose")
        game.hand("key", "Tab")
        game.until("question:propose", "confirmed")
        game.hand("key", "Return")
        game.until("consequence:", "move 12.")
        game.hand("key", "F9")
        game.until("consequence:", " th ")
        game.hand("key", "ctrl+s")
        game.until("consequence:", ".json")
        game.hand("key", "ctrl+q")
        game.until("LEFT 0")
        assert game.process.wait(PATIENCE) == 0
        saved = tmp_path / "home" / "saves" / "three-parties-3.json"
        assert saved.read_text().count('"seat": "arden"') >= 3
        assert load_settings(tmp_path / "home" / "settings.json").settings.language == "th"
    finally:
        game.process.kill()
        game.process.communicate()
