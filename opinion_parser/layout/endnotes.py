"""Notes that are spelled out or stand at the end of a paper.

    Footnotes
    Footnote 1: The motion was filed under seal.        (New York's Law Reporting Bureau)
    FN2. The parties agree.                             (law reports on line)

A heading of that name with a label below it makes notes of everything to the end; "Footnote" or "FN" says only what the
label already is and is set apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from opinion_parser.layout.furniture import set_apart
from opinion_parser.layout.furniture.apart import line_of
from opinion_parser.layout.labels import plain_label
from opinion_parser.source import Line, Page, Style, Zone, note_label

# "FOOTNOTES", "Endnotes:", "NOTES"
HEADING = re.compile(r"(?:foot|end)?notes:?", re.IGNORECASE)
# "Footnote 1: The", "Footnote *: RPTL"
SPELLED = re.compile(r"(?:Footnote|FOOTNOTE) (\d{1,3}|[*†‡§]{1,6})[:.] ")
# "FN1. The", "FN*: The"
ABBREVIATED = re.compile(r"(?P<sign>\[?[Ff][Nn]\.?)(?P<label>\d{1,3}|[*†‡§]{1,6})\]?[:.]?")


def part_spelled_labels(pages: Sequence[Page]) -> None:
    """Make raised labels of spelled ones at the start of lines, in place."""
    for page in pages:
        lines: list[Line] = []
        for line in page.lines:
            found = SPELLED.match(line.text) if line.zone is Zone.BODY else None
            short = ABBREVIATED.fullmatch(line.words[0].text) if line.words and line.zone is Zone.BODY else None
            if found and len(line.words) > 2:
                said = line_of(line, line.words[:1])
                set_apart(said, "note-label")
                lines.append(said)
                label = replace(line.words[1], text=found.group(1), style=raised(line))
                line = line_of(line, [label, *line.words[2:]])
            elif short and len(line.words) > 1:
                sign, label = (replace(line.words[0], text=short.group(name)) for name in ("sign", "label"))
                said = line_of(line, [sign])
                set_apart(said, "note-label")
                lines.append(said)
                line.words = [replace(label, style=raised(line)), *line.words[1:]]
            lines.append(line)
        page.lines = lines


def raised(line: Line) -> Style:
    """The style of a raised label in this line."""
    return line.words[0].style._replace(superscript=True)


def label_endnotes(pages: Sequence[Page]) -> None:
    """Give the zone NOTE to all lines below a heading "Footnotes" that a label follows."""
    lines = [line for page in pages for line in page.lines if line.zone is Zone.BODY and line.words]
    heads = [i for i, line in enumerate(lines[:-1]) if HEADING.fullmatch(line.text) and opens(lines[i + 1])]
    if not heads:
        return
    set_apart(lines[heads[-1]], "note-heading")
    for line in lines[heads[-1] + 1 :]:
        line.zone = Zone.NOTE


def opens(line: Line) -> bool:
    """Whether a line begins with the label of a first note."""
    label = note_label(line.words[0]) or plain_label(line.words[0].text)
    return label is not None and (label == "1" or not label.isdecimal())
