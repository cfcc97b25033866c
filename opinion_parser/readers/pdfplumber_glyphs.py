"""The glyphs of a page as pdfplumber's fonts place them, one text operator after the other."""

from __future__ import annotations

import math
from typing import NamedTuple

from pdfminer.pdfinterp import PDFTextState
from pdfminer.utils import Matrix, apply_matrix_pt

from opinion_parser.readers.pdf_characters import BLANK, CHARACTERS
from opinion_parser.readers.pdf_glyphs import (
    INFERRED,
    LARGE,
    REAL,
    Glyphs,
    Item,
    Setting,
    Turned,
    is_pale,
    measure,
    run_together,
)
from opinion_parser.readers.pdfplumber_colours import Colour
from opinion_parser.readers.pdfplumber_fonts import Character, Font, Fonts
from opinion_parser.source import BBox

__all__ = ["PageText"]

FILL_AND_STROKE = 2
"""The text rendering mode by which programs make a bold cut that they do not have."""
ASCENT, DESCENT = 0.7, 0.2
"""The height of a turned glyph above and below its baseline, in parts of its size."""
LEVEL = 0.5
"""Glyphs whose baselines are further apart, in parts of the size, stand in two lines."""
WIDEST_BLANK = 1 / 3
"""A font whose blank is wider, in parts of the size, does not tell how wide blanks are."""


class _Last(NamedTuple):
    """The glyph before: where it starts and ends, its width in parts of the size, and its setting."""

    start: float
    end: float
    width: float
    setting: Setting


class PageText:
    """What is written on a page of this size, told operator by operator; ``fonts`` lives as long as the document."""

    def __init__(self, fonts: Fonts, width: float, height: float) -> None:
        self._fonts = fonts
        self._width, self._height = width, height
        self._items: list[Item] = []
        self._turned: list[Turned] = []
        self._last: _Last | None = None
        self._parted = False
        self.instead: str | None = None
        """What to read in place of the glyphs that come; once it was, nothing, until the place is over (None)."""

    def glyphs(self) -> Glyphs:
        """All of it, run together to pieces."""
        glyphs = run_together(self._items, self._width, self._height)
        glyphs.turned = self._turned
        return glyphs

    def show(self, state: PDFTextState, parts: list[object], matrix: Matrix, colour: Colour, opacity: float) -> None:
        """Note the glyphs of one operator, and leave ``state`` behind the last one.

        pdfminer does so, too, but without the spacing behind the last glyph.
        """
        if state.font is None:
            return
        font = self._fonts.known(state.font)
        size, stretch = state.fontsize, 0.01 * state.scaling
        setting = self._setting(state, font, matrix, (*colour, opacity))
        word_space = 0.0 if font.font.is_multibyte() else state.wordspace
        x, y = state.linematrix
        tight = min(0.0, state.charspace / size) if size else 0.0
        kern = tight
        first: tuple[float, float] | None = None
        for part in parts:
            if isinstance(part, int | float):
                kern -= 0.001 * part
                x -= 0.001 * part * size * stretch
            elif isinstance(part, bytes):
                for code in font.font.decode(part):
                    character = font.character(code)
                    start = apply_matrix_pt(matrix, (x, y + state.rise))
                    end = apply_matrix_pt(matrix, (x + character.width * size * stretch, y + state.rise))
                    first = first or start
                    if self.instead is None:
                        self._note(character, start, end, setting, kern, font)
                    spacing = state.charspace + (word_space if code == 32 else 0.0)
                    x += (character.width * size + spacing) * stretch
                    kern = tight
        if self.instead and first:
            for sign in self.instead:
                self._note(Character(CHARACTERS[ord(sign)], False, 0.0), first, end, setting, 0.0, font)
            self.instead = ""
        state.linematrix = x, y

    def _setting(self, state: PDFTextState, font: Font, matrix: Matrix, colour: tuple[float, ...]) -> Setting:
        """What all glyphs of an operator have in common."""
        a, b, c, d, _, _ = matrix
        stretch = 0.01 * state.scaling
        size, em, angle, slanted = measure(abs(state.fontsize), a * stretch, b * stretch, c, d)
        face = font.face(slanted, state.render == FILL_AND_STROKE)
        x, y = state.linematrix
        baseline = self._height - apply_matrix_pt(matrix, (x, y + state.rise))[1]
        return Setting(size, em, face, baseline, angle, size >= LARGE and is_pale(*colour))

    def _note(
        self,
        character: Character,
        start: tuple[float, float],
        end: tuple[float, float],
        setting: Setting,
        kern: float,
        font: Font,
    ) -> None:
        """Note one glyph by its start and end on the baseline, and the blank that a gap before it means."""
        text = character.text
        if not text:
            return
        if text == BLANK:
            self._items.append((BLANK, start[0], end[0], None, REAL))
            self._parted, self._last = True, None
            return
        if setting.angle:
            self._turned.append(self._turn(text, start, end, setting, self._parted))
            self._items.append(("", 0.0, 0.0, None, 0))
            self._parted, self._last = False, None
            return
        if self._last and self._is_parted(self._last, start[0], character.width, setting, kern, font):
            self._items.append((BLANK, self._last.end, start[0], None, INFERRED))
        self._items.append((text, start[0], end[0], setting, int(character.raised)))
        self._parted, self._last = False, _Last(start[0], end[0], character.width, setting)

    def _is_parted(self, last: _Last, x: float, width: float, setting: Setting, kern: float, font: Font) -> bool:
        """Whether the gap between neighbours is a blank, as PDFium judges it.

        Within an operator half of the font's blank is one; spacing of all letters is not. Between two operators it
        depends on the width of the glyphs beside it.
        """
        if setting is last.setting:
            half = font.blank / 2 if 0 < font.blank <= WIDEST_BLANK else _gap(width, 300, 500, 700)
            return kern >= half
        if abs(setting.baseline - last.setting.baseline) > LEVEL * max(setting.size, last.setting.size):
            return True
        widest = max(width, last.width)
        em = last.setting.em if last.width >= width else setting.em
        return abs(x - last.start) > last.end - last.start + _gap(widest, 400, 700, 800) * em

    def _turn(
        self, text: str, start: tuple[float, float], end: tuple[float, float], setting: Setting, blank: bool
    ) -> Turned:
        """A glyph of turned text."""
        turn = math.radians(setting.angle)
        across, along = -math.sin(turn) * setting.size, math.cos(turn) * setting.size
        corners = [(x + h * across, y + h * along) for x, y in (start, end) for h in (ASCENT, -DESCENT)]
        xs, ys = [x for x, _ in corners], [self._height - y for _, y in corners]
        offset = start[1] * math.cos(turn) - start[0] * math.sin(turn)
        box = BBox(min(xs), min(ys), max(xs), max(ys))
        return Turned(text, box, setting.angle, offset, blank, setting.size, setting.face)


def _gap(width: float, first: int, second: int, third: int) -> float:
    """The least gap that is a blank beside a glyph of this width: a smaller part of a wider one. PDFium reckons in
    thousandths of the size.
    """
    whole = int(1000 * width)
    parts = 2 if whole < first else 4 if whole < second else 5 if whole < third else 6
    return whole // parts / 1000
