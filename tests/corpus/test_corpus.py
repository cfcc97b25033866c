"""Every file of the corpus converts to the three formats, and its XML is valid."""

from __future__ import annotations

import json

import pytest

import opinion_parser
from benchmarks.accuracy.corpus import find_corpus, sources
from opinion_parser.validation import validate_akn

CORPUS = find_corpus()
PATHS = sources(CORPUS) if CORPUS else []

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(CORPUS is None, reason="no corpus beside this checkout (set OPINION_PARSER_CORPUS)"),
]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_converts_to_valid_output(path):
    outputs = opinion_parser.convert(path)
    assert set(outputs) == {"akn", "json", "markdown"}
    assert validate_akn(outputs["akn"]) == []
    document = json.loads(outputs["json"])
    assert document["source"]["name"] == path.name
    assert document["opinions"]
    assert outputs["markdown"].decode("utf-8").strip()
