import json
import os
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.game import Game
from game.engine.program import Program
from game.errors import CannotRead
from game.scenario.model import Scenario
from game.storage.files import CannotWrite, versions
from game.storage.save_reading import read_save
from game.storage.saves import load, save
from tests.playing import SEATS, branch_ends, play_on


def edited(path: Path, **changes: Any) -> None:
    value = {**json.loads(path.read_text("utf-8")), **changes}
    path.write_text(json.dumps(value), encoding="utf-8")


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), moves=st.integers(0, 60), undo=st.sampled_from([0.0, 0.1, 0.3]))
def test_a_game_comes_back_with_every_branch_and_the_same_bytes(
    program: Program,
    find: Callable[[str], Scenario],
    tmp_path_factory: pytest.TempPathFactory,
    seed: int,
    moves: int,
    undo: float,
) -> None:
    path = tmp_path_factory.mktemp("saves") / "game.json"
    game = Game(program, seed)
    play_on(game, Random(seed), moves, undo)
    save(game, SEATS, path, length="short")
    loaded = load(path, find)
    assert loaded.notes == ()
    assert loaded.complete
    assert (loaded.seats, loaded.length) == (SEATS, "short")
    assert list(loaded.game.history) == list(game.history)
    assert loaded.game.seq == game.seq
    assert loaded.game.world.state_bytes() == game.world.state_bytes()
    assert loaded.game.pending == game.pending
    for leaf in branch_ends(game):
        game.go_to(leaf)
        loaded.game.go_to(leaf)
        assert loaded.game.world.state_bytes() == game.world.state_bytes()


def test_a_state_carried_in_is_saved(program: Program, find: Callable[[str], Scenario], tmp_path: Path) -> None:
    game = Game(program, 5, start={"tension": 11}, follow_record=True)
    save(game, SEATS, tmp_path / "game.json")
    loaded = load(tmp_path / "game.json", find).game
    assert loaded.values()["tension"] == game.values()["tension"]
    assert loaded.follow_record


def test_an_undone_branch_stays_in_the_save(game: Game, find: Callable[[str], Scenario], tmp_path: Path) -> None:
    path = tmp_path / "game.json"
    save(game, SEATS, path)
    before = list(game.history)
    assert game.undo()
    save(game, SEATS, path)
    loaded = load(path, find).game
    assert list(loaded.history) == before
    assert loaded.seq == game.seq < before[-1].seq
    assert loaded.redo()


def test_saving_again_with_nothing_new_writes_nothing(game: Game, tmp_path: Path) -> None:
    for _ in range(3):
        save(game, SEATS, tmp_path / "game.json")
    assert [path.name for path in tmp_path.iterdir()] == ["game.json"]


def test_the_last_three_are_kept(program: Program, find: Callable[[str], Scenario], tmp_path: Path) -> None:
    game, path = Game(program, 5), tmp_path / "game.json"
    lengths = []
    for number in range(5):
        play_on(game, Random(number), 1)
        save(game, SEATS, path)
        lengths.append(len(game.history))
    assert [len(read_save(version)[0].entries) for version in versions(path)] == lengths[:1:-1]
    assert len(list(tmp_path.iterdir())) == 3


DAMAGE = {
    "empty": b"",
    "cut off": None,
    "zeroes": b"\0" * 4096,
    "another kind": b'{"format": "midi"}',
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_save_falls_back_to_the_newest_readable_and_says_so(
    game: Game, find: Callable[[str], Scenario], tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "game.json"
    save(game, SEATS, path)
    older = list(game.history)
    play_on(game, Random(1), 1)
    save(game, SEATS, path)
    damaged = DAMAGE[kind]
    path.write_bytes(path.read_bytes()[:-100] if damaged is None else damaged)
    loaded = load(path, find)
    assert list(loaded.game.history) == older
    (note,) = loaded.notes
    assert str(path) in note
    assert note.endswith("The version before it, game.1.json, was opened.")


def test_saving_after_a_fallback_keeps_the_damaged_file(
    game: Game, find: Callable[[str], Scenario], tmp_path: Path
) -> None:
    path = tmp_path / "game.json"
    save(game, SEATS, path)
    play_on(game, Random(1), 1)
    save(game, SEATS, path)
    path.write_bytes(b"half a sa")
    loaded = load(path, find)
    aside = save(loaded.game, SEATS, path)
    assert aside == tmp_path / "game.unreadable-1.json"
    assert aside.read_bytes() == b"half a sa"
    assert load(path, find).notes == ()


def test_when_every_version_is_damaged_the_newest_is_what_is_named(game: Game, tmp_path: Path) -> None:
    path = tmp_path / "game.json"
    for version in versions(path):
        version.write_bytes(b"{")
    with pytest.raises(CannotRead) as caught:
        read_save(path)
    assert str(caught.value) == f"{path} is not a saved game, or is damaged: its JSON breaks off at line 1, column 2."


def test_a_file_that_is_no_save_is_never_overwritten(game: Game, tmp_path: Path) -> None:
    path = tmp_path / "thesis.json"
    path.write_text('{"title": "My thesis"}')
    with pytest.raises(CannotWrite, match="is there already and is not a saved game; it was left alone"):
        save(game, SEATS, path)
    assert path.read_text() == '{"title": "My thesis"}'


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_nothing_is_saved_into_a_pipe_or_a_folder(game: Game, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    for name in ("pipe.json", ""):
        with pytest.raises(CannotWrite, match="not a regular file"):
            save(game, SEATS, tmp_path / name)


def test_another_game_at_the_same_name_is_set_aside(program: Program, game: Game, tmp_path: Path) -> None:
    path = tmp_path / "game.json"
    save(game, SEATS, path)
    content = path.read_bytes()
    aside = save(Game(program, 6), SEATS, path)
    assert aside == tmp_path / "game.earlier-1.json"
    assert aside.read_bytes() == content
    assert read_save(path)[0].seed == 6


def test_a_game_whose_newest_name_is_missing_is_gone_on_with(
    game: Game, find: Callable[[str], Scenario], tmp_path: Path
) -> None:
    path = tmp_path / "game.json"
    save(game, SEATS, path)
    path.rename(versions(path)[1])
    loaded = load(path, find)
    assert loaded.notes == (
        f"{path} does not exist; a saved game was expected there. The version before it, game.1.json, was opened.",
    )
    play_on(loaded.game, Random(1), 1)
    assert save(loaded.game, SEATS, path) is None
    assert load(path, find).notes == ()


def test_no_version_of_another_game_is_left_to_fall_back_to(program: Program, game: Game, tmp_path: Path) -> None:
    path = tmp_path / "game.json"
    for number in range(3):
        play_on(game, Random(number), 1)
        save(game, SEATS, path)
    save(Game(program, 6), SEATS, path)
    assert sorted(found.name for found in tmp_path.iterdir()) == ["game.earlier-1.json", "game.json"]


def test_replacing_on_purpose_keeps_nothing(program: Program, game: Game, tmp_path: Path) -> None:
    path = tmp_path / "game.json"
    save(game, SEATS, path)
    assert save(Game(program, 6), SEATS, path, replace=True) is None
    assert [found.name for found in tmp_path.iterdir()] == ["game.json"]


def test_a_typed_reason_is_saved_without_its_control_characters(program: Program, tmp_path: Path) -> None:
    game = Game(program, 5)
    from game.engine.moves import Choose

    game.play("arden", Choose("wait"), reason="wait\x1b[2J \udcff\x00and see")
    save(game, SEATS, tmp_path / "game.json")
    assert read_save(tmp_path / "game.json")[0].entries[-1].reason == "wait[2J and see"
