"""The strokes of a page as PDFium gives them: thin paths and pictures, also in forms; and its other pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator

import pypdfium2.raw as pdfium

from opinion_parser.readers.pdf_rules import CLEAR, MOST_SEGMENTS, WHITE, Box, thin_parts
from opinion_parser.readers.pdfium_calls import Affine

__all__ = ["drawings"]

DEEPEST = 4
"""Forms within forms."""


def drawings(page: pdfium.FPDF_PAGE) -> tuple[list[Box], list[Box]]:
    """Boxes that may be strokes, and boxes of pictures, of a page by PDFium's handle."""
    thin: list[Box] = []
    pictures: list[Box] = []
    for box in _boxes(page, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, Affine(), 0):
        (thin if box.is_thin else pictures).append(box)
    return thin, pictures


def _boxes(
    parent: object,
    count: Callable[[object], int],
    get: Callable[[object, int], object],
    matrix: Affine,
    depth: int,
) -> Iterator[Box]:
    """Thin boxes of all paths, and the boxes of all pictures, on a page or form."""
    for i in range(count(parent)):
        item = get(parent, i)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _path(item, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            box = _bounds(item, matrix)
            if box:
                yield box
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            inner = _matrix(item).then(matrix)
            yield from _boxes(item, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, inner, depth + 1)


def _path(item: object, matrix: Affine) -> Iterator[Box]:
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
        yield from thin_parts(points, stroked)


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


def _bounds(item: object, matrix: Affine) -> Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    return Box.around(matrix.apply(x, y) for x in (left.value, right.value) for y in (bottom.value, top.value))


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
