"""The footnote zone of measured pages: its lines go into a stream of their own.

A zone opens with a label. Any one of the other tell-tales may be missing, so they are tried from the strongest to the
weakest: a drawn or typed separator; smaller type at the foot of the page; white space above a label, and lines below
it that are set close. From the zones found so far the look of the document's notes is measured (layout/note_look.py),
and with it the zones that no label opens: a note goes on at the foot of the next page, above that page's own notes,
or fills it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from opinion_parser.layout.furniture import set_apart
from opinion_parser.layout.lost_labels import may_open
from opinion_parser.layout.mark_shapes import has_mark
from opinion_parser.layout.measure import Measure, body_lines
from opinion_parser.layout.note_look import NoteLook, breaks_off, small_start, steps
from opinion_parser.layout.separators import (
    alike,
    below_any,
    caption_foot,
    is_typed_rule,
    lines_below_caption,
    separators,
    stands_free,
    usual_strokes,
)
from opinion_parser.source import Line, Page, Zone, label_text, note_label

# "1 See", "12. The", "3/ The", "[5] See", "(6) See", "n7 See", "4In", "* The", "† Honorable": a label, then words
# (where pages are measured, most are raised instead)
PLAIN_LABEL = re.compile(
    r"(?:(?:\d{1,3}[.)/]?|\[\d{1,3}\]|\(\d{1,3}\)|\{\d{1,3}\}|#\d{1,3}|n\d{1,3})(?: .*)?"
    r"|\d{1,3}[A-Z][a-z’].*|(?:[*∗]{1,4}|[†‡§]{1,3})[.)]?(?: ?[“\"A-Z].*)?)"
)

FIRST_LINE = 9.0
"""A line that starts this much to the right of the edge is indented."""


def label_notes(pages: Sequence[Page], measures: dict[int, Measure]) -> None:
    """Give the zone NOTE to the footnote lines of all pages (furniture is labelled before), in place."""
    opened: dict[int, int] = {}
    before: list[Line] = []
    for page in pages:
        start = own_start(page, before, measures[page.number])
        if start is not None:
            opened[page.number] = start
        before = body_lines(page)
    label_zones(pages, measures, opened)


def label_zones(pages: Sequence[Page], measures: dict[int, Measure], opened: dict[int, int]) -> None:
    """Give the zone NOTE to the lines from the index in ``opened`` on, and to those in which a note goes on."""
    bodies = {page.number: lines_below_caption(page) for page in pages}
    if not opened:
        return
    rules = {page.number: separators(page, bodies[page.number], measures[page.number]) for page in pages}
    look = NoteLook.of([bodies[number][start:] for number, start in opened.items()])
    ruled = sum(below_any(bodies[n], start, rules[n]) for n, start in opened.items()) > 0.5 * len(opened)
    heads = [(page, bodies[page.number], opened[page.number]) for page in pages if page.number in opened]
    usual = usual_strokes((page, lines[k], lines[k - 1].bbox.bottom if k else 0.0) for page, lines, k in heads)
    above: list[Line] = []  # the notes at the foot of the page before
    for page in pages:
        lines, measure = bodies[page.number], measures[page.number]
        starts = [opened[page.number]] if page.number in opened else []
        if above and ruled:
            starts += above_label(lines, alike(page, rules[page.number], usual), starts)
        if above:
            strokes = alike(page, rules[page.number], usual, measure) if ruled else rules[page.number]
            starts += below_separator(lines, above, strokes, look, measure)
            starts += [] if ruled else foot_runs(lines, starts, above, look, measure)
        zone = lines[min(starts) :] if starts else []
        for line in zone:
            line.zone = Zone.NOTE
            if is_typed_rule(line):
                set_apart(line, "separator")
        if lines:
            above = zone


def begins_note(line: Line, above: Sequence[Line], *, sure: bool) -> bool:
    """A raised label at the start of a line, or a plain one of which the text ``above`` may have a mark.

    What is surely set as notes are needs no mark.
    """
    if note_label(line.words[0]) is not None:
        return True
    if not PLAIN_LABEL.fullmatch(line.text):
        return False
    found = re.match(r"\d+|[^\w\s.)/]+", label_text(line.text).lstrip("[({#n"))
    sure = sure and line.text[0] not in "({"  # "(1) whether" is an item
    return sure or (found is not None and has_mark(above, found.group()))


# ------------------------------------------------------------ zones that a label opens


def own_start(page: Page, before: Sequence[Line], measure: Measure) -> int | None:
    """Index, among the lines below the caption, of the first line of a zone that a label opens.

    ``before``: the lines of the page before, on which the mark of a note may stand.
    """
    lines = lines_below_caption(page)
    head = [*before, *(line for line in page.lines if line.words and line not in lines)]
    heights = separators(page, lines, measure)
    for find in (by_separator, by_size, by_label):
        start = find(lines, head, heights, measure)
        if start is not None and (start > 0 or find is by_separator or caption_foot(page) > 0):
            break
    else:
        start = None
    lost = by_mark(lines, heights, measure) if start is None or find is not by_separator else None
    return min((found for found in (start, lost) if found is not None), default=None)


def by_separator(lines: list[Line], head: list[Line], heights: list[float], measure: Measure) -> int | None:
    """Index of the first line below a separator, if a label opens it."""
    for top in heights:
        below = [line for line in lines if line.bbox.top >= top - 2.0]
        words = [line for line in below if not is_typed_rule(line)]
        if not words:
            continue
        start = lines.index(below[0])
        if begins_note(words[0], [*head, *lines[:start]], sure=words[0].size < measure.size - 0.4):
            return start
    return None


def by_size(lines: list[Line], head: list[Line], heights: list[float], measure: Measure) -> int | None:
    """Index where the smaller type at the foot of the page begins, or of the first line in it with a label."""
    i = len(lines)
    while i and lines[i - 1].size < measure.size - 0.8:
        i -= 1
    for k in range(i, len(lines)):
        if note_label(lines[k].words[0]) is not None or (k == i and begins_note(lines[k], [], sure=True)):
            return k
    return None


def by_label(lines: list[Line], head: list[Line], heights: list[float], measure: Measure) -> int | None:
    """Index of a line with a label below white space, from which on lines are set close."""
    gaps = [0.0, *steps(lines)]
    labelled = [begins_note(line, [*head, *lines[:i]], sure=False) for i, line in enumerate(lines)]
    for i in range(len(lines)):
        parted = i == 0 or gaps[i] > 1.15 * measure.leading
        below = range(i + 1, len(lines))
        if parted and labelled[i] and all(gaps[k] <= 1.1 * measure.leading or labelled[k] for k in below):
            return i
    return None


def by_mark(lines: list[Line], heights: list[float], measure: Measure) -> int | None:
    """Index of the first line below the last separator, where a mark of the text waits for a note that lost its label.

    Only what is set as notes are, in small type or close lines, can be one (layout/lost_labels.py restores the label).
    """
    for top in heights[-1:]:
        start = next((i for i, line in enumerate(lines) if line.bbox.top >= top - 2.0), len(lines))
        words = [line for line in lines[start:] if not is_typed_rule(line)]
        marks = {note_label(word) for line in lines[:start] for word in line.words[1:]} - {None}
        waits = any((label or "").isdecimal() for label in marks - {note_label(line.words[0]) for line in words})
        if words and waits and stands_free(lines, top) and may_open(words[0]):
            return start if NoteLook.of([words]).is_distinct(measure) else None
    return None


# ------------------------------------------------------------ zones in which a note goes on


def below_separator(
    lines: list[Line], above: list[Line], heights: list[float], look: NoteLook, measure: Measure
) -> list[int]:
    """Indexes of lines below a separator with which the last note of the page before (``above``) may go on.

    Whatever is set there as only notes are goes on; where notes, or this one, look like the body, the sentence must
    break off, too.
    """
    found = []
    for top in heights:
        below = [line for line in lines if line.bbox.top >= top - 2.0]
        words = [line for line in below if not is_typed_rule(line)]
        if not words or not stands_free(lines, top):
            continue
        alone = look.is_distinct(measure) and look.fits(words)
        if alone or (goes_on(above, words[0]) and (look.fits(words) or NoteLook.of([above]).fits(words))):
            found.append(lines.index(below[0]))
    return found


def above_label(lines: list[Line], heights: list[float], starts: Sequence[int]) -> list[int]:
    """Index of the first line below the last separator (``heights``) above a line that begins a note of this page.

    Between them the last note of the page before goes on, however its sentences end and whatever it looks like.
    """
    found = (i for i, line in enumerate(lines) if begins_note(line, lines[:i], sure=False))
    first = min(starts, default=None) if starts else next(found, None)
    tops = [top for top in heights if first is not None and top < lines[first].bbox.top and stands_free(lines, top)]
    return [next(k for k, line in enumerate(lines) if line.bbox.top >= tops[-1] - 2.0)] if tops else []


def goes_on(above: list[Line], first: Line) -> bool:
    """Whether a note breaks off at the end of ``above``, or goes on with a small letter."""
    return breaks_off(above) or small_start(first)


def foot_runs(lines: list[Line], starts: list[int], above: list[Line], look: NoteLook, measure: Measure) -> list[int]:
    """Indexes of lines that begin a run, down to the foot, that is set as only notes are and goes on with one.

    Where notes look like the body, the run is the last block above the notes that a label opens.
    """
    gaps = [0.0, *steps(lines)]
    end = min(starts, default=len(lines))
    parted = [i for i in range(1, end) if gaps[i] > 1.15 * measure.leading]
    found: list[int] = []
    if look.is_small(measure):
        i = len(lines)
        while i and abs(lines[i - 1].size - look.size) < 0.6:
            i -= 1
        found.append(i)
    elif look.is_close(measure):
        half = (look.leading + measure.leading) / 2
        at_edge = [i for i in parted if lines[i].bbox.x0 - measure.left < FIRST_LINE]
        found += [i for i in at_edge if mostly(gap < half for gap in gaps[i + 1 :])][:1]
    elif parted and breaks_off(above) and small_start(lines[parted[-1]]):
        found.append(parted[-1])
    return [i for i in found if i < end and goes_on(above, lines[i])]


def mostly(found: Iterable[bool]) -> bool:
    """Whether at least two in three hold."""
    every = list(found)
    return 3 * sum(every) >= 2 * len(every)
