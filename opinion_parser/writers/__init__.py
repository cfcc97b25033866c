"""Writers: from a :class:`~opinion_parser.nodes.Document` to the bytes of a file; the table, and how one is found."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from opinion_parser.errors import UsageError

if TYPE_CHECKING:
    from opinion_parser.nodes import Document

__all__ = ["WRITERS", "Writer", "WriterOptions", "find", "write"]


class WriterOptions(NamedTuple):
    """What may be asked of a writer; each says in its own documentation which of these it knows.

    ``date`` is the day of the conversion (no writer looks at a clock); ``page_marks`` sets comments where pages begin.
    """

    date: datetime.date | None = None
    page_marks: bool = False


class Writer(NamedTuple):
    """A format: what it is, how its files end, and the function that writes it. Writers read documents only."""

    description: str
    suffix: str
    write: Callable[[Document, WriterOptions], bytes]


def _akn(document: Document, options: WriterOptions) -> bytes:
    from opinion_parser.writers.akn import write_akn  # loads lxml

    return write_akn(document, options)


def _json(document: Document, options: WriterOptions) -> bytes:
    from opinion_parser.writers.json import write_json

    return write_json(document, options)


def _markdown(document: Document, options: WriterOptions) -> bytes:
    from opinion_parser.writers.markdown import write_markdown

    return write_markdown(document, options)


WRITERS: dict[str, Writer] = {
    "akn": Writer("Akoma Ntoso 3.0 XML", ".xml", _akn),
    "json": Writer("the document as JSON, as opinion.schema.json describes it", ".json", _json),
    "markdown": Writer("Markdown to read", ".md", _markdown),
}


def find(to: str) -> Writer:
    """The writer of that name; UsageError, which lists the names there are, for another."""
    if to not in WRITERS:
        raise UsageError(f"unknown format {to!r}; formats are: {', '.join(WRITERS)}")
    return WRITERS[to]


def write(document: Document, to: str, options: WriterOptions = WriterOptions()) -> bytes:  # noqa: B008 (immutable)
    """The bytes of a document in the format named ``to``; UsageError for an unknown one."""
    return find(to).write(document, options)
