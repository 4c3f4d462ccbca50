"""The description of a whole scenario file and of the world catalogue: the keys, and the shape of their values.

The reader checks by it and the JSON Schema is printed from it. What refers to what is for the builder.
Importing it is slow, so only `reading` and `schema` do, when they are needed.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, StringConstraints, Tag

from game.scenario.description_map import MapDescription
from game.scenario.description_parts import (
    LANGUAGE_PATTERN,
    NUMBER_PATTERN,
    RANGE_PATTERN,
    Condition,
    Confidence,
    Count,
    Date,
    Described,
    DocumentConfidence,
    Formula,
    Id,
    Line,
    Name,
    NonEmptyIds,
    Points,
    Prose,
    Reliability,
    Sources,
    Version,
    Whole,
    shape_of,
)
from game.scenario.description_steps import StepDescription

Range = Annotated[str, StringConstraints(pattern=RANGE_PATTERN)]
Value = Annotated[Annotated[int, Tag("number")] | Annotated[Id, Tag("words")], Discriminator(shape_of)]
"""A number, or one of a variable's named values."""
NumberKey = Annotated[str, StringConstraints(pattern=NUMBER_PATTERN)]
"""A whole number as a key."""
Power = Literal["decide", "propose", "accept", "press", "adjourn", "walk-out"]
Good = Literal["up", "down", "none"]
Per = Literal["world", "party", "pair", "directed-pair", "region", "party-region"]


class SourceDescription(Described):
    """A document or book."""

    title: Line = Field(description="The title.")
    author: Line | None = Field(None, description="The author or editor.")
    year: Annotated[int, Field(ge=1000, le=2999)] | None = Field(None, description="The year it appeared.")
    kind: Literal["primary", "secondary", "reference", "textbook"] = Field(description="What kind of source it is.")
    place: Line | None = Field(None, description="Publisher, series, document number, address.")


class DatesDescription(Described):
    """The first and the last day."""

    from_: Date = Field(description="The first day.")
    to: Date = Field(description="The last day.")


class MinutesDescription(Described):
    """How long a game takes."""

    full: Annotated[int, Field(ge=1, le=6000)] = Field(description="Minutes of the whole game.")
    short: Annotated[int, Field(ge=1, le=6000)] = Field(description="Minutes of the short game.")


class MemberDescription(Described):
    """Somebody of a delegation."""

    name: Line = Field(description="The person's name.")
    role: Prose = Field(description="The office held; paragraphs with `when` where it changes.")
    brief: Prose = Field(description="What this member alone is told.")
    conviction: Prose = Field(description="What this member holds to be true.")
    powers: list[Power] = Field([], description="The moves this member may make.")


class PartyDescription(Described):
    """A government that decides."""

    playable: Literal["people", "program"] = Field("people", description="May a person hold its seat?")
    name: Line | None = Field(None, description="The catalogue's name if left out.")
    enters: Id | None = Field(None, description="The step at which a person who holds it comes in, if that is late.")
    brief: Prose = Field(description="For its owner only.")
    members: dict[Id, MemberDescription] = Field({}, description="Who sits in the delegation.")


class VariableDescription(Described):
    """Something that changes: a number in a range, or one of several named values."""

    name: Line = Field(description="A few words.")
    text: Prose | None = Field(None, description="What it means.")
    per: Per = Field("world", description="What it is kept for.")
    among: NonEmptyIds | None = Field(None, description="The parties or regions it is kept for; all if left out.")
    range: Range | None = Field(None, description="For example 0..100.")
    values: (
        Annotated[
            Annotated[list[Id], Field(min_length=2, max_length=100), Tag("list")]
            | Annotated[dict[Id, Line], Field(min_length=2, max_length=100), Tag("group")],
            Discriminator(shape_of),
        ]
        | None
    ) = Field(None, description="Named values, as a list or with names for people.")
    unit: Line | None = Field(None, description="In what it is counted.")
    good: Good = Field("none", description="Which way is better for its owner, for colours and arrows.")
    start: (
        Annotated[
            Annotated[int, Tag("number")] | Annotated[Id, Tag("words")] | Annotated[dict[Name, Value], Tag("group")],
            Discriminator(shape_of),
        ]
        | None
    ) = Field(None, description="A value for all, or by instance.")
    known_to: (
        Annotated[
            Annotated[Literal["owner"], Tag("words")] | Annotated[list[Id], Tag("list")],
            Discriminator(shape_of),
        ]
        | None
    ) = Field(None, description="Who knows it; everybody if left out; `owner`: each party its own.")
    believed: dict[Id, Value] = Field({}, description="What one who does not know goes by.")
    basis: Prose | None = Field(None, description="On what the numbers rest.")
    unexplained: Line | None = Field(
        None, description="The cause as those read it who may not know it; it must be true of every change."
    )
    shown: bool = Field(True, description="false: machinery that screens leave out.")


