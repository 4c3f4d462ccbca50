"""A table as the engine holds it: its rules compiled to numbers, and the state of the talks as columns.

The state lives while the table may still meet and dies when it closes, except for what was agreed. Every
array has a row per game; parties and issues are told by their place, options by their number from 1.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import ACCEPT, ADJOURN, PRESS, PROPOSE, WALK_OUT, Numbers, Packages, TableMoves, Truths
from game.negotiation.worths import Valuation
from game.scenario.model import Outcome


@dataclass(frozen=True, slots=True)
class RecordedMove:
    """A recorded move in numbers: the party's place, the kind, terms of shape `(issues,)`, the pressed issue."""

    party: int
    kind: int
    terms: NDArray[np.int8]
    pressed: int


@dataclass(frozen=True, slots=True)
class CompiledTable:
    """A table in numbers.

    `options` are ids by issue; number = index + 1. `binds` has, per issue, a bit for each bound party.
    `valuations` is by party and value set. `pressers` has a bit for each party that may press, and
    `press_points` the fall of the others' walk-away value by outcome number − 1. `record` is by session.
    """

    step: str
    parties: tuple[str, ...]
    whole: bool
    issues: tuple[str, ...]
    options: tuple[tuple[str, ...], ...]
    binds: tuple[int, ...]
    unsettled: tuple[int, ...]
    valuations: tuple[tuple[Valuation, ...], ...]
    sessions: tuple[str, ...]
    rounds: tuple[int, ...]
    pressers: int
    press_points: tuple[int, ...]
    record: tuple[tuple[RecordedMove, ...], ...]
    record_outcome: Outcome

    def moves_left(self, session: int, round_: int) -> int:
        """Counts one party's own moves from this round to the end of the last session, this one included."""
        return self.rounds[session] - round_ + sum(self.rounds[session + 1 :])

    def is_final(self, session: int, round_: int, party: int) -> bool:
        """Tells whether this is the last mover's move in the last round of the last session."""
        return self.moves_left(session, round_) == 1 and party == len(self.parties) - 1


