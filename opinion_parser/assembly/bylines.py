"""Bylines that run into the first paragraph: "GOFFE, Judge: The Commissioner determined a deficiency ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from opinion_parser import nodes
from opinion_parser.assembly.hyphens import Vocabulary
from opinion_parser.assembly.plain import joined, without
from opinion_parser.layout.numbered import number_of
from opinion_parser.parsing.byline import read_byline
from opinion_parser.source import Line, note_label


def split_byline(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of a byline, and the lines of the paragraph that follows it at once.

    A line in which the byline ends is cut there. Lines that prove to be no byline stay one as a whole: the document
    grammar had a reason to see one. A number before the byline is the paragraph's.
    """
    if not lines:
        return [], []
    found = read_byline(joined(lines))
    if found is None:
        return list(lines), []
    left = found.end
    for i, line in enumerate(lines):
        used = words_within(line, left)
        if used < len(line.words):
            number = opening_number(line) if i == 0 else 0
            head, tail = replace(line, words=line.words[number:used]), without(line, used)
            tail = replace(tail, words=[*line.words[:number], *tail.words])
            return [*lines[:i], *([head] if head.words else [])], [tail, *lines[i + 1 :]]
        left -= len(joined([line])) + 1
    return list(lines), []


# "JUSTICE ROE, with whom JUSTICE DOE joins, con- curring."
_CUT = re.compile(r"(\w[\w’']*-) ([a-z]+)")


def healed(byline: str, refs: Sequence[nodes.PlainRef], vocabulary: Vocabulary) -> str:
    """A byline whose words were cut at line ends, as one text; ``refs`` move with their words."""
    while found := _CUT.search(byline):
        whole = vocabulary.heal(found[1], found[2])
        for ref in refs:
            if ref.offset >= found.end():
                ref.offset -= len(found[0]) - len(whole)
        byline = byline[: found.start()] + whole + byline[found.end() :]
    return byline


def words_within(line: Line, length: int) -> int:
    """How many words of a line end within its first ``length`` characters; a footnote mark goes with its word."""
    at = 0
    for i, word in enumerate(line.words):
        if note_label(word) is not None:
            continue
        at += len(word.text) + (0 if word.glued or not at else 1)
        if at > length:
            return i
    return len(line.words)


def opening_number(line: Line) -> int:
    """How many words the paragraph's number takes before a byline: "¶1 PER CURIAM. This case is before the court"."""
    found = number_of(line)
    return found[1] if found else 0
