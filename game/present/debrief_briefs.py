"""What each side was told on the first morning, in the debrief: its brief, its delegation, what it weighs.

For a class it is what is handed out: one sheet for each side. Where a seal selects a brief it is the one of this game.
"""

from __future__ import annotations

from game.engine.game import Game
from game.present.debrief_parts import Block, Case, Pair, Passage, Section
from game.present.desk import briefing_page
from game.present.page import BriefingPage
from game.present.reader import Reader
from game.present.speech import Speech


def briefs(reader: Reader, game: Game) -> Section:
    """Makes the section: a case for each side that a person may hold."""
    say = reader.speech
    beginning = game.elsewhere(0)
    pages = [
        briefing_page(Reader(reader.scenario, beginning.view(party.id), say), party.id)
        for party in reader.scenario.parties.values()
        if party.playable
    ]
    blocks: tuple[Block, ...] = tuple(_case(page, say) for page in pages)
    intro = Passage((say("debrief.briefs.intro", seed=game.seed),))
    return Section("briefs", say("debrief.briefs"), (intro, *blocks) if blocks else ())


def _case(page: BriefingPage, say: Speech) -> Case:
    members = tuple(
        Pair(say("debrief.briefs.member", name=one.name, role=one.role), " ".join((one.conviction, *one.brief)))
        for one in page.members
    )
    weighed = say("terms.between").join(
        say("debrief.briefs.interest", name=one.name, importance=one.importance) for one in page.interests
    )
    interests = (Pair(say("debrief.briefs.interests"), weighed),) if weighed else ()
    return Case(heading=page.seat.name, paragraphs=page.brief, pairs=(*interests, *members))
