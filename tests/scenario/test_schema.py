"""The JSON Schema: it says what the reader says of the shape of a file, and helps an editor at every key."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from game.scenario.description import ScenarioDescription
from game.scenario.description_reader import described, plain
from game.scenario.positions import Finding
from game.scenario.schema import DIALECT, schema, schema_text
from game.scenario.yaml_reader import read_text
from tests.scenario.edits import GOOD


@pytest.fixture(scope="module")
def whole() -> dict[str, Any]:
    return schema()


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Every schema within a schema; the names of properties are not schemas."""
    if isinstance(node, list):
        for part in node:
            yield from nodes(part)
    elif isinstance(node, dict):
        yield node
        for key, part in node.items():
            inner = part.values() if key in ("properties", "patternProperties", "$defs") else [part]
            for one in inner:
                yield from nodes(one)


def faults(value: Any, schema: dict[str, Any], whole: dict[str, Any], path: str = "") -> Iterator[str]:
    """Where `value` does not fit, by the few words of JSON Schema that ours uses; any other word is an error."""
    for word, rule in schema.items():
        yield from RULES[word](value, rule, schema, whole, path)


def _each(faulty: Iterator[str]) -> bool:
    return next(faulty, None) is None


def _type(value: Any, rule: str, schema: Any, whole: Any, path: str) -> Iterator[str]:
    kinds: dict[str, type] = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
    if not isinstance(value, kinds[rule]) or (rule == "integer" and isinstance(value, bool)):
        yield f"{path} is not of type {rule}"


def _properties(value: Any, rule: dict[str, Any], schema: Any, whole: Any, path: str) -> Iterator[str]:
    for key, inner in rule.items():
        if isinstance(value, dict) and key in value:
            yield from faults(value[key], inner, whole, f"{path}.{key}")


def _patterns(value: Any, rule: dict[str, Any], schema: Any, whole: Any, path: str) -> Iterator[str]:
    for pattern, inner in rule.items():
        for key in value if isinstance(value, dict) else ():
            if re.search(pattern, key):
                yield from faults(value[key], inner, whole, f"{path}.{key}")


def _others(value: Any, rule: Any, schema: dict[str, Any], whole: Any, path: str) -> Iterator[str]:
    for key in value if isinstance(value, dict) else ():
        known = key in schema.get("properties", {})
        if known or any(re.search(pattern, key) for pattern in schema.get("patternProperties", {})):
            continue
        if rule is False:
            yield f"{path}.{key} is not known"
        else:
            yield from faults(value[key], rule, whole, f"{path}.{key}")


def _required(value: Any, rule: list[str], schema: Any, whole: Any, path: str) -> Iterator[str]:
    yield from (f"{path}.{key} is missing" for key in rule if isinstance(value, dict) and key not in value)


def _items(value: Any, rule: dict[str, Any], schema: Any, whole: Any, path: str) -> Iterator[str]:
    for index, item in enumerate(value if isinstance(value, list) else ()):
        yield from faults(item, rule, whole, f"{path}[{index}]")


def _one_of(value: Any, rule: list[Any], schema: Any, whole: Any, path: str) -> Iterator[str]:
    if sum(_each(faults(value, part, whole, path)) for part in rule) != 1:
        yield f"{path} is not exactly one of the alternatives"


def _reference(value: Any, rule: str, schema: Any, whole: Any, path: str) -> Iterator[str]:
    yield from faults(value, whole["$defs"][rule.removeprefix("#/$defs/")], whole, path)


def _test(sentence: str, holds: Any) -> Any:
    def rule_of(value: Any, rule: Any, schema: Any, whole: Any, path: str) -> Iterator[str]:
        if not holds(value, rule):
            yield f"{path} {sentence} {rule}"

    return rule_of


