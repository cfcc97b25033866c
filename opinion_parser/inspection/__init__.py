"""Pictures of pages with what layout and grammar found drawn on them, for people who ask why a line became what it did.

    Layout + tokens of lines -> plan (plain values) -> drawing (Pillow) -> PNG
"""

from __future__ import annotations

from opinion_parser.inspection.drawing import draw
from opinion_parser.inspection.plan import plan_sheet
from opinion_parser.inspection.sheets import Sheet, sheets_of
from opinion_parser.inspection.tokens import Tokens, tokens_of
from opinion_parser.layout import Layout
from opinion_parser.readers import picture_of
from opinion_parser.source import Source

__all__ = ["Sheet", "Tokens", "picture", "sheets_of", "tokens_of"]

LARGEST = 2400.0
"""Pixels that a page is at most wide or high in its picture."""
SCALE = 1.6
"""Pixels a point, where the page is not too large for it: text of 12 points is 19 pixels high."""


def picture(data: bytes, source: Source, layout: Layout, tokens: Tokens, sheet: Sheet) -> bytes:
    """The PNG of one sheet of a document whose bytes are ``data``."""
    scale = min(SCALE, LARGEST / max(sheet.width, sheet.height, 1.0))
    plan = plan_sheet(sheet, layout.measures[sheet.page.number], tokens)
    ground = picture_of(data, source, sheet.page, sheet.words, sheet.width, sheet.height, scale)
    return draw(plan, ground, scale, (source.name, sheet.title, f"reader: {source.reader}"))
