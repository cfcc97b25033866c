"""Setting words apart: whole lines, parts of a line at a gap, words in the middle of a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from opinion_parser.source import BBox, Line, Page, Word, Zone

LINE_SIZE = 6.0
"""Points: what is set smaller than this is measured as if it were this size."""


def set_apart(line: Line, kind: str) -> None:
    """Label one line as furniture."""
    line.zone, line.furniture = Zone.FURNITURE, kind


def segments(line: Line) -> list[list[Word]]:
    """The words of a line in the groups that white space parts: wider than a word space, or at a change of type.

    A stamp set beside a caption reads as the end of the caption's line ("No. 21-50498      Lyle W. Cayce").
    """
    groups: list[list[Word]] = []
    for word in line.words:
        above = groups[-1][-1] if groups else None
        if above is None:
            groups.append([word])
            continue
        gap = word.bbox.x0 - above.bbox.x1
        size = max(LINE_SIZE, above.style.size, word.style.size)
        other_type = (above.style.font, round(above.style.size)) != (word.style.font, round(word.style.size))
        if gap > 0.8 * size or (gap > 0.5 * size and other_type):
            groups.append([word])
        else:
            groups[-1].append(word)
    return groups


def size_of(line: Line) -> float:
    """The size of a line's type, which white space is measured by."""
    return max(LINE_SIZE, line.size)


def line_of(line: Line, words: Sequence[Word], column: str = "") -> Line:
    """Some words of a line as a line of their own, in the same zone; ``column`` is "left" or "right" in a caption."""
    first, *rest = words
    box = BBox(
        min(word.bbox.x0 for word in words),
        min(word.bbox.top for word in words),
        max(word.bbox.x1 for word in words),
        max(word.bbox.bottom for word in words),
    )
    opening = replace(first, glued=False) if first.glued else first
    return replace(line, words=[opening, *rest], bbox=box, column=column)


def take_out(page: Page, line: Line, words: Sequence[Word], kind: str) -> None:
    """Set some words of a line apart as a line of furniture before it; the rest closes up to one line."""
    taken = {id(word) for word in words}
    rest = [word for word in line.words if id(word) not in taken]
    if not rest:
        set_apart(line, kind)
        return
    apart = line_of(line, words)
    set_apart(apart, kind)
    kept = line_of(line, rest)
    line.words, line.bbox = kept.words, kept.bbox
    page.lines.insert(next(i for i, other in enumerate(page.lines) if other is line), apart)


def words_between(line: Line, start: int, end: int) -> list[Word]:
    """The words that hold the characters ``start`` to ``end`` of the line's text, all of each word."""
    found: list[Word] = []
    at = 0
    for i, word in enumerate(line.words):
        at += 0 if word.glued or i == 0 else 1
        if at < end and at + len(word.text) > start:
            found.append(word)
        at += len(word.text)
    return found
