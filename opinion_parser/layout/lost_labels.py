"""Labels of notes that OCR lost or took for a letter, restored where a mark of the text waits for its note.

A zone that begins without a label goes on with a note of the page before, as a rule. It opens a note of its own where
the page has the next mark of the sequence, no label of that number, and nothing before it broke off:

    ... the motion is denied.²                               ... the motion is denied.¹
    ______                                                   ______
    The defendant concedes as much.                          l The defendant concedes as much.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from opinion_parser.layout.note_look import breaks_off, small_start
from opinion_parser.source import Line, Page, Zone, note_label

RESTORED = 0.6
"""How sure a restored label is."""
PARTED = 1.6
"""Distance of two lines' feet, in sizes of type, that parts blocks."""
# What OCR makes of figures that stand high: "l The", "' See", "z In", "S Id."
MISREAD = {
    "1": "lI!|'it’‘`", "2": "z?Z", "3": "8", "4": "A", "5": "Ss", "6": "bG°", "7": "?T", "8": "BS", "9": "gq",
    "10": ("IO", "lo", "lO", "1O", "io"), "11": ("II", "ll", '"', "1l", "l1"),
}  # fmt: skip


def restore_labels(pages: Sequence[Page]) -> None:
    """Give a label to the first note of a page that has lost its own, in place; labels that were read have the fact."""
    last = 0
    for before, page, after in zip([None, *pages], pages, [*pages[1:], None], strict=False):
        zone, above = notes_of(page), notes_of(before) if before is not None else []
        if zone and "label" not in zone[0].facts and not breaks_off(above) and may_open(zone[0]):
            wanted = str(last + 1)
            if wanted in marks_on(page) and wanted not in labels_of(zone) and zone[0].cell is None:
                put_label(zone[0], wanted)
        restore_inner(zone, marks_on(page), labels_of(notes_of(after)) if after is not None else [])
        labels = labels_of(zone)
        last = int(labels[-1]) if labels else last


def restore_inner(zone: Sequence[Line], marks: set[str], below: Sequence[str]) -> None:
    """Give a label to a paragraph below a note where the next mark of the page has no note, here or on the next page.

    "¹ The parties agree." / (blank) / "The record does not say." with marks 1 and 2 in the text above.
    """
    number = 0
    for above, line in pairwise(zone):
        number = int(labels_of([above])[0]) if labels_of([above]) else number
        wanted = str(number + 1)
        if number == 0 or "label" in line.facts or wanted not in marks or wanted in [*labels_of(zone), *below]:
            continue
        parted = line.bbox.bottom - above.bbox.bottom > PARTED * max(above.size, 1.0)
        if parted and may_open(line) and not breaks_off([above]) and line.cell is None:
            put_label(line, wanted)


def notes_of(page: Page) -> list[Line]:
    """The note lines of a page."""
    return [line for line in page.lines if line.zone is Zone.NOTE and line.words]


def labels_of(zone: Sequence[Line]) -> list[str]:
    """The numbers that open notes of a zone, in order."""
    labels = [line.words[0].text.strip("[]().:/") for line in zone if "label" in line.facts]
    return [label for label in labels if label.isdecimal()]


def marks_on(page: Page) -> set[str]:
    """The labels of raised marks in the text of a page."""
    body = (line for line in page.lines if line.zone is Zone.BODY)
    return {label for line in body for word in line.words[1:] if (label := note_label(word)) is not None}


def put_label(line: Line, label: str) -> None:
    """Put the label at the head of a line, in the place of the letter that OCR took it for."""
    if is_glued_misread(line, label):
        split(line, 1)
    first = line.words[0]
    style = first.style._replace(superscript=True)
    misread = label in MISREAD and is_misread(line, label)
    box = first.bbox if misread else first.bbox._replace(x1=first.bbox.x0)
    restored = replace(first, text=label, bbox=box, style=style, confidence=RESTORED)
    line.words = [restored, *line.words[int(misread) :]]
    line.facts |= {"label"}


def may_open(line: Line) -> bool:
    """Whether a line without a label may open a note: it begins a sentence, be it after a misread label."""
    return not small_start(line) or any(is_misread(line, label) for label in MISREAD)


def is_glued_misread(line: Line, label: str) -> bool:
    """Whether a line begins with what OCR makes of a 1 that is glued to its sentence: "lThe", "IIn"."""
    return label == "1" and bool(_GLUED_ONE.match(line.words[0].text))


_GLUED_ONE = re.compile(r"[lI!|][A-Z][a-z]*$")


def split(line: Line, length: int) -> None:
    """Part the first word of a line, in place, after ``length`` characters."""
    first = line.words[0]
    x = first.bbox.x0 + first.bbox.width * length / len(first.text)
    label = replace(first, text=first.text[:length], bbox=first.bbox._replace(x1=x))
    rest = replace(first, text=first.text[length:], bbox=first.bbox._replace(x0=x))
    line.words = [label, rest, *line.words[1:]]


def is_misread(line: Line, label: str) -> bool:
    """Whether the first word of a line is what OCR makes of a label, before a sentence."""
    return len(line.words) > 1 and line.words[0].text in MISREAD.get(label, ()) and line.words[1].text[:1].isupper()
