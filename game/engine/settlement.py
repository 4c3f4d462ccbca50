"""What becomes of an open promise where it falls due: kept, broken, stretched, lapsed, or nothing yet.

Which steps ask, and what standing a promise costs or brings, is not decided here.
"""

from __future__ import annotations

import numpy as np

from game.engine.asks import Numbers, Truths
from game.engine.changes import pick
from game.engine.columns import as_column
from game.engine.constants import constant
from game.engine.program import Columns, CompiledDue, Readable
from game.scenario.cast import PromiseState

_STATES = {state: constant(state, np.int8) for state in PromiseState}


def is_open(due: CompiledDue, columns: Columns) -> Truths:
    """Tells in which games a promise has been given and not settled yet."""
    states = columns[due.place]
    given: Truths = states == _STATES[PromiseState.OPEN]
    return given | (states == _STATES[PromiseState.OPEN_ELASTIC]) if due.elastic else given


def state_when_due(due: CompiledDue, read: Readable, rows: int) -> Numbers:
    """Tells what becomes of an open promise where it falls due: a number of `PromiseState`, 0 for nothing yet."""
    kept = as_column(due.kept(read), rows, np.bool_)
    otherwise = np.full(rows, _STATES[PromiseState.BROKEN])
    if due.elastic:
        stretched = read[due.place] == _STATES[PromiseState.OPEN_ELASTIC]
        otherwise = pick(stretched, _STATES[PromiseState.STRETCHED], otherwise)
    state: Numbers = pick(kept, _STATES[PromiseState.KEPT] if due.last else constant(0, np.int8), otherwise)
    if due.lapsed is None:
        return state
    return pick(as_column(due.lapsed(read), rows, np.bool_), _STATES[PromiseState.LAPSED], state)
