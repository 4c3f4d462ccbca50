"""The style `strategist`: models the others from their offers, plans its way down, and offers what is best for all.

At a choice it looks ahead (`game.players.foresight`), and takes the option with the highest expected interest.

It goes by its own values and by what was said at the table, nothing else, and neither offers nor accepts anything
below its walk-away value. Where issues are initialled one by one it plans over those that are still open, and where
there is an agenda it bargains as `game.players.conferee` tells, which reckons with what is live and with the hours.
What one of its own side has laid on the table it signs if it can, and tries to please the others alone.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import ChoiceAsk, Numbers, Packages, TableAsk, TableMoves, Truths
from game.engine.chance import Stream
from game.engine.tables import CompiledTable
from game.negotiation.finding import Found
from game.negotiation.heard import best_heard
from game.negotiation.opponent_model import FULL
from game.negotiation.outlook import Memory, Outlook, listed, look
from game.negotiation.planning import Plan, plan_for, settles_for
from game.negotiation.prospects import Book
from game.negotiation.worths import Valuation
from game.players.bargaining import BargainingSeat, Offer, reserve
from game.players.clocks import Clock
from game.players.conferee import Conferee
from game.players.foresight import GAMES, Foresight
from game.players.situations import Situation

_FEW_MOVES = 8
"""With so few moves of its own it can teach nobody that waiting does not pay."""
_IN_FEW_MOVES = replace(plan_for(2), stern=100, lenient=100, premium=150, search=0)
"""Between two in few moves: with its last word it takes what is worth a little more than its walk-away value."""
_VERY_FEW_MOVES, _BEND = 6, Fraction(5, 2)
"""In even fewer it comes down a little sooner, to be heard at all: the second, divided by its moves, bends the way."""
_BY_ISSUE = replace(plan_for(2), exponent=Fraction(2), stern=0, lenient=0, premium=0, search=0)
"""The same where issues are initialled one by one: it comes down to its fair share sooner, and stays there."""
_NARROW = 600
"""A party whose walk-away value is so many thousandths of its best has little room."""
_SLACK, _SLACK_LAST = 700, 400
"""So many thousandths of its fair share it then gives; less where the last word is its own."""

_NEARLY_ALL = 800
"""So many thousandths of what there is to gain it takes at the end of a session: the next may never be held."""

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
        self._conferee = Conferee()

    def choose(self, ask: ChoiceAsk, stream: Stream) -> Numbers:
        """Takes what is expected to serve it best in the end; draws nothing."""
        return self._foresight.choose(ask)

    def bargain(self, ask: TableAsk, stream: Stream) -> TableMoves:
        """Makes a move in every row; draws nothing."""
        return super().bargain(ask, stream) if ask.live is None else self._conferee.bargain(ask, stream)

    def signs_at_once(self, situation: Situation) -> Truths:
        """Tells where one of its own side has spoken for both: it does not outbid what the others have not answered."""
        return situation.laid_by_partner

    def share(self, clock: Clock, parties: int) -> int:
        """Concedes by its outlook, not by the clock alone."""
        return 0

    def plan(self, situation: Situation) -> Plan:
        """Returns the plan that it goes by."""
        return self._plan or _usual_plan(situation.ask.table, situation.clock.all)

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
        asked = _asked(situation, floors, outlook)
        packages, worths = outlook.finder.offer(self.plan(situation), asked, outlook.late)
        packages, worths = self._given_back(situation, floors, outlook, (packages, worths))
        content = np.minimum(worths, outlook.worth_of(asked))
        if situation.clock.left == 1:
            content = np.minimum(content, outlook.worth_of(self._at_last(situation, outlook, packages)))
        elif situation.ask.round == situation.ask.rounds - 1:
            content = np.minimum(content, outlook.worth_of(np.full_like(asked, _NEARLY_ALL)))
        return Offer(packages, worths, np.maximum(content, floors))

    def _at_last(self, situation: Situation, outlook: Outlook, packages: Packages) -> NDArray[np.int64]:
        """Computes the share that it takes at its last move: what is fair, while all others may still answer it.

        It settles for less where they may not, between two where the zone of agreement seems narrow, and among more
        where it would but repeat its last offers, of which two are looked at.
        """
        if not situation.ask.table.whole:
            return outlook.fair
        settled = settles_for(self.plan(situation), outlook.fair, outlook.given)
        if situation.ask.party > 0:
            return settled
        if len(situation.ask.table.parties) == 2:
            return self._where_narrow(situation, outlook)
        before = situation.own_said[:-1][-2:]
        repeated = (before == packages).all(axis=1).all(axis=0) & (len(before) > 0)
        return np.where(repeated, settled, outlook.fair)

    def _given_back(self, situation: Situation, floors: NDArray[np.int32], outlook: Outlook, found: Found) -> Found:
        """Offers at its last proposal the best that the other has offered, if that will do in a zone that seems narrow.

        What the other has offered it can take itself, and what else it can take is hard to find.
        """
        table, last = situation.ask.table, 1 + (situation.ask.party > 0)
        if len(table.parties) != 2 or not table.whole or situation.clock.left != last or not outlook.narrow.any():
            return found
        packages, worths, spoken = best_heard(situation.valuation, situation.opponents_said[0])
        least = np.maximum(outlook.worth_of(self._where_narrow(situation, outlook)), floors)
        back = spoken & (worths >= least) & (outlook.narrow > 0)
        return np.where(back, packages, found[0]), np.where(back, worths, found[1])

    def _where_narrow(self, situation: Situation, outlook: Outlook) -> NDArray[np.int64]:
        """Computes the share that will do late: what is fair, and less the narrower the zone of agreement seems."""
        settled = settles_for(self.plan(situation), outlook.fair, outlook.given)
        return outlook.fair - (outlook.fair - settled) * outlook.narrow // FULL

    def _settles_for(self, situation: Situation, floors: NDArray[np.int32]) -> NDArray[np.int32]:
        outlook = self._look(situation, floors)
        return np.maximum(outlook.worth_of(settles_for(self.plan(situation), outlook.fair, outlook.given)), floors)

    def _look(self, situation: Situation, floors: NDArray[np.int32]) -> Outlook:
        """Works out the outlook; moves that were lost to adjourning have passed like others."""
        memory = Memory(situation.own_said, situation.opponents_said, situation.opposed_positions)
        clock, fixed = situation.clock, None if situation.ask.table.whole else situation.fixed
        book = self._book(situation.valuation) if fixed is None else None
        return look(situation.valuation, floors, memory, self.plan(situation), clock.all, clock.left, book, fixed)

    def _book(self, valuation: Valuation) -> Book | None:
        if id(valuation) not in self._books:
            self._books[id(valuation)] = (valuation, listed(valuation))
        return self._books[id(valuation)][1]

    def _at_once(self, situation: Situation) -> list[NDArray[np.intp]]:
        """Parts the rows so that what is looked at together stays small."""
        book = self._book(situation.valuation)
        size = _ROWS_SEARCHED if book is None else max(1, _CELLS_AT_ONCE // len(book.worths))
        return [np.arange(first, min(first + size, situation.count)) for first in range(0, situation.count, size)]


def _usual_plan(table: CompiledTable, moves: int) -> Plan:
    """Returns the plan for a table at which each party has so many moves."""
    parties = len(table.parties)
    if parties > 2 or moves > _FEW_MOVES:
        return plan_for(parties)
    if not table.whole:
        return _BY_ISSUE
    return replace(_IN_FEW_MOVES, exponent=_BEND / moves) if moves <= _VERY_FEW_MOVES else _IN_FEW_MOVES


def _asked(situation: Situation, floors: NDArray[np.int32], outlook: Outlook) -> NDArray[np.int64]:
    """Computes what it asks for: of few offers, the last come near its walk-away value where little is to be had.

    That is so where its own walk-away value is high, and where sessions have passed without a deal.
    """
    table = situation.ask.table
    if situation.clock.all > _FEW_MOVES or not outlook.late or len(table.parties) > 2 or not table.whole:
        return outlook.asked
    best = outlook.worth_of(np.full(len(floors), FULL)).astype(np.int64)
    narrow = (floors.astype(np.int64) * FULL >= _NARROW * best) | (situation.ask.session > 0)
    slack = _SLACK if situation.ask.party + 1 < len(table.parties) else _SLACK_LAST
    near = outlook.fair * (FULL - slack) // FULL
    return np.where(narrow, np.minimum(outlook.asked, near), outlook.asked)
