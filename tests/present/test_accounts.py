"""Why a figure changed, as those read it who may know the cause, and those who may not."""

from __future__ import annotations

from pathlib import Path

from game.engine.game import Game
from game.engine.moves import Choose
from game.present.accounts import account_lines, moved_most
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


MANY = """
variables:
  dead: {name: "The dead", range: 0..400000, start: 0}
  unity: {name: "Unity", range: 0..100, start: 60}
  trust: {name: "Trust", range: 0..100, start: 1}
  war: {name: "War", values: {none: "none", war: "war"}}
"""
BATTLE = (
    'attack: {text: "Attack", effects: ['
    + do("dead += 40000", "unity -= 12", "trust -= 1", "war = war")
    + ']}, wait: {text: "Wait"}'
)


def test_the_figures_that_moved_most_are_numbers_by_their_range_and_by_their_own_size(tmp_path: Path) -> None:
    game = Game(small(tmp_path, choice("order", "arden", BATTLE, record="attack"), more=MANY))
    game.play("arden", Choose("attack"))
    reader = Reader(game.scenario, game.view("arden"), speech_in("en"))
    accounts = [account for one in reader.view.happenings() for account in one.accounts]
    chosen = [{one.column for one in moved_most(reader, accounts, most)} for most in (1, 2, 3)]
    assert chosen == [{"dead"}, {"dead", "unity"}, {"dead", "unity", "trust"}]
    assert "war" in {one.column for one in moved_most(reader, accounts, 4)}


def test_who_may_not_know_a_cause_reads_what_the_file_says_of_every_change_of_the_figure(tmp_path: Path) -> None:
    secret = choice("order", "arden", ORDERS, record="attack", more="known-to: [arden]")
    game = Game(small(tmp_path, secret, more=FIGURES))
    game.play("arden", Choose("attack"))
    assert causes(game, "arden") == ["a reason", "a reason"]
    assert causes(game, "borrel") == ["in the fighting", "for a reason we were not told"]
