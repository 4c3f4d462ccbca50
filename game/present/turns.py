"""The page of whoever is to decide: a choice, or a turn at a table.

Which of the two it is follows from what is legal.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from game.engine.game import Game
from game.engine.happenings import table_of
from game.engine.history import Entry
from game.engine.legality import LegalChoice
from game.engine.moves import Choose, TableMove
from game.present.accounts import changes
from game.present.bargaining import table_page
from game.present.choosing import decision_page
from game.present.moves import choice_of
from game.present.news import Chair
from game.present.page import DecisionPage, TablePage
from game.present.reader import Reader
from game.present.short_game import was_taken
from game.scenario.model import Step


def turn_page(
    reader: Reader, game: Game, own: Chair, *, read: Collection[str], moves_on: bool = False, brief: bool = False
) -> DecisionPage | TablePage:
    """Makes the page of the reader's turn, for a person who holds the parties `own`.

    At a table, what was said up to the person's last move is left out; at a choice, what lay on the tables of the
    person's parties when each last chose. Where a game `moves_on` from the person's last move, what was read for
    another of their parties is not told as new. In `brief` a choice is told with less beside it.
    """
    step, legal, moved = game.step, game.legal(reader.seat), moved_since(reader, game)
    assert step is not None
    before = _before(game, own) if moves_on else None
    whose = _whose(reader, before)
    if isinstance(legal, LegalChoice):
        choice = choice_of(step, reader.seat)
        assert choice is not None
        mine = (one for one in game.path if one.seat in own and not was_taken(one))
        chosen = {one.seat: one.seq for one in mine if isinstance(one.move, Choose)}
        page = decision_page(reader, step, choice, legal, moved=moved, read=read, chosen=chosen, own=own)
        page = _in_brief(page) if brief else page
        return replace(_without_known(page, reader, game, step, before), whose=whose)
    table = table_of(step, game.scenario)
    assert table is not None
    since = before.seq if before is not None and before.seat != reader.seat else _last_move(reader, game)
    bargained = table_page(reader, step, table, legal, moved=moved, read=read, since=since - 1)
    sat = before is not None and before.step == step.id and isinstance(before.move, TableMove)
    return replace(bargained, whose=whose, fresh=bargained.fresh and not sat)


def _in_brief(page: DecisionPage) -> DecisionPage:
    """A choice without who argued for what at the time, which the debrief tells, and without second thoughts."""
    return replace(
        page,
        advisers=tuple(replace(one, would_change="") for one in page.advisers),
        options=tuple(replace(one, advocate="") for one in page.options),
    )


def _before(game: Game, own: Chair) -> Entry | None:
    """The last move that the person made."""
    return next((one for one in reversed(game.path) if one.seat in own and not was_taken(one)), None)


def _whose(reader: Reader, before: Entry | None) -> str:
    """Says that it is the turn of another party of the same person; empty where it is not."""
    if before is None or before.seat == reader.seat:
        return ""
    return reader.speech("turn.another", party=reader.inside(reader.seat), other=reader.inside(before.seat))


def _without_known(page: DecisionPage, reader: Reader, game: Game, step: Step, before: Entry | None) -> DecisionPage:
    """The page without what was read a moment ago at the same step, for another party of the same person."""
    if before is None or before.seat == reader.seat or before.step != step.id:
        return page
    read = Reader(game.scenario, game.view(before.seat), reader.speech).prose(step.text)
    known = tuple(one for one in page.situation if one in read)
    told = reader.speech("turn.same-situation", other=reader.inside(before.seat))
    fresh = tuple(one for one in page.situation if one not in known)
    return replace(page, situation=(*((told,) if known else ()), *fresh), known=known)


def moved_since(reader: Reader, game: Game) -> dict[str, int]:
    """Tells how each column has changed since the reader's last move of their own, as far as the reader knows."""
    mine = (entry.seq for entry in game.path if entry.seat == reader.view.viewer and not was_taken(entry))
    since = max(mine, default=0)
    recent = (one for one in reader.view.happenings() if one.seq >= since > 0)
    return changes(account for happening in recent for account in happening.accounts)


def _last_move(reader: Reader, game: Game) -> int:
    """The entry of the reader's last move, 0 before the first."""
    return max((entry.seq for entry in game.path if entry.seat == reader.view.viewer), default=0)
