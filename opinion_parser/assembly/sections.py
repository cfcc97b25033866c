"""The levels of headings, and blocks nested under them.

A level comes from the ladder of labels, not from one label alone: ``A.`` stands under ``I.`` in one opinion and above
``1.`` in another. A label that continues a series on the ladder goes back to its rung; one that opens a new series
starts a rung below. Headings without a label are compared by their looks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from opinion_parser import nodes
from opinion_parser.layout.numerals import value_of

_LABEL = re.compile(r"[-–—\s(]{0,3}([IVX]{1,5}|[A-Z]|\d{1,2}|[a-z]|[ivx]{1,4})(?:[.):]+|\s*[-–—]|$)(?:\s|$|(?=\S))")
# Headings that stand at the top of an opinion whatever they look like.
_TOP = re.compile(
    r"(?:INTRODUCTION|.*BACKGROUND|.*FACTS|ANALYSIS|.*DISCUSSION|CONCLUSIONS?|DISPOSITION|ORDER|OPINION|"
    r"FINDINGS OF FACT|COSTS|APPENDI(?:X|CES))\W*",
    re.I,
)


@dataclass(slots=True)
class Heading:
    """A heading before it has a level: its text, its looks (facts of its first line), its inlines.

    ``number`` is that of a numbered block ("¶ 2 I. BACKGROUND") and no part of the text.
    """

    text: str
    looks: frozenset[str]
    inlines: list[nodes.Inline]
    at: nodes.Place | None = None
    number: str | None = None


@dataclass(slots=True)
class Rung:
    """A level of the ladder: the kind of label, the value of the last one, how it looked."""

    kind: str
    value: int
    looks: frozenset[str]


@dataclass(slots=True)
class Ladder:
    """The open levels, from the top."""

    rungs: list[Rung] = field(default_factory=list)

    def level(self, heading: Heading) -> int:
        """The 1-based level of the next heading of an opinion; the ladder remembers it."""
        looks = heading.looks & LOOKS
        readings = label_values(heading.text)
        for i in range(len(self.rungs) - 1, -1, -1):
            rung = self.rungs[i]
            for kind, value in readings:
                if kind == rung.kind and value == rung.value + 1:
                    return self.take(i, kind, value, looks)
        if not readings:
            return self.unlabelled(heading, looks)
        kind, value = min(readings, key=lambda r: r[1])
        for i in range(len(self.rungs) - 1, -1, -1):
            rung = self.rungs[i]
            if kind == rung.kind and (value > rung.value or rung.looks == looks) and value != 1:
                return self.take(i, kind, value, looks)
        if value != 1:  # the heading before it was lost: it stands above the kinds that usually stand below it
            for i, rung in enumerate(self.rungs):
                if rung.kind and USUAL_ORDER.index(rung.kind) > USUAL_ORDER.index(kind):
                    return self.take(i, kind, value, looks)
        return self.take(len(self.rungs), kind, value, looks)

    def unlabelled(self, heading: Heading, looks: frozenset[str]) -> int:
        """The level of a heading without a label."""
        for i, rung in enumerate(self.rungs):
            if rung.kind == "" and rung.looks == looks:
                return self.take(i, "", 0, looks)
        if not self.rungs or (_TOP.fullmatch(heading.text) and not self.outranks(looks)):
            return self.take(0, "", 0, looks)
        return self.take(len(self.rungs), "", 0, looks)

    def outranks(self, looks: frozenset[str]) -> bool:
        """Whether the top heading is in capitals and this one is not: "BACKGROUND" over "Procedural Background"."""
        top = self.rungs[0]
        return top.kind == "" and bool(top.looks & CAPITALS) and not looks & CAPITALS

    def take(self, i: int, kind: str, value: int, looks: frozenset[str]) -> int:
        """Stand on rung ``i``, closing those below it."""
        del self.rungs[i:]
        self.rungs.append(Rung(kind, value, looks))
        return i + 1


USUAL_ORDER = "IA1ai"
"""Kinds of labels from the top of most ladders down."""
CAPITALS = frozenset({"caps", "small-caps"})
"""Looks of headings that stand above others."""
LOOKS = frozenset({"centred", "bold", "italic", "underlined", "caps", "small-caps"})
"""The facts by which headings without a label are told apart."""


def label_values(text: str) -> list[tuple[str, int]]:
    """What the label of a heading may be: kind (I, A, 1, a, i) and value; several where it is ambiguous ("C.")."""
    found = _LABEL.match(text)
    if not found:
        return []
    label = found.group(1)
    if label.isdecimal():
        return [("1", int(label))]
    readings = []
    if re.fullmatch(r"[IVX]+|[ivx]+", label):
        readings.append(("I" if label.isupper() else "i", value_of(label)))
    if len(label) == 1:
        readings.append(("A" if label.isupper() else "a", ord(label.upper()) - 64))
    return readings


def opens_series(upper: str, lower: str) -> bool:
    """Whether two labels on one line are two headings: "I. A.", the second the first one of a series below."""
    if not (upper.endswith(".") and lower.endswith(".")):
        return False
    above = [USUAL_ORDER.index(kind) for kind, _ in label_values(upper)]
    below = [USUAL_ORDER.index(kind) for kind, value in label_values(lower) if value == 1]
    return bool(above and below) and max(below) > min(above)


def nest(blocks: list[nodes.Block | Heading]) -> list[nodes.Block]:
    """Blocks and headings in printed order as a tree of sections."""
    ladder = Ladder()
    top: list[nodes.Block] = []
    stack: list[nodes.Section] = []
    for block in blocks:
        if isinstance(block, Heading):
            level = ladder.level(block)
            section = nodes.Section(block.inlines, level, [], block.at, block.number)
            stack = [s for s in stack if s.level < level]
            (stack[-1].blocks if stack else top).append(section)
            stack.append(section)
        else:
            (stack[-1].blocks if stack else top).append(block)
    return top
