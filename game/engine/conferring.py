"""Talks at a table with an agenda, with hours, or with absentees who must be asked.

Only live issues are bargained over; each session of an agenda opens with one nomination by each party, and its end may
take off the agenda what has not moved. Every move takes its hours, and the session ends with the move that spends the
last of them. What an absentee refuses leaves the table. Tables that have none of this are `Talks` alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import PROPOSE, Numbers, Places, SessionResult, TableMoves, Truths
from game.engine.conference import Conference
from game.engine.constants import constant
from game.engine.packing import Packed
from game.engine.plain_words import plain_words
from game.engine.tables import Absent, CompiledTable, Talks

_ONE = constant(1, np.uint8)
_NO_HOURS = constant(0, np.int16)
_TOGETHER = constant(2, np.uint8)
"""So many consents to something new are a move: its proposer's, and one more."""


def talks_at(table: CompiledTable, rows: int, *, remembers: bool = True, recalls: bool = True) -> Talks:
    """Makes the talks of a table, by as many of the rules as it has."""
    make: Callable[..., Talks] = Talks if table.conference is None else ConferenceTalks
    return make(table, rows, remembers=remembers, recalls=recalls)


class ConferenceTalks(Talks):
    """The state of one table with an agenda, hours or absentees in every game.

    `agenda_set` tells which issues are live, packed, `hours` what is left of the session, `refused_at` what absentees
    have refused so far on the issues that need any. `refusals` lists, by number, the absentees that refused with the
    last move in the first row.
    """

    def __init__(self, table: CompiledTable, rows: int, *, remembers: bool = True, recalls: bool = True) -> None:
        super().__init__(table, rows, remembers=remembers, recalls=recalls)
        self.rules = table.conference or Conference()
        self.agenda_set: Packed = np.zeros(rows, self.packing.dtype) if self.rules.live else self._nothing
        self.hours = np.zeros(rows, np.int16)
        self._refusable = sorted({absentee.issue for absentee in self.rules.absentees})
        self.refused_at = np.zeros((len(self._refusable), rows), np.uint8)
        lasting = ["agenda_set"] * bool(self.rules.live) + ["refused_at"] * bool(self.rules.absentees)
        self._lasting = [*self._lasting, *lasting]
        self._carried = [*self._carried, *lasting, *["hours"] * bool(self.rules.hours)]
        self._absent: Absent | None = None
        self._plain = plain_words(self.rules.plain, self.packing)
        shared = rows if self.rules.unmoved_leave else 0
        self.shared: Packed = np.zeros(shared, self.packing.dtype)
        """In all games, by issue: the last words on it that two parties were for at once."""
        self._shared_before = self.shared
        """The same when the session opened."""
        self._met = np.zeros(rows, np.bool_)
        """In which games the session has met, and has not ended in all of them yet."""

    @property
    def agenda(self) -> Truths:
        """Which issues are live, `(issues, rows)`."""
        live: Truths = self.packing.unpack(self.agenda_set) != 0
        return live

    @property
    def refused(self) -> NDArray[np.uint8]:
        """What an absentee has refused so far: a bit for each option number − 1, `(issues, rows)`."""
        refused = np.zeros((len(self.table.issues), self.refused_at.shape[1]), np.uint8)
        refused[self._refusable] = self.refused_at
        return refused

    @property
    def nameable_set(self) -> Packed:
        """Which issues may be named in a proposal or pressed, packed: of an agenda the live ones."""
        return self.agenda_set if self.rules.live else super().nameable_set

    @property
    def nominable_set(self) -> Packed:
        """Which issues may be put on the agenda, packed."""
        return super().nameable_set & ~self.agenda_set

    @property
    def room(self) -> NDArray[np.int8]:
        """How many more issues may be made live."""
        live = np.bitwise_count(self.agenda_set & self.packing.ones).view(np.int8)
        room: NDArray[np.int8] = constant(self.rules.live, np.int8) - live
        return room

    def open_session(self, session: int, rows: Truths) -> None:
        """Opens a session in `rows` where the table is still open; an agenda begins with nominations."""
        if self.rules.hours:
            self.hours[:] = self.rules.hours[session]
        self.nominating = bool(self.rules.live)
        self.off_agenda = []
        super().open_session(session, rows)
        if self._may_leave:
            self._shared_before = self.shared.copy()
            self._met = self.in_session.copy()

    def end_session(self) -> None:
        """Ends the session wherever it goes on; what has not moved may leave the agenda."""
        super().end_session()
        met = self._met & (self.outcome == 0)
        if np.count_nonzero(met):
            self._drop_unmoved(met)
            self._met = np.zeros(self.rows, np.bool_)

    @property
    def _may_leave(self) -> bool:
        """Tells whether what does not move in this session leaves the agenda at its end."""
        return self.rules.unmoved_leave and self.session < len(self.table.sessions) - 1

    def _drop_unmoved(self, met: Truths) -> None:
        """Takes off the agenda, and off the table, what no two parties came to new words on in these games."""
        packing, live = self.packing, self.agenda_set[:1].copy()
        moved = packing.marks(self.shared ^ self._shared_before)
        moved &= packing.marks(self.shared)
        moved *= packing.field_mask
        moved |= ~packing.masks(met)
        self.agenda_set &= moved
        stood = self.standing_packed != packing.nothing
        self.standing_packed = self.standing_packed & moved
        self._clear_at((stood & (self.standing_packed == packing.nothing)).nonzero()[0])
        if met[0]:
            self.off_agenda = packing.unpack(live & ~self.agenda_set[:1])[:, 0].nonzero()[0].tolist()

    def _settle_issues(self, rows: Places) -> None:
        """Initials what all that it binds have consented to, and keeps what two are for at once."""
        super()._settle_issues(rows)
        if self._may_leave:
            consents = self.consents.take(rows)
            together = rows[np.bitwise_count(consents) >= _TOGETHER]
            self._share(together, together if self.live is None else self.live.take(together))

    def _share(self, rows: Places, games: Places) -> None:
        words, shared = self.standing_packed.take(rows), self.shared.take(games)
        shared ^= (shared ^ words) & self.packing.named(words)
        self.shared[games] = shared

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
            pressing = super().play(moves)
            self._absent = None  # it knows these talks: kept, it would keep every column alive with them
            return pressing
        if moves.packed is not None:
            self.agenda_set |= moves.packed & self.packing.masks(self.sitting)
        elif moves.nominated is not None:
            nominated = self.packing.named(self.packing.pack(moves.nominated))
            self.agenda_set |= nominated & self.packing.masks(self.sitting)
        return None

    def conclude(self, result: SessionResult, absent: Absent | None = None) -> None:
        """Lets all consent at once, as `Talks` does; absentees are asked."""
        self.nominating, self._absent = False, absent
        super().conclude(result)
        self._absent = None

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
        self.hours -= self._costs(moves.kind)
        if self.rules.plain_cost and not self.nominating:
            self.hours -= self._plainly(moves)

    def _costs(self, kind: Numbers) -> NDArray[np.int16]:
        """Returns the cost of each kind of move: comparing costs less than looking up."""
        costs = np.zeros(len(kind), np.int8)
        for number, cost in enumerate(self.rules.costs):
            if cost:
                costs += (kind == constant(number, np.int8)).view(np.int8) * constant(cost, np.int8)
        return costs.astype(np.int16)

    def _plainly(self, moves: TableMoves) -> NDArray[np.int16]:
        """Returns the cost of the options in plain words that the moves newly name."""
        terms = self._proposed(moves)
        places = np.flatnonzero(moves.kind == PROPOSE) if moves.proposing is None else moves.proposing
        terms = terms if moves.proposing is not None else terms.take(places)
        cost = np.zeros(len(self.sitting), np.int16)
        if self._plain is not None:
            named = self._plain.newly_named(terms, self.standing_packed.take(places))
            cost[places] = named * constant(self.rules.plain_cost, np.int16)
        return cost

    def _rise(self) -> None:
        """Ends the session where its hours are spent, or where nothing is live any more."""
        if not self.rules.hours and not self.rules.live:
            return
        over = self.hours <= _NO_HOURS if self.rules.hours else np.zeros(len(self.sitting), np.bool_)
        if self.rules.live and (not self.nominating or self.mover == len(self.table.parties) - 1):
            over |= self.agenda_set == self.packing.nothing
        over &= self.sitting
        if not np.count_nonzero(over):
            return
        if over[0]:
            self.end_of_session = 1 if self.rules.hours and self.hours[0] <= 0 else 2
        if self.live is not None:
            self._put_back(np.flatnonzero(over))
        self.sitting = self.sitting & ~over
        self._carry(self._staying())

    def _initial(self, rows: Places, settled: Packed) -> None:
        """Keeps what is settled for good; it is not live any more."""
        if self.rules.live:
            self.agenda_set[rows] = self.agenda_set.take(rows) & ~self.packing.named(settled)
        super()._initial(rows, settled)

    # Absentees

    def _issues_refused(self, rows: Places, settled: Packed) -> Packed | None:
        """Asks the absentees about each issue; where one refuses, the issue leaves what was proposed."""
        if not self._asks_others():
            return None
        refused: Packed = np.zeros_like(settled)
        for place in self._refusable:
            refusing = self._refusing(place, rows, self.packing.option(settled, place))
            if refusing is not None:
                refused |= self.packing.masks(refusing) & self.packing.set_of([place])
        return refused

    def _asks_others(self) -> bool:
        return self._absent is not None and bool(self._refusable)

    def _package_agreed(self, rows: Places) -> Places:
        """Asks the absentees about a package; where one refuses, the whole of it leaves the table."""
        if not self._asks_others():
            return rows
        standing = self.standing_packed.take(rows)
        found = [self._refusing(place, rows, self.packing.option(standing, place)) for place in self._refusable]
        refusing = [refused for refused in found if refused is not None]
        if not refusing:
            return rows
        refused = np.logical_or.reduce(refusing)
        self.standing_packed = self._written(self.standing_packed)
        self.standing_packed[rows[refused]] = 0
        self._clear_at(rows[refused])
        agreed: Places = rows[~refused]
        return agreed

    def _refusing(self, place: int, rows: Places, options: NDArray[np.int8]) -> Truths | None:
        """Tells in which of some rows an absentee refuses the option of an issue, and notes it; None: nowhere."""
        refused: Truths = np.zeros(len(rows), np.bool_)
        for number, absentee in enumerate(self.rules.absentees):
            if absentee.issue != place or self._absent is None:
                continue
            asked = _among(absentee.options, options)
            if not np.count_nonzero(asked):
                continue
            refuses = asked & ~self._absent(number, rows)
            refused |= refuses
            if rows[0] == 0 and refuses[0]:
                self.refusals.append(number)
        if not np.count_nonzero(refused):
            return None
        bits = np.left_shift(_ONE, options[refused].view(np.uint8) - _ONE)
        self.refused_at[self._refusable.index(place)][rows[refused]] |= bits
        return refused


def _among(bits: int, options: NDArray[np.int8]) -> Truths:
    """Tells which option numbers are among those of the bits; 0 is none."""
    found: Truths = _held(bits).take(options, mode="clip")
    return found


@lru_cache(maxsize=256)
def _held(bits: int) -> Truths:
    """Lists by option number, and one beyond the last, whether its bit is set."""
    return np.array([False, *(bool(bits >> place & 1) for place in range(bits.bit_length())), False])
