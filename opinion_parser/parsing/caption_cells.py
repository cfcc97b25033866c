"""The cells of a caption in reading order: the words of each column together, whatever the text layer made of them.

Layout has parted most captions into rows of cells. What it could not part is parted here by shape: rails that were left
in lines ("Plaintiffs, ) ) v. ) No. 1"), and lines that hold cells of both columns ("v. Record No. 250002"). In a
two-column part each column is read by itself, except for roles that stand in the right column, flush right, beside the
party they belong to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from opinion_parser.parsing.caption_banners import VERSUS_ROW, is_banner
from opinion_parser.parsing.caption_flow import unwrapped
from opinion_parser.parsing.caption_rails import GLYPHS, rail_glyph, rails_in, right_part, run_of_rails
from opinion_parser.parsing.grammars import load
from opinion_parser.parsing.line_lexer import LineLexer
from opinion_parser.parsing.mending import Mended, Spot, mend
from opinion_parser.parsing.word_lexer import WordLexer

if TYPE_CHECKING:
    from lark import Lark

__all__ = ["Cell", "Rows", "cells_of"]

Rows = Sequence[Sequence[int | None]]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that begins in caption line ``line``: its words, and where each of its characters stands.

    ``facts`` are those of grammars/caption.lark; ``page`` counts the runs of one column that the caption consists of.
    """

    line: int
    text: str
    places: Sequence[Spot] = ()
    facts: frozenset[str] = frozenset()
    page: int = 0

    @property
    def lines(self) -> set[int]:
        """The caption lines that the cell has words of."""
        return {spot.line for spot in self.places} or {self.line}


class _Piece(NamedTuple):
    """Characters of a line in a column of a row."""

    line: int
    words: Mended
    column: str
    row: int

    @property
    def text(self) -> str:
        return self.words.text


# ---------------------------------------------------------------- rails


def _without_rail(piece: _Piece) -> _Piece:
    """A cell without a rail's glyph at its edge: "> No. 24-5678"."""
    edge = _EDGE.sub(lambda glyph: " " * len(glyph[0]), piece.text)
    return _cut(piece, len(edge) - len(edge.lstrip()), len(edge.rstrip()))


_EDGE = re.compile(rf"^[{re.escape(GLYPHS)}]+(?=\s|$)|(?<=\s)[{re.escape(GLYPHS)}]+$")


def _between_rails(piece: _Piece, glyph: str) -> list[_Piece]:
    """The cells of a line between its rails. One rail parts left and right; more are rows that were run together."""
    rails = rails_in(piece.text, glyph)
    if not rails:
        return [piece]
    run = run_of_rails(rails, piece.text)
    bounds = [0, *(at for rail in rails for at in (rail, rail + 1)), len(piece.text)]
    found: list[_Piece] = []
    for number, (start, end) in enumerate(zip(bounds[::2], bounds[1::2], strict=True)):
        column = piece.column
        if piece.column == "full" and len(rails) == 1:
            column = "right" if number else "left"
        elif piece.column == "full" and run is not None:
            column = "right" if number > run else "left"
        cell = _cut(piece, start, end)._replace(column=column)
        if not cell.text:
            continue
        if piece.column == "full" and len(rails) > 1 and run is None:
            found += _row_end(cell, next((above for above in reversed(found) if above.column == "right"), None))
        else:
            found += _parted(cell)
    return found


def _row_end(cell: _Piece, above: _Piece | None) -> list[_Piece]:
    """The cells between two rails of rows that were run together: right-hand ones first, as far as they show."""
    cells = _parted(cell._replace(column="left"), alone=True)
    first = cells[0]
    goes_on = right_part(first.text, above.text) if above is not None else 0
    if first.column == "right" or not goes_on:
        return cells
    parts = [_cut(first, 0, goes_on)._replace(column="right"), _cut(first, goes_on, len(first.text))]
    return [part for part in [*parts, *cells[1:]] if part.text]


def _cut(piece: _Piece, start: int, end: int) -> _Piece:
    """Part of a piece, without blanks around it."""
    words = piece.words.cut(start, end)
    return piece._replace(words=words, line=words.places[0].line if words.places else piece.line)


# ---------------------------------------------------------------- lines that hold both columns

