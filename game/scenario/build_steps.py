"""Builds the steps of a scenario; what a step is, a choice, a draw or a table, has a builder of its own.

It checks that a step is exactly one thing, that dates run forward, and that what a step names is there.
Whether the record can be played is judged later, on the built scenario.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.scenario.build_chance import build_chance, build_dispatch
from game.scenario.build_choices import PLAY, ChoiceBuilder
from game.scenario.build_dates import check_calendar
from game.scenario.build_draft import Draft, Place
from game.scenario.build_tables import build_table
from game.scenario.model import STEP_KINDS, Choice, Step, StepBody
from game.scenario.table_rules import Resume

if TYPE_CHECKING:
    from game.scenario.description import ScenarioDescription
    from game.scenario.description_steps import PartyChoiceDescription, StepDescription

PROGRAM = "program"
CHOICE_KEYS = ("options", "advice", "record")
"""Keys of a step that belong to `choice`."""


def build_steps(draft: Draft, file: ScenarioDescription, place: Place) -> dict[str, Step]:
    """Every step by id, in file order."""
    draft.unique((step.id for step in file.steps), place, "step")
    check_calendar(draft, file, place)
    builder = _StepBuilder(draft, file)
    return {step.id: builder.step(number, step, place.item(number - 1, step.id)) for number, step in _counted(file)}


def _counted(file: ScenarioDescription) -> list[tuple[int, StepDescription]]:
    return list(enumerate(file.steps, 1))


class _StepBuilder:
    """Builds one step after the other; a step may look at those of the same file."""

    def __init__(self, draft: Draft, file: ScenarioDescription) -> None:
        self.draft, self.file = draft, file

    def step(self, number: int, described: StepDescription, place: Place) -> Step:
        draft = self.draft
        return Step(
            id=described.id,
            number=number,
            date=described.date,
            until=described.until,
            title=draft.text(described.title, place.at("title")),
            text=draft.text_or_none(described.text, place, "text"),
            when=draft.condition(described.when, place, "when"),
            known_to=draft.audience(described.known_to, place.at("known-to")),
            body=self._body(described, place),
            short="program" if self._short_of_table(described, place) == PROGRAM else "play",
            minutes=described.minutes,
            figures=self._figures(described.figures, place.at("figures")),
            sources=draft.cite(described.sources, place),
            where=place.where,
        )

    def _body(self, described: StepDescription, place: Place) -> StepBody:
        self._check_kind(described, place)
        if described.choice is not None:
            return self._single_choice(described, place)
        if described.choices is not None:
            return self._choices(described.choices, place.at("choices"))
        if described.chance is not None:
            return build_chance(self.draft, described.chance, place.at("chance"))
        if described.dispatch is not None:
            return build_dispatch(self.draft, described.dispatch, place.at("dispatch"))
        if described.table is not None:
            return build_table(self.draft, self.file, described, place.at("table"))
        self._check_hours(described, place)
        return self._resume(described, place.at("resume"))

    def _check_kind(self, described: StepDescription, place: Place) -> None:
        kinds = [kind for kind in STEP_KINDS if getattr(described, kind) is not None]
        if len(kinds) != 1:
            found = f"both {kinds[0]} and {kinds[1]}" if kinds else "none of them"
            message = f'The step "{described.id}" should be one of {", ".join(STEP_KINDS)}, and has {found}.'
            where = place.key(kinds[1]) if kinds else place.where
            self.draft.refuse(where, "KEY07", message, "Keep one, and make another step." if kinds else "Add one.")
            return
        homes = dict.fromkeys(CHOICE_KEYS, ("choice",)) | {
            "rounds": ("resume",),
            "hours": ("resume",),
            "short": ("choice", "table", "resume"),
        }
        for key, home in homes.items():
            if getattr(described, key) is not None and kinds[0] not in home:
                message = f"The key `{key}` belongs to {' or '.join(home)}, and this step is a {kinds[0]}."
                self.draft.refuse(place.key(key), "KEY07", message, _belongs(key, kinds[0]))
        for key in ("options", "record"):
            if kinds[0] == "choice" and getattr(described, key) is None:
                message = f'The key "{key}" is missing in {described.id}.'
                self.draft.refuse(place.where, "KEY02", message, f"Add `{key}: …` beside `choice`.")

    # Choices

    def _single_choice(self, described: StepDescription, place: Place) -> dict[str, Choice]:
        head = described.choice
        if head is None or described.options is None or described.record is None:
            return {}
        party = head.party
        self.draft.knows(party, self.draft.parties, place.at("choice", "party").where, "REF02", "party")
        parts = (described.options, described.advice or (), described.record, described.short or PLAY)
        question = self.draft.text(head.question, place.at("choice", "question"))
        choice = ChoiceBuilder(self.draft, party, place, described.options)
        return {party: choice.built(question, *parts)}

    def _choices(self, described: dict[str, PartyChoiceDescription], place: Place) -> dict[str, Choice]:
        found = {}
        for party, one in described.items():
            self.draft.knows(party, self.draft.parties, place.key(party), "REF02", "party")
            here = place.at(party)
            question = self.draft.text(one.question, here.at("question"))
            choice = ChoiceBuilder(self.draft, party, here, one.options)
            found[party] = choice.built(question, one.options, one.advice, one.record, one.short)
        return found

    # Later sessions and what belongs to them

    def _resume(self, described: StepDescription, place: Place) -> Resume:
        table = described.resume or ""
        earlier = [step.id for step in self.file.steps[: self._index(described)] if step.table is not None]
        if table and self.draft.knows(table, (step.id for step in self.file.steps), place.where, "REF01", "step"):
            if not any(step.id == table and step.table is not None for step in self.file.steps):
                message = f'The step "{table}" is not a table, so it cannot be resumed.'
                self.draft.refuse(place.where, "REF10", message, "Name the step that opens the table.")
            elif table not in earlier:
                message = f'The table "{table}" opens only after this step.'
                self.draft.refuse(place.where, "REF10", message, "Put this step after it.")
        return Resume(table)

    def _check_hours(self, described: StepDescription, place: Place) -> None:
        opening = next((step.table for step in self.file.steps if step.id == described.resume), None)
        if described.hours is not None and opening is not None and opening.hours is None:
            message = f"The table {described.resume} counts no hours, so this session has none."
            self.draft.refuse(place.key("hours"), "KEY07", message, "Add `hours` to the table, or delete it here.")

    def _index(self, described: StepDescription) -> int:
        return next(index for index, step in enumerate(self.file.steps) if step is described)

    def _short_of_table(self, described: StepDescription, place: Place) -> str:
        if described.table is None and described.resume is None:
            return PLAY
        own = described.short
        if own is not None:
            self.draft.knows(own, (PLAY, PROGRAM), place.at("short").where, "REF06", "way to play a table")
            return own
        opening = next((step for step in self.file.steps if step.id == described.resume), None)
        return (opening.short if opening else None) or PLAY

    def _figures(self, names: Sequence[str], place: Place) -> tuple[str, ...]:
        found: dict[str, None] = {}
        columns, aliases = self.draft.scope.columns, self.draft.scope.aliases
        for index, name in enumerate(names):
            name = aliases.get(name, name)
            if name in columns or name in self.file.measures:
                found[name] = None
            elif name in self.draft.variables:
                found |= dict.fromkeys(column for column in columns if column.startswith(f"{name}."))
            else:
                choices = (*columns, *aliases, *self.file.measures, *self.draft.variables)
                where = place.item(index, name).where
                self.draft.knows(name, choices, where, "REF05", "variable or measure")
        return tuple(found)


def _belongs(key: str, kind: str) -> str:
    if kind == "choices":
        return "Put it under the party that decides."
    if key == "record":
        return f"Put it inside `{kind}`, or delete it."
    return "Delete it."
