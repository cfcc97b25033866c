"""Blocks that a page turn cut are put together again.

A page ends in mid-paragraph more often than not. The evidence, from the strongest: a word cut by a hyphen, a sentence
without its end, a small letter at the start; then the layout: a paragraph that begins is indented or parted by a gap,
one that goes on starts at the edge, and the last line of a paragraph that is over seldom fills the measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from opinion_parser.assembly.hyphens import cut
from opinion_parser.assembly.inlines import Piece
from opinion_parser.layout.quoted import ALIGNED, QUOTED_MARKER
from opinion_parser.parsing.tree import PageTurn, Part
from opinion_parser.source import Line, note_label


@dataclass(slots=True)
class Draft:
    """A block before it becomes a node: the rule that took it, its lines with the page turns inside, or its parts."""

    rule: str
    pieces: list[Piece] = field(default_factory=list)
    inner: list[Draft] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        """The lines of the block and of the blocks in it."""
        own = [p for p in self.pieces if isinstance(p, Line)]
        return own + [line for draft in self.inner for line in draft.lines]

    @property
    def whole(self) -> bool:
        """Whether the block is one line of the source: in text whose lines are not wrapped, a whole paragraph."""
        return len(self.lines) == 1


def drafts(
    items: Iterable[Part | Line | PageTurn],
    indented: bool,
    paginated: bool = True,
    cuts: Iterator[PageTurn] | None = None,
) -> list[Draft]:
    """The blocks of a run of items, joined over page turns.

    ``indented``: the document opens its paragraphs with an indent (else with a gap). Without page marks
    (``paginated`` False) any two neighbouring paragraphs may be the halves of one: a page ended between them, and the
    next turn of ``cuts`` stands there.
    """
    out: list[Draft] = []
    turns: list[Piece] = []
    for item in items:
        if isinstance(item, PageTurn):
            turns.append(item)
            continue
        if isinstance(item, Line):
            item = Part("paragraph", [item])
        for draft in from_part(item):
            above = out[-1] if out else None
            end = len(last_paragraph(above).pieces) if above else 0
            if above is not None and (turns or not paginated) and joined(above, draft, turns, indented):
                if cuts is not None and not turns:
                    last_paragraph(above).pieces.insert(end, next(cuts))
                turns = []
                continue
            lead = first_paragraph(draft)
            lead.pieces[:0] = turns
            turns = []
            out.append(draft)
    if turns and out:
        last_paragraph(out[-1]).pieces.extend(turns)
    return out


def from_part(part: Part) -> list[Draft]:
    """The draft blocks of one part of the tree; a quotation and a list hold paragraphs, a table rows of cells."""
    if part.rule == "quote":
        first = [c for c in part.children if isinstance(c, Line)]
        nexts = [list(p.lines()) for p in part.parts("quote_next")]
        return [Draft("quote", inner=[Draft("paragraph", list(lines)) for lines in [first, *nexts]])]
    if part.rule == "list":
        return [Draft("list", inner=[Draft("entry", list(entry.lines())) for entry in part.parts()])]
    if part.rule == "table":
        rows = [[Draft("cell", list(cell.lines())) for cell in row.parts()] for row in part.parts()]
        return [Draft("table", inner=[Draft("row", inner=cells) for cells in rows])]
    if part.rule == "aside":
        return [draft for p in part.parts() for draft in from_part(p)]
    if part.rule == "recaption":
        return [Draft("paragraph", [line]) for line in part.lines()]
    return [Draft("paragraph" if part.rule in ("named_counsel", "notice", "briefs") else part.rule, list(part.lines()))]


def first_paragraph(draft: Draft) -> Draft:
    """The block in which a draft's first words stand."""
    return first_paragraph(draft.inner[0]) if draft.inner else draft


def last_paragraph(draft: Draft) -> Draft:
    """The block in which a draft's last words stand."""
    return last_paragraph(draft.inner[-1]) if draft.inner else draft


def joined(above: Draft, below: Draft, turns: Sequence[Piece], indented: bool) -> bool:
    """Join ``below`` to ``above`` if they are halves of one block; True where that was done."""
    if turns and below.rule == "quote" and set_in(above, below) and open_end(above) and small_start(below):
        above.rule, above.inner, above.pieces = "quote", [Draft("paragraph", above.pieces)], []
    if above.rule == below.rule == "quote" and turns:
        head, tail = last_paragraph(above), first_paragraph(below)
        if goes_on(head, tail, True):
            head.pieces += [*turns, *tail.pieces]
            above.inner += below.inner[1:]
        else:
            tail.pieces[:0] = turns
            above.inner += below.inner
        return True
    if above.rule == "list" and below.rule == "list" and turns:
        first_paragraph(below).pieces[:0] = turns
        above.inner += below.inner
        return True
    if above.rule == below.rule == "table":
        if not (turns and same_columns(above, below)):
            return False
        first_paragraph(below).pieces[:0] = turns
        above.inner += below.inner
        return True
    if below.rule != "paragraph" or above.rule not in ("paragraph", "list", "quote"):
        return False
    head = last_paragraph(above)
    if above.rule != "paragraph" and not (open_end(head) and small_start(below)):
        return False
    if not turns and head.whole and "early" in head.lines[-1].facts and not small_start(below):
        return False
    if not turns and not small_start(below) and sum(len(line.words) for line in head.lines) < CUT:
        return False  # lines of an address
    if not goes_on(head, below, indented and bool(turns)):
        return False
    head.pieces += [*turns, *below.pieces]
    return True


