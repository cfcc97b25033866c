"""The short title over a caption: docket number and case in small type in the corner of the first page.

    08-6301-cv
    Gildernew v. Gantner
              UNITED STATES COURT OF APPEALS

It says what the caption says again. The number is set apart only where the caption has it, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from opinion_parser.layout.furniture.apart import set_apart
from opinion_parser.layout.measure import body_lines
from opinion_parser.source import Line, Page

HEAD = 5
"""Lines that a short title may have, over the caption's first line."""

# "08-6301-cv", "06-1495-cr(L), 06-1710-cr(CON)"
_NUMBERS = re.compile(r"(?:Nos?\. )?\d{2}-\d{2,5}(?:-\w+)?(?: ?\(\w+\))?(?:, ?\d{2}-\d{2,5}(?:-\w+)?(?: ?\(\w+\))?)*,?")
# "Gildernew v. Gantner", "In re: Tender Loving Care Health Care Services, Inc."
_TITLE = re.compile(r"[A-Z].{1,60} v\. .{2,80}|(?:In re|In the Matter of|Matter of)\b:? .{2,100}")
_COURT = re.compile(r"(?:IN THE )?[A-Z ]*\bCOURT\b[A-Z .,’']*|.{0,30}\bCourt of\b.{0,60}")


def label_short_title(page: Page) -> None:
    """Set apart the short title over the court's name, where a docket number opens it and the caption repeats it."""
    lines = body_lines(page)
    court = next((i for i, line in enumerate(lines[: HEAD + 1]) if _COURT.fullmatch(line.text)), 0)
    over, caption = lines[:court], lines[court:]
    if len(over) < 2 or not _NUMBERS.fullmatch(over[0].text):
        return
    titles = [line for line in over[1:] if not _NUMBERS.fullmatch(line.text)]
    if not titles or not _TITLE.fullmatch(titles[0].text) or any(line.size > caption[0].size for line in over):
        return
    for line in over:
        if line in titles or repeated(line, caption):
            set_apart(line, "running-head")


def repeated(line: Line, caption: Sequence[Line]) -> bool:
    """Whether the caption has every docket number of a line."""
    text = " ".join(other.text for other in caption[:40])
    return all(number in text for number in re.findall(r"\d{2}-\d{2,5}", line.text))
