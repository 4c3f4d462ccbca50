"""What parties put on the agenda: what matters most to them either at once, or when the end is near enough to trade.

What left the agenda because nobody moved comes after all that was not tried. How what is live is then bargained over is
not decided here.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import NOMINATE, TableAsk, TableMoves, Truths
from game.negotiation.worths import Valuation
from game.players.clocks import is_late
from game.players.situations import by_value_set

_DEAR_PART = 3
"""One issue in so many is dear."""

Stakes = NDArray[np.int32]
"""What is at stake on each issue, `(issues, rows)`; 0 for nothing."""


def nominate_by_stakes(ask: TableAsk) -> TableMoves:
    """Nominates the issues on which most is at stake for the mover, as many as it may."""
    stakes = np.zeros((len(ask.table.issues), ask.rows), np.int32)
    for situation in by_value_set(ask):
        stakes[:, situation.rows] = at_stake(situation.valuation)[:, None]
    return nomination(ask, first_among(untried_first(ask, stakes), nominable(ask), places(ask)))


def nominate_dearest_late(ask: TableAsk) -> TableMoves:
    """Nominates what is of middling weight first, and keeps the dearest matters for the last two sessions.

    Dear is the third of the issues on which most is at stake for the mover. Where nothing else is left before, the
    least dear comes first; in the last two sessions the dearest does.
    """
    stakes = np.zeros((len(ask.table.issues), ask.rows), np.int32)
    for situation in by_value_set(ask):
        urgency = at_stake(situation.valuation)
        if not is_late(ask):
            urgency = dearest_last(urgency)
        stakes[:, situation.rows] = urgency[:, None]
    return nomination(ask, first_among(untried_first(ask, stakes), nominable(ask), places(ask)))


def untried_first(ask: TableAsk, stakes: Stakes) -> Stakes:
    """Raises what nobody has spoken of above what is in dispute; 0 stays out."""
    untried = ~(ask.positions != 0).any(axis=0) & (stakes > 0)
    raised: Stakes = np.where(untried, stakes + stakes.max(initial=0) + np.int32(1), stakes)
    return raised


def dearest_last(stakes: Stakes) -> Stakes:
    """Turns stakes, `(issues,)`, into urgencies: the dear after all others, the dearest last; 0 stays out."""
    rank = (-stakes).argsort(kind="stable").argsort(kind="stable")
    most = stakes.max(initial=0) + np.int32(1)
    urgency = np.where(rank < len(stakes) // _DEAR_PART, most - stakes, most + stakes)
    return np.where(stakes > 0, urgency, np.int32(0)).astype(np.int32)


def at_stake(valuation: Valuation) -> Stakes:
    """Computes the weight of each issue times the spread of its values; shape `(issues,)`."""
    return np.array([int(score[1:].max() - score[1:].min()) for score in valuation.scores], np.int32)


def nominable(ask: TableAsk) -> Truths:
    """Tells which issues may be made live, `(issues, rows)`."""
    found: Truths = (ask.initialled == 0) & ~ask.nameable
    return found


def places(ask: TableAsk) -> NDArray[np.int8]:
    """Counts the issues that the mover may nominate at most, in every row."""
    assert ask.table.conference and ask.room is not None
    return np.minimum(np.int8(ask.table.conference.each), ask.room)


def first_among(stakes: Stakes, among: Truths, count: NDArray[np.int8]) -> Truths:
    """Picks in every row up to `count` issues with most at stake; ties go by the file, and nothing at stake is left."""
    ranked = np.where(among, stakes, np.int32(0))
    rank = (-ranked).argsort(axis=0, kind="stable").argsort(axis=0, kind="stable")
    picked: Truths = (rank < count) & (ranked > 0)
    return picked


def nomination(ask: TableAsk, nominated: Truths) -> TableMoves:
    """Makes the move that nominates these issues."""
    kind = np.full(ask.rows, NOMINATE, np.int8)
    return TableMoves(kind, np.zeros((len(nominated), ask.rows), np.int8), np.zeros_like(kind), None, nominated)
