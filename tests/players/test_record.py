from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.engine.asks import ACCEPT, ADJOURN, PRESS, PROPOSE, WALK_OUT, TableMoves
from game.engine.chance import Stream, game_keys
from game.engine.tables import CompiledTable, RecordedMove, Talks
from game.negotiation.worths import Valuation
from game.players.record import RecordSeat, least_accepted, recorded_agreement, recorded_position
from game.scenario.table_rules import Outcome
from tests.players.tables import ask_of, hold, table_of
from tests.players.test_contract import choice

RISING = np.array([0, 0, 50, 100], np.int32)
FALLING = np.array([100, 100, 50, 0], np.int32)
FIRST = Valuation((RISING, RISING), (1, 1), 2)
SECOND = Valuation((FALLING, FALLING), (1, 1), 2)
STREAM = Stream(game_keys(0, np.arange(1)), 1)


def move(party: int, kind: int, *terms: int, pressed: int = 0) -> RecordedMove:
    return RecordedMove(party, kind, np.array(terms or (0, 0), np.int8), pressed)


AGREED = ((move(0, PROPOSE, 3, 3), move(1, PROPOSE, 1, 2), move(0, PROPOSE, 2, 2), move(1, ACCEPT)),)
FAILED = (
    (move(0, PROPOSE, 3, 3), move(1, PROPOSE, 1, 1), move(0, ADJOURN)),
    (move(0, PROPOSE, 3, 2), move(1, WALK_OUT)),
)


def table(record: Sequence[Sequence[RecordedMove]], outcome: Outcome, *, whole: bool = True) -> CompiledTable:
    return table_of([[FIRST], [SECOND]], (4,) * len(record), record=record, outcome=outcome, whole=whole, pressers=1)


WHOLE, BROKEN = table(AGREED, Outcome.WHOLE), table(FAILED, Outcome.FAILED)


def asked(
    rules: CompiledTable, *, party: int, standing: Sequence[int] | None = None, on_record: bool = False, **state: int
) -> TableMoves:
    """Asks the record-follower once; `state` sets session, round and turn."""
    talks = Talks(rules, 1)
    talks.open_session(0, np.ones(1, np.bool_))
    talks.mover = party
    for name, value in state.items():
        setattr(talks, name, value)
    if standing:
        talks.standing = np.array(standing)[:, None]
        talks.proposer[:], talks.consents[:] = 1 - party, 1 << (1 - party)
    return RecordSeat().bargain(ask_of(talks, np.full((2, 1), 40), on_record=on_record), STREAM)


def test_on_the_path_every_recorded_move_is_played_without_weighing_it() -> None:
    held = hold(WHOLE, [RecordSeat(), RecordSeat()], np.full((2, 3), 100), on_record=True)
    kinds = [moves.kind.tolist() for _, moves, _ in held.moves]
    assert kinds == [[PROPOSE] * 3, [PROPOSE] * 3, [PROPOSE] * 3, [ACCEPT] * 3]
    assert held.talks.outcome.tolist() == [Outcome.WHOLE] * 3
    assert held.agreed[:, 0].tolist() == [2, 2]


def test_a_recorded_press_is_played_with_its_issue() -> None:
    rules = table(((move(0, PRESS, pressed=2),),), Outcome.FAILED)
    moves = asked(rules, party=0, on_record=True)
    assert (moves.kind[0], moves.pressed[0]) == (PRESS, 2)


def test_off_the_path_it_holds_to_what_it_had_last_proposed_by_that_turn() -> None:
    assert asked(WHOLE, party=0, turn=0).terms[:, 0].tolist() == [3, 3]
    assert asked(WHOLE, party=0, turn=2, round=1).terms[:, 0].tolist() == [2, 2]
    assert asked(BROKEN, party=0, session=1, turn=4, round=2).terms[:, 0].tolist() == [3, 2]


def test_before_its_first_recorded_proposal_it_stands_for_that_one() -> None:
    assert recorded_position(WHOLE, 1, 0, 0).tolist() == [1, 2]  # type: ignore[union-attr]


