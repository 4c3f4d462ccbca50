"""Reads a translation whose entries stand on a line each, as it is written by tools, some twenty times as fast.

It reads nothing but that: wherever a line is anything else, the whole file is left to the reader of overlays, which
tells what is wrong and where. What both read is the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from game.errors import CannotRead
from game.scenario.overlay import FORMAT, Translatable, Words, fitting_words
from game.scenario.source_text import text_of_file

_LINE = re.compile(r'  ([a-z0-9.-]+): \{of: [0-9a-f]{8}, text: ("(?:[^"\\\x00-\x1f]|\\["\\nt])*")\}')

MOST_KEPT = 2
"""So many translations stay in memory as they were read last."""


def words_by_line(path: Path, original: Translatable) -> Words | None:
    """The words of the translation in a file, or None where it is not written so plainly."""
    try:
        text = text_of_file(path, path.name, [])
    except CannotRead:
        return None
    if text is None:
        return None
    head, _, rest = text.partition("\ntexts:\n")
    language = path.stem.rpartition(".")[2]
    if head.split("\n") != [f"format: {FORMAT}", f"translates: {original.id}", f"language: {language}"]:
        return None
    found = _by_address(rest)
    return None if found is None else Words(language, fitting_words(found, original))


@lru_cache(maxsize=MOST_KEPT)
def _by_address(lines: str) -> Mapping[str, str] | None:
    """The texts on these lines, by address; None where one of them is anything else."""
    found: dict[str, str] = {}
    for line in lines.removesuffix("\n").split("\n"):
        entry = _LINE.fullmatch(line)
        if entry is None or entry[1] in found:
            return None
        found[entry[1]] = str(json.loads(entry[2])).rstrip()
    return {address: text for address, text in found.items() if text}
