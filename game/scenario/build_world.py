"""Builds what a scenario is about: its sources, parties and their people, sides, regions and variables.

The numbers of variables are laid out before, as columns; here they get their words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from game.scenario.build_columns import Columns
from game.scenario.build_draft import Draft, Place
from game.scenario.cast import Member, Party, Region, Source, Text, Variable
from game.scenario.catalogue import SharedVariable, source_from

if TYPE_CHECKING:
    from game.scenario.description import (
        MemberDescription,
        PartyDescription,
        ScenarioDescription,
        SourceDescription,
        VariableDescription,
    )


def check_world(draft: Draft, file: ScenarioDescription, place: Place) -> None:
    """Checks that parties and regions are in the catalogue and that sides and people are told apart."""
    for id_ in file.parties:
        draft.knows(id_, draft.catalogue.parties, place.at("parties").key(id_), "REF02", "party in the world catalogue")
    draft.all_known(
        file.regions, place.at("regions"), draft.catalogue.regions, "REF04", "region in the world catalogue"
    )
    for id_, members, where in sides(file, place.at("sides")):
        draft.all_known(members, where, file.parties, "REF02", "party in this file")
        if id_ in file.parties:
            message = f'"{id_}" is a party, so it cannot be the name of a side.'
            draft.refuse(place.at("sides").key(id_), "KEY11", message, "Give the side a name of its own.")
    _check_entrances(draft, file, place)
    _check_members(draft, file, place)


def sides(file: ScenarioDescription, place: Place) -> Iterator[tuple[str, list[str], Place]]:
    """The sides of the file: the id of each, its parties, and where they are listed."""
    for id_, side in file.sides.items():
        yield (id_, side, place.at(id_)) if isinstance(side, list) else (id_, side.parties, place.at(id_, "parties"))


def side_names(draft: Draft, file: ScenarioDescription, place: Place) -> dict[str, Text]:
    """The names of those sides that have one."""
    named = {id_: side for id_, side in file.sides.items() if not isinstance(side, list)}
    return {id_: draft.text(side.name, place.at(id_, "name")) for id_, side in named.items()}


def _check_entrances(draft: Draft, file: ScenarioDescription, place: Place) -> None:
    steps = [step.id for step in file.steps]
    for id_, party in file.parties.items():
        if party.enters is not None:
            draft.knows(party.enters, steps, place.at("parties", id_, "enters").where, "REF01", "step")


def _check_members(draft: Draft, file: ScenarioDescription, place: Place) -> None:
    home: dict[str, str] = {}
    for party, described in file.parties.items():
        for member in described.members:
            if member in home:
                message = f'The member "{member}" is already one of {home[member]}.'
                where = place.at("parties", party, "members").key(member)
                draft.refuse(where, "KEY11", message, "Give this one an id of its own.")
            home.setdefault(member, party)


def sources(draft: Draft, own: dict[str, SourceDescription], place: Place) -> dict[str, Source]:
    """The sources that the file may cite: the catalogue's, and its own at `place`, which win."""
    listed = {id_: replace(source_from(id_, described), where=place.key(id_)) for id_, described in own.items()}
    return dict(draft.catalogue.sources) | listed


def party(draft: Draft, id_: str, described: PartyDescription, place: Place) -> Party:
    """A party with its people; the catalogue names it where the file does not."""
    listed = draft.catalogue.parties[id_]
    return Party(
        id=id_,
        name=draft.text(described.name, place.at("name")) if described.name else listed.name,
        adjective=listed.adjective,
        brief=draft.text(described.brief, place.at("brief")),
        members={
            key: _member(draft, key, member, place.at("members", key)) for key, member in described.members.items()
        },
        playable=described.playable == "people",
        enters=described.enters or "",
    )


def _member(draft: Draft, id_: str, described: MemberDescription, place: Place) -> Member:
    return Member(
        id=id_,
        name=draft.text(described.name, place.at("name")),
        role=draft.text(described.role, place.at("role")),
        brief=draft.text(described.brief, place.at("brief")),
        conviction=draft.text(described.conviction, place.at("conviction")),
        powers=tuple(described.powers),
    )


def regions(draft: Draft, file: ScenarioDescription) -> dict[str, Region]:
    """The regions that the file lists, as the catalogue has them."""
    found = {id_: draft.catalogue.regions[id_] for id_ in file.regions}
    for region in found.values():
        draft.cited |= dict.fromkeys(region.sources)
    return found


def variables(draft: Draft, file: ScenarioDescription, columns: Columns, place: Place) -> dict[str, Variable]:
    """The file's own variables, then the shared ones that have an instance here."""
    found = {
        id_: _declared(draft, id_, described, columns.instances[id_], place.at(id_))
        for id_, described in file.variables.items()
    }
    for id_, shared in draft.catalogue.variables.items():
        if columns.instances.get(id_) and id_ not in found:
            found[id_] = _shared(shared, columns.instances[id_])
    return found


def _declared(
    draft: Draft, id_: str, described: VariableDescription, instances: tuple[str, ...], place: Place
) -> Variable:
    given = described.values if isinstance(described.values, dict) else {}
    values = None if described.values is None else tuple(described.values)
    meaning = draft.text_or_none(described.text, place, "text")
    return Variable(
        id=id_,
        name=draft.text(described.name, place.at("name")),
        unit=draft.text_or_none(described.unit, place, "unit"),
        good=described.good,
        per=described.per,
        values=values,
        value_names={
            value: draft.text(given.get(value, value.replace("-", " ")), place.at("values", value))
            for value in values or ()
        },
        columns=instances,
        basis=draft.text_or_none(described.basis, place, "basis"),
        shown=described.shown,
        text=meaning,
        unexplained=draft.text_or_none(described.unexplained, place, "unexplained"),
    )


def _shared(shared: SharedVariable, instances: tuple[str, ...]) -> Variable:
    return Variable(
        id=shared.id,
        name=shared.name,
        unit=shared.unit,
        good=shared.good,
        per=shared.per,
        values=shared.values,
        value_names=shared.value_names,
        columns=instances,
        basis=None,
        shown=True,
        text=shared.text,
    )
