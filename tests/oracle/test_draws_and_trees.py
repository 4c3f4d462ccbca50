"""The oracle's own dice are those of the engine's description, and its arithmetic is that of the language."""

from __future__ import annotations

from random import Random

import numpy as np

from game.engine.chance import Stream, game_keys
from game.engine.chance import salt as described_salt
from game.scenario.cast import Column
from game.scenario.tree import Arithmetic, Number
from tests.oracle.accounts import Item, write
from tests.oracle.draws import dice, salt
from tests.oracle.trees import number

SEEDS = (0, 1, -1, 1939, 2**63, -(2**40) - 7)
GAMES = (0, 1, 99_999, 2**32 - 1, 2**32, 2**40 + 3)


def test_the_dice_fall_as_those_of_the_engine() -> None:
    for seed in SEEDS:
        keys = game_keys(seed, np.array(GAMES, np.int64))
        for place in (salt("chance", "storm"), salt("press", "talks", 3)):
            stream = Stream(keys, place)
            for index in (0, 1, 70_000):
                mine = [dice(seed, game) for game in GAMES]
                assert stream.words(index).tolist() == [each.word(place, index) for each in mine]
                assert stream.below(index, 1000).tolist() == [each.below(place, index, 1000) for each in mine]


def test_weighted_draws_fall_as_those_of_the_engine() -> None:
    random = Random(8)
    keys = game_keys(5, np.arange(50, dtype=np.int64))
    for index in range(60):
        weights = [random.choice((0, 0, 1, 7, 400)) for _ in range(random.randint(1, 5))]
        mine = [dice(5, game).weighted(9, index, weights) for game in range(50)]
        assert Stream(keys, 9).weighted(index, weights).tolist() == mine, weights


def test_places_are_named_alike() -> None:
    assert salt("press", "third-session", 11) == described_salt("press", "third-session", 11)
    assert salt("a", "bc") != salt("ab", "c")


def test_an_outcome_without_weight_is_never_drawn() -> None:
    assert {dice(1, game).weighted(3, 0, [0, 2, 0, 5]) for game in range(200)} == {1, 3}


def test_weights_that_are_all_nothing_give_the_first() -> None:
    assert {dice(1, game).weighted(3, 0, [0, 0, 0]) for game in range(20)} == {0}


def test_division_rounds_towards_minus_infinity() -> None:
    nothing: dict[str, int] = {}
    for left, expected in ((-7, -3), (-6, -2), (7, 2), (-1, -1)):
        tree = Arithmetic("/", Number(left), Number(3), -100, 100)
        assert number(tree, nothing.__getitem__) == expected


def test_changes_are_summed_and_held_in_range_once() -> None:
    column = Column("level", 0, 10, 5, None, None, {}, "level")
    state = {"level": 5}
    change = write(column, state, [Item("up", 9, "effect"), Item("down", -3, "effect")])
    assert state == {"level": 10}
    assert [(item.kind, item.amount) for item in change.items] == [("effect", 9), ("effect", -3), ("limit", -1)]
