"""A branch of a saved game that no longer fits: the window says so, and the game goes on where it stood."""

from __future__ import annotations

from pathlib import Path
from random import Random

from game.engine.game import Game
from tests.playing import SEATS, branch_ends, play_on, program
from tests.storage.test_reopening import with_a_move_that_cannot_be
from tests.storage.test_saves import edited
from tests.window.conftest import MakeApp


def test_decisions_that_cannot_all_be_shown_are_a_sentence(
    open_app: MakeApp, small_shelf: None, tmp_path: Path
) -> None:
    game, path = Game(program(), 5), tmp_path / "game.json"
    play_on(game, Random(8), 12)
    game.go_to(0)
    play_on(game, Random(4), 12)
    game.go_to(0)
    play_on(game, Random(9), 1)
    game.go_to(branch_ends(game)[0])
    with_a_move_that_cannot_be(game, path)
    edited(path, seats={**SEATS, "borrel": "person"})
    app = open_app()
    app.do(f"resume:{path}")
    app.do("continue")
    app.do("continue")
    place = app.stage.screen.place
    app.do("history")
    app.draw()
    assert "no longer fits" in app.said
    assert app.stage.screen.place == place
    app.do("language:th")
    app.do("history")
    assert "ใช้ไม่ได้แล้ว" in app.said.replace("\u200b", "").replace("\u2060", "")
