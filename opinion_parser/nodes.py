"""The AST: an opinion as a document. One page to read; the JSON output is exactly these nodes.

Nothing here knows of PDF, Lark or XML. Every node that begins somewhere on a page may carry ``at``.
"""

from __future__ import annotations

from typing import Literal, Union

from msgspec import Struct, field

from opinion_parser.diagnostics import Diagnostic

SCHEMA_VERSION = "1.0"


class Place(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Where a node begins in the source: 1-based page and line, and its box in points (left, top, right, bottom)."""

    page: int
    line: int
    bbox: tuple[float, float, float, float] | None = None


class Node(Struct, forbid_unknown_fields=True):
    """Base of all that follows: a field that is not declared is refused when JSON is read, not lost without a word."""


# ---------------------------------------------------------------- inlines


class Text(Node, tag="text"):
    """Words as printed. White space lives here: joining ``text`` in order gives the words rightly spaced."""

    text: str


class Emphasis(Node, tag="emphasis"):
    """Italics."""

    inlines: list[Inline]


class Strong(Node, tag="strong"):
    """Bold."""

    inlines: list[Inline]


class Underline(Node, tag="underline"):
    """Underlined words: the typewriter's italics, still usual in district courts."""

    inlines: list[Inline]


class SmallCaps(Node, tag="small_caps"):
    """Small capitals; the text has the letters as read."""

    inlines: list[Inline]


class Superscript(Node, tag="superscript"):
    """Raised letters that refer to nothing: the ``th`` of ``15th``."""

    inlines: list[Inline]


class FootnoteRef(Node, tag="footnote_ref", omit_defaults=True):
    """A footnote mark at its place. ``footnote`` is the note's id, null when its body is missing.

    ``inferred`` marks a reference that was reasoned rather than read, with a ``confidence`` between 0 and 1.
    """

    label: str
    footnote: str | None
    inferred: bool = False
    confidence: float | None = None


class PageBreak(Node, tag="page_break", omit_defaults=True):
    """The page named here begins. ``inferred``: the source does not mark its page ends (``page`` counts them)."""

    page: int
    inferred: bool = False


class LineBreak(Node, tag="line_break"):
    """A line end that is part of the text, as in verse or an address."""


Inline = Union[Text, Emphasis, Strong, Underline, SmallCaps, Superscript, FootnoteRef, PageBreak, LineBreak]

# ---------------------------------------------------------------- blocks


class Section(Node, tag="section", omit_defaults=True):
    """A heading and what stands under it. ``level`` counts from 1 within its opinion.

    ``number`` where the court numbers it as it does its paragraphs ("¶ 2 BACKGROUND").
    """

    heading: list[Inline]
    level: int
    blocks: list[Block]
    at: Place | None = None
    number: str | None = None


class Paragraph(Node, tag="paragraph", omit_defaults=True):
    """A paragraph. ``number`` where the court numbers it; ``editorial`` for words that are ours, not the source's."""

    inlines: list[Inline]
    number: str | None = None
    editorial: bool = False
    at: Place | None = None


class Quote(Node, tag="quote", omit_defaults=True):
    """A block quotation."""

    blocks: list[Block]
    at: Place | None = None


class ListItem(Node, omit_defaults=True):
    """An item; ``marker`` as printed ("(a)", "1.", "•") and not repeated in ``blocks``."""

    marker: str
    blocks: list[Block]
    at: Place | None = None


class List(Node, tag="list", omit_defaults=True):
    """A list whose items are set as blocks of their own."""

    items: list[ListItem]
    at: Place | None = None


class Cell(Node):
    """A table cell."""

    inlines: list[Inline]


class Row(Node, omit_defaults=True):
    """A table row. ``head``: it says what stands below it."""

    cells: list[Cell]
    head: bool = False


class Table(Node, tag="table", omit_defaults=True):
    """Rows of cells, as printed."""

    rows: list[Row]
    at: Place | None = None


class Break(Node, tag="break", omit_defaults=True):
    """A row of stars that parts what stands above from what stands below; ``inlines`` has the page breaks before it."""

    text: str
    inlines: list[PageBreak] = field(default_factory=list)
    at: Place | None = None


Block = Union[Section, Paragraph, Quote, List, Table, Break]

# ---------------------------------------------------------------- caption


class Mark(Node, omit_defaults=True):
    """Words of a caption, byline or signature line that name something: characters ``start`` to ``end`` of ``line``.

    ``index`` counts into the list that belongs to the kind (parties, dockets, judges, signers, …).
    """

    line: int
    start: int
    end: int
    kind: Literal["court", "division", "party", "role", "docket", "judge", "title", "date", "versus", "signer"]
    index: int = 0


class PlainRef(Node, omit_defaults=True):
    """A footnote mark in a line that is kept as plain text: character ``offset`` of ``line``.

    ``after`` has the up to 160 characters before it, in reading order.
    """

    label: str
    footnote: str | None
    line: int
    after: str
    offset: int = 0
    inferred: bool = False
    confidence: float | None = None


class Court(Node):
    """The deciding court: reading name, division if printed, courts-db (= CourtListener) id."""

    name: str | None = None
    division: str | None = None
    id: str | None = None


class InferredRole(Node):
    """A role that is not printed, with how sure it is (0 to 1): who is named first before a trial court sues."""

    role: str
    confidence: float


class Party(Node, omit_defaults=True):
    """A party in reading form; ``printed`` keeps the name as it stands in the caption."""

    name: str
    role: str = field(default="")
    description: str | None = None
    printed: str = ""
    inferred_role: InferredRole | None = None


class Docket(Node, omit_defaults=True):
    """A docket number of this court's case as printed, without its label."""

    number: str


class Judge(Node, omit_defaults=True):
    """A judge of the panel or the assigned judge, with the title printed beside the name."""

    name: str
    title: str | None = None


class CaptionDate(Node, omit_defaults=True):
    """A date of the caption or front matter: ``kind`` is argued, submitted, decided, filed, … as printed."""

    kind: str
    date: str


class LowerCourt(Node, omit_defaults=True):
    """The court below, as printed: its name, docket numbers and judge."""

    name: str
    dockets: list[str] = field(default_factory=list)
    judge: str | None = None


class Case(Node, omit_defaults=True):
    """One of several cases that a caption names; ``parties`` and ``dockets`` count into the caption's lists.

    A ``matter`` is a bankruptcy that an ``adversary`` proceeding or an ``appeal`` belongs to; it has a ``title``.
    """

    kind: Literal["case", "matter", "adversary", "appeal"]
    title: str | None = None
    parties: list[int] = field(default_factory=list)
    dockets: list[int] = field(default_factory=list)


class Caption(Node):
    """The caption. ``lines`` has all its words, columns apart, row by row; the other fields repeat some of them.

    ``rows`` gives the geometry: each row lists indices into ``lines``, one for a full-width line, two (either may be
    null) for the left and right cell of a two-column caption.
    """

    lines: list[str] = field(default_factory=list)
    rows: list[list[int | None]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    court: Court = field(default_factory=Court)
    parties: list[Party] = field(default_factory=list)
    dockets: list[Docket] = field(default_factory=list)
    judges: list[Judge] = field(default_factory=list)
    title: str | None = None
    footnote_refs: list[PlainRef] = field(default_factory=list)
    citations: list[str] = field(default_factory=list)
    dates: list[CaptionDate] = field(default_factory=list)
    lower_court: LowerCourt | None = None
    counsel: list[str] = field(default_factory=list)
    legends: list[str] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)


# ---------------------------------------------------------------- opinions and document

OpinionKind = Literal[
    "majority", "plurality", "per-curiam", "concurrence", "concurrence-in-part", "concurrence-in-judgment",
    "dissent", "dissent-in-part", "statement", "unknown",
]  # fmt: skip


class Footnote(Node, omit_defaults=True):
    """A footnote of an opinion. ``id`` carries the opinion (``op1.fn1``), as numbering restarts."""

    id: str
    label: str
    blocks: list[Block]
    at: Place | None = None


class Signer(Node):
    """Who signed, in reading form, and as what."""

    name: str
    role: str = ""


class Signature(Node):
    """The closing block: every line as printed, and what it says. ``image``: it is signed with a picture."""

    lines: list[str]
    date: str | None = None
    signers: list[Signer] = field(default_factory=list)
    footnote_refs: list[PlainRef] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    image: bool = False


class Opinion(Node):
    """One writing: majority, concurrence, dissent, … with its own footnotes and signature."""

    kind: OpinionKind = "unknown"
    author: str | None = None
    byline: str | None = None
    caption_lines: list[str] = field(default_factory=list)
    footnote_refs: list[PlainRef] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    signature: Signature | None = None


class Furniture(Node):
    """Words of a page that are not the document's: running heads, folios, stamps."""

    page: int
    kind: str
    text: str


class Picture(Node):
    """A picture on a page, with its box in points (left, top, right, bottom); words in it are not read.

    A ``scan`` covers its page, a ``seal`` stands over its text, a ``signature`` signs it; any other is a ``picture``.
    """

    page: int
    kind: Literal["scan", "seal", "signature", "picture"]
    bbox: tuple[float, float, float, float]


class SourceInfo(Node):
    """The file the document was read from."""

    name: str
    sha256: str
    media_type: str
    pages: int
    reader: str


class Document(Node):
    """The whole document; docs/json.md describes its JSON form."""

    schema_version: str
    source: SourceInfo
    kind: str
    date: str | None
    caption: Caption
    front_matter: list[Block]
    opinions: list[Opinion]
    back_matter: list[Block]
    furniture: list[Furniture]
    diagnostics: list[Diagnostic]
    pictures: list[Picture] = field(default_factory=list)
