"""What the paper is: an opinion, an order, or not a court's decision at all; unknown where it has no words.

Courts' files hold briefs, complaints, transcripts, letters and forms too. A paper counts as a court's where a judge
speaks in it (as author, or "per curiam"), or its title or its words decide something.
"""

from __future__ import annotations

import re

from opinion_parser import nodes
from opinion_parser.diagnostics import Log
from opinion_parser.texts import paragraphs

__all__ = ["add_kind"]

# "MEMORANDUM OPINION AND ORDER" reasons; "ORDER AND JUDGMENT", "CIVIL MINUTES" only order
_REASONED = re.compile(r"\b(?:opinion|memorandum|decision|findings|recommendations?|syllabus)\b", re.I)
_ORDERING = re.compile(r"\b(?:orders?|judge?ments?|decree|mandate|minutes?|ruling|errata|referral)\b", re.I)
# "BRIEF FOR APPELLANT", "MOTION TO DISMISS", "MEMORANDUM OF LAW IN SUPPORT OF ..."; not "ORDER GRANTING MOTION"
_FILED_BY_PARTY = re.compile(
    r"^\W*(?:(?:first|second|third|amended|verified|class action|opening|reply|joint|supplemental|appellant['’]?s?"
    r"|appellee['’]?s?|plaintiffs?['’]?s?|defendants?['’]?s?|petitioners?['’]?s?|respondents?['’]?s?|notice of|motion"
    r"|petition|brief|complaint|answer|reply|response|declaration|affidavit|stipulation|objections?|transcript"
    r"|appearance of counsel|memorandum of (?:law|points)|memorandum in (?:support|opposition)|proof of service)\b ?)+",
    re.I,
)
# "Dear Counsel:", "Very truly yours,", "The above-entitled matter came on for oral argument"
_LETTER = re.compile(
    r"^(?:dear (?:counsel|mr|ms|mrs|judge|sir|clerk|parties)\b|to all (?:parties|counsel)\b|very truly yours|sincerely"
    r"|respectfully submitted|the above-entitled matter came on for)",
    re.I,
)
# "IT IS SO ORDERED.", "AFFIRMED", "we affirm", "the Court grants", "The petition is denied."
_DECIDES = re.compile(
    r"\bORDER(?:ED|S)\b|\bso ordered\b|\bAFFIRMED\b"
    r"|\b(?:[Ww]e|[Cc]ourt)(?: \w+){0,2} (?:affirm|reverse|vacate|remand|dismiss|grant|den(?:y|ie)|conclude|hold)"
    r"|\b(?:is|are)(?: hereby)? (?:affirmed|reversed|vacated|denied|granted|dismissed)\b",
)
_READ = 400
"""Paragraphs that are searched for a decision, from the end."""


def add_kind(document: nodes.Document, log: Log) -> None:
    """Fill ``kind``: "opinion", "order" or "not-an-opinion"; a scan without text stays "unknown". Needs the authors."""
    if not _has_words(document):
        return
    title = document.caption.title or ""
    if not _speaks(document) and (_filed(document, title) or not _decides(document, title)):
        document.kind = "not-an-opinion"
    elif _ORDERING.search(title) and not _REASONED.search(title):
        document.kind = "order"
    else:
        document.kind = "opinion"


def _has_words(document: nodes.Document) -> bool:
    """Whether anything of the paper itself was read, beyond stamps and running heads."""
    blocks = [block for opinion in document.opinions for block in opinion.blocks]
    printed = [block for block in blocks if not (isinstance(block, nodes.Paragraph) and block.editorial)]
    signed = any(opinion.byline or opinion.signature for opinion in document.opinions)
    return bool(document.caption.lines or document.front_matter or document.back_matter or printed or signed)


def _speaks(document: nodes.Document) -> bool:
    """Whether a judge or the court speaks in the paper by name."""
    return any(o.author or o.kind == "per-curiam" for o in document.opinions)


def _filed(document: nodes.Document, title: str) -> bool:
    """Whether the paper is one that parties or clerks write."""
    if _FILED_BY_PARTY.match(title):
        return True
    blocks = [*document.front_matter, *(block for o in document.opinions for block in o.blocks), *document.back_matter]
    closings = [line for o in document.opinions if o.signature for line in o.signature.lines]
    return any(_LETTER.match(text) for text in (*document.caption.lines, *paragraphs(blocks), *closings))


def _decides(document: nodes.Document, title: str) -> bool:
    """Whether the title or the last paragraphs decide something."""
    if _REASONED.search(title) or _ORDERING.search(title):
        return True
    texts = [text for opinion in document.opinions for text in paragraphs(opinion.blocks)]
    return any(_DECIDES.search(text) for text in texts[-_READ:])
