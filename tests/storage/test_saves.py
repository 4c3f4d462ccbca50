import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.game import Game
from game.engine.program import Program
from game.errors import CannotRead
from game.scenario.loader import load as load_scenario
from game.scenario.model import Scenario
from game.storage.files import CannotWrite, versions
from game.storage.save_format import from_json, to_bytes
from game.storage.save_reading import read_save
from game.storage.saves import Loaded, describe, load, save
from tests.playing import SCENARIO, SEATS, branch_ends, play_on
from tests.playing import program as compiled


@pytest.fixture(scope="module")
def program() -> Program:
    return compiled()


@pytest.fixture(scope="module")
def find(program: Program) -> Callable[[str], Scenario]:
    return lambda _: program.scenario


@pytest.fixture
def game(program: Program) -> Game:
    """A game in the middle of its first talks, with a branch left behind."""
    game = Game(program, 5)
    play_on(game, Random(3), 8)
    game.go_to(5)
    play_on(game, Random(4), 6)
    return game


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


# A save that no longer fits


def loaded_after(path: Path, find: Callable[[str], Scenario], **changes: Any) -> Loaded:
    edited(path, **changes)
    return load(path, find)


def test_changed_texts_break_nothing(game: Game, find: Callable[[str], Scenario], tmp_path: Path) -> None:
    path = tmp_path / "game.json"
    save(game, SEATS, path)
    loaded = loaded_after(path, find, text="0" * 64)
    assert loaded.complete
    assert list(loaded.game.history) == list(game.history)
    assert loaded.notes == ("Some texts of three-parties have changed since this game was saved; its moves have not.",)


def test_changed_rules_replay_as_far_as_they_can_and_the_move_is_named(
    game: Game, tmp_path: Path, find: Callable[[str], Scenario]
) -> None:
    path, changed = tmp_path / "game.json", tmp_path / "three-parties"
    save(game, SEATS, path)
    whole = SCENARIO.joinpath("scenario.yaml").read_text("utf-8")
    changed.mkdir()
    (tmp_path / "world.yaml").write_bytes(SCENARIO.parent.joinpath("world.yaml").read_bytes())
    stop = next(entry for entry in game.history if entry.seat == "borrel" and entry.step == "opening")
    option = stop.move.option  # type: ignore[union-attr]
    (changed / "scenario.yaml").write_text(whole.replace(option, f"{option}-today"), encoding="utf-8")
    loaded = load(path, lambda _: load_scenario(changed))
    assert not loaded.complete
    assert list(loaded.game.history) == list(game.history)[: stop.seq - 1]
    assert loaded.notes[0] == "The rules of three-parties have changed since this game was saved."
    assert loaded.notes[1].startswith(
        f'It could be replayed up to entry {stop.seq - 1} of {len(game.history)}: entry {stop.seq}, the move "{option}"'
        f' of borrel at opening, no longer fits: There is no option "{option}" here'
    )
    saved = path.read_bytes()
    play_on(loaded.game, Random(1), 1)
    aside = save(loaded.game, loaded.seats, path)
    assert aside is not None
    assert aside.read_bytes() == saved


def replaced(path: Path, seq: int, **changes: Any) -> dict[str, Any]:
    entries = json.loads(path.read_text("utf-8"))["entries"]
    entries[seq - 1].update(changes)
    return {"entries": entries}


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"move": "dance"}, 'There is no option "dance" here'),
        ({"move": {"press": "hanko"}}, "This is a choice"),
        ({"seat": "corvane", "move": "open-harbours", "step": "nowhere"}, 'three-parties has no step "nowhere"'),
        ({"step": "lantern-talks", "move": "accept"}, "the game stands at opening, not at lantern-talks"),
        ({"seat": "atlantis"}, "atlantis is not to move now"),
        ({"seat": "chance", "move": "mild", "step": "weather"}, "chance"),
    ],
)
def test_an_entry_edited_by_hand_stops_the_replay_there(
    program: Program, find: Callable[[str], Scenario], tmp_path: Path, changes: dict[str, Any], why: str
) -> None:
    path, game = tmp_path / "game.json", Game(program, 5)
    play_on(game, Random(3), 6)
    save(game, SEATS, path)
    loaded = loaded_after(path, find, **replaced(path, 3, **changes))
    assert not loaded.complete
    assert why in loaded.notes[-1]
    assert "entry 3" in loaded.notes[-1]
    assert [entry.seat for entry in loaded.game.history] == ["chance", "chance"]


def test_a_table_move_that_is_none_stops_the_replay_there(
    game: Game, find: Callable[[str], Scenario], tmp_path: Path
) -> None:
    path = tmp_path / "game.json"
    save(game, SEATS, path)
    talk = next(entry for entry in game.history if entry.step == "lantern-talks" and entry.seat != "chance")
    loaded = loaded_after(path, find, **replaced(path, talk.seq, move="dance"))
    assert len(loaded.game.history) == talk.seq - 1
    assert "A move was expected" in loaded.notes[-1]


