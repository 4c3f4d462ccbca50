"""The scenarios that the oracle judges by: free of mistakes, and so rich that their games reach every rule."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from random import Random

from game.scenario.cast import PromiseState
from game.scenario.loader import check, load
from game.scenario.model import Chance
from game.scenario.positions import Severity
from game.scenario.table_rules import Outcome, Table
from tests.kept import kept_scenario
from tests.oracle.driver import play_randomly, play_record
from tests.oracle.game import OracleGame
from tests.scenarios.synthetic import synthetic_text, write_synthetic

THREE_PARTIES = Path(__file__).parents[1] / "scenarios" / "three-parties"
PLAYED = ("choice", "chance", "agreed", "promise")


def test_three_parties_has_no_finding() -> None:
    assert check(THREE_PARTIES) == []


def test_random_games_of_three_parties_reach_every_option_outcome_ending_and_limit() -> None:
    scenario = kept_scenario("three-parties")
    columns = [column for column in scenario.columns.values() if column.variable in PLAYED]
    reached: set[tuple[str, int]] = set()
    endings, limits = set(), set()
    for number in range(500):
        game = OracleGame(scenario, 1, number)
        play_randomly(game, Random(number))
        endings.add(game.ending())
        reached |= {(column.name, game.state[column.name]) for column in columns}
        limits |= limits_in(game)
    values = {(column.name, value) for column in columns for value in range(column.low + 1, column.high + 1)}
    never = {("agreed.lantern-talks", Outcome.NOT_HELD), ("agreed.lantern-talks", Outcome.PARTIAL)}
    assert values - reached <= never | {(name, PromiseState.OPEN) for name in scenario.columns}
    assert endings == set(scenario.endings)
    assert limits == {"low", "high"}


def limits_in(game: OracleGame) -> set[str]:
    """The ends of ranges at which changes were held."""
    changes = [change for each in game.happenings for change in each.changes]
    held = [change for change in changes if any(item.kind == "limit" for item in change.items)]
    return {"low" if change.after == game.scenario.columns[change.column].low else "high" for change in held}


def test_the_synthetic_scenario_has_no_error(tmp_path: Path) -> None:
    findings = check(write_synthetic(tmp_path))
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []


def test_the_synthetic_scenario_is_what_the_benchmark_says(tmp_path: Path) -> None:
    scenario = load(write_synthetic(tmp_path))
    tables = [step.body for step in scenario.steps.values() if isinstance(step.body, Table)]
    assert len(scenario.steps) - len(tables) == 28
    assert any(isinstance(step.body, Chance) for step in scenario.steps.values())
    assert [[len(issue.options) for issue in table.issues.values()] for table in tables] == [[4] * 7] * 3
    assert all(len(table.parties) == 2 and list(table.rounds.values()) == [4] for table in tables)
    assert len(scenario.variables) == 30


def test_the_synthetic_text_is_the_same_on_every_machine() -> None:
    assert sha256(synthetic_text().encode()).hexdigest().startswith("4bf432065a8499fb")


def test_the_synthetic_record_is_playable(tmp_path: Path) -> None:
    scenario = load(write_synthetic(tmp_path))
    game = OracleGame(scenario, follow_record=True)
    play_record(game)
    assert game.ending() == scenario.record.ending
