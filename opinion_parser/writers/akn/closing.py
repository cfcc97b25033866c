"""What follows the last opinion: its signature and the back matter as conclusions, appendices as attachments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.etree import _Element

from opinion_parser import nodes
from opinion_parser.writers.akn.blocks import BlockWriter
from opinion_parser.writers.akn.flatten import leaf_inlines
from opinion_parser.writers.akn.lines import locate, write_line
from opinion_parser.writers.akn.marks import Marks, line_class, spans
from opinion_parser.writers.akn.xml import child

__all__ = ["appendices_of", "write_conclusions", "write_signature"]

_APPENDIX = re.compile(r"\W*(?:appendix|annex|attachment|exhibit|schedule)\b", re.IGNORECASE)
"""How the heading of an appendix begins: "APPENDIX A", "Exhibit 2"."""


def write_signature(parent: _Element, signature: nodes.Signature, marks: Marks, writer: BlockWriter) -> None:
    """The lines of a closing block, one paragraph each."""

    def elements(mark: nodes.Mark, words: str) -> tuple[tuple[str, dict[str, str]], ...]:
        return marks.signature(signature, mark, words)

    last = len(signature.lines) - 1
    for i, text in enumerate(signature.lines):
        own = [mark for mark in signature.marks if mark.line == i]
        refs = [ref for ref in signature.footnote_refs if min(max(ref.line, 0), last) == i]
        places = [(locate(ref, text, ref.offset), ref) for ref in refs]
        paragraph = child(parent, "p", line_class(own) or {"class": "signature"})
        write_line(paragraph, text, spans(own, text, elements), places, writer.refer)


def write_conclusions(parent: _Element, document: nodes.Document, marks: Marks, writer: BlockWriter) -> None:
    """``conclusions``, if there is anything to conclude with."""
    made = child(parent, "conclusions")
    signature = document.opinions[-1].signature if document.opinions else None
    if signature:
        write_signature(made, signature, marks, writer)
    back, _ = appendices_of(document)
    if back:
        container = child(made, "container", {"name": "backMatter"})
        writer.flow(container, back)
        if not len(container):
            made.remove(container)
    if not len(made):
        parent.remove(made)


def appendices_of(document: nodes.Document) -> tuple[list[nodes.Block], list[list[nodes.Block]]]:
    """The back matter before the first appendix, and the blocks of each appendix, which goes on to the next one."""
    before: list[nodes.Block] = []
    appendices: list[list[nodes.Block]] = []
    for block in document.back_matter:
        if isinstance(block, nodes.Section) and _APPENDIX.match(_words(block.heading)):
            appendices.append([block])
        else:
            (appendices[-1] if appendices else before).append(block)
    return before, appendices


def _words(inlines: Sequence[nodes.Inline]) -> str:
    return "".join(inline.text for inline in leaf_inlines(inlines) if isinstance(inline, nodes.Text))
