"""Tables of text: the pipe tables that OCR engines write as Markdown, and their HTML tables, made pipe tables first.

| Lawyer    | Hours | Rate |
| --------- | ----: | ---- |
| Ann Wells |  12.5 | $300 |
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from opinion_parser.layout.furniture import set_apart
from opinion_parser.layout.furniture.apart import line_of
from opinion_parser.layout.tables import TableRow, put_table
from opinion_parser.source import COLUMN, ROW, Line, Page, Word

__all__ = ["mark_piped_tables", "without_html_tables"]

# "| :--- | ---: | --- |": the row below a table's head
_DELIMITER = re.compile(r"(?=.*\|)\|?(?: ?:?-{2,}:? ?(?:\||$))+")


def mark_piped_tables(page: Page) -> None:
    """Part the lines of a page's pipe tables into cells, in place; rows that only draw are set apart."""
    lines = list(page.lines)
    for i, delimiter in enumerate(lines):
        if i and delimiter.cell is None and _DELIMITER.fullmatch(delimiter.text) and "|" in lines[i - 1].text:
            end = i + 1
            while end < len(lines) and "|" in lines[end].text and follows(lines[end - 1], lines[end]):
                end += 1
            mark(page, [lines[i - 1], *lines[i + 1 : end]])
            set_apart(delimiter, "rule")


def follows(above: Line, line: Line) -> bool:
    """Whether no blank line parts two lines."""
    return line.bbox.top - above.bbox.top < 1.5 * ROW


def mark(page: Page, lines: Sequence[Line]) -> None:
    """Make a table of lines that are rows, in place."""
    rows: list[TableRow] = []
    for line in lines:
        cells = cells_of(line)
        rows.append({column: [line_of(line, words)] for column, words in cells.items()})
        if not cells:
            set_apart(line, "rule")
    width = max((column for row in rows for column in row), default=0)
    if width:
        edges = [COLUMN * column for column in range(width + 1)]
        put_table(page, [line for line, row in zip(lines, rows, strict=True) if row], rows, edges, heads=1)


def cells_of(line: Line) -> dict[int, list[Word]]:
    """The words between the pipes of a row, by column from 1; cells without words are left out."""
    cells: dict[int, list[Word]] = {}
    column = 0 if line.text.startswith("|") else 1
    for word in line.words:
        for i, text in enumerate(word.text.split("|")):
            column += i > 0
            if text:
                words = cells.setdefault(column, [])
                words.append(replace(word, text=text, glued=word.glued and bool(words) and i == 0))
    return cells


# ---------------------------------------------------------------- HTML

_TABLE = re.compile(r"<table\b[^<>]*>(.*?)</table\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"(</?(?:tr|t[dh]|thead|tbody|tfoot|caption|colgroup|col)\b[^<>]*>)", re.IGNORECASE)
_SPAN = re.compile(r"colspan\s*=\s*[\"']?(\d{1,2})", re.IGNORECASE)


def without_html_tables(text: str) -> str:
    """A text with its HTML tables as pipe tables; words of a table that stand in no cell go before it."""
    return _TABLE.sub(lambda found: piped(found[1]), text) if "<" in text else text


def piped(body: str) -> str:
    """The inside of an HTML table as a pipe table, with blank lines around it."""
    rows: list[list[str]] = []
    before: list[str] = []
    at: int | None = None  # the open cell
    head = False  # the first row is one
    for piece in _TAG.split(body):
        tag = _TAG.fullmatch(piece)
        name = piece[1:].split(">")[0].split()[0].lower() if tag else ""
        if name == "tr":
            rows.append([])
            at = None
        elif name in ("td", "th"):
            rows = rows or [[]]
            at = len(rows[-1])
            head = head or (name == "th" and len(rows) == 1)
            span = _SPAN.search(piece)
            rows[-1] += [""] * max(1, int(span[1]) if span else 1)
        elif not tag and piece.strip():
            words = " ".join(piece.split())
            if at is None:
                before.append(words)
            else:
                rows[-1][at] = f"{rows[-1][at]} {words}".strip()
    lines = ["| " + " | ".join(row) + " |" for row in rows if row]
    if lines:
        width = max(map(len, rows))
        lines[head:head] = [*([] if head else ["|" * (width + 1)]), "|" + " --- |" * width]
    return "\n\n" + "\n\n".join([*before, "\n".join(lines)]) + "\n\n"
