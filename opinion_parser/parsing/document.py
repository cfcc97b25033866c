"""The document grammar at work: line tokens of the body and note streams, and the trees that it makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, cast

from lark import Lark, Token, Transformer

from opinion_parser.parsing.grammars import load
from opinion_parser.parsing.line_lexer import LineLexer
from opinion_parser.parsing.tree import PageTurn, Part, Tree
from opinion_parser.source import Line


class Builder(Transformer[Token, Part]):
    """Makes a :class:`Part` of every rule while the parser reduces it; a page break is a :class:`PageTurn`."""

    def __default__(self, data: Any, children: list[Any], meta: object) -> Part:  # noqa: ANN401 - Lark's own types
        return Part(str(data), [c.value if isinstance(c, Token) else c for c in children if c is not None])

    def page_break(self, children: list[Token]) -> PageTurn:
        """The token's line is the first one of the new page."""
        return PageTurn(children[0].value.page)


@lru_cache(maxsize=1)
def parser() -> Lark:
    """The LALR parser for both start symbols, built once a process."""
    return load("opinion", start=("document", "notes"), lexer=LineLexer, transformer=Builder())


def parse_lines(body: Sequence[Line], notes: Sequence[Line]) -> Tree:
    """Parse the two streams. The grammar is total, so this never fails."""
    return Tree(_parse(body, "document"), _parse(notes, "notes"))


def _parse(lines: Sequence[Line], start: str) -> Part:
    return cast(Part, parser().parse(_as_text(lines), start=start))  # the transformer makes Parts, not Lark's trees


def _as_text(lines: Sequence[Line]) -> str:
    """The lines as what Lark calls the text: a custom lexer chooses its type, but the annotations say str."""
    return cast(str, list(lines))


def line_tokens(lines: Sequence[Line], start: str) -> list[tuple[str, Line]]:
    """The kind that the lexer gives each line, in the order in which the parser meets them.

    A PAGE_BREAK comes before the first line of each further page.
    """
    interactive = parser().parse_interactive(_as_text(lines), start=start)
    return [(token.type, token.value) for token in interactive.iter_parse()]
