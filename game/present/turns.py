"""The page of whoever is to decide: a choice, or a turn at a table.

Which of the two it is follows from what is legal.
"""

from __future__ import annotations

from collections.abc import Collection

from game.engine.game import Game
from game.engine.happenings import table_of
from game.engine.legality import LegalChoice
from game.engine.moves import Choose
from game.present.accounts import changes
from game.present.bargaining import table_page
from game.present.choosing import decision_page
from game.present.moves import choice_of
from game.present.news import Chair
from game.present.page import DecisionPage, TablePage
from game.present.reader import Reader
from game.present.short_game import was_taken


def turn_page(reader: Reader, game: Game, own: Chair, *, read: Collection[str]) -> DecisionPage | TablePage:
    """Makes the page of the reader's turn, for a person who holds the parties `own`.

    At a table, what was said up to the reader's last move is left out; at a choice, what lay on the tables of the
    person's parties when each last chose.
    """
    step, legal, moved = game.step, game.legal(reader.seat), moved_since(reader, game)
    assert step is not None
    if isinstance(legal, LegalChoice):
        choice = choice_of(step, reader.seat)
        assert choice is not None
        mine = (one for one in game.path if one.seat in own and not was_taken(one))
        chosen = {one.seat: one.seq for one in mine if isinstance(one.move, Choose)}
        return decision_page(reader, step, choice, legal, moved=moved, read=read, chosen=chosen, own=own)
    table = table_of(step, game.scenario)
    assert table is not None
    return table_page(reader, step, table, legal, moved=moved, read=read, since=_last_move(reader, game) - 1)


def moved_since(reader: Reader, game: Game) -> dict[str, int]:
    """Tells how each column has changed since the reader's last move, as far as the reader knows."""
    since = _last_move(reader, game)
    recent = (one for one in reader.view.happenings() if one.seq >= since > 0)
    return changes(account for happening in recent for account in happening.accounts)


def _last_move(reader: Reader, game: Game) -> int:
    """The entry of the reader's last move, 0 before the first."""
    return max((entry.seq for entry in game.path if entry.seat == reader.view.viewer), default=0)
