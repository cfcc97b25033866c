"""A PDF as both readers give it, line by line after layout: what is equal, and what kinds of difference there are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from opinion_parser import api
from opinion_parser.readers.pdf_engine import PageError
from opinion_parser.readers.pdfium_document import PdfiumDocument
from opinion_parser.source import BBox, Line, Page, Source, Word

STYLES = ("italic", "bold", "superscript", "underline", "small_caps")
"""What the words of equal lines are compared in; the names are fields of Style."""
SAME = 1.5
"""Points by which the edges of a drawing may differ."""


class Difference(NamedTuple):
    """Lines that PDFium's reader gives, and what pdfplumber's gives in their place."""

    kind: str
    page: int
    pdfium: str
    pdfplumber: str


@dataclass
class Comparison:
    """The figures of one document. ``styled`` counts the words of equal lines that have a style with either reader,
    ``differing`` those that have it with one of them alone, or in another part; ``drawn`` and ``drawn_by_one`` are
    rules, pictures and cells of tables; ``handed_over`` is how many pages PDFium leaves to pdfplumber, which cannot
    differ.
    """

    name: str
    lines: int = 0
    equal: int = 0
    words: int = 0
    styled: Counter[str] = field(default_factory=Counter)
    differing: Counter[str] = field(default_factory=Counter)
    drawn: int = 0
    drawn_by_one: int = 0
    differences: list[Difference] = field(default_factory=list)
    handed_over: int = 0

    @property
    def share(self) -> float:
        """The share of lines that are equal in text, order and zone."""
        return self.equal / self.lines if self.lines else 1.0


def compare(path: Path) -> Comparison:
    """Read a PDF with both readers and compare."""
    data = path.read_bytes()
    first, second = (_laid_out(data, path.name, reader) for reader in ("pdfium", "pdfplumber"))
    result = Comparison(path.name, handed_over=_handed_over(data, path.name))
    for one, other in zip(first.pages, second.pages, strict=True):
        _compare_pages(one.lines, other.lines, result)
        _compare_drawings(_drawn(one), _drawn(other), result)
    return result


def _laid_out(data: bytes, name: str, reader: str) -> Source:
    source = api.read_source(data, name=name, pdf_reader=reader)
    api.lay_out_source(source)
    return source


def _handed_over(data: bytes, name: str) -> int:
    """How many pages PDFium cannot read, or not surely."""
    document = PdfiumDocument(data, name)
    count = 0
    for index in range(len(document)):
        try:
            count += document.page(index).doubtful
        except PageError:
            count += 1
    document.close()
    return count


def _compare_pages(first: list[Line], second: list[Line], result: Comparison) -> None:
    """Add the lines of one page to the figures."""
    keys = [[(line.text, line.zone.value) for line in lines if line.words] for lines in (first, second)]
    lines = [[line for line in lines if line.words] for lines in (first, second)]
    result.lines += max(map(len, keys))
    for tag, a, b, c, d in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag == "equal":
            result.equal += b - a
            for one, other in zip(lines[0][a:b], lines[1][c:d], strict=True):
                _compare_words(one.words, other.words, result)
        else:
            result.differences.append(_difference(lines[0][a:b], lines[1][c:d], keys))


def _compare_words(first: list[Word], second: list[Word], result: Comparison) -> None:
    """Compare styles character by character, as readers may cut a word at different places; count by words."""
    styles = [[word.style for word in words for _ in word.text] for words in (first, second)]
    start = 0
    for word in first:
        end = start + len(word.text)
        result.words += 1
        for name in STYLES:
            one, other = ([getattr(style, name) for style in side[start:end]] for side in styles)
            result.styled[name] += any(one) or any(other)
            result.differing[name] += one != other
        start = end


def _drawn(page: Page) -> list[BBox]:
    """What is drawn on a page."""
    return [*(rule.bbox for rule in page.rules), *page.pictures, *(cell for table in page.tables for cell in table)]


def _compare_drawings(first: list[BBox], second: list[BBox], result: Comparison) -> None:
    """Add what is drawn on one page to the figures."""
    for one, other in ((first, second), (second, first)):
        alone = sum(not any(_near(box, twin) for twin in other) for box in one)
        result.drawn += alone
        result.drawn_by_one += alone
    result.drawn += sum(any(_near(box, twin) for twin in second) for box in first)


def _near(one: BBox, other: BBox) -> bool:
    """Whether two boxes are the same drawing."""
    return all(abs(a - b) < SAME for a, b in zip(one, other, strict=True))


def _difference(first: list[Line], second: list[Line], keys: list[list[tuple[str, str]]]) -> Difference:
    """What kind of difference there is between lines that stand in each other's place."""
    texts = [[line.text for line in side] for side in (first, second)]
    page = (first or second)[0].page
    elsewhere = set(texts[0]) & {text for text, _ in keys[1]} or set(texts[1]) & {text for text, _ in keys[0]}
    joined = ["".join("".join(side).split()) for side in texts]
    if texts[0] == texts[1]:
        kind = "zone"
    elif elsewhere:
        kind = "order"
    elif not first or not second:
        kind = "line of one reader alone"
    elif joined[0] == joined[1]:
        kind = "white space"
    else:
        kind = "characters"
    show = [" ⏎ ".join(f"[{line.zone}] {line.text}" for line in side) for side in (first, second)]
    return Difference(kind, page, *show)
