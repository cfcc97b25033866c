"""The glyphs of a PDF page, fetched from PDFium in bulk and run together to pieces of one style.

Calls through ctypes cost more than what they do, so whole columns of values are fetched with ``map`` over plain
addresses. Size, style and baseline are constant in a text object, and are asked once for each.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import deque
from dataclasses import dataclass
from itertools import repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from opinion_parser.readers.pdf_styles import Face, face_of
from opinion_parser.source import BBox

Faces = dict[tuple[int, bool], Face]
"""The faces of a document by font handle, and whether the text matrix slants them."""

__all__ = ["Faces", "Frame", "Glyphs", "Piece", "page_glyphs"]

_P, _I = ctypes.c_void_p, ctypes.c_int


def _bind(function: Any, result: Any, *arguments: Any) -> Any:
    """A PDFium function that takes addresses as plain numbers."""
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, _P).value)


_unicode = _bind(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _P, _I)
_object = _bind(pdfium.FPDFText_GetTextObject, _P, _P, _I)
_loose_box = _bind(pdfium.FPDFText_GetLooseCharBox, _I, _P, _I, _P)
_origin = _bind(pdfium.FPDFText_GetCharOrigin, _I, _P, _I, _P, _P)
_box = _bind(pdfium.FPDFText_GetCharBox, _I, _P, _I, _P, _P, _P, _P)
_matrix = _bind(pdfium.FPDFText_GetMatrix, _I, _P, _I, _P)
_font_size = _bind(pdfium.FPDFText_GetFontSize, ctypes.c_double, _P, _I)
_generated = _bind(pdfium.FPDFText_IsGenerated, _I, _P, _I)
_font = _bind(pdfium.FPDFTextObj_GetFont, _P, _P)


class Frame(NamedTuple):
    """The visible part of a page in PDF coordinates, which grow upwards."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(slots=True)
class Piece:
    """Glyphs of one text style that follow each other without a gap. ``baseline`` grows downwards.

    ``before`` and ``after`` say which white space the file has there: 0 none, 1 one that PDFium inferred, 2 a real one.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    face: Face
    before: int = 0
    after: int = 0
    superscript: bool = False
    small_caps: bool = False
    underline: bool = False


class _Setting(NamedTuple):
    """What a text object gives to all its glyphs."""

    size: float
    face: Face
    baseline: float
    angle: int


_SPACES = frozenset(
    [0, 9, 10, 11, 12, 13, 32, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000]
)
_HYPHENS = frozenset([2, 0xFFFE])
"""PDFium's own codes for a hyphen at the end of a line."""
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_LEVEL = 2
"""Degrees by which a line of a skewed scan may lean and still be upright text."""
_SLANT = 0.12
"""A text matrix that leans this much draws an upright font as italic."""
_TOUCHING = 0.13
"""White space up to this part of the size is letter-spacing, unless the file says that it is a blank."""


class Turned(NamedTuple):
    """A glyph that does not run from left to right: its text, box, direction in degrees, distance of its baseline from
    the page's corner, and whether white space stands before it.
    """

    text: str
    bbox: BBox
    angle: int
    offset: float
    blank: bool
    setting: _Setting


class Glyphs(NamedTuple):
    """What is written on a page: pieces of upright text, and turned glyphs, both in the order of the file."""

    pieces: list[Piece]
    turned: list[Turned]


def page_glyphs(text_page: int, frame: Frame, faces: Faces) -> Glyphs:
    """Everything written on a page; glyphs outside of the frame are left out.

    ``text_page`` is the address of PDFium's text page; ``faces`` keeps the faces of the document's fonts.
    """
    count = pdfium.FPDFText_CountChars(ctypes.cast(text_page, pdfium.FPDF_TEXTPAGE))
    if count <= 0:
        return Glyphs([], [])
    codes = list(map(_unicode, repeat(text_page), range(count)))
    objects = list(map(_object, repeat(text_page), range(count)))
    boxes = (ctypes.c_float * (4 * count))()
    start = ctypes.addressof(boxes)
    deque(map(_loose_box, repeat(text_page), range(count), range(start, start + 16 * count, 16)), maxlen=0)
    return _run_together(_Page(text_page, frame, faces), codes, objects, list(boxes))


class _Point(ctypes.Structure):
    _fields_ = (("x", ctypes.c_double), ("y", ctypes.c_double))


class _Page(NamedTuple):
    address: int
    frame: Frame
    faces: Faces


