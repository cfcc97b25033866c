"""The strokes of a path as pdfplumber's interpreter has it: operators with their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from pdfminer.utils import Matrix, PathSegment, apply_matrix_pt

from opinion_parser.readers.pdf_rules import MOST_SEGMENTS, Box, thin_parts

__all__ = ["path_boxes"]

CURVES = "cvy"
Point = tuple[float, float]


def path_boxes(path: Sequence[PathSegment], matrix: Matrix, width: float | None) -> Iterator[Box]:
    """The strokes of one path: itself if it is thin, else its lines, sides and thin boxes.

    ``width`` is that of the stroke, None where the path is only filled.
    """
    segments = [(kind, _points(numbers, matrix)) for kind, *numbers in path]
    points = list(chain.from_iterable(points for _, points in segments))
    if not points:
        return
    outline = Box.around(points, 0.5 * max(width, 1.0) if width is not None else 0.0)
    if outline.is_thin:
        yield outline
    elif len(segments) <= MOST_SEGMENTS:
        for corners in _subpaths(segments):
            yield from thin_parts(corners, width is not None)


def _points(numbers: Sequence[float], matrix: Matrix) -> list[Point]:
    """Points on the page of the numbers of an operator."""
    return [apply_matrix_pt(matrix, (x, y)) for x, y in zip(numbers[::2], numbers[1::2], strict=False)]


def _subpaths(segments: list[tuple[str, list[Point]]]) -> Iterator[list[Point]]:
    """The corners of each part of a path that is made of straight lines."""
    corners: list[Point] = []
    curved = False
    for kind, points in segments:
        if kind == "m":
            if len(corners) > 1 and not curved:
                yield corners
            corners, curved = [], False
        curved = curved or kind in CURVES
        corners = corners + (points if kind != "h" else corners[:1])
    if len(corners) > 1 and not curved:
        yield corners
