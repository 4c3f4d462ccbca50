"""The style `random`: every legal thing is as likely, and breaking off is rare.

At a table it adjourns or walks out one time in twenty, else takes one of the other legal kinds, each as likely;
a proposal draws uniformly on every issue, and where agreement is by issue it names each open issue one time in
two. This is the measure of the engine's speed, so it draws nothing that no row needs.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import (
    ACCEPT,
    ADJOURN,
    PRESS,
    PROPOSE,
    WALK_OUT,
    ChoiceAsk,
    Numbers,
    Packages,
    TableAsk,
    TableMoves,
)
from game.engine.chance import Stream, Words
from game.players.choosing import choose_uniformly, count_true, nth_true

_LEAVES = 65536 // 20


class RandomSeat:
    """Plays `random`."""

    style = "random"
    looks_back = False

    def choose(self, ask: ChoiceAsk, stream: Stream) -> Numbers:
        """Draws among the legal options."""
        return choose_uniformly(ask, stream)

    def bargain(self, ask: TableAsk, stream: Stream) -> TableMoves:
        """Draws a kind of move, then what it needs."""
        kind = _kinds(ask, stream.words(0))
        terms = _terms(ask, stream) if (kind == PROPOSE).any() else np.zeros((len(ask.table.issues), ask.rows), np.int8)
        pressed = _pressed(ask, stream) if (kind == PRESS).any() else np.zeros(ask.rows, np.int8)
        return TableMoves(kind, terms, pressed)


def _kinds(ask: TableAsk, words: Words) -> Numbers:
    """Low bits tell whether to break off, and how; high bits tell which of the other kinds."""
    may = ask.may
    low = (words & np.uint32(0xFFFF)).astype(np.uint16)
    can_press = ask.table.pressers >> ask.party & 1
    staying = [may[PROPOSE], may[ACCEPT], may[PRESS]] if can_press else [may[PROPOSE], may[ACCEPT]]
    counts = count_true(staying)
    words >>= np.uint32(16)
    words *= counts.view(np.uint8)
    words >>= np.uint32(16)
    kind = nth_true(words.astype(np.int8), staying)
    leaves = (low < _LEAVES) | (counts == 0)
    adjourns = may[ADJOURN] & ((low & np.uint16(1)) == 0)
    leaving = np.int8(WALK_OUT) - adjourns.view(np.int8)
    mixed: Numbers = kind ^ ((kind ^ leaving) & -leaves.view(np.int8))
    return mixed


def _terms(ask: TableAsk, stream: Stream) -> Packages:
    """Draws an option for every issue: two issues from each 32 bits."""
    table = ask.table
    terms = np.empty((len(table.issues), ask.rows), np.int8)
    for issue in range(0, len(terms), 2):
        words = stream.words(1 + issue // 2)
        terms[issue] = _scaled(words >> np.uint32(16), len(table.options[issue]))
        if issue + 1 < len(terms):
            terms[issue + 1] = _scaled(words & np.uint32(0xFFFF), len(table.options[issue + 1]))
    terms += np.int8(1)
    return terms if table.whole else _partly(ask, stream, terms)


def _scaled(words: Words, options: int) -> Words:
    words *= np.uint32(options)
    words >>= np.uint32(16)
    return words


def _partly(ask: TableAsk, stream: Stream, terms: Packages) -> Packages:
    """Leaves settled issues out, and others one time in two; where nothing is left names all that is open."""
    coins = stream.words(1 + len(terms))
    is_open = ask.initialled == 0
    named = is_open & (((coins >> np.arange(len(terms), dtype=np.uint32)[:, None]) & np.uint32(1)) == 1)
    named |= is_open & ~named.any(axis=0)
    named_terms: Packages = terms * named
    return named_terms


def _pressed(ask: TableAsk, stream: Stream) -> Numbers:
    """Draws one of the open issues."""
    is_open = list(ask.initialled == 0)
    place: NDArray[np.int8] = stream.below(2 + len(is_open), count_true(is_open).astype(np.int32)).astype(np.int8)
    return nth_true(place, is_open)
