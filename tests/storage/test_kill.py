import os
import select
import signal
import time
from pathlib import Path
from random import Random

import pytest

from game.engine.game import Game
from game.engine.history import Entry
from game.engine.program import Program
from game.scenario.model import Scenario
from game.storage.files import versions
from game.storage.save_reading import read_save
from game.storage.saves import load, save
from tests.playing import SEATS, play_on
from tests.playing import program as compiled

KILLS = 100
LONGEST = 0.12
"""Seconds that a process plays at most after its first save."""


def play_and_save_for_ever(program: Program, path: Path, seed: int, told: int) -> None:
    """Plays one random game move by move, going back when it is over; tells after each save how far it is."""
    game, random = Game(program, seed), Random(seed)
    while True:
        if game.over:
            game.go_to(random.randint(0, len(game.history)))
        else:
            play_on(game, random, 1, undo=0.05)
        save(game, SEATS, path)
        os.write(told, len(game.history).to_bytes(4, "big"))


def killed_at(program: Program, path: Path, seed: int, after: float) -> int:
    """Starts a playing process, kills it some time after its first save, and returns what it last told."""
    reader, told = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            play_and_save_for_ever(program, path, seed, told)
        finally:
            os._exit(1)
    os.close(told)
    assert select.select([reader], [], [], 20)[0], "the process never saved"
    time.sleep(after)  # the moment of the kill is what this test varies
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the process ended by itself"
    with os.fdopen(reader, "rb") as file:
        heard = file.read()
    return int.from_bytes(heard[-4:], "big")


def entries_of(program: Program, seed: int, count: int) -> list[Entry]:
    """Plays the same game in this process up to `count` entries."""
    game, random = Game(program, seed), Random(seed)
    while len(game.history) < count:
        if game.over:
            game.go_to(random.randint(0, len(game.history)))
        else:
            play_on(game, random, 1, undo=0.05)
    return list(game.history)


def notes_allowed(path: Path) -> list[str]:
    """None; only where the system gives a file no second name may the newest have been missing at the kill."""
    if path.exists():
        return []
    missing = f"{path} does not exist; a saved game was expected there."
    return [f"{missing} The version before it, {versions(path)[1].name}, was opened."]


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and kill -9")
def test_a_kill_at_any_moment_loses_at_most_the_move_being_made(tmp_path: Path) -> None:
    program = compiled()

    def find(_: str) -> Scenario:
        return program.scenario

    random = Random(20)
    unfinished = 0
    for seed in range(KILLS):
        path = tmp_path / f"game-{seed}.json"
        told = killed_at(program, path, seed, random.uniform(0, LONGEST))
        saved, notes = read_save(path)
        assert notes == notes_allowed(path), seed
        assert len(saved.entries) >= told, f"seed {seed}: {told} entries were saved, {len(saved.entries)} are left"
        unfinished += any(tmp_path.glob(f".{path.name}.*.new")) or not path.exists()
        for version in versions(path):
            if version.exists():
                read_save(version)
        if seed % 4 == 0:
            loaded = load(path, find)
            assert loaded.complete
            assert list(loaded.game.history) == entries_of(program, seed, len(saved.entries))
            save(loaded.game, SEATS, path)
            assert read_save(path)[1] == []
    assert unfinished, "no kill fell into a save: the test has shown nothing"
