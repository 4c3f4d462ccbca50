"""A table as the engine holds it: its rules compiled to numbers, and the state of the talks as columns.

The state lives while the table may still meet and dies when it closes, except for what was agreed. Every
array has a row per game; parties and issues are told by their place, options by their number from 1.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

import numpy as np
from numpy.typing import NDArray

from game.engine.agreeing import Agreeing
from game.engine.asks import ACCEPT, PRESS, PROPOSE, Numbers, Packages, Places, SessionResult, TableMoves, Truths
from game.engine.conference import Conference
from game.engine.constants import constant, everywhere
from game.engine.packing import Packed, Packing, packing_of
from game.negotiation.worths import Valuation
from game.scenario.table_rules import Outcome

Absent = Callable[[int, Places], Truths]
"""Tells in which of some rows that the talks carry an absentee, by its number, consents."""

_PROPOSE, _ACCEPT, _PRESS = (constant(kind, np.int8) for kind in (PROPOSE, ACCEPT, PRESS))
_ZERO = constant(0, np.uint8)

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
    tells_who_walked_out: bool = False
    tells_who_backed_down: bool = False
    partners: tuple[int, ...] = ()
    """By party: a bit for each other party here that sits on its side; empty where nobody has a partner."""

    packing: Packing = field(init=False, compare=False)
    """How packages of this table are packed."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "packing", packing_of(len(self.issues), max(map(len, self.options))))

    def moves_left(self, session: int, round_: int) -> int:
        """Counts one party's own moves from this round to the end of the last session, this one included."""
        return self.rounds[session] - round_ + sum(self.rounds[session + 1 :])

    def is_final(self, session: int, round_: int, party: int) -> bool:
        """Tells whether this is the last mover's move in the last round of the last session."""
        return self.moves_left(session, round_) == 1 and party == len(self.parties) - 1


