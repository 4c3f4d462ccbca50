"""A save that is damaged, cut off or written by hand is refused in a sentence, or opened as far as it fits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from game.engine.game import Game
from game.engine.legality import LegalTable
from game.engine.moves import press
from game.engine.program import Program
from game.errors import CannotRead
from game.storage.save_format import to_bytes
from game.storage.saves import Loaded, describe, load, save
from tests.playing import SEATS, play_on, random_game
from tests.playing import program as compiled

WRONG: tuple[Any, ...] = (
    None, True, 0, -1, 1, 2**31, 2**64, -(2**70), 10**400, 1.5, "", "x", "X y", "chance", "person", "a" * 5_000,
    "\x1b[2J", "\u202e", "\udcff", [], [[]], {}, {"": ""}, {"propose": {}}, {"propose": {"toll": "x"}},
    {"press": "nothing"}, {"propose": []}, {"press": None}, {"accept": "x", "press": "x"},
    {"tension": 5}, {"tension": 10**9}, [None] * 30_000,
)  # fmt: skip


@pytest.fixture(scope="module")
def program() -> Program:
    return compiled()


@pytest.fixture(scope="module")
def whole(program: Program) -> bytes:
    """A save with branches, press, reasons and everything that chance decides."""
    game = random_game(program, 4)
    game.go_to(7)
    play_on(game, Random(9), 9)
    return to_bytes(describe(game, SEATS))


def opened(program: Program, content: bytes, path: Path) -> Loaded | None:
    """Loads what should be refused in one printable sentence, if it is."""
    path.write_bytes(content)
    try:
        loaded = load(path, lambda _: program.scenario)
    except CannotRead as error:
        assert str(error).isprintable() and len(str(error)) < 1_000, str(error)
        return None
    assert all(note.isprintable() for note in loaded.notes), loaded.notes
    return loaded


def places(value: Any) -> Iterator[tuple[str | int, ...]]:
    """The way to every value of a save's JSON; of its entries, to a few of each kind."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield (key,)
            yield from ((key, *way) for way in places(part))
    elif isinstance(value, list):
        for number in range(0, len(value), 7):
            yield (number,)
            yield from ((number, *way) for way in places(value[number]))


def with_wrong(value: Any, way: tuple[str | int, ...], wrong: Any) -> bytes:
    """The save with one value exchanged; `value` is as before when it is done."""
    inner = value
    for key in way[:-1]:
        inner = inner[key]
    right, inner[way[-1]] = inner[way[-1]], wrong
    written = json.dumps(value).encode()
    inner[way[-1]] = right
    return written


@pytest.mark.parametrize("wrong", WRONG, ids=lambda value: ascii(value)[:24])
def test_a_wrong_value_in_any_field_is_a_sentence(program: Program, whole: bytes, tmp_path: Path, wrong: Any) -> None:
    value = json.loads(whole)
    for way in list(places(value)):
        opened(program, with_wrong(value, way, wrong), tmp_path / "game.json")
    assert value == json.loads(whole)


def test_a_missing_field_is_a_sentence(program: Program, whole: bytes, tmp_path: Path) -> None:
    value = json.loads(whole)
    for key in value:
        rest = {name: part for name, part in value.items() if name != key}
        loaded = opened(program, json.dumps(rest).encode(), tmp_path / "game.json")
        assert (loaded is not None) == (key in ("start", "waits", "ending", "read", "guesses")), key


def test_a_save_cut_off_anywhere_is_a_sentence(program: Program, whole: bytes, tmp_path: Path) -> None:
    for end in range(0, len(whole) - 2, 97):
        assert opened(program, whole[:end], tmp_path / "game.json") is None


def test_flipped_bytes_are_a_sentence_or_a_game(program: Program, whole: bytes, tmp_path: Path) -> None:
    random = Random(1939)
    for _ in range(150):
        content = bytearray(whole)
        for _ in range(random.randint(1, 4)):
            content[random.randrange(len(content))] ^= 1 << random.randrange(8)
        opened(program, bytes(content), tmp_path / "game.json")


@pytest.mark.parametrize(
    "inserted",
    [b"NaN", b"-Infinity", b"1e99999", b"9" * 5_000, b"[" * 100_000, b'{"a":' * 100_000, b'"\\ud800"', b'"\\u0000"'],
    ids=lambda value: repr(value[:12]),
)
def test_what_no_save_holds_is_a_sentence(program: Program, whole: bytes, tmp_path: Path, inserted: bytes) -> None:
    for key in (b'"seed": ', b'"at": ', b'"move": ', b'"scenario": '):
        before, _, after = whole.partition(key)
        value, comma, rest = after.partition(b",")
        assert value and comma
        assert opened(program, before + key + inserted + b"," + rest, tmp_path / "game.json") is None


