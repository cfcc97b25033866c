"""Where lines end: whether a line breaks off although the first word of the next one had room on it.

A typesetter, a word processor and a typist all fill a line before they begin the next. A line that stops early was
ended on purpose: it closes a paragraph, or is a heading, a line of a list, a caption or an address. That holds for
justified and ragged text alike, and at a page's foot as well as within the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from opinion_parser.layout.measure import Measure
from opinion_parser.source import COLUMN, ROW, Line

SENTENCE_END = re.compile(r"[.?!:;—][”\"’')\]]*[^\w\s]{0,3}\d{0,3}$")
"""A line's end at which a sentence, or an item of a list, may be over; a footnote's mark may follow."""
SPACE = 0.5
"""Room beyond the next word, in sizes of the type, that a line must have left: a space, and the measure's noise."""


FLAT_LINES = 12
"""Fewer lines do not show how a text is set."""
NARROW_BLOCK = 4
"""So many lines that begin at one place of a page show how far such lines run."""


def mark_early(lines: Sequence[Line], measures: Mapping[int, Measure]) -> None:
    """Give ``early`` to the lines of a stream that end before the measure is full; ``lines`` go over all pages.

    Lines at a place where sentences go on from line to line are ``block``: they are no first lines of paragraphs.
    """
    free = [line for line in lines if not line.column]
    edges = own_edges(free, measures)
    going_on = Counter(
        place_of(line)
        for line, below in pairwise(free)
        if place_of(line) == place_of(below) and not SENTENCE_END.search(line.text)
    )
    for line in free:
        if going_on[place_of(line)] > 1:
            line.facts |= {"block"}
    slack = raggedness(free, measures)
    for (line, below), edge in zip(pairwise(free), edges, strict=False):
        if stops(line, below, edge) and edge - line.bbox.x1 > slack:
            line.facts |= {"early"}
    if free:
        free[-1].facts |= {"early"}
    if is_flat(free, measures):
        for line, below in pairwise(free):
            headed = line.text.isupper() and not below.text.isupper()
            at_edge = below.bbox.x0 < measures[below.page].left + 0.5 * COLUMN and not below.text[:1].islower()
            if at_edge and "early" in line.facts and (headed or SENTENCE_END.search(line.text)):
                below.facts |= {"parted"}


def is_flat(lines: Sequence[Line], measures: Mapping[int, Measure]) -> bool:
    """Whether a text kept its lines, but neither indents nor white space: only where lines end parts its paragraphs."""
    if not lines or not measures[lines[0].page].typed:
        return False
    inner = [(a, b) for a, b in pairwise(lines) if a.page == b.page]
    below_white = sum(b.bbox.top - a.bbox.top > 1.5 * ROW for a, b in inner)
    set_in = sum(b.bbox.x0 > measures[b.page].left + 1.5 * COLUMN for _, b in inner)
    return len(inner) > FLAT_LINES and below_white + set_in < 0.03 * len(inner)


def own_edges(lines: Sequence[Line], measures: Mapping[int, Measure]) -> list[float]:
    """How far each line may run: to the body's edge, or as far as any line of its page that begins at its place.

    A syllabus is set in from both sides, and no line of its pages begins where its lines do and runs further.
    """
    alike: dict[tuple[int, int], list[float]] = {}
    for line in lines:
        alike.setdefault(place_of(line), []).append(line.bbox.x1)
    edges = []
    for line in lines:
        ends, measure = alike[place_of(line)], measures[line.page]
        block = len(ends) >= NARROW_BLOCK and line.bbox.x0 > measure.left + 5.0
        edges.append(min(measure.right, max(ends)) if block else measure.right)
    return edges


def raggedness(lines: Sequence[Line], measures: Mapping[int, Measure]) -> float:
    """How much room lines in mid-sentence leave, in points; 0 where they are filled as they should be.

    Text whose columns are a guess (proportional type laid out on a typewriter's grid) has lines of any length.
    """
    left = []
    for line, below in pairwise(lines):
        measure = measures[line.page]
        at_edge = max(line.bbox.x0, below.bbox.x0) < measure.left + 5.0
        if at_edge and line.page == below.page and below.text[:1].islower() and not SENTENCE_END.search(line.text):
            left.append(measure.right - line.bbox.x1 if stops(line, below, measure.right) else 0.0)
    return sorted(left)[int(0.93 * (len(left) - 1))] if left else 0.0


def place_of(line: Line) -> tuple[int, int]:
    """The page and the place on it (to two points) where a line begins."""
    return line.page, round(line.bbox.x0 / 2)


def stops(line: Line, below: Line, edge: float) -> bool:
    """Whether the first word of ``below`` would have had room on ``line``, which may run to ``edge``."""
    return line.bbox.x1 + SPACE * line.size + first_word(below) < edge


def first_word(line: Line) -> float:
    """The width in points of a line's first word, with what is glued to it."""
    return line.words[line.opening[1] - 1].bbox.x1 - line.bbox.x0
