"""The style `random`: every legal thing is as likely, and breaking off is rare.

At a table it adjourns or walks out one time in twenty, else takes one of the other legal kinds, each as likely;
a proposal draws uniformly on every issue, and where agreement is by issue it names each open issue (of an agenda,
each live one) one time in two. For an agenda it nominates as many issues as it may, each as likely. This is the
measure of the engine's speed, so it draws nothing that no row needs.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.engine.asks import (
    ACCEPT,
    ADJOURN,
    NOMINATE,
    PRESS,
    PROPOSE,
    WALK_OUT,
    ChoiceAsk,
    Numbers,
    Places,
    TableAsk,
    TableMoves,
    Truths,
)
from game.engine.chance import Stream, Words
from game.engine.constants import constant
from game.engine.packing import Packed, Packing
from game.engine.tables import CompiledTable
from game.players.choosing import choose_uniformly

_LEAVES, _WALKS = constant(2**32 // 20, np.uint32), constant(2**32 // 40, np.uint32)
"""Words below these break off, one in twenty, and half of them walk out."""
_STAYING = 2**32 - 2**32 // 20
_HALF, _SECOND_THIRD, _LAST_THIRD = (constant(2**32 // 20 + _STAYING * part // 6, np.uint32) for part in (3, 2, 4))
"""Words from these on take the second of two legal kinds, or the second or third of three."""
_NONE = constant(0, np.uint8)
_PROPOSE, _WALK_OUT, _ADJOURN_FOR_PROPOSE = (constant(kind, np.int8) for kind in (PROPOSE, WALK_OUT, ADJOURN - PROPOSE))

_AT_ONCE = 32_768
"""Numbers drawn at once: more fall out of the processor's cache."""
_MOST = 0.7
"""Where at least this share of the rows proposes, all draw: picking out costs more than it saves."""


class RandomSeat:
    """Plays `random`."""

    style = "random"
    looks_back = False
    recalls = False

    def choose(self, ask: ChoiceAsk, stream: Stream) -> Numbers:
        """Draws among the legal options."""
        return choose_uniformly(ask, stream)

    def bargain(self, ask: TableAsk, stream: Stream) -> TableMoves:
        """Draws a kind of move, then what it needs."""
        if ask.nominating:
            return _nomination(ask, stream)
        packing, kind = ask.table.packing, _kinds(ask, stream.words(0)) * ask.asked.view(np.int8)
        proposes = kind == _PROPOSE
        count = np.count_nonzero(proposes)
        proposing = None if count >= _MOST * ask.rows else proposes.nonzero()[0]
        if count == 0:
            packed = np.zeros(0, packing.dtype)
        else:
            packed = _terms(ask, stream if proposing is None else stream.take(proposing), proposing)
        return TableMoves(
            kind, lambda: packing.unpack(packed), lambda: _pressed(ask, stream, kind == PRESS), proposing, packed=packed
        )


def _nomination(ask: TableAsk, stream: Stream) -> TableMoves:
    """Draws an issue for each place of the mover's while there is room on the agenda and an issue for it."""
    assert ask.table.conference and ask.room is not None
    packing, each = ask.table.packing, ask.table.conference.each
    nominated: Packed = np.zeros(ask.rows, packing.dtype)
    rows = ((ask.room > 0) & ask.asked).nonzero()[0]
    if len(rows):
        left = ask.nominable_set.take(rows) & packing.ones
        taken = _nominated(packing, left, np.minimum(ask.room.take(rows), np.int8(each)), stream.take(rows))
        nominated[rows] = taken
    kind = np.full(ask.rows, NOMINATE, np.int8)
    return TableMoves(
        kind,
        np.zeros((packing.issues, 0), np.int8),
        np.zeros_like(kind),
        np.zeros(0, np.intp),
        lambda: packing.unpack(nominated) != 0,
        packed=nominated,
    )


