"""No seat is moved by what it does not know: other hidden numbers leave its view, its asks and its moves alone."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
import pytest

from game.engine.asks import ChoiceAsk
from game.engine.compiler import compile_scenario
from game.engine.game import Game
from game.engine.program import Program
from game.players.match import decided
from game.players.styles import seat_of, styles
from game.scenario.cast import Text
from tests.kept import kept_program
from tests.oracle.generated import generated
from tests.playing import play_on
from tests.scenarios.small import choice, do, news, small


def other_truth(game: Game, viewer: str, random: Random) -> int:
    """Changes what a viewer does not know, in the state where a game stands; tells how many numbers."""
    changed = 0
    for place, name in enumerate(game.program.names):
        column = game.scenario.columns[name]
        if column.known_to is not None and viewer not in column.known_to:
            array = game.world.columns[place]
            game.world.columns[place] = np.full(1, random.randint(column.low, column.high), array.dtype)
            changed += int(game.world.columns[place][0] != array[0])
    return changed


def told(game: Game, party: str) -> list[object]:
    """All that a party can look at."""
    view = game.view(party)
    found: list[object] = [view.value(name) for name in game.program.names]
    found += [view.interests(), view.documents(), [view.paragraphs(text) for text in _read_by(game, party)]]
    table = view.table
    if table is not None:
        found += [table.walk_away, table.values, table.weights, table.worth(table.standing)]
    return found


def _read_by(game: Game, party: str) -> list[Text]:
    steps = [step for step in game.scenario.steps.values() if step.known_to is None or party in step.known_to]
    return [game.scenario.parties[party].brief, *(step.text for step in steps if step.text)]


def asked(game: Game, party: str) -> list[object]:
    """What a pending party is asked, and what each style answers."""
    copy = game.world.copy()
    ask = next(ask for ask in copy.asks() if _party(ask) == party)
    answers: list[object] = [decided(seat_of(style), ask, copy.seat_stream(ask)) for style in styles()]
    if isinstance(ask, ChoiceAsk):
        legal = None if ask.legal is None else [row.tolist() for row in ask.legal]
        return [*answers, legal, ask.gain().tolist(), {name: ask.columns[name].tolist() for name in ask.columns}]
    return [*answers, ask.walk_away.tolist(), ask.value_set.tolist(), [row.tolist() for row in ask.may]]


def _party(ask: object) -> str:
    return ask.party if isinstance(ask, ChoiceAsk) else ask.table.parties[ask.party]  # type: ignore[attr-defined,no-any-return]


def compare(program: Program, seed: int) -> int:
    """Plays a game, and at every point gives each seat another truth; tells how many numbers were changed."""
    game, random, changed = Game(program, seed), Random(seed), 0
    while True:
        for party in program.scenario.parties:
            truth = list(game.world.columns)
            before = [told(game, party), asked(game, party) if party in game.pending else None]
            changed += other_truth(game, party, random)
            assert [told(game, party), asked(game, party) if party in game.pending else None] == before, party
            game.world.columns[:] = truth
        if game.over:
            return changed
        play_on(game, random, 1)


@pytest.mark.parametrize("seed", range(8))
def test_another_truth_changes_nothing_for_who_does_not_know_it_in_random_scenarios(seed: int, tmp_path: Path) -> None:
    assert compare(compile_scenario(generated(tmp_path, seed)), seed) > 0


def test_another_truth_changes_nothing_for_who_does_not_know_it_in_that_of_three_parties() -> None:
    program = kept_program("three-parties")
    assert sum(compare(program, seed) for seed in range(3)) > 100


SECRETS = """
variables:
  stores: {name: "Stores", range: 0..12, unit: "barrels", start: 7, known-to: [arden], basis: "Invented."}
  depth: {name: "Depth", range: -9..-2, unit: "fathoms", start: -5, known-to: [arden], basis: "Invented."}
  reefs: {name: "Reefs", range: 2..9, unit: "reefs", start: 6, known-to: [arden], basis: "Invented."}
  crews: {name: Crews, range: 0..9, unit: crews, start: 4, known-to: [arden], believed: {borrel: 3}, basis: "Invented."}
"""
AT_REST = {"stores": 0, "depth": -2, "reefs": 2, "crews": 3}
"""What one goes by who was told nothing: 0 or the number nearest to it; of the crews something is believed."""


def secrets(folder: Path) -> Program:
    """A game in which Borrel is told nothing of three numbers, none of which starts at rest."""
    answer = choice("answer", "borrel", 'go: {text: "Go"}, stay: {text: "Stay"}', record="stay")
    return small(folder, news("storm", effects=do("stores -= 1", "reefs += 1")) + answer, more=SECRETS)


def test_the_start_of_what_nobody_told_a_seat_is_not_what_it_goes_by(tmp_path: Path) -> None:
    program = secrets(tmp_path)
    columns = program.scenario.columns
    assert not [name for name in AT_REST if program.starts[program.places[name]] == AT_REST[name]]
    assert {program.names[place]: value for place, value in program.hidden["borrel"]} == AT_REST
    assert {name for name in AT_REST if "borrel" not in columns[name].believed} == {"stores", "depth", "reefs"}
    view = Game(program, 1).view("borrel")
    assert {name: view.value(name) for name in AT_REST} == AT_REST


def test_another_truth_changes_nothing_where_one_is_told_nothing(tmp_path: Path) -> None:
    assert compare(secrets(tmp_path), 1) > 0
