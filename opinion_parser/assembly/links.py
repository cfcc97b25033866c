"""Footnotes of one writing as nodes: ids, links from marks to bodies, and what is missing on either side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from opinion_parser import nodes
from opinion_parser.assembly.blocks import BlockBuilder
from opinion_parser.assembly.footnotes import Note
from opinion_parser.diagnostics import Log

Ref = nodes.FootnoteRef | nodes.PlainRef


def note_nodes(notes: Sequence[Note], opinion: int, builder: BlockBuilder) -> list[nodes.Footnote]:
    """The footnotes of the ``opinion``-th writing (from 1), with ids that no other footnote has."""
    seen: dict[str, int] = defaultdict(int)
    out = []
    for note in notes:
        stem = f"op{opinion}.fn{note.label}" if note.label.isalnum() else f"op{opinion}.mark{len(note.label)}"
        seen[stem] += 1
        ident = stem if seen[stem] == 1 else f"{stem}-{seen[stem]}"
        out.append(nodes.Footnote(ident, note.label, builder.nested(note.blocks)))
    return out


def refs_in(blocks: Iterable[nodes.Block]) -> Iterator[nodes.FootnoteRef]:
    """The references in some blocks in reading order."""
    for block in blocks:
        if isinstance(block, nodes.Paragraph):
            yield from inline_refs(block.inlines)
        elif isinstance(block, nodes.Section):
            yield from inline_refs(block.heading)
            yield from refs_in(block.blocks)
        elif isinstance(block, nodes.Quote):
            yield from refs_in(block.blocks)
        elif isinstance(block, nodes.List):
            for item in block.items:
                yield from refs_in(item.blocks)
        elif isinstance(block, nodes.Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from inline_refs(cell.inlines)


def inline_refs(inlines: Iterable[nodes.Inline]) -> Iterator[nodes.FootnoteRef]:
    """The references among inlines and inside them."""
    for node in inlines:
        if isinstance(node, nodes.FootnoteRef):
            yield node
        elif isinstance(node, nodes.Emphasis | nodes.Strong | nodes.Underline | nodes.SmallCaps | nodes.Superscript):
            yield from inline_refs(node.inlines)


def link(refs: Iterable[Ref], notes: Sequence[nodes.Footnote], doubts: Sequence[float | None], log: Log) -> None:
    """Lead each reference to the note of its label, in place, and report what finds no partner.

    Where several notes have one label ("*" on the panel and "*" on the title), references take them in order; a
    reference beyond the last one ("see note 3" printed as a second mark) leads to the last. ``doubts``: how sure the
    label of each note is, None where it was read; a reference to a restored label is inferred.
    """
    restored = {note.id: doubt for note, doubt in zip(notes, doubts, strict=True) if doubt is not None}
    waiting: dict[str, list[str]] = defaultdict(list)
    for note in notes:
        waiting[note.label].append(note.id)
    used: set[str] = set()
    inferred: list[Ref] = []
    for ref in refs:
        ids = waiting.get(ref.label)
        if not ids:
            message = f"footnote mark {ref.label} has no footnote"
            log.report("reference-without-footnote", message)
            continue
        fresh = [ident for ident in ids if ident not in used]
        ref.footnote = fresh[0] if fresh else ids[-1]
        used.add(ref.footnote)
        if ref.footnote in restored and not ref.inferred:
            ref.inferred, ref.confidence = True, restored[ref.footnote]
        inferred += [ref] if ref.inferred else []
    if inferred:
        doubtful = min(inferred, key=lambda ref: ref.confidence or 0.0)
        log.report(
            "footnote-inferred",
            f"marks or labels of footnotes inferred, not read: {len(inferred)}; the least sure is {doubtful.label}",
        )
    for note in notes:
        if note.id not in used:
            page = first_place(note.blocks)
            log.report("footnote-without-reference", f"nothing refers to footnote {note.label}", page)


def first_place(blocks: Iterable[nodes.Block]) -> int | None:
    """The page on which some blocks begin."""
    return next((block.at.page for block in blocks if block.at is not None), None)
