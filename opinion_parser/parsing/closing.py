"""The closing block of a writing taken apart (grammars/closing.lark): who signed, as what, and the date.

Names and offices are given as printed, with the places where they stand, so that they can be marked in the lines.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from lark import Token, Transformer, Tree

from opinion_parser.parsing.dates import read_date
from opinion_parser.parsing.grammars import load

if TYPE_CHECKING:
    from lark import Lark

__all__ = ["Closing", "Signed", "Span", "read_closing"]


class Span(NamedTuple):
    """Characters ``start`` to ``end`` of a line (counted from 0) and what they are; ``signer`` counts the signers."""

    line: int
    start: int
    end: int
    kind: Literal["signer", "role", "date"]
    signer: int = 0


class Signed(NamedTuple):
    """A signer's name and office as printed; an office over two lines has a comma where the line ended."""

    name: str
    role: str


class Closing(NamedTuple):
    """What a closing block says: the ISO date, the signers in order, and where it says so."""

    date: str | None
    signers: list[Signed]
    spans: list[Span]


def read_closing(lines: Sequence[str]) -> Closing:
    """Take apart the lines of a closing block. Any lines can be read; they may tell nothing."""
    text = "\n".join(lines)
    found: list[_Signature | _Day] = _parser().parse(text)  # type: ignore[assignment]  # the transformer gives a list
    starts = [0, *itertools.accumulate(len(line) + 1 for line in lines)]
    signatures = _without_doubles([part for part in found if isinstance(part, _Signature)])
    days = [part for part in found if isinstance(part, _Day)]
    day = next((d for d in days if d.labelled), days[0] if days else None)
    spans = [_span(day.token, "date", 0, starts)] if day else []
    for index, signature in enumerate(signatures):
        spans += [_span(signature.name, "signer", index, starts)]
        spans += [_span(role, "role", index, starts) for role in signature.roles]
    signers = [Signed(str(s.name), ", ".join(_office(role) for role in s.roles)) for s in signatures]
    return Closing(day.date if day else None, signers, sorted(spans))


@cache
def _parser() -> Lark:
    return load("closing", start="closing", transformer=_Builder())


class _Signature(NamedTuple):
    """A name and the offices beside it."""

    name: Token
    roles: list[Token]


class _Day(NamedTuple):
    """A date; ``labelled`` where "Dated" or the like stands before it."""

    token: Token
    date: str
    labelled: bool


class _Builder(Transformer[Token, object]):
    """One method per rule of closing.lark."""

    def signer(self, children: list[Token]) -> _Signature:
        names = [child for child in children if child.type in ("NAME", "FULL_NAME", "TYPED")]
        ahead = [child for child in children if child.type == "AHEAD"]
        return _Signature(names[-1], ahead or [child for child in children if child.type in ("ROLE", "ROLE_BESIDE")])

    def role(self, children: list[Token]) -> Token:
        return children[0]

    def dated(self, children: list[Token]) -> _Day | None:
        date = read_date(children[-1])
        return None if date is None else _Day(children[-1], date, len(children) > 1)

    def closing(self, children: list[_Signature | _Day | Tree[Token] | None]) -> list[_Signature | _Day]:
        return [child for child in children if isinstance(child, _Signature | _Day)]


def _without_doubles(signatures: Sequence[_Signature]) -> list[_Signature]:
    """One signature a signer: a hand's "/s/ Peter R. Marksteiner" may stand apart from the typed name and office.

    Where offices are printed, a hand without one is a case manager's below a certificate of service.
    """
    kept: list[_Signature] = []
    for signature in signatures:
        same = [i for i, other in enumerate(kept) if _letters(other.name) == _letters(signature.name)]
        if same and not kept[same[0]].roles:
            kept[same[0]] = signature
        elif not same:
            kept.append(signature)
    return [signature for signature in kept if signature.roles] or kept


def _letters(name: str) -> str:
    return re.sub(r"[\W\d_]", "", name).lower()


def _office(role: str) -> str:
    return " ".join(role.strip(" ,\n").split())


def _span(token: Token, kind: Literal["signer", "role", "date"], index: int, starts: Sequence[int]) -> Span:
    """Where a token stands; of one that runs over a line end, the part on its first line."""
    at = token.start_pos or 0
    line = bisect.bisect_right(starts, at) - 1
    words = str(token).split("\n")[0].rstrip()
    return Span(line, at - starts[line], at - starts[line] + len(words), kind, index)
