"""The two readers of PDF agree on real opinions: at least 99.5 % of the lines are equal in text, order and zone."""

from __future__ import annotations

import pytest

from benchmarks.accuracy.corpus import find_corpus, sources
from benchmarks.readers.compare import compare

CORPUS = find_corpus()
FAST = 150_000
"""Bytes: smaller files are read in a moment by pdfplumber, too."""
PATHS = [path for path in sources(CORPUS, ("pdf",)) if path.stat().st_size < FAST] if CORPUS else []
BAR = 0.995

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(CORPUS is None, reason="no corpus beside this checkout (set OPINION_PARSER_CORPUS)"),
]


@pytest.fixture(scope="module")
def comparisons():
    return [compare(path) for path in PATHS]


def test_lines_are_equal_in_text_order_and_zone(comparisons):
    lines, equal = sum(c.lines for c in comparisons), sum(c.equal for c in comparisons)
    assert lines > 1000
    assert equal >= BAR * lines, [difference for c in comparisons for difference in c.differences][:20]


@pytest.mark.parametrize("style", ["italic", "bold", "superscript", "underline", "small_caps"])
def test_words_are_alike_in_style(comparisons, style):
    styled, differing = sum(c.styled[style] for c in comparisons), sum(c.differing[style] for c in comparisons)
    assert differing <= (1 - BAR) * styled
