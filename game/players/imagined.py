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
from game.negotiation.concession import Path, concession_path
from game.negotiation.worths import Valuation
from game.players.presumption import Leanings, leanings_of, presumed_valuation
from game.players.random_moves import RandomSeat
from game.players.seats import Seat

STEPS = 8
"""Into how many parts the way from the best package to the walk-away value is divided."""
_PRESUMED_WALK_AWAYS = (20, 40, 60)
"""The walk-away values that others are presumed to have, 0–100, each in one game of three."""


@dataclass(frozen=True, slots=True)
class _Bargainer:
    """How one party bargains at a table: its values as they are, or as they are presumed, and its path."""

    valuation: Valuation
    gains: Valuation
    """What options are worth beyond leaving their issues open."""
    path: Path
    packed: Packed
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
            other: ImaginedSeat(self, leanings_of(program, other, presumed=other != party))
            for other in program.scenario.parties
        }

    def bargainer(self, ask: TableAsk) -> _Bargainer:
        """Returns how the mover bargains, as it is or as it is presumed to be."""
        key = ask.table.step, ask.party
        if key not in self._bargainers:
            place = ask.table.parties.index(self.party)
            own = ask.table.valuations[place][self._sets[ask.table.step]]
            presumed = ask.party != place
            valuation = presumed_valuation(own) if presumed else own
            path = concession_path(valuation)
            packed = ask.table.packing.pack(path.packages)
            self._bargainers[key] = _Bargainer(valuation, _gains(valuation), path, packed, presumed)
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
        bargainer = imagination.bargainer(ask)
        floors = self._floors(ask, bargainer, stream)
        patience = stream.below(0, STEPS).view(np.int32)
        room = np.maximum(bargainer.path.best - floors, 0)
        target = floors + room * patience // np.int32(STEPS * 2)
        accepts = ask.may[ACCEPT]
        if ask.table.whole:
            accepts = accepts & (bargainer.valuation.worth(ask.standing) >= target)
        else:  # what is agreed by issue need not make up for what is open: it is enough that it is no loss
            accepts = accepts & (bargainer.gains.worth(ask.standing) >= 0) & (patience < STEPS // 2)
        return self._move(ask, bargainer, target, accepts)

    def _floors(self, ask: TableAsk, bargainer: _Bargainer, stream: Stream) -> NDArray[np.int32]:
        if not bargainer.presumed:
            return bargainer.valuation.walk_away_worth(ask.walk_away)
        presumed = np.array(_PRESUMED_WALK_AWAYS, np.int32)
        return bargainer.valuation.walk_away_worth(presumed.take(stream.below(1, len(presumed))))

    def _move(
        self, ask: TableAsk, bargainer: _Bargainer, target: NDArray[np.int32], accepts: NDArray[np.bool_]
    ) -> TableMoves:
        kind = np.full(ask.rows, WALK_OUT if ask.final else PROPOSE, np.int8)
        terms: Packed = bargainer.packed.take(bargainer.path.steps_at(target))
        if not ask.table.whole:
            terms = terms & ask.nameable_set
            kind[terms == 0] = WALK_OUT if ask.final else ADJOURN
        kind[accepts] = ACCEPT
        kind *= ask.asked.view(np.int8)
        packing = ask.table.packing
        return TableMoves(kind, lambda: packing.unpack(terms), np.zeros(ask.rows, np.int8), None, packed=terms)


def _gains(valuation: Valuation) -> Valuation:
    """Makes values that count what each option brings beyond leaving its issue open, linkages apart."""
    scores = tuple(score - score[0] for score in valuation.scores)
    return Valuation(scores, valuation.unsettled, valuation.total_weight)
