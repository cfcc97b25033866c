"""The marks of a digital signature, which the signer's program prints in a corner of the first page.

    Digitally signed by Reporter of Decisions
    Reason: I attest to the accuracy and integrity of this document
    Date: 2021.06.22 13:24:11 -05'00'

In narrow boxes the lines break anywhere, and a text layer may have them in any order.
"""

from __future__ import annotations

import re

from opinion_parser.layout.furniture.apart import line_of, segments, take_out
from opinion_parser.layout.measure import body_lines
from opinion_parser.source import Page

HIGH = 12
"""Lines from the head of the page in which such a signature stands."""
FLUSH = 3.0
"""Points by which its lines may begin apart; what stands between them is the signature's, too."""

# "2025.08.04", the form of a date that no court writes
_DATE = re.compile(r"(?:Date: ?)?\d{4}\.\d{2}\.\d{2}(?: .*)?|\d{1,2}:\d{2}:\d{2} \d{4}\.\d{2}\.\d{2}")
# the other lines, among which the date must be: "Reason: I attest ...", "10:53:07", "-06'00'" (also upside down)
_OTHER = re.compile(
    r"Digitally signed(?: by\b.*)?|by \w.{0,40}|(?:Reason|Location|Contact|DN): .*|[A-Za-z ]*I attest to the accuracy.*"
    r"|(?:and )?integrity of this document\.?|\d{1,2}:\d{2}:\d{2}(?: .*)?|[-+]?\d{2}['’]\d{2}['’]?|['’]?00['’]0\d[-+]"
    r"|Office of the .{3,40}|(?:Director )?Compilation|Commission"
)


def label_seals(page: Page) -> None:
    """Set apart the lines of a digital signature at the head of a page."""
    pieces = [(line, words, line_of(line, words)) for line in body_lines(page)[:HIGH] for words in segments(line)]
    found = [i for i, (_, _, part) in enumerate(pieces) if matches(part.text)]
    if not any(_DATE.fullmatch(pieces[i][2].text) for i in found):
        return
    edges = [pieces[i][2].bbox.x0 for i in found]
    for i, (line, words, part) in enumerate(pieces):
        within = found[0] < i < found[-1] and any(abs(part.bbox.x0 - edge) <= FLUSH for edge in edges)
        if i in found or within:
            take_out(page, line, words, "seal")


def matches(text: str) -> bool:
    """Whether a line says what such a signature says."""
    return bool(_DATE.fullmatch(text) or _OTHER.fullmatch(text))
