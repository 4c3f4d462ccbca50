"""Every text in Thai that the game ships: of the interface, the scenarios, the codex and the world catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from game.present.languages import speech_in
from game.scenario.nodes import Mapping, Node, Scalar, Sequence
from game.scenario.yaml_reader import read_file

SCENARIOS = Path(__file__).parents[1] / "scenarios"
TRANSLATIONS = sorted((*SCENARIOS.glob("*.th.yaml"), *SCENARIOS.glob("*/th.yaml")))


@cache
def thai_texts(*, breaking: bool = False) -> tuple[str, ...]:
    """The texts, each paragraph by itself; with their places to break where `breaking`."""
    found = [*speech_in("th").sentences.values(), *(text for path in TRANSLATIONS for text in _texts(path))]
    lines = [line for text in found for line in text.split("\n") if line]
    return tuple(lines if breaking else (line.replace("\u200b", "") for line in lines))


def _texts(path: Path) -> Iterator[str]:
    node = read_file(path, str(path), [])
    assert isinstance(node, Mapping)
    texts = node.entries["texts"].value
    assert isinstance(texts, Mapping)
    for entry in texts.entries.values():
        assert isinstance(entry.value, Mapping)
        yield from _words(entry.value.entries["text"].value)


def _words(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _words(item)
