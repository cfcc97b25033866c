"""Notes in the midst of other words, where a text layer lost its line ends.

A note at the foot of a page stands between the halves of a sentence, and two notes stand in one block:

    ... that defendants failed to 1 The assessor at the time ... is Fritz Kaegi. apply, and they filed ...
    ¹ See the complaint at 4. ² The charge is attached to the complaint.

A number between words proves nothing. A note has its mark above; a small word breaks off before it, sentences follow
it, and after the last of them the sentence goes on with a small letter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from opinion_parser.layout.furniture.apart import line_of
from opinion_parser.layout.mark_shapes import has_mark
from opinion_parser.layout.measure import body_lines
from opinion_parser.layout.note_look import small_start
from opinion_parser.source import ROW, Line, Page, Word, Zone, label_text, note_label

LABEL = re.compile(r"[1-9]\d{0,2}|[*∗⁎]{1,3}|[†‡]{1,2}")
# "failed to", "enjoin": a word in mid-sentence; "at 4 The" has a number of a page
_BROKEN = re.compile(r"(?!(?:at|pp?|nn?)$)[a-z][a-z’'-]*")
# "Kaegi.", "“[. . .].”", "2017.": no abbreviation ("Inc.", "v.")
_SENTENCE_END = re.compile(r".*(?:[a-z]{3}[a-z]|\d|[)\]”\"’'])[.?!][)\]”\"’']*")
_OPENING = re.compile(r"[“\"‘'(\[]*[A-ZÀ-Þ]")
SHORTEST = 4
"""Words of a note that is set within other words."""


Spot = tuple[int, int]
"""A word of some lines: the index of its line, and its own in the line."""


def part_spliced_notes(pages: Sequence[Page], paginated: bool) -> None:
    """Make lines of their own, in the zone NOTE, of notes that stand in the midst of a body block of plain text.

    On pages that the text parts (``paginated``) a label at the head of a line opens the notes of its page by itself.
    """
    for before, page, following in zip([None, *pages], pages, [*pages[1:], None], strict=False):
        above = body_lines(before) if before is not None else []
        below = body_lines(following) if following is not None else []
        blocks = body_blocks(page)
        for block in blocks:
            open_end = bool(below) and small_start(below[0]) and block is blocks[-1]
            span = spliced(above, block, open_end, inside=paginated)
            while span is not None:
                rest = take_note(page, block, *span)
                above, block = [*above, *block[: span[0][0]]], rest
                span = spliced(above, rest, open_end, inside=paginated)
            above = [*above, *block]


def body_blocks(page: Page) -> list[list[Line]]:
    """The body lines of a page of typing, grouped where no blank line parts them."""
    groups: list[list[Line]] = []
    for line in body_lines(page):
        if line.cell is not None:
            continue
        if groups and line.bbox.top - groups[-1][-1].bbox.top <= 1.5 * ROW:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def spliced(above: Sequence[Line], block: Sequence[Line], open_end: bool, *, inside: bool) -> tuple[Spot, Spot] | None:
    """The first and the last word of a note within a block.

    ``open_end``: the next page goes on; ``inside``: the label must stand within a line.
    """
    spots = [(k, i) for k, line in enumerate(block) for i in range(len(line.words))]
    texts = [block[k].words[i].text for k, i in spots]
    for n in range(1, len(spots) - SHORTEST):
        k, i = spots[n]
        label = label_text(texts[n])
        alone = not block[k].words[i].glued and not (inside and i == 0)
        if not alone or not LABEL.fullmatch(label) or not _BROKEN.fullmatch(texts[n - 1]):
            continue
        own = [line_of(block[k], block[k].words[:i])] if i else []
        if not _OPENING.match(texts[n + 1]) or not has_mark([*above, *block[:k], *own], label):
            continue
        for m in range(n + SHORTEST, len(spots)):
            goes_on = texts[m + 1][:1].islower() if m + 1 < len(spots) else open_end
            if goes_on and _SENTENCE_END.fullmatch(texts[m]):
                return spots[n], spots[m]
    return None


def take_note(page: Page, block: Sequence[Line], first: Spot, last: Spot) -> list[Line]:
    """Give the words of a block from the first to the last a place among the notes, in place.

    What is left of the last line closes up to what is left of the first one, and the lines below to these;
    gives these lines back.
    """
    opening = block[first[0]]
    before, after = opening.words[: first[1]], block[last[0]].words[last[1] + 1 :]
    notes = []
    for k in range(first[0], last[0] + 1):
        line = block[k]
        end = last[1] + 1 if k == last[0] else len(line.words)
        note = line_of(line, line.words[first[1] if k == first[0] else 0 : end])
        note.zone = Zone.NOTE
        notes.append(note)
    opening.words = [*before, *after]
    rest = [*([opening] if opening.words else []), *block[last[0] + 1 :]]
    for row, line in enumerate([*rest, *notes], round(opening.bbox.top / ROW)):
        line.bbox = line.bbox._replace(top=row * ROW, bottom=(row + 1) * ROW)
    at = next(n for n, other in enumerate(page.lines) if other is opening)
    within = {id(line) for line in block}
    below = [line for line in page.lines[at:] if id(line) not in within]
    taken = len(list(takewhile(lambda line: line.zone is Zone.NOTE, below)))  # notes found in this block before
    page.lines[at:] = [*rest, *below[:taken], *notes, *below[taken:]]
    return rest


def part_inner_notes(pages: Sequence[Page]) -> None:
    """Begin a line, in place, with each label that stands within a line of notes in its turn after a sentence's end."""
    for page in pages:
        notes = [line for line in page.lines if line.zone is Zone.NOTE and line.words]
        opened = {number_of(line.words[0]) for line in notes}
        body = body_lines(page)
        number, raised = 0, False
        lines: list[Line] = []
        for line in page.lines:
            at = 0
            for i, (before, word) in enumerate(pairwise(line.words), 1) if line.zone is Zone.NOTE else ():
                if i == 1 and number_of(before):
                    number, raised = number_of(before), note_label(before) is not None
                wanted = number_of(word) == number + 1 and number + 1 not in opened and number > 0
                if not wanted or word.glued or i + 1 >= len(line.words) or not is_end(before):
                    continue
                alike = (note_label(word) is not None) == raised and (raised or has_mark(body, str(number + 1)))
                if alike and _OPENING.match(line.words[i + 1].text):
                    lines.append(line_of(line, line.words[at:i]))
                    at, number = i, number + 1
            lines.append(line_of(line, line.words[at:]) if at else line)
        page.lines = lines


def is_end(word: Word) -> bool:
    """Whether a word ends a sentence."""
    return word.text.rstrip("”\"’')]")[-1:] in (".", "?", "!")


def number_of(word: Word) -> int:
    """The number that a word is, raised or not, as the label of a note; 0 where it is none."""
    text = word.text.strip("[]().")
    return int(text) if text.isdecimal() and len(text) <= 3 else 0