# "Appeal from the United States District Court ... in No. 8:18-cv-00014", "No. 21-50498": cells as they are
_WHOLE = re.compile(
    r"\(?(?:appeal|on |cite as |certiorari|petition|cross-appeal|consolidated appeals|argued|decided|"
    r"(?:(?!vs?\b)\w+\.? ){0,3}nos?\.|(?:\w+ ){1,2}county, nos?\.|t\. ?c\.|slip op)",
    re.IGNORECASE,
)

_HINT = re.compile(
    r"\d{2}|before:|county|hon(?:orable|\.)|judge|appeal from|opinion|order|____|wo |, j\. ", re.IGNORECASE
)
"""Without these a line has nothing of the right column."""


@cache
def _cells_parser() -> Lark:
    return load("cells", start="line", lexer=WordLexer)


def _both_columns(piece: _Piece) -> list[_Piece]:
    """The cells of a line that holds a docket number or a judge of the right column among words of the left one."""
    cells = _parted(piece)
    if cells[0].text.startswith("Re:"):
        return cells
    # "No. 21-50498 Lyle W. Cayce" stays whole; "08–1553 v.", "A25A0123. ROE v. THE STATE.", "WO IN THE ..." do not,
    # nor does "ROE, J. UNITED STATES DISTRICT COURT"
    whole = len(cells) > 1 and cells[0].column == "right" and not re.search(r"(?:^|\s)vs?\.", cells[1].text)
    over = len(cells) > 1 and (cells[0].text == "WO" or _COURT.match(cells[1].text) is not None)
    return [piece] if whole and not over else cells


_COURT = re.compile(r"(?:IN THE )?UNITED STATES (?:DISTRICT|BANKRUPTCY) COURT\b|Appeals Court$")


def _parted(piece: _Piece, alone: bool = False) -> list[_Piece]:
    """The cells of a piece: docket numbers and judges go to the right column, words stay in theirs.

    ``alone``: also a piece that is one of these and nothing else, as rails show that it stands by itself.
    """
    tokens = _line_tokens(piece.text) if _HINT.search(piece.text) else []
    if len(tokens) == 1 and tokens[0][0] != "WORD" and (alone or ("(" in piece.text and ")" not in piece.text)):
        return [piece._replace(column="right")]
    if len(tokens) < 2:
        return [piece]
    words = "right" if piece.column == "right" else "left"
    return [
        _cut(piece, start, end)._replace(column=words if kind in ("WORD", "RULE") else "right")
        for kind, start, end in tokens
    ]


def _line_tokens(text: str) -> list[tuple[str, int, int]]:
    """Kind, start and end of each token of a line, neighbouring words joined."""
    tokens: list[tuple[str, int, int]] = []
    for token in _cells_parser().parse(text).children:
        kind, start, end = token.type, token.start_pos, token.end_pos  # type: ignore[union-attr]  # a flat rule
        assert start is not None
        assert end is not None
        if tokens and tokens[-1][0] == kind == "WORD":
            tokens[-1] = (kind, tokens[-1][1], end)
        else:
            tokens.append((kind, start, end))
    return tokens


# ---------------------------------------------------------------- order


def cells_of(lines: Sequence[str], rows: Rows) -> list[Cell]:
    """The cells of a caption in reading order, with the facts that the grammar asks for.

    ``rows`` as in ``nodes.Caption``; lines that no row names are full-width lines after the others.
    """
    cells: list[Cell] = []
    for run, group in enumerate(_runs(list(_pieces(lines, rows)))):
        above: _Piece | None = None
        for piece in group:
            facts = {piece.column, "start", _ending(above)}
            if above is None:
                facts.add("first")
            elif piece.column != "full" and piece.row - above.row > 1:
                facts.add("gap")
            cells.append(Cell(piece.line, piece.text, piece.words.places, frozenset(facts), run))
            above = piece
    return cells


