"""Inline marks of plain text: what OCR engines write around words, read into styled runs (grammars/inline.lark).

Some marks are marks in any text (raised digits, LaTeX and HTML superscripts, entities). Asterisks, underscores and
backslashes are marks only in a text that uses Markdown, which :func:`is_markdown` judges for a text as a whole: a
caption may have a rail of asterisks, and a typed footnote the label ``*``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from lark import Token, Transformer

from opinion_parser.parsing.grammars import load

if TYPE_CHECKING:
    from lark import Lark

__all__ = ["MarkedLine", "Run", "is_markdown", "read_block"]


class Run(NamedTuple):
    """Characters that are set in one way."""

    text: str
    italic: bool = False
    bold: bool = False
    underline: bool = False
    superscript: bool = False


class MarkedLine(NamedTuple):
    """One line of a block without its marks. ``facts``: ``heading-mark``, ``quote-mark``, ``picture``."""

    runs: list[Run]
    facts: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """The line's characters."""
        return "".join(run.text for run in self.runs)


class _Fact(NamedTuple):
    """A mark that says something about its line; stands between the runs until lines are parted."""

    name: str


_Piece = Run | _Fact

# ---------------------------------------------------------------- Markdown or not

_OPENS, _CLOSES = r"(?:^|(?<=[\s(\[“\"‘']))", r"(?<=[^\s*])\1(?=[\s.,;:?!)\]”\"’']|$)"
_SIGNS = (
    # "*See Purdue Research Found. v. Sanofi*, 338 F.3d", "**BACKGROUND**": a pair round words that begin with a letter
    (2, re.compile(_OPENS + r"(\*{1,3})(?=[A-Za-z])[^*\n]{1,200}" + _CLOSES, re.MULTILINE)),
    # "a rate of \$1.20 per \$1,000"
    (1, re.compile(r"(?<![\\\w])\\[$*_#\[\]](?!\s)")),
    # "## I. BACKGROUND"
    (1, re.compile(r"^#{1,6} \w", re.MULTILINE)),
    # "[^1]: The parties filed", "![seal](img-0.jpeg)"
    (1, re.compile(r"^(?:\[\^\w{1,3}\]:|!\[[^\]\n]*\]\()", re.MULTILINE)),
)
"""Signs of Markdown with their weight."""
_ENOUGH = 2


def is_markdown(text: str) -> bool:
    """Whether a text uses Markdown: one asterisk pair that opens and closes as emphasis does, or two other signs."""
    weight = 0
    for worth, sign in _SIGNS:
        for _ in sign.finditer(text):
            weight += worth
            if weight >= _ENOUGH:
                return True
    return False


# ---------------------------------------------------------------- reading

_MARKED = {
    "plain": re.compile(r"[¹²³⁰⁴⁵⁶⁷⁸⁹\u00AD\uFFFE\x02$\\^<&]|\[\^|\[FN|\[fn"),
    "markdown": re.compile(r"[¹²³⁰⁴⁵⁶⁷⁸⁹\u00AD\uFFFE\x02$\\^<&*_]|\[\^|\[FN|\[fn|^(?:#|>|[ \t]*!\[)", re.M),
}
"""Characters without which a block has no marks and need not be parsed."""


def read_block(text: str, markdown: bool) -> list[MarkedLine]:
    """The lines of a block (lines without a blank line between them, parted by ``\\n``) as styled runs.

    A block is read as a whole because emphasis runs on over the ends of hard-wrapped lines. There are as many lines
    in the result as in ``text``, and all its letters but those of tags and of LaTeX commands.
    """
    start = "markdown" if markdown else "plain"
    if not _MARKED[start].search(text):
        return [MarkedLine([Run(line)] if line else []) for line in text.split("\n")]
    pieces: list[_Piece] = _parser(start).parse(text)  # type: ignore[assignment]  # the transformer gives a list
    return list(_lines(pieces))


@cache
def _parser(start: str) -> Lark:
    return load("inline", start=start, transformer=_Builder())


