"""Inlines from lines of words."""

from __future__ import annotations

from opinion_parser import nodes
from opinion_parser.assembly.hyphens import Vocabulary
from opinion_parser.assembly.inlines import make_inlines
from opinion_parser.parsing.tree import PageTurn
from opinion_parser.source import BBox, Line, Style, Word


def line_of(*words):
    box = BBox(72, 72, 540, 84)
    return Line(1, 1, [Word(text, box, style) for text, style in words], box)


def test_the_comma_after_small_capitals_is_none():
    capitals, plain = Style(small_caps=True), Style()
    line = line_of(("Before", plain), ("HOLLIN,", capitals), ("PRAGER", capitals), ("J.,", capitals), ("JJ.", plain))
    assert make_inlines([line], Vocabulary([line])) == [
        nodes.Text("Before "),
        nodes.SmallCaps([nodes.Text("HOLLIN")]),
        nodes.Text(", "),
        nodes.SmallCaps([nodes.Text("PRAGER J")]),
        nodes.Text("., JJ."),
    ]


def test_a_word_after_a_dash_at_a_line_end_stands_close_to_it():
    plain = Style()
    lines = [
        line_of(("those", plain), ("who—unlike", plain), ("Roe—", plain)),
        line_of(("were", plain), ("heard.", plain), ("Pp.", plain), ("12–", plain)),
        line_of(("14", plain), ("–", plain)),
        line_of(("and", plain), ("no", plain), ("more—", plain)),
    ]
    text = "those who—unlike Roe—were heard. Pp. 12–14 – and no more—"
    assert make_inlines(lines, Vocabulary(lines)) == [nodes.Text(text)]
    turned = make_inlines([*lines, PageTurn(2), line_of(("at", plain), ("all.", plain))], Vocabulary(lines))
    assert turned == [nodes.Text(text), nodes.PageBreak(2), nodes.Text("at all.")]


def test_a_heading_that_is_slanted_as_a_whole_has_no_emphasis():
    slanted, plain = Style(italic=True), Style()
    line = line_of(("A.", plain), ("The", slanted), ("lake", slanted))
    assert make_inlines([line], Vocabulary([line]), plain=True) == [nodes.Text("A. The lake")]
    line = line_of(("A.", plain), ("The", plain), ("Whren", slanted), ("test", plain))
    assert nodes.Emphasis([nodes.Text("Whren")]) in make_inlines([line], Vocabulary([line]), plain=True)


def test_capitals_and_compounds_that_a_line_end_cuts():
    words = Vocabulary([line_of(("American", Style()), ("AMERICAN", Style()), ("MANDED", Style()), ("law", Style()))])
    assert words.heal("RE-", "MANDED.") == "REMANDED."
    assert words.heal("ANGLO-", "AMERICAN") == "ANGLO-AMERICAN"
    assert words.heal("cost-", "effective") == "cost-effective"
