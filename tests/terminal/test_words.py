"""Finding what a few typed words mean; typed packages."""

from __future__ import annotations

import pytest

from game.errors import AmbiguousWord, UsageError
from game.present.english import english
from game.terminal.words import Named, find, is_certain, matches

THINGS = (
    Named("hanko", "The Hanko peninsula", 1),
    Named("hanko-islands", "The islands east of Hanko", 2),
    Named("jussaro", "Jussarö and its waters", 3),
    Named("ino", "The fort of Ino", 4),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1", "hanko"),
        ("hanko", "hanko"),
        ("HANKO", "hanko"),
        ("hanko islands", "hanko-islands"),
        ("east", "hanko-islands"),
        ("jussaro", "jussaro"),
        ("Jussarö", "jussaro"),
        ("waters juss", "jussaro"),
        ("fo in", "ino"),
        ("the fort of ino", "ino"),
    ],
)
def test_numbers_ids_and_beginnings_of_words_find_one_thing(typed: str, meant: str) -> None:
    assert find(typed, THINGS, english()) == meant


def test_what_fits_several_is_listed() -> None:
    with pytest.raises(AmbiguousWord, match=r'"the" fits several: 1 \(The Hanko peninsula\), .* or 4'):
        find("the", THINGS, english())


def test_what_fits_nothing_is_asked_back_or_listed() -> None:
    with pytest.raises(UsageError, match=r'Did you mean "jussaro"\?'):
        find("jusarro", THINGS, english())
    with pytest.raises(UsageError, match="There is 1"):
        find("vladivostok", THINGS, english())


@pytest.mark.parametrize(
    ("typed", "certain"),
    [
        ("1", True),
        ("hanko", True),
        ("the Hanko peninsula", True),
        ("the hanko", True),
        ("peninsula", False),
        ("2", False),
        ("hank", False),
        ("", False),
    ],
)
def test_only_a_number_an_id_or_the_first_words_name_for_certain(typed: str, certain: bool) -> None:
    assert is_certain(typed, THINGS[0]) is certain


@pytest.mark.parametrize("typed", ["all", "no", "an"])
def test_a_word_typed_for_other_ends_is_never_certain(typed: str) -> None:
    assert not is_certain(typed, Named("whole", f"{typed} of it"))


@pytest.mark.parametrize("typed", ["", "  ", "?", "5", "0", "99999999999999999999", "🙂"])
def test_noise_means_nothing(typed: str) -> None:
    assert matches(typed, THINGS) == []
