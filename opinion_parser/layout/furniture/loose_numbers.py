"""Line numbers that have lost their margin: among the words of a text layer, in order but out of step.

    1 2 3 4 UNITED STATES DISTRICT COURT 5 NORTHERN DISTRICT OF CALIFORNIA 6 ACME US, INC., 7 Plaintiff, 8 ORDER ...
    123456789 / 10 / 11 / 12 ...

They count from 1 to 20 and more with no more than a line or two of words between them, from the first words of a
page on, or they stand in a block of their own. Nothing else that is numbered is so dense.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from opinion_parser.layout.furniture.apart import line_of, set_apart
from opinion_parser.source import Line, Page, Word

LAST = 20
"""Where a margin ends at the earliest: pleading paper has 22 to 32 lines."""
MOST = 32
"""Where it ends at the latest."""
FEWEST = 14
"""Numbers of it that must be found: some are lost."""
BETWEEN = 30
"""Words between two numbers that follow one another."""
OPENING = 15
"""Words that may stand before the first number of a text."""


class Spot(NamedTuple):
    """A word of a page, in reading order."""

    line: Line
    word: Word
    opens: bool


def loose_numbers(page: Page) -> None:
    """Set apart the line numbers among the words of one page of typed text."""
    spots = [Spot(line, word, i == 0) for line in page.lines for i, word in enumerate(line.words)]
    taken: set[int] = set()
    at, reached = 0, 0
    while at < len(spots):
        chain = count(spots, at)
        if is_margin(chain, spots) and (chain[0] - reached <= OPENING or is_block(chain)):
            taken |= {id(spots[i].word) for i in chain}
            at = reached = chain[-1] + 1
        else:
            at += 1
    if taken:
        page.lines = [part for line in page.lines for part in parted(line, taken)]


def count(spots: Sequence[Spot], start: int) -> list[int]:
    """Places of the words that count on from a 1 at ``start``; empty where there is none."""
    last = counted(spots[start].word, 0)
    if not last:
        return []
    chain = [start]
    while last < MOST:
        found = following(spots, chain[-1], last)
        if found is None:
            break
        chain.append(found)
        last = counted(spots[found].word, last) or counted(spots[found].word, last + 1)
    return chain


def following(spots: Sequence[Spot], at: int, last: int) -> int | None:
    """The place of the number after ``last``, rather at the head of a line than within one; one may be lost."""
    for skipped, reach in ((0, BETWEEN), (1, 2 * BETWEEN)):
        near = [i for i in range(at + 1, min(at + 1 + reach, len(spots))) if counted(spots[i].word, last + skipped)]
        if near:
            return next((i for i in near if spots[i].opens), near[0])
    return None


def counted(word: Word, last: int) -> int:
    """The number that a word counts to after ``last``, 0 for none: "13" after 12, "123456789" after 0."""
    text = word.text
    if not text.isdecimal() or word.glued or word.style.superscript:
        return 0
    while text and text.startswith(str(last + 1)):
        last += 1
        text = text[len(str(last)) :]
    return last if not text else 0


def is_margin(chain: Sequence[int], spots: Sequence[Spot]) -> bool:
    """Whether so much was counted that it is a margin."""
    if not chain:
        return False
    last = 0
    for i in chain:
        last = counted(spots[i].word, last) or counted(spots[i].word, last + 1)
    return last >= LAST and (len(chain) >= FEWEST or is_block(chain))


def is_block(chain: Sequence[int]) -> bool:
    """Whether nothing, or next to nothing, stands between the numbers."""
    return chain[-1] - chain[0] <= 2 * len(chain)


def parted(line: Line, taken: set[int]) -> list[Line]:
    """A line's numbers as lines of their own, and the rest of it."""
    numbers = [line_of(line, [word]) for word in line.words if id(word) in taken]
    if not numbers:
        return [line]
    for number in numbers:
        set_apart(number, "line-number")
    rest = [word for word in line.words if id(word) not in taken]
    return [*numbers, line_of(line, rest)] if rest else numbers
