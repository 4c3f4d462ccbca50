"""Writes the sheet on which a scenario is translated: each text with its digest, its words in a comment, and a gap.

What stands on a sheet already stays as it is, byte for byte: what is missing is put in between, and above what has
changed since it was translated a comment says how it reads now. Checking is `game.scenario.overlay`'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.scenario.nodes import Mapping as MappingNode
from game.scenario.nodes import Scalar, child, word_at
from game.scenario.overlay import FORMAT, Translatable, translatable
from game.scenario.positions import Finding, ScenarioError
from game.scenario.source_text import without_control
from game.scenario.texts import digest
from game.scenario.yaml_reader import read_text

_INDENT = 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as it is to be written, and how many texts were added, marked as changed, and are without words."""

    text: str
    added: int
    changed: int
    waiting: int


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an address stands in a sheet: the number of its line, and that of the line after it, from 0."""

    line: int
    after: int


def fresh_sheet(scenario: Translatable, language: str) -> Sheet:
    """The sheet of a translation that has not begun."""
    sources = _sources(scenario)
    head = [f"format: {FORMAT}", f"translates: {scenario.id}", f"language: {language}", "texts:"]
    entries = [line for address, source in sources.items() for line in _gap(address, source, _INDENT)]
    return Sheet("\n".join([*head, *entries]) + "\n", len(sources), 0, len(sources))


def completed_sheet(text: str, scenario: Translatable, shown: str) -> Sheet | None:
    """The sheet `text`, named `shown` in findings, with what it lacks; None where no line can be put into it.

    Raises:
        ScenarioError: when it cannot be read.
    """
    before = _read(text, shown)
    lines, sources = text.split("\n"), _sources(scenario)
    places = _places(before, lines)
    if places is None:
        return None
    had = _entries(before)
    insertions = [
        *_gaps(before, lines, places, sources),
        *_marks(lines, places, sources, {address: of for address, (of, _) in had.items()}),
    ]
    fresh = _with_insertions(lines, insertions, "\r" if "\r\n" in text else "")
    if not _keeps(fresh, shown, had, sources):
        return None
    added = [address for address in sources if address not in had]
    waiting = [address for address in sources if address in had and not had[address][1]]
    changed = sum(insertion.is_mark for insertion in insertions)
    return Sheet(fresh, len(added), changed, len(added) + len(waiting))


@dataclass(frozen=True, slots=True)
class _Insertion:
    """Lines to be put in before the line `at`: what is missing there, or else a mark on the entry that begins there."""

    at: int
    lines: tuple[str, ...]
    is_mark: bool = False


def _sources(scenario: Translatable) -> dict[str, str]:
    return {address: source for address, source in translatable(scenario) if source}


def _gap(address: str, source: str, indent: int) -> Iterator[str]:
    yield from _comment(source, indent)
    yield f'{" " * indent}{address}: {{of: {digest(source)}, text: ""}}'


def _comment(words: str, indent: int) -> Iterator[str]:
    for line in without_control(words).replace("\r", "").rstrip().split("\n"):
        yield f"{' ' * indent}# {line}".rstrip()


def _read(text: str, shown: str) -> MappingNode:
    findings: list[Finding] = []
    node = read_text(text, shown, findings)
    if node is None:
        raise ScenarioError(findings)
    return node if isinstance(node, MappingNode) else MappingNode({}, node.where)


def _entries(sheet: MappingNode) -> dict[str, tuple[str, str]]:
    """The digest and the words at each address of a sheet."""
    texts = child(sheet, "texts")
    addresses = texts.entries if isinstance(texts, MappingNode) else ()
    return {
        address: (word_at(sheet, "texts", address, "of"), word_at(sheet, "texts", address, "text"))
        for address in addresses
    }


def _places(sheet: MappingNode, lines: Sequence[str]) -> Mapping[str, _Place] | None:
    """Where each address stands, in file order; None where they do not stand one to a line."""
    texts = child(sheet, "texts")
    if texts is None or (isinstance(texts, Scalar) and not texts.text):
        return {}
    if not isinstance(texts, MappingNode) or not texts.entries:
        return None
    where = [entry.where for entry in texts.entries.values()]
    alone = all(not lines[place.line - 1][: place.column - 1].strip(" ") for place in where)
    if not alone or len({place.column for place in where}) > 1:
        return None
    later = [entry.where.line - 1 for entry in sheet.entries.values() if entry.where > where[-1]]
    ends = [*(place.line - 1 for place in where[1:]), min(later, default=len(lines))]
    return {
        address: _Place(place.line - 1, _end_of_entry(lines, place.line, end, place.column - 1))
        for address, place, end in zip(texts.entries, where, ends, strict=True)
    }


def _end_of_entry(lines: Sequence[str], first: int, end: int, indent: int) -> int:
    """The line after an entry: blank lines and comments before the next one belong to that."""
    while end > first and _belongs_to_next(lines[end - 1], indent):
        end -= 1
    return end


def _belongs_to_next(line: str, indent: int) -> bool:
    words = line.strip()
    return not words or (words.startswith("#") and len(line) - len(line.lstrip()) <= indent)


def _gaps(
    sheet: MappingNode, lines: Sequence[str], places: Mapping[str, _Place], sources: Mapping[str, str]
) -> Iterator[_Insertion]:
    """What is missing, each after the text that comes before it in the scenario."""
    texts = sheet.entries.get("texts")
    if texts is None:
        end = len(lines) - (not lines[-1])
        yield _Insertion(end, ("texts:",))
    at = end if texts is None else texts.where.line
    indent = _indent(lines, places)
    for address, source in sources.items():
        if address in places:
            at = places[address].after
        else:
            yield _Insertion(at, tuple(_gap(address, source, indent)))


def _marks(
    lines: Sequence[str], places: Mapping[str, _Place], sources: Mapping[str, str], digests: Mapping[str, str]
) -> Iterator[_Insertion]:
    """A comment above each entry whose text has changed since, unless it stands there already."""
    indent = _indent(lines, places)
    for address, place in places.items():
        source = sources.get(address, "")
        if source and digests[address] != digest(source):
            words = f"Changed since this was translated. With `of: {digest(source)}` it reads:\n{source}"
            mark = tuple(_comment(words, indent))
            above = tuple(line.rstrip() for line in lines[max(0, place.line - len(mark)) : place.line])
            if above != mark:
                yield _Insertion(place.line, mark, is_mark=True)


def _indent(lines: Sequence[str], places: Mapping[str, _Place]) -> int:
    first = next(iter(places.values()), None)
    return _INDENT if first is None else len(lines[first.line]) - len(lines[first.line].lstrip())


def _with_insertions(lines: Sequence[str], insertions: Sequence[_Insertion], ending: str) -> str:
    found: list[str] = []
    done = 0
    for insertion in sorted(insertions, key=lambda one: (one.at, one.is_mark)):
        found += lines[done : insertion.at]
        found += (f"{line}{ending}" for line in insertion.lines)
        done = insertion.at
    return "\n".join([*found, *lines[done:]])


def _keeps(text: str, shown: str, had: Mapping[str, tuple[str, str]], sources: Mapping[str, str]) -> bool:
    """Whether a sheet still reads as it did, and has every text; only then is it to be written."""
    try:
        has = _entries(_read(text, shown))
    except ScenarioError:
        return False
    return all(has.get(address) == entry for address, entry in had.items()) and sources.keys() <= has.keys()
