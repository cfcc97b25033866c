"""Tables without strokes: what stands between gutters is a table where a column of it has figures.

Captions, counsel lists, signatures side by side and justified text have gutters too. So a table has three rows of
words in several columns, and a column of figures, dates or dashes; where only two columns are, all of one must be
figures, and not the page numbers of a table of contents. Two rows are enough where words stand over figures.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from opinion_parser.layout.furniture import set_apart
from opinion_parser.layout.furniture.apart import line_of
from opinion_parser.layout.furniture.typed_rules import TYPED_RULE
from opinion_parser.layout.gutters import Gutter, Piece, Run, cut, find_run, is_figure, parted, step, text_of
from opinion_parser.layout.measure import body_lines
from opinion_parser.layout.tables import CAPTION_PAGES, VERSUS, TableRow, has_prose, put_table
from opinion_parser.source import Line, Page

CLOSE = 1.5
"""Distance of lines, in sizes of type, up to which they may be parts of one row."""
CELL_WORDS = 14
"""Words of one line of a cell, at most: more are text."""


ITEM_WORDS = 8
"""Words beside a figure that opens its row, at most: more are a sentence."""
# "12", "3, 5, 12": where a table of contents or of authorities leads to
_PAGES = re.compile(r"\d{1,3}(?:, \d{1,3})*")


class Found(NamedTuple):
    """A run that is a table: its lines, each with its pieces."""

    run: Run
    rows: list[list[Piece]]


def mark_columned_tables(pages: Sequence[Page]) -> None:
    """Part the lines of tables without strokes into cells, in place."""
    running = False
    gutters: list[Gutter] = []
    for page in pages:
        printed = [line for line in body_lines(page) if may_be_row(line)]
        lines, leaders = zip(*map(parted, printed), strict=True) if printed else ((), ())
        found = tables_in(lines, gutters)
        for run, rows in found:
            if running or page.number > CAPTION_PAGES or has_prose(lines[: run.start]):
                own = slice(run.start, run.end)
                for leader in filter(None, leaders[own]):
                    set_apart(leader, "leader")
                old, beside = printed[own], [leader for leader in leaders[own] if leader]
                table = grouped(lines[own], rows)
                put_table(page, old, table, edges(old, run.gutters), beside, heads_of(table))
        running = running or has_prose(lines)
        gutters = found[-1].run.gutters if found else []


def may_be_row(line: Line) -> bool:
    """Whether a line may be a row of a table: none of a caption, no rule typed between rows."""
    return bool(line.words) and not (line.column or "caption" in line.facts or TYPED_RULE.fullmatch(line.text))


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
        first, last = (columns[c] for c in sorted(columns))
        return len(several) >= 3 and (figures_after(last) or figures_before(first, last))
    if len(several) == 2:
        head, row = several
        below = sum(is_figure(text_of(words)) for _, words in row)
        return min(len(head), len(row)) >= 3 and not has_figure(head) and below > 1
    wide = sum(len(row) > 2 for row in several)
    some = any(figures[c] >= 2 and figures[c] >= 0.6 * (len(cells) - 1) for c, cells in columns.items())
    return len(several) >= 3 and 2 * wide >= len(several) and some


def nearly_all(cells: Sequence[str]) -> bool:
    """Whether cells are figures, three at least, but for a head."""
    return sum(map(is_figure, cells)) >= max(3, len(cells) - 1)


def figures_after(cells: Sequence[str]) -> bool:
    """Whether the last of two columns has nothing but figures, and none that count pages ("Discussion    12")."""
    pages = [[int(number) for number in cell.split(", ")] for cell in cells if _PAGES.fullmatch(cell)]
    counting = len(pages) >= len(cells) - 1 and (pages == sorted(pages) or max(map(len, pages)) > 1)
    return nearly_all(cells) and not counting


def figures_before(cells: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether the first of two columns has figures that are no markers of a list, and the other one no sentences."""
    longer = sum(map(len, cells)) >= 4 * len(cells) and not any(cell[0] in "(¶§[" for cell in cells)
    short = all(len(text.split()) <= ITEM_WORDS and not text.endswith(".") for text in texts)
    return nearly_all(cells) and longer and short


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
            out[-1].setdefault(column, []).append(line_of(line, words))
    return out


def heads_of(table: Sequence[TableRow]) -> int:
    """How many rows at the top have no figures, and are no titles of the rows below them."""
    for i, row in enumerate(table):
        texts = [" ".join(line.text for line in cell) for cell in row.values()]
        if any(map(is_figure, texts)) or list(row) == [1]:
            return i
    return 0


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
