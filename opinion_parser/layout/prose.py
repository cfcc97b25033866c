"""Which blocks are running text: what is not, before an opinion begins, is its caption."""

from __future__ import annotations

import re
from itertools import pairwise

from opinion_parser.layout.ends import SENTENCE_END
from opinion_parser.layout.measure import UNWRAPPED, Measure
from opinion_parser.parsing.byline import read_byline
from opinion_parser.source import COLUMN, Line

PROSE_WORDS = 8
"""A block of fewer words proves nothing: "Judge Presiding." is no sentence."""
# "These three appeals are consolidated.", "The writ of certiorari is dismissed as improvidently granted."
_TELLS = r"^[“\"(]?[A-Z][^:]*? (?:is|are|was|were|be|been|has|have|had|shall|must|may|will|would) "
_SENTENCE = re.compile(rf"{_TELLS}.*[a-z]\.[”\"]?\d{{0,2}}$")
# "The plaintiff bears the burden, as the court of appeals has said. See Philos Techs., Inc. v. Philos &": cut after it
_SENTENCE_WITHIN = re.compile(rf"{_TELLS}[^:]*?[a-z]{{3}}\. [A-Z]")
CUT_WORDS = 12
"""So many words show that a block is a sentence which a page's end cuts, if the next block goes on with it."""


def mark_prose(lines: list[Line], measure: Measure) -> None:
    """Say which lines begin a block of running text: small letters, and a sentence that ends or fills the measure."""
    heads = [i for i, line in enumerate(lines) if i == 0 or "start" in line.facts or apart(lines[i - 1]) or line.cell]
    for head, end in pairwise([*heads, len(lines)]):
        block = lines[head:end]
        if apart(block[0]):
            continue
        if is_prose(block, end == len(lines), measure) or (end < len(lines) and is_cut(block, lines[end])):
            block[0].facts |= {"prose"}


def mark_byline(body: list[Line]) -> None:
    """Give ``byline`` to a judge's name over the first running text of a paper, the office on a line of its own.

    "JULIUS L. GARRITY" / "UNITED STATES BANKRUPTCY JUDGE": at the end of an opinion the same lines sign it.
    """
    first = next((i for i, line in enumerate(body) if "prose" in line.facts), 0)
    above = body[max(0, first - 2) : first]
    if len(above) < 2 or any(apart(line) or "caption" in line.facts for line in above):
        return
    said = read_byline(" ".join(line.text for line in above))
    if said is not None and len(said.authors) == 1 and said.titles == [above[1].text.rstrip(":.")]:
        above[0].facts |= {"byline"}
        above[1].facts |= {"byline-more"}


def apart(line: Line) -> bool:
    """Whether a line stands in a cell of a caption or of a table."""
    return bool(line.column) or line.cell is not None


def is_cut(block: list[Line], below: Line) -> bool:
    """Whether a block of text without page ends is a sentence's first half, cut by a page: white space parts the two.

    "... the court takes as true all well-pleaded facts alleged in" / "the complaint and draws all inferences ..."
    """
    text = " ".join(line.text for line in block)
    words = text.split()
    halves = text[0].isupper() and text[-2:].islower() and below.text[0].islower() and "gap" in below.facts
    small = sum(word[:1].islower() for word in words)
    return halves and len(words) >= CUT_WORDS and small >= 0.6 * len(words) and "centred" not in block[0].facts


def is_prose(block: list[Line], last: bool, measure: Measure) -> bool:
    """Whether a block, the ``last`` of its page or not, is running text."""
    text = " ".join(line.text for line in block)
    words = text.split()
    sentence = bool(_SENTENCE.search(text)) or (len(words) >= 2 * PROSE_WORDS and bool(_SENTENCE_WITHIN.search(text)))
    letters = [c for c in text if c.isalpha()]
    if len(words) < (5 if sentence else PROSE_WORDS) or sum(c.islower() for c in letters) < 0.72 * len(letters):
        return False
    if "centred" in block[0].facts and len(block) < 3:
        return False
    full = sum(line.bbox.width > 0.8 * measure.width for line in block)
    closed = last or bool(SENTENCE_END.search(text))
    plain = sum(word[:1].islower() for word in words) >= 0.5 * len(words)  # names of parties have capitals
    long = len(words) >= 2 * PROSE_WORDS or plain
    return sentence or full >= 3 or (full >= 1 and closed and long) or (plain and len(text) > UNWRAPPED / COLUMN)
