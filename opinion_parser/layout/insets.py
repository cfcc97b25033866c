"""Block quotations: runs of lines that are set in from the body's edge as a whole.

A paragraph's first-line indent also stands in from the edge, so one line alone proves nothing: a run of indented lines
is a quotation where its lines end before the right edge too, or are set closer than the body, or where more than one
of them goes on (reaches its own right edge) without any coming back to the body's edge.
"""

from __future__ import annotations

from opinion_parser.layout.measure import Measure
from opinion_parser.source import Line

INDENT = 12.0
"""Points from the body's edge at which a line can belong to an inset block."""


def inset_blocks(lines: list[Line], measure: Measure) -> None:
    """Give ``inset`` to the lines of block quotations and ``inset-start`` / ``inset-next`` to the
    first line of one and of each further paragraph in it."""
    quoted = False
    for line in lines:
        if "quote-mark" in line.facts:  # "> all forms and types of ..." in OCR Markdown
            line.facts |= {"inset", "start", "inset-next" if quoted else "inset-start"}
        quoted = "quote-mark" in line.facts
    i = 0
    while i < len(lines):
        run = indented_run(lines, i, measure)
        if opens_before(run, measure):
            run = run[:1]  # "The Restatement ... provides:" is a paragraph of one line, the quotation comes below
        if run and is_inset(run, lines[i + len(run)] if i + len(run) < len(lines) else None, measure):
            mark(run)
        i += max(1, len(run))


def indented_run(lines: list[Line], at: int, measure: Measure) -> list[Line]:
    """The lines from ``at`` that stand in from the edge, without the one that opens an ordinary paragraph."""
    run: list[Line] = []
    for line in lines[at:]:
        inside = line.bbox.x0 - measure.left >= INDENT and not off_axis(line, measure)
        parted = bool(run) and line.gap > 1.6 * measure.leading
        if not inside or parted or "quote-mark" in line.facts:
            break
        run.append(line)
    after = lines[at + len(run)] if at + len(run) < len(lines) else None
    if run and after is not None and goes_on(run[-1], after, measure):
        run.pop()
    return run


def opens_before(run: list[Line], measure: Measure) -> bool:
    """Whether the first line of a run stands at the body's leading above lines that are set closer."""
    if len(run) < 3 or run[1].gap < 0.85 * measure.leading:
        return False
    inner = sorted(line.gap for line in run[2:])
    return inner[len(inner) // 2] < 0.75 * measure.leading


def off_axis(line: Line, measure: Measure) -> bool:
    """A line too far right to begin a quotation: a signature, a date, a short centred heading."""
    return line.bbox.x0 > measure.left + 0.45 * measure.width or (
        "centred" in line.facts and line.bbox.width < 0.6 * measure.width
    )


def goes_on(last: Line, after: Line, measure: Measure) -> bool:
    """``after`` comes back to the body's edge at the body's leading: ``last`` is the first line of a paragraph."""
    back = after.bbox.x0 - measure.left < INDENT / 2
    return back and after.gap <= 1.3 * measure.leading and "short" not in last.facts


def is_inset(run: list[Line], after: Line | None, measure: Measure) -> bool:
    """Whether an indented run is a quotation (see the module's docstring)."""
    base = min(line.bbox.x0 for line in run)
    edge = max(line.bbox.x1 for line in run)
    narrow = edge < measure.right - 0.03 * measure.width
    if len(run) == 1:
        return False
    closer = all(line.gap < 0.75 * measure.leading for line in run[1:])
    if not closer and all(line.text[-1:] in ".:?!" for line in run[:-1]):
        return False  # paragraphs of one line each
    aligned = sum(abs(line.bbox.x0 - base) < 4 for line in run)
    full = sum(line.bbox.x1 > edge - 0.1 * measure.width for line in run[:-1])
    if aligned < 0.5 * len(run) or not full:
        return False
    return narrow or closer or (full >= 1 and aligned >= 2)


def mark(run: list[Line]) -> None:
    """Label the lines of a quotation; a further indent or a gap inside it starts its next paragraph."""
    base = min(line.bbox.x0 for line in run)
    inner = sorted(line.gap for line in run[1:])
    usual = inner[len(inner) // 2] if inner else 0.0
    for i, line in enumerate(run):
        line.facts = (line.facts - {"indented", "centred"}) | {"inset"}
        further = line.bbox.x0 > base + 6 and i > 0 and run[i - 1].bbox.x0 <= base + 6
        if i == 0:
            line.facts |= {"inset-start", "start"}
        elif further or line.gap > 1.35 * usual:
            line.facts |= {"inset-next", "start"}
