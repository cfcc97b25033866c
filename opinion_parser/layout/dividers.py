"""Where the columns of a caption part: along a rail of glyphs, a drawn rule, or a gutter of white space."""

from __future__ import annotations

import itertools
from typing import NamedTuple

from opinion_parser.layout.furniture.apart import size_of
from opinion_parser.layout.furniture.typed_rules import TYPED_RULE
from opinion_parser.layout.measure import Measure
from opinion_parser.layout.styles import is_mostly_small
from opinion_parser.source import Line, Page, Word

BRACE = frozenset("⎛⎜⎝⎞⎟⎠⎡⎢⎣⎤⎥⎦⎧⎨⎩⎫⎬⎭⎪⏐│┃║┐┘┤├┌└╗╝╣")
"""Parts that a large bracket or box is built of."""
DRAWN = BRACE | {"}", ">"}
"""Glyphs of one rail, although they differ (⎫ ⎬ ⎭, or ┐ │ > ┘)."""
RAILS = frozenset([*")§:*]|", "||"]) | DRAWN
NEAR = 7.0
"""Points by which the glyphs of one rail may stand apart."""
SURE = 5
"""A rail of more glyphs is one wherever it stands."""
ALIGNED = 4.0
"""Points by which the first letters of right-hand cells may stand apart."""


NOTICE = 0.8
"""Type smaller than this share of the body's is a notice's."""


class Divider(NamedTuple):
    """Where a caption's columns part: an x, and the top and bottom between which it holds."""

    x: float
    top: float
    bottom: float


def find_divider(page: Page, lines: list[Line], measure: Measure) -> Divider | None:
    """What parts the columns among some lines of a page: the surest first."""
    divider = rule_divider(page, lines, measure) or rail_divider(page, lines, measure)
    return divider or gutter_divider(page, lines, measure)


def prose_begins(lines: list[Line], measure: Measure) -> int:
    """Index of the first of two full lines of running text, where a caption is over at the latest."""
    for i, (line, below) in enumerate(itertools.pairwise(lines)):
        if runs(line, measure) and runs(below, measure) and below.bbox.x0 - measure.left < 6:
            return i
    return len(lines)


def runs(line: Line, measure: Measure) -> bool:
    """A line of running text: it fills the measure with mostly small letters and without a wide gap.

    In smaller type than the body stands a notice above the caption ("California Rules of Court, rule 8.1115(a)").
    """
    filled = line.bbox.width > 0.8 * measure.width and line.size > NOTICE * measure.size
    return filled and is_mostly_small(line) and widest_gap(line) < 24


def widest_gap(line: Line) -> float:
    """The widest white space between two words of a line, in points."""
    return max((b.bbox.x0 - a.bbox.x1 for a, b in zip(line.words, line.words[1:], strict=False)), default=0.0)


def is_row_of_glyphs(line: Line) -> bool:
    """Whether a line only draws ("* * * *"): it parts bands of a caption, no columns."""
    return len(line.words) >= 3 and all(word.text in RAILS for word in line.words)


