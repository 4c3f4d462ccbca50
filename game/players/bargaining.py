"""What the bargaining styles have in common: when to accept, offer, press, adjourn or walk out.

A party never offers nor accepts what is worth less than its walk-away value. It accepts what is worth at least
what it would offer next and, with its last word, whatever is worth walking away from nothing. It walks out only
when the last word is its own and nothing acceptable stands. What to offer is each style's own matter.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import (
    ACCEPT,
    ADJOURN,
    PRESS,
    PROPOSE,
    WALK_OUT,
    ChoiceAsk,
    Numbers,
    Packages,
    TableAsk,
    TableMoves,
    Truths,
)
from game.engine.chance import Stream
from game.negotiation.aspiration import conceded
from game.negotiation.concession import Path, concession_path
from game.negotiation.worths import Valuation
from game.players.choosing import choose_by_interest
from game.players.situations import Situation, by_value_set


@dataclass(frozen=True, slots=True)
class Offer:
    """The package a party would propose, every issue named, and its worth to the party."""

    packages: Packages
    worth: NDArray[np.int32]


class BargainingSeat(ABC):
    """A style that concedes by the clock over its moves of all sessions.

    `presses` tells whether it presses near the end.
    """

    style: str
    looks_back = True
    presses = False

    def __init__(self) -> None:
        self._paths: dict[int, tuple[Valuation, Path]] = {}

    @abstractmethod
    def share(self, ask: TableAsk) -> int:
        """Computes the thousandths of the way from its best to its walk-away value that it has conceded by now."""

    @abstractmethod
    def offer(self, situation: Situation, floors: NDArray[np.int32], share: int) -> Offer:
        """Finds what to propose when `share` thousandths of the way to `floors` are conceded."""

    def choose(self, ask: ChoiceAsk, stream: Stream) -> Numbers:
        """Draws among the legal options by the interest that they serve at once."""
        return choose_by_interest(ask, stream)

    def bargain(self, ask: TableAsk, stream: Stream) -> TableMoves:
        """Makes a move in every row; draws nothing."""
        moves = TableMoves(np.zeros(ask.rows, np.int8), np.zeros_like(ask.standing), np.zeros(ask.rows, np.int8))
        for situation in by_value_set(ask):
            part = self._last_word(situation) if ask.final else self._move(situation)
            moves.kind[situation.rows] = part.kind
            moves.terms[:, situation.rows] = part.terms
            moves.pressed[situation.rows] = part.pressed
        return moves

    def path(self, valuation: Valuation) -> Path:
        """Returns the party's concession path; made once."""
        if id(valuation) not in self._paths:
            self._paths[id(valuation)] = (valuation, concession_path(valuation))
        return self._paths[id(valuation)][1]

    def _last_word(self, situation: Situation) -> TableMoves:
        accepts = situation.may(ACCEPT) & (situation.standing_worth >= reserve(situation))
        kind = np.where(accepts, np.int8(ACCEPT), np.int8(WALK_OUT))
        return TableMoves(kind, np.zeros_like(situation.named), np.zeros_like(kind))

    def _move(self, situation: Situation) -> TableMoves:
        ask, floors = situation.ask, reserve(situation)
        offer = self.offer(situation, floors, self.share(ask))
        terms = offer.packages if ask.table.whole else _by_issue(situation, offer, floors)
        acceptable = situation.standing_worth >= floors
        accepts = situation.may(ACCEPT) & acceptable & _content(situation, offer)
        proposes = situation.may(PROPOSE) & (offer.worth >= floors)
        leaving = np.where(situation.may(ADJOURN), np.int8(ADJOURN), np.int8(WALK_OUT))
        kind = np.where(accepts, np.int8(ACCEPT), np.where(proposes, np.int8(PROPOSE), leaving))
        if not (self.presses and is_time_to_press(ask)):
            return TableMoves(kind, terms, np.zeros_like(kind))
        presses = situation.may(PRESS) & (kind == PROPOSE) & situation.named.any(axis=0) & ~acceptable
        return TableMoves(np.where(presses, np.int8(PRESS), kind), terms, _worst_issue(situation, offer))


def reserve(situation: Situation) -> NDArray[np.int32]:
    """Computes the least that the mover takes: its walk-away value, or what is settled for good if that is more."""
    floors = situation.walk_away_worth
    if not situation.settled:
        return floors
    secured = situation.valuation.worth(situation.initialled)
    return np.where(situation.initialled.any(axis=0), np.maximum(floors, secured), floors)


def share_conceded(ask: TableAsk, exponent: Fraction, spare: int = 0) -> int:
    """Computes the thousandths to concede by the mover's moves of all sessions, passed or lost to adjourning.

    All is conceded `spare` moves before the last.
    """
    moves = sum(ask.table.rounds)
    return conceded(moves - ask.turns_left, moves - spare, exponent)


def is_time_to_press(ask: TableAsk) -> bool:
    """Tells whether one more move of the mover's own follows in this session, and it is the last of all."""
    return ask.turns_left == 2 and ask.round == ask.rounds - 2


def _content(situation: Situation, offer: Offer) -> Truths:
    """Tells where the mover need not ask for more than lies on the table.

    It need not at its last move, nor where it would offer no better, nor, by issue, where all that is named is
    what it would propose itself.
    """
    if situation.ask.turns_left == 1:
        return np.ones(situation.count, np.bool_)
    content: Truths = situation.standing_worth >= offer.worth
    if not situation.ask.table.whole:
        content |= ((situation.named == 0) | (situation.named == offer.packages)).all(axis=0)
    return content


def _by_issue(situation: Situation, offer: Offer, floors: NDArray[np.int32]) -> Packages:
    """Leaves out what is settled; in the second half proposes alone what all ask for, if that is no loss."""
    terms: Packages = np.where(situation.initialled == 0, offer.packages, np.int8(0))
    ask = situation.ask
    if 2 * ask.turns_left > sum(ask.table.rounds):
        return terms
    common = terms.copy()
    for party, positions in enumerate(ask.positions):
        if party != ask.party:
            bound = np.array([bits >> party & 1 for bits in ask.table.binds], np.bool_)[:, None]
            common *= (positions[:, situation.rows] == terms) | ~bound
    secured = situation.valuation.worth(common | situation.initialled)
    alone = common.any(axis=0) & (secured >= floors) & (secured < offer.worth)
    return np.where(alone, common, terms)


def _worst_issue(situation: Situation, offer: Offer) -> Numbers:
    """Finds the open issue on which what lies on the table falls shortest of the mover's own offer."""
    gaps = [
        np.where(named == 0, 0, score.take(wanted, mode="clip") - score.take(named, mode="clip"))
        for score, named, wanted in zip(situation.valuation.scores, situation.named, offer.packages, strict=True)
    ]
    ranked = np.where(situation.initialled == 0, np.array(gaps), np.iinfo(np.int32).min)
    worst: Numbers = (ranked.argmax(axis=0) + 1).astype(np.int8)
    return worst
