"""Numbered paragraphs: "¶ 16", "{¶16}", "[¶ 3]", "[3]", "{4}" before the first words of a paragraph or heading.

    ¶ 2                      I. BACKGROUND
    ¶ 3     The following facts appear in the depositions ...

The number begins a block whatever else a line looks like. A citation ("2029 IL 131204, ¶ 22") may begin a line with a
mark too, an entry of the docket ("[20]") with a bracket; what tells them apart is that a court counts its paragraphs
without a gap, and sets the numbers under one another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from opinion_parser.source import Line

NUMBER = re.compile(r"[\[{(]?¶ ?(\d{1,4})\.?[\]})]?\.?")
"""The number of a paragraph, of one word or two."""
BRACKETED = re.compile(r"\[(\d{1,4})\]|\{(\d{1,4})\}")
"""The same without the sign, as Indiana and New Mexico print it: a court's only where it counts from 1."""
FEWEST = 3
"""So many numbers in brackets count paragraphs."""
ALIGNED = 6.0
"""Points by which the numbers of paragraphs, or the words after them, may stand apart."""


def mark_numbered(lines: Sequence[Line]) -> None:
    """Give ``numbered`` to the lines of a stream that begin a numbered block.

    ``tabbed`` are those whose words begin where most do after their number; a heading is centred instead.
    """
    free = [line for line in lines if not line.column and not line.cell]
    counted = count([(line, *parsed) for line in free if (parsed := signed_number(line))])
    if len(counted) < 2:
        counted = count([(line, number, 1) for line in free if (number := bracketed_number(line))])
        counted = counted if len(counted) >= FEWEST and bracketed_number(counted[0][0]) == 1 else []
    tabs = Counter(round(line.words[used].bbox.x0) for line, used in counted if len(line.words) > used)
    tab = tabs.most_common(1)[0][0] if tabs else 0.0
    for line, used in counted:
        line.facts |= {"numbered"}
        if len(line.words) > used and abs(line.words[used].bbox.x0 - tab) <= ALIGNED:
            line.facts |= {"tabbed"}


def count(found: Sequence[tuple[Line, int, int]]) -> list[tuple[Line, int]]:
    """The lines at one edge whose numbers follow one another, each with how many words its number has."""
    edges = Counter(round(line.bbox.x0) for line, _, _ in found)
    edge = edges.most_common(1)[0][0] if edges else 0.0
    counted: list[tuple[Line, int]] = []
    last = 0
    for line, number, used in found:
        # a writing may begin to count anew, and the first number need not be 1 where pages are missing
        if abs(line.bbox.x0 - edge) <= ALIGNED and (number in (1, last + 1) or not counted):
            counted.append((line, used))
            last = number
    return counted


def number_of(line: Line) -> tuple[int, int] | None:
    """The number that opens a line, and how many words it has; None where there is none."""
    bracketed = bracketed_number(line) if "numbered" in line.facts else None
    return signed_number(line) or (None if bracketed is None else (bracketed, 1))


def signed_number(line: Line) -> tuple[int, int] | None:
    """The same of a number with its sign."""
    for used in (1, 2):
        found = NUMBER.fullmatch(" ".join(word.text for word in line.words[:used]))
        if found and len(line.words) >= used:
            return int(found.group(1)), used
    return None


def bracketed_number(line: Line) -> int | None:
    """The number in brackets that opens a line, and has words after it; a raised one is a footnote's mark."""
    first = line.words[0] if len(line.words) > 1 else None
    found = BRACKETED.fullmatch(first.text) if first and not first.style.superscript else None
    return int(found.group(1) or found.group(2)) if found else None


def left_of(line: Line) -> float:
    """Where the words of a line begin: those after the number of a numbered heading."""
    if "numbered" not in line.facts or "tabbed" in line.facts:
        return line.bbox.x0
    parsed = number_of(line)
    return line.words[parsed[1]].bbox.x0 if parsed and len(line.words) > parsed[1] else line.bbox.x0
