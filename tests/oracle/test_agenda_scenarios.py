"""The scenarios by which the rules of conferences are judged: their records play, and their games meet every rule."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from game.scenario.cast import PromiseState
from game.scenario.table_rules import Wording
from tests.oracle.driver import play_randomly, play_record
from tests.oracle.game import OracleGame
from tests.oracle.generated_talks import generated_talks
from tests.oracle.variants import CONGRESSES, congress


@pytest.mark.parametrize("name", CONGRESSES)
def test_the_record_of_each_congress_comes_to_its_ending(name: str, tmp_path: Path) -> None:
    game = OracleGame(congress(name, tmp_path), follow_record=True)
    play_record(game)
    assert game.ending() == game.scenario.record.ending


def test_random_conferences_meet_every_rule(tmp_path: Path) -> None:
    met: set[str] = set()
    for seed in (0, 1, 2, 10, 17):  # among the first that come, these meet everything
        scenario = generated_talks(tmp_path, seed, lists=False)
        for number in range(4):
            game = OracleGame(scenario, seed, number)
            play_randomly(game, Random(number))
            met |= rules_met(game)
    words = {*(state.id for state in PromiseState), *(wording.id for wording in Wording)}
    assert (
        words | {"refused", "live at the close", "hours spent", "hours spent nominating", "walked-out", "initialled"}
        <= met
    )


def rules_met(game: OracleGame) -> set[str]:
    """The states of promises and wordings to which a game came, and what happened at its tables."""
    kept = ("promise", "wording")
    columns = [column for column in game.scenario.columns.values() if column.variable in kept and column.values]
    met = {column.values[game.state[column.name]] for column in columns if column.values}
    for name, column in game.scenario.columns.items():
        if column.variable in ("initialled", "walked-out") and game.state[name] > (column.variable == "walked-out"):
            met.add(column.variable)
    for talks in game.talks.values():
        spent = talks.hours_left is not None and talks.hours_left <= 0
        seen = {
            "refused": bool(talks.refused),
            "live at the close": bool(talks.live),
            "hours spent": spent,
            "hours spent nominating": spent and talks.nominating,
        }
        met |= {name for name, is_so in seen.items() if is_so}
    return met
