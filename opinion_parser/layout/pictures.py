"""Pictures of a page by what they are: a scan of the whole page, a seal, a signature, any other picture.

scan       covers most of the page (one picture, or strips of one)
seal       stands above the words of its page or above all running text: the court's arms, a letterhead
signature  lies, after running text, on or above a line of capitalised words: a name or an office
picture    any other: an exhibit shown in the text
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from opinion_parser.layout.tables import has_prose
from opinion_parser.source import BBox, Line, Page, Zone

SMALL = 8.0
"""Points: a picture that is smaller in one direction is an ornament."""
TOUCHING = 2.0
"""Points: pictures that are no farther apart are parts of one."""
HIGHEST, WIDEST = 110.0, 300.0
"""Points: a larger picture is no signature."""
ABOVE_NAME = 24.0
"""Points that may lie between a signature and the name below it."""
# "DAVID O. CARTER", "Jeanette Baird", "United States District Judge", "Deputy Clerk, Workers’ Compensation Board"
_NAME = re.compile(r"(?:Hon\. )?[A-Z][\w.’'-]*,?(?: (?:of |de |la |van |von )?[A-Z][\w.’'-]*,?){1,6}")


Kind = Literal["scan", "seal", "signature", "picture"]


class PagePicture(NamedTuple):
    """A picture of the page with this number, its kind, and its box in points."""

    page: int
    kind: Kind
    bbox: BBox


def find_pictures(pages: Iterable[Page]) -> list[PagePicture]:
    """The pictures of all pages, from the top of each down."""
    out: list[PagePicture] = []
    running = False
    for page in pages:
        if page.is_scan:
            out.append(PagePicture(page.number, "scan", around(page.pictures)))
            continue
        for box in sorted(joined(page.pictures), key=lambda b: (b.top, b.x0)):
            if min(box.width, box.height) >= SMALL:
                out.append(PagePicture(page.number, kind_of(box, page, running), box))
        running = running or has_prose(page.lines)
    return out


def kind_of(box: BBox, page: Page, running: bool) -> Kind:
    """What a picture is that does not cover its page; ``running``: running text stands on a page before."""
    text = [line for line in page.lines if line.zone is not Zone.FURNITURE and line.words]
    above = [line for line in text if line.bbox.top <= box.bottom - SMALL]
    if box.height < HIGHEST and text and not (above and (running or has_prose(above))):
        return "seal"
    return "signature" if is_signature(box, text) else "picture"


def is_signature(box: BBox, lines: Iterable[Line]) -> bool:
    """Whether a picture lies on or above a name or an office, and is not larger than people sign."""
    if box.height > HIGHEST or box.width > WIDEST or box.height > box.width:
        return False
    return any(
        box.top < line.bbox.bottom
        and line.bbox.top - box.bottom < ABOVE_NAME
        and min(line.bbox.x1, box.x1) > max(line.bbox.x0, box.x0)
        and _NAME.fullmatch(line.text)
        for line in lines
    )


def around(boxes: Sequence[BBox]) -> BBox:
    """The box around some boxes."""
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return BBox(min(x0s), min(tops), max(x1s), max(bottoms))


def joined(boxes: Iterable[BBox]) -> list[BBox]:
    """Boxes with those joined that overlap or touch: a picture may be painted in parts."""
    out: list[BBox] = []
    for box in boxes:
        near = [other for other in out if touch(box, other)]
        out = [other for other in out if not any(other is one for one in near)]
        out.append(around([box, *near]))
    return out


def touch(a: BBox, b: BBox) -> bool:
    """Whether two boxes overlap or nearly do."""
    across = min(a.x1, b.x1) - max(a.x0, b.x0) > -TOUCHING
    return across and min(a.bottom, b.bottom) - max(a.top, b.top) > -TOUCHING
