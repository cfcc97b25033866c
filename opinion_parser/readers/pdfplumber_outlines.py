"""How high above the baseline a glyph begins, from the outlines of a font that is embedded in the file.

Typesetters take superior figures from the font: a ``1`` of its own, painted high on the common baseline, which the
font's tables call ``1`` as well. Only its outline tells, and pdfplumber does not look at outlines. TrueType says it in
a header; in the Compact Font Format (Adobe's Technical Notes 5176, 5177) the outline has to be drawn.
"""

from __future__ import annotations

import struct
from itertools import pairwise
from typing import Protocol

from opinion_parser.readers.pdfplumber_charstrings import lowest_point

__all__ = ["CompactFont", "Outlines", "TrueType"]

Numbers = list[float]


class Outlines(Protocol):
    """The glyphs of a font program. A damaged one raises any exception."""

    def bottom(self, glyph: int) -> float | None:
        """The lowest point of a glyph in parts of the size, None if it has no ink."""


class TrueType:
    """A font with the tables ``head``, ``loca`` and ``glyf``."""

    def __init__(self, data: bytes) -> None:
        self._glyphs, self._places, head = (_table(data, tag) for tag in (b"glyf", b"loca", b"head"))
        (self._units,) = struct.unpack_from(">H", head, 18)
        (self._long,) = struct.unpack_from(">h", head, 50)

    def bottom(self, glyph: int) -> float | None:
        """The lowest point of a glyph."""
        if self._long:
            start, end = struct.unpack_from(">LL", self._places, 4 * glyph)
        else:
            start, end = (2 * place for place in struct.unpack_from(">HH", self._places, 2 * glyph))
        if start == end:
            return None
        (lowest,) = struct.unpack_from(">h", self._glyphs, start + 4)
        return float(lowest / self._units)


_CHARSET, _CHARSTRINGS, _PRIVATE, _SUBROUTINES = 15, 17, 18, 19
_ROS, _FONTS, _SELECT = 0x1E00, 0x2400, 0x2500
"""Operators of a dictionary; those of two bytes (12 and another) as the second byte times 256."""
UNITS = 1000
"""Units of the size in which nearly every such font draws."""


class CompactFont:
    """A font in the Compact Font Format. Glyphs are numbered as in a PDF: by character identifier if they have them."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(b"OTTO"):  # wrapped in OpenType
            data = _table(data, b"CFF ")
        self._data = data
        _, place = self._index(data[2])
        tops, place = self._index(place)
        _, place = self._index(place)
        self._common, _ = self._index(place)
        top = _dictionary(tops[0])
        self._outlines, _ = self._index(int(top[_CHARSTRINGS][0]))
        self._fonts = [top]
        if _FONTS in top:
            self._fonts = [_dictionary(font) for font in self._index(int(top[_FONTS][0]))[0]]
        self._private = [self._subroutines(font) for font in self._fonts]
        self._select = int(top[_SELECT][0]) if _SELECT in top else None
        self._numbers = self._identifiers(int(top[_CHARSET][0])) if _ROS in top else None

    def bottom(self, glyph: int) -> float | None:
        """The lowest point of a glyph."""
        number = glyph if self._numbers is None else self._numbers[glyph]
        lowest = lowest_point(self._outlines[number], self._common, self._private[self._font_of(number)])
        return None if lowest is None else lowest / UNITS

    def _index(self, place: int) -> tuple[list[bytes], int]:
        """The entries of an index, and where it ends."""
        (count,) = struct.unpack_from(">H", self._data, place)
        if not count:
            return [], place + 2
        width = self._data[place + 2]
        table = place + 3
        offsets = [
            int.from_bytes(self._data[i : i + width], "big") for i in range(table, table + width * (count + 1), width)
        ]
        start = table + width * (count + 1) - 1
        entries = [self._data[start + a : start + b] for a, b in pairwise(offsets)]
        return entries, start + offsets[-1]

    def _subroutines(self, font: dict[int, Numbers]) -> list[bytes]:
        """The subroutines of a font."""
        if _PRIVATE not in font:
            return []
        size, place = (int(number) for number in font[_PRIVATE])
        private = _dictionary(self._data[place : place + size])
        return self._index(place + int(private[_SUBROUTINES][0]))[0] if _SUBROUTINES in private else []

    def _identifiers(self, place: int) -> dict[int, int]:
        """The number of each glyph by its character identifier."""
        count = len(self._outlines)
        kind = self._data[place]
        found = {0: 0}
        place += 1
        while len(found) < count:
            (first,) = struct.unpack_from(">H", self._data, place)
            left = (0, 0) if kind == 0 else struct.unpack_from(">B" if kind == 1 else ">H", self._data, place + 2)
            for identifier in range(first, first + left[0] + 1):
                found[identifier] = len(found)
            place += 2 + kind
        return found

    def _font_of(self, number: int) -> int:
        """Which of the fonts a glyph belongs to."""
        if self._select is None:
            return 0
        if self._data[self._select] == 0:
            return self._data[self._select + 1 + number]
        (ranges,) = struct.unpack_from(">H", self._data, self._select + 1)
        entries = [struct.unpack_from(">HB", self._data, self._select + 3 + 3 * i) for i in range(ranges)]
        return int(max((first, font) for first, font in entries if first <= number)[1])


def _table(data: bytes, wanted: bytes) -> bytes:
    """A table of a TrueType or OpenType font; KeyError if it has none of that name."""
    (count,) = struct.unpack_from(">H", data, 4)
    for i in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * i)
        if tag == wanted:
            return data[offset : offset + length]
    raise KeyError(wanted)


def _dictionary(data: bytes) -> dict[int, Numbers]:
    """Operators and the numbers that stand before them."""
    found: dict[int, Numbers] = {}
    numbers: Numbers = []
    i = 0
    while i < len(data):
        first = data[i]
        i += 1
        if first <= 21:
            if first == 12:
                first = data[i] << 8
                i += 1
            found[first] = numbers
            numbers = []
        elif first == 28:
            numbers.append(int.from_bytes(data[i : i + 2], "big", signed=True))
            i += 2
        elif first == 29:
            numbers.append(int.from_bytes(data[i : i + 4], "big", signed=True))
            i += 4
        elif first == 30:  # a decimal number, which none of the operators here has
            while data[i] & 15 != 15:
                i += 1
            i += 1
            numbers.append(0.0)
        elif first < 247:
            numbers.append(first - 139)
        else:
            numbers.append((first - 247) * 256 + data[i] + 108 if first < 251 else (251 - first) * 256 - data[i] - 108)
            i += 1
    return found
