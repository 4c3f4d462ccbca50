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
) -> ConsequencePage | None:
    """Makes the page of what is `fresh` among everything the viewer may know; None where nothing is to be told.

    `taken` is what the short game decided for persons. What lies before entry `since` is told as what was kept secret,
    and in `brief` not at all: the debrief opens it. A page in brief can be had at length.
    """
    if brief:
        latest = in_brief(reader, [one for one in fresh if one.seq >= since], everything, taken)
        return _page_of_news(reader, date, latest, brief=True) if latest else None
    earlier = told(reader, [one for one in fresh if one.seq < since], everything, taken)
    latest = told(reader, [one for one in fresh if one.seq >= since], everything, taken)
    if not earlier and not latest:
        return None
    return _page_of_news(reader, date, (*earlier, *latest), earlier=len(earlier) if latest else 0)


def _page_of_news(
    reader: Reader, date: str, news: tuple[Happened, ...], *, earlier: int = 0, brief: bool = False
) -> ConsequencePage:
    longer = (Action("at-length", reader.speech("action.at-length")),) if brief else ()
    return ConsequencePage(
        title=reader.speech("consequence.title.brief" if brief else "consequence.title"),
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
