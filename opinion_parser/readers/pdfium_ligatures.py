"""Ligatures that a font's own table of characters gets wrong, put right from the names of its glyphs.

The preliminary prints of the U. S. Reports read ``Defning`` and ``frst``: their fonts name a glyph ``fi`` but map it to
``f``. PDFium does not tell the code of a glyph, so pages with an ``f`` as wide as two letters are walked through once
more with pdfminer, which knows the names. That is slow, and seldom needed: the module is imported on demand.
"""

from __future__ import annotations

import io
import logging
from bisect import bisect_left

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.utils import Matrix

from opinion_parser.readers.pdf_characters import LIGATURES
from opinion_parser.readers.pdf_glyphs import Frame, Piece

__all__ = ["GlyphNames", "restore_ligatures"]

NEAR = 0.6
"""Points by which two programs may place a glyph differently."""

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # its remarks on odd files would go to standard error


class _Device(PDFTextDevice):
    """Notes where glyphs named as ligatures are painted: x, y and letters."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.found: list[tuple[float, float, str]] = []

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        """Take note of one glyph; returns its advance."""
        name = getattr(font, "cid2unicode", {}).get(cid, "")
        if len(name) == 1 and ord(name) in LIGATURES:
            self.found.append((matrix[4], matrix[5], LIGATURES[ord(name)]))
        return font.char_width(cid) * fontsize * scaling


class GlyphNames:
    """The ligatures of a document by the names of their glyphs."""

    def __init__(self, data: bytes) -> None:
        self._pages = list(PDFPage.create_pages(PDFDocument(PDFParser(io.BytesIO(data)))))

    def ligatures(self, index: int) -> list[tuple[float, float, str]]:
        """Place in PDF coordinates, and letters, of each ligature on a page (counted from 0)."""
        page = self._pages[index]
        manager = PDFResourceManager()
        device = _Device(manager)
        PDFPageInterpreter(manager, device).process_page(page)
        left, bottom = page.mediabox[:2]
        return [(x + left, y + bottom, letters) for x, y, letters in device.found]


def restore_ligatures(pieces: list[Piece], ligatures: list[tuple[float, float, str]], frame: Frame) -> None:
    """Put the letters of ligatures in the place of the one character that was read there."""
    ordered = sorted(pieces, key=lambda piece: piece.baseline)
    heights = [piece.baseline for piece in ordered]
    for x, y, letters in ligatures:
        x, y = x - frame.left, frame.top - y
        for piece in ordered[bisect_left(heights, y - NEAR) : bisect_left(heights, y + NEAR)]:
            if piece.x0 - NEAR <= x <= piece.x1:
                _replace(piece, x, letters)


def _replace(piece: Piece, x: float, letters: str) -> None:
    """Spell out the ligature at ``x``, unless it is: then its letters start together."""
    at = min(range(len(piece.starts)), key=lambda i: abs(piece.starts[i] - x))
    start = piece.starts[at]
    spelt_out = sum(abs(other - start) < 0.1 for other in piece.starts) > 1
    if abs(start - x) > NEAR or spelt_out:
        return
    piece.text = piece.text[:at] + letters + piece.text[at + 1 :]
    piece.starts[at : at + 1] = [start] * len(letters)
