"""Reads a translation that lies beside a codex, and compares it with the codex.

It is one as lies beside a scenario, and goes by the same rules; only the forms of an entry stand in it as a list
of their own, since another language bends a name in other ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from game.scenario.codex import Codex, in_words
from game.scenario.lint_codex import check_claims
from game.scenario.nodes import Entry, Mapping, Node, Scalar, Sequence
from game.scenario.overlay import Overlay, compare_overlay, read_overlay, words_of
from game.scenario.positions import Finding
from game.scenario.whereabouts import language_of_shared
from game.scenario.yaml_reader import read_file


def load_codex_overlay(path: Path, codex: Codex, findings: list[Finding], shown: str = "") -> Overlay | None:
    """The translation in the file `path`, named `shown` in findings; None when a finding tells why there is none.

    Raises: CannotRead for what is missing or is not a regular file.
    """
    node = read_file(path, shown or str(path), findings)
    if node is None:
        return None
    return read_overlay(_with_joined_forms(node), language_of_shared(path), codex, findings, subject="codex")


def compare_codex_overlay(overlay: Overlay, codex: Codex) -> list[Finding]:
    """A finding for every text that is missing in a translation, has changed since, or is no longer there.

    And for every translated form that two entries claim.
    """
    places = {one.address: one.text_where for one in overlay.translations.values()}
    translated = in_words(codex, words_of(overlay, codex))
    own = {id_: frozenset(entry.all_forms) for id_, entry in codex.entries.items()}
    claims = [
        (form, id_, places.get(f"entries.{id_}.{key}", overlay.where))
        for id_, entry in translated.entries.items()
        for key, forms in (("name", (entry.name,)), ("forms", entry.forms))
        for form in forms
        if form not in own[id_]
    ]
    return [*compare_overlay(overlay, codex, subject="codex"), *check_claims(claims)]


def _with_joined_forms(node: Node) -> Node:
    """The tree with each list of forms as one text of as many lines, as the codex's own texts have them."""
    if not isinstance(node, Mapping) or "texts" not in node.entries:
        return node
    texts = node.entries["texts"]
    if not isinstance(texts.value, Mapping):
        return node
    joined = dict(_joined(texts.value))
    return replace(node, entries=node.entries | {"texts": Entry(texts.where, replace(texts.value, entries=joined))})


def _joined(texts: Mapping) -> Iterator[tuple[str, Entry]]:
    for address, entry in texts.entries.items():
        value = entry.value
        if address.endswith(".forms") and isinstance(value, Mapping) and "text" in value.entries:
            text = value.entries["text"]
            words = {**value.entries, "text": Entry(text.where, _as_lines(text.value))}
            yield address, Entry(entry.where, replace(value, entries=words))
        else:
            yield address, entry


def _as_lines(node: Node) -> Node:
    if not isinstance(node, Sequence) or not all(isinstance(item, Scalar) for item in node.items):
        return node
    lines = "\n".join(item.text for item in node.items if isinstance(item, Scalar))
    return Scalar(lines, False, node.where)
