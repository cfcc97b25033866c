"""Counsel that a paper names below its opinion, and its last word on publication.

    BRIEF FOR APPELLANT:                       Filed: December 11, 2013
    Jane Doe / Frankfort, Kentucky             Do not publish

They are the caption's, wherever a court prints them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from opinion_parser import nodes
from opinion_parser.diagnostics import Log
from opinion_parser.texts import paragraphs

__all__ = ["add_counsel", "add_last_legend"]

# "BRIEF FOR APPELLANT:", "BRIEFS AND ORAL ARGUMENT FOR APPELLEE: Jane Doe"
_SIDE = re.compile(
    r"(?:(?:JOINT |REPLY )?BRIEFS?|ORAL ARGUMENT|COUNSEL|ATTORNEYS?)(?: AND ORAL ARGUMENT)? FOR [A-Z/ -]+:"
)
_LEGEND = re.compile(r"(?:^|\d{4}\.? )((?:Do not publish|Publish|DO NOT PUBLISH|PUBLISH))\.?$")


def add_counsel(document: nodes.Document, log: Log) -> None:
    """Fill the caption's counsel from the blocks below the opinion that say whose they are."""
    if not document.caption.counsel:
        document.caption.counsel = list(_named(paragraphs(document.back_matter, headings=True)))


def _named(texts: Iterable[str]) -> Iterator[str]:
    """What stands below, or behind, the name of a side."""
    within = False
    for text in texts:
        side = _SIDE.match(text)
        within = within or side is not None
        words = text[side.end() :].strip() if side else text
        if within and words:
            yield words


def add_last_legend(document: nodes.Document, log: Log) -> None:
    """Add the legend that stands below the signature or the day of filing to those of the caption."""
    for opinion in document.opinions:
        for line in opinion.signature.lines if opinion.signature else []:
            found = _LEGEND.search(line)
            if found and found[1] not in document.caption.legends:
                document.caption.legends.append(found[1])
