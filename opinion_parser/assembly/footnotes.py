"""Footnotes: their bodies from the note stream, and the links between marks and bodies.

A note belongs to the writing that refers to it; numbering may restart with each. Both sequences rise, so a body whose
mark was lost is looked for between its neighbours' marks, on its own page or the one before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from opinion_parser.assembly.joins import Draft, drafts
from opinion_parser.assembly.marks import find_mark
from opinion_parser.assembly.plain import without
from opinion_parser.layout.labels import PLAIN
from opinion_parser.parsing.tree import PageTurn, Part
from opinion_parser.source import Line, label_text, note_label


@dataclass(slots=True)
class Note:
    """A footnote before it has an opinion: its label, the pages it runs over, its blocks."""

    label: str
    first_page: int
    last_page: int
    blocks: list[Draft]
    writing: int | None = None


@dataclass(slots=True)
class Writing:
    """What linking needs of a writing: its lines in reading order and the labels of its marks with their pages."""

    lines: list[Line]
    pages: set[int] = field(default_factory=set)


def read_notes(tree: Part, paginated: bool) -> tuple[list[Note], list[Draft]]:
    """The notes of the note stream in printed order, and what stands before the first label."""
    notes: list[Note] = []
    stray = drafts([c for c in tree.children if not (isinstance(c, Part) and c.rule == "note")], False, paginated)
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
        notes.append(Note(label, lines[0].page, lines[-1].page, blocks))
    return notes, stray


def take_label(line: Line) -> tuple[str, Line]:
    """The label that opens a note's first line, and the line without it."""
    first = line.words[0]
    label = note_label(first)
    if label is None:
        found = PLAIN.fullmatch(first.text)
        label = found.group(1) if found else first.text
    stop = label.isdecimal() and len(line.words) > 1 and line.words[1].text in (".", ")")
    return label_text(label), without(line, 2 if stop else 1)


def marks_of(lines: Iterable[Line]) -> Iterator[tuple[str, int]]:
    """Labels of the raised marks in ``lines`` with their pages, in reading order."""
    for line in lines:
        for word in line.words:
            label = note_label(word)
            if label is not None:
                yield label, line.page


def home_notes(notes: list[Note], writings: Sequence[Writing]) -> None:
    """Give each note the writing that refers to it, in place.

    A mark with the note's label on its page or the page before decides; then the first writing on that page. Notes
    without any mark go where the note before them went.
    """
    marks = [list(marks_of(w.lines)) for w in writings]
    used: set[tuple[int, str, int]] = set()
    previous = 0
    for note in notes:
        candidates = [
            (abs(note.first_page - page), w, page)
            for w, found in enumerate(marks)
            for label, page in found
            if label == note.label and 0 <= note.first_page - page <= 1 and (w, label, page) not in used
        ]
        if candidates:
            _, w, page = min(candidates)
            used.add((w, note.label, page))
        else:
            here = [w for w, writing in enumerate(writings) if note.first_page in writing.pages]
            w = previous if previous in here or not here else here[0]
        note.writing = previous = w


def raise_lost_marks(notes: list[Note], writing: Writing, index: int) -> None:
    """Find plain marks for the notes of one writing that no raised mark refers to, between their neighbours' marks."""
    own = [n for n in notes if n.writing == index]
    positions = positions_of(writing) if own else []
    for i, note in enumerate(own):
        if any(label == note.label and near(writing.lines[k], note) for k, label in positions):
            continue
        start, end = 0, len(writing.lines)
        if i:
            start = max(
                (k for k, label in positions if label == own[i - 1].label and writing.lines[k].page <= note.first_page),
                default=0,
            )
        later = {n.label for n in own[i + 1 :]}
        end = min((k + 1 for k, label in positions if k > start and label in later), default=end)
        window = [line for line in writing.lines[start:end] if near(line, note)]
        same = [line for line in window if line.page == note.first_page]
        if find_mark(same, note.label) or find_mark(window, note.label):
            positions = positions_of(writing)


def positions_of(writing: Writing) -> list[tuple[int, str]]:
    """The raised marks of a writing: index of the line, and label."""
    return [(k, label) for k, line in enumerate(writing.lines) for label, _ in marks_of([line])]


def near(line: Line, note: Note) -> bool:
    """Whether a line stands on the page where a note begins or on the one before."""
    return 0 <= note.first_page - line.page <= 1
