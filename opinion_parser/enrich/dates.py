"""The day of the decision, and the dates that the caption names.

A paper may print many days. They are trusted in this order: the one in the closing block; the caption's "Decided",
"Filed" and the like, but never "Argued" or "Submitted"; the clerk's stamp beside the caption; a last paragraph such as
"ENTERED this 26th day of March, 2012."; the byline's ("Smith, J. September 29, 2015"); a line of the opinion that tells
a day and no more; an e-filing stamp, the latest of several, for exhibits bear the stamps of their own filing.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from opinion_parser import nodes
from opinion_parser.diagnostics import Log
from opinion_parser.parsing.dates import Dated, find_dates
from opinion_parser.texts import paragraphs

__all__ = ["add_dates"]

_DECISIVE = (
    ("decided", "decision", "announced"),
    ("rendered",),
    ("filed", "delivered"),
    ("issued", "reissued", "re-issued"),
    ("entered",),
    ("released", "rel"),
    ("published", "publication"),
    ("dated", "date", "signed", "ordered"),
    ("",),
)
"""What may have happened on the day of the decision, the surest first; last a date without a word."""
_SIGNING = {"entered", "dated", "date", "signed", "ordered"}
# "Appeal from the Judgment of Sentence Entered October 1, 2022": a day of the case below; "ORDER Filed: May 1" is not
_BELOW = re.compile(r"\b(?:appeal|appeals|appealed|petition|judgment|judgement|order|motion|review)\b", re.IGNORECASE)
# "2015 NY Slip Op 01018 [125 AD3d 1309] February 6, 2015": the day after a neutral citation is the decision's
# "At a stated term of the ... Court of Appeals ..., held at ..., on the 14th day of November, two thousand thirty-one"
_RECITED = re.compile(
    r"\b(?:1[89]|20)\d\d[- ][A-Z][A-Za-z. ]{0,20}[ -]\d{1,6}[A-Za-z]?(?:\s\[[^\]\n]{1,40}\])?[\s,]*$"
    r"|\b(?i:stated term|session)\b[^;]*\bon (?:[A-Z]\w+day,? )?(?:the )?$"
)
# "Hampshire. November 4, 2030. - March 14, 2031.": Massachusetts has the county, the day of argument, that of decision
_AFTER_ARGUMENT = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?\. +[A-Z][a-z]+ \d{1,2}, \d{4}\. ?[-–—] ?")
# "No. 7234 – January 5, 2024": Alaska counts its opinions
_COUNTED = re.compile(r"No\. \d{2,5} ?[-–—] ?")
# "Suffolk.  March 3, 2025. - June 4, 2025.": a county, the day of the argument and that of the decision
_SAT = re.compile(r"\s*[A-Z][A-Za-z ]+\. +[A-Z][a-z]+ \d{1,2}, \d{4}\. ?[-–—] ?$")
# "DISPOSITION:  AFFIRMED - 02/12/2026" in the table of a case's history
_DISPOSED = re.compile(
    r"(?:DISPOSITION: *)?[A-Z,; ]*\b(?:AFFIRMED|REVERSED|VACATED|DISMISSED|REMANDED|DENIED)\b[A-Z,; ]* ?[-–—:] ?$"
)
# "[filed 2/3/12; Docket No. 20]": the day of the motion
_ENTRY = re.compile(r"\W*\[filed[^\]]*\b(?:Docket|Dkt|Doc|ECF)\b", re.IGNORECASE)
# "DONE and ORDERED in Chambers, in Tampa, Florida, this 3rd day of March, 2021."
_DONE = re.compile(r"(?:it is )?(?:so )?(?:done|ordered|given|signed|entered)\b.* this \d", re.IGNORECASE | re.DOTALL)
# "MEMORANDUM OPINION Smith, J. September 29, 2015": the day beside the judge at the end of a line
_JUDGE = re.compile(r", (?:C\. ?)?J\. $")
_SHORT = 200
"""Characters that a paragraph has at most that does nothing but tell days."""
_OPENING_PARAGRAPHS = _CLOSING_PARAGRAPHS = 6


def add_dates(document: nodes.Document, log: Log) -> None:
    """Fill ``caption.dates`` with its marks and ``date``. Needs the signatures' dates; reports ``no-date``."""
    caption = document.caption
    told = list(_told("\n".join(caption.lines)))
    starts = [0, *itertools.accumulate(len(line) + 1 for line in caption.lines)]
    for index, found in enumerate(told):
        line = bisect.bisect_right(starts, found.start) - 1
        begin, end = found.start - starts[line], min(found.end - starts[line], len(caption.lines[line]))
        caption.marks.append(nodes.Mark(line, begin, end, "date", index))
        caption.dates.append(nodes.CaptionDate(found.event, found.date))
    for text in paragraphs(document.front_matter, headings=True):
        if len(text) <= _SHORT:
            later = list(_told(text))
            told += later
            caption.dates += [nodes.CaptionDate(found.event, found.date) for found in later]
    filed = [found.date for found in find_dates("\n".join(_pieces(document.furniture, "clerk-stamp")))]
    caption.dates += [nodes.CaptionDate("filed", date) for date in filed]
    document.date = next(_days(document, told, filed), None)
    if document.date is None:
        log.report("no-date", "no date of the decision is printed")


