"""Styles, references, page marks and line breaks: a CommonMark parser sees what the nodes say."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opinion_parser.nodes import (
    Emphasis,
    FootnoteRef,
    LineBreak,
    PageBreak,
    SmallCaps,
    Strong,
    Superscript,
    Text,
    Underline,
)
from opinion_parser.writers.markdown.blocks import break_lines
from opinion_parser.writers.markdown.inlines import render_cell, render_heading, render_text
from opinion_parser.writers.markdown.runs import Context
from tests.markdown import Chars, read_characters

CONTEXT = Context({"op1.fn1": "1", "op1.mark1": "\\*"}, frozenset(), page_marks=True)
QUIET = Context(CONTEXT.labels, frozenset(), page_marks=False)
FLOATING = frozenset({"floating"})
"""References take the style of what stands on both sides of them."""
STYLES = {Emphasis: "em", Underline: "em", Strong: "strong"}

PARTS = [*'aB1 .,*_"“”(’§)[]!$+°–é', "Id.", " v. ", "Corp.", "  ", "\n"]
WORDS = st.lists(st.sampled_from(PARTS), max_size=5).map("".join)
INLINES = st.recursive(
    WORDS.map(Text),
    lambda inner: st.builds(lambda kind, content: kind(content), st.sampled_from([*STYLES, SmallCaps]),
                            st.lists(inner, max_size=3)),
    max_leaves=12,
)  # fmt: skip
OTHERS = st.one_of(
    INLINES,
    st.just(FootnoteRef("1", "op1.fn1")),
    st.just(FootnoteRef("7", None)),
    st.just(PageBreak(2)),
    st.just(LineBreak()),
    st.sampled_from(["th", "6", "TM", "*"]).map(lambda text: Superscript([Text(text)])),
)


def markdown(inlines, context=CONTEXT) -> str:
    return break_lines(render_text(inlines, context).lines)


def characters(inlines, style=frozenset()) -> Chars:
    """What the nodes say: characters and their styles, references as text."""
    out: Chars = []
    for node in inlines:
        match node:
            case Text():
                out += [(c, style) for c in node.text]
            case FootnoteRef():
                out += [(c, FLOATING) for c in "[^1]"] if node.footnote else [(c, style) for c in node.label]
            case LineBreak():
                out.append(("\v", style))
            case PageBreak():
                pass
            case _:
                inner = STYLES.get(type(node))
                out += characters(node.inlines, style | ({inner} if inner else set()))
    return out


def spaced(chars: Chars) -> Chars:
    """With one blank for white space, none at line ends, a line feed for a line break."""
    out: Chars = []
    for character, style in chars:
        if character == "\v":
            if out and out[-1][0] == " ":
                out.pop()
            if out:
                out.append(("\n", frozenset()))
        elif not character.isspace():
            out.append((character, style))
        elif out and not out[-1][0].isspace():
            out.append((" ", style))
    while out and out[-1][0].isspace():
        out.pop()
    return out


def lowered(chars: Chars) -> Chars:
    """With plain digits for raised ones."""
    return [(unicodedata.normalize("NFKC", c) if c in "⁰¹²³⁴⁵⁶⁷⁸⁹" else c, s) for c, s in chars]


@settings(max_examples=1500)
@given(st.lists(OTHERS, max_size=6))
def test_text_and_styles_come_back(inlines):
    expected = spaced(characters(inlines))
    text = markdown(inlines)
    found = lowered(read_characters(text)) if text else []
    assert [c for c, _ in found] == [c for c, _ in expected]
    for (character, style), (_, meant) in zip(found, expected, strict=True):
        if meant is FLOATING or character.isspace():
            continue
        if unicodedata.category(character)[0] in "LN" and "sup" not in style:
            assert style == meant, character
        else:
            assert style - {"sup"} in (meant, frozenset()), character


@pytest.mark.parametrize(
    ("inlines", "expected"),
    [
        ([Text("See "), Emphasis([Text("Terry v. Ohio")]), Text(", 392 U.S. 1")], "See *Terry v. Ohio*, 392 U.S. 1"),
        ([Underline([Text("Id.")]), Text(" at 5")], "*Id.* at 5"),
        ([Strong([Text("Standing.")]), Text(" A")], "**Standing.** A"),
        ([Strong([Text("The "), Emphasis([Text("Daubert")]), Text(" motion")])], "**The** ***Daubert*** **motion**"),
        ([Emphasis([Strong([Text("now")])])], "***now***"),
        ([SmallCaps([Text("Kagan")]), Text(", J.")], "Kagan, J."),
        ([Emphasis([Text("Id. ")]), Text("at 5")], "*Id.* at 5"),
        ([Emphasis([Text("Curry v.")]), Text(" "), Emphasis([Text("LLC")])], "*Curry v. LLC*"),
        ([Emphasis([Text("Corp.")]), Text("v. Doe")], "*Corp*.v. Doe"),
        ([Text("a"), Emphasis([Text("“b”")]), Text("c")], "a“*b*”c"),
        ([Text("a"), Emphasis([Text("(")]), Text("c")], "a(c"),
        ([Text("un"), Emphasis([Text("re")]), Text("lated")], "un*re*lated"),
        ([Strong([Text("A")]), Emphasis([Text("B")])], "**A**<em>B</em>"),
        ([Emphasis([Text(" ")]), Text("x")], "x"),
        ([Text("By: "), Strong([Text("____")]), Text(" Clerk")], "By: ____ Clerk"),
        ([Emphasis([Text("a "), PageBreak(2), Text("b")])], "*a<!-- page 2 --> b*"),
        ([Emphasis([Text("Roe"), FootnoteRef("1", "op1.fn1")]), Text(" x")], "*Roe*[^1] x"),
        ([Text("15"), Superscript([Text("th")]), Text(" Cir.")], "15th Cir."),
        ([Text("10"), Superscript([Text("6")])], "10⁶"),
        ([Text("Lantern"), Superscript([Text("TM")])], "Lantern<sup>TM</sup>"),
        ([Text("text."), FootnoteRef("12", None), Text(" more")], "text.¹² more"),
        ([Text("text."), FootnoteRef("*", "gone"), Text(" more")], "text.<sup>\\*</sup> more"),
        ([Text("Judges."), FootnoteRef("*", "op1.mark1")], "Judges.[^\\*]"),
        ([Text("Fire!"), FootnoteRef("1", "op1.fn1"), Text("(a)")], "Fire\\![^1]\\(a)"),
        ([FootnoteRef("1", "op1.fn1"), Text(": so")], "[^1]\\: so"),
        ([Text("Oak Street"), LineBreak(), Text(" 1. Butte")], "Oak Street\\\n1\\. Butte"),
        ([LineBreak(), Text("a "), LineBreak(), LineBreak(), Text("b"), LineBreak()], "a\\\n\\\nb"),
        ([Text("By: ____"), LineBreak(), Text("Clerk_")], "By: ____  \nClerk_"),
        ([Text("1"), Emphasis([Text(". a")])], "1\\. *a*"),
        ([Emphasis([Text("Roe [v.")]), Text(" Doe] [sic]")], "*Roe \\[v.* Doe] [sic]"),
        ([Text("[quoting "), Emphasis([Text("Roe]")])], "\\[quoting *Roe]*"),
        ([Text("["), Emphasis([Text("See")]), Text(" Roe]")], "[*See* Roe]"),
    ],
)  # fmt: skip
def test_what_is_written(inlines, expected):
    assert markdown(inlines) == expected


def test_a_page_mark_at_the_beginning_goes_before_the_block():
    assert render_text([PageBreak(3), Text("In 2013")], CONTEXT) == (["<!-- page 3 -->"], ["In 2013"])
    assert render_heading([Text(" "), PageBreak(3), Text("FACTS")], CONTEXT) == (["<!-- page 3 -->"], ["FACTS"])


def test_a_page_mark_never_opens_a_line():
    assert markdown([Text("a"), LineBreak(), PageBreak(3), Text("b")]) == "a<!-- page 3 -->\\\nb"


def test_page_marks_are_an_option():
    inlines = [PageBreak(2), Text("the clock "), PageBreak(3), Text("and")]
    assert render_text(inlines, QUIET) == ([], ["the clock and"])


def test_where_a_line_cannot_end_a_break_is_a_blank():
    broken = [Text("COUNT"), LineBreak(), Text("ONE | TWO")]
    assert render_heading(broken, CONTEXT).lines == ["COUNT ONE | TWO"]
    assert render_cell([PageBreak(2), *broken], CONTEXT) == "<!-- page 2 -->COUNT ONE \\| TWO"


def test_a_heading_has_no_closing_sequence_and_no_attributes():
    assert render_heading([Text("Count ##")], CONTEXT).lines == ["Count \\#\\#"]
    assert render_heading([Text("Facts {a} {b}")], CONTEXT).lines == ["Facts \\{a} \\{b}"]
