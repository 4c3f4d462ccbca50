"""The small pieces that the description of a scenario file is made of: ids, dates, texts, expressions, effects.

With its neighbours `description_steps` and `description` it is the one description of the file: the reader
checks by it and the JSON Schema is printed from it. Only the shape of one value is judged here; what refers
to what is for the builder.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
)
from pydantic_core import PydanticCustomError, PydanticKnownError

from game.scenario.tokens import RESERVED_IDS

ID_PATTERN = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
DATE_PATTERN = "^[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$"
RANGE_PATTERN = r"^-?[0-9]{1,9}\.\.-?[0-9]{1,9}$"
NUMBER_PATTERN = "^(0|-?[1-9][0-9]{0,8})$"
LANGUAGE_PATTERN = "^[a-z]{2,3}$"

LARGEST = 1_000_000_000


class Described(BaseModel):
    """A group of keys: no others are allowed, and nothing is converted."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        frozen=True,
        defer_build=True,
        alias_generator=lambda name: name.strip("_").replace("_", "-"),
    )


def _unreserved(word: str) -> str:
    if word in RESERVED_IDS:
        raise PydanticCustomError("reserved_word", "reserved")
    return word


def _no_truth(value: Any) -> Any:
    """Refuses a truth where 1 is asked for, which Python holds to be the same."""
    if isinstance(value, bool):
        raise PydanticKnownError("literal_error", {"expected": "1"})
    return value


def shape_of(value: Any) -> str:
    """The word for what kind of value stands in the file."""
    if isinstance(value, bool):
        return "truth"
    if isinstance(value, int):
        return "number"
    if isinstance(value, str):
        return "words"
    return "list" if isinstance(value, list) else "group"


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN), AfterValidator(_unreserved)]
"""A kebab-case word that is not a word of the language."""
Name = str
"""A reference to a column: an id or ids joined by dots."""
Date = Annotated[str, StringConstraints(pattern=DATE_PATTERN)]
Whole = Annotated[int, Field(ge=-LARGEST, le=LARGEST)]
Count = Annotated[int, Field(ge=0, le=LARGEST)]
Points = Annotated[int, Field(ge=0, le=100)]
Version = Annotated[Literal[1], BeforeValidator(_no_truth)]
"""The version of a file's format."""
NonEmptyIds = Annotated[list[Id], Field(min_length=1)]
Sources = Annotated[list[Id], Field(description="Ids of the sources that this rests on.")]

Formula = Annotated[
    Annotated[str, Tag("words")] | Annotated[int, Tag("number")],
    Discriminator(shape_of),
]
"""A numeric expression, or a whole number."""
Condition = str

Reliability = Literal["reliable", "uncertain", "mistaken", "late"]
Confidence = Literal["firm", "reported", "literature", "contested"]
DocumentConfidence = Literal["firm", "reported", "literature", "contested", "invented"]


class ParagraphDescription(Described):
    """One paragraph of a text, shown when its condition holds."""

    id: Id = Field(description="A short word, unique in this text.")
    when: Condition | None = Field(None, description="The paragraph is shown when this holds.")
    text: str = Field(description="The words; {readiness.finland} is replaced by the value.")


Line = str
"""A few words."""
Prose = Annotated[
    Annotated[str, Tag("words")] | Annotated[list[ParagraphDescription], Field(min_length=1), Tag("list")],
    Discriminator(shape_of),
]
"""A text: words, or a list of paragraphs."""


class EffectDescription(Described):
    """A change of one variable, or the making of a promise."""

    do: str = Field(description='For example "readiness.finland += 5", "owner.hanko = soviet-union", "make hands-off".')
    because: Line = Field(description="A few words for the account: the garrison moves in.")
    when: Condition | None = Field(None, description="The effect happens only if this holds before the step.")


Effects = Annotated[list[EffectDescription], Field(description="What changes; all read the state before the step.")]


class AdviceDescription(Described):
    """One line of one adviser."""

    id: Id = Field(description="A short word, unique here.")
    member: Id = Field(description="Who says it: a member of the delegation.")
    recommends: Id = Field(description="An option's id; at a table propose, accept, hold, press, adjourn or walk-out.")
    text: Prose = Field(description="What to do and why.")
    would_change: Prose = Field(description="What would change the adviser's mind.")
    when: Condition | None = Field(None, description="Said only if this holds; reads what the party knows.")


Advice = Annotated[list[AdviceDescription], Field(max_length=3, description="At most three lines of advice.")]
TableAdvice = Annotated[
    list[AdviceDescription],
    Field(max_length=32, description="Lines of advice; each delegation reads the first three of its own that hold."),
]
