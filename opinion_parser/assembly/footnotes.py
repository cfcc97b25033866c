"""Footnotes: their labels and bodies, from the parse tree of the note stream."""

from __future__ import annotations

from dataclasses import dataclass

from opinion_parser.assembly.joins import Draft, drafts
from opinion_parser.assembly.plain import without
from opinion_parser.layout.labels import PLAIN
from opinion_parser.parsing.tree import PageTurn, Part
from opinion_parser.source import Line, label_text, note_label


@dataclass(slots=True)
class Note:
    """A footnote before it has an opinion: its label, the page it begins on, its blocks.

    ``confidence`` (0 to 1) where the label was restored, not read.
    """

    label: str
    first_page: int
    blocks: list[Draft]
    writing: int | None = None
    confidence: float | None = None


def read_notes(tree: Part, paginated: bool) -> list[Note]:
    """The notes of the note stream in printed order; layout leaves no line in it before the first label."""
    notes: list[Note] = []
    for part in tree.parts("note"):
        lines = list(part.lines())
        label, first = take_label(lines[0])
        own = Part("paragraph", [first] if first.words else [])
        rest: list[Part | PageTurn] = []
        for child in part.children:
            if isinstance(child, Line):
                if child is not lines[0] and not rest:
                    own.children.append(child)
            elif isinstance(child, Part) and not own.children and not rest and child.rule == "paragraph":
                own = child  # the label stood on a line of its own, above the text
            else:
                rest.append(child)
        while rest and isinstance(rest[-1], PageTurn):
            rest.pop()  # the next note begins on another page; this one is over
        blocks = drafts([own, *rest] if own.children else rest, True, paginated)
        sure = lines[0].words[0].confidence
        notes.append(Note(label, lines[0].page, blocks, confidence=sure))
    return notes


def take_label(line: Line) -> tuple[str, Line]:
    """The label that opens a note's first line, and the line without it."""
    first = line.words[0]
    label = note_label(first)
    if label is None:
        found = PLAIN.fullmatch(first.text)
        label = found.group(1) if found else first.text
    stop = label.isdecimal() and len(line.words) > 1 and line.words[1].text in (".", ")")
    return label_text(label), without(line, 2 if stop else 1)
