"""Separators above footnotes: strokes and typed rules of a certain place and length, below the caption.

Tables, signatures and underlined words have strokes, too; those of one document's notes are alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from opinion_parser.layout.measure import Measure, body_lines
from opinion_parser.source import BBox, Line, Page

TYPED_RULE = re.compile(r"[_\-–—*‗ó]{5,}")
"""A separator made of characters: "_______________", "óóóóóó" (em dashes of a font without a Unicode table)."""


def is_typed_rule(line: Line) -> bool:
    """Whether a line only draws a separator."""
    return bool(TYPED_RULE.fullmatch(line.text.replace(" ", "")))


def lines_below_caption(page: Page) -> list[Line]:
    """The body lines of a page among which notes can be."""
    foot = caption_foot(page)
    return [line for line in body_lines(page) if line.bbox.top >= foot]


def caption_foot(page: Page) -> float:
    """The foot of a page's caption, whose strokes part the parties from what is below them: no notes."""
    return max((line.bbox.bottom - 2.0 for line in page.lines if "caption" in line.facts), default=0.0)


def separators(page: Page, lines: list[Line], measure: Measure) -> list[float]:
    """Heights of what may be a separator, drawn or typed, from the top of the page down."""
    drawn = [r.bbox.top for r in page.rules if r.horizontal and is_separator(r.bbox.x0, r.bbox.width, measure)]
    typed = [
        line.bbox.top for line in lines if is_typed_rule(line) and is_separator(line.bbox.x0, line.bbox.width, measure)
    ]
    return sorted(height for height in drawn + typed if height >= caption_foot(page))


def is_separator(x0: float, width: float, measure: Measure) -> bool:
    """A separator starts at the left edge, or at a paragraph's indent, and spans part of the measure or all of it.

    A shorter one may stand on the axis of the page.
    """
    if abs(x0 + width / 2 - measure.centre) < CENTRED and 0.1 * measure.width < width < 0.7 * measure.width:
        return True
    return abs(x0 - measure.left) < 40 and 0.15 * measure.width < width <= 1.05 * measure.width


CENTRED = 6.0
"""Points by which a stroke may be off the axis of the page."""


def stands_free(lines: list[Line], top: float) -> bool:
    """Whether a stroke underlines no words."""
    if any(line.bbox.top == top for line in lines if is_typed_rule(line)):
        return True
    return not any(line.bbox.bottom - 4.0 < top < line.bbox.bottom + 3.0 for line in lines)


def below_any(lines: list[Line], start: int, heights: list[float]) -> bool:
    """Whether a zone that begins at index ``start`` has a separator right above it."""
    above = lines[start - 1].bbox.bottom if start else 0.0
    return any(above - 4.0 < top < lines[start].bbox.bottom for top in heights)


def usual_strokes(zones: Iterable[tuple[Page, Line, float]]) -> set[tuple[int, int]]:
    """Where the strokes right above most zones begin and how long they are, in steps of :data:`STEP` points.

    A zone is given by its page, its first line, and the foot of the line above.
    """
    found = Counter(
        look_of(rule.bbox)
        for page, first, foot in zones
        for rule in page.rules
        if rule.horizontal and foot - 4.0 < rule.bbox.top < first.bbox.bottom
    )
    return {look for look, count in found.items() if 2 * count >= max(found.values())}


def alike(
    page: Page, heights: Sequence[float], looks: set[tuple[int, int]], measure: Measure | None = None
) -> list[float]:
    """The heights at which a page has a stroke that looks like those above other notes.

    With a ``measure`` also those of typed rules and of strokes over the whole measure, below which notes go on.
    """
    strokes = [rule.bbox for rule in page.rules if rule.horizontal]
    tops = {box.top for box in strokes if look_of(box) in looks}
    if measure is not None:
        tops |= {box.top for box in strokes if box.width > WHOLE * measure.width}
        tops |= {line.bbox.top for line in page.lines if is_typed_rule(line)}
    return [height for height in heights if height in tops]


WHOLE = 0.85
"""The part of the measure that a stroke over all of it spans at least."""


STEP = 6.0


def look_of(box: BBox) -> tuple[int, int]:
    """Left edge and width of a stroke, in steps."""
    return round(box.x0 / STEP), round(box.width / STEP)
