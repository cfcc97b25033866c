"""Rows of a page: pieces of text that share a baseline, and the raised marks that belong to them.

Pieces come in the order of the file, which may paint a page in any order; everything is decided from geometry. Lengths
are points; tolerances are parts of the size of the type.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from opinion_parser.readers.pdf_glyphs import Piece
from opinion_parser.readers.pdf_row import Row
from opinion_parser.readers.pdf_small_capitals import join_beheaded, mark_small_capitals
from opinion_parser.readers.pdf_spacing import are_parted

__all__ = ["rows_of"]

SAME_BASELINE = 0.14
NEAR_BASELINE = 0.4
"""A row this near to another one that it does not overlap is part of it: margin numbers stand a few points off."""
RAISED = (0.12, 0.75)
LOWERED = (0.08, 0.4)
SMALLER, FULL_SIZE = 0.88, 0.97
"""Up to which part of the line's size a raised mark is smaller, and from which it has the full size. In between only a
label is one, and with the full size it must be raised clearly.
"""
CLEARLY_RAISED = 0.2
MARK_LENGTH = 6
"""Characters of a superscript at most: ``th``, ``12``, ``***``, ``4, 5``."""
MARGIN_NUMBERS = 6
"""So many raised numbers at one x, parted from their lines by white space, are the margin of pleading paper."""


def rows_of(pieces: list[Piece]) -> list[Row]:
    """The rows of a page from top to bottom; superscripts and small capitals are marked."""
    rows = list(_by_baseline(pieces))
    for row in rows:
        row.settle()
    rows = [layer for row in rows for layer in _layers(row)]
    join_beheaded(rows)
    _join_marks(rows)
    rows = _join_near([row for row in rows if row.pieces])
    for row in rows:
        mark_small_capitals(row)
        _mark_raised(row)
    _lower_margin_numbers(rows)
    return rows


def _by_baseline(pieces: list[Piece]) -> Iterator[Row]:
    row: Row | None = None
    for piece in sorted(pieces, key=lambda p: (p.baseline, p.x0)):
        if row and piece.baseline - row.baseline <= SAME_BASELINE * min(piece.size, row.size):
            row.pieces.append(piece)
        else:
            if row:
                yield row
            row = Row([piece], piece.baseline, piece.size)
    if row:
        yield row


# ---------------------------------------------------------------- text painted over text


def _layers(row: Row) -> list[Row]:
    """A row, or several where texts lie on top of each other: two filing stamps, a running head that was covered.

    What is painted again in the same place is left out.
    """
    if not any(_collide(a, b) for a, b in pairwise(row.pieces)):
        return [row]
    layers: list[list[Piece]] = []
    for run in _runs(row):
        below = [piece for layer in layers for piece in layer]
        if _is_covered(run, below):
            continue
        for layer in layers:
            if not any(_collide(*sorted((a, b), key=lambda p: p.x0)) for a in run for b in layer):
                layer += run
                break
        else:
            layers.append(run)
    rows = [Row(layer, row.baseline, row.size) for layer in layers]
    for layered in rows:
        layered.settle()
    return rows


def _runs(row: Row) -> list[list[Piece]]:
    """The pieces of a row grouped as the file paints them, from left to right without going back."""
    runs: list[list[Piece]] = []
    for piece in sorted(row.pieces, key=lambda p: p.order):
        last = runs[-1][-1] if runs else None
        if runs and any(_twice(piece, other) for other in runs[-1][-2:]):
            continue
        if last and piece.order == last.order + 1 and piece.x0 >= last.x0 and not _collide(last, piece):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs


def _collide(a: Piece, b: Piece) -> bool:
    """Whether ``b``, which starts to the right of ``a``, covers a good part of it or is covered.

    The overhang of an italic letter over the comma behind it is less.
    """
    size = min(a.size, b.size)
    least = max(0.3 * size, 0.4 * min(a.x1 - a.x0, b.x1 - b.x0, 2 * size))
    return a.x1 - b.x0 > least or _twice(a, b)


def _is_covered(run: list[Piece], below: list[Piece]) -> bool:
    """Whether every character of a run has been painted in its place before, however cut up."""
    painted = [(sign, x) for piece in below for sign, x in zip(piece.text, piece.starts, strict=True)]
    return all(
        any(sign == other and abs(x - y) < 0.15 * piece.size for other, y in painted)
        for piece in run
        for sign, x in zip(piece.text, piece.starts, strict=True)
    )


def _twice(a: Piece, b: Piece) -> bool:
    """Whether a piece is painted over itself."""
    return a.text == b.text and abs(a.x0 - b.x0) < 0.15 * a.size


# ---------------------------------------------------------------- raised and lowered marks


def _join_marks(rows: list[Row]) -> None:
    """Move raised and lowered marks to the row that they stand beside."""
    for i, row in enumerate(rows):
        for island in _islands(row):
            if sum(len(p.text) for p in island) > MARK_LENGTH:
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
        shift = (row.baseline - island[0].baseline) / row.size
        raised = RAISED[0] <= shift <= RAISED[1]
        lowered = LOWERED[0] <= -shift <= LOWERED[1]
        if not row.pieces or row.size < size - 0.3 or not (raised or lowered):
            continue
        clearly = shift > (CLEARLY_RAISED if size > FULL_SIZE * row.size else RAISED[0])
        if size > SMALLER * row.size and not (raised and clearly and _is_label(island)):
            continue
        if _stands_in(island, row, raised) and (best is None or abs(shift) < best[0]):
            best = abs(shift), row
    return best[1] if best else None


def _stands_in(island: list[Piece], row: Row, raised: bool) -> bool:
    """Whether an island touches a word of a row, or opens it, and covers none."""
    before = max((p.x1 for p in row.pieces if p.x0 < island[0].x0 and not p.superscript), default=None)
    after = min((p.x0 for p in row.pieces if p.x0 >= island[0].x0 and not p.superscript), default=None)
    gap_before = (island[0].x0 - before) / row.size if before is not None else 99.0
    gap_after = (after - max(p.x1 for p in island)) / row.size if after is not None else 99.0
    if min(gap_before, gap_after) < -0.35:
        return False
    small = max(p.size for p in island) < 0.8 * row.size
    return gap_before < 0.5 or (raised and gap_after < (4.0 if before is None and small else 1.0))


def _is_label(island: list[Piece]) -> bool:
    """Whether an island reads as a footnote label: digits, or signs."""
    text = "".join(p.text for p in island)
    return len(text) <= 3 and not any(c.isalpha() for c in text)


def _join_near(rows: list[Row]) -> list[Row]:
    """Join rows whose baselines are a few points apart and whose pieces stand beside each other."""
    joined: list[Row] = []
    for row in rows:
        above = joined[-1] if joined else None
        reach = NEAR_BASELINE * min(row.size, above.size) if above else 0.0
        if above and row.baseline - above.baseline <= reach and above.is_beside(row):
            above.pieces += row.pieces
            above.settle()
        else:
            joined.append(row)
    return joined


def _mark_raised(row: Row) -> None:
    """Mark small raised pieces that were near enough to the baseline to be in the row from the start."""
    for piece in row.pieces:
        shift = row.baseline - piece.baseline
        if piece.size < 0.85 * row.size and shift > 0.1 * row.size and len(piece.text) <= MARK_LENGTH:
            piece.superscript = True
    for last, piece in pairwise(row.pieces):  # barely smaller: a label that stands at a word
        shift = row.baseline - piece.baseline
        barely = piece.size < FULL_SIZE * row.size and shift > 0.1 * row.size
        if barely and _is_label([piece]) and not last.text[-1].isdigit() and not are_parted(last, piece):
            piece.superscript = True


def _lower_margin_numbers(rows: list[Row]) -> None:
    """Take back superscripts that are the line numbers of pleading paper, set smaller and a bit above their lines."""
    numbers = [
        row.pieces[0]
        for row in rows
        if row.pieces[0].superscript
        and row.pieces[0].text.isdecimal()
        and (len(row.pieces) == 1 or row.pieces[1].x0 - row.pieces[0].x1 > 0.8 * row.size)
    ]
    for number in numbers:
        column = [n for n in numbers if min(abs(n.x0 - number.x0), abs(n.x1 - number.x1)) < 3]
        if len(column) >= MARGIN_NUMBERS:
            for piece in column:
                piece.superscript = False
