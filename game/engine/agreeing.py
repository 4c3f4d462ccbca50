"""What consents settle at a table, and how talks end: the packages of every game, and what becomes of them.

What lies on the table and what is initialled are packed, one integer a row, and so are sets of issues: a whole row of
consents is weighed at once. Who proposes, and whose turn it is, is the business of `tables`.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import ADJOURN, WALK_OUT, Packages, Places, Truths
from game.engine.carrying import Carrying
from game.engine.constants import constant, everywhere
from game.engine.packing import Packed
from game.scenario.table_rules import Outcome

if TYPE_CHECKING:
    from game.engine.tables import CompiledTable


_ZERO, _WHOLE = constant(0, np.int8), constant(Outcome.WHOLE, np.int8)
_FAILED = constant(Outcome.FAILED, np.int8)
_NONE = constant(0, np.uint8)
_ADJOURN, _WALK_OUT = constant(ADJOURN, np.int8), constant(WALK_OUT, np.int8)


class Agreeing(Carrying):
    """What stands at one table in every game, who has consented, and what is settled; `outcome` is 0 while it is open.

    `held` tells in which games the table has met, `closed` in which it is over and done with. `remembers` tells whether
    it is kept who is the proposer, which is nobody otherwise.
    """

    def __init__(self, table: CompiledTable, rows: int, *, remembers: bool = True) -> None:
        super().__init__(rows)
        self.remembers = remembers
        self.table, self.packing = table, table.packing
        self.session = 0
        self.outcome = np.zeros(rows, np.int8)
        self.held = np.zeros(rows, np.bool_)
        self.closed = np.zeros(rows, np.bool_)
        self._nothing = everywhere(0, self.packing.dtype.type, rows)
        self.standing_packed: Packed = self._nothing
        self.initialled_packed: Packed = self._nothing
        self.proposer = np.full(rows, -1, np.int8) if remembers else everywhere(-1, np.int8, rows)
        self.consents = np.zeros(rows, np.uint8)
        self._bound = _bound(table)
        self._needed = constant(reduce(or_, table.binds), np.uint8)

    @property
    def standing(self) -> Packages:
        """What lies on the table, `(issues, rows)`; 0 where nothing does."""
        return self.packing.unpack(self.standing_packed)

    @standing.setter
    def standing(self, packages: Packages) -> None:
        self.standing_packed = self.packing.pack(packages)

    @property
    def initialled(self) -> Packages:
        """What has been settled for good, `(issues, rows)`."""
        return self.packing.unpack(self.initialled_packed)

    @initialled.setter
    def initialled(self, packages: Packages) -> None:
        self.initialled_packed = self.packing.pack(packages)

    @property
    def nameable_set(self) -> Packed:
        """Which issues may be named in a proposal or pressed, packed."""
        open_issues: Packed = ~self.packing.named(self.initialled_packed)
        open_issues &= self.packing.every
        return open_issues

    @property
    def stands(self) -> Truths:
        """In which rows a package stands."""
        stands: Truths = self.consents != _NONE  # who proposes consents
        return stands

    @property
    def over(self) -> Truths:
        """In which games the table is over."""
        over: Truths = self.outcome != _ZERO
        return over

    def close_unfinished(self) -> None:
        """Closes the table after its last session: what is initialled stays, the rest is open."""
        self._fail((~self.over & self.held).nonzero()[0])

    def agreed(self, rows: Places | None = None) -> Packages:
        """Returns the settled option by issue, in some rows (None: in all): initialled ones, the rest as unsettled."""
        packing = self.packing
        initialled = self.initialled_packed if rows is None else self.initialled_packed.take(rows)
        if self.table.whole:
            outcome = self.outcome if rows is None else self.outcome.take(rows)
            is_open = packing.masks(outcome != _WHOLE)
        else:
            is_open = ~packing.named(initialled)
        is_open &= sum(option << place * packing.bits for place, option in enumerate(self.table.unsettled))
        is_open |= initialled
        return packing.unpack(is_open)

    # Agreeing

    def _settle(self, rows: Truths) -> None:
        if not self.table.whole:
            self._settle_issues(rows.nonzero()[0])
            return
        done = rows & ((self.consents & self._needed) == self._needed)
        if not np.count_nonzero(done):
            return
        if self.live is None and not self._asks_others():
            self._agree(done)
        else:
            self._end_at(self._package_agreed(done.nonzero()[0]), Outcome.WHOLE)

    def _settle_issues(self, rows: Places) -> None:
        """Initials in some rows whatever all that it binds have consented to."""
        packing, consents = self.packing, self.consents.take(rows)
        bound = [((consents & bits) == bits, issues) for bits, issues in self._bound]
        settling = reduce(or_, (consented for consented, _ in bound)).nonzero()[0]
        if not len(settling):
            return
        rows = rows.take(settling)
        standing = self.standing_packed.take(rows)
        settled = np.zeros_like(standing)
        for consented, issues in bound:
            settled |= standing & (packing.masks(consented.take(settling)) & issues)
        refused = self._issues_refused(rows, settled)
        standing ^= settled
        if refused is not None:
            settled &= ~refused
        self.standing_packed = self._written(self.standing_packed)
        self.standing_packed[rows] = standing
        self._clear_at(rows.take((standing == 0).nonzero()[0]))
        self._initial(rows, settled)

    def _initial(self, rows: Places, settled: Packed) -> None:
        """Keeps what is settled for good, and ends the talks where that is everything."""
        initialled = self.initialled_packed.take(rows)
        initialled |= settled
        self.initialled_packed = self._written(self.initialled_packed)
        self.initialled_packed[rows] = initialled
        complete = self.packing.marks(initialled) == self.packing.ones
        self._end_at(rows[complete], Outcome.WHOLE)

    def _issues_refused(self, rows: Places, settled: Packed) -> Packed | None:
        """Tells which issues, of those settled by those present, are refused by others: none."""
        return None

    def _asks_others(self) -> bool:
        """Tells whether others than those present must consent."""
        return False

    def _package_agreed(self, rows: Places) -> Places:
        """Lists the rows in which the consent of those present settles the package: all of them."""
        return rows

    def _leave(self, kind: NDArray[np.int8]) -> None:
        """Lets go of the rows that adjourn or walk out."""
        if self.live is None and self.table.whole:
            self._leave_whole(kind)
            return
        leaving = (kind >= _ADJOURN).nonzero()[0]
        if not len(leaving):
            return
        walks = kind.take(leaving) == _WALK_OUT
        walking = leaving[walks]
        self._walk_out(walking)
        self._fail(walking)
        if self.live is not None:
            self._put_back(leaving[~walks])
        self.sitting[leaving] = False

    def _leave_whole(self, kind: NDArray[np.int8]) -> None:
        """Lets go of rows where a whole package is at stake, among all games: many at once, by masks."""
        self.sitting &= kind < _ADJOURN
        walking = (kind == _WALK_OUT).view(np.int8)
        self.outcome += walking * _FAILED
        self._walk_out_where(walking)

    def _walk_out(self, rows: Places) -> None:
        """Notes who walks out in these rows: nobody asks."""

    def _walk_out_where(self, walking: NDArray[np.int8]) -> None:
        """Notes who walks out where there is a 1, among all games: nobody asks."""

    def _fail(self, rows: Places) -> None:
        if self.table.whole:
            self._end_at(rows, Outcome.FAILED)
            return
        some = self.initialled_packed.take(rows) != 0
        self._end_at(rows[some], Outcome.PARTIAL)
        self._end_at(rows[~some], Outcome.FAILED)

    def _agree(self, rows: Truths) -> None:
        """Ends the talks with the whole of what stands agreed, among all games: many at once, by a mask."""
        self.sitting &= ~rows
        self.outcome += rows.view(np.int8) * _WHOLE
        self.initialled_packed = self.initialled_packed | (self.standing_packed & self.packing.masks(rows))

    def _end_at(self, rows: Places, outcome: Outcome) -> None:
        """Ends the talks in some rows, and keeps what they agreed."""
        if not len(rows):
            return
        self.sitting[rows] = False
        games = rows if self.live is None else self.live.take(rows)
        self.outcome[games] = constant(outcome, np.int8)
        if self.table.whole and outcome == Outcome.WHOLE:
            self._keep_agreed(games, self.standing_packed.take(rows))
        elif not self.table.whole and self.live is not None:
            self._keep_agreed(games, self.initialled_packed.take(rows))

    def _keep_agreed(self, games: Places, agreed: Packed) -> None:
        """Keeps what some games agreed among what all of them did."""
        if self.live is None:
            everybody = self.initialled_packed = self._written(self.initialled_packed)
        else:
            everybody = self._everybody["initialled_packed"] = self._written(self._everybody["initialled_packed"])
        everybody[games] = agreed

    def _clear_at(self, rows: Places) -> None:
        """Forgets who put the package there and who consented, in rows where nothing stands any more."""
        if self.remembers:
            self.proposer[rows] = -1
        self.consents[rows] = 0

    # Carrying few games

    def _waiting(self) -> tuple[str, ...]:
        return ("initialled_packed",)

    def _light(self) -> bool:
        return self.table.whole and not self.remembers

    def _lost(self) -> bool:
        return self.table.whole and self.session == len(self.table.sessions) - 1


def _bound(table: CompiledTable) -> list[tuple[NDArray[np.uint8], NDArray[np.generic]]]:
    """Lists which parties' consents settle which issues, packed; issues that bind the same parties go together."""
    return [
        (
            constant(bits, np.uint8),
            table.packing.set_of([place for place, binds in enumerate(table.binds) if binds == bits]),
        )
        for bits in sorted(set(table.binds))
    ]