CUT = 8
"""Fewer words are no paragraph that a page's end cuts, where nothing shows that a page ended."""


def set_in(draft: Draft, quotation: Draft) -> bool:
    """Whether all lines of a paragraph stand in: at a page's foot, the first line of a ``quotation`` that goes on.

    A line that stands out to the left of its lines, where paragraphs begin, only announces it.
    """
    base = min(line.bbox.x0 for line in quotation.lines)
    return draft.rule == "paragraph" and all(
        "indented" in line.facts and line.bbox.x0 > base - ALIGNED for line in draft.lines
    )


def same_columns(above: Draft, below: Draft) -> bool:
    """Whether two tables have as many columns, each over the other."""
    mine, theirs = columns(above), columns(below)
    return mine.keys() == theirs.keys() and all(
        min(mine[column][1], theirs[column][1]) - max(mine[column][0], theirs[column][0])
        > 0.5 * (mine[column][1] - mine[column][0])
        for column in mine
    )


def columns(table: Draft) -> dict[int, tuple[float, float]]:
    """The left and right edge of each column of a table, in points."""
    return {line.cell.column: (line.cell.x0, line.cell.x1) for line in table.lines if line.cell}


def goes_on(head: Draft, tail: Draft, indented: bool) -> bool:
    """Whether ``tail`` continues ``head`` (see the module's docstring for the evidence)."""
    last, first = head.lines[-1], tail.lines[0]
    if last.words and cut(last.words[-1].text):
        return True
    if small_start(tail):
        return open_end(head) or "start" not in first.facts
    if first.facts & {"centred", "right"}:
        return False
    if _FURTHER.search(last.text) and _ORDERED.match(first.text):
        return False
    if {"start", "top"} <= first.facts and ("inset" not in first.facts or opens_inset(tail)):
        return False
    if open_end(head, tail):
        return True
    return indented and "early" not in last.facts


# "is granted; and it is further," / "Ordered that the respondent": each order is a paragraph, though no sentence ends
_FURTHER = re.compile(r"\bit is further[,:]?$", re.IGNORECASE)
_ORDERED = re.compile(r"(?:ordered|adjudged|decreed|directed)\b", re.IGNORECASE)


def opens_inset(draft: Draft) -> bool:
    """Whether a quotation's part on a page begins a paragraph: by its marker, or further in than the next line."""
    lines = draft.lines
    if QUOTED_MARKER.match(lines[0].text):
        return True
    return len(lines) > 1 and lines[0].page == lines[1].page and lines[0].bbox.x0 > lines[1].bbox.x0 + 6.0


_CLOSERS = "”\"’')]*†‡"
# ends that are no sentence ends: "Inc.", "v.", "No.", "F.3d" aside; and single initials ("Samuel H.")
_ABBREVIATION = re.compile(
    r"(?:\b(?:v|vs|Inc|Co|Corp|Ltd|Mr|Mrs|Ms|Dr|Jr|Sr|St|Rev|Gen|Sen|Rep|Gov|Hon|Prof|Fed|R|App|Civ|Crim|"
    r"Evid|Stat|Supp|Cir|Ct|Dist|Dep’t|Dep't|Int’l|Int'l|Ass’n|Ass'n|Bros|Mfg|Ins|Indus|Univ|Cal|Ill|Tex|Pa|Fla|Ass|"
    r"e\.g|i\.e|cf|Cf|see, e\.g)|"
    r"(?:^|\s)[A-Z]|U\. ?S)\.$"
)


# ends that want a number: "No." / "2020-1937"; "No." alone is an answer
_BEFORE_NUMBER = re.compile(r"\b(?:Nos?|Art|Sec|[Cc]h|cl|para|pp?|nn?)\.$")
_NUMBER = re.compile(r"[§¶]*\s?[\dIVX]")


def open_end(draft: Draft, below: Draft | None = None) -> bool:
    """Whether a block breaks off: it ends without a stop, or in an abbreviation.

    What comes ``below`` decides where the abbreviation wants a number.
    """
    words = [w for line in draft.lines for w in line.words if note_label(w) is None][-3:]
    text = " ".join(w.text for w in words).rstrip()
    bare = text.rstrip(_CLOSERS)
    if not bare or (len(words) == 3 and not any(c.isalpha() for c in text)):
        return False  # nothing but a mark; the figures of a table
    if _BEFORE_NUMBER.search(bare):
        return below is not None and bool(_NUMBER.match(below.lines[0].text))
    if bare[-1] in ".?!:;…—–" and not (bare[-1] in ";—–" or _ABBREVIATION.search(bare)):
        return False
    return not (text != bare and bare[-1].isdigit() and ")" in text) or bare[-1] == ","


def small_start(draft: Draft) -> bool:
    """Whether a block begins with a small letter."""
    for line in draft.lines:
        for word in line.words:
            bare = word.text.lstrip("“\"‘'([")
            if bare and note_label(word) is None:
                return bare[0].islower()
    return False
