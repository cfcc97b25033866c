"""The reader of PDF with a text layer: glyphs and strokes of its pages as lines of words and rules.

The whole way of a page: an engine tells what is painted (pdf_engine), rows that share a baseline (pdf_rows), strokes
that underline words and those that do not (pdf_underlines), lines (pdf_lines). Where one engine cannot read a page, the
other is asked.
"""

from __future__ import annotations

import hashlib
from contextlib import closing
from functools import cached_property

from opinion_parser.diagnostics import Log
from opinion_parser.errors import InputError
from opinion_parser.readers.pdf_engine import Engine, PageError, Painted
from opinion_parser.readers.pdf_lines import lines_from, turned_lines
from opinion_parser.readers.pdf_rows import rows_of
from opinion_parser.readers.pdf_tables import drawn_tables
from opinion_parser.readers.pdf_underlines import underline
from opinion_parser.readers.pdfium_document import AGAIN, PdfiumDocument
from opinion_parser.source import Page, Source

__all__ = ["page_from", "read_pdf"]

LETTER = (612.0, 792.0)
"""Width and height in points of a page of which nothing is known."""
_WATERMARK = frozenset({"watermark"})


def read_pdf(data: bytes, name: str, log: Log, reader: str = "pdf") -> Source:
    """Read the text layer of a PDF with PDFium, or with pdfplumber if that is the ``reader``; ``name`` is for messages
    and the result.

    Encrypted, damaged and empty files raise InputError; pages that cannot be read, or have no text, are reported.
    """
    with closing(PdfiumDocument(data, name)) as pdfium:
        plumber = _Plumber(data, pdfium)
        engines: tuple[Engine, Engine] = (plumber, pdfium) if reader == "pdfplumber" else (pdfium, plumber)
        pages = [_page(engines, index, log) for index in range(len(pdfium))]
    if sum(entry.code == "page-unreadable" for entry in log.entries) == len(pages):
        raise InputError(f"{name}: no page of this PDF can be read; {AGAIN}")
    _report_replacements(pages, log)
    return Source(name, hashlib.sha256(data).hexdigest(), "application/pdf", reader, pages)


class _Plumber:
    """The engine pdfplumber, which takes its time to load, for when it is needed."""

    title = "pdfplumber"

    def __init__(self, data: bytes, pdfium: PdfiumDocument) -> None:
        self._data = data
        self._pdfium = pdfium

    @cached_property
    def _document(self) -> Engine:
        from opinion_parser.readers.pdfplumber_document import PlumberDocument

        return PlumberDocument(self._data, len(self._pdfium), self._pdfium.saved)

    def page(self, index: int) -> Painted:
        """A page, counted from 0; PageError if it cannot be read."""
        return self._document.page(index)


def _page(engines: tuple[Engine, Engine], index: int, log: Log) -> Page:
    """One page, from 0; one that cannot be read is reported and left empty."""
    first, second = engines
    number = index + 1
    painted = _painted(first, index)
    if painted is None or painted.doubtful or not painted.has_text:
        other = _painted(second, index)
        if other and (painted is None or other.has_text):
            if painted is None or not painted.has_text:
                why = "could not read" if painted is None else "found no text on"
                log.report("page-second-reader", f"{first.title} {why} the page; {second.title} read it", number)
            painted = other
    if painted is None:
        log.report("page-unreadable", "the page is damaged and was left out", number)
        return Page(number, *LETTER)
    page = page_from(painted, number)
    if not page.lines:
        what = "is a scan without a text layer" if page.is_scan else "has no text layer"
        log.report("page-without-text", f"the page {what}; run OCR on the file first", number)
    return page


def _painted(engine: Engine, index: int) -> Painted | None:
    """What is painted on a page, from 0; None if the engine cannot read it."""
    try:
        return engine.page(index)
    except PageError:
        return None


def page_from(painted: Painted, number: int) -> Page:
    """Lines and rules of what is painted on a page."""
    glyphs = painted.glyphs
    rows = rows_of(glyphs.pieces)
    rules = underline(rows, painted.strokes)
    lines = lines_from(rows, number)
    lines += lines_from(rows_of(glyphs.pale), number, len(lines) + 1, _WATERMARK)
    lines += turned_lines(glyphs.turned, number, len(lines) + 1)
    tables = drawn_tables(painted.strokes)
    size = painted.width, painted.height
    return Page(number, *size, lines, rules, turn=painted.turn, tables=tables, pictures=list(painted.pictures))


def _report_replacements(pages: list[Page], log: Log) -> None:
    """Say once where the file does not say what a glyph means."""
    lost = [(line.page, line.number) for page in pages for line in page.lines if "\ufffd" in line.text]
    if lost:
        log.report("replacement-characters", f"{len(lost)} lines have glyphs of unknown meaning (U+FFFD)", *lost[0])
