"""The description of a whole scenario file and of the world catalogue: the keys, and the shape of their values.

The reader checks by it and the JSON Schema is printed from it. What refers to what is for the builder.
Importing it is slow, so only `reading` and `schema` do, when they are needed.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, StringConstraints, Tag

from game.scenario.description_parts import (
    LANGUAGE_PATTERN,
    RANGE_PATTERN,
    Condition,
    Confidence,
    Count,
    Date,
    Described,
    Formula,
    Id,
    Line,
    Name,
    Prose,
    Reliability,
    Sources,
    Whole,
    shape_of,
)
from game.scenario.description_steps import StepDescription

Range = Annotated[str, StringConstraints(pattern=RANGE_PATTERN)]
Value = Annotated[Annotated[int, Tag("number")] | Annotated[Id, Tag("words")], Discriminator(shape_of)]
"""A number, or one of a variable's named values."""
Power = Literal["decide", "propose", "accept", "press", "adjourn", "walk-out"]
Good = Literal["up", "down", "none"]
Per = Literal["world", "party", "pair", "directed-pair", "region", "party-region"]


class SourceDescription(Described):
    """A document or book."""

    title: Line
    author: Line | None = None
    year: Annotated[int, Field(ge=1000, le=2999)] | None = None
    kind: Literal["primary", "secondary", "reference", "textbook"]
    place: Line | None = Field(None, description="Publisher, series, document number, address.")


class DatesDescription(Described):
    """The first and the last day."""

    from_: Date
    to: Date


class MinutesDescription(Described):
    """How long a game takes."""

    full: Annotated[int, Field(ge=1, le=6000)]
    short: Annotated[int, Field(ge=1, le=6000)]


class MemberDescription(Described):
    """Somebody of a delegation."""

    name: Line
    role: Line
    brief: Prose
    conviction: Prose
    powers: list[Power] = Field([])


class PartyDescription(Described):
    """A government that decides."""

    playable: Literal["people", "program"] = Field("people", description="May a person hold its seat?")
    name: Line | None = Field(None, description="The catalogue's name if left out.")
    brief: Prose = Field(description="For its owner only.")
    members: dict[Id, MemberDescription] = Field({})


class VariableDescription(Described):
    """Something that changes: a number in a range, or one of several named values."""

    name: Line
    text: Prose | None = Field(None, description="What it means.")
    per: Per = "world"
    among: list[Id] | None = Field(None, description="The parties or regions it is kept for; all if left out.")
    range: Range | None = Field(None, description="For example 0..100.")
    values: (
        Annotated[
            Annotated[list[Id], Field(min_length=2), Tag("list")]
            | Annotated[dict[Id, Line], Field(min_length=2), Tag("group")],
            Discriminator(shape_of),
        ]
        | None
    ) = Field(None, description="Named values, as a list or with names for people.")
    unit: Line | None = None
    good: Good = "none"
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
    shown: bool = Field(True, description="false: machinery that screens leave out.")


class InterestDescription(Described):
    """What a party weighs."""

    id: Id
    name: Line
    weight: Annotated[int, Field(ge=1, le=1000)]
    value: Formula = Field(description="Proved to stay in 0 to 100.")
    basis: Prose
    sources: Sources = Field([])


class PromiseDescription(Described):
    """A word given."""

    by: Id
    to: list[Id] = Field(min_length=1)
    due: Id = Field(description="The step after which it is settled.")
    kept_when: Condition
    kept: Count = Field(description="Points of standing gained when it is kept.")
    broken: Count = Field(description="Points of standing lost when it is broken.")
    secret: bool = False
    text: Prose


class DocumentDescription(Described):
    """Something to read, restated."""

    title: Line
    date: Date
    at: Id = Field(description="The step from which it lies on the desk.")
    to: list[Id] | None = Field(None, description="Who reads it; everybody if left out.")
    text: Prose
    sources: Sources
    confidence: Confidence
    reliability: Reliability = "reliable"
    level: Literal["plain", "full"] = "full"


class EndingDescription(Described):
    """How it came out."""

    id: Id
    title: Line
    when: Condition | None = Field(None, description="The first ending that holds is it; the last has none.")
    text: Prose
    sources: Sources = Field([])


class MeasureDescription(Described):
    """A number that is compared with the record."""

    name: Line
    unit: Line
    value: Formula


class MeasureRecordDescription(Described):
    """What is documented of a measure: a value, or low and high."""

    value: Whole | None = None
    low: Whole | None = None
    high: Whole | None = None
    sources: Sources
    confidence: Confidence
    text: Prose | None = None
    chapter: Prose | None = None


class VoiceDescription(Described):
    """One of those who were decided about."""

    id: Id
    who: Line
    when: Condition | None = None
    text: Prose
    sources: Sources = Field([])


class QuestionDescription(Described):
    """A question for discussion."""

    id: Id
    text: Prose
    when: Condition | None = None


class ChapterNoteDescription(Described):
    """A note where the textbook chapter and the documents differ."""

    id: Id
    text: Prose


class RecordDescription(Described):
    """How history ended."""

    ending: Id
    measures: dict[Id, MeasureRecordDescription] = Field({})
    chapter: list[ChapterNoteDescription] = Field([])


class ScenarioDescription(Described):
    """A scenario of Grand Alliance."""

    format: Literal[1]
    id: Id = Field(description="The name of the folder.")
    language: Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]
    title: Line
    summary: Prose = Field(description="Two or three sentences for the shelf.")
    content_note: Prose = Field(description="What the reader will meet.")
    dates: DatesDescription
    minutes: MinutesDescription
    sources: dict[Id, SourceDescription]
    parties: dict[Id, PartyDescription] = Field(min_length=1)
    sides: dict[Id, Annotated[list[Id], Field(min_length=1)]] = Field(
        {}, description="Parties that one seat may hold together."
    )
    regions: list[Id] = Field([], description="Regions of the world catalogue that can change or are shown.")
    variables: dict[Id, VariableDescription] = Field({})
    start: dict[Name, Value] = Field({}, description="Start values by instance, such as owner.hanko.")
    interests: dict[Id, list[InterestDescription]] = Field({})
    promises: dict[Id, PromiseDescription] = Field({})
    documents: dict[Id, DocumentDescription] = Field({})
    steps: list[StepDescription] = Field(min_length=1, max_length=1000)
    endings: list[EndingDescription] = Field(min_length=1)
    measures: dict[Id, MeasureDescription] = Field({})
    voices: list[VoiceDescription] = Field([])
    questions: list[QuestionDescription] = Field([])
    record: RecordDescription


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
    text: Prose | None = None


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

    format: Literal[1]
    sources: dict[Id, SourceDescription]
    parties: dict[Id, WorldPartyDescription] = Field(min_length=1)
    variables: dict[Id, WorldVariableDescription]
    regions: dict[Id, WorldRegionDescription]
