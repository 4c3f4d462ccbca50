"""Reads a translation that lies beside a world catalogue, compares it with the catalogue, and hands out its words.

It is one as lies beside a scenario, and goes by the same rules. Its addresses begin below the catalogue:
`parties.finland.name`, `regions.hanko.name`, `variables.standing.text`, `values.none`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from game.scenario.cast import Text
from game.scenario.catalogue import FILE as CATALOGUE_FILE
from game.scenario.catalogue import Catalogue, read_catalogue
from game.scenario.overlay import compare_overlay, load_overlay, words_of
from game.scenario.positions import Finding, ScenarioError
from game.scenario.shared_translations import check_shared_translation
from game.scenario.whereabouts import language_of_shared, shared_translation, shared_translations_beside, shown

_ID = "world"
_LANGUAGE = "en"
"""What the catalogue is written in."""
_PREFIX = f"{_ID}."


@dataclass(frozen=True, slots=True)
class World:
    """What a translation of a catalogue translates: its texts by their addresses below the catalogue."""

    id: str
    language: str
    texts: Mapping[str, Text]


def world_of(catalogue: Catalogue) -> World:
    """Every text of a catalogue, each once."""
    placed = {text.address.removeprefix(_PREFIX): text for text in _texts(catalogue)}
    return World(_ID, _LANGUAGE, {address: replace(text, address=address) for address, text in placed.items()})


def world_words(file: Path, catalogue: Catalogue, language: str) -> Mapping[str, str]:
    """The words for a catalogue's texts in a language, by their whole addresses; none where there is no translation.

    `file` is the catalogue's.
    Raises: ScenarioError for a translation that cannot be read.
    """
    translation = shared_translation(file, language)
    if translation is None:
        return {}
    findings: list[Finding] = []
    world = world_of(catalogue)
    overlay = load_overlay(translation, world, findings, shown(translation), language=language, subject=_ID)
    if overlay is None:
        raise ScenarioError(findings)
    return {f"{_PREFIX}{address}": text for address, text in words_of(overlay, world).texts.items()}


def check_world_file(file: Path, findings: list[Finding]) -> None:
    """Everything there is to say about the catalogue in `file` and its translations."""
    catalogue = read_catalogue(file, str(file), findings)
    if catalogue is not None:
        for translation in shared_translations_beside(file):
            _compare(translation, catalogue, findings)


def check_world_translation(file: Path, findings: list[Finding]) -> None:
    """Everything there is to say about a translation; of its catalogue only what keeps it from being read."""
    check_shared_translation(file, CATALOGUE_FILE, read_catalogue, _compare, findings)


def _compare(file: Path, catalogue: Catalogue, findings: list[Finding]) -> None:
    world = world_of(catalogue)
    overlay = load_overlay(file, world, findings, language=language_of_shared(file), subject=_ID)
    if overlay is not None:
        findings += compare_overlay(overlay, world, subject=_ID)


def _texts(catalogue: Catalogue) -> Iterator[Text]:
    for party in catalogue.parties.values():
        yield from (party.name, party.adjective)
    for variable in catalogue.variables.values():
        yield from (text for text in (variable.name, variable.unit, variable.text) if text is not None)
        yield from variable.value_names.values()
    yield from (region.name for region in catalogue.regions.values())
