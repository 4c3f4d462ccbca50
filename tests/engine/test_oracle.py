"""The compiled engine and the plain-Python oracle play the same games to the same numbers.

Random legal moves, drawn from what the oracle holds to be legal, are given to both: to worlds of many rows, and to
single games with their accounts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random

import numpy as np
import pytest

from game.engine.asks import ChoiceAsk, TableAsk, TableMoves
from game.engine.compiler import compile_scenario
from game.engine.game import Game
from game.engine.legality import LegalChoice, LegalTable
from game.engine.moves import TABLE_KINDS, Choose, Move, TableMove, press, propose
from game.engine.program import Program
from game.engine.world import World
from game.errors import MoveRefused
from game.scenario.catalogue import scenarios_folder
from game.scenario.loader import load
from tests.oracle.accounts import Change
from tests.oracle.driver import random_move, random_terms, recorded_move
from tests.oracle.game import OracleGame
from tests.oracle.judgement import gain, interests, points, value_set, walk_away, worth
from tests.oracle.talks import Talks
from tests.scenarios.synthetic import write_synthetic

SCENARIOS = ("three-parties", "synthetic", "finland-1939")
ROWS = {"three-parties": 700, "synthetic": 250, "finland-1939": 150}
GAMES = {"three-parties": 60, "synthetic": 10, "finland-1939": 10}
FAR_GAMES = (2**31, 2**32 + 5, 10**15)
"""Game numbers beyond 32 bits, which the keys must tell apart too."""


@cache
def compiled(name: str, home: Path) -> Program:
    """The program of a scenario by name; the synthetic one is written to `home` first."""
    if name == "synthetic":
        return compile_scenario(load(write_synthetic(home)))
    if name == "three-parties":
        return compile_scenario(load(Path(__file__).parents[1] / "scenarios" / name))
    return compile_scenario(load(scenarios_folder() / name))


@pytest.fixture(params=SCENARIOS)
def program(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Program:
    name: str = request.param
    if name == "finland-1939" and not (scenarios_folder() / name / "scenario.yaml").is_file():
        pytest.skip("finland-1939 is not there")
    return compiled(name, tmp_path_factory.getbasetemp())


# Worlds of many rows


class Batch:
    """A world and an oracle for each of its rows, played side by side."""

    def __init__(self, program: Program, games: Sequence[int], seed: int, *, follow: bool) -> None:
        self.program, self.scenario = program, program.scenario
        self.world = World(program, np.array(games, np.int64), seed, follow_record=follow)
        self.oracles = [OracleGame(program.scenario, seed, number, follow_record=follow) for number in games]
        self.dice = [Random(f"{seed}/{number}") for number in games]
        self.kept = [dice.randrange(40) if follow else 0 for dice in self.dice]
        """How many more moves of the record each row makes before it goes its own way."""

    def play(self) -> None:
        """Plays every game to its end, comparing all that is asked on the way."""
        while not self.world.over:
            asks = self.world.asks()
            assert asks, "a world that is not over asks nothing"
            rows = self.rows_at(asks[0])
            moves = [[self.draw(row, party_of(ask)) for row in rows] for ask in asks]
            for ask in asks:
                self.compare_ask(ask, rows)
            self.world.answer([answer_of(ask, made) for ask, made in zip(asks, moves, strict=True)])
            for ask, made in zip(asks, moves, strict=True):
                for row, move in zip(rows, made, strict=True):
                    self.oracles[row].play(party_of(ask), move)
        assert all(oracle.over for oracle in self.oracles), "the world is over and a game of the oracle is not"

    def rows_at(self, ask: ChoiceAsk | TableAsk) -> list[int]:
        """The rows that the oracle has where the world asks."""
        rows = [row for row, oracle in enumerate(self.oracles) if is_asked(oracle, ask)]
        assert len(rows) == ask.rows, f"the world asks {ask.rows} games at {ask.step}, the oracle {len(rows)}"
        return rows

    def draw(self, row: int, party: str) -> Move:
        """Draws the move of one party in one row."""
        oracle = self.oracles[row]
        if oracle.on_record and self.kept[row] > 0:
            self.kept[row] -= 1
            move = recorded_move(oracle, party)
            if oracle.allows(party, move):
                return move
        return random_move(oracle, party, self.dice[row])

    def compare_ask(self, ask: ChoiceAsk | TableAsk, rows: list[int]) -> None:
        """Holds what a seat is asked against what the oracle says of each row."""
        oracles = [self.oracles[row] for row in rows]
        assert [bool(kept) for kept in ask.on_record] == [oracle.on_record for oracle in oracles], ask.step
        if isinstance(ask, ChoiceAsk):
            compare_choice(ask, oracles)
        else:
            compare_turn(ask, oracles)

    def compare_state(self) -> None:
        """Holds every byte of the world against the oracle's numbers."""
        columns = [[oracle.state[name] for oracle in self.oracles] for name in self.program.names]
        for name, array, numbers in zip(self.program.names, self.world.columns, columns, strict=True):
            assert array.tolist() == numbers, name
        expected = [np.array(numbers, array.dtype) for array, numbers in zip(self.world.columns, columns, strict=True)]
        assert self.world.state_bytes() == b"".join(array.tobytes() for array in expected)

    def compare_outcome(self) -> None:
        """Holds endings, measures and interests against the oracle's."""
        endings = list(self.scenario.endings)
        assert [endings[number - 1] for number in self.world.endings()] == [each.ending() for each in self.oracles]
        measures = [oracle.measures() for oracle in self.oracles]
        for name, array in self.world.measures().items():
            assert array.tolist() == [values[name] for values in measures], name
        judged = [interests(oracle) for oracle in self.oracles]
        for party, arrays in self.world.interests().items():
            for place, interest in enumerate(self.scenario.interests[party]):
                assert arrays[place].tolist() == [values[party][interest.id] for values in judged], interest.id


