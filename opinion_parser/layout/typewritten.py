"""Footnote zones of plain text, which has no sizes and no rules: labels in sequence, spacing and sentence ends decide.

Text with form feeds keeps its notes at the foot of the page. Text without any shows a note as a block of its own
between two halves of a body paragraph, and the rest of a note that ran over the page as an unlabelled block in small
letters, somewhere after the next page's body:

    ... a face database (the "database") to develop and
    ¹ In addressing Clarifai's motion ... Therefore, the Court
    train algorithms used in its facial recognition technology. ...
    draws the facts from the complaint ...
"""

from __future__ import annotations

import itertools
import re

from opinion_parser.layout.labels import plain_label
from opinion_parser.layout.lost_labels import is_glued_misread, is_misread, may_open, put_label
from opinion_parser.layout.mark_shapes import count_marks, has_mark
from opinion_parser.layout.measure import UNWRAPPED, Measure, body_lines
from opinion_parser.layout.note_look import breaks_off, small_start
from opinion_parser.layout.notes import PLAIN_LABEL, label_zones
from opinion_parser.layout.separators import caption_foot, is_typed_rule, lines_below_caption
from opinion_parser.layout.spliced_notes import body_blocks, part_spliced_notes
from opinion_parser.source import COLUMN, ROW, Line, Page, Zone, note_label


def label_typewritten_notes(pages: list[Page], measures: dict[int, Measure], paginated: bool) -> None:
    """Give the zone NOTE to the footnote lines of plain text, in place."""
    part_spliced_notes(pages, paginated)
    if not paginated and not (len(pages) == 1 and is_gapless(pages[0])):
        for page in pages:
            label_blocks(page)
        return
    opened: dict[int, int] = {}
    before: list[Line] = []
    feet = Feet()
    for page in pages:
        start = feet.start(page, before, measures[page.number].leading > 1.5 * ROW)
        if start is not None:
            opened[page.number] = start
        before = lines_below_caption(page)
    label_zones(pages, measures, opened)


SHEET = 70
"""Lines of typing on a sheet, at the most."""


def is_gapless(page: Page) -> bool:
    """Whether a text layer of one sheet kept its lines, but no white space between its blocks."""
    lines = body_lines(page)
    steps = [below.bbox.top - above.bbox.top for above, below in itertools.pairwise(lines)]
    wrapped = all(line.bbox.width < UNWRAPPED for line in lines)
    return wrapped and 3 < len(steps) < SHEET and all(step <= 1.5 * ROW for step in steps)


class Feet:
    """Finds the notes at the feet of pages that form feeds part: ``last`` is the number of the note before."""

    def __init__(self) -> None:
        self.last = 0
        self.firsts: list[int] = []  # the pages on which a note 1 begins

    def start(self, page: Page, before: list[Line], loose: bool) -> int | None:
        """Index of the first line of the notes of a page, None where it has none.

        ``before``: the lines of the page before; ``loose``: the body is double-spaced.
        """
        lines = lines_below_caption(page)
        start = None
        for i, line in enumerate(lines):
            label = opening_label(line, lines[i + 1] if i + 1 < len(lines) else None)
            above = [*before, *higher(page, line)]
            if label is None or not self.in_turn(label, page, above):
                continue
            if start is None and (i or caption_foot(page)) and close_below(lines[i:]):
                ruled = i > 0 and is_typed_rule(lines[i - 1])
                alone = len(line.words) == 1 and label == str(self.last + 1) and (loose or self.last > 0)
                if ruled or alone or proven(line, label, above):
                    start = i - 1 if ruled else i
            if start is not None and label.isdecimal():
                self.count(int(label), page)
        for line in page.lines:
            label = (note_label(line.words[0]) or line.words[0].text) if line.zone is Zone.NOTE else ""
            if label == str(self.last + 1):  # a note that was found within the text
                self.count(int(label), page)
        return start

    def in_turn(self, label: str, page: Page, above: list[Line]) -> bool:
        """Whether a label may come now: the next one, the first of all, or a 1 that has one mark more nearby."""
        if not label.isdecimal() or int(label) in (self.last + 1, self.last + 2) or not self.last:
            return True
        firsts = sum(page.number - number <= 1 for number in self.firsts)
        return label == "1" and count_marks(above, label) > firsts

    def count(self, number: int, page: Page) -> None:
        """Go on from a note of this number."""
        self.last = number
        if number == 1:
            self.firsts.append(page.number)


def higher(page: Page, line: Line) -> list[Line]:
    """The lines of a page above one of them, the caption's too."""
    return [other for other in page.lines if other.words and other.bbox.bottom <= line.bbox.top]


def opening_label(line: Line, below: Line | None) -> str | None:
    """The label of a note that may open with this line; None where no note opens.

    "        1" alone above its text, "1 The Honorable", "¹ In addressing", "* Of the District of Maine".
    """
    label = note_label(line.words[0])
    if label is not None or not PLAIN_LABEL.fullmatch(line.text):
        return label
    opening, count = line.opening
    alone = count == len(line.words)
    if alone and (below is None or below.bbox.top - line.bbox.top > 1.5 * ROW):
        return None
    glued = re.match(r"\d{1,3}(?=[A-Z])", line.text)  # "4In"
    if glued:
        return glued.group()
    if not alone and not opens_sentence(line, count):
        return None
    return plain_label(opening)


