"""How many moves a party can still count on: by rounds and, where a table has hours, by what is left of them.

Of an agenda each session has its own clock: what is live is to be settled before it ends. The last two are one: what
is called up for the end may be argued one day and settled the next.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import PROPOSE, Packages, TableAsk
from game.engine.conference import Conference

_LAST_SESSIONS = 2
"""The sessions of an agenda that are bargained as one, and in which the dearest matters are called up."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The mover's own moves: those from this one on, and all that it had."""

    left: int
    all: int


def clock_of(ask: TableAsk, hours_left: int | None = None) -> Clock:
    """Reads the clock of the mover where it has `hours_left` in this session."""
    conference, rounds = ask.table.conference, ask.table.rounds
    if conference is None or not (conference.live or conference.hours):
        return Clock(ask.turns_left, sum(rounds))
    here = _by_hours(ask, ask.rounds - ask.round, hours_left)
    in_all = [_by_hours(ask, rounds[n], _hours(conference, n)) for n in range(len(rounds))]
    here, first = min(here, in_all[ask.session]), 0
    if conference.live:
        if not is_late(ask):
            return Clock(here, in_all[ask.session])
        first = max(0, len(rounds) - _LAST_SESSIONS)
    return Clock(here + sum(in_all[ask.session + 1 :]), sum(in_all[first:]))


def is_late(ask: TableAsk) -> bool:
    """Tells whether the session is one of the last two: time for what is dearest."""
    return len(ask.table.sessions) - ask.session <= _LAST_SESSIONS


def proposal_costs(ask: TableAsk, terms: Packages, plain: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Computes the hours that proposals would take, of which `plain` tells the options newly named in plain words."""
    conference = ask.table.conference or Conference()
    counted = (plain & (terms != 0)).sum(axis=0, dtype=np.int32)
    costs: NDArray[np.int32] = counted * np.int32(conference.plain_cost) + np.int32(conference.costs[PROPOSE])
    return costs


def newly_plain(ask: TableAsk, terms: Packages, standing: Packages) -> NDArray[np.bool_]:
    """Tells where terms name an option in plain words that does not stand already."""
    conference = ask.table.conference or Conference()
    plain = np.zeros(terms.shape, np.bool_)
    for issue, bits in enumerate(conference.plain):
        if bits:
            plain[issue] = (np.int32(bits) << 1 >> terms[issue]) & 1 == 1
    found: NDArray[np.bool_] = plain & (terms != standing)
    return found


def _hours(conference: Conference, session: int) -> int | None:
    return conference.hours[session] if conference.hours else None


def _by_hours(ask: TableAsk, rounds: int, hours: int | None) -> int:
    """Counts the moves of one party that rounds and hours leave, if each move takes one option in plain words."""
    conference = ask.table.conference
    if conference is None or hours is None:
        return rounds
    usual = conference.costs[PROPOSE] + (conference.plain_cost if any(conference.plain) else 0)
    if usual == 0:
        return rounds
    return min(rounds, max(1, -(-hours // (usual * len(ask.table.parties)))))
