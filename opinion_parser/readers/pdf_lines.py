"""Lines of a page from pieces of text: what shares a baseline, and the raised marks that belong to it.

Pieces come in the order of the file, which may paint a line in any order; everything is decided from geometry, with
the white space of the file as evidence. Lengths are points; tolerances are parts of the size of the type.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from opinion_parser.readers.pdf_glyphs import Piece, Turned
from opinion_parser.source import BBox, Line, Style, Word

__all__ = ["Row", "lines_from", "rows_of", "turned_lines"]

_SAME_BASELINE = 0.14
_NEAR_BASELINE = 0.4
"""A row this near to another one that it does not overlap is part of it: margin numbers stand a few points off."""
_RAISED = (0.12, 0.75)
_LOWERED = (0.08, 0.4)
_MARK_LENGTH = 6
"""Characters of a superscript at most: ``th``, ``12``, ``***``, ``4, 5``."""
_BLANK_SEEN = 0.04
"""White space that is a blank where the file has a real space."""
_BLANK_INFERRED = 0.07
"""White space that is a blank where PDFium says so: some files place every glyph on its own."""
_BLANK_ALONE = 0.2
"""White space that is a blank in any case."""
_ASCENT, _DESCENT = 0.78, 0.22
"""A line's box, as parts of its size above and below the baseline: the same for every font, so that gaps compare."""


@dataclass(slots=True)
class Row:
    """Pieces that will be one line, with the size and baseline of most of their characters."""

    pieces: list[Piece]
    baseline: float
    size: float

    def settle(self) -> None:
        """Judge size and baseline anew, and put the pieces in order from left to right."""
        weight: dict[tuple[float, float], int] = {}
        for piece in self.pieces:
            if not piece.superscript:
                key = (piece.size, piece.baseline)
                weight[key] = weight.get(key, 0) + len(piece.text)
        if weight:
            self.size, self.baseline = max(weight, key=lambda key: (weight[key], key))
        self.pieces.sort(key=lambda piece: piece.x0)


