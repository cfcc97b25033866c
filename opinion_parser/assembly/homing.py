"""Which writing a note belongs to: the one that refers to it.

Notes and marks come in one order, so each note takes the mark of its label on its own page or the one before; a mark
that was not read as raised is looked for between those of the neighbours (assembly/marks.py). Notes at the end of a
paper have their marks anywhere before them. Only a note without any mark goes where the note before it went.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from opinion_parser.assembly.footnotes import Note
from opinion_parser.assembly.marks import Mark, MarkFinder, Spot, marks_of
from opinion_parser.source import Line

START: Spot = (-1, -1)


@dataclass(slots=True)
class Writing:
    """What linking needs of a writing: its lines in reading order, and their pages."""

    lines: list[Line]
    pages: set[int] = field(init=False)

    def __post_init__(self) -> None:
        self.pages = {line.page for line in self.lines}


def home_notes(notes: Sequence[Note], writings: Sequence[Writing]) -> None:
    """Give each note its writing, and raise plain marks for notes that no raised mark refers to, in place."""
    lines = [line for writing in writings for line in writing.lines]
    owner = [w for w, writing in enumerate(writings) for _ in writing.lines]
    spots = read_marks(notes, list(marks_of(lines)))
    if None in spots:
        part_doubles(notes, spots, lines)
        find_lost(notes, spots, lines)
    leave_others(notes, spots, lines)
    previous = 0
    for note, spot in zip(notes, spots, strict=True):
        note.writing = previous = owner[spot[0]] if spot is not None else place(note, previous, writings)


def place(note: Note, previous: int, writings: Sequence[Writing]) -> int:
    """The writing of a note without a mark: that of the note before, if it has part in the note's page."""
    here = [w for w, writing in enumerate(writings) if note.first_page in writing.pages]
    return previous if previous in here or not here else here[0]


def read_marks(notes: Sequence[Note], marks: Sequence[Mark]) -> list[Spot | None]:
    """The raised mark of each note, None where it has none."""
    spots: list[Spot | None] = [None] * len(notes)
    used: set[Spot] = set()
    last = START
    for n, note in enumerate(notes):
        near = [m for m in marks if m.label == note.label and 0 <= note.first_page - m.page <= 1 and m.spot not in used]
        if near:
            best = min(near, key=lambda m: (m.spot < last, m.doubtful, m.page != note.first_page, m.spot))
            spots[n] = last = best.spot
            used.add(best.spot)
    for n, note in enumerate(notes):
        if spots[n] is None:  # a note at the end of the paper
            after, before = neighbours(spots, n)
            far = [m.spot for m in marks if m.label == note.label and m.page < note.first_page and m.spot not in used]
            spots[n] = min((spot for spot in far if after < spot < before), default=None)
            used |= {spot for spot in (spots[n],) if spot is not None}
    return spots


def part_doubles(notes: Sequence[Note], spots: list[Spot | None], lines: Sequence[Line]) -> None:
    """Part the raised figures "12" where they are the marks of notes 1 and 2, which have no other, in place."""
    for n, (one, two) in enumerate(pairwise(notes)):
        if spots[n] is not None or spots[n + 1] is not None:
            continue
        after, before = neighbours(spots, n)
        used = {spot for spot in spots if spot is not None}
        found = (
            (k, i)
            for k, line in enumerate(lines)
            for i, word in enumerate(line.words)
            if word.style.superscript and word.text == one.label + two.label and (k, i) not in used
        )
        spot = next((spot for spot in found if after < spot < before), None)
        if spot is not None and one.label.isdecimal() and two.label == str(int(one.label) + 1):
            k, i = spot
            word = lines[k].words[i]
            half = word.bbox.x0 + word.bbox.width * len(one.label) / len(word.text)
            pair = [
                replace(word, text=one.label, bbox=word.bbox._replace(x1=half), confidence=DOUBLE),
                replace(word, text=two.label, bbox=word.bbox._replace(x0=half), confidence=DOUBLE, glued=True),
            ]
            lines[k].words = [*lines[k].words[:i], *pair, *lines[k].words[i + 1 :]]
            move(spots, spot, 1)
            spots[n], spots[n + 1] = spot, (k, i + 1)


def leave_others(notes: Sequence[Note], spots: Sequence[Spot | None], lines: Sequence[Line]) -> None:
    """Take doubtful marks (powers, notes of a table) for raised words, in place, where no note wants them."""
    used = {spot for spot in spots if spot is not None}
    marked = {note.label for note, spot in zip(notes, spots, strict=True) if spot is not None}
    waiting = {note.label for note in notes} - marked
    for (k, i), label, _, doubtful in list(marks_of(lines)):
        if doubtful and (k, i) not in used and label not in waiting:
            power = replace(lines[k].words[i], confidence=0.0)
            lines[k].words = [*lines[k].words[:i], power, *lines[k].words[i + 1 :]]


DOUBLE = 0.8
"""How sure it is that two marks were read as one number."""


def move(spots: list[Spot | None], at: Spot, by: int) -> None:
    """Move the places that stand after a word in its line, in place."""
    for m, spot in enumerate(spots):
        if spot is not None and spot[0] == at[0] and spot > at:
            spots[m] = (spot[0], spot[1] + by)


def neighbours(spots: Sequence[Spot | None], n: int) -> tuple[Spot, Spot]:
    """The places between which the mark of the ``n``-th note stands; the whole paper where its neighbours disagree."""
    end: Spot = (10**9, 0)
    after = max((spot for spot in spots[:n] if spot is not None), default=START)
    before = min((spot for spot in spots[n + 1 :] if spot is not None), default=end)
    return (after, before) if after < before else (START, end)


def find_lost(notes: Sequence[Note], spots: list[Spot | None], lines: Sequence[Line]) -> None:
    """Raise plain marks for the notes that have no spot yet, and give them one, in place."""
    finder = MarkFinder(lines)
    for n, note in enumerate(notes):
        if spots[n] is not None:
            continue
        after, before = neighbours(spots, n)
        pages = (note.first_page, note.first_page - 1)
        counts = {k: len(lines[k].words) for k in {spot[0] for spot in spots if spot is not None}}
        spot = finder.raise_mark(note.label, after, before, pages)
        if spot is None:
            continue
        grown = len(lines[spot[0]].words) - counts.get(spot[0], len(lines[spot[0]].words))
        move(spots, spot, grown)
        spots[n] = spot
