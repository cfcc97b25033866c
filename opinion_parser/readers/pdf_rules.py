"""Drawn strokes of a page: separators, rails, underlines.

A stroke may be a line, a thin filled box, the side of a box, a thin picture or a row of dashes; pieces of one stroke
are joined.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

import pypdfium2.raw as pdfium

from opinion_parser.readers.pdf_calls import Affine
from opinion_parser.readers.pdf_glyphs import Frame
from opinion_parser.source import BBox

__all__ = ["page_strokes"]

THIN = 3.0
"""Points: thicker boxes are bars and pictures."""
SHORT = 3.0
"""Points: shorter strokes are dots and parts of letters."""
DASH, DASH_GAP = 8.0, 4.5
"""Points: strokes this short, this near to each other, are the dashes of one."""
TOUCHING = 0.75
SAME_STROKE = 1.6
"""Points across by which the parts of one stroke may be apart."""
MOST_SEGMENTS = 2000
"""Drawings with more segments are seals and signatures."""
DEEPEST = 4
"""Forms within forms."""
WHITE = 245
CLEAR = 10


class _Box(NamedTuple):
    """A box in PDF coordinates."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def is_thin(self) -> bool:
        sides = sorted((self.x1 - self.x0, self.y1 - self.y0))
        return sides[0] <= THIN and sides[1] >= 0.5


def page_strokes(page: pdfium.FPDF_PAGE, frame: Frame) -> list[BBox]:
    """The straight strokes of a page, in points from the top left corner of the frame. ``page`` is PDFium's handle."""
    boxes: list[BBox] = []
    for box in _strokes(page, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, Affine(), 0):
        x0, x1 = max(0.0, box.x0 - frame.left), min(frame.width, box.x1 - frame.left)
        top, bottom = max(0.0, frame.top - box.y1), min(frame.height, frame.top - box.y0)
        if x0 <= x1 and top <= bottom:
            boxes.append(BBox(x0, top, x1, bottom))
    flat = [_Span(b.x0, b.x1, b.top, b.bottom) for b in boxes if b.width >= b.height]
    upright = [_Span(b.top, b.bottom, b.x0, b.x1) for b in boxes if b.width < b.height]
    rules = [BBox(s.start, s.low, s.end, s.high) for s in _join(flat)]
    rules += [BBox(s.low, s.start, s.high, s.end) for s in _join(upright)]
    return sorted(box for box in rules if max(box.width, box.height) >= SHORT)


def _strokes(
    parent: object,
    count: Callable[[object], int],
    get: Callable[[object, int], object],
    matrix: Affine,
    depth: int,
) -> Iterator[_Box]:
    """Thin boxes of all paths and pictures on a page or form."""
    for i in range(count(parent)):
        item = get(parent, i)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _path(item, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            box = _bounds(item, matrix)
            if box and box.is_thin:
                yield box
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            inner = _matrix(item).then(matrix)
            yield from _strokes(item, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, inner, depth + 1)


def _path(item: object, matrix: Affine) -> Iterator[_Box]:
    """The strokes of one path: itself if it is thin, else its lines, sides and thin boxes."""
    box = _bounds(item, matrix)
    stroked = _paint(item)
    if box is None or stroked is None:
        return
    if box.is_thin:
        yield box
        return
    count = pdfium.FPDFPath_CountSegments(item)
    if not 1 < count <= MOST_SEGMENTS:
        return
    for points in _subpaths(item, count, _matrix(item).then(matrix)):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        outline = _Box(min(xs), min(ys), max(xs), max(ys))
        if outline.is_thin:
            yield outline
        elif stroked:
            for (ax, ay), (bx, by) in pairwise(points):
                if min(abs(ax - bx), abs(ay - by)) < 0.5:
                    yield _Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def _subpaths(item: object, count: int, matrix: Affine) -> Iterator[list[tuple[float, float]]]:
    """The corners of each part of a path that is made of straight lines."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    curved = False
    for i in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, i)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [], False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(matrix.apply(x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1 and not curved:
        yield points


def _bounds(item: object, matrix: Affine) -> _Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    corners = [matrix.apply(x, y) for x in (left.value, right.value) for y in (bottom.value, top.value)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return _Box(min(xs), min(ys), max(xs), max(ys))


def _matrix(item: object) -> Affine:
    m = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, m)
    return Affine(m.a, m.b, m.c, m.d, m.e, m.f)


def _paint(item: object) -> bool | None:
    """True for a path that is stroked, False for one that is filled, None where it leaves no ink or is white."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    if not (fill.value or stroke.value):
        return None
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    colour = pdfium.FPDFPageObj_GetStrokeColor if stroke.value else pdfium.FPDFPageObj_GetFillColor
    if colour(item, red, green, blue, alpha):
        white = min(red.value, green.value, blue.value) >= WHITE
        if white or alpha.value <= CLEAR:
            return None
    return bool(stroke.value)


class _Span(NamedTuple):
    """A stroke by its start and end, and the edges across."""

    start: float
    end: float
    low: float
    high: float


def _join(spans: list[_Span]) -> list[_Span]:
    """Join strokes in one line that touch, overlap, or are dashes of one stroke."""
    joined: list[_Span] = []
    tracks: list[list[_Span]] = []
    for span in sorted(spans, key=lambda s: (s.low, s.start)):
        if tracks and span.low - tracks[-1][0].low < SAME_STROKE:
            tracks[-1].append(span)
        else:
            tracks.append([span])
    for track in tracks:
        track.sort()
        current = track[0]
        for span in track[1:]:
            reach = DASH_GAP if span.end - span.start < DASH else TOUCHING
            if span.start - current.end < reach:
                low, high = min(current.low, span.low), max(current.high, span.high)
                current = _Span(current.start, max(current.end, span.end), low, high)
            else:
                joined.append(current)
                current = span
        joined.append(current)
    return joined
