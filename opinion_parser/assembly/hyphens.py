"""Words that a line end cut: which hyphen goes and which stays, judged by the document's own words.

``govern-`` / ``ment`` is one word, ``post-`` / ``conviction`` may be two: what the rest of the document writes decides;
where it is silent a capital after the hyphen keeps it ("Anglo-" / "American") and small letters join.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from opinion_parser.source import Line

_EDGES = re.compile(r"^\W+|[^\w\-‐]+$")
HYPHENS = ("-", "‐", "\u00ad")


class Vocabulary:
    """How often each word occurs inside the lines of a document, hyphenated words as a whole."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.count: Counter[str] = Counter()
        for line in lines:
            self.count.update(_EDGES.sub("", word.text).lower() for word in line.words[:-1])

    def heal(self, before: str, after: str) -> str:
        """The text of ``before`` (ending in a hyphen) and ``after`` as one: hyphen kept, or dropped."""
        stem = before[:-1]
        if before[-1] == "\u00ad":
            return stem + after
        first, second = _EDGES.sub("", stem).lower(), _EDGES.sub("", after).lower()
        joined, kept = self.count[first + second], self.count[f"{first}-{second}"]
        if joined != kept:
            return stem + after if joined > kept else before + after
        if stem.isupper() and after.isupper() and stem[-1].isalpha():
            return before + after if self.count[second] > 1 else stem + after  # "RE-" / "MANDED", "ANGLO-" / "AMERICAN"
        if not stem[-1:].isalpha() or not after[:1].islower() or first in TENS:
            return before + after
        if second in SECONDS and len(first) > 3:
            return before + after
        if self.count[second] and self.count[first] and first in PREFIXES:
            return before + after
        return stem + after


PREFIXES = frozenset(
    {"self", "non", "cross", "post", "pre", "quasi", "ex", "co", "well", "so", "half", "all", "third", "first"}
)
"""First halves that usually keep their hyphen before a word ("self-serving", "cross-motion")."""

SECONDS = frozenset(
    {"effective", "based", "related", "specific", "appointed", "imposed", "ordered", "owned", "driven", "approved"}
    | {"neutral", "sensitive", "intensive", "oriented", "sponsored", "funded", "mandated", "issued", "sharing"}
)
"""Second halves before which a longer word keeps its hyphen ("cost-effective", "court-appointed")."""

TENS = frozenset(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])
"""They join no other word but a number, and that with a hyphen ("thirty-sixth")."""


def cut(word: str) -> bool:
    """Whether a word at a line end is cut by a hyphen; a dash ("--") and a lone hyphen are not."""
    return len(word) > 1 and word[-1] in HYPHENS and word[-2] not in "-–—‐ " and word[-2].isalnum()


# "34(b)(2)", "2000e-5(e)" at a line end; "(B)–(C).", "(1)" at the start of the next, no "(2012)" of a code's edition
_SUBDIVIDED = re.compile(r"\d[\w.\-–]*(?:\([A-Za-z0-9]{1,4}\))+$")
_SUBDIVISION = re.compile(r"\((?:[A-Z]|[a-z]|[ivx]{2,4}|\d{1,2})\)(?![A-Za-z])")


def subdivided(before: str, after: str) -> bool:
    """Whether a line end parted the subdivisions of a statute or rule, which have no blank between them."""
    return bool(_SUBDIVIDED.search(before) and _SUBDIVISION.match(after))
