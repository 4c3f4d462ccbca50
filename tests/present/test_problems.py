"""What the floors below say of files is said in Thai as well, down to the reason."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from game.errors import GameError
from game.present.html_report import write
from game.present.languages import in_one_piece, speech_in
from game.present.problems import problem_words
from game.scenario.loader import load, load_words
from game.storage.files import expect_folder
from game.storage.settings import load_settings
from game.storage.strict_json import read_json

THAI = in_one_piece(speech_in("th"))
SAVE = "a saved game"


def read(path: Path) -> object:
    return read_json(path, what=SAVE, limit=1_000_000)


def written(path: Path, words: str) -> Path:
    path.write_text(words, encoding="utf-8")
    return path


PROBLEMS: dict[str, Callable[[Path], object]] = {
    "no folder": lambda home: expect_folder(home / "nowhere" / "a.json"),
    "a file for a folder": lambda home: expect_folder(written(home / "b", "") / "a.json"),
    "no file": lambda home: read(home / "none.json"),
    "a folder for a file": lambda home: read(home),
    "broken off": lambda home: read(written(home / "c.json", '{"a":')),
    "twice": lambda home: read(written(home / "d.json", '{"a": 1, "a": 2}')),
    "a report over a folder": lambda home: write(None, THAI, home),  # type: ignore[arg-type]
    "no scenario": lambda home: load("no-such"),
    "no translation": lambda home: load_words(load("finland-1939"), "finland-1939", "fi"),
}


@pytest.mark.parametrize("kind", sorted(PROBLEMS))
def test_a_problem_with_a_file_is_told_in_thai(kind: str, tmp_path: Path) -> None:
    with pytest.raises(GameError) as caught:
        PROBLEMS[kind](tmp_path)
    said = problem_words(THAI, caught.value)
    named = rf"[/\w.-]*{re.escape(str(tmp_path))}\S*|[a-z]+-19\d\d|“[^”]*”|'a'"
    bare = re.sub(named, "", said)
    assert re.search("[\u0e00-\u0e7f]", said)
    assert not re.search("[A-Za-z]{3,}", bare), said
    assert problem_words(speech_in("en"), caught.value) == str(caught.value)


def test_a_note_on_settings_is_told_in_thai(tmp_path: Path) -> None:
    note = load_settings(written(tmp_path / "settings.json", '{"colour": "red"}')).note
    assert problem_words(THAI, note).endswith("จึงใช้การตั้งค่าปกติในส่วนนั้น")
    note = load_settings(written(tmp_path / "settings.json", "[")).note
    assert problem_words(THAI, note).endswith("จึงใช้การตั้งค่าปกติ")


def test_what_is_not_known_stays_as_it_is() -> None:
    assert problem_words(THAI, "Something else altogether.") == "Something else altogether."
