"""Who signed each writing, as what, and when."""

from __future__ import annotations

from opinion_parser import nodes
from opinion_parser.diagnostics import Log
from opinion_parser.enrich.names import reading_name
from opinion_parser.enrich.reading_names import reading_words
from opinion_parser.parsing.closing import read_closing

__all__ = ["add_signers"]


def add_signers(document: nodes.Document, log: Log) -> None:
    """Fill each signature's date, signers (names and offices in reading form) and marks from its lines."""
    for opinion in document.opinions:
        signature = opinion.signature
        if signature is None:
            continue
        closing = read_closing(signature.lines)
        signature.date = closing.date
        signature.signers = [nodes.Signer(reading_name(s.name), reading_words(s.role)) for s in closing.signers]
        signature.marks = [nodes.Mark(s.line, s.start, s.end, s.kind, s.signer) for s in closing.spans]
