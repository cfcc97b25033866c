"""Appendices as attachments: documents of their own, each with an identity that continues the judgment's."""

from __future__ import annotations

import datetime

from lxml.etree import _Element

from opinion_parser.nodes import Document
from opinion_parser.writers.akn.blocks import BlockWriter
from opinion_parser.writers.akn.closing import appendices_of
from opinion_parser.writers.akn.marks import Marks
from opinion_parser.writers.akn.meta import write_identification
from opinion_parser.writers.akn.xml import child

__all__ = ["write_attachments"]


def write_attachments(
    parent: _Element, document: Document, marks: Marks, writer: BlockWriter, day: datetime.date
) -> None:
    """Append ``attachments`` if the document has appendices."""
    _, appendices = appendices_of(document)
    if not appendices:
        return
    made = child(parent, "attachments")
    for number, blocks in enumerate(appendices, 1):
        doc = child(child(made, "attachment"), "doc", {"name": "appendix"})
        write_identification(child(doc, "meta"), f"appendix_{number}", marks, marks.court(), day)
        writer.parts(child(doc, "mainBody"), blocks)
