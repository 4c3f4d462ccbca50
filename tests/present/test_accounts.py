"""Why a figure changed, as those read it who may know the cause, and those who may not."""

from __future__ import annotations

from pathlib import Path

from game.engine.game import Game
from game.engine.moves import Choose
from game.present.accounts import account_lines
from game.present.languages import speech_in
from game.present.reader import Reader
from tests.scenarios.small import choice, do, small

FIGURES = """
variables:
  dead: {name: "The dead", range: 0..9, start: 0, unexplained: "in the fighting"}
  calm: {name: "Calm", range: 0..9, start: 5}
"""
ORDERS = 'attack: {text: "Attack", effects: [' + do("dead += 2", "calm -= 1") + ']}, wait: {text: "Wait"}'


def causes(game: Game, viewer: str) -> list[str]:
    reader = Reader(game.scenario, game.view(viewer), speech_in("en"))
    lines = [line for one in reader.view.happenings() for line in account_lines(reader, one.accounts)]
    return [item.because for line in lines for item in line.items]


def test_who_may_not_know_a_cause_reads_what_the_file_says_of_every_change_of_the_figure(tmp_path: Path) -> None:
    secret = choice("order", "arden", ORDERS, record="attack", more="known-to: [arden]")
    game = Game(small(tmp_path, secret, more=FIGURES))
    game.play("arden", Choose("attack"))
    assert causes(game, "arden") == ["a reason", "a reason"]
    assert causes(game, "borrel") == ["in the fighting", "for a reason we were not told"]