class InterestDescription(Described):
    """What a party weighs."""

    id: Id = Field(description="The id of the interest.")
    name: Line = Field(description="A few words.")
    weight: Annotated[int, Field(ge=1, le=1000)] = Field(description="How much it weighs among the others, from 1.")
    value: Formula = Field(description="Proved to stay in 0 to 100.")
    basis: Prose = Field(description="On what this judgement rests.")
    sources: Sources = Field([])


class PromiseDescription(Described):
    """A word given."""

    by: Id = Field(description="Who gives the word.")
    to: list[Id] = Field(min_length=1, description="To whom.")
    due: Annotated[
        Annotated[Id, Tag("words")] | Annotated[list[Id], Field(min_length=1), Tag("list")], Discriminator(shape_of)
    ] = Field(description="The step after which it is settled; of several it is settled at each where it is not kept.")
    kept_when: Condition = Field(description="It is kept if this holds when it falls due.")
    kept: Count = Field(description="Points of standing gained when it is kept.")
    broken: Count = Field(description="Points of standing lost when it is broken.")
    stretched: Points | None = Field(
        None, description="Points of standing lost when elastic words are stretched; needed where such words make it."
    )
    lapses_when: Condition | None = Field(
        None, description="Read first when it falls due: if this holds it has lapsed, and costs nothing."
    )
    secret: bool = Field(False, description="true: only those who give and receive it know.")
    text: Prose = Field(description="The words.")


class DocumentDescription(Described):
    """Something to read, restated."""

    title: Line = Field(description="What it is called on the desk.")
    date: Date = Field(description="When it was written.")
    at: Id = Field(description="The step from which it lies on the desk.")
    to: list[Id] | None = Field(None, description="Who reads it; everybody if left out.")
    text: Prose = Field(description="What it says, restated.")
    sources: Sources
    confidence: DocumentConfidence = Field(description="How firmly it stands today.")
    reliability: Reliability = Field("reliable", description="How far it could be trusted then.")
    level: Literal["plain", "full"] = Field("full", description="For whom it is written: plain or full.")


class EndingDescription(Described):
    """How it came out."""

    id: Id = Field(description="The id of the ending.")
    title: Line = Field(description="A few words.")
    when: Condition | None = Field(None, description="The first ending that holds is it; the last has none.")
    text: Prose = Field(description="What came of it.")
    gist: Line | None = Field(None, description="In a sentence what it comes to, for those who read its odds in play.")
    sources: Sources = Field([])


class MeasureDescription(Described):
    """A number that is compared with the record."""

    name: Line = Field(description="A few words.")
    unit: Line | None = Field(None, description="In what it is counted; not needed where every number has a word.")
    counts_from: Date | None = Field(None, description="Of a number of days: the day that is 0. It is told as a date.")
    words: dict[NumberKey, Line] = Field({}, description="Words that stand for some of its numbers: 0: never.")
    value: Formula = Field(description="How it follows from the variables.")


class MeasureRecordDescription(Described):
    """What is documented of a measure: a value, or low and high."""

    value: Whole | None = Field(None, description="The documented value.")
    low: Whole | None = Field(None, description="The lowest figure that sources give.")
    high: Whole | None = Field(None, description="The highest figure that sources give.")
    sources: Sources
    confidence: Confidence = Field(description="How firmly it stands.")
    text: Prose | None = Field(None, description="What the figure covers.")
    chapter: Prose | None = Field(None, description="Where the textbook chapter differs.")


class VoiceDescription(Described):
    """One of those who were decided about."""

    id: Id = Field(description="The id of the voice.")
    who: Line = Field(description="Who speaks.")
    when: Condition | None = Field(None, description="Heard only if this holds at the end.")
    text: Prose = Field(description="What is said.")
    sources: Sources = Field([])


class QuestionDescription(Described):
    """A question for discussion."""

    id: Id = Field(description="A short word, unique here.")
    text: Prose = Field(description="The question.")
    when: Condition | None = Field(None, description="Asked only if this holds at the end.")


class ChapterNoteDescription(Described):
    """A note where the textbook chapter and the documents differ."""

    id: Id = Field(description="A short word, unique here.")
    text: Prose = Field(description="What the chapter says and what the documents say.")


