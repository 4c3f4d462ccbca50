"""Reads a translation that lies beside a scenario, compares it with the texts, and hands out its words.

A translation is a list of addresses, each with the digest of the text it translates, so that a text that has
changed since is noticed. What is not translated is read in the scenario's own language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from game.scenario.cast import Paragraph, Text
from game.scenario.nodes import Entry, Node, Scalar, word_at
from game.scenario.nodes import Mapping as MappingNode
from game.scenario.positions import Finding, Position, Severity
from game.scenario.scalars import value_of
from game.scenario.suggestions import did_you_mean
from game.scenario.texts import check_form, digest, names_in, paragraph_address
from game.scenario.yaml_reader import read_file

FORMAT = "1"
MOST_GUESSES = 20
"""For so many orphaned translations it is guessed which text was meant; guessing is slow."""
_KEYS = ("format", "translates", "language", "texts")
_ENTRY_KEYS = ("of", "text")
_DIGEST = re.compile("[0-9a-f]{8}")


class Translatable(Protocol):
    """What can be translated: a scenario, or a codex."""

    @property
    def id(self) -> str:
        """What a translation says that it translates."""

    @property
    def language(self) -> str:
        """The language it is written in."""

    @property
    def texts(self) -> Mapping[str, Text]:
        """Every text by its address; one that is empty need not be translated."""


@dataclass(frozen=True, slots=True)
class Translation:
    """One translated paragraph; `of` is the digest of the text it was made from."""

    address: str
    of: str
    text: str
    where: Position
    """Where its address stands."""
    text_where: Position


@dataclass(frozen=True, slots=True)
class Overlay:
    """A translation file: its language, its paragraphs by address, and every address that it has.

    Those that wait for their words, as a fresh sheet has them, stand apart.
    """

    language: str
    translations: Mapping[str, Translation]
    waiting: Mapping[str, Translation]
    addresses: frozenset[str]
    where: Position
    """Where its list of texts begins."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a scenario in one language; `texts` has the translated paragraphs by address."""

    language: str
    texts: Mapping[str, str] = field(default_factory=dict)

    def paragraph(self, text: Text, paragraph: Paragraph) -> str:
        """The paragraph of `text` in this language, or in the scenario's own where it is not translated."""
        return self.texts.get(paragraph_address(text, paragraph), paragraph.source)


def load_overlay(
    path: Path,
    scenario: Translatable,
    findings: list[Finding],
    shown: str = "",
    *,
    language: str = "",
    subject: str = "scenario",
) -> Overlay | None:
    """The translation in the file `path`, named `shown` in findings; None when a finding tells why there is none.

    It is in `language`, or in that after which the file is named.

    Raises: CannotRead for what is missing or is not a regular file.
    """
    node = read_file(path, shown or str(path), findings)
    return None if node is None else read_overlay(node, language or path.stem, scenario, findings, subject)


def read_overlay(
    node: Node, language: str, original: Translatable, findings: list[Finding], subject: str = "scenario"
) -> Overlay | None:
    """The translation of a `subject` in the tree `node`, whose file is named after its language."""
    return _Reading(original, findings, subject).overlay(node, language)


def compare_overlay(overlay: Overlay, scenario: Translatable, subject: str = "scenario") -> list[Finding]:
    """A finding for every text that is missing in a translation, has changed since, or is no longer there."""
    sources = dict(translatable(scenario))
    findings: list[Finding] = []
    for address, source in sources.items():
        findings.extend(_missing(overlay, address, source))
    for translation in overlay.translations.values():
        if translation.address in sources:
            findings.extend(_compared(translation, sources[translation.address]))
    entries = (*overlay.translations.values(), *overlay.waiting.values())
    orphans = [one for one in entries if one.address not in sources]
    findings.extend(
        _orphaned(orphan, sources, subject, guess=place < MOST_GUESSES) for place, orphan in enumerate(orphans)
    )
    return findings


def _orphaned(translation: Translation, sources: Mapping[str, str], subject: str, *, guess: bool) -> Finding:
    message = f'The {subject} has no text at "{translation.address}".'
    hint = did_you_mean(translation.address, sources) if guess else ""
    return Finding(translation.where, Severity.WARNING, "OVL03", message, hint or "Delete this entry.")


def translatable(scenario: Translatable) -> Iterator[tuple[str, str]]:
    """Every paragraph by its address, as its file has it."""
    for text in scenario.texts.values():
        for paragraph in text.paragraphs:
            yield paragraph_address(text, paragraph), paragraph.source


def words_of(overlay: Overlay, scenario: Translatable) -> Words:
    """The words that `overlay` has for `scenario`, as far as they fit."""
    told = {address: translation.text for address, translation in overlay.translations.items()}
    return Words(overlay.language, fitting_words(told, scenario))


def fitting_words(told: Mapping[str, str], scenario: Translatable) -> dict[str, str]:
    """Those of some translated paragraphs by address that are still there and name the values that the text does."""
    sources = dict(translatable(scenario))
    return {address: text for address, text in told.items() if address in sources and _fits(text, sources[address])}


def _fits(text: str, source: str) -> bool:
    return ("{" not in text and "{" not in source) or _names(text) == _names(source)


