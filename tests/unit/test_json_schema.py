"""The published schema: up to date, of this version, true of every document, false of anything else, and fast."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings

from opinion_parser.schemas.build import SCHEMA_FILE, build_schema
from opinion_parser.writers import WriterOptions
from opinion_parser.writers.json import read_json, write_json
from tests.strategies import documents

SCHEMA = json.loads(SCHEMA_FILE.read_bytes())
VALIDATOR = jsonschema_rs.validator_for(SCHEMA)
CHECKOUT = Path(__file__).parents[2]
TRUTHS = sorted(CHECKOUT.glob("samples/*/*.truth.json"))
OPTIONS = WriterOptions(None, False)


def sample() -> dict:
    return json.loads(write_json(read_json(TRUTHS[0].read_bytes()), OPTIONS))


def test_the_schema_is_up_to_date():
    assert build_schema() == SCHEMA, "run python -m opinion_parser.schemas.build"


def test_the_schema_is_a_schema():
    assert jsonschema_rs.meta.is_valid(SCHEMA)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_every_document_is_valid(made):
    VALIDATOR.validate(json.loads(write_json(made, OPTIONS)))


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda path: path.stem)
def test_samples_are_valid(truth):
    VALIDATOR.validate(json.loads(write_json(read_json(truth.read_bytes()), OPTIONS)))


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda d: d.pop("caption"), []),
        (lambda d: d["caption"].pop("rows"), ["caption"]),
        (lambda d: d.update(verdict="x"), []),
        (lambda d: d.update(schema_version="0.9"), ["schema_version"]),
        (lambda d: d["opinions"][0].update(kind="opinion"), ["opinions", 0, "kind"]),
        (lambda d: d["opinions"][0]["blocks"][0].update(type="text"), ["opinions", 0, "blocks", 0, "type"]),
        (lambda d: d["opinions"][0]["blocks"][0].pop("inlines"), ["opinions", 0, "blocks", 0]),
        (lambda d: d["opinions"][0]["blocks"][0]["inlines"][0].pop("type"), ["opinions", 0, "blocks", 0, "inlines", 0]),
        (lambda d: d["opinions"][0]["blocks"][0].update(number=16), ["opinions", 0, "blocks", 0, "number"]),
    ],
)
def test_damage_is_found_at_its_place(change, place):
    made = sample()
    change(made)
    errors = list(VALIDATOR.iter_errors(made))
    assert place in [error.instance_path for error in errors]


def test_a_union_is_decided_by_type_alone():
    def unions(part, path=""):
        if isinstance(part, dict):
            if len([b for b in part.get("anyOf", []) if b != {"type": "null"}]) > 1:
                yield path
            for key, value in part.items():
                yield from unions(value, f"{path}/{key}")
        elif isinstance(part, list):
            for item in part:
                yield from unions(item, path)

    assert not list(unions(SCHEMA)), "a plain validator tries every branch of anyOf at every level"


def test_every_node_is_described():
    for name, definition in SCHEMA["$defs"].items():
        assert definition["description"], name


def test_the_documentation_names_every_field():
    page = (CHECKOUT / "docs/json.md").read_text(encoding="utf-8")
    for name, definition in SCHEMA["$defs"].items():
        for field in definition["properties"]:
            assert f"`{field}`" in page, f"{name}.{field}"
