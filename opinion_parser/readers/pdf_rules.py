"""Strokes of a page, from thin boxes that an engine found: separators, rails, underlines.

A stroke may be a line, a thin filled box, the side of a box, a thin picture or a row of dashes; pieces of one stroke
are joined.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from opinion_parser.readers.pdf_glyphs import Frame
from opinion_parser.source import BBox

__all__ = ["CLEAR", "MOST_SEGMENTS", "WHITE", "Box", "seen_in", "strokes_from", "thin_parts"]

THIN = 3.0
"""Points: thicker boxes are bars and pictures."""
SHORT = 3.0
"""Points: shorter strokes are dots and parts of letters."""
DASH, DASH_GAP = 8.0, 4.5
"""Points: strokes this short, this near to each other, are the dashes of one."""
TOUCHING = 0.75
SQUARE = 0.1
"""Points by which the sides of a square differ: the corner of a table's border belongs to the flat stroke and to the
upright one.
"""
SAME_STROKE = 1.6
"""Points across by which the parts of one stroke may be apart."""
MOST_SEGMENTS = 2000
"""Drawings with more segments are seals and signatures."""
WHITE = 245
"""Of 255: a path of this colour is not seen."""
CLEAR = 10
"""Of 255: a path of this opacity is not seen."""


class Box(NamedTuple):
    """A box in PDF coordinates."""

    x0: float
    y0: float
    x1: float
    y1: float

    @classmethod
    def around(cls, points: Iterable[tuple[float, float]], margin: float = 0.0) -> Box:
        """The box around some points, and a margin around them."""
        xs, ys = zip(*points, strict=True)
        return cls(min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin)

    @property
    def is_thin(self) -> bool:
        """Whether it may be a stroke, by its shape."""
        sides = sorted((self.x1 - self.x0, self.y1 - self.y0))
        return sides[0] <= THIN and sides[1] >= 0.5


def thin_parts(corners: Sequence[tuple[float, float]], stroked: bool) -> Iterator[Box]:
    """The strokes of an outline of straight lines: itself if it is thin, else its level and upright sides."""
    outline = Box.around(corners)
    if outline.is_thin:
        yield outline
    elif stroked:
        for (ax, ay), (bx, by) in pairwise(corners):
            if min(abs(ax - bx), abs(ay - by)) < 0.5:
                yield Box.around(((ax, ay), (bx, by)))


def seen_in(frame: Frame, found: Iterable[Box]) -> list[BBox]:
    """What lies in a frame of some boxes, in points from its top left corner."""
    boxes: list[BBox] = []
    for box in found:
        x0, x1 = max(0.0, box.x0 - frame.left), min(frame.width, box.x1 - frame.left)
        top, bottom = max(0.0, frame.top - box.y1), min(frame.height, frame.top - box.y0)
        if x0 <= x1 and top <= bottom:
            boxes.append(BBox(x0, top, x1, bottom))
    return boxes


def strokes_from(found: Iterable[Box], frame: Frame) -> list[BBox]:
    """The straight strokes of a page, in points from the top left corner of the frame, in order."""
    boxes = seen_in(frame, found)
    flat = [_Span(b.x0, b.x1, b.top, b.bottom) for b in boxes if b.width > b.height - SQUARE]
    upright = [_Span(b.top, b.bottom, b.x0, b.x1) for b in boxes if b.height > b.width - SQUARE]
    rules = {BBox(s.start, s.low, s.end, s.high) for s in _join(flat)}
    rules |= {BBox(s.low, s.start, s.high, s.end) for s in _join(upright)}
    return sorted(box for box in rules if max(box.width, box.height) >= SHORT)


class _Span(NamedTuple):
    """A stroke by its start and end, and the edges across."""

    start: float
    end: float
    low: float
    high: float


def _join(spans: list[_Span]) -> list[_Span]:
    """Join strokes in one line that touch, overlap, or are dashes of one stroke."""
    joined: list[_Span] = []
    tracks: list[list[_Span]] = []
    for span in sorted(spans, key=lambda s: (s.low, s.start)):
        if tracks and span.low - tracks[-1][0].low < SAME_STROKE:
            tracks[-1].append(span)
        else:
            tracks.append([span])
    for track in tracks:
        track.sort()
        current = track[0]
        for span in track[1:]:
            reach = DASH_GAP if span.end - span.start < DASH else TOUCHING
            if span.start - current.end < reach:
                low, high = min(current.low, span.low), max(current.high, span.high)
                current = _Span(current.start, max(current.end, span.end), low, high)
            else:
                joined.append(current)
                current = span
        joined.append(current)
    return joined
