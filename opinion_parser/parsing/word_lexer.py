"""A contextual lexer over plain text that tries terminals in the order of their priorities.

Lark's own contextual lexer offers every token that a row of the LALR table names, and such a row promises too much.
Here a terminal counts only where the parser can really shift it, so a grammar whose fallback word fits in every state
is total: any text parses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lark import Token
from lark.lexer import Lexer

from opinion_parser.parsing.line_lexer import shapes_of, takes

_BLANK = re.compile(r"\s+")


class WordLexer(Lexer):
    """Lark lexer over text; blanks part tokens. ``start_pos`` and ``end_pos`` count characters of the text.

    The grammar must have a terminal that fits any word and take it in every state.
    """

    __future_interface__ = 2

    def __init__(self, lexer_conf: Any) -> None:  # noqa: ANN401 - Lark's LexerConf is not exported
        self.shapes = shapes_of(lexer_conf)

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Token]:  # noqa: ANN401 - Lark's own types
        """Yield the tokens of the text, each of the first kind by priority that fits there and then."""
        text = lexer_state.text.text
        at = 0
        while at < len(text):
            blank = _BLANK.match(text, at)
            if blank:
                at = blank.end()
                continue
            kind, end = self.next_kind(text, at, parser_state)
            yield Token(kind, text[at:end], start_pos=at, line=1, column=at + 1, end_pos=end)
            at = end

    def next_kind(self, text: str, at: int, parser_state: Any) -> tuple[str, int]:  # noqa: ANN401 - Lark's own type
        """The terminal that takes the characters from ``at`` on, and where it ends."""
        for name, shape in self.shapes:
            found = shape.match(text, at)
            if found and found.end() > at and takes(parser_state, name):
                return name, found.end()
        raise ValueError(f"the grammar has no fallback for {text[at : at + 20]!r}")
