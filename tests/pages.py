"""Measured pages made by hand, for tests of layout: columns of lines with the sizes and distances of real papers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from opinion_parser.source import BBox, Line, Page, Rule, Source, Style, Word

LEFT, RIGHT = 72.0, 540.0
BODY = (
    "The plaintiff asks the court to enjoin the ordinance before the summer season",
    "begins, and the defendant opposes the motion on the ground that the record does",
    "not show any harm which money could not repair. The court has read the briefs of",
    "both parties, has heard their witnesses for two days, and has visited the harbor",
    "in the company of counsel. It finds that the licence was never revoked and that",
    "the harbor master had no authority to tow the boats of the plaintiff away, since",
)
"""Lines of running text, each as long as the measure."""


class Sheet:
    """One page under construction: lines are set one below the other from the top."""

    def __init__(self, number: int = 1) -> None:
        self.page = Page(number, 612.0, 792.0)
        self.foot = 72.0

    def line(
        self, text: str, *, gap: float = 28.0, size: float = 12.0, x0: float = LEFT, x1: float | None = None
    ) -> Sheet:
        """Set a line ``gap`` points below the last one; ``^1^`` raises a mark, ``x1`` spreads the line to that edge."""
        self.foot += gap
        pieces = [(part, i % 2 == 1) for i, part in enumerate(re.split(r"\^", text)) if part]
        tokens = [
            (token, raised, k == 0 and not part.startswith(" "))
            for part, raised in pieces
            for k, token in enumerate(part.split())
        ]
        length = sum(len(token) + 1 for token, _, _ in tokens)
        step = (x1 - x0) / length if x1 is not None else 0.45 * size
        words, at = [], x0
        for token, raised, joins in tokens:
            style = Style(size=0.6 * size if raised else size, superscript=raised)
            box = BBox(at, self.foot - size, at + len(token) * step, self.foot)
            words.append(Word(token, box, style, joins and bool(words)))
            at += (len(token) + 1) * step
        box = BBox(x0, self.foot - size, words[-1].bbox.x1, self.foot)
        self.page.lines.append(Line(self.page.number, len(self.page.lines) + 1, words, box))
        return self

    def body(self, count: int, *, gap: float = 28.0, size: float = 12.0) -> Sheet:
        """Set ``count`` full lines of running text, the first of them indented."""
        for i in range(count):
            self.line(BODY[i % len(BODY)], gap=gap, size=size, x0=LEFT + 36 * (i == 0), x1=RIGHT)
        return self

    def full(self, *texts: str, gap: float = 14.0, size: float = 12.0) -> Sheet:
        """Set lines that fill the measure."""
        for text in texts:
            self.line(text, gap=gap, size=size, x1=RIGHT)
        return self

    def rule(self, *, below: float = 20.0, x0: float = LEFT, width: float = 144.0) -> Sheet:
        """Draw a stroke ``below`` points under the last line."""
        self.foot += below
        self.page.rules.append(Rule(BBox(x0, self.foot, x0 + width, self.foot + 0.7)))
        return self


def source(sheets: Sequence[Sheet]) -> Source:
    """The sheets as a document that was read."""
    return Source("paper.pdf", "0" * 64, "application/pdf", "pdf", [sheet.page for sheet in sheets])
