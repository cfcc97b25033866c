"""Line numbers that have lost their margin: among the words of a text layer, in order but out of step.

    1 2 3 4 UNITED STATES DISTRICT COURT 5 NORTHERN DISTRICT OF CALIFORNIA 6 ACME US, INC., 7 Plaintiff, 8 ORDER ...
    123456789 / 10 / 11 / 12 ...

They count from 1 to 20 and more with no more than a line or two of words between them, from the first words of a
page on, or they stand in a block of their own. Nothing else that is numbered is so dense.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Sequence

from opinion_parser.layout.furniture.apart import line_of, set_apart
from opinion_parser.source import Line, Page

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


class Numbers:
    """The words of a page in reading order, and where among them numbers stand."""

    def __init__(self, page: Page) -> None:
        self.words = [word for line in page.lines for word in line.words]
        self.openings = {id(line.words[0]) for line in page.lines if line.words}
        self.places: dict[str, list[int]] = defaultdict(list)
        self.fused: list[int] = []
        for i, word in enumerate(self.words):
            if not word.text.isdecimal() or word.glued or word.style.superscript:
                continue
            if len(word.text) > 2:
                self.fused.append(i)
            else:
                self.places[word.text].append(i)

    def value(self, place: int, last: int) -> int:
        """The number that the word at a place counts to after ``last``."""
        text = self.words[place].text
        return counted(text, last) or counted(text, last + 1)

    def following(self, place: int, last: int) -> int | None:
        """The place of the number after ``last``, rather at the head of a line than within one; one may be lost."""
        for skipped, reach in ((0, BETWEEN), (1, 2 * BETWEEN)):
            near = within(self.places[str(last + skipped + 1)], place, reach)
            near += [i for i in within(self.fused, place, reach) if counted(self.words[i].text, last + skipped)]
            if near:
                return next((i for i in near if id(self.words[i]) in self.openings), min(near))
        return None

    def starts(self) -> list[int]:
        """Where counting may begin."""
        return sorted([*self.places["1"], *(i for i in self.fused if counted(self.words[i].text, 0))])


def loose_numbers(page: Page) -> None:
    """Set apart the line numbers among the words of one page of typed text."""
    numbers = Numbers(page)
    taken: set[int] = set()
    reached = 0
    for start in numbers.starts():
        if start < reached:
            continue
        chain = count(numbers, start)
        if is_margin(chain, numbers) and (start - reached <= OPENING or is_block(chain)):
            taken |= {id(numbers.words[i]) for i in chain}
            reached = chain[-1] + 1
    if taken:
        page.lines = [part for line in page.lines for part in parted(line, taken)]


def count(numbers: Numbers, start: int) -> list[int]:
    """Places of the words that count on from the 1 at ``start``."""
    chain = [start]
    last = counted(numbers.words[start].text, 0)
    while last < MOST and (found := numbers.following(chain[-1], last)) is not None:
        chain.append(found)
        last = numbers.value(found, last)
    return chain


def within(places: Sequence[int], after: int, reach: int) -> list[int]:
    """The places that come after another, and no farther off than ``reach``."""
    first = bisect.bisect_right(places, after)
    return list(places[first : bisect.bisect_right(places, after + reach)])


def counted(text: str, last: int) -> int:
    """The number that figures count to after ``last``, 0 for none: "13" after 12, "123456789" after 0."""
    while text and text.startswith(str(last + 1)):
        last += 1
        text = text[len(str(last)) :]
    return last if not text else 0


def is_margin(chain: Sequence[int], numbers: Numbers) -> bool:
    """Whether so much was counted that it is a margin."""
    last = 0
    for place in chain:
        last = numbers.value(place, last)
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
