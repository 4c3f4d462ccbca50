"""Runs the command as a user does: in a process of its own, with no terminal and no display."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

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
