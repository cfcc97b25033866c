"""The engine PDFium (through pypdfium2): fast, and forgiving with damaged files; its objects live as long as a call.

It also judges what is wrong with a file that nothing can be read from.
"""

from __future__ import annotations

import io
import re

import pypdfium2
import pypdfium2.raw as pdfium

from opinion_parser.errors import InputError
from opinion_parser.readers.pdf_engine import PageError, Painted, common_turn, upright
from opinion_parser.readers.pdf_glyphs import Frame, Glyphs
from opinion_parser.readers.pdf_rules import seen_in, strokes_from
from opinion_parser.readers.pdfium_calls import address_of
from opinion_parser.readers.pdfium_glyphs import Fonts, page_glyphs
from opinion_parser.readers.pdfium_strokes import drawings

__all__ = ["AGAIN", "PdfiumDocument"]

AGAIN = "get it again from where it came"
_WRONG = {
    pdfium.FPDF_ERR_PASSWORD: "asks for a password; save a copy without one",
    pdfium.FPDF_ERR_SECURITY: "is encrypted in an unknown way; save a plain copy",
}
"""What is wrong with a file, and what to do, by PDFium's error code."""


class PdfiumDocument:
    """A document that PDFium has open; what is known about its fonts grows from page to page."""

    title = "PDFium"

    def __init__(self, data: bytes, name: str) -> None:
        """Open a file; InputError, beginning with ``name``, says what is wrong with one that cannot be opened."""
        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            raise InputError(f"{name}: this PDF {_what_is_wrong(data)}") from None
        self._fonts = Fonts()

    def __len__(self) -> int:
        return len(self._document)

    def close(self) -> None:
        """Free what PDFium holds."""
        self._document.close()

    def page(self, index: int) -> Painted:
        """A page, counted from 0, upright; PageError if PDFium cannot load it or its text."""
        try:
            page = self._document[index]
        except pypdfium2.PdfiumError as error:
            raise PageError(str(error)) from None
        try:
            page = self._upright(page, index, page.get_rotation())
            frame, glyphs, doubtful = self._glyphs(page)
            turn = common_turn(glyphs)
            if turn:
                page = self._upright(page, index, turn)
                frame, glyphs, doubtful = self._glyphs(page)
            thin, pictures = drawings(page.raw)
            strokes, seen = strokes_from(thin, frame), seen_in(frame, pictures)
            return Painted(frame.width, frame.height, glyphs, strokes, turn, seen, doubtful)
        except (pypdfium2.PdfiumError, ValueError, ArithmeticError) as error:  # the last two: numbers beyond measure
            raise PageError(str(error)) from None
        finally:
            page.close()

    def _glyphs(self, page: pypdfium2.PdfPage) -> tuple[Frame, Glyphs, bool]:
        """The visible part of a page, what is written on it, and whether that is doubtful."""
        frame = Frame(*page.get_bbox())
        text_page = page.get_textpage()
        try:
            return frame, *page_glyphs(address_of(page), address_of(text_page), frame, self._fonts)
        finally:
            text_page.close()

    def _upright(self, page: pypdfium2.PdfPage, index: int, turn: int) -> pypdfium2.PdfPage:
        """The page with its contents turned clockwise by a multiple of 90 degrees, as a viewer shows it.

        PDFium measures glyphs before the page's rotation and knows the width only of those that run to the right.
        """
        if not turn:
            return page
        matrix, *size = upright(Frame(*page.get_bbox()), turn)
        pdfium.FPDFPage_TransFormWithClip(page.raw, pdfium.FS_MATRIX(*matrix), None)
        page.set_rotation(0)
        page.set_mediabox(0, 0, *size)
        page.set_cropbox(0, 0, *size)
        page.close()  # takes effect when the page is loaded again
        return self._document[index]

    def saved(self) -> bytes:
        """The file as PDFium writes it, with a sound table of its objects."""
        buffer = io.BytesIO()
        self._document.save(buffer)
        return buffer.getvalue()


def _what_is_wrong(data: bytes) -> str:
    """Why PDFium does not open a file. A file without pages sets no error code, which leaves the code of the file
    before: so the code is first set to that of a damaged file.
    """
    for attempt in (b"%PDF-", data):
        pdfium.FPDF_LoadMemDocument64(attempt, len(attempt), None)
    if re.search(rb"/Count\s+0\b", data):
        return f"has no pages; {AGAIN}"
    return _WRONG.get(pdfium.FPDF_GetLastError(), f"is damaged or cut off; {AGAIN}")
