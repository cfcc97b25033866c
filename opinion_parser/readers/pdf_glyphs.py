"""The glyphs of a PDF page, run together to pieces of one style.

Size, style and baseline are constant in a text object and are asked once for each; some files have one object a glyph.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import NamedTuple

from opinion_parser.readers import pdf_calls as calls
from opinion_parser.readers.pdf_characters import BLANK, CHARACTERS, SUPERSCRIPTS, UNKNOWN, is_private
from opinion_parser.readers.pdf_styles import Face, face_of
from opinion_parser.source import BBox

__all__ = ["Fonts", "Frame", "Glyphs", "Piece", "Turned", "page_glyphs"]

FIGURES = frozenset("0123456789")
FIGURE_RAISED = 0.2
"""A figure that stands this far above the baseline, in parts of the size, is the superior figure of its font."""
LINE_ENDS = (10, 13)
LAST_PLAIN = "\ud7ff"
LEVEL = 2
"""Degrees by which a line of a skewed scan may lean and still be upright text."""
SLANT = 0.12
"""A text matrix that leans this much draws an upright font as italic."""
LARGE = 14.0
"""Points: smaller text is no watermark, however grey."""
PALE, WHITE = 150, 250
"""Of 255: the opacity below which, and the colour from which on, text is a watermark, and where white begins."""
WIDE = 1.35
"""How much wider than the narrowest ``f`` of its face one is that stands for a ligature."""
TOUCHING = 0.13
"""White space up to this part of the size is letter-spacing, unless the file has a blank there."""


@dataclass(slots=True)
class Fonts:
    """What is known about the fonts of a document: the faces by font, slant and outline, and their narrowest ``f``."""

    faces: dict[tuple[int, bool, bool], Face] = field(default_factory=dict)
    narrow_f: dict[Face, float] = field(default_factory=dict)

    def face(self, font: int, slanted: bool, outlined: bool) -> Face:
        """The face of a font (by address) that the text matrix slants, or that is stroked as well as filled."""
        face = self.faces.get((font, slanted, outlined))
        if face is None:
            face = face_of(font)
            face = face._replace(italic=face.italic or slanted, bold=face.bold or outlined)
            self.faces[font, slanted, outlined] = face
        return face

    def is_wide(self, face: Face, width: float) -> bool:
        """Whether an ``f`` of this width, in parts of the size, must be a ligature."""
        narrowest = self.narrow_f[face] = min(width, self.narrow_f.get(face, width))
        return width > WIDE * narrowest


class Frame(NamedTuple):
    """The visible part of a page in PDF coordinates, which grow upwards."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right, in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom, in points."""
        return self.top - self.bottom