def rail_divider(page: Page, lines: list[Line], measure: Measure) -> Divider | None:
    """A glyph that stands alone, or last before a gap, at one x on at least three rows.

    Typewritten text loses the alignment ("Plaintiff,)⇥" / ")⇥No. 20 C 1937"): there a rail need not be aligned, but
    must stand once on each of four rows. Twice on one row it parts rows that were run together.
    """
    best: list[tuple[Line, Word]] = []
    lines = [line for line in lines if not is_row_of_glyphs(line)]
    for glyphs in (*({glyph} for glyph in sorted(RAILS - DRAWN)), DRAWN):
        found = [(ln, w) for ln in lines for w in ln.words if w.text in glyphs and not w.style.superscript]
        for _, pivot in found:
            near = [(ln, w) for ln, w in found if abs(w.bbox.x0 - pivot.bbox.x0) <= NEAR]
            if len(near) > len(best):
                best = near
        once = 4 <= len(found) == len({id(ln) for ln, _ in found})
        if once and len(found) > (len(best) if not page.measured else 2 * len(best)):
            best = found
    if len({id(ln) for ln, _ in best}) < 3:
        return None
    xs = sorted(w.bbox.x0 for _, w in best)
    # a short order has no full lines to tell its right edge by: there a long rail is proof enough
    right = measure.right - 0.1 * measure.width if len(best) <= SURE else float("inf")
    if xs[-1] - xs[0] <= 2 * NEAR and not measure.left + 0.15 * measure.width < xs[0] < right:
        return None
    x = xs[len(xs) // 2] if xs[-1] - xs[0] <= 2 * NEAR else -1.0
    divider = Divider(x, min(ln.bbox.top for ln, _ in best) - 2, max(ln.bbox.bottom for ln, _ in best) + 2)
    return divider if x < 0 else divider._replace(bottom=foot_of_cells(divider, lines, measure))


def foot_of_cells(divider: Divider, lines: list[Line], measure: Measure) -> float:
    """The foot of the right-hand cells, which may stand below the last glyph ("STATE OF LOUISIANA")."""
    beside = [line for line in lines if divider.top <= line.bbox.top and line.bbox.bottom <= divider.bottom]
    firsts = [next((w for w in line.words if w.bbox.x0 > divider.x + NEAR), None) for line in beside]
    starts = [word.bbox.x0 for word in firsts if word is not None]
    foot = divider.bottom
    for line in lines:
        close = foot - 2 <= line.bbox.top <= foot + 2 * measure.leading
        if close and sum(abs(line.bbox.x0 - x) < ALIGNED for x in starts) >= 2:
            foot = line.bbox.bottom + 2
    return foot


def rule_divider(page: Page, lines: list[Line], measure: Measure) -> Divider | None:
    """A drawn upright rule inside the measure, beside at least three rows."""
    for rule in sorted((r.bbox for r in page.rules if not r.horizontal), key=lambda b: -b.height):
        inside = measure.left + 0.2 * measure.width < rule.x0 < measure.right - 0.2 * measure.width
        beside = [ln for ln in lines if rule.top - 6 < (ln.bbox.top + ln.bbox.bottom) / 2 < rule.bottom + 6]
        if inside and len(beside) >= 3 and rule.height < 0.75 * page.height:
            return with_brace(Divider((rule.x0 + rule.x1) / 2, rule.top - 6, rule.bottom + 6), lines)
    return None


def with_brace(divider: Divider, lines: list[Line]) -> Divider:
    """A divider as far as the brace that a rule is part of: its ends and its middle are glyphs, with rules between."""
    words = [w.bbox for ln in lines for w in ln.words if w.text in BRACE and abs(w.bbox.x0 - divider.x) <= NEAR]
    top, bottom = min((box.top for box in words), default=divider.top), max((b.bottom for b in words), default=0.0)
    return Divider(divider.x, min(divider.top, top), max(divider.bottom, bottom))


def gutter_divider(page: Page, lines: list[Line], measure: Measure) -> Divider | None:
    """White space alone: right-hand cells of at least three rows start at one x, two of them beside a wide gap.

    The left cell of a row may be empty ("-against-      Index No. 12" / "               Motion Seq. No. 002").
    """
    rows = []
    for line in lines:
        for a, b in zip(line.words, line.words[1:], strict=False):
            if b.bbox.x0 - a.bbox.x1 > 2.2 * size_of(line) and a.bbox.x0 < measure.centre:
                rows.append((b.bbox.x0, line))
                break
    for x, _ in rows:
        same = [line for other, line in rows if abs(other - x) < ALIGNED]
        alone = [line for line in lines if abs(line.bbox.x0 - x) < ALIGNED]
        inside = measure.left + 0.35 * measure.width < x < measure.left + 0.8 * measure.width
        if len(same) >= 2 and len(same) + len(alone) >= 3 and inside:
            beside = [*same, *alone]
            top, bottom = min(ln.bbox.top for ln in beside), max(ln.bbox.bottom for ln in beside)
            return between_rules(page, Divider(x - 6, top - 2, bottom + 2))
    return None


def between_rules(page: Page, divider: Divider) -> Divider:
    """The divider as far as the typed rules above and below it ("-------x"): names may stand beside no other cell."""
    typed = [line.bbox for line in page.lines if TYPED_RULE.fullmatch(line.text)]
    top = max((box.bottom for box in typed if box.bottom <= divider.top + 2), default=None)
    bottom = min((box.top for box in typed if box.top >= divider.bottom - 2), default=None)
    if top is None or bottom is None:
        return divider
    return Divider(divider.x, top, bottom)
