"""Checks a translation of what scenarios share, a catalogue or a codex, by the original that lies beside it.

How each is read and compared is for the module of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from game.scenario.positions import Finding, Severity

Original = TypeVar("Original")
Read = Callable[[Path, str, list[Finding]], Original | None]
Compare = Callable[[Path, Original, list[Finding]], None]


def check_shared_translation(
    translation: Path, name: str, read: Read[Original], compare: Compare[Original], findings: list[Finding]
) -> None:
    """Compares a translation with the file called `name` beside it; of that only what keeps it from being read."""
    about: list[Finding] = []
    file = translation.with_name(name)
    original = read(file, str(file), about)
    if original is None:
        findings += [finding for finding in about if finding.severity is Severity.ERROR]
    else:
        compare(translation, original, findings)
