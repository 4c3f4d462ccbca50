"""The list of moves so far, for one viewer, with the branches that were left behind.

A package is told by what its mover changed in it, since the whole stands at the table.

A move of another seat is listed only where the view tells of it; on a branch left behind only the viewer's
own moves are. Nothing here goes anywhere in the tree.
"""

from __future__ import annotations

from collections.abc import Collection

from game.engine.game import Game
from game.engine.happenings import table_of
from game.engine.history import Entry
from game.engine.moves import TableMove
from game.present.entering import was_before
from game.present.moves import listed_offer, move_words, talk_words
from game.present.page import HistoryPage
from game.present.parts import Action, HistoryLine
from game.present.reader import Reader
from game.present.short_game import was_spared, was_taken


def history_page(reader: Reader, game: Game, own: Collection[str], elsewhere: Collection[str]) -> HistoryPage:
    """Makes the list; `own` are the parties of those who look, `elsewhere` those of them told of other branches."""
    past = {entry.seq for entry in game.path}
    told = {(one.step, one.party) for one in reader.view.happenings() if one.move is not None}
    shown = [
        entry
        for entry in game.history
        if entry.seat in (own if entry.seq in past else elsewhere)
        or (entry.seq in past and (entry.step, entry.seat) in told)
    ]
    lines = tuple(_line(reader, game, entry, own, past, first=entry is shown[0]) for entry in shown)
    return HistoryPage(
        title=reader.speech("history.title"),
        seat=reader.whose,
        lines=lines,
        note=reader.speech("history.note") if lines else reader.speech("history.none"),
        actions=tuple(Action(f"go:{line.seq}", line.words) for line in lines if line.own),
    )


def _line(
    reader: Reader, game: Game, entry: Entry, own: Collection[str], past: set[int], *, first: bool
) -> HistoryLine:
    step = reader.scenario.steps[entry.step]
    told = entry_words(reader, game, entry)
    words = _marked(reader, entry, told, with_reason=entry.seat in own)
    lead, terms = _listed(reader, game, entry) if words == told else ("", ())
    return HistoryLine(
        seq=entry.seq,
        date=reader.dates(step, stated=first),
        title=reader.line(step.title),
        words=words,
        own=entry.seat in own and not was_taken(entry),
        here=entry.seq == game.seq,
        past=entry.seq in past,
        lead=lead,
        terms=terms,
    )


def _marked(reader: Reader, entry: Entry, words: str, *, with_reason: bool) -> str:
    """Adds the reason that was typed, to one's own decisions alone, or that the short game decided."""
    if was_spared(entry):
        return reader.speech("short.history", words=words)
    if was_before(entry):
        return reader.speech("late.history", words=words)
    if with_reason and entry.reason:
        return reader.speech("history.reason", words=words, reason=" ".join(entry.reason.split()))
    return words


def entry_words(reader: Reader, game: Game, entry: Entry) -> str:
    """Words one entry of the tree, on whatever branch it is."""
    step = reader.scenario.steps[entry.step]
    table = table_of(step, reader.scenario)
    if table is None or not isinstance(entry.move, TableMove):
        return move_words(reader, step, entry.seat, entry.move)
    return talk_words(reader, table, entry.seat, entry.move, _offered_before(game, entry, table.sessions))


def _listed(reader: Reader, game: Game, entry: Entry) -> tuple[str, tuple[str, ...]]:
    """The terms of an offer of several, and what stands above them; nothing for any other entry."""
    table = table_of(reader.scenario.steps[entry.step], reader.scenario)
    if table is None or not isinstance(entry.move, TableMove):
        return "", ()
    return listed_offer(reader, table, entry.seat, entry.move, _offered_before(game, entry, table.sessions))


def _offered_before(game: Game, entry: Entry, sessions: Collection[str]) -> dict[str, str]:
    """What the mover of an entry had offered at this table by then, on the entry's own branch."""
    terms: dict[str, str] = {}
    for one in game.history.path(entry.parent):
        if one.seat == entry.seat and one.step in sessions and isinstance(one.move, TableMove):
            terms |= one.move.terms
    return terms
