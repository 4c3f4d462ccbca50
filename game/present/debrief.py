"""The debrief of a finished game: what differed from the record, what was hidden, what it came to for everyone.

It opens every seal and the record, so it refuses a game that is not over. It makes words for any screen; the
terminal, the window and the report in HTML draw them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.analysis.comparison import compare
from game.analysis.guessed import Guess
from game.analysis.recorded import steps_of_the_record
from game.engine.game import Game
from game.errors import UsageError
from game.present.aims import aims
from game.present.debrief_accounts import accounts
from game.present.debrief_branches import branches
from game.present.debrief_briefs import briefs
from game.present.debrief_chair import decisive_session
from game.present.debrief_conference import conferences, words_read
from game.present.debrief_decisions import decisions, first_divergence
from game.present.debrief_guesses import guesses
from game.present.debrief_maps import maps
from game.present.debrief_parts import Debrief, Section, Sources, cited
from game.present.debrief_promises import promises
from game.present.debrief_reckoning import (
    chapter,
    dates,
    ending,
    interests,
    measures,
    questions,
    voices,
)
from game.present.debrief_secrets import chances, papers, seals
from game.present.debrief_tables import LaidOpen, lays_open, tables
from game.present.entering import was_before
from game.present.parts import Prose
from game.present.reader import Reader
from game.present.short_game import was_spared
from game.present.speech import Speech
from game.scenario.model import FACILITATOR

PERSON = "person"


def debrief(
    game: Game, speech: Speech, seats: Mapping[str, str] | None = None, guessed: Sequence[Guess] = ()
) -> Debrief:
    """Makes the debrief of the present path; `seats` gives each party's style, or `person`.

    `guessed` is what was taken for the wishes of others at tables.

    Raises:
        UsageError: when the game is not over.
    """
    if not game.over:
        raise UsageError(speech("debrief.unfinished"))
    reader = Reader(game.scenario, game.view(FACILITATOR), speech)
    people = tuple(party for party, style in (seats or {}).items() if style == PERSON)
    laid_open = lays_open(game)
    chair, chairs = decisive_session(reader, game, people, laid_open)
    believed = aims(reader, game, seats or {})
    every = (*_sections(reader, game, people, guessed, laid_open), believed, *_afterwards(reader, game, chair))
    sections = tuple(section for section in every if section.blocks)
    return Debrief(
        scenario=game.scenario.id,
        language=speech.language,
        title=reader.line(game.scenario.title),
        dates=dates(reader),
        content_note=reader.prose(game.scenario.content_note),
        played=_played(reader, game, seats or {}),
        sections=sections,
        sources=_sources((*sections, *(one.replay for one in chairs))),
        licence=speech("debrief.licence"),
        chairs=chairs,
    )


def _sections(
    reader: Reader, game: Game, people: Prose, guessed: Sequence[Guess], laid_open: LaidOpen
) -> tuple[Section, ...]:
    comparison, came_to = compare(game), steps_of_the_record(game)
    beside = not game.scenario.record.invented
    return (
        ending(reader, game),
        *((first_divergence(reader, game, comparison, came_to, people),) if beside else ()),
        decisions(reader, game, comparison, came_to),
        branches(reader, game, people),
        maps(reader, game),
        measures(reader, game),
        interests(reader, game),
        voices(reader),
        seals(reader, game),
        chances(reader, game, came_to),
        papers(reader, game),
        conferences(reader, game),
        tables(reader, game, comparison, laid_open),
        guesses(reader, game, guessed),
    )


def _afterwards(reader: Reader, game: Game, chair: Section) -> tuple[Section, ...]:
    return (
        chair,
        words_read(reader, game),
        promises(reader, game),
        chapter(reader),
        questions(reader),
        accounts(reader, game),
        briefs(reader, game),
    )


def _played(reader: Reader, game: Game, seats: Mapping[str, str]) -> Prose:
    say = reader.speech
    who = tuple(
        say(
            "debrief.played.person" if style == PERSON else "debrief.played.style",
            party=reader.party(party),
            style=_style(say, style),
        )
        for party, style in seats.items()
        if party in reader.scenario.parties
    )
    taken = sum(was_spared(entry) for entry in game.path)
    short = (say.count("debrief.played.short", taken),) if taken else ()
    before = (say("debrief.played.before"),) if any(was_before(entry) for entry in game.path) else ()
    return (*who, *before, *short, say("debrief.played.seed", seed=game.seed))


def _style(say: Speech, style: str) -> str:
    return say(f"style.{style}.name") if say.has(f"style.{style}.name") else style.replace("-", " ")


def _sources(sections: tuple[Section, ...]) -> Sources:
    return cited(tuple(block for section in sections for block in section.blocks))
