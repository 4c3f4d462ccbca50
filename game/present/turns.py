"""The page of whoever is to decide: a choice, or a turn at a table.

Which of the two it is follows from what is legal. Nothing here knows who sits at the machine.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from game.engine.game import Game
from game.engine.happenings import table_of
from game.engine.legality import LegalChoice
from game.present.bargaining import table_page
from game.present.choosing import decision_page
from game.present.moves import choice_of
from game.present.page import DecisionPage, TablePage
from game.present.reader import Reader


def turn_page(
    reader: Reader,
    game: Game,
    *,
    moved: Mapping[str, int],
    read: Collection[str],
    since: int,
    chosen: Mapping[str, int],
) -> DecisionPage | TablePage:
    """Makes the page of the reader's turn.

    At a table, what was said up to entry `since` is left out; at a choice, what lay on a party's tables when it was
    `chosen` for last.
    """
    step, legal = game.step, game.legal(reader.seat)
    assert step is not None
    if isinstance(legal, LegalChoice):
        choice = choice_of(step, reader.seat)
        assert choice is not None
        return decision_page(reader, step, choice, legal, moved=moved, read=read, chosen=chosen)
    table = table_of(step, game.scenario)
    assert table is not None
    return table_page(reader, step, table, legal, moved=moved, read=read, since=since)
