"""A block quotation once it is known: its lines, and which of them begin its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from opinion_parser.layout.ends import SENTENCE_END, stops
from opinion_parser.source import Line

ALIGNED = 4.0
"""Points by which lines of one block may stand apart."""
# "“(1) Subject to this chapter", "(B) by railroad"
QUOTED_MARKER = re.compile(r"[“\"‘']{0,3}\((?:\d{1,2}|[A-Za-z]|[ivx]{1,4})\)")

Group = list[Line]

# "JOHN ROE, Roe & Associates, P.L.L.C., New" over "York, for appellant."
IN_SENTENCE = re.compile(r"[a-z,]$")


def mark(group: Group, begun: bool, edge: float) -> None:
    """Label the lines of a group: its first line begins the quotation, or a paragraph of the one that has ``begun``.

    The quotation runs to ``edge``. Within a group a line further in, after one at the base, begins a paragraph, and so
    does an item of a list.
    """
    base = base_of(group)
    hanging = hangs(group)
    for i, line in enumerate(group):
        line.facts = (line.facts - {"indented", "centred"}) | {"inset"}
        if i == 0:
            line.facts |= {"inset-next" if begun else "inset-start", "start"}
        elif not hanging and opens(line, group[i - 1], base, edge):
            line.facts |= {"inset-next", "start"}


def hangs(group: Group) -> bool:
    """Whether one paragraph hangs: all lines below the first stand further in, and go on its sentence."""
    first, *rest = group
    further = all(line.bbox.x0 > first.bbox.x0 + 6 and abs(line.bbox.x0 - rest[0].bbox.x0) < ALIGNED for line in rest)
    return bool(rest) and further and IN_SENTENCE.search(first.text) is not None


def opens(line: Line, above: Line, base: float, edge: float) -> bool:
    """Whether a line within a quotation begins a paragraph of it."""
    ended = stops(above, line, edge)
    if line.bbox.x0 > base + 6 and (above.bbox.x0 <= base + 6 or ended):
        return True
    if QUOTED_MARKER.match(line.text):
        return ended or bool(SENTENCE_END.search(above.text))
    if ended and line.text.startswith("“"):
        return True  # each paragraph of a quotation opens its marks anew
    half_empty = above.bbox.x1 < edge - 0.3 * (edge - base)
    return ended and half_empty and bool(SENTENCE_END.search(above.text)) and not line.text[:1].islower()


def base_of(lines: Sequence[Line]) -> float:
    """Where most lines begin (the left-most place of several); scans drift by a few points."""
    places = [line.bbox.x0 for line in lines]
    if not places:
        return 0.0
    return max(places, key=lambda x: (sum(abs(x - other) < ALIGNED for other in places), -x))


def edge_of(group: Group) -> float:
    """Where a group's longest line ends."""
    return max((line.bbox.x1 for line in group), default=0.0)
