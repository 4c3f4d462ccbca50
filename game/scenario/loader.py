"""From a name to a checked scenario: finds the file, reads it, builds it, reviews it.

`load` is for play, `check` for authors, `shelf` for choosing. Nothing here knows what a key means.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from game.errors import CannotRead
from game.scenario.catalogue import FILE as CATALOGUE_FILE
from game.scenario.catalogue import Catalogue, read_catalogue, scenarios_folder
from game.scenario.collector import collector_at_rest
from game.scenario.nodes import Mapping as MappingNode
from game.scenario.nodes import Node, child
from game.scenario.positions import Finding, Position, ScenarioError, Severity
from game.scenario.shelf import ShelfEntry as ShelfEntry
from game.scenario.shelf import is_on_shelf as is_on_shelf
from game.scenario.shelf import shelf as shelf
from game.scenario.source_text import text_of_file
from game.scenario.whereabouts import (
    CODEX_FILE,
    FILE,
    file_in,
    find,
    is_translation,
    shared_file_of,
    shown,
    translations_beside,
)
from game.scenario.yaml_reader import read_file, read_text

if TYPE_CHECKING:
    from game.scenario.model import Scenario
    from game.scenario.overlay import Words

MOST_KEPT = 2
"""So many scenarios stay in memory as they were read last."""


def load(name: str | Path, *, folder: Path | None = None) -> Scenario:
    """The scenario of this id in `folder` (the game's own by default), or in this folder or file.

    Raises: ScenarioError with every finding for a file with errors; CannotRead with one sentence where there
    is no such scenario.
    """
    findings: list[Finding] = []
    file = find(name, folder)
    text = text_of_file(file, shown(file), findings)
    if text is None:
        raise ScenarioError(findings)
    return _loaded(file, file.resolve(), shown(file), text, _text_if_any(_catalogue_file(file)))


@lru_cache(maxsize=MOST_KEPT)
def _loaded(file: Path, place: Path, name: str, text: str, catalogue: str) -> Scenario:
    """The scenario that the texts of its file and of its catalogue make; what is opened again is not read again."""
    findings: list[Finding] = []
    with collector_at_rest():
        scenario = _build(file, read_text(text, name, findings), findings)
        if scenario is not None:
            findings += _review(scenario)
    if scenario is None or any(finding.severity is Severity.ERROR for finding in findings):
        raise ScenarioError(in_file_order(findings))
    return scenario


def _text_if_any(file: Path) -> str:
    """A file as it is, by which it is known again; what is wrong with it is told where it is read."""
    try:
        return text_of_file(file, str(file), []) or ""
    except CannotRead:
        return ""


def load_words(scenario: Scenario, name: str | Path, language: str, *, folder: Path | None = None) -> Words:
    """The words of `scenario`, which was loaded by `name`, in a language: its own, or that of a translation beside it.

    The words of the world catalogue come with them, where it is there in that language.
    Raises: ScenarioError for a translation that cannot be read; CannotRead, with the languages there are, where
    there is none.
    """
    from game.scenario.overlay import Words, load_overlay, words_of
    from game.scenario.overlay_lines import words_by_line

    file = find(name, folder)
    shared = _shared_words(scenario, file, language)
    if language == scenario.language:
        return Words(language, shared)
    beside = {path.stem: path for path in translations_beside(file)}
    if language not in beside:
        languages = ", ".join((scenario.language, *beside))
        raise CannotRead(f'The scenario "{scenario.id}" is not there in "{language}"; it is there in {languages}.')
    words = words_by_line(beside[language], scenario)
    if words is None:
        findings: list[Finding] = []
        overlay = load_overlay(beside[language], scenario, findings, shown(beside[language]))
        if overlay is None:
            raise ScenarioError(in_file_order(findings))
        words = words_of(overlay, scenario)
    return Words(language, {**shared, **words.texts})


def best_words(scenario: Scenario, name: str | Path, language: str, *, folder: Path | None = None) -> Words:
    """The words of `scenario` in a language as far as it is there in that, and in its own where it is not.

    Raises: ScenarioError for a translation that cannot be read.
    """
    from game.scenario.overlay import Words

    file = find(name, folder)
    if language == scenario.language or language in {path.stem for path in translations_beside(file)}:
        return load_words(scenario, name, language, folder=folder)
    return Words(language, _shared_words(scenario, file, language))


def _shared_words(scenario: Scenario, file: Path, language: str) -> Mapping[str, str]:
    """The words for the texts of the world catalogue that the scenario in `file` was built with, by address.

    Raises: ScenarioError for a translation of the catalogue that cannot be read.
    """
    from game.scenario.world_overlay import world_words

    return world_words(_catalogue_file(file), scenario.catalogue, language)


def check(path: str | Path) -> list[Finding]:
    """Everything there is to say about a scenario, a world catalogue, a codex or a translation, in file order.

    A scenario is checked together with the translations beside it, a translation by its scenario; a codex also
    by what the scenarios beside it name.
    Raises: CannotRead for what is missing or is not a regular file or folder.
    """
    file = file_in(Path(path))
    findings: list[Finding] = []
    shared = shared_file_of(file)
    if shared == CATALOGUE_FILE:
        _check_world(file, findings)
    elif shared == CODEX_FILE:
        _check_codex(file, findings)
    elif is_translation(file):
        _check_translation(file, findings)
    else:
        _check_scenario(file, findings)
    return in_file_order(findings)


def is_scenario(path: Path) -> bool:
    """Whether a file is checked as a scenario: neither a translation nor the world catalogue nor the codex."""
    file = file_in(path)
    return not shared_file_of(file) and not is_translation(file)


def place_in(path: Path, *keys: str) -> Position:
    """The place of the value under these keys in a scenario's file, as `check` shows it; as far as there is one."""
    file = file_in(path)
    node = read_file(file, str(file), [])
    for key in keys:
        node = (child(node, key) if node else None) or node
    return node.where if node else Position(str(file), 1, 1)


def in_file_order(findings: list[Finding]) -> list[Finding]:
    """The findings by place; where the spelling of a value is wrong, nothing else is said of that place.

    Only what can stand there instead of a misread word is told with it.
    """
    misspelt = {finding.where for finding in findings if finding.code.startswith("YML")}
    instead = {one.where: one.suggestion for one in findings if one.code == "REF06"}
    kept = [one for one in findings if one.code.startswith("YML") or one.where not in misspelt]
    told = [replace(one, suggestion=instead.get(one.where) or one.suggestion) for one in kept]
    return sorted(dict.fromkeys(told), key=lambda finding: finding.where)


# Checking


def _check_world(file: Path, findings: list[Finding]) -> None:
    from game.scenario.world_overlay import check_world_file, check_world_translation

    if file.name == CATALOGUE_FILE:
        check_world_file(file, findings)
    else:
        check_world_translation(file, findings)


def _check_codex(file: Path, findings: list[Finding]) -> None:
    from game.scenario.codex_check import check_codex_file, check_codex_translation

    if file.name == CODEX_FILE:
        check_codex_file(file, findings)
    else:
        check_codex_translation(file, findings)


def _check_scenario(file: Path, findings: list[Finding]) -> None:
    scenario = _build(file, read_file(file, str(file), findings), findings)
    if scenario is not None:
        findings += _review(scenario)
        for translation in translations_beside(file):
            _compare(translation, scenario, findings)


def _check_translation(file: Path, findings: list[Finding]) -> None:
    about: list[Finding] = []
    original = file.with_name(FILE)
    scenario = _build(original, read_file(original, str(original), about), about)
    if scenario is None:
        findings += about
    else:
        _compare(file, scenario, findings)


def _compare(translation: Path, scenario: Scenario, findings: list[Finding]) -> None:
    from game.scenario.overlay import compare_overlay, load_overlay

    overlay = load_overlay(translation, scenario, findings)
    if overlay is not None:
        findings += compare_overlay(overlay, scenario)


# From a file to a scenario


def _build(file: Path, node: Node | None, findings: list[Finding]) -> Scenario | None:
    if node is None:
        return None
    from game.scenario.build import build
    from game.scenario.describing import scenario_described

    description = scenario_described(node, findings)
    catalogue = _catalogue_of(file, findings)
    if description is None or catalogue is None:
        return None
    _check_folder(file, description.id, node, findings)
    return build(description, node, catalogue, findings)


def _check_folder(file: Path, id_: str, node: Node, findings: list[Finding]) -> None:
    folder = file.resolve().parent.name
    if file.name == FILE and id_ != folder:
        message = f'The id "{id_}" is not the name of the folder, "{folder}".'
        where = node.entries["id"].value.where if isinstance(node, MappingNode) else node.where
        findings.append(Finding(where, Severity.ERROR, "KEY12", message, "Make them the same."))


def _catalogue_of(file: Path, findings: list[Finding]) -> Catalogue | None:
    catalogue = _catalogue_file(file)
    return read_catalogue(catalogue, shown(catalogue), findings)


def _catalogue_file(file: Path) -> Path:
    """The catalogue beside the scenario or its folder, or else the game's own."""
    home = file.resolve().parent
    beside = (folder / CATALOGUE_FILE for folder in (home, home.parent))
    return next((path for path in beside if path.is_file()), None) or scenarios_folder() / CATALOGUE_FILE


def _review(scenario: Scenario) -> list[Finding]:
    from game.scenario.lint import review

    return review(scenario)
