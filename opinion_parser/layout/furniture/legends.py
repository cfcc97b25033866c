"""Notices of the office that publishes an opinion, which are no part of the court's paper.

The New York State Law Reporting Bureau prints its own over every opinion; they may run over line ends.
"""

from __future__ import annotations

import re

from opinion_parser.layout.furniture.apart import set_apart
from opinion_parser.layout.measure import body_lines
from opinion_parser.source import Page

TOP = 25
"""How many lines from the head of a paper the notices stand in."""
LONGEST = 4
"""Lines of one notice."""
# "Published by New York State Law Reporting Bureau pursuant to Judiciary Law § 431.",
# "This opinion is uncorrected and subject to revision before publication in the Official Reports."
_NOTICE = re.compile(
    r"Published by (?:the )?New York State Law Reporting|"
    r"This opinion is uncorrected and (?:is )?subject to revision|"
    r"This (?:memorandum|motion) is uncorrected and (?:is )?subject to revision"
)
# "As corrected through Wednesday, April 1, 2015"
_CORRECTED = re.compile(r"As corrected through (?:[A-Z]\w+day, )?[A-Z]\w+ \d{1,2}, \d{4}")


def label_legends(page: Page) -> None:
    """Set apart a publisher's notices at the head of the first page, each down to its full stop."""
    lines = body_lines(page)[:TOP]
    for i, line in enumerate(lines):
        if _CORRECTED.match(line.text):
            set_apart(line, "legend")
        elif _NOTICE.match(line.text):
            for part in lines[i : i + LONGEST]:
                set_apart(part, "legend")
                if part.text.endswith("."):
                    break


# "(continued...)", "3(...continued)", "(Footnote continued on next page.)": says nothing but that a note goes on
CONTINUED = re.compile(
    r"\d{0,3} ?[(\[]?[. …]*(?:footnote )?continued(?: on (?:the )?(?:next|following) page| next page)?[. …]*[)\]]",
    re.IGNORECASE,
)


def label_continuations(page: Page) -> None:
    """Set apart the lines that only say that a note goes on."""
    for line in body_lines(page):
        if CONTINUED.fullmatch(line.text):
            set_apart(line, "continuation")
