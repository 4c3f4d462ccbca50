from __future__ import annotations

import numpy as np
import pytest

from game.engine.program import Program
from game.players.styles import seat_of, styles
from game.players.talks import Talked, hold_talks, table_alone
from game.scenario.table_rules import Outcome
from tests.kept import kept_program

TABLES = ("lantern-talks", "fish-talks")


def program() -> Program:
    return kept_program("three-parties")


def talked(table: str, style: str, games: int = 40, **how: int) -> Talked:
    return hold_talks(program(), table, [seat_of(style)] * 3, games, 3, **how)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("style", styles())
def test_worths_are_those_of_what_was_agreed(style: str, table: str) -> None:
    result = talked(table, style)
    rules = program().tables[table].table
    assert set(result.outcomes.tolist()) <= {Outcome.FAILED, Outcome.PARTIAL, Outcome.WHOLE}
    unsettled = np.array(rules.unsettled)[:, None]
    failed = result.outcomes == Outcome.FAILED
    assert (result.agreed[:, failed] == unsettled).all()
    for party in range(3):
        by_set = [values.worth(result.agreed) for values in rules.valuations[party]]
        assert all(result.worths[party, row] in {int(worth[row]) for worth in by_set} for row in range(40))


@pytest.mark.parametrize("style", ["trades", "holds-out", "concedes-early"])
def test_nobody_is_worse_off_than_by_walking_away_unless_pressed(style: str) -> None:
    result = talked("lantern-talks", style)
    whole = result.outcomes == Outcome.WHOLE
    assert whole.any()
    table = program().tables["lantern-talks"].table
    largest = max(values.total_weight for sets in table.valuations for values in sets)
    most_pressed = largest * 2 * max(table.press_points)
    assert (result.worths >= result.walk_aways - most_pressed)[:, whole].all()


def test_a_talk_alone_is_the_same_as_among_many() -> None:
    many = talked("fish-talks", "random")
    for number in (0, 11, 39):
        alone = talked("fish-talks", "random", 1, first=number)
        assert alone.outcomes[0] == many.outcomes[number] and alone.moves[0] == many.moves[number]
        assert (alone.agreed[:, 0] == many.agreed[:, number]).all()


def test_rounds_replace_all_sessions_by_one() -> None:
    alone = table_alone(program(), "lantern-talks", 30)
    assert [step.step.id for step in alone.steps] == ["lantern-talks"]
    assert alone.tables["lantern-talks"].table.rounds == (30,)
    assert talked("lantern-talks", "holds-out", rounds=30).rounds.max() > 5


def test_without_rounds_every_session_of_the_table_is_held_and_nothing_else() -> None:
    alone = table_alone(program(), "fish-talks")
    assert [step.step.id for step in alone.steps] == ["fish-talks", "fish-return", "fish-last"]
    assert talked("fish-talks", "holds-out").rounds.max() <= sum(program().tables["fish-talks"].table.rounds)


def test_talks_begin_from_the_state_given() -> None:
    high = hold_talks(program(), "lantern-talks", [seat_of("random")] * 3, 4, 3, state={"fuel.arden": 12})
    low = hold_talks(program(), "lantern-talks", [seat_of("random")] * 3, 4, 3, state={"fuel.arden": 2})
    assert (high.walk_aways[0] > low.walk_aways[0]).all()
