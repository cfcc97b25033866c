"""Raised figures: an exponent is no footnote mark, and one word may hold two marks.

400 m²     1.5 x 10³     12 ft.²          a measure and its power
the port.¹,²                              notes 1 and 2
counsel.[FN1]                             note 1, as law reports on line write it
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from opinion_parser.layout.furniture.apart import take_out
from opinion_parser.source import Line, Page, Word

_UNIT = re.compile(r"(?:[cmk]?m|ft|yd|mi|in|sq|sec|s)\.?")
_NUMBER = re.compile(r"[($]?\d[\d,.]*")
_TIMES = re.compile(r"[x×·*]")
# "counsel.[FN1]", "counsel[FN*],"
_CITED = re.compile(r"(?P<stem>.+)(?P<opening>\[(?:FN|fn))(?P<label>\d{1,3}|[*†‡]{1,3})(?P<closing>\])(?P<tail>.*)")
# "1,2", "3, 4" as one word
_SEVERAL = re.compile(r"[1-9]\d{0,2}(?:[,;][1-9]\d{0,2})+")


def read_raised(pages: Sequence[Page]) -> None:
    """Tell exponents from footnote marks, and part marks that stand in one word, in place."""
    for page in pages:
        for line in list(page.lines):
            if any(_CITED.fullmatch(word.text) for word in line.words):
                raise_cited(page, line)
            if any(word.style.superscript for word in line.words):
                line.words = [piece for i in range(len(line.words)) for piece in pieces_of(line, i)]


def raise_cited(page: Page, line: Line) -> None:
    """Make raised marks of those in brackets; the signs around the label are furniture."""
    words: list[Word] = []
    signs: list[Word] = []
    for word in line.words:
        found = _CITED.fullmatch(word.text)
        if found is None:
            words.append(word)
            continue
        stem, opening, label, closing, tail = (part(word, found, name) for name in _CITED.groupindex)
        words += [stem, opening, replace(label, style=word.style._replace(superscript=True)), closing]
        words += [tail] if tail.text else []
        signs += [opening, closing]
    line.words = words
    take_out(page, line, signs, "note-mark")


def pieces_of(line: Line, i: int) -> list[Word]:
    """A word as it is, or an exponent known as one, or each of its marks as a word of its own."""
    word = line.words[i]
    if not word.style.superscript:
        return [word]
    if (word.text in ("2", "3") and is_measure(line, i)) or (word.text.isdecimal() and is_power(line, i)):
        return [replace(word, confidence=0.0)]
    if not _SEVERAL.fullmatch(word.text):
        return [word]
    return [part(word, found, 0) for found in re.finditer(r"\d+|[,;]", word.text)]


def part(word: Word, found: re.Match[str], group: int | str) -> Word:
    """The characters of a word that a group matched, as a word of its own."""
    step = word.bbox.width / len(word.text)
    start, end = found.span(group)
    box = word.bbox._replace(x0=word.bbox.x0 + start * step, x1=word.bbox.x0 + end * step)
    return replace(word, text=found.group(group), bbox=box, glued=start > 0 or word.glued)


def is_measure(line: Line, i: int) -> bool:
    """Whether a figure stands at a unit of length or time that a number counts: "400 m²", "12ft²"."""
    if i < 1 or not line.words[i].glued:
        return False
    unit = line.words[i - 1].text
    number = line.words[i - 2].text if i > 1 else ""
    return bool(_UNIT.fullmatch(unit) and _NUMBER.fullmatch(number)) or bool(
        re.fullmatch(_NUMBER.pattern + _UNIT.pattern, unit)
    )


def is_power(line: Line, i: int) -> bool:
    """Whether a figure is a power of ten that something is multiplied by: "1.5 x 10³"."""
    if i < 2 or not line.words[i].glued:
        return False
    return line.words[i - 1].text == "10" and bool(_TIMES.fullmatch(line.words[i - 2].text))
