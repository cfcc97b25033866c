"""The two columns of a caption: which x parts them, and the cells to the left and right of it.

Courts draw the divider as a column of glyphs (``)`` ``§`` ``:`` ``*`` ``]``), as a rule, or not at all, when only a
gutter of white space is left. A row is split where the divider runs; its rail glyph is furniture. A row whose words
run across the divider is not part of the caption's columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from opinion_parser.layout.dividers import NEAR, RAILS, Divider, find_divider, is_row_of_glyphs, prose_begins
from opinion_parser.layout.furniture.apart import line_of, size_of
from opinion_parser.layout.measure import Measure
from opinion_parser.layout.open_gutters import open_gutter
from opinion_parser.source import Line, Page, Word, Zone


def split_columns(page: Page, measure: Measure, first_row: int = 1, caption: Sequence[Line] = ()) -> int:
    """Split the rows of a page's caption into cells, in place; rows are numbered from ``first_row``.

    ``caption`` are lines that are surely its own (layout/captions.py), though a notice above them runs like a text.
    Returns the number for the next row, which is ``first_row`` where the page has no columns.
    """
    lines = [line for line in page.lines if line.zone is Zone.BODY and line.cell is None]
    foot = next((i + 1 for i, line in enumerate(lines) if caption and line is caption[-1]), 0)
    head = lines[: max(prose_begins(lines, measure), foot)]
    trailing_rails(head)
    divider = find_divider(page, head, measure)
    if divider is None and (found := open_gutter(caption)) is not None:
        divider = Divider(*found)
    if divider is None:
        return first_row
    row, above = first_row - 1, None
    out: list[Line] = []
    for line in page.lines:
        inside = line.zone is Zone.BODY and line in head and within(line, divider) and not is_row_of_glyphs(line)
        cells = cut(line, divider) if inside else []
        if not cells:
            out.append(line)
            continue
        if above is None or line.bbox.top > above.bbox.top + 0.3 * size_of(line):
            row += 1
        above = line
        for cell in cells:
            cell.row = row
        out += cells
    page.lines = out
    return row + 1


def trailing_rails(lines: list[Line]) -> None:
    """Part a rail that is glued to the left cell ("others similarly situated)⇥") into a word of its own."""
    for line in lines:
        words: list[Word] = []
        for i, word in enumerate(line.words):
            text = word.text
            ends = i + 1 == len(line.words) or line.words[i + 1].bbox.x0 - word.bbox.x1 > 2
            if len(text) > 1 and text[-1] == ")" and ends and line.text.count(")") > line.text.count("("):
                cut_at = word.bbox.x1 - word.bbox.width / len(text)
                words.append(replace(word, text=text[:-1], bbox=word.bbox._replace(x1=cut_at)))
                words.append(replace(word, text=")", bbox=word.bbox._replace(x0=cut_at), glued=True))
            else:
                words.append(word)
        line.words = words


def within(line: Line, divider: Divider) -> bool:
    """Whether the middle of a line lies beside the divider."""
    return divider.top <= (line.bbox.top + line.bbox.bottom) / 2 <= divider.bottom


def cut(line: Line, divider: Divider) -> list[Line]:
    """The cells of a row and its rail as lines of their own; none where the words run across the divider."""
    rail = next(
        (w for w in line.words if w.text in RAILS and (divider.x < 0 or abs(w.bbox.x0 - divider.x) <= 2 * NEAR)), None
    )
    x = (rail.bbox.x0 + rail.bbox.x1) / 2 if rail else divider.x
    if x < 0:
        return []
    words = [w for w in line.words if w is not rail]
    if any(w.bbox.x0 < x - 8 and w.bbox.x1 > x + 8 for w in words) and not rail:
        return []
    left = [w for w in words if (w.bbox.x0 + w.bbox.x1) / 2 < x]
    right = [w for w in words if (w.bbox.x0 + w.bbox.x1) / 2 >= x]
    if left and right and not rail and right[0].bbox.x0 - left[-1].bbox.x1 < 0.6 * line.size:
        return []
    cells = [line_of(line, words, column) for words, column in ((left, "left"), (right, "right")) if words]
    if rail:
        glyph = line_of(line, [rail])
        glyph.zone, glyph.furniture = Zone.FURNITURE, "rail"
        cells.append(glyph)
    return cells
