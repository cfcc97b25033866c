"""Anchors that a word processor hides before the marks of its footnotes: "Act." + "0F" + "1".

The anchor counts from 0 in type of a point or none, so that only the text layer shows it; the mark after it counts
from 1. Both numbers together prove the mark, whether or not it is read as raised.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from opinion_parser.layout.furniture.apart import take_out
from opinion_parser.layout.measure import body_lines
from opinion_parser.source import Line, Page, Word, note_label

# "Act.0F1", "standing.”12F13", "(IGRA)1F2."
_GLUED = re.compile(r"(?P<stem>.*\D)(?P<anchor>(?P<before>\d{1,3})F)(?P<label>[1-9]\d{0,2})(?P<tail>[^\w\s]*)")
_ALONE = re.compile(r"(\d{1,3})F")
_ENDS = re.compile(r"(?<=\D)(\d{1,3})F$")


def part_note_anchors(page: Page) -> None:
    """Set hidden anchors apart, and make raised marks of the numbers after them, in place."""
    for line, below in pairwise(body_lines(page)):
        found = _ENDS.search(line.text)
        if found and below.text == str(int(found[1]) + 1):  # the mark stands on a line of its own
            line.words = [*line.words[:-1], replace(line.words[-1], text=line.words[-1].text + below.text)]
            close_up(page, below)
    for line in body_lines(page):
        words: list[Word] = []
        anchors: list[Word] = []
        for word, after in zip(line.words, [*line.words[1:], None], strict=True):
            found = _GLUED.fullmatch(word.text)
            alone = _ALONE.fullmatch(word.text)
            if found and int(found["label"]) == int(found["before"]) + 1:
                pieces = cut(word, found)
                words += pieces
                anchors.append(pieces[1])
                continue
            if alone and after is not None and after.glued and note_label(after) == str(int(alone[1]) + 1):
                anchors.append(word)
            words.append(word)
        if anchors:
            line.words = words
            take_out(page, line, anchors, "note-anchor")


def close_up(page: Page, gone: Line) -> None:
    """Take a line out of a page, in place; the lines below it move up."""
    at = next(i for i, line in enumerate(page.lines) if line is gone)
    height = gone.bbox.height
    for line in page.lines[at + 1 :]:
        line.bbox = line.bbox._replace(top=line.bbox.top - height, bottom=line.bbox.bottom - height)
    del page.lines[at]


def cut(word: Word, found: re.Match[str]) -> list[Word]:
    """Stem, anchor, raised mark and what stands after it, as words of their own."""
    step = word.bbox.width / max(1, len(word.text))
    pieces = []
    for part in ("stem", "anchor", "label", "tail"):
        start, end = found.span(part)
        box = word.bbox._replace(x0=word.bbox.x0 + start * step, x1=word.bbox.x0 + end * step)
        style = word.style._replace(superscript=True) if part == "label" else word.style
        pieces.append(replace(word, text=found[part], bbox=box, style=style, glued=part != "stem" or word.glued))
    return [piece for piece in pieces if piece.text]
