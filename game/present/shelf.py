"""The pages before a game: the shelf of scenarios and saved games, and who sits where.

Made from what the loader and the storage list; opening and resuming are `game.present.opening`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from game.present.articles import inside_a_sentence, listed_names
from game.present.dates import date_words
from game.present.entering import entrance
from game.present.page import SeatsPage, ShelfPage
from game.present.parts import Action
from game.present.quantities import id_words, party_name
from game.present.shelf_parts import SavedLine, SeatLine, ShelfLine, StyleLine
from game.present.speech import Speech
from game.present.wishes import Length
from game.scenario.cast import Text
from game.scenario.model import Scenario

if TYPE_CHECKING:
    from game.scenario.shelf import ShelfEntry
    from game.storage.places import SaveListing

MOST_SAVED = 9


def shelf_page(
    entries: Sequence[ShelfEntry], saves: Sequence[SaveListing], speech: Speech, most: int = MOST_SAVED
) -> ShelfPage:
    """Makes the shelf: every scenario, and the games last played, so many at `most`."""
    scenarios = tuple(_scenario(entry, speech) for entry in entries)
    known = {entry.id: entry for entry in entries}
    readable = [listing for listing in saves if not listing.problem][:most]
    saved = tuple(_saved(listing, known.get(listing.scenario), speech) for listing in readable)
    opening = [Action(f"open:{one.id}", one.title, not one.problem, one.problem) for one in scenarios]
    resuming = [Action(f"resume:{one.path}", one.title) for one in saved]
    return ShelfPage(
        title=speech("shelf.title"),
        intro=(speech("shelf.intro"),),
        scenarios=scenarios,
        saved=saved,
        actions=(*opening, *resuming),
    )


def seats_page(
    scenario: Scenario, styles: Iterable[str], style: str, speech: Speech, length: Length = "full"
) -> SeatsPage:
    """Makes the page of a scenario before play; `styles` are ids, `style` and `length` the usual ones."""
    lengths = (
        Action("full", speech("length.full", minutes=scenario.minutes_full)),
        Action("short", speech("length.short", minutes=scenario.minutes_short)),
    )
    return SeatsPage(
        title=speech.plain(scenario.title),
        dates=date_words(speech, scenario.first_date, scenario.last_date, stated=True),
        summary=_paragraphs(scenario.summary, speech),
        content_note=_paragraphs(scenario.content_note, speech),
        seats=tuple(seat_lines(scenario, speech)),
        styles=tuple(StyleLine(id_, speech(f"style.{id_}"), speech(f"style.{id_}.name")) for id_ in styles),
        style=style,
        lengths=lengths,
        length=length,
        actions=(Action("begin", speech("action.begin")), Action("back", speech("action.back"))),
    )


def seat_lines(scenario: Scenario, speech: Speech) -> Iterable[SeatLine]:
    """The chairs of a scenario: each party, then each side whose parties one person may hold together."""
    for party in scenario.parties.values():
        late = _comes_in(scenario, (party.id,), speech) if party.playable else ""
        words = late if party.playable else speech("seat.program")
        yield SeatLine(party.id, party_name(scenario, speech, party.id), (party.id,), words, party.playable, "", late)
    for side, parties in scenario.sides.items():
        names = listed_names(speech, [party_name(scenario, speech, party) for party in parties])
        late = _comes_in(scenario, parties, speech)
        playable = all(scenario.parties[party].playable for party in parties)
        named = scenario.side_names.get(side)
        name = speech.plain(named) if named else names
        words = speech("terms.between").join(word for word in (names, late) if word)
        yield SeatLine(side, name, parties, words, playable, names, late)


def _comes_in(scenario: Scenario, parties: Sequence[str], speech: Speech) -> str:
    """When one who holds these parties comes in, where that is late."""
    step = entrance(scenario, parties)
    return speech("seat.enters", date=date_words(speech, scenario.steps[step].date)) if step else ""


def _scenario(entry: ShelfEntry, speech: Speech) -> ShelfLine:
    if entry.error:
        return ShelfLine(entry.id, entry.id, "", "", "", "", entry.error)
    return ShelfLine(
        id=entry.id,
        title=entry.title,
        dates=date_words(speech, entry.first_date, entry.last_date),
        length=speech("shelf.length", full=entry.minutes_full, short=entry.minutes_short),
        seats=listed_names(speech, [_party(entry, party, speech) for party in entry.parties], "or"),
        summary=entry.summary,
        problem="",
        name=entry.name or id_words(entry.id),
        ids=(*entry.parties, *entry.sides),
    )


def _saved(listing: SaveListing, entry: ShelfEntry | None, speech: Speech) -> SavedLine:
    names = [_party(entry, party, speech) for party in listing.parties]
    parties = listed_names(speech, names) or speech("shelf.nobody")
    words = speech.count(
        "shelf.saved",
        listing.moves,
        parties=parties,
        where=_where(listing, entry, speech),
        short=speech(f"shelf.saved.{listing.length}"),
        saved=_saved_at(listing.modified, speech),
    )
    title = entry.title if entry is not None and entry.title else listing.scenario
    return SavedLine(str(listing.path), title, words, bool(listing.ending))


def _where(listing: SaveListing, entry: ShelfEntry | None, speech: Speech) -> str:
    """Where a saved game stands, by the title and the date of the event; saves from before that know the last move."""
    if listing.ending:
        title = entry.endings.get(listing.ending) if entry is not None else ""
        return speech("shelf.saved.finished", title=title or id_words(listing.ending))
    step, key = (listing.waits, "shelf.saved.waits") if listing.waits else (listing.decision, "shelf.saved.past")
    if not step:
        return speech("shelf.beginning")
    line = entry.steps.get(step) if entry is not None else None
    if line is None:
        return speech(key, title=id_words(step), date="").replace(", .", ".")
    return speech(key, title=line.title, date=date_words(speech, line.date, line.until or None))


def _saved_at(modified: float, speech: Speech) -> str:
    time = datetime.fromtimestamp(modified)
    return speech(
        "shelf.saved.time",
        date=date_words(speech, time.date().isoformat()),
        hour=f"{time.hour:02}",
        minute=f"{time.minute:02}",
    )


def _party(entry: ShelfEntry | None, party: str, speech: Speech) -> str:
    """Names a party within a sentence, as its file does: "the Soviet Union"."""
    name = entry.names.get(party) if entry is not None else ""
    return inside_a_sentence(speech, name or id_words(party))


def _paragraphs(text: Text, speech: Speech) -> tuple[str, ...]:
    return tuple(" ".join(piece.split()) for piece in speech.plain(text).split("\n\n") if piece.strip())
