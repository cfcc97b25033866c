"""Furniture: words of a page that are not the document's. They are labelled and kept, never removed.

Each kind is found by what is most its own: stamps by their wording, the clerk's stamp by its place beside the caption,
folios by counting, running heads by coming again at one place. Stamps go first, for they are printed over the page and
lie outside its heads and folios.
"""

from __future__ import annotations

from collections.abc import Sequence

from opinion_parser.layout.furniture.apart import set_apart
from opinion_parser.layout.furniture.clerk_stamps import label_clerk_stamps
from opinion_parser.layout.furniture.filing_stamps import label_filing_stamps
from opinion_parser.layout.furniture.folios import label_folios, label_inner_folios
from opinion_parser.layout.furniture.legends import label_continuations, label_legends
from opinion_parser.layout.furniture.line_numbers import strip_line_numbers
from opinion_parser.layout.furniture.note_anchors import part_note_anchors
from opinion_parser.layout.furniture.page_heads import label_page_heads
from opinion_parser.layout.furniture.running_heads import label_running_heads
from opinion_parser.layout.furniture.seals import label_seals
from opinion_parser.layout.furniture.short_titles import label_short_title
from opinion_parser.layout.furniture.star_pages import part_star_pages
from opinion_parser.layout.furniture.typed_rules import label_typed_rules
from opinion_parser.layout.measure import body_lines
from opinion_parser.source import Page

__all__ = ["label_furniture", "label_typed_rules", "set_apart", "strip_line_numbers"]


def label_furniture(pages: Sequence[Page]) -> None:
    """Give the zone FURNITURE, with its kind, to what is no part of the document's text."""
    for page in pages:
        part_star_pages(page)
        part_note_anchors(page)
        for line in body_lines(page):
            if line.facts & {"rotated", "watermark"}:  # the reader's word for text across or over the page
                set_apart(line, "watermark")
        label_filing_stamps(page)
        label_continuations(page)
    for page in pages[:1]:
        label_seals(page)
        label_clerk_stamps(page)
        label_legends(page)
        label_short_title(page)
    label_folios(pages)
    label_page_heads(pages)
    label_running_heads(pages)
    label_inner_folios(pages)
