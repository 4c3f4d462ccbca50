"""The description of steps: choices, chance, dispatches, tables and their later sessions.

A step is one group of keys whatever its kind, so that a mistyped key is compared with all of them; that
exactly one kind is present is checked by the builder, and said by the JSON Schema.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Discriminator, Field, Tag

from game.scenario.description_parts import (
    Advice,
    Condition,
    Count,
    Date,
    Described,
    Effects,
    Formula,
    Id,
    Line,
    Name,
    NonEmptyIds,
    Points,
    Prose,
    Reliability,
    Sources,
    TableAdvice,
    Whole,
    shape_of,
)
from game.scenario.model import STEP_KINDS


class OptionDescription(Described):
    """One way to decide."""

    text: Prose = Field(description="The decision, in a sentence that begins with a verb.")
    detail: Prose | None = Field(None, description="What it means in practice.")
    when: Condition | None = Field(None, description="Offered only if this holds; reads what the party knows.")
    why_not: Prose | None = Field(None, description="The reason shown when `when` does not hold; needed with it.")
    advocate: Prose | None = Field(None, description="Who argued for it then.")
    costs: Prose | None = Field(None, description="What it costs its chooser.")
    people: Prose | None = Field(None, description="What it does to people, in figures.")
    told: Prose | None = Field(None, description="What is told afterwards.")
    effects: Effects = Field([])
    sources: Sources = Field([])


Options = Annotated[dict[Id, OptionDescription], Field(min_length=2, max_length=6, description="Two to six options.")]


class ChoiceRecordDescription(Described):
    """What history did at this choice."""

    option: Id = Field(description="The recorded option.")
    fallback: Id | None = Field(None, description="The nearest option where the recorded one is not allowed.")
    text: Prose | None = Field(None, description="What happened.")
    chapter: Prose | None = Field(None, description="Where the textbook chapter differs.")
    sources: Sources = Field([])


class ChoiceHeadDescription(Described):
    """Which party decides, and the question it is asked; the options stand beside it, in the step."""

    party: Id = Field(description="Who decides.")
    question: Prose = Field(description="What it is asked.")


class PartyChoiceDescription(Described):
    """The decision of one of several parties that decide at the same time."""

    question: Prose = Field(description="What the party is asked.")
    short: Id = Field("play", description="`play`, or the option that is taken for a person in the short game.")
    options: Options
    advice: Advice = Field([])
    record: ChoiceRecordDescription = Field(description="What it did.")


class ChanceOutcomeDescription(Described):
    """One way the dice may fall."""

    name: Line | None = Field(
        None, description="A few words within a sentence: the line holds. Of a sealed value its name serves."
    )
    odds: Formula = Field(description="A whole-number weight, never negative.")
    text: Prose | None = Field(None, description="What is told.")
    effects: Effects = Field([])
    reading: Prose | None = Field(None, description="For a sealed variable: the reading of the record it stands for.")
    sources: Sources = Field([])


class ChanceDescription(Described):
    """A draw."""

    seals: Name | None = Field(None, description="The variable that takes the outcome's value.")
    outcomes: dict[Id, ChanceOutcomeDescription] = Field(
        min_length=2, max_length=100, description="The ways the dice may fall."
    )
    believed: dict[Id, dict[Id, Count]] = Field({}, description="Per party, its own weights by outcome.")
    basis: Prose = Field(description="On what the odds rest.")
    record: Id = Field(description="The recorded outcome, or `disputed`.")
    chapter: Prose | None = Field(None, description="Where the textbook chapter differs.")


class DispatchDescription(Described):
    """News: something that happens by itself."""

    to: list[Id] | None = Field(None, description="The parties that read it; everybody if left out.")
    text: Prose = Field(description="The news.")
    effects: Effects = Field([])
    reliability: Reliability = Field("reliable", description="How far it can be trusted.")


class IssueOptionDescription(Described):
    """One way to settle an issue."""

    text: Prose = Field(description="The clause in a few words.")
    people: Prose | None = Field(None, description="What it does to people, in figures.")
    wording: Literal["plain", "elastic"] | None = Field(None, description="Plain words, or words that stretch.")
    reads: dict[Id, Prose] = Field(
        {}, description="With elastic: per bound party, what it reads into the words; for its owner only."
    )
    effects: Effects = Field([])
    sources: Sources = Field([])


Weight = Annotated[
    Annotated[Count, Tag("number")] | Annotated[dict[Id, Count], Tag("group")],
    Discriminator(shape_of),
]
OptionValues = Annotated[
    Annotated[Points, Tag("number")] | Annotated[dict[Id, Points], Tag("group")],
    Discriminator(shape_of),
]


class AbsenteeDescription(Described):
    """A party that does not sit at the table, and without whose consent some options cannot be agreed."""

    to: NonEmptyIds | None = Field(None, description="The options that need it; all but `unsettled` if left out.")
    consents: Condition = Field(description="It consents if this holds; reads what the absent party knows.")
    refusal: Prose = Field(description="What the table is told when it does not.")


class IssueDescription(Described):
    """One question on the table."""

    name: Line = Field(description="A few words.")
    binds: NonEmptyIds | None = Field(None, description="The parties whose consent it needs; all if left out.")
    unsettled: Id = Field(description="The option that holds when the issue stays open.")
    options: dict[Id, IssueOptionDescription] = Field(
        min_length=2, max_length=31, description="The ways to settle it, in a natural order."
    )
    weight: dict[Id, Weight] = Field(description="Per party, a whole number from 0.")
    values: dict[Id, dict[Id, OptionValues]] = Field(description="Per party, 0 to 100 for every option.")
    positions: dict[Id, Prose] = Field({}, description="What each party says on it in public.")
    absent: dict[Id, AbsenteeDescription] = Field(
        {}, description="Parties away from the table whose consent it needs as well."
    )
    chapter: Prose | None = Field(None, description="Where the textbook chapter differs.")


class LinkageDescription(Described):
    """Points that a combination of options adds to a party's worth."""

    when: Condition = Field(description="Reads the issues of this table by their ids.")
    add: Whole = Field(description="Points added to the worth, or taken from it.")
    basis: Prose = Field(description="On what this judgement rests.")
    text: Prose | None = Field(None, description="What it says at the table; else the condition is worded.")


