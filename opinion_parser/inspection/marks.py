"""How each mark looks, on the page and in the legend alike. Boxes are left, top, right, bottom in pixels."""

from __future__ import annotations

from functools import lru_cache

from PIL import ImageDraw, ImageFont

from opinion_parser.inspection.palette import (
    BLACK,
    GREEN,
    GREY,
    PURPLE,
    VERMILION,
    WHITE,
    WORDS,
    YELLOW,
    Colour,
    colour_of,
    ink,
)

Box = tuple[float, float, float, float]
Pen = ImageDraw.ImageDraw
Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


@lru_cache
def font_of(size: int) -> Font:
    """The font that Pillow carries with it."""
    return ImageFont.load_default(size)


def outline(pen: Pen, box: Box, zone: str) -> None:
    """The outline of a line: solid, dashed for furniture."""
    colour = ink(colour_of(zone))
    if zone in WORDS:
        pen.rectangle(box, outline=colour)
        return
    x0, top, x1, bottom = box
    for y in (top, bottom):
        dashes(pen, (x0, y, x1, y), colour)
    for x in (x0, x1):
        dashes(pen, (x, top, x, bottom), colour)


def dashes(pen: Pen, line: Box, colour: Colour, on: int = 4, off: int = 3, width: int = 1) -> None:
    """A dashed line, upright or level."""
    x0, y0, x1, y1 = line
    upright = x0 == x1
    at, end = (y0, y1) if upright else (x0, x1)
    while at < end:
        to = min(at + on, end)
        pen.line((x0, at, x0, to) if upright else (at, y0, to, y0), fill=colour, width=width)
        at += on + off


def stroke(pen: Pen, box: Box, name: str) -> None:
    """A drawn rule, a cell of a drawn grid, a divider of columns, an edge of the measure."""
    if name == "rule":
        x0, top, x1, bottom = box
        pen.rectangle((x0 - 1, top - 1, max(x1, x0) + 1, max(bottom, top) + 1), outline=PURPLE)
    elif name == "cell":
        pen.rectangle(box, outline=ink(YELLOW), width=2)
    elif name == "divider":
        dashes(pen, box, BLACK, 9, 4, 2)
    else:
        dashes(pen, box, GREY, 2, 4)


def ring(pen: Pen, box: Box, name: str) -> None:
    """Around the label of a footnote a frame, around a reference an ellipse."""
    x0, top, x1, bottom = box
    if name == "label":
        pen.rectangle((x0 - 2, top - 1, x1 + 1, bottom + 1), outline=ink(GREEN), width=2)
    else:
        pen.ellipse((x0 - 4, top - 3, x1 + 3, bottom + 3), outline=VERMILION, width=2)


def triangle(pen: Pen, x: float, y: float, solid: bool) -> None:
    """The sign that a block begins; its point is at ``x``, ``y``."""
    pen.polygon([(x - 8, y - 5), (x - 8, y + 5), (x, y)], fill=BLACK if solid else WHITE, outline=BLACK)
