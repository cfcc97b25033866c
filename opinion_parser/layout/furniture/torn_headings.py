"""Headings between line numbers: lines of pleading paper that a text layer ran together, and tore where boxes overlap.

    17 I. BACKGROUND 18 A. 19 The Magnuson-Stevens Act (the “Act”) Regulatory Background 20 was established ...

The numbers show where lines began. A line that is a label alone has lost its title to the end of the line below, where
it stands in the middle of a sentence.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from opinion_parser.source import Word

__all__ = ["headings_before"]

# "I.", "A."
_LABEL = re.compile(r"(?:[IVX]{1,5}|[A-Z])\.")
_SMALL = frozenset({"of", "the", "and", "for", "in", "to", "a", "an", "on", "or"})
"""Words that a title may print without a capital."""
LONGEST = 9
"""Words of a heading that stands on a line of its own."""

Piece = list[Word]


def headings_before(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The headings that a block of numbered lines begins with, and the lines that follow them."""
    headings: list[Piece] = []
    rest = list(pieces)
    while len(rest) > 1 and opens_heading(rest[0]):
        heading = rest.pop(0)
        if len(heading) == 1:
            title = torn_title(rest[0], rest[1] if len(rest) > 1 else [])
            heading, rest[0] = heading + title, rest[0][: len(rest[0]) - len(title)]
        headings.append(heading)
    return headings, rest


def opens_heading(words: Piece) -> bool:
    """Whether a line is a label, with a title or alone."""
    label = words and _LABEL.fullmatch(words[0].text)
    return bool(label) and len(words) <= LONGEST and all(map(capital, words[1:])) and words[-1].text[-1:] not in ",;:?!"


def torn_title(words: Piece, below: Piece) -> Piece:
    """The words at the end of a line that are no part of its sentence, which goes on below in small letters."""
    if not below or not below[0].text[:1].islower():
        return []
    tail = list(itertools.takewhile(capital, reversed(words)))[::-1]
    whole = len(tail) == len(words) or tail[:1] == words[:1]
    return [] if whole or not tail or tail[0].text in _SMALL else tail


def capital(word: Word) -> bool:
    """Whether a word is one of a title's; what closes a bracket belongs to the words before it."""
    return (word.text[:1].isupper() and word.text[-1:] not in ").,;:”\"") or word.text in _SMALL
