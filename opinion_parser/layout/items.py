"""List items set as blocks of their own: a marker, and text that hangs beside it.

    (1)  whether the cap covers a refusal to perform as well
         as a poor performance;
    (2)  whether a cap of that kind is consistent with ...

A marker alone proves nothing ("(1) that" may begin a line of running text): the lines below stand further in than it,
or the next marker of the series stands under it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from opinion_parser.layout.ends import SENTENCE_END
from opinion_parser.layout.measure import Measure
from opinion_parser.source import Line

# "(1)", "(iv)", "(a)", "1.", "b)", "•", "–"
MARKER = re.compile(r"\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)|(?:\d{1,2}|[a-z])[.)]|[•·◦▪●]")
ALIGNED = 3.0
"""Points by which markers of one list may stand apart."""
HANG = 6.0
"""Points by which an item's further lines stand in from its marker, at least."""
BULLET = -9
"""In place of a number where a marker does not count."""
TIED = 1.3
"""Distance from the line above, in leadings, up to which a line goes on."""


def mark_hung(lines: Sequence[Line], measures: Mapping[int, Measure]) -> None:
    """Give ``hung`` to the further lines of items whose markers stand at the body's edge; ``lines`` are all pages'.

    Such lines stand in from the edge as a block quotation does. They may go on over a page.
    """
    text: float | None = None
    within = False
    for i, (line, below) in enumerate(pairwise(lines)):
        place, under = (x.bbox.x0 - measures[x.page].left for x in (line, below))
        if len(line.words) > 1 and place < HANG and MARKER.fullmatch(line.words[0].text) and not within:
            text = place + line.words[1].bbox.x0 - line.bbox.x0
            if is_first_below(lines, i):
                text = None
        elif "hung" not in line.facts:
            text = None
        turned = below.page != line.page
        tied = turned or below.bbox.bottom - line.bbox.bottom <= TIED * measures[below.page].leading
        within = tied and breaks_off(line)
        if text is None or text < HANG or abs(under - text) >= 2 * ALIGNED or below.column or below.cell:
            continue
        if tied and not (turned and SENTENCE_END.search(line.text)):  # a quotation may begin the page
            below.facts |= {"hung"}


def is_first_below(lines: Sequence[Line], i: int) -> bool:
    """Whether the line below a heading ("a. Numerosity"), which was ended early, is the first one of a paragraph.

    The line after it comes back to the edge.
    """
    below = lines[i + 1]
    further = below.bbox.x0 > lines[i].bbox.x0 + HANG
    back = lines[i + 2].bbox.x0 < below.bbox.x0 - HANG if i + 2 < len(lines) else True
    return further and back and "early" in lines[i].facts and "early" not in below.facts


def breaks_off(line: Line) -> bool:
    """Whether a line ends in mid-sentence and is filled, so that the next one begins no item.

    "Whren" / "v. United States, 517 U. S. 806 (1996)." / "   4. We do not suggest": a paragraph begins below it.
    """
    return "early" not in line.facts and SENTENCE_END.search(line.text) is None


def mark_items(lines: Sequence[Line]) -> None:
    """Give ``hanging`` to lines that begin a list item and ``hung`` to the item's further lines.

    An item of a quoted list begins a paragraph of the quotation.
    """
    marked = [i for i, line in enumerate(lines) if opens_item(line)]
    for i in [i for i in marked if hangs(lines, i) or in_series(lines, i, marked)]:
        if "inset" in lines[i].facts:
            lines[i].facts |= set() if "inset-start" in lines[i].facts else {"inset-next"}
            continue
        lines[i].facts = lines[i].facts - {"centred"} | {"hanging"}
        for line in lines[i + 1 :]:
            if line.bbox.x0 < lines[i].bbox.x0 + HANG or line.facts & {"gap", "inset"}:
                break
            line.facts = line.facts - {"centred"} | {"hung"}


def mark_items_over_pages(body: Sequence[Line], measures: Mapping[int, Measure]) -> None:
    """Give ``hanging`` to the last item of a page and the first of the next, where they are of one series.

    On its own page each may stand alone: "(1) is engaged in substantial gainful activity;" at the foot of a page.
    """
    for i, top in enumerate(body):
        if i == 0 or "top" not in top.facts or not opens_item(top):
            continue
        j = i - 1
        while j > 0 and body[j].page == body[i - 1].page and body[j].facts.isdisjoint({"start", "inset"}):
            j -= 1
        last = body[j]
        apart = (last.bbox.x0 - measures[last.page].left) - (top.bbox.x0 - measures[top.page].left)
        plain = all(line.facts.isdisjoint({"inset", "display"}) for line in (last, top)) and opens_item(last)
        if plain and abs(apart) < ALIGNED and order(top.opening[0]) == order(last.opening[0]) + 1:
            for item in (j, i):
                body[item].facts = body[item].facts - {"centred"} | {"hanging", "start"}
            for line in body[i + 1 :]:
                if line.bbox.x0 < top.bbox.x0 + HANG or line.facts & {"gap", "inset"} or opens_item(line):
                    break
                line.facts = line.facts - {"centred", "start"} | {"hung"}


def opens_item(line: Line) -> bool:
    """Whether a line begins with a marker and words after it."""
    marker, count = line.opening
    return len(line.words) > count and MARKER.fullmatch(marker) is not None


def hangs(lines: Sequence[Line], i: int) -> bool:
    """Whether the line below goes on where the item's text begins, to the right of its marker."""
    if i + 1 == len(lines):
        return False
    item, below = lines[i], lines[i + 1]
    if i and "gap" not in item.facts and breaks_off(lines[i - 1]):
        return False
    if "titled" in item.facts and "hung" in below.facts and (i + 2 == len(lines) or not opens_item(lines[i + 2])):
        return False  # a title over two lines (layout/starts.py), with no further one below
    text = item.words[item.opening[1]].bbox.x0
    if item.bbox.x0 + HANG >= below.bbox.x0 or abs(below.bbox.x0 - text) >= 2 * ALIGNED:
        return False
    return not is_first_below(lines, i)


def in_series(lines: Sequence[Line], i: int, marked: Sequence[int]) -> bool:
    """Whether the next or the last marker of a series stands at the same place on the page.

    Titles ("2. Standard of Review") are a list where they stand at once below one another; else they are headings.
    """
    heading = "titled" in lines[i].facts or (i + 1 < len(lines) and is_first_below(lines, i))
    far = 1 if heading else 12
    value = order(lines[i].opening[0])
    for k in marked:
        near = abs(lines[k].bbox.x0 - lines[i].bbox.x0) < ALIGNED and 0 < abs(k - i) <= far
        other = order(lines[k].opening[0])
        follows = abs(other - value) == 1 and (k > i) == (other > value)
        if near and (follows or other == value == BULLET):
            return True
    return False


def order(marker: str) -> int:
    """The number that a marker counts; ``BULLET`` for a bullet."""
    bare = marker.strip("().")
    if bare.isdecimal():
        return int(bare)
    roman = {"i": 101, "ii": 102, "iii": 103, "iv": 104, "v": 105, "vi": 106, "vii": 107, "viii": 108, "ix": 109}
    return roman.get(bare, ord(bare) if len(bare) == 1 and bare.isalpha() else BULLET)
