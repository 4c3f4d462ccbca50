"""Finds the columns that a file speaks of, before any is laid out: some are kept only where somebody reads them.

It looks at words alone, in keys and values alike, so that it may find more than is read; nothing is checked here.
"""

from __future__ import annotations

import re

from game.scenario.nodes import Mapping, Node, Scalar

STANDING, INITIALLED, WALKED_OUT, BACKED_DOWN = "standing", "initialled", "walked-out", "backed-down"
"""The first words of columns that are kept only where they are read (and standing where a promise needs it)."""
_NAMED = tuple(
    # A pattern that begins with plain letters is found fastest; that no letter stands before them is said after them.
    re.compile(rf"{word}(?<!\w{word})(?:\.[a-z][a-z0-9-]*)+")
    for word in (STANDING, INITIALLED, WALKED_OUT, BACKED_DOWN)
)


def mentioned(node: Node) -> frozenset[str]:
    """Collects the names of such columns that stand anywhere under `node`."""
    words = "\n".join(_words(node))
    return frozenset(name for named in _NAMED for name in named.findall(words))


def _words(node: Node) -> list[str]:
    """Every key and value under `node`."""
    found: list[str] = []
    ahead = [node]
    while ahead:
        within = ahead.pop()
        if isinstance(within, Scalar):
            found.append(within.text)
        elif isinstance(within, Mapping):
            found.extend(within.entries)
            ahead.extend(entry.value for entry in within.entries.values())
        else:
            ahead.extend(within.items)
    return found
