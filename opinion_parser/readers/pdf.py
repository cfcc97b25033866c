"""The reader of PDF with a text layer: PDFium's glyphs and strokes as lines of words and rules.

The whole way of a page: glyphs in bulk (pdf_glyphs), rows that share a baseline (pdf_lines), strokes that underline
words and those that do not (pdf_rules), lines. PDFium objects live no longer than the call.
"""

from __future__ import annotations

import hashlib

import pypdfium2
import pypdfium2.raw as pdfium

from opinion_parser.diagnostics import Log
from opinion_parser.errors import InputError
from opinion_parser.readers.pdf_calls import address_of
from opinion_parser.readers.pdf_glyphs import Faces, Frame, page_glyphs
from opinion_parser.readers.pdf_lines import lines_from, turned_lines
from opinion_parser.readers.pdf_rows import rows_of
from opinion_parser.readers.pdf_rules import page_strokes
from opinion_parser.readers.pdf_underlines import underline
from opinion_parser.source import Page, Source

__all__ = ["read_pdf"]


def read_pdf(data: bytes, name: str, log: Log) -> Source:
    """Read the text layer of a PDF; ``name`` is for messages and the result.

    Encrypted, damaged and empty files raise InputError; pages that cannot be read, or have no text, are reported.
    """
    document = _open(data, name)
    try:
        faces: Faces = {}
        pages = [_page(document, index, faces, log) for index in range(len(document))]
    finally:
        document.close()
    return Source(name, hashlib.sha256(data).hexdigest(), "application/pdf", "pdf", pages)


def _open(data: bytes, name: str) -> pypdfium2.PdfDocument:
    """The document, or InputError with what is wrong."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = getattr(error, "err_code", None)
        if reason == pdfium.FPDF_ERR_PASSWORD:
            raise InputError(f"{name}: this PDF asks for a password; save a copy without one") from None
        if reason == pdfium.FPDF_ERR_SECURITY:
            raise InputError(f"{name}: this PDF is encrypted in an unknown way; save a plain copy") from None
        raise InputError(f"{name}: this PDF is damaged or cut off; get it again from where it came") from None
    if not len(document):
        document.close()
        raise InputError(f"{name}: this PDF has no pages; get it again from where it came")
    return document


def _page(document: pypdfium2.PdfDocument, index: int, faces: Faces, log: Log) -> Page:
    """One page; one that cannot be loaded is reported and left empty."""
    number = index + 1
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        log.report("page-unreadable", "the page is damaged and was left out", number)
        return Page(number, 612.0, 792.0)
    try:
        frame = Frame(*page.get_bbox())
        text_page = page.get_textpage()
        try:
            glyphs = page_glyphs(address_of(text_page), frame, faces)
        finally:
            text_page.close()
        rows = rows_of(glyphs.pieces)
        rules = underline(rows, page_strokes(page.raw, frame))
    finally:
        page.close()
    lines = lines_from(rows, number)
    lines += turned_lines(glyphs.turned, number, len(lines) + 1)
    if not lines:
        log.report("page-without-text", "the page has no text layer; run OCR on the file first", number)
    return Page(number, frame.width, frame.height, lines, rules)
