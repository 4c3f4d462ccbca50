"""Builds what nobody decides: draws with their odds, and dispatches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenario.build_draft import Draft, Place
from game.scenario.model import Chance, ChanceOutcome, Dispatch

if TYPE_CHECKING:
    from game.scenario.description_steps import ChanceDescription, ChanceOutcomeDescription, DispatchDescription

DISPUTED = "disputed"
"""The record of a draw on whose outcome historians differ."""


def build_chance(draft: Draft, described: ChanceDescription, place: Place) -> Chance:
    """The draw at `place`."""
    if described.seals is not None:
        _check_seal(draft, described.seals, place.at("seals"))
    if described.record != DISPUTED:
        draft.knows(described.record, described.outcomes, place.at("record").where, "REF06", "outcome")
    numbered = enumerate(described.outcomes.items(), 1)
    return Chance(
        outcomes={
            id_: _outcome(draft, id_, number, outcome, place.at("outcomes", id_)) for number, (id_, outcome) in numbered
        },
        seals=described.seals,
        believed=_believed_odds(draft, described, place.at("believed")),
        basis=draft.text(described.basis, place.at("basis")),
        record=None if described.record == DISPUTED else described.record,
        chapter=draft.text_or_none(described.chapter, place, "chapter"),
    )


def _check_seal(draft: Draft, name: str, place: Place) -> None:
    variables = {id_ for id_, column in draft.scope.columns.items() if column.variable in draft.variables}
    if draft.knows(name, sorted(variables), place.where, "REF05", "variable") and not draft.scope.columns[name].values:
        message = f'The variable "{name}" is a number, and only one with named values can be sealed.'
        draft.refuse(place.where, "REF05", message, "Give it `values` instead of a range.")


def _outcome(draft: Draft, id_: str, number: int, described: ChanceOutcomeDescription, place: Place) -> ChanceOutcome:
    return ChanceOutcome(
        id=id_,
        number=number,
        name=draft.text_or_none(described.name, place, "name"),
        odds=draft.odds(described.odds, place),
        text=draft.text_or_none(described.text, place, "text"),
        effects=draft.effects(described.effects, place, "effects"),
        reading=draft.text_or_none(described.reading, place, "reading"),
        sources=draft.cite(described.sources, place),
    )


def _believed_odds(draft: Draft, described: ChanceDescription, place: Place) -> dict[str, tuple[int, ...]]:
    found = {}
    for party, weights in described.believed.items():
        draft.knows(party, draft.parties, place.key(party), "REF02", "party")
        here = place.at(party)
        known = [draft.knows(one, described.outcomes, here.key(one), "REF06", "outcome") for one in weights]
        missing = [outcome for outcome in described.outcomes if outcome not in weights]
        if missing and all(known):
            message = f'What {party} believes says nothing of "{missing[0]}".'
            draft.refuse(here.where, "KEY10", message, f"Add `{missing[0]}: …`.")
        elif not any(weights.values()):
            draft.refuse(here.where, "KEY06", "These weights are all 0.", "Give one of them more.")
        found[party] = tuple(weights.get(outcome, 0) for outcome in described.outcomes)
    return found


def build_dispatch(draft: Draft, described: DispatchDescription, place: Place) -> Dispatch:
    """The news at `place`."""
    return Dispatch(
        to=draft.audience(described.to, place.at("to")),
        text=draft.text(described.text, place.at("text")),
        effects=draft.effects(described.effects, place, "effects"),
        reliability=described.reliability,
    )
