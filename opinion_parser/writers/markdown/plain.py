"""Parts that the AST keeps as plain lines with footnote marks beside them: captions, bylines, signatures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from opinion_parser import nodes
from opinion_parser.writers.markdown.blocks import Chunk, break_lines
from opinion_parser.writers.markdown.inlines import render_text
from opinion_parser.writers.markdown.runs import Context

__all__ = ["GAP", "caption", "lines_of"]

GAP = "\u2003\u2003"
"""Between the cells of a caption row: em spaces, wide in print, and no markup (a rail or a table would be)."""

_OPEN, _CLOSE = Chunk("<!-- caption -->"), Chunk("<!-- /caption -->")


def caption(
    lines: Sequence[str], rows: Sequence[Sequence[int | None]], refs: Iterable[nodes.PlainRef], context: Context
) -> list[Chunk]:
    """A caption as printed, between its comments: a line for a row, its left and right cell with a gap between."""
    if not any(line.strip() for line in lines):
        return []
    noted = _with_refs(lines, refs)
    if sorted(i for row in rows for i in row if i is not None) != list(range(len(lines))):
        rows = [[i] for i in range(len(lines))]
    bands = [list(band) for _, band in groupby(rows, key=len)]
    return [_OPEN, *(chunk for band in bands for chunk in _paragraph(band, noted, context)), _CLOSE]


def lines_of(lines: Sequence[str], refs: Iterable[nodes.PlainRef], context: Context) -> list[Chunk]:
    """Lines as one paragraph with hard breaks."""
    return list(_paragraph([[i] for i in range(len(lines))], _with_refs(lines, refs), context))


def _paragraph(
    rows: Sequence[Sequence[int | None]], lines: Sequence[list[nodes.Inline]], context: Context
) -> Iterator[Chunk]:
    """Rows of lines as one paragraph; none where they have no text."""
    written: list[str] = []
    for row in rows:
        cells = [_cell(lines[i], context, not written) if i is not None else "" for i in row]
        if any(cells):
            written.append(GAP.join(cells).rstrip())
    if written:
        yield Chunk(break_lines(written))


def _cell(line: list[nodes.Inline], context: Context, first: bool) -> str:
    return "".join(render_text(line, context, first).lines)


def _with_refs(lines: Sequence[str], refs: Iterable[nodes.PlainRef]) -> list[list[nodes.Inline]]:
    """The lines as inlines, with each reference at its offset; one beyond the last line stands at its end."""
    places: list[tuple[int, int, nodes.FootnoteRef]] = []
    for ref in refs:
        line = min(max(ref.line, 0), len(lines) - 1)
        offset = min(max(ref.offset, 0), len(lines[line])) if line == ref.line else len(lines[line])
        places.append((line, offset, nodes.FootnoteRef(ref.label, ref.footnote)))
    out: list[list[nodes.Inline]] = []
    for index, text in enumerate(lines):
        inlines: list[nodes.Inline] = []
        start = 0
        for _, offset, mark in sorted((p for p in places if p[0] == index), key=lambda place: place[1]):
            inlines += [nodes.Text(text[start:offset]), mark]
            start = offset
        out.append([*inlines, nodes.Text(text[start:])])
    return out
