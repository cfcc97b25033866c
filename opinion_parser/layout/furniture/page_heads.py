"""A form's head of several lines, which every page bears as the first one does.

    UNITED STATES DISTRICT COURT
    CENTRAL DISTRICT OF CALIFORNIA
    CIVIL MINUTES – GENERAL
    Case No.  CV 30-01188-MGR (AFMx)          Date  November 25, 2030
    Title     Brightwater Marina, Inc. v. Tolliver Fuel Dock LLC, et al.

On the first page it is the caption. That a caption stands once more over a separate writing is no matter of every page.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from opinion_parser.layout.furniture.apart import set_apart
from opinion_parser.layout.measure import body_lines
from opinion_parser.source import Line, Page

LEAST = 3
"""Lines of such a head, at least; shorter ones are running heads (running_heads.py)."""
REACH = 16
"""Lines of the first page among which the head's are looked for."""
SAME_HEIGHT = 2.0
"""Points by which a line of the head may move from page to page."""


def label_page_heads(pages: Sequence[Page]) -> None:
    """Set apart, on all pages but the first, the lines of a head that stand on every page."""
    if len(pages) < 2 or not pages[0].measured:
        return
    first = body_lines(pages[0])[:REACH]
    again = [
        list(itertools.takewhile(lambda line: any(same(line, other) for other in first), body_lines(page)))
        for page in pages[1:]
    ]
    height = min(len(lines) for lines in again)
    if height < LEAST:
        return
    for lines in again:
        for line in lines[:height]:
            set_apart(line, "running-head")


def same(line: Line, other: Line) -> bool:
    """Whether two lines of different pages say the same at the same height."""
    return line.text == other.text and abs(line.bbox.top - other.bbox.top) <= SAME_HEIGHT
