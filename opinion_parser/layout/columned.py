"""Tables without strokes: what stands between gutters is a table where a column of it has figures.

Captions, counsel lists, signatures side by side and justified text have gutters too. So a table has three rows of
words in several columns, and a column of figures, dates or dashes; where only two columns are, all of one must be
figures, and not the page numbers of a table of contents. Two rows are enough where words stand over figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from opinion_parser.layout.columns import part
from opinion_parser.layout.gutters import Gutter, Piece, Run, cut, find_run, is_figure, step, text_of
from opinion_parser.layout.measure import body_lines
from opinion_parser.layout.tables import CAPTION_PAGES, VERSUS, TableRow, has_prose, put_table
from opinion_parser.source import Line, Page

CLOSE = 1.5
"""Distance of lines, in sizes of type, up to which they may be parts of one row."""
CELL_WORDS = 14
"""Words of one line of a cell, at most: more are text."""


class Found(NamedTuple):
    """A run that is a table: its lines, each with its pieces."""

    run: Run
    rows: list[list[Piece]]


def mark_columned_tables(pages: Sequence[Page]) -> None:
    """Part the lines of tables without strokes into cells, in place."""
    running = False
    gutters: list[Gutter] = []
    for page in pages:
        lines = [line for line in body_lines(page) if line.words and not line.column and "caption" not in line.facts]
        found = tables_in(lines, gutters)
        for run, rows in found:
            if running or page.number > CAPTION_PAGES or has_prose(lines[: run.start]):
                old = lines[run.start : run.end]
                put_table(page, old, grouped(old, rows), edges(old, run.gutters))
        running = running or has_prose(lines)
        gutters = found[-1].run.gutters if found else []


def tables_in(lines: Sequence[Line], above: Sequence[Gutter]) -> list[Found]:
    """The tables among the lines of a page, from the top; ``above``: the gutters of the last one on the page before."""
    found: list[Found] = []
    if above and lines:
        run = find_run(lines, 0, above)
        rows = [cut(line, run.gutters) for line in lines[: run.end]]
        if rows and len(rows[0]) > 1 and all(has_figure(row) for row in rows if len(row) > 1):
            found.append(Found(run, rows))
    for start in range(len(lines)):
        run = find_run(lines, start)
        if run.end - run.start > 1:
            rows = [cut(line, run.gutters) for line in lines[run.start : run.end]]
            if is_table(rows):
                found.append(Found(run, rows))
    best: list[Found] = []
    for one in sorted(found, key=lambda f: -sum(len(row) for row in f.rows if len(row) > 1)):
        if all(one.run.end <= other.run.start or other.run.end <= one.run.start for other in best):
            best.append(one)
    return sorted(best, key=lambda f: f.run.start)


def has_figure(row: Iterable[Piece]) -> bool:
    """Whether a piece of a row is a figure."""
    return any(is_figure(text_of(words)) for _, words in row)


def is_table(rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether rows of pieces are a table (see the module's docstring)."""
    several = [row for row in rows if len(row) > 1]
    columns: dict[int, list[str]] = defaultdict(list)
    for row in several:
        for column, words in row:
            columns[column].append(text_of(words))
    texts = [text for column in columns.values() for text in column]
    if any(len(text.split()) > CELL_WORDS or VERSUS.fullmatch(text) for text in texts):
        return False
    figures = {column: sum(map(is_figure, cells)) for column, cells in columns.items()}
    if len(columns) == 2:
        return len(several) >= 3 and any(all_figures(columns[c], figures[c], c > 1) for c in columns)
    if len(several) == 2:
        head, row = several
        below = sum(is_figure(text_of(words)) for _, words in row)
        return min(len(head), len(row)) >= 3 and not has_figure(head) and below > 1
    wide = sum(len(row) > 2 for row in several)
    some = any(figures[c] >= 2 and figures[c] >= 0.6 * (len(cells) - 1) for c, cells in columns.items())
    return len(several) >= 3 and 2 * wide >= len(several) and some


def all_figures(cells: Sequence[str], figures: int, last: bool) -> bool:
    """Whether one of two columns has nothing but figures below its head.

    A first column must be longer than list markers are; a last one must not count pages ("Discussion    12").
    """
    if figures < 3 or figures < len(cells) - 1:
        return False
    if not last:
        return sum(map(len, cells)) >= 4 * len(cells)
    plain = [int(cell) for cell in cells if cell.isdecimal()]
    return len(plain) < figures or plain != sorted(plain)


def grouped(lines: Sequence[Line], rows: Sequence[Sequence[Piece]]) -> list[TableRow]:
    """The lines of a table as its rows: the lines of a head are one, and so are lines that go on in the same cells."""
    out: list[TableRow] = []
    in_head = True
    for i, (line, row) in enumerate(zip(lines, rows, strict=True)):
        in_head = in_head and not has_figure(row)
        close = i > 0 and step(lines[i - 1], line) <= CLOSE
        if not (out and close and (goes_on_head(rows[i - 1], row) if in_head else goes_on(out[-1], row))):
            out.append({})
        for column, words in row:
            out[-1].setdefault(column, []).append(part(line, words, ""))
    return out


def goes_on_head(above: Sequence[Piece], row: Sequence[Piece]) -> bool:
    """Whether a line without figures belongs to the head above it: it is no title of the rows that come."""
    return len(row) > 1 or row[0][0] > 1 or len(above) == 1


def goes_on(above: TableRow, row: Sequence[Piece]) -> bool:
    """Whether the pieces of a line go on cells of the row above."""
    column, words = row[0]
    small = words[0].text[:1].islower()
    if has_figure(row):  # "Fees through the end of" / "the trial    $5,000"
        return small and list(above) == [1] == [column]
    return all(c in above for c, _ in row) and (column > 1 or (small and len(row) == 1))


def edges(lines: Iterable[Line], gutters: Sequence[Gutter]) -> list[float]:
    """Left and right edge of each column: the middles of the gutters."""
    boxes = [line.bbox for line in lines]
    middles = [(gutter.x0 + gutter.x1) / 2 for gutter in gutters]
    return [min(box.x0 for box in boxes), *middles, max(box.x1 for box in boxes)]
