"""What the bargaining styles have in common: when to accept, offer, press, adjourn or walk out.

A party never offers nor accepts what is worth less than its walk-away value. It accepts what is worth at least
what it would offer next and, with its last word, whatever is worth walking away from nothing. It walks out only
when the last word is its own and nothing acceptable stands. What to offer is each style's own matter.

Of an agenda it bargains over what is live, as if the rest stayed open, and wants of it the part of what there is to
gain that its walk-away value is of the whole; what is named just as it would have it, it accepts by itself. It never
offers again what an absentee refused. Where its next offer would spend the hours, it accepts what is acceptable, and it
names no more in plain words than the hours allow.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
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
from game.negotiation.logrolling import best_package
from game.negotiation.worths import Valuation
from game.players.agendas import at_stake, first_among, nominate_dearest_late
from game.players.choosing import choose_by_interest
from game.players.clocks import Clock, newly_plain, proposal_costs
from game.players.situations import Situation, by_value_set

_BEYOND = np.int32(1 << 28)
"""More than any issue can be worth."""


@dataclass(frozen=True, slots=True)
class Offer:
    """The package a party would propose, every issue named, and its worth to the party.

    `content_at` is the worth from which it takes what lies on the table instead; None: the offer's own, and at its
    last move whatever is acceptable.
    """

    packages: Packages
    worth: NDArray[np.int32]
    content_at: NDArray[np.int32] | None = None


Finding = Callable[[Situation, NDArray[np.int32]], Offer]
"""Finds what to propose in every row of a situation, for walk-away worths."""


class BargainingSeat(ABC):
    """A style that concedes by the clock over its moves of all sessions.

    `presses` tells whether it presses near the end.
    """

    style: str
    looks_back = True
    recalls = False
    presses = False

    def __init__(self) -> None:
        self._paths: dict[int, tuple[Valuation, Path]] = {}

    @abstractmethod
    def share(self, clock: Clock, parties: int) -> int:
        """Computes the thousandths of the way from its best to its walk-away value that it has conceded by now."""

    @abstractmethod
    def offer(self, situation: Situation, floors: NDArray[np.int32], share: int) -> Offer:
        """Finds what to propose when `share` thousandths of the way to `floors` are conceded."""

    def choose(self, ask: ChoiceAsk, stream: Stream) -> Numbers:
        """Draws among the legal options by the interest that they serve at once."""
        return choose_by_interest(ask, stream)

    def bargain(self, ask: TableAsk, stream: Stream) -> TableMoves:
        """Makes a move in every row; draws nothing."""
        if ask.nominating:
            return nominate_dearest_late(ask)
        moves = TableMoves(np.zeros(ask.rows, np.int8), np.zeros_like(ask.standing), np.zeros(ask.rows, np.int8))
        for situation in by_value_set(ask):
            part = self._last_word(situation) if ask.final else self._move(situation)
            moves.kind[situation.rows] = part.kind
            moves.terms[:, situation.rows] = part.terms
            moves.pressed[situation.rows] = part.pressed
        return moves

    def last_word_at(self, situation: Situation) -> NDArray[np.int32]:
        """Computes the worth from which the mover accepts when it can do nothing else; never below its reserve."""
        return reserve(situation)

    def alone(self, situation: Situation, offer: Offer) -> Packages:
        """Finds what the mover wants to settle by itself before all else; 0 where it keeps to its offer: everywhere."""
        return np.zeros_like(offer.packages)

    def signs_at_once(self, situation: Situation) -> Truths:
        """Tells where the mover takes what is acceptable although it might ask for more: nowhere."""
        return np.zeros(situation.count, np.bool_)

    def path(self, valuation: Valuation) -> Path:
        """Returns the party's concession path; made once."""
        if id(valuation) not in self._paths:
            self._paths[id(valuation)] = (valuation, concession_path(valuation))
        return self._paths[id(valuation)][1]

    def _last_word(self, situation: Situation) -> TableMoves:
        accepts = situation.may(ACCEPT) & (situation.standing_worth >= self.last_word_at(situation))
        kind = np.where(accepts, np.int8(ACCEPT), np.int8(WALK_OUT))
        return TableMoves(kind, np.zeros_like(situation.named), np.zeros_like(kind))

    def _move(self, situation: Situation) -> TableMoves:
        ask, floors = situation.ask, reserve(situation)
        offer = self.offer(situation, floors, self.share(situation.clock, len(ask.table.parties)))
        offer = _not_refused(situation, offer)
        terms = offer.packages if ask.table.whole else _by_issue(situation, offer, floors)
        alone = self.alone(situation, offer)
        settles = alone.any(axis=0)
        terms, in_time = _in_time(situation, np.where(settles, alone, terms))
        acceptable = situation.standing_worth >= floors
        content = _content(situation, offer) | self.signs_at_once(situation) | ~in_time
        content = acceptable & content | _costs_nothing(situation)
        accepts = situation.may(ACCEPT) & np.where(settles, (situation.named == terms).all(axis=0), content)
        proposes = situation.may(PROPOSE) & ((offer.worth >= floors) | settles) & terms.any(axis=0)
        leaving = np.where(situation.may(ADJOURN), np.int8(ADJOURN), np.int8(WALK_OUT))
        kind = np.where(accepts, np.int8(ACCEPT), np.where(proposes, np.int8(PROPOSE), leaving))
        if not (self.presses and is_time_to_press(ask)):
            return TableMoves(kind, terms, np.zeros_like(kind))
        presses = situation.may(PRESS) & (kind == PROPOSE) & situation.named.any(axis=0) & ~acceptable
        return TableMoves(np.where(presses, np.int8(PRESS), kind), terms, _worst_issue(situation, offer))


