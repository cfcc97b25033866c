"""The measure of a document: its body size, its leading, and on each page the left and right edge of the body.

Everything else in layout is judged against these figures, so that one set of rules fits typewritten district court
orders and typeset slip opinions alike. All figures are points.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from opinion_parser.source import ROW, Line, Page, Zone

UNWRAPPED = 720.0
"""Points (120 typed columns) beyond which a line of text is no line of a page but a whole paragraph."""


@dataclass(slots=True)
class Measure:
    """Of one page: edges of its body text; of the whole document: size, leading (distance of baselines), and the
    indent by which the first lines of paragraphs stand in (0 where they do not)."""

    left: float
    right: float
    size: float
    leading: float
    indent: float = 0.0
    typed: bool = False
    """Columns of text stand for points: proportional type may have been laid out on them, so that nothing is exact."""
    plain: bool = False
    """No word is bold, italic or underlined: the text has lost its styles, or never had any."""
    unwrapped: bool = False
    """Lines are whole paragraphs."""
    sheet: float | None = None
    """The middle of the sheet, where the margins are alike: a page's own lines may all end short of the right one."""

    @property
    def width(self) -> float:
        """The length of a full line."""
        return self.right - self.left

    @property
    def centre(self) -> float:
        """The axis of centred lines."""
        return (self.left + self.right) / 2


Edges = tuple[float, float]


def measure_pages(pages: list[Page]) -> dict[int, Measure]:
    """A measure for every page number; a page too empty to judge by itself takes the document's."""
    size = body_size(pages)
    bodies = {page.number: [ln for ln in body_lines(page) if abs(ln.size - size) < 0.75] for page in pages}
    every = [line for lines in bodies.values() for line in lines]
    leading = usual_leading(bodies.values(), size) if pages and pages[0].measured else typed_leading(bodies.values())
    styled = any(w.style.bold or w.style.italic or w.style.underline for line in every for w in line.words)
    if unwrapped(every):
        return {page.number: Measure(0.0, page.width, size, ROW, plain=not styled, unwrapped=True) for page in pages}
    stacked = {page.number: without_centred(bodies[page.number], page) for page in pages}
    usual = usual_edges(stacked)
    measures = {}
    for page in pages:
        left, right = page_edges(page, stacked[page.number], usual[page.number % 2], leading)
        measures[page.number] = Measure(left, right, size, page_leading(page, bodies[page.number], size, leading))
    indent = usual_indent(pages, measures)
    for page in pages:
        measure = measures[page.number]
        measure.indent, measure.typed, measure.plain = indent, not page.measured, not styled
        measure.sheet = middle(page, measure)
    return measures


def page_leading(page: Page, lines: list[Line], size: float, usual: float) -> float:
    """The leading of one page: a full page may be set a little closer than the document is, to hold one line more."""
    own = usual_leading([lines], size) if page.measured and len(lines) >= FULL_PAGE else usual
    return own if CLOSER * usual < own < usual else usual


FULL_PAGE = 20
"""Lines that a page must have for its own leading to count."""
CLOSER = 0.85
"""A page whose lines are nearer than this to one another, in leadings, is no page of the body but a quotation."""


def without_centred(lines: list[Line], page: Page) -> list[Line]:
    """The lines of a page without those in the middle of the sheet that no neighbour begins at the place of.

    The centred lines of a caption would pass for full ones on a page that has little else.
    """
    kept = []
    for i, line in enumerate(lines):
        around = [lines[k].bbox.x0 for k in (i - 1, i + 1) if 0 <= k < len(lines)]
        stacked = any(abs(line.bbox.x0 - x) < 2.0 for x in around)
        if stacked or not page.measured or abs(line.bbox.x0 + line.bbox.x1 - page.width) > 4.0:
            kept.append(line)
    return kept if len(kept) > 2 else lines


def usual_edges(bodies: dict[int, list[Line]]) -> tuple[Edges, Edges]:
    """The edges that pages usually have: those of even pages, and of odd ones where facing pages have other margins."""
    halves = [[line for n, lines in bodies.items() if n % 2 == odd for line in lines] for odd in (0, 1)]
    whole = edges([*halves[0], *halves[1]], 0.0, 468.0)
    if min(len(half) for half in halves) < 20:
        return whole, whole
    even, odd = edges(halves[0], *whole), edges(halves[1], *whole)
    moved, wider = odd[0] - even[0], (odd[1] - odd[0]) - (even[1] - even[0])
    return (even, odd) if abs(moved) > 6.0 and abs(wider) < 0.5 * abs(moved) else (whole, whole)


def page_edges(page: Page, lines: list[Line], usual: Edges, leading: float) -> Edges:
    """The edges of one page, judged by its ``lines`` and against the ``usual`` ones."""
    tabular = [line.cell for line in page.lines if line.cell]
    if len(lines) < 8 and len(tabular) > len(lines):  # a schedule, perhaps across the sheet: it has its own margins
        margin = min(min(c.x0, page.width - c.x1) for c in tabular)
        return margin, page.width - margin
    left, right = edges(lines, *usual) if len(lines) >= 8 else usual
    width = usual[1] - usual[0]
    if abs(left - usual[0]) > 0.25 * width or set_in_page(lines, left, right, usual):
        left = usual[0]
    if right < usual[1] - 0.15 * width:
        if not page.measured and is_quoted_page(lines, leading):
            left -= (usual[1] - right) / 2
        right = usual[1]
    return left, right


