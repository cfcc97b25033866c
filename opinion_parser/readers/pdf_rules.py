"""Drawn strokes of a page: separators, rails, underlines.

A rule may be a stroked line, a thin filled box, a thin picture, or a row of dashes; all become
:class:`~opinion_parser.source.Rule`. A horizontal rule that hugs words just above it underlines them.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from opinion_parser.readers.pdf_glyphs import Frame, Piece
from opinion_parser.readers.pdf_lines import Row
from opinion_parser.source import BBox, Rule

__all__ = ["page_strokes", "underline"]

_THIN = 3.0
"""Points: thicker boxes are bars and pictures."""
_SHORT = 3.0
"""Points: shorter strokes are dots, parts of letters or dashes."""
_DASH_GAP = 4.5
_PATH, _IMAGE, _FORM = 2, 3, 5
_MOST_SEGMENTS = 2000
"""Drawings with more segments are seals and signatures."""
_DEEPEST = 4
"""Forms within forms."""

Matrix = tuple[float, float, float, float, float, float]
_UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def page_strokes(page: Any, frame: Frame) -> list[BBox]:
    """The straight strokes of a page, dashes joined, from top to bottom. ``page`` is PDFium's handle."""
    boxes: list[BBox] = []
    for x0, y0, x1, y1 in _strokes(page, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, _UNIT, 0):
        box = BBox(x0 - frame.left, frame.top - y1, x1 - frame.left, frame.top - y0)
        inside = box.x1 > 0 and box.bottom > 0 and box.x0 < frame.right - frame.left and box.top < frame.top - frame.bottom
        if inside:
            boxes.append(box)
    flat = [b for b in boxes if b.width >= b.height]
    upright = [b for b in boxes if b.width < b.height]
    merged = _merge(flat, "x0", "x1", "top") + _merge(upright, "top", "bottom", "x0")
    return sorted(box for box in merged if max(box.width, box.height) >= _SHORT)


def _strokes(parent: Any, count: Any, get: Any, matrix: Matrix, depth: int) -> Iterator[tuple[float, float, float, float]]:
    """Thin boxes (x0, y0, x1, y1, growing upwards) of all paths and pictures below a page or form."""
    for i in range(count(parent)):
        item = get(parent, i)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == _PATH:
            yield from _path(item, matrix)
        elif kind == _IMAGE:
            box = _bounds(item, matrix)
            if box and _is_thin(*box):
                yield box
        elif kind == _FORM and depth < _DEEPEST:
            inner = _times(_matrix_of(item), matrix)
            yield from _strokes(item, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, inner, depth + 1)


def _path(item: Any, matrix: Matrix) -> Iterator[tuple[float, float, float, float]]:
    """The strokes of one path: itself if it is thin, else its lines and thin boxes."""
    box = _bounds(item, matrix)
    if box is None or not _painted(item):
        return
    if _is_thin(*box):
        yield box
        return
    stroked = _draws_lines(item)
    count = pdfium.FPDFPath_CountSegments(item)
    if not 1 < count <= _MOST_SEGMENTS:
        return
    whole = _times(_matrix_of(item), matrix)
    for points in _subpaths(item, count, whole):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        outline = min(xs), min(ys), max(xs), max(ys)
        if _is_thin(*outline):
            yield outline
        elif stroked:
            for (ax, ay), (bx, by) in zip(points, points[1:], strict=False):
                side = min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
                if min(side[2] - side[0], side[3] - side[1]) < 0.5:
                    yield side


def _subpaths(item: Any, count: int, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """The corners of each subpath made of straight lines."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    curved = False
    a, b, c, d, e, f = matrix
    for i in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, i)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [], False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1 and not curved:
        yield points


def _is_thin(x0: float, y0: float, x1: float, y1: float) -> bool:
    return min(x1 - x0, y1 - y0) <= _THIN and max(x1 - x0, y1 - y0) >= 0.5


def _bounds(item: Any, matrix: Matrix) -> tuple[float, float, float, float] | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    if matrix is _UNIT:
        return left.value, bottom.value, right.value, top.value
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left.value, right.value) for y in (bottom.value, top.value)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _matrix_of(item: Any) -> Matrix:
    m = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, m)
    return m.a, m.b, m.c, m.d, m.e, m.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does one and then the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _draws_lines(item: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    return bool(stroke.value)


def _painted(item: Any) -> bool:
    """Whether a path leaves ink: it is filled or stroked, and not in white."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    colour = [ctypes.c_uint() for _ in range(4)]
    if stroke.value and pdfium.FPDFPageObj_GetStrokeColor(item, *colour):
        return _is_ink(colour)
    if fill.value and pdfium.FPDFPageObj_GetFillColor(item, *colour):
        return _is_ink(colour)
    return bool(stroke.value or fill.value)


def _is_ink(colour: list[Any]) -> bool:
    red, green, blue, alpha = (c.value for c in colour)
    return alpha > 10 and min(red, green, blue) < 245


def _merge(boxes: list[BBox], start: str, end: str, across: str) -> list[BBox]:
    """Join strokes in one line that touch, overlap, or are dashes of one rule."""
    merged: list[BBox] = []
    for box in sorted(boxes, key=lambda b: (round(getattr(b, across)), getattr(b, start))):
        last = merged[-1] if merged else None
        if last is not None and abs(getattr(last, across) - getattr(box, across)) < 1.0:
            gap = getattr(box, start) - getattr(last, end)
            dashes = getattr(box, end) - getattr(box, start) < 8
            if gap < (_DASH_GAP if dashes else 0.75):
                low, high = min(last.top, box.top), max(last.bottom, box.bottom)
                merged[-1] = BBox(min(last.x0, box.x0), low, max(last.x1, box.x1), high)
                continue
        merged.append(box)
    return merged


def underline(rows: list[Row], strokes: list[BBox]) -> list[Rule]:
    """Mark the pieces that strokes underline; the other strokes are the page's rules."""
    return [Rule(stroke) for stroke in strokes if not _underlines(rows, stroke)]


def _underlines(rows: list[Row], stroke: BBox) -> bool:
    """Whether a stroke hugs words just above it, which are then marked."""
    if stroke.width < stroke.height or stroke.height > 2.2:
        return False
    for row in rows:
        below = (stroke.top + stroke.bottom) / 2 - row.baseline
        if not -0.02 * row.size <= below <= 0.32 * row.size:
            continue
        covered = [p for p in row.pieces if _overlap(p, stroke) > 0.5 * max(0.1, p.x1 - p.x0)]
        if covered and _hugs(covered, stroke, row.size):
            for piece in covered:
                piece.underline = True
            return True
    return False


def _overlap(piece: Piece, stroke: BBox) -> float:
    return min(piece.x1, stroke.x1) - max(piece.x0, stroke.x0)


def _hugs(covered: list[Piece], stroke: BBox, size: float) -> bool:
    """An underline starts and ends with its words and crosses no wide gap; a separator does not."""
    start, end = min(p.x0 for p in covered), max(p.x1 for p in covered)
    if start - stroke.x0 > 0.6 * size or stroke.x1 - end > 0.6 * size:
        return False
    ordered = sorted(covered, key=lambda p: p.x0)
    return all(b.x0 - a.x1 < 2.5 * size for a, b in zip(ordered, ordered[1:], strict=False))
