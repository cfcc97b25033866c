"""Footnote zones of plain text, which has no sizes and no rules: labels in sequence, spacing and sentence ends decide.

Text with form feeds keeps its notes at the foot of the page. Text without any shows a note as a block of its own
between two halves of a body paragraph, and the rest of a note that ran over the page as an unlabelled block in small
letters, somewhere after the next page's body:

    ... a face database (the "database") to develop and
    ¹ In addressing Clarifai's motion ... Therefore, the Court
    train algorithms used in its facial recognition technology. ...
    draws the facts from the complaint ...
"""

from __future__ import annotations

import itertools
import re

from opinion_parser.layout.measure import UNWRAPPED, Measure
from opinion_parser.layout.note_look import breaks_off, small_start
from opinion_parser.layout.notes import PLAIN_LABEL, below_text, is_typed_rule, label_zones, lines_below_caption
from opinion_parser.source import ROW, Line, Page, Zone, note_label


def label_typewritten_notes(pages: list[Page], measures: dict[int, Measure], paginated: bool) -> None:
    """Give the zone NOTE to the footnote lines of plain text, in place."""
    if not paginated:
        for page in pages:
            label_blocks(page)
        return
    opened: dict[int, int] = {}
    expected = 1
    for page in pages:
        start, expected = foot_start(page, expected)
        if start is not None:
            opened[page.number] = start
    label_zones(pages, measures, opened)


def foot_start(page: Page, expected: int) -> tuple[int | None, int]:
    """Index of the first line of the notes at the foot of a page with form feeds, and the next label to expect."""
    lines = lines_below_caption(page)
    start = None
    for i, line in enumerate(lines):
        number = opening_number(line, lines[i + 1] if i + 1 < len(lines) else None)
        opens = number in (0, expected) and below_text(page, i) and start is None
        if opens and close_below(lines[i:]):
            start = i
        if start is not None and number == expected:
            expected += 1
    if start and is_typed_rule(lines[start - 1]):
        start -= 1
    return start, expected


def opening_number(line: Line, below: Line | None) -> int | None:
    """The number of a note that opens with this line, 0 for a symbol, None where no note opens.

    "        1" alone above its text, "1 The Honorable", "¹ In addressing", "* Of the District of Maine".
    """
    label = note_label(line.words[0])
    if label is None and PLAIN_LABEL.fullmatch(line.text):
        first = line.words[0].text.rstrip(".)")
        alone = len(line.words) == 1
        if alone and (below is None or below.bbox.top - line.bbox.top > 1.5 * ROW):
            return None
        if not alone and not re.match(r"[A-Z“\"(\[]", line.words[1].text):
            return None
        label = first
    if label is None:
        return None
    return int(label) if label.isdecimal() else 0


def close_below(lines: list[Line]) -> bool:
    """Whether lines down to the foot are set single-spaced, with at most a blank line between notes."""
    if note_label(lines[0].words[0]) is not None and all(line.bbox.width > UNWRAPPED / 4 for line in lines):
        return True  # a text with a paragraph on each line
    steps = [b.bbox.top - a.bbox.top for a, b in itertools.pairwise(lines)]
    return all(step <= 2.5 * ROW for step in steps) and (
        not steps or sum(s <= 1.5 * ROW for s in steps) >= len(steps) / 2
    )


def label_blocks(page: Page) -> None:
    """Notes of text without page ends, block by block (see the module's docstring)."""
    expected = 1
    note_open = body_open = False
    for block in blocks(page):
        label = note_label(block[0].words[0])
        if label is not None and (not label.isdecimal() or int(label) == expected):
            expected += label.isdecimal()
            note_open = breaks_off(block)
            zone = Zone.NOTE
        elif note_open and not body_open and small_start(block[0]):
            note_open = breaks_off(block)
            zone = Zone.NOTE
        else:
            body_open = breaks_off(block) and ends_in_small(block)
            zone = Zone.BODY
        for line in block:
            line.zone = zone


def blocks(page: Page) -> list[list[Line]]:
    """The body lines of a page, grouped where no blank line parts them."""
    groups: list[list[Line]] = []
    for line in page.lines:
        if line.zone is not Zone.BODY or not line.words:
            continue
        if groups and line.bbox.top - groups[-1][-1].bbox.top <= 1.5 * ROW:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def ends_in_small(block: list[Line]) -> bool:
    """Headings and caption lines end without a stop too: only running text can be cut."""
    return sum(len(line.words) for line in block) > 8
