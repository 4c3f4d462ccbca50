"""A save with many branches: the line on which the game stood is replayed at once, another when somebody goes there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.game import Game
from game.engine.history import History, is_as_made
from game.engine.program import Program
from game.engine.world import World
from game.errors import MoveRefused
from game.present.languages import speech_in
from game.present.problems import problem_words
from game.scenario.model import Scenario
from game.storage.saves import load, save
from tests.playing import SEATS, branch_ends, play_on
from tests.storage.test_saves import edited


@pytest.fixture
def branched(program: Program) -> Game:
    """A game with some thirty branches, standing on one that was begun early."""
    game, random = Game(program, 5), Random(8)
    while len(game.history) < 300:
        play_on(game, random, 12)
        game.go_to(random.randint(0, len(game.history)))
    game.go_to(branch_ends(game)[1])
    return game


def replayed_whole(game: Game) -> Game:
    again, stopped = Game.replay(game.program, list(game.history), game.seed, at=game.seq)
    assert stopped is None
    return again


def test_only_the_line_on_which_the_game_stood_is_replayed(
    branched: Game, find: Callable[[str], Scenario], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, answered = tmp_path / "game.json", 0
    save(branched, SEATS, path)
    answer = World.answer

    def counted(world: World, *about: Any, **named: Any) -> Any:
        nonlocal answered
        answered += 1
        return answer(world, *about, **named)

    monkeypatch.setattr(World, "answer", counted)
    loaded = load(path, find)
    assert loaded.complete
    assert list(loaded.game.history) == list(branched.history)
    assert 0 < answered <= len(branched.path) < len(branched.history) / 4


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000), places=st.lists(st.integers(0, 10_000), max_size=8))
def test_wherever_one_goes_a_reopened_game_is_the_one_that_was_replayed_whole(
    program: Program, seed: int, places: list[int]
) -> None:
    game, random = Game(program, seed), Random(seed)
    for _ in range(6):
        play_on(game, random, 10, 0.2)
        game.go_to(random.randint(0, len(game.history)))
    whole = replayed_whole(game)
    again = Game.reopen(program, list(game.history), game.seed, at=game.seq)
    assert again is not None
    for place in [game.seq, *(one % (len(game.history) + 1) for one in places)]:
        assert again.elsewhere(place).world.state_bytes() == whole.elsewhere(place).world.state_bytes()
        again.go_to(place)
        whole.go_to(place)
        assert (again.seq, again.pending, again.path) == (whole.seq, whole.pending, whole.path)
        assert again.happenings == whole.happenings
        assert again.world.state_bytes() == whole.world.state_bytes()
        assert (again.redo(), again.seq) == (whole.redo(), whole.seq)
    play_on(again, Random(3), 5)
    play_on(whole, Random(3), 5)
    assert list(again.history) == list(whole.history)
    every = range(len(whole.history) + 1)
    assert [*map(again.history.next_on_branch, every)] == [*map(whole.history.next_on_branch, every)]
    assert again.world.state_bytes() == whole.world.state_bytes()


def with_a_move_that_cannot_be(branched: Game, path: Path) -> int:
    """Saves the game with a walk-out before the talks in another branch; returns the entry edited."""
    past = {entry.seq for entry in branched.path}
    other = next(
        entry
        for entry in branched.history
        if entry.seq not in past and entry.seat == "borrel" and entry.step == "opening"
    )
    save(branched, SEATS, path)
    entries = json.loads(path.read_text("utf-8"))["entries"]
    talk = next(one for one in entries if one["step"] == "lantern-talks" and one["seat"] != "chance")
    entries[other.seq - 1] |= {name: talk[name] for name in ("seat", "step", "move")}
    edited(path, entries=entries)
    return other.seq


def test_a_branch_that_no_longer_fits_is_told_when_somebody_goes_there(
    branched: Game, find: Callable[[str], Scenario], tmp_path: Path
) -> None:
    path = tmp_path / "game.json"
    broken = with_a_move_that_cannot_be(branched, path)
    saved = path.read_bytes()
    game = load(path, find).game
    there = game.seq, game.world.state_bytes()
    beyond = max(seq for seq in branch_ends(branched) if broken in {one.seq for one in branched.history.path(seq)})
    for go in (game.go_to, game.elsewhere):
        with pytest.raises(MoveRefused) as refused:
            go(beyond)
    told = str(refused.value)
    assert told.startswith(f"The game cannot go to entry {beyond}: entry {broken} on the way there, the move ")
    assert "no longer fits: " in told
    assert problem_words(speech_in("th"), refused.value) != told
    assert (game.seq, game.world.state_bytes()) == there
    assert save(game, SEATS, path) is None
    assert json.loads(path.read_bytes())["entries"] == json.loads(saved)["entries"], "the entries were not left alone"


def test_words_that_a_scenario_does_not_have_are_told_at_once_on_any_branch(
    branched: Game, find: Callable[[str], Scenario], tmp_path: Path
) -> None:
    path = tmp_path / "game.json"
    past = {entry.seq for entry in branched.path}
    other = next(one for one in branched.history if one.seq not in past and one.seat == "borrel")
    save(branched, SEATS, path)
    entries = json.loads(path.read_text("utf-8"))["entries"]
    entries[other.seq - 1]["move"] = {"propose": {"no-such-issue": "none"}}
    edited(path, entries=entries)
    loaded = load(path, find)
    assert not loaded.complete
    assert f"entry {other.seq}" in loaded.notes[-1]


def test_entries_that_no_game_made_in_this_order_are_known(branched: Game) -> None:
    entries = list(branched.history)
    assert is_as_made(entries)
    assert list(History.of(entries)) == entries
    assert not is_as_made(entries[1:])
    chance = next(entry.seq for entry in entries if entry.seat == "chance" and entry.seq > 2)
    assert not is_as_made(entries[: chance - 1] + entries[chance:])
    assert Game.reopen(branched.program, entries[1:], branched.seed) is None
