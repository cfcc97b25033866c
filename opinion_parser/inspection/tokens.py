"""What the grammars say of each line: its token in the document, and in a caption the kinds of its cells there."""

from __future__ import annotations

import itertools
from typing import NamedTuple

from opinion_parser.layout import Layout
from opinion_parser.layout.captions import kinds_of
from opinion_parser.parsing.document import line_tokens
from opinion_parser.parsing.line_lexer import PAGE_BREAK

__all__ = ["Tokens", "tokens_of"]

CAPTION = frozenset({"COURT", "COURT_AGAIN", "CAPTION_PART", "CAPTION_LINE", "VERSUS", "TITLE", "LEGEND"})
"""Tokens of lines that the caption's own grammar reads (grammars/caption.lark)."""


class Tokens(NamedTuple):
    """Names of terminals by the id() of a line."""

    kinds: dict[int, str]
    cells: dict[int, str]


def tokens_of(layout: Layout) -> Tokens:
    """The tokens of all lines of body and notes."""
    kinds: dict[int, str] = {}
    for start, lines in (("document", layout.body), ("notes", layout.notes)):
        for kind, line in line_tokens(lines, start):
            kinds[id(line)] = kind  # a page break has the line below it, whose own token comes next
    cells: dict[int, str] = {}
    for caption, group in itertools.groupby(layout.body, lambda line: kinds[id(line)] in CAPTION):
        if caption:
            lines = list(group)
            for line, found in zip(lines, kinds_of(lines), strict=True):
                cells[id(line)] = " ".join(sorted(found - {PAGE_BREAK})).lower()
    return Tokens(kinds, cells)
