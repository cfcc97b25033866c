"""Footnote marks that lost their raised position are raised again where a note's body waits for one.

A digit after a word proves nothing; a digit that is the label of a note on the same page, between the marks of its
neighbours, does. What a mark may look like is told by layout/mark_shapes.py; here the likeliest place is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from opinion_parser.layout.mark_shapes import Shape, damaged_mark, mark_shape, parted
from opinion_parser.source import Line, note_label

Spot = tuple[int, int]
"""Where a mark stands: index of its line in reading order, index of its word in the line."""


class Mark(NamedTuple):
    """A raised mark: where it stands, its label, its page; ``doubtful`` where it may be none.

    It may be an exponent ("10⁶", "x²"), or belong to the notes of a table: in a cell, or a letter.
    """


    spot: Spot
    label: str
    page: int
    doubtful: bool


def marks_of(lines: Sequence[Line]) -> Iterator[Mark]:
    """The raised marks in ``lines`` in reading order."""
    for k, line in enumerate(lines):
        for i, word in enumerate(line.words):
            label = note_label(word)
            if label is not None:
                base = line.words[i - 1].text if i and word.glued else ""
                doubtful = bool(_BASE.fullmatch(base)) or line.cell is not None or label.isalpha()
                yield Mark((k, i), label, line.page, doubtful)


# "10", "(2", "x"; a year, or a number that ends a sentence, may have a mark
_BASE = re.compile(r"\(?(?!(?:1[789]|20)\d\d)\d+|\(?[a-zA-Z]")


class MarkFinder:
    """Looks for plain marks in some lines, in reading order."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.numbers = {number for line in lines for word in line.words for number in re.findall(r"\d+", word.text)}

    def raise_mark(self, label: str, after: Spot, before: Spot, pages: Sequence[int]) -> Spot | None:
        """Raise the likeliest plain mark with this label between two places, in place; None where there is none.

        ``pages`` are those on which it may stand, the likeliest first; a sure shape on any of them comes before a
        doubtful one. The words after it in its line move.
        """
        best: tuple[bool, int, float] | None = None
        found: tuple[Spot, Shape] | None = None
        for k in range(max(after[0], 0), min(before[0] + 1, len(self.lines))):
            if self.lines[k].page not in pages:
                continue
            for i in range(len(self.lines[k].words)):
                shape = self.shape(k, i, label) if after < (k, i) < before else None
                if shape is None:
                    continue
                rank = (shape.confidence < SURE, pages.index(self.lines[k].page), -shape.confidence)
                if best is None or rank < best:
                    best, found = rank, ((k, i), shape)
        if found is None:
            return None
        (k, i), shape = found
        at = next(n for n, word in enumerate(shape.words) if note_label(word))
        shape.words[at] = replace(shape.words[at], confidence=shape.confidence)
        line = self.lines[k]
        line.words = [*line.words[:i], *shape.words, *line.words[i + 1 :]]
        return k, i + at

    def shape(self, k: int, i: int, label: str) -> Shape | None:
        """The mark that a word may hold, by its form or, at the last, by what OCR made of it."""
        found = mark_shape(self.lines[k], i, label)
        if found is not None or not label.isdecimal():
            return found
        return self.after_number(k, i, label) or damaged_mark(self.lines, k, i, label)

    def after_number(self, k: int, i: int, label: str) -> Shape | None:
        """A mark glued to a number that the paper has elsewhere: "Fed. R. Evid. 4154"."""
        word = self.lines[k].words[i]
        found = re.fullmatch(rf"(\W*(\d{{2,}})){label}([.,;:?!)\]”\"]*)", word.text)
        if found is None or word.style.superscript:
            return None
        if found.group(2) not in self.numbers or self.stands_twice(found.group(2) + label):
            return None
        return Shape(0.5, parted(word, len(found.group(1)), label, found.group(3)))

    def stands_twice(self, number: str) -> bool:
        """Whether a number stands in more than one word of the lines."""
        places = (word for line in self.lines for word in line.words if number in re.findall(r"\d+", word.text))
        return len(list(places)) > 1


SURE = 0.65
"""A shape below this confidence is doubtful: a number between words, after a number, or a sign that is no number."""
