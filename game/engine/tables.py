"""A table as the engine holds it: its rules compiled to numbers, and the state of the talks as columns.

The state lives while the table may still meet and dies when it closes, except for what was agreed. Every
array has a row per game; parties and issues are told by their place, options by their number from 1.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import ACCEPT, ADJOURN, PRESS, PROPOSE, WALK_OUT, Packages, Places, TableMoves, Truths
from game.engine.conference import Conference
from game.negotiation.worths import Valuation
from game.scenario.model import Outcome

Absent = Callable[[int], Truths]
"""Tells in which rows that the talks carry an absentee, by its number, consents."""

MOST = 0.5
"""Where at least this share of the games is in session, all are carried: picking out costs more than it saves."""


SESSION_ENDS = ("", "hours-spent", "agenda-done")
"""Why a session of an agenda or of hours may end before its rounds, by number."""


@dataclass(frozen=True, slots=True)
class RecordedMove:
    """A recorded move in numbers: the party's place, the kind, terms of shape `(issues,)`, the pressed issue.

    `nominated`, of the same shape, is set for a nomination alone.
    """

    party: int
    kind: int
    terms: NDArray[np.int8]
    pressed: int
    nominated: Truths | None = None


@dataclass(frozen=True, slots=True)
class CompiledTable:
    """A table in numbers.

    `options` are ids by issue; number = index + 1. `binds` has, per issue, a bit for each bound party.
    `valuations` is by party and value set. `pressers` has a bit for each party that may press, and
    `press_points` the fall of the others' walk-away value by outcome number − 1; `press_once` that a party presses
    once for all sessions. `record` is by session. `wordings` are numbers of `Wording` by issue and option number − 1;
    an issue without any has none. `conference` is None for talks that rounds alone bound.
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
    press_once: bool = False
    wordings: tuple[tuple[int, ...], ...] = ()
    conference: Conference | None = None

    def moves_left(self, session: int, round_: int) -> int:
        """Counts one party's own moves from this round to the end of the last session, this one included."""
        return self.rounds[session] - round_ + sum(self.rounds[session + 1 :])

    def is_final(self, session: int, round_: int, party: int) -> bool:
        """Tells whether this is the last mover's move in the last round of the last session."""
        return self.moves_left(session, round_) == 1 and party == len(self.parties) - 1


