"""Who wrote each writing, and what kind of writing it is.

What is printed wins: the byline; without one an announcement before the opinion ("Presiding Judge Davidson delivered
the opinion of the Appeals Board"); without either the judge who signed, or signed first where the others concur below
the signature. A clerk's signature makes no author. The judge whom only the caption names is not taken for one: an order
that nobody signed may be the court's.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from opinion_parser import nodes
from opinion_parser.diagnostics import Log
from opinion_parser.enrich.names import reading_name
from opinion_parser.parsing.byline import Byline, read_byline
from opinion_parser.texts import paragraphs

__all__ = ["add_authors", "announced"]

# "delivered the opinion of the Court", "Opinion for the court filed by", "Per curiam.", "DISSENTING OPINION"
_ANNOUNCES = re.compile(r"\b(?:opinion|delivered|memorandum|per curiam|concurring|dissenting)\b", re.IGNORECASE)
# "Thissen, J." alone over the opinion is its author; "Robert L. Miller, Jr., Judge." is the judge below
_LETTERS = re.compile(r"J\.(?: ?[A-Z]\.)*$")
# "OPINION BY" in the cell over "JUSTICE STEPHEN R. McCULLOUGH", between which the row of the docket may stand
_OPEN = re.compile(r"\b(?:memorandum )?opinion\W* (?:of the court )?by:?$", re.IGNORECASE)
_JUDGE = re.compile(r"\b(?:(?:senior|chief) )?(?:justice|judge|hon\.|honorable) .*", re.IGNORECASE)
_OPENING_PARAGRAPHS = 6
_LONGEST_BYLINE = 300
_BY_COURT = re.compile(r"(?:so ordered )?by the court\b", re.IGNORECASE)
_SUFFIX = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")
_CLERK = re.compile(r"\b(?:clerk|prothonotary)\b", re.IGNORECASE)


def add_authors(document: nodes.Document, log: Log) -> None:
    """Fill kind and author of every writing. Needs the signers.

    The first writing is the court's: a majority opinion unless something else is printed. Of a further one without a
    byline the kind is unknown.
    """
    for number, opinion in enumerate(document.opinions):
        said = read_byline(opinion.byline) if opinion.byline else None
        over = opinion.caption_lines
        if number == 0:
            over = [*document.caption.lines, *paragraphs(document.front_matter, headings=True), *over]
        said = said or _signed_by_all(opinion) or announced(over) or _opening(opinion)
        if said is not None:
            opinion.kind = said.kind
            opinion.author = " and ".join(map(reading_name, said.authors)) or None
        elif number == 0:
            opinion.kind = "majority"
        if opinion.author is None and opinion.kind != "per-curiam":
            opinion.author = signer(opinion, document.caption) or _author_over(over)
        if opinion.author is None and number == 0 and opinion.kind == "majority":
            opinion.author = _in_chambers(document.caption)


def _signed_by_all(opinion: nodes.Opinion) -> Byline | None:
    """What "Per Curiam" in place of a judge's signature says."""
    first = opinion.signature.lines[0] if opinion.signature else ""
    said = read_byline(first)
    return said if said and said.per_curiam else None


def announced(lines: Sequence[str]) -> Byline | None:
    """The first thing that some lines over a writing say of its author, and of who joined."""
    for i, line in enumerate(lines):
        if opening := _OPEN.search(line):
            names = filter(None, map(_JUDGE.search, lines[i + 1 : i + 4]))
            said = next(filter(None, (read_byline(f"{opening[0]} {name[0]}") for name in names)), None)
        else:
            said = read_byline(line) if _ANNOUNCES.search(line) else None
        if said is not None:
            return said
    return None


def _opening(opinion: nodes.Opinion) -> Byline | None:
    """The byline that one of the first paragraphs begins with, where the text shows no paragraphs of its own for it."""
    for text in itertools.islice(paragraphs(opinion.blocks), _OPENING_PARAGRAPHS):
        said = None if _VOTE.search(text) else read_byline(text[:_LONGEST_BYLINE])
        if said is not None and (said.end < min(len(text), _LONGEST_BYLINE) or not said.authors):
            return said
    return None


# "BARNES, J.P., MERCER and PIPKIN, JJ., concur.": the votes of the bench, no author
_VOTE = re.compile(r"\bJJ?\.,? concur\.?$")


def _author_over(lines: Sequence[str]) -> str | None:
    """The one judge whose name with letters fills a line over a writing.

    Several ("MARK C. DILLON, J.P." / "RUTH C. BALKIN, J.") are the bench, none of them the author; so are those above
    "LARA J. GENOVESI, JJ."
    """
    if any(_BENCH.search(line) for line in lines):
        return None
    alone = [said for line in lines if _LETTERS.search(line) and (said := read_byline(line)) and said.end == len(line)]
    return reading_name(alone[0].authors[0]) if len(alone) == 1 and len(alone[0].authors) == 1 else None


_BENCH = re.compile(r"[A-Z],? JJ\.$")


def _in_chambers(caption: nodes.Caption) -> str | None:
    """The judge who sat when the clerk took down the minutes of a ruling: "CIVIL MINUTES – GENERAL"."""
    minutes = re.search(r"\bminutes?\b", caption.title or "", re.IGNORECASE)
    return caption.judges[0].name if minutes and len(caption.judges) == 1 else None


def signer(opinion: nodes.Opinion, caption: nodes.Caption) -> str | None:
    """The first judge among those who signed a writing.

    No clerk, and nobody ("s/ Jane Doe", "Case Manager") whom neither an office beside the name, nor "BY THE COURT" over
    it, nor the caption ("Judge Jane Doe") shows to be a judge.
    """
    if opinion.signature is None:
        return None
    by_court = any(_BY_COURT.match(line) for line in opinion.signature.lines)
    judges = " ".join(line for line in caption.lines if _JUDGE.search(line)).lower()
    for signed in opinion.signature.signers:
        if not _CLERK.search(signed.role) if signed.role else by_court or _surname(signed.name) in judges.split():
            return signed.name
    return None


def _surname(name: str) -> str:
    return _SUFFIX.sub("", name).rpartition(" ")[2].lower()
