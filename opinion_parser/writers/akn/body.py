"""The opinions: the leading one dealt to the parts of a judgment, each separate writing a motivation of its own."""

from __future__ import annotations

from lxml.etree import _Element

from opinion_parser import nodes
from opinion_parser.writers.akn.blocks import BlockWriter
from opinion_parser.writers.akn.closing import write_signature
from opinion_parser.writers.akn.containers import arrange
from opinion_parser.writers.akn.lines import Span, locate, write_line
from opinion_parser.writers.akn.marks import Marks
from opinion_parser.writers.akn.xml import Path, child, own

__all__ = ["Body"]

_TYPES = {
    "dissent": "dissenting", "concurrence": "agreeing", "concurrence-in-judgment": "agreeing",
    "concurrence-in-part": "null", "dissent-in-part": "null", "statement": "null",
}  # fmt: skip
"""``opinion/@type`` of separate writings. The schema knows these three values; ``op:kind`` is exact."""


class Body:
    """``judgmentBody``: :meth:`write` first, :meth:`finish` when all marks of the document are written."""

    def __init__(self, parent: _Element, document: nodes.Document, marks: Marks, writer: BlockWriter) -> None:
        self.element = child(parent, "judgmentBody")
        self.opinions = document.opinions
        self.marks = marks
        self.writer = writer
        self.ends: list[_Element] = []
        """The last part of each opinion."""

    def write(self) -> None:
        """All opinions. The signature of the last one is left to the conclusions."""
        for i, opinion in enumerate(self.opinions):
            if i == 0 and opinion.kind not in _TYPES:
                end = self._leading(opinion)
            else:
                end = child(self.element, "motivation", {"class": f"opinion {opinion.kind}"})
                self._over(end, opinion)
                self.writer.parts(end, opinion.blocks)
            if opinion.signature and i < len(self.opinions) - 1:
                write_signature(end, opinion.signature, self.marks, self.writer)
            self.ends.append(end)

    def finish(self) -> None:
        """Footnotes without a mark at the end of their opinion; no part is left empty, and there is one at least."""
        for opinion, end in zip(self.opinions, self.ends, strict=True):
            for note in self.writer.notes.left_of(opinion):
                self.writer.footnote(child(end, "p", {"class": "footnotes"}), note)
        for part in list(self.element):
            if not len(part):
                self.element.remove(part)
        if not len(self.element):
            child(child(self.element, "motivation"), "p")

    def _leading(self, opinion: nodes.Opinion) -> _Element:
        parts = arrange(opinion.blocks)
        over = opinion.byline or opinion.caption_lines
        if not parts or (over and parts[0][0] not in {"introduction", "motivation"}):
            parts.insert(0, ("introduction", []))
        end = self.element
        for i, (name, blocks) in enumerate(parts):
            end = child(self.element, name)
            if i == 0:
                self._over(end, opinion)
            self.writer.parts(end, blocks)
        return end

    def _over(self, parent: _Element, opinion: nodes.Opinion) -> None:
        """What is printed over an opinion: a caption that comes again, the byline."""
        over = len(opinion.caption_lines)
        for i, text in enumerate(opinion.caption_lines):
            last = i == over - 1 and not opinion.byline
            refs = [ref for ref in opinion.footnote_refs if ref.line == i or (last and ref.line > i)]
            places = [(locate(ref, text, ref.offset), ref) for ref in refs]
            write_line(child(parent, "p", {"class": "caption"}), text, [], places, self.writer.refer)
        if opinion.byline:
            text = opinion.byline
            refs = [ref for ref in opinion.footnote_refs if ref.line >= over or not opinion.caption_lines]
            whole = Span(0, len(text), lambda: self._opinion(opinion))
            places = [(locate(ref, text, ref.offset), ref) for ref in refs]
            write_line(child(parent, "p", {"class": "byline"}), text, [whole], places, self.writer.refer)

    def _opinion(self, opinion: nodes.Opinion) -> Path:
        author = opinion.author and opinion.author.strip()
        by = self.marks.references.judge(author) if author else self.marks.court()
        kind = {"type": _TYPES[opinion.kind]} if opinion.kind in _TYPES else {}
        return (("opinion", {"by": by, **kind, own("kind"): opinion.kind}),)
