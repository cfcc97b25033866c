"""The document grammar is total: any lines with any facts parse, none is lost, and no rule is in conflict."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opinion_parser.layout.insets import INDENT
from opinion_parser.parsing.document import Builder, line_tokens, parse_lines
from opinion_parser.parsing.grammars import load
from opinion_parser.parsing.line_lexer import LineLexer
from opinion_parser.parsing.tree import Part
from opinion_parser.source import BBox, Line, Word

FACTS = [
    "start",
    "indented",
    "flush",
    "inset",
    "inset-start",
    "inset-next",
    "hanging",
    "centred",
    "right",
    "short",
    "wide",
    "gap",
    "top",
    "bold",
    "italic",
    "underlined",
    "caps",
    "display",
    "titled",
    "early",
    "block",
    "small-caps",
    "large",
    "small",
    "left",
    "right-cell",
    "prose",
    "label",
    "heading-mark",
    "quote-mark",
    "table",
    "row",
    "cell",
    "cell-more",
]
SHAPES = [
    "UNITED STATES DISTRICT COURT",
    "SUPREME COURT OF THE UNITED STATES",
    "v.",
    "No. 20 C 1937",
    "OPINION AND ORDER",
    "OPINION",
    "NOTICE: This opinion is subject to formal revision",
    "Thomas W. Dean, for Appellant.",
    "COUNSEL",
    "I. BACKGROUND",
    "A.",
    "DISCUSSION",
    "PER CURIAM.",
    "STRAS, Circuit Judge.",
    "JUSTICE SOTOMAYOR, dissenting.",
    "The court finds that the motion is granted in part.",
    "(1) the first of them",
    "1 See above.",
    "Dated: March 16, 2021",
    "/s/ Sara L. Ellis",
    "SARA L. ELLIS",
    "United States District Judge",
    "APPENDIX A",
    "¶ 16 The",
    "x",
]


@st.composite
def streams(draw):
    """Lines over several pages, with words from every shape and any facts."""
    lines, page = [], 1
    for number in range(draw(st.integers(0, 30))):
        page += draw(st.sampled_from([0, 0, 0, 1]))
        words = [Word(text, BBox(INDENT, 0, 99, 12)) for text in draw(st.sampled_from(SHAPES)).split()]
        facts = frozenset(draw(st.lists(st.sampled_from(FACTS), max_size=6)))
        lines.append(Line(page, number + 1, words, BBox(INDENT, 0, 99, 12), facts=facts))
    return lines


@pytest.mark.parametrize("start", ["document", "notes"])
def test_no_rule_is_in_conflict(start):
    assert load("opinion", start=(start,), lexer=LineLexer, transformer=Builder(), strict=True)


@settings(max_examples=300)
@given(streams(), streams())
def test_any_lines_parse_and_none_is_lost(body, notes):
    tree = parse_lines(body, notes)
    assert list(tree.body.lines()) == body
    assert list(tree.notes.lines()) == notes


@settings(max_examples=100)
@given(streams())
def test_every_line_is_one_token(body):
    tokens = [(kind, line) for kind, line in line_tokens(body, "document") if kind != "PAGE_BREAK"]
    assert [line for _, line in tokens] == body


def test_the_parts_of_a_plain_order():
    texts = [
        "UNITED STATES DISTRICT COURT",
        "ORDER",
        "The motion is granted in full by this court.",
        "Dated: March 16, 2021",
    ]
    facts = ["centred start", "centred start bold", "start prose indented", "start flush"]
    lines = [
        Line(1, i, [Word(w, BBox(0, 0, 9, 9)) for w in text.split()], BBox(0, 0, 9, 9), facts=frozenset(fact.split()))
        for i, (text, fact) in enumerate(zip(texts, facts, strict=True))
    ]
    body = parse_lines(lines, []).body
    assert [part.rule for part in body.parts()] == ["caption", "lead"]
    lead = body.parts("lead")[0]
    assert [child.rule for child in lead.children if isinstance(child, Part)] == ["paragraph", "closing"]
