"""Fits the tree of a file to its description, and words what does not fit.

Every complaint of the checking library is turned into a finding of our own, at the place in the file and with
the keys that are allowed there. References between the parts are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from game.scenario.description_misfits import misfit
from game.scenario.description_parts import Described
from game.scenario.nodes import Mapping, Node, Scalar, Sequence, child, word_at
from game.scenario.positions import Finding, Position, Severity
from game.scenario.scalars import value_of
from game.scenario.suggestions import did_you_mean, nearest

DescribedType = TypeVar("DescribedType", bound=Described)
Location = tuple[int | str, ...]

MOST_FINDINGS = 200
_LISTED = 12


def described(node: Node, kind: type[DescribedType], findings: list[Finding]) -> DescribedType | None:
    """The description that `node` fits, or None after at least one finding."""
    try:
        return kind.model_validate(plain(node))
    except ValidationError as misfits:
        findings.extend(_Misfits(node, kind, misfits).findings())
        return None


def plain(node: Node) -> Any:
    """The node as texts, whole numbers, truths, lists and dictionaries; only unquoted scalars are numbers or truths."""
    if isinstance(node, Mapping):
        return {key: plain(entry.value) for key, entry in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return value_of(node)


class _Misfits:
    """The complaints about one file, and where in its tree they lie."""

    def __init__(self, root: Node, kind: type[Described], misfits: ValidationError) -> None:
        self.root, self.kind = root, kind
        self.details = misfits.errors(include_url=False, include_input=False)[:MOST_FINDINGS]

    def findings(self) -> Iterator[Finding]:
        """A finding for each complaint, but none for a missing key that is there, misspelt."""
        misspelt = set(self._misspelt())
        for detail in self.details:
            location = detail["loc"]
            if detail["type"] == "missing" and location in misspelt:
                continue
            yield self._finding(detail, location)

    def _misspelt(self) -> Iterator[Location]:
        for detail in self.details:
            if detail["type"] == "extra_forbidden":
                *around, key = detail["loc"]
                if meant := nearest(str(key), self._allowed(tuple(around))):
                    yield (*around, meant)

    def _finding(self, detail: ErrorDetails, location: Location) -> Finding:
        if detail["type"] == "extra_forbidden":
            return self._unknown_key(location)
        if detail["type"] == "missing":
            return self._missing_key(location)
        node = _node_at(self.root, location)
        code, message, suggestion = misfit(detail["type"], detail.get("ctx", {}), _stands_at(node, location))
        return Finding(_place_of(self.root, location), Severity.ERROR, code, message, suggestion)

    def _unknown_key(self, location: Location) -> Finding:
        key, where = str(location[-1]), _place_of(self.root, (*location, "[key]"))
        allowed = self._allowed(location[:-1])
        shown = ", ".join(allowed[:_LISTED]) + (", …" if len(allowed) > _LISTED else "")
        suggestion = did_you_mean(key, allowed) or f"The keys here are {shown}."
        return Finding(where, Severity.ERROR, "KEY01", f'The key "{key}" is not known here.', suggestion)

    def _missing_key(self, location: Location) -> Finding:
        where = _place_of(self.root, location[:-1])
        message = f'The key "{location[-1]}" is missing in {self._named(location[:-1])}.'
        return Finding(where, Severity.ERROR, "KEY02", message, f"Add `{location[-1]}: …`.")

    def _named(self, location: Location) -> str:
        """What people call the place: its key, its id, or its number in a list."""
        node, name = self.root, "this file"
        for part in location:
            inner = child(node, part)
            if inner is not None:
                number = f"item {part + 1} of {name}" if isinstance(part, int) else part
                node, name = inner, word_at(inner, "id") or number
        return name

    def _allowed(self, location: Location) -> list[str]:
        kinds: list[Any] = [self.kind]
        for part in location:
            kinds = [inner for kind in kinds for inner in _inside(kind, part)] or kinds
        found = (model for kind in kinds for model in _models(kind))
        return [info.alias or name for model in found for name, info in model.model_fields.items()]


def _inside(kind: Any, part: int | str) -> Iterator[Any]:
    """The types that may stand under key or index `part` of `kind`; nothing where `part` names a branch of a union."""
    for model in _models(kind):
        for info in model.model_fields.values():
            if info.alias == part:
                yield info.annotation
    for origin, arguments in _collections(kind):
        if origin is list and isinstance(part, int):
            yield arguments[0]
        elif origin is dict and isinstance(part, str) and part not in ("group", "list", "words"):
            yield arguments[1]


def _models(kind: Any) -> Iterator[type[BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    elif get_origin(kind) not in (list, dict):
        for argument in get_args(kind):
            yield from _models(argument)


def _collections(kind: Any) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    origin = get_origin(kind)
    if origin in (list, dict):
        yield origin, get_args(kind)
        return
    for argument in get_args(kind):
        yield from _collections(argument)


def _node_at(root: Node, location: Location) -> Node:
    """The node that `location` leads to, as far as it exists; names of union branches are passed over."""
    node = root
    for part in location:
        node = child(node, part) or node
    return node


def _place_of(root: Node, location: Location) -> Position:
    if location and location[-1] == "[key]":
        around, key = _node_at(root, location[:-2]), str(location[-2])
        if isinstance(around, Mapping) and key in around.entries:
            return around.entries[key].where
    return _node_at(root, location).where


def _stands_at(node: Node, location: Location) -> str:
    if location and location[-1] == "[key]":
        return f'"{location[-2]}"'
    if isinstance(node, Scalar):
        shown = node.text if len(node.text) <= 40 else f"{node.text[:40]}…"
        return shown if isinstance(plain(node), int) else f'"{shown}"'
    return "a list" if isinstance(node, Sequence) else "a group of keys"
