"""The examples in tests/spec/*.md: a heading, prose, an input, and what must come out of it.

An input stands in a ``text`` fence (``⇥`` is a tab, ``⏎`` a form feed). After it come a ``markdown`` fence with the
document's Markdown from the end of the caption on, a ``json`` fence with fields of the document that must be equal
(dotted paths into the JSON output, ``*`` for each item of a list), or both; or a ``caption`` fence with what a reader
would take from the first page: court, parties with their roles, dockets, judges, title, day, and the author and first
words of each writing. Every example also holds with CRLF line ends.

An example whose heading names a conformance case ("K17 · ...") holds in further forms of its input (:data:`FORMS`). A
paragraph of its prose says which form it cannot have, and one that begins with "Fails" what the program cannot do yet:

    Not on one line, not wrapped: only the lines part the cells.
    Fails on one line: a name and a street are alike.

``pytest tests/spec --record`` writes Markdown and captions anew.
"""

from __future__ import annotations

import json
import re
import textwrap
from dataclasses import dataclass
from pathlib import Path

import pytest

import opinion_parser

FOLDER = Path(__file__).parent
EXAMPLE = re.compile(
    r"^## (.+?)\n(.*?)^```text\n(.*?)^```\n((?:\n^```(?:markdown|json|caption)\n.*?^```\n)+)", re.M | re.S
)
EXPECTED = re.compile(r"^```(markdown|json|caption)\n(.*?)^```$", re.M | re.S)
CONFORMANCE = re.compile(r"K\d\d")
EXCEPTIONS = re.compile(r"^(Not|Fails)\b(.*?): (.+?)(?:\n\n|\Z)", re.M | re.S)


def each_block(source, change):
    """The source with ``change`` applied to the words of every run of lines; form feeds stay where they are."""
    parts = re.split(r"(\f|\n(?:[ \t]*\n)+)", source)
    return "".join(part if i % 2 else change(" ".join(part.split())) for i, part in enumerate(parts)).rstrip() + "\n"


def wrapped(words):
    return textwrap.fill(words, 80, break_long_words=False, break_on_hyphens=False)


def straight(text, double='"'):
    return text.translate(str.maketrans({"“": double, "”": double, "‘": "'", "’": "'"}))


FORMS = {
    "as printed": lambda source: source,
    "with CRLF": lambda source: source.replace("\n", "\r\n"),
    "on one line": lambda source: each_block(source, str),
    "wrapped": lambda source: each_block(source, wrapped),
    "with straight quotes": straight,
}
"""The forms of an input: each run of lines on one line, as text layers have it that lost their line ends; each run
wrapped at 80 columns; typewriter's quotation marks."""


@dataclass
class Example:
    """An example of a file, and what its prose says of the forms of its input."""

    path: Path
    match: re.Match

    @property
    def source(self):
        return self.match.group(3).replace("⇥", "\t").replace("⏎\n", "\f")

    @property
    def expected(self):
        return EXPECTED.findall(self.match.group(4))

    def forms(self):
        """The forms that the example has, each with the reason why it fails, if it does."""
        all_forms = list(FORMS) if CONFORMANCE.match(self.match.group(1)) else ["as printed", "with CRLF"]
        reasons = dict.fromkeys(all_forms)
        for word, names, reason in EXCEPTIONS.findall(self.match.group(2)):
            named = [form for form in all_forms if form in names] or all_forms
            for form in named:
                if word == "Not":
                    del reasons[form]
                else:
                    reasons[form] = " ".join(reason.split())
        return reasons


def examples():
    for path in sorted(FOLDER.glob("*.md")):
        for match in EXAMPLE.finditer(path.read_text(encoding="utf-8")):
            yield Example(path, match)


def cases():
    for example in examples():
        for form, fails in example.forms().items():
            marks = [pytest.mark.xfail(strict=True, reason=fails)] if fails else []
            name = f"{example.path.stem}: {example.match.group(1)}"
            yield pytest.param(example, form, id=name if form == "as printed" else f"{name} ({form})", marks=marks)


def body_of(markdown):
    """The Markdown after the YAML header and the caption."""
    text = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.S)
    text = re.sub(r"<!-- caption -->.*?<!-- /caption -->", "", text, flags=re.S)
    return re.sub(r"<!-- [^>]* -->\n+", "", text).strip() + "\n"


def field(document, path):
    """What stands at a dotted path; a list of it for each item where the path has ``*``. What is left out is null."""
    key, _, rest = path.partition(".")
    if key == "*":
        return [field(item, rest) if rest else item for item in document]
    found = document.get(key) if isinstance(document, dict) else [*document, *[None] * 99][int(key)]
    return field(found, rest) if rest and found is not None else found


def words_of(blocks):
    """The words of the first block, as text."""
    pieces = []

    def walk(node):
        if isinstance(node, dict):
            pieces.append(node.get("text", ""))
            for key in ("heading", "inlines", "blocks", "items", "rows", "cells"):
                walk(node.get(key))
        elif isinstance(node, list):
            for child in node:
                walk(child)

    walk(blocks[:1])
    return " ".join("".join(pieces).split()[:6])


def caption_of(document):
    """What a reader would take from the first page, a line for each thing."""
    caption = document["caption"]
    rows = [f"court: {caption['court']['id']}"]
    rows += [f"party: {party['name']} | {party.get('role', '')}".rstrip(" |") for party in caption["parties"]]
    rows += [f"docket: {docket['number']}" for docket in caption["dockets"]]
    rows += [f"judge: {judge['name']}" for judge in caption["judges"]]
    rows += [f"title: {caption['title']}", f"date: {document['date']}"]
    for opinion in document["opinions"]:
        rows.append(f"{opinion['kind']}: {opinion['author'] or '-'}: {words_of(opinion['blocks'])}")
    return "\n".join(rows) + "\n"


def check(source, kind, expected):
    outputs = opinion_parser.convert(source.encode(), name="example.txt", formats=("json", "markdown"))
    if kind == "markdown":
        assert body_of(outputs["markdown"].decode()) == expected
        return
    document = json.loads(outputs["json"])
    if kind == "caption":
        assert caption_of(document) == expected
        return
    wanted = json.loads(expected)
    assert {path: field(document, path) for path in wanted} == wanted


def record(example, kind, expected):
    """Write the Markdown or caption of an example anew into its file; gives it back."""
    outputs = opinion_parser.convert(example.source.encode(), name="example.txt", formats=("json", "markdown"))
    markdown, document = outputs["markdown"].decode(), json.loads(outputs["json"])
    found = body_of(markdown) if kind == "markdown" else caption_of(document)
    text, old = example.path.read_text(encoding="utf-8"), example.match.group(0)
    fence, recorded = f"```{kind}\n{expected}```", f"```{kind}\n{found}```"  # an empty fence has its place, too
    example.path.write_text(text.replace(old, old.replace(fence, recorded)), encoding="utf-8")
    return found


def test_there_are_examples():
    assert len(list(examples())) > 10


@pytest.mark.parametrize(("example", "form"), list(cases()))
def test_example(example, form, request):
    for kind, expected in example.expected:
        if request.config.getoption("--record") and kind != "json" and form == "as printed":
            expected = record(example, kind, expected)
        if form == "with straight quotes":
            expected = straight(expected, '"' if kind == "markdown" else '\\"')
        check(FORMS[form](example.source), kind, expected)
