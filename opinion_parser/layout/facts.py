"""Facts about body and note lines, in words that the line grammar refers to.

========== =====================================================================================================
``start``      begins a paragraph, heading, quotation or item; a line without it goes on the block above
``indented``   starts to the right of the body's edge     ``flush``  starts at the body's edge
``inset``      belongs to a block set in as a whole: a block quotation
``hanging``    begins an item of a list (layout/items.py)   ``hung``  a further line of one
``centred``    ``right``  ``short`` (ends well before the right edge)   ``wide`` (more than half the measure)
``gap``        more white space above than between the lines of a paragraph
``top``        first body line of its page
``early``      ends although the first word of the next line had room on it (layout/ends.py)
``block``      stands where sentences go on from line to line, so it is no first line (layout/ends.py)
``numbered``   begins with the number of a paragraph     ``tabbed``  its words stand where most do (layout/numbered.py)
``bold`` ``italic`` ``underlined`` ``caps`` ``small-caps``   all words are
``large`` ``small``    against the body's size
``left`` ``right-cell``   cells of a two-column caption
``prose``      first line of a block of running text
``caption``    surely a line of a caption; ``caption-top`` the first one (layout/captions.py)
``label``      begins with a footnote label (note stream)
``table``      first line of a table    ``row`` ``cell``   of a further row or cell    ``cell-more``   goes on a cell
========== =====================================================================================================

Lengths are points; what is near or far is judged against the measure of the page (layout/measure.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from opinion_parser.layout.ends import SENTENCE_END
from opinion_parser.layout.insets import inset_blocks
from opinion_parser.layout.items import mark_items
from opinion_parser.layout.measure import UNWRAPPED, Measure
from opinion_parser.layout.numbered import left_of
from opinion_parser.source import COLUMN, Line, Word, note_label

FIRST_LINE = 9.0
"""A line that starts this much to the right of the edge is indented; less is the noise of scans and italics."""
INDENT_NOISE = 4.0
"""First lines may stand this far from the document's usual indent."""
HYPHENS = "-\u00ad\u2010\ufffe\x02"
"""What a word may be cut with at a line's end ("O'MALLEY, Cir-" / "cuit Judges."): its rest begins nothing."""
LOOSE = 1.3
"""Distance from the line above, in leadings, that parts blocks."""


def body_facts(lines: list[Line], measure: Measure) -> None:
    """Set the facts of the body lines of one page, given in reading order."""
    for line in lines:
        line.facts = line.facts & (KEPT if line.cell is None else KEPT | {"start"})
    gaps(lines, measure)
    for i, line in enumerate(lines):
        if line.cell:
            continue
        found = set(style_facts(line, measure)) | set(place_facts(line, measure))
        if i == 0:
            found.add("top")
        if line.gap > LOOSE * measure.leading:
            found.add("gap")
        if line.column:
            found |= {"start", "left" if line.column == "left" else "right-cell"}
        line.facts |= found
    free = [line for line in lines if not line.column and not line.cell]
    first_lines(free, measure)
    inset_blocks(free, measure)
    mark_items(free)
    starts(free, measure)
    mark_prose(lines, measure)


TABLE = frozenset({"table", "row", "cell", "cell-more"})
CAPTION = frozenset({"caption", "caption-top"})
KEPT = TABLE | CAPTION | {"heading-mark", "quote-mark", "rotated", "label", "early", "block", "numbered", "tabbed"}
"""Facts that readers or earlier passes gave and that stay."""


def gaps(lines: list[Line], measure: Measure) -> None:
    """Distance of each line's foot from the foot of the line above; a page's first line has none."""
    for i, line in enumerate(lines):
        if i:
            above = lines[i - 1]
            line.gap = line.bbox.bottom - above.bbox.bottom - max(0.0, line.size - measure.size) * 0.5
        else:
            line.gap = 0.0


