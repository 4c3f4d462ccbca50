"""Small changes of a good scenario, each checked as an author would check a file.

It is the one under `tests/broken` where no other is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from game.scenario.loader import check
from game.scenario.positions import Finding

GOOD = Path(__file__).parents[1] / "broken" / "good.yaml"
WORLD = GOOD.with_name("world.yaml")
CONGRESS = Path(__file__).parents[1] / "scenarios" / "congress" / "scenario.yaml"
"""A table with an agenda and hours, elastic words, an absentee and a promise that can be stretched or lapse."""
FOLDER = "small-talks"

Change = tuple[str, str]
"""Words that stand once in the good file, and what to write instead."""


def written(folder: Path, *changes: Change, good: Path = GOOD) -> Path:
    """Writes the good scenario with these changes into a folder of its own; returns its file."""
    text = good.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, f"{text.count(old)} × {old!r}"
        text = text.replace(old, new)
    home = folder / (FOLDER if good == GOOD else good.parent.name)
    home.mkdir(exist_ok=True)
    world = WORLD if good == GOOD else good.parents[1] / "world.yaml"
    (folder / "world.yaml").write_bytes(world.read_bytes())
    (home / "scenario.yaml").write_text(text, encoding="utf-8")
    return home / "scenario.yaml"


def findings_in(folder: Path, *changes: Change, good: Path = GOOD) -> list[Finding]:
    """What is found in the good scenario after these changes; paths are shortened to the file's name."""
    found = check(written(folder, *changes, good=good))
    return [replace(one, where=replace(one.where, path=Path(one.where.path).name)) for one in found]


def said(folder: Path, *changes: Change, good: Path = GOOD) -> list[str]:
    """The findings without their place: severity, code, message and suggestion."""
    return [str(one).partition(": ")[2] for one in findings_in(folder, *changes, good=good)]


def codes(folder: Path, *changes: Change) -> list[str]:
    """The codes of the findings, in file order."""
    return [one.code for one in findings_in(folder, *changes)]


def assert_told(folder: Path, changes: Sequence[Change], expected: str) -> None:
    """Expects the finding `expected` after these changes, and no other of its code; «words» stand for their line."""
    before, _, words = expected.partition("«")
    words, _, after = words.partition("»")
    line = place_of(words).partition(":")[0] if words else ""
    code = expected.split()[1]
    assert [one for one in said(folder, *changes) if one.split()[1] == code] == [before + line + after]


def place_of(words: str) -> str:
    """The `line:column` at which these words begin in the good file."""
    text = GOOD.read_text(encoding="utf-8")
    assert text.count(words) == 1, f"{text.count(words)} × {words!r}"
    before = text[: text.index(words)]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
