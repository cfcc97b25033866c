"""PDFium's text functions for whole pages at once.

A call through ctypes costs more than what it does: with arguments that need no conversion (addresses as plain numbers)
and a loop in C (``map``) a page of 3,000 glyphs costs 3 ms instead of 15. A text page is given by its address.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable
from itertools import repeat
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

__all__ = [
    "Affine",
    "address_of",
    "after_blanks",
    "boxes",
    "codes",
    "fill_colour",
    "font_of",
    "font_size",
    "ink_box",
    "is_generated",
    "is_outlined",
    "lacks_unicode",
    "matrix",
    "origin",
    "text_objects",
]

_P, _I, _D = ctypes.c_void_p, ctypes.c_int, ctypes.c_double


def _bind(function: Callable[..., object], result: type, *arguments: type) -> Callable[..., int]:
    """A PDFium function that takes addresses as plain numbers."""
    address = ctypes.cast(function, _P).value or 0  # type: ignore[arg-type]
    return ctypes.CFUNCTYPE(result, *arguments)(address)


_count = _bind(pdfium.FPDFText_CountChars, _I, _P)
_unicode = _bind(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _P, _I)
_object = _bind(pdfium.FPDFText_GetTextObject, _P, _P, _I)
_loose_box = _bind(pdfium.FPDFText_GetLooseCharBox, _I, _P, _I, _P)
_ink_box = _bind(pdfium.FPDFText_GetCharBox, _I, _P, _I, _P, _P, _P, _P)
_origin = _bind(pdfium.FPDFText_GetCharOrigin, _I, _P, _I, _P, _P)
_matrix = _bind(pdfium.FPDFText_GetMatrix, _I, _P, _I, _P)
_size = _bind(pdfium.FPDFText_GetFontSize, _D, _P, _I)
_fill = _bind(pdfium.FPDFText_GetFillColor, _I, _P, _I, _P, _P, _P, _P)
_generated = _bind(pdfium.FPDFText_IsGenerated, _I, _P, _I)
_lacks_unicode = _bind(pdfium.FPDFText_HasUnicodeMapError, _I, _P, _I)
_font = _bind(pdfium.FPDFTextObj_GetFont, _P, _P)
_count_objects = _bind(pdfium.FPDFPage_CountObjects, _I, _P)
_page_object = _bind(pdfium.FPDFPage_GetObject, _P, _P, _I)
_object_type = _bind(pdfium.FPDFPageObj_GetType, _I, _P)
_bounds = _bind(pdfium.FPDFPageObj_GetBounds, _I, _P, _P, _P, _P, _P)
_render_mode = _bind(pdfium.FPDFTextObj_GetTextRenderMode, _I, _P)


class Affine(NamedTuple):
    """A transformation: ``x' = ax + cy + e``, ``y' = bx + dy + f``."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, m: Affine) -> Affine:
        """This transformation followed by another."""
        return Affine(
            self.a * m.a + self.b * m.c,
            self.a * m.b + self.b * m.d,
            self.c * m.a + self.d * m.c,
            self.c * m.b + self.d * m.d,
            self.e * m.a + self.f * m.c + m.e,
            self.e * m.b + self.f * m.d + m.f,
        )

    def apply(self, x: float, y: float) -> tuple[float, float]:
        """Where a point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f


def address_of(page: pypdfium2.PdfPage | pypdfium2.PdfTextPage) -> int:
    """The address of a page or text page, valid until it is closed."""
    return ctypes.cast(page.raw, _P).value or 0


def codes(page: int) -> list[int]:
    """The character code of each glyph; blanks and line ends that PDFium inferred are among them."""
    return list(map(_unicode, repeat(page), range(max(0, _count(page)))))


def text_objects(page: int, count: int) -> list[int | None]:
    """The address of the text object of each glyph, None for inferred ones."""
    return list(map(_object, repeat(page), range(count)))


_edges = (ctypes.c_float * 4)()  # left, bottom, right, top
_edge_addresses = tuple(ctypes.addressof(_edges) + 4 * i for i in range(4))


def after_blanks(page: int, seen: Iterable[int | None]) -> set[int]:
    """The addresses of text objects that follow one of nothing but a blank, which PDFium leaves out of its text.

    Word's printer driver paints each blank by itself. ``page`` is a page, ``seen`` has the objects with text.
    """
    known = set(seen)
    found: set[int] = set()
    blank = False
    for item in map(_page_object, repeat(page), range(_count_objects(page))):
        if item in known:
            if blank:
                found.add(item)
            blank = False
        elif _object_type(item) == pdfium.FPDF_PAGEOBJ_TEXT:
            blank = bool(_bounds(item, *_edge_addresses)) and _edges[2] - _edges[0] < 0.01
    return found


def boxes(page: int, count: int) -> list[float]:
    """Left, top, right and bottom of each glyph, one after the other: its advance and the ink beyond it."""
    values = (ctypes.c_float * (4 * count))()
    start = ctypes.addressof(values)
    deque(map(_loose_box, repeat(page), range(count), range(start, start + 16 * count, 16)), maxlen=0)
    return list(values)


_doubles = (_D * 4)()
_addresses = tuple(ctypes.addressof(_doubles) + 8 * i for i in range(4))
_six = (ctypes.c_float * 6)()
_six_address = ctypes.addressof(_six)


def origin(page: int, index: int) -> tuple[float, float]:
    """The point on the baseline where a glyph starts."""
    _origin(page, index, *_addresses[:2])
    return _doubles[0], _doubles[1]


def ink_box(page: int, index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of what a glyph paints."""
    left, right, bottom, top = _addresses
    _ink_box(page, index, left, right, bottom, top)
    return _doubles[0], _doubles[2], _doubles[1], _doubles[3]


def matrix(page: int, index: int) -> list[float]:
    """The four numbers a, b, c, d of the text matrix of a glyph, in the coordinates of the page."""
    _matrix(page, index, _six_address)
    return _six[:4]


def font_size(page: int, index: int) -> float:
    """The nominal size of a glyph, before its matrix."""
    return _size(page, index)


_colour = (ctypes.c_uint * 4)()
_colour_addresses = tuple(ctypes.addressof(_colour) + 4 * i for i in range(4))


def fill_colour(page: int, index: int) -> tuple[int, int, int, int]:
    """Red, green, blue and opacity of a glyph, from 0 to 255."""
    _colour[:] = [0, 0, 0, 255]
    _fill(page, index, *_colour_addresses)
    return _colour[0], _colour[1], _colour[2], _colour[3]


def is_generated(page: int, index: int) -> bool:
    """Whether PDFium inferred a blank that the file does not have."""
    return _generated(page, index) == 1


def lacks_unicode(page: int, index: int) -> bool:
    """Whether the file does not say which character a glyph is."""
    return _lacks_unicode(page, index) == 1


def font_of(text_object: int | None) -> int:
    """The address of a text object's font, 0 if there is none."""
    return (_font(text_object) or 0) if text_object else 0


def is_outlined(text_object: int | None) -> bool:
    """Whether the glyphs of a text object are filled and stroked: so programs make a bold cut that they do not have."""
    return bool(text_object) and _render_mode(text_object) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