def _missing(overlay: Overlay, address: str, source: str) -> Iterator[Finding]:
    if source and address not in overlay.addresses:
        message = f"{address} is not translated."
        hint = f'Add `{address}: {{of: {digest(source)}, text: "…"}}`.'
        yield Finding(overlay.where, Severity.WARNING, "OVL01", message, hint)
    elif address in overlay.waiting:
        message, hint = f"{address} is not translated.", f'Write `{{of: {digest(source)}, text: "…"}}`.'
        yield Finding(overlay.waiting[address].where, Severity.WARNING, "OVL01", message, hint)


def _compared(translation: Translation, source: str) -> Iterator[Finding]:
    if translation.of != digest(source):
        message = f"{translation.address} has changed since it was translated."
        hint = f"Look at the text again, then write `of: {digest(source)}`."
        yield Finding(translation.where, Severity.WARNING, "OVL02", message, hint)
    here, there = _names(translation.text), _names(source)
    if here != there:
        lost = [f"lacks {{{name}}}" for name in sorted(there - here)]
        added = [f"has {{{name}}} besides" for name in sorted(here - there)]
        message = f"This translation {' and '.join(lost + added)}."
        hint = "Use the placeholders of the text, each of them."
        yield Finding(translation.text_where, Severity.ERROR, "OVL04", message, hint)


def _names(source: str) -> frozenset[str]:
    return frozenset(name for name, _ in names_in(source))


class _Reading:
    """Takes a translation out of the tree of its file, and notes what does not belong there."""

    def __init__(self, scenario: Translatable, findings: list[Finding], subject: str) -> None:
        self.scenario, self.findings, self.subject = scenario, findings, subject
        self.sources = dict(translatable(scenario))

    def overlay(self, node: Node, language: str) -> Overlay | None:
        """The translation that `node` is, in the language after which its file is called."""
        if not isinstance(node, MappingNode):
            self._refuse(node.where, "A translation has the keys format, translates, language and texts.")
            return None
        self._check_keys(node, _KEYS, node.where)
        self._check_head(node, language)
        texts = node.entries.get("texts")
        if texts is None:
            return None
        if not isinstance(texts.value, MappingNode):
            self._refuse(
                texts.value.where, "`texts` has an address on each line.", 'Write `ADDRESS: {of: …, text: "…"}`.'
            )
            return None
        read = [self._translation(address, entry) for address, entry in texts.value.entries.items()]
        entries = {translation.address: translation for translation in read if translation is not None}
        translations = {address: entry for address, entry in entries.items() if entry.text}
        waiting = {address: entry for address, entry in entries.items() if not entry.text}
        return Overlay(language, translations, waiting, frozenset(texts.value.entries), texts.where)

    def _check_keys(self, node: MappingNode, keys: tuple[str, ...], where: Position) -> None:
        for key, entry in node.entries.items():
            if key not in keys:
                hint = did_you_mean(key, keys) or f"The keys here are {', '.join(keys)}."
                self._refuse(entry.where, f'The key "{key}" has no meaning here.', hint)
        for key in keys:
            if key not in node.entries:
                self._refuse(where, f'The key "{key}" is missing.', f"Add `{key}: …`.")

    def _check_head(self, node: MappingNode, language: str) -> None:
        asked = {"format": FORMAT, "translates": self.scenario.id, "language": language}
        reasons = {"language": "the name of the file", "translates": f"the {self.subject} beside it"}
        for key, expected in asked.items():
            found = node.entries[key].value if key in node.entries else None
            quoted = isinstance(found, Scalar) and not found.plain and key == "format"
            if found is not None and (quoted or word_at(node, key) != expected):
                by = f", after {reasons[key]}" if key in reasons else " without quotation marks" if quoted else ""
                message = f'The key "{key}" should be {expected}{by}, and "{word_at(node, key)}" is found.'
                self._refuse(found.where, message, f"Write `{key}: {expected}`.")
        if language == self.scenario.language:
            self._refuse(node.where, f"The {self.subject} itself is in the language {language}.", "Rename the file.")

    def _translation(self, address: str, entry: Entry) -> Translation | None:
        node = entry.value
        if not isinstance(node, MappingNode):
            self._refuse(node.where, f"{address} needs `of` and `text`.", 'Write `{of: …, text: "…"}`.')
            return None
        self._check_keys(node, _ENTRY_KEYS, entry.where)
        of, text = (node.entries[key].value if key in node.entries else None for key in _ENTRY_KEYS)
        if not isinstance(of, Scalar) or not isinstance(text, Scalar):
            return None
        if not _DIGEST.fullmatch(of.text):
            hint = f"Write `of: {digest(self.sources[address])}`." if address in self.sources else ""
            self._refuse(of.where, f'"{of.text}" is no digest; one has 8 digits from 0 to 9 and a to f.', hint)
        if not isinstance(value_of(text), str):
            message = f"The text of {address} should be words, and {text.text} stands here."
            self._refuse(text.where, message, "Put it in quotation marks.")
        if text.text:
            check_form(text.text, text.where, self.findings)
        return Translation(address, of.text, text.text.rstrip(), entry.where, text.where)

    def _refuse(self, where: Position, message: str, suggestion: str = "") -> None:
        self.findings.append(Finding(where, Severity.ERROR, "OVL05", message, suggestion))
