"""Line numbers of pleading paper, in a column, in blocks, and loose among the words."""

from __future__ import annotations

import json

import pytest

import opinion_parser
from opinion_parser.layout.furniture import strip_line_numbers
from opinion_parser.layout.furniture.loose_numbers import counted
from opinion_parser.source import BBox, Line, Page, Word, Zone

CAPTION = [
    "UNITED STATES DISTRICT COURT",
    "NORTHERN DISTRICT OF CALIFORNIA",
    "JANE ROE,",
    "Plaintiff,",
    "v.",
    "ACME, INC.,",
    "Defendant.",
    "Case No. 20-cv-06127-WHO",
    "ORDER GRANTING MOTION TO DISMISS",
]
TEXT = [
    "The defendant moves to dismiss",
    "the complaint because it fails",
    "to state a claim for",
    "relief and the court has",
    "no jurisdiction over the parties",
    "named in it. Having read",
    "the papers of both sides",
    "and heard the arguments of",
    "their counsel the court finds",
    "that the complaint alleges facts",
    "enough to go on with",
    "two of its claims and",
    "that the third one is",
    "barred by the statute of",
    "limitations which began to run",
    "when the plaintiff learned of",
    "the injury in March of",
    "that year and ended before",
    "she came to this court.",
]
LINES = [*CAPTION, *TEXT]
NUMBERS = [str(n) for n in range(1, 29)]


def out_of_step():
    """Every fifth line has lost its number to the one below ("12 13 patent")."""
    rows = []
    for n, text in enumerate(LINES, 1):
        number = "" if n % 5 == 0 else f"{n - 1} {n} " if n % 5 == 1 and n > 1 else f"{n} "
        rows.append(number + text)
    return "\n".join(rows)


FORMS = {
    "beside the lines": "\n".join(f"{n:>2}   {text}" for n, text in enumerate(LINES, 1)),
    "close to the words": "\n".join(f"{n} {text}" for n, text in enumerate(LINES, 1)),
    "between the words": " ".join(f"{n} {text}" for n, text in enumerate(LINES, 1)),
    "a block before the text": "\n".join([*NUMBERS, *LINES]),
    "a row before the text": " ".join(NUMBERS) + " " + "\n".join(LINES),
    "a block after the text": "\n".join([*LINES, *NUMBERS]),
    "fused": "\n".join(["123456789", *NUMBERS[9:], *LINES]),
    "out of step": out_of_step(),
}


@pytest.mark.parametrize("form", FORMS)
def test_numbers_of_typed_pages(form):
    source = f"{FORMS[form]}\f{FORMS[form]}"
    document = json.loads(opinion_parser.convert(source.encode(), name="a.txt", formats=["json"])["json"])
    numbers = [piece["text"] for piece in document["furniture"] if piece["kind"] == "line-number"]
    assert "".join(numbers) == 2 * "".join(NUMBERS)
    rest = json.dumps([document["caption"]["lines"], document["front_matter"], document["opinions"]])
    assert "JANE ROE" in rest
    assert not any(f'"text": "{n} ' in rest or f'["{n} ' in rest for n in NUMBERS)


def test_rows_of_a_table_are_no_margin():
    rows = [f"{n}   Exhibit of the plaintiff's in the case" for n in range(1, 13)]
    pages = [typed(1, [*TEXT, *TEXT, *TEXT, *rows])]
    strip_line_numbers(pages)
    assert not furniture(pages)


def test_a_short_last_page_has_the_margin_of_the_others():
    pages = [typed(n, [f"{i:>2}   {text}" for i, text in enumerate(LINES, 1)]) for n in (1, 2)]
    pages.append(
        typed(3, [" 1   proceedings.", " 2   SO ORDERED.", "     * This is a note.", "     It has two lines."])
    )
    strip_line_numbers(pages)
    assert furniture(pages) == [*NUMBERS, *NUMBERS, "1", "2"]


@pytest.mark.parametrize(
    ("text", "last", "reached"),
    [("13", 12, 13), ("14", 12, 0), ("123456789", 0, 9), ("1011", 9, 11), ("20-cv-1", 19, 0), ("1st", 0, 0)],
)
def test_counting(text, last, reached):
    assert counted(text, last) == reached


def typed(number, rows):
    """A typed page with these rows."""
    lines = []
    for i, row in enumerate(rows):
        words, at = [], 0
        for text in row.split():
            at = row.index(text, at)
            words.append(Word(text, BBox(6 * at, 12 * i, 6 * (at + len(text)), 12 * i + 12)))
            at += len(text)
        lines.append(Line(number, i + 1, words, BBox(words[0].bbox.x0, 12 * i, words[-1].bbox.x1, 12 * i + 12)))
    return Page(number, 480, 12 * len(rows), lines, measured=False)


def furniture(pages):
    """What was set apart on some pages."""
    return [line.text for page in pages for line in page.lines if line.zone is Zone.FURNITURE]
