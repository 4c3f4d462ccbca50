"""Checks a codex: forms that two entries claim, entries that point nowhere, dates, lengths, sources, and its use.

`check_codex` looks at the file alone, `check_use` at the scenarios and the world catalogue beside it as well.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from game.scenario.build_dates import first_day
from game.scenario.codex_forms import spelt
from game.scenario.nodes import Node, place_in
from game.scenario.positions import Finding, Position, Severity
from game.scenario.suggestions import did_you_mean
from game.scenario.texts import check_form, names_in

if TYPE_CHECKING:
    from game.scenario.codex import Codex, CodexEntry

MOST_WORDS = 90
"""A reader looks an entry up between two decisions."""
Claim = tuple[str, str, Position]
"""A form, the entry that is to be found by it, and where the file says so."""


def check_codex(codex: Codex, node: Node) -> list[Finding]:
    """A finding for everything that is wrong in the file itself, whose tree is `node`."""
    findings = [*check_claims(_claims(codex)), *_form_spelling(codex)]
    for entry in codex.entries.values():
        findings += [*_see(codex, entry, node), *_sources(codex, entry, node), *_dates(entry, node)]
    return [*findings, *_texts(codex), *_uncited(codex)]


def check_claims(claims: Iterable[Claim]) -> Iterator[Finding]:
    """A finding for every form that stands a second time, in the same entry or in another."""
    first: dict[str, str] = {}
    for form, id_, where in claims:
        holder = first.get(spelt(form))
        if holder is None:
            first[spelt(form)] = id_
        elif holder == id_:
            yield _error(
                where, "CDX01", f'The form "{form}" stands here already; the name counts as one.', "Delete it."
            )
        else:
            hint = "Leave it to one of them; a longer form can tell them apart."
            yield _error(where, "CDX01", f'The form "{form}" is claimed by the entry {holder} already.', hint)


def check_use(codex: Codex, texts: Iterable[str]) -> list[Finding]:
    """A finding for every entry and every further form that none of `texts`, those of the scenarios, names."""
    forms = codex.forms()
    named = {(found.entry, found.form) for text in texts for found in forms.find(text)}
    used = {entry for entry, _ in named}
    findings: list[Finding] = []
    for entry in codex.entries.values():
        if entry.id not in used:
            message = f"No scenario beside this codex names the entry {entry.id} under any of its forms."
            findings.append(
                _warning(entry.where, "CDX05", message, "Add the form that texts use, or delete the entry.")
            )
            continue
        for form, where in zip(entry.forms, entry.form_places, strict=True):
            if (entry.id, spelt(form)) not in named:
                message = f'No scenario beside this codex uses the form "{form}".'
                hint = "Write it as texts do (whole words, capitals as they stand), or delete it."
                findings.append(_warning(where, "CDX04", message, hint))
    return findings


def _claims(codex: Codex) -> Iterator[Claim]:
    for entry in codex.entries.values():
        yield entry.name, entry.id, codex.texts[f"entries.{entry.id}.name"].where
        yield from ((form, entry.id, where) for form, where in zip(entry.forms, entry.form_places, strict=True))


def _form_spelling(codex: Codex) -> Iterator[Finding]:
    """A form is looked for as whole words, so that one that begins or ends with a sign is never found."""
    for form, _, where in _claims(codex):
        if not (form and _is_letter(form[0]) and _is_letter(form[-1])):
            message = f'A form begins and ends with a letter or a digit, and "{form}" does not.'
            yield _error(where, "CDX06", message, "Leave the sign out; it is found in texts all the same.")


def _is_letter(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LMN"


def _see(codex: Codex, entry: CodexEntry, node: Node) -> Iterator[Finding]:
    for place, id_ in enumerate(entry.see):
        where = place_in(node, "entries", entry.id, "see", place)
        if id_ == entry.id:
            yield _error(where, "CDX02", f"The entry {id_} points to itself.", "Delete it here.")
        elif id_ not in codex.entries:
            hint = did_you_mean(id_, codex.entries) or "Write the entry, or delete it here."
            yield _error(where, "CDX02", f'There is no entry "{id_}" in this codex.', hint)


def _sources(codex: Codex, entry: CodexEntry, node: Node) -> Iterator[Finding]:
    for place, id_ in enumerate(entry.sources):
        if id_ not in codex.sources:
            where = place_in(node, "entries", entry.id, "sources", place)
            yield _error(where, "REF03", f'There is no source "{id_}".', did_you_mean(id_, codex.sources))


def _dates(entry: CodexEntry, node: Node) -> Iterator[Finding]:
    before = ""
    for place, one in enumerate(entry.later):
        where = place_in(node, "entries", entry.id, "later", place, "from")
        if first_day(one.date) is None:
            yield _error(where, "DAT01", f"{one.date} is a day that no calendar has.", "Correct the day.")
        elif before and one.date <= before:
            message = f"This is dated {one.date}, and what stands before it {before}."
            yield _error(where, "DAT02", message, "Put what became known later in the order of its dates.")
        else:
            before = one.date


def _texts(codex: Codex) -> Iterator[Finding]:
    """Texts are words and nothing else: no placeholders, since a codex has no variables; and they are short."""
    for text in codex.texts.values():
        findings: list[Finding] = []
        source = text.paragraphs[0].source
        if source or not text.address.endswith(".forms"):
            check_form(source, text.where, findings)
        yield from findings
        for name, _ in names_in(source):
            hint = "Write the words, or `{{` for a brace that the reader is to see."
            yield _error(text.where, "TXT04", f'A codex has no variables, and "{name}" stands in braces.', hint)
        if (words := len(source.split())) > MOST_WORDS and not text.address.endswith(".forms"):
            message = f"A text of the codex has at most {MOST_WORDS} words, and this one has {words}."
            yield _warning(text.where, "CDX03", message, "Shorten it; who wants more follows its sources.")


def _uncited(codex: Codex) -> Iterator[Finding]:
    cited = {id_ for entry in codex.entries.values() for id_ in entry.sources}
    for source in codex.sources.values():
        if source.id not in cited:
            yield _warning(source.where, "LNT11", f"The source {source.id} is cited nowhere.", "Cite it, or delete it.")


def _error(where: Position, code: str, message: str, hint: str) -> Finding:
    return Finding(where, Severity.ERROR, code, message, hint)


def _warning(where: Position, code: str, message: str, hint: str) -> Finding:
    return Finding(where, Severity.WARNING, code, message, hint)
