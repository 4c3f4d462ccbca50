"""The game in a real terminal: line editing, the screen's size, Ctrl-C and Ctrl-D."""

from __future__ import annotations

import os
import re
import select
import signal
import sys
from pathlib import Path

import pytest

from tests.with_codex import scenario_with_codex

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
ROOT = Path(__file__).parents[2]


class Terminal:
    """A child process on a pseudo-terminal."""

    def __init__(self, *words: str) -> None:
        self.child, self._end = pty.fork()
        if self.child == 0:
            os.chdir(ROOT)
            os.environ["TERM"] = "xterm"
            for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
                os.environ.pop(name, None)
            os.execv(sys.executable, [sys.executable, "main.py", *words])
        self.printed = ""

    def until(self, words: str, seconds: float = 30.0) -> None:
        """Reads until the words have been printed."""
        while words not in self.printed:
            ready, _, _ = select.select([self._end], [], [], seconds)
            chunk = os.read(self._end, 65536) if ready else b""
            assert chunk, f"{words!r} was not printed: {self.printed[-2000:]!r}"
            self.printed += chunk.decode("utf-8", "replace")

    def type(self, words: str) -> None:
        """Types words as a person does; what was printed before is forgotten."""
        self.printed = ""
        os.write(self._end, words.encode())

    def press(self, key: str) -> None:
        """Presses a key until it is heard: a signal that comes just before a read begins waits for the next."""
        for _ in range(10):
            self.type(key)
            if select.select([self._end], [], [], 2.0)[0]:
                return

    def end(self, seconds: float = 30.0) -> int:
        """Reads to the end and returns the exit status; a child that does not end is a failure."""
        while True:
            ready, _, _ = select.select([self._end], [], [], seconds)
            if not ready:
                os.kill(self.child, signal.SIGKILL)
                os.waitpid(self.child, 0)
                pytest.fail(f"it did not end: {self.printed[-2000:]!r}")
            try:
                chunk = os.read(self._end, 65536)
            except OSError:  # how Linux says that the other end is closed
                chunk = b""
            if not chunk:
                return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])
            self.printed += chunk.decode("utf-8", "replace")


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["ctrl-c", "ctrl-d"])
def test_leaving_by_a_key_saves_and_says_how_to_go_on(key: str, tmp_path: Path) -> None:
    save = tmp_path / "game.json"
    terminal = Terminal("play", "tests/scenarios/three-parties", "--as", "arden", "--terminal", "--save", str(save))
    for mark in ("Enter to go on.", "Our delegation", "What has happened"):
        terminal.until(mark)
        terminal.until("> ")
        terminal.type("\n")
    terminal.until("help.")
    terminal.until("> ")
    terminal.type("wait\n")
    terminal.until("Enter to go on.")
    terminal.until("> ")
    terminal.press(key)
    assert terminal.end() == 0
    assert "Go on with it:" in terminal.printed
    assert "Traceback" not in terminal.printed
    assert save.exists()


def test_a_terminal_shows_bold_type_and_no_colour(tmp_path: Path) -> None:
    terminal = Terminal("play", "tests/scenarios/three-parties", "--as", "arden", "--save", str(tmp_path / "a.json"))
    terminal.until("Enter to go on.")
    assert "\x1b[1m" in terminal.printed
    assert not re.search(r"\x1b\[[0-9;]*[349][0-7]m", terminal.printed)
    terminal.until("> ")
    terminal.press("\x04")
    assert terminal.end() == 0


def test_with_no_verb_and_no_display_the_shelf_is_shown_in_the_terminal() -> None:
    terminal = Terminal()
    terminal.until("Which? Type a number")
    assert "No display was found" in terminal.printed
    terminal.until("> ")
    terminal.type("quit\n")
    assert terminal.end() == 0
    assert "No game was begun." in terminal.printed


def test_tab_completes_a_name_of_the_codex(tmp_path: Path) -> None:
    pytest.importorskip("readline")
    home = scenario_with_codex(tmp_path)
    terminal = Terminal("play", str(home), "--as", "arden", "--unsaved", "--terminal")
    terminal.until("Press Enter")
    terminal.type("\r")
    terminal.until("Press Enter")
    terminal.type("look ad\t")
    terminal.until("Ada Hale")
    terminal.type("\r")
    terminal.until("She has kept the light for eleven winters.")
    terminal.type("quit\r")
    assert terminal.end() == 0
