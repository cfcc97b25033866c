"""Blocks as Markdown: pieces between blank lines, at the left edge until a container indents them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from opinion_parser import nodes
from opinion_parser.writers.markdown.inlines import render_cell, render_heading, render_text
from opinion_parser.writers.markdown.runs import Context

__all__ = ["PARAGRAPH", "Chunk", "break_lines", "indent", "join", "render_blocks", "split_marks"]

MARK, PARAGRAPH = "mark", "paragraph"
DEEPEST_HEADING = 6
_EMPTY = _SEPARATOR = "<!-- -->"
"""Content of an item without any; keeps lists apart that would be read as one."""

_NUMBER = re.compile(r"(0|[1-9]\d{0,8})([.)])")
_BULLETS = frozenset("•‣◦·●○◆▪■□➢-–—*")


class Chunk(NamedTuple):
    """Markdown between blank lines.

    ``kind`` is :data:`MARK` for a page mark, :data:`PARAGRAPH`, the sign of a list (``-``, ``.``, ``)``), or empty.
    """

    text: str
    kind: str = ""


def render_blocks(blocks: Iterable[nodes.Block], context: Context) -> list[Chunk]:
    """The blocks in order. A page mark that opens a block becomes a chunk before it."""
    out: list[Chunk] = []
    for block in blocks:
        for chunk in _render(block, context):
            if out and chunk.kind in ("-", ".", ")") and out[-1].kind == chunk.kind:
                out.append(Chunk(_SEPARATOR))
            out.append(chunk)
    return out


def join(chunks: Iterable[Chunk]) -> str:
    """The chunks with blank lines between them."""
    return "\n\n".join(chunk.text for chunk in chunks)


def break_lines(lines: Sequence[str]) -> str:
    """The lines of one paragraph with hard breaks between them.

    A backslash would turn a rule to write on ("By: ______") at the end of a line into a beginning of emphasis.
    """
    broken = [line + ("  \n" if line.endswith("_") else "\\\n") for line in lines[:-1]]
    return "".join([*broken, *lines[-1:]])


def indent(text: str, first: str, rest: str) -> str:
    """``text`` with ``first`` before its first line and ``rest`` before the others, no blanks at line ends."""
    prefixes = (rest if i else first for i in itertools.count())
    lines = zip(prefixes, text.split("\n"), strict=False)
    return "\n".join(prefix + line if line else prefix.rstrip() for prefix, line in lines)


def split_marks(chunks: Sequence[Chunk]) -> tuple[list[Chunk], list[Chunk]]:
    """The page marks at the beginning, and the other chunks."""
    count = next((i for i, chunk in enumerate(chunks) if chunk.kind != MARK), len(chunks))
    return list(chunks[:count]), list(chunks[count:])


def _render(block: nodes.Block, context: Context) -> Iterable[Chunk]:
    match block:
        case nodes.Section():
            return _section(block, context)
        case nodes.Paragraph():
            return _paragraph(block, context)
        case nodes.Quote():
            return _quote(block, context)
        case nodes.List():
            return _list(block, context)
        case nodes.Table():
            return _table(block, context)
        case nodes.Break():
            return _paragraph(nodes.Paragraph([*block.inlines, nodes.Text(block.text)]), context)


def _section(section: nodes.Section, context: Context) -> Iterator[Chunk]:
    marks, lines = render_heading(_numbered(section.number, section.heading), context)
    yield from (Chunk(mark, MARK) for mark in marks)
    level = min(max(section.level, 1), DEEPEST_HEADING)
    yield from (Chunk(f"{'#' * level} {line}") for line in lines)
    yield from render_blocks(section.blocks, context)


def _paragraph(paragraph: nodes.Paragraph, context: Context) -> Iterator[Chunk]:
    marks, lines = render_text(_numbered(paragraph.number, paragraph.inlines), context)
    yield from (Chunk(mark, MARK) for mark in marks)
    if lines:
        yield Chunk(break_lines(lines), PARAGRAPH)


def _numbered(number: str | None, inlines: list[nodes.Inline]) -> list[nodes.Inline]:
    """The inlines of a paragraph or heading with its number before them."""
    if not number:
        return inlines
    sign = "¶ " if number[:1].isalnum() else ""
    return [nodes.Text(f"{sign}{number} "), *inlines]


def _quote(quote: nodes.Quote, context: Context) -> Iterator[Chunk]:
    marks, inner = split_marks(render_blocks(quote.blocks, context))
    yield from marks
    if inner:
        yield Chunk(indent(join(inner), "> ", "> "))


def _list(items: nodes.List, context: Context) -> Iterator[Chunk]:
    """The items, in as many Markdown lists as their markers need.

    ``1.`` and ``1)`` are Markdown's own markers as long as they count on, since it counts by itself; bullets of any
    shape are ``-``. Other markers (``(a)``, ``A.``, ``1.1``) stand as text in a bulleted item.
    """
    written: list[str] = []
    kind, expected, margin = "", 0, ""
    for item in items.items:
        number = _NUMBER.fullmatch(item.marker.strip())
        marks, inner = split_marks(render_blocks(_marked(item), context))
        own_kind = number[2] if number else "-"
        if written and (own_kind != kind or (number and int(number[1]) != expected)):
            yield Chunk("\n\n".join(written), kind)
            written = []
        if written:
            written += [margin + mark.text for mark in marks]  # at the left edge it would end the list
        else:
            yield from marks
        kind, expected = own_kind, int(number[1]) + 1 if number else 0
        sign = number[0] if number else "-"
        margin = " " * (len(sign) + 1)
        written.append(indent(join(inner) or _EMPTY, sign + " ", margin))
    if written:
        yield Chunk("\n\n".join(written), kind)


def _marked(item: nodes.ListItem) -> list[nodes.Block]:
    """The blocks of an item, with its marker as text where Markdown has none of the kind."""
    marker = item.marker.strip()
    if _NUMBER.fullmatch(marker) or marker in _BULLETS:
        return item.blocks
    match item.blocks:
        case [nodes.Paragraph(number=None) as first, *rest]:
            return [msgspec.structs.replace(first, inlines=[nodes.Text(f"{marker} "), *first.inlines]), *rest]
        case blocks:
            return [nodes.Paragraph([nodes.Text(marker)]), *blocks]


def _table(table: nodes.Table, context: Context) -> Iterator[Chunk]:
    """A pipe table. Where its first row is no head, the row of headings that pipe tables must have stays empty."""
    rows = [[render_cell(cell.inlines, context) for cell in row.cells] for row in table.rows]
    width = max((len(row) for row in rows), default=0)
    if any(any(row) for row in rows):
        lines = [row + [""] * (width - len(row)) for row in rows]
        if not table.rows[0].head:
            lines.insert(0, [""] * width)
        lines.insert(1, ["---"] * width)
        yield Chunk("\n".join("| " + " | ".join(line) + " |" for line in lines))
