"""The examples in tests/spec/*.md: a heading, prose, an input, and what must come out of it.

An input stands in a ``text`` fence (``⇥`` is a tab, ``⏎`` a form feed). After it comes a ``markdown`` fence with the
document's Markdown from the end of the caption on, or a ``json`` fence with fields of the document that must be equal
(dotted paths into the JSON output). Every example also holds with CRLF line ends.
``pytest tests/spec --record`` writes the Markdown anew.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import opinion_parser

FOLDER = Path(__file__).parent
EXAMPLE = re.compile(r"^## (.+?)\n(.*?)^```text\n(.*?)^```\n\n^```(markdown|json)\n(.*?)^```", re.M | re.S)


def examples():
    for path in sorted(FOLDER.glob("*.md")):
        for match in EXAMPLE.finditer(path.read_text(encoding="utf-8")):
            yield pytest.param(path, match, id=f"{path.stem}: {match.group(1)}")


def source_of(match):
    return match.group(3).replace("⇥", "\t").replace("⏎\n", "\f")


def body_of(markdown):
    """The Markdown after the YAML header and the caption."""
    text = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.S)
    text = re.sub(r"<!-- caption -->.*?<!-- /caption -->", "", text, flags=re.S)
    return re.sub(r"<!-- [^>]* -->\n+", "", text).strip() + "\n"


def field(document, path):
    for key in path.split("."):
        document = document[int(key)] if key.isdecimal() else document[key]
    return document


def check(source, kind, expected):
    outputs = opinion_parser.convert(source.encode(), name="example.txt", formats=("json", "markdown"))
    if kind == "markdown":
        assert body_of(outputs["markdown"].decode()) == expected
        return
    document = json.loads(outputs["json"])
    wanted = json.loads(expected)
    assert {path: field(document, path) for path in wanted} == wanted


def test_there_are_examples():
    assert len(list(examples())) > 10


@pytest.mark.parametrize(("path", "match"), list(examples()))
def test_example(path, match, request):
    source, kind, expected = source_of(match), match.group(4), match.group(5)
    if request.config.getoption("--record") and kind == "markdown":
        outputs = opinion_parser.convert(source.encode(), name="example.txt", formats=("markdown",))
        expected = body_of(outputs["markdown"].decode())
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace(match.group(0), match.group(0).replace(match.group(5), expected)), encoding="utf-8"
        )
    check(source, kind, expected)
    check(source.replace("\n", "\r\n"), kind, expected)
