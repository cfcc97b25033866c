"""Underlining: district courts underline instead of italicising, and PDF draws the line apart from the words."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from opinion_parser.readers.pdf_glyphs import Piece
from opinion_parser.readers.pdf_row import Row
from opinion_parser.source import BBox, Rule

__all__ = ["underline"]

THICK = 2.2
"""Points: thicker strokes are bars."""
BELOW = (-0.02, 0.32)
"""How far below the baseline an underline runs, in parts of the size."""
BEYOND = 0.6
"""How far an underline may run past its words, in parts of the size: a blank before or behind them."""
WIDEST = 2.5
"""White space, in parts of the size, that an underline does not cross; rules below a table's head do."""


def underline(rows: list[Row], strokes: list[BBox]) -> list[Rule]:
    """Mark the pieces that strokes underline, splitting those that are underlined in part.

    Returns the strokes that underline nothing: the rules of the page.
    """
    return [Rule(stroke) for stroke in strokes if not _underlines(rows, stroke)]


def _underlines(rows: list[Row], stroke: BBox) -> bool:
    """Whether a stroke hugs words just above it, which are then marked."""
    if stroke.width < stroke.height or stroke.height > THICK:
        return False
    for row in rows:
        below = (stroke.top + stroke.bottom) / 2 - row.baseline
        if not BELOW[0] * row.size <= below <= BELOW[1] * row.size:
            continue
        covered = [p for p in row.pieces if min(p.x1, stroke.x1) - max(p.x0, stroke.x0) > 0.1 * row.size]
        if covered and _hugs(covered, stroke, row.size):
            row.pieces = [part for piece in row.pieces for part in _marked(piece, stroke, row.size)]
            return True
    return False


def _hugs(covered: list[Piece], stroke: BBox, size: float) -> bool:
    """An underline starts and ends with its words and crosses no wide gap; a separator does not."""
    start, end = covered[0].x0, max(p.x1 for p in covered)
    if start - stroke.x0 > BEYOND * size or stroke.x1 - end > BEYOND * size:
        return False
    return all(b.x0 - a.x1 < WIDEST * size for a, b in pairwise(covered))


def _marked(piece: Piece, stroke: BBox, size: float) -> list[Piece]:
    """A piece as one or several, the middles of whose characters lie above the stroke or not."""
    ends = [*piece.starts[1:], piece.x1]
    above = [stroke.x0 - 0.5 <= (a + b) / 2 <= stroke.x1 + 0.5 for a, b in zip(piece.starts, ends, strict=True)]
    if not any(above) or piece.underline:
        return [piece]
    first, last = above.index(True), len(above) - 1 - above[::-1].index(True)
    cuts = sorted({0, first, last + 1, len(above)})
    parts = []
    for start, end in pairwise(cuts):
        part = replace(
            piece,
            text=piece.text[start:end],
            x0=piece.starts[start] if start else piece.x0,
            x1=piece.starts[end] if end < len(above) else piece.x1,
            before=0 if start else piece.before,
            after=0 if end < len(above) else piece.after,
            starts=piece.starts[start:end],
            underline=start == first,
        )
        parts.append(part)
    return parts
