"""Where a footnote mark may stand in words that show none: "section 1983.3", "the district court 1 that", "Judges.*".

A digit after a word proves nothing by itself, so that a shape only says how likely a mark of a given label is. Layout
asks before it takes a numbered block for notes; assembly raises the likeliest mark of a note that has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from opinion_parser.source import Line, Word, label_text, note_label

# What a number after it never is a footnote mark of: "No. 1", "§ 3", "Rule 4", "Count 2", "pp. 3", "May 4"
_COUNTED = re.compile(
    r"(?:Nos?|§+|¶+|pp?|nn?|Ex|Doc|Dkt|ECF|Vol|Art|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|Id)\.?"
    r"|Rules?|Counts?|at|Part|Step|Class|Exhibit|Level|Section|Chapter|Title|Article|Amendment"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|Page|Claims?"
    r"|Phase|Tier|Type|Factor|Footnote|Note|Item|Line|Table|Schedule|Division|District|Volume|Figure|Appendix|Question"
    r"|Group|and|or|to|of|the|than|by"
)
# Stems that a number belongs to: "n.1", "pp.3", "F.2", "No.4"
_NUMBERED_STEM = re.compile(r"(?:nn?|pp?|[Nn]os?|F|U\.S|Ct|§|¶|Cal|App|Supp|Art|Sec|Ch|Ex)\.")
_YEAR, _DAY = re.compile(r"(?:1[789]|20)\d\d"), re.compile(r"\d{1,2},")
_CLOSED = re.compile(r"[.,;:?!”’\"')\]…]$")
_TAIL = r"[.,;:?!)\]”’\"'/]*"


class Shape(NamedTuple):
    """The word with its mark parted from it, and how sure it is (0 to 1) that the mark is one."""

    confidence: float
    words: list[Word]


def mark_shape(line: Line, i: int, label: str) -> Shape | None:
    """How the ``i``-th word of a line may end in, or be, a mark with this label; None where it cannot."""
    word = line.words[i]
    if word.style.superscript:
        return None
    text = label_text(word.text)
    if text in (label, f"{label}/"):
        return Shape(0.6, [raised(word, label)]) if i and stands_free(line, i, label) else None
    if text == f"[{label}]":  # "the state. [2] It also"; docket entries come before the stop: "to dismiss [20]."
        return Shape(0.6, [raised(word, label)]) if i and _CLOSED.search(line.words[i - 1].text) else None
    if label.isdecimal() and text.endswith((f"({label})", f"{{{label}}}", f"#{label}", f"n{label}")):
        return wrapped_mark(word, i, label)
    found = re.fullmatch(rf"(.*[^*†‡§])\[?({re.escape(label)})\]?({_TAIL})", text)
    if found is None:
        return leading_star(word, text, label)
    stem, tail = found.group(1).removesuffix("["), found.group(3).removeprefix("/")  # "did.1/ She"
    confidence = confidence_of(line, i, stem, label, tail) if stem else 0.0
    return Shape(confidence, parted(word, len(stem), label, tail)) if confidence else None


# "(1)", "{1}", "#1", "n1", after the end of a sentence
_WRAPPED = re.compile(r"(.*[.?!”\"’'])?(?:\(\d+\)|\{\d+\}|#\d+|n\d+)")


def wrapped_mark(word: Word, i: int, label: str) -> Shape | None:
    """A mark between signs after the end of a sentence: "did.(1)", "did.{1}", "did.#1"; or "n1" alone."""
    found = _WRAPPED.fullmatch(word.text)
    if found is None or (not found[1] and (i == 0 or word.text[0] != "n")):
        return None
    return Shape(0.8, parted(word, found.end(1) if found[1] else 0, label, ""))


def confidence_of(line: Line, i: int, stem: str, label: str, tail: str) -> float:
    """How sure it is that ``label`` after ``stem`` is a mark.

    "profile.2" 0.9; "Circuit Judges*" 0.9; "costs2" 0.7; "§ 101.1" 0.5, where a sentence begins; "n.1", "10-4" 0.
    """
    after = line.words[i + 1].text if i + 1 < len(line.words) else ""
    if not label.isdecimal():
        return 0.9
    if tail and not _CLOSED.search(stem[-1:]) and not re.fullmatch(r"[A-Za-z’'\-]{3,}", stem):
        return 0.0
    if _YEAR.fullmatch(stem) and i and _DAY.fullmatch(line.words[i - 1].text):
        return 0.7  # "April 28, 20201"
    if _NUMBERED_STEM.fullmatch(stem) or _COUNTED.fullmatch(stem) or stem[-1].isdigit():
        return 0.0
    if stem == ".":
        return 0.9 if i and line.words[i - 1].text.endswith((".", "”", '"')) else 0.0  # ". . . .10"
    if re.search(r"\d[.,]$", stem):
        opens = not after or re.match(r"[“\"(\[]?[A-Z]", after)
        return 0.5 if stem.endswith(".") and opens and not tail else 0.0
    if stem[-1] in "-–—$§¶#/[(" or (stem[-1] == "." and not re.search(r"[\w)\]”\"’'][.]$", stem)):
        return 0.0
    if _CLOSED.search(stem):
        return 0.9
    return 0.7 if re.fullmatch(r"[A-Za-z’'\-]{3,}", stem) else 0.0


def leading_star(word: Word, text: str, label: str) -> Shape | None:
    """A star that is glued to the next word: "Per Curiam: *Jane Roe appeals" (5th Cir.)."""
    if label.isdecimal() or not re.match(rf"{re.escape(label)}[A-Z]", text):
        return None
    mark, rest = parted(word, 0, label, text[len(label) :])
    return Shape(0.5, [mark, replace(rest, glued=False)])


# "individual.'*" (14), "ahead.!°" (15), "safeguarded.'" (4)
_DAMAGED = re.compile(r"(.*\w[.?!,;]”?)(['’°º`*!|?>~]{1,2})")
# "costs.l The", "times.o It": letters that OCR takes raised figures for
LETTERS = {"1": "lIi", "2": "z", "5": "sS", "6": "ob", "8": "s", "9": "g"}
QUOTED = 10
"""How many lines above a quotation may have been opened."""


def damaged_mark(lines: Sequence[Line], k: int, i: int, label: str) -> Shape | None:
    """A raised number that OCR took for small signs after a sentence: "times.°", "law in America.'".

    As many signs as the number has figures are likelier to be its mark.
    """
    word = lines[k].words[i]
    after = lines[k].words[i + 1].text if i + 1 < len(lines[k].words) else "A"
    letter = label in LETTERS and re.fullmatch(rf"[a-z“\"(]*[a-z]{{3}}[.?!]”?[{LETTERS[label]}]", word.text)
    if letter and after[0].isupper():
        shape = Shape(0.5, parted(word, len(word.text) - 1, word.text[-1], ""))
        shape.words[-1] = replace(shape.words[-1], text=label)
        return shape
    found = _DAMAGED.fullmatch(word.text)
    if found is None or word.style.superscript or not label.isdecimal():
        return None
    near = [w.text for line in lines[max(0, k - QUOTED) : k + 1] for w in line.words]
    if found.group(2)[0] in "'’`" and any(text[:1] in "'‘`" for text in near):
        return None  # the sign closes a quotation that is open
    confidence = 0.4 if len(found.group(2)) != len(label) else 0.5 if len(label) == 1 else 0.6
    shape = Shape(confidence, parted(word, len(found.group(1)), found.group(2), ""))
    shape.words[-1] = replace(shape.words[-1], text=label)
    return shape


def stands_free(line: Line, i: int, label: str) -> bool:
    """Whether a label that is a word of its own may be a mark: no number and no counted thing beside it."""
    before = line.words[i - 1].text
    after = line.words[i + 1].text if i + 1 < len(line.words) else ""
    if not label.isdecimal():
        return not after.startswith("*") and not before.endswith("*")
    if _COUNTED.fullmatch(before.strip("([")) or before[-1:].isdigit() or before[-1:] in "§¶$(":
        return False
    if before.endswith(",") and after.startswith("§"):
        return True  # "(Pen. Code, 1 § 745, et seq.)"
    return not re.match(r"[\d(.,;:U§%]|F\.|S\. ?Ct|Cal|Ill|N\.|A\.|P\.|So\.|L\.|[a-z]+\. ?\d", after)


def parted(word: Word, at: int, label: str, tail: str) -> list[Word]:
    """The word's first ``at`` characters, the raised mark, and what stands after it."""
    width = word.bbox.width / len(word.text)
    x = word.bbox.x0 + at * width
    end = word.bbox.x1 - len(tail) * width
    head = replace(word, text=word.text[:at], bbox=word.bbox._replace(x1=x))
    mark = raised(replace(word, bbox=word.bbox._replace(x0=x, x1=end)), label)
    rest = replace(word, text=tail, bbox=word.bbox._replace(x0=end), glued=True)
    return [*([head] if at else []), mark, *([rest] if tail else [])]


def raised(word: Word, label: str) -> Word:
    """The word as a footnote mark."""
    return replace(word, text=label, style=word.style._replace(superscript=True), glued=True)


def has_mark(lines: Sequence[Line], label: str, at_least: float = 0.6) -> bool:
    """Whether a mark with this label stands, or may stand, in ``lines``."""
    return next(places(lines, label, at_least), None) is not None


def count_marks(lines: Sequence[Line], label: str) -> int:
    """How many marks with this label stand, or may stand, in ``lines``."""
    return sum(1 for _ in places(lines, label, 0.6))


def places(lines: Sequence[Line], label: str, at_least: float) -> Iterator[tuple[int, int]]:
    """Where marks with this label stand, or may stand as surely as that: index of the line, and of the word in it."""
    for k, line in enumerate(lines):
        for i, word in enumerate(line.words):
            if i and note_label(word) == label:
                yield k, i
                continue
            shape = mark_shape(line, i, label) or damaged_mark(lines, k, i, label)
            if shape is not None and shape.confidence >= at_least:
                yield k, i
