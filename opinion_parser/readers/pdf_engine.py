"""What a program that knows the format PDF (an engine) has to tell of a page: glyphs, strokes, pictures, nothing more.

There are two: PDFium (pdfium_document) and pdfplumber (pdfplumber_document). Rows, words, underlines are the same code
for both, so that they give the same lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from opinion_parser.readers.pdf_glyphs import Frame, Glyphs, Turned
from opinion_parser.source import BBox

__all__ = ["Engine", "Matrix", "PageError", "Painted", "common_turn", "upright"]

Matrix = tuple[float, float, float, float, float, float]
"""A transformation: a, b, c, d, e, f of ``x' = ax + cy + e``, ``y' = bx + dy + f``."""
SIDEWAYS = 100
"""So many characters make a page that lies on its side; fewer are a stamp in the margin of a scan."""


class PageError(Exception):
    """An engine cannot read a page; the message is for programmers."""


class Painted(NamedTuple):
    """A page as a viewer shows it: its size in points, what is written on it, its strokes and pictures.

    ``turn``: degrees by which it was turned clockwise beyond that (:func:`common_turn`).
    ``doubtful``: some characters are not what their glyphs show; another engine may know better.
    """

    width: float
    height: float
    glyphs: Glyphs
    strokes: list[BBox]
    turn: int = 0
    pictures: Sequence[BBox] = ()
    doubtful: bool = False

    @property
    def has_text(self) -> bool:
        """Whether anything is written on it."""
        return bool(self.glyphs.pieces or self.glyphs.pale or self.glyphs.turned)


class Engine(Protocol):
    """An open document."""

    title: str
    """What people call the engine."""

    def page(self, index: int) -> Painted:
        """A page, counted from 0; :class:`PageError` if it cannot be read."""


def upright(frame: Frame, turn: int) -> tuple[Matrix, float, float]:
    """The matrix that shows a page turned clockwise by 0, 90, 180 or 270 degrees, the corner of its visible part at the
    origin; and the width and height it then has.
    """
    left, bottom, right, top = frame
    matrix: Matrix = {
        0: (1, 0, 0, 1, -left, -bottom),
        90: (0, -1, 1, 0, -bottom, right),
        180: (-1, 0, 0, -1, right, top),
        270: (0, 1, -1, 0, top, -left),
    }[turn]
    return (matrix, frame.width, frame.height) if turn % 180 == 0 else (matrix, frame.height, frame.width)


def common_turn(glyphs: Glyphs) -> int:
    """By how much to turn a page clockwise whose text mostly runs up, down or backwards (a table across the sheet)."""
    upright = sum(len(piece.text) for piece in glyphs.pieces)
    turns = Counter(turn for turn in map(_quarter_turn, glyphs.turned) if turn)
    turn, count = max(turns.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    return turn if count > max(upright, SIDEWAYS) else 0


def _quarter_turn(glyph: Turned) -> int:
    """90, 180 or 270 for a glyph that runs so, else 0."""
    turn = round(glyph.angle / 90) * 90
    return turn % 360 if abs(glyph.angle - turn) <= 2 else 0