class RecordDescription(Described):
    """How history ended."""

    ending: Id = Field(description="The ending that history took.")
    invented: bool = Field(
        False, description="Whether it is no history but made up to be played beside: nothing then speaks of history."
    )
    measures: dict[Id, MeasureRecordDescription] = Field({}, description="What is documented of each measure.")
    chapter: list[ChapterNoteDescription] = Field(
        [], description="Notes where the textbook chapter and the documents differ."
    )


class SideDescription(Described):
    """Parties that one seat may hold together, under a name."""

    name: Line = Field(description="What people call them: London and Paris.")
    parties: NonEmptyIds = Field(description="Who they are.")


Side = Annotated[
    Annotated[NonEmptyIds, Tag("list")] | Annotated[SideDescription, Tag("group")],
    Discriminator(shape_of),
]


class ScenarioDescription(Described):
    """A scenario of Grand Alliance."""

    format: Version = Field(description="The version of this format: 1.")
    id: Id = Field(description="The name of the folder.")
    language: Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)] = Field(
        description="The language it is written in, such as en."
    )
    name: Line | None = Field(None, description="By what it is spoken of, in two or three words; default: its id.")
    title: Line = Field(description="The question that the scenario asks.")
    summary: Prose = Field(description="Two or three sentences for the shelf.")
    content_note: Prose = Field(description="What the reader will meet.")
    dates: DatesDescription = Field(description="The first and the last day.")
    minutes: MinutesDescription = Field(description="How long a game takes.")
    sources: dict[Id, SourceDescription] = Field(description="Documents and books, cited by id everywhere else.")
    parties: dict[Id, PartyDescription] = Field(
        min_length=1, description="Those who decide, by their ids in the world catalogue."
    )
    sides: dict[Id, Side] = Field({}, description="Parties that one seat may hold together.")
    regions: list[Id] = Field([], description="Regions of the world catalogue that can change or are shown.")
    map: MapDescription | None = Field(None, description="What the map shows beside what the variables tell.")
    variables: dict[Id, VariableDescription] = Field(
        {}, description="What changes, beside the shared variables of the catalogue."
    )
    start: dict[Name, Value] = Field({}, description="Start values by instance, such as owner.hanko.")
    interests: dict[Id, list[InterestDescription]] = Field(
        {}, description="Per party, what it weighs; known to its owner."
    )
    promises: dict[Id, PromiseDescription] = Field({}, description="Words that can be given, and when they are kept.")
    documents: dict[Id, DocumentDescription] = Field({}, description="What there is to read, restated.")
    steps: list[StepDescription] = Field(
        min_length=1, max_length=1000, description="The calendar, in the order of its dates."
    )
    endings: list[EndingDescription] = Field(
        min_length=1, max_length=100, description="How it can come out; the first that holds; the last without `when`."
    )
    measures: dict[Id, MeasureDescription] = Field({}, description="Numbers that are compared with the record.")
    voices: list[VoiceDescription] = Field([], description="Those who were decided about.")
    questions: list[QuestionDescription] = Field([], description="For discussion afterwards.")
    record: RecordDescription = Field(description="How history ended.")


class WorldPartyDescription(Described):
    """A government of the time."""

    name: Line
    adjective: Line


class WorldVariableDescription(Described):
    """A variable that keeps its meaning between scenarios."""

    per: Per
    values: Literal["parties"] | None = Field(None, description="`parties`: none, then every party in order.")
    range: Range | None = None
    start: int | None = None
    good: Good = "none"
    name: Line
    unit: Line | None = None
    text: Line | None = Field(None, description="What it means, in a sentence.")


class WorldRegionDescription(Described):
    """A piece of land that can change hands."""

    name: Line
    state: Id = Field(description="The state it belonged to before the war.")
    owner: Id
    area: Count = Field(description="Square kilometres.")
    population: Count | None = Field(None, description="Persons.")
    sources: Sources
    note: Line | None = None


class WorldDescription(Described):
    """The world catalogue that every scenario shares."""

    format: Version
    sources: dict[Id, SourceDescription]
    parties: dict[Id, WorldPartyDescription] = Field(min_length=1)
    variables: dict[Id, WorldVariableDescription]
    lands: dict[Id, Id] = Field(
        default_factory=dict,
        description="Whose the other lands of the map were on 1 September 1939; one that is not here was a state.",
    )
    regions: dict[Id, WorldRegionDescription]
