"""The debrief's reckoning: the ending, what each side got by its own lights, measures, voices.

Figures of people stand with their sources and are never a score; nothing is added up across the sides.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.game import Game
from game.present.dates import date_words
from game.present.debrief_decisions import chapter_named
from game.present.debrief_parts import Block, Case, Grid, Items, Pair, Passage, Row, Section
from game.present.measures import measure_words
from game.present.reader import Reader
from game.present.scales import importance, outlook
from game.scenario.cast import Interest


def ending(reader: Reader, game: Game) -> Section:
    """Tells how it came out."""
    found = reader.scenario.endings[game.ending() or ""]
    told = Case(reader.line(found.title), paragraphs=reader.prose(found.text), sources=reader.sources(found.sources))
    return Section("ending", reader.speech("debrief.ending"), (told,))


def interests(reader: Reader, game: Game) -> Section:
    """Tells, side by side, how each interest stands at the end, with its basis."""
    say = reader.speech
    values = game.interests()
    grids = tuple(
        _interests_of(reader, party, weighed, values[party])
        for party, weighed in reader.scenario.interests.items()
        if weighed
    )
    return Section("interests", say("debrief.interests"), (Passage((say("debrief.interests.intro"),)), *grids))


def _interests_of(reader: Reader, party: str, weighed: tuple[Interest, ...], values: dict[str, int]) -> Grid:
    say = reader.speech
    heaviest = max(interest.weight for interest in weighed)
    rows = tuple(
        Row(
            (
                reader.line(one.name),
                say(
                    "debrief.interest.weighed",
                    words=importance(say, one.weight, heaviest),
                    number=say.number(one.weight),
                ),
                say("debrief.interest.stands", words=outlook(say, values[one.id]), number=say.number(values[one.id])),
                reader.line(one.basis),
            ),
            reader.sources(one.sources),
        )
        for one in weighed
    )
    headers = tuple(say(f"debrief.interest{key}") for key in ("", ".weight", ".value", ".basis"))
    return Grid(reader.party(party), headers, rows, (False,) * 4)


def measures(reader: Reader, game: Game) -> Section:
    """Sets this game's measures beside the documented values or ranges."""
    say = reader.speech
    rows = tuple(_measure(reader, id_, value) for id_, value in game.measures().items())
    headers = tuple(say(f"debrief.measure{key}") for key in ("", ".mine", ".record", ".confidence"))
    grid = Grid(say("debrief.measures"), headers, rows, (False, True, True, False), say("debrief.measure.note"))
    notes = tuple(_measure_notes(reader))
    return Section("measures", say("debrief.measures"), (grid, *notes) if rows else ())


def _measure(reader: Reader, id_: str, value: int) -> Row:
    declared = reader.scenario.measures[id_]
    record = reader.scenario.record.measures.get(id_)
    name, mine = reader.line(declared.name), measure_words(reader.speech, declared, value)
    if record is None:
        return Row((name, mine, "", ""))
    firm = reader.speech(f"debrief.confidence.{record.confidence}")
    cells = (name, mine, measure_words(reader.speech, declared, record.low, record.high), firm)
    return Row(cells, reader.sources(record.sources))


def _measure_notes(reader: Reader) -> Iterator[Case]:
    for id_, measure in reader.scenario.measures.items():
        record = reader.scenario.record.measures.get(id_)
        if record is None or (record.text is None and record.chapter is None):
            continue
        chapter = Pair(reader.speech("debrief.measure.chapter"), reader.line(record.chapter))
        yield Case(
            heading=reader.line(measure.name),
            paragraphs=reader.prose(record.text),
            pairs=(chapter,) if chapter.words else (),
            sources=reader.sources(record.sources),
        )


def voices(reader: Reader) -> Section:
    """Lets those speak who were decided about, and says that they are imagined."""
    heard = tuple(
        Case(reader.line(voice.who), paragraphs=reader.prose(voice.text), sources=reader.sources(voice.sources))
        for voice in reader.scenario.voices
        if reader.view.holds(voice.when)
    )
    note = Passage((reader.speech("debrief.voices.note"),))
    return Section("voices", reader.speech("debrief.voices"), (note, *heard) if heard else ())


def questions(reader: Reader) -> Section:
    """Asks what fits what happened."""
    asked = tuple(reader.line(one.text) for one in reader.scenario.questions if reader.view.holds(one.when))
    blocks = (Items(asked, numbered=True),) if asked else ()
    return Section("questions", reader.speech("debrief.questions"), blocks)


def chapter(reader: Reader) -> Section:
    """Tells where the textbook chapter and the documents differ."""
    notes = tuple(reader.line(text) for text in reader.scenario.record.chapter)
    blocks: tuple[Block, ...] = (*chapter_named(reader), Items(notes)) if notes else ()
    return Section("chapter", reader.speech("debrief.chapter"), blocks)


def dates(reader: Reader) -> str:
    """Words the time that the scenario spans."""
    return date_words(reader.speech, reader.scenario.first_date, reader.scenario.last_date, stated=True)
