"""Finds the columns that a file speaks of, before any is laid out: some are kept only where somebody reads them.

It looks at words alone, in keys and values alike, so that it may find more than is read; nothing is checked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.scenario.nodes import Mapping, Node, Scalar

STANDING, INITIALLED, WALKED_OUT = "standing", "initialled", "walked-out"
"""The first words of columns that are kept only where they are read (and standing where a promise needs it)."""
_NAMED = re.compile(rf"\b(?:{STANDING}|{INITIALLED}|{WALKED_OUT})(?:\.[a-z][a-z0-9-]*)+")


def mentioned(node: Node) -> frozenset[str]:
    """Collects the names of such columns that stand anywhere under `node`."""
    return frozenset(_mentions(node))


def _mentions(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield from _NAMED.findall(node.text)
    elif isinstance(node, Mapping):
        for key, entry in node.entries.items():
            yield from _NAMED.findall(key)
            yield from _mentions(entry.value)
    else:
        for item in node.items:
            yield from _mentions(item)
