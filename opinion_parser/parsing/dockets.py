"""The numbers in a docket cell (grammars/dockets.lark), and whose they are."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from lark import Token

from opinion_parser.parsing.grammars import load
from opinion_parser.parsing.word_lexer import WordLexer

if TYPE_CHECKING:
    from lark import Lark, Tree

__all__ = ["Number", "read_dockets"]

Owner = Literal["own", "lower", "other"]


class Number(NamedTuple):
    """A docket number at characters ``start`` to ``end``; ``owner``: this court, a court below, or nobody's docket."""

    text: str
    start: int
    end: int
    owner: Owner


_OWNERS: dict[str, Owner] = {"OWN": "own", "LOWER": "lower", "OTHER": "other"}


def read_dockets(text: str) -> list[Number]:
    """The docket numbers of some text, without labels. "-5071" after "2007-5070" is given in full."""
    tree: Tree[Token] = _parser().parse(text)
    numbers: list[Number] = []
    owner: Owner = "own"
    for token in tree.children:
        assert isinstance(token, Token)
        start, end = token.start_pos, token.end_pos
        assert start is not None
        assert end is not None
        if token.type in _OWNERS:
            owner = _OWNERS[token.type]
        elif token.type in ("SERIAL", "OF_YEAR"):
            numbers.append(Number(str(token), start, end, owner))
        elif token.type == "SHORT" and numbers:
            numbers.append(Number(numbers[-1].text.split("-")[0] + token, start, end, owner))
    return numbers


@cache
def _parser() -> Lark:
    return load("dockets", start="dockets", lexer=WordLexer)
