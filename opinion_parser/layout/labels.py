"""Which lines of the note stream open a footnote: labels in sequence.

A raised label at the start of a line does, in its turn or at the start of a paragraph. A plain one does where it
continues the sequence (or begins a new one, as each writing may), is written as the labels before it are, and opens a
sentence: "622 F.3d 697" at the start of a note line opens nothing, nor does "(1) whether".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from opinion_parser.layout.lost_labels import restore_labels, split
from opinion_parser.layout.mark_shapes import count_marks
from opinion_parser.layout.spliced_notes import part_inner_notes
from opinion_parser.source import Line, Page, Zone, label_text, note_label

# "1", "12.", "3)", "4/", "[5]", "(6)", "{7}", "#8", "n9", "*", "††": a label that is set like the text after it
PLAIN = re.compile(r"(?:[\[({#]|n(?=\d))?(\d{1,3}|[*∗⁎]{1,6}|[†‡§]{1,4})[\])}]?[.:/]?")
# "1See", "12The", "*The State": no blank after the label
_GLUED = re.compile(r"(\d{1,3}|[*∗⁎]{1,4}|[†‡]{1,3})([A-Z“\"][a-z’']*.*)")
# "See", "The", "“[W]e", "(holding", "§ 1983": how a note's text begins
_OPENING = re.compile(r"[“\"‘'(\[]*[A-ZÀ-Þ§¶\[]|[a-z]\.|e\.g\.")
FIRST_LINE = 6.0
"""A line that starts so much to the right of the one above may begin a paragraph."""


def plain_label(text: str) -> str | None:
    """The label that a word may be which is not raised."""
    found = PLAIN.fullmatch(text)
    return label_text(found.group(1)) if found else None


def find_labels(pages: Sequence[Page], paginated: bool) -> None:
    """Mark the lines that open a note, in place; labels that were lost are restored, and lines that go on no note go
    back to the body."""
    part_inner_notes(pages)
    lines = {zone: [line for page in pages for line in page.lines if line.zone is zone and line.words] for zone in Zone}
    mark_labels(lines[Zone.NOTE], lines[Zone.BODY])
    restore_labels(pages)
    release_strays(pages, paginated)


def mark_labels(lines: Sequence[Line], body: Sequence[Line] = ()) -> None:
    """Give the fact ``label`` to the lines of the note stream (all pages, in reading order) that open a note.

    ``body``: the lines of the text, where the marks stand.
    """
    raises = sum((note_label(line.words[0]) or "").isdecimal() for line in lines) > 1
    last, shape, firsts = number_before(lines), "", 0
    above = None
    for line, below in zip_longest(lines, lines[1:]):
        label = opening_label(line, above, below, last) if line.cell is None else None
        plain = label is not None and label.isdecimal() and note_label(line.words[0]) is None
        form = line.opening[0].rstrip(".:/").replace(label or "", "1", 1)
        if plain and raises and not (label == str(last + 1) and begins_paragraph(line, above)):
            label = None  # "1 Pomeroy, Equity Jurisprudence" in a paper whose labels are raised
        if plain and shape not in ("", form):
            label = None  # "(2) The" is an item within a note of a paper that writes "2 The"
        if plain and label == "1" and firsts and not begins_anew(line, above, body, firsts):
            label = None  # "1. The" begins a list within a note
        firsts += label == "1"
        above = line
        if label is None:
            continue
        line.facts |= {"label"}
        if label.isdecimal():
            last = int(label)
            shape = form if plain else shape


def begins_anew(line: Line, above: Line | None, body: Sequence[Line], firsts: int) -> bool:
    """Whether notes begin again at 1, after ``firsts`` notes of that number: first on a page, or with one mark more."""
    within = above is not None and above.page == line.page
    return not within or count_marks([other for other in body if other.page <= line.page], "1") > firsts


def number_before(lines: Sequence[Line]) -> int:
    """The number of the note before the first one: 0, but where a text begins in the middle of a paper ("14", "15")."""
    labels = [plain_label(line.words[0].text) for line in lines]
    first = labels[0] if labels else None
    counted = first is not None and first.isdecimal() and str(int(first) + 1) in labels[1:]
    return int(first) - 1 if first is not None and counted else 0


def opening_label(line: Line, above: Line | None, below: Line | None, last: int) -> str | None:
    """The label with which a line opens a note, after the note numbered ``last``; None where it opens none."""
    first = line.words[0]
    label = note_label(first)
    if label is not None:
        return label if continues(label, last) or begins_paragraph(line, above) else None
    opening, count = line.opening
    if plain_label(opening) is None:  # "*" before an italic word, without a blank
        opening, count = first.text, 1
    label = plain_label(opening)
    if label is not None and continues(label, last) and (not opening.startswith("(") or above is None or last):
        after = line.words[count] if len(line.words) > count else below.words[0] if below is not None else None
        capital = [word.text[:1].isupper() for word in line.words[count + 1 : count + 2]]
        cited = label == str(last + 1) and capital == [True]
        if after is not None and (_OPENING.match(after.text) or (cited and after.text.isdecimal())):
            return label  # "9 42 U.S.C. § 1983."
    glued = _GLUED.fullmatch(first.text)
    if glued and continues(glued.group(1), last):
        split(line, len(glued.group(1)))
        return glued.group(1)
    return None


def continues(label: str, last: int) -> bool:
    """Whether a plain label may stand after the note numbered ``last``; one that was lost may lie between."""
    return not label.isdecimal() or int(label) in (last + 1, last + 2, 1)


def begins_paragraph(line: Line, above: Line | None) -> bool:
    """Whether a line of notes stands as the first of a paragraph does: indented, or below white space or a page end."""
    if above is None or above.page != line.page:
        return True
    parted = line.bbox.bottom - above.bbox.bottom > 1.6 * max(line.size, 1.0)
    return parted or line.bbox.x0 > above.bbox.x0 + FIRST_LINE or above.bbox.x1 < line.bbox.x0 + 0.6 * line.bbox.width


def release_strays(pages: Sequence[Page], paginated: bool) -> None:
    """Give note lines that go on no note back to the body: those before the first label of all, or of a page that
    follows one without notes."""
    zones = [[line for line in page.lines if line.zone is Zone.NOTE and line.words] for page in pages]
    opened = False
    for before, zone in pairwise([[], *zones]):
        for line in zone:
            if "label" in line.facts:
                opened = True
                break
            if opened and (before or not paginated):
                break
            line.zone = Zone.BODY
