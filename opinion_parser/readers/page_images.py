"""Pictures of pages as PDFium draws them: a page of a PDF, and the words of a page that has no picture of its own.

They are only the ground on which something is shown; nothing is read off them.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable

import pypdfium2
import pypdfium2.raw as pdfium

from opinion_parser.readers import Raster
from opinion_parser.source import Page, Style, Word, label_text

__all__ = ["draw_page", "type_page"]


def draw_page(data: bytes, page: Page, scale: float) -> Raster | None:
    """A page of a PDF as its reader turned it, with ``scale`` pixels a point; None if it cannot be drawn."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return None
    try:
        drawn = document[page.number - 1]
        raster = _raster(drawn, scale, page.turn)
        drawn.close()
    except pypdfium2.PdfiumError:
        return None
    finally:
        document.close()
    return raster


FONTS = ("Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique")
"""The typewriter faces that every PDF program has, by bold and italic."""
ADVANCE = 0.6
"""Width of any of their characters in ems."""


def type_page(words: Iterable[Word], width: float, height: float, scale: float) -> Raster:
    """Words typed at their places on a white page of this size in points. Characters that Courier lacks are "?"."""
    document = pypdfium2.PdfDocument.new()
    try:
        page = document.new_page(width, height)
        fonts = [pdfium.FPDFText_LoadStandardFont(document.raw, name.encode("ascii")) for name in FONTS]
        for word in words:
            _type(document, page, fonts[word.style.bold + 2 * word.style.italic], word, height)
        pdfium.FPDFPage_GenerateContent(page.raw)
        raster = _raster(page, scale, 0)
        page.close()
    finally:
        document.close()
    return raster


def _type(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, font: object, word: Word, height: float) -> None:
    """Put one word on a page, as wide as its box."""
    size = _size(word.style, word.bbox.width / (ADVANCE * max(1, len(word.text))))
    text = label_text(word.text).encode("cp1252", "replace").decode("cp1252")
    letters = ctypes.create_string_buffer(text.encode("utf-16-le") + b"\0\0")
    drawn = pdfium.FPDFPageObj_CreateTextObj(document.raw, font, size)
    pdfium.FPDFText_SetText(drawn, ctypes.cast(letters, ctypes.POINTER(ctypes.c_ushort)))
    drop = 0.45 if word.style.superscript else 0.75
    baseline = word.bbox.top + drop * word.bbox.height
    pdfium.FPDFPageObj_Transform(drawn, 1, 0, 0, 1, word.bbox.x0, height - baseline)
    pdfium.FPDFPage_InsertObject(page.raw, drawn)


def _size(style: Style, fitting: float) -> float:
    """Raised characters are smaller; no word is wider than its box."""
    return 0.75 * fitting if style.superscript else fitting


def _raster(page: pypdfium2.PdfPage, scale: float, turn: int) -> Raster:
    """A page drawn on white, without padding at the ends of rows."""
    bitmap = page.render(scale=scale, rotation=turn, rev_byteorder=True)
    rows, used = bytes(bitmap.buffer), bitmap.width * bitmap.n_channels
    rgb = b"".join(rows[start : start + used] for start in range(0, bitmap.height * bitmap.stride, bitmap.stride))
    raster = Raster(bitmap.width, bitmap.height, rgb)
    bitmap.close()
    return raster
