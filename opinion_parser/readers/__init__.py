"""Readers: from the bytes of a file to a :class:`~opinion_parser.source.Source`; the table, and how one is chosen.

The modules, by the beginning of their names:

- ``text``: plain text and OCR Markdown.
- ``pdf``: PDF. ``pdf_engine`` is what a program that knows the format has to tell of a page: glyphs and strokes.
  All other ``pdf_*`` modules make lines and rules of that, whichever program it was; ``pdf`` goes the whole way.
- ``pdfium`` and ``pdfplumber``: the two programs, each behind its ``_document`` module.
- ``page``: pictures of pages, to draw on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from opinion_parser.diagnostics import Log
from opinion_parser.errors import InputError, UsageError
from opinion_parser.source import Page, Source, Word

__all__ = ["PDF_READERS", "READERS", "Raster", "Reader", "detect", "picture_of", "read"]


class Reader(NamedTuple):
    """A kind of source: what it is, and the function that reads its bytes (name and log follow)."""

    description: str
    read: Callable[[bytes, str, Log], Source]


def _pdf(data: bytes, name: str, log: Log) -> Source:
    from opinion_parser.readers.pdf import read_pdf  # loads PDFium

    return read_pdf(data, name, log)


def _pdfplumber(data: bytes, name: str, log: Log) -> Source:
    from opinion_parser.readers.pdf import read_pdf

    return read_pdf(data, name, log, "pdfplumber")


def _text(data: bytes, name: str, log: Log) -> Source:
    from opinion_parser.readers.text import read_text  # loads Lark

    return read_text(data, name, log)


READERS: dict[str, Reader] = {
    "pdf": Reader("PDF with a text layer", _pdf),
    "pdfplumber": Reader("the same, read with pdfplumber instead of PDFium", _pdfplumber),
    "text": Reader("plain text or OCR Markdown; form feeds end pages", _text),
}

PDF_READERS = {"pdfium": "pdf", "pdfplumber": "pdfplumber"}
"""The readers of PDF by the program that they are built on; the first is the one to use unless told otherwise."""

_SAVE_AS = "save it as PDF or plain text"
_OTHER_KINDS: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "a Word or other zipped document", _SAVE_AS),
    (b"\xd0\xcf\x11\xe0", "an old Word document", _SAVE_AS),
    (b"\xffWPC", "a WordPerfect document", _SAVE_AS),
    (b"{\\rtf", "an RTF document", _SAVE_AS),
    (b"%!PS", "PostScript", _SAVE_AS),
    (b"\x89PNG", "a PNG image", "run OCR on it first"),
    (b"\xff\xd8\xff", "a JPEG image", "run OCR on it first"),
    (b"GIF8", "a GIF image", "run OCR on it first"),
    (b"II*\x00", "a TIFF image", "run OCR on it first"),
    (b"MM\x00*", "a TIFF image", "run OCR on it first"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it first"),
)
"""First bytes of files that people have at hand, what they are, and what to do."""


def detect(data: bytes, name: str) -> str:
    """The name of the reader for these bytes, judged by content; InputError for what none of them reads."""
    head = data[:1024]
    if b"%PDF-" in head:
        return "pdf"
    for magic, kind, advice in _OTHER_KINDS:
        if data.startswith(magic):
            raise InputError(f"{name}: this is {kind}, which cannot be read; {advice}")
    if name.lower().endswith(".pdf"):
        raise InputError(f"{name}: this is no PDF although its name says so (no %PDF- at its start)")
    return "text"


def read(data: bytes, name: str, log: Log, pdf_reader: str = "pdfium") -> Source:
    """Read a file's bytes with the reader that :func:`detect` finds, a PDF with the one named in :data:`PDF_READERS`.

    UsageError for another name, whatever the file is.
    """
    if pdf_reader not in PDF_READERS:
        raise UsageError(f"unknown reader of PDF {pdf_reader!r}; there are: {', '.join(PDF_READERS)}")
    chosen = detect(data, name)
    if chosen == "pdf":
        chosen = PDF_READERS[pdf_reader]
    return READERS[chosen].read(data, name, log)


class Raster(NamedTuple):
    """A picture: its size in pixels, and red, green and blue of each, row by row."""

    width: int
    height: int
    rgb: bytes


def picture_of(
    data: bytes, source: Source, page: Page, words: Iterable[Word], width: float, height: float, scale: float
) -> Raster:
    """A page of the file that ``source`` was read from, as it looks, with ``scale`` pixels a point.

    Where the file has no such picture, the words are typed at their places on white paper of that size in points.
    """
    from opinion_parser.readers.page_images import draw_page, type_page  # loads PDFium

    drawn = draw_page(data, page, scale) if source.media_type == "application/pdf" else None
    return drawn or type_page(words, width, height, scale)
