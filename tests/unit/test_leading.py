"""The distance of lines: what white space parts paragraphs on a page that is set a little closer than the others."""

from __future__ import annotations

import pytest

from opinion_parser.layout.facts import parted
from opinion_parser.layout.measure import Measure, measure_pages
from opinion_parser.source import BBox, Line, Page, Word


def page_of(number, leading, texts):
    lines = []
    for i, text in enumerate(texts):
        box = BBox(156.0, 100 + i * leading, 456.0, 110 + i * leading)
        lines.append(Line(number, i + 1, [Word(word, box) for word in text.split()], box, gap=leading if i else 0.0))
    return Page(number, 612, 792, lines)


def test_a_full_page_that_is_set_closer_has_its_own_leading():
    texts = ["the values for the main stem will be computed for the reach above"] * 24
    pages = [page_of(1, 13.2, texts * 2), page_of(2, 11.9, texts), page_of(3, 11.9, texts[:8]), page_of(4, 8.9, texts)]
    found = measure_pages(pages)
    assert [found[n].leading for n in (1, 2, 3, 4)] == [13.0, 12.0, 13.0, 13.0]


@pytest.mark.parametrize(
    ("text", "facts", "gap", "apart"),
    [
        ("shall be turned off.", {"early"}, 14.0, True),
        ("two runs of the model:", set(), 14.9, True),
        ("two runs of the model:", set(), 14.0, False),
        ("shall be the run with all", set(), 14.9, False),
        ("shall be the run with all", set(), 16.0, True),
    ],
)
def test_less_white_space_parts_paragraphs_where_a_sentence_ends(text, facts, gap, apart):
    box = BBox(156, 100, 456, 110)
    above = Line(1, 1, [Word(word, box) for word in text.split()], box, facts=frozenset(facts))
    below = Line(1, 2, [Word("The", box)], box, gap=gap)
    assert parted(below, above, Measure(156.0, 456.0, 12.0, 12.0)) is apart
