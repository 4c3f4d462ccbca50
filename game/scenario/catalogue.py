"""The world catalogue: the parties, regions and shared variables that every scenario may use, and where they lie.

It reads `world.yaml` and checks it by itself. Which regions a scenario takes from it is for the builder.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from game.errors import CannotRead
from game.scenario.cast import Paragraph, Region, Source, Text
from game.scenario.describing import world_described
from game.scenario.nodes import Node, child
from game.scenario.positions import Finding, Position, Severity
from game.scenario.shipped import shipped_folder
from game.scenario.suggestions import did_you_mean
from game.scenario.yaml_reader import read_file

if TYPE_CHECKING:
    from game.scenario.description import SourceDescription, WorldDescription, WorldVariableDescription

FILE = "world.yaml"
NOBODY = "none"
"""The value of a party-valued variable that names no party."""


@dataclass(frozen=True, slots=True)
class CatalogueParty:
    """A government of the time."""

    id: str
    name: Text
    adjective: Text


@dataclass(frozen=True, slots=True)
class SharedVariable:
    """A variable that keeps its meaning between scenarios; `values` are None for a quantity."""

    id: str
    name: Text
    unit: Text | None
    good: Literal["up", "down", "none"]
    per: Literal["world", "party", "pair", "directed-pair", "region", "party-region"]
    values: tuple[str, ...] | None
    value_names: Mapping[str, Text]
    low: int
    high: int
    start: int
    text: Text | None = None
    """What it means."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What all scenarios share; parties are in the order that numbers the values of party-valued variables."""

    parties: Mapping[str, CatalogueParty]
    variables: Mapping[str, SharedVariable]
    regions: Mapping[str, Region]
    sources: Mapping[str, Source]
    lands: Mapping[str, str]
    """Whose the lands of the map are that nobody bargains over, by party; one that is not here is a state."""


def scenarios_folder() -> Path:
    """The folder that holds `world.yaml` and the scenarios: the checkout's, or the one that the package carries.

    Raises: CannotRead where there is neither.
    """
    folder = shipped_folder("scenarios", FILE)
    if folder is None:
        raise CannotRead("The scenarios that come with the game are not here; install the game again.")
    return folder


def read_catalogue(path: Path, shown: str, findings: list[Finding]) -> Catalogue | None:
    """The catalogue in the file `path`, or None after at least one error.

    Raises: CannotRead for what is missing or is not a regular file.
    """
    found: list[Finding] = []
    node = read_file(path, shown, found)
    described_world = None if node is None else world_described(node, found)
    if node is not None and described_world is not None:
        found += _broken_references(described_world, node)
    findings += found
    if node is None or described_world is None or any(one.severity is Severity.ERROR for one in found):
        return None
    return _built(described_world, node)


def source_from(id_: str, description: SourceDescription) -> Source:
    """The source that a description gives."""
    return Source(
        id_, description.title, description.kind, description.year, description.author or "", description.place or ""
    )


def range_from(written: str) -> tuple[int, int]:
    """The two ends of a range.

    >>> range_from("0..100")
    (0, 100)
    """
    low, high = written.split("..")
    return int(low), int(high)


def resting_value(low: int, high: int) -> int:
    """The start of a quantity that states none: 0, or the end of the range that is nearer to it."""
    return min(max(0, low), high)


def _broken_references(world: WorldDescription, node: Node) -> list[Finding]:
    findings: list[Finding] = []

    def refuse(code: str, place: Position, message: str, hint: str) -> None:
        findings.append(Finding(place, Severity.ERROR, code, message, hint))

    for id_, region in world.regions.items():
        for key, party in (("state", region.state), ("owner", region.owner)):
            if party not in world.parties:
                where = _where(node, "regions", id_, key)
                refuse("REF02", where, f'There is no party "{party}".', did_you_mean(party, world.parties))
        for number, source in enumerate(region.sources):
            if source not in world.sources:
                where = _where(node, "regions", id_, "sources", number)
                refuse("REF03", where, f'There is no source "{source}".', did_you_mean(source, world.sources))
    for id_, party in world.lands.items():
        if party not in world.parties:
            where = _where(node, "lands", id_)
            refuse("REF02", where, f'There is no party "{party}".', did_you_mean(party, world.parties))
    for id_, variable in world.variables.items():
        if (variable.values is None) == (variable.range is None):
            message = f'The variable "{id_}" should have either a range or values.'
            refuse("KEY07", _where(node, "variables", id_), message, "Write one of them.")
        elif variable.range and range_from(variable.range)[0] >= range_from(variable.range)[1]:
            where = _where(node, "variables", id_, "range")
            refuse("KEY06", where, f"The range {variable.range} is empty.", "Write the lower number first.")
        elif variable.range and variable.start is not None and not _holds(variable.range, variable.start):
            message = f"{variable.start} is not a number in {variable.range}."
            refuse("KEY09", _where(node, "variables", id_, "start"), message, "Write one that is.")
    return findings


def _holds(written: str, number: int) -> bool:
    low, high = range_from(written)
    return low <= number <= high


def _where(node: Node, *parts: str | int) -> Position:
    for part in parts:
        node = child(node, part) or node
    return node.where


def _built(world: WorldDescription, node: Node) -> Catalogue:
    def text(source: str, *keys: str) -> Text:
        where = _where(node, *keys)
        return Text(".".join(("world", *keys)), (Paragraph("", source, None, where),), where)

    parties = {
        id_: CatalogueParty(
            id_, text(party.name, "parties", id_, "name"), text(party.adjective, "parties", id_, "adjective")
        )
        for id_, party in world.parties.items()
    }
    names = {NOBODY: text("none", "values", NOBODY)} | {id_: party.name for id_, party in parties.items()}
    regions = {
        id_: Region(
            id_, text(region.name, "regions", id_, "name"), region.owner, region.area, region.population,
            tuple(region.sources), region.state,
        )
        for id_, region in world.regions.items()
    }  # fmt: skip
    variables = {
        id_: _shared(
            id_,
            variable,
            names,
            text(variable.name, "variables", id_, "name"),
            text(variable.unit, "variables", id_, "unit") if variable.unit else None,
            text(variable.text, "variables", id_, "text") if variable.text else None,
        )
        for id_, variable in world.variables.items()
    }
    sources = {id_: source_from(id_, source) for id_, source in world.sources.items()}
    return Catalogue(parties, variables, regions, sources, world.lands)


def _shared(
    id_: str,
    variable: WorldVariableDescription,
    names: Mapping[str, Text],
    name: Text,
    unit: Text | None,
    meaning: Text | None,
) -> SharedVariable:
    if variable.range is None:
        values = tuple(names)
        return SharedVariable(
            id_,
            name,
            unit,
            variable.good,
            variable.per,
            values,
            names,
            0,
            len(values) - 1,
            values.index(NOBODY),
            meaning,
        )
    low, high = range_from(variable.range)
    start = resting_value(low, high) if variable.start is None else variable.start
    return SharedVariable(id_, name, unit, variable.good, variable.per, None, {}, low, high, start, meaning)