def party_of(ask: ChoiceAsk | TableAsk) -> str:
    return ask.party if isinstance(ask, ChoiceAsk) else ask.table.parties[ask.party]


def is_asked(oracle: OracleGame, ask: ChoiceAsk | TableAsk) -> bool:
    if oracle.step is None or oracle.step.id != ask.step:
        return False
    return isinstance(ask, ChoiceAsk) or oracle.table.turn == ask.turn


def answer_of(ask: ChoiceAsk | TableAsk, moves: list[Move]) -> np.ndarray | TableMoves:
    if isinstance(ask, ChoiceAsk):
        return np.array([ask.options.index(move.option) + 1 for move in moves if isinstance(move, Choose)], np.int8)
    table, made = ask.table, [move for move in moves if isinstance(move, TableMove)]
    terms = np.zeros((len(table.issues), len(made)), np.int8)
    for row, move in enumerate(made):
        for issue, option in move.terms.items():
            place = table.issues.index(issue)
            terms[place, row] = table.options[place].index(option) + 1
    kinds = np.array([TABLE_KINDS.index(move.kind) + 1 for move in made], np.int8)
    pressed = np.array([table.issues.index(move.issue) + 1 if move.issue else 0 for move in made], np.int8)
    return TableMoves(kinds, terms, pressed)


def compare_choice(ask: ChoiceAsk, oracles: list[OracleGame]) -> None:
    legal = [oracle.legal_options(ask.party) for oracle in oracles]
    gains = ask.gain()
    for place, option in enumerate(ask.options):
        truths = [True] * len(oracles) if ask.legal is None else [bool(truth) for truth in ask.legal[place]]
        assert truths == [option in options for options in legal], f"{ask.step}: {option}"
        assert gains[place].tolist() == [gain(oracle, ask.party, option) for oracle in oracles], f"{ask.step}: {option}"
    known = [oracle.known_to(ask.party) for oracle in oracles]
    for name in known[0]:
        assert np.broadcast_to(ask.columns[name], ask.rows).tolist() == [values[name] for values in known], name


def compare_turn(ask: TableAsk, oracles: list[OracleGame]) -> None:
    place, party = f"{ask.step}, turn {ask.turn}", party_of(ask)
    talks = [oracle.table for oracle in oracles]
    first = talks[0]
    assert party == first.mover, place
    assert ask.table.sessions[ask.session] == first.session, place
    assert (ask.round, ask.rounds) == (first.round, first.table.rounds[first.session]), place
    assert (ask.turns_left, ask.final) == (first.turns_left, first.final), place
    assert ask.standing.tolist() == packages(ask, [each.standing for each in talks]), place
    assert ask.initialled.tolist() == packages(ask, [each.initialled for each in talks]), place
    for number, other in enumerate(ask.table.parties):
        assert ask.positions[number].tolist() == packages(ask, [each.positions[other] for each in talks]), place
    assert ask.proposer.tolist() == [places(ask, each.proposer) for each in talks], place
    assert ask.consents.tolist() == [sum(1 << places(ask, name) for name in each.consents) for each in talks], place
    assert ask.walk_away.tolist() == [walk_away(oracle, party) for oracle in oracles], place
    assert ask.value_set.tolist() == [value_set(oracle, party) for oracle in oracles], place
    for number, kind in enumerate(TABLE_KINDS, 1):
        assert [bool(may) for may in ask.may[number]] == [kind in each.kinds() for each in talks], f"{place}: {kind}"
    compare_worths(ask, oracles)


def compare_worths(ask: TableAsk, oracles: list[OracleGame]) -> None:
    valuations = ask.table.valuations[ask.party]
    judged = [dict(oracle.table.initialled) | dict(oracle.table.standing) for oracle in oracles]
    columns = np.array(packages(ask, judged), np.int8)
    for key, valuation in enumerate(valuations):
        rows = [row for row in range(len(oracles)) if ask.value_set[row] == key]
        worths = valuation.worth(columns[:, rows]).tolist()
        assert worths == [worth(oracles[row], party_of(ask), judged[row]) for row in rows], f"{ask.step}: worth"


def packages(ask: TableAsk, terms: list[dict[str, str]]) -> list[list[int]]:
    """Terms by row as option numbers by issue and row."""
    return [
        [options.index(named[issue]) + 1 if issue in named else 0 for named in terms]
        for issue, options in zip(ask.table.issues, ask.table.options, strict=True)
    ]


def places(ask: TableAsk, party: str | None) -> int:
    return -1 if party is None else ask.table.parties.index(party)


def play_batch(program: Program, games: Sequence[int], seed: int, *, follow: bool) -> Batch:
    batch = Batch(program, games, seed, follow=follow)
    batch.play()
    batch.compare_state()
    batch.compare_outcome()
    return batch


def test_random_games_in_a_batch_end_in_the_oracle_s_bytes(program: Program) -> None:
    games = [*range(ROWS[program.scenario.id]), *FAR_GAMES]
    play_batch(program, games, seed=20, follow=False)


def test_games_that_keep_to_the_record_for_a_while_agree_on_where_they_left_it(program: Program) -> None:
    games = range(5000, 5000 + ROWS[program.scenario.id] // 2)
    play_batch(program, games, seed=-3, follow=True)
