"""Tables that are drawn on a page: the cells that its strokes enclose, found by pdfplumber's table finder.

The finder is given the strokes of the page, so that it sees lines, thin boxes and dashes alike, in our coordinates.
Whether a grid is a table or the box of a caption is for layout to judge, which knows the words in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from opinion_parser.source import BBox

__all__ = ["drawn_tables"]

REACH = 3.0
"""Points by which strokes that meet may miss each other, and by which the borders of one row may stand apart."""
FEWEST, MOST = 8, 2500
"""Places where strokes meet: a table of two rows under a head across it has eight; more are drawings and forms."""


def drawn_tables(strokes: Sequence[BBox]) -> list[list[BBox]]:
    """The cells of each grid that strokes draw, from top to bottom, in points; two cells at least."""
    if not FEWEST <= _meetings(strokes) <= MOST:
        return []
    from pdfplumber import table  # loads pdfminer, which few pages need

    edges = table.merge_edges([_edge(stroke) for stroke in strokes], REACH, REACH, REACH, REACH)
    meetings = table.edges_to_intersections(edges, REACH, REACH)
    grids = table.cells_to_tables(table.intersections_to_cells(meetings))
    return [[BBox(*map(float, cell)) for cell in grid] for grid in grids]


def _meetings(strokes: Sequence[BBox]) -> int:
    """In how many places flat and upright strokes meet; stops counting where there are too many."""
    flat = [s for s in strokes if s.width >= s.height]
    upright = [s for s in strokes if s.width < s.height]
    if min(len(flat), len(upright)) < 3 or max(len(flat), len(upright)) > MOST:
        return 0
    count = 0
    for f in flat:
        count += sum(_meet(f, u) for u in upright)
        if count > MOST:
            break
    return count


def _meet(flat: BBox, upright: BBox) -> bool:
    """Whether a flat and an upright stroke cross or touch."""
    across = flat.x0 - REACH <= upright.x0 <= flat.x1 + REACH
    return across and upright.top - REACH <= flat.top <= upright.bottom + REACH


def _edge(stroke: BBox) -> dict[str, float | str]:
    """A stroke in pdfplumber's terms: its middle line."""
    x, y = (stroke.x0 + stroke.x1) / 2, (stroke.top + stroke.bottom) / 2
    flat = stroke.width >= stroke.height
    x0, top, x1, bottom = (stroke.x0, y, stroke.x1, y) if flat else (x, stroke.top, x, stroke.bottom)
    box = {"x0": x0, "top": top, "x1": x1, "bottom": bottom, "width": x1 - x0, "height": bottom - top}
    return {**box, "orientation": "h" if flat else "v"}
