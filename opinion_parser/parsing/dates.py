"""Dates in the forms of court papers (grammars/dates.lark): one alone, or all that a text names.

A date is given as ISO 8601. A figure that an OCR engine took for a letter is read ("March l6, 2O21"); a day that no
calendar has ("February 30, 2020") is no date.
"""

from __future__ import annotations

import datetime
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from lark import Token, Transformer
from lark.exceptions import UnexpectedInput

from opinion_parser.parsing.grammars import load

if TYPE_CHECKING:
    from lark import Lark

__all__ = ["Dated", "find_dates", "read_date"]

MONTHS = ("JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST",
          "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER")  # fmt: skip
DIGITS = str.maketrans("OoIl|", "00111")
UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
         "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS = {**{word: i for i, word in enumerate(UNITS, 1)}, **{word: 10 * i for i, word in enumerate(TENS, 2)}}
PIVOT = 70
"""Years of two figures from here on are of the last century; before, of this one: e-filing stamps begin in 1996."""


class Dated(NamedTuple):
    """A date that a text names: ISO form, and characters ``start`` to ``end``.

    ``event`` is the printed word that says what happened then, in small letters ("decided", "argued"), or ``""``;
    ``begin`` is where that word begins (``start`` where there is none).
    """

    date: str
    start: int
    end: int
    event: str
    begin: int


def read_date(text: str) -> str | None:
    """The ISO form of a text that is one date ("Dec. 30, 2020", "26th day of March, 2012", "12/30/20"), else None."""
    try:
        parts: tuple[int, int, int] = _parser("date").parse(text)  # type: ignore[assignment]  # the transformer's result
        return datetime.date(*parts).isoformat()
    except (UnexpectedInput, ValueError):
        return None


def find_dates(text: str) -> list[Dated]:
    """All dates of a text in the order in which they stand."""
    found: list[Dated] = _parser("text").parse(text)  # type: ignore[assignment]  # the transformer gives a list
    return found


@cache
def _parser(start: str) -> Lark:
    return load("dates", start=start, transformer=_Builder())


class _Builder(Transformer[Token, object]):
    """One method per rule of dates.lark."""

    def month(self, children: list[Token]) -> int:
        return MONTHS.index(children[0].type) + 1

    def year(self, children: list[Token]) -> int:
        first = children[0]
        if first.type == "TWO_THOUSAND":
            return 2000 + sum(NUMBERS[word.lower()] for word in children[1:])
        if first.type == "SHORT_YEAR":
            short = int(first[-2:])
            return short + (1900 if short >= PIVOT else 2000)
        return _number(first)

    def month_first(self, children: list[int | Token]) -> tuple[int, int, int]:
        month, day, year = children
        return _number(year), _number(month), _number(day)

    figures = month_first

    def day_first(self, children: list[int | Token]) -> tuple[int, int, int]:
        day, month, year = children
        return _number(year), _number(month), _number(day)

    def iso(self, children: list[int | Token]) -> tuple[int, int, int]:
        year, month, day = children
        return _number(year), _number(month), _number(day)

    def dated(self, children: list[Token]) -> Dated | None:
        shape, event = children[-1], children[-2] if len(children) > 1 else None
        date, begin = read_date(shape), (event or shape).start_pos
        if date is None or begin is None or shape.start_pos is None or shape.end_pos is None:
            return None
        return Dated(date, shape.start_pos, shape.end_pos, " ".join((event or "").lower().split()), begin)

    def other(self, children: list[Token]) -> None:
        return None

    def text(self, children: list[Dated | Token | None]) -> list[Dated]:
        return [child for child in children if isinstance(child, Dated)]


def _number(figures: int | Token) -> int:
    """The value of figures, some of which may have been read as letters; "26th" is 26."""
    return figures if isinstance(figures, int) else int(figures.rstrip("dhnrst").translate(DIGITS))
