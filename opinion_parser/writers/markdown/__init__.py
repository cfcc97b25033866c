"""Markdown: the opinion to read, in CommonMark with Pandoc's footnotes; docs/markdown.md says what stands where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from opinion_parser import nodes
from opinion_parser.texts import words
from opinion_parser.writers.markdown.blocks import Chunk, join, render_blocks
from opinion_parser.writers.markdown.escaping import clean, heading_key
from opinion_parser.writers.markdown.front_matter import render_front_matter
from opinion_parser.writers.markdown.notes import label_notes, render_notes, unmarked
from opinion_parser.writers.markdown.plain import caption, lines_of
from opinion_parser.writers.markdown.runs import Context

if TYPE_CHECKING:
    from opinion_parser.writers import WriterOptions

__all__ = ["write_markdown"]


def write_markdown(document: nodes.Document, options: WriterOptions) -> bytes:
    """The document as UTF-8 Markdown, every word of it once and in order.

    ``options.page_marks`` sets ``<!-- page 2 -->`` where a page begins.
    """
    labels = label_notes(document.opinions)
    context = _context(document, labels, options.page_marks)
    head = caption(document.caption.lines, document.caption.rows, document.caption.footnote_refs, context)
    front = _part("front matter", document.front_matter, context)
    bodies = [_opinion(opinion, number, context) for number, opinion in enumerate(document.opinions, 1)]
    back = _part("back matter", document.back_matter, context)
    text = join([*head, *front, *(chunk for body in bodies for chunk in body), *back])
    chunks = [Chunk(render_front_matter(document)), *head, *front]
    for opinion, own, body in zip(document.opinions, labels, bodies, strict=True):
        chunks += [*body, *render_notes(opinion.footnotes, own, unmarked(own, text), context)]
    return (join([*chunks, *back]) + "\n").encode()


def _context(document: nodes.Document, labels: list[list[str]], page_marks: bool) -> Context:
    notes = [note for opinion in document.opinions for note in opinion.footnotes]
    by_id: dict[str, str] = {}
    for note, label in zip(notes, (label for own in labels for label in own), strict=True):
        by_id.setdefault(note.id, label)
    blocks = [*document.front_matter, *document.back_matter, *(block for note in notes for block in note.blocks)]
    blocks += [block for opinion in document.opinions for block in opinion.blocks]
    return Context(by_id, frozenset(_headings(blocks)), page_marks)


def _headings(blocks: Iterable[nodes.Block]) -> Iterator[str]:
    """The keys of the headings in some blocks."""
    for block in blocks:
        match block:
            case nodes.Section():
                yield heading_key(clean(words(block.heading)))
                yield from _headings(block.blocks)
            case nodes.Quote():
                yield from _headings(block.blocks)
            case nodes.List():
                yield from _headings(inner for item in block.items for inner in item.blocks)


def _part(name: str, blocks: list[nodes.Block], context: Context) -> list[Chunk]:
    """Front or back matter under a comment that names it; nothing where there is none."""
    chunks = render_blocks(blocks, context)
    return [Chunk(f"<!-- {name} -->"), *chunks] if chunks else []


def _opinion(opinion: nodes.Opinion, number: int, context: Context) -> list[Chunk]:
    """One opinion without its notes: its own caption, byline, body, signature."""
    above = len(opinion.caption_lines)
    on_caption = [ref for ref in opinion.footnote_refs if ref.line < above]
    on_byline = [nodes.PlainRef(r.label, r.footnote, r.line - above, r.after, r.offset)
                 for r in opinion.footnote_refs if r.line >= above]  # fmt: skip
    byline = [opinion.byline] if opinion.byline else []
    signature = opinion.signature or nodes.Signature([])
    return [
        Chunk(f"<!-- opinion {number}: {opinion.kind} -->"),
        *caption(opinion.caption_lines, [], on_caption, context),
        *lines_of(byline, on_byline, context),
        *render_blocks(opinion.blocks, context),
        *lines_of(signature.lines, signature.footnote_refs, context),
    ]
