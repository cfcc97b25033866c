"""Where the pages of a text end: at form feeds, or else at the marks that a page bears.

A text layer that lost its form feeds still has what was printed on every page: stamps of electronic filing, running
heads, folios. They count the pages, and most of them cut a sentence, as no heading and no numbered item does:

    ... in recent years Case 3:17-cv-01362 Document 832 Filed 08/05/20 Page 2 of 18 PageID #: 16844 relating to ...
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from opinion_parser.layout.furniture.filing_stamps import COURT_PAGE, FULL_STAMP, page_of, paper_of
from opinion_parser.layout.furniture.folios import BARE, EXPLICIT, number

__all__ = ["sheets_of"]

LITTLE = 300
"""Characters that are less than a page of text."""
LONGEST_HEAD = 80
"""Characters of a running head, white space between its parts counted as one blank."""


CENTRED = 25
"""Columns from the edge of typed text from which on a number is centred and no label."""


class Mark(NamedTuple):
    """What a page bears: the characters ``start`` to ``end`` of the text, with the number that counts its pages."""

    start: int
    end: int
    page: int


def sheets_of(text: str) -> list[str]:
    """The pages of a text; one where nothing shows their ends."""
    if "\f" in text:
        sheets = text.split("\f")
        return sheets[:-1] if not sheets[-1].strip() else sheets  # a form feed ends a page: after the last is none
    for marks in (*stamps(text), *heads(text), folios(text), docket_heads(text)):
        if marks:
            return cut(text, marks)
    return [text]


def cut(text: str, marks: Sequence[Mark]) -> list[str]:
    """The pages between marks, each mark a line of its own.

    A mark stands at the head of its page, unless text precedes the first page's mark or none follows the last one.
    """
    before, after = text[: marks[0].start].strip(), text[marks[-1].end :].strip()
    words = [" ".join(text[mark.start : mark.end].split()) for mark in marks]
    if len(before) > LITTLE and (marks[0].page == 1 or not after):
        starts = [0, *(mark.end for mark in marks)]
        sheets = [f"{text[a : mark.start].rstrip()}\n\n{w}" for a, mark, w in zip(starts, marks, words, strict=False)]
        return [*sheets, text[starts[-1] :]] if after else sheets
    ends = [*(mark.start for mark in marks[1:]), len(text)]
    sheets = [
        f"{w}\n{text[mark.end : b].lstrip(' ').rstrip(' ')}" for mark, b, w in zip(marks, ends, words, strict=True)
    ]
    return [text[: marks[0].start].rstrip(" "), *sheets] if before else sheets


def stamps(text: str) -> list[list[Mark]]:
    """The stamps of each filing that count the pages on, the filing with the most pages first."""
    papers: dict[str, list[Mark]] = defaultdict(list)
    for shape in (FULL_STAMP, COURT_PAGE):
        for match in shape.finditer(text):
            papers[paper_of(match.group())].append(Mark(*match.span(), page_of(match.group()) or 0))
    found = [marks for marks in papers.values() if counting(marks) and (len(marks) > 1 or marks[0].page > 1)]
    return sorted(found, key=lambda marks: -len(marks))


def heads(text: str) -> list[list[Mark]]:
    """Lines that come again with the number of the next page: "24-13309  Opinion of the Court  3"."""
    lines: dict[str, list[Mark]] = defaultdict(list)
    for match in re.finditer(rf"^[^\S\n]*(\S[^\n]{{1,{2 * LONGEST_HEAD}}}?)[^\S\n]*$", text, re.MULTILINE):
        line = " ".join(match.group(1).split())
        if len(line) > LONGEST_HEAD:
            continue
        counted = re.fullmatch(r"(?P<a>\d{1,3})\s+(?P<b>\D.*)|(?P<c>.*\D)\s+(?P<d>\d{1,3})", line)
        if counted and re.search(r"[A-Za-z]{2}", line):
            key = " ".join((counted["b"] or counted["c"]).split())
            lines[key].append(Mark(*match.span(1), int(counted["a"] or counted["d"])))
    return [marks for marks in lines.values() if len(marks) > 1 and counting(marks) and cutting(text, marks, 0.3)]


def docket_heads(text: str) -> list[Mark]:
    """The paper's own docket number where it comes again within the text and cuts a sentence: the head of each page.

    "... is Fritz Kaegi. No. 1-19-1133 apply, and they filed ...": the caption's line of that number is no head, and a
    number that the text speaks of ("in No. 1-19-1133") makes them all doubtful.
    """
    printed = _DOCKET_LINE.search(text[: 5 * LITTLE])
    if printed is None:
        return []
    number = r"\s+".join(map(re.escape, printed.group(1).split()))
    again = re.compile(rf"(?<!\S){number}(?!\S)").finditer(text, printed.end())
    marks = [Mark(*match.span(), page) for page, match in enumerate(again, 2)]
    if any(_SPOKEN_OF.search(text[: mark.start]) for mark in marks):
        return []
    cuts = [mark for mark in marks if text[mark.end :].lstrip()[:1].islower()]
    return marks if len(marks) > 1 and cuts else []


_DOCKET_LINE = re.compile(r"^[^\S\n]*(Nos?\. \d[\w-]*-\d[\w-]*)[^\S\n]*$", re.MULTILINE)
_SPOKEN_OF = re.compile(r"\b(?:in|of|to|and|or|from|under|with|case|cause|appeal|docket|number),?\s+$", re.IGNORECASE)


def folios(text: str) -> list[Mark]:
    """Lines that are page numbers: "-2-", or a number alone that is centred or cuts sentences.

    Labels of footnotes and numbers of headings stand alone on lines too, but are no page apart from each other.
    """
    written: list[Mark] = []
    centred: list[Mark] = []
    other: list[Mark] = []
    for match in re.finditer(r"^([^\S\n]*)(\S[^\n]{0,14}?)[^\S\n]*$", text, re.MULTILINE):
        form = EXPLICIT.fullmatch(match.group(2))
        found = form or BARE.fullmatch(match.group(2))
        value = number(next(g for g in found.groups() if g)) if found else None
        if value is not None:
            kind = written if form else centred if len(match.group(1).expandtabs()) >= CENTRED else other
            kind.append(Mark(*match.span(2), value))
    if len(written) > 1 and counting(written) and (unnumbered_first(written) or cutting(text, written, 0.3)):
        return written
    if len(written) == 1 and written[0].page > 1:
        return written  # a heading "- 2 -" has one "- 1 -" above it
    for found_there in (centred, other):
        marks = chain(found_there)
        regular = found_there is centred and len(marks) > 3 and evenly_spaced(marks)
        if len(marks) > 2 and (regular or cutting(text, marks, 0.5)):
            return marks
    return []


def unnumbered_first(marks: Sequence[Mark]) -> bool:
    """Whether written numbers begin with the second page, as no headings do, and stand as far apart as pages."""
    far = [b.start - a.end > LITTLE for a, b in itertools.pairwise(marks)]
    return len(marks) > 2 and marks[0].page == 2 and 2 * sum(far) > len(far)


def chain(marks: Sequence[Mark]) -> list[Mark]:
    """The marks that count the pages on from the first or second one, if they are most of them."""
    best: list[Mark] = []
    for i, first in enumerate(marks[:4]):
        if first.page > 2:
            continue
        counted = [first]
        for mark in marks[i + 1 :]:
            if mark.page == counted[-1].page + 1:
                counted.append(mark)
        best = max(best, counted, key=len)
    return best if len(best) >= 0.75 * len(marks) else []


def evenly_spaced(marks: Sequence[Mark]) -> bool:
    """Whether the marks are about as far apart as pages are long; one page of ten may be an exception."""
    steps = sorted(b.start - a.start for a, b in itertools.pairwise(marks))
    tenth = len(steps) // 10
    return steps[tenth] > 2 * LITTLE and steps[-1 - tenth] < 2.5 * steps[len(steps) // 2]


def counting(marks: Sequence[Mark]) -> bool:
    """Whether every mark has the number after the one before."""
    return all(b.page == a.page + 1 for a, b in itertools.pairwise(marks))


def cutting(text: str, marks: Sequence[Mark], share: float) -> bool:
    """Whether at least this share of the marks stand between the halves of a sentence."""
    cuts = 0
    for mark in marks:
        above, below = text[: mark.start].rstrip()[-1:], text[mark.end :].lstrip()[:1]
        cuts += (above.isalpha() or above in ",-") and below.islower()
    return cuts >= max(1, share * len(marks))