def reserve(situation: Situation) -> NDArray[np.int32]:
    """Computes the least that the mover takes: its walk-away value, or what is settled for good if that is more."""
    floors = situation.walk_away_worth
    if situation.ask.live is not None:
        return _part_of_floors(situation, floors)
    if not situation.settled:
        return floors
    secured = situation.valuation.worth(situation.initialled)
    return np.where(situation.initialled.any(axis=0), np.maximum(floors, secured), floors)


def _part_of_floors(situation: Situation, floors: NDArray[np.int32]) -> NDArray[np.int32]:
    """Computes what the mover wants of the live issues: of their gain what its walk-away value is of the whole gain.

    What it has said of some of them before, when others were live beside them, it need not take back for that.
    """
    valuation = situation.valuation
    secured = valuation.worth(situation.initialled).astype(np.int64)
    live = np.maximum(best_package(valuation, situation.fixed).worth - secured, 0)
    whole = np.maximum(best_package(valuation, situation.initialled).worth - secured, 1)
    wanted = np.clip(floors - secured, 0, whole)
    part = secured - (-wanted * live // whole)
    to_be_had = np.maximum(best_package(valuation, situation.said).worth, secured)
    least: NDArray[np.int32] = np.minimum(part, to_be_had).astype(np.int32)
    return least


def where_settled(situation: Situation, floors: NDArray[np.int32], free: Finding, around: Finding) -> Offer:
    """Finds offers by `around` in the rows where something is fixed, and by `free` in the others."""
    if not situation.settled:
        return free(situation, floors)
    held = situation.fixed.any(axis=0)
    if held.all():
        return around(situation, floors)
    packages, worth = np.empty_like(situation.fixed), np.empty_like(floors)
    for rows, find in ((np.flatnonzero(~held), free), (np.flatnonzero(held), around)):
        part = find(situation.at(rows), floors[rows])
        packages[:, rows], worth[rows] = part.packages, part.worth
    return Offer(packages, worth)


def share_conceded(clock: Clock, exponent: Fraction, spare: int = 0) -> int:
    """Computes the thousandths to concede by the mover's moves that the clock has, passed or lost to adjourning.

    All is conceded `spare` moves before the last.
    """
    return conceded(clock.all - clock.left, clock.all - spare, exponent)


def is_time_to_press(ask: TableAsk) -> bool:
    """Tells whether one more move of the mover's own follows in this session, and it is the last of all."""
    return ask.turns_left == 2 and ask.round == ask.rounds - 2


def _content(situation: Situation, offer: Offer) -> Truths:
    """Tells where the mover need not ask for more than lies on the table.

    It need not at its last move, nor where it would offer no better, nor, by issue, where all that is named is
    what it would propose itself.
    """
    if offer.content_at is not None:
        return np.asarray(situation.standing_worth >= offer.content_at, np.bool_)
    if situation.clock.left == 1:
        return np.ones(situation.count, np.bool_)
    content: Truths = situation.standing_worth >= offer.worth
    if not situation.ask.table.whole:
        content |= ((situation.named == 0) | (situation.named == offer.packages)).all(axis=0)
    return content


def _costs_nothing(situation: Situation) -> Truths:
    """Tells where, of an agenda, all that is named is the best that there is for the mover, and no loss in all."""
    if situation.ask.live is None:
        return np.zeros(situation.count, np.bool_)
    best = situation.named != 0
    free: Truths = best.any(axis=0)
    for score, named, is_named in zip(situation.valuation.scores, situation.named, best, strict=True):
        free &= ~is_named | (score.take(named) == score[1:].max())
    free &= situation.standing_worth >= situation.valuation.worth(situation.initialled)
    return free


def _by_issue(situation: Situation, offer: Offer, floors: NDArray[np.int32]) -> Packages:
    """Leaves out what cannot be named; in the second half proposes alone what all ask for, if that is no loss."""
    terms: Packages = np.where(situation.nameable, offer.packages, np.int8(0))
    ask = situation.ask
    if 2 * situation.clock.left > situation.clock.all:
        return terms
    common = terms.copy()
    for party, positions in enumerate(ask.positions):
        if party != ask.party:
            bound = np.array([bits >> party & 1 for bits in ask.table.binds], np.bool_)[:, None]
            common *= (positions[:, situation.rows] == terms) | ~bound
    secured = situation.valuation.worth(common | situation.initialled)
    alone = common.any(axis=0) & (secured >= floors) & (secured < offer.worth)
    return np.where(alone, common, terms)


def _not_refused(situation: Situation, offer: Offer) -> Offer:
    """Puts the next best that no absentee has refused in the place of options that one has; 0 where nothing is left.

    The mover goes back no further than it must: of what is worth more to it the least, else of the rest the most.
    """
    if situation.ask.refused is None:
        return offer
    bits = situation.ask.refused[:, situation.rows]
    packages = offer.packages.copy()
    for issue, score in enumerate(situation.valuation.scores):
        numbers = np.arange(len(score) - 1, dtype=np.uint8)
        free = (bits[issue][None, :] >> numbers[:, None]) & 1 == 0
        refused = ~free[packages[issue] - 1, np.arange(situation.count)]
        more = score[1:, None] - score[packages[issue]]
        ranked = np.where(free, np.where(more >= 0, more, _BEYOND - more), np.int32(2 * _BEYOND))
        nearest = np.where(free.any(axis=0), ranked.argmin(axis=0) + 1, 0).astype(np.int8)
        packages[issue] = np.where(refused & (situation.fixed[issue] == 0), nearest, packages[issue])
    if situation.ask.table.whole:
        packages = packages * (packages != 0).all(axis=0)
    return Offer(packages, situation.valuation.worth(packages), offer.content_at)


def _in_time(situation: Situation, terms: Packages) -> tuple[Packages, Truths]:
    """Leaves out plain words that the hours do not allow, least at stake first; tells where an answer is in time."""
    ask, conference = situation.ask, situation.ask.table.conference
    if ask.hours_left is None or conference is None:
        return terms, np.ones(situation.count, np.bool_)
    left = ask.hours_left[situation.rows]
    plain = newly_plain(ask, terms, situation.named)
    if not ask.table.whole and conference.plain_cost:
        answers = conference.costs[ACCEPT] * max(0, len(ask.table.parties) - 2)
        count = (left - 1 - answers - conference.costs[PROPOSE]) // conference.plain_cost
        stakes = np.broadcast_to(at_stake(situation.valuation)[:, None] + np.int32(1), terms.shape)
        kept = first_among(stakes, plain, np.clip(count, 1, 100).astype(np.int8))
        terms = np.where(plain & ~kept, np.int8(0), terms)
    return terms, left > proposal_costs(ask, terms, plain)


def _worst_issue(situation: Situation, offer: Offer) -> Numbers:
    """Finds the open issue on which what lies on the table falls shortest of the mover's own offer."""
    gaps = [
        np.where(named == 0, 0, score.take(wanted, mode="clip") - score.take(named, mode="clip"))
        for score, named, wanted in zip(situation.valuation.scores, situation.named, offer.packages, strict=True)
    ]
    ranked = np.where(situation.nameable, np.array(gaps), np.iinfo(np.int32).min)
    worst: Numbers = (ranked.argmax(axis=0) + 1).astype(np.int8)
    return worst
