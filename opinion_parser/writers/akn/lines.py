"""Lines that are plain text in the AST, written with the marks that stand over their words and their footnotes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from lxml.etree import _Element

from opinion_parser.nodes import PlainRef
from opinion_parser.writers.akn.inlines import Refer
from opinion_parser.writers.akn.xml import Path, open_path, put

__all__ = ["Span", "locate", "write_line"]

_ENOUGH = 3
"""Characters that a place found by its context must share with it."""


class Span(NamedTuple):
    """Characters ``start`` to ``end`` of a line, and the elements that mark them (asked for when they are written)."""

    start: int
    end: int
    elements: Callable[[], Path]


def write_line(
    parent: _Element, text: str, spans: Sequence[Span], refs: Sequence[tuple[int, PlainRef]], refer: Refer
) -> None:
    """Append ``text`` with its spans as elements and its references (offset first) as footnotes.

    Spans may stand inside each other. A span that crosses one that began before it is left out, as XML has no way to
    say it; so is one without characters. A reference stands after what ends at its place and before what begins there.
    """
    fitting = [span for span in spans if 0 <= span.start < span.end <= len(text)]
    fitting.sort(key=lambda span: (span.start, -span.end))
    pending = sorted(((min(max(offset, 0), len(text)), ref) for offset, ref in refs), key=lambda pair: pair[0])
    places = {0, len(text), *(at for at, _ in pending)}
    places |= {span.start for span in fitting} | {span.end for span in fitting}
    open_elements: list[tuple[_Element, int]] = [(parent, len(text))]
    done = 0
    for at in sorted(places):
        put(open_elements[-1][0], text[done:at])
        done = at
        while len(open_elements) > 1 and open_elements[-1][1] <= at:
            open_elements.pop()
        while pending and pending[0][0] == at:
            refer(open_elements[-1][0], pending.pop(0)[1])
        while fitting and fitting[0].start == at:
            span = fitting.pop(0)
            outer, end = open_elements[-1]
            if span.end <= end:
                open_elements.append((open_path(outer, span.elements()), span.end))


def locate(ref: PlainRef, text: str, offset: int = 0) -> int:
    """Where a reference stands in ``text``: at ``offset`` if that is known, else where what it says it follows ends.

    ``ref.after`` is all inside a long line, or ends with the beginning of a short one.
    """
    if offset:
        return offset
    if ref.after and (at := text.find(ref.after)) >= 0:
        return at + len(ref.after)
    lengths = range(min(len(text), len(ref.after)), _ENOUGH - 1, -1)
    return next((length for length in lengths if ref.after.endswith(text[:length])), 0)
