"""The reader of PDF with a text layer: PDFium's glyphs and strokes as lines of words and rules.

The whole way of a page: glyphs in bulk (pdf_glyphs), rows that share a baseline (pdf_lines), strokes that underline
words and those that do not (pdf_rules), lines. PDFium objects live no longer than the call.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from opinion_parser.diagnostics import Log
from opinion_parser.errors import InputError
from opinion_parser.readers.pdf_calls import address_of
from opinion_parser.readers.pdf_glyphs import Fonts, Frame, Glyphs, Turned, page_glyphs
from opinion_parser.readers.pdf_lines import lines_from, turned_lines
from opinion_parser.readers.pdf_rows import rows_of
from opinion_parser.readers.pdf_rules import page_strokes
from opinion_parser.readers.pdf_underlines import underline
from opinion_parser.source import Page, Source

if TYPE_CHECKING:
    from opinion_parser.readers.pdf_ligatures import GlyphNames

__all__ = ["read_pdf"]


def read_pdf(data: bytes, name: str, log: Log) -> Source:
    """Read the text layer of a PDF; ``name`` is for messages and the result.

    Encrypted, damaged and empty files raise InputError; pages that cannot be read, or have no text, are reported.
    """
    document = _open(data, name)
    try:
        reading = _Reading(document, data, log)
        pages = [reading.page(index) for index in range(len(document))]
    finally:
        document.close()
    if reading.unreadable == len(pages):
        raise InputError(f"{name}: no page of this PDF can be read; {_AGAIN}")
    _report_replacements(pages, log)
    return Source(name, hashlib.sha256(data).hexdigest(), "application/pdf", "pdf", pages)


def _open(data: bytes, name: str) -> pypdfium2.PdfDocument:
    """The document, or InputError with what is wrong."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        raise InputError(f"{name}: this PDF {_what_is_wrong(data)}") from None


_AGAIN = "get it again from where it came"
_WRONG = {
    pdfium.FPDF_ERR_PASSWORD: "asks for a password; save a copy without one",
    pdfium.FPDF_ERR_SECURITY: "is encrypted in an unknown way; save a plain copy",
}
"""What is wrong with a file, and what to do, by PDFium's error code."""


def _what_is_wrong(data: bytes) -> str:
    """Why PDFium does not open a file. A file without pages sets no error code, which leaves the code of the file
    before: so the code is first set to that of a damaged file.
    """
    for attempt in (b"%PDF-", data):
        pdfium.FPDF_LoadMemDocument64(attempt, len(attempt), None)
    if re.search(rb"/Count\s+0\b", data):
        return f"has no pages; {_AGAIN}"
    return _WRONG.get(pdfium.FPDF_GetLastError(), f"is damaged or cut off; {_AGAIN}")


class _Reading:
    """One document while it is read: what is known about its fonts grows from page to page."""

    def __init__(self, document: pypdfium2.PdfDocument, data: bytes, log: Log) -> None:
        self.document = document
        self.data = data
        self.log = log
        self.fonts = Fonts()
        self.names: GlyphNames | None = None
        self.unreadable = 0

    def page(self, index: int) -> Page:
        """One page, from 0; one that cannot be loaded is reported and left empty."""
        number = index + 1
        try:
            page = self.document[index]
        except pypdfium2.PdfiumError:
            self.unreadable += 1
            self.log.report("page-unreadable", "the page is damaged and was left out", number)
            return Page(number, *LETTER)
        try:
            page = self._upright(page, index, page.get_rotation())
            frame, glyphs = self._glyphs(page)
            turn = _common_turn(glyphs)
            if turn:
                page = self._upright(page, index, turn)
                frame, glyphs = self._glyphs(page)
            if glyphs.doubtful:
                self._restore(index, glyphs, frame)
            rows = rows_of(glyphs.pieces)
            rules = underline(rows, page_strokes(page.raw, frame))
        finally:
            page.close()
        lines = lines_from(rows, number)
        lines += lines_from(rows_of(glyphs.pale), number, len(lines) + 1, frozenset({"watermark"}))
        lines += turned_lines(glyphs.turned, number, len(lines) + 1)
        if not lines:
            self.log.report("page-without-text", "the page has no text layer; run OCR on the file first", number)
        return Page(number, frame.width, frame.height, lines, rules)

    def _glyphs(self, page: pypdfium2.PdfPage) -> tuple[Frame, Glyphs]:
        """What is written on a page, and its visible part."""
        frame = Frame(*page.get_bbox())
        text_page = page.get_textpage()
        try:
            return frame, page_glyphs(address_of(text_page), frame, self.fonts)
        finally:
            text_page.close()

    def _upright(self, page: pypdfium2.PdfPage, index: int, turn: int) -> pypdfium2.PdfPage:
        """The page with its contents turned clockwise by a multiple of 90 degrees, as a viewer shows it.

        PDFium measures glyphs before the page's rotation and knows the width only of those that run to the right.
        """
        if not turn:
            return page
        left, bottom, right, top = page.get_bbox()
        matrix = {
            90: (0, -1, 1, 0, -bottom, right),
            180: (-1, 0, 0, -1, right, top),
            270: (0, 1, -1, 0, top, -left),
        }[turn]
        size = (right - left, top - bottom) if turn == 180 else (top - bottom, right - left)
        pdfium.FPDFPage_TransFormWithClip(page.raw, pdfium.FS_MATRIX(*matrix), None)
        page.set_rotation(0)
        page.set_mediabox(0, 0, *size)
        page.set_cropbox(0, 0, *size)
        page.close()  # takes effect when the page is loaded again
        return self.document[index]

    def _restore(self, index: int, glyphs: Glyphs, frame: Frame) -> None:
        """Look up glyphs that are not the characters they say, as well as can be."""
        from opinion_parser.readers.pdf_ligatures import GlyphNames, restore_ligatures  # slow, and seldom needed

        if self.names is None:
            self.names = GlyphNames(self.data)
        restore_ligatures(glyphs.pieces, self.names.ligatures(index), frame)


SIDEWAYS = 100
"""So many characters make a page that lies on its side; fewer are a stamp in the margin of a scan."""
LETTER = (612.0, 792.0)
"""Width and height in points of a page of which nothing is known."""


def _common_turn(glyphs: Glyphs) -> int:
    """By how much to turn a page clockwise whose text mostly runs up, down or backwards (a table across the sheet)."""
    upright = sum(len(piece.text) for piece in glyphs.pieces)
    turns = Counter(turn for turn in map(_quarter_turn, glyphs.turned) if turn)
    turn, count = max(turns.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    return turn if count > max(upright, SIDEWAYS) else 0


def _quarter_turn(glyph: Turned) -> int:
    """90, 180 or 270 for a glyph that runs so, else 0."""
    turn = round(glyph.angle / 90) * 90
    return turn % 360 if abs(glyph.angle - turn) <= 2 else 0


def _report_replacements(pages: list[Page], log: Log) -> None:
    """Say once where the file does not say what a glyph means."""
    lost = [(line.page, line.number) for page in pages for line in page.lines if "\ufffd" in line.text]
    if lost:
        log.report("replacement-characters", f"{len(lost)} lines have glyphs of unknown meaning (U+FFFD)", *lost[0])