def _pieces(lines: Sequence[str], rows: Rows) -> Iterator[_Piece]:
    """The pieces of all lines, row by row."""
    mended = unwrapped(mend(lines), {row[0] for row in rows if len(row) == 1 and row[0] is not None})
    glyph = rail_glyph([line.text for line in mended])
    named = {index for row in rows for index in row if index is not None}
    extra = [[index] for index in range(len(lines)) if index not in named]
    for number, row in enumerate([*rows, *extra]):
        columns = ("full",) if len(row) == 1 else ("left", "right")
        below = next((lines[index] for index, *_ in rows[number + 1 :] if index is not None), "")
        if len(row) == 2 and not _is_role(below) and is_banner(lines, row, below):
            columns = ("full", "full")
        for column, index in zip(columns, row, strict=True):
            if index is None:
                continue
            whole = _Piece(index, mended[index].cut(0, len(mended[index].text)), column, number)
            if not whole.text:
                continue
            whole = whole if column == "full" else _without_rail(whole)
            pieces = _between_rails(whole, glyph) if glyph else [whole]
            fused = (column == "full" and not _WHOLE.match(whole.text)) or VERSUS_ROW.match(whole.text)
            yield from _both_columns(pieces[0]) if fused and len(pieces) == 1 else pieces


_REACH = 6
"""How many full-width lines may stand within a two-column part: lines of the left column that reach far."""


def _runs(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """The runs of one column in reading order.

    The right column of a two-column part is read before the left one, because the last lines of the left one may have
    nothing beside them and so be full-width lines: these go on the left column's run.
    """
    at, left = 0, list[_Piece]()
    while at < len(pieces):
        end = _end_of_part(pieces, at)
        if end == at:
            end = next((i for i in range(at, len(pieces)) if pieces[i].column != "full"), len(pieces))
            yield left + list(pieces[at:end])
            left = []
        else:
            if left:
                yield left
            right = [piece for piece in pieces[at:end] if piece.column == "right" and not _is_role(piece.text)]
            left = [piece for piece in pieces[at:end] if piece not in right]
            if right:
                yield right
        at = end
    if left:
        yield left


def _end_of_part(pieces: Sequence[_Piece], at: int) -> int:
    """Where the two-column part ends that begins at index ``at``; ``at`` itself if none does."""
    end = at
    if pieces[at].column == "full":
        return at
    for i in range(at, len(pieces)):
        if pieces[i].column != "full":
            end = i + 1
        elif i - end >= _REACH:
            break
    return end


@cache
def _role_shape() -> re.Pattern[str]:
    parser = load("caption", start="caption", lexer=LineLexer)
    return re.compile(parser.get_terminal("ROLE").pattern.to_regexp())


def _is_role(text: str) -> bool:
    """Whether a cell holds a role and nothing else: "APPELLANT" flush right beside a name."""
    return _role_shape().match(f" right |{text}\n |\n") is not None


# "INC.", "Jr.": stops that end no sentence
_ABBREVIATION = re.compile(
    r"\b(?:inc|co|corp|ltd|jr|sr|l\.p|n\.a|l\.l\.c|l\.l\.p|p\.c|st|dr|mr|mrs|no|nos|u\.s|et al)\.$", re.IGNORECASE
)
# "Before: Jane Roe, John Doe, and Ann M." / "Poe, Circuit Judges."; "MAGISTRATE JUDGE CORA B." / "WHITLEY"
_INITIAL = re.compile(
    r"(?:^(?:before|present|panel)|\b(?:judge|justice|hon\.|honorable))\b.*[a-z] [A-Z]\.$",
    re.IGNORECASE,
)
# "Before: Roe, Doe, and Poe, Circuit Judges", "PRESENT: All the Justices": a panel ends with its titles
_BENCH = re.compile(r"\b(?:Judges|Justices|JUDGES|JUSTICES|JJ)$")
_LINK = re.compile(r"\b(?:for|of|the|and|in|at|to|from|by|on|a|an|re|dba|v)[:.]?$|[&–—-]$", re.IGNORECASE)


def _ending(above: _Piece | None) -> str:
    """How a cell ends, as a fact of the cell below it."""
    text = above.text.rstrip(" *†‡") if above else "."
    if text.endswith((",", ";")) or _ABBREVIATION.search(text):
        return "after-comma"
    if _INITIAL.search(text):
        return "after-word"
    if text.endswith((".", ")", "]")) or not re.search(r"\w", text) or _BENCH.search(text):
        return "after-stop"
    return "after-link" if _LINK.search(text) else "after-word"