def opens_sentence(line: Line, count: int) -> bool:
    """Whether a sentence follows the first ``count`` words of a line, or a citation: "9 42 U.S.C. § 1983."."""
    after = [word.text for word in line.words[count : count + 2]]
    cited = len(after) > 1 and after[0].isdecimal() and after[1][:1].isupper()
    return cited or bool(re.match(r"[A-Z“\"(\[§¶]", after[0]))


def proven(line: Line, label: str, above: list[Line]) -> bool:
    """Whether a label is raised, or the text above it may have a mark of it; a list's "1." needs a sure one."""
    if note_label(line.words[0]) is not None:
        return True
    if not label.isdecimal():
        alone = sum(word.text == label for other in above for word in other.words)
        return alone <= RAIL and has_mark(above, label, 0.5)
    return has_mark(above, label, 0.5 if is_bare(line, label) else 0.65 if line.opening[0][-1] in ".)" else 0.6)


def is_bare(line: Line, label: str) -> bool:
    """Whether a line begins with a number alone, as notes do: paragraphs and items are numbered "1." or "(1)"."""
    return line.opening[0] == label and label.isdecimal()


RAIL = 3
"""So many stars alone are no marks but a caption's rail ("JANE ROE * CIVIL ACTION")."""


def close_below(lines: list[Line]) -> bool:
    """Whether lines down to the foot are set single-spaced, with at most a blank line between notes."""
    if note_label(lines[0].words[0]) is not None and all(line.bbox.width > UNWRAPPED / 4 for line in lines):
        return True  # a text with a paragraph on each line
    steps = [b.bbox.top - a.bbox.top for a, b in itertools.pairwise(lines)]
    return all(step <= 2.5 * ROW for step in steps) and (
        not steps or sum(s <= 1.5 * ROW for s in steps) >= len(steps) / 2
    )


def label_blocks(page: Page) -> None:
    """Notes of text without page ends, block by block (see the module's docstring)."""
    last = 0
    body: list[Line] = []
    note_open = body_open = False
    zone = Zone.BODY
    found = body_blocks(page)
    run = closing_run(found)
    for n, block in enumerate(found):
        label = block_label(block)
        below = block_label(found[n + 1]) if n + 1 < len(found) else None
        if label is None and is_lost(block[0], str(last + 1), zone is Zone.NOTE and below == str(last + 2), body):
            label = str(last + 1)
            put_label(block[0], label)
        in_turn = label is not None and (not label.isdecimal() or not last or int(label) in (1, last + 1, last + 2))
        follows = zone is Zone.NOTE and label == str(last + 1) and last > 0 and is_bare(block[0], label)
        if label is not None and (n >= run or follows or (in_turn and proven(block[0], label, body))):
            last = int(label) if label.isdecimal() else last
            note_open = breaks_off(block)
            zone = Zone.NOTE
        elif zone is Zone.NOTE and hangs(block[0], body):
            note_open = breaks_off(block)
        elif note_open and not body_open and small_start(block[0]):
            note_open = breaks_off(block)
            zone = Zone.NOTE
        else:
            body_open = breaks_off(block) and ends_in_small(block)
            body += block
            zone = Zone.BODY
        for line in block:
            line.zone = zone


def is_lost(line: Line, wanted: str, between: bool, body: list[Line]) -> bool:
    """Whether a line begins a note whose label was taken for a letter ("l The", "lThe"), or lost ``between`` two notes.

    The text has the mark that waits for it.
    """
    misread = is_misread(line, wanted) or is_glued_misread(line, wanted)
    return (misread or (between and may_open(line))) and has_mark(body, wanted, 0.65)


def block_label(block: list[Line]) -> str | None:
    """The label of a note that may open with this block."""
    return opening_label(block[0], block[1] if len(block) > 1 else None)


def closing_run(found: list[list[Line]]) -> int:
    """Index of the first of the blocks at the end of a text that count on with bare numbers, as many as there are.

    They are the paper's notes even if no mark of them was kept: two or more, below the end of a sentence, where no
    other block is numbered so. A text that begins in the middle of an opinion has the mark of the first one.
    """
    numbers = [bare_number(block) for block in found]
    start = len(found)
    while start and numbers[start - 1] and (start == len(found) or numbers[start - 1] + 1 == numbers[start]):
        start -= 1
    above = [line for block in found[:start] for line in block]
    if len(found) - start < 2 or not above or any(numbers[:start]) or above[-1].text[-1:] not in ".?!”\"’')":
        return len(found)
    return start if numbers[start] == 1 or has_mark(above, str(numbers[start]), 0.5) else len(found)


def bare_number(block: list[Line]) -> int:
    """The number alone with which a block begins, 0 where none does."""
    label = block_label(block)
    return int(label) if label is not None and is_bare(block[0], label) else 0


def hangs(line: Line, body: list[Line]) -> bool:
    """Whether a block is a further paragraph of a Markdown note: set in by four columns, as no body line is."""
    return line.bbox.x0 >= 4 * COLUMN and all(other.bbox.x0 < 4 * COLUMN for other in body)


def ends_in_small(block: list[Line]) -> bool:
    """Headings and caption lines end without a stop too: only running text can be cut."""
    return sum(len(line.words) for line in block) > 8