def _run_together(page: _Page, codes: list[int], objects: list[int | None], boxes: list[float]) -> Glyphs:
    """Pieces from the columns of values; a box is left, top, right, bottom."""
    left, width = page.frame.left, page.frame.right - page.frame.left
    height = page.frame.top - page.frame.bottom
    settings: dict[int | None, _Setting] = {}
    pieces: list[Piece] = []
    turned: list[Turned] = []
    piece: Piece | None = None
    last_object: int | None = None
    last_x0, last_text = 0.0, ""
    blank = 0
    point = _Point()
    point_at = ctypes.addressof(point), ctypes.addressof(point) + 8
    for i, code in enumerate(codes):
        if code in _SPACES:
            blank = max(blank, 1 if code in (13, 10) or _generated(page.address, i) else 2)
            if piece is not None:
                piece.after = blank
            continue
        text = chr(code) if 32 < code < 127 else _character(code)
        if not text:
            continue
        this = objects[i]
        setting = settings.get(this) if this else None
        if setting is None:
            setting = settings[this] = _setting(page, i, this)
        x0, x1 = boxes[4 * i] - left, boxes[4 * i + 2] - left
        if blank:  # a box has the overhang of a j or an italic f; indents and gaps start at the origin
            _origin(page.address, i, *point_at)
            x0 = point.x - left
        size, baseline = setting.size, setting.baseline
        if setting.angle:
            turned.append(_turned(page, i, text, setting, bool(blank)))
            piece, blank = None, 0
            continue
        if not (-1 <= (x0 + x1) / 2 <= width + 1 and 0 <= baseline <= height + size):
            continue
        if piece is not None and not blank:
            if this != last_object and text == last_text and abs(x0 - last_x0) < 0.15 * size:
                continue  # painted twice at a tiny offset: poor man's bold
            same = setting.face is piece.face and abs(size - piece.size) < 0.25
            near = -0.5 * size < x0 - piece.x1 < _TOUCHING * size
            if same and near and abs(baseline - piece.baseline) < 0.05 * size:
                piece.text += text
                piece.x1 = max(piece.x1, x1)
                last_object, last_x0, last_text = this, x0, text
                continue
        piece = Piece(text, x0, x1, baseline, size, setting.face, blank)
        pieces.append(piece)
        blank = 0
        last_object, last_x0, last_text = this, x0, text
    return Glyphs(pieces, turned)


def _character(code: int) -> str:
    """The character to read for a code: hyphens and ligatures spelt out, nothing for controls."""
    if 32 < code < 127:
        return chr(code)
    if code in _HYPHENS:
        return "-"
    if code in _LIGATURES:
        return _LIGATURES[code]
    if code > 0x10FFFF or unicodedata.category(chr(code)) in ("Cc", "Cf", "Cs", "Cn"):
        return "\u00ad" if code == 0xAD else ""
    return chr(code)


def _setting(page: _Page, index: int, text_object: int | None) -> _Setting:
    """Size, face, baseline and angle of the text object of a glyph."""
    matrix = pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    _matrix(page.address, index, ctypes.addressof(matrix))
    _origin(page.address, index, ctypes.addressof(x), ctypes.addressof(y))
    angle = round(math.degrees(math.atan2(matrix.b, matrix.a)))
    angle = 0 if abs(angle) <= _LEVEL else angle
    slanted = not angle and abs(matrix.c) > _SLANT * abs(matrix.d)
    scale = math.hypot(matrix.a, matrix.b) if angle else abs(matrix.d)
    font = (_font(text_object) if text_object else 0) or 0
    face = page.faces.get((font, slanted))
    if face is None:
        face = face_of(font)
        face = page.faces[font, slanted] = face._replace(italic=face.italic or slanted)
    return _Setting(abs(_font_size(page.address, index)) * scale, face, page.frame.top - y.value, angle)


def _turned(page: _Page, index: int, text: str, setting: _Setting, blank: bool) -> Turned:
    """A glyph of turned text."""
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    _box(page.address, index, *(ctypes.addressof(v) for v in (left, right, bottom, top)))
    _origin(page.address, index, ctypes.addressof(x), ctypes.addressof(y))
    frame, turn = page.frame, math.radians(setting.angle)
    box = BBox(left.value - frame.left, frame.top - top.value, right.value - frame.left, frame.top - bottom.value)
    return Turned(text, box, setting.angle, y.value * math.cos(turn) - x.value * math.sin(turn), blank, setting)
