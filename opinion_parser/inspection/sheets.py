"""What one picture shows: a page, or so many rows of a text that has no page ends."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from opinion_parser.source import COLUMN, ROW, BBox, Line, Page, Word

ROWS = 66
"""Rows of text that a sheet of typewriting paper has."""
COLUMNS = 110
"""Columns of text that a picture shows at most; a paragraph on one long line is cut off there."""


class Sheet(NamedTuple):
    """A page, or the part of it from ``top`` down; sizes in points. ``title`` says which, for people."""

    page: Page
    top: float
    width: float
    height: float
    title: str

    @property
    def lines(self) -> list[Line]:
        """The lines whose middle is on the sheet."""
        middle = {id(line): (line.bbox.top + line.bbox.bottom) / 2 for line in self.page.lines}
        whole = self.top == 0 and self.height >= self.page.height
        return [line for line in self.page.lines if whole or self.top <= middle[id(line)] < self.top + self.height]

    @property
    def words(self) -> list[Word]:
        """Their words, at their places on the sheet."""
        return [replace(word, bbox=self.moved(word.bbox)) for line in self.lines for word in line.words]

    def moved(self, box: BBox) -> BBox:
        """A box of the page, from the top of the sheet."""
        return box._replace(top=box.top - self.top, bottom=box.bottom - self.top)


def sheets_of(pages: Sequence[Page], paginated: bool) -> list[Sheet]:
    """The sheets of a document: its pages, or of a text without page ends a sheet for every :data:`ROWS` rows."""
    if paginated:
        return [Sheet(page, 0.0, _width(page), page.height, f"page {page.number} of {len(pages)}") for page in pages]
    sheets: list[Sheet] = []
    for page in pages:
        rows = round(page.height / ROW)
        count = max(1, math.ceil(rows / ROWS))
        for i in range(count):
            first, last = i * ROWS, min(rows, (i + 1) * ROWS)
            title = f"sheet {i + 1} of {count}, lines {first + 1} to {last}"
            sheets.append(Sheet(page, first * ROW, _width(page), (last - first) * ROW, title))
    return sheets


def _width(page: Page) -> float:
    """The width to show: typed lines may run over the edge of their page."""
    if page.measured:
        return page.width
    longest = max((line.bbox.x1 for line in page.lines), default=0.0)
    return max(page.width, min(longest, COLUMNS * COLUMN))
