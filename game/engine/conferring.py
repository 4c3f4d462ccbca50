"""Talks at a table with an agenda, with hours, or with absentees who must be asked.

Only live issues are bargained over; each session of an agenda opens with one nomination by each party. Every move
takes its hours, and the session ends with the move that spends the last of them. What an absentee refuses leaves
the table. Tables that have none of this are `Talks` alone.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import PROPOSE, Places, TableMoves, Truths
from game.engine.conference import Conference
from game.engine.tables import Absent, CompiledTable, Talks


def talks_at(table: CompiledTable, rows: int, *, remembers: bool = True) -> Talks:
    """Makes the talks of a table, by as many of the rules as it has."""
    make: Callable[..., Talks] = Talks if table.conference is None else ConferenceTalks
    return make(table, rows, remembers=remembers)


class ConferenceTalks(Talks):
    """The state of one table with an agenda, hours or absentees in every game.

    `agenda` tells which issues are live, `hours` what is left of the session, `refused` what an absentee has
    refused so far (a bit for each option number − 1). `refusals` lists, by number, the absentees that refused with
    the last move in the first row.
    """

    def __init__(self, table: CompiledTable, rows: int, *, remembers: bool = True) -> None:
        super().__init__(table, rows, remembers=remembers)
        self.rules = table.conference or Conference()
        shape = (len(table.issues), rows)
        self.agenda = np.zeros(shape, np.bool_)
        self.hours = np.zeros(rows, np.int32)
        self.refused = np.zeros(shape, np.uint8)
        lasting = ["agenda"] * bool(self.rules.live) + ["refused"] * bool(self.rules.absentees)
        self._lasting = [*self._lasting, *lasting]
        self._carried = [*self._carried, *lasting, *["hours"] * bool(self.rules.hours)]
        self._absent: Absent | None = None

    @property
    def room(self) -> NDArray[np.int8]:
        """How many more issues may be made live."""
        room: NDArray[np.int8] = np.int8(self.rules.live) - self.agenda.sum(axis=0, dtype=np.int8)
        return room

    def open_session(self, session: int, rows: Truths) -> None:
        """Opens a session in `rows` where the table is still open; an agenda begins with nominations."""
        if self.rules.hours:
            self.hours[:] = self.rules.hours[session]
        self.nominating = bool(self.rules.live)
        super().open_session(session, rows)

    def may(self) -> tuple[Truths, ...]:
        """Tells which kinds the mover may play in every row: while the agenda is made, nominating alone."""
        if not self.nominating:
            return super().may()
        rows = len(self.sitting)
        return *(np.zeros(rows, np.bool_),) * 6, np.ones(rows, np.bool_)

    def play(self, moves: TableMoves, absent: Absent | None = None) -> Places | None:
        """Applies the mover's moves to the rows in session; returns the rows that press, as `Talks` does."""
        self.refusals, self._absent = [], absent
        if self.rules.hours:
            self._spend(moves)
        if not self.nominating:
            return super().play(moves)
        if moves.nominated is not None:
            self.agenda |= moves.nominated & self.sitting
        return None

    def advance(self) -> None:
        """Passes the turn on, where the session did not end with the last move."""
        self._rise()
        super().advance()

    def _end_round(self) -> None:
        if self.nominating:
            self.nominating = False
        else:
            super()._end_round()

    # Hours

    def _spend(self, moves: TableMoves) -> None:
        """Takes the cost of each move from the hours that are left."""
        cost = np.asarray(self.rules.costs, np.int32).take(moves.kind, mode="clip")
        if self.rules.plain_cost and not self.nominating:
            cost += self._plainly(moves) * np.int32(self.rules.plain_cost)
        self.hours -= cost

    def _plainly(self, moves: TableMoves) -> NDArray[np.int32]:
        """Counts the options in plain words that the moves newly name."""
        named = np.zeros(len(self.sitting), np.int32)
        places = np.flatnonzero(moves.kind == PROPOSE) if moves.proposing is None else moves.proposing
        terms = moves.terms if moves.proposing is not None else moves.terms.take(places, axis=1)
        for issue, (bits, options) in enumerate(zip(self.rules.plain, terms, strict=True)):
            if bits:
                new = options != self.standing[issue].take(places)
                named[places] += _among(bits, options) & new
        return named

    def _rise(self) -> None:
        """Ends the session where its hours are spent, or where nothing is live any more."""
        over = self.hours <= 0 if self.rules.hours else np.zeros(len(self.sitting), np.bool_)
        if self.rules.live:
            self.agenda &= self.initialled == 0
            if not self.nominating or self.mover == len(self.table.parties) - 1:
                over = over | ~self.agenda.any(axis=0)
        over = over & self.sitting
        if not over.any():
            return
        if over[0]:
            self.end_of_session = 1 if self.rules.hours and self.hours[0] <= 0 else 2
        if self.live is not None:
            self._put_back(np.flatnonzero(over))
        self.sitting = self.sitting & ~over
        self._carry(self._staying())

    # Absentees

    def _issue_agreed(self, place: int, done: Truths) -> Truths:
        """Asks the absentees about an issue; where one refuses, the issue leaves what was proposed."""
        refused = self._refusing(place, done)
        if refused is None:
            return done
        self.standing[place] &= -(~refused).view(np.int8)
        return done & ~refused

    def _package_agreed(self, done: Truths) -> Truths:
        """Asks the absentees about a package; where one refuses, the whole of it leaves the table."""
        found = [self._refusing(place, done) for place in range(len(self.table.issues)) if done.any()]
        refusing = [refused for refused in found if refused is not None]
        if not refusing:
            return done
        refused = np.logical_or.reduce(refusing)
        self.standing = self.standing & -(~refused).view(np.int8)
        self._clear(refused)
        agreed: Truths = done & ~refused
        return agreed

    def _refusing(self, place: int, done: Truths) -> Truths | None:
        """Tells where an absentee refuses the option that stands on an issue, and notes it; None: nowhere."""
        refused = np.zeros(len(done), np.bool_)
        for number, absentee in enumerate(self.rules.absentees):
            if absentee.issue != place or self._absent is None:
                continue
            asked = done & _among(absentee.options, self.standing[place])
            refuses = asked & ~self._absent(number) if asked.any() else asked
            refused |= refuses
            if refuses[0]:
                self.refusals.append(number)
        if not refused.any():
            return None
        bits = np.left_shift(1, np.maximum(self.standing[place], 1) - 1).astype(np.uint8)
        self.refused[place] |= bits * refused
        return refused


def _among(bits: int, options: NDArray[np.int8]) -> Truths:
    """Tells which option numbers are among those of the bits; 0 is none."""
    held = np.array([False, *(bool(bits >> place & 1) for place in range(bits.bit_length())), False])
    found: Truths = held.take(options, mode="clip")
    return found
