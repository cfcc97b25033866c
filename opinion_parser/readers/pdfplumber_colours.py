"""Colours as pdfplumber's interpreter has them, in red, green and blue from 0 to 255."""

from __future__ import annotations

from pdfminer.pdfcolor import PDFColorSpace

__all__ = ["Colour", "colour_of"]

Colour = tuple[float, float, float]
BLACK: Colour = (0.0, 0.0, 0.0)
INKS = ("Separation", "DeviceN")
"""Colour spaces in which 1 is most ink, not most light."""
UNKNOWN = ("Indexed", "Lab", "Pattern")
"""Colour spaces whose numbers say nothing by themselves."""


def colour_of(colour: object, space: PDFColorSpace) -> Colour:
    """The colour that some numbers mean; black where that is not known."""
    numbers = colour if isinstance(colour, tuple) else (colour,)
    light = [min(1.0, max(0.0, number)) for number in numbers if isinstance(number, int | float)]
    if not light or len(light) < len(numbers) or space.name in UNKNOWN:
        return BLACK
    if space.name in INKS:
        light = [1.0 - max(light)]
    if len(light) == 4:
        *inks, black = light
        light = [(1.0 - ink) * (1.0 - black) for ink in inks]
    red, green, blue = light if len(light) == 3 else (light[0],) * 3
    return 255 * red, 255 * green, 255 * blue
