"""Makes opinion.schema.json from nodes.py: ``python -m opinion_parser.schemas.build`` after a change of the nodes.

msgspec derives a schema that is right but slow: it spells a union of nodes as ``anyOf``, and validators that try every
branch at every level need exponential time. Here a union is decided by its ``type`` and written once, as ``Inline`` or
``Block``. Descriptions are the docstrings; fields that are always written are required.
"""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import Any

import msgspec

from opinion_parser import nodes

__all__ = ["SCHEMA_FILE", "build_schema"]

SCHEMA_FILE = Path(__file__).with_name("opinion.schema.json")
"""Where the schema is kept."""

Schema = dict[str, Any]
_REFS = "#/$defs/"
_UNIONS = {"text": "Inline", "paragraph": "Block"}
"""The name of a union, by the tag of a member that no other union has."""


def build_schema() -> Schema:
    """The JSON Schema (draft 2020-12) of the JSON output."""
    made = msgspec.json.schema(nodes.Document)
    definitions: Schema = {name: _definition(name, made["$defs"][name]) for name in made["$defs"]}
    unions: Schema = {}
    simple = _simplify(definitions, unions)
    simple["Document"]["properties"]["schema_version"] = {"const": nodes.SCHEMA_VERSION}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:opinion-parser:opinion:{nodes.SCHEMA_VERSION}",
        "title": "An opinion of a US court, as opinion_parser writes it",
        **made,
        "$defs": {**simple, **dict(sorted(unions.items()))},
    }


def _definition(name: str, schema: Schema) -> Schema:
    """The schema of one node class, its docstring made readable and the fields that are always written required."""
    node = getattr(nodes, name)
    described = {**schema, "description": inspect.getdoc(node).replace("``", "`")}  # type: ignore[union-attr]
    if not node.__struct_config__.omit_defaults:
        described["required"] = list(schema["properties"])
        for field in schema["properties"].values():
            field.pop("default", None)
    return described


def _simplify(part: Schema, unions: Schema) -> Schema:
    """``part`` with every ``anyOf`` of nodes replaced by a reference; what it refers to is collected in ``unions``."""

    def simplify(value: object) -> object:
        if isinstance(value, list):
            return [simplify(item) for item in value]
        return _simplify(value, unions) if isinstance(value, dict) else value

    if "discriminator" in part:
        members: dict[str, str] = part["discriminator"]["mapping"]
        name = next(name for tag, name in _UNIONS.items() if tag in members)
        unions[name] = _union(name, members)
        return {"$ref": _REFS + name}
    branches = part.get("anyOf", [])
    if len(branches) == 2 and all(set(branch) == {"type"} for branch in branches):
        rest = {key: value for key, value in part.items() if key != "anyOf"}
        return {"type": [branch["type"] for branch in branches], **rest}
    return {key: simplify(value) for key, value in part.items()}


def _union(name: str, members: dict[str, str]) -> Schema:
    """A union whose member is chosen by ``type`` alone."""
    return {
        "title": name,
        "description": f"One of the {name.lower()} nodes; `type` says which.",
        "type": "object",
        "required": ["type"],
        "properties": {"type": {"enum": list(members)}},
        "allOf": [
            {"if": {"properties": {"type": {"const": tag}}}, "then": {"$ref": ref}} for tag, ref in members.items()
        ],
    }


if __name__ == "__main__":
    SCHEMA_FILE.write_text(json.dumps(build_schema(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
