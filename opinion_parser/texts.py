"""The words of blocks as plain strings, for passes and writers that look for something in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from opinion_parser import nodes

__all__ = ["paragraphs", "words"]


def words(inlines: Iterable[nodes.Inline]) -> str:
    """The text of some inlines without footnote marks; a page break stands for nothing, a line break for a blank."""
    out: list[str] = []
    for node in inlines:
        if isinstance(node, nodes.Text):
            out.append(node.text)
        elif isinstance(node, nodes.LineBreak):
            out.append(" ")
        elif not isinstance(node, nodes.FootnoteRef | nodes.PageBreak):
            out.append(words(node.inlines))
    return "".join(out)


def paragraphs(blocks: Iterable[nodes.Block], headings: bool = False) -> Iterator[str]:
    """The texts of all paragraphs in reading order, those in sections, quotations and lists too; no table cells.

    ``headings``: those of sections as well.
    """
    for block in blocks:
        if isinstance(block, nodes.Paragraph):
            yield words(block.inlines)
        elif isinstance(block, nodes.Section):
            if headings:
                yield words(block.heading)
            yield from paragraphs(block.blocks, headings)
        elif isinstance(block, nodes.Quote):
            yield from paragraphs(block.blocks, headings)
        elif isinstance(block, nodes.List):
            for item in block.items:
                yield from paragraphs(item.blocks, headings)
