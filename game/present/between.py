"""The pages between decisions: content note, hand-over, what has happened, how it came out.

They only want reading. Which of them comes when is `game.present.sitting`'s to say.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.happenings import Happening
from game.present.happened import Taken
from game.present.page import ConsequencePage, HandOverPage, NotePage, OverPage, Seat
from game.present.parts import Action, Happened
from game.present.reader import Reader
from game.present.short_game import in_brief, told


def note_page(reader: Reader) -> NotePage:
    """Makes the page of what the reader will meet."""
    note = reader.prose(reader.scenario.content_note)
    action = Action("continue", reader.speech("action.continue"))
    return NotePage(reader.line(reader.scenario.title), (*note, reader.speech("note.model")), (action,))


def hand_over_page(reader: Reader, party: str) -> HandOverPage:
    """Makes the page that shows nothing of anybody's, for the person of `party` to come."""
    name = reader.inside(party)
    return HandOverPage(
        title=reader.speech("hand-over.title", party=name),
        seat=Seat(party, reader.party(party)),
        paragraphs=(reader.speech("hand-over.text", party=name),),
        actions=(Action("continue", reader.speech("hand-over.action", party=name)),),
    )


def consequence_page(
    reader: Reader,
    date: str,
    fresh: Sequence[Happening],
    everything: Sequence[Happening],
    taken: Taken = frozenset(),
    since: int = 0,
    *,
    brief: bool = False,
    at_length: bool = False,
) -> ConsequencePage | None:
    """Makes the page of what is `fresh` among everything the viewer may know; None where nothing is to be told.

    `taken` is what the short game decided for persons. What lies before entry `since` had been kept secret: it is not
    told in a `brief` page, which is a list, since the debrief opens it. Such a page can be had `at_length`.
    """
    before, since_then = [one for one in fresh if one.seq < since], [one for one in fresh if one.seq >= since]
    if brief and not at_length:
        latest = in_brief(reader, since_then, everything, taken)
        return _page_of_news(reader, date, latest, "consequence.title.brief", listed=True) if latest else None
    earlier = told(reader, before, everything, taken)
    latest = told(reader, since_then, everything, taken)
    if not earlier and not latest:
        return None
    known = len(earlier) if latest else 0
    return _page_of_news(reader, date, (*earlier, *latest), earlier=known)


def _page_of_news(
    reader: Reader,
    date: str,
    news: tuple[Happened, ...],
    title: str = "consequence.title",
    *,
    earlier: int = 0,
    listed: bool = False,
) -> ConsequencePage:
    longer = (Action("at-length", reader.speech("action.at-length")),) if listed else ()
    return ConsequencePage(
        title=reader.speech(title),
        date=date,
        seat=reader.whose,
        happened=news,
        actions=(Action("continue", reader.speech("action.continue")), *longer),
        earlier=earlier,
    )


def over_page(reader: Reader, date: str, ending: str) -> OverPage:
    """Makes the page of how it came out."""
    reached, alone = reader.scenario.endings[ending], reader.scenario.record.invented
    return OverPage(
        title=reader.line(reached.title),
        date=date,
        ending=reader.prose(reached.text),
        sources=reader.sources(reached.sources),
        actions=(Action("debrief", reader.speech("action.debrief.alone" if alone else "action.debrief")),),
        alone=alone,
    )
