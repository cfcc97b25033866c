"""Heads that a table repeats where it goes on at the top of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from opinion_parser.layout.furniture import set_apart
from opinion_parser.source import Line, Page, Zone


def set_heads_apart(pages: Sequence[Page]) -> None:
    """Set apart, in place, the heads that come again: the table before ends its page, this one begins the next."""
    bodies = [[line for line in page.lines if line.zone is Zone.BODY and line.words] for page in pages]
    for (above, below), page in zip(pairwise(bodies), pages[1:], strict=False):
        if not (above and below and above[-1].cell and below[0].cell):
            continue
        head = head_of(below)
        rest = below[len(head) :]
        if head and texts(head) == texts(head_of(last_table(above))) and rest and "row" in rest[0].facts:
            for line in head:
                set_apart(line, "table-head")
            opening = replace(rest[0], facts=rest[0].facts - {"row"} | {"table", "start"})
            page.lines = [opening if line is rest[0] else line for line in page.lines]


def head_of(table: Sequence[Line]) -> list[Line]:
    """The lines of a table's head."""
    return list(takewhile(lambda line: "head" in line.facts, table))


def last_table(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a page from its last table on."""
    return lines[max(i for i, line in enumerate(lines) if "table" in line.facts) :]


def texts(lines: Sequence[Line]) -> list[str]:
    """What some lines say."""
    return [line.text for line in lines]
