"""The description of a codex file: its keys, and the shape of their values.

The reader checks by it and the JSON Schema is printed from it, as of a scenario. What refers to what is for the
codex's own checks.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from game.scenario.description import SourceDescription
from game.scenario.description_parts import LANGUAGE_PATTERN, Date, Described, Id, Line, NonEmptyIds, Version

Kind = Literal["person", "place", "body", "document", "event", "term"]


class LaterDescription(Described):
    """What became known of it later."""

    from_: Date = Field(description="The day from which a reader could know it.")
    text: Line = Field(description="What could be known from then on, in 90 words at most.")


class CodexEntryDescription(Described):
    """A person, a place, a body, a document, an event or a term."""

    kind: Kind = Field(description="What kind of thing it is.")
    name: Line = Field(description="Its name, which also counts as a form.")
    forms: list[Line] = Field([], description="Further forms under which texts name it: whole words, case kept.")
    dates: Line | None = Field(None, description="Shown beside the name, such as 1890–1986.")
    text: Line = Field(
        description="20 to 90 words, of what a reader could know on the first day of the earliest scenario with it."
    )
    later: list[LaterDescription] = Field([], description="What became known later, in the order of its dates.")
    see: list[Id] = Field([], description="Ids of other entries to look at.")
    sources: NonEmptyIds = Field(description="Ids of this file's sources, at least one.")


class CodexDescription(Described):
    """The people, places and terms that the scenarios beside it share."""

    format: Version = Field(description="The version of this format: 1.")
    language: Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)] = Field(
        description="The language it is written in, such as en."
    )
    entries: dict[Id, CodexEntryDescription] = Field(min_length=1, description="The entries, by their ids.")
    sources: dict[Id, SourceDescription] = Field(description="Documents and books, cited by id in the entries.")
