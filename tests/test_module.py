"""`python -m game` is the game, as `python main.py` is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], capture_output=True, text=True, cwd=ROOT, timeout=60, check=False)


def test_the_module_does_what_the_file_does() -> None:
    assert run("-m", "game", "list").stdout == run("main.py", "list").stdout != ""


def test_the_module_calls_itself_by_the_name_it_was_called_by() -> None:
    assert run("-m", "game", "--help").stdout.startswith("usage: python -m game ")


def test_a_mistake_has_its_sentence_and_status() -> None:
    done = run("-m", "game", "lst")
    assert done.returncode == 2
    assert 'Did you mean "list"?' in done.stderr
