"""Which lines of the note stream open a footnote: labels in sequence.

A raised label at the start of a line always does. A plain one does where it continues the sequence (or begins a new
one, as each writing may): "622 F.3d 697" at the start of a note line opens nothing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from opinion_parser.source import Line, note_label

# "1", "12.", "3)", "*", "††": a label that is set like the text after it
PLAIN = re.compile(r"(\d{1,3}|[*∗⁎]{1,6}|[†‡§]{1,4})[.):]?")
# "1See", "12The", "*The State": no blank after the label
_GLUED = re.compile(r"(\d{1,3}|[*∗⁎]{1,4}|[†‡]{1,3})([A-Z“\"][a-z’']*.*)")
# "See", "The", "“[W]e", "(holding", "§ 1983": how a note's text begins
_OPENING = re.compile(r"[“\"‘'(\[]*[A-ZÀ-Þ§¶\[]|[a-z]\.|e\.g\.")


def mark_labels(lines: Sequence[Line]) -> None:
    """Give the fact ``label`` to the lines of the note stream (all pages, in reading order) that open a note."""
    last = 0
    for line, below in itertools.zip_longest(lines, lines[1:]):
        label = opening_label(line, below, last) if line.cell is None else None
        if label is None:
            continue
        line.facts |= {"label"}
        if label.isdecimal():
            last = int(label)


def opening_label(line: Line, below: Line | None, last: int) -> str | None:
    """The label with which a line opens a note, after the note numbered ``last``; None where it opens none."""
    first = line.words[0]
    label = note_label(first)
    if label is not None:
        return label
    found = PLAIN.fullmatch(first.text)
    if found and continues(found.group(1), last):
        after = line.words[1] if len(line.words) > 1 else below.words[0] if below is not None else None
        if after is not None and _OPENING.match(after.text):
            return found.group(1)
    glued = _GLUED.fullmatch(first.text)
    if glued and continues(glued.group(1), last):
        split(line, len(glued.group(1)))
        return glued.group(1)
    return None


def continues(label: str, last: int) -> bool:
    """Whether a plain label may stand after the note numbered ``last``; one that was lost may lie between."""
    return not label.isdecimal() or int(label) in (last + 1, last + 2, 1)


def split(line: Line, length: int) -> None:
    """Part the first word of a line, in place, after ``length`` characters."""
    first = line.words[0]
    x = first.bbox.x0 + first.bbox.width * length / len(first.text)
    label = replace(first, text=first.text[:length], bbox=first.bbox._replace(x1=x))
    line.words[:1] = [label, replace(first, text=first.text[length:], bbox=first.bbox._replace(x0=x))]
