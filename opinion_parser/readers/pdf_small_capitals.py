"""Small capitals made by setting all letters but the first smaller: ``K`` + smaller ``AGAN``.

Some programs paint the large letters first and the small ones after them, a bit higher or lower: read line by line
that is ``S C W`` above ``UPREME OURT OF ISCONSIN``.
"""

from __future__ import annotations

from itertools import pairwise

from opinion_parser.readers.pdf_glyphs import Piece, blank_between
from opinion_parser.readers.pdf_row import Row

__all__ = ["join_beheaded", "mark_small_capitals"]

SMALLER = (0.6, 0.95)
"""The size of small capitals, as parts of the large ones."""
OFF = 0.15
"""How far large and small letters of a row may be off one baseline, in parts of the size."""
FAR_OFF = 0.3
"""How far, where small letters that lack their large ones make a row of their own."""
REACH = 4
"""Rows before and behind a row among which its large letters are looked for."""


def join_beheaded(rows: list[Row]) -> None:
    """Move rows of small capitals that lack their large ones to the row that has these, on one baseline."""
    for i, small in enumerate(rows):
        if not small.pieces or not _are_capitals(small.pieces):
            continue
        for large in rows[max(0, i - REACH) : i + REACH + 1]:
            if large is not small and _completes(large, small):
                for piece in small.pieces:
                    piece.baseline = large.baseline
                large.pieces += small.pieces
                large.settle()
                small.pieces = []
                break


def _completes(large: Row, small: Row) -> bool:
    """Whether a row has the large letters that the words of small capitals of another one lack."""
    off = abs(large.baseline - small.baseline) > FAR_OFF * large.size
    if off or not SMALLER[0] < small.size / large.size < SMALLER[1] or not large.is_beside(small):
        return False
    heads = [piece for piece in large.pieces if piece.text[-1].isupper()]
    words = [piece for piece in small.pieces if piece.text[0].isupper()]
    beheaded = [word for word in words if any(_touch(head, word) for head in heads)]
    return bool(beheaded) and 2 * len(beheaded) >= len(words)


def _touch(a: Piece, b: Piece) -> bool:
    """Whether a piece begins where another one ends."""
    return -0.1 * b.size < b.x0 - a.x1 < 0.1 * a.size


def mark_small_capitals(row: Row) -> None:
    """Give letters that are set as small capitals the size of the type that they belong to.

    ``K`` + smaller ``AGAN`` are small capitals, and so is a smaller ``OF`` in the same row.
    """
    sizes: dict[float, float] = {}
    for a, b in pairwise(row.pieces):
        small, large = (b, a) if b.size < a.size else (a, b)
        if _small_capitals(small, large) and b.x0 - a.x1 < 0.1 * large.size and not blank_between(a, b):
            sizes[small.size] = max(large.size, sizes.get(small.size, 0.0))
    if not sizes:
        return
    for piece in row.pieces:
        if piece.size in sizes and not piece.superscript and not any(c.islower() for c in piece.text):
            piece.small_caps = True
            piece.size = sizes[piece.size]
    row.settle()


def _small_capitals(small: Piece, large: Piece) -> bool:
    """Whether neighbours are the parts of a word in small capitals."""
    if not SMALLER[0] < small.size / large.size < SMALLER[1] or small.superscript or large.superscript:
        return False
    level = abs(small.baseline - large.baseline) < OFF * large.size
    return level and _are_capitals([small, large])


def _are_capitals(pieces: list[Piece]) -> bool:
    """Whether the first of some pieces has letters, and none has small ones."""
    return any(c.isalpha() for c in pieces[0].text) and not any(c.islower() for p in pieces for c in p.text)
