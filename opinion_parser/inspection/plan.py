"""What is drawn on a page, as plain values in points: lines with their zones and kinds, strokes, footnote labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import median
from typing import NamedTuple

from opinion_parser.inspection.palette import BODY, CELL, LEFT, NOTE, RIGHT, opens_block
from opinion_parser.inspection.sheets import Sheet
from opinion_parser.inspection.tokens import Tokens
from opinion_parser.layout.measure import Measure
from opinion_parser.source import BBox, Line, Zone, note_label

__all__ = ["Begins", "LineMark", "Plan", "Ring", "Stroke", "plan_sheet"]


class Begins(Enum):
    """Whether a line begins a block: it goes on one, layout and grammar say so, or the grammar alone.

    The grammar alone: after a page turn or a quotation text that goes on must begin a block anew; assembly joins it.
    """

    NO = 0
    YES = 1
    PERHAPS = 2


class LineMark(NamedTuple):
    """A line: its box, zone or kind of furniture, token, cell, facts, and whether a block begins.

    A cell of a caption is shown as "2L", one of a table as "2.3": row and column. ``part``: what the caption's own
    grammar calls it ("docket").
    """

    bbox: BBox
    zone: str
    kind: str
    cell: str
    facts: str
    begins: Begins
    part: str = ""


class Stroke(NamedTuple):
    """A drawn "rule", a "cell" of a drawn grid, the "divider" of a caption's columns, an "edge" of the measure."""

    bbox: BBox
    name: str


class Ring(NamedTuple):
    """A footnote's label ("label"), or a raised mark in the text that may refer to one ("reference")."""

    bbox: BBox
    name: str


@dataclass(slots=True)
class Plan:
    """All that is drawn on one sheet; sizes in points."""

    width: float
    height: float
    measure: Measure
    lines: list[LineMark]
    strokes: list[Stroke]
    rings: list[Ring]

    def zones(self) -> Counter[str]:
        """How many lines each zone has."""
        return Counter(line.zone for line in self.lines)

    def kinds(self) -> Counter[str]:
        """How many lines have each token."""
        return Counter(line.kind for line in self.lines if line.kind)


SHOWN_OTHERWISE = frozenset({"left", "right-cell", "label", "caption", "table", "row", "cell", "cell-more"})
"""Facts that have marks of their own."""


def plan_sheet(sheet: Sheet, measure: Measure, tokens: Tokens) -> Plan:
    """What to draw on a sheet."""
    lines = [line for line in sheet.lines if line.words]
    marks = [mark_line(line, sheet, tokens) for line in lines]
    strokes = [Stroke(sheet.moved(rule.bbox), "rule") for rule in sheet.page.rules]
    strokes += [Stroke(sheet.moved(cell), "cell") for grid in sheet.page.tables for cell in grid]
    upright = [rule.bbox for rule in sheet.page.rules if not rule.horizontal]
    strokes += [Stroke(sheet.moved(box), "divider") for box in dividers(lines, upright)]
    edges = [x for x in (measure.left, measure.right) if 0 <= x <= sheet.width]
    strokes += [Stroke(BBox(x, 0.0, x, sheet.height), "edge") for x in edges]
    rings = [ring._replace(bbox=sheet.moved(ring.bbox)) for line in lines for ring in rings_of(line)]
    return Plan(sheet.width, sheet.height, measure, marks, strokes, rings)


def mark_line(line: Line, sheet: Sheet, tokens: Tokens) -> LineMark:
    """How a line is shown."""
    kind = tokens.kinds.get(id(line), "")
    cell = f"{line.row}{line.column[0].upper()}" if line.column else ""
    if line.cell is not None:
        cell = f"{line.cell.row}.{line.cell.column}"
    facts = " ".join(sorted(line.facts - SHOWN_OTHERWISE)) if line.zone is not Zone.FURNITURE else ""
    begins = Begins.NO
    if opens_block(kind):
        begins = Begins.YES if line.facts & {"start", "label"} else Begins.PERHAPS
    return LineMark(sheet.moved(line.bbox), zone_of(line), kind, cell, facts, begins, tokens.cells.get(id(line), ""))


def zone_of(line: Line) -> str:
    """The zone of a line as the palette knows it."""
    if line.zone is Zone.FURNITURE:
        return line.furniture
    if line.zone is Zone.NOTE:
        return NOTE
    if line.cell is not None:
        return CELL
    return {"left": LEFT, "right": RIGHT}.get(line.column, BODY)


RAGGED = 14.0
"""Points by which the rails of one divider may stand apart; typed text with tabs loses their alignment altogether."""


def dividers(lines: Sequence[Line], rules: Sequence[BBox]) -> Iterator[BBox]:
    """The line that parts the caption's columns: its rails, an upright rule, or between what ends and begins there."""
    cells = [line for line in lines if line.column]
    rights = [line.bbox.x0 for line in cells if line.column == "right"]
    rails = [(line.bbox.x0 + line.bbox.x1) / 2 for line in lines if line.furniture == "rail"]
    if not rights or (rails and max(rails) - min(rails) > RAGGED):
        return
    near = [line.bbox.x1 for line in cells if line.column == "left" and line.bbox.x1 < min(rights)]
    start, end = max(near, default=min(rights) - 12), min(rights)
    top, bottom = min(line.bbox.top for line in cells), max(line.bbox.bottom for line in cells)
    drawn = [rule.x0 for rule in rules if start <= rule.x0 <= end and rule.top < bottom and rule.bottom > top]
    x = median(rails or drawn or [start, end])
    yield BBox(x, top, x, bottom)


def rings_of(line: Line) -> Iterator[Ring]:
    """The footnote label that opens a line, and raised marks elsewhere."""
    for i, word in enumerate(line.words):
        if i == 0 and "label" in line.facts:
            yield Ring(word.bbox, "label")
        elif line.zone is not Zone.FURNITURE and note_label(word) is not None:
            yield Ring(word.bbox, "reference")
