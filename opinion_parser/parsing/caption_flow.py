"""Captions whose rows a text layer ran together and then wrapped like running text: the lines are joined again.

    ALLAN MONGA, and PORTLAND ) PUBLIC SCHOOLS, ) ) Plaintiffs, ) ) v. ) 2:18-cv
    JAW ) NATIONAL ENDOWMENT FOR ) THE ARTS, ) ) Defendant.

Line ends are where a line is full, and mean nothing: cells go on over them.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from opinion_parser.parsing.mending import Mended, Spot

__all__ = ["unwrapped"]

SHORTEST, LONGEST = 55, 120
"""Characters of a full line."""
# "... Plaintiff, v. JOHN DOE ...": a versus among the words of both sides; "Plaintiffs, ) ) v. )": several rails
_FUSED = re.compile(
    r"[A-Za-z]{2}(?<!Inc)(?<!Co)(?<!Corp)(?<!Ltd)[.,] "
    r"(?:vs?\.?|VS?\.?|versus|VERSUS|[-–—] ?(?:vs?\.?|against) ?[-–—]) \S.*\w{3}"
    r"|\w.*(?<!\S)([)§:*\]|}>]) (?:\S.*)?(?<!\S)\1(?!\S)"
)
# "IN THE UNITED STATES DISTRICT" / "COURT FOR THE DISTRICT OF ARIZONA"; "WO IN" / "THE UNITED STATES DISTRICT COURT"
_COURT = re.compile(r"COURT\b|(?:THE )?UNITED STATES\b")
_CUT = re.compile(r"\b(?:DISTRICT|BANKRUPTCY|SUPREME|SUPERIOR|CIRCUIT|APPELLATE)$|^(?:WO )?IN(?: THE)?$")
# "Defendants.", "Respondent. )": the caption's parties end
_OVER = re.compile(r"(?:Defendant|Respondent|Appellee|Appellant|Interest)s?\.(?: ?[)§:*\]|}>])*$")


def unwrapped(lines: Sequence[Mended], full: Container[int]) -> list[Mended]:
    """The lines with those joined that are one text; ``full`` has the full-width ones. Joined lines are left empty."""
    out = list(lines)
    at = 0
    while at < len(lines):
        end = _flow_end(lines, full, at)
        if end - at > 1:
            out[at] = _joined(lines[at:end])
            out[at + 1 : end] = [Mended("", ())] * (end - at - 1)
        at = end
    return out


def _flow_end(lines: Sequence[Mended], full: Container[int], at: int) -> int:
    """Behind the last line of the text that begins at ``at``: each next word had no room in the line above."""
    width, end = len(lines[at].text), at + 1
    if end < len(lines) and end in full and _CUT.search(lines[at].text) and _COURT.match(lines[end].text):
        return end + 1
    fused = next((i for i in range(at, len(lines)) if not lines[i].text.endswith((",", ";"))), at)
    if at not in full or not any(_FUSED.search(line.text) for line in lines[at : fused + 1]):
        return end
    room: list[int] = []
    while end < len(lines) and end in full:
        above, below = lines[end - 1].text, lines[end].text
        if not SHORTEST <= len(above) <= LONGEST or not below or _OVER.search(above):
            break
        room.append(len(above) + 1 + len(below.split()[0]))
        width = max(width, len(below))
        if min(room) <= width:
            break
        end += 1
    return end


def _joined(lines: Sequence[Mended]) -> Mended:
    text, places = lines[0].text, list(lines[0].places)
    for line in lines[1:]:
        text += " " + line.text
        places += [Spot(places[-1].line, places[-1].at + 1), *line.places]
    return Mended(text, places)
