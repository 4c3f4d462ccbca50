"""The plain tree of a YAML file: texts, lists and mappings, each with its place.

Nothing is interpreted: `12`, `true` and `1939-10-05` are texts that know they were written without quotes.
What they mean is for the description to say. Nothing here reads YAML.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario.positions import Position


@dataclass(frozen=True, slots=True)
class Scalar:
    """A word, a number or a sentence; `where` is the place of its first character, after any quotation mark."""

    text: str
    plain: bool
    where: Position


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    where: Position


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping with its value; `where` is the place of the key."""

    where: Position
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in file order."""

    entries: dict[str, Entry]
    where: Position


Node = Scalar | Sequence | Mapping


def child(node: Node, part: str | int) -> Node | None:
    """The value under a key or at an index, or None where there is no such thing."""
    if isinstance(node, Mapping):
        entry = node.entries.get(str(part))
        return entry.value if entry else None
    if isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
        return node.items[part]
    return None


def word_at(node: Node, *parts: str | int) -> str:
    """The text found by following `parts`, or "" where there is none."""
    found: Node | None = node
    for part in parts:
        found = child(found, part) if found else None
    return found.text if isinstance(found, Scalar) else ""


def place_in(node: Node, *parts: str | int) -> Position:
    """The place of the value found by following `parts`, as far as there is one."""
    for part in parts:
        node = child(node, part) or node
    return node.where
