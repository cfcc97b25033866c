"""Lines of words from rows of pieces."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from opinion_parser.readers.pdf_glyphs import Piece, Turned
from opinion_parser.readers.pdf_row import Row
from opinion_parser.readers.pdf_spacing import are_parted, letter_spacing
from opinion_parser.source import BBox, Line, Style, Word

__all__ = ["lines_from", "turned_lines"]

ASCENT, DESCENT = 0.78, 0.22
"""A line's box, as parts of its size above and below the baseline: the same for every font, so that gaps compare."""


def lines_from(rows: list[Row], page: int, first: int = 1, facts: frozenset[str] = frozenset()) -> list[Line]:
    """The lines of a page, numbered from ``first``, with these facts."""
    lines: list[Line] = []
    for row in rows:
        words = _words(row)
        x0, top, _, bottom = words[0].bbox
        box = BBox(x0, top, max(word.bbox.x1 for word in words), bottom)
        lines.append(Line(page, first + len(lines), words, box, facts=facts))
    return lines


def _words(row: Row) -> list[Word]:
    """The words of a row: pieces that touch are one word where their style agrees, else glued ones."""
    top, bottom = row.baseline - ASCENT * row.size, row.baseline + DESCENT * row.size
    groups: list[tuple[list[Piece], bool]] = [([row.pieces[0]], False)]
    spacing = letter_spacing(row.pieces)
    for last, piece in pairwise(row.pieces):
        label = last is row.pieces[0] and last.superscript  # of a note
        glued = not label and not are_parted(last, piece, spacing)
        if glued and _agree(last, piece):
            groups[-1][0].append(piece)
        else:
            groups.append(([piece], glued))
    return [_word(pieces, glued, top, bottom) for pieces, glued in groups]


def _agree(a: Piece, b: Piece) -> bool:
    """Whether neighbours have the same style; the parts of a word in small capitals do."""
    same = a.superscript == b.superscript and a.underline == b.underline and abs(a.size - b.size) < 0.6
    return same and a.face[1:] == b.face[1:]


def _word(pieces: list[Piece], glued: bool, top: float, bottom: float) -> Word:
    """One word of pieces."""
    first = pieces[0]
    text = unicodedata.normalize("NFC", "".join(p.text for p in pieces))
    style = Style(
        round(max(p.size for p in pieces), 1),
        first.face.bold,
        first.face.italic,
        first.underline,
        first.superscript,
        any(p.small_caps or p.face.small_caps for p in pieces) and any(c.isalpha() for c in text),
        first.face.name,
    )
    return Word(text, BBox(first.x0, top, max(p.x1 for p in pieces), bottom), style, glued)


def turned_lines(glyphs: list[Turned], page: int, first: int) -> list[Line]:
    """Lines of turned text, in the order of the file, numbered from ``first``; their fact is ``rotated``."""
    lines: list[Line] = []
    words: list[Word] = []
    last: Turned | None = None
    for glyph in glyphs:
        face, size = glyph.face, glyph.size
        style = Style(round(size, 1), face.bold, face.italic, font=face.name)
        if last is None or last.angle != glyph.angle or abs(last.offset - glyph.offset) > 0.3 * size:
            words = []
            lines.append(Line(page, first + len(lines), words, glyph.bbox, facts=frozenset({"rotated"})))
        if words and not glyph.blank and words[-1].style == style:
            words[-1].text += glyph.text
            words[-1].bbox = _union(words[-1].bbox, glyph.bbox)
        else:
            words.append(Word(glyph.text, glyph.bbox, style, bool(words) and not glyph.blank))
        lines[-1].bbox = _union(lines[-1].bbox, glyph.bbox)
        last = glyph
    return lines


def _union(a: BBox, b: BBox) -> BBox:
    return BBox(min(a.x0, b.x0), min(a.top, b.top), max(a.x1, b.x1), max(a.bottom, b.bottom))
