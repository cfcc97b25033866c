"""Which lines begin a block: a paragraph, a heading, a quotation, an item."""

from __future__ import annotations

from itertools import pairwise

from opinion_parser.layout.ends import SENTENCE_END
from opinion_parser.layout.styles import LABEL, LOOKS, is_titled
from opinion_parser.source import Line

FIRST_LINE = 9.0
"""A line that starts this much to the right of another is indented; less is the noise of scans and italics."""
HYPHENS = "-\u00ad\u2010\ufffe\x02"
"""What a word may be cut with at a line's end ("O'MALLEY, Cir-" / "cuit Judges."): its rest begins nothing."""
DISPLAY_LINES = 4
"""A heading has no more lines than this."""


def starts(lines: list[Line], before: Line | None) -> None:
    """Say which lines of a page begin a block; ``before`` is the last line of the page before.

    A gap parts blocks, so does a first-line indent, a centred line beside one that is not, and the way into or out of
    an inset block. The first line of a page begins one only where it is indented or centred, or set as a heading.
    """
    for i, line in enumerate(lines):
        above = lines[i - 1] if i else None
        if begins(line, above) if above else opens_page(line, before):
            line.facts |= {"start"}


def mark_title_rest(lines: list[Line]) -> None:
    """Give ``hung`` to the further lines of a title that fills all lines but its last one, by its words alone."""
    for i, line in enumerate(lines):
        rest: list[Line] = []
        for above, below in pairwise(lines[i : i + DISPLAY_LINES]):
            if "early" in above.facts or below.facts & {"gap", "titled"} or not is_titled(below):
                break
            rest.append(below)
        rest = max(rest if rest and "early" in rest[-1].facts else [], block_rest(lines, i), key=len)
        if "titled" in line.facts and rest:
            for below in rest:
                below.facts = below.facts - {"centred"} | {"hung"}


def block_rest(lines: list[Line], at: int) -> list[Line]:
    """The further lines of a title that white space parts from what is around it, wherever its lines end."""
    end = next((i for i in range(at + 1, len(lines)) if "gap" in lines[i].facts), len(lines))
    block = lines[at:end]
    apart = "gap" in block[0].facts and end < len(lines) and len(block) <= DISPLAY_LINES
    return block[1:] if apart and all(is_titled(line) and "titled" not in line.facts for line in block[1:]) else []


OPENING = frozenset({"inset-start", "inset-next", "heading-mark", "hanging", "numbered", "parted"})
"""Facts of lines that begin a block whatever stands above them."""


def opens_page(line: Line, before: Line | None) -> bool:
    """Whether the first line of a page begins a block, judged by the last one of the page ``before``."""
    facts = line.facts
    if facts & OPENING:
        return True
    runs_on = before is not None and "centred" not in before.facts and not SENTENCE_END.search(before.text)
    if "block" in facts and "indented" in facts and runs_on:
        return False  # a syllabus, whose paragraphs all stand in, goes on; a date on the axis of a cover page does not
    if facts & {"indented", "centred", "right"}:
        return not facts & {"inset", "hung"}
    return before is not None and is_heading(line, before)


def begins(line: Line, above: Line) -> bool:
    """Whether ``line`` begins a block, judged by the line above it on its page."""
    facts = line.facts
    if facts & OPENING:
        return True
    if "caption" in above.facts and "caption" not in facts:
        return True
    if above.text[-1:] in HYPHENS and line.text[:1].islower() and "gap" not in facts:
        return False
    if "hung" in facts or facts & above.facts & {"inset"}:
        return False
    if (facts | above.facts) & {"inset"} or "gap" in facts:
        return True
    if facts & above.facts & LOOKS and ("early" not in above.facts or under_title(line, above)):
        return False  # a heading over two lines
    if facts & PLACES != above.facts & PLACES or is_apart(line, above):
        return True
    if "flush" in facts and hangs_below(above):
        return True
    return "indented" in facts and is_first_line(line, above)


