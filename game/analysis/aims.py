"""What a party that plans believed of the others at a table, and aimed at: worked out again from what was said.

It knows no more than the party did: its own values, and the offers. For whoever reads about talks that are over.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.tables import played_values
from game.engine.asks import ChoiceAsk, Numbers, TableAsk, TableMoves
from game.engine.chance import Stream
from game.engine.game import Game
from game.engine.moves import TableMove
from game.engine.tables import CompiledTable
from game.negotiation.logrolling import best_package
from game.negotiation.opponent_model import Points, estimate
from game.negotiation.prospects import points_given
from game.negotiation.worths import Valuation
from game.players.seats import Seat
from game.players.strategist import Strategist

DEAREST = 3
"""The issues told of that were thought dearest to another party."""

Said = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Belief:
    """What was made of one other party: its `dearest` issues, and the `least` that it would take.

    `least` is in hundredths of all that it may want, as its lowest offer shows; None where that was not reckoned.
    """

    other: str
    dearest: tuple[str, ...]
    least: int | None


@dataclass(frozen=True, slots=True)
class Aims:
    """What a party believed, and what each of its offers `asked` for: hundredths of what it could gain.

    0 is its walk-away value, 100 its best package, what is not named counts as left open; empty where issues came up by
    an agenda. Of others that made no offer it believed nothing that it had not presumed: they are left out.
    """

    party: str
    asked: tuple[int, ...]
    beliefs: tuple[Belief, ...]

    def as_json(self) -> dict[str, object]:
        """Describes the aims with stable keys."""
        return {
            "asked": list(self.asked),
            "beliefs": [asdict(belief) | {"dearest": list(belief.dearest)} for belief in self.beliefs],
        }


def aims_at(game: Game, step: str, styles: Mapping[str, str]) -> tuple[Aims, ...]:
    """Works out what each party that planned made of the talks at a table that has closed."""
    table = game.program.tables[step].table
    seated = [place for place, party in enumerate(table.parties) if styles.get(party) == Strategist.style]
    if not seated:
        return ()
    values, said = played_values(game, step), _said_in(game, table)
    return tuple(aims_of(table, place, values.valuations[place], values.walk_aways[place], said) for place in seated)


def aims_of(table: CompiledTable, place: int, valuation: Valuation, walk_away: int, said: Said) -> Aims:
    """Works out what the party at a place made of talks in which this was said, `(parties, moves, issues)`."""
    by_agenda = table.conference is not None and bool(table.conference.live)
    beliefs = tuple(
        _belief(table, party, estimate(valuation, said[party, ..., None]), said[party], by_agenda)
        for party in range(len(table.parties))
        if party != place and said[party].any()
    )
    floor = walk_away * valuation.total_weight
    return Aims(table.parties[place], () if by_agenda else _shares(valuation, floor, said[place]), beliefs)


def _shares(valuation: Valuation, floor: int, offers: Said) -> tuple[int, ...]:
    """Computes what its own offers were worth to a party, in hundredths of what it could gain; `(moves, issues)`."""
    best = int(best_package(valuation, np.zeros((valuation.issues, 1), np.int8)).worth[0])
    worths = valuation.worth(offers[offers.any(axis=1)].T).tolist()
    return tuple((worth - floor) * 100 // max(best - floor, 1) for worth in worths)


def _belief(table: CompiledTable, party: int, points: Points, offers: Said, by_agenda: bool) -> Belief:
    weights = np.array([int(part.max()) for part in points])
    dearest = np.argsort(-weights, kind="stable")[:DEAREST].tolist()
    least = None if by_agenda else min(_asked(points, offer) for offer in offers if offer.any()) // 10
    return Belief(table.parties[party], tuple(table.issues[issue] for issue in dearest), least)


def _asked(points: Points, offer: Said) -> int:
    return int(points_given(points, offer[:, None])[0])


def _said_in(game: Game, table: CompiledTable) -> Said:
    """Reads from the moves of a game what each party offered at each of its own, `(parties, moves, issues)`."""
    said = np.zeros((len(table.parties), sum(table.rounds), len(table.issues)), np.int8)
    made: dict[tuple[str, str], int] = {}
    for entry in game.path:
        if entry.step not in table.sessions or not isinstance(entry.move, TableMove) or entry.move.kind == "nominate":
            continue
        turn = made.setdefault((entry.step, entry.seat), 0)
        made[entry.step, entry.seat] += 1
        offers = said[table.parties.index(entry.seat), sum(table.rounds[: table.sessions.index(entry.step)]) + turn]
        for issue, option in entry.move.terms.items():
            place = table.issues.index(issue)
            offers[place] = table.options[place].index(option) + 1
    return said


class Listening:
    """A seat that keeps what it heard and said in the one talk that it sits at."""

    looks_back = True
    recalls = True

    def __init__(self, seat: Seat) -> None:
        self.seat, self.style = seat, seat.style
        self._last: tuple[TableAsk, Said] | None = None

    def choose(self, ask: ChoiceAsk, stream: Stream) -> Numbers:
        """Lets the seat choose."""
        return self.seat.choose(ask, stream)

    def bargain(self, ask: TableAsk, stream: Stream) -> TableMoves:
        """Lets the seat bargain, and keeps what has been said so far."""
        if not ask.nominating:
            self._last = ask, ask.said[..., 0].copy()
        return self.seat.bargain(ask, stream)

    def aims(self) -> Aims | None:
        """Works out what the party made of the talk; None where it never came to its turn."""
        if self._last is None:
            return None
        ask, said = self._last
        valuation = ask.table.valuations[ask.party][int(ask.value_set[0])]
        return aims_of(ask.table, ask.party, valuation, int(np.clip(ask.walk_away[0], 0, 100)), said)
