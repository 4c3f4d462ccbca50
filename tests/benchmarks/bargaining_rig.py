"""Holds talks between seats on a domain, by the engine's own rules for tables, and measures what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import ACCEPT, PROPOSE, WALK_OUT, ChoiceAsk, Numbers, TableAsk, TableMoves
from game.engine.chance import Stream, game_keys, salt
from game.engine.tables import Talks
from game.negotiation.aspiration import SCALE, conceded
from game.negotiation.concession import Path, concession_path
from game.negotiation.worths import Valuation
from game.players.choosing import choose_by_interest
from game.players.seats import Seat
from game.players.situations import by_value_set
from game.scenario.table_rules import Outcome
from tests.benchmarks.bargaining_domains import Domain
from tests.players.tables import ask_of, table_of

EXPONENTS = tuple(
    Fraction(*pair) for pair in ((1, 50), (1, 20), (1, 10), (1, 5), (1, 3), (1, 2), (1, 1), (2, 1), (4, 1), (10, 1))
)
STOPS = (0, 200, 400, 600, 800)
"""How much of the way to the walk-away value is never conceded, in thousandths."""
CURVES = tuple((exponent, stop) for exponent in EXPONENTS for stop in STOPS)


@dataclass(frozen=True)
class Measured:
    """By row: advantages `(parties, rows)`, 0 where none agreed; agreement, product and welfare of the most."""

    advantages: NDArray[np.float64]
    agreed: NDArray[np.bool_]
    nash: NDArray[np.float64]
    welfare: NDArray[np.float64]
    below: int
    """Agreements below somebody's walk-away value, by party as bits."""


def talk(domain: Domain, seats: Sequence[Seat], rounds: int, seed: int = 0, copies: int = 1) -> Measured:
    """Holds talks in every row of a domain; `copies` repeats the rows, each with its own dice."""
    table = table_of([[values] for values in domain.valuations], (rounds,))
    walk_aways = np.tile(domain.walk_aways, copies)
    rows = walk_aways.shape[1]
    talks, keys = _Everybody(table, rows), game_keys(seed, np.arange(rows))
    talks.open_session(0, np.ones(rows, np.bool_))
    while talks.in_session.any():
        ask = ask_of(talks, walk_aways)
        talks.play(seats[talks.mover].bargain(ask, Stream(keys, salt("seat", 0, talks.mover, talks.turn))))
        talks.advance()
    talks.end_session()
    talks.close_unfinished()
    return _measured(domain, talks, copies)


class _Everybody(Talks):
    """Talks that carry all rows to the end, so that each ask has them all."""

    def _staying(self, *_: object) -> None:
        return None


def _measured(domain: Domain, talks: Talks, copies: int) -> Measured:
    agreed = talks.outcome == Outcome.WHOLE
    worths = np.stack([values.worth(talks.agreed()) for values in domain.valuations])
    floors = np.tile(domain.floors, copies)
    gains = np.where(agreed, (worths - floors) / (domain.best - floors), 0.0)
    totals = np.array([values.total_weight for values in domain.valuations])[:, None]
    welfare = np.where(agreed, worths / totals, floors / totals).sum(axis=0)
    products, welfares, _ = domain.ideal
    below = sum(1 << party for party, gain in enumerate(gains) if (gain < 0).any())
    nash = np.clip(gains, 0, None).prod(axis=0) / np.tile(products, copies)
    return Measured(gains, agreed, nash, welfare / np.tile(welfares, copies), below)


class Curves:
    """Time-based parties, one curve in each stretch of rows: they never concede beyond their own stop."""

    style = "curves"
    looks_back = True
    recalls = False

    def __init__(self, curves: Sequence[tuple[Fraction, int]] = CURVES) -> None:
        self.curves = curves
        self._path: tuple[Valuation, Path] | None = None

    def choose(self, ask: ChoiceAsk, stream: Stream) -> Numbers:
        """Draws by interest, as the other styles do."""
        return choose_by_interest(ask, stream)

    def bargain(self, ask: TableAsk, stream: Stream) -> TableMoves:
        """Offers the package of the curve's worth, and accepts what is worth as much."""
        (situation,) = by_value_set(ask)
        path, floors = self.path(situation.valuation), situation.walk_away_worth
        each = ask.rows // len(self.curves)
        shares = np.repeat(
            [self._share(situation.clock.all, situation.clock.left, curve) for curve in self.curves], each
        )
        targets = floors + ((path.best - floors).astype(np.int64) * (SCALE - shares) // SCALE).astype(np.int32)
        terms = path.at(targets)
        content = situation.may(ACCEPT) & (situation.standing_worth >= targets)
        kind = np.where(content, np.int8(ACCEPT), np.int8(WALK_OUT if ask.final else PROPOSE))
        return TableMoves(kind, terms, np.zeros_like(kind))

    def path(self, valuation: Valuation) -> Path:
        """Returns the path of concession."""
        if self._path is None or self._path[0] is not valuation:
            self._path = valuation, concession_path(valuation)
        return self._path[1]

    @staticmethod
    def _share(moves: int, left: int, curve: tuple[Fraction, int]) -> int:
        return conceded(moves - left, moves, curve[0]) * (SCALE - curve[1]) // SCALE
