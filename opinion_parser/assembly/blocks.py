"""From drafts to nodes: paragraphs, quotations, lists, and headings nested into sections."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from opinion_parser import nodes
from opinion_parser.assembly.hyphens import Vocabulary
from opinion_parser.assembly.inlines import Piece, make_inlines
from opinion_parser.assembly.joins import Draft, drafts
from opinion_parser.assembly.plain import joined, without
from opinion_parser.assembly.sections import Heading, nest, opens_series
from opinion_parser.layout.numbered import number_of
from opinion_parser.parsing.tree import PageTurn, Part
from opinion_parser.source import BBox, Line

HEADINGS = ("named_heading", "styled_heading")


@dataclass(slots=True)
class BlockBuilder:
    """Makes the blocks of one document: ``indented`` and ``paginated`` are the evidence that joins need."""

    vocabulary: Vocabulary
    indented: bool
    paginated: bool
    cuts: Iterator[PageTurn] = field(default_factory=lambda: (PageTurn(page, True) for page in itertools.count(2)))
    """The page turns of a source that marks none, to be taken in reading order."""

    def blocks(self, items: Iterable[Part | Line | PageTurn]) -> list[nodes.Block]:
        """Nested blocks of the parts of a writing (or of front and back matter) in reading order."""
        return self.nested(drafts(items, self.indented, self.paginated, self.cuts))

    def nested(self, found: Iterable[Draft]) -> list[nodes.Block]:
        """Nodes of drafts, with the blocks after a heading inside its section."""
        return nest([node for draft in found for node in self.nodes_of(draft)])

    def nodes_of(self, draft: Draft) -> list[nodes.Block | Heading]:
        """The nodes of one draft: two headings on one line are two, any other is one."""
        if draft.rule not in HEADINGS:
            return [self.block(draft)]
        first = draft.lines[0]
        count = first.opening[1]
        upper, lower = first.opening[0], without(first, count)
        if not lower.words or not opens_series(upper, lower.opening[0]):
            return [self.heading(draft.pieces, first)]
        at = draft.pieces.index(first)
        head = replace(first, words=first.words[:count])
        return [self.heading([*draft.pieces[:at], head], first), self.heading([lower, *draft.pieces[at + 1 :]], first)]

    def heading(self, pieces: Sequence[Piece], first: Line) -> Heading:
        """A heading of some pieces, set as its ``first`` line; it waits for its level."""
        own, number = take_number(pieces)
        text = joined([piece for piece in own if isinstance(piece, Line)])
        return Heading(text, first.facts, make_inlines(own, self.vocabulary, plain=True), place(first), number)

    def block(self, draft: Draft) -> nodes.Block:
        """One draft that is no heading as a node."""
        at = place(draft.lines[0])
        if draft.rule == "quote":
            return nodes.Quote([self.paragraph(inner) for inner in draft.inner], at)
        if draft.rule == "list":
            return nodes.List([self.item(entry) for entry in draft.inner], at)
        if draft.rule == "table":
            return self.table(draft)
        if draft.rule == "stars":
            return self.stars(draft)
        return self.paragraph(draft)

    def paragraph(self, draft: Draft) -> nodes.Paragraph:
        """A paragraph, its number apart."""
        pieces, number = take_number(draft.pieces)
        return nodes.Paragraph(make_inlines(pieces, self.vocabulary), number, at=place(draft.lines[0]))

    def stars(self, draft: Draft) -> nodes.Break:
        """A row of stars, and the page turns before it."""
        turns = [piece for piece in draft.pieces if not isinstance(piece, Line)]
        breaks = [node for node in make_inlines(turns, self.vocabulary) if isinstance(node, nodes.PageBreak)]
        return nodes.Break(draft.lines[0].text, breaks, place(draft.lines[0]))

    def table(self, draft: Draft) -> nodes.Table:
        """A table: every row has all its cells, also those that nothing is printed in."""
        width = max(line.cell.column for line in draft.lines if line.cell)
        rows = []
        for row in draft.inner:
            row_cells = [nodes.Cell([]) for _ in range(width)]
            for cell in row.inner:
                place_in = cell.lines[0].cell
                assert place_in is not None
                row_cells[place_in.column - 1] = nodes.Cell(make_inlines(cell.pieces, self.vocabulary))
            rows.append(nodes.Row(row_cells, "head" in row.lines[0].facts))
        return nodes.Table(rows, place(draft.lines[0]))

    def item(self, entry: Draft) -> nodes.ListItem:
        """A list item: its first word is the marker."""
        at = next(i for i, piece in enumerate(entry.pieces) if isinstance(piece, Line))
        first = entry.pieces[at]
        assert isinstance(first, Line)
        marker, count = first.opening
        rest: list[Piece] = [*entry.pieces[:at], without(first, count), *entry.pieces[at + 1 :]]
        paragraph = nodes.Paragraph(make_inlines(rest, self.vocabulary), at=place(first))
        return nodes.ListItem(marker, [paragraph], place(first))


def place(line: Line) -> nodes.Place:
    """Where a line stands in its source."""
    return nodes.Place(line.page, line.number, rounded(line.bbox))


def rounded(box: BBox) -> tuple[float, float, float, float]:
    """A box to tenths of points, as nodes carry it."""
    return round(box.x0, 1), round(box.top, 1), round(box.x1, 1), round(box.bottom, 1)


def take_number(pieces: Sequence[Piece]) -> tuple[list[Piece], str | None]:
    """The pieces of a paragraph or heading without the number that opens it, and that number."""
    first = next((i for i, piece in enumerate(pieces) if isinstance(piece, Line)), None)
    if first is None:
        return list(pieces), None
    line = pieces[first]
    assert isinstance(line, Line)
    found = number_of(line)
    alone = found is not None and len(line.words) == found[1] and len(pieces) == first + 1
    if found is None or alone:  # "¶ 12." is all that a note says
        return list(pieces), None
    return [*pieces[:first], without(line, found[1]), *pieces[first + 1 :]], str(found[0])
