"""Folios: page numbers that stand alone at the head or foot of a page.

A number alone may as well be the heading of a section ("4"), the end of a citation ("1934).") or a footnote's label.
It is the page's number where it is written as one ("- 3 -", "Page 2 of 9"), where the numbers count the pages on
(restarting with each part of a paper), or where it stands in the place of other pages' numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from opinion_parser.layout.furniture.apart import set_apart
from opinion_parser.layout.measure import body_lines
from opinion_parser.layout.numerals import value_of
from opinion_parser.source import COLUMN, Line, Page, note_label

NEAR_PAGES = 3
"""Numbers count on from a page to another where no more than so many pages lie between."""
SAME_PLACE = 9.0
"""Points by which folios of different pages may be off."""
APART = 1.5
"""Sizes of type from the top of the last line of text to that of a number at the foot of a page."""

# "- 3 -", "-3-", "– 3 –", "~ 3 ~", "-2-      527491" (the paper's number beside it), "Page 2 of 9", "Page 7",
# "2 of 16", "Pg. 3": written as page numbers
EXPLICIT = re.compile(
    r"[-–—~] ?(?P<a>\d{1,4}|[ivxl]{1,6}) ?[-–—~](?: \d{3,6})?"
    r"|[-–—(\[]? ?(?:Page|PAGE|Pg\.|P\.) ?(?P<b>\d{1,4})(?: ?(?:of|OF|/) ?\d{1,4})? ?[-–—)\]]?"
    r"|[-–—(\[]? ?(?P<c>\d{1,4}) ?(?:of|OF) ?\d{1,4} ?[-–—)\]]?"
)
# "3", "iii", "[3]", "3."
BARE = re.compile(r"[\[(]?(?P<a>\d{1,4}|[ivxl]{1,6})[\])]?\.?")


class Candidate(NamedTuple):
    """The outermost line at the head or foot of a page, which may be the page's number."""

    page: Page
    line: Line
    value: int
    explicit: bool
    foot: bool
    apart: bool


def label_folios(pages: Sequence[Page]) -> None:
    """Set apart the page numbers that are the outermost lines of their pages."""
    found = [candidate for page in pages for candidate in candidates(page)]
    for one in found:
        if one.explicit or one.apart or counts_on(one, found) or in_place(one, found) or of_the_file(one):
            set_apart(one.line, "folio")


def label_inner_folios(pages: Sequence[Page]) -> None:
    """Set apart the page numbers that stand within running heads or feet, where they count the pages on.

    What stands there may as well be a heading ("4"), so that its place and its form are no evidence.
    """
    found = [candidate for page in pages for candidate in candidates(page)]
    for one in found:
        if counts_on(one, found):
            set_apart(one.line, "folio")


def candidates(page: Page) -> list[Candidate]:
    """The numbers at the edges of one page."""
    lines = sorted(body_lines(page), key=lambda line: line.bbox.top)
    out: list[Candidate] = []
    for foot, edge in ((True, lines[::-1][:2]), (False, lines[:2])):
        if not edge or (out and out[0].line is edge[0]):
            continue
        line = edge[0]
        explicit = EXPLICIT.fullmatch(line.text)
        match = explicit or BARE.fullmatch(line.text)
        value = number(next(g for g in match.groups() if g)) if match else None
        if value is not None and note_label(line.words[0]) is None:
            step = line.bbox.top - edge[-1].bbox.top
            apart = foot and step > APART * max(line.size, edge[-1].size) and not line.text.endswith(".")
            out.append(Candidate(page, line, value, explicit is not None, foot, apart))
    return out


def number(text: str) -> int | None:
    """The value of figures or of a small roman numeral."""
    return int(text) if text.isdecimal() else roman(text)


def roman(text: str) -> int | None:
    """The value of a roman numeral in small letters below 90 ("xiv"), None for other words ("ill")."""
    if not re.fullmatch(r"(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})", text):
        return None
    return value_of(text) or None


def counts_on(one: Candidate, found: Sequence[Candidate]) -> bool:
    """Whether a neighbouring page has, at the same edge, the number that counting gives it."""
    for other in found:
        apart = other.page.number - one.page.number
        if 0 < abs(apart) <= NEAR_PAGES and other.value - one.value == apart and other.foot == one.foot:
            return True
    return False


def in_place(one: Candidate, found: Sequence[Candidate]) -> bool:
    """Whether a number stands where another page has its own: a part with its own count may be a single page."""
    if one.line.text.endswith("."):
        return False
    return any(other.page is not one.page and other.foot == one.foot and same_place(one, other) for other in found)


def same_place(one: Candidate, other: Candidate) -> bool:
    """Whether two numbers stand at one height and on one axis; typed pages differ in length."""
    a, b = one.line.bbox, other.line.bbox
    off = abs((a.x0 + a.x1) - (b.x0 + b.x1)) / 2
    if not one.page.measured:
        return off <= 2 * COLUMN
    down = abs(one.page.height - a.bottom - (other.page.height - b.bottom)) if one.foot else abs(a.top - b.top)
    return off <= SAME_PLACE and down <= SAME_PLACE


def of_the_file(one: Candidate) -> bool:
    """Whether a number is that of the page in the file: the only folio of a short paper."""
    return one.value == one.page.number and not one.line.text.endswith(".")
