"""A table's recorded moves, played through the table's own rules.

Whoever asks what history agreed, or whether moves still keep to it, asks here, so that the rules of talks stand
once. Nothing here decides.
"""

from __future__ import annotations

import numpy as np

from game.engine.asks import ADJOURN, Places, TableMoves, Truths
from game.engine.tables import CompiledTable, RecordedMove, Talks


def recorded_talks(table: CompiledTable) -> Talks:
    """Plays every recorded session of a table in one game, and returns the talks as history left them: closed."""
    talks = Talks(table, 1)
    every = np.ones(1, np.bool_)
    for session, moves in enumerate(table.record):
        talks.open_session(session, every)
        _play_session(talks, moves)
    talks.end_session()
    talks.close_unfinished()
    return talks


def _play_session(talks: Talks, moves: tuple[RecordedMove, ...]) -> None:
    """Plays one session's recorded moves; where they run out, the session ends."""
    for move in moves:
        if not talks.in_session[0]:
            return
        talks.play(_as_moves(move))
        talks.advance()
    if talks.in_session[0]:
        nothing = np.zeros((len(talks.table.issues), 1), np.int8)
        talks.play(TableMoves(np.array([ADJOURN], np.int8), nothing, np.zeros(1, np.int8)))


def _as_moves(move: RecordedMove) -> TableMoves:
    kind, pressed = np.array([move.kind], np.int8), np.array([move.pressed], np.int8)
    return TableMoves(kind, move.terms.astype(np.int8)[:, None], pressed)


def leaving_record(talks: Talks, moves: TableMoves, on_record: Truths) -> Places:
    """Lists the games, of those `on_record`, that leave the record with these moves of the table's mover."""
    keeping = on_record if talks.live is None else on_record.take(talks.live)
    places = np.flatnonzero(keeping & talks.sitting)
    recorded = talks.table.record[talks.session]
    same = np.zeros(len(places), np.bool_)
    if talks.turn < len(recorded):
        move = recorded[talks.turn]
        same = moves.kind.take(places) == move.kind
        if move.terms.any():
            same[same] = moves.same_terms(places[same], move.terms)
        if move.pressed:
            same &= moves.pressed.take(places) == move.pressed
    left = places[~same]
    return left if talks.live is None else talks.live.take(left)
