"""What stands on the shelf in another language: the titles and names of a translation, read without the rest of it.

A translation is as long as its scenario, and the shelf wants a few dozen lines of it; so only these are parsed. What
cannot be read that way keeps the scenario's own words, and is for `check` to tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.errors import CannotRead
from game.scenario.catalogue import FILE as CATALOGUE_FILE
from game.scenario.nodes import Mapping as MappingNode
from game.scenario.nodes import Scalar, child
from game.scenario.source_text import text_of_file
from game.scenario.whereabouts import shared_translation, shown
from game.scenario.yaml_reader import read_text

if TYPE_CHECKING:
    from game.scenario.shelf import ShelfEntry

_ENTRY = re.compile(r"\s+([a-z][a-z0-9.-]*):")
_WANTED = re.compile(
    r"name|title|(?:summary|content-note)(?:\.[^.]+)?|parties\.[^.]+\.name|(?:steps|endings)\.[^.]+\.title(?:\.[^.]+)?"
)


def in_language(entry: ShelfEntry, language: str) -> ShelfEntry:
    """An entry of the shelf in a language, as far as its scenario and the world catalogue are there in that."""
    words = _words(entry.path.with_name(f"{language}.yaml"))
    governments = _governments(entry.path, language)
    if not words and not governments:
        return entry
    names = {id_: words.get(f"parties.{id_}.name") or governments.get(id_) or name for id_, name in entry.names.items()}
    return replace(
        entry,
        name=words.get("name", entry.name),
        title=words.get("title", entry.title),
        summary=_joined(words, "summary") or entry.summary,
        content_note=_joined(words, "content-note") or entry.content_note,
        names=names,
        steps={
            id_: replace(line, title=_first(words, f"steps.{id_}.title") or line.title)
            for id_, line in entry.steps.items()
        },
        endings={id_: _first(words, f"endings.{id_}.title") or title for id_, title in entry.endings.items()},
    )


def _governments(scenario: Path, language: str) -> Mapping[str, str]:
    """The names of governments by the catalogue beside the scenario's folder."""
    translation = shared_translation(scenario.parents[1] / CATALOGUE_FILE, language)
    words = _words(translation) if translation else {}
    return {address.split(".")[1]: name for address, name in words.items() if address.startswith("parties.")}


def _words(path: Path) -> dict[str, str]:
    """What is wanted of a translation, by address; nothing where there is none that can be read."""
    try:
        text = text_of_file(path, shown(path), []) if path.is_file() else None
    except CannotRead:
        return {}
    node = read_text("\n".join(_wanted(text or "")) + "\n", shown(path), [])
    texts = child(node, "texts") if node is not None else None
    entries = texts.entries if isinstance(texts, MappingNode) else {}
    found = ((address, child(entry.value, "text")) for address, entry in entries.items())
    return {address: text.text.rstrip() for address, text in found if isinstance(text, Scalar) and text.text}


def _wanted(text: str) -> Iterator[str]:
    """The lines of a translation that the shelf needs: each entry wanted, with the lines that belong to it."""
    yield "texts:"
    keeps, inside = False, False
    for line in text.splitlines():
        if not inside:
            inside = line.startswith("texts:")
        elif (entry := _ENTRY.match(line)) and "{" in line:
            keeps = bool(_WANTED.fullmatch(entry[1]))
        if inside and keeps:
            yield line


def _joined(words: Mapping[str, str], address: str) -> str:
    return " ".join(text for key, text in words.items() if key == address or key.startswith(f"{address}."))


def _first(words: Mapping[str, str], address: str) -> str:
    return next((text for key, text in words.items() if key == address or key.startswith(f"{address}.")), "")
