"""Block quotations: lines that are set in from the body's edge as a whole.

A paragraph's first line also stands in from the edge, and so do items of a list, so one line alone proves little. A
run of lines that stand in is cut into groups at its white space, and each group is weighed: whether its lines stand
under one another and are filled (a row of one-line paragraphs is not), whether they are set closer than the body, end
before the body's right edge, or stand further in than the document's paragraphs do. Groups of one run that are
quotations are paragraphs of one quotation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from opinion_parser.layout.dividers import widest_gap
from opinion_parser.layout.ends import SENTENCE_END, stops
from opinion_parser.layout.inset_groups import PARTED, cut, is_item, is_list, is_section
from opinion_parser.layout.measure import CLOSE, Measure
from opinion_parser.layout.quoted import ALIGNED, QUOTED_MARKER, Group, base_of, edge_of, mark
from opinion_parser.layout.styles import share_of_capitals
from opinion_parser.source import Line

INDENT = 10.0
"""Points from the body's edge at which a line can belong to an inset block."""
NEAR = 0.93
"""Distance from the line above, in leadings, below which a line is nearer to it than the body's lines are."""
FAR = 2.7
"""Distance from the line above, in leadings, over which no quotation goes on."""

# "I.", "A.", "(2)", "IV)": what a heading may begin with
HEADING_LABEL = re.compile(r"\(?(?:[IVX]{1,5}|[A-Z]|\d{1,2}|[a-z])[.)]{1,2}\s")

# "It is hereby" / "ORDERED that ...": paragraphs of one line each
DECRETAL = re.compile(r"(?:ORDERED|ADJUDGED|DECREED)\b")


def inset_blocks(lines: Sequence[Line], measure: Measure, quoted: float | None = None) -> None:
    """Give ``inset`` to the lines of block quotations and ``inset-start`` / ``inset-next`` to the
    first line of one and of each further paragraph in it.

    ``quoted``: how far from the edge the last line of the page before stood, if that was a quotation's.
    """
    mark_quoted(lines)
    small_blocks(lines, measure)
    i = 0
    while i < len(lines):
        run = set_in(lines, i, measure)
        if run:
            above = lines[i - 1] if i else None
            after = lines[i + len(run)] if i + len(run) < len(lines) else None
            weigh(run, above, after, measure, quoted if above is None else None)
        i += max(1, len(run))


def mark_quoted(lines: Sequence[Line]) -> None:
    """The lines that a text marks as quoted itself: "> all forms and types of ..." in OCR Markdown."""
    quoted = False
    for line in lines:
        if "quote-mark" in line.facts:
            line.facts |= {"inset", "start", "inset-next" if quoted else "inset-start"}
        quoted = "quote-mark" in line.facts


def small_blocks(lines: Sequence[Line], measure: Measure) -> None:
    """Quotations told by smaller type alone: lines of it between lines of the body, at the body's edge."""
    for small, group in groupby(lines, key=lambda line: "small" in line.facts):
        block = list(group)
        at = lines.index(block[0])
        around = [lines[k] for k in (at - 1, at + len(block)) if 0 <= k < len(lines)]
        if not small or len(block) < 2 or len(around) < 2 or any("large" in line.facts for line in around):
            continue
        full = sum(line.bbox.width > 0.6 * measure.width for line in block)
        plain = all(line.facts.isdisjoint({"caption", "centred", "hung", "right"}) for line in block)
        alike = len({round(line.size) for line in block}) == 1
        if alike and plain and full and around[0].text.endswith((":", ".", "”", ",")):
            mark(block, begun=False, edge=edge_of(block))


def set_in(lines: Sequence[Line], at: int, measure: Measure) -> list[Line]:
    """The lines from ``at`` on that stand in from the edge, as far as no wide white space parts them."""
    run: list[Line] = []
    for line, below in zip(lines[at:], [*lines[at + 1 :], None], strict=True):
        under = bool(run) and (abs(line.bbox.x0 - run[-1].bbox.x0) < ALIGNED or heads(line, below))
        inside = line.bbox.x0 - measure.left >= INDENT and (under or not off_axis(line, measure))
        inside = inside and line.facts.isdisjoint({"hung", "caption", "inset"})
        if not run and "titled" in line.facts and not line.text.startswith("("):
            break  # "2. Standard of Review" over the first line of a paragraph
        if not inside or "quote-mark" in line.facts or (run and line.gap > FAR * measure.leading):
            break
        run.append(line)
    return run


def heads(line: Line, below: Line | None) -> bool:
    """Whether the line ``below`` begins where this one does and ends elsewhere, so that neither is centred."""
    if below is None:
        return False
    return abs(below.bbox.x0 - line.bbox.x0) < ALIGNED < abs(below.bbox.x1 - line.bbox.x1)


