"""A stretch of a caption: the text of some cells joined, which still knows where each character stands.

Cells are parted by line ends, because a line end parts a name from the role below it. Sub-grammars read the joined
text, and what they find goes back to places in the caption's lines.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

__all__ = ["Place", "Span", "Stretch"]


class Span(NamedTuple):
    """Characters ``start`` to ``end`` of the caption line with index ``line``."""

    line: int
    start: int
    end: int


class Place(Protocol):
    """What a stretch needs of a cell: its words and where they stand."""

    @property
    def line(self) -> int:
        """Index of the caption line."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def places(self) -> Sequence[tuple[int, int]]:
        """The line of each character and its place in the line."""


@dataclass(slots=True)
class Stretch:
    """The words of some cells as one text, one cell a line."""

    text: str = ""
    offsets: list[int] = field(default_factory=list)
    cells: list[Place] = field(default_factory=list)

    @classmethod
    def of(cls, cells: Iterable[Place]) -> Stretch:
        """The stretch of some cells in the given order."""
        made = cls()
        for cell in cells:
            if made.cells:
                made.text += "\n"
            made.offsets.append(len(made.text))
            made.cells.append(cell)
            made.text += cell.text
        return made

    def spans(self, start: int, end: int) -> list[Span]:
        """Where the characters ``start`` to ``end`` of the text stand, one a cell and line; no blanks at its ends."""
        out: list[Span] = []
        at = max(0, bisect.bisect_right(self.offsets, start) - 1)
        for offset, cell in zip(self.offsets[at:], self.cells[at:], strict=True):
            if offset >= end:
                break
            first, last = max(start, offset) - offset, min(end - offset, len(cell.text))
            piece = cell.text[first:last]
            first += len(piece) - len(piece.lstrip())
            last -= len(piece) - len(piece.rstrip())
            for line, places in itertools.groupby(cell.places[first:last], key=lambda spot: spot[0]):
                spots = [at for _, at in places]
                out.append(Span(line, spots[0], spots[-1] + 1))
        return out
