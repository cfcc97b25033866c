"""How a document sets its footnotes: measured where a label opens them, used where none does.

The rest of a note on the next page, or a page that is all notes, has no label; it is known by the size and the leading
that notes have in this document, where these differ from the body's. All figures are points.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from opinion_parser.layout.measure import Measure
from opinion_parser.source import Line, note_label


@dataclass(frozen=True, slots=True)
class NoteLook:
    """Size and leading (distance of baselines) in which most notes of a document are set."""

    size: float
    leading: float

    @classmethod
    def of(cls, zones: Sequence[Sequence[Line]]) -> NoteLook:
        """The look of some footnote zones (at least one, none empty); leading 0 where no note has two lines."""
        sizes = [line.size for zone in zones for line in zone for _ in line.text]
        gaps = [gap for zone in zones for gap in steps(zone)]
        return cls(median(sizes), median(gaps) if gaps else 0.0)

    def is_small(self, measure: Measure) -> bool:
        """Whether notes are smaller than the body."""
        return self.size < measure.size - 0.4

    def is_close(self, measure: Measure) -> bool:
        """Whether the lines of notes are set closer than those of the body."""
        return 0 < self.leading < 0.9 * measure.leading

    def is_distinct(self, measure: Measure) -> bool:
        """Whether the look alone tells notes from the body."""
        return self.is_small(measure) or self.is_close(measure)

    def fits(self, lines: Sequence[Line]) -> bool:
        """Whether lines are set like notes."""
        length = sum(len(line.text) for line in lines)
        if sum(len(line.text) for line in lines if abs(line.size - self.size) < 0.6) < 0.7 * length:
            return False
        gaps = sorted(steps(lines))
        return not gaps or not self.leading or gaps[len(gaps) // 4] < self.leading + 2.0  # a quotation has wider ones


def steps(lines: Sequence[Line]) -> list[float]:
    """Distances from each line's foot to the foot of the next one."""
    return [below.bbox.bottom - line.bbox.bottom for line, below in pairwise(lines)]


OPEN_END = re.compile(r"[^.?!:;”\"’')\]\d]\s*$|\b(?:v|No|Inc|Co|Corp|F|U\.S)\.$")
"""A block that cannot be over: it ends in a word ("Therefore, the Court"), or in an abbreviation."""


def breaks_off(lines: Sequence[Line]) -> bool:
    """Whether lines end in mid-sentence."""
    words = [word.text for word in lines[-1].words if note_label(word) is None] if lines else []
    return bool(words) and bool(OPEN_END.search(words[-1]))


def small_start(line: Line) -> bool:
    """Whether a line starts with a small letter."""
    return line.words[0].text.lstrip("“\"‘'([")[:1].islower()
