"""The parse tree: which rule of grammars/opinion.lark took which lines. It knows nothing of Lark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from opinion_parser.source import Line


@dataclass(slots=True, frozen=True)
class PageTurn:
    """The page named here begins; ``inferred``: the source shows no page ends, and this one cuts a sentence."""

    page: int
    inferred: bool = False


@dataclass(slots=True)
class Part:
    """A rule's name, and the lines, page turns and parts it consists of, in reading order."""

    rule: str
    children: list[Part | Line | PageTurn]

    def parts(self, *rules: str) -> list[Part]:
        """The direct children that are parts, of the given rules if any are named."""
        return [c for c in self.children if isinstance(c, Part) and (not rules or c.rule in rules)]

    def lines(self) -> Iterator[Line]:
        """All lines under this part in reading order."""
        for child in self.children:
            if isinstance(child, Line):
                yield child
            elif isinstance(child, Part):
                yield from child.lines()

    def pretty(self, depth: int = 0) -> str:
        """The tree as indented text, one rule, line or page turn a row."""
        rows = ["  " * depth + self.rule]
        for child in self.children:
            if isinstance(child, Part):
                rows.append(child.pretty(depth + 1))
            elif isinstance(child, PageTurn):
                rows.append("  " * (depth + 1) + f"[page {child.page}]")
            else:
                rows.append("  " * (depth + 1) + f"{child.page}:{child.number}  {child.text}")
        return "\n".join(rows)


@dataclass(slots=True)
class Tree:
    """The trees of both streams: the body (``unsigned`` or ``signed``) and the notes."""

    body: Part
    notes: Part

    def pretty(self) -> str:
        """Both trees as indented text."""
        return self.body.pretty() + "\n" + self.notes.pretty()
