"""JSON: exact both ways, in the form that the contract shows, with errors that say where."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from opinion_parser import nodes
from opinion_parser.errors import InputError
from opinion_parser.writers import WriterOptions
from opinion_parser.writers.json import read_json, write_json
from tests.strategies import documents

TRUTHS = sorted(Path(__file__).parents[2].glob("samples/*/*.truth.json"))
OPTIONS = WriterOptions(None, False)


def document(**parts) -> nodes.Document:
    made = nodes.Document("1.0", nodes.SourceInfo("a.pdf", "0" * 64, "application/pdf", 1, "pdf"), "opinion", None,
                          nodes.Caption(), [], [nodes.Opinion()], [], [], [])  # fmt: skip
    for name, value in parts.items():
        setattr(made, name, value)
    return made


def written(made: nodes.Document) -> dict:
    return json.loads(write_json(made, OPTIONS))


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_any_document_comes_back_equal(made):
    data = write_json(made, OPTIONS)
    assert read_json(data) == made
    assert write_json(read_json(data), OPTIONS) == data


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda path: path.stem)
def test_samples_come_back_equal(truth):
    made = read_json(truth.read_bytes())
    assert read_json(write_json(made, OPTIONS)) == made


def test_the_form_is_readable_utf8_that_ends_in_a_line_feed():
    data = write_json(document(date="2021-03-16", kind="§ “order”"), OPTIONS)
    assert data.startswith(b'{\n "schema_version": "1.0",\n "source": {\n  "name": "a.pdf"')
    assert "§ “order”".encode() in data
    assert data.endswith(b"\n}\n")


def test_top_level_fields_come_in_the_order_of_the_contract():
    assert list(written(document())) == [
        "schema_version", "source", "kind", "date", "caption", "front_matter", "opinions", "back_matter",
        "furniture", "diagnostics", "pictures",
    ]  # fmt: skip


def test_what_is_not_known_is_null_or_absent_as_the_contract_says():
    block = nodes.Paragraph([nodes.FootnoteRef("1", None)])
    made = written(document(opinions=[nodes.Opinion(blocks=[block])]))
    assert made["date"] is None
    assert made["caption"]["court"] == {"name": None, "division": None, "id": None}
    assert made["opinions"][0]["byline"] is None
    assert made["opinions"][0]["blocks"] == [
        {"type": "paragraph", "inlines": [{"type": "footnote_ref", "label": "1", "footnote": None}]}
    ]


def test_what_is_known_is_written():
    ref = nodes.FootnoteRef("2", "op1.fn2", inferred=True, confidence=0.5)
    block = nodes.Paragraph([ref], number="16", at=nodes.Place(3, 7, (72.0, 90.5, 540.0, 102.0)))
    made = written(document(opinions=[nodes.Opinion(blocks=[block])]))
    assert made["opinions"][0]["blocks"][0] == {
        "type": "paragraph",
        "inlines": [{"type": "footnote_ref", "label": "2", "footnote": "op1.fn2", "inferred": True, "confidence": 0.5}],
        "number": "16",
        "at": {"page": 3, "line": 7, "bbox": [72.0, 90.5, 540.0, 102.0]},
    }


def damaged(change) -> bytes:
    made = written(document(opinions=[nodes.Opinion(blocks=[nodes.Quote([nodes.Paragraph([nodes.Text("x")])])])]))
    change(made)
    return json.dumps(made).encode()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda d: d.update(kind=3), ["$.kind", "str", "int"]),
        (lambda d: d.pop("source"), ["source", "$"]),
        (lambda d: d["opinions"][0].update(kind="opinion"), ["$.opinions[0].kind", "'opinion'"]),
        (lambda d: d["opinions"][0]["blocks"][0]["blocks"][0].update(words="x"), ["words", "$.opinions[0].blocks[0]"]),
        (lambda d: d["opinions"][0]["blocks"][0].update(type="image"), ["image", "$.opinions[0].blocks[0].type"]),
        (lambda d: d.update(schema_version="2.0"), ["schema_version", "'2.0'", "'1.0'"]),
    ],
)
def test_errors_name_the_place(change, words):
    with pytest.raises(InputError) as caught:
        read_json(damaged(change))
    message = str(caught.value)
    assert all(word in message for word in words), message
    assert "\n" not in message


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"null", b"%PDF-1.7", b'{"schema_version": "\xff"}', b'{"schema_version": "1.0"}',
             b'{"schema_version": "1.0", "caption": ' + b"[" * 100_000]
)  # fmt: skip
def test_other_bytes_are_refused_in_one_sentence(data):
    with pytest.raises(InputError):
        read_json(data)
