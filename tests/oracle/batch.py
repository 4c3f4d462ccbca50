"""A world of many rows and an oracle for each of its rows, played side by side and compared at every ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import ChoiceAsk, TableAsk, TableMoves
from game.engine.moves import TABLE_KINDS, Choose, Move, TableMove
from game.engine.program import Program
from game.engine.world import World
from tests.oracle.driver import random_move, recorded_move
from tests.oracle.game import OracleGame
from tests.oracle.judgement import gains, interests, value_set, walk_away, worth
from tests.oracle.talks import Talks

Places = NDArray[np.intp]
"""Places of rows in an ask."""
GAINS_HELD = 60
"""Of how many rows of an ask the gains are compared: they cost the oracle more than all else."""


class Batch:
    """A world and an oracle for each of its rows, played side by side."""

    def __init__(
        self,
        program: Program,
        games: Sequence[int],
        seed: int,
        *,
        follow: bool,
        start: Mapping[str, int] | None = None,
    ) -> None:
        self.program, self.scenario = program, program.scenario
        self.world = World(program, np.array(games, np.int64), seed, follow_record=follow, start=start)
        self.oracles = [
            OracleGame(program.scenario, seed, number, follow_record=follow, start=start) for number in games
        ]
        self.dice = [Random(f"{seed}/{number}") for number in games]
        self.kept = [dice.randrange(40) if follow else 0 for dice in self.dice]
        """How many more moves of the record each row makes before it goes its own way."""

    def play(self) -> None:
        """Plays every game to its end, comparing all that is asked on the way."""
        while asks := self.world.asks():
            rows, where = self.rows_at(asks[0])
            moves = [[self.draw(row, party_of(ask)) for row in rows] for ask in asks]
            for ask in asks:
                self.compare_ask(ask, [self.oracles[row] for row in rows], where)
            self.world.answer([answer_of(ask, where, made) for ask, made in zip(asks, moves, strict=True)])
            for ask, made in zip(asks, moves, strict=True):
                for row, move in zip(rows, made, strict=True):
                    self.oracles[row].play(party_of(ask), move)
        assert self.world.over, "a world that asks nothing is not over"
        assert all(oracle.over for oracle in self.oracles), "the world is over and a game of the oracle is not"

    def rows_at(self, ask: ChoiceAsk | TableAsk) -> tuple[list[int], Places]:
        """The rows that the oracle has where the world asks, and their places in the ask.

        A world asks of these rows alone, or of more and then heeds these alone.
        """
        rows = [row for row, oracle in enumerate(self.oracles) if is_asked(oracle, ask)]
        assert rows, f"the world asks {ask.rows} games at {ask.step}, the oracle none"
        if ask.rows == len(self.oracles):
            return rows, np.array(rows)
        where = np.flatnonzero(ask.asked) if isinstance(ask, TableAsk) else np.arange(ask.rows)
        assert len(rows) == len(where), f"the world asks {len(where)} games at {ask.step}, the oracle {len(rows)}"
        return rows, where

    def draw(self, row: int, party: str) -> Move:
        """Draws the move of one party in one row."""
        oracle = self.oracles[row]
        if oracle.on_record and self.kept[row] > 0:
            self.kept[row] -= 1
            move = recorded_move(oracle, party)
            if oracle.allows(party, move):
                return move
        return random_move(oracle, party, self.dice[row])

    def compare_ask(self, ask: ChoiceAsk | TableAsk, oracles: list[OracleGame], where: Places) -> None:
        """Holds what a seat is asked against what the oracle says of each row."""
        assert ask.on_record[where].tolist() == [oracle.on_record for oracle in oracles], ask.step
        if isinstance(ask, ChoiceAsk):
            compare_choice(ask, oracles, where)
        else:
            compare_turn(ask, oracles, where)

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
    here = oracle.step.id if oracle.step else None
    if isinstance(ask, ChoiceAsk):
        return here == ask.step
    return here == ask.table.sessions[ask.session] and oracle.table.turn == ask.turn


def answer_of(ask: ChoiceAsk | TableAsk, where: Places, moves: list[Move]) -> NDArray[np.int8] | TableMoves:
    """The moves as a seat answers them; rows that are not heeded say something too."""
    if isinstance(ask, ChoiceAsk):
        options = np.ones(ask.rows, np.int8)
        options[where] = [ask.options.index(move.option) + 1 for move in moves if isinstance(move, Choose)]
        return options
    table, made = ask.table, [move for move in moves if isinstance(move, TableMove)]
    kinds, terms = np.ones(ask.rows, np.int8), np.ones((len(table.issues), ask.rows), np.int8)
    pressed = np.ones(ask.rows, np.int8)
    kinds[where] = [TABLE_KINDS.index(move.kind) + 1 for move in made]
    terms[:, where] = packages(ask, [dict(move.terms) for move in made])
    pressed[where] = [table.issues.index(move.issue) + 1 if move.issue else 0 for move in made]
    answer = TableMoves(kinds, terms, pressed)
    if not any(move.kind == "nominate" for move in made):
        return answer
    nominated = np.ones((len(table.issues), ask.rows), bool)
    nominated[:, where] = [[issue in move.issues for move in made] for issue in table.issues]
    return TableMoves(kinds, terms, pressed, nominated=nominated)


def compare_choice(ask: ChoiceAsk, oracles: list[OracleGame], where: Places) -> None:
    legal = [oracle.legal_options(ask.party) for oracle in oracles]
    gained, held = ask.gain(), [gains(oracle, ask.party) for oracle in oracles[:GAINS_HELD]]
    for place, option in enumerate(ask.options):
        truths = np.ones(ask.rows, bool) if ask.legal is None else ask.legal[place]
        assert truths[where].tolist() == [option in options for options in legal], f"{ask.step}: {option}"
        expected = [points[option] for points in held]
        assert gained[place][where[:GAINS_HELD]].tolist() == expected, f"{ask.step}: {option}"
    known = [oracle.known_to(ask.party) for oracle in oracles]
    for name in known[0]:
        read = np.broadcast_to(ask.columns[name], ask.rows)[where]
        assert read.tolist() == [values[name] for values in known], f"{ask.step}: {name}"


def compare_turn(ask: TableAsk, oracles: list[OracleGame], where: Places) -> None:
    place, party = f"{ask.step}, turn {ask.turn}", party_of(ask)
    talks = [oracle.table for oracle in oracles]
    first = talks[0]
    assert party == first.mover, place
    assert ask.table.sessions[ask.session] == first.session, place
    assert (ask.round, ask.rounds) == (first.round, first.table.rounds[first.session]), place
    assert (ask.turns_left, ask.final) == (first.turns_left, first.final), place
    assert ask.standing[:, where].tolist() == packages(ask, [each.standing for each in talks]), place
    assert ask.initialled[:, where].tolist() == packages(ask, [each.initialled for each in talks]), place
    for number, other in enumerate(ask.table.parties):
        offered = packages(ask, [each.positions[other] for each in talks])
        assert ask.positions[number][:, where].tolist() == offered, f"{place}: positions of {other}"
    consents = [sum(1 << number_of(ask, name) for name in each.consents) for each in talks]
    assert ask.consents[where].tolist() == consents, place
    assert ask.proposer[where].tolist() == [number_of(ask, each.proposer) for each in talks], place
    assert ask.walk_away[where].tolist() == [walk_away(oracle, party) for oracle in oracles], place
    assert ask.value_set[where].tolist() == [value_set(oracle, party) for oracle in oracles], place
    if first.table.agenda is not None:
        compare_agenda(ask, talks, where)
    if first.table.hours is not None:
        assert ask.hours_left[where].tolist() == [each.hours_left for each in talks], place
    if any(issue.absent for issue in first.table.issues.values()):
        refused = [[refused_bits(each, issue) for each in talks] for issue in first.table.issues]
        assert ask.refused[:, where].tolist() == refused, place
    kinds = [each.kinds() for each in talks]
    for number, kind in enumerate(TABLE_KINDS, 1):
        assert ask.may[number][where].tolist() == [kind in legal for legal in kinds], f"{place}: {kind}"
    compare_worths(ask, oracles)


def compare_agenda(ask: TableAsk, talks: list[Talks], where: Places) -> None:
    """Holds what is live, and what there is room for, against the oracle's."""
    place, issues = f"{ask.step}, turn {ask.turn}", ask.table.issues
    assert ask.nominating == talks[0].nominating, place
    assert ask.live[:, where].tolist() == [[issue in each.live for each in talks] for issue in issues], place
    assert ask.room[where].tolist() == [each.room for each in talks], place


