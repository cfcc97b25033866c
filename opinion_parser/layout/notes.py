"""The footnote zone of a page: its lines go into a stream of their own.

Any one of the tell-tales may be missing, so they are tried from the strongest to the weakest: a drawn or typed
separator with note-like lines below it; smaller type at the foot of the page; a raised label at the start of a line
in the lower part of the page, followed to the foot by lines set closer than the body.
"""

from __future__ import annotations

import re

from opinion_parser.layout.measure import Measure
from opinion_parser.source import Line, Page, Zone, note_label

TYPED_RULE = re.compile(r"[_\-–—*‗]{5,}")
"""A separator made of characters: "_______________"."""
# "1 See", "12. The", "* The", "† Honorable": a label, then words. In measured pages labels are mostly raised instead.
PLAIN_LABEL = re.compile(r"(?:\d{1,3}[.)]?(?: .*)?|(?:[*∗]{1,4}|[†‡§]{1,3})[.)]?(?: ?[“\"A-Z].*)?)")


def label_notes(page: Page, measure: Measure) -> None:
    """Give the zone NOTE to the footnote lines of one page (furniture is labelled before)."""
    lines = [line for line in page.lines if line.zone is Zone.BODY]
    start = by_separator(page, lines, measure)
    if start is None:
        start = by_size(lines, measure)
    if start is None:
        start = by_label(lines, measure)
    if start is None:
        return
    for line in lines[start:]:
        line.zone = Zone.NOTE
    first = lines[start] if start < len(lines) else None
    if first is not None and TYPED_RULE.fullmatch(first.text.replace(" ", "")):
        first.zone, first.furniture = Zone.FURNITURE, "separator"


def by_separator(page: Page, lines: list[Line], measure: Measure) -> int | None:
    """Index of the first line below a separator: a short stroke or typed rule at the body's left edge."""
    heights = [r.bbox.top for r in page.rules if r.horizontal and is_separator(r.bbox.x0, r.bbox.width, measure)]
    heights += [
        line.bbox.top
        for line in lines
        if TYPED_RULE.fullmatch(line.text.replace(" ", "")) and is_separator(line.bbox.x0, line.bbox.width, measure)
    ]
    for top in sorted(heights):
        below = [i for i, line in enumerate(lines) if line.bbox.top >= top - 2.0]
        if below and notelike(lines[below[0] :], measure):
            return below[0]
    return None


def is_separator(x0: float, width: float, measure: Measure) -> bool:
    """A separator starts at the left edge, or at a paragraph's indent, and spans part of the measure or all of it."""
    return abs(x0 - measure.left) < 40 and 0.15 * measure.width < width <= 1.05 * measure.width


def notelike(lines: list[Line], measure: Measure) -> bool:
    """Whether everything below a separator may be notes: smaller than the body, or labelled at the start."""
    real = [line for line in lines if not TYPED_RULE.fullmatch(line.text.replace(" ", ""))]
    if not real:
        return False
    small = sum(len(line.text) for line in real if line.size < measure.size - 0.4)
    if small > 0.6 * sum(len(line.text) for line in real):
        return True
    return begins_note(real[0])


def begins_note(line: Line) -> bool:
    """A raised label at the start of a line, or a plain one parted from what follows."""
    if not line.words:
        return False
    return note_label(line.words[0]) is not None or bool(PLAIN_LABEL.fullmatch(line.text))


def by_size(lines: list[Line], measure: Measure) -> int | None:
    """Index where the smaller type at the foot of the page begins, if a label opens one of its lines."""
    i = len(lines)
    while i and lines[i - 1].size < measure.size - 0.8:
        i -= 1
    foot = lines[i:]
    if i == 0 or not foot or not any(begins_note(line) for line in foot):
        return None
    return i


def by_label(lines: list[Line], measure: Measure) -> int | None:
    """Index of a line with a raised label in the lower part of a page, from which on lines are set close."""
    for i, line in enumerate(lines):
        if i == 0 or not line.words or note_label(line.words[0]) is None:
            continue
        close = all(below.gap <= 1.1 * measure.leading for below in lines[i + 1 :])
        if line.gap > 1.15 * measure.leading and close:
            return i
    return None
