"""Line numbers that have lost their margin: among the words of a text layer, in order but out of step.

    1 2 3 4 UNITED STATES DISTRICT COURT 5 NORTHERN DISTRICT OF CALIFORNIA 6 ACME US, INC., 7 Plaintiff, 8 ORDER ...
    123456789 / 10 / 11 / 12 ...

They count from 1 to 20 and more with no more than a line or two of words between them, from the first words of a
page on or through its sentences, or they stand in a block of their own. Nothing else that is numbered is so dense.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from opinion_parser.layout.furniture.apart import line_of, set_apart
from opinion_parser.layout.furniture.run_in_captions import caption_before
from opinion_parser.layout.furniture.torn_headings import headings_before
from opinion_parser.source import COLUMN, ROW, BBox, Line, Page, Word

LAST = 20
"""Where a margin ends at the earliest: pleading paper has 22 to 32 lines."""
MOST = 32
"""Where it ends at the latest."""
FEWEST = 14
"""Numbers of it that must be found: some are lost."""
BETWEEN = 30
"""Words between two numbers that follow one another."""
BELOW = 2 * ROW
"""Points below a caption or a heading that is given a line of its own."""
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
        placed = start - reached <= OPENING or is_block(chain) or cuts_sentences(chain, numbers)
        if is_margin(chain, numbers) and placed:
            taken |= {id(numbers.words[i]) for i in chain}
            reached = chain[-1] + 1
    if not taken:
        return
    lines: list[Line] = []
    down = 0.0
    for block in blocks(page.lines):
        for part, space in parted(block, taken):
            lines.append(moved(part, down))
            down += space
    page.lines = lines


def blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines in groups that blank lines part."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and line.bbox.top - groups[-1][-1].bbox.top <= 1.5 * ROW:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


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


def cuts_sentences(chain: Sequence[int], numbers: Numbers) -> bool:
    """Whether most of the numbers stand in the middle of a sentence, where no item of a list and no row begins."""
    words = numbers.words
    inside = [i for i in chain if 0 < i < len(words) - 1]
    cut = sum(words[i - 1].text[-1:] not in ".?!:;" and words[i + 1].text[:1].islower() for i in inside)
    return cut > 0.5 * len(inside)


def is_block(chain: Sequence[int]) -> bool:
    """Whether nothing, or next to nothing, stands between the numbers."""
    return chain[-1] - chain[0] <= 2 * len(chain)


def parted(block: Sequence[Line], taken: set[int]) -> list[tuple[Line, float]]:
    """A block's numbers as lines of their own, the rows and headings that stood on numbered lines, and the rest of it.

    Each with the space in points that is to be put below it.
    """
    words = [word for line in block for word in line.words]
    numbers = [line_of(line, [word]) for line in block for word in line.words if id(word) in taken]
    if not numbers:
        return [(line, 0.0) for line in block]
    pieces: list[list[Word]] = [[]]
    for word in words:
        if id(word) in taken:
            pieces.append([])
        else:
            pieces[-1].append(word)
    caption = caption_before([piece for piece in pieces if piece])
    headings, kept = headings_before(caption.rest)
    sideways = [line_of(block[0], caption.sideways)] if caption.sideways else []
    for apart, kind in [*((number, "line-number") for number in numbers), *((name, "watermark") for name in sideways)]:
        set_apart(apart, kind)
    out = [(apart, 0.0) for apart in [*numbers, *sideways]]
    out += [(typed(block[0], row), ROW) for row in caption.rows[:-1]]
    out += [(typed(block[0], row), BELOW) for row in caption.rows[-1:]]
    for heading in headings:
        made = typed(block[0], heading)
        made.facts |= {"heading-mark"}
        out.append((made, BELOW))
    rest = {id(word) for piece in kept for word in piece}
    own = [line_of(line, left) for line in block if (left := [word for word in line.words if id(word) in rest])]
    if len(own) > 1 and (caption.rows or headings):  # what stood behind the last row is the beginning of a line
        own[:2] = [typed(own[1], [*own[0].words, *own[1].words])]
    return [*out, *((line, 0.0) for line in own)]


def typed(line: Line, words: Sequence[Word]) -> Line:
    """Some words as a line of their own at the edge of the text, where ``line`` stands."""
    laid: list[Word] = []
    at = line.bbox.x0
    for word in words:
        at += 0.0 if word.glued or not laid else COLUMN
        end = at + len(word.text) * COLUMN
        laid.append(replace(word, bbox=BBox(at, line.bbox.top, end, line.bbox.bottom)))
        at = end
    return line_of(line, laid)


def moved(line: Line, down: float) -> Line:
    """A line, that much further down its page."""
    if not down:
        return line
    line.words = [replace(word, bbox=lower(word.bbox, down)) for word in line.words]
    line.bbox = lower(line.bbox, down)
    return line


def lower(box: BBox, down: float) -> BBox:
    """A box, that much further down."""
    return box._replace(top=box.top + down, bottom=box.bottom + down)
