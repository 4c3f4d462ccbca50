"""The style `strategist`: models the others from their offers, plans its way down, and offers what is best for all.

At a choice it looks ahead (`game.players.foresight`), and takes the option with the highest expected interest.

It goes by its own values and by what was said at the table, nothing else, and neither offers nor accepts anything
below its walk-away value. That is for whole packages; where issues are initialled one by one it bargains as `trades`
does, which reckons with what is live, what is settled and the hours.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import ChoiceAsk, Numbers, TableAsk, TableMoves
from game.engine.chance import Stream
from game.negotiation.outlook import Memory, Outlook, listed, look
from game.negotiation.planning import Plan, plan_for, settles_for
from game.negotiation.prospects import Book
from game.negotiation.worths import Valuation
from game.players.bargaining import BargainingSeat, Offer, reserve
from game.players.clocks import Clock
from game.players.foresight import GAMES, Foresight
from game.players.situations import Situation
from game.players.trades import Trades

_ROWS_SEARCHED = 4096
_CELLS_AT_ONCE = 300_000
"""Packages times rows that are looked at together: what they need fits into the memory of small machines."""


class Strategist(BargainingSeat):
    """Plans; by a `plan` of its own, or by the one for as many parties as there are."""

    style = "strategist"
    recalls = True
    presses = True

    def __init__(self, plan: Plan | None = None, games: int = GAMES) -> None:
        super().__init__()
        self._foresight = Foresight(games)
        self._plan = plan
        self._books: dict[int, tuple[Valuation, Book | None]] = {}
        self._by_issue = Trades()

    def choose(self, ask: ChoiceAsk, stream: Stream) -> Numbers:
        """Takes what is expected to serve it best in the end; draws nothing."""
        return self._foresight.choose(ask)

    def bargain(self, ask: TableAsk, stream: Stream) -> TableMoves:
        """Makes a move in every row; draws nothing."""
        return super().bargain(ask, stream) if ask.table.whole else self._by_issue.bargain(ask, stream)

    def share(self, clock: Clock, parties: int) -> int:
        """Concedes by its outlook, not by the clock alone."""
        return 0

    def plan(self, situation: Situation) -> Plan:
        """Returns the plan that it goes by."""
        return self._plan or plan_for(len(situation.ask.table.parties))

    def offer(self, situation: Situation, floors: NDArray[np.int32], share: int) -> Offer:
        """Finds what gives the others most of what is worth what it asks for."""
        parts = [self._offer(situation.at(rows), floors[rows]) for rows in self._at_once(situation)]
        if len(parts) == 1:
            return parts[0]
        content_at = [part.content_at for part in parts if part.content_at is not None]
        return Offer(
            np.concatenate([part.packages for part in parts], axis=1),
            np.concatenate([part.worth for part in parts]),
            np.concatenate(content_at) if content_at else None,
        )

    def last_word_at(self, situation: Situation) -> NDArray[np.int32]:
        """Computes what it settles for."""
        floors = reserve(situation)
        parts = [self._settles_for(situation.at(rows), floors[rows]) for rows in self._at_once(situation)]
        return np.concatenate(parts)

    def _offer(self, situation: Situation, floors: NDArray[np.int32]) -> Offer:
        outlook = self._look(situation, floors)
        packages, worths = outlook.finder.offer(self.plan(situation), outlook.asked, outlook.late)
        content = np.minimum(worths, outlook.worth_of(outlook.asked))
        if situation.clock.left == 1:
            content = np.minimum(content, outlook.worth_of(outlook.fair))
        return Offer(packages, worths, np.maximum(content, floors))

    def _settles_for(self, situation: Situation, floors: NDArray[np.int32]) -> NDArray[np.int32]:
        outlook = self._look(situation, floors)
        return np.maximum(outlook.worth_of(settles_for(self.plan(situation), outlook.fair, outlook.given)), floors)

    def _look(self, situation: Situation, floors: NDArray[np.int32]) -> Outlook:
        """Works out the outlook; moves that were lost to adjourning have passed like others."""
        memory = Memory(situation.own_said, situation.others_said, situation.positions)
        book, clock = self._book(situation.valuation), situation.clock
        return look(situation.valuation, floors, memory, self.plan(situation), clock.all, clock.left, book)

    def _book(self, valuation: Valuation) -> Book | None:
        if id(valuation) not in self._books:
            self._books[id(valuation)] = (valuation, listed(valuation))
        return self._books[id(valuation)][1]

    def _at_once(self, situation: Situation) -> list[NDArray[np.intp]]:
        """Parts the rows so that what is looked at together stays small."""
        book = self._book(situation.valuation)
        size = _ROWS_SEARCHED if book is None else max(1, _CELLS_AT_ONCE // len(book.worths))
        return [np.arange(first, min(first + size, situation.count)) for first in range(0, situation.count, size)]