def test_an_outcome_that_chance_does_not_have_is_refused_with_a_sentence(
    game: Game, find: Callable[[str], Scenario], tmp_path: Path
) -> None:
    path = tmp_path / "game.json"
    save(game, SEATS, path)
    loaded = loaded_after(path, find, **replaced(path, 2, move="sunny"))
    assert not loaded.complete
    assert 'the move "sunny" of chance at weather, no longer fits' in loaded.notes[-1]


def test_another_outcome_of_chance_is_a_fact_of_the_save(
    program: Program, find: Callable[[str], Scenario], tmp_path: Path
) -> None:
    path = tmp_path / "game.json"
    game = Game(program, 5)
    play_on(game, Random(3), 3)
    save(game, SEATS, path)
    drawn = [entry.move.option for entry in list(game.history)[:2]]  # type: ignore[union-attr]
    other = "mild" if drawn[1] == "hard" else "hard"
    edited(path, **replaced(path, 2, move=other))
    edited(path, entries=json.loads(path.read_text("utf-8"))["entries"][:2], at=2)
    loaded = load(path, find)
    assert loaded.notes == ()
    assert loaded.game.view("facilitator").word("season") == other


def test_a_start_state_that_the_scenario_does_not_keep_is_one_sentence(
    game: Game, find: Callable[[str], Scenario], tmp_path: Path
) -> None:
    path = tmp_path / "game.json"
    save(game, SEATS, path)
    for start in ({"moon": 1}, {"tension": 9000}):
        edited(path, start=start)
        with pytest.raises(CannotRead, match="is a game of three-parties, which cannot be opened: The start state"):
            load(path, find)


def test_a_scenario_that_is_not_there_is_one_sentence(game: Game, tmp_path: Path) -> None:
    path = tmp_path / "game.json"
    save(game, SEATS, path)

    def nowhere(_: str) -> Scenario:
        raise CannotRead("There is no scenario three-parties.")

    with pytest.raises(CannotRead, match="is a game of three-parties, which cannot be opened: There is no scenario"):
        load(path, nowhere)


def test_a_seat_that_the_scenario_does_not_have_is_left_out_and_told(
    game: Game, find: Callable[[str], Scenario], tmp_path: Path
) -> None:
    path = tmp_path / "game.json"
    save(game, {**SEATS, "atlantis": "trades"}, path)
    loaded = load(path, find)
    assert loaded.seats == SEATS
    assert loaded.notes == ("The save has a seat for atlantis, which three-parties does not have.",)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_damage_ever_gives_a_traceback(
    program: Program, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("saves") / "game.json"
    game = Game(program, 5)
    play_on(game, Random(2), 12, 0.2)
    content = bytearray(to_bytes(describe(game, SEATS)))
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 6))] = data.draw(st.binary(max_size=4))
    path.write_bytes(bytes(content))
    try:
        loaded = load(path, lambda _: program.scenario)
    except CannotRead as error:
        assert "\n" not in str(error)
        return
    assert len(loaded.game.history) <= len(game.history) + 1
    assert from_json(json.loads(to_bytes(describe(loaded.game, SEATS))), "again")
    assert replace(describe(loaded.game, SEATS), at=0)


def test_what_only_bears_the_name_of_an_older_version_is_set_aside(
    program: Program, game: Game, tmp_path: Path
) -> None:
    path, other, notes = tmp_path / "game.json", tmp_path / "game.1.json", tmp_path / "game.2.json"
    save(game, SEATS, path)
    other.write_bytes(to_bytes(describe(Game(program, 6), SEATS)))
    notes.write_text("my notes")
    for number in range(4):
        play_on(game, Random(number), 1)
        save(game, SEATS, path)
    assert read_save(tmp_path / "game.1.earlier-1.json")[0].seed == 6
    assert (tmp_path / "game.2.unreadable-1.json").read_text() == "my notes"
    assert all(read_save(version)[0].seed == 5 for version in versions(path))


def test_when_another_game_is_set_aside_what_only_bears_its_name_is_kept(program: Program, tmp_path: Path) -> None:
    path, stranger = tmp_path / "game.json", tmp_path / "game.1.json"
    save(Game(program, 5), SEATS, path)
    stranger.write_bytes(to_bytes(describe(Game(program, 6), SEATS)))
    (tmp_path / "game.2.json").mkdir()
    save(Game(program, 7), SEATS, path)
    seeds = {found.name: read_save(found)[0].seed for found in tmp_path.iterdir() if found.is_file()}
    assert seeds == {"game.json": 7, "game.earlier-1.json": 5, "game.1.earlier-1.json": 6}
    assert (tmp_path / "game.2.unreadable-1.json").is_dir()


def test_a_game_is_not_saved_where_the_older_versions_of_another_are_kept(game: Game, tmp_path: Path) -> None:
    path = tmp_path / "game.json"
    save(game, SEATS, path)
    for name in ("game.1.json", "game.2.json"):
        with pytest.raises(CannotWrite, match=r"is where an older version of game\.json is kept"):
            save(game, SEATS, tmp_path / name)
    for name in ("game.3.json", "game.10.json", "other.1.json"):
        save(game, SEATS, tmp_path / name)
