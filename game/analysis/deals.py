"""What was agreed at a table: the recorded deal, by playing the recorded moves through the table's own rules.

Terms are option ids by issue; what is left open has fallen to its unsettled option. Nothing here compares.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.engine.asks import PROPOSE
from game.engine.game import Game
from game.engine.moves import TableMove
from game.engine.recorded import recorded_talks
from game.engine.tables import CompiledTable
from game.scenario.table_rules import Outcome


@dataclass(frozen=True, slots=True)
class Deal:
    """How a table ended and on what terms; `terms` is empty where the table was not held."""

    outcome: Outcome
    terms: Mapping[str, str]


def recorded_deal(table: CompiledTable) -> Deal:
    """Computes what history agreed at a table, from its recorded moves."""
    if table.record_outcome in (Outcome.NOT_HELD, Outcome.NOT_REACHED):
        return Deal(Outcome.NOT_HELD, {})
    talks = recorded_talks(table)
    return Deal(Outcome(int(talks.outcome[0])), terms_of(table, talks.agreed()[:, 0]))


def last_recorded_offer(table: CompiledTable, party: int) -> dict[str, str]:
    """Returns what a party last offered in history, issue by issue, over all its proposals."""
    terms: dict[str, str] = {}
    for moves in table.record:
        for move in moves:
            if move.party == party and move.kind == PROPOSE:
                terms |= terms_of(table, move.terms)
    return terms


def last_offers(game: Game, step: str) -> dict[str, dict[str, str]]:
    """Returns what each party last offered on the present path at the table opened at `step`, issue by issue."""
    table = game.program.tables[step].table
    offers: dict[str, dict[str, str]] = {party: {} for party in table.parties}
    for entry in game.path:
        if entry.step in table.sessions and isinstance(entry.move, TableMove):
            offers[entry.seat] |= entry.move.terms
    return offers


def terms_of(table: CompiledTable, numbers: np.ndarray[tuple[int, ...], np.dtype[np.int8]]) -> dict[str, str]:
    """Names option numbers by issue; 0 is left out."""
    named = zip(table.issues, table.options, numbers.tolist(), strict=True)
    return {issue: options[number - 1] for issue, options, number in named if number}
