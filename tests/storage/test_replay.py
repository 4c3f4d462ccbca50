from pathlib import Path

import pytest

from game.analysis.recorded import recorded_game
from game.analysis.transcript import dumps, transcript
from game.engine.program import Program
from game.storage.saves import load, save
from tests.playing import SEATS, random_game
from tests.playing import program as compiled


@pytest.fixture(scope="module")
def program() -> Program:
    return compiled()


@pytest.mark.parametrize("seed", range(12))
def test_a_replayed_save_gives_the_same_transcript_to_the_byte(program: Program, tmp_path: Path, seed: int) -> None:
    path = tmp_path / "game.json"
    for game in (random_game(program, seed), recorded_game(program, seed)):
        save(game, SEATS, path, replace=True)
        replayed = load(path, lambda _: program.scenario).game
        assert dumps(transcript(replayed)) == dumps(transcript(game))
        assert replayed.happenings == game.happenings