def test_one_who_never_proposed_stands_for_what_was_agreed_and_else_waits() -> None:
    accepting = table(((move(0, PROPOSE, 2, 1), move(1, ACCEPT)),), Outcome.WHOLE)
    assert recorded_position(accepting, 1, 0, 1).tolist() == [2, 1]  # type: ignore[union-attr]
    silent = table(((move(0, PROPOSE, 2, 1), move(1, ADJOURN)),), Outcome.FAILED)
    assert recorded_position(silent, 1, 0, 1) is None
    assert asked(silent, party=1, turn=1).kind.tolist() == [ADJOURN]


def test_off_the_path_it_accepts_what_is_worth_the_recorded_agreement() -> None:
    assert least_accepted(WHOLE, 0, FIRST) == 100
    assert asked(WHOLE, party=0, standing=(2, 2), turn=2).kind.tolist() == [ACCEPT]
    assert asked(WHOLE, party=0, standing=(3, 1), turn=2).kind.tolist() == [ACCEPT]
    assert asked(WHOLE, party=0, standing=(2, 1), turn=2).kind.tolist() == [PROPOSE]


def test_where_history_failed_it_accepts_its_last_position_and_its_walk_away_value() -> None:
    assert least_accepted(BROKEN, 0, FIRST) == 150
    assert asked(BROKEN, party=0, standing=(3, 2)).kind.tolist() == [ACCEPT]
    assert asked(BROKEN, party=0, standing=(2, 2)).kind.tolist() == [PROPOSE]
    cheap = table(((move(0, PROPOSE, 1, 1), move(1, ADJOURN)),), Outcome.FAILED)
    assert asked(cheap, party=0, standing=(1, 2), turn=2).kind.tolist() == [PROPOSE]
    assert asked(cheap, party=0, standing=(2, 2), turn=2).kind.tolist() == [ACCEPT]


def test_with_its_last_word_it_walks_out_of_too_little() -> None:
    last = {"session": 0, "round": 3, "turn": 7}
    assert asked(WHOLE, party=1, standing=(3, 3), **last).kind.tolist() == [WALK_OUT]
    assert asked(WHOLE, party=1, standing=(1, 2), **last).kind.tolist() == [ACCEPT]


def test_a_recorded_agreement_by_issue_is_what_the_bound_parties_consented_to() -> None:
    by_issue = table(
        ((move(0, PROPOSE, 3, 2), move(1, PROPOSE, 0, 1), move(0, ACCEPT), move(1, ADJOURN)),),
        Outcome.PARTIAL,
        whole=False,
    )
    assert recorded_agreement(by_issue).tolist() == [0, 1]
    assert recorded_agreement(WHOLE).tolist() == [2, 2]
    assert recorded_agreement(BROKEN).tolist() == [0, 0]


def test_by_issue_it_no_longer_names_what_is_settled() -> None:
    by_issue = table(AGREED, Outcome.WHOLE, whole=False)
    talks = Talks(by_issue, 1)
    talks.open_session(0, np.ones(1, np.bool_))
    talks.initialled = np.array([[1], [0]])
    moves = RecordSeat().bargain(ask_of(talks, np.full((2, 1), 40)), STREAM)
    assert moves.terms[:, 0].tolist() == [0, 3]


def test_a_choice_is_the_recorded_option_else_the_fallback_else_the_most_gain() -> None:
    legal = np.array([[True, True, True], [True, False, False], [True, True, False], [True, True, True]])
    gain = np.array([[0, 0, 9], [0, 0, 0], [0, 0, 0], [0, 99, 9]])
    assert RecordSeat().choose(choice(legal, gain, 3, 2, 3), STREAM).tolist() == [2, 3, 1]


def test_a_choice_without_a_fallback_goes_by_gain() -> None:
    legal = np.array([[True], [False], [True]])
    assert RecordSeat().choose(choice(legal, np.array([[1], [9], [4]]), 1, 2, 0), STREAM).tolist() == [3]
