"""Every choice of a shipped scenario pulls two ways: no option and no ending serves every interest of a party best.

An option is judged as it was chosen in 10,000 games of a style, and again with each option of a choice taken in the
same games with the same dice. Where the mover knows a seal, that holds under each of its readings too.

Ahead of a table that is too large to lay out, each option would have those who trade search the table anew, which
takes minutes; there the same games are random ones, and only behind the table those of both styles.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from game.engine.program import Program
from game.engine.world import World
from game.negotiation.packages import CAP, count_packages
from game.scenario.table_rules import Table
from tests.kept import SHIPPED, kept_program
from tests.scenarios.led import branches, interests_by_party, played_alike, seats

STYLES = ("random", "trades")
GAMES, BRANCHED, SEED = 10_000, 1_000, 0
FEWEST = 50
"""Means over fewer games than this say more about the dice than about the option."""

Readings = list[tuple[str, NDArray[np.bool_]]]


@cache
def program(scenario: str) -> Program:
    return kept_program(scenario)


def games(scenario: str, style: str) -> World:
    return played_alike(scenario, GAMES, style)


def readings(rules: Program, columns: list[NDArray[np.generic]], party: str) -> Readings:
    """All games together, and for each seal that the party knows those of each value."""
    found: Readings = [("all", np.ones(len(columns[0]), np.bool_))]
    for step in rules.steps:
        if step.chance and step.chance.sealed is not None:
            name = rules.names[step.chance.sealed]
            known = rules.scenario.columns[name].known_to
            if known is None or party in known:
                sealed = columns[step.chance.sealed]
                found += [(f"{name} {value}", sealed == value) for value in step.chance.sealed_values]
    return found


def best_on_every_interest(means: NDArray[np.float64]) -> list[int]:
    """Finds the rows that no other row beats in any column."""
    return [row for row, mine in enumerate(means) if (mine >= np.delete(means, row, axis=0).max(axis=0)).all()]


def test_the_finder_sees_a_row_that_is_best_throughout() -> None:
    assert best_on_every_interest(np.array([[1.0, 2.0], [1.0, 1.0]])) == [0]
    assert best_on_every_interest(np.array([[1.0, 2.0], [2.0, 1.0]])) == []


def last_searched(rules: Program) -> str | None:
    """Finds the last session of the last table that is too large to lay out."""
    large = (
        one.step.body.sessions[-1]
        for one in rules.steps
        if isinstance(one.step.body, Table)
        and count_packages([len(issue.options) for issue in one.step.body.issues.values()]) > CAP
    )
    return max(large, key=list(rules.scenario.steps).index, default=None)


def test_only_the_conference_of_yalta_is_too_large_to_lay_out() -> None:
    assert {id_: last_searched(program(id_)) for id_ in SHIPPED} == {
        "finland-1939": None,
        "pact-1939": None,
        "yalta-1945": "session-10-february",
    }


def chosen_best(rules: Program, world: World) -> Iterator[str]:
    values = interests_by_party(world)
    for choice in (choice for step in rules.steps for choice in step.choices):
        taken = world.columns[choice.place]
        for reading, rows in readings(rules, world.columns, choice.party):
            numbers = [n for n in range(1, len(choice.options) + 1) if np.count_nonzero(rows & (taken == n)) >= FEWEST]
            if len(numbers) > 1:
                means = np.stack([values[choice.party][:, rows & (taken == n)].mean(axis=1) for n in numbers])
                for row in best_on_every_interest(means):
                    yield f"{rules.names[choice.place]} {choice.options[numbers[row] - 1]} ({reading})"


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("scenario", SHIPPED)
def test_no_option_that_was_chosen_served_every_interest_best(scenario: str, style: str) -> None:
    assert list(chosen_best(program(scenario), games(scenario, style))) == []


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("scenario", SHIPPED)
def test_no_option_would_serve_every_interest_best_in_the_same_games(scenario: str, style: str) -> None:
    rules, found = program(scenario), []
    after = last_searched(rules) if style == "trades" else None
    for one in branches(rules, BRANCHED, SEED, seats(rules, style), after=after):
        for reading, rows in readings(rules, one.columns, one.party):
            if np.count_nonzero(rows) >= FEWEST:
                best = best_on_every_interest(one.values[:, :, rows].mean(axis=2))
                found += [f"{one.step} {one.party}: {one.options[row]} ({reading})" for row in best]
    assert found == []


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("scenario", SHIPPED)
def test_no_ending_serves_every_interest_of_a_party_best(scenario: str, style: str) -> None:
    rules, world = program(scenario), games(scenario, style)
    endings, ids = world.endings(), list(rules.scenario.endings)
    numbers = [number for number in range(1, len(ids) + 1) if np.count_nonzero(endings == number) >= FEWEST]
    for party, values in interests_by_party(world).items():
        means = np.stack([values[:, endings == number].mean(axis=1) for number in numbers])
        assert [ids[numbers[row] - 1] for row in best_on_every_interest(means)] == [], party
