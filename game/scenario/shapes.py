"""Fits the tree of a file to its description in one quick pass, and only says yes or no.

It goes by a table of shapes that `python -m assets.build.shapes` writes from the description, so that a file without
a mistake is read without loading the library that the description is made with. What does not fit is for
`game.scenario.description_reader`, which words what is wrong.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from game.scenario.nodes import Mapping as MappingNode
from game.scenario.nodes import Node, Scalar, Sequence
from game.scenario.scalars import value_of
from game.scenario.tokens import RESERVED_IDS

TABLE = Path(__file__).with_name("shapes.json")

Fit = Callable[[Node], Any]
"""Makes a value of a node, or raises `_Misfit`."""
Shape = Any
"""One entry of the table: the name of a kind and what it takes, as JSON holds it."""


class _Misfit(Exception):
    """Something does not fit; what, and where, is not said."""


class Fitted:
    """A group of keys that fits: its values by the names that the description gives them."""


def fitted(node: Node, name: str) -> Fitted | None:
    """The group that `node` is, by the description of this `name`; None where it does not fit."""
    try:
        found: Fitted = _group(name)(node)
    except _Misfit:
        return None
    return found


@cache
def _table() -> Mapping[str, Any]:
    table: Mapping[str, Any] = json.loads(TABLE.read_text(encoding="utf-8"))
    return table


@cache
def _group(name: str) -> Fit:
    fields = _table()[name]
    kind = type(name, (Fitted,), {field["name"]: field["default"] for field in fields if "default" in field})
    named = {field["key"]: field["name"] for field in fields}
    needed = frozenset(field["key"] for field in fields if "default" not in field)
    shapes = {field["key"]: field["shape"] for field in fields}
    fits: dict[str, Fit] = {}

    def fit(node: Node) -> Fitted:
        if not isinstance(node, MappingNode) or not needed <= node.entries.keys():
            raise _Misfit
        values = {}
        for key, entry in node.entries.items():
            found = fits.get(key)
            if found is None:
                # A group may lie within itself, so what its keys take is made ready as they are met.
                found = fits[key] = _fit(shapes[key]) if key in shapes else _nothing
            values[named.get(key, key)] = found(entry.value)
        made: Fitted = kind()
        made.__dict__.update(values)
        return made

    return fit


def _nothing(node: Node) -> Any:
    raise _Misfit


def _fit(shape: Shape) -> Fit:
    kind, *taken = shape
    made: Fit = _KINDS[kind](*taken)
    return made


def _words(pattern: str | None = None, reserved: bool = False) -> Fit:
    matches = re.compile(pattern).fullmatch if pattern else None

    def fit(node: Node) -> str:
        value = value_of(node) if isinstance(node, Scalar) else None
        if not isinstance(value, str) or (matches and not matches(value)) or (reserved and value in RESERVED_IDS):
            raise _Misfit
        return value

    return fit


def _number(least: int | None, most: int | None) -> Fit:
    def fit(node: Node) -> int:
        value = value_of(node) if isinstance(node, Scalar) else None
        if type(value) is not int or (least is not None and value < least) or (most is not None and value > most):
            raise _Misfit
        return value

    return fit


def _truth() -> Fit:
    def fit(node: Node) -> bool:
        value = value_of(node) if isinstance(node, Scalar) else None
        if not isinstance(value, bool):
            raise _Misfit
        return value

    return fit


def _one_of(choices: list[str | int]) -> Fit:
    allowed: Mapping[object, str | int] = {(type(choice), choice): choice for choice in choices}

    def fit(node: Node) -> str | int:
        value = value_of(node) if isinstance(node, Scalar) else None
        found = allowed.get((type(value), value))  # by their kinds as well, for a truth equals 1
        if found is None:
            raise _Misfit
        return found

    return fit


def _listed(shape: Shape, least: int, most: int | None) -> Fit:
    item = _fit(shape)

    def fit(node: Node) -> list[Any]:
        if not isinstance(node, Sequence) or not _holds(len(node.items), least, most):
            raise _Misfit
        return [item(one) for one in node.items]

    return fit


def _mapped(keys: Shape, shape: Shape, least: int, most: int | None) -> Fit:
    key_fits, item = _fit(keys), _fit(shape)

    def fit(node: Node) -> dict[str, Any]:
        if not isinstance(node, MappingNode) or not _holds(len(node.entries), least, most):
            raise _Misfit
        return {key_fits(Scalar(key, False, node.where)): item(entry.value) for key, entry in node.entries.items()}

    return fit


def _holds(number: int, least: int, most: int | None) -> bool:
    return number >= least and (most is None or number <= most)


def _by_kind(shapes: Mapping[str, Shape]) -> Fit:
    fits = {kind: _fit(shape) for kind, shape in shapes.items()}

    def fit(node: Node) -> Any:
        return fits.get(_kind_of(node), _nothing)(node)

    return fit


def _kind_of(node: Node) -> str:
    """The word for what kind of value stands in the file, as the description has it."""
    if isinstance(node, Scalar):
        value = value_of(node)
        return "words" if isinstance(value, str) else "truth" if isinstance(value, bool) else "number"
    return "list" if isinstance(node, Sequence) else "group"


_KINDS: Mapping[str, Callable[..., Fit]] = {
    "words": _words,
    "number": _number,
    "truth": _truth,
    "one": _one_of,
    "list": _listed,
    "map": _mapped,
    "kinds": _by_kind,
    "group": _group,
}
