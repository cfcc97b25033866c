"""Blocks as Akoma Ntoso: levels and numbered paragraphs where a hierarchy may stand, plain blocks elsewhere.

The schema lets a ``level`` have either ``content`` or ``intro``, levels, ``wrapUp``; text between two levels becomes a
level without heading. Quotations, list items, notes and the header take no levels: headed parts in them are ``tblock``.
An element that would be empty is not written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml.etree import _Element

from opinion_parser import nodes
from opinion_parser.schemas import AKN
from opinion_parser.writers.akn.flatten import BLOCKS_DEEP, leaf_paragraphs
from opinion_parser.writers.akn.inlines import write_inlines
from opinion_parser.writers.akn.notes import Notes
from opinion_parser.writers.akn.xml import child, local, put

__all__ = ["BlockWriter"]

Blocks = Sequence[nodes.Block]
_PARAGRAPH = f"{{{AKN}}}p"


class BlockWriter:
    """Writes blocks and their footnotes at the end of an element."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.depth = 0

    # ------------------------------------------------------------ footnotes

    def refer(self, parent: _Element, ref: nodes.FootnoteRef | nodes.PlainRef) -> None:
        """The footnote of a mark, if this is its place, else the mark alone."""
        note = self.notes.claim(ref.footnote)
        if note is None:
            put(child(parent, "sup", {"class": "noteRef"}), ref.label)
        else:
            self.footnote(parent, note, ref.label)

    def footnote(self, parent: _Element, note: nodes.Footnote, marker: str = "") -> None:
        """A footnote with all its blocks."""
        marker = marker.strip() or note.label.strip() or "*"
        attributes = {"class": "footnote", "marker": marker, "placement": "bottom"}
        made = child(parent, "authorialNote", attributes)
        self.notes.inside = True
        depth, self.depth = self.depth, 0
        self.flow(made, note.blocks)
        self.depth = depth
        self.notes.inside = False
        _fill(made)

    # ------------------------------------------------------------ where a hierarchy may stand

    def parts(self, parent: _Element, blocks: Blocks) -> None:
        """Blocks and levels in any order, as the parts of a judgment take them."""
        for run, is_part in _runs(blocks):
            if is_part:
                self._part(parent, run)
            else:
                self.flow(parent, run)

    def _part(self, parent: _Element, run: Blocks) -> None:
        first, *rest = run
        if isinstance(first, nodes.Section):
            self._level(parent, first)
        elif isinstance(first, nodes.Paragraph):
            made = child(parent, "paragraph")
            _number(made, first.number or "")
            content = child(made, "content")
            self._paragraph(content, first)
            self.flow(content, rest)
            _prune(content)
            _prune(made)

    def _level(self, parent: _Element, section: nodes.Section) -> None:
        if self.depth == BLOCKS_DEEP:
            deep = child(parent, "level")
            self._within(deep, "content", [section])
            _prune(deep)
            return
        made = child(parent, "level")
        _number(made, section.number or "")
        self._heading(made, section.heading)
        self.depth += 1
        runs = list(_runs(section.blocks))
        hierarchic = any(is_part for _, is_part in runs)
        for i, (run, is_part) in enumerate(runs):
            if is_part:
                self._part(made, run)
                continue
            if not hierarchic:
                self._within(made, "content", run)
            elif i == 0:
                self._within(made, "intro", run)
            elif i == len(runs) - 1:
                self._within(made, "wrapUp", run)
            else:
                between = child(made, "level")
                self._within(between, "content", run)
                _prune(between)
        self.depth -= 1
        _prune(made)

    def _within(self, parent: _Element, name: str, blocks: Blocks) -> None:
        made = child(parent, name)
        self.flow(made, blocks)
        _prune(made)

    def _heading(self, parent: _Element, heading: Sequence[nodes.Inline]) -> bool:
        made = child(parent, "heading")
        write_inlines(made, heading, self.refer)
        return not _prune(made)

    # ------------------------------------------------------------ where only blocks may stand

    def flow(self, parent: _Element, blocks: Blocks) -> None:
        """Blocks without a hierarchy."""
        if self.depth == BLOCKS_DEEP:
            blocks = list(leaf_paragraphs(blocks))
        self.depth += 1
        for block in blocks:
            match block:
                case nodes.Paragraph(number=None):
                    self._paragraph(parent, block)
                case nodes.Paragraph():
                    made = child(parent, "tblock", {"class": "numbered"})
                    _number(made, block.number or "")
                    self._paragraph(made, block)
                    _fill(made)
                case nodes.Section():
                    self._headed_block(parent, block)
                case nodes.Quote():
                    outer = child(parent, "block", {"name": "quotation"})
                    made = child(outer, "embeddedStructure")
                    self.flow(made, block.blocks)
                    if _prune(made):
                        parent.remove(outer)
                case nodes.List():
                    self._list(parent, block)
                case nodes.Table():
                    self._table(parent, block)
                case nodes.Break():
                    self._paragraph(parent, nodes.Paragraph([*block.inlines, nodes.Text(block.text)]))
        self.depth -= 1

    def _paragraph(self, parent: _Element, block: nodes.Paragraph) -> None:
        made = child(parent, "p", {"class": "editorial"} if block.editorial else None)
        inner = child(made, "remark") if block.editorial else made
        write_inlines(inner, block.inlines, self.refer)
        if _prune(inner) and block.editorial:
            _prune(made)

    def _headed_block(self, parent: _Element, section: nodes.Section) -> None:
        made = child(parent, "tblock")
        _number(made, section.number or "")
        headed = self._heading(made, section.heading)
        above = len(made)
        self.flow(made, section.blocks)
        if len(made) == above and section.number:
            child(made, "p")
        elif len(made) == above:  # a heading over nothing
            parent.remove(made)
            if headed:
                made[0].tag = _PARAGRAPH
                made[0].set("class", "heading")
                parent.append(made[0])

    def _list(self, parent: _Element, block: nodes.List) -> None:
        made = child(parent, "blockList")
        for entry in block.items:
            item = child(made, "item")
            _number(item, entry.marker)
            self.flow(item, entry.blocks)
            _fill(item)
        _prune(made)

    def _table(self, parent: _Element, block: nodes.Table) -> None:
        made = child(parent, "table")
        for row in block.rows:
            tr = child(made, "tr")
            for cell in row.cells:
                write_inlines(child(child(tr, "th" if row.head else "td"), "p"), cell.inlines, self.refer)
            _prune(tr)
        _prune(made)


def _runs(blocks: Blocks) -> Iterator[tuple[list[nodes.Block], bool]]:
    """Blocks in runs, each with whether it is a part of a hierarchy.

    Parts are a section, and a numbered paragraph with all that follows it: ¶ 16 goes on until ¶ 17 begins.
    """
    run: list[nodes.Block] = []
    is_part = False
    for block in blocks:
        section = isinstance(block, nodes.Section)
        begins = section or (isinstance(block, nodes.Paragraph) and block.number is not None)
        if run and (begins or isinstance(run[0], nodes.Section)):
            yield run, is_part
            run = []
        if not run:
            is_part = begins
        run.append(block)
    if run:
        yield run, is_part


def _number(parent: _Element, printed: str) -> None:
    """A number or marker as printed, if there is one."""
    if printed.strip():
        put(child(parent, "num"), printed)


def _fill(element: _Element) -> None:
    """An empty paragraph where the schema wants a block beside the number."""
    if all(local(inner) == "num" for inner in element):
        child(element, "p")


def _prune(element: _Element) -> bool:
    """Remove an element that has no text and no child; says whether it did."""
    parent = element.getparent()
    if len(element) or element.text or parent is None:
        return False
    parent.remove(element)
    return True
