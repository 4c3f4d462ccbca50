"""What there is to play: a line for each scenario of a folder, read without building it.

A scenario that cannot be read keeps its place on the shelf, with the reason. Whether one can be played to its
end is for the loader to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Named
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from game.errors import CannotRead
from game.scenario.catalogue import scenarios_folder
from game.scenario.nodes import Mapping, Node, Scalar, child, word_at
from game.scenario.positions import Finding, ScenarioError
from game.scenario.shelf_words import in_language
from game.scenario.source_text import text_of_file
from game.scenario.whereabouts import FILE, scenario_ids, shown
from game.scenario.yaml_reader import read_text

NOT_PROSE = frozenset({"do", "when", "value", "odds", "kept-when", "sources", "start", "walk-away", "range"})
"""Keys under which nothing is meant to be read."""
MOST_KEPT = 12


@dataclass(frozen=True, slots=True)
class StepLine:
    """What a step is called and when it takes place; `until` may be empty."""

    title: str
    date: str
    until: str


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """A scenario as the shelf shows it; `error` is "" unless the file cannot be read.

    `parties` are those whose seat a person may hold, `names` what the file calls them; `words` counts the words
    of all texts; `sides` are parties that one seat may hold together. `steps` have a title and dates, `endings` a
    title.
    """

    id: str
    path: Path
    title: str
    summary: str
    language: str
    first_date: str
    last_date: str
    minutes_full: int
    minutes_short: int
    parties: tuple[str, ...]
    words: int
    error: str = ""
    content_note: str = ""
    names: Named[str, str] = field(default_factory=dict)
    steps: Named[str, StepLine] = field(default_factory=dict)
    endings: Named[str, str] = field(default_factory=dict)
    sides: tuple[str, ...] = ()
    name: str = ""
    """By what it is spoken of; may be empty."""


def shelf(folder: Path | None = None, language: str = "") -> tuple[ShelfEntry, ...]:
    """The scenarios of `folder`, the game's own by default, by date and then by id; broken ones come last.

    What is translated to `language` is in it.
    """
    home = folder or scenarios_folder()
    entries = [_entry(id_, home / id_ / FILE) for id_ in scenario_ids(home)]
    entries = [entry if language in ("", entry.language) else in_language(entry, language) for entry in entries]
    return tuple(sorted(entries, key=lambda entry: (bool(entry.error), entry.first_date, entry.id)))


def is_on_shelf(name: str | Path, folder: Path | None = None) -> bool:
    """Whether a scenario has a place among those of `folder`, the game's own by default; no file is read."""
    return str(name) in scenario_ids(folder or scenarios_folder())


def _entry(id_: str, path: Path) -> ShelfEntry:
    findings: list[Finding] = []
    try:
        text = text_of_file(path, shown(path), findings)
        if text is None:
            raise ScenarioError(findings)
        return _read(id_, path, shown(path), text)
    except CannotRead as problem:
        return ShelfEntry(id_, path, id_, "", "", "", "", 0, 0, (), 0, str(problem))


@lru_cache(maxsize=MOST_KEPT)
def _read(id_: str, path: Path, name: str, text: str) -> ShelfEntry:
    """The entry that a file's text makes; a shelf that is looked at again reads only what has changed."""
    findings: list[Finding] = []
    node = read_text(text, name, findings)
    if findings or node is None:
        raise ScenarioError(findings)
    return _described(id_, path, node)


def _described(id_: str, path: Path, node: Node) -> ShelfEntry:
    missing = [key for key in ("title", "summary", "dates", "minutes", "parties", "steps") if not child(node, key)]
    return ShelfEntry(
        id=id_,
        path=path,
        title=word_at(node, "title") or id_,
        summary=" ".join(_prose(child(node, "summary"))),
        language=word_at(node, "language"),
        first_date=word_at(node, "dates", "from"),
        last_date=word_at(node, "dates", "to"),
        minutes_full=_number(word_at(node, "minutes", "full")),
        minutes_short=_number(word_at(node, "minutes", "short")),
        parties=tuple(_playable(node)),
        words=sum(len(text.split()) for text in _prose(node)),
        content_note=" ".join(_prose(child(node, "content-note"))),
        error=f'{shown(path)} cannot be played: the key "{missing[0]}" is missing.' if missing else "",
        names={id_: word_at(party, "name") for id_, party in _entries(child(node, "parties"))},
        steps=_steps(child(node, "steps")),
        endings={
            word_at(ending, "id"): _first_words(child(ending, "title")) for ending in _items(child(node, "endings"))
        },
        sides=tuple(id_ for id_, _ in _entries(child(node, "sides"))),
        name=word_at(node, "name"),
    )


def _steps(node: Node | None) -> dict[str, StepLine]:
    return {
        word_at(step, "id"): StepLine(_first_words(child(step, "title")), word_at(step, "date"), word_at(step, "until"))
        for step in _items(node)
    }


def _first_words(node: Node | None) -> str:
    """A title as it is written, or the first of its variants."""
    if isinstance(node, Scalar):
        return " ".join(node.text.split())
    return next((_first_words(child(item, "text")) for item in _items(node)), "")


def _items(node: Node | None) -> tuple[Node, ...]:
    return () if node is None or isinstance(node, Scalar | Mapping) else tuple(node.items)


def _entries(node: Node | None) -> Iterator[tuple[str, Node]]:
    for id_, entry in node.entries.items() if isinstance(node, Mapping) else ():
        yield id_, entry.value


def _number(written: str) -> int:
    return int(written) if written.isdecimal() and len(written) < 6 else 0


def _playable(node: Node) -> Iterator[str]:
    parties = child(node, "parties")
    for id_, entry in parties.entries.items() if isinstance(parties, Mapping) else ():
        if word_at(entry.value, "playable") != "program":
            yield id_


def _prose(node: Node | None) -> Iterator[str]:
    """Every text below `node` of more than one word, but no expressions."""
    if isinstance(node, Scalar):
        if " " in node.text:
            yield node.text
    elif isinstance(node, Mapping):
        for key, entry in node.entries.items():
            if key not in NOT_PROSE:
                yield from _prose(entry.value)
    elif node is not None:
        for item in node.items:
            yield from _prose(item)
