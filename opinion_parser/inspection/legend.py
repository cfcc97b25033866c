"""The legend: what the colours, kinds and marks of this one picture mean, and how many there are of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from opinion_parser.inspection.marks import Box, Pen, font_of, outline, ring, stroke, triangle
from opinion_parser.inspection.palette import BLACK, COLOURS, GREY, KINDS, colour_of, wash
from opinion_parser.inspection.plan import Begins, Plan

__all__ = ["Legend", "rows_of"]

SIZE, LEADING = 13, 19
"""Size of the words, and distance of rows, in pixels."""
SAMPLE = (30, 13)
"""Width and height in pixels of a sample."""
LONGEST = 40
"""Characters of a title that are shown."""


@dataclass(frozen=True, slots=True)
class Row:
    """``words`` and a ``count``; before them what they explain: a sample to draw, or a name. A title has neither."""

    words: str
    count: int | None = None
    sample: Callable[[Pen, Box], object] | None = None
    name: str = ""


STROKES = {
    "divider": "parts the caption's columns",
    "rule": "drawn rule",
    "cell": "cell of a drawn grid",
    "edge": "edge of the measure",
}
RINGS = {"label": "label of a footnote", "reference": "raised mark: a reference?"}
BEGINS = {Begins.YES: "a block begins", Begins.PERHAPS: "begins or goes on: see the manual"}


def rows_of(plan: Plan, titles: Sequence[str]) -> list[Row]:
    """All rows: the titles and the measure, then zones, tokens and marks that occur, each with its number."""
    measure, zones, kinds = plan.measure, plan.zones(), plan.kinds()
    rows = [Row(title if len(title) <= LONGEST else title[: LONGEST - 3] + "...") for title in titles]
    rows.append(Row(f"measure {measure.left:.0f} to {measure.right:.0f} pt"))
    rows.append(Row(f"size {measure.size:g} pt, leading {measure.leading:g} pt"))
    order = [*(zone for zone in COLOURS if zone in zones), *sorted(set(zones) - set(COLOURS))]
    rows += section("Zones (lines)", [Row(zone, zones[zone], partial(swatch, zone=zone)) for zone in order])
    order = [*(kind for kind in KINDS if kind in kinds), *sorted(set(kinds) - set(KINDS))]
    rows += section("Tokens of the grammar (lines)", [Row(words_of(kind), kinds[kind], name=kind) for kind in order])
    parts = Counter(line.part for line in plan.lines if line.part)
    rows += section("Tokens of the caption's grammar", [Row(part, parts[part]) for part in sorted(parts)])
    begins = Counter(line.begins for line in plan.lines)
    strokes, rings = Counter(s.name for s in plan.strokes), Counter(r.name for r in plan.rings)
    marks = [Row(BEGINS[b], begins[b], partial(start, solid=b is Begins.YES)) for b in BEGINS if begins[b]]
    marks += [Row(RINGS[name], rings[name], partial(ring, name=name)) for name in RINGS if rings[name]]
    marks += [Row(STROKES[name], strokes[name], partial(level, name=name)) for name in STROKES if strokes[name]]
    rows += section("Marks", marks)
    return rows + section("Grey words beside the page", [Row("facts that the layout found")])


def section(title: str, rows: list[Row]) -> list[Row]:
    """Rows under a title, after an empty row; nothing where there are no rows."""
    return [Row(""), Row(title), *rows] if rows else []


def words_of(kind: str) -> str:
    """What a token is called."""
    return KINDS[kind].words if kind in KINDS else ""


def swatch(pen: Pen, box: Box, zone: str) -> None:
    """A line of a zone."""
    pen.rectangle(box, fill=wash(colour_of(zone)))
    outline(pen, box, zone)


def start(pen: Pen, box: Box, solid: bool) -> None:
    """The sign that a block begins."""
    triangle(pen, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, solid)


def level(pen: Pen, box: Box, name: str) -> None:
    """A stroke, level though it may be upright on the page."""
    middle = (box[1] + box[3]) / 2
    stroke(pen, box if name == "cell" else (box[0], middle, box[2], middle), name)


class Legend:
    """The rows with their size in pixels."""

    def __init__(self, plan: Plan, titles: Sequence[str]) -> None:
        font = font_of(SIZE)
        self.rows = rows_of(plan, titles)
        self.key = 8 + max([SAMPLE[0], *(font.getlength(row.name) for row in self.rows)])
        counts = max(font.getlength(str(row.count)) for row in self.rows) + 12
        self.width = round(max(self.indent(row) + font.getlength(row.words) for row in self.rows) + counts)
        self.height = LEADING * len(self.rows)

    def indent(self, row: Row) -> float:
        """Where the words of a row begin."""
        return self.key if row.sample or row.name else 0.0

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw it with its corner at ``x``, ``y``."""
        font = font_of(SIZE)
        for row in self.rows:
            if row.sample is not None:
                row.sample(pen, (x + 2, y + 1, x + 2 + SAMPLE[0], y + 1 + SAMPLE[1]))
            pen.text((x, y), row.name, font=font, fill=BLACK)
            pen.text((x + self.indent(row), y), row.words, font=font, fill=BLACK if row.count is None else GREY)
            if row.count is not None:
                pen.text((x + self.width, y), str(row.count), font=font, fill=BLACK, anchor="ra")
            y += LEADING
