"""A game that is told to end while it opens, as a machine does that shuts down, ends at once and leaves all whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
THREE_PARTIES = str(ROOT / "tests" / "scenarios" / "three-parties")
AT_ONCE = 10
"""Seconds; measured on a busy machine: 0.7 at most from the signal, whatever was being opened."""
PROBE = """
import os, runpy, signal, sys
when, sys.argv = sys.argv[1], ["main.py", *sys.argv[2:]]
class Terminated:
    def find_spec(self, name, path=None, target=None):
        if name == when:
            sys.meta_path.remove(self)
            print("told to end", flush=True)
            os.kill(os.getpid(), signal.SIGTERM)
sys.meta_path.insert(0, Terminated())
runpy.run_path("main.py", run_name="__main__")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
@pytest.mark.parametrize(("face", "module"), [("window", "game.engine.compiler"), ("terminal", "game.present.sitting")])
def test_a_game_that_is_told_to_end_while_it_opens_ends_at_once(face: str, module: str, tmp_path: Path) -> None:
    terminal = ["--terminal", "--plain"] if face == "terminal" else []
    done = subprocess.run(
        [sys.executable, "-c", PROBE, module, "play", THREE_PARTIES, "--as", "arden", "--seed", "1", *terminal],
        env=dict(
            os.environ,
            SDL_VIDEODRIVER="dummy",
            SDL_AUDIODRIVER="dummy",
            DISPLAY=":0",
            PYGAME_HIDE_SUPPORT_PROMPT="1",
            GRAND_ALLIANCE_HOME=str(tmp_path),
        ),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=AT_ONCE,
        check=False,
    )
    assert "told to end" in done.stdout, done.stderr
    assert done.returncode == (0 if face == "window" else -15), done.stderr
    assert "Traceback" not in done.stderr
    for path in tmp_path.rglob("*"):
        assert path.is_dir() or path.suffix == ".json", f"{path} was left"
