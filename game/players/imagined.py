"""The seats of games that somebody imagines, to see what may follow: quick, plain, and told as such.

At a choice everybody leans to what serves it at once, the imagining party by its own interests and the others by what
may be presumed of them. At a table that the party sits at all concede along the path that it would take, to an end that
differs from game to game; of other tables it has no idea, and anything legal may happen there. Nobody presses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import ACCEPT, ADJOURN, PROPOSE, WALK_OUT, ChoiceAsk, Numbers, TableAsk, TableMoves
from game.engine.chance import Stream
from game.engine.packing import Packed
from game.engine.program import Program
from game.engine.tables import CompiledTable
from game.negotiation.concession import concession_path
from game.negotiation.summing import PackedWorths, packed_worths
from game.negotiation.worths import Valuation
from game.players.presumption import Leanings, leanings_of, presumed_valuation
from game.players.random_moves import RandomSeat
from game.players.seats import Seat

STEPS = 8
"""Into how many parts the way from the best package to the walk-away value is divided."""
_ENDS = np.uint32(STEPS // 2)
"""By issue, parties with less patience than this take what is no loss."""
_PRESUMED_WALK_AWAYS = np.array([20, 40, 60], np.intp)
_PRESUMED_WALK_AWAYS.flags.writeable = False
"""The walk-away values that others are presumed to have, 0–100, each in one game of three."""


@dataclass(frozen=True, slots=True)
class _Bargainer:
    """How one party bargains at a table, by its values as they are or as they are presumed.

    `offers`, packed, and `targets`, their worths, stand by the walk-away value, 0–100, and within it by patience.
    """

    valuation: Valuation
    worths: PackedWorths
    """What packages are worth; where agreement is by issue, what they bring beyond leaving their issues open."""
    offers: Packed
    targets: NDArray[np.int32]
    presumed: bool


class Imagination:
    """What a party imagines of a program: the seats of all parties, made once.

    `sets` are the numbers of the sets of values that the party itself goes by, by table; 0 where there is one alone.
    """

    def __init__(self, program: Program, party: str, sets: Mapping[str, int]) -> None:
        self.party = party
        self.random = RandomSeat()
        self._sets = sets
        self._bargainers: dict[tuple[str, int], _Bargainer] = {}
        self.seats: Mapping[str, Seat] = {
            other: ImaginedSeat(self, leanings_of(program, other, party)) for other in program.scenario.parties
        }

    def bargainer(self, ask: TableAsk) -> _Bargainer:
        """Returns how the mover bargains, as it is or as it is presumed to be."""
        key = ask.table.step, ask.party
        if key not in self._bargainers:
            place = ask.table.parties.index(self.party)
            own = ask.table.valuations[place][self._sets[ask.table.step]]
            presumed = ask.party != place
            valuation = presumed_valuation(own) if presumed else own
            self._bargainers[key] = _bargainer(valuation, ask.table, presumed)
        return self._bargainers[key]


class ImaginedSeat:
    """One party in the games that a party imagines."""

    style = "imagined"
    looks_back = recalls = False

    def __init__(self, imagination: Imagination, leanings: Leanings) -> None:
        self._imagination, self._leanings = imagination, leanings

    def choose(self, ask: ChoiceAsk, stream: Stream) -> Numbers:
        """Draws among the legal options by what the party leans to."""
        weights = self._leanings[ask.step]
        if ask.legal is None:
            return stream.weighted(0, weights) + np.int8(1)
        counted = [legal * np.int32(weight) for legal, weight in zip(ask.legal, weights, strict=True)]
        return stream.weighted(0, counted) + np.int8(1)

    def bargain(self, ask: TableAsk, stream: Stream) -> TableMoves:
        """Offers what a game's patience allows, accepts what is as good, and leaves where neither can be."""
        imagination = self._imagination
        if ask.nominating or imagination.party not in ask.table.parties:
            return imagination.random.bargain(ask, stream)
        bargainer, packing = imagination.bargainer(ask), ask.table.packing
        patience = stream.below(0, STEPS)
        level = self._walk_aways(ask, bargainer, stream) * STEPS + patience
        terms: Packed = bargainer.offers.take(level)
        accepts = ask.may[ACCEPT] & self._is_enough(ask, bargainer, level, patience)
        kind = np.full(ask.rows, WALK_OUT if ask.final else PROPOSE, np.int8)
        if not ask.table.whole:
            terms &= ask.nameable_set
            kind[terms == packing.nothing] = WALK_OUT if ask.final else ADJOURN
        kind[accepts] = ACCEPT
        kind *= ask.asked.view(np.int8)
        return TableMoves(kind, lambda: packing.unpack(terms), np.zeros(ask.rows, np.int8), None, packed=terms)

    def _walk_aways(self, ask: TableAsk, bargainer: _Bargainer, stream: Stream) -> NDArray[np.intp]:
        if bargainer.presumed:
            return _PRESUMED_WALK_AWAYS.take(stream.below(1, len(_PRESUMED_WALK_AWAYS)))
        return np.clip(ask.walk_away, 0, 100).astype(np.intp)

    def _is_enough(
        self, ask: TableAsk, bargainer: _Bargainer, level: NDArray[np.intp], patience: NDArray[np.uint32]
    ) -> NDArray[np.bool_]:
        """Tells where what stands is as good as the mover's own offer, or by issue no loss when it is time to end."""
        if not ask.table.whole:
            return (bargainer.worths.of(ask.standing_packed) >= 0) & (patience < _ENDS)
        linked = bool(bargainer.valuation.linkages)
        worth = bargainer.valuation.worth(ask.standing) if linked else bargainer.worths.of(ask.standing_packed)
        enough: NDArray[np.bool_] = worth >= bargainer.targets.take(level)
        return enough


def _bargainer(valuation: Valuation, table: CompiledTable, presumed: bool) -> _Bargainer:
    path, packing = concession_path(valuation), table.packing
    floors = np.arange(101, dtype=np.int32)[:, None] * np.int32(valuation.total_weight)
    patience = np.arange(STEPS, dtype=np.int32)[None, :]
    targets = (floors + np.maximum(path.best - floors, 0) * patience // np.int32(STEPS * 2)).ravel()
    weighed = valuation if table.whole else _gains(valuation)
    return _Bargainer(
        valuation,
        packed_worths(weighed, packing.bits, packing.dtype),
        packing.pack(path.at(targets)),
        targets,
        presumed,
    )


def _gains(valuation: Valuation) -> Valuation:
    """Makes values that count what each option brings beyond leaving its issue open, linkages apart."""
    scores = tuple(score - score[0] for score in valuation.scores)
    return Valuation(scores, valuation.unsettled, valuation.total_weight)