def style_facts(line: Line, measure: Measure) -> list[str]:
    """How the line is set as a whole; raised footnote marks do not count."""
    words = [w for w in line.words if not note_label(w) and any(c.isalnum() for c in w.text)]
    if not words:
        return []
    labelled = len(words) > 1 and LABEL.fullmatch(line.words[0].text) is not None
    found = []
    for name in ("bold", "italic", "underline", "small_caps"):
        if set_throughout(words[1:], name) if labelled else all(getattr(w.style, name) for w in words):
            found.append({"underline": "underlined", "small_caps": "small-caps"}.get(name, name))
    letters = [c for w in words for c in w.text if c.isalpha()]
    if len(letters) >= 2 and not any(c.islower() for c in letters):
        found.append("caps")
    if line.size > measure.size + 0.8:
        found.append("large")
    elif line.size < measure.size - 0.8:
        found.append("small")
    return found


# "A.", "IV.", "(1)", "2)": the label of a heading, which is seldom underlined or italic with its words
LABEL = re.compile(r"\(?(?:[IVX]{1,5}|[A-Z]|\d{1,2}|[a-z]|[ivx]{1,4})[.):]{1,2}")


def set_throughout(words: Sequence[Word], name: str) -> bool:
    """Whether the words of a heading are set in a style: a case name in them is set the other way about.

    "2. *The evidence did not compel a finding that he qualified as a* Kelsey S. *father*"
    """
    styled = sum(len(w.text) for w in words if getattr(w.style, name))
    ends = getattr(words[0].style, name) and getattr(words[-1].style, name)
    return bool(ends) and styled >= 0.6 * sum(len(w.text) for w in words)


def place_facts(line: Line, measure: Measure) -> list[str]:
    """Where the line stands across the page."""
    left, right = left_of(line) - measure.left, measure.right - line.bbox.x1
    found = []
    if left < FIRST_LINE:
        found.append("flush")
    elif on_axis(left, right, measure) and not is_first(line, measure):
        found.append("centred")
    elif line.bbox.x0 > measure.centre - 0.05 * measure.width:
        found.append("right")
    else:
        found.append("indented")
    if right > 0.12 * measure.width:
        found.append("short")
    if line.bbox.width > 0.5 * measure.width:
        found.append("wide")
    return found


def on_axis(left: float, right: float, measure: Measure) -> bool:
    """Whether a line that stands in by ``left`` and ``right`` is centred."""
    return abs(left - right) < max(6.0, 0.025 * measure.width) and right > 0.02 * measure.width


def is_first(line: Line, measure: Measure) -> bool:
    """Whether a line on the axis by chance is a paragraph: it stands at the usual indent, and a sentence ends in it."""
    usual = measure.indent and abs(line.bbox.x0 - measure.left - measure.indent) < INDENT_NOISE
    return bool(usual) and line.text[-1:] in ".?!”" and any(c.islower() for c in line.text)


def first_lines(lines: list[Line], measure: Measure) -> None:
    """Where lines end ragged, a paragraph's first line may end as far from the right edge as it begins from the left.

    It is indented, not centred, if it is long and its text goes on at the edge of the next line.
    """
    for line, below in pairwise(lines):
        if "centred" not in line.facts or line.bbox.width < 0.55 * measure.width or "flush" not in below.facts:
            continue
        if "numbered" in line.facts:  # its number stands at the edge, its words on the axis
            continue
        letters = [c for c in line.text if c.isalpha()]
        if below.gap <= LOOSE * measure.leading and sum(c.islower() for c in letters) > 0.6 * len(letters):
            line.facts = line.facts - {"centred"} | {"indented"}


def starts(lines: list[Line], measure: Measure) -> None:
    """Say which lines begin a block.

    A gap parts blocks, so does a first-line indent, a centred line beside one that is not, and the way into or out of
    an inset block. The first line of a page begins one only where it is indented or centred.
    """
    for i, line in enumerate(lines):
        above = lines[i - 1] if i else None
        if begins(line, above, measure):
            line.facts |= {"start"}