class PressOutcomeDescription(Described):
    """What pressing may bring."""

    odds: Formula = Field(description="A whole-number weight, never negative.")
    points: Points = Field(description="The fall of the other side's walk-away value for this session.")
    effects: Effects = Field([])
    text: Prose = Field(description="What is told.")


class PressDescription(Described):
    """Pressing one issue."""

    parties: list[Id] = Field(min_length=1, description="Those who may press.")
    limit: Literal["session", "table"] = Field(
        "session", description="How often each may press: once a session, or once at this table."
    )
    price: Effects = Field([])
    outcomes: dict[Id, PressOutcomeDescription] = Field(
        min_length=2, max_length=100, description="What may come of it."
    )
    basis: Prose = Field(description="On what the odds rest.")


class AgendaDescription(Described):
    """Which issues are live: only these may be named in a proposal or pressed."""

    live: Annotated[int, Field(ge=1, le=20)] = Field(description="The most issues that are live at once.")
    each: Annotated[int, Field(ge=1, le=20)] = Field(
        description="The most that each party nominates when a session opens."
    )
    unmoved: Literal["stays", "leaves"] = Field(
        "stays",
        description="Whether an open issue is live in the next session if no two parties came to anything new on it.",
    )


class HoursDescription(Described):
    """The hours of a session and what moves take of them; when they are spent, the session ends."""

    session: Points = Field(description="The hours of a session, 0 to 100.")
    nominate: Points = Field(0, description="What a nomination takes.")
    propose: Points = Field(0, description="What a proposal takes.")
    accept: Points = Field(0, description="What an acceptance takes.")
    press: Points = Field(0, description="What pressing takes.")
    plain: Points = Field(0, description="What each option in plain words takes when a proposal newly names it.")


class TableEndDescription(Described):
    """What follows when the table closes in one way."""

    text: Prose | None = Field(None, description="What is told.")
    effects: Effects = Field([])


class WideMoveDescription(Described):
    """A recorded move that carries something: a proposal its terms, a press its issue, a nomination its issues."""

    propose: dict[Id, Id] | None = Field(None, description="Issue ids with option ids.")
    press: Id | None = Field(None, description="The issue that is pressed.")
    nominate: list[Id] | None = Field(None, description="The issues that are put on the agenda; none: a pass.")


