"""The recorded path of `finland-1939` against figures typed by someone who had not read the scenario."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from game.engine.compiler import compile_scenario
from game.engine.game import Game
from game.engine.program import Program
from game.players.match import Match
from game.players.styles import seat_of
from game.scenario.loader import load

RECORD: dict[str, Any] = json.loads(Path(__file__).with_name("finland_1939_record.json").read_text(encoding="utf-8"))
READINGS = ("security-line", "step-by-step", "opportunist")
SEEDS = range(12)


@cache
def program() -> Program:
    return compile_scenario(load("finland-1939"))


@cache
def recorded(seed: int) -> Game:
    return played("record", seed, follow_record=True)


def played(style: str, seed: int, *, follow_record: bool = False) -> Game:
    game = Game(program(), seed, follow_record=follow_record)
    Match(game, {party: seat_of(style) for party in program().scenario.parties}).advance()
    assert game.over, f"seed {seed}, {style}: waits at {game.step and game.step.id}"
    return game


def games_by_reading() -> Iterator[tuple[str, Game]]:
    for seed in SEEDS:
        yield recorded(seed).view("facilitator").word("moscow-aim"), recorded(seed)


def test_every_reading_of_moscow_s_aim_is_drawn_among_the_seeds() -> None:
    assert {reading for reading, _ in games_by_reading()} == set(READINGS)


def test_the_record_ends_as_history_did_under_every_reading() -> None:
    assert {game.ending() for _, game in games_by_reading()} == {RECORD["ending"]}


@pytest.mark.parametrize("measure", RECORD["measures"])
def test_the_record_reproduces_the_documented_figure_under_every_reading(measure: str) -> None:
    documented = RECORD["measures"][measure]
    for reading, game in games_by_reading():
        assert documented["low"] <= game.measures()[measure] <= documented["high"], reading


def test_the_measures_are_the_same_for_every_seed() -> None:
    assert len({tuple(game.measures().items()) for _, game in games_by_reading()}) == 1


@pytest.mark.parametrize("unit", ["square kilometres", "persons", "years", "million marks a year"])
def test_units_are_those_of_the_documents(unit: str) -> None:
    measured = [measure for measure, documented in RECORD["measures"].items() if documented["unit"] == unit]
    assert measured
    for measure in measured:
        assert program().scenario.measures[measure].unit.paragraphs[0].source.startswith(unit), measure


@pytest.mark.parametrize("style", ["random", "trades", "holds-out", "concedes-early"])
def test_every_style_plays_to_an_end(style: str) -> None:
    for seed in range(200 if style == "random" else 10):
        assert played(style, seed).ending() in program().scenario.endings, f"seed {seed}"


def test_every_account_of_a_random_game_sums_to_its_change() -> None:
    for seed in range(20):
        for happening in played("random", seed).happenings:
            for account in happening.accounts:
                assert sum(item.amount for item in account.items) == account.after - account.before


def test_what_finland_sees_does_not_move_with_moscow_s_sealed_aim() -> None:
    """Two games that differ in the seal alone show Helsinki the same until Moscow acts on it."""
    shown = set()
    for value in range(3):
        game = Game(program(), 5, start={})
        world = game.world
        world.columns[program().places["moscow-aim"]][:] = value
        view = game.view("finland")
        shown.add(
            (
                tuple(view.value(name) for name in program().names),
                tuple(view.interests().items()),
                tuple(p.id for document in view.documents() for p in view.paragraphs(document.text)),
            )
        )
    assert len(shown) == 1