def rows_of(pieces: list[Piece]) -> list[Row]:
    """The rows of a page from top to bottom, raised and lowered pieces marked and joined to theirs."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda p: (p.baseline, p.x0)):
        row = rows[-1] if rows else None
        if row and piece.baseline - row.baseline <= _SAME_BASELINE * min(piece.size, row.size):
            row.pieces.append(piece)
        else:
            rows.append(Row([piece], piece.baseline, piece.size))
    for row in rows:
        row.settle()
    _join_marks(rows)
    rows = _join_near([row for row in rows if row.pieces])
    for row in rows:
        _mark_raised(row)
    return rows


def _join_marks(rows: list[Row]) -> None:
    """Move raised and lowered marks to the row that they stand beside."""
    for i, row in enumerate(rows):
        for island in _islands(row):
            if sum(len(p.text) for p in island) > _MARK_LENGTH:
                continue
            host = _host(island, [rows[k] for k in range(max(0, i - 3), min(len(rows), i + 4)) if k != i])
            if host is None:
                continue
            for piece in island:
                piece.superscript = piece.baseline < host.baseline
                row.pieces.remove(piece)
            host.pieces += island
            host.pieces.sort(key=lambda piece: piece.x0)


def _islands(row: Row) -> list[list[Piece]]:
    """The pieces of a row, grouped where white space of more than a blank parts them."""
    groups: list[list[Piece]] = []
    for piece in row.pieces:
        if groups and piece.x0 - groups[-1][-1].x1 < 0.6 * piece.size:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _host(island: list[Piece], rows: list[Row]) -> Row | None:
    """The row that an island is raised or lowered from: it touches a word there, or begins the line."""
    best: tuple[float, Row] | None = None
    size = max(p.size for p in island)
    for row in rows:
        if not row.pieces or row.size < size - 0.3:
            continue
        shift = (row.baseline - island[0].baseline) / row.size
        smaller = size < 0.88 * row.size
        raised = _RAISED[0] <= shift <= _RAISED[1] and (smaller or (shift > 0.2 and _is_mark(island)))
        lowered = smaller and _LOWERED[0] <= -shift <= _LOWERED[1]
        if not raised and not lowered:
            continue
        before = [p for p in row.pieces if p.x0 < island[0].x0 and not p.superscript]
        after = [p for p in row.pieces if p.x0 >= island[0].x0 and not p.superscript]
        gap_before = island[0].x0 - max((p.x1 for p in before), default=-1e9)
        gap_after = min((p.x0 for p in after), default=1e9) - island[-1].x1
        overlaps = gap_before < -0.35 * row.size or gap_after < -0.35 * row.size
        touches = gap_before < 0.5 * row.size or (raised and gap_after < (4 if not before else 1) * row.size)
        if touches and not overlaps and (best is None or abs(shift) < best[0]):
            best = abs(shift), row
    return best[1] if best else None


def _is_mark(island: list[Piece]) -> bool:
    """Whether an island reads as a footnote label: digits, or signs."""
    text = "".join(p.text for p in island)
    return len(text) <= 3 and not any(c.isalpha() for c in text)


def _join_near(rows: list[Row]) -> list[Row]:
    """Join rows whose baselines are a few points apart and whose pieces stand beside each other."""
    joined: list[Row] = []
    for row in rows:
        above = joined[-1] if joined else None
        if above and row.baseline - above.baseline <= _NEAR_BASELINE * min(row.size, above.size) and _beside(above, row):
            above.pieces += row.pieces
            above.settle()
        else:
            joined.append(row)
    return joined


def _beside(a: Row, b: Row) -> bool:
    """Whether no piece of one row stands above a piece of the other."""
    return all(p.x1 <= q.x0 + 1 or q.x1 <= p.x0 + 1 for p in a.pieces for q in b.pieces)


def _mark_raised(row: Row) -> None:
    """Mark small raised pieces that were near enough to the baseline to be in the row from the start."""
    for piece in row.pieces:
        shift = row.baseline - piece.baseline
        if piece.size < 0.85 * row.size and shift > 0.1 * row.size and len(piece.text) <= _MARK_LENGTH:
            piece.superscript = True


def lines_from(rows: list[Row], page: int) -> list[Line]:
    """The lines of a page, numbered from 1."""
    lines: list[Line] = []
    for row in rows:
        words = _words(row)
        if words:
            box = BBox(min(w.bbox.x0 for w in words), words[0].bbox.top, max(w.bbox.x1 for w in words), words[0].bbox.bottom)
            lines.append(Line(page, len(lines) + 1, words, box))
    return lines


def _words(row: Row) -> list[Word]:
    """The words of a row: pieces that touch are one word where their style agrees, else glued ones."""
    top, bottom = row.baseline - _ASCENT * row.size, row.baseline + _DESCENT * row.size
    groups: list[tuple[list[Piece], bool]] = []
    for piece in row.pieces:
        last = groups[-1][0][-1] if groups else None
        if last is not None and _twice(last, piece):
            continue
        glued = last is not None and _touch(last, piece)
        if last is not None and glued and _agree(last, piece):
            groups[-1][0].append(piece)
        else:
            groups.append(([piece], glued))
    return [_word(pieces, glued, top, bottom) for pieces, glued in groups]


def _twice(a: Piece, b: Piece) -> bool:
    """Whether a piece is painted over itself."""
    return a.text == b.text and abs(a.x0 - b.x0) < 0.15 * a.size and abs(a.baseline - b.baseline) < 0.15 * a.size


def _touch(a: Piece, b: Piece) -> bool:
    """Whether no white space stands between neighbours."""
    size = min(a.size, b.size) if not (a.superscript or b.superscript) else max(a.size, b.size)
    gap = (b.x0 - a.x1) / size
    blank = max(a.after, b.before)
    return gap < (_BLANK_ALONE, _BLANK_INFERRED, _BLANK_SEEN)[blank]


def _agree(a: Piece, b: Piece) -> bool:
    """Whether neighbours are one word: the same style, or the parts of a word in small capitals."""
    if a.superscript != b.superscript or a.underline != b.underline:
        return False
    if (a.face.bold, a.face.italic, a.face.small_caps) != (b.face.bold, b.face.italic, b.face.small_caps):
        return False
    return abs(a.size - b.size) < 0.6 or _small_capitals(a, b)


def _small_capitals(a: Piece, b: Piece) -> bool:
    """``K`` + smaller ``AGAN``, or a small part followed by a large one (``MCD``)."""
    small, large = (b, a) if b.size < a.size else (a, b)
    return 0.6 < small.size / large.size < 0.95 and not any(c.islower() for c in a.text + b.text)


def _word(pieces: list[Piece], glued: bool, top: float, bottom: float) -> Word:
    """One word; the letters of a small-capitals word have the size of its capitals."""
    first = pieces[0]
    size = max(p.size for p in pieces)
    small_caps = first.face.small_caps or any(p.size < 0.95 * size for p in pieces)
    style = Style(
        round(size, 1),
        first.face.bold,
        first.face.italic,
        first.underline,
        first.superscript,
        small_caps,
        first.face.name,
    )
    text = unicodedata.normalize("NFC", "".join(p.text for p in pieces))
    return Word(text, BBox(first.x0, top, max(p.x1 for p in pieces), bottom), style, glued)


def turned_lines(glyphs: list[Turned], page: int, first: int) -> list[Line]:
    """Lines of turned text, in the order of the file, numbered from ``first``; their fact is ``rotated``."""
    lines: list[Line] = []
    last: Turned | None = None
    for glyph in glyphs:
        size = glyph.setting.size
        style = Style(round(size, 1), glyph.setting.face.bold, glyph.setting.face.italic, font=glyph.setting.face.name)
        if last is None or last.angle != glyph.angle or abs(last.offset - glyph.offset) > 0.3 * size:
            words: list[Word] = []
            lines.append(Line(page, first + len(lines), words, glyph.bbox, facts=frozenset({"rotated"})))
        words = lines[-1].words
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
