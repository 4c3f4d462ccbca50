from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from game.engine.game import Game
from game.engine.program import Program
from game.engine.world import World
from game.players.match import Match
from game.players.playout import Results, answered, play_out
from game.players.styles import seat_of, styles
from tests.kept import kept_program

GAMES = 60


def program() -> Program:
    return kept_program("three-parties")


def batch(style: str, games: int = GAMES, block: int = 65_536) -> Results:
    seats = {party: seat_of(style) for party in program().scenario.parties}
    return play_out(program(), games, 7, seats, block=block)


@pytest.mark.parametrize("style", styles())
def test_results_do_not_depend_on_the_block_size(style: str) -> None:
    whole, cut = batch(style), batch(style, block=23)
    assert (whole.endings == cut.endings).all()
    assert all((whole.measures[name] == cut.measures[name]).all() for name in whole.measures)
    assert all((whole.interests[party] == cut.interests[party]).all() for party in whole.interests)
    assert (whole.reached, whole.chosen) == (cut.reached, cut.chosen)


@pytest.mark.parametrize("style", styles())
def test_game_0_of_a_batch_is_the_game_that_is_played(style: str) -> None:
    results = batch(style, 3)
    game = Game(program(), 7)
    Match(game, {party: seat_of(style) for party in program().scenario.parties}).advance()
    assert list(program().scenario.endings)[results.endings[0] - 1] == game.ending()
    assert {name: int(values[0]) for name, values in results.measures.items()} == game.measures()
    weights = {party: {i.id: i.weight for i in own} for party, own in program().scenario.interests.items()}
    for party, values in game.interests().items():
        assert results.interests[party][0] == sum(weights[party][name] * value for name, value in values.items())
        assert results.total_weights[party] == sum(weights[party].values())


def test_every_game_alone_is_the_same_as_in_its_batch() -> None:
    seats = {party: seat_of("random") for party in program().scenario.parties}
    together = World(program(), np.arange(20), 7)
    while not together.over:
        together.answer(answered(together, seats))
    for number in range(20):
        alone = World(program(), np.array([number]), 7)
        while not alone.over:
            alone.answer(answered(alone, seats))
        assert all(one[0] == many[number] for one, many in zip(alone.columns, together.columns, strict=True))


def test_what_was_reached_and_chosen_is_counted() -> None:
    results = batch("random", 12)
    steps, news, chosen = Counter[str](), Counter[str](), Counter[tuple[str, int]]()
    seats = {party: seat_of("random") for party in program().scenario.parties}
    for number in range(12):
        world = World(program(), np.array([number]), 7)
        asked = set()
        while not world.over:
            assert world.step is not None
            asked.add(world.step.step.id)
            world.answer(answered(world, seats))
        news.update(world.news)
        steps.update(asked)
        chosen.update((name, int(world.columns[place][0])) for name, place in program().places.items())
    for step, count in results.reached.items():
        if step not in ("aim", "weather", "storm", *news):
            assert count == steps[step]
    assert {step: results.reached[step] for step in news} == news
    assert news["settling"] == 12 and news["rumour"] > 0
    assert results.reached["aim"] == results.reached["storm"] == 12
    assert all(
        chosen[column, number] == count for column, tally in results.chosen.items() for number, count in tally.items()
    )
    assert all(sum(tally.values()) == 12 for tally in results.chosen.values())


def test_a_batch_may_begin_from_a_state_carried_in() -> None:
    seats = {party: seat_of("random") for party in program().scenario.parties}
    name = "tension"
    carried = play_out(program(), 5, 0, seats, start={name: program().scenario.columns[name].high})
    assert len(carried.endings) == 5
    assert (
        any((carried.measures[measure] != batch("random", 5).measures[measure]).any() for measure in carried.measures)
        or (carried.endings != batch("random", 5).endings).any()
    )
