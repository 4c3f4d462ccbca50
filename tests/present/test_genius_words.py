"""Why a domain cannot be imported is told in Thai as well, down to what is in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from game.errors import CannotRead
from game.present.english_genius import SENTENCES
from game.present.languages import in_one_piece, speech_in
from game.present.problems import problem_words
from game.scenario.genius import read_domain
from tests.scenario.test_genius import HOSTILE, folder

THAI = in_one_piece(speech_in("th"))
TYPED = r"utility_space|DOCTYPE|XML|UTF|Genius|discrete|integer|reservation|evaluator"
"""Words of the format that stay as they are."""

__all__ = ["folder"]


def bare_of(said: str, home: Path) -> str:
    """What is said, without names of files and of what stands in them."""
    return re.sub(rf"{re.escape(str(home))}[^ :]*|'[^']*'|{TYPED}|\b(value|name|evaluation|slope|offset)\b", "", said)


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_wrong_with_a_profile_is_told_in_thai(what: str, folder: Path) -> None:
    (folder / "Harbour_Borrel.xml").write_text(HOSTILE[what][0])
    with pytest.raises(CannotRead) as caught:
        read_domain(folder)
    said = problem_words(THAI, caught.value)
    assert not re.search("[A-Za-z]{3,}", bare_of(said, folder.parent)), said
    assert problem_words(speech_in("en"), caught.value) == str(caught.value)


def nowhere(home: Path) -> Path:
    return home / "nowhere"


def a_file(home: Path) -> Path:
    (home / "file.xml").write_text("x")
    return home / "file.xml"


def empty(home: Path) -> Path:
    (home / "empty").mkdir()
    return home / "empty"


@pytest.mark.parametrize("make", [nowhere, a_file, empty], ids=lambda one: str(one.__name__))
def test_what_is_wrong_with_a_folder_is_told_in_thai(make: Callable[[Path], Path], tmp_path: Path) -> None:
    with pytest.raises(CannotRead) as caught:
        read_domain(make(tmp_path))
    said = problem_words(THAI, caught.value)
    assert not re.search("[A-Za-z]{3,}", bare_of(said, tmp_path)), said


@pytest.mark.parametrize("about", SENTENCES)
def test_every_sentence_is_known_by_its_own_words(about: str) -> None:
    filled = {name: f"‹{name}›" for name in re.findall(r"\{([a-z]+)\}", SENTENCES[about])}
    assert problem_words(THAI, SENTENCES[about].format(**filled)) == THAI(f"problem.{about}", **filled)
