"""The reader of PDF with a text layer: glyphs and strokes of its pages as lines of words and rules.

The whole way of a page: an engine tells what is painted (pdf_engine), rows that share a baseline (pdf_rows), strokes
that underline words and those that do not (pdf_underlines), lines (pdf_lines).
"""

from __future__ import annotations

import hashlib
from contextlib import closing

from opinion_parser.diagnostics import Log
from opinion_parser.errors import InputError
from opinion_parser.readers.pdf_engine import Engine, PageError, Painted
from opinion_parser.readers.pdf_lines import lines_from, turned_lines
from opinion_parser.readers.pdf_rows import rows_of
from opinion_parser.readers.pdf_tables import drawn_tables
from opinion_parser.readers.pdf_underlines import underline
from opinion_parser.readers.pdfium_document import AGAIN, PdfiumDocument
from opinion_parser.source import Page, Source

__all__ = ["read_pdf"]

LETTER = (612.0, 792.0)
"""Width and height in points of a page of which nothing is known."""
_WATERMARK = frozenset({"watermark"})


def read_pdf(data: bytes, name: str, log: Log) -> Source:
    """Read the text layer of a PDF; ``name`` is for messages and the result.

    Encrypted, damaged and empty files raise InputError; pages that cannot be read, or have no text, are reported.
    """
    with closing(PdfiumDocument(data, name)) as document:
        pages = [_page(document, index, log) for index in range(len(document))]
    unreadable = sum(entry.code == "page-unreadable" for entry in log.entries)
    if unreadable == len(pages):
        raise InputError(f"{name}: no page of this PDF can be read; {AGAIN}")
    _report_replacements(pages, log)
    return Source(name, hashlib.sha256(data).hexdigest(), "application/pdf", "pdf", pages)


def _page(engine: Engine, index: int, log: Log) -> Page:
    """One page, from 0; one that cannot be read is reported and left empty."""
    number = index + 1
    try:
        painted = engine.page(index)
    except PageError:
        log.report("page-unreadable", "the page is damaged and was left out", number)
        return Page(number, *LETTER)
    page = _lined(painted, number)
    if not page.lines:
        what = "is a scan without a text layer" if page.is_scan else "has no text layer"
        log.report("page-without-text", f"the page {what}; run OCR on the file first", number)
    return page


def _lined(painted: Painted, number: int) -> Page:
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
