"""How a line is set: bold, italic, underlined, in capitals, large or small, and whether it is worded like a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from opinion_parser.layout.measure import Measure
from opinion_parser.layout.numbered import number_of
from opinion_parser.source import Line, Word, note_label

LOOKS = frozenset({"bold", "italic", "underlined", "caps", "small-caps"})
"""How the words of a heading are set."""


def style_facts(line: Line, measure: Measure) -> list[str]:
    """How the line is set as a whole; raised footnote marks do not count."""
    body = unnumbered(line)
    words = told(body.words)
    if not words:
        return []
    label, count = body.opening
    title = told(body.words[count:]) if LABEL.fullmatch(label) else []
    found = []
    for name in ("bold", "italic", "underline", "small_caps"):
        if set_throughout(title, name) if title else all(getattr(w.style, name) for w in words):
            found.append({"underline": "underlined", "small_caps": "small-caps"}.get(name, name))
    if is_titled(line) if title else measure.plain and is_plain_title(line, measure):
        found.append("titled" if title else "title-case")
    letters = [c for w in words for c in w.text if c.isalpha()]
    if len(letters) >= 2 and not any(c.islower() for c in letters):
        found.append("caps")
    if line.size > measure.size + 0.8:
        found.append("large")
    elif line.size < measure.size - 0.8:
        found.append("small")
    return found


def unnumbered(line: Line) -> Line:
    """A line without the paragraph's number ("¶ 2") that stands before its words."""
    parsed = number_of(line) if "numbered" in line.facts else None
    return replace(line, words=line.words[parsed[1] :]) if parsed and len(line.words) > parsed[1] else line


def told(words: Sequence[Word]) -> list[Word]:
    """The words that have letters or digits, without raised footnote marks."""
    return [w for w in words if not note_label(w) and any(c.isalnum() for c in w.text)]


# "A.", "IV.", "(1)", "2)": the label of a heading, which is seldom underlined or italic with its words
LABEL = re.compile(r"\(?(?:[IVX]{1,5}|[A-Z]|\d{1,2}|[a-z]|[ivx]{1,4})[.):]{1,2}")


def set_throughout(words: Sequence[Word], name: str) -> bool:
    """Whether the words of a heading are set in a style: a case name in them is set the other way about.

    "2. *The evidence did not compel a finding that he qualified as a* Kelsey S. *father*"
    """
    styled = sum(len(w.text) for w in words if getattr(w.style, name))
    ends = getattr(words[0].style, name) and getattr(words[-1].style, name)
    return bool(ends) and styled >= 0.6 * sum(len(w.text) for w in words)


def is_plain_title(line: Line, measure: Measure) -> bool:
    """Whether a line of text without styles may be a title: a few words, capitals on them, and no stop.

    Where a line is a whole paragraph, one that is short and has no stop is no sentence, whatever its capitals.
    """
    if not (1 < len(line.words) <= PLAIN_TITLE and line.text[-1:].isalnum()):
        return False
    return is_titled(line) or (measure.unwrapped and line.text[:1].isupper())


PLAIN_TITLE = 12
"""A title without a label has no more words than this."""
VERBS = frozenset({"is", "are", "was", "were", "be", "has", "have", "had", "shall"})
"""Small words that a heading has with a capital: "1. The Motion (Doc. 12) is GRANTED." is an item of an order."""


SMALL = frozenset({"that", "with", "from", "into", "upon", "over", "under", "than", "when", "between", "against"})
"""Longer words that a title may print without a capital, as it does "of" and "the"."""


def is_titled(line: Line) -> bool:
    """Whether a line is worded like a heading: a label, or capitals on all words but the small ones, and no comma."""
    body = unnumbered(line)
    label, count = body.opening
    words = [word.text for word in body.words[count if LABEL.fullmatch(label) else 0 :]]
    if VERBS & set(words):
        return False
    long = [w for w in words if sum(c.isalpha() for c in w) > 3 and w not in SMALL]
    letters = sum(c.isalpha() for w in words for c in w)
    worded = bool(long) and letters > 0.6 * sum(len(w) for w in words)  # "F. Supp. 3d 209 (DC 2025)." is not
    capitals = all(w.lstrip("“‘\"'([")[:1].isupper() for w in long)
    return worded and capitals and not line.text.endswith((",", ";"))


def is_mostly_small(line: Line) -> bool:
    """Whether most characters of a line are small letters: running text, no caption and no row of a table."""
    return sum(c.islower() for c in line.text) > 0.6 * len(line.text.replace(" ", ""))


def share_of_capitals(lines: Sequence[Line]) -> float:
    """How many of the letters of some lines are capitals, 0 to 1."""
    letters = [c for line in lines for c in line.text if c.isalpha()]
    return sum(c.isupper() for c in letters) / max(1, len(letters))
