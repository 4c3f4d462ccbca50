"""What one party may take another to want, without a look at what is known to the other alone.

At choices a party is taken to follow its public interests, those that follow from what everybody can see; how it weighs
them is its own secret, so each counts alike. At a table it is taken to want the opposite of what one wants oneself, on
every issue alike, and to leave for less than a stated part of that. What a party itself wants it knows.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.engine.known import immediate_gains
from game.engine.program import Program
from game.negotiation.opponent import FULL, opposition
from game.negotiation.worths import Valuation
from game.scenario.cast import Interest
from game.scenario.reads import columns_read

PUBLIC_WEIGHT = 4
"""What each public interest of another party counts; files weigh interests from 1 to 10."""
MOST_LEANING = 1000
"""No option is taken to be drawn more than so many times as often as one that brings nothing."""

Leanings = Mapping[str, tuple[int, ...]]
"""By step: the weight of each option, in file order."""


def leanings_of(program: Program, party: str, believer: str) -> Leanings:
    """Weighs a party's options by 1 + the points of interest that each would bring at once, from the outset.

    All is taken as the `believer` knows it, who knows all of its own interests, and of others' the public ones.
    """
    weights = None if party == believer else _public_weights(program, party)
    outset = [np.full(1, value, dtype) for value, dtype in zip(program.starts, program.dtypes, strict=True)]
    for place, value in program.hidden_from(believer):
        outset[place][:] = value
    found: dict[str, tuple[int, ...]] = {}
    for step in program.steps:
        for choice in step.choices:
            if choice.party == party:
                gains = immediate_gains(program, step, choice, outset, believer, weights)[:, 0].tolist()
                found[step.step.id] = tuple(min(MOST_LEANING, 1 + max(0, gain)) for gain in gains)
    return found


def presumed_valuation(own: Valuation) -> Valuation:
    """Presumes what a package is worth to somebody who wants the opposite of oneself on every issue alike."""
    scores = tuple(np.concatenate([[0], opposition(score)]).astype(np.int32) for score in own.scores)
    for score, unsettled in zip(scores, own.unsettled, strict=True):
        score[0] = score[unsettled]
    return Valuation(scores, own.unsettled, len(scores) * FULL // 100)


def _public_weights(program: Program, party: str) -> list[int]:
    return [PUBLIC_WEIGHT * _is_public(program, interest) for interest in program.scenario.interests.get(party, ())]


def _is_public(program: Program, interest: Interest) -> bool:
    """Tells whether an interest follows from what everybody may know."""
    columns = program.scenario.columns
    return all(columns[name].known_to is None for name in columns_read(interest.value.tree))
