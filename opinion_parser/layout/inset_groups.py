"""Lines that stand in from the body's edge, in groups, and what a group is besides a quotation: items, a section.

White space parts a run of such lines, and a paragraph that announces a quotation is none of its lines.
"""

from __future__ import annotations

from itertools import pairwise

from opinion_parser.layout.items import MARKER, opens_item
from opinion_parser.layout.measure import Measure
from opinion_parser.layout.quoted import ALIGNED, QUOTED_MARKER, Group, edge_of
from opinion_parser.source import Line

PARTED = 1.25
"""Distance from the line above, in distances of the neighbouring lines, that parts groups."""


def cut(run: list[Line], measure: Measure) -> list[Group]:
    """A run in groups: white space parts them where it is wider than the distance of lines above or below."""
    groups: list[Group] = [[run[0]]]
    for i in range(1, len(run)):
        around = [run[k].gap for k in (i - 1, i + 1) if 0 < k < len(run)]
        if around and run[i].gap > PARTED * min(around):
            groups.append([])
        groups[-1].append(run[i])
    return [part for group in groups for part in announced(group, measure)]


def announced(group: Group, measure: Measure) -> list[Group]:
    """A group without the line that announces it, where that is a paragraph of the body: it is longer than the rest.

    So is the line over the items of a list, and the one that stands where paragraphs begin, the rest further in.
    """
    first, rest = group[0], group[1:]
    if len(rest) < 2:
        return [group[:1], rest] if rest and first.text.endswith(":") and is_section(rest) else [group]
    if first.text.endswith(":"):
        wider = first.bbox.x1 > edge_of(rest) + 2 * ALIGNED
        if wider or is_section(rest) or (is_item(rest) and not is_item(group)):
            return [group[:1], rest]
    at_indent = measure.indent and abs(first.bbox.x0 - measure.left - measure.indent) <= ALIGNED
    further = all(line.bbox.x0 > first.bbox.x0 + 2 * ALIGNED for line in rest)
    return [group[:1], rest] if at_indent and further and not is_item(group) else [group]


def is_item(group: Group) -> bool:
    """Whether a group begins with the marker of a list's item."""
    return MARKER.fullmatch(group[0].opening[0]) is not None


def is_list(group: Group, measure: Measure) -> bool:
    """Whether items are as far apart as the body's lines, and none of their lines was broken before the body's edge.

    "(1) is engaged in substantial gainful activity;" / "(2) has a severe medically determinable impairment;"
    """
    broken_off = [line for line, below in pairwise(group) if not opens_item(below)]
    return not broken_off or edge_of(broken_off) > measure.right - 0.1 * measure.width


def is_section(group: Group) -> bool:
    """Whether a group is the title of a section over the text that is quoted: "(5) Motion for Extension of Time."."""
    return len(group) == 1 and QUOTED_MARKER.match(group[0].text) is not None
