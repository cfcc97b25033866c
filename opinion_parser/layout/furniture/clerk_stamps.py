"""The stamp of the clerk's office beside the caption: "FILED", the day, the court, the clerk's name.

A stamp is a block of its own: its lines are short, stand close below one another, and are set about one axis (or
keep to one edge) that is not the caption's. It is found by the word that it opens with or bears in large letters,
and grows from there up and down; it is a stamp if it tells a day or names the clerk. The words may be read as the
ends of caption lines, so lines are taken apart at gaps first. "Filed: January 19, 2021" is a caption's line and no
stamp.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from opinion_parser.layout.furniture.apart import LINE_SIZE, line_of, segments, set_apart, take_out
from opinion_parser.layout.measure import body_lines
from opinion_parser.source import BBox, Line, Page, Word

HIGH = 0.55
"""Share of the page's height above which the clerk sets a stamp."""
LONGEST = 11
"""Lines of one stamp."""
AXIS = 15.0
"""Points by which the middles of its lines may be off."""
EDGE = 3.0
"""Points by which their beginnings may be off, where it is set flush."""
STEP = 2.5
"""Sizes of type from the top of one of its lines to the top of the next: a blank line may part them."""

# "FILED", "FILED ON", "Filed on", "E-FILED", "ENDORSED FILED", "FILED BY CLERK", "RECEIVED", "Electronically Filed"
_ANCHOR = re.compile(
    r"(?:ENDORSED )?(?:ELECTRONICALLY )?(?:E-?)?(?:FILED|RECEIVED|LODGED|ENTERED)(?: (?:&|AND) ENTERED)?"
    r"(?: ON(?: DOCKET)?| BY CLERK| IN)?"
    r"|FILE|Filed [Oo]n|Electronically (?:Filed|FILED)"
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
# "Sep 13, 2019", "FEB 05 2010", "3/9/2010", "08 July, 2030", "2020 Aug-05", "2026 APR 23", "05-FEB-2016"; an
# hour may follow
_DAY = (
    rf"(?:{_MONTH} ?\d{{1,2}}\b,? ?\d{{4}}|\d{{1,2}}[/.-](?:\d{{1,2}}|{_MONTH})[/.-]\d{{2,4}}"
    rf"|\d{{1,2}} {_MONTH},? \d{{4}}|\d{{4}} {_MONTH}[- ]\d{{1,2}})\b.{{0,20}}"
)
_DATE = re.compile(_DAY, re.IGNORECASE)
# "FILED JUN 12 2020", "FILED October 5, 2015"
_DATED_ANCHOR = re.compile(rf"(?:FILED|RECEIVED) (?i:{_DAY})")
_OFFICE = re.compile(r"\b(?:courts?|circuit|district|division|office|board|state|commission|appeals)\b", re.IGNORECASE)
# "CLERK'S OFFICE U.S. DIST. COURT" / "AT ROANOKE, VA" / "FILED"
_SEAT = re.compile(r"AT [A-Z][A-Z. ]+, [A-Z]{2}")
# "Lyle W. Cayce" / "Clerk", "ACTING CLERK", "MOLLY C. DWYER, CLERK"
_CLERK = re.compile(r"\bclerk\b", re.IGNORECASE)
_NAMED_CLERK = re.compile(r"(?:[A-Z][A-Z.'’-]*,? ){2,5}CLERK")
# lines of a caption, which no stamp has: "v.", "No. 08-14991", "Plaintiff-Appellant,", "[PUBLISH]"
_CAPTION = re.compile(
    r"v\.?|vs\.?|versus|[\[(].*|.*\bNos?\. ?\S*\d.*|.*(?:Plaintiff|Defendant|Appell|Petitioner|Respondent).*"
    r"|.*\b(?:OPINION|ORDER|JUDGMENT|MEMORANDUM)\b.*|.*,"
)
# "Filed 7/3/25", "Filed 7/3/25  Conservatorship of Jane R. CA2/2", "Filed 8/4/21 by Clerk of Supreme Court": the first
# words of the page, with no more than the short title or the office
_OPENING = re.compile(r"Filed \d{1,2}/\d{1,2}/\d{2,4}(?: .{0,80})?")


class Piece(NamedTuple):
    """Words of a line that stand by themselves."""

    line: Line
    words: list[Word]
    box: BBox

    @property
    def text(self) -> str:
        """The words with blanks between."""
        return " ".join(word.text for word in self.words)

    @property
    def size(self) -> float:
        """The size of its type."""
        return max(LINE_SIZE, self.words[0].style.size)

    @property
    def axis(self) -> float:
        """Its middle."""
        return (self.box.x0 + self.box.x1) / 2


def label_clerk_stamps(page: Page) -> None:
    """Set apart the clerk's stamps of a first page."""
    lines = body_lines(page)
    if lines and _OPENING.fullmatch(lines[0].text):
        set_apart(lines[0], "clerk-stamp")
    pieces = [piece for line in body_lines(page) if line.bbox.top < HIGH * page.height for piece in pieces_of(line)]
    for anchor in pieces:
        filed = _ANCHOR.fullmatch(anchor.text) or _DATED_ANCHOR.fullmatch(anchor.text)
        if anchor.line.furniture or not (filed or _NAMED_CLERK.fullmatch(anchor.text)):
            continue
        stamp = grow(anchor, pieces, anchor.box.x0 > 0.5 * page.width)
        dated = any(_DATE.search(piece.text) for piece in stamp)
        if dated or (filed and any(_CLERK.search(piece.text) for piece in stamp)):
            for piece in stamp:
                take_out(page, piece.line, piece.words, "clerk-stamp")


def pieces_of(line: Line) -> list[Piece]:
    """A line's words in groups parted by white space."""
    return [Piece(line, words, line_of(line, words).bbox) for words in segments(line)]


def grow(anchor: Piece, pieces: Sequence[Piece], beside: bool) -> list[Piece]:
    """The stamp around its surest line, from the top down.

    Below the clerk's name comes at most the court's, unless the stamp stands ``beside`` the caption: "FILED" /
    "08/12/2025" / "Sara Roe" / "CLERK OF THE SUPREME COURT" / "STATE OF MONTANA" / "Case Number: DA 23-0430".
    """
    above: list[Piece] = []
    while (piece := neighbour([anchor, *above], pieces, -1)) and belongs(piece, above[-1] if above else anchor):
        above.append(piece)
    stamp = [*reversed(above), anchor]
    signed = _CLERK.search(anchor.text) is not None
    while len(stamp) < LONGEST and (piece := neighbour(stamp, pieces, 1)):
        named = any(_OFFICE.search(other.text) for other in stamp)
        over = signed and not beside and (named or not _OFFICE.search(piece.text))
        if over or _CAPTION.fullmatch(piece.text) or piece.size > 1.3 * anchor.size:
            break
        stamp.append(piece)
        signed = signed or _CLERK.search(piece.text) is not None
    return stamp


def belongs(piece: Piece, below: Piece) -> bool:
    """Whether a line above the surest one is of the stamp: the court in smaller type, or over a clerk the day."""
    if _CLERK.search(below.text):
        return _DATE.fullmatch(piece.text) is not None
    return piece.size <= below.size and (_OFFICE.search(piece.text) or _SEAT.fullmatch(piece.text)) is not None


def neighbour(stamp: Sequence[Piece], pieces: Sequence[Piece], way: int) -> Piece | None:
    """The next line above (``way`` -1) or below (1) a stamp's last one that keeps to its axis or edge."""
    last = stamp[-1]
    near = [
        (way * (piece.box.top - last.box.top), i, piece)
        for i, piece in enumerate(pieces)
        if not piece.line.furniture and aligned(piece, stamp[0])
    ]
    near = [one for one in near if 0.4 * last.size < one[0] <= STEP * max(last.size, one[2].size)]
    return min(near)[2] if near else None


def aligned(piece: Piece, first: Piece) -> bool:
    """Whether a line is set about the axis of another, or flush with it on either side."""
    flush = min(abs(piece.box.x0 - first.box.x0), abs(piece.box.x1 - first.box.x1)) <= EDGE
    return abs(piece.axis - first.axis) <= AXIS or flush
