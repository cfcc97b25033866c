"""Who wrote each writing, and what kind of writing it is.

What is printed wins: the byline; without one an announcement before the opinion ("Presiding Judge Davidson delivered
the opinion of the Appeals Board"); without either the judge who signed, or signed first where the others concur below
the signature. A clerk's signature makes no author. The judge whom only the caption names is not taken for one: an order
that nobody signed may be the court's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from opinion_parser import nodes
from opinion_parser.diagnostics import Log
from opinion_parser.enrich.names import reading_name
from opinion_parser.enrich.texts import paragraphs
from opinion_parser.parsing.byline import Byline, read_byline

__all__ = ["add_authors"]

# "delivered the opinion of the Court", "Opinion for the court filed by", "Per curiam.": not "Robert L. Miller, Judge."
_ANNOUNCES = re.compile(r"\b(?:opinion|delivered|memorandum|per curiam)\b", re.IGNORECASE)
_SUFFIX = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")
_CLERK = re.compile(r"\bclerk\b", re.IGNORECASE)


def add_authors(document: nodes.Document, log: Log) -> None:
    """Fill kind and author of every writing. Needs the signers and, for those without an office, the caption's judges.

    The first writing is the court's: a majority opinion unless something else is printed. Of a further one without a
    byline the kind is unknown.
    """
    for number, opinion in enumerate(document.opinions):
        said = read_byline(opinion.byline) if opinion.byline else None
        if said is None and number == 0:
            said = next(announcements(document), None)
        if said is not None:
            opinion.kind = said.kind
            opinion.author = " and ".join(map(reading_name, said.authors)) or None
        elif number == 0:
            opinion.kind = "majority"
        if opinion.author is None and opinion.kind != "per-curiam":
            opinion.author = signer(opinion, document.caption)


def announcements(document: nodes.Document) -> Iterator[Byline]:
    """What the caption and the front matter say of the opinion to come, in reading order."""
    for text in (*document.caption.lines, *paragraphs(document.front_matter)):
        said = read_byline(text) if _ANNOUNCES.search(text) else None
        if said is not None:
            yield said


def signer(opinion: nodes.Opinion, caption: nodes.Caption) -> str | None:
    """The first judge among those who signed a writing.

    No clerk, and nobody ("s/ Jane Doe", "Case Manager") whom neither an office beside the name nor the caption shows to
    be a judge.
    """
    judges = {_surname(judge.name) for judge in caption.judges}
    for signed in opinion.signature.signers if opinion.signature else []:
        if not _CLERK.search(signed.role) if signed.role else _surname(signed.name) in judges:
            return signed.name
    return None


def _surname(name: str) -> str:
    return _SUFFIX.sub("", name).rpartition(" ")[2].lower()
