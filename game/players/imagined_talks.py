"""What a session of talks comes to in the games that a party imagines: at once, without move and countermove.

A party presumes that the others want the opposite of what it wants itself, and that they have about as much to lose.
Where there are packages that both would take, the talks end with one of them, in one of the sessions that are left; of
tables where it does not sit it has no idea, and anything may come of them. Nobody presses, and nothing is moved here.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np

from game.engine.asks import SessionResult, TableAsk, Truths
from game.engine.chance import Stream, game_keys, salt
from game.engine.packing import Packed
from game.engine.tables import CompiledTable
from game.negotiation.concession import concession_path
from game.negotiation.summing import PackedWorths, packed_worths
from game.negotiation.worths import Valuation
from game.players.presumption import presumed_valuation
from game.players.random_moves import drawn_packages

ENDS = 8
"""Into how many parts the way from a walk-away value to the best package is divided."""
OTHERS = (-20, 0, 20)
"""By how much the walk-away value of another, 0–100, is presumed to differ from one's own: as likely each."""
_LISTED = 256
"""How many packages are drawn beforehand for a table where one does not sit."""
_LEVELS = 101
"""Walk-away values: 0–100."""


class ImaginedTalks(Protocol):
    """Tells what a session of one table comes to, as one party imagines it."""

    def result(self, ask: TableAsk, stream: Stream) -> SessionResult:
        """Draws what the session that opens comes to in every game."""


def imagined_talks(table: CompiledTable, place: int | None, set_: int) -> ImaginedTalks:
    """Makes what a party imagines of a table; `place` is its own there (None: none), `set_` that of its values."""
    if place is None:
        return TalksElsewhere(table)
    own = table.valuations[place][set_]
    return WholeTalks(table, own) if table.whole else TalksByIssue(table, own)


class TalksElsewhere:
    """Talks without the party: in half of the games they come to something, to anything."""

    def __init__(self, table: CompiledTable) -> None:
        keys = game_keys(0, np.arange(_LISTED))
        self._packages = drawn_packages(Stream(keys, salt("imagined", table.step)), table)

    def result(self, ask: TableAsk, stream: Stream) -> SessionResult:
        """Draws whether there is an end, and which; by issue one issue in two is left for later."""
        coin = _of_all_sessions(ask, stream).below(0, 2) == 0
        terms = self._packages.take(stream.below(1, _LISTED).astype(np.intp))
        if not ask.table.whole:
            terms &= _some(ask, stream, 1)
        return SessionResult(coin & _is_time(ask, stream), terms)


class WholeTalks:
    """Talks of the party over a whole package."""

    def __init__(self, table: CompiledTable, own: Valuation) -> None:
        self._offers = _offers(table, own)
        presumed = presumed_valuation(own)
        worths = presumed.worth(table.packing.unpack(self._offers)).reshape(_LEVELS, ENDS)
        floors = np.arange(_LEVELS)[:, None] + np.array(OTHERS)
        least = np.clip(floors, 0, _LEVELS - 1) * presumed.total_weight
        self._ends = (worths[:, :, None] >= least[:, None, :]).sum(axis=1, dtype=np.int32).ravel()
        """How many of the ends the others would take too, by one's own walk-away value and theirs."""
        others = len(table.parties) - 1
        self._weights = tuple((number + 1) ** others - number**others for number in range(len(OTHERS)))

    def result(self, ask: TableAsk, stream: Stream) -> SessionResult:
        """Draws how much the hardest of the others has to lose, and an end between that and one's own walk-away."""
        level = np.clip(ask.walk_away, 0, _LEVELS - 1).astype(np.intp)
        theirs = _of_all_sessions(ask, stream).weighted(1, self._weights)
        ends = self._ends.take(level * len(OTHERS) + theirs)
        terms: Packed = self._offers.take(level * ENDS + stream.below(2, ends))
        return SessionResult((ends > 0) & _is_time(ask, stream), terms)


class TalksByIssue:
    """Talks of the party issue by issue: it signs what it does not lose by, of what has come up and others would give.

    They are presumed to be content where they have their way on about every other matter.
    """

    def __init__(self, table: CompiledTable, own: Valuation) -> None:
        self._ours, self._theirs = _offers(table, own), _offers(table, presumed_valuation(own))
        self._gains = _gains(table, own)
        live = table.conference.live if table.conference else 0
        self._halvings = round(float(np.log2(len(table.issues) / live))) if live else 0

    def result(self, ask: TableAsk, stream: Stream) -> SessionResult:
        """Draws which matters come up, on which of them either side has its way, and how much is asked for."""
        level = np.clip(ask.walk_away, 0, _LEVELS - 1).astype(np.intp) * ENDS + stream.below(0, ENDS)
        came_up, ours = _some(ask, stream, self._halvings), ask.table.packing.spread(stream.words(1))
        terms = self._theirs.take(level)
        terms ^= (terms ^ self._ours.take(level)) & ours
        terms &= came_up
        return SessionResult(self._gains.of(terms) >= 0, terms)


def _offers(table: CompiledTable, valuation: Valuation) -> Packed:
    """Lists packages, packed, by walk-away value and within it by end: from just that value up to near the best."""
    path = concession_path(valuation)
    floors = np.arange(_LEVELS, dtype=np.int32)[:, None] * np.int32(valuation.total_weight)
    parts = np.arange(ENDS, dtype=np.int32)[None, :]
    targets = floors + np.maximum(path.best - floors, 0) * parts // np.int32(ENDS)
    return table.packing.pack(path.at(targets.ravel()))


def _gains(table: CompiledTable, valuation: Valuation) -> PackedWorths:
    """Lists what each option brings beyond leaving its issue open, linkages apart."""
    scores = tuple(score - score[0] for score in valuation.scores)
    packing = table.packing
    return packed_worths(Valuation(scores, valuation.unsettled, valuation.total_weight), packing.bits, packing.dtype)


def _of_all_sessions(ask: TableAsk, stream: Stream) -> Stream:
    """Returns draws that are the same in every session of the talks."""
    return Stream(stream.keys, salt("imagined", ask.table.step))


def _is_time(ask: TableAsk, stream: Stream) -> Truths:
    """Draws whether the talks come to their end in this session: in each of those that are left as likely."""
    left = len(ask.table.sessions) - ask.session
    is_time: Truths = stream.below(9, left) == 0
    return is_time


def _some(ask: TableAsk, stream: Stream, halvings: int) -> Packed:
    """Draws which of the issues that are open come up; their share is halved so many times."""
    packing, has_agenda = ask.table.packing, ask.table.conference is not None and ask.table.conference.live
    left: Packed = ask.nameable_set | ask.nominable_set if has_agenda else ask.nameable_set
    for number in range(halvings):
        left = left & packing.spread(stream.words(10 + number))
    return left
