"""What history signed at each table is worth at least as much as leaving to those who signed it, by the file's values.

Under every seal that selects somebody's values; where a file ever has it otherwise, it has to say why.
"""

import pytest

from game.analysis.recorded import recorded_game
from game.analysis.tables import weigh_played
from game.scenario.table_rules import Outcome, Table
from tests.kept import SHIPPED, kept_program

SEEDS = range(6)
"""Enough for every value of every seal that selects values to come up."""


@pytest.mark.parametrize("scenario", SHIPPED)
def test_nobody_signed_for_less_than_leaving_was_worth(scenario: str) -> None:
    program = kept_program(scenario)
    tables = {id_: step.body for id_, step in program.scenario.steps.items() if isinstance(step.body, Table)}
    sealed = {column for table in tables.values() for column in table.values_by.values()}
    met: set[tuple[str, int]] = set()
    weighed = 0
    for seed in SEEDS:
        game = recorded_game(program, seed)
        drawn = {(column, game.values()[column]) for column in sealed}
        if drawn <= met:
            continue
        met |= drawn
        for id_, table in tables.items():
            if table.record.outcome not in (Outcome.WHOLE, Outcome.PARTIAL):
                continue
            found = weigh_played(game, id_)
            assert found.record is not None
            weighed += 1
            for party in found.parties:
                worth, least = found.record.shares[party], found.walk_aways[party]
                assert worth >= least, f"{id_}, seed {seed}: {party} signed for {worth}, and could leave for {least}"
    assert weighed
    columns = program.scenario.columns
    assert met == {(name, value) for name in sealed for value in range(columns[name].low, columns[name].high + 1)}
