"""A row of a page: pieces that will be one line."""

from __future__ import annotations

from dataclasses import dataclass

from opinion_parser.readers.pdf_glyphs import Piece

__all__ = ["Row"]


@dataclass(slots=True)
class Row:
    """Pieces that will be one line, with the size and baseline of most of their characters."""

    pieces: list[Piece]
    baseline: float
    size: float

    def settle(self) -> None:
        """Judge size and baseline anew, and put the pieces in order from left to right."""
        weight: dict[tuple[float, float], int] = {}
        for piece in self.pieces:
            if not piece.superscript:
                key = (piece.size, piece.baseline)
                weight[key] = weight.get(key, 0) + len(piece.text)
        if weight:
            self.size, self.baseline = max(weight, key=lambda key: (weight[key], key))
        self.pieces.sort(key=lambda piece: piece.x0)

    def is_beside(self, other: Row) -> bool:
        """Whether no piece of this row stands above or below a piece of another one."""
        return all(p.x1 <= q.x0 + 1 or q.x1 <= p.x0 + 1 for p in self.pieces for q in other.pieces)
