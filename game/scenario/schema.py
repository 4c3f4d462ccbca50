"""Prints the JSON Schema of scenario files and of the codex, from the same description that the reader checks by.

Editors complete and check with it while an author types. It says less than `check`: what refers to what is
beyond it.
"""

from __future__ import annotations

import json
from typing import Any, Literal

Kind = Literal["scenario", "codex"]
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text(kind: Kind = "scenario") -> str:
    """The JSON Schema, draft 2020-12, of a scenario file or of the codex."""
    return json.dumps(codex_schema() if kind == "codex" else schema(), indent=2, ensure_ascii=False) + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema of a scenario file, as a dictionary."""
    from game.scenario.description import ScenarioDescription

    return _tidied(ScenarioDescription.model_json_schema(by_alias=True))


def codex_schema() -> dict[str, Any]:
    """The JSON Schema of a codex, as a dictionary."""
    from game.scenario.description_codex import CodexDescription

    return _tidied(CodexDescription.model_json_schema(by_alias=True))


def _tidied(printed: dict[str, Any]) -> dict[str, Any]:
    described = _without_nothing(printed)
    definitions = {_short(name): one for name, one in described.pop("$defs").items()}
    return {"$schema": DIALECT, **described, "$defs": definitions}


def _short(name: str) -> str:
    return name.removesuffix("Description")


def _without_nothing(node: Any) -> Any:
    """The schema without `null`, which no file can hold, without titles, with short names and closed maps."""
    if isinstance(node, list):
        return [_without_nothing(part) for part in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _without_nothing(part) for key, part in node.items() if not _is_noise(key, part)}
    if "$ref" in kept and isinstance(kept["$ref"], str):
        kept["$ref"] = _short(kept["$ref"])
    if "patternProperties" in kept:
        kept["additionalProperties"] = False
    kinds = kept.get("anyOf")
    if isinstance(kinds, list) and {"type": "null"} in kinds:
        kinds = [kind for kind in kinds if kind != {"type": "null"}]
        del kept["anyOf"]
        kept = (kinds[0] if len(kinds) == 1 else {"anyOf": kinds}) | kept
    return kept


def _is_noise(key: str, part: Any) -> bool:
    return (key == "title" and isinstance(part, str)) or (key == "default" and part is None)
