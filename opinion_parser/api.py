"""The library's front door: the whole way of a document, and each stage of it.

    readers.read -> Source -> layout.lay_out -> Layout -> parsing -> Tree -> assembly -> Document -> enrich -> writers

Every function takes a path or the bytes of a file and may be called alone; ``log`` collects diagnostics.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from opinion_parser.diagnostics import Log
from opinion_parser.errors import UsageError
from opinion_parser.inputs import one_line, read_file
from opinion_parser.writers import WRITERS, WriterOptions, find

if TYPE_CHECKING:
    from opinion_parser.layout import Layout
    from opinion_parser.nodes import Document
    from opinion_parser.parsing.tree import Tree
    from opinion_parser.source import Source

__all__ = [
    "FORMATS",
    "convert",
    "from_json",
    "lay_out_source",
    "parse",
    "parse_source",
    "read_source",
    "to_json",
    "tree_of",
    "write",
]

FORMATS = tuple(WRITERS)
"""The formats that :func:`convert` makes unless told otherwise."""

Readable = str | os.PathLike[str] | bytes
"""A path, or the bytes of a file."""


def read_source(
    source: Readable, *, name: str | None = None, log: Log | None = None, pdf_reader: str = "pdfium"
) -> Source:
    """Pages of lines of a file. ``name`` is how messages and the result call it (by default the path's last part);
    ``pdf_reader`` reads a PDF: ``pdfium`` or ``pdfplumber``.

    InputError where the file cannot be read or is no source that any reader knows, UsageError for an unknown reader.
    """
    from opinion_parser.readers import read

    if isinstance(source, bytes):
        return read(source, one_line(name or "document"), log or Log(), pdf_reader)
    path = Path(source)
    return read(read_file(path), one_line(name or path.name), log or Log(), pdf_reader)


def lay_out_source(source: Source) -> Layout:
    """Label the lines of a source, in place: zones, furniture, caption columns, facts."""
    from opinion_parser.layout import lay_out

    return lay_out(source)


def tree_of(layout: Layout) -> Tree:
    """The parse trees of the body and the notes."""
    from opinion_parser.parsing.document import parse_lines

    return parse_lines(layout.body, layout.notes)


def parse_source(source: Source, log: Log | None = None) -> Document:
    """The document of a source that was read."""
    from opinion_parser.assembly import assemble
    from opinion_parser.enrich import enrich

    log = log or Log()
    layout = lay_out_source(source)
    document = assemble(layout, tree_of(layout), source, log)
    enrich(document, log)
    document.diagnostics = list(log.entries)
    return document


def parse(source: Readable, *, name: str | None = None, pdf_reader: str = "pdfium") -> Document:
    """Read a file (a path or its bytes) into a document; what was noticed on the way is in ``diagnostics``.

    InputError where the file cannot be read, UsageError for an unknown ``pdf_reader``. A file that can be read is
    always parsed.
    """
    log = Log()
    return parse_source(read_source(source, name=name, log=log, pdf_reader=pdf_reader), log)


def write(document: Document, to: str, *, day: date | None = None, page_marks: bool = False) -> bytes:
    """A document in one format (``akn``, ``json``, ``markdown``). ``day`` is the date of the conversion.

    UsageError for an unknown format.
    """
    return find(to).write(document, WriterOptions(day or build_date(), page_marks))


def convert(
    source: Readable,
    formats: Iterable[str] = FORMATS,
    *,
    name: str | None = None,
    day: date | None = None,
    page_marks: bool = False,
    pdf_reader: str = "pdfium",
) -> dict[str, bytes]:
    """Read a file and write it in every format of ``formats``: the bytes by format name.

    InputError where the file cannot be read, UsageError for an unknown format or reader (before anything is read).
    """
    wanted = tuple(formats)
    for to in wanted:
        find(to)
    document = parse(source, name=name, pdf_reader=pdf_reader)
    return {to: write(document, to, day=day, page_marks=page_marks) for to in wanted}


def to_json(document: Document) -> bytes:
    """The JSON of a document, as ``convert`` writes it (schema: ``opinion-parser schema json``)."""
    return write(document, "json")


def from_json(data: bytes) -> Document:
    """The document that :func:`to_json` wrote, equal in every field; InputError says where other JSON is wrong."""
    from opinion_parser.writers.json import read_json

    return read_json(data)


def build_date() -> date | None:
    """The day that SOURCE_DATE_EPOCH names (https://reproducible-builds.org/specs/source-date-epoch/), else None.

    UsageError where its value is no number of seconds.
    """
    value = os.environ.get("SOURCE_DATE_EPOCH")
    if not value:
        return None
    try:
        return datetime.fromtimestamp(int(value), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise UsageError(f"SOURCE_DATE_EPOCH is {value!r}, which is no number of seconds") from None
