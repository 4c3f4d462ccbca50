"""A branch of a saved game that no longer fits: the window shows it as far as it goes, and says why no further."""

from __future__ import annotations

from pathlib import Path
from random import Random

from game.engine.game import Game
from tests.playing import SEATS, branch_ends, play_on, program
from tests.storage.test_reopening import with_a_move_that_cannot_be
from tests.storage.test_saves import edited
from tests.window.conftest import MakeApp
from tests.window.hands import words_shown


def test_a_branch_that_no_longer_fits_is_shown_with_the_reason_in_either_language(
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
    app.do("history")
    app.draw()
    assert app.stage.screen.place == "history"
    assert app.said == ""
    assert "no longer fits" in words_shown(app)
    app.do("language:th")
    assert "ใช้ไม่ได้แล้ว" in words_shown(app).replace("\u200b", "").replace("\u2060", "")
