"""Checks a codex for its author, together with the translations and the scenarios beside it.

The scenarios are read as trees, not built: whether they are sound is theirs to be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from game.errors import CannotRead
from game.scenario.catalogue import FILE as CATALOGUE_FILE
from game.scenario.codex import Codex, read_codex
from game.scenario.codex_overlay import compare_codex_overlay, load_codex_overlay
from game.scenario.lint_codex import check_use
from game.scenario.nodes import Node, Scalar, Sequence
from game.scenario.positions import Finding, Severity
from game.scenario.shared_translations import check_shared_translation
from game.scenario.shelf import NOT_PROSE
from game.scenario.whereabouts import CODEX_FILE, FILE, scenario_ids, shared_translations_beside
from game.scenario.yaml_reader import read_file

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def check_codex_file(file: Path, findings: list[Finding]) -> None:
    """Everything there is to say about the codex in `file`, its use and its translations."""
    codex = read_codex(file, str(file), findings)
    if codex is None:
        return
    if not any(finding.severity is Severity.ERROR for finding in findings):
        findings += check_use(codex, texts_beside(file))
    for translation in shared_translations_beside(file):
        _compare(translation, codex, findings)


def check_codex_translation(file: Path, findings: list[Finding]) -> None:
    """Everything there is to say about a translation; of its codex only what keeps it from being read."""
    check_shared_translation(file, CODEX_FILE, read_codex, _compare, findings)


def texts_beside(codex: Path) -> Iterator[str]:
    """Every text of the scenarios in the folder of a codex, and the names of the world catalogue there."""
    folder = codex.parent
    for file in (*(folder / id_ / FILE for id_ in scenario_ids(folder)), folder / CATALOGUE_FILE):
        try:
            node = read_file(file, str(file), [])
        except CannotRead:
            continue
        if node is not None:
            yield from _texts(node)


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield _PLACEHOLDER.sub(" ", node.text)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _texts(item)
    else:
        for key, entry in node.entries.items():
            if key not in NOT_PROSE:
                yield from _texts(entry.value)


def _compare(translation: Path, codex: Codex, findings: list[Finding]) -> None:
    overlay = load_codex_overlay(translation, codex, findings)
    if overlay is not None:
        findings += compare_codex_overlay(overlay, codex)
