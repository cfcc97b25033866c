"""Columns of a caption that nothing draws, and whose right-hand cells keep no edge of their own.

Centred cells, and cells that a text layer has moved by a blank, start at several places; all the same no word of the
rows stands in the white space between the columns:

    MARY ROE,                      Civil Action No. 25-13004
         Plaintiff,
    v.                                     OPINION
    JOHN DOE, et al.,                   October 23, 2025

Names with their roles flush right ("Mary Roe,        Appellant") have such white space too. So one row must have a
role or a versus on the left, and one a number or the paper's title on the right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from opinion_parser.layout.furniture.apart import size_of
from opinion_parser.layout.gutters import text_of
from opinion_parser.source import Line

__all__ = ["open_gutter"]

WIDE = 2.2
"""White space that parts cells, in sizes of type."""
EDGE = 6.0
"""Points before the first right-hand cell at which the columns part."""
FAR = 4.5
"""Distance of rows, in sizes of type, over which the columns do not go on."""

_SIDE = re.compile(
    r"(?:Plaintiff|Defendant|Petitioner|Respondent|Appell(?:ant|ee)|Claimant|Debtor|Movant|Relator"
    r"|Recurrid[oa]|Peticionari[oa]|Apela(?:nte|d[oa])|Demanda(?:nte|d[oa]))s?\b|^-?vs?\.?-?(?:$| Record\b)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^[\[(]?(?:[A-Z][A-Za-z]+ ){0,3}(?:No|NO|Number|NUMBER)s?\b[.:]* ?\S*\d"
    r"|^\d?:?\d\d-(?:[a-z]{2,3}|[A-Z]{2,3})-\d"
    r"|^[A-Z]{1,4}-?\d{4}-?[A-Z]{0,4}\d{3,}$|^Opinion (?:Delivered|Filed)|^(?:HONORABLE|Hon\.) "
)
_TITLED = re.compile(
    r"^(?:[A-Z]+ ){0,2}(?:ORDERS?|OPINION|MEMORANDUM|DECISION|JUDGMENT|RULING|REPORT AND|FINDINGS)\b(?! OF THE COURT)"
)


_COURT = re.compile(r"\b(?:COURT|DISTRICT|DIVISION|Court|District|Division|PUBLI[A-Z]+)\b")


class Gap(NamedTuple):
    """The white space of a row between its cells, in points, and what stands on either side."""

    x0: float
    x1: float
    left: str
    right: str
    line: Line


def open_gutter(lines: Sequence[Line]) -> tuple[float, float, float] | None:
    """The x that parts the columns of a caption's lines, and the top and foot of the rows; None without columns."""
    rows = [gap for line in lines if (gap := widest(line)) is not None]
    best: list[Gap] = []
    for row in rows:
        x = row.x1 - EDGE
        sharing = [other for other in rows if other.x0 < x < other.x1]
        if len(sharing) > len(best):
            best = sharing
    if not best:
        return interleaved(lines)
    x = min(row.x1 for row in best) - EDGE
    alone = beside([line for line in lines if line.bbox.x0 > x], [row.line for row in best])
    titles = [*(row.right for row in best), *(line.text for line in alone)]
    named = any(map(is_right_hand, titles))
    if len(best) + len(alone) < 2 or not named or not any(_SIDE.search(row.left) for row in best):
        return interleaved(lines)
    boxes = [*(row.line.bbox for row in best), *(line.bbox for line in alone)]
    top, foot = min(box.top for box in boxes) - 2, max(box.bottom for box in boxes) + 2
    if crossed(lines, x, top, foot):
        return None
    return x, names_above(lines, [row.line for row in best], x, top), foot


def interleaved(lines: Sequence[Line]) -> tuple[float, float, float] | None:
    """The same for columns whose cells stand on rows of their own, the right-hand ones flush.

    "JANE ROE," / "              MOTION DATE 06/03/2031" / "    Plaintiff," / "              DECISION AND ORDER"
    """
    middle = (min(line.bbox.x0 for line in lines) + max(line.bbox.x1 for line in lines)) / 2 if lines else 0.0
    for edge in sorted({line.bbox.x0 for line in lines if line.bbox.x0 > middle}, reverse=True):
        right = [line for line in lines if abs(line.bbox.x0 - edge) < EDGE]
        top, foot = right[0].bbox.top - 2, right[-1].bbox.bottom + 2
        left = [line for line in lines if top < line.bbox.top < foot and line.bbox.x1 < edge - EDGE]
        sides = [line for line in left if _SIDE.match(line.text)]
        named = len(right) > 1 and any(is_right_hand(line.text) for line in right)
        if named and sides and not crossed(lines, edge - EDGE, top, foot):
            return edge - EDGE, names_above(lines, left, edge - EDGE, top), foot
    return None


def is_right_hand(text: str) -> bool:
    """Whether words are what stands in the right column: a number, the paper's title."""
    return _NUMBERED.match(text) is not None or _TITLED.match(text) is not None


def crossed(lines: Sequence[Line], x: float, top: float, foot: float) -> bool:
    """Whether a word of the lines between ``top`` and ``foot`` stands across ``x``."""
    between = [line for line in lines if top < line.bbox.top < foot]
    return any(word.bbox.x0 < x < word.bbox.x1 for line in between for word in line.words)


def names_above(lines: Sequence[Line], rows: Sequence[Line], x: float, top: float) -> float:
    """The top of the left-hand cells, which may begin above the first row ("MARY ANNE ROE" over "DOE,")."""
    edge = min(row.bbox.x0 for row in rows)
    for line in reversed(lines):
        if line.bbox.top < top and top - line.bbox.bottom < FAR * size_of(line):
            if line.bbox.x0 > edge + EDGE or line.bbox.x1 > x or _COURT.search(line.text):
                break
            top = line.bbox.top - 2
    return top


def widest(line: Line) -> Gap | None:
    """The widest white space of a row, if it parts cells."""
    gaps = [(b.bbox.x0 - a.bbox.x1, i) for i, (a, b) in enumerate(zip(line.words, line.words[1:], strict=False), 1)]
    width, at = max(gaps, default=(0.0, 0))
    if width <= WIDE * size_of(line):
        return None
    left, right = line.words[:at], line.words[at:]
    return Gap(left[-1].bbox.x1, right[0].bbox.x0, text_of(left), text_of(right), line)


def beside(alone: Sequence[Line], rows: Sequence[Line]) -> list[Line]:
    """Those lines of the right column alone that stand near a row with both cells, or near each other."""
    near, found = list(rows), list[Line]()
    for line in sorted(alone, key=lambda line: min(abs(line.bbox.top - row.bbox.top) for row in rows)):
        if any(abs(line.bbox.top - other.bbox.top) < FAR * size_of(line) for other in near):
            near.append(line)
            found.append(line)
    return found
