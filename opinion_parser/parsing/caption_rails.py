"""Rails that a text layer left among the words of a caption: where they stand, and the cells between them.

A rail parts the two columns of one row. Where line ends are lost it parts more: what stands between two rails is the
right-hand cell of one row and the left-hand cell of the next,

    JANE ROE, ) Appeal from the ) Circuit Court of Plaintiff, ) Cook County. ) v. ) No. 18 L 1 ) Judge Doe ACME, INC., )

or, where the columns were read one after the other, nothing at all: "Appellant. : : : : : CIVIL ACTION NO. 14-6122".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["rail_glyph", "rails_in", "right_part", "run_of_rails"]

GLYPHS = ")§:*]|}>"
ROWS_OF_RAIL = 4
"""How often a glyph must stand at a cell's edge, or alone, to be a rail."""


def rail_glyph(lines: Sequence[str]) -> str:
    """The glyph of a rail that was left in the lines, ``""`` if there is none."""
    for glyph in GLYPHS:
        if sum(len(rails_in(line, glyph)) for line in lines if not _ROW.fullmatch(line)) >= ROWS_OF_RAIL:
            return glyph
    return ""


# "* * * *" parts bands of a caption
_ROW = re.compile(rf"(?:[{re.escape(GLYPHS)}]\s*){{3,}}")


def rails_in(text: str, glyph: str) -> list[int]:
    """Where the rail's glyph stands in a line: alone, or as a bracket without its partner ("situated) Plaintiff,)")."""
    if glyph != ")":
        return [found.start() for found in re.finditer(rf"(?<!\S){re.escape(glyph)}(?!\S)", text)]
    rails, opened = [], 0
    for found in re.finditer(r"\(|\)(?=(?!\S)|\))", text):
        if found[0] == "(":
            opened += 1
        elif opened:
            opened -= 1
        else:
            rails.append(found.start())
    return rails


def run_of_rails(rails: Sequence[int], text: str) -> int | None:
    """The number of the first rail of a run of several: the columns were read one after the other, then the rail."""
    for i, (a, b, c) in enumerate(zip(rails, rails[1:], rails[2:], strict=False)):
        if not text[a + 1 : b].strip() and not text[b + 1 : c].strip():
            return i
    return None


# "Appeal from the", "The Honorable", "David B. Atkins,": the right-hand cell below goes on with it
_OPEN = re.compile(r"(?:\b(?:the|of|from|for|and|in|Honorable|Hon\.)|,)$")
_SIDE = re.compile(r"(?:Plaintiff|Defendant|Petitioner|Respondent|Appell(?:ant|ee)|Claimant)|[A-Z]{3}|vs?\.")
_ENDS = re.compile(r"[a-z]{3}[.,]$")


def right_part(text: str, above: str) -> int:
    """How many characters at the start of ``text`` go on the right-hand cell ``above``, which stands before a rail.

    They end before a role or a name in capitals, and behind a comma or a stop: of "Circuit Court of Plaintiff," below
    "Appeal from the" the first three words, of "David B. Atkins, Assessor of Cook County," the name.
    """
    if not _OPEN.search(above):
        return 0
    for word in re.finditer(r"\S+", text):
        if _SIDE.match(word[0]):
            return word.start()
        if _ENDS.search(word[0]):
            return word.end()
    return len(text)
