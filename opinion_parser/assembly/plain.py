"""Lines that stay plain text: captions, bylines and signatures, with the footnote marks that stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from opinion_parser import nodes
from opinion_parser.source import Line, note_label

BEFORE = 160
"""How many characters before a mark a reference keeps, so that it can be found again."""


@dataclass(slots=True)
class PlainLines:
    """Texts of lines without their footnote marks, and the marks by line and offset."""

    lines: list[str] = field(default_factory=list)
    refs: list[nodes.PlainRef] = field(default_factory=list)

    def add(self, line: Line) -> int | None:
        """Append a line; returns its index, None where nothing but marks is left of it (they go to the line above)."""
        text, marks = "", []
        for word in line.words:
            label = note_label(word)
            if label is not None:
                marks.append((label, len(text), word.confidence))
            else:
                text += word.text if word.glued or not text else " " + word.text
        index = len(self.lines)
        if not text:
            index, text = index - 1, self.lines[-1] if self.lines else ""
            marks = [(label, len(text), confidence) for label, _, confidence in marks]
        else:
            self.lines.append(text)
        for label, offset, confidence in marks:
            before = " ".join([*self.lines[max(0, index - 4) : max(0, index)], text[:offset]])
            self.refs.append(
                nodes.PlainRef(label, None, max(0, index), before[-BEFORE:], offset, confidence is not None, confidence)
            )
        return index if index == len(self.lines) - 1 and text else None


def plain(lines: Iterable[Line]) -> PlainLines:
    """The plain form of some lines in reading order."""
    out = PlainLines()
    for line in lines:
        out.add(line)
    return out


def shifted(text: PlainLines, line: int) -> list[nodes.PlainRef]:
    """The references of lines that are joined to one text, which is number ``line`` of its list."""
    starts = [0]
    for printed in text.lines:
        starts.append(starts[-1] + len(printed) + 1)
    for ref in text.refs:
        ref.offset += starts[ref.line]
        ref.line = line
    return text.refs


def caption_rows(lines: Sequence[Line], text: PlainLines) -> list[list[int | None]]:
    """Add caption lines to ``text`` and tell its geometry: one index for a full-width line, two for a row of cells."""
    rows: list[list[int | None]] = []
    open_row = 0
    for line in lines:
        known = len(text.lines)
        index = text.add(line)
        if index is None or index < known:
            continue
        if not line.column:
            rows.append([index])
            open_row = 0
        elif line.row == open_row and rows and rows[-1][line.column == "right"] is None:
            rows[-1][line.column == "right"] = index
        else:
            rows.append([index, None] if line.column == "left" else [None, index])
            open_row = line.row
    return rows


def without(line: Line, count: int) -> Line:
    """A line without its first ``count`` words."""
    words = list(line.words[count:])
    if words:
        words[0] = replace(words[0], glued=False)
    return replace(line, words=words)


def joined(lines: Iterable[Line]) -> str:
    """The words of some lines as one text without marks."""
    return " ".join(plain(lines).lines)
