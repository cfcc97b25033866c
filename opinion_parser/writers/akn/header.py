"""The header: the caption as printed, a table where it stands in two columns, then the front matter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml.etree import _Element

from opinion_parser import nodes
from opinion_parser.writers.akn.blocks import BlockWriter
from opinion_parser.writers.akn.lines import locate, write_line
from opinion_parser.writers.akn.marks import Marks, line_class, spans
from opinion_parser.writers.akn.xml import child

__all__ = ["write_header"]

Row = list["int | None"]


def write_header(parent: _Element, document: nodes.Document, marks: Marks, writer: BlockWriter) -> None:
    """Append ``header`` with every line of the caption and all front matter."""
    header = child(parent, "header")
    table: _Element | None = None
    for row in _rows(document.caption):
        if len(row) == 1:
            table = None
            _line(header, row[0], document.caption, marks, writer)
            continue
        if table is None:
            table = child(header, "table", {"class": "caption"})
        tr = child(table, "tr")
        for index in row:
            _line(child(tr, "td"), index, document.caption, marks, writer)
    writer.flow(header, document.front_matter)


def _line(parent: _Element, index: int | None, caption: nodes.Caption, marks: Marks, writer: BlockWriter) -> None:
    """One line as a paragraph; an empty one where a cell has no line."""
    if index is None:
        child(parent, "p")
        return
    text = caption.lines[index]
    own = [mark for mark in caption.marks if mark.line == index]
    refs = [(locate(ref, text, ref.offset), ref) for ref in caption.footnote_refs if _home(ref, caption) == index]
    write_line(child(parent, "p", line_class(own)), text, spans(own, text, marks.caption), refs, writer.refer)


def _home(ref: nodes.PlainRef, caption: nodes.Caption) -> int:
    """The line that a reference stands in, the last one if it says a line that there is not."""
    return ref.line if 0 <= ref.line < len(caption.lines) else len(caption.lines) - 1


def _rows(caption: nodes.Caption) -> list[Row]:
    """The rows of the caption, each line in exactly one.

    Lines that no row has (all of them, where nothing is known of columns) are full-width rows before the first row
    that has a later line.
    """
    rows: list[Row] = []
    used: set[int] = set()
    for printed in caption.rows:
        row: Row = []
        for index in printed:
            known = index is not None and 0 <= index < len(caption.lines) and index not in used
            row.append(index if known else None)
            used.update([index] if known and index is not None else [])
        if any(index is not None for index in row):
            rows.append(row)
    missing = [index for index in range(len(caption.lines)) if index not in used]
    return _merge(rows, missing)


def _merge(rows: Sequence[Row], missing: Iterable[int]) -> list[Row]:
    """The rows with a full-width row for each missing line, in its place by number."""
    made: list[Row] = []
    waiting = list(missing)
    for row in rows:
        first = min(index for index in row if index is not None)
        while waiting and waiting[0] < first:
            made.append([waiting.pop(0)])
        made.append(row)
    made += [[index] for index in waiting]
    return made
