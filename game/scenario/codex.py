"""The codex: people, places, bodies, documents, events and terms that the scenarios of a folder share.

It belongs to no scenario and changes no rule; it is read when somebody asks for it, not when a scenario is loaded.
Here it comes from its file, in any language it is there in; what is wrong with it is for `lint_codex`, and what of
it may be shown on which day for the floors that show it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from game.scenario.cast import Paragraph, Source, Text
from game.scenario.codex_forms import Forms
from game.scenario.model import Scenario
from game.scenario.nodes import Node, place_in
from game.scenario.positions import NOWHERE, Finding, Position, ScenarioError, Severity
from game.scenario.texts import address, fill
from game.scenario.whereabouts import CODEX_FILE, shared_translation, shown
from game.scenario.yaml_reader import read_file

if TYPE_CHECKING:
    from game.scenario.description_codex import CodexDescription, CodexEntryDescription
    from game.scenario.overlay import Words

Kind = Literal["person", "place", "body", "document", "event", "term"]
KINDS: tuple[Kind, ...] = ("person", "place", "body", "document", "event", "term")
ID = "codex"
"""What a translation of a codex says that it translates."""


@dataclass(frozen=True, slots=True)
class Later:
    """What could be known of an entry from a day on; the date is ISO, perhaps without its day."""

    date: str
    text: str
    where: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class CodexEntry:
    """One entry: `text` holds from the first day of the earliest scenario that names it, `later` from their dates."""

    id: str
    kind: Kind
    name: str
    forms: tuple[str, ...]
    """Further forms under which texts name it; the name counts as well."""
    dates: str
    text: str
    later: tuple[Later, ...]
    see: tuple[str, ...]
    sources: tuple[str, ...]
    where: Position = NOWHERE
    form_places: tuple[Position, ...] = ()
    """Where the file has each of `forms`."""

    @property
    def all_forms(self) -> tuple[str, ...]:
        """The name and the further forms, each once."""
        return tuple(dict.fromkeys((self.name, *self.forms)))


@dataclass(frozen=True, slots=True)
class Codex:
    """A whole codex in one language, its entries in file order; `texts` has what a translation translates."""

    id: str
    language: str
    entries: Mapping[str, CodexEntry]
    sources: Mapping[str, Source]
    texts: Mapping[str, Text]

    def forms(self) -> Forms:
        """The forms of all entries, ready for a search."""
        return Forms({form: entry.id for entry in self.entries.values() for form in entry.all_forms})


def codex_file_of(scenario: Scenario) -> Path | None:
    """The codex beside the scenario's folder, or beside its file; None where there is none."""
    home = Path(scenario.title.where.path).resolve().parent
    return next((path for path in (home.parent / CODEX_FILE, home / CODEX_FILE) if path.is_file()), None)


def codex_of(scenario: Scenario, language: str = "") -> Codex | None:
    """The codex that the scenario shares, in a language where it is there in that; None where there is none.

    Raises: ScenarioError for a codex that cannot be read; CannotRead for one that cannot be opened.
    """
    file = codex_file_of(scenario)
    return None if file is None else load_codex(file, language)


def load_codex(file: Path, language: str = "") -> Codex:
    """The codex in a file, in a language where there is a translation to it beside the file, else in its own.

    Raises: ScenarioError for a codex or a translation that cannot be read.
    """
    findings: list[Finding] = []
    codex = read_codex(file, shown(file), findings)
    translation = shared_translation(file, language) if codex and language != codex.language else None
    if codex is not None and translation is not None:
        from game.scenario.codex_overlay import load_codex_overlay
        from game.scenario.overlay import words_of

        overlay = load_codex_overlay(translation, codex, findings, shown(translation))
        codex = in_words(codex, words_of(overlay, codex)) if overlay else None
    if codex is None or any(finding.severity is Severity.ERROR for finding in findings):
        raise ScenarioError(findings)
    return codex


def read_codex(path: Path, name: str, findings: list[Finding]) -> Codex | None:
    """The codex in the file `path`, named `name` in findings; None when a finding tells why there is none.

    Raises: CannotRead for what is missing or is not a regular file.
    """
    node = read_file(path, name, findings)
    if node is None:
        return None
    from game.scenario.describing import codex_described
    from game.scenario.lint_codex import check_codex

    description = codex_described(node, findings)
    if description is None:
        return None
    codex = _built(description, node)
    findings.extend(check_codex(codex, node))
    return codex


def in_words(codex: Codex, words: Words) -> Codex:
    """The codex in the words of a translation; its own forms count beside the translated ones."""

    def said(entry: CodexEntry, *keys: str) -> str:
        text = codex.texts.get(_address(entry.id, *keys))
        return "" if text is None else words.paragraph(text, text.paragraphs[0])

    entries = {
        id_: replace(
            entry,
            name=said(entry, "name"),
            forms=tuple(dict.fromkeys((*said(entry, "forms").splitlines(), *entry.all_forms))),
            dates=said(entry, "dates"),
            text=_read(said(entry, "text")),
            later=tuple(replace(one, text=_read(said(entry, "later", one.date))) for one in entry.later),
        )
        for id_, entry in codex.entries.items()
    }
    return replace(codex, language=words.language, entries=entries)


def _built(description: CodexDescription, node: Node) -> Codex:
    from game.scenario.catalogue import source_from

    entries = {id_: _entry(id_, entry, node) for id_, entry in description.entries.items()}
    texts = {text.address: text for id_, entry in description.entries.items() for text in _texts(id_, entry, node)}
    sources = {
        id_: replace(source_from(id_, source), where=place_in(node, "sources", id_))
        for id_, source in description.sources.items()
    }
    return Codex(ID, description.language, entries, sources, texts)


def _entry(id_: str, entry: CodexEntryDescription, node: Node) -> CodexEntry:
    later = tuple(
        Later(one.from_, _read(one.text), place_in(node, "entries", id_, "later", place, "text"))
        for place, one in enumerate(entry.later)
    )
    return CodexEntry(
        id=id_,
        kind=entry.kind,
        name=" ".join(entry.name.split()),
        forms=tuple(" ".join(form.split()) for form in entry.forms),
        dates=entry.dates or "",
        text=_read(entry.text),
        later=later,
        see=tuple(entry.see),
        sources=tuple(entry.sources),
        where=place_in(node, "entries", id_),
        form_places=tuple(place_in(node, "entries", id_, "forms", place) for place in range(len(entry.forms))),
    )


def _texts(id_: str, entry: CodexEntryDescription, node: Node) -> Iterator[Text]:
    """What there is to translate: a list of forms counts as one text of as many lines."""

    def text(source: str, *keys: str | int, at: str) -> Text:
        where = place_in(node, "entries", id_, *keys)
        return Text(_address(id_, *at.split("/")), (Paragraph("", source.rstrip(), None, where),), where)

    yield text(entry.name, "name", at="name")
    yield text("\n".join(entry.forms), "forms", at="forms")
    if entry.dates:
        yield text(entry.dates, "dates", at="dates")
    yield text(entry.text, "text", at="text")
    for place, one in enumerate(entry.later):
        yield text(one.text, "later", place, "text", at=f"later/{one.from_}")


def _address(id_: str, *keys: str) -> str:
    return address("entries", id_, *keys)


def _read(source: str) -> str:
    """A text as it is read: single blanks, and doubled braces as single ones."""
    return " ".join(fill(source, lambda name: name).split())
