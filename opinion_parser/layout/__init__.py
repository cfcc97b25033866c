"""Layout: from pages of lines to labelled lines. Nothing is removed; every line gets a zone and facts.

The order of the passes matters: drawn tables are found before their rows could be taken for a caption's or for running
heads, furniture is set apart before the body is measured again, columns are split before zones are told apart, and
facts are judged last, against the measure of the body alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from opinion_parser.layout.captions import caption_lines, mark_captions
from opinion_parser.layout.columned import mark_columned_tables
from opinion_parser.layout.columns import split_columns
from opinion_parser.layout.endnotes import label_endnotes, part_spelled_labels
from opinion_parser.layout.ends import mark_early
from opinion_parser.layout.facts import body_facts, note_facts
from opinion_parser.layout.furniture import label_furniture, label_typed_rules, strip_line_numbers
from opinion_parser.layout.items import mark_hung, mark_items_over_pages
from opinion_parser.layout.labels import find_labels
from opinion_parser.layout.measure import Measure, measure_pages
from opinion_parser.layout.notes import label_notes
from opinion_parser.layout.numbered import mark_numbered
from opinion_parser.layout.pictures import PagePicture, find_pictures
from opinion_parser.layout.prose import mark_byline
from opinion_parser.layout.raised import read_raised
from opinion_parser.layout.table_pages import set_heads_apart
from opinion_parser.layout.tables import CAPTION_PAGES, follow_notes, mark_drawn_tables
from opinion_parser.layout.typewritten import label_typewritten_notes
from opinion_parser.source import Line, Page, Source, Zone

__all__ = ["Layout", "lay_out"]


@dataclass(slots=True)
class Layout:
    """Labelled pages, their lines dealt into a body and a note stream, each in reading order, and their pictures."""

    pages: list[Page]
    measures: dict[int, Measure]
    pictures: list[PagePicture]

    def stream(self, zone: Zone) -> list[Line]:
        """The lines of one zone over all pages, in reading order; lines without words are left out."""
        return [line for page in self.pages for line in page.lines if line.zone is zone and line.words]

    @property
    def body(self) -> list[Line]:
        """The body of all pages."""
        return self.stream(Zone.BODY)

    @property
    def notes(self) -> list[Line]:
        """The footnotes of all pages."""
        return self.stream(Zone.NOTE)

    @property
    def furniture(self) -> list[Line]:
        """Running heads, folios, stamps, rails, line numbers."""
        return self.stream(Zone.FURNITURE)


def lay_out(source: Source) -> Layout:
    """Label the lines of ``source`` in place (zone, furniture, column, row, cell, gap, facts) and deal them out."""
    pages = source.pages
    strip_line_numbers(pages)
    read_raised(pages)
    mark_drawn_tables(pages)
    label_furniture(pages)
    measures = measure_pages(pages)
    row = 1
    for page in pages[:CAPTION_PAGES]:
        caption = caption_lines(page, first=page is pages[0])
        if page is pages[0] or caption:
            row = split_columns(page, measures[page.number], row, caption)
    mark_captions(pages)
    mark_columned_tables(pages)
    part_spelled_labels(pages)
    label_endnotes(pages)
    if pages and pages[0].measured:
        label_notes(pages, measures)
    elif pages:
        label_typewritten_notes(pages, measures, source.paginated)
    follow_notes(pages)
    set_heads_apart(pages)
    find_labels(pages, source.paginated)
    label_typed_rules(pages)
    measures = measure_pages(pages)
    layout = Layout(pages, measures, find_pictures(pages))
    mark_early(layout.body, measures)
    mark_numbered(layout.body)
    mark_hung(layout.body, measures)
    before: Line | None = None
    for page in pages:
        body = [ln for ln in page.lines if ln.zone is Zone.BODY and ln.words]
        quoted = before.bbox.x0 - measures[before.page].left if before and "inset" in before.facts else None
        body_facts(body, measures[page.number], before, quoted)
        before = body[-1] if body else before
        note_facts([ln for ln in page.lines if ln.zone is Zone.NOTE and ln.words], measures[page.number])
    mark_items_over_pages(layout.body, measures)
    mark_byline(layout.body)
    return layout
