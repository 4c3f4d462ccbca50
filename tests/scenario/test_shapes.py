"""The table of shapes: it says yes to what the description says yes to, finds the same values, and is never stale."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from assets.build.shapes import table_text
from game.scenario import shapes
from game.scenario.description import ScenarioDescription, WorldDescription
from game.scenario.description_codex import CodexDescription
from game.scenario.description_parts import Described
from game.scenario.description_reader import described, plain
from game.scenario.nodes import Entry, Mapping, Node, Scalar, Sequence
from game.scenario.positions import NOWHERE, Finding
from game.scenario.scalars import value_of
from game.scenario.shapes import TABLE, fitted
from game.scenario.yaml_reader import read_file
from tests.scenario.edits import CONGRESS, GOOD, WORLD

CODEX = Path(__file__).parents[2] / "scenarios" / "codex.yaml"
WORDS = (
    "", "a", "A b", "always", "make", "12", "-3", "0", "007", "true", "no\n", "1939-10", "1939-13-01", "0..5", "en",
    "1e3", "people", "none", "99999999999999999999", "owner", "whole", "plain", "play", "หนึ่ง",
)  # fmt: skip


def tree(path: Path) -> Node:
    node = read_file(path, path.name, [])
    assert node is not None
    return node


TREES = {"good": tree(GOOD), "congress": tree(CONGRESS)}


def values(found: Any) -> Any:
    """What a description or a fitted group holds, as plain values."""
    if isinstance(found, Described):
        return {name: values(getattr(found, name)) for name in type(found).model_fields}
    if isinstance(found, dict):
        return {key: values(value) for key, value in found.items()}
    if isinstance(found, list):
        return [values(item) for item in found]
    return (type(found), found)


def as_described(found: Any, like: Any) -> Any:
    """The values of a fitted group in the order of its description."""
    if isinstance(like, Described):
        assert type(found).__name__ == type(like).__name__
        return {name: as_described(getattr(found, name), getattr(like, name)) for name in type(like).model_fields}
    if isinstance(like, dict):
        return {key: as_described(found[key], value) for key, value in like.items()} if list(found) == list(like) else 0
    if isinstance(like, list):
        return [as_described(one, other) for one, other in zip(found, like, strict=True)]
    return (type(found), found)


def test_the_table_is_that_of_the_description() -> None:
    assert TABLE.read_text(encoding="utf-8") == table_text(), "run python -m assets.build.shapes"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (GOOD, ScenarioDescription),
        (CONGRESS, ScenarioDescription),
        (WORLD, WorldDescription),
        (CODEX, CodexDescription),
    ],
    ids=lambda one: one.stem if isinstance(one, Path) else "",
)
def test_a_good_file_is_read_without_its_description_to_the_same_values(path: Path, kind: type[Described]) -> None:
    findings: list[Finding] = []
    slowly, quickly = described(tree(path), kind, findings), fitted(tree(path), kind.__name__)
    assert findings == []
    assert quickly is not None
    assert as_described(quickly, slowly) == values(slowly)


def places(node: Node) -> int:
    """How many nodes there are under a node, and itself."""
    if isinstance(node, Mapping):
        return 1 + sum(places(entry.value) for entry in node.entries.values())
    return 1 + sum(map(places, node.items)) if isinstance(node, Sequence) else 1


def changed(node: Node, at: int, data: st.DataObject) -> Node:
    """The tree with the node at this place, counted from the top, made another."""
    if at == 0:
        return other(node, data)
    at -= 1
    if isinstance(node, Mapping):
        entries = {}
        for key, entry in node.entries.items():
            size = places(entry.value)
            inside = 0 <= at < size
            entries[key] = Entry(entry.where, changed(entry.value, at, data)) if inside else entry
            at -= size
        return Mapping(entries, node.where)
    assert isinstance(node, Sequence)
    items = []
    for item in node.items:
        size = places(item)
        items.append(changed(item, at, data) if 0 <= at < size else item)
        at -= size
    return Sequence(tuple(items), node.where)


def other(node: Node, data: st.DataObject) -> Node:
    """A node with a key less, more or misspelt, an item less or again, or another word in its place."""
    how = data.draw(st.sampled_from(("word", "less", "more", "key")))
    word = Scalar(data.draw(st.sampled_from(WORDS)), data.draw(st.booleans()), node.where)
    if isinstance(node, Mapping) and node.entries and how != "word":
        entries = dict(node.entries)
        key = data.draw(st.sampled_from(list(entries)))
        entry = entries.pop(key) if how in ("less", "key") else entries[key]
        if how != "less":
            entries[data.draw(st.sampled_from((*WORDS, "text", "when", "sources")))] = entry
        return Mapping(entries, node.where)
    if isinstance(node, Sequence) and node.items and how != "word":
        return replace(node, items=node.items[1:] if how == "less" else (*node.items, node.items[0]))
    wrapped = (word, Sequence((word,), node.where), Mapping({"a": Entry(node.where, word)}, node.where), node)
    return data.draw(st.sampled_from(wrapped))


def all_as(node: Node, word: Scalar) -> Node:
    """The tree with this word wherever a scalar stands."""
    if isinstance(node, Mapping):
        return Mapping({k: Entry(one.where, all_as(one.value, word)) for k, one in node.entries.items()}, node.where)
    if isinstance(node, Sequence):
        return replace(node, items=tuple(all_as(item, word) for item in node.items))
    return replace(word, where=node.where)


@pytest.mark.parametrize("name", sorted(TREES))
def test_a_truth_is_taken_only_where_one_is_asked_for(name: str) -> None:
    with pytest.raises(ValidationError) as refused:
        ScenarioDescription.model_validate(plain(all_as(TREES[name], Scalar("true", True, TREES[name].where))))
    complaints = [one for one in refused.value.errors() if "[key]" not in one["loc"]]
    assert len(complaints) == scalars(TREES[name]) - scalars(TREES[name], truths=True)


def scalars(node: Node, truths: bool = False) -> int:
    """How many scalars there are under a node, or how many of them are truths."""
    if isinstance(node, Mapping):
        return sum(scalars(entry.value, truths) for entry in node.entries.values())
    if isinstance(node, Sequence):
        return sum(scalars(item, truths) for item in node.items)
    return not truths or isinstance(value_of(node), bool)


def test_the_table_takes_a_truth_only_where_one_is_asked_for_and_a_number_nowhere_else() -> None:
    truth, number = Scalar("true", True, NOWHERE), Scalar("1", True, NOWHERE)
    for kind, fields in json.loads(TABLE.read_text(encoding="utf-8")).items():
        for field in fields:
            shape = field["shape"]
            numeric = shape[0] == "number" or (shape[0] == "kinds" and "number" in shape[1]) or shape == ["one", [1]]
            assert takes(shape, truth) == (shape[0] == "truth"), (kind, field["key"])
            assert takes(shape, number) <= numeric, (kind, field["key"])


def takes(shape: Any, node: Node) -> bool:
    """Whether a node fits one shape of the table."""
    try:
        shapes._fit(shape)(node)
    except shapes._Misfit:
        return False
    return True


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(TREES)), st.data())
def test_a_changed_file_fits_where_its_description_says_so_and_only_there(name: str, data: st.DataObject) -> None:
    whole = TREES[name]
    node = changed(whole, data.draw(st.integers(0, places(whole) - 1)), data)
    slowly = described(node, ScenarioDescription, [])
    quickly = fitted(node, "ScenarioDescription")
    assert (quickly is None) == (slowly is None)
    if slowly is not None:
        assert as_described(quickly, slowly) == values(slowly)
