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
``parted``  stands below an ``early`` line of a text without indents and gaps (layout/ends.py)
``numbered``   begins with the number of a paragraph     ``tabbed``  its words stand where most do (layout/numbered.py)
``bold`` ``italic`` ``underlined`` ``caps`` ``small-caps``   all words are
``titled``     worded like a heading: a label, and capitals on all words but the small ones   ``title-case``   without
               a label, in a text that has no styles (layout/styles.py)
``large`` ``small``    against the body's size
``left`` ``right-cell``   cells of a two-column caption
``display``    first line of a block of a few lines that are set alike, in bold, italics, underlining or capitals
``prose``      first line of a block of running text
``byline``     a judge's name with the office below it, over the first running text (layout/prose.py)
``caption``    surely a line of a caption; ``caption-top`` the first one (layout/captions.py)
``label``      begins with a footnote label (note stream)
``table``      first line of a table    ``row`` ``cell``   of a further row or cell    ``cell-more``   goes on a cell
``head``       of a row that says what stands below it
========== =====================================================================================================

Lengths are points; what is near or far is judged against the measure of the page (layout/measure.py).
"""

from __future__ import annotations

from itertools import pairwise

from opinion_parser.layout.ends import SENTENCE_END
from opinion_parser.layout.insets import inset_blocks
from opinion_parser.layout.items import mark_items
from opinion_parser.layout.measure import Measure
from opinion_parser.layout.numbered import left_of
from opinion_parser.layout.prose import mark_prose
from opinion_parser.layout.starts import FIRST_LINE, mark_display, mark_title_rest, starts
from opinion_parser.layout.styles import is_titled, style_facts
from opinion_parser.source import Line

INDENT_NOISE = 4.0
"""First lines may stand this far from the document's usual indent."""
SENTENCE_WORDS = 5
"""So many words in small letters, and few others, are a sentence."""
LOOSE = 1.3
"""Distance from the line above, in leadings, that parts blocks."""
SLIGHT = 1.15
"""The same below a line that was ended on purpose, at a sentence's end."""
WIDER = 1.2
"""The same below a sentence's end that happens to fill its line."""


def body_facts(
    lines: list[Line], measure: Measure, before: Line | None = None, quoted: float | None = None
) -> None:
    """Set the facts of the body lines of one page, given in reading order.

    ``before`` is the body's last line on the page before, ``quoted`` how far it stands in if it is of a quotation.
    """
    for line in lines:
        line.facts = line.facts & (KEPT if line.cell is None else KEPT | {"start"})
    gaps(lines, measure)
    for i, line in enumerate(lines):
        if line.cell:
            continue
        found = set(style_facts(line, measure)) | set(place_facts(line, measure))
        if i == 0:
            found.add("top")
        if parted(line, lines[i - 1] if i else None, measure):
            found.add("gap")
        if line.column:
            found |= {"start", "left" if line.column == "left" else "right-cell"}
        line.facts |= found
    free = [line for line in lines if not line.column and not line.cell]
    first_lines(free, measure)
    mark_title_rest(free)
    inset_blocks(free, measure, quoted)
    mark_items(free)
    starts(free, before)
    mark_display(lines)
    mark_prose(lines, measure)


TABLE = frozenset({"table", "row", "cell", "cell-more", "head"})
CAPTION = frozenset({"caption", "caption-top"})
KEPT = TABLE | CAPTION | {"heading-mark", "quote-mark", "rotated", "label", "early", "block", "parted"}
KEPT |= {"numbered", "tabbed", "hung"}
"""Facts that readers or earlier passes gave and that stay."""


def gaps(lines: list[Line], measure: Measure) -> None:
    """Distance of each line's foot from the foot of the line above; a page's first line has none."""
    for i, line in enumerate(lines):
        if i:
            above = lines[i - 1]
            line.gap = line.bbox.bottom - above.bbox.bottom - max(0.0, line.size - measure.size) * 0.5
        else:
            line.gap = 0.0


def parted(line: Line, above: Line | None, measure: Measure) -> bool:
    """Whether the white space above a line parts it from the line above; less is needed where a sentence ends early."""
    over = above is not None and SENTENCE_END.search(above.text) is not None
    least = LOOSE if not over else SLIGHT if above is not None and "early" in above.facts else WIDER
    return line.gap > least * measure.leading * max(1.0, line.size / measure.size)


def place_facts(line: Line, measure: Measure) -> list[str]:
    """Where the line stands across the page."""
    left, right = left_of(line) - measure.left, measure.right - line.bbox.x1
    found = []
    if left < FIRST_LINE:
        found.append("flush")
    elif on_axis(line, measure) and not is_first(line, measure):
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


def on_axis(line: Line, measure: Measure) -> bool:
    """Whether a line is centred; where columns are a guess, a heading may stand somewhat off the axis."""
    right = measure.right - line.bbox.x1
    guess = measure.typed and line.bbox.width < 0.6 * measure.width and is_titled(line)
    noise = max(3.0, (0.03 if guess else 0.0125) * measure.width)
    middle = (left_of(line) + line.bbox.x1) / 2
    axes = [measure.centre] if measure.sheet is None else [measure.centre, measure.sheet]
    return any(abs(middle - axis) < noise for axis in axes) and right > 0.02 * measure.width


def is_first(line: Line, measure: Measure) -> bool:
    """Whether a line on the axis by chance is a paragraph: it stands at the usual indent and reads like a sentence.

    A sentence ends in it, or most of its words have small letters.
    """
    usual = measure.indent and abs(line.bbox.x0 - measure.left - measure.indent) < INDENT_NOISE
    small = sum(word.text[:1].islower() for word in line.words)
    plain = small >= SENTENCE_WORDS and small > 0.6 * len(line.words)
    return bool(usual) and (plain or (line.text[-1:] in ".?!”" and any(c.islower() for c in line.text)))


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