class Talks:
    """The state of one table in every game; `outcome` is 0 while it is open.

    The arrays of the talks have a row for every game. While few games are in session they have rows for those
    alone, `live` lists these, and the arrays of all games wait for the session's end. `sitting` tells which rows
    are in session. `remembers` False leaves out the parties' positions, the last and the `earlier` ones before
    these, for batches in which no seat looks at them, and makes the packages only when there are any.
    """

    def __init__(self, table: CompiledTable, rows: int, *, remembers: bool = True) -> None:
        issues, parties = len(table.issues), len(table.parties)
        self.table, self.rows, self.remembers = table, rows, remembers
        self.outcome = np.zeros(rows, np.int8)
        self.held = np.zeros(rows, np.bool_)
        self.closed = np.zeros(rows, np.bool_)
        self.sitting = np.zeros(rows, np.bool_)
        self.live: Places | None = None
        self._nothing = _nothing((issues, rows), np.int8)
        self.standing = np.zeros((issues, rows), np.int8) if remembers else self._nothing
        self.proposer = np.full(rows, -1, np.int8)
        self.consents = np.zeros(rows, np.uint8)
        self.initialled = np.zeros((issues, rows), np.int8) if remembers else self._nothing
        shape = (parties, issues, rows)
        self.positions = np.zeros(shape, np.int8) if remembers else np.broadcast_to(np.int8(0), shape)
        self.earlier = self.positions.copy() if remembers else self.positions
        self.pressed = np.zeros(rows, np.uint8)
        self.pressure = np.zeros((parties, rows), np.int16) if table.pressers else _nothing((parties, rows), np.int16)
        self.session_held = False
        self.session = 0
        self.round = 0
        self.mover = 0
        self.turn = 0
        self.nominating = False
        """Whether the agenda of the session is being made."""
        self.refusals: list[int] = []
        self.end_of_session = 0
        """Why the session ended in the first game: a number of `SESSION_ENDS`; 0 where it ran out or was left."""
        self._everybody: dict[str, NDArray[Any]] = {}
        """The arrays of all games by name, while `live` ones are carried alone."""
        self._lasting = ["standing", "proposer", "consents"] + ["positions", "earlier"] * remembers
        self._lasting += [] if table.whole else ["initialled"]
        self._carried = [*self._lasting, "pressed", "pressure"] if table.pressers else self._lasting
        self._lasting = [*self._lasting, "pressed"] if table.press_once else self._lasting

    def copy(self) -> Talks:
        """Copies the state, for another branch of the same game."""
        twin = object.__new__(type(self))
        for name, value in vars(self).items():
            setattr(twin, name, value.copy() if isinstance(value, np.ndarray) else value)
        twin._everybody = {name: array.copy() for name, array in self._everybody.items()}
        return twin

    @property
    def in_session(self) -> Truths:
        """Which games are in session, of all."""
        if self.live is None:
            return self.sitting
        games = np.zeros(self.rows, np.bool_)
        games[self.live] = self.sitting
        return games

    @property
    def stands(self) -> Truths:
        """In which rows a package stands."""
        return self.proposer >= 0

    @property
    def final(self) -> bool:
        """Tells whether this is the last mover's move in the last round of the last session."""
        return not self.nominating and self.table.is_final(self.session, self.round, self.mover)

    def open_session(self, session: int, rows: Truths) -> None:
        """Opens a session in `rows` where the table is still open."""
        self.session, self.round, self.mover, self.turn = session, 0, 0, 0
        self.end_of_session = 0
        self.sitting = rows & (self.outcome == 0)
        self.held |= self.sitting
        self.session_held = bool(self.sitting.any())
        if self.table.pressers:
            if not self.table.press_once:
                self.pressed[:] = 0
            self.pressure[:] = 0
        self._carry(self._staying())

    def may(self) -> tuple[Truths, ...]:
        """Tells which kinds the mover may play in every row: index by PROPOSE … NOMINATE."""
        rows = len(self.sitting)
        every, never = np.ones(rows, np.bool_), np.zeros(rows, np.bool_)
        final = self.final
        bit = np.uint8(1 << self.mover)
        accept = self.stands & ((self.consents & bit) == 0)
        can_press = self.table.pressers & int(bit) and not final
        press = ((self.pressed & bit) == 0) if can_press else never
        free = never if final else every
        return never, free, accept, press, free, every, never

    def advance(self) -> None:
        """Passes the turn on; past the last round nobody is in session any more."""
        self.turn += 1
        self.mover += 1
        if self.mover == len(self.table.parties):
            self.mover = 0
            self._end_round()
        if self.round == self.table.rounds[self.session]:
            self.end_session()

    def _end_round(self) -> None:
        self.round += 1

    def end_session(self) -> None:
        """Ends the session wherever it goes on, and carries all games again."""
        if self.live is not None:
            self._put_back(self.sitting.nonzero()[0])
            for name, array in self._everybody.items():
                setattr(self, name, array)
            self._everybody, self.live = {}, None
        self.sitting = np.zeros(self.rows, np.bool_)

    def play(self, moves: TableMoves, absent: Absent | None = None) -> Places | None:
        """Applies the mover's moves to the rows in session; `absent` is asked where there are absentees.

        Presses are only noted: returns the rows that press (None: nobody), whose outcome is chance's to draw.
        """
        kind = moves.kind if self.live is not None else moves.kind * self.sitting.view(np.int8)
        accepts, proposes, presses = kind == ACCEPT, kind == PROPOSE, kind == PRESS
        bit = np.uint8(1 << self.mover)
        if accepts.any():
            self.consents |= accepts.view(np.uint8) * bit
            self._settle(accepts)
        self._leave(kind)
        pressing = bool(presses.any())
        if pressing:
            self.pressed |= presses.view(np.uint8) * bit
        keep = self._staying()
        kept = self._propose(moves, proposes, keep)
        if not pressing:
            return None
        for rows in (keep, kept):
            presses = presses if rows is None else presses.take(rows)
        return np.flatnonzero(presses)

    def close_unfinished(self) -> None:
        """Closes the table after its last session: what is initialled stays, the rest is open."""
        self._fail((self.outcome == 0) & self.held)

    def agreed(self) -> Packages:
        """Returns the settled option by issue: initialled ones, the rest at their unsettled option."""
        unsettled = np.asarray(self.table.unsettled, np.int8)[:, None]
        is_open = self.outcome != Outcome.WHOLE if self.table.whole else self.initialled == 0
        agreed: Packages = self.initialled | (unsettled & -is_open.view(np.int8))
        return agreed

    # Proposing

    def _propose(self, moves: TableMoves, proposes: Truths, keep: Places | None) -> Places | None:
        """Puts packages on the table, and goes on with the rows to `keep` (None: with all).

        Returns which of these are kept where some proposals needed nobody else's consent (None: all).
        """
        if moves.proposing is None and keep is None:
            if proposes.any():
                self._cover(moves.terms, proposes)
        else:
            places = proposes.nonzero()[0] if moves.proposing is None else moves.proposing
            terms = moves.terms if moves.proposing is not None else moves.terms.take(places, axis=1)
            self._lay(places, terms, proposes, keep)
        if not self._binds_alone():
            return None
        self._settle(proposes if keep is None else proposes.take(keep))
        staying = self._staying()
        self._carry(staying)
        return staying

    def _cover(self, terms: Packages, proposes: Truths) -> None:
        """Puts the proposed packages on the table by a mask over all rows."""
        mask = -proposes.view(np.int8)
        terms = terms * (self.initialled == 0) if not self.table.whole else terms
        if self.standing is self._nothing:
            self.standing = terms & mask
        else:
            self.standing ^= (self.standing ^ terms) & mask
        if self.remembers:
            named = mask if self.table.whole else mask & -(terms != 0).view(np.int8)
            mine, before = self.positions[self.mover], self.earlier[self.mover]
            before ^= (before ^ mine) & mask
            mine ^= (mine ^ terms) & named
        self._sign(proposes)

    def _lay(self, places: Places, terms: Packages, proposes: Truths, keep: Places | None) -> None:
        """Puts the packages of the rows in `places` on the table."""
        left = len(self.sitting) if keep is None else len(keep)
        if len(places) == left and self.table.whole and not self.remembers:
            self._carry(keep, without=("standing", "proposer", "consents"))
            self.standing = terms  # every row that goes on has a new package: nothing of the old ones stays
            self.proposer = np.full(left, self.mover, np.int8)
            self.consents = np.full(left, 1 << self.mover, np.uint8)
            return
        self._carry(keep)
        self.standing = self._written(self.standing)
        if keep is not None:
            proposes = proposes.take(keep)
            places = proposes.nonzero()[0]
        for issue, options in enumerate(terms):
            self._put(issue, places, options)
        self._sign(proposes)

    def _put(self, issue: int, places: Places, options: NDArray[np.int8]) -> None:
        """Puts one issue's options on the table in some rows; one row of memory at a time is the fast way."""
        if not self.table.whole:
            options = options * (self.initialled[issue].take(places) == 0)
        if self.remembers:
            mine = self.positions[self.mover][issue]
            self.earlier[self.mover][issue][places] = mine.take(places)
            mine[places] = np.where(options == 0, mine.take(places), options)
        self.standing[issue][places] = options

    def _sign(self, proposes: Truths) -> None:
        """Makes the mover the proposer, with its own consent alone."""
        mask = -proposes.view(np.int8)
        self.proposer ^= (self.proposer ^ np.int8(self.mover)) & mask
        own = np.uint8(1 << self.mover)
        self.consents ^= (self.consents ^ own) & mask.view(np.uint8)

    # Agreeing, and how it ends

    def _binds_alone(self) -> bool:
        """Tells whether the mover's own consent may be all that a package or an issue needs."""
        others = [bits & ~(1 << self.mover) for bits in self.table.binds]
        return not any(others) if self.table.whole else not all(others)

    def _settle(self, rows: Truths) -> None:
        if self.table.whole:
            needed = np.uint8(reduce(or_, self.table.binds))
            done = rows & self.stands & ((self.consents & needed) == needed)
            self._end(self._package_agreed(done), Outcome.WHOLE)
            return
        for place, bits in enumerate(self.table.binds):
            done = rows & (self.standing[place] != 0) & ((self.consents & bits) == bits)
            if done.any():
                mask = -self._issue_agreed(place, done).view(np.int8)
                self.initialled = self._written(self.initialled)
                self.initialled[place] |= self.standing[place] & mask
                self.standing[place] &= ~mask
        self._clear(rows & ~self.standing.any(axis=0))
        self._end(rows & self.initialled.all(axis=0), Outcome.WHOLE)

    def _issue_agreed(self, place: int, done: Truths) -> Truths:
        """Tells on which of the rows the consent of those present settles the issue at a place: all of them."""
        return done

    def _package_agreed(self, done: Truths) -> Truths:
        """Tells in which of the rows the consent of those present settles the package: in all of them."""
        return done

    def _leave(self, kind: NDArray[np.int8]) -> None:
        leaving = kind >= ADJOURN
        if not leaving.any():
            return
        self._fail(kind == WALK_OUT)
        if self.live is not None:
            self._put_back(np.flatnonzero(kind == ADJOURN))
        self.sitting &= ~leaving

    def _fail(self, rows: Truths) -> None:
        if self.table.whole:
            self._end(rows, Outcome.FAILED)
            return
        some = rows & self.initialled.any(axis=0)
        self._end(some, Outcome.PARTIAL)
        self._end(rows & ~some, Outcome.FAILED)

    def _end(self, rows: Truths, outcome: Outcome) -> None:
        """Ends the talks in `rows`, and keeps what they agreed."""
        if not rows.any():
            return
        self.sitting &= ~rows
        if self.live is None:
            self.outcome += rows.view(np.int8) * np.int8(outcome)
            if self.table.whole and outcome == Outcome.WHOLE:
                self.initialled = self.initialled | (self.standing & -rows.view(np.int8))
            return
        places = rows.nonzero()[0]
        games = self.live.take(places)
        self.outcome[games] = outcome
        if not self.table.whole or outcome == Outcome.WHOLE:
            agreed = self.standing if self.table.whole else self.initialled
            everybody = self._everybody["initialled"] = self._written(self._everybody["initialled"])
            for kept, terms in zip(everybody, agreed, strict=True):
                kept[games] = terms.take(places)

    def _clear(self, rows: Truths) -> None:
        """Forgets who put the package there and who consented, in rows where nothing stands any more."""
        mask = -rows.view(np.int8)
        self.proposer |= mask
        self.consents &= ~mask.view(np.uint8)

    # Carrying few games

    def _staying(self) -> Places | None:
        """Lists the rows to go on with; None where all are carried on."""
        count = int(np.count_nonzero(self.sitting))
        enough = MOST * self.rows if self.live is None else len(self.sitting)
        return None if count == 0 or count >= enough else self.sitting.nonzero()[0]

    def _carry(self, keep: Places | None, without: Collection[str] = ()) -> None:
        """Goes on with the rows to `keep` alone (None: with all), leaving the arrays named in `without` to be made."""
        if keep is None:
            return
        if self.live is None:
            self._everybody = {name: getattr(self, name) for name in {*self._carried, "initialled"}}
        self.live = keep if self.live is None else self.live.take(keep)
        for name in self._carried:
            if name not in without:
                setattr(self, name, getattr(self, name).take(keep, axis=-1))
        if self.table.whole:
            self.initialled = self._nothing[:, : len(keep)]
        self.sitting = np.ones(len(keep), np.bool_)

    def _put_back(self, places: Places) -> None:
        """Puts rows that leave the session among those of all games, if anything of them is looked at again."""
        assert self.live is not None
        if len(places) == 0 or (self.table.whole and self.session == len(self.table.sessions) - 1):
            return
        games = self.live.take(places)
        for name in self._lasting:
            array = getattr(self, name)
            self._everybody[name] = self._written(self._everybody[name])
            flat = self._everybody[name].reshape(-1, self.rows)
            for kept, row in zip(flat, array.reshape(-1, array.shape[-1]), strict=True):
                kept[games] = row.take(places)

    def _written(self, array: NDArray[Any]) -> NDArray[Any]:
        """Returns an array that may be written: one that was nothing so far is made only now."""
        return array.copy() if array is self._nothing else array


def _nothing(shape: tuple[int, ...], dtype: type[np.generic]) -> NDArray[Any]:
    """Makes zeros that take no room and are never written."""
    return np.broadcast_to(np.zeros((), dtype), shape)
