"""Line numbers in the margin of pleading paper: 1 to 28 (or 22, 25, 26) down the left side, anew on every page."""

from __future__ import annotations

from opinion_parser.layout.columns import part
from opinion_parser.layout.furniture import set_apart
from opinion_parser.source import Line, Page

DENSE = 10
"""So many numbers in order make a margin; footnote labels and list numbers are never so dense."""
ALIGNED = 8.0
"""Points by which the numbers of one margin may stand apart."""


def strip_margin_numbers(pages: list[Page]) -> None:
    """Set the line numbers of each page apart as furniture, off the lines that they stand beside."""
    for page in pages:
        margin = margin_numbers(page)
        if not margin:
            continue
        lines: list[Line] = []
        for line in page.lines:
            if id(line) not in margin:
                lines.append(line)
                continue
            number = part(line, line.words[:1], "")
            set_apart(number, "line-number")
            lines.append(number)
            if len(line.words) > 1:
                lines.append(part(line, line.words[1:], ""))
        page.lines = lines


def margin_numbers(page: Page) -> set[int]:
    """Identities of the lines of a page whose first word is a margin number."""
    numbered = [
        (int(line.words[0].text), line)
        for line in page.lines
        if line.words and line.words[0].text.isdecimal() and len(line.words[0].text) <= 2 and stands_apart(line)
    ]
    best: list[Line] = []
    for _, pivot in numbered:
        column = [
            (n, line)
            for n, line in numbered
            if min(
                abs(line.words[0].bbox.x1 - pivot.words[0].bbox.x1), abs(line.words[0].bbox.x0 - pivot.words[0].bbox.x0)
            )
            <= ALIGNED
        ]
        run = rising(column)
        if len(run) > len(best):
            best = run
    return {id(line) for line in best} if len(best) >= DENSE else set()


def rising(column: list[tuple[int, Line]]) -> list[Line]:
    """The numbers that rise by one or a little from a start of 1 or 2, down the page."""
    run: list[Line] = []
    last = 0
    for n, line in sorted(column, key=lambda item: item[1].bbox.top):
        if last < n <= last + 3:
            run.append(line)
            last = n
    return run


def stands_apart(line: Line) -> bool:
    """The number is alone, or white space parts it from the words (typewritten: two columns at least)."""
    if len(line.words) == 1:
        return True
    return line.words[1].bbox.x0 - line.words[0].bbox.x1 > 0.8 * line.words[0].style.size
