"""What is painted on a page of a PDF, as every engine tells it: glyphs, run together to pieces of one style.

An engine (pdfium_*, pdfplumber_*) walks through the page in the order of the file and yields an :data:`Item` for each
upright glyph and each blank; all that follows is the same for all of them. Coordinates are points from the top left
corner of the visible part of the page.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from opinion_parser.readers.pdf_faces import Face
from opinion_parser.source import BBox

__all__ = [
    "INFERRED",
    "LARGE",
    "REAL",
    "Frame",
    "Glyphs",
    "Item",
    "Piece",
    "Setting",
    "Turned",
    "blank_between",
    "is_pale",
    "measure",
    "run_together",
]

LEVEL = 2
"""Degrees by which a line of a skewed scan may lean and still be upright text."""
SLANT = 0.12
"""A text matrix that leans this much draws an upright font as italic."""
LARGE = 14.0
"""Points: smaller text is no watermark, however grey."""
PALE, WHITE = 150, 250
"""Of 255: the opacity below which, and the colour from which on, text is a watermark, and where white begins."""
TOUCHING = 0.13
"""White space up to this part of the size is letter-spacing, unless the file has a blank there."""
INFERRED, REAL = 1, 2
"""A blank that the engine inferred from a gap, and one that the file has."""


class Frame(NamedTuple):
    """The visible part of a page in PDF coordinates, which grow upwards."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right, in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom, in points."""
        return self.top - self.bottom


class Setting(NamedTuple):
    """What one text operator gives to all its glyphs; ``em`` is the size across, which may be stretched."""

    size: float
    em: float
    face: Face
    baseline: float
    angle: int
    pale: bool


Item = tuple[str, float, float, Setting | None, int]
"""A glyph: text, left and right edge, setting, 1 if it is a superior figure. White space: a blank, edges, None,
:data:`INFERRED` or :data:`REAL`. No text: something else stands here, what follows is apart from what was before.

A plain tuple, as a page has thousands. All glyphs of one text operator have the same setting object. The left edge of
the first glyph after a blank is its origin, without ink that overhangs.
"""


@dataclass(slots=True)
class Piece:
    """Glyphs of one style that follow each other without a gap, in points from the top left corner of the frame.

    ``before`` and ``after`` say which white space stands there: 0 none, :data:`INFERRED`, :data:`REAL`.
    ``starts`` has the left edge of each character; ``order`` is the place in the file.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    face: Face
    before: int = 0
    after: int = 0
    order: int = 0
    starts: list[float] = field(default_factory=list)
    superscript: bool = False
    small_caps: bool = False
    underline: bool = False


def blank_between(a: Piece, b: Piece) -> int:
    """The white space between neighbours of a row: 0, :data:`INFERRED` or :data:`REAL`.

    An engine infers a blank between what the file paints one after the other, which need not be neighbours.
    """
    found = max(a.after, b.before)
    return found if found == REAL or 0 <= b.order - a.order <= 1 else 0


class Turned(NamedTuple):
    """A glyph that does not run from left to right: its direction in degrees, the distance of its baseline from the
    page's origin, and whether white space stands before it.
    """

    text: str
    bbox: BBox
    angle: int
    offset: float
    blank: bool
    size: float
    face: Face


@dataclass(slots=True)
class Glyphs:
    """What is written on a page, in the order of the file: pieces of upright text, of pale text across the page
    ("Page Proof Pending Publication"), and turned glyphs.
    """

    pieces: list[Piece] = field(default_factory=list)
    pale: list[Piece] = field(default_factory=list)
    turned: list[Turned] = field(default_factory=list)


def measure(nominal: float, a: float, b: float, c: float, d: float) -> tuple[float, float, int, bool]:
    """Size, size across, direction in degrees and slant that a matrix gives to type of a nominal size."""
    angle = round(math.degrees(math.atan2(b, a))) if b or a < 0 else 0
    if abs(angle) <= LEVEL:
        angle = 0
    across = nominal * math.hypot(a, b)
    size = across if angle else nominal * abs(d)
    return size, across, angle, not angle and abs(c) > SLANT * abs(d)


def is_pale(red: float, green: float, blue: float, opacity: float) -> bool:
    """Whether a colour lets text below it be read; white is for coloured ground. All four are from 0 to 255."""
    return opacity < PALE or PALE < min(red, green, blue) < WHITE


def run_together(items: Iterable[Item], width: float, height: float) -> Glyphs:
    """Pieces of what an engine tells of a page of this size; glyphs outside of it or without a size are left out."""
    glyphs = Glyphs()
    piece: Piece | None = None
    last: Setting | None = None
    last_x0, last_text = 0.0, ""
    blank = 0
    for text, x0, x1, setting, flag in items:
        if setting is None:
            if not text:
                piece, blank = None, 0
                continue
            if piece is not None and not blank and flag == REAL and 0 < piece.x1 - x0 < piece.size / 3:
                piece.x1 = x0  # the blank starts where the letter ends, below its overhang
            blank = max(blank, flag)
            if piece is not None:
                piece.after = blank
            continue
        size, em, face, baseline, _, pale = setting
        if not (-1 <= (x0 + x1) / 2 <= width + 1 and 0 <= baseline <= height + size) or size <= 0 or em <= 0:
            continue
        raised = bool(flag)
        if piece is not None and not blank:
            again = setting is last
            level = again or abs(baseline - piece.baseline) < 0.05 * size
            if level and not again and text == last_text and abs(x0 - last_x0) < 0.15 * em:
                continue  # painted twice at a tiny offset: poor man's bold
            same = again or (face is piece.face and abs(size - piece.size) < 0.25)
            near = -0.5 * em < x0 - piece.x1 < TOUCHING * em
            if level and same and raised is piece.superscript and (near or (again and x0 == last_x0)):
                piece.text += text  # letters of a ligature have one box, all others follow each other
                piece.starts += [x0] * len(text)
                if x1 > piece.x1:
                    piece.x1 = x1
                last, last_x0, last_text = setting, x0, text
                continue
        pieces = glyphs.pale if pale else glyphs.pieces
        piece = Piece(text, x0, x1, baseline, size, face, blank, 0, len(pieces), [x0] * len(text), raised)
        pieces.append(piece)
        last, last_x0, last_text, blank = setting, x0, text, 0
    return glyphs
