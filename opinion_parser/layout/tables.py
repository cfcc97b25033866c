"""Drawn tables: the words inside a grid of strokes, dealt into its cells.

The reader gives the cells of every grid on a page. A grid is a table where two rows at least have words in more than
one cell. The box of a caption is a grid too, so on the first pages running text must stand above a table; a box that
repeats with the same words ("CIVIL MINUTES" over every page of an order) is a running head.

The lines of a table are put in reading order, row by row and cell by cell, each with its cell and one of four facts:
``table`` (the first line of a table), ``row`` and ``cell`` (the first lines of further ones), ``cell-more``; lines of
its head have the fact ``head``, too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from opinion_parser.layout.furniture.apart import line_of
from opinion_parser.layout.styles import is_mostly_small
from opinion_parser.source import BBox, Line, Page, TableCell, Word, Zone

CAPTION_PAGES = 3
"""Pages on which a caption may stand: a cover sheet and a syllabus come before some."""
BORDER = 3.0
"""Points by which the strokes of a table may reach out of its cells."""
# "v.", "-against-": a row of a caption, not of a table
VERSUS = re.compile(r"[-–— ]{0,3}(?:vs?\.?|versus|against)[-–—. ]{0,3}", re.IGNORECASE)

TableRow = dict[int, list[Line]]
"""The lines of each cell of a row, by its column from 1; cells without words are left out."""


def mark_drawn_tables(pages: Sequence[Page]) -> None:
    """Part the lines inside drawn tables into cells, in place, and take the strokes of the tables off the pages."""
    heads = Counter(words_in(page, grid) for page in pages for grid in page.tables)
    running = False
    for page in pages:
        opening = [] if running else page.lines
        running = running or has_prose(opening)
        for grid in page.tables:
            above = [line for line in opening if line.bbox.bottom < outline(grid).top]
            caption = page.number <= CAPTION_PAGES and bool(opening) and not has_prose(above)
            if not caption and heads[words_in(page, grid)] == 1:
                mark_grid(page, grid)


def has_prose(lines: Iterable[Line]) -> bool:
    """Whether two neighbouring lines are running text: eight words or more, mostly in small letters."""
    prose = [
        len(line.words) >= 8 and is_mostly_small(line)
        for line in lines
        if line.zone is Zone.BODY
    ]
    return any(a and b for a, b in pairwise(prose))


def outline(grid: Iterable[BBox]) -> BBox:
    """The box around the cells of a grid."""
    x0s, tops, x1s, bottoms = zip(*grid, strict=True)
    return BBox(min(x0s), min(tops), max(x1s), max(bottoms))


def inside(line: Line, box: BBox) -> bool:
    """Whether the middle of a body line lies between the top and the foot of a box, and some word between its sides."""
    level = box.top <= (line.bbox.top + line.bbox.bottom) / 2 <= box.bottom
    return level and line.zone is Zone.BODY and line.bbox.x1 > box.x0 and line.bbox.x0 < box.x1


def words_in(page: Page, grid: list[BBox]) -> tuple[int, str]:
    """The height of a grid and the words in it without the page's number: by them a repeated head is known."""
    box = outline(grid)
    text = " ".join(line.text for line in page.lines if inside(line, box))
    return round(box.top / 10), re.sub(rf"\b{page.number}\b", "#", text)


def mark_grid(page: Page, grid: list[BBox]) -> None:
    """Part the lines of one grid if it is a table, in place."""
    box = outline(grid)
    lines = [line for line in page.lines if inside(line, box)]
    cells: dict[BBox, list[Line]] = {cell: [] for cell in sorted(grid, key=lambda c: (c.top, c.x0))}
    outside: list[Line] = []
    for line in lines:
        for cell, words in deal(line, cells):
            (cells[cell] if cell else outside).append(line_of(line, words))
    if not is_table(cells):
        return
    tops, lefts = sorted({cell.top for cell in grid}), sorted({cell.x0 for cell in grid})
    rows: list[TableRow] = [{} for _ in tops]
    for cell, inner in cells.items():
        if inner:
            rows[tops.index(cell.top)][lefts.index(cell.x0) + 1] = inner
    put_table(page, lines, rows, [*lefts, box.x1], outside, heads=bold_rows(rows))
    page.rules = [rule for rule in page.rules if not covers(box, rule.bbox)]


