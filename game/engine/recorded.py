"""A table's recorded moves, played through the table's own rules.

Whoever asks what history agreed, or whether moves still keep to it, asks here, so that the rules of talks stand
once. Nothing here decides.
"""

from __future__ import annotations

import numpy as np

from game.engine.asks import Places, TableMoves, Truths
from game.engine.conferring import talks_at
from game.engine.tables import CompiledTable, RecordedMove, Talks


def recorded_talks(table: CompiledTable) -> Talks:
    """Plays every recorded session of a table in one game, and returns the talks as history left them: closed."""
    talks = talks_at(table, 1)
    every = np.ones(1, np.bool_)
    for session, moves in enumerate(table.record):
        talks.open_session(session, every)
        _play_session(talks, moves)
    talks.end_session()
    talks.close_unfinished()
    return talks


def _play_session(talks: Talks, moves: tuple[RecordedMove, ...]) -> None:
    """Plays one session's recorded moves; where they run out, the session ends. Absentees consent."""
    for move in moves:
        if not talks.in_session[0]:
            return
        talks.play(_as_moves(move))
        talks.advance()
    talks.end_session()


def _as_moves(move: RecordedMove) -> TableMoves:
    kind, pressed = np.array([move.kind], np.int8), np.array([move.pressed], np.int8)
    nominated = None if move.nominated is None else move.nominated[:, None]
    return TableMoves(kind, move.terms.astype(np.int8)[:, None], pressed, nominated=nominated)


def keeping_record(talks: Talks, moves: TableMoves, on_record: Truths) -> Truths:
    """Tells which games, of those `on_record`, keep to the record with these moves of the table's mover."""
    kept = on_record.copy()
    kept[_leaving(talks, moves, on_record)] = False
    return kept


def _leaving(talks: Talks, moves: TableMoves, on_record: Truths) -> Places:
    keeping = on_record if talks.live is None else on_record.take(talks.live)
    places = np.flatnonzero(keeping & talks.sitting)
    recorded = talks.table.record[talks.session]
    same = np.zeros(len(places), np.bool_)
    if talks.turn < len(recorded):
        move = recorded[talks.turn]
        same = moves.kind.take(places) == move.kind
        if move.terms.any():
            same[same] = moves.same_terms(places[same], move.terms, talks.packing)
        if move.nominated is not None:
            same[same] = moves.same_nomination(places[same], move.nominated)
        if move.pressed:
            same &= moves.pressed.take(places) == move.pressed
    left = places[~same]
    return left if talks.live is None else talks.live.take(left)
