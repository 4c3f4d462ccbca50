"""Writes the table of shapes by which files are read quickly: `python -m assets.build.shapes`.

It is made from the description of scenario files, of the world catalogue and of the codex, and made anew when that
changes; a test compares the two. What the table holds is explained where it is read, in `game.scenario.shapes`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from game.scenario.description import ScenarioDescription, WorldDescription
from game.scenario.description_codex import CodexDescription
from game.scenario.description_parts import Described
from game.scenario.shapes import TABLE

Schema = Mapping[str, Any]
WHOLE = (ScenarioDescription, WorldDescription, CodexDescription)


def table_text() -> str:
    """The table as the file has it: a line for each key."""
    groups = []
    for name, fields in sorted(_table().items()):
        lines = ",\n".join(f"  {json.dumps(field, ensure_ascii=False)}" for field in fields)
        groups.append(f"{json.dumps(name)}: [\n{lines}\n]")
    return "{\n" + ",\n".join(groups) + "\n}\n"


def _table() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for kind in WHOLE:
        kind.model_rebuild()
        schema = kind.__pydantic_core_schema__
        named = {one["ref"]: one for one in _schemas(schema) if one["type"] == "model" and "ref" in one}
        for one in _schemas(schema):
            if one["type"] == "model":
                found[_name(one)] = [_field(key, field, named) for key, field in one["schema"]["fields"].items()]
    return found


def _schemas(part: Any) -> Iterator[Schema]:
    """Every schema within a schema."""
    if isinstance(part, Mapping):
        if isinstance(part.get("type"), str):
            yield part
        for inner in part.values():
            yield from _schemas(inner)
    elif isinstance(part, list | tuple):
        for inner in part:
            yield from _schemas(inner)


def _name(model: Schema) -> str:
    kind: type[Described] = model["cls"]
    return kind.__name__


def _field(name: str, field: Schema, named: Mapping[str, Schema]) -> dict[str, Any]:
    schema, default = field["schema"], {}
    if schema["type"] == "default":
        default = {"default": schema["default_factory"]() if "default_factory" in schema else schema["default"]}
        schema = schema["schema"]
    return {"key": field["validation_alias"], "name": name, "shape": _shape(schema, named)} | default


def _shape(schema: Schema, named: Mapping[str, Schema]) -> list[Any]:
    match schema["type"]:
        case "nullable":  # A file cannot hold nothing; it is what a key that is left out stands for.
            return _shape(schema["schema"], named)
        case "definition-ref":
            return ["group", _name(named[schema["schema_ref"]])]
        case "model":
            return ["group", _name(schema)]
        case "str":
            return ["words", schema["pattern"]] if "pattern" in schema else ["words"]
        case "function-after" if schema["function"]["function"].__name__ == "_unreserved":
            return [*_shape(schema["schema"], named), True]
        case "function-before" if schema["function"]["function"].__name__ == "_no_truth":
            return _shape(schema["schema"], named)
        case "int":
            return ["number", schema.get("ge"), schema.get("le")]
        case "bool":
            return ["truth"]
        case "literal":
            return ["one", schema["expected"]]
        case "list":
            item = _shape(schema["items_schema"], named)
            return ["list", item, schema.get("min_length", 0), schema.get("max_length")]
        case "dict":
            kinds = [_shape(schema[part], named) for part in ("keys_schema", "values_schema")]
            return ["map", *kinds, schema.get("min_length", 0), schema.get("max_length")]
        case "tagged-union" if schema["discriminator"].__name__ == "shape_of":
            return ["kinds", {tag: _shape(kind, named) for tag, kind in schema["choices"].items()}]
    raise SystemExit(f"The table has no shape for {schema['type']}.")


if __name__ == "__main__":
    TABLE.write_text(table_text(), encoding="utf-8")
    print(f"{TABLE.name}: {len(_table())} groups")
