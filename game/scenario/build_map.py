"""Builds what a scenario says of the map, and checks that its regions, parties, steps and issues are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenario.build_dates import check_from_and_until
from game.scenario.build_draft import Draft, Place
from game.scenario.lands import FIRM, HELD, LandRule, MapRules

if TYPE_CHECKING:
    from game.scenario.description import ScenarioDescription
    from game.scenario.description_map import LandDescription, MapDescription

_REGION = "region in the world catalogue"


def build_map(draft: Draft, file: ScenarioDescription, place: Place) -> MapRules:
    """The map of the file, or an empty one."""
    described = file.map
    if described is None:
        return MapRules()
    lands = tuple(
        _land(draft, file, land, place.at("lands").item(index, land.by)) for index, land in enumerate(described.lands)
    )
    _check_subjects(draft, file, described, place.at("speaks-of"))
    spoken = {subject: tuple(regions) for subject, regions in described.speaks_of.items()}
    return MapRules(described.sheet or "", lands, spoken)


def _land(draft: Draft, file: ScenarioDescription, land: LandDescription, place: Place) -> LandRule:
    draft.knows(land.by, draft.catalogue.parties, place.at("by").where, "REF02", "party in the world catalogue")
    draft.all_known(land.regions, place.at("regions"), draft.catalogue.regions, "REF04", _REGION)
    for index, region in enumerate(land.regions):
        if region in file.regions and land.tenure in FIRM:
            where = place.at("regions").item(index, region).where
            variable = f"{HELD[land.tenure]}.{region}"
            message = f'The region "{region}" is among the file\'s own, and {variable} tells whose it is.'
            draft.refuse(where, "KEY07", message, f"Take it out here, and set `{variable}` in `start`.")
    check_from_and_until(draft, land.from_, land.until, place)
    return LandRule(
        tenure=land.tenure,
        party=land.by,
        regions=tuple(land.regions),
        when=draft.condition(land.when, place, "when"),
        sources=draft.cite(land.sources, place),
        first_day=land.from_ or "",
        last_day=land.until or "",
        known_to=draft.audience(land.known_to, place.at("known-to")),
    )


def _check_subjects(draft: Draft, file: ScenarioDescription, described: MapDescription, place: Place) -> None:
    known = [step.id for step in file.steps]
    known += [f"{step.id}.{issue}" for step in file.steps if step.table for issue in step.table.issues]
    for subject, regions in described.speaks_of.items():
        draft.knows(subject, known, place.key(subject), "REF01", "step or issue")
        draft.all_known(regions, place.at(subject), draft.catalogue.regions, "REF04", _REGION)
