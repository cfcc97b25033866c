"""The parties that a caption names (grammars/parties.lark): sides, groups with a role, and their members.

Everything is given as places in the text that was read; what the names are in reading form, and whether a comma or an
"AND" within one parts two parties, is for enrichment to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from lark import Token, Transformer

from opinion_parser.parsing.grammars import load
from opinion_parser.parsing.word_lexer import WordLexer

if TYPE_CHECKING:
    from lark import Lark

__all__ = ["TURN", "Group", "Member", "Side", "Words", "read_parties"]

TURN = "␞"
"""Stands between runs of cells: a role does not reach over it."""


class Words(NamedTuple):
    """Characters of the text that was read."""

    start: int
    end: int


@dataclass(slots=True)
class Member:
    """A name that a separator ends. ``ends`` has the kinds of the separators (SEMI, COMMA, COMMA_AND, ET_AL, …)."""

    name: Words
    description: Words | None = None
    ends: frozenset[str] = frozenset()


@dataclass(slots=True)
class Group:
    """Members that share a role, or have none. ``roles`` has a second part where another role hangs on the first."""

    members: list[Member]
    roles: list[Words] = field(default_factory=list)


@dataclass(slots=True)
class Side:
    """The groups between two versus. ``versus`` is the one before the side, None for the first side."""

    groups: list[Group] = field(default_factory=list)
    versus: Words | None = None


def read_parties(text: str) -> list[Side]:
    """Take the words about parties apart: cells parted by line ends, runs of cells by :data:`TURN`. Never fails."""
    marks: list[_Mark] = _parser().parse(text)  # type: ignore[assignment]  # the transformer gives a list
    return _fold(marks, text)


class _Mark(NamedTuple):
    """A member, or the place of a role, versus or turn, with the separators after it."""

    kind: str
    words: Words
    ends: frozenset[str]
    member: Member | None = None


def _fold(marks: Iterable[_Mark], text: str) -> list[Side]:
    """Sides and groups: a role is that of all members since the last role, versus or turn."""
    sides = [Side()]
    waiting: list[Member] = []
    before = frozenset({"TURN"})
    for mark in marks:
        groups = sides[-1].groups
        if mark.member is not None:
            waiting.append(mark.member)
        elif mark.kind == "role" and waiting:
            groups.append(Group(waiting, [mark.words]))
            waiting = []
        elif mark.kind == "role":
            # "Appellants / (Plaintiffs)" are one role; "Appellants, et al., Defendants": others, who are not named
            if groups and groups[-1].roles and not before & {"ET_AL", "TURN"}:
                groups[-1].roles.append(mark.words)
        else:
            if waiting:
                groups.append(Group(waiting))
                waiting = []
            if mark.kind == "versus":
                sides.append(Side(versus=mark.words))
        before = mark.ends | {"TURN"} if mark.kind == "turn" else mark.ends
    last = sides[-1].groups
    # words after the last role and its full stop are no party: they only stand below the parties
    if waiting and not (last and last[-1].roles and text[: last[-1].roles[-1].end].endswith(".")):
        last.append(Group(waiting))
    return sides


@cache
def _parser() -> Lark:
    return load("parties", start="parties", lexer=WordLexer, transformer=_Builder())


def _words(tokens: list[Token]) -> Words:
    assert tokens[0].start_pos is not None
    assert tokens[-1].end_pos is not None
    return Words(tokens[0].start_pos, tokens[-1].end_pos)


class _Ends(NamedTuple):
    kinds: frozenset[str]


_NAMES = frozenset({"SINGLE", "NAME"})


class _Named(list[Token]):
    """The tokens of a name."""


class _Described(list[Token]):
    """The tokens of a description."""


class _Builder(Transformer[Token, object]):
    """One method per rule of parties.lark."""

    def parties(self, children: list[object]) -> list[_Mark]:
        return next((child for child in children if type(child) is list), [])

    def settled(self, children: list[list[_Mark] | _Mark]) -> list[_Mark]:
        marks: list[_Mark] = []
        for child in children:
            if isinstance(child, _Mark):
                marks.append(child)
            else:
                marks = child
        return marks

    def member(self, children: list[object]) -> _Mark:
        name = next(child for child in children if isinstance(child, _Named))
        described = next((child for child in children if isinstance(child, _Described)), None)
        kinds = frozenset[str]().union(*(child.kinds for child in children if isinstance(child, _Ends)))
        made = Member(_words(name), _words(described) if described else None, kinds)
        return _Mark("member", made.name, kinds, made)

    def seps(self, children: list[Token]) -> _Ends:
        return _Ends(frozenset(token.type for token in children))

    def end(self, children: list[Token | _Ends]) -> _Ends:
        kinds: set[str] = set()
        for child in children:
            kinds |= {child.type} if isinstance(child, Token) else child.kinds
        return _Ends(frozenset(kinds))

    lower_end = upper_end = behalf_end = end

    def role(self, children: list[Token | _Ends]) -> _Mark:
        return _mark("role", children)

    def versus(self, children: list[Token | _Ends]) -> _Mark:
        return _mark("versus", children)

    def turn(self, children: list[Token | _Ends]) -> _Mark:
        return _mark("turn", children)

    def single(self, children: list[Token | _Named]) -> _Named:
        return _Named(_flat(children))

    capitals = mixed = single

    def lower(self, children: list[Token | _Described]) -> _Described:
        return _Described(token for token in _flat(children))

    upper = behalf = small = inline_lower = inline_upper = lower

    def lower_after(self, children: list[Token | _Described]) -> _Described:
        return next(child for child in children if isinstance(child, _Described))

    upper_after = behalf_after = lower_after


def _flat(children: Iterable[Token | list[Token]]) -> list[Token]:
    flat: list[Token] = []
    for child in children:
        if isinstance(child, Token):
            flat.append(child)
        else:
            flat += child
    return flat


def _mark(kind: str, children: list[Token | _Ends]) -> _Mark:
    token, *rest = children
    assert isinstance(token, Token)
    ends = frozenset[str]().union(*(child.kinds for child in rest if isinstance(child, _Ends)))
    return _Mark(kind, _words([token]), ends)
