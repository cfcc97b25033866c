"""What pdfplumber's fonts say of a character code: the text to read for it, and its width; and what their letters look
like.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from pdfminer.encodingdb import EncodingDB
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral

from opinion_parser.readers.pdf_characters import (
    BLANK,
    CHARACTERS,
    FIGURE_RAISED,
    FIGURES,
    LIGATURES,
    SUPERSCRIPTS,
    SYMBOLIC,
    UNKNOWN,
    is_private,
)
from opinion_parser.readers.pdf_faces import Face, bare_name, face_from
from opinion_parser.readers.pdf_symbols import symbol
from opinion_parser.readers.pdfplumber_outlines import CompactFont, Outlines, TrueType

__all__ = ["Character", "Font", "Fonts"]

ITALIC = 1 << 6
HYPHEN, WINDOWS_BLANK = 0xAD, (" ", "\xa0")
"""The soft hyphen of Windows, which pdfminer takes for a blank."""
_SUPERIOR = re.compile(r"superior|\.sup")


class Character(NamedTuple):
    """What a code stands for: text (:data:`BLANK`, nothing, letters), whether it is a superior figure, its width in
    parts of the size.
    """

    text: str
    raised: bool
    width: float


class Fonts(PDFResourceManager):
    """The fonts of a document, each made once."""

    def __init__(self) -> None:
        super().__init__()
        self._dictionaries: dict[PDFFont, Mapping[str, object]] = {}
        self._fonts: dict[PDFFont, Font] = {}

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """pdfminer's font of a dictionary, which is remembered: of a composite font that of its one descendant."""
        font = super().get_font(objid, spec)
        self._dictionaries.setdefault(font, spec)
        return font

    def known(self, font: PDFFont) -> Font:
        """What is known about one of pdfminer's fonts."""
        found = self._fonts.get(font)
        if found is None:
            found = self._fonts[font] = Font(font, self._dictionaries.get(font, {}))
        return found


