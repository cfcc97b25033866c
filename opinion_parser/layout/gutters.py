"""Gutters: white space at one place of line after line, which parts the columns of a table without strokes.

    Docket No.    Year    Deficiency    Penalty
    19031-13      2008    $1,236,414    $247,282
    27735-13      2009     1,631,644     326,328
    Total deficiencies    $2,868,058

A line may run across a gutter that two others have if it has a figure behind another one; a line without any gap must
keep to its column. Whether what stands in the columns is a table is judged in layout/columned.py.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from opinion_parser.layout.furniture.apart import line_of, size_of
from opinion_parser.source import Line, Word

WIDE, NARROW = 1.4, 0.7
"""White space that opens a gutter, and that is enough where one is open, in sizes of type."""
FAR = 3.2
"""Distance of lines, in sizes of type, over which a run does not go on."""
HEAD_WORDS = 6
"""Words in one cell of a table's head, at most; a line of text is longer."""


class Gutter(NamedTuple):
    """White space from ``x0`` to ``x1``, in points; ``rows`` counts the lines that have words on both sides of it."""

    x0: float
    x1: float
    rows: int = 1


class Run(NamedTuple):
    """Lines from index ``start`` to before ``end`` that share these gutters."""

    start: int
    end: int
    gutters: list[Gutter]


Piece = tuple[int, list[Word]]
"""Words of a line that stand in one column, and the number of that column from 1."""

# ". . . . .", ".....": lead the eye over a gutter
_LEADER = re.compile(r"\.+|…+")
_LEADERS = 3
"""So many dots in a row are a leader; fewer end a sentence."""
# "Jan. 5, 2010"; "12.5 hours"
_DATE_OR_UNITS = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, \d{4}|\d[\d,.]* [a-z]+"
)
_DASHES = re.compile(r"[-–—−$ ]+")


def parted(line: Line) -> tuple[Line, Line | None]:
    """A line without its leaders, and the leaders as a line of their own, if it has any."""
    words = [piece for word in line.words for piece in split_at_dots(word)]
    dots = [bool(_LEADER.fullmatch(word.text)) for word in words]
    lead: list[int] = []
    for dotted, group in itertools.groupby(range(len(words)), key=dots.__getitem__):
        run = list(group)
        if dotted and sum(len(words[i].text) for i in run) >= _LEADERS:
            lead += run
    kept = [word for i, word in enumerate(words) if i not in lead]
    if not lead or not kept:
        return line, None
    return line_of(line, kept), line_of(line, [words[i] for i in lead])


def split_at_dots(word: Word) -> list[Word]:
    """The parts of a word that a leader is glued to ("fees......$5,000")."""
    pieces = [piece for piece in re.split(r"(\.{4,}|…{2,})", word.text) if piece]
    if len(pieces) < 2:
        return [word]
    step_x = word.bbox.width / len(word.text)
    starts = list(itertools.accumulate((step_x * len(piece) for piece in pieces), initial=word.bbox.x0))
    return [
        replace(word, text=piece, bbox=word.bbox._replace(x0=a, x1=b), glued=word.glued and i == 0)
        for i, (piece, (a, b)) in enumerate(zip(pieces, itertools.pairwise(starts), strict=True))
    ]


def text_of(words: Sequence[Word]) -> str:
    """Words with blanks between them."""
    return " ".join(word.text for word in words)


def is_figure(text: str) -> bool:
    """Whether a text is what stands in a column of figures: "$1,236,414", "19031-13", "2008", "---", "Jan. 5, 2010"."""
    counted = [c for c in text if c.isalnum()]
    if not counted:
        return bool(_DASHES.fullmatch(text))
    mostly_digits = 2 * sum(c.isdigit() for c in counted) >= len(counted) and not text[:3].isalpha()  # "sec. 6651(a)"
    return (mostly_digits and len(text.split()) <= 4) or bool(_DATE_OR_UNITS.fullmatch(text))


def gaps(line: Line, least: float) -> list[Gutter]:
    """The white space of at least ``least`` sizes between the words of a line."""
    between = zip(line.words, line.words[1:], strict=False)
    return [Gutter(a.bbox.x1, b.bbox.x0) for a, b in between if b.bbox.x0 - a.bbox.x1 >= least * size_of(line)]


def step(above: Line, below: Line) -> float:
    """The distance of two lines in sizes of type."""
    return (below.bbox.bottom - above.bbox.bottom) / size_of(below)


def find_run(lines: Sequence[Line], start: int, gutters: Sequence[Gutter] = ()) -> Run:
    """The lines from ``start`` downwards that share its gutters (or the given ones), and the head above them."""
    found = list(gutters) or gaps(lines[start], WIDE)
    end = start if gutters else start + 1
    while found and end < len(lines):
        near = end == start or step(lines[end - 1], lines[end]) < FAR
        kept = shared(found, lines[end]) if near else []
        if not kept:
            break
        found = kept
        end += 1
    while end > start and len(cut(lines[end - 1], found)) < 2:
        end -= 1
    while found and end > start and (height := head_above(lines, start, found)):
        start -= height
        found = shared(found, lines[start]) or found
    return Run(start, end, found)


def shared(gutters: Sequence[Gutter], line: Line) -> list[Gutter]:
    """The gutters of a run that goes on with ``line``; none where it does not go on."""
    free = [Gutter(-1e9, line.bbox.x0, 0), *gaps(line, NARROW), Gutter(line.bbox.x1, 1e9, 0)]
    kept: list[Gutter] = []
    crosses = False
    for gutter in gutters:
        common = max((overlap(gutter, gap) for gap in free), key=lambda both: both.x1 - both.x0)
        if common.x1 - common.x0 >= NARROW * size_of(line):
            kept.append(common)
        else:
            crosses = True
            kept += [gutter] if gutter.rows > 1 else []
    if crosses and not any(is_figure(text_of(words)) for _, words in cut(line, kept)[1:]):
        return []
    return kept


def overlap(a: Gutter, b: Gutter) -> Gutter:
    """What two stretches of white space have in common; its width is negative where that is nothing."""
    return Gutter(max(a.x0, b.x0), min(a.x1, b.x1), a.rows + b.rows)


def head_above(lines: Sequence[Line], start: int, gutters: Sequence[Gutter]) -> int:
    """How many lines above a run belong to it: one of its head, and a title of its first rows below that."""
    for i in (start - 1, start - 2):
        if i < 0 or step(lines[i], lines[i + 1]) >= FAR:
            return 0
        parts = cut(lines[i], gutters)
        if any(len(words) > HEAD_WORDS for _, words in parts):
            return 0
        if len(parts) > 1 or parts[0][0] > 1:
            return start - i
    return 0


def cut(line: Line, gutters: Sequence[Gutter]) -> list[Piece]:
    """The words of a line, cut at the gutters that no word of it crosses."""
    out: list[Piece] = []
    for word in line.words:
        column = 1 + sum(word.bbox.x0 >= gutter.x1 - 1 for gutter in gutters)
        before = out[-1][1][-1].bbox.x1 if out else 0.0
        if out and not any(before <= g.x0 + 1 and word.bbox.x0 >= g.x1 - 1 for g in gutters):
            out[-1][1].append(word)
        else:
            out.append((column, [word]))
    return out
