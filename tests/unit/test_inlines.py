"""Inlines from lines of words."""

from __future__ import annotations

from opinion_parser import nodes
from opinion_parser.assembly.hyphens import Vocabulary
from opinion_parser.assembly.inlines import make_inlines
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
