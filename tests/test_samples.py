"""The samples: truths in the published form, PDFs that their sources give, conversions close to the truth."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import re
from pathlib import Path

import msgspec
import pytest

import opinion_parser
from benchmarks.accuracy.compare import compare, mean
from opinion_parser.nodes import Document

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
TRUTHS = sorted(SAMPLES.glob("*/*.truth.json"))
FLOOR = 0.99
"""A sample scores at least this; what is missing is listed by `python -m benchmarks.accuracy --samples-only`."""


def load(truth):
    return json.loads(truth.read_bytes())


@pytest.fixture(scope="module")
def build():
    spec = importlib.util.spec_from_file_location("build_samples", SAMPLES / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def typst_version(pdf):
    return re.search(rb"Typst \d+\.\d+\.\d+", pdf)[0]


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda path: path.parent.name)
def test_the_truth_is_a_document(truth):
    document = msgspec.json.decode(truth.read_bytes(), type=Document)
    source = truth.with_name(document.source.name)
    assert document.source.sha256 == hashlib.sha256(source.read_bytes()).hexdigest()
    ids = {note.id for opinion in document.opinions for note in opinion.footnotes}
    referred = set(re.findall(r'"footnote": "([^"]+)"', truth.read_text(encoding="utf-8")))
    assert ids == referred


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda path: path.parent.name)
def test_the_conversion_is_close_to_the_truth(truth):
    source = truth.with_name(load(truth)["source"]["name"])
    scores = compare(load(truth), json.loads(opinion_parser.convert(source, formats=("json",))["json"]))
    assert mean(scores) >= FLOOR, [score for score in scores if score.value < 1]


def test_every_sample_has_a_truth_and_a_line_in_the_readme():
    readme = (SAMPLES / "README.md").read_text(encoding="utf-8")
    folders = {path.name for path in SAMPLES.iterdir() if path.is_dir() and not path.name.startswith(("_", "."))}
    assert folders == {truth.parent.name for truth in TRUTHS}
    assert all(f"[{name}]({name}/" in readme for name in folders)


def test_pdfs_are_what_their_sources_give(build):
    assert build.sources()
    for source in build.sources():
        made, kept = build.typeset(source), source.with_suffix(".pdf").read_bytes()
        assert made == build.typeset(source)
        if typst_version(made) == typst_version(kept):
            assert made == kept, f"{source.name} has changed: run samples/build.py"
