"""What a seat is asked, for one game or for many at once, and what it answers.

An ask is all that a seat gets: columns that its party may read, its own values, what has been said at the
table, and which moves are legal. One row is one game. Nothing here decides or applies anything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from game.engine.packing import Packed, Packing
    from game.engine.tables import CompiledTable
    from game.engine.world import World

Column = NDArray[np.int8] | NDArray[np.int16] | NDArray[np.int32]
Numbers = NDArray[np.int8]
"""Option numbers, shape `(rows,)`; 0 means none."""
Packages = NDArray[np.int8]
"""Option numbers by issue, shape `(issues, rows)`; 0 means unnamed."""
Truths = NDArray[np.bool_]
Places = NDArray[np.intp]
"""Places of some rows among all, in order."""

Value = TypeVar("Value")
Given: TypeAlias = Value | Callable[[], Value]
"""A value, or what makes it when it is first looked at."""

PROPOSE, ACCEPT, PRESS, ADJOURN, WALK_OUT, NOMINATE = 1, 2, 3, 4, 5, 6
"""The numbers of the kinds of table move, in the order of `game.engine.moves.TABLE_KINDS`."""


@dataclass(frozen=True, slots=True)
class ChoiceAsk:
    """A choice put to one party.

    `columns` reads by name what the party knows (true values) or believes (constants); `legal` has a row of
    truths per option, in file order, or None where every option is legal in every row. `gain` tells, per
    option, the points of interest (Σ weight × value) that its effects would bring at once, by the party's own
    beliefs: shape `(options, rows)`, computed when called. `recorded` is the recorded option's number and
    `fallback` its fallback's (0 for none); `on_record` tells which rows have kept to the record so far. These
    three are for the record-follower alone.
    """

    step: str
    party: str
    options: tuple[str, ...]
    rows: int
    columns: Mapping[str, Column]
    legal: Sequence[Truths] | None
    gain: Callable[[], NDArray[np.int32]]
    recorded: int
    fallback: int
    on_record: Truths
    believed: Callable[[Places, NDArray[np.int64], int], World]
    """Makes the games that the party could think it is in, for some rows asked, with numbers and a seed of dice: see
    `game.engine.believing`."""


class TableAsk:
    """A turn at a table put to one party; packages are `(issues, rows)`.

    `party` is the place of the mover in `table.parties`. `round` counts from 0 within the session of
    `rounds`; `turn` counts every party's moves of the session from 0; `turns_left` counts the mover's own moves
    from this one to the end of the last session. `final`: only accepting or walking out is legal (nothing
    standing: walking out). `nominating`: the agenda of the session is being made, and nominating alone is legal.

    The array arguments may be given as callables; they are called at the first look, so that a seat pays
    only for what it reads.
    """

    def __init__(
        self,
        *,
        step: str,
        table: CompiledTable,
        party: int,
        session: int,
        round: int,
        rounds: int,
        turns_left: int,
        final: bool,
        rows: int,
        turn: int,
        standing: Given[Packages],
        proposer: Given[Numbers],
        consents: Given[NDArray[np.uint8]],
        initialled: Given[Packages],
        positions: Given[NDArray[np.int8]],
        walk_away: Given[NDArray[np.int32]],
        value_set: Given[Numbers],
        may: Given[Sequence[Truths]],
        on_record: Given[Truths],
        asked: Given[Truths] | None = None,
        nominating: bool = False,
        live: Given[Truths] | None = None,
        room: Given[Numbers] | None = None,
        hours_left: Given[NDArray[np.int32]] | None = None,
        refused: Given[NDArray[np.uint8]] | None = None,
        earlier: Given[NDArray[np.int8]] | None = None,
        said: Given[NDArray[np.int8]] | None = None,
        standing_set: Given[Packed] | None = None,
        nameable_set: Given[Packed] | None = None,
        nominable_set: Given[Packed] | None = None,
    ) -> None:
        self.step, self.table, self.party = step, table, party
        self.session, self.round, self.rounds, self.turn = session, round, rounds, turn
        self.turns_left, self.final, self.rows = turns_left, final, rows
        self._standing, self._proposer, self._consents = standing, proposer, consents
        self._initialled, self._positions, self._walk_away = initialled, positions, walk_away
        self._value_set, self._may, self._on_record, self._asked = value_set, may, on_record, asked
        self.nominating, self._live, self._room = nominating, live, room
        self._hours_left, self._refused = hours_left, refused
        self._earlier = positions if earlier is None else earlier
        self._said = said
        self._standing_set, self._nameable_set, self._nominable_set = standing_set, nameable_set, nominable_set

    @cached_property
    def standing(self) -> Packages:
        """What lies on the table (0 where nothing stands)."""
        return _value(self._standing)

    @cached_property
    def standing_packed(self) -> Packed:
        """The same, packed: one integer a row."""
        return self.table.packing.pack(self.standing) if self._standing_set is None else _value(self._standing_set)

    @cached_property
    def proposer(self) -> Numbers:
        """The place of the party who put it there (−1: nobody)."""
        return _value(self._proposer)

    @cached_property
    def consents(self) -> NDArray[np.uint8]:
        """Who has consented to it: a bit per party."""
        return _value(self._consents)

    @cached_property
    def initialled(self) -> Packages:
        """What has been settled for good (agreement by issue)."""
        return _value(self._initialled)

    @cached_property
    def positions(self) -> NDArray[np.int8]:
        """What each party last offered, `(parties, issues, rows)`; 0: never."""
        return _value(self._positions)

    @cached_property
    def earlier(self) -> NDArray[np.int8]:
        """What each party's position was before its last offer, `(parties, issues, rows)`; 0: none."""
        return _value(self._earlier)

    @cached_property
    def said(self) -> NDArray[np.int8]:
        """What each party has offered at each of its moves of all sessions, `(parties, moves, issues, rows)`.

        0 where it offered nothing, or has not moved yet. For seats that recall: for others the last positions alone.
        """
        return self.positions[:, None] if self._said is None else _value(self._said)

    @cached_property
    def walk_away(self) -> NDArray[np.int32]:
        """The mover's own walk-away value, 0–100, less what pressing has taken off it."""
        return _value(self._walk_away)

    @cached_property
    def value_set(self) -> Numbers:
        """Which of `table.valuations[party]` holds."""
        return _value(self._value_set)

    @cached_property
    def may(self) -> Sequence[Truths]:
        """Which kinds are legal: a row of truths per kind, by PROPOSE … NOMINATE."""
        return _value(self._may)

    @cached_property
    def on_record(self) -> Truths:
        """Which rows have kept to the record so far; for the record-follower alone."""
        return _value(self._on_record)

    @cached_property
    def asked(self) -> Truths:
        """Which rows are in session: in the others no answer is heeded."""
        return np.ones(self.rows, np.bool_) if self._asked is None else _value(self._asked)

    @cached_property
    def live(self) -> Truths | None:
        """Which issues are on the agenda and open, `(issues, rows)`; None at a table without one."""
        return None if self._live is None else _value(self._live)

    @cached_property
    def room(self) -> Numbers | None:
        """How many more issues there is room for on the agenda; None at a table without one."""
        return None if self._room is None else _value(self._room)

    @cached_property
    def hours_left(self) -> NDArray[np.int32] | None:
        """The hours that are left of the session; None at a table without hours."""
        return None if self._hours_left is None else _value(self._hours_left)

    @cached_property
    def refused(self) -> NDArray[np.uint8] | None:
        """What absentees have refused so far: a bit for each option number − 1, by issue; None where none is asked."""
        return None if self._refused is None else _value(self._refused)

    @cached_property
    def nameable(self) -> Truths:
        """Which issues may be named in a proposal or pressed, `(issues, rows)`."""
        if self.live is not None:
            return self.live
        is_open: Truths = self.initialled == 0
        return is_open

    @cached_property
    def nameable_set(self) -> Packed:
        """The same, packed: a set of issues in every row."""
        if self._nameable_set is not None:
            return _value(self._nameable_set)
        packing = self.table.packing
        return packing.named(packing.pack(self.nameable))

    @cached_property
    def nominable_set(self) -> Packed:
        """Which issues may be put on the agenda, a set of issues in every row: neither settled nor on it."""
        assert self._nominable_set is not None, "nominations are asked for by a world alone"
        return _value(self._nominable_set)