def begins(line: Line, above: Line | None, measure: Measure) -> bool:
    """Whether ``line`` begins a block, judged by the line above it on its page."""
    facts = line.facts
    if facts & {"inset-start", "inset-next", "heading-mark", "hanging", "numbered"}:
        return True
    if above is not None and "caption" in above.facts and "caption" not in facts:
        return True
    if above is not None and above.text[-1:] in HYPHENS and line.text[:1].islower() and "gap" not in facts:
        return False
    if above is None:
        return bool(facts & {"indented", "centred", "right"}) and "inset" not in facts
    if "hung" in facts:
        return False
    if "inset" in facts and "inset" in above.facts:
        return False
    if "inset" in facts or "inset" in above.facts or "gap" in facts:
        return True
    for place in ("centred", "right"):
        if (place in facts) != (place in above.facts):
            return True
    for look in ("bold", "underlined"):
        if (look in facts) != (look in above.facts) and "early" in above.facts:
            return True
    if "indented" not in facts:
        return False
    if line.bbox.x0 > above.bbox.x0 + FIRST_LINE or "early" in above.facts:
        return True
    return "block" not in facts and bool(SENTENCE_END.search(above.text))  # paragraphs of one line each


PROSE_WORDS = 8
"""A block of fewer words proves nothing: "Judge Presiding." is no sentence."""
# "These three appeals are consolidated.", "The writ of certiorari is dismissed as improvidently granted."
_SENTENCE = re.compile(
    r"^[“\"(]?[A-Z][^:]*? (?:is|are|was|were|be|been|has|have|had|shall|must|may|will|would) .*[a-z]\.[”\"]?\d{0,2}$"
)


def mark_prose(lines: list[Line], measure: Measure) -> None:
    """Say which lines begin a block of running text: small letters, and a sentence that ends or fills the measure."""
    heads = [i for i, line in enumerate(lines) if i == 0 or "start" in line.facts or apart(lines[i - 1]) or line.cell]
    for head, end in pairwise([*heads, len(lines)]):
        block = lines[head:end]
        if not apart(block[0]) and is_prose(block, end == len(lines), measure):
            block[0].facts |= {"prose"}


def apart(line: Line) -> bool:
    """Whether a line stands in a cell of a caption or of a table."""
    return bool(line.column) or line.cell is not None


def is_prose(block: list[Line], last: bool, measure: Measure) -> bool:
    """Whether a block, the ``last`` of its page or not, is running text."""
    text = " ".join(line.text for line in block)
    sentence = bool(_SENTENCE.search(text))
    words = text.split()
    letters = [c for c in text if c.isalpha()]
    if len(words) < (5 if sentence else PROSE_WORDS) or sum(c.islower() for c in letters) < 0.72 * len(letters):
        return False
    if "centred" in block[0].facts and len(block) < 3:
        return False
    full = sum(line.bbox.width > 0.8 * measure.width for line in block)
    closed = last or bool(SENTENCE_END.search(text))
    plain = sum(word[:1].islower() for word in words) >= 0.5 * len(words)  # names of parties have capitals
    long = len(words) >= 2 * PROSE_WORDS or plain
    return sentence or full >= 3 or (full >= 1 and closed and long) or len(text) > UNWRAPPED / COLUMN


def note_facts(lines: list[Line], measure: Measure) -> None:
    """Set the facts of the note lines of one page, judged by the notes' own edge."""
    if not lines:
        return
    edge = min(line.bbox.x0 for line in lines)
    steps = sorted(b.bbox.bottom - a.bbox.bottom for a, b in pairwise(lines))
    leading = steps[len(steps) // 2] if steps else measure.leading
    own = Measure(edge, max(measure.right, *(line.bbox.x1 for line in lines)), lines[0].size, max(leading, 1.0))
    gaps(lines, own)
    for line in lines:
        line.facts = (line.facts & KEPT) | set(place_facts(line, own)) - {"centred", "right"}
        if line.gap > 1.5 * own.leading:
            line.facts |= {"gap"}
    for i, line in enumerate(lines):
        above = lines[i - 1] if i else None
        if above is not None and ("gap" in line.facts or line.bbox.x0 > above.bbox.x0 + FIRST_LINE):
            line.facts |= {"start"}
