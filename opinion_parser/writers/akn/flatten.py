"""What is nested beyond reason, laid flat: programs that read XML refuse more than 256 elements inside each other.

No opinion nests quotations twenty deep; a misread one, or JSON from elsewhere, might. Its words are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from opinion_parser import nodes

__all__ = ["BLOCKS_DEEP", "INLINES_DEEP", "leaf_inlines", "leaf_paragraphs"]

BLOCKS_DEEP = 20
"""How many blocks may stand inside each other."""
INLINES_DEEP = 10
"""How many inlines may stand inside each other."""

_LEAVES = (nodes.Text, nodes.FootnoteRef, nodes.PageBreak, nodes.LineBreak)


def leaf_inlines(inlines: Sequence[nodes.Inline]) -> Iterator[nodes.Inline]:
    """The texts, references and breaks of some inlines in reading order, without their styles."""
    waiting = list(reversed(inlines))
    while waiting:
        inline = waiting.pop()
        if isinstance(inline, _LEAVES):
            yield inline
        else:
            waiting += reversed(inline.inlines)


def leaf_paragraphs(blocks: Sequence[nodes.Block]) -> Iterator[nodes.Paragraph]:
    """Each heading, number, marker, paragraph and cell of some blocks as a paragraph, in reading order."""
    waiting: list[nodes.Block] = list(reversed(blocks))
    while waiting:
        match waiting.pop():
            case nodes.Paragraph(number=None) as block:
                yield block
            case nodes.Paragraph() as block:
                yield nodes.Paragraph([nodes.Text(f"{block.number} "), *block.inlines])
            case nodes.Section(number=None) as block:
                yield nodes.Paragraph(block.heading)
                waiting += reversed(block.blocks)
            case nodes.Section() as block:
                yield nodes.Paragraph([nodes.Text(f"{block.number} "), *block.heading])
                waiting += reversed(block.blocks)
            case nodes.Quote() as block:
                waiting += reversed(block.blocks)
            case nodes.List() as block:
                for item in reversed(block.items):
                    waiting += [*reversed(item.blocks), nodes.Paragraph([nodes.Text(item.marker)])]
            case nodes.Break() as block:
                yield nodes.Paragraph([*block.inlines, nodes.Text(block.text)])
            case nodes.Table() as block:
                yield from (nodes.Paragraph(cell.inlines) for row in block.rows for cell in row.cells)
