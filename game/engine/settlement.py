"""What becomes of an open promise where it falls due: kept, broken, stretched, lapsed, or nothing yet.

Which steps ask, and what standing a promise costs or brings, is not decided here.
"""

from __future__ import annotations

import numpy as np

from game.engine.asks import Numbers, Truths
from game.engine.changes import pick
from game.engine.columns import as_column
from game.engine.program import Columns, CompiledDue, Readable
from game.scenario.cast import PromiseState


def is_open(due: CompiledDue, columns: Columns) -> Truths:
    """Tells in which games a promise has been given and not settled yet."""
    states = columns[due.place]
    given: Truths = states == PromiseState.OPEN
    return given | (states == PromiseState.OPEN_ELASTIC) if due.elastic else given


def state_when_due(due: CompiledDue, read: Readable, rows: int) -> Numbers:
    """Tells what becomes of an open promise where it falls due: a number of `PromiseState`, 0 for nothing yet."""
    kept = as_column(due.kept(read), rows, np.bool_)
    otherwise = np.full(rows, PromiseState.BROKEN, np.int8)
    if due.elastic:
        otherwise = pick(read[due.place] == PromiseState.OPEN_ELASTIC, np.int8(PromiseState.STRETCHED), otherwise)
    state: Numbers = pick(kept, np.int8(PromiseState.KEPT if due.last else 0), otherwise)
    if due.lapsed is None:
        return state
    return pick(as_column(due.lapsed(read), rows, np.bool_), np.int8(PromiseState.LAPSED), state)
