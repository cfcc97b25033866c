"""A contextual lexer whose characters are lines: the grammar's terminals are line shapes.

A line is matched in a rendered form that lets one regular expression see its layout, its words, the line below, and the
whole block that the line begins (up to the next line that starts one; empty for a line that starts none)::

    facts of the line|words of the line
    facts of the next line|words of the next line
    words of the block

e.g. `` bold centred gap short start |I. BACKGROUND\\n indented prose start |In May 2019,\\nI. BACKGROUND``.
Terminals are tried in the order of their priorities, and only those that the parser can take in its present state:
``I.`` is a heading only where a heading may stand. That is Lark's contextual lexer at the level of lines.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from lark import Token
from lark.lexer import Lexer
from lark.parsers.lalr_analysis import Shift

PAGE_BREAK = "PAGE_BREAK"


class LineLike(Protocol):
    """What the lexer needs of a line: its page, its layout facts and its words."""

    page: int
    facts: frozenset[str]

    @property
    def text(self) -> str:
        """The words with single spaces."""


BLOCK_CHARACTERS = 2000
"""How much of a block's words a shape may look at."""


def render(lines: Sequence[LineLike], at: int) -> str:
    """The form of the line at index ``at`` that terminals match (see the module's docstring)."""
    below = seen(lines[at + 1]) if at + 1 < len(lines) else " |"
    return f"{seen(lines[at])}\n{below}\n{block(lines, at)}"


def seen(line: LineLike) -> str:
    """Facts and words of one line."""
    return f" {' '.join(sorted(line.facts))} |{line.text}"


def block(lines: Sequence[LineLike], at: int) -> str:
    """The words of the block that the line at index ``at`` begins."""
    if "start" not in lines[at].facts:
        return ""
    words, length = [lines[at].text], 0
    for line in itertools.islice(lines, at + 1, None):
        if "start" in line.facts or length > BLOCK_CHARACTERS:
            break
        words.append(line.text)
        length += len(line.text)
    return " ".join(words)


def shapes_of(lexer_conf: Any) -> list[tuple[str, re.Pattern[str]]]:  # noqa: ANN401 - Lark's LexerConf is not exported
    """Names and expressions of a grammar's terminals, in the order in which they are tried."""
    ordered = sorted(lexer_conf.terminals, key=lambda t: (-t.priority, t.name))
    return [(t.name, re.compile(t.pattern.to_regexp(), lexer_conf.g_regex_flags)) for t in ordered]


def takes(parser_state: Any, kind: str) -> bool:  # noqa: ANN401 - Lark's ParserState is not exported
    """Whether the parser can really shift a token of this kind now.

    A row of an LALR table promises too much: it may offer a reduction for a token that no state below can take. So the
    reductions are followed on a copy of the stack of states until the token is shifted or refused.
    """
    states = parser_state.parse_conf.parse_table.states
    stack = list(parser_state.state_stack)
    while True:
        found = states[stack[-1]].get(kind)
        if found is None:
            return False
        action, target = found
        if action is Shift:
            return True
        if target.expansion:
            del stack[-len(target.expansion) :]
        stack.append(states[stack[-1]][target.origin.name][1])


class LineLexer(Lexer):
    """Lark lexer over a list of lines; the value of each token is its line.

    A ``PAGE_BREAK`` token comes before the first line of every further page where the grammar declares that kind.
    The grammar must have a terminal that any line matches (its fallback) and take it in every state.
    """

    __future_interface__ = 2

    def __init__(self, lexer_conf: Any) -> None:  # noqa: ANN401 - Lark's LexerConf is not exported
        self.shapes = shapes_of(lexer_conf)

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Token]:  # noqa: ANN401 - Lark's own types
        """Yield one token a line, of the first kind by priority that fits the line and the parser's state."""
        lines: list[LineLike] = lexer_state.text
        page = lines[0].page if lines else 0
        for i, line in enumerate(lines):
            if line.page != page and takes(parser_state, PAGE_BREAK):
                page = line.page
                yield self.token(PAGE_BREAK, line)
            yield self.token(self.kind(render(lines, i), parser_state), line)

    def kind(self, rendered: str, parser_state: Any) -> str:  # noqa: ANN401 - Lark's own type
        """The name of the first terminal that the parser can take and that matches."""
        for name, shape in self.shapes:
            if shape.match(rendered) and takes(parser_state, name):
                return name
        raise ValueError(f"the grammar has no fallback kind for the line {rendered!r}")

    @staticmethod
    def token(kind: str, line: LineLike) -> Token:
        """A token that carries its line: Lark wants a string, builders want the line."""
        token = Token(kind, line.text)
        token.value = line
        token.line, token.column = getattr(line, "number", 1), 1
        return token