def middle(page: Page, measure: Measure) -> float | None:
    """The middle of a page's sheet where its margins are alike: no line comes much nearer to the right edge of it than
    lines come to the left one."""
    nearest = min(
        (page.width - line.bbox.x1 for line in body_lines(page) if line.bbox.width > 0.5 * measure.width), default=0.0
    )
    return page.width / 2 if page.measured and abs(nearest - measure.left) < 0.04 * page.width else None


def usual_indent(pages: Iterable[Page], measures: dict[int, Measure]) -> float:
    """How far the first lines of paragraphs stand in: the commonest start of a filled line above one at the edge."""
    found: Counter[int] = Counter()
    for page in pages:
        measure = measures[page.number]
        for line, below in itertools.pairwise(body_lines(page)):
            place = line.bbox.x0 - measure.left
            filled = line.bbox.x1 > measure.right - 0.15 * measure.width
            if filled and 8.0 < place < 0.3 * measure.width and abs(below.bbox.x0 - measure.left) < 5.0:
                found[round(place)] += 1
    if not found:
        return 0.0
    return float(max(found, key=lambda x: (found[x - 1] + found[x] + found[x + 1], -x)))


def set_in_page(lines: list[Line], left: float, right: float, usual: Edges) -> bool:
    """Whether a page's lines mostly stand in from the body's edge, and the page is not just moved to the right.

    A page of questions and answers has more first lines than lines that go on; another is one long quotation. A page
    that is moved has moved as a whole: no line of it begins at the usual edge, and its lines end further right too.
    """
    moved = left - usual[0]
    at_edge = any(abs(line.bbox.x0 - usual[0]) < 3.0 for line in lines)
    return moved > 6.0 and (at_edge or abs(right - usual[1]) < 0.5 * moved)


def is_quoted_page(lines: list[Line], leading: float) -> bool:
    """Whether the lines of a typed page are all quotation: close together in a paper whose text is widely spaced.

    What lays a page out on a typewriter's grid leaves out the margin that all of its lines have in common.
    """
    steps = [
        below.bbox.bottom - line.bbox.bottom
        for line, below in itertools.pairwise(lines)
        if below.text[:1].islower() and line.text[-1:] not in ".?!:"
    ]
    return len(steps) >= 3 and all(step < CLOSE * leading for step in steps)


CLOSE = 0.78
"""Distance of two lines, in leadings, below which they are set closer than the body."""


def unwrapped(lines: list[Line]) -> bool:
    """Whether a text has its paragraphs on one line each: there a blank line parts blocks and no line is full."""
    long = sum(len(line.text) for line in lines if line.bbox.width > UNWRAPPED)
    return long > 0.5 * sum(len(line.text) for line in lines)


def body_lines(page: Page) -> list[Line]:
    """The lines with words of a page that layout has not set apart so far, in reading order; those of tables say
    nothing about running text.
    """
    return [line for line in page.lines if line.zone is Zone.BODY and line.words and line.cell is None]


def body_size(pages: list[Page]) -> float:
    """The size in which most characters of the document are set."""
    weight: Counter[float] = Counter()
    for page in pages:
        for line in body_lines(page):
            weight[round(line.size * 2) / 2] += len(line.text)
    return max(weight, key=lambda s: (weight[s], s)) if weight else 12.0


def edges(lines: list[Line], left: float, right: float) -> Edges:
    """Left and right edge of full lines: the commonest start of wide lines, and where nine in ten of them end.

    ``left`` and ``right`` are returned where there are no lines to judge by.
    """
    if not lines:
        return left, right
    widest = sorted(line.bbox.width for line in lines)[int(0.9 * (len(lines) - 1))]
    wide = [line for line in lines if line.bbox.width > 0.7 * widest]
    starts = Counter(round(line.bbox.x0 / 2) * 2 for line in wide)
    common = [x for x, n in starts.items() if n >= 0.2 * len(wide)]
    start = min(common) if common else min(starts)
    near = [line.bbox.x0 for line in wide if abs(line.bbox.x0 - start) <= 2]
    ends = sorted(line.bbox.x1 for line in wide)
    return sum(near) / len(near), ends[int(0.9 * (len(ends) - 1))]


def typed_leading(pages: Iterable[list[Line]]) -> float:
    """The distance of lines of a typed text: one row unless sentences go on over blank lines (double spacing)."""
    steps: Counter[float] = Counter()
    for lines in pages:
        for above, below in itertools.pairwise(lines):
            step = below.bbox.bottom - above.bbox.bottom
            if step <= 3 * ROW and above.text[-1:] not in SENTENCE_ENDS and below.text[:1].islower():
                steps[step] += 1
    return max(steps, key=lambda s: (steps[s], -s)) if steps.total() >= 5 else ROW


SENTENCE_ENDS = '.?!:”"’'


def usual_leading(pages: Iterable[list[Line]], size: float) -> float:
    """The commonest distance of neighbouring lines in mid-sentence: after a sentence another block may begin."""
    steps: Counter[float] = Counter()
    for lines in pages:
        for above, below in itertools.pairwise(lines):
            step = below.bbox.bottom - above.bbox.bottom
            if 0.8 * size <= step <= 3 * size and above.text[-1:] not in SENTENCE_ENDS:
                steps[round(step)] += min(len(above.text), len(below.text))
    return float(max(steps, key=lambda s: (steps[s], -s))) if steps else 1.2 * size