def _days(document: nodes.Document, told: Sequence[Dated], filed: Sequence[str]) -> Iterator[str]:
    """The days that may be the decision's, the most trusted first."""
    for opinion in document.opinions:
        if opinion.signature and opinion.signature.date:
            yield opinion.signature.date
    yield from decisive(told)
    yield from filed
    for opinion in document.opinions:
        for text in list(paragraphs(opinion.blocks))[-_CLOSING_PARAGRAPHS:]:
            if len(text) <= _SHORT:
                yield from (found.date for found in _told(text) if _SIGNING & set(found.event.split()))
                yield from (found.date for found in find_dates(text)[-1:] if _DONE.match(text))
    for opinion in document.opinions:
        yield from (found.date for found in find_dates(opinion.byline or ""))
    for opinion in document.opinions:
        for text in (*opinion.caption_lines, *paragraphs(opinion.blocks, headings=True)):
            yield from decisive(_notice(text))
        for text in itertools.islice(paragraphs(opinion.blocks), _OPENING_PARAGRAPHS):
            yield from (found.date for found in _told(text[:_SHORT]) if not found.event)
    yield from sorted(_stamped(document.furniture), reverse=True)


def decisive(told: Sequence[Dated]) -> Iterator[str]:
    """Of the dates of a caption those on which a decision may have been made, the surest first."""
    for words in _DECISIVE:
        yield from (found.date for found in told if set(words) & set(found.event.split() or [""]))


def _told(text: str) -> Iterator[Dated]:
    """The dates that a caption tells of this case: with a word for what happened, alone in a line, after a citation."""
    for found in find_dates(text):
        line = text[text.rfind("\n", 0, found.begin) + 1 :].split("\n")[0]
        before = text[text.rfind("\n", 0, found.begin) + 1 : found.begin]
        if _ENTRY.match(line):
            continue
        if not found.event and (_SAT.match(before) or _DISPOSED.match(before)):
            found = found._replace(event="decided")
        if found.event:
            if ":" in text[found.begin : found.start] or not _BELOW.search(before):
                yield found
        elif _alone(line, text[found.start : found.end], before) or _RECITED.search(text, 0, found.start):
            yield found


def _alone(line: str, date: str, before: str) -> bool:
    """Whether a line tells a day and no more, counts the opinions of a court, or ends in a judge's name and the day."""
    judge = _JUDGE.search(before) is not None and line.endswith(date)
    after = _AFTER_ARGUMENT.fullmatch(before) is not None
    return line.strip(" []().,") == date or _COUNTED.fullmatch(before) is not None or after or judge


def _notice(text: str) -> list[Dated]:
    """The dates of a line in which nothing else stands: "DECIDED: July 16, 2008", "[January 14, 2009]"."""
    found = list(_told(text)) if len(text) <= _SHORT else []
    rest = text
    for date in reversed(found):
        rest = rest[: date.begin] + rest[date.end :]
    return [] if re.search(r"[^\W_]", rest) else found


def _pieces(furniture: Sequence[nodes.Furniture], kind: str) -> list[str]:
    """The furniture of one kind."""
    return [piece.text for piece in furniture if piece.kind == kind]


def _stamped(furniture: Sequence[nodes.Furniture]) -> Iterator[str]:
    """The days of filing in the stamps and running heads; pieces of one stamp stand one after another."""
    pages: dict[int, list[str]] = defaultdict(list)
    for piece in furniture:
        pages[piece.page].append(piece.text)
    for pieces in pages.values():
        yield from decisive(list(_told("\n".join(pieces))))