RecordedMove = Annotated[
    Annotated[Literal["accept", "adjourn", "walk-out"], Tag("words")] | Annotated[WideMoveDescription, Tag("group")],
    Discriminator(shape_of),
]


class TableRecordDescription(Described):
    """What history did at this table."""

    outcome: Literal["whole", "partial", "failed", "not-held"] = Field(description="How it ended.")
    moves: dict[Id, list[Annotated[dict[Id, RecordedMove], Field(min_length=1, max_length=1)]]] = Field(
        {}, description="By session (its step's id), a list of {party: move}."
    )
    text: Prose | None = Field(None, description="What happened.")
    chapter: Prose | None = Field(None, description="Where the textbook chapter differs.")
    against_interest: dict[Id, Prose] = Field(
        {}, description="Per party that signed for less than leaving was worth by this file's values: why it did."
    )
    sources: Sources = Field([])


class TableDescription(Described):
    """A negotiation over issues."""

    parties: list[Id] = Field(min_length=2, max_length=4, description="In the order they move.")
    agreement: Literal["whole", "by-issue"] = Field(
        description="whole: one package for all; by-issue: each issue by itself."
    )
    rounds: Annotated[int, Field(ge=1, le=100)] = Field(description="Of this session; one move by each party.")
    agenda: AgendaDescription | None = Field(None, description="With by-issue: only live issues are bargained over.")
    hours: HoursDescription | None = Field(None, description="The hours of a session, and what moves take of them.")
    issues: dict[Id, IssueDescription] = Field(min_length=1, max_length=20, description="The questions on the table.")
    values_by: dict[Id, Name] = Field({}, description="Per party, the variable that selects its weights and values.")
    linkages: dict[Id, list[LinkageDescription]] = Field(
        {}, description="Per party, points for combinations of options."
    )
    walk_away: dict[Id, Formula] = Field(description="Per party, 0 to 100 of the total weight.")
    walk_away_basis: dict[Id, Prose] = Field(description="Per party, on what its walk-away value rests.")
    instructions: dict[Id, Prose] = Field({}, description="What home has told the delegation.")
    parting: dict[Id, Prose] = Field({}, description="Completes: If we part now, we expect …")
    press: PressDescription | None = Field(None, description="Pressing an issue: its price and its outcomes.")
    ends: dict[Literal["whole", "partial", "failed"], TableEndDescription] = Field(
        {}, description="What follows, by how the table closes."
    )
    advice: TableAdvice = Field([])
    record: TableRecordDescription = Field(description="What history did at this table.")


class StepDescription(Described):
    """One point of the calendar: exactly one of choice, choices, chance, dispatch, table, resume."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": [kind]} for kind in STEP_KINDS]})

    id: Id = Field(description="The id that other places use.")
    date: Date = Field(description="When it happens: 1939-11-30, or 1939-11.")
    until: Date | None = Field(None, description="The last day, if it takes several.")
    title: Line = Field(description="A few words.")
    text: Prose | None = Field(None, description="The situation, before the decision.")
    when: Condition | None = Field(None, description="The step is skipped when this does not hold.")
    known_to: list[Id] | None = Field(None, description="Who learns that it took place and what came of it.")
    minutes: Annotated[int, Field(ge=1, le=600)] | None = Field(None, description="For a class.")
    figures: list[Name] = Field([], description="Variables and measures worth showing beside it.")
    sources: Sources = Field([])
    choice: ChoiceHeadDescription | None = Field(None, description="One party decides; options stand beside it.")
    choices: Annotated[dict[Id, PartyChoiceDescription], Field(min_length=2)] | None = Field(
        None, description="Several parties decide at the same time."
    )
    chance: ChanceDescription | None = Field(None, description="The dice decide.")
    dispatch: DispatchDescription | None = Field(None, description="Something happens by itself.")
    table: TableDescription | None = Field(None, description="Parties bargain over issues.")
    resume: Id | None = Field(None, description="A later session of the table that this step opened.")
    rounds: Annotated[int, Field(ge=1, le=100)] | None = Field(None, description="With resume: rounds of this session.")
    hours: Points | None = Field(None, description="With resume: hours of this session.")
    short: Id | None = Field(None, description="`play`; for a choice an option's id; for a table `program`.")
    options: Options | None = Field(None, description="With choice.")
    advice: Advice | None = Field(None, description="With choice.")
    record: ChoiceRecordDescription | None = Field(None, description="With choice.")
