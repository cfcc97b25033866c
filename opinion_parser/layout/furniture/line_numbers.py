"""Line numbers in the margin of pleading paper: 1 to 28 (or 22, 25, 26) down the left side, anew on every page.

On a page with geometry they are a column. Typed text keeps the column or, where an engine has run lines together,
only the order of the numbers among the words (:mod:`opinion_parser.layout.furniture.loose_numbers`).
"""

from __future__ import annotations

from collections.abc import Sequence

from opinion_parser.layout.furniture.apart import line_of, set_apart
from opinion_parser.layout.furniture.loose_numbers import loose_numbers
from opinion_parser.source import Line, Page

DENSE = 10
"""So many numbers in order make a margin; footnote labels and list numbers are never so dense."""
FEW = 2
"""Numbers that make the margin of a short page where most pages have one."""
ALIGNED = 8.0
"""Points by which the numbers of one margin may stand apart."""
TALL = 0.5
"""Share of the height of a page's text that its margin runs down, at the least."""


def strip_line_numbers(pages: Sequence[Page]) -> None:
    """Set the line numbers of each page apart as furniture, off the lines that they stand beside."""
    margins = [(page, margin_of(page)) for page in pages]
    sure = [run for _, run in margins if run]
    usual = sure[len(sure) // 2][0] if len(sure) > max(1, 0.5 * len(pages)) else None
    for page, run in margins:
        run = run or (short_margin(page, usual) if usual else [])
        if run:
            part_numbers(page, {id(line) for line in run})
        elif not page.measured:
            loose_numbers(page)


def part_numbers(page: Page, margin: set[int]) -> None:
    """Part the first words of the lines with these identities from what follows them."""
    lines: list[Line] = []
    for line in page.lines:
        if id(line) not in margin:
            lines.append(line)
            continue
        number = line_of(line, line.words[:1])
        set_apart(number, "line-number")
        lines.append(number)
        if len(line.words) > 1:
            lines.append(line_of(line, line.words[1:]))
    page.lines = lines


def margin_of(page: Page) -> list[Line]:
    """The lines of a page whose first words are a margin: many numbers in a column down the page."""
    lines = numbered(page)
    runs = (rising([line for line in lines if aligned(line, pivot)]) for pivot in lines)
    best = max(runs, key=len, default=[])
    return best if len(best) >= DENSE and runs_down(best, page) else []


def short_margin(page: Page, usual: Line) -> list[Line]:
    """The same of a page with few lines, where other pages have their margin (``usual`` is a line of it)."""
    run = rising([line for line in numbered(page) if aligned(line, usual)])
    return run if len(run) >= FEW else []


def numbered(page: Page) -> list[Line]:
    """The lines of a page that open with a number of one or two figures."""
    return [
        line
        for line in page.lines
        if line.words and line.words[0].text.isdecimal() and len(line.words[0].text) <= 2 and stands_apart(line)
    ]


def aligned(line: Line, other: Line) -> bool:
    """Whether the numbers before two lines begin or end at one x."""
    a, b = line.words[0].bbox, other.words[0].bbox
    return min(abs(a.x1 - b.x1), abs(a.x0 - b.x0)) <= ALIGNED


def rising(column: Sequence[Line]) -> list[Line]:
    """The numbers that rise by one or a little from a start of 1 or 2, down the page."""
    run: list[Line] = []
    last = 0
    for line in sorted(column, key=lambda line: line.bbox.top):
        n = int(line.words[0].text)
        if last < n <= last + 3:
            run.append(line)
            last = n
    return run


def runs_down(run: Sequence[Line], page: Page) -> bool:
    """Whether the numbers go down most of the page: those of a table's rows do not."""
    tops = [line.bbox.top for line in page.lines if line.words]
    return max(ln.bbox.top for ln in run) - min(ln.bbox.top for ln in run) >= TALL * (max(tops) - min(tops))


def stands_apart(line: Line) -> bool:
    """The number is alone, or white space parts it from the words (typewritten: two columns at least)."""
    if len(line.words) == 1:
        return True
    return line.words[1].bbox.x0 - line.words[0].bbox.x1 > 0.8 * line.words[0].style.size
