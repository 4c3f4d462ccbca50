"""A save that no longer fits its scenario or was written over: it comes back as far as it holds, and says so."""

from __future__ import annotations

import json
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
from tests.playing import SCENARIO, SEATS, play_on
from tests.storage.test_saves import edited


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
