"""A plan drawn over its page with Pillow: washes under the words, marks above them, tokens and a legend beside it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PIL import Image, ImageChops, ImageDraw

from opinion_parser.inspection.legend import Legend
from opinion_parser.inspection.marks import Box, Pen, font_of, outline, ring, stroke, triangle
from opinion_parser.inspection.palette import GREY, LEFT, PALE, RIGHT, WHITE, Colour, colour_of, ink, wash
from opinion_parser.inspection.plan import Begins, LineMark, Plan
from opinion_parser.readers import Raster
from opinion_parser.source import BBox

__all__ = ["draw"]

PAD = 16
"""Pixels of white around a page: typed lines begin at its very edge, and their marks stand before them."""
SIZE = 12
"""Size in pixels of the words beside lines."""
BLANK = 6
"""Pixels between two pieces of words."""
UNNAMED = frozenset({"line-number", "rail"})
"""Furniture that stands beside other lines, whose names have the room."""


class Piece(NamedTuple):
    """Words of one colour that stand beside a line."""

    text: str
    colour: Colour


Rows = list[tuple[float, list[Piece]]]
"""Words beside the page, with the middle of their line in points from the top."""
CLOSE = 7.5
"""Points by which lines in one row of words beside the page may stand apart."""


def draw(plan: Plan, ground: Raster, scale: float, titles: Sequence[str]) -> bytes:
    """The PNG of a plan over its page, which is drawn with ``scale`` pixels a point.

    The tokens and kinds of furniture stand left of the page; right of it those of right-hand cells, the facts of each
    line, and a legend that begins with the ``titles``: the document, the page, the reader.
    """
    page = marked(plan, ground, scale)
    left, right, legend = tokens_of(plan), facts_of(plan), Legend(plan, titles)
    page_x = PAD + width_of(left)
    facts_x = page_x + page.width
    legend_x = facts_x + width_of(right) + PAD
    image = Image.new("RGB", (legend_x + legend.width + PAD, max(page.height, legend.height + 2 * PAD)), WHITE)
    image.paste(page, (page_x, 0))
    pen = ImageDraw.Draw(image)
    for middle, pieces in left:
        write(pen, pieces, page_x - length(pieces), PAD + middle * scale)
    for middle, pieces in right:
        write(pen, pieces, facts_x, PAD + middle * scale)
    legend.draw(pen, legend_x, PAD)
    data = io.BytesIO()
    image.save(data, "PNG")
    return data.getvalue()


def marked(plan: Plan, ground: Raster, scale: float) -> Image.Image:
    """The page, white around it, and on it every mark; what goes on beyond that is cut off."""
    image = Image.new("RGB", (ground.width + 2 * PAD, ground.height + 2 * PAD), WHITE)
    image.paste(washed(plan, ground, scale), (PAD, PAD))
    pen = ImageDraw.Draw(image)
    pen.rectangle((PAD - 1, PAD - 1, PAD + ground.width, PAD + ground.height), outline=PALE)
    draw_marks(pen, plan, scale)
    return image


def washed(plan: Plan, ground: Raster, scale: float) -> Image.Image:
    """The page with every line's box washed in its zone's colour; what is black stays black."""
    page = Image.frombytes("RGB", (ground.width, ground.height), ground.rgb)
    colours = Image.new("RGB", page.size, WHITE)
    pen = ImageDraw.Draw(colours)
    for line in plan.lines:
        pen.rectangle(pixels(line.bbox, scale), fill=wash(colour_of(line.zone)))
    return ImageChops.multiply(page, colours)


def pixels(box: BBox, scale: float, corner: int = 0) -> Box:
    """A box in pixels, on a page whose corner is so far from the top and the left."""
    x0, x1 = sorted((corner + box.x0 * scale, corner + box.x1 * scale))
    top, bottom = sorted((corner + box.top * scale, corner + box.bottom * scale))
    return x0, top, x1, bottom


def draw_marks(pen: Pen, plan: Plan, scale: float) -> None:
    """Outlines, strokes, rings and the signs of beginnings."""
    for line in plan.lines:
        outline(pen, pixels(line.bbox, scale, PAD), line.zone)
    for drawn in plan.strokes:
        stroke(pen, pixels(drawn.bbox, scale, PAD), drawn.name)
    for mark in plan.rings:
        ring(pen, pixels(mark.bbox, scale, PAD), mark.name)
    for line in plan.lines:
        if line.begins is not Begins.NO:
            x0, top, _, bottom = pixels(line.bbox, scale, PAD)
            triangle(pen, x0 - 2, (top + bottom) / 2, line.begins is Begins.YES)


def tokens_of(plan: Plan) -> Rows:
    """What stands left of the page: cell and token of each line, the kind of furniture."""
    return rows_of(
        (line, [Piece(f"{line.cell} {line.kind or line.zone} {line.part}".strip(), ink(colour_of(line.zone)))])
        for line in plan.lines
        if line.zone != RIGHT and line.zone not in UNNAMED
    )


def facts_of(plan: Plan) -> Rows:
    """What stands right of the page: the facts of each line, and before them cell and token of right-hand cells."""
    found: list[tuple[LineMark, list[Piece]]] = []
    for line in plan.lines:
        name = f"{line.cell} {line.kind} {line.part}" if line.zone == RIGHT else line.cell if line.zone == LEFT else ""
        pieces = [Piece(name, ink(colour_of(line.zone))), Piece(line.facts, GREY)]
        found.append((line, [piece for piece in pieces if piece.text]))
    return rows_of(found)


def rows_of(found: Iterable[tuple[LineMark, list[Piece]]]) -> Rows:
    """Words beside lines; those of lines at the same height stand in one row, in the order of the lines."""
    rows: Rows = []
    for line, pieces in sorted(found, key=lambda item: ((item[0].bbox.top + item[0].bbox.bottom) / 2, item[0].bbox.x0)):
        middle = (line.bbox.top + line.bbox.bottom) / 2
        if rows and middle - rows[-1][0] < CLOSE:
            rows[-1][1].extend(pieces)
        elif pieces:
            rows.append((middle, list(pieces)))
    return rows


def length(pieces: Sequence[Piece]) -> float:
    """The width in pixels of words beside a line."""
    return sum(font_of(SIZE).getlength(piece.text) + BLANK for piece in pieces)


def width_of(rows: Rows) -> int:
    """The width in pixels of the widest words beside lines."""
    return round(max((length(pieces) for _, pieces in rows), default=0.0))


def write(pen: Pen, pieces: Sequence[Piece], x: float, y: float) -> None:
    """Write words from ``x`` on, their middle at ``y``."""
    for piece in pieces:
        pen.text((x, y), piece.text, font=font_of(SIZE), fill=piece.colour, anchor="lm")
        x += length([piece])
