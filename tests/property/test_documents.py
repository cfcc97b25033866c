"""Whatever text comes in: no exception, valid XML, the same bytes twice, and no word lost or doubled."""

from __future__ import annotations

import json
import re
import string
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

import opinion_parser
from opinion_parser.validation import validate_akn

PIECES = [
    "UNITED STATES DISTRICT COURT", "JANE ROE,", "Plaintiff,", ")", "v.", "No. 20 C 1937", "OPINION AND ORDER",
    "BACKGROUND¹", "¹ In addressing the motion, the Court", "draws the facts from the complaint.",
    "The court finds that the motion fails.",
    "to develop and", "train algorithms.", "    indented words that go on", "*See Purdue*, 338 F.3d", "\\$1.20", "[20]",
    "Dated: March 16, 2021", "SARA L. ELLIS United States District Judge", "I.", "1.", "(a) an item", "> a quotation",
    "---", "_______", "SMITH, Circuit Judge, dissenting:", "¶ 16 A paragraph", "# Heading", "govern-", "ment", "⁴",
    "<sup>1</sup>",
]  # fmt: skip
LINES = st.one_of(st.sampled_from(PIECES), st.text(string.printable, max_size=40), st.text(max_size=12))
TEXTS = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\n\n", "\f", "\r\n", " ", "\t"])), max_size=25)


def words(text):
    """Runs of letters, hyphens closed as at a line end."""
    return Counter(w for w in re.findall(r"[a-zA-Z]{2,}", text) if w.lower() != "sup")


def texts_of(value):
    """Every text of the JSON output that stands for words of the source."""
    if isinstance(value, list):
        for item in value:
            yield from texts_of(item)
    elif isinstance(value, dict):
        for key in ("text", "number", "marker", "byline"):
            if isinstance(value.get(key), str):
                yield value[key]
        for key, inner in value.items():
            if key in ("lines", "caption_lines"):
                yield from inner
            elif isinstance(inner, dict | list) and key not in ("parties", "marks", "footnote_refs", "source"):
                yield from texts_of(inner)


@settings(max_examples=150)
@given(TEXTS)
def test_any_text_converts(pieces):
    data = "".join(line + end for line, end in pieces).encode("utf-8", "replace").replace(b"\0", b"")
    outputs = opinion_parser.convert(data, name="any.txt") if not data.startswith((b"%", b"PK", b"{")) else {}
    if outputs:
        assert validate_akn(outputs["akn"]) == []
        assert opinion_parser.convert(data, name="any.txt") == outputs
        document = opinion_parser.from_json(outputs["json"])
        assert opinion_parser.to_json(document) == outputs["json"]


PLAIN = [p for p in PIECES if p not in ("govern-", "<sup>1</sup>")]


@settings(max_examples=150)
@given(st.lists(st.tuples(st.sampled_from(PLAIN), st.sampled_from(["\n", "\n\n", "\f"])), min_size=1, max_size=30))
def test_no_word_is_lost_or_doubled(pieces):
    text = "".join(line + end for line, end in pieces)
    document = json.loads(opinion_parser.convert(text.encode(), name="any.txt", formats=("json",))["json"])
    document["diagnostics"] = []
    found = words(" ".join(texts_of(document)))
    if not words(text):
        return
    assert found == words(text)
