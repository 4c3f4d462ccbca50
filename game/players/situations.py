"""What a party sees of a table, taken apart by the set of values that it goes by and the hours that are left.

One ask may hold games whose sealed variable gives the party different values, or whose sessions have gone different
ways; each situation holds the rows of one set and one clock. Nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import Packages, TableAsk, Truths
from game.negotiation.heard import Said
from game.negotiation.worths import Valuation
from game.players.clocks import Clock, clock_of

RowsOf = slice | NDArray[np.intp]


class Situation:
    """The rows of an ask in which the mover goes by one valuation and one clock; arrays are made at the first look."""

    def __init__(self, ask: TableAsk, valuation: Valuation, rows: RowsOf, clock: Clock | None = None) -> None:
        self.ask, self.valuation, self.rows = ask, valuation, rows
        self.clock = clock or clock_of(ask)

    def at(self, places: NDArray[np.intp]) -> Situation:
        """Returns the situation in some of its rows only."""
        rows = places if isinstance(self.rows, slice) else self.rows[places]
        return Situation(self.ask, self.valuation, rows, self.clock)

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(self.walk_away)

    def may(self, kind: int) -> Truths:
        """Tells in which rows a kind of move is legal."""
        return self.ask.may[kind][self.rows]

    @cached_property
    def standing(self) -> Packages:
        """What would hold if what lies on the table were agreed: settled issues, then those named."""
        return self.named | self.initialled

    @cached_property
    def named(self) -> Packages:
        """What lies on the table, settled issues apart."""
        return self.ask.standing[:, self.rows]

    @cached_property
    def initialled(self) -> Packages:
        """What is settled for good."""
        return self.ask.initialled[:, self.rows]

    @cached_property
    def nameable(self) -> Truths:
        """Which issues may be named now."""
        return self.ask.nameable[:, self.rows]

    @cached_property
    def fixed(self) -> Packages:
        """What cannot be bargained over now: settled issues, and at their unsettled option those that are not live."""
        if self.ask.live is None:
            return self.initialled
        unsettled = np.asarray(self.valuation.unsettled, np.int8)[:, None]
        fixed: Packages = np.where(
            self.nameable, np.int8(0), np.where(self.initialled == 0, unsettled, self.initialled)
        )
        return fixed

    @cached_property
    def settled(self) -> bool:
        """Tells whether anything is fixed in any row."""
        return not self.ask.table.whole and bool(self.fixed.any())

    @cached_property
    def opponents(self) -> list[int]:
        """The places of the others, those of the mover's own side left out."""
        table = self.ask.table
        partners = table.partners[self.ask.party] if table.partners else 0
        return [place for place in range(len(table.parties)) if place != self.ask.party and not partners >> place & 1]

    @cached_property
    def positions(self) -> list[Packages]:
        """What each of the others last asked for, if only by signing what its partner has laid there."""
        return [self._asked_by(party) for party in range(len(self.ask.positions)) if party != self.ask.party]

    @cached_property
    def opposed_positions(self) -> list[Packages]:
        """The same of the opponents alone."""
        return [self._asked_by(party) for party in self.opponents]

    def _asked_by(self, party: int) -> Packages:
        """What a party last asked for; one of a side may leave the word to the other, and sign what that has laid."""
        asked: Packages = self.ask.positions[party][:, self.rows]
        if not self.ask.table.partners:
            return asked
        proposer, consents = self.ask.proposer[self.rows], self.ask.consents[self.rows]
        by_partner = (self.ask.table.partners[party] >> np.maximum(proposer, 0) & 1 == 1) & (proposer >= 0)
        signed = by_partner & (consents >> np.uint8(party) & np.uint8(1) == 1)
        return np.where(signed & (self.named != 0), self.named, asked)

    @cached_property
    def laid_by_partner(self) -> Truths:
        """Where one of the mover's own side has laid what lies on the table, and nobody else has moved since."""
        laid: Truths = np.zeros(self.count, np.bool_)
        for back in range(1, len(self.ask.table.parties)):
            before = (self.ask.party - back) % len(self.ask.table.parties)
            if before in self.opponents:
                break
            laid |= self.ask.proposer[self.rows] == before
        return laid

    @cached_property
    def own_position(self) -> Packages:
        """What the mover itself last asked for."""
        position: Packages = self.ask.positions[self.ask.party][:, self.rows]
        return position

    @cached_property
    def own_said(self) -> Said:
        """What the mover has offered at each of its moves so far."""
        offered: Said = self.ask.said[self.ask.party, : self._moves_begun][:, :, self.rows]
        return offered

    @cached_property
    def others_said(self) -> list[Said]:
        """What each of the others has offered at each of its moves so far."""
        parties = [party for party in range(len(self.ask.said)) if party != self.ask.party]
        return [self.ask.said[party, : self._moves_begun][:, :, self.rows] for party in parties]

    @cached_property
    def opponents_said(self) -> list[Said]:
        """The same of the opponents alone."""
        return [self.ask.said[party, : self._moves_begun][:, :, self.rows] for party in self.opponents]

    @property
    def _moves_begun(self) -> int:
        """The moves of each party so far, of all sessions, with those of this round."""
        return sum(self.ask.table.rounds[: self.ask.session]) + self.ask.round + 1

    @cached_property
    def said(self) -> Packages:
        """What is fixed and, on every other issue, what the mover itself last asked for; 0 where it has not spoken."""
        said: Packages = np.where(self.fixed == 0, self.own_position, self.fixed)
        return said

    @cached_property
    def withdrawn(self) -> list[Truths]:
        """Whether each of the others has taken back: its last offer is worth less to the mover than the one before."""
        parties = [party for party in range(len(self.ask.positions)) if party != self.ask.party]
        earlier = [self.ask.earlier[party][:, self.rows] for party in parties]
        return [
            self.valuation.worth(asked) < self.valuation.worth(np.where(before == 0, asked, before))
            for asked, before in zip(self.positions, earlier, strict=True)
        ]

    @cached_property
    def unanswered(self) -> Truths:
        """Whether the mover's own offer of this session still lies there: others pressed, or waited for more."""
        own: Truths = self.ask.proposer[self.rows] == self.ask.party
        return own if self.ask.turn >= len(self.ask.table.parties) else np.zeros_like(own)

    @cached_property
    def standing_worth(self) -> NDArray[np.int32]:
        """The worth of what lies on the table; issues that nobody named stay unsettled."""
        return self.valuation.worth(self.standing)

    @cached_property
    def walk_away(self) -> NDArray[np.int32]:
        """The mover's walk-away value, 0–100."""
        return np.clip(self.ask.walk_away[self.rows], 0, 100)

    @cached_property
    def walk_away_worth(self) -> NDArray[np.int32]:
        """The worth that meets the walk-away value."""
        return self.valuation.walk_away_worth(self.walk_away)


def by_value_set(ask: TableAsk) -> Iterator[Situation]:
    """Yields one situation for each set of values, and clock, that the mover has in some row."""
    valuations, hours = ask.table.valuations[ask.party], ask.hours_left
    if len(valuations) == 1 and hours is None:
        yield Situation(ask, valuations[0], slice(None))
        return
    for number, valuation in enumerate(valuations):
        rows = np.flatnonzero(ask.value_set == number) if len(valuations) > 1 else np.arange(ask.rows)
        if len(rows) == 0:
            continue
        if hours is None:
            yield Situation(ask, valuation, rows)
            continue
        for clock, lefts in _clocks(ask, hours[rows]).items():
            yield Situation(ask, valuation, rows[np.isin(hours[rows], lefts)], clock)


def _clocks(ask: TableAsk, hours: NDArray[np.int32]) -> dict[Clock, list[int]]:
    """Lists the hours left in some row by the clock that they come to."""
    clocks: dict[Clock, list[int]] = {}
    for left in np.unique(hours).tolist():
        clocks.setdefault(clock_of(ask, left), []).append(left)
    return clocks