def off_axis(line: Line, measure: Measure) -> bool:
    """A line that is no part of a quotation: a signature or date far to the right, a heading on the axis."""
    if line.bbox.x0 > measure.left + 0.45 * measure.width:
        return True
    return "centred" in line.facts and line.bbox.width < 0.6 * measure.width


def weigh(run: list[Line], above: Line | None, after: Line | None, measure: Measure, quoted: float | None) -> None:
    """Label the quotations of one run; ``above`` and ``after`` are the body's lines around it."""
    groups = cut(run, measure)
    if opens_paragraph(groups[-1], after, measure):
        last = groups[-1].pop()
        groups = [group for group in groups if group]
        after = last
    edge = edge_of([line for group in groups for line in group])
    verdict = [is_quotation(group, edge, measure) for group in groups]
    if groups and above is not None and above.text.endswith(":"):
        verdict[0] = verdict[0] or is_solid(groups[0], measure) or is_statute(groups[0])
    if not any(verdict):
        verdict = [len(groups) == 1 and is_one_line(groups[0], above, after, measure)] * len(groups)
    base = base_of([line for group, yes in zip(groups, verdict, strict=True) if yes for line in group])
    verdict = [yes or between(verdict, i) or deeper(groups, verdict, i, base, measure) for i, yes in enumerate(verdict)]
    if leads(groups, verdict, above, base, measure) or (groups and goes_on(groups[0], quoted, measure)):
        verdict[0] = True
    for i in range(1, len(groups) - 1):
        told = groups[i - 1][-1].text.endswith(":")
        verdict[i] = verdict[i] or (told and verdict[i + 1] and is_section(groups[i]))
    verdict = near_quotation(groups, verdict, measure)
    begun = False
    for group, yes in zip(groups, verdict, strict=True):
        if yes:
            mark(group, begun, edge)
        begun = yes


def opens_paragraph(group: Group, after: Line | None, measure: Measure) -> bool:
    """Whether a group's last line begins a paragraph of the body: it is filled, and stands where paragraphs begin."""
    last = group[-1]
    tied = len(group) > 1 and last.gap < CLOSE * measure.leading
    place = last.bbox.x0 - measure.left
    if measure.indent and not 0.6 * measure.indent < place < 1.35 * measure.indent:
        return False
    if after is None:  # the page ends here
        filled = last.bbox.x1 > measure.right - 0.06 * measure.width
        return filled and not tied and len(group) > 1 and last.bbox.x1 > edge_of(group[:-1]) + ALIGNED
    back = after.bbox.x0 - measure.left < INDENT / 2 and after.gap <= 1.3 * max(last.gap, measure.leading)
    if not back or stops(last, after, measure.right):
        return False
    return not tied or after.gap <= PARTED * last.gap


def is_quotation(group: Group, widest: float, measure: Measure) -> bool:
    """Whether a group of lines that stand in is a quotation by its looks alone; its run ends at ``widest``."""
    if len(group) < 2:
        return False
    base, edge = base_of(group), edge_of(group)
    if is_heading(group) or any(DECRETAL.match(line.text) for line in group[1:]):
        return False
    close = all(line.gap < CLOSE * measure.leading for line in group[1:])
    aligned = sum(abs(line.bbox.x0 - base) < ALIGNED for line in group)
    broken = [stops(line, below, edge) for line, below in pairwise(group)]
    nested = len(group) > 3 and sum(broken) < 0.35 * len(broken)  # paragraphs of a statute, each further in
    if not (aligned >= 0.5 * len(group) or nested) or sum(broken) > 0.5 * len(broken):
        return False
    narrow = edge < measure.right - 0.03 * measure.width
    further = abs(base - measure.left - measure.indent) > 2 * ALIGNED
    half = edge < measure.right - 0.35 * measure.width
    deep = measure.indent and all(line.bbox.x0 > measure.left + measure.indent + 2 * ALIGNED for line in group)
    if not (close or deep) and (half or all(line.text[-1:] in ".:?!" for line in group[:-1])):
        return False  # paragraphs of one line each
    if not close and all("early" in line.facts and line.text[-1:] in ".:;," for line in group) and not further:
        return False  # "Accordingly," / "IT IS ORDERED THAT:" / "The petition is denied."
    if is_item(group) and (widest >= measure.right - 0.03 * measure.width or (not close and is_list(group, measure))):
        return False  # a list; the items of a quoted statute end before the body's edge
    return close or narrow or further or aligned >= 2


def is_solid(group: Group, measure: Measure) -> bool:
    """Whether lines announced by a colon are set closer than the body and are sentences: questions and answers."""
    close = len(group) > 1 and all(line.gap < CLOSE * measure.leading for line in group[1:])
    ended = sum(line.text[-1:] in ".?!”" for line in group)
    return close and ended >= 0.5 * len(group) and not is_heading(group) and not is_item(group)


