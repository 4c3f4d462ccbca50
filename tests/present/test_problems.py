"""What the floors below say of files is said in Thai as well, down to the reason."""

from __future__ import annotations

import ast
import errno
import os
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from game.errors import GameError
from game.present.english_problems import PATTERNS
from game.present.html_report import write
from game.present.languages import in_one_piece, speech_in
from game.present.problems import problem_words
from game.scenario.loader import load, load_words
from game.storage.files import expect_folder
from game.storage.settings import load_settings
from game.storage.strict_json import read_json

CODE = Path(__file__).resolve().parents[2] / "game"
SPEAKING = (
    "engine/replaying.py",
    "storage/*.py",
    "scenario/[cslw]*.py",
    "players/styles.py",
    "present/atlas.py",
    "present/html_report.py",
)
"""Where files are opened and written, and a save is replayed."""
FEWEST_WORDS = 2
MACHINE = tuple(
    os.strerror(number).lower()
    for number in (errno.EACCES, errno.ENOSPC, errno.EROFS, errno.EISDIR, errno.ENAMETOOLONG, errno.ENOENT)
)
"""What the machine itself says of a file."""
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


@pytest.fixture(scope="module")
def said() -> frozenset[str]:
    """Every sentence of some words that the code says of files, with `{}` where something is filled in."""
    modules = (path for places in SPEAKING for path in CODE.glob(places))
    return frozenset(one for path in modules for one in strings(ast.parse(path.read_text(encoding="utf-8"))))


def strings(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        parts = node.values if isinstance(node, ast.JoinedStr) else [node]
        texts = [part.value if isinstance(part, ast.Constant) else None for part in parts]
        words = "".join(text if isinstance(text, str) else "{}" for text in texts)
        if len(re.findall(r"[A-Za-z]+", words)) >= FEWEST_WORDS:
            yield words


def is_said(sentence: str, said: frozenset[str]) -> bool:
    """Whether a string of the code holds a sentence, or may be filled so as to be it; else its parts, one by one."""
    bare = re.sub(r"\{[a-z]+\}", "{}", sentence)
    stem = bare.removesuffix(".").removesuffix("{}")
    if sentence in MACHINE or any(stem in words or filled(words).fullmatch(bare) for words in said):
        return True
    parts = re.split(r"(?<=[.?]) ", sentence)
    return len(parts) > 1 and all(re.fullmatch(r"\{[a-z]+\}", part) or is_said(part, said) for part in parts)


@cache
def filled(words: str) -> re.Pattern[str]:
    return re.compile(".+".join(map(re.escape, words.split("{}"))), re.DOTALL)


@pytest.mark.parametrize("about", sorted(set(PATTERNS) - {"why.json"}))  # It is put together of two; see "broken off".
def test_a_problem_that_other_languages_know_is_one_that_the_code_says(about: str, said: frozenset[str]) -> None:
    assert is_said(PATTERNS[about], said), PATTERNS[about]


def test_a_note_on_settings_is_told_in_thai(tmp_path: Path) -> None:
    note = load_settings(written(tmp_path / "settings.json", '{"colour": "red"}')).note
    assert problem_words(THAI, note).endswith("จึงใช้การตั้งค่าปกติในส่วนนั้น")
    note = load_settings(written(tmp_path / "settings.json", "[")).note
    assert problem_words(THAI, note).endswith("จึงใช้การตั้งค่าปกติ")


def test_what_is_not_known_stays_as_it_is() -> None:
    assert problem_words(THAI, "Something else altogether.") == "Something else altogether."
