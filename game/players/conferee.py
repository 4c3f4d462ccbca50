"""How the strategist bargains where sessions have an agenda: for a package of what is live, and out of dead ends.

It links what is live, gives step by step what the others want most for what it costs, and keeps the dearest matters for
the end. What all ask for alike it keeps among its chips while talks go on; where they have come to nothing it settles
that first, so that the next session has room for something else, unless what has not moved leaves the agenda and makes
that room. It does not press: raising one's voice costs one of the few moves of a session, and gained nothing when it
was tried.
"""

from __future__ import annotations

import numpy as np

from game.engine.asks import Packages, Truths
from game.negotiation.common_ground import common_ground
from game.players.bargaining import Offer
from game.players.situations import Situation
from game.players.trades import Trades


class Conferee(Trades):
    """Trades over what is live, and settles alone what nobody disputes when nothing else moves."""

    presses = False

    def alone(self, situation: Situation, offer: Offer) -> Packages:
        """Finds what to settle by itself: what all ask for, in the first round after sessions without a result.

        Nothing where what does not move leaves the agenda.
        """
        conference = situation.ask.table.conference
        makes_room = conference is not None and conference.unmoved_leave
        if makes_room or situation.ask.round or not situation.ask.session:
            return np.zeros_like(offer.packages)
        others = [place for place in range(len(situation.ask.table.parties)) if place != situation.ask.party]
        bound = np.array([[bits >> place & 1 for bits in situation.ask.table.binds] for place in others], np.bool_)
        terms = common_ground(
            situation.valuation,
            offer.packages,
            situation.positions,
            bound,
            situation.nameable,
            situation.initialled,
        )
        return terms * _at_a_standstill(situation)


def _at_a_standstill(situation: Situation) -> Truths:
    """Tells where the sessions so far have settled no more than one issue each."""
    standstill: Truths = (situation.initialled != 0).sum(axis=0) <= situation.ask.session
    return standstill