class Font:
    """A font of pdfplumber's, with what was found out about its codes."""

    def __init__(self, font: PDFFont, dictionary: Mapping[str, object]) -> None:
        self.font = font
        self._dictionary = dictionary
        self._name = bare_name(_name(font))
        self._characters: dict[int, Character] = {}
        self._faces: dict[tuple[bool, bool], Face] = {}

    def face(self, slanted: bool, outlined: bool) -> Face:
        """The face where the text matrix slants it, or where it is stroked as well as filled."""
        face = self._faces.get((slanted, outlined))
        if face is None:
            face = face_from(self._name, _flags(self.font), _weight(self.font.descriptor))
            face = face._replace(italic=face.italic or slanted, bold=face.bold or outlined)
            self._faces[slanted, outlined] = face
        return face

    def character(self, code: int) -> Character:
        """What a code stands for."""
        found = self._characters.get(code)
        if found is None:
            found = self._characters[code] = self._look_up(code)
        return found

    @cached_property
    def blank(self) -> float:
        """The width of its blank in parts of the size, 0 if it has none."""
        table = getattr(getattr(self.font, "unicode_map", None), "cid2unichr", {})
        codes = (code for code, text in table.items() if text == " ") if self.font.is_multibyte() else (32,)
        return next((self.character(code).width for code in codes if self.character(code).text == BLANK), 0.0)

    def _look_up(self, code: int) -> Character:
        width = self.font.char_width(code)
        text = _ligature(self.font, code) or self._symbol(code)
        if text:
            return Character(text, False, width)
        raw = self._raw(code)
        if raw is None:
            return Character(UNKNOWN, False, width)
        parts = [CHARACTERS[ord(c)] for c in raw]
        if parts and all(part == BLANK for part in parts):
            return Character(BLANK, False, width)
        text = "".join(part for part in parts if part != BLANK)
        raised = raw in map(chr, SUPERSCRIPTS) or (text in FIGURES and self._is_superior(code))
        return Character(text or UNKNOWN if raw < BLANK else text, raised, width)

    def _raw(self, code: int) -> str | None:
        """The characters that the font's tables give, None where they do not tell.

        What stands on the key is better than nothing.
        """
        try:
            raw = self.font.to_unichr(code)
        except PDFUnicodeNotDefined:
            return None if self.font.is_multibyte() else chr(code)
        return "-" if code == HYPHEN and raw in WINDOWS_BLANK else raw

    def _is_superior(self, code: int) -> bool:
        """Whether a figure is painted above the baseline that it is set on, by its name or its outline."""
        if code in self._superiors:
            return True
        outlines, glyph = self._outlines, code
        if outlines is None:
            return False
        if self._glyph_numbers:
            glyph = int.from_bytes(self._glyph_numbers[2 * code : 2 * code + 2], "big")
        try:
            return (outlines.bottom(glyph) or 0.0) > FIGURE_RAISED
        except Exception:  # a damaged font; it says nothing
            return False

    @cached_property
    def _superiors(self) -> set[int]:
        """The codes that the font's dictionary names ``onesuperior`` or ``one.sups``."""
        encoding = resolve1(self._dictionary.get("Encoding"))
        differences = resolve1(encoding.get("Differences")) if isinstance(encoding, dict) else None
        found: set[int] = set()
        code = 0
        for entry in differences if isinstance(differences, list) else ():
            if isinstance(entry, int):
                code = entry
                continue
            if isinstance(entry, PSLiteral) and _SUPERIOR.search(str(entry.name)):
                found.add(code)
            code += 1
        return found

    @cached_property
    def _outlines(self) -> Outlines | None:
        """The outlines of a font whose codes are the numbers of its glyphs: a composite one that is in the file."""
        if not self.font.is_multibyte():
            return None
        try:
            for key, kind in (("FontFile2", TrueType), ("FontFile3", CompactFont)):
                program = resolve1(self.font.descriptor.get(key))
                if isinstance(program, PDFStream):
                    return kind(bytes(program.get_data()))
        except Exception:  # a damaged font; it says nothing
            return None
        return None

    @cached_property
    def _glyph_numbers(self) -> bytes:
        """Two bytes for each code where a TrueType font numbers its glyphs in another way."""
        table = resolve1(self._dictionary.get("CIDToGIDMap"))
        return bytes(table.get_data()) if isinstance(table, PDFStream) else b""

    def _symbol(self, code: int) -> str:
        """The sign of a symbol font, where the file does not say otherwise."""
        raw = self._raw(code)
        if raw and ord(raw[0]) in SYMBOLIC:
            return symbol(self._name, ord(raw[0]))
        unsaid = not self.font.is_multibyte() and raw in (chr(code), EncodingDB.std2unicode.get(code))
        return symbol(self._name, code).strip() if unsaid else ""


def _ligature(font: PDFFont, code: int) -> str:
    """The letters of a glyph that its name tells to be a ligature where the font's table maps it to the first of them
    or to nothing that is known; else nothing.
    """
    name = getattr(font, "cid2unicode", {}).get(code, "")
    if len(name) != 1 or ord(name) not in LIGATURES:
        return ""
    letters = LIGATURES[ord(name)]
    try:
        raw = font.to_unichr(code)
    except PDFUnicodeNotDefined:
        return letters
    return letters if raw == letters[0] or is_private(raw) else ""


def _name(font: PDFFont) -> str:
    """The name that the font's dictionary or its descriptor gives."""
    name = getattr(font, "basefont", None) or font.fontname
    if isinstance(name, bytes):
        name = name.decode("latin-1")
    return "" if name == "unknown" else str(name)


def _flags(font: PDFFont) -> int:
    """The flags of a font; a leaning one is italic, as PDFium has it, whatever they say."""
    return font.flags | ITALIC if font.italic_angle < 0 else font.flags


def _weight(descriptor: Mapping[str, object]) -> int:
    """The weight that goes with the width of a font's stems, as PDFium reckons it."""
    stem = resolve1(descriptor.get("StemV", 0))
    if not isinstance(stem, int | float):
        return 0
    return int(stem * 5 if stem < 140 else stem * 4 + 140)
