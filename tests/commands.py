"""Runs the command as a user does, in a process of its own or in this one; with no terminal and no display."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from unittest import mock

from game.cli import main

ROOT = Path(__file__).parents[1]


def run(*words: str, typed: str = "", environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Runs `python main.py` with these words, and types `typed`."""
    return subprocess.run(
        [sys.executable, "main.py", *words],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        check=False,
        timeout=60,
    )


def run_here(*words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Does what `run` does without starting Python anew, for rules that need no process of their own."""
    streams = [io.TextIOWrapper(io.BytesIO(given), "utf-8") for given in (typed.encode(), b"", b"")]
    names = ("sys.stdin", "sys.stdout", "sys.stderr")
    here = mock.patch.dict(os.environ, {"COLUMNS": "80", "LINES": "24"})
    with here, mock.patch(names[0], streams[0]), mock.patch(names[1], streams[1]), mock.patch(names[2], streams[2]):
        try:
            status = main(words)
        except SystemExit as left:
            status = int(left.code or 0)
    printed = []
    for stream in streams[1:]:
        stream.flush()
        printed.append(stream.buffer.getvalue().decode())  # type: ignore[attr-defined]
    return subprocess.CompletedProcess(words, status, *printed)