def _lines(pieces: Iterable[_Piece]) -> Iterator[MarkedLine]:
    """Part the pieces of a block into lines, and join neighbouring runs that are set alike."""
    runs: list[Run] = []
    facts: set[str] = set()
    for piece in pieces:
        if isinstance(piece, _Fact):
            facts.add(piece.name)
            continue
        for i, part in enumerate(piece.text.split("\n")):
            if i:
                yield MarkedLine(runs, frozenset(facts))
                runs, facts = [], set()
            if part and runs and runs[-1][1:] == piece[1:]:
                runs[-1] = piece._replace(text=runs[-1].text + part)
            elif part:
                runs.append(piece._replace(text=part))
    yield MarkedLine(runs, frozenset(facts))


_TAG_STYLES = {"i": "italic", "em": "italic", "b": "bold", "strong": "bold", "u": "underline", "sup": "superscript"}
# "Ann Wells,<br>partner": such tags part words
_PARTING = re.compile(r"</?(?:br|p|div)\b", re.IGNORECASE)
_DIGITS = str.maketrans("¹²³⁰⁴⁵⁶⁷⁸⁹", "1230456789")


def _styled(pieces: Iterable[_Piece], *styles: str) -> list[_Piece]:
    """The pieces with more style."""
    extra: dict[str, Any] = dict.fromkeys(styles, True)
    return [piece._replace(**extra) if isinstance(piece, Run) else piece for piece in pieces]


def _flat(children: Iterable[Token | list[_Piece]]) -> list[_Piece]:
    """Children of a rule as one list of pieces; a token that no callback took stands for its characters."""
    flat: list[_Piece] = []
    for child in children:
        flat += [Run(str(child))] if isinstance(child, Token) else child
    return flat


_Children = list[Token | list[_Piece]]


class _Builder(Transformer[Token, list[_Piece]]):
    """One method per rule or terminal of inline.lark; each gives pieces in reading order."""

    def plain(self, children: _Children) -> list[_Piece]:
        return _flat(children)

    markdown = stray = unclosed = plain

    def emphasis(self, children: _Children) -> list[_Piece]:
        return _styled(_flat(children[1:-1]), "italic")

    underscored = emphasis

    def strong(self, children: _Children) -> list[_Piece]:
        return _styled(_flat(children[1:-1]), "bold")

    def both(self, children: _Children) -> list[_Piece]:
        return _styled(_flat(children[1:-1]), "italic", "bold")

    def tagged(self, children: _Children) -> list[_Piece]:
        return _styled(_flat(children[1:-1]), _TAG_STYLES[str(children[0]).strip("<>").lower()])

    def raised(self, children: _Children) -> list[_Piece]:
        kinds = {child.type: child for child in children if isinstance(child, Token)}
        label = kinds.get("LABEL") or kinds["RAISED_DIGITS"].translate(_DIGITS)
        return [Run(str(label), superscript=True)]

    def ESCAPE(self, token: Token) -> list[_Piece]:
        return [Run(token[1:])]

    def ENTITY(self, token: Token) -> list[_Piece]:
        return [Run(re.sub(r"\s", " ", html.unescape(token)).replace("\u00ad", ""))]

    def LINE_HYPHEN(self, token: Token) -> list[_Piece]:
        return [Run("-")]

    def SOFT_HYPHEN(self, token: Token) -> list[_Piece]:
        return []

    NOTE_ANCHOR = SOFT_HYPHEN

    def TAG(self, token: Token) -> list[_Piece]:
        return [Run(" ")] if _PARTING.match(token) else []

    def HEADING_MARK(self, token: Token) -> list[_Piece]:
        return [_Fact("heading-mark")]

    def QUOTE_MARK(self, token: Token) -> list[_Piece]:
        return [_Fact("quote-mark")]

    def PICTURE(self, token: Token) -> list[_Piece]:
        return [_Fact("picture"), Run(str(token))]