def under_title(line: Line, above: Line) -> bool:
    """Whether a line stands below the words of a labelled heading and is set as they are: a line broken on purpose."""
    label, count = above.opening
    if not LABEL.fullmatch(label) or len(above.words) <= count or LABEL.fullmatch(line.opening[0]):
        return False
    below = abs(line.bbox.x0 - above.words[count].bbox.x0) < FIRST_LINE
    return below and bool(line.facts & above.facts & MARKED)


def hangs_below(above: Line) -> bool:
    """Whether a paragraph whose further lines stand in from its first one is over with the line ``above``.

    A syllabus is set so: "Held: ..." stands at the edge, its further lines and the paragraphs under it do not.
    """
    further = "indented" in above.facts and above.facts.isdisjoint({"start", "top"})
    return further and bool(above.facts & {"early", "block"}) and bool(SENTENCE_END.search(above.text))


def is_heading(line: Line, before: Line) -> bool:
    """Whether the first line of a page is a heading at the edge: set or worded as one, after a paragraph's end."""
    ended = "early" in before.facts and bool(SENTENCE_END.search(before.text))
    looks = "titled" in line.facts or ("early" in line.facts and bool(line.facts & MARKED))
    return ended and looks and "inset" not in line.facts


PLACES = frozenset({"centred", "right"})


def is_apart(line: Line, above: Line) -> bool:
    """Whether a line is set otherwise than the one above, which was ended on purpose: a heading begins or is over."""
    ended = bool(SENTENCE_END.search(above.text))
    if ended and "titled" in line.facts and line.facts | above.facts >= {"early"}:
        return True
    if ended and {"early"} <= line.facts and line.facts & (LOOKS - {"caps"}) and LABEL.fullmatch(line.opening[0]):
        return True
    if "early" not in above.facts:
        return False
    if line.facts & MARKED != above.facts & MARKED or ends_title(line, above):
        return True
    alone = ended and "early" in line.facts and "centred" not in line.facts
    return alone and line.facts & LOOKS != above.facts & LOOKS


def ends_title(line: Line, above: Line) -> bool:
    """Whether the line above is a title over text at the next line: in capitals below white space, or labelled.

    "ORDER ON PETITION FOR REVIEW" / "A traveler from Roeville brings a petition ..."; "     I.   Background" / "Roe is
    a citizen of ..."
    """
    title = {"caps", "gap", "start"} <= above.facts and len(above.words) > 1 and "caps" not in line.facts
    labelled = {"titled", "indented", "start"} <= above.facts and "flush" in line.facts
    return (title or labelled) and above.text[-1:].isalnum() and line.text[:1].isupper()


MARKED = frozenset({"bold", "underlined"})
"""Looks that running text seldom has for a whole line."""


def is_first_line(line: Line, above: Line) -> bool:
    """Whether a line that stands in is a paragraph's first one.

    It is where the line above stands further out or was ended on purpose. Above a line that is not further in, where
    no text goes on at its place, a sentence's end is enough (paragraphs of one line each), and so is a heading's place
    further in.
    """
    goes_on = "block" in line.facts and not SENTENCE_END.search(above.text)  # "Held: ..." hangs out
    if "early" in above.facts or (line.bbox.x0 > above.bbox.x0 + FIRST_LINE and not goes_on):
        return True
    title = above.facts >= {"titled", "short"} and "titled" not in line.facts  # "D. Plaintiffs’ Claim of a Breach"
    over = title or bool(SENTENCE_END.search(above.text)) or above.bbox.x0 > line.bbox.x0 + FIRST_LINE
    return over and "block" not in line.facts


def mark_display(lines: list[Line]) -> None:
    """Give ``display`` to a line that begins a block of a few lines all of which are set in the same look."""
    heads = [i for i, line in enumerate(lines) if "start" in line.facts]
    for head, end in pairwise([*heads, len(lines)]):
        block = lines[head:end]
        if len(block) <= DISPLAY_LINES and frozenset.intersection(*(line.facts for line in block)) & LOOKS:
            block[0].facts |= {"display"}
