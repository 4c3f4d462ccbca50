"""A file whose record is made up, as that of a table that was imported: nothing that is read speaks of history."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine.compiler import compile_scenario
from game.engine.game import Game
from game.engine.moves import ACCEPT, WALK_OUT, TableMove, propose
from game.present.between import over_page
from game.present.debrief import debrief
from game.present.languages import speech_in
from game.present.reader import Reader
from game.scenario.loader import load
from game.scenario.model import FACILITATOR
from tests.scenarios.small import write_small
from tests.scenarios.talks import TALKS

SIGNED = (propose({"light": "lit", "toll": "barrel"}), ACCEPT)
RECORD = "record: {ending: other}"
LEFT = (propose({"light": "lit", "toll": "barrel"}), propose({"light": "lit", "toll": "none"}), WALK_OUT)


@pytest.fixture
def told(tmp_path: Path):
    """Reads the debrief and the last page, as one text, of talks in which the two spoke in turn."""

    def played(moves: tuple[TableMove, ...], language: str, *, invented: bool) -> str:
        folder = write_small(tmp_path, TALKS)
        file = folder / "scenario.yaml"
        text = file.read_text("utf-8")
        assert RECORD in text
        if invented:
            file.write_text(text.replace(RECORD, "record: {ending: other, invented: true}"), "utf-8")
        game = Game(compile_scenario(load(folder)), 1)
        for party, move in zip(("arden", "borrel", "arden"), moves, strict=False):
            game.play(party, move)
        speech = speech_in(language)
        page = over_page(Reader(game.scenario, game.view(FACILITATOR), speech), "", game.ending() or "")
        return f"{debrief(game, speech)!r} {page!r}"

    return played


@pytest.mark.parametrize("moves", [SIGNED, LEFT], ids=["signed", "left"])
@pytest.mark.parametrize(("language", "word"), [("en", "history"), ("th", "หลักฐาน")])
def test_where_the_record_is_invented_nothing_is_set_beside_it(told, moves, language: str, word: str) -> None:
    assert word in told(moves, language, invented=False).replace("\u200b", "")
    said = told(moves, language, invented=True).replace("\u200b", "")
    assert word not in said and "first-divergence" not in said
