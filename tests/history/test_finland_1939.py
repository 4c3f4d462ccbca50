"""The recorded path of `finland-1939` against figures typed by someone who had not read the scenario."""

from __future__ import annotations

import pytest

from game.engine.game import Game
from tests.history.documented import documented, played, program
from tests.history.recorded_path import RecordedPath

FINLAND = "finland-1939"


class TestTheRecordedPath(RecordedPath):
    scenario = FINLAND
    seals = ("moscow-aim",)


@pytest.mark.parametrize("unit", ["square kilometres", "persons", "years", "million marks a year"])
def test_units_are_those_of_the_documents(unit: str) -> None:
    measured = [measure for measure, figures in documented(FINLAND).measures.items() if figures.unit == unit]
    assert measured
    for measure in measured:
        assert program(FINLAND).scenario.measures[measure].unit.paragraphs[0].source.startswith(unit), measure


@pytest.mark.parametrize("style", ["trades", "holds-out", "concedes-early"])
def test_every_style_plays_to_an_end(style: str) -> None:
    for seed in range(10):
        assert played(FINLAND, style, seed).ending() in program(FINLAND).scenario.endings, f"seed {seed}"


def test_every_account_of_a_random_game_sums_to_its_change() -> None:
    for seed in range(20):
        for happening in played(FINLAND, "random", seed).happenings:
            for account in happening.accounts:
                assert sum(item.amount for item in account.items) == account.after - account.before


def test_what_finland_sees_does_not_move_with_moscow_s_sealed_aim() -> None:
    """Two games that differ in the seal alone show Helsinki the same until Moscow acts on it."""
    rules, shown = program(FINLAND), set()
    for value in range(3):
        game = Game(rules, 5, start={})
        world = game.world
        world.columns[rules.places["moscow-aim"]][:] = value
        view = game.view("finland")
        shown.add(
            (
                tuple(view.value(name) for name in rules.names),
                tuple(view.interests().items()),
                tuple(p.id for document in view.documents() for p in view.paragraphs(document.text)),
            )
        )
    assert len(shown) == 1
