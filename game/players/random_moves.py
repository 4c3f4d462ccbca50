"""The style `random`: every legal thing is as likely, and breaking off is rare.

At a table it adjourns or walks out one time in twenty, else takes one of the other legal kinds, each as likely;
a proposal draws uniformly on every issue, and where agreement is by issue it names each open issue (of an agenda,
each live one) one time in two. For an agenda it nominates as many issues as it may, each as likely. This is the
measure of the engine's speed, so it draws nothing that no row needs.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import (
    ACCEPT,
    ADJOURN,
    NOMINATE,
    PRESS,
    PROPOSE,
    WALK_OUT,
    ChoiceAsk,
    Numbers,
    Packages,
    Places,
    TableAsk,
    TableMoves,
    Truths,
)
from game.engine.chance import Stream, Words
from game.players.choosing import choose_uniformly, count_true, nth_true

_LEAVES, _WALKS = np.uint32(2**32 // 20), np.uint32(2**32 // 40)
"""Words below these break off, one in twenty, and half of them walk out."""
_STAYING = 2**32 - 2**32 // 20
_HALF = np.uint32(2**32 // 20 + _STAYING // 2)
_SECOND_THIRD, _LAST_THIRD = np.uint32(2**32 // 20 + _STAYING // 3), np.uint32(2**32 // 20 + 2 * _STAYING // 3)
"""Words from these on take the second of two legal kinds, or the second or third of three."""

_AT_ONCE = 32_768
"""Numbers drawn at once: more fall out of the processor's cache."""
_MOST = 0.7
"""Where at least this share of the rows proposes, all draw: picking out costs more than it saves."""


class RandomSeat:
    """Plays `random`."""

    style = "random"
    looks_back = False

    def choose(self, ask: ChoiceAsk, stream: Stream) -> Numbers:
        """Draws among the legal options."""
        return choose_uniformly(ask, stream)

    def bargain(self, ask: TableAsk, stream: Stream) -> TableMoves:
        """Draws a kind of move, then what it needs."""
        if ask.nominating:
            return _nomination(ask, stream)
        kind = _kinds(ask, stream.words(0)) * ask.asked.view(np.int8)
        proposes = kind == PROPOSE
        pressed = _pressed(ask, stream) if (kind == PRESS).any() else np.zeros(ask.rows, np.int8)
        if np.count_nonzero(proposes) >= _MOST * ask.rows:
            return TableMoves(kind, _terms(ask, stream, None), pressed)
        proposing = proposes.nonzero()[0]
        if len(proposing) == 0:
            return TableMoves(kind, np.zeros((len(ask.table.issues), 0), np.int8), pressed, proposing)
        return TableMoves(kind, _terms(ask, stream.take(proposing), proposing), pressed, proposing)


def _nomination(ask: TableAsk, stream: Stream) -> TableMoves:
    """Draws an issue for each place of the mover's while there is room on the agenda and an issue for it."""
    assert ask.table.conference and ask.room is not None
    nominated = np.zeros((len(ask.table.issues), ask.rows), np.bool_)
    for place in range(ask.table.conference.each):
        left = (ask.initialled == 0) & ~ask.nameable & ~nominated & (ask.room > place)
        counts = left.sum(axis=0, dtype=np.int8)
        number = nth_true(stream.below(place, counts.astype(np.int32)).astype(np.int8), list(left))
        nominated |= (np.arange(1, len(left) + 1, dtype=np.int8)[:, None] == number) & (counts > 0)
    kind = np.full(ask.rows, NOMINATE, np.int8)
    nothing = np.zeros((len(ask.table.issues), 0), np.int8)
    return TableMoves(kind, nothing, np.zeros_like(kind), np.zeros(0, np.intp), nominated)


def _kinds(ask: TableAsk, words: Words) -> Numbers:
    """Draws kinds by comparing the words with bounds; below `_LEAVES` a party breaks off."""
    may, table = ask.may, ask.table
    accept = may[ACCEPT]
    if ask.final:
        return np.int8(WALK_OUT) - (accept & (words >= _LEAVES)).view(np.int8) * np.int8(WALK_OUT - ACCEPT)
    kind = (accept & (words >= _HALF)).view(np.int8) + np.int8(PROPOSE)
    if table.pressers >> ask.party & 1:
        kind += _presses(accept, may[PRESS], words)
    kind += (words < _LEAVES).view(np.int8) * np.int8(ADJOURN - PROPOSE)
    kind += (words < _WALKS).view(np.int8)
    return kind


def _presses(accept: Truths, press: Truths, words: Words) -> Numbers:
    """Computes what is to be added to a kind drawn among proposing and accepting, where pressing is legal too."""
    half, second, third = words >= _HALF, words >= _SECOND_THIRD, words >= _LAST_THIRD
    alone = (press & ~accept & half).view(np.int8) * np.int8(PRESS - PROPOSE)
    among_three = second.view(np.int8) + third.view(np.int8) - half.view(np.int8)
    return alone + among_three * (press & accept).view(np.int8)


def _terms(ask: TableAsk, stream: Stream, rows: Places | None) -> Packages:
    """Draws an option for every issue, each with a number of its own; `rows` are those drawn for (None: all)."""
    table = ask.table
    terms = _drawn(stream, [len(options) for options in table.options])
    terms += np.int8(1)
    return terms if table.whole else _partly(ask, stream, terms, rows)


def _drawn(stream: Stream, counts: Sequence[int]) -> Packages:
    """Draws a number below each count in every row: all at once for few rows, one by one for many."""
    rows = len(stream.keys)
    if len(counts) * rows <= _AT_ONCE:
        bounds = counts[0] if len(set(counts)) == 1 else np.array(counts, np.int32)[:, None]
        return stream.below(range(1, len(counts) + 1), bounds).astype(np.int8)
    drawn = np.empty((len(counts), rows), np.int8)
    for place, count in enumerate(counts):
        drawn[place] = stream.below(1 + place, count)
    return drawn


def _partly(ask: TableAsk, stream: Stream, terms: Packages, rows: Places | None) -> Packages:
    """Leaves settled issues out, and others one time in two; where nothing is left names all that is open."""
    coins = stream.words(1 + len(terms))
    is_open = ask.nameable_at(rows)
    named = is_open & (((coins >> np.arange(len(terms), dtype=np.uint32)[:, None]) & np.uint32(1)) == 1)
    named |= is_open & ~named.any(axis=0)
    named_terms: Packages = terms * named
    return named_terms


def _pressed(ask: TableAsk, stream: Stream) -> Numbers:
    """Draws one of the issues that may be pressed."""
    is_open = list(ask.nameable)
    place: NDArray[np.int8] = stream.below(2 + len(is_open), count_true(is_open).astype(np.int32)).astype(np.int8)
    return nth_true(place, is_open)
