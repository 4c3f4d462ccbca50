"""The style `record`: plays what history did, and off its path what history would have come closest to.

It alone reads the compiled record of an ask. On the path it plays the recorded move without weighing it. Off the
path it chooses the recorded option, else its stated fallback, else what gains its interests most; at a table it
holds to its recorded position and accepts what is worth at least what its government then accepted. For an agenda it
nominates what its government did in that session, as far as that can be, and else as the other styles do.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import ACCEPT, ADJOURN, PROPOSE, WALK_OUT, ChoiceAsk, Numbers, TableAsk, TableMoves
from game.engine.chance import Stream
from game.engine.recorded import recorded_talks
from game.engine.tables import CompiledTable, RecordedMove
from game.negotiation.worths import Valuation
from game.players.agendas import first_among, nominable, nominate_by_stakes, nomination, places
from game.players.choosing import choose_most_gain, is_legal
from game.players.situations import by_value_set
from game.scenario.table_rules import Outcome

Terms = NDArray[np.int8]
"""One package: option numbers by issue, shape `(issues,)`."""


class RecordSeat:
    """Plays `record`."""

    style = "record"
    looks_back = True
    recalls = False

    def choose(self, ask: ChoiceAsk, stream: Stream) -> Numbers:
        """Takes the recorded option where it is legal, else the fallback, else the most gain."""
        recorded, fallback = is_legal(ask, ask.recorded), is_legal(ask, ask.fallback)
        if np.all(recorded):
            return np.full(ask.rows, ask.recorded, np.int8)
        second = np.int8(ask.fallback) if np.all(fallback) else np.where(fallback, ask.fallback, choose_most_gain(ask))
        return np.where(recorded, ask.recorded, second).astype(np.int8)

    def bargain(self, ask: TableAsk, stream: Stream) -> TableMoves:
        """Plays the recorded move in rows on the record, and holds to the recorded position in the others."""
        if ask.nominating:
            return _nominate(ask)
        moves = TableMoves(np.zeros(ask.rows, np.int8), np.zeros_like(ask.standing), np.zeros(ask.rows, np.int8))
        recorded = recorded_move(ask)
        following = ask.on_record & _can_be_made(ask, recorded) if recorded else np.zeros(ask.rows, np.bool_)
        if not following.all():
            moves = _hold(ask)
        if recorded is None:
            return moves
        return TableMoves(
            np.where(following, np.int8(recorded.kind), moves.kind),
            np.where(following, recorded.terms[:, None], moves.terms),
            np.where(following, np.int8(recorded.pressed), moves.pressed),
        )


def recorded_move(ask: TableAsk) -> RecordedMove | None:
    """Returns the mover's move that the record has at this turn, if it has one."""
    moves = ask.table.record[ask.session]
    if ask.turn < len(moves) and moves[ask.turn].party == ask.party:
        return moves[ask.turn]
    return None


def _can_be_made(ask: TableAsk, move: RecordedMove) -> NDArray[np.bool_]:
    """Tells in which rows a recorded move is legal: what it names may have been settled, or refused by an absentee."""
    named = move.terms != 0
    if move.pressed:
        named[move.pressed - 1] = True
    can: NDArray[np.bool_] = ask.may[move.kind] & ask.nameable[named].all(axis=0)
    return can


def _nominate(ask: TableAsk) -> TableMoves:
    """Nominates what was nominated in this session and still can be; where nothing is, what weighs most."""
    recorded = np.zeros(len(ask.table.issues), np.bool_)
    for move in ask.table.record[ask.session]:
        if move.party == ask.party and move.nominated is not None:
            recorded = move.nominated
    stakes = recorded[:, None].astype(np.int32)
    possible = first_among(stakes, nominable(ask), places(ask))
    passed = ask.on_record & (not recorded.any()) & (recorded_move(ask) is not None)
    keeping = passed | possible.any(axis=0)
    styled = nominate_by_stakes(ask).nominated
    assert styled is not None
    return nomination(ask, np.where(keeping, possible, styled))


def recorded_agreement(table: CompiledTable) -> Terms:
    """Returns what the recorded moves agreed on: option numbers by issue, 0 where an issue stayed open."""
    agreed: Terms = recorded_talks(table).initialled[:, 0]
    return agreed


def recorded_position(table: CompiledTable, party: int, session: int, turn: int) -> Terms | None:
    """Returns what a party had last proposed on each issue by that turn, else what it first proposed later.

    A party that never proposed stands for what was agreed; where nothing was, it has no position: None.
    """
    mine = [
        ((number, place), move.terms)
        for number, moves in enumerate(table.record)
        for place, move in enumerate(moves)
        if move.party == party and move.kind == PROPOSE
    ]
    said = [terms for when, terms in mine if when <= (session, turn)] or [terms for _, terms in mine[:1]]
    position = np.zeros(len(table.issues), np.int8)
    for terms in said or [recorded_agreement(table)]:
        position = np.where(terms == 0, position, terms)
    return position if position.any() else None


def least_accepted(table: CompiledTable, party: int, valuation: Valuation) -> int | None:
    """Computes the worth that the record-follower holds out for; None: its walk-away value alone decides.

    It is that of the recorded agreement or, where history failed, of the party's last recorded position.
    """
    if table.record_outcome in (Outcome.WHOLE, Outcome.PARTIAL):
        return int(valuation.worth(recorded_agreement(table)[:, None])[0])
    last = recorded_position(table, party, len(table.sessions), 0)
    return None if last is None else int(valuation.worth(last[:, None])[0])


def _hold(ask: TableAsk) -> TableMoves:
    """Accepts what is worth enough, else proposes the recorded position, else waits; at the end walks out."""
    table = ask.table
    accepts = ask.may[ACCEPT] & _enough(ask)
    position = recorded_position(table, ask.party, ask.session, ask.turn)
    terms = np.zeros_like(ask.standing)
    if position is not None:
        terms = np.where(ask.nameable, position[:, None], np.int8(0))
        terms = np.where(_refused(ask, terms), np.int8(0), terms)
    proposes = ask.may[PROPOSE] & (terms.all(axis=0) if table.whole else terms.any(axis=0))
    leaving = np.where(ask.may[ADJOURN], np.int8(ADJOURN), np.int8(WALK_OUT))
    kind = np.where(accepts, np.int8(ACCEPT), np.where(proposes, np.int8(PROPOSE), leaving))
    return TableMoves(kind, terms, np.zeros(ask.rows, np.int8))


def _refused(ask: TableAsk, terms: NDArray[np.int8]) -> NDArray[np.bool_] | bool:
    """Tells where terms name an option that an absentee has refused."""
    if ask.refused is None:
        return False
    refused: NDArray[np.bool_] = ((ask.refused.astype(np.int32) << 1 >> terms) & 1 == 1) & (terms != 0)
    return refused


def _enough(ask: TableAsk) -> NDArray[np.bool_]:
    enough = np.zeros(ask.rows, np.bool_)
    failed = ask.table.record_outcome not in (Outcome.WHOLE, Outcome.PARTIAL)
    for situation in by_value_set(ask):
        least = least_accepted(ask.table, ask.party, situation.valuation)
        ok = situation.standing_worth >= (0 if least is None else least)
        if failed:
            ok &= situation.standing_worth >= situation.walk_away_worth
        enough[situation.rows] = ok
    return enough
