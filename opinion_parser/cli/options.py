"""Options that several commands have."""

from __future__ import annotations

import click

from opinion_parser.readers import PDF_READERS

__all__ = ["pdf_reader_option"]

pdf_reader_option = click.option(
    "--pdf-reader",
    type=click.Choice(tuple(PDF_READERS)),
    default=next(iter(PDF_READERS)),
    show_default=True,
    help="The program that reads PDF. Both give the same lines; pdfplumber is slower.",
)
