"""The cases of a caption that names several: cases decided together, a bankruptcy and what is decided in it.

    In re: JANE ROE, Debtor.   BAP No. 24-1   ANN ROE, Appellant, v. JANE ROE, Appellee.
    ROE COUNTY, Plaintiff, v. Civil Action 17-1 ACME, Defendant. ____ CITY OF ROE, Plaintiff, v. Civil Action 17-2 ...

Parties and docket numbers are those of the caption; which case each belongs to is told by where the caption prints it.
"""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from opinion_parser import nodes
from opinion_parser.enrich.casing import Casing
from opinion_parser.enrich.reading_names import party_name
from opinion_parser.parsing.caption import CaptionReading
from opinion_parser.parsing.parties import TURN

__all__ = ["add_cases"]

# "In re: NATALIA ROE, Debtor.", "IN RE ROE STORES, INC., et al., Debtors."
_BANKRUPTCY = re.compile(
    r"^(In re):?\s+([^;]{3,300}?),?\s+(?:et al\.?,?\s+)?(?:Reorganized |Joint )?Debtors?\b",
    re.IGNORECASE | re.MULTILINE,
)
_OF_ADVERSARY = re.compile(r"\badv", re.IGNORECASE)
# labels of numbers that are not the bankruptcy's own: "BAP No.", "Adv. Proc. No.", "Civil Action No."
_OF_CASE = re.compile(r"\b(?:adv|bap|appeal|civil|cv|c\.?a\.?\b)[^\n]{0,30}$", re.IGNORECASE)
_ON_APPEAL = re.compile(r"^(?:appell|cross-appell)", re.IGNORECASE)


class _Start(NamedTuple):
    """Where the caption begins to name a case: line and character; the title of a matter."""

    line: int
    at: int
    title: str | None = None


def add_cases(caption: nodes.Caption, reading: CaptionReading, casing: Casing) -> None:
    """Fill ``caption.cases`` where the caption names several. Needs its parties, dockets and marks."""
    starts = [*_bankruptcy(caption, casing), *_opposed(caption, reading)]
    if len(starts) < 2:
        return
    cases = [nodes.Case("matter" if start.title else "case", start.title) for start in starts]
    for mark in caption.marks:
        number = max((i for i, start in enumerate(starts) if start[:2] <= (mark.line, mark.start)), default=0)
        case = cases[number]
        if mark.kind == "docket":
            label = caption.lines[mark.line][: mark.start]
            if case.kind == "matter" and _OF_CASE.search(label):
                case = cases[number + 1]
            if case.kind == "case" and cases[0].kind == "matter" and _OF_ADVERSARY.search(label[-20:]):
                case.kind = "adversary"
        held = {"party": case.parties, "docket": case.dockets}.get(mark.kind)
        if held is not None and mark.index not in held:
            held.append(mark.index)
    if cases[0].kind == "matter" and any(_ON_APPEAL.match(caption.parties[i].role) for i in cases[1].parties):
        cases[1].kind = "appeal"
    caption.cases = cases


def _bankruptcy(caption: nodes.Caption, casing: Casing) -> list[_Start]:
    """The debtor's matter, if parties are opposed below it."""
    text = "\n".join(caption.lines)
    found = _BANKRUPTCY.search(text)
    if found is None:
        return []
    line = text.count("\n", 0, found.start())
    if not any(mark.kind == "versus" and mark.line > line for mark in caption.marks):
        return []
    return [_Start(line, 0, f"{found[1].capitalize()} {party_name(found[2], casing)}")]


def _opposed(caption: nodes.Caption, reading: CaptionReading) -> list[_Start]:
    """Where each case begins that has two sides: cases are parted by a turn."""
    found: list[_Start] = []
    for stretch in reading.cases:
        for turn, cells in itertools.groupby(stretch.cells, key=lambda cell: cell.text == TURN):
            spots = {spot for cell in cells for spot in cell.places} if not turn else set()
            inside = [mark for mark in caption.marks if (mark.line, mark.start) in spots]
            parties = [(mark.line, mark.start) for mark in inside if mark.kind == "party"]
            if parties and any(mark.kind == "versus" for mark in inside):
                found.append(_Start(*min(parties)))
    return sorted(found)
