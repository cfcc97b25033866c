r"""Backslashes where text would be markup, and nowhere else: ``§ 15(b)``, ``[20]`` and ``$1.20`` stay as printed.

Markup means what CommonMark and Pandoc's default Markdown read as such. Two passes: :func:`escape` looks at characters
in a block's text, :func:`guard_line` at how a finished line begins. Markup that is meant stands in the text of the
first pass as one of the control characters below, which no printed text has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

__all__ = [
    "CLOSE",
    "MARKUP",
    "OPEN",
    "REF",
    "clean",
    "escape",
    "escape_cell",
    "escape_heading",
    "fill",
    "guard_line",
    "heading_key",
]

MARKUP, REF, OPEN, CLOSE = "\x01\x02\x03\x04"
"""Stand for a tag or a page mark, a footnote reference ``[^1]``, and the two ends of emphasis."""

_LONGEST_HEADING = 500
"""Characters of a bracket that are compared with headings."""
_SPACE = re.compile(r"\s+")
_MARKS = re.compile(f"[{MARKUP}{REF}{OPEN}{CLOSE}]")
_BRACKETS_AND_ENDS = re.compile(f"[][{OPEN}{CLOSE}]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")

_ACTIVE = re.compile(
    r"""
      [\\`*^~]                       # code, emphasis, Pandoc's super- and subscripts, raw TeX
    | _++(?!\s|\Z)                   # "_word"; a rule to write on ("______ Name") can open nothing
    | <(?=[A-Za-z/?])                # "<tag>"
    | <(?=[^\s<>@]*@[^\s<>]*>)        # "<clerk@court.gov>"
    | (?<=<)!                        # "<!--", where a backslash before "<" would leave a comment to simple tools
    | &(?=\#?\w+;)                   # "&amp;"
    | (?<=\S)\$(?!\d) | \$(?=\$)     # what may close Pandoc's mathematics: "US$ " but not "$1,000"
    | (?<![^\W_])@(?=\S)             # Pandoc's citations: "@smith" but not "clerk@court.gov"
    | (?<=[]\x02])[({]               # "[sic](a)" would be a link, "[sic]{a}" a span
    | !(?=\x02)                      # "Fire!" and a note would be an image
    | \[                             # if _unsafe_brackets has it
    """,
    re.VERBOSE,
)

_ROMAN = "[ivxlcdm]+|[IVXLCDM]{2,}"
_BEGINNING = re.compile(
    r"""
      (?=\#{1,6}(?:\s|$))            # heading
    | (?=[>|:])                      # quotation, line block, definition, fenced div
    | (?=[-+](?:\s|$))               # bullet
    | (?=\$(?!\d))                   # after a hard break Pandoc sees no white space that keeps "$" from closing
    | (?=[-=_+][-=_+|:\s]*$)         # "-----": thematic break, setext heading, table
    | \d{1,9}(?=[.)](?:\s|$))        # "1. The motion", "1) The motion"
    """,
    re.VERBOSE,
)
_FIRST_BEGINNING = re.compile(
    rf"""
      \(?(?:[#A-Za-z]|\d+|{_ROMAN})(?=\)(?:\s|$))     # "(a) The", "iv) The"; "#)" has Pandoc count
    | (?:[#a-z]|\d+|{_ROMAN})(?=\.(?:\s|$))           # "v. Smith", "II. The"
    | [A-Z](?=\.$)                   # "A." alone; "A. Smith" and "I. Facts" are no lists for Pandoc either
    | (?=\[(?!\^).*]:)               # "[20]: text" defines a link
    | \[\^[^]]*](?=:)                # a reference that opens a paragraph, and a colon
    | (?=\[[ xX]]\s)                 # "[x] text" is a task in a list
    | [Tt]able(?=:)                  # "Table: text" beside a table is its caption in Pandoc
    """,
    re.VERBOSE,
)


def clean(text: str) -> str:
    """``text`` on one line: white space of any kind as one blank, characters that cannot be printed as U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", _SPACE.sub(" ", text))


def heading_key(text: str) -> str:
    """What Pandoc compares when it looks for the heading that a bracket names."""
    return " ".join(_MARKS.sub("", text).split()).lower()


def escape(text: str, headings: Set[str] = frozenset()) -> str:
    """The text of a block with backslashes before characters that would be markup inside a line.

    ``headings`` are the keys of the document's headings. Line feeds stand for hard line breaks.
    """

    unsafe = _unsafe_brackets(text, headings)

    def mark(found: re.Match[str]) -> str:
        if found[0] == "[" and found.start() not in unsafe:
            return "["
        return "".join("\\" + character for character in found[0])

    return _ACTIVE.sub(mark, text)


def _unsafe_brackets(text: str, headings: Set[str]) -> set[int]:
    """Where a ``[`` is that Pandoc would do something with.

    "[I]t" would be a link to a heading "I"; in "*Roe [v.* Doe]" the bracket would swallow one asterisk of two.
    """
    unsafe: set[int] = set()
    waiting: list[tuple[int, int]] = []
    spans = span = 0  # emphasis so far, and the one that is open
    for found in _BRACKETS_AND_ENDS.finditer(text):
        if found[0] == OPEN:
            spans = span = spans + 1
        elif found[0] == CLOSE:
            span = 0
        elif found[0] == "[":
            waiting.append((found.start(), span))
        else:
            while waiting:
                start, outside = waiting.pop()
                inside = text[start + 1 : min(found.start(), start + _LONGEST_HEADING)]
                if outside == span and heading_key(inside) not in headings:
                    break
                unsafe.add(start)
    return unsafe


def fill(text: str, markup: Iterable[str]) -> str:
    """An escaped text with ``markup`` in the places that are kept for it."""
    pieces = iter(markup)
    return _MARKS.sub(lambda _: next(pieces), text)


def escape_heading(text: str) -> str:
    """An escaped text as the content of a heading: no closing sequence (``Count #``), no attributes (``{a}``)."""
    if text.endswith("}"):
        text = re.sub(r"(?<!\\)((?:\\\\)*)\{", r"\1\\{", text)
    bare = text.rstrip("#")
    return bare + "\\#" * (len(text) - len(bare))


def escape_cell(text: str) -> str:
    """An escaped text as the content of a table cell."""
    return text.replace("|", "\\|")


def guard_line(line: str, first: bool = True) -> str:
    """A finished line with a backslash where its beginning would make it another kind of block.

    ``first``: the line opens its block; Pandoc sees more lists there than CommonMark does.
    """
    found = _BEGINNING.match(line) or (_FIRST_BEGINNING.match(line) if first else None)
    if found is None:
        return line
    return line[: found.end()] + "\\" + line[found.end() :]
