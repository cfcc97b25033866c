"""Enrichment: passes over a finished document that fill in what its words mean. They only add; no word changes."""

from __future__ import annotations

from collections.abc import Callable

from opinion_parser.diagnostics import Log
from opinion_parser.enrich.bylines import add_authors
from opinion_parser.enrich.caption import add_caption
from opinion_parser.enrich.counsel import add_counsel, add_last_legend
from opinion_parser.enrich.dates import add_dates
from opinion_parser.enrich.judges import add_judges
from opinion_parser.enrich.kinds import add_kind
from opinion_parser.enrich.signatures import add_signers
from opinion_parser.nodes import Document

__all__ = ["PASSES", "enrich"]

PASSES: tuple[Callable[[Document, Log], None], ...] = (
    add_signers,
    add_caption,
    add_authors,
    add_judges,
    add_dates,
    add_counsel,
    add_last_legend,
    add_kind,
)
"""In order: the caption's judges tell who of the signers is an author, and authors are judges where none is printed."""


def enrich(document: Document, log: Log) -> None:
    """Fill the interpreted fields of a document in place; ``log`` collects what is missing."""
    for add in PASSES:
        add(document, log)
