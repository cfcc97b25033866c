"""What to read for the character code of a glyph: letters as they are, signs of text fonts in their plain form."""

from __future__ import annotations

import unicodedata

__all__ = [
    "BLANK",
    "CHARACTERS",
    "FIGURES",
    "FIGURE_RAISED",
    "LIGATURES",
    "SUPERSCRIPTS",
    "SYMBOLIC",
    "UNKNOWN",
    "is_private",
]

BLANK = " "
"""What :data:`CHARACTERS` has for white space of any kind."""
UNKNOWN = "\ufffd"
"""A glyph of which the file does not say what it means."""
FIGURES = frozenset("0123456789")
FIGURE_RAISED = 0.2
"""A figure that is painted this far above its baseline, in parts of the size, is the superior figure of its font."""
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
SUPERSCRIPTS = dict(zip(map(ord, "⁰¹²³⁴⁵⁶⁷⁸⁹"), "0123456789", strict=True))

_WHITE = [*range(9, 14), 32, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000]
_HYPHENS = (0x02, 0xFFFE, 0xAD)
"""PDFium's own codes for a hyphen at the end of a line, and a soft hyphen: what is painted is there."""
_SYMBOLS = {
    0xF06F: "□",
    0xF071: "❑",
    0xF0A7: "▪",
    0xF0A8: "□",
    0xF0B7: "•",
    0xF0D8: "➢",
    0xF0FC: "✓",
    0xF0FD: "☒",
    0xF0FE: "☑",
}
"""Bullets and ticks of the fonts Symbol and Wingdings, as Word writes them."""
_BRACES = dict(enumerate("‾⏐⎯®©™⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪⎮⎞⎟⎠⎤⎥⎦⎫⎬⎭", 0xF8E5)) | dict(enumerate("©®™", 0xF6D9))
"""Signs that Adobe's fonts have in the private area: parts of large brackets beside the parties of a caption."""
SYMBOLIC = range(0xF020, 0xF100)
"""Where fonts without an encoding have the characters of Windows-1252."""
_PRIVATE = range(0xE000, 0xF900)
_SILENT = ("Cc", "Cf", "Cs", "Cn")
"""Categories of characters that print nothing."""


class _Characters(dict[int, str]):
    """The text of character codes, judged once for each code."""

    def __missing__(self, code: int) -> str:
        text = self[code] = _character(code)
        return text


def _character(code: int) -> str:
    if code in _WHITE:
        return BLANK
    if code in _HYPHENS:
        return "-"
    for table in (LIGATURES, SUPERSCRIPTS, _SYMBOLS, _BRACES):
        if code in table:
            return table[code]
    if code in SYMBOLIC:
        return bytes([code - 0xF000]).decode("cp1252", "ignore").strip()
    if code > 0x10FFFF or unicodedata.category(chr(code)) in _SILENT:
        return ""
    return chr(code)


CHARACTERS = _Characters()
"""The text for a code: :data:`BLANK` for white space, nothing for what prints nothing, ``fi`` for a ligature."""


def is_private(text: str) -> bool:
    """Whether a character means nothing outside of its font."""
    return ord(text[0]) in _PRIVATE
