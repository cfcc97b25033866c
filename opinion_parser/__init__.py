"""US court opinions from PDF or OCR text to Akoma Ntoso, JSON and Markdown.

    >>> import opinion_parser
    >>> document = opinion_parser.parse("opinion.pdf")
    >>> outputs = opinion_parser.convert("opinion.pdf", formats=("akn", "markdown"))
"""

from __future__ import annotations

from opinion_parser.api import FORMATS, convert, from_json, parse, read_source, to_json, write
from opinion_parser.errors import InputError, OpinionParserError, OutputError, UsageError
from opinion_parser.version import __version__

__all__ = [
    "FORMATS",
    "InputError",
    "OpinionParserError",
    "OutputError",
    "UsageError",
    "__version__",
    "convert",
    "from_json",
    "parse",
    "read_source",
    "to_json",
    "write",
]
