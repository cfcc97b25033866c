"""A contextual lexer whose characters are lines: the grammar's terminals are line shapes.

A line is matched in a rendered form that lets one regular expression see its layout, its words and the line below::

    facts of the line|words of the line
    words of the next line

e.g. `` bold centred gap short start |I. BACKGROUND\\nIn May 2019, the plaintiff``. Terminals are tried in the order of
their priorities, and only those that the parser can take in its present state: ``I.`` is a heading only where a
heading may stand. That is Lark's contextual lexer at the level of lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Protocol

from lark import Token
from lark.lexer import Lexer

PAGE_BREAK = "PAGE_BREAK"


class LineLike(Protocol):
    """What the lexer needs of a line: its page, its layout facts and its words."""

    page: int
    facts: frozenset[str]

    @property
    def text(self) -> str:
        """The words with single spaces."""


def render(line: LineLike, below: LineLike | None) -> str:
    """The form of a line that terminals match (see the module's docstring)."""
    facts = " ".join(sorted(line.facts))
    return f" {facts} |{line.text}\n{below.text if below else ''}"


class LineLexer(Lexer):
    """Lark lexer over a list of lines; the value of each token is its line.

    A ``PAGE_BREAK`` token comes before the first line of every further page where the grammar declares that kind.
    The grammar must have a terminal that any line matches (its fallback) and take it in every state.
    """

    __future_interface__ = 2

    def __init__(self, lexer_conf: Any) -> None:  # noqa: ANN401 - Lark's LexerConf is not exported
        flags = lexer_conf.g_regex_flags
        ordered = sorted(lexer_conf.terminals, key=lambda t: (-t.priority, t.name))
        self.shapes = [(t.name, re.compile(t.pattern.to_regexp(), flags)) for t in ordered]

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Token]:  # noqa: ANN401 - Lark's own types
        """Yield one token a line, of the first kind by priority that fits the line and the parser's state."""
        lines: list[LineLike] = lexer_state.text
        table = parser_state.parse_conf.parse_table.states
        page = lines[0].page if lines else 0
        for i, line in enumerate(lines):
            if line.page != page and PAGE_BREAK in table[parser_state.position]:
                page = line.page
                yield self.token(PAGE_BREAK, line)
            rendered = render(line, lines[i + 1] if i + 1 < len(lines) else None)
            yield self.token(self.kind(rendered, table[parser_state.position]), line)

    def kind(self, rendered: str, acceptable: dict[str, Any]) -> str:
        """The name of the first terminal that is acceptable and matches."""
        for name, shape in self.shapes:
            if name in acceptable and shape.match(rendered):
                return name
        raise ValueError(f"the grammar has no fallback kind for the line {rendered!r}")

    @staticmethod
    def token(kind: str, line: LineLike) -> Token:
        """A token that carries its line: Lark wants a string, builders want the line."""
        token = Token(kind, line.text)
        token.value = line
        token.line, token.column = getattr(line, "number", 1), 1
        return token
