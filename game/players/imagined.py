"""What everybody decides in games that a party imagines to see what may follow: quick, plain, and told as such.

At a choice everybody leans to what serves it at once, the imagining party by its own interests and the others by what
may be presumed of them. What talks come to is drawn for a whole session at once (`imagined_talks`).
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.engine.asks import ChoiceAsk, Numbers, SessionResult, TableAsk
from game.engine.program import Program
from game.engine.world import World
from game.players.imagined_talks import ImaginedTalks, imagined_talks
from game.players.presumption import Leanings, leanings_of


class Imagination:
    """What a party imagines of a program, made once.

    `sets` are the numbers of the sets of values that the party itself goes by, by table; 0 where there is one alone.
    """

    def __init__(self, program: Program, party: str, sets: Mapping[str, int]) -> None:
        self.party = party
        self._leanings: dict[str, Leanings] = {
            other: leanings_of(program, other, party) for other in program.scenario.parties
        }
        self._sets = sets
        self._talks: dict[str, ImaginedTalks] = {}

    def answers(self, world: World) -> list[Numbers | SessionResult]:
        """Answers all that an imagined world asks now."""
        return [
            self._chosen(world, ask) if isinstance(ask, ChoiceAsk) else self._come_to(world, ask)
            for ask in world.asks()
        ]

    def _chosen(self, world: World, ask: ChoiceAsk) -> Numbers:
        """Draws among the legal options by what the party that is asked leans to."""
        stream, weights = world.seat_stream(ask), self._leanings[ask.party][ask.step]
        if ask.legal is None:
            return stream.weighted(0, weights) + np.int8(1)
        counted = [legal * np.int32(weight) for legal, weight in zip(ask.legal, weights, strict=True)]
        return stream.weighted(0, counted) + np.int8(1)

    def _come_to(self, world: World, ask: TableAsk) -> SessionResult:
        """Draws what the session comes to, all of it."""
        table = ask.table
        if table.step not in self._talks:
            place = table.parties.index(self.party) if self.party in table.parties else None
            self._talks[table.step] = imagined_talks(table, place, self._sets.get(table.step, 0))
        return self._talks[table.step].result(ask, world.seat_stream(ask))