def is_statute(group: Group) -> bool:
    """Whether lines announced by a colon are a statute, whose items stand in by their rank: "“(1) ...", "“(A) ..."."""
    items = [line for line in group if line.text[:1] in "“\"" and QUOTED_MARKER.match(line.text)]
    return len(items) > 1 and items[0] is group[0]


def is_heading(group: Group) -> bool:
    """Whether a group is a heading over some lines: all of it set alike, and labelled, or of two lines on the axis.

    So are the parties' names in capitals over a separate writing.
    """
    alike = any(all(look in line.facts for line in group) for look in ("bold", "underlined", "italic"))
    hangs = is_item(group) and all(line.bbox.x0 > group[0].bbox.x0 + ALIGNED for line in group[1:])
    if hangs and group[0].facts & {"bold", "underlined", "italic", "caps"}:
        return True
    capitals = share_of_capitals(group) > 0.8
    if capitals and len(group) < 4:
        return True  # "DONALD ROE, SECRETARY OF STATE, / ET AL. v. ACME, INC." over a separate writing
    return alike and (bool(HEADING_LABEL.match(group[0].text)) or (len(group) < 3 and "centred" in group[0].facts))


def is_one_line(group: Group, above: Line | None, after: Line | None, measure: Measure) -> bool:
    """Whether a line that stands alone is a quotation: announced, further in than a paragraph or left by the body.

    A line that ends early at a paragraph's indent is a paragraph of one line, unless the body goes on unindented below.
    """
    if len(group) != 1 or above is None or after is None or not above.text.endswith((":", ",", "—")):
        return False
    line = group[0]
    if line.facts & {"centred", "right", "bold"} or is_item(group) or widest_gap(above) > 2 * above.size:
        return False
    place = line.bbox.x0 - measure.left
    if not measure.indent or place > measure.indent + 2 * ALIGNED:
        return True
    return after.bbox.x0 - measure.left < INDENT / 2 and line.bbox.x1 < measure.right - 0.2 * measure.width


def between(verdict: Sequence[bool], i: int) -> bool:
    """Whether a group stands between two that are quotations: a short paragraph of theirs."""
    return 0 < i < len(verdict) - 1 and verdict[i - 1] and verdict[i + 1]


def near_quotation(groups: Sequence[Group], verdict: Sequence[bool], measure: Measure) -> list[bool]:
    """``verdict`` where a group nearer to a quotation than lines of the body are to one another belongs to it.

    Questions and answers of one line each, set closer than the body, are told by the longer ones among them.
    """
    near = [group[0].gap < NEAR * measure.leading for group in groups]
    found = list(verdict)
    for i in range(1, len(groups)):
        found[i] = found[i] or (found[i - 1] and near[i])
    for i in range(len(groups) - 2, -1, -1):
        within = edge_of(groups[i]) <= edge_of(groups[i + 1]) + 2 * ALIGNED  # else the paragraph that announces it
        found[i] = found[i] or (found[i + 1] and near[i + 1] and within)
    return found


def deeper(groups: Sequence[Group], verdict: Sequence[bool], i: int, base: float, measure: Measure) -> bool:
    """Whether a short group below a quotation stands with its lines and not where the body's paragraphs begin."""
    place = groups[i][0].bbox.x0
    with_body = measure.indent and abs(place - measure.left - measure.indent) <= 2 * ALIGNED
    return i > 0 and verdict[i - 1] and place > base - ALIGNED and not with_body


def leads(groups: Sequence[Group], verdict: Sequence[bool], above: Line | None, base: float, measure: Measure) -> bool:
    """Whether the line over a quotation is its first paragraph: it stands with its lines, and a text breaks off above.

    "A trustee may avoid a transfer of property / “(1) to or for the benefit of a creditor; / “(2) for ..."
    """
    if len(verdict) < 2 or not verdict[1] or above is None or len(groups[0]) > 1:
        return False
    first = groups[0][0]
    with_body = measure.indent and abs(first.bbox.x0 - measure.left - measure.indent) <= 2 * ALIGNED
    broken_off = above.text[-1:] in ":,—" or not SENTENCE_END.search(above.text)
    if above.text.endswith(":") and not SENTENCE_END.search(first.text):
        with_body = False  # the title of a rule that is quoted: "Joinder of Offenses or Defendants"
    return abs(first.bbox.x0 - base) <= ALIGNED and broken_off and not with_body and not is_heading(groups[0])


def goes_on(group: Group, quoted: float | None, measure: Measure) -> bool:
    """Whether the first group of a page goes on a quotation that ended the page before, ``quoted`` from the edge."""
    place = group[0].bbox.x0 - measure.left
    with_body = measure.indent and abs(place - measure.indent) <= 2 * ALIGNED
    noise = 5 * ALIGNED if measure.typed else ALIGNED
    return quoted is not None and place > quoted - noise and not with_body and not is_heading(group)
