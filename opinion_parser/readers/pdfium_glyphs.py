"""The glyphs of a page as PDFium gives them: values in bulk, one column each.

Size, style and baseline are constant in a text object and are asked once for each; some files have one object a glyph.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from opinion_parser.readers import pdfium_calls as calls
from opinion_parser.readers.pdf_characters import (
    BLANK,
    CHARACTERS,
    FIGURE_RAISED,
    FIGURES,
    SUPERSCRIPTS,
    SYMBOLIC,
    UNKNOWN,
    is_private,
)
from opinion_parser.readers.pdf_faces import Face, face_from
from opinion_parser.readers.pdf_glyphs import (
    INFERRED,
    LARGE,
    REAL,
    Frame,
    Glyphs,
    Item,
    Setting,
    Turned,
    is_pale,
    measure,
    run_together,
)
from opinion_parser.readers.pdf_symbols import is_wordperfect, symbol
from opinion_parser.source import BBox

__all__ = ["Fonts", "page_glyphs"]

LINE_ENDS = (10, 13)
LAST_PLAIN = "~"
MACINTOSH = frozenset("ìîß")
MISREAD = frozenset("ìîßíóñ")
"""What a Macintosh has for the codes that Windows has for ``“ ” § ’ — –``. PDFium reads fonts without an encoding so
(``ìLiquor, î that is Frederickís``); the first three are not to be expected in English.
"""
WIDE = 1.35
"""How much wider than the narrowest ``f`` of its face one is that stands for a ligature."""


@dataclass(slots=True)
class Fonts:
    """What is known about the fonts of a document: the faces by font, slant and outline, their narrowest ``f``, and
    those that may be read in the wrong code page.
    """

    faces: dict[tuple[int, bool, bool], Face] = field(default_factory=dict)
    narrow_f: dict[Face, float] = field(default_factory=dict)
    misread: set[Face] = field(default_factory=set)

    def face(self, font: int, slanted: bool, outlined: bool) -> Face:
        """The face of a font (by address) that the text matrix slants, or that is stroked as well as filled."""
        face = self.faces.get((font, slanted, outlined))
        if face is None:
            face = _face_of(font)
            face = face._replace(italic=face.italic or slanted, bold=face.bold or outlined)
            self.faces[font, slanted, outlined] = face
        return face

    def is_wide(self, face: Face, width: float) -> bool:
        """Whether an ``f`` of this width, in parts of the size, must be a ligature."""
        narrowest = self.narrow_f[face] = min(width, self.narrow_f.get(face, width))
        return width > WIDE * narrowest


def _face_of(font: int) -> Face:
    """The face of a PDFium font handle (0: none known)."""
    if not font:
        return Face("")
    handle = ctypes.cast(font, pdfium.FPDF_FONT)
    length = pdfium.FPDFFont_GetBaseFontName(handle, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFFont_GetBaseFontName(handle, buffer, length)
    name = buffer.value.decode("utf-8", "replace")
    return face_from(name, max(0, pdfium.FPDFFont_GetFlags(handle)), pdfium.FPDFFont_GetWeight(handle))


def page_glyphs(address: int, text_page: int, frame: Frame, fonts: Fonts) -> tuple[Glyphs, bool]:
    """Everything written on a page, and whether some characters are not what their glyphs show.

    ``address`` and ``text_page`` are the addresses of PDFium's page and its text page; ``fonts`` keeps what is known
    about the document's fonts.
    """
    page = _Page(address, text_page, frame, fonts)
    glyphs = run_together(page.items(), frame.width, frame.height)
    glyphs.turned = page.turned
    return glyphs, page.doubtful


class _Page:
    """A page while its glyphs are told."""

    def __init__(self, page: int, text_page: int, frame: Frame, fonts: Fonts) -> None:
        self.page = page
        self.address = text_page
        self.frame = frame
        self.fonts = fonts
        self.turned: list[Turned] = []
        self.doubtful = False

    def items(self) -> Iterator[Item]:
        """Glyph by glyph; a box is left, top, right, bottom, one after the other."""
        address, left = self.address, self.frame.left
        codes = calls.codes(address)
        objects = calls.text_objects(address, len(codes))
        boxes = calls.boxes(address, len(codes))
        boxes.append(math.nan)  # so that every box has a next one
        after_blanks = calls.after_blanks(self.page, objects)
        settings: dict[int | None, Setting] = {}
        parted = False
        box = begin = math.nan
        for i, code in enumerate(codes):
            text = CHARACTERS[code]
            if text == BLANK:
                inferred = code in LINE_ENDS or calls.is_generated(address, i)
                yield BLANK, boxes[4 * i] - left, boxes[4 * i + 2] - left, None, INFERRED if inferred else REAL
                parted = True
                continue
            if not text:
                if not calls.lacks_unicode(address, i):
                    continue
                text = UNKNOWN
            this = objects[i]
            setting = settings.get(this) if this else None
            if setting is None:
                setting = settings[this] = self._setting(i, this)
                if this in after_blanks:
                    yield BLANK, math.nan, math.nan, None, REAL
                    parted = True
            if setting.angle:
                self.turned.append(self._turned(i, text, setting, parted))
                yield "", 0.0, 0.0, None, 0
                parted = False
                continue
            if code in SYMBOLIC:
                text = symbol(setting.face.name, code) or text
            x0, x1 = boxes[4 * i], boxes[4 * i + 2]
            raised = code in SUPERSCRIPTS or (text in FIGURES and self._is_superior(i, setting))
            if text == "f" and x0 != boxes[4 * i - 4] and x0 != boxes[4 * i + 4]:
                self.doubtful |= self.fonts.is_wide(setting.face, (x1 - x0) / setting.em)
            elif text > LAST_PLAIN:
                self.doubtful |= self._is_doubtful(text, setting.face)
            if parted:  # a box has the overhang of a j; indents and gaps between words start at the origin
                box, x0, parted = x0, calls.origin(address, i)[0], False
                begin = x0
            elif x0 == box:  # the other letters of a ligature, which has one box
                x0 = begin
            yield text, x0 - left, x1 - left, setting, int(raised)

    def _is_doubtful(self, text: str, face: Face) -> bool:
        """Whether a sign may be another one than its font paints."""
        if text in MACINTOSH:
            self.fonts.misread.add(face)
        return is_private(text) or (text in MISREAD and face in self.fonts.misread)

    def _setting(self, index: int, text_object: int | None) -> Setting:
        """Size, face, baseline and angle of the text object of a glyph."""
        nominal = abs(calls.font_size(self.address, index))
        size, em, angle, slanted = measure(nominal, *calls.matrix(self.address, index))
        face = self.fonts.face(calls.font_of(text_object), slanted, calls.is_outlined(text_object))
        self.doubtful |= is_wordperfect(face.name)  # PDFium reads what stands on the keys
        baseline = self.frame.top - calls.origin(self.address, index)[1]
        pale = size >= LARGE and is_pale(*calls.fill_colour(self.address, index))
        return Setting(size, em, face, baseline, angle, pale)

    def _is_superior(self, index: int, setting: Setting) -> bool:
        """Whether a figure is painted above the baseline that it is set on."""
        bottom = self.frame.top - calls.ink_box(self.address, index)[1]
        return setting.baseline - bottom > FIGURE_RAISED * setting.size

    def _turned(self, index: int, text: str, setting: Setting, blank: bool) -> Turned:
        """A glyph of turned text."""
        frame, turn = self.frame, math.radians(setting.angle)
        left, bottom, right, top = calls.ink_box(self.address, index)
        x, y = calls.origin(self.address, index)
        box = BBox(left - frame.left, frame.top - top, right - frame.left, frame.top - bottom)
        offset = y * math.cos(turn) - x * math.sin(turn)
        return Turned(text, box, setting.angle, offset, blank, setting.size, setting.face)