def deal(line: Line, cells: Iterable[BBox]) -> list[tuple[BBox | None, list[Word]]]:
    """The words of a line by the cell that their middle lies in, None for those beside the grid."""
    dealt: list[tuple[BBox | None, list[Word]]] = []
    for word in line.words:
        x, y = (word.bbox.x0 + word.bbox.x1) / 2, (word.bbox.top + word.bbox.bottom) / 2
        cell = next((c for c in cells if c.x0 <= x <= c.x1 and c.top <= y <= c.bottom), None)
        if dealt and dealt[-1][0] is cell:
            dealt[-1][1].append(word)
        else:
            dealt.append((cell, [word]))
    return dealt


def is_table(cells: dict[BBox, list[Line]]) -> bool:
    """Whether at least two rows have words in more than one cell, and none is a caption's "v."."""
    filled = Counter(cell.top for cell, lines in cells.items() if lines)
    texts = [" ".join(line.text for line in lines) for lines in cells.values()]
    return sum(count > 1 for count in filled.values()) >= 2 and not any(map(VERSUS.fullmatch, texts))


def put_table(
    page: Page,
    old: Sequence[Line],
    rows: Iterable[TableRow],
    edges: Sequence[float],
    beside: Sequence[Line] = (),
    heads: int = 0,
) -> None:
    """Put the rows of a table in the place of the lines they were, in reading order.

    ``edges`` are the left edges of its columns and the right one of the last, in points; ``beside`` are words of the
    old lines that stand outside of it; its first ``heads`` rows say what stands below them.
    """
    new: list[Line] = []
    for number, row in enumerate(rows, 1):
        for column, lines in sorted(row.items()):
            place = TableCell(number, column, edges[column - 1], edges[column])
            for line in sorted(lines, key=lambda ln: (ln.bbox.top, ln.bbox.x0)):
                facts = begins(new[-1] if new else None, place) | ({"head"} if number <= heads else set())
                new.append(replace(line, cell=place, facts=line.facts | facts))
    first = page.lines.index(old[0])
    rest = [line for line in page.lines if not any(line is other for other in old)]
    page.lines = [*rest[:first], *beside, *new, *rest[first:]]


def bold_rows(rows: Sequence[TableRow]) -> int:
    """How many rows at the top of a table are its head: they are bold, and not all rows are."""
    bold = [all(w.style.bold for cell in row.values() for line in cell for w in line.words) for row in rows if row]
    return next((i for i, is_bold in enumerate(bold) if not is_bold), 0)


def begins(above: Line | None, place: TableCell) -> frozenset[str]:
    """What the next line of a table begins, judged by the line before it."""
    if above is None or above.cell is None:
        return frozenset({"table", "start"})
    if above.cell.row != place.row:
        return frozenset({"row"})
    return frozenset({"cell" if above.cell.column != place.column else "cell-more"})


def follow_notes(pages: Iterable[Page]) -> None:
    """Give the zone NOTE to tables below the first note of their page: they belong to it."""
    for page in pages:
        noted = False
        for line in page.lines:
            noted = noted or line.zone is Zone.NOTE
            if noted and line.cell and line.zone is Zone.BODY:
                line.zone = Zone.NOTE


def covers(box: BBox, stroke: BBox) -> bool:
    """Whether a stroke lies in a table or along its borders."""
    wide = box.x0 - BORDER <= stroke.x0 and stroke.x1 <= box.x1 + BORDER
    return wide and box.top - BORDER <= stroke.top and stroke.bottom <= box.bottom + BORDER