class Talks(Agreeing):
    """The state of one table in every game; `outcome` is 0 while it is open.

    `remembers` False leaves out who proposes, the parties' positions, the last and the `earlier` ones before these, and
    how far each is pressed, for batches in which no seat looks at them, and makes the packages only when there are any.
    `recalls` False leaves out `said`, all that each party has offered so far by its moves.
    """

    def __init__(self, table: CompiledTable, rows: int, *, remembers: bool = True, recalls: bool = True) -> None:
        super().__init__(table, rows, remembers=remembers)
        issues, parties = len(table.issues), len(table.parties)
        shape = (parties, issues, rows)
        self.positions = np.zeros(shape, np.int8) if remembers else everywhere(0, np.int8, *shape)
        self.earlier = self.positions.copy() if remembers else self.positions
        self.recalls = remembers and recalls
        self.said = np.zeros((parties, sum(table.rounds) if self.recalls else 0, issues, rows), np.int8)
        """What each party has offered at each of its moves, `(parties, moves, issues, rows)`; 0 where nothing."""
        self.pressed = np.zeros(rows, np.uint8)
        self.presses = bool(table.pressers) and remembers
        """Whether the `pressure` on each party is kept, by which its walk-away value has fallen for the session."""
        pressures = (parties, rows)
        self.pressure = np.zeros(pressures, np.int16) if self.presses else everywhere(0, np.int16, *pressures)
        self.session_held = False
        self.round = 0
        self.mover = 0
        self.turn = 0
        self.nominating = False
        """Whether the agenda of the session is being made."""
        self.refusals: list[int] = []
        self.off_agenda: list[int] = []
        """The issues that left the agenda, in the first game, as its last session ended: nobody had moved."""
        self.walked_out = np.zeros(rows if table.tells_who_walked_out else 0, np.int8)
        """By game: who walked out while something else could be done, as the party's place + 1; 0 for nobody."""
        told = (parties, rows if table.tells_who_backed_down else 0)
        self.against = np.zeros(told, table.packing.dtype)
        """By party and game, packed: the offer of others that lay there when the party last pressed."""
        self.end_of_session = 0
        """Why the session ended in the first game: a number of `SESSION_ENDS`; 0 where it ran out or was left."""
        self._lasting = ["standing_packed", "consents"] + ["proposer", "positions", "earlier"] * remembers
        self._lasting += ["said"] * self.recalls
        self._lasting += [] if table.whole else ["initialled_packed"]
        self._carried = [*self._lasting, *["pressed"] * bool(table.pressers), *["pressure"] * self.presses]
        self._lasting = [*self._lasting, "pressed"] if table.press_once else self._lasting
        self._alone = _binding_alone(table)
        self._every, self._never = (everywhere(truth, np.bool_, rows) for truth in (True, False))

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
            if self.presses:
                self.pressure[:] = 0
        self._carry(self._staying())

    def may(self) -> tuple[Truths, ...]:
        """Tells which kinds the mover may play in every row: index by PROPOSE … NOMINATE."""
        rows = len(self.sitting)
        every, never, final = self._every[:rows], self._never[:rows], self.final
        bit = constant(1 << self.mover, np.uint8)
        accept = self.stands & ((self.consents & bit) == _ZERO)
        can_press = self.table.pressers & 1 << self.mover and not final
        press = ((self.pressed & bit) == _ZERO) if can_press else never
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
        self._carry_all()

    def play(self, moves: TableMoves, absent: Absent | None = None) -> Places | None:
        """Applies the mover's moves to the rows in session; `absent` is asked where there are absentees.

        Presses are only noted: returns the rows that press (None: nobody), whose outcome is chance's to draw.
        """
        kind = moves.kind * self.sitting.view(np.int8)
        bit = constant(1 << self.mover, np.uint8)
        accepts = kind == _ACCEPT
        if np.count_nonzero(accepts):
            self.consents |= accepts.view(np.uint8) * bit
            self._settle(accepts)
        self._leave(kind)
        presses = kind == _PRESS if self.table.pressers & 1 << self.mover else None
        if presses is not None:
            self.pressed |= presses.view(np.uint8) * bit
        keep = self._staying(moves.proposing)
        kept = self._propose(moves, kind == _PROPOSE, keep)
        if presses is None:
            return None
        for rows in (keep, kept):
            presses = presses if rows is None else presses.take(rows)
        places = presses.nonzero()[0]
        return places if len(places) else None

    def conclude(self, result: SessionResult, absent: Absent | None = None) -> None:
        """Lets all who sit there consent at once to what a session comes to, in the rows in session where it does."""
        agreed = result.agreed & self.sitting
        self.standing_packed = result.terms & self.packing.masks(agreed)
        self.consents = agreed.view(np.uint8) * self._needed
        self._settle(agreed)

    def push(self, places: Places, outcomes: Numbers) -> None:
        """Lets what came of the mover's press, by the number of the outcome, weigh on the others in these rows."""
        if not self.presses:
            return
        points = np.asarray((0, *self.table.press_points), np.int16).take(outcomes)
        for party in range(len(self.table.parties)):
            if party != self.mover:
                self.pressure[party][places] += points

    def _walk_out(self, rows: Places) -> None:
        """Keeps that the mover walks out in these rows; as the last word it is no more than a refusal."""
        if self.table.tells_who_walked_out and not self.final:
            self.walked_out[rows if self.live is None else self.live.take(rows)] = self.mover + 1

    def _walk_out_where(self, walking: Numbers) -> None:
        """Keeps that the mover walks out, as `_walk_out` does; nobody has walked out before in these games."""
        if self.table.tells_who_walked_out and not self.final:
            self.walked_out += walking * constant(self.mover + 1, np.int8)

    def press_against(self, places: Places, games: Places) -> None:
        """Keeps the offer that lies there while the mover presses in these rows, unless the mover consents to it."""
        lying = self.standing_packed.take(places)
        lying *= (self.consents.take(places) >> np.uint8(self.mover) & np.uint8(1)) ^ np.uint8(1)
        self.against[self.mover][games] = lying

    def backed_down(self, party: int, games: Places | None) -> Truths:
        """Tells, for some games (None: all), where a party has signed the very offer that it last pressed against."""
        against, signed = self.against[party], self.initialled_packed
        if games is not None:
            against, signed = against.take(games), signed.take(games)
        same = against == (signed if self.table.whole else signed & self.packing.named(against))
        found: Truths = same & (against != self.packing.nothing)
        return found

    # Proposing

    def _proposed(self, moves: TableMoves) -> Packed:
        return self.packing.pack(moves.terms) if moves.packed is None else moves.packed

    def _open_terms(self, moves: TableMoves) -> Packed:
        """Returns what is proposed without what is settled, which a seat that packs its terms does not name."""
        terms = self._proposed(moves)
        if self.table.whole or moves.packed is not None:
            return terms
        initialled = self.initialled_packed
        return terms & ~self.packing.named(initialled if moves.proposing is None else initialled.take(moves.proposing))

    def _propose(self, moves: TableMoves, proposes: Truths, keep: Places | None) -> Places | None:
        """Puts packages on the table, and goes on with the rows to `keep` (None: with all).

        Returns which of these are kept where some proposals needed nobody else's consent (None: all).
        """
        if moves.proposing is None and keep is None:
            if proposes.any():
                self._cover(self._open_terms(moves), proposes)
        else:
            places = proposes.nonzero()[0] if moves.proposing is None else moves.proposing
            terms = self._open_terms(moves)
            self._lay(places, terms if moves.proposing is not None else terms.take(places), proposes, keep)
        if not self._binds_alone():
            return None
        self._settle(proposes if keep is None else proposes.take(keep))
        staying = self._staying()
        self._carry(staying)
        return staying

    def _cover(self, terms: Packed, proposes: Truths) -> None:
        """Puts the proposed packages on the table by a mask over all rows."""
        mask = self.packing.masks(proposes)
        if self.standing_packed.flags.writeable:
            self.standing_packed ^= (self.standing_packed ^ terms) & mask
        else:  # nothing has been proposed before
            self.standing_packed = terms & mask
        if self.remembers:
            self._remember(self.packing.unpack(terms), -proposes.view(np.int8))
        self._sign(proposes)

    def _remember(self, terms: Packages, mask: NDArray[np.int8]) -> None:
        """Keeps what the mover now offers, and what it offered before, where the mask is set."""
        named = mask if self.table.whole else mask & -(terms != 0).view(np.int8)
        mine, before = self.positions[self.mover], self.earlier[self.mover]
        before ^= (before ^ mine) & mask
        mine ^= (mine ^ terms) & named
        if self.recalls:
            self.said[self.mover, self._move()] = terms & mask

    def _move(self) -> int:
        """Counts the mover's own moves before this one, of all sessions."""
        return sum(self.table.rounds[: self.session]) + self.round

    def _lay(self, places: Places, terms: Packed, proposes: Truths, keep: Places | None) -> None:
        """Puts the packages of the rows in `places` on the table."""
        left = len(self.sitting) if keep is None else len(keep)
        if len(places) == left and self.table.whole and not self.remembers:
            self._carry(keep, without=("standing_packed", "consents"))
            self.standing_packed = terms  # every row that goes on has a new package: nothing of the old ones stays
            self.consents = np.full(left, 1 << self.mover, np.uint8)
            return
        self._carry(keep)
        self.standing_packed = self._written(self.standing_packed)
        if keep is not None:
            proposes = proposes.take(keep)
            places = proposes.nonzero()[0]
        if self.remembers:
            self._remember_at(places, self.packing.unpack(terms))
        self.standing_packed[places] = terms
        self._sign(proposes)

    def _remember_at(self, places: Places, terms: Packages) -> None:
        """Keeps the mover's offers in some rows; one row of memory at a time is the fast way."""
        for mine, before, options in zip(self.positions[self.mover], self.earlier[self.mover], terms, strict=True):
            held = mine.take(places)
            before[places] = held
            mine[places] = np.where(options == 0, held, options)
        if self.recalls:
            self.said[self.mover, self._move()][:, places] = terms

    def _sign(self, proposes: Truths) -> None:
        """Makes the mover the proposer, with its own consent alone."""
        mask = -proposes.view(np.int8)
        if self.remembers:
            self.proposer ^= (self.proposer ^ constant(self.mover, np.int8)) & mask
        self.consents ^= (self.consents ^ constant(1 << self.mover, np.uint8)) & mask.view(np.uint8)

    def _binds_alone(self) -> bool:
        """Tells whether the mover's own consent may be all that a package or an issue needs."""
        return bool(self._alone & 1 << self.mover)


def _binding_alone(table: CompiledTable) -> int:
    """Tells by a bit for each party whether its own consent may be all that a package or an issue needs."""
    needed = [reduce(or_, table.binds)] if table.whole else table.binds
    owns = [1 << party for party in range(len(table.parties))]
    return sum(own for own in owns if any(not bits & ~own for bits in needed))
