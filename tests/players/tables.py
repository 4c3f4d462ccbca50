"""Invented tables and talks at them, for tests of players: the engine's own talks, without a scenario."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

import numpy as np

from game.engine.asks import Numbers, Packages, TableAsk, TableMoves
from game.engine.chance import Stream, game_keys, salt
from game.engine.tables import CompiledTable, RecordedMove, Talks
from game.negotiation.worths import Valuation
from game.players.seats import Seat
from game.scenario.table_rules import Outcome
from tests.negotiation.valuations import valuation

Sets = Sequence[Sequence[Valuation]]


def table_of(
    valuations: Sets,
    rounds: Sequence[int] = (8,),
    *,
    whole: bool = True,
    binds: Sequence[int] | None = None,
    pressers: int = 0,
    record: Sequence[Sequence[RecordedMove]] | None = None,
    outcome: Outcome = Outcome.FAILED,
) -> CompiledTable:
    """Makes a table; `valuations` are by party and value set."""
    sizes = [len(score) - 1 for score in valuations[0][0].scores]
    parties = tuple("abcd"[: len(valuations)])
    return CompiledTable(
        step="talks",
        parties=parties,
        whole=whole,
        issues=tuple(f"issue-{place}" for place in range(len(sizes))),
        options=tuple(tuple(f"option-{number}" for number in range(1, size + 1)) for size in sizes),
        binds=tuple(binds or [(1 << len(parties)) - 1] * len(sizes)),
        unsettled=valuations[0][0].unsettled,
        valuations=tuple(tuple(sets) for sets in valuations),
        sessions=tuple(f"session-{place}" for place in range(len(rounds))),
        rounds=tuple(rounds),
        pressers=pressers,
        press_points=(10,),
        record=tuple(tuple(moves) for moves in record or [()] * len(rounds)),
        record_outcome=outcome,
    )


def drawn_table(
    sizes: Sequence[int],
    parties: int,
    seed: int,
    rounds: Sequence[int] = (8,),
    *,
    linkages: int = 1,
    opposed: float = 0.7,
) -> CompiledTable:
    """Draws a table whose parties disagree on most issues."""
    random = Random(seed)
    first = valuation(sizes, random, linkages=linkages)
    others = [valuation(sizes, random, linkages=linkages, against=first, opposed=opposed) for _ in range(parties - 1)]
    return table_of([[values] for values in (first, *others)], rounds)


def ask_of(talks: Talks, walk_aways: np.ndarray, sets: np.ndarray | None = None, on_record: bool = False) -> TableAsk:
    """Makes the mover's ask for every row; `walk_aways` and `sets` have shape `(parties, rows)`."""
    table, party, rows = talks.table, talks.mover, talks.rows
    return TableAsk(
        step=table.step,
        table=table,
        party=party,
        session=talks.session,
        round=talks.round,
        rounds=table.rounds[talks.session],
        turns_left=table.moves_left(talks.session, talks.round),
        final=table.is_final(talks.session, talks.round, party),
        rows=rows,
        turn=talks.turn,
        standing=talks.standing,
        proposer=talks.proposer,
        consents=talks.consents,
        initialled=talks.initialled,
        positions=talks.positions,
        earlier=talks.earlier,
        said=talks.said,
        walk_away=np.maximum(walk_aways[party] - talks.pressure[party], 0).astype(np.int32),
        value_set=np.zeros(rows, np.int8) if sets is None else sets[party].astype(np.int8),
        may=talks.may(),
        on_record=np.full(rows, on_record),
    )


class AllCarried(Talks):
    """Talks that carry all games to the end, so that each ask has a row for each game."""

    def _staying(self, *_: object) -> None:
        return None


@dataclass
class Held:
    """Talks that were held, with every move and what the mover was asked."""

    talks: Talks
    moves: list[tuple[TableAsk, TableMoves, Numbers]] = field(default_factory=list)
    """The ask (its arrays as they were), the answer, and which rows were in session."""

    @property
    def agreed(self) -> Packages:
        return self.talks.agreed()

    def worth(self, party: int, number: int = 0) -> np.ndarray:
        return self.talks.table.valuations[party][number].worth(self.agreed)


def hold(
    table: CompiledTable,
    seats: Sequence[Seat],
    walk_aways: np.ndarray,
    *,
    seed: int = 0,
    sets: np.ndarray | None = None,
    on_record: bool = False,
    first: int = 0,
) -> Held:
    """Holds talks in every row of `walk_aways`, shape `(parties, rows)`; each success of pressing counts."""
    rows = walk_aways.shape[1]
    talks, keys = AllCarried(table, rows), game_keys(seed, np.arange(first, first + rows))
    held = Held(talks)
    for session in range(len(table.sessions)):
        talks.open_session(session, np.ones(rows, np.bool_))
        while talks.in_session.any():
            ask = frozen(ask_of(talks, walk_aways, sets, on_record))
            moves = seats[talks.mover].bargain(ask, Stream(keys, salt("seat", session, talks.mover, talks.turn)))
            held.moves.append((ask, in_every_row(moves), talks.in_session.astype(np.int8)))
            pressing = talks.play(moves)
            if pressing is not None:
                others = [party for party in range(len(table.parties)) if party != talks.mover]
                for party in others:
                    talks.pressure[party, pressing] += np.int16(table.press_points[0])
            talks.advance()
    talks.end_session()
    talks.close_unfinished()
    return held


def in_every_row(moves: TableMoves) -> TableMoves:
    """The same moves with terms for every row, 0 in those that do not propose, if the seat made them for some."""
    if moves.proposing is None:
        return moves
    terms = np.zeros((len(moves.terms), len(moves.kind)), np.int8)
    terms[:, moves.proposing] = moves.terms
    return TableMoves(moves.kind, terms, moves.pressed)


def frozen(ask: TableAsk) -> TableAsk:
    """Copies an ask's arrays, so that they stay as they were when it was put."""
    return TableAsk(
        **{name: getattr(ask, name) for name in ("step", "table", "party", "session", "round", "rounds", "turn")},
        **{name: getattr(ask, name) for name in ("turns_left", "final", "rows")},
        **{name: getattr(ask, name).copy() for name in ("standing", "proposer", "consents", "initialled")},
        **{name: getattr(ask, name).copy() for name in ("positions", "earlier", "said")},
        **{name: getattr(ask, name).copy() for name in ("walk_away", "value_set", "on_record")},
        may=[np.array(truths) for truths in ask.may],
    )
