import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.errors import CannotRead
from game.storage.save_format import SavedEntry, SaveFile, clean_reason, from_json, is_continued_by, to_bytes

ENTRIES = (
    SavedEntry(1, 0, "chance", "aim", "step-by-step"),
    SavedEntry(2, 1, "finland", "talks", {"propose": {"hanko": "none", "ino": "fort"}}, "we cannot"),
    SavedEntry(3, 1, "finland", "talks", {"press": "hanko"}),
    SavedEntry(4, 2, "soviet-union", "talks", "walk-out"),
)
SAVE = SaveFile(
    scenario="finland-1939",
    rules="0123456789abcdef",
    text="fedcba9876543210",
    seed=7,
    start={"owner.hanko": 1},
    follow_record=False,
    seats={"finland": "person", "soviet-union": "holds-out"},
    length="full",
    entries=ENTRIES,
    at=3,
)


def as_json(save: SaveFile) -> dict[str, Any]:
    return dict(json.loads(to_bytes(save)))


def test_a_save_comes_back_as_written() -> None:
    assert from_json(as_json(SAVE), "game.json") == SAVE
    empty = replace(SAVE, entries=(), at=0, start=None)
    assert from_json(as_json(empty), "game.json") == empty


def test_each_entry_stands_on_its_own_line() -> None:
    lines = to_bytes(SAVE).decode().splitlines()
    assert lines[1] == '  "format": "grand-alliance-save",'
    expected = '    {"seq": 3, "parent": 1, "seat": "finland", "step": "talks", "move": {"press": "hanko"}},'
    assert expected in lines


words = st.sampled_from(["arden", "hanko", "lease-30-years", "a", "step-by-step", "x9"])
moves = words | st.dictionaries(st.just("propose"), st.dictionaries(words, words), min_size=1)


@settings(max_examples=50, deadline=None)
@given(
    parts=st.lists(st.tuples(st.integers(0, 10**6), words, words, moves, st.none() | st.text()), max_size=12),
    seed=st.integers(-(2**63), 2**64 - 1),
    at=st.integers(0, 100),
    start=st.none() | st.dictionaries(words, st.integers(-(2**31) + 1, 2**31 - 1)),
)
def test_any_tree_round_trips(parts, seed, at, start) -> None:  # type: ignore[no-untyped-def]
    entries = tuple(
        SavedEntry(seq, parent % seq, seat, step, move, None if reason is None else clean_reason(reason))
        for seq, (parent, seat, step, move, reason) in enumerate(parts, start=1)
    )
    save = replace(SAVE, entries=entries, seed=seed, start=start, at=min(at, len(entries)))
    assert from_json(as_json(save), "game.json") == save


def broken(**changes: object) -> dict[str, Any]:
    return {**as_json(SAVE), **changes}


def broken_entry(**changes: object) -> dict[str, Any]:
    value = as_json(SAVE)
    value["entries"][1].update(changes)
    return value


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ([], 'game.json is not a saved game: a save begins with "format": "grand-alliance-save".'),
        (None, 'game.json is not a saved game: a save begins with "format": "grand-alliance-save".'),
        ({"format": "midi"}, 'game.json is not a saved game: a save begins with "format": "grand-alliance-save".'),
        (
            broken(version=9),
            "game.json was saved by a newer version of the game (save format 9; this one reads 1)."
            " Update the game to open it.",
        ),
        (broken(version="1"), "game.json is damaged: its version should be a whole number from 1."),
        (broken(version=True), "game.json is damaged: its version should be a whole number from 1."),
        (broken(seed="7"), 'game.json is damaged: "seed" should be a whole number of at most 64 bits, not "7".'),
        (broken(seed=2**80), f'game.json is damaged: "seed" should be a whole number of at most 64 bits, not {2**80}.'),
        (broken(follow_record=1), 'game.json is damaged: "follow_record" should be true or false, not 1.'),
        (broken(scenario="../../etc"), 'game.json is damaged: "scenario" should be a scenario\'s id, not "../../etc".'),
        (broken(rules="no"), 'game.json is damaged: "rules" should be a digest, not "no".'),
        (broken(seats=["a"]), 'game.json is damaged: "seats" should be styles by party, not ["a"].'),
        (broken(seats={"a": 1}), 'game.json is damaged: "seats" should be styles by party, not {"a": 1}.'),
        (broken(start={"a": "b"}), 'game.json is damaged: "start" should be null or values by column, not {"a": "b"}.'),
        (broken(length="long"), 'game.json is damaged: "length" should be "full" or "short", not "long".'),
        (broken(at=5), "game.json is damaged: it stands at entry 5, but its last is 4."),
        (broken(at=-1), 'game.json is damaged: "at" should be an entry\'s number, not -1.'),
        (broken(entries={}), 'game.json is damaged: "entries" should be a list of at most 20000 entries, not {}.'),
        (broken(entries=[3]), "game.json is damaged: entry 1: an object was expected."),
        (broken(run="rm -rf"), "game.json is damaged: no save has a key 'run'."),
        (broken_entry(seq=9), 'game.json is damaged: entry 2: "seq" should be the number 2, not 9.'),
        (
            broken_entry(parent=2),
            'game.json is damaged: entry 2: "parent" should be an earlier entry\'s number, not 2.',
        ),
        (
            broken_entry(seat="A B"),
            'game.json is damaged: entry 2: "seat" should be a party\'s id or chance, not "A B".',
        ),
        (broken_entry(move=5), 'game.json is damaged: entry 2: "move" should be a move, not 5.'),
        (
            broken_entry(move={"a": {"b": 1}}),
            'game.json is damaged: entry 2: "move" should be a move, not {"a": {"b": 1}}.',
        ),
        (broken_entry(move={}), 'game.json is damaged: entry 2: "move" should be a move, not {}.'),
        (
            broken_entry(reason="\x1b[2J"),
            'game.json is damaged: entry 2: "reason" should be a short text without control characters,'
            ' not "\\u001b[2J".',
        ),
        (broken_entry(eval="1"), "game.json is damaged: entry 2: no save has a key 'eval'."),
    ],
)
def test_what_no_save_has_is_refused_in_one_sentence(value: object, sentence: str) -> None:
    with pytest.raises(CannotRead) as caught:
        from_json(value, "game.json")  # type: ignore[arg-type]
    assert str(caught.value) == sentence


MAY_BE_MISSING = {"start", "format", "version", "waits", "ending", "read", "guesses"}


@pytest.mark.parametrize("key", sorted(set(as_json(SAVE)) - MAY_BE_MISSING))
def test_a_missing_key_is_named(key: str) -> None:
    value = as_json(SAVE)
    del value[key]
    with pytest.raises(CannotRead, match=f'"{key}" is missing'):
        from_json(value, "game.json")


def test_a_later_save_of_the_same_game_continues_it() -> None:
    assert is_continued_by(replace(SAVE, entries=ENTRIES[:2], at=2), SAVE)
    assert is_continued_by(replace(SAVE, at=1), SAVE)
    assert not is_continued_by(SAVE, replace(SAVE, entries=ENTRIES[:2], at=2))
    assert not is_continued_by(replace(SAVE, seed=8), SAVE)
    assert not is_continued_by(SAVE, replace(SAVE, entries=(SavedEntry(1, 0, "chance", "aim", "other"), *ENTRIES[1:])))


def test_a_reason_keeps_its_words_and_loses_control_characters() -> None:
    assert clean_reason("because\x1b[31m of \u202eHanko\nand Ino \ud800") == "because[31m of Hanko\nand Ino "