def test_a_key_that_stands_twice_is_refused(program: Program, whole: bytes, tmp_path: Path) -> None:
    assert opened(program, whole.replace(b'"seed":', b'"at": 1, "seed":', 1), tmp_path / "game.json") is None


def test_a_mark_that_an_editor_puts_before_the_text_is_no_damage(
    program: Program, whole: bytes, tmp_path: Path
) -> None:
    loaded = opened(program, b"\xef\xbb\xbf" + whole, tmp_path / "game.json")
    assert loaded is not None and loaded.notes == ()


def test_a_save_with_another_kind_of_line_ends_is_no_damage(program: Program, whole: bytes, tmp_path: Path) -> None:
    loaded = opened(program, whole.replace(b"\n", b"\r\n"), tmp_path / "game.json")
    assert loaded is not None and loaded.notes == ()


# What chance cannot have decided


def pressed(program: Program) -> tuple[Game, str]:
    """A game in which somebody has just pressed where no door can slam, and the outcome of it."""
    for seed in range(200):
        game, random = Game(program, seed), Random(seed)
        while not game.over:
            calm = game.values()["tension"] <= 12 and game.step is not None and game.step.id == "lantern-talks"
            for party in game.pending if calm else ():
                legal = game.legal(party)
                if isinstance(legal, LegalTable) and "press" in legal.kinds:
                    game.play(party, press(legal.open_issues[0]))
                    return game, str(game.path[-1].move.option)  # type: ignore[union-attr]
            play_on(game, random, 1)
    raise AssertionError("nobody can press")


def test_an_outcome_whose_odds_are_nil_stops_the_replay(program: Program, tmp_path: Path) -> None:
    game, outcome = pressed(program)
    save(game, SEATS, tmp_path / "game.json")
    value = json.loads((tmp_path / "game.json").read_text("utf-8"))
    last = value["entries"][-1]
    assert last["seat"] == "chance" and outcome != "storms-out-and-back"
    last["move"] = "storms-out-and-back"
    loaded = opened(program, json.dumps(value).encode(), tmp_path / "game.json")
    assert loaded is not None and not loaded.complete
    assert "its odds here are nil" in loaded.notes[-1]
    assert loaded.game.path[-1].move.option == outcome  # type: ignore[union-attr]


def test_outcomes_under_each_others_steps_stop_the_replay(program: Program, tmp_path: Path) -> None:
    game = Game(program, 5)
    save(game, SEATS, tmp_path / "game.json")
    value = json.loads((tmp_path / "game.json").read_text("utf-8"))
    first, second = value["entries"]
    first["step"], second["step"] = second["step"], first["step"]
    first["move"], second["move"] = "mild", "wait-and-see"
    loaded = opened(program, json.dumps(value).encode(), tmp_path / "game.json")
    assert loaded is not None and not loaded.complete
    assert "chance now decides" in loaded.notes[-1]


GUESS = {"seq": 1, "party": "arden", "table": "lantern-talks", "other": "borrel", "dearest": ["toll"], "least": 40}


@pytest.mark.parametrize(
    "guesses",
    [
        5,
        "x",
        {},
        [5],
        [{}],
        [{**GUESS, "seq": -1}],
        [{**GUESS, "party": "../x"}],
        [{**GUESS, "dearest": ["a", "b", "c", "d"]}],
        [{**GUESS, "dearest": "toll"}],
        [{**GUESS, "least": 101}],
        [{**GUESS, "least": "40"}],
        [{**GUESS, "more": 1}],
        [GUESS] * 1_001,
    ],
)
def test_guesses_that_are_none_are_a_sentence(program: Program, whole: bytes, tmp_path: Path, guesses: object) -> None:
    value = {**json.loads(whole), "guesses": guesses}
    assert opened(program, json.dumps(value).encode(), tmp_path / "game.json") is None
    value["guesses"] = [GUESS, {**GUESS, "least": None, "dearest": []}]
    loaded = opened(program, json.dumps(value).encode(), tmp_path / "game.json")
    assert loaded is not None
    assert len(loaded.guesses) == 2