@dataclass(slots=True)
class Piece:
    """Glyphs of one style that follow each other without a gap, in points from the top left corner of the frame.

    ``before`` and ``after`` say which white space the file has there: 0 none, 1 one that PDFium inferred, 2 a real one.
    ``starts`` has the left edge of each character; ``order`` is the place in the file.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    face: Face
    before: int = 0
    after: int = 0
    order: int = 0
    starts: list[float] = field(default_factory=list)
    superscript: bool = False
    small_caps: bool = False
    underline: bool = False


class Turned(NamedTuple):
    """A glyph that does not run from left to right: its direction in degrees, the distance of its baseline from the
    page's origin, and whether white space stands before it.
    """

    text: str
    bbox: BBox
    angle: int
    offset: float
    blank: bool
    size: float
    face: Face


@dataclass(slots=True)
class Glyphs:
    """What is written on a page, in the order of the file: pieces of upright text, of pale text across the page
    ("Page Proof Pending Publication"), and turned glyphs.

    ``doubtful``: some characters are not what their glyphs are, see pdf_ligatures.
    """

    pieces: list[Piece] = field(default_factory=list)
    pale: list[Piece] = field(default_factory=list)
    turned: list[Turned] = field(default_factory=list)
    doubtful: bool = False


class _Setting(NamedTuple):
    """What a text object gives to all its glyphs; ``em`` is the size across, which may be stretched."""

    size: float
    em: float
    face: Face
    baseline: float
    angle: int
    pale: bool


class _Page(NamedTuple):
    address: int
    frame: Frame
    fonts: Fonts


def page_glyphs(text_page: int, frame: Frame, fonts: Fonts) -> Glyphs:
    """Everything written on a page; glyphs outside of the frame are left out.

    ``text_page`` is the address of PDFium's text page; ``fonts`` keeps what is known about the document's fonts.
    """
    page = _Page(text_page, frame, fonts)
    codes = calls.codes(text_page)
    objects = calls.text_objects(text_page, len(codes))
    boxes = calls.boxes(text_page, len(codes))
    boxes.append(math.nan)  # so that every box has a next one
    return _run_together(page, codes, objects, boxes)


def _run_together(page: _Page, codes: list[int], objects: list[int | None], boxes: list[float]) -> Glyphs:
    """Pieces from the columns of values; a box is left, top, right, bottom."""
    left, width, height = page.frame.left, page.frame.width, page.frame.height
    settings: dict[int | None, _Setting] = {}
    glyphs = Glyphs()
    piece: Piece | None = None
    last_object: int | None = None
    last_x0, last_text = 0.0, ""
    blank = 0
    for i, code in enumerate(codes):
        text = CHARACTERS[code]
        if text == BLANK:
            real = code not in LINE_ENDS and not calls.is_generated(page.address, i)
            if piece is not None and not blank and real and 0 < piece.x1 - (boxes[4 * i] - left) < piece.size / 3:
                piece.x1 = boxes[4 * i] - left  # the blank starts where the letter ends, below its overhang
            blank = max(blank, 2 if real else 1)
            if piece is not None:
                piece.after = blank
            continue
        if not text:
            if not calls.lacks_unicode(page.address, i):
                continue
            text = UNKNOWN
        this = objects[i]
        setting = settings.get(this) if this else None
        if setting is None:
            setting = settings[this] = _setting(page, i, this)
        size, em, face, baseline, angle, pale = setting
        if angle:
            glyphs.turned.append(_turned(page, i, text, setting, bool(blank)))
            piece, blank = None, 0
            continue
        # A box has the overhang of a j or an italic f; indents and gaps between words start at the origin.
        x0, x1 = (calls.origin(page.address, i)[0] if blank else boxes[4 * i]) - left, boxes[4 * i + 2] - left
        if not (-1 <= (x0 + x1) / 2 <= width + 1 and 0 <= baseline <= height + size):
            continue
        raised = code in SUPERSCRIPTS or (text in FIGURES and _is_superior(page, i, setting))
        if text == "f" and x0 != last_x0 and boxes[4 * i] != boxes[4 * i + 4]:
            glyphs.doubtful |= page.fonts.is_wide(face, (boxes[4 * i + 2] - boxes[4 * i]) / em)
        elif text > LAST_PLAIN:
            glyphs.doubtful |= is_private(text)
        if piece is not None and not blank:
            again = this == last_object
            level = again or abs(baseline - piece.baseline) < 0.05 * size
            if level and not again and text == last_text and abs(x0 - last_x0) < 0.15 * em:
                continue  # painted twice at a tiny offset: poor man's bold
            same = again or (face is piece.face and abs(size - piece.size) < 0.25)
            near = -0.5 * em < x0 - piece.x1 < TOUCHING * em
            if level and same and raised is piece.superscript and (near or (again and x0 == last_x0)):
                piece.text += text  # letters of a ligature have one box, all others follow each other
                piece.starts += [x0] * len(text)
                if x1 > piece.x1:
                    piece.x1 = x1
                last_object, last_x0, last_text = this, x0, text
                continue
        pieces = glyphs.pale if pale else glyphs.pieces
        piece = Piece(text, x0, x1, baseline, size, face, blank, 0, len(pieces), [x0] * len(text), raised)
        pieces.append(piece)
        last_object, last_x0, last_text, blank = this, x0, text, 0
    return glyphs


def _is_superior(page: _Page, index: int, setting: _Setting) -> bool:
    """Whether a figure is painted above the baseline that it is set on."""
    bottom = page.frame.top - calls.ink_box(page.address, index)[1]
    return setting.baseline - bottom > FIGURE_RAISED * setting.size


def _setting(page: _Page, index: int, text_object: int | None) -> _Setting:
    """Size, face, baseline and angle of the text object of a glyph."""
    a, b, c, d = calls.matrix(page.address, index)
    angle = round(math.degrees(math.atan2(b, a))) if b or a < 0 else 0
    if abs(angle) <= LEVEL:
        angle = 0
    slanted = not angle and abs(c) > SLANT * abs(d)
    face = page.fonts.face(calls.font_of(text_object), slanted, calls.is_outlined(text_object))
    nominal = abs(calls.font_size(page.address, index))
    across = nominal * math.hypot(a, b)
    size = across if angle else nominal * abs(d)
    baseline = page.frame.top - calls.origin(page.address, index)[1]
    pale = size >= LARGE and _is_pale(*calls.fill_colour(page.address, index))
    return _Setting(size, across, face, baseline, angle, pale)


def _is_pale(red: int, green: int, blue: int, opacity: int) -> bool:
    """Whether a colour lets text below it be read; white is for coloured ground."""
    return opacity < PALE or PALE < min(red, green, blue) < WHITE


def _turned(page: _Page, index: int, text: str, setting: _Setting, blank: bool) -> Turned:
    """A glyph of turned text."""
    frame, turn = page.frame, math.radians(setting.angle)
    left, bottom, right, top = calls.ink_box(page.address, index)
    x, y = calls.origin(page.address, index)
    box = BBox(left - frame.left, frame.top - top, right - frame.left, frame.top - bottom)
    offset = y * math.cos(turn) - x * math.sin(turn)
    return Turned(text, box, setting.angle, offset, blank, setting.size, setting.face)