class Talks:
    """The state of one table in every game; `outcome` is 0 while it is open.

    `remembers` False leaves out the parties' last positions, for batches in which no seat looks at them.
    """

    def __init__(self, table: CompiledTable, rows: int, *, remembers: bool = True) -> None:
        issues, parties = len(table.issues), len(table.parties)
        self.table, self.rows, self.remembers = table, rows, remembers
        self.outcome = np.zeros(rows, np.int8)
        self.held = np.zeros(rows, np.bool_)
        self.in_session = np.zeros(rows, np.bool_)
        self.standing = np.zeros((issues, rows), np.int8)
        self.stands = np.zeros(rows, np.bool_)
        self.proposer = np.full(rows, -1, np.int8)
        self.consents = np.zeros(rows, np.uint8)
        self.initialled = np.zeros((issues, rows), np.int8)
        shape = (parties, issues, rows)
        self.positions = np.zeros(shape, np.int8) if remembers else np.broadcast_to(np.int8(0), shape)
        self.pressed = np.zeros(rows, np.uint8)
        self.pressure = np.zeros((parties, rows), np.int16)
        self.closed = np.zeros(rows, np.bool_)
        self.session_held = False
        self.session = 0
        self.round = 0
        self.mover = 0
        self.turn = 0

    def copy(self) -> Talks:
        """Copies the state, for another branch of the same game."""
        twin = object.__new__(Talks)
        for name, value in vars(self).items():
            setattr(twin, name, value.copy() if isinstance(value, np.ndarray) else value)
        return twin

    def open_session(self, session: int, rows: Truths) -> None:
        """Opens a session in `rows` where the table is still open."""
        self.session, self.round, self.mover, self.turn = session, 0, 0, 0
        self.in_session = rows & (self.outcome == 0)
        self.held |= self.in_session
        self.session_held = bool(self.in_session.any())
        self.pressed[:] = 0
        self.pressure[:] = 0

    def may(self) -> tuple[Truths, ...]:
        """Tells which kinds the mover may play in every row: index by PROPOSE … WALK_OUT."""
        every, never = np.broadcast_to(True, self.rows), np.broadcast_to(False, self.rows)
        final = self.table.is_final(self.session, self.round, self.mover)
        bit = np.uint8(1 << self.mover)
        accept = self.stands & ((self.consents & bit) == 0)
        can_press = self.table.pressers & int(bit) and not final
        press = ((self.pressed & bit) == 0) if can_press else never
        free = never if final else every
        return never, free, accept, press, free, every

    def advance(self) -> None:
        """Passes the turn on; past the last round nobody is in session any more."""
        self.turn += 1
        self.mover += 1
        if self.mover == len(self.table.parties):
            self.mover, self.round = 0, self.round + 1
        if self.round == self.table.rounds[self.session]:
            self.in_session = np.zeros(self.rows, np.bool_)

    def play(self, moves: TableMoves, where: NDArray[np.intp] | None) -> Truths | None:
        """Applies moves of the mover: to every row in session, or to the rows listed in `where`.

        Presses are only noted: returns the rows that press (None: nobody), whose outcome is chance's to draw.
        """
        kind = moves.kind
        if where is None:
            kind = kind * self.in_session.view(np.int8)
        proposes = kind == PROPOSE
        if proposes.any():
            self._propose(moves.terms, proposes, where)
        accepts = kind == ACCEPT
        consenting = self._rows(accepts | proposes, where)
        bit = np.uint8(1 << self.mover)
        self.consents |= consenting.view(np.uint8) * bit
        self._settle(consenting)
        leaving = self._rows(kind >= ADJOURN, where)
        self.in_session &= ~leaving
        walking = self._rows(kind == WALK_OUT, where)
        if walking.any():
            self._fail(walking & (self.outcome == 0))
        presses = kind == PRESS
        if not presses.any():
            return None
        rows = self._rows(presses, where)
        self.pressed |= rows.view(np.uint8) * bit
        return rows

    def close_unfinished(self, rows: Truths) -> None:
        """Closes the table in `rows` after its last session: what is initialled stays, the rest is open."""
        self._fail(rows & (self.outcome == 0) & self.held)

    def agreed(self) -> Packages:
        """Returns the settled option by issue: initialled ones, the rest at their unsettled option."""
        unsettled = np.asarray(self.table.unsettled, np.int8)[:, None]
        agreed: Packages = self.initialled | (unsettled & -(self.initialled == 0).view(np.int8))
        return agreed

    def _rows(self, mask: Truths, where: NDArray[np.intp] | None) -> Truths:
        if where is None:
            return mask
        rows = np.zeros(self.rows, np.bool_)
        rows[where] = mask
        return rows

    def _propose(self, terms: Packages, proposes: Truths, where: NDArray[np.intp] | None) -> None:
        if where is None:
            mask = -proposes.view(np.int8)
            terms = terms * (self.initialled == 0) if not self.table.whole else terms
            self.standing ^= (self.standing ^ terms) & mask
            named = mask if self.table.whole else mask & -(terms != 0).view(np.int8)
            if self.remembers:
                mine = self.positions[self.mover]
                mine ^= (mine ^ terms) & named
            self.stands |= proposes
            self.proposer ^= (self.proposer ^ np.int8(self.mover)) & mask
            self.consents &= ~mask.view(np.uint8)
            return
        picked = np.flatnonzero(proposes)
        rows = where[picked]
        for place, named in enumerate(terms):
            self._put(place, rows, named[picked])
        self.stands[rows] = True
        self.proposer[rows] = self.mover
        self.consents[rows] = 0

    def _put(self, place: int, rows: NDArray[np.intp], options: Numbers) -> None:
        """Puts one issue's options on the table in some rows; one row of memory at a time is the fast way."""
        mine = self.positions[self.mover][place]
        if not self.table.whole:
            options = options * (self.initialled[place][rows] == 0)
        if self.remembers:
            mine[rows] = np.where(options == 0, mine[rows], options)
        self.standing[place][rows] = options

    def _settle(self, rows: Truths) -> None:
        if self.table.whole:
            needed = 0
            for bits in self.table.binds:
                needed |= bits
            done = rows & self.stands & ((self.consents & needed) == needed)
            if done.any():
                self.initialled |= self.standing & -done.view(np.int8)
                self._end(done, Outcome.WHOLE)
            return
        for place, bits in enumerate(self.table.binds):
            done = rows & (self.standing[place] != 0) & ((self.consents & bits) == bits)
            if done.any():
                mask = -done.view(np.int8)
                self.initialled[place] |= self.standing[place] & mask
                self.standing[place] &= ~mask
        self._clear(rows & ~self.standing.any(axis=0))
        complete = rows & self.initialled.all(axis=0)
        if complete.any():
            self._end(complete, Outcome.WHOLE)

    def _fail(self, rows: Truths) -> None:
        if self.table.whole:
            self._end(rows, Outcome.FAILED)
            return
        some = rows & self.initialled.any(axis=0)
        self._end(some, Outcome.PARTIAL)
        self._end(rows & ~some, Outcome.FAILED)

    def _end(self, rows: Truths, outcome: Outcome) -> None:
        if not rows.any():
            return
        self.outcome += rows.view(np.int8) * np.int8(outcome)
        self.in_session &= ~rows
        self.standing &= ~-rows.view(np.int8)
        self._clear(rows)

    def _clear(self, rows: Truths) -> None:
        """Forgets who put the package there and who consented, in rows where nothing stands any more."""
        mask = -rows.view(np.int8)
        self.stands &= ~rows
        self.proposer |= mask
        self.consents &= ~mask.view(np.uint8)
