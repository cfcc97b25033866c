"""The two columns of a caption: which x parts them, and the cells to the left and right of it.

Courts draw the divider as a column of glyphs (``)`` ``§`` ``:`` ``*`` ``]``), as a rule, or not at all, when only a
gutter of white space is left. A row is split where the divider runs; its rail glyph is furniture. A row whose words
run across the divider is not part of the caption's columns.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import NamedTuple

from opinion_parser.layout.furniture.typed_rules import TYPED_RULE
from opinion_parser.layout.measure import Measure
from opinion_parser.source import BBox, Line, Page, Word, Zone

BRACE = frozenset("⎛⎜⎝⎞⎟⎠⎡⎢⎣⎤⎥⎦⎧⎨⎩⎫⎬⎭⎪⏐")
"""Parts that a large bracket is built of: one rail, although its glyphs differ (⎫ ⎬ ⎭)."""
RAILS = frozenset(")§:*]|}>") | BRACE
NEAR = 7.0
"""Points by which the glyphs of one rail may stand apart."""
ALIGNED = 4.0
"""Points by which the first letters of right-hand cells may stand apart."""


NOTICE = 0.8
"""Type smaller than this share of the body's is a notice's."""


class Divider(NamedTuple):
    """Where a caption's columns part: an x, and the top and bottom between which it holds."""

    x: float
    top: float
    bottom: float


def split_columns(page: Page, measure: Measure, first_row: int = 1) -> int:
    """Split the rows of a page's caption into cells, in place; rows are numbered from ``first_row``.

    Returns the number for the next row, which is ``first_row`` where the page has no columns.
    """
    lines = [line for line in page.lines if line.zone is Zone.BODY and line.cell is None]
    head = lines[: prose_begins(lines, measure)]
    trailing_rails(head)
    divider = rule_divider(page, head, measure) or rail_divider(head, measure) or gutter_divider(page, head, measure)
    if divider is None:
        return first_row
    row, above = first_row - 1, None
    out: list[Line] = []
    for line in page.lines:
        inside = line.zone is Zone.BODY and line in head and within(line, divider)
        cells = cut(line, divider) if inside else []
        if not cells:
            out.append(line)
            continue
        if above is None or line.bbox.top > above.bbox.top + 0.3 * max(6.0, line.size):
            row += 1
        above = line
        for cell in cells:
            cell.row = row
        out += cells
    page.lines = out
    return row + 1


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
    text = line.text
    small = sum(c.islower() for c in text)
    filled = line.bbox.width > 0.8 * measure.width and line.size > NOTICE * measure.size
    return filled and small > 0.6 * len(text.replace(" ", "")) and widest_gap(line) < 24


def widest_gap(line: Line) -> float:
    """The widest white space between two words of a line, in points."""
    return max((b.bbox.x0 - a.bbox.x1 for a, b in zip(line.words, line.words[1:], strict=False)), default=0.0)


def trailing_rails(lines: list[Line]) -> None:
    """Part a rail that is glued to the left cell ("others similarly situated)⇥") into a word of its own."""
    for line in lines:
        words: list[Word] = []
        for i, word in enumerate(line.words):
            text = word.text
            ends = i + 1 == len(line.words) or line.words[i + 1].bbox.x0 - word.bbox.x1 > 2
            if len(text) > 1 and text[-1] == ")" and ends and line.text.count(")") > line.text.count("("):
                cut_at = word.bbox.x1 - word.bbox.width / len(text)
                words.append(replace(word, text=text[:-1], bbox=word.bbox._replace(x1=cut_at)))
                words.append(replace(word, text=")", bbox=word.bbox._replace(x0=cut_at), glued=True))
            else:
                words.append(word)
        line.words = words


def rail_divider(lines: list[Line], measure: Measure) -> Divider | None:
    """A glyph that stands alone, or last before a gap, at one x on at least three rows.

    Typewritten text loses the alignment ("Plaintiff,)⇥" / ")⇥No. 20 C 1937"): there a rail need not be aligned, but
    must stand on four rows.
    """
    best: list[tuple[Line, Word]] = []
    for glyphs in (*sorted(RAILS - BRACE), BRACE):
        found = [(ln, w) for ln in lines for w in ln.words if w.text in glyphs and not w.style.superscript]
        for _, pivot in found:
            near = [(ln, w) for ln, w in found if abs(w.bbox.x0 - pivot.bbox.x0) <= NEAR]
            if len(near) > len(best):
                best = near
        if glyphs == ")" and len(found) >= 4 and len(found) > 2 * len(best):
            best = found
    if len({id(ln) for ln, _ in best}) < 3:
        return None
    xs = sorted(w.bbox.x0 for _, w in best)
    if (
        xs[-1] - xs[0] <= 2 * NEAR
        and not measure.left + 0.15 * measure.width < xs[0] < measure.right - 0.1 * measure.width
    ):
        return None
    x = xs[len(xs) // 2] if xs[-1] - xs[0] <= 2 * NEAR else -1.0
    return Divider(x, min(ln.bbox.top for ln, _ in best) - 2, max(ln.bbox.bottom for ln, _ in best) + 2)


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
            if b.bbox.x0 - a.bbox.x1 > 2.2 * max(6.0, line.size) and a.bbox.x0 < measure.centre:
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


def within(line: Line, divider: Divider) -> bool:
    """Whether the middle of a line lies beside the divider."""
    return divider.top <= (line.bbox.top + line.bbox.bottom) / 2 <= divider.bottom


def cut(line: Line, divider: Divider) -> list[Line]:
    """The cells of a row and its rail as lines of their own; none where the words run across the divider."""
    rail = next(
        (w for w in line.words if w.text in RAILS and (divider.x < 0 or abs(w.bbox.x0 - divider.x) <= 2 * NEAR)), None
    )
    x = (rail.bbox.x0 + rail.bbox.x1) / 2 if rail else divider.x
    if x < 0:
        return []
    words = [w for w in line.words if w is not rail]
    if any(w.bbox.x0 < x - 8 and w.bbox.x1 > x + 8 for w in words) and not rail:
        return []
    left = [w for w in words if (w.bbox.x0 + w.bbox.x1) / 2 < x]
    right = [w for w in words if (w.bbox.x0 + w.bbox.x1) / 2 >= x]
    if left and right and not rail and right[0].bbox.x0 - left[-1].bbox.x1 < 0.6 * line.size:
        return []
    cells = [part(line, ws, column) for ws, column in ((left, "left"), (right, "right")) if ws]
    if rail:
        glyph = part(line, [rail], "")
        glyph.zone, glyph.furniture = Zone.FURNITURE, "rail"
        cells.append(glyph)
    return cells


def part(line: Line, words: list[Word], column: str) -> Line:
    """Some words of a line as a line of their own."""
    first = replace(words[0], glued=False)
    x0, x1 = min(w.bbox.x0 for w in words), max(w.bbox.x1 for w in words)
    top, bottom = min(w.bbox.top for w in words), max(w.bbox.bottom for w in words)
    return replace(line, words=[first, *words[1:]], bbox=BBox(x0, top, x1, bottom), column=column)
