"""What readers give: pages of lines of words, with geometry and style.

Coordinates are points (1/72 inch) from the top left corner of the page, y growing downwards; pages and lines count
from 1. Plain text has no geometry of its own: its reader lays it out as typewriting (:data:`COLUMN` points a
character, :data:`ROW` points a line), so that indents, centring and gaps are measured in one way for every source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

COLUMN = 6.0
"""Width in points that the text reader gives a character (12 characters an inch)."""
ROW = 12.0
"""Height in points that the text reader gives a line (6 lines an inch)."""
MOST_OF_PAGE = 0.7
"""Pictures that cover more than this part of a page are a scan of it."""


class BBox(NamedTuple):
    """A box on a page in points: left, top, right, bottom."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top


class Style(NamedTuple):
    """How a word is set. ``size`` is the true size in points, after the text matrix."""

    size: float = 12.0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    superscript: bool = False
    small_caps: bool = False
    font: str = ""


@dataclass(slots=True)
class Word:
    """Characters of one style without white space. ``glued``: no white space before it (``profile.`` + ``²``).

    ``confidence`` (0 to 1) where a footnote mark was inferred from its place, not read as one; 0 where a raised number
    is an exponent.
    """

    text: str
    bbox: BBox
    style: Style = field(default_factory=Style)
    glued: bool = False
    confidence: float | None = None


class Zone(StrEnum):
    """Where a line belongs on its page; layout decides, nothing is removed."""

    BODY = "body"
    NOTE = "note"
    FURNITURE = "furniture"


class TableCell(NamedTuple):
    """The cell of a table that a line stands in: row and column from 1, left and right edge of the column in points."""

    row: int
    column: int
    x0: float
    x1: float


class _Seen(NamedTuple):
    """What a line shows as long as its words are these."""

    words: Sequence[Word]
    text: str
    size: float


@dataclass(slots=True)
class Line:
    """A line of a page as read, and what layout found out about it.

    ``facts`` are words such as ``centred`` or ``indented`` (opinion_parser.layout.facts lists them), which the line
    grammar refers to. ``row`` numbers the caption row a cell stands in; ``column`` is "left", "right" or "".
    ``furniture`` names the kind (``stamp``, ``running-head``, ``folio``, …) of a line in that zone. ``words`` are
    exchanged as a whole, never one by one: ``text`` and ``size``, which every pass asks for, are kept as long as the
    words are the same.
    """

    page: int
    number: int
    words: Sequence[Word]
    bbox: BBox
    zone: Zone = Zone.BODY
    furniture: str = ""
    column: str = ""
    row: int = 0
    gap: float = 0.0
    facts: frozenset[str] = frozenset()
    cell: TableCell | None = None
    _seen: _Seen | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def text(self) -> str:
        """The words with single spaces where the source has white space."""
        return self._look().text

    @property
    def opening(self) -> tuple[str, int]:
        """The text up to the first white space ("A.", "(1)"), and how many words it consists of."""
        count = next((i for i, word in enumerate(self.words) if i and not word.glued), len(self.words))
        return "".join(word.text for word in self.words[:count]), count

    @property
    def size(self) -> float:
        """The size in points that most characters of the line have."""
        return self._look().size

    def _look(self) -> _Seen:
        """Text and size, put together once for the same words."""
        if self._seen is None or self._seen.words is not self.words:
            text = "".join(w.text if w.glued or i == 0 else " " + w.text for i, w in enumerate(self.words))
            weight: dict[float, int] = {}
            for word in self.words:
                weight[word.style.size] = weight.get(word.style.size, 0) + len(word.text)
            size = max(weight, key=lambda s: (weight[s], s)) if weight else 0.0
            self._seen = _Seen(self.words, text, size)
        return self._seen


class Rule(NamedTuple):
    """A drawn straight stroke or thin box: a separator above footnotes, a caption rail, an underline."""

    bbox: BBox

    @property
    def horizontal(self) -> bool:
        return self.bbox.width >= self.bbox.height


@dataclass(slots=True)
class Page:
    """One page: ``number`` counts the file's pages from 1. ``measured`` is False for typewritten text.

    ``turn``: degrees clockwise by which its reader turned it, beyond what the file asks for, so that its lines run to
    the right (a table across the sheet).
    ``tables`` has the cells of each grid that strokes draw on the page; whether it is a table is for layout to say.
    ``pictures`` has the boxes of what is painted from pixels, as far as they lie on the page.
    """

    number: int
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    measured: bool = True
    turn: int = 0
    tables: list[list[BBox]] = field(default_factory=list)
    pictures: list[BBox] = field(default_factory=list)

    @property
    def is_scan(self) -> bool:
        """Whether pictures cover most of the page: its text, if any, was added by OCR or stamped on."""
        return sum(box.width * box.height for box in self.pictures) > MOST_OF_PAGE * self.width * self.height


@dataclass(slots=True)
class Source:
    """A document as read. ``paginated`` is False where the text shows no page ends (no form feed)."""

    name: str
    sha256: str
    media_type: str
    reader: str
    pages: list[Page]
    paginated: bool = True


def label_text(text: str) -> str:
    """A footnote label with one kind of asterisk, so that "∗" in the text and "*" below it are one label."""
    return text.replace("∗", "*").replace("⁎", "*")


_LABEL = re.compile(r"[1-9]\d{0,2}|[*∗⁎]{1,6}|[†‡§¶]{1,4}|[a-z]")


def note_label(word: Word) -> str | None:
    """The footnote label a raised word may be (``1``, ``**``, ``†``, ``a``), else None (``15`` + raised ``th``)."""
    if not word.style.superscript or word.confidence == 0.0:
        return None
    text = label_text(word.text)
    if text[:1] + text[-1:] in ("[]", "()"):  # raised "[4]": the court's mark within the words of another
        text = text[1:-1]
    elif text[:1].isdecimal():
        text = text.rstrip("/).")  # raised "4/", "4)"
    return text if _LABEL.fullmatch(text) else None
