"""Footnote marks that lost their raised position: "section 1983.3", "the district court 1 that", "Circuit Judges.*".

A digit after a word proves nothing; a digit that is the label of a note on the same page, between the marks of its
neighbours, does. Marks are looked for only where a note's body stands and no raised mark refers to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from opinion_parser.source import Line, Word

# What a number after it never is a footnote mark of: "No. 1", "§ 3", "Rule 4", "Count 2", "pp. 3", "May 4"
_COUNTED = re.compile(
    r"(?:Nos?|§+|¶+|Rules?|Counts?|pp?|nn?|at|Part|Step|Class|Exhibit|Ex|Doc|Dkt|ECF|Level|Section|Chapter|Title|Vol|Art|Article|Amendment|"
    r"Jan|January|Feb|February|Mar|March|Apr|April|May|June|July|Aug|August|Sept|September|Oct|October|Nov|November|Dec|December|Page|Claim|Claims|Id)\.?"
)


def split_mark(word: Word, label: str) -> list[Word] | None:
    """The word and its mark, if the word ends in ``label`` as a footnote mark may stand: ``profile.2``, ``costs2``.

    A digit after a digit is refused ("1983.13"), and so is one that belongs to a number or a pin cite ("n.1", "be2"
    has a letter before it and is only taken after punctuation).
    """
    text = word.text
    if not text.endswith(label) or len(text) == len(label):
        return None
    stem = text[: -len(label)]
    if stem[-1].isdigit() or (label.isdecimal() and stem[-1] in "-–—$§¶#/.[(" and not re.search(r"[\w)][.]$", stem)):
        return None
    if re.fullmatch(r"(?:nn?|pp?|No|F|§|¶)\.", stem):
        return None
    bare = label.isdecimal() and not re.search(r"[.,;:?!”’\"')\]]$", stem)
    if bare and not re.fullmatch(r"[A-Za-z’'\-]{3,}", stem):
        return None
    share = word.bbox.x0 + word.bbox.width * len(stem) / len(text)
    head = replace(word, text=stem, bbox=word.bbox._replace(x1=share))
    return [head, raised(replace(word, text=label, bbox=word.bbox._replace(x0=share), glued=True))]


def raised(word: Word) -> Word:
    """The word as a footnote mark."""
    return replace(word, style=word.style._replace(superscript=True), glued=True)


CONFIDENCE = {3: 0.9, 2: 0.7, 1: 0.6}
"""How sure a mark is: glued to punctuation ("profile.2"), glued to a word ("costs2"), a word of its own ("court 1")."""


def find_mark(lines: Sequence[Line], label: str) -> bool:
    """Raise the likeliest plain mark with this label in ``lines``, in place; False where there is none.

    Punctuation before a glued mark beats a bare word, a glued mark beats a spaced one.
    """
    best: tuple[int, Line, int, list[Word]] | None = None
    for line in lines:
        for i, word in enumerate(line.words):
            if word.style.superscript:
                continue
            parts = split_mark(word, label)
            if parts:
                score = 3 if re.search(r"[.,;:?!”’\"')\]]$", parts[0].text) else 2
            elif word.text == label and i and stands_free(line, i, label):
                parts, score = [raised(word)], 1
            else:
                continue
            if best is None or score > best[0]:
                best = (score, line, i, parts)
    if best is None:
        return False
    score, line, i, parts = best
    parts[-1] = replace(parts[-1], confidence=CONFIDENCE[score])
    line.words[i : i + 1] = parts
    return True


def stands_free(line: Line, i: int, label: str) -> bool:
    """Whether a label that is a word of its own may be a mark: no number and no counted thing beside it."""
    before = line.words[i - 1].text
    after = line.words[i + 1].text if i + 1 < len(line.words) else ""
    if not label.isdecimal():
        return not after.startswith("*") and not before.endswith("*")
    if _COUNTED.fullmatch(before.strip("([")) or before[-1:].isdigit() or before[-1:] in "§¶$(":
        return False
    return not re.match(r"[\d(.,;:U§]|F\.|S\. ?Ct|Cal|Ill|N\.|A\.|P\.|So\.|L\.", after)
