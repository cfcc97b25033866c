"""Page numbers of another edition, printed within the text: "concerning its [*2]defense", "{**1 AD3d at 7} OPINION"."""

from __future__ import annotations

import re

from opinion_parser.layout.furniture.apart import line_of, set_apart, words_between
from opinion_parser.source import Line, Page, Word

# "[*2]" in Tax Court reports and New York slip opinions
STAR_PAGE = re.compile(r"\[\*\d{1,4}\]")
# "{**1 AD3d at 7}" in New York's official reports
REPORT_PAGE = re.compile(r"\{\*\*\d{1,3} [A-Z][\w. ]{1,12} at \d{1,4}\}")


SPACE = 1.0
"""White space after a star page, in sizes of the type, beyond which a paragraph's first line stands there.

Text at once behind it goes on from the page before, and still begins where the star page does: at the body's edge.
"""


def part_star_pages(page: Page) -> None:
    """Part the star pages of one page from the text that they interrupt."""
    if not any("*" in word.text for line in page.lines for word in line.words):
        return
    lines: list[Line] = []
    for line in page.lines:
        marks, rest = parted(line)
        lines += marks
        if rest:
            line.words = rest
            if rest[0].bbox.x0 - line.bbox.x0 > sum(mark.bbox.width for mark in marks) + SPACE * line.size:
                line.bbox = line.bbox._replace(x0=rest[0].bbox.x0)
            lines.append(line)
        elif not marks:
            lines.append(line)
    page.lines = lines


def parted(line: Line) -> tuple[list[Line], list[Word]]:
    """The star pages of a line, each as a line of its own, and the words that are left."""
    marks: list[list[Word]] = []
    rest: list[Word] = []
    open_mark: list[Word] = []
    reports = [words_between(line, *match.span()) for match in REPORT_PAGE.finditer(line.text)]
    of_report = {id(word): words[-1] is word for words in reports for word in words}
    for word in line.words:
        star = STAR_PAGE.match(word.text)
        if id(word) not in of_report and star is None:
            rest.append(word)
            continue
        end = star.end() if star else word.text.find("}") + 1 or len(word.text)
        open_mark.append(Word(word.text[:end], word.bbox, word.style))
        if star or of_report[id(word)]:
            marks.append(open_mark)
            open_mark = []
        if end < len(word.text):
            rest.append(Word(word.text[end:], word.bbox, word.style))
    lines = [line_of(line, words) for words in marks]
    for mark in lines:
        set_apart(mark, "star-page")
    return lines, rest