def _nominated(packing: Packing, left: Packed, room: Numbers, stream: Stream) -> Packed:
    """Draws as many of the issues `left` as there is `room` for, each as likely."""
    nominated = np.zeros_like(left)
    sets = np.array([packing.field(place) for place in range(-1, packing.issues)], packing.dtype)
    count = packing.count(left)
    for place in range(int(room.max())):
        may = (room > constant(place, np.int8)) & (count > _NONE)
        drawn = stream.below(place, count.astype(np.int32)).astype(np.uint8)
        number = packing.nth(left, drawn) * may.view(np.int8)
        taken = sets.take(number)
        nominated |= taken
        left = left & ~taken
        count = count - may.view(np.uint8)
    return nominated


def _kinds(ask: TableAsk, words: Words) -> Numbers:
    """Draws kinds by comparing the words with bounds; below `_LEAVES` a party breaks off."""
    may, table = ask.may, ask.table
    accept = may[ACCEPT]
    if ask.final:
        accepts = (accept & (words >= _LEAVES)).view(np.int8)
        taken: Numbers = _WALK_OUT - accepts * constant(WALK_OUT - ACCEPT, np.int8)
        return taken
    half, presses = words >= _HALF, table.pressers >> ask.party & 1
    kind = _beside_pressing(accept, may[PRESS], half, words) if presses else (accept & half).view(np.int8)
    kind += _PROPOSE
    kind += (words < _LEAVES).view(np.int8) * _ADJOURN_FOR_PROPOSE
    kind += (words < _WALKS).view(np.int8)
    return kind


def _beside_pressing(accept: Truths, press: Truths, half: Truths, words: Words) -> Numbers:
    """Draws what is to be added to proposing, 1 for accepting and 2 for pressing, each where it is legal."""
    one = half & (accept ^ press)
    among_three = (words >= _SECOND_THIRD).view(np.int8) + (words >= _LAST_THIRD).view(np.int8)
    among_three *= (press & accept).view(np.int8)
    among_three += one.view(np.int8)
    among_three += (one & press).view(np.int8)
    return among_three


def _terms(ask: TableAsk, stream: Stream, rows: Places | None) -> Packed:
    """Draws an option for every issue, each with a number of its own; `rows` are those drawn for (None: all)."""
    terms = drawn_packages(stream, ask.table)
    return terms if ask.table.whole else _partly(ask, stream, terms, rows)


def drawn_packages(stream: Stream, table: CompiledTable) -> Packed:
    """Draws a whole package in every row, packed: each option as likely."""
    terms = _drawn(stream, [len(options) for options in table.options], table.packing)
    terms += table.packing.ones
    return terms


def _drawn(stream: Stream, counts: Sequence[int], packing: Packing) -> Packed:
    """Draws a number below each count in every row: all at once for few rows, one by one for many."""
    if len(counts) * len(stream.keys) <= _AT_ONCE:
        bounds = counts[0] if len(set(counts)) == 1 else np.array(counts, np.int32)[:, None]
        return packing.pack(stream.below(range(1, len(counts) + 1), bounds))
    return packing.gathered(lambda place: stream.below(1 + place, counts[place]))


def _partly(ask: TableAsk, stream: Stream, terms: Packed, rows: Places | None) -> Packed:
    """Leaves settled issues out, and others one time in two; where nothing is left names all that is open."""
    packing = ask.table.packing
    is_open = ask.nameable_set if rows is None else ask.nameable_set.take(rows)
    named = packing.spread(stream.words(1 + packing.issues))
    named &= is_open
    named |= is_open & packing.masks(named == packing.nothing)
    named &= terms
    return named


def _pressed(ask: TableAsk, stream: Stream, presses: Truths) -> Numbers:
    """Draws one of the issues that may be pressed, in the rows that press."""
    pressed = np.zeros(ask.rows, np.int8)
    rows = presses.nonzero()[0]
    if len(rows):
        packing = ask.table.packing
        marks = ask.nameable_set.take(rows) & packing.ones
        count = packing.count(marks).astype(np.int32)
        place = stream.take(rows).below(2 + packing.issues, count).astype(np.uint8)
        pressed[rows] = packing.nth(marks, place)
    return pressed