RULES: dict[str, Any] = {
    "type": _type,
    "properties": _properties,
    "patternProperties": _patterns,
    "additionalProperties": _others,
    "required": _required,
    "items": _items,
    "oneOf": _one_of,
    "$ref": _reference,
    "const": _test("is not", lambda value, rule: value == rule),
    "enum": _test("is none of", lambda value, rule: value in rule),
    "pattern": _test("does not match", lambda value, rule: not isinstance(value, str) or re.search(rule, value)),
    "minimum": _test("is below", lambda value, rule: not isinstance(value, int) or value >= rule),
    "maximum": _test("is above", lambda value, rule: not isinstance(value, int) or value <= rule),
    "minItems": _test("has fewer than", lambda value, rule: not isinstance(value, list) or len(value) >= rule),
    "maxItems": _test("has more than", lambda value, rule: not isinstance(value, list) or len(value) <= rule),
    "minProperties": _test("has fewer than", lambda value, rule: not isinstance(value, dict) or len(value) >= rule),
    "maxProperties": _test("has more than", lambda value, rule: not isinstance(value, dict) or len(value) <= rule),
    "propertyNames": lambda value, rule, schema, whole, path: (
        fault for key in value for fault in faults(key, rule, whole, f"{path}.{key}")
    ),
    **dict.fromkeys(("$schema", "$defs", "description", "default"), lambda *_: iter(())),
}


def read(text: str) -> Any:
    findings: list[Finding] = []
    node = read_text(text, "f.yaml", findings)
    assert node is not None and not findings
    return plain(node), described(node, ScenarioDescription, findings) is not None


def test_the_good_scenario_fits(whole: dict[str, Any]) -> None:
    content, fits = read(GOOD.read_text(encoding="utf-8"))
    assert fits
    assert list(faults(content, whole, whole)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("format: 1", "format: 2"),
        ("id: small-talks", "id: Small_Talks"),
        ("from: 1939-10-01", "from: 1939-13-01"),
        ("full: 20", "full: '20'"),
        ("confidence: firm", "confidence: sure"),
        ("range: 0..10,", "range: 10,"),
        ("kind: secondary", "kind: secondary, colour: red"),
        ("weight: 2", "weight: 0"),
        ("regions: [hanko]", "regions: hanko"),
        ("regions: [hanko]", "regions: [hanko]\nsides: {north: {parties: [finland]}}"),
        ('title: "Frost"', "title: 5"),
        ("known-to: [soviet-union]", "known-to: everybody"),
        ("dispatch: {text", "chance: {text"),
        ('unit: "of 10"', 'words: {none: "calm"}, unit: "of 10"'),
        ("lease: 100}", "lease: 101}"),
        ("{finland: adjourn}", "{finland: sleep}"),
        ("endings:\n", "ends: []\nendings:\n"),
    ],
)
def test_what_the_reader_refuses_does_not_fit_either(old: str, new: str, whole: dict[str, Any]) -> None:
    text = GOOD.read_text(encoding="utf-8")
    assert old in text
    content, fits = read(text.replace(old, new, 1))
    assert not fits
    assert list(faults(content, whole, whole))


def test_a_step_is_exactly_one_thing(whole: dict[str, Any]) -> None:
    step = whole["$defs"]["Step"]
    bare = {"id": "x", "date": "1939-10-05", "title": "x"}
    assert list(faults(bare, step, whole)) == [" is not exactly one of the alternatives"]
    assert list(faults(bare | {"resume": "talks"}, step, whole)) == []
    both = bare | {"resume": "talks", "dispatch": {"text": "x"}}
    assert list(faults(both, step, whole)) == [" is not exactly one of the alternatives"]


def test_no_group_of_keys_is_open(whole: dict[str, Any]) -> None:
    groups = [node for node in nodes(whole) if "properties" in node or "patternProperties" in node]
    assert len(groups) > 40
    assert all(node["additionalProperties"] is False for node in groups)


def test_every_key_is_described(whole: dict[str, Any]) -> None:
    for node in nodes(whole):
        for key, inner in node.get("properties", {}).items():
            target = whole["$defs"].get(inner.get("$ref", "").removeprefix("#/$defs/"), {})
            assert inner.get("description") or target.get("description"), key


def test_every_reference_leads_somewhere_and_every_definition_is_used(whole: dict[str, Any]) -> None:
    used = {node["$ref"].removeprefix("#/$defs/") for node in nodes(whole) if "$ref" in node}
    assert used == set(whole["$defs"])


def test_the_text_is_json_of_its_dialect(whole: dict[str, Any]) -> None:
    assert json.loads(schema_text()) == whole
    assert whole["$schema"] == DIALECT == "https://json-schema.org/draft/2020-12/schema"
    assert "null" not in schema_text()
