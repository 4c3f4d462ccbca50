"""The catalogue of sentences: everything said is in it, everything in it is said."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from game.players.styles import styles
from game.present.english import english
from game.present.english_check import CHECK
from game.present.english_repairs import CHECK_WORDS, REPAIRS
from game.present.scales import importance, outlook, share, worth

GAME = Path(__file__).parents[2] / "game"
SPEAKERS = {"speech", "_speech", "say"}
FINDINGS = {*CHECK, *CHECK_WORDS, *REPAIRS}
"""What findings say stands in their own code; `test_checked` holds these sentences to it."""


def sources() -> Iterator[ast.Module]:
    for path in sorted(GAME.rglob("*.py")):
        if not path.name.startswith("english"):  # the catalogues say nothing themselves
            yield ast.parse(path.read_text(encoding="utf-8"))


@cache
def said() -> tuple[set[str], set[str]]:
    """The keys that are said as they stand, and every piece of text outside the catalogues."""
    plain: set[str] = set()
    pieces: set[str] = set()
    for tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                pieces.add(node.value)
            if isinstance(node, ast.Call) and _is_speaker(node.func) and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    plain.add(first.value)
    return plain, pieces


def _is_speaker(function: ast.expr) -> bool:
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    called = isinstance(function, ast.Call) and getattr(function.func, "id", "") == "english"
    return name in SPEAKERS or called


def test_every_sentence_that_is_said_is_in_the_catalogue() -> None:
    plain, _ = said()
    assert len(plain) > 150
    assert sorted(key for key in plain if not english().has(key)) == []


def test_no_two_catalogues_give_one_key_different_sentences() -> None:
    given: dict[str, set[str]] = {}
    for path in sorted((GAME / "present").glob("english_*.py")):
        for name, catalogue in vars(import_module(f"game.present.{path.stem}")).items():
            for key, sentence in catalogue.items() if name.isupper() and isinstance(catalogue, dict) else ():
                given.setdefault(key, set()).add(sentence)
    twice = [key for key, sentences in given.items() if len(sentences) > 1 and english().has(key)]
    assert len(given) > 1500
    assert twice == []


def test_every_sentence_in_the_catalogue_is_said_somewhere() -> None:
    plain, pieces = said()
    whole = {key for key in english().sentences if key in pieces}
    counted = {key.rsplit(".", 1)[0] for key in english().sentences if key.endswith((".one", ".many"))}
    stems = {piece for piece in pieces if re.fullmatch(r"[a-z][a-z-]*\.[a-z.-]*", piece)}
    unused = [
        key
        for key in english().sentences
        if key not in plain | whole | FINDINGS
        and key.rsplit(".", 1)[0] not in counted
        and not any(key.startswith(stem) for stem in stems)
    ]
    assert unused == []


@pytest.mark.parametrize("chapter", sorted({key.partition(".")[0] for key in english().sentences}))
def test_every_sentence_can_be_filled(chapter: str) -> None:
    """One test for all sentences of a chapter of the catalogue, since there are thousands."""
    for key in (key for key in english().sentences if key.partition(".")[0] == chapter):
        sentence = english().sentences[key]
        names = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
        assert all(re.fullmatch(r"[a-z_]+", name) for name in names), key
        assert english()(key, **dict.fromkeys(names, "x")), key


def test_every_style_has_a_name_and_a_sentence_for_players() -> None:
    for style in styles():
        assert english()(f"style.{style}.name").replace(" ", "-") == style
        sentence = english()(f"style.{style}")
        assert sentence.endswith(".") and 20 < len(sentence) < 110


def test_a_count_has_two_forms() -> None:
    speech = english()
    assert speech.count("check.errors", 1) == "1 error"
    assert speech.count("check.errors", 0) == "0 errors"
    assert speech.count("check.errors", 1_200) == "1,200 errors"


def test_numbers_have_parted_thousands_and_a_true_minus() -> None:
    speech = english()
    assert [speech.number(value) for value in (0, 35_084, -7, -126_875)] == ["0", "35,084", "−7", "−126,875"]
    assert [speech.signed(value) for value in (5, 0, -5)] == ["+5", "0", "−5"]


def test_a_list_reads_as_a_sentence() -> None:
    speech = english()
    assert speech.listed([]) == ""
    assert speech.listed(["a"]) == "a"
    assert speech.listed(["a", "b"]) == "a and b"
    assert speech.listed(["a", "b", "c"], "or") == "a, b or c"


def test_weights_read_as_importance_beside_the_heaviest() -> None:
    words = [importance(english(), weight, 10) for weight in (10, 8, 7, 4, 3, 1, 0)]
    assert words == ["vital", "vital", "important", "important", "useful", "useful", "indifferent"]


def test_a_tiny_weight_is_still_useful() -> None:
    assert importance(english(), 1, 1000) == "useful"


def test_values_read_from_nothing_to_all() -> None:
    words = [worth(english(), value) for value in (0, 1, 35, 36, 64, 65, 96, 97, 100)]
    suits = [*["suits us little"] * 2, *["suits us in part"] * 2, *["suits us well"] * 2, *["suits us fully"] * 2]
    assert words == ["does not suit us", *suits]


def test_outlooks_and_shares_cover_their_whole_range() -> None:
    outlooks = [outlook(english(), value) for value in range(101)]
    shares = [share(english(), value) for value in range(-5, 130)]
    assert list(dict.fromkeys(outlooks)) == ["lost", "poor", "in the balance", "good", "secure"]
    assert len(dict.fromkeys(shares)) == 12
