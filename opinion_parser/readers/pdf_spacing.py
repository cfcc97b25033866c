"""Where the words of a row part: by its gaps and the white space of the file, less the spacing of its letters."""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from opinion_parser.readers.pdf_glyphs import REAL, Piece, blank_between

__all__ = ["are_parted", "letter_spacing"]

BLANKS = (0.2, 0.07, 0.04)
"""White space that parts words, as parts of the size: on its own, where PDFium infers a blank (some files place every
glyph by itself), and where the file has a blank."""
POSSESSIVE = 0.19
"""Typesetters open up an f before an apostrophe ("plaintiff 's") by less than a blank."""
SMALL_CAPITALS = 0.75
FEWEST = 4
"""Gaps between single letters that make letter-spacing."""
WIDEST = 0.6
"""Letter-spacing at most, in parts of the size."""
EVEN = 0.05
"""By how much gaps between spaced letters differ, in parts of the size."""


def are_parted(a: Piece, b: Piece, spacing: float = 0.0) -> bool:
    """Whether white space stands between neighbours; ``spacing`` is what stands between letters of a word."""
    gap = _gap(a, b) - spacing
    if gap < POSSESSIVE and b.text in ("'s", "’s") and a.text[-1].isalpha():
        return False
    return gap >= BLANKS[blank_between(a, b)]


def letter_spacing(pieces: list[Piece]) -> float:
    """The gap between the letters of a row that is set with wide spacing (``S T A T E``), in parts of the size, else 0.

    Blanks that the file has between letters are typed ones, which are kept.
    """
    gaps = [
        _gap(a, b)
        for a, b in pairwise(pieces)
        if len(a.text) == len(b.text) == 1 and (a.text + b.text).isalpha() and blank_between(a, b) != REAL
    ]
    if len(gaps) < FEWEST:
        return 0.0
    middle = median(gaps)
    even = sum(abs(gap - middle) < EVEN for gap in gaps)
    return middle if BLANKS[1] < middle < WIDEST and 2 * even > len(gaps) else 0.0


def _gap(a: Piece, b: Piece) -> float:
    """The gap between neighbours in parts of the size. Small capitals have the size of the large ones by name alone."""
    sizes = [piece.size * (SMALL_CAPITALS if piece.small_caps else 1.0) for piece in (a, b)]
    size = max(sizes) if a.superscript or b.superscript else min(sizes)
    return (b.x0 - a.x1) / size