def _value(given: Given[Value]) -> Value:
    return given() if callable(given) else given


class TableMoves:
    """Answers at a table: kinds of shape `(rows,)`, terms `(issues, rows)` and pressed issue numbers from 1.

    Terms are read where the kind is PROPOSE, `pressed` where it is PRESS. A seat that makes terms for the rows
    alone that propose lists these in `proposing`, all of them and none that is not asked; its terms are then
    `(issues, len(proposing))`. `nominated`, of shape `(issues, rows)`, is read where the kind is NOMINATE; None: nobody
    nominates anything. A seat that has its terms, or the sets that it nominates, packed gives them `packed` as well,
    with open issues alone.
    """

    def __init__(
        self,
        kind: Numbers,
        terms: Given[Packages],
        pressed: Given[Numbers],
        proposing: Places | None = None,
        nominated: Given[Truths | None] = None,
        packed: Packed | None = None,
    ) -> None:
        self.kind, self.proposing, self.packed = kind, proposing, packed
        self._terms, self._pressed, self._nominated = terms, pressed, nominated

    @cached_property
    def terms(self) -> Packages:
        """What is proposed, `(issues, rows)`."""
        return _value(self._terms)

    @cached_property
    def pressed(self) -> Numbers:
        """The issue that is pressed, by its number."""
        return _value(self._pressed)

    @cached_property
    def nominated(self) -> Truths | None:
        """What is nominated, `(issues, rows)`."""
        return _value(self._nominated)

    def same_terms(self, places: Places, terms: NDArray[np.int8], packing: Packing) -> Truths:
        """Tells in which of some rows, all of them proposing, the terms are these."""
        columns = places if self.proposing is None else np.searchsorted(self.proposing, places)
        if self.packed is not None:
            same: Truths = self.packed.take(columns) == packing.pack(terms[:, None])
        else:
            same = (self.terms.take(columns, axis=1) == terms[:, None]).all(axis=0)
        return same

    def same_nomination(self, places: Places, nominated: Truths) -> Truths:
        """Tells in which of some rows, all of them nominating, the issues are these."""
        if self.nominated is None:
            return np.full(len(places), not nominated.any())
        same: Truths = (self.nominated.take(places, axis=1) == nominated[:, None]).all(axis=0)
        return same


@dataclass(frozen=True, slots=True)
class SessionResult:
    """What a whole session of talks comes to in imagined games, in place of the moves of those who sit there.

    Where it is `agreed`, all of them consent at once to `terms`: packages, packed, with open issues alone.
    """

    agreed: Truths
    terms: Packed
