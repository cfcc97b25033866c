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
from opinion_parser.layout.measure import Measure, body_lines
from opinion_parser.layout.note_look import NoteLook, breaks_off, small_start, steps
from opinion_parser.source import Line, Page, Zone, note_label

TYPED_RULE = re.compile(r"[_\-–—*‗ó]{5,}")
"""A separator made of characters: "_______________", "óóóóóó" (em dashes of a font without a Unicode table)."""
# "1 See", "12. The", "3/ The", "* The", "† Honorable": a label, then words; on measured pages most are raised instead
PLAIN_LABEL = re.compile(r"(?:\d{1,3}[.)/]?(?: .*)?|(?:[*∗]{1,4}|[†‡§]{1,3})[.)]?(?: ?[“\"A-Z].*)?)")

FIRST_LINE = 9.0
"""A line that starts this much to the right of the edge is indented."""


def label_notes(pages: Sequence[Page], measures: dict[int, Measure]) -> None:
    """Give the zone NOTE to the footnote lines of all pages (furniture is labelled before), in place."""
    opened: dict[int, int] = {}
    for page in pages:
        start = own_start(page, lines_below_caption(page), measures[page.number])
        if start is not None:
            opened[page.number] = start
    label_zones(pages, measures, opened)


def label_zones(pages: Sequence[Page], measures: dict[int, Measure], opened: dict[int, int]) -> None:
    """Give the zone NOTE to the lines from the index in ``opened`` on, and to those in which a note goes on."""
    bodies = {page.number: lines_below_caption(page) for page in pages}
    if not opened:
        return
    rules = {page.number: separators(page, bodies[page.number], measures[page.number]) for page in pages}
    look = NoteLook.of([bodies[number][start:] for number, start in opened.items()])
    ruled = sum(below_any(bodies[n], start, rules[n]) for n, start in opened.items()) > 0.5 * len(opened)
    above: list[Line] = []  # the notes at the foot of the page before
    for page in pages:
        lines, measure = bodies[page.number], measures[page.number]
        starts = [opened[page.number]] if page.number in opened else []
        if above:
            starts += below_separator(lines, above, rules[page.number], look, measure)
            starts += [] if ruled else foot_runs(lines, starts, above, look, measure)
        zone = lines[min(starts) :] if starts else []
        for line in zone:
            line.zone = Zone.NOTE
            if is_typed_rule(line):
                set_apart(line, "separator")
        if lines:
            above = zone


def is_typed_rule(line: Line) -> bool:
    """Whether a line only draws a separator."""
    return bool(TYPED_RULE.fullmatch(line.text.replace(" ", "")))


def begins_note(line: Line) -> bool:
    """A raised label at the start of a line, or a plain one parted from what follows."""
    return note_label(line.words[0]) is not None or bool(PLAIN_LABEL.fullmatch(line.text))


# ------------------------------------------------------------ zones that a label opens


def own_start(page: Page, lines: list[Line], measure: Measure) -> int | None:
    """Index of the first line of a zone that a label opens."""
    start = by_separator(lines, separators(page, lines, measure))
    if start is None:
        start = by_size(page, lines, measure)
    return by_label(page, lines, measure) if start is None else start


def separators(page: Page, lines: list[Line], measure: Measure) -> list[float]:
    """Heights of what may be a separator, drawn or typed, from the top of the page down."""
    drawn = [r.bbox.top for r in page.rules if r.horizontal and is_separator(r.bbox.x0, r.bbox.width, measure)]
    typed = [
        line.bbox.top for line in lines if is_typed_rule(line) and is_separator(line.bbox.x0, line.bbox.width, measure)
    ]
    return sorted(height for height in drawn + typed if height >= caption_foot(page))


def lines_below_caption(page: Page) -> list[Line]:
    """The body lines of a page among which notes can be."""
    foot = caption_foot(page)
    return [line for line in body_lines(page) if line.words and line.bbox.top >= foot]


def caption_foot(page: Page) -> float:
    """The foot of a page's caption, whose strokes part the parties from what is below them: no notes."""
    return max((line.bbox.bottom - 2.0 for line in page.lines if "caption" in line.facts), default=0.0)


def below_text(page: Page, index: int) -> bool:
    """Whether anything but furniture stands above the line of this index: a page that is all notes has a separator."""
    return index > 0 or caption_foot(page) > 0


def is_separator(x0: float, width: float, measure: Measure) -> bool:
    """A separator starts at the left edge, or at a paragraph's indent, and spans part of the measure or all of it."""
    return abs(x0 - measure.left) < 40 and 0.15 * measure.width < width <= 1.05 * measure.width


def by_separator(lines: list[Line], heights: list[float]) -> int | None:
    """Index of the first line below a separator, if a label opens it."""
    for top in heights:
        below = [line for line in lines if line.bbox.top >= top - 2.0]
        words = [line for line in below if not is_typed_rule(line)]
        if words and begins_note(words[0]):
            return lines.index(below[0])
    return None


def by_size(page: Page, lines: list[Line], measure: Measure) -> int | None:
    """Index where the smaller type at the foot of the page begins, or of the first line in it with a label."""
    i = len(lines)
    while i and lines[i - 1].size < measure.size - 0.8:
        i -= 1
    for k in range(i, len(lines)):
        if below_text(page, k) and begins_note(lines[k]) and (k == i or note_label(lines[k].words[0]) is not None):
            return k
    return None


def by_label(page: Page, lines: list[Line], measure: Measure) -> int | None:
    """Index of a line with a raised label below white space, from which on lines are set close."""
    gaps = [0.0, *steps(lines)]
    for i, line in enumerate(lines):
        parted = gaps[i] > 1.15 * measure.leading or (i == 0 and below_text(page, i))
        if not parted or note_label(line.words[0]) is None:
            continue
        below = zip(lines[i + 1 :], gaps[i + 1 :], strict=True)
        if all(gap <= 1.1 * measure.leading or note_label(other.words[0]) is not None for other, gap in below):
            return i
    return None


# ------------------------------------------------------------ zones in which a note goes on


def below_any(lines: list[Line], start: int, heights: list[float]) -> bool:
    """Whether a zone that begins at index ``start`` has a separator right above it."""
    above = lines[start - 1].bbox.bottom if start else 0.0
    return any(above - 4.0 < top < lines[start].bbox.bottom for top in heights)


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


def goes_on(above: list[Line], first: Line) -> bool:
    """Whether a note breaks off at the end of ``above``, or goes on with a small letter."""
    return breaks_off(above) or small_start(first)


def stands_free(lines: list[Line], top: float) -> bool:
    """Whether a stroke underlines no words."""
    if any(line.bbox.top == top for line in lines if is_typed_rule(line)):
        return True
    return not any(line.bbox.bottom - 4.0 < top < line.bbox.bottom + 3.0 for line in lines)


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