def refused_bits(talks: Talks, issue: str) -> int:
    """The options of an issue that the absent have refused, as bits."""
    options = list(talks.table.issues[issue].options)
    return sum(1 << options.index(option) for option in talks.refused.get(issue, ()))


def compare_worths(ask: TableAsk, oracles: list[OracleGame]) -> None:
    """Holds each set of the mover's values against the worth of what each row has settled and has standing."""
    terms = [oracle.table.initialled | oracle.table.standing for oracle in oracles]
    columns = np.array(packages(ask, terms), np.int8)
    sets = [value_set(oracle, party_of(ask)) for oracle in oracles]
    for number, valuation in enumerate(ask.table.valuations[ask.party]):
        rows = [row for row, own in enumerate(sets) if own == number]
        expected = [worth(oracles[row], party_of(ask), terms[row]) for row in rows]
        assert valuation.worth(columns[:, rows]).tolist() == expected, f"{ask.step}: worth by set {number}"


def packages(ask: TableAsk, terms: list[dict[str, str]]) -> list[list[int]]:
    """Terms by row as option numbers by issue and row."""
    return [
        [options.index(named[issue]) + 1 if issue in named else 0 for named in terms]
        for issue, options in zip(ask.table.issues, ask.table.options, strict=True)
    ]


def number_of(ask: TableAsk, party: str | None) -> int:
    return -1 if party is None else ask.table.parties.index(party)
