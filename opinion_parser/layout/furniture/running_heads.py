"""Running heads and feet: lines at an edge of the page that page after page, or every other page, bears again.

Repetition alone is not enough: captions, headings and the lines of lists come again too. A head comes again *soon*
(on the next page or the next but one, time and again), at the same height, and nothing but other furniture lies
between it and the edge. (A caption comes again too, over each writing, but names the parties.) Once heads are known,
their places are: a line that names the writing and changes with it ("SOTOMAYOR, J., dissenting") stands below the head
wherever it says.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from opinion_parser.layout.captions import caption_lines
from opinion_parser.layout.furniture.apart import segments, set_apart
from opinion_parser.layout.furniture.filing_stamps import page_of
from opinion_parser.layout.measure import body_lines
from opinion_parser.layout.styles import share_of_capitals
from opinion_parser.source import Line, Page, note_label

EDGE_LINES = 5
"""How many lines from the top or the foot of a page may be furniture."""
LONGEST = 160
"""Characters of a running head; a line of text that has lost its line ends is longer."""
SAME_HEIGHT = 9.0
"""Points by which a running head may move from page to page."""
SOON = 3
"""A head comes again within so many pages (one page of three may begin a writing and have none)."""
SHORT_PAPER = 4
"""Pages of a paper in which two pages with the same head are enough."""
ALIKE = 0.8
"""Share of letters by which a misprinted head is still the same."""


class Spot(NamedTuple):
    """Where a line stands: its height, how many lines stand between it and the edge, and its size of type."""

    height: float
    rank: int
    size: float


class Heads:
    """The running heads (or feet) of a document: where their words stand, and the places of all of them."""

    def __init__(self, edges: dict[int, list[Line]], pages: Sequence[Page], from_top: bool) -> None:
        self.measured = pages[0].measured
        self.short = len(pages) <= SHORT_PAPER
        self.numbers = {line.text for line in body_lines(pages[0]) if _CASE_NUMBER.fullmatch(line.text)}
        self.bottoms = {} if from_top else {page.number: page.height for page in pages}
        self.heights: dict[str, list[float]] = {}
        self.capitals: dict[str, bool] = {}
        self.places: list[tuple[float, float]] = []
        self.counts = {page.number: outer_numbers(edges[page.number]) for page in pages}
        seen: dict[str, dict[int, Spot]] = defaultdict(dict)
        for number, lines in edges.items():
            for rank, line in enumerate(lines):
                self.capitals.setdefault(key_of(line), in_capitals(line))
                seen[key_of(line)].setdefault(number, Spot(self.height(line), rank, line.size))
        for key, found in seen.items():
            if key.strip("#of|") and comes_again(found, len(pages)):
                self.heights[key] = [spot.height for spot in found.values()]
                self.places += [(spot.height, spot.size) for spot in found.values()]

    def height(self, line: Line) -> float:
        """Where a line stands: from the top for heads, from the foot for feet."""
        return line.bbox.top - self.bottoms.get(line.page, 0.0)

    def has(self, line: Line, headed: bool) -> bool:
        """Whether a line says what a head says, in a head's place: at its height, or next to another (``headed``).

        The foot of a typed page is where its text ends. A misprint changes no small letters into capitals: "JANE ROE v.
        DOE" below the head "Roe v. Doe" is the title.
        """
        key = key_of(line)
        heights = self.heights.get(key)
        if heights is None:
            close = [h for k, h in self.heights.items() if self.capitals[k] == in_capitals(line) and alike(k, key)]
            heights = [height for found in close for height in found]
        return any(headed or not self.measured or abs(self.height(line) - h) <= SAME_HEIGHT for h in heights)

    def counts_on(self, line: Line) -> bool:
        """Whether an outermost line bears the number that counts on from the outermost line of a page nearby."""
        return any(
            value + step in self.counts.get(line.page + step, ())
            for value in self.counts[line.page]
            for step in (-2, -1, 1, 2)
        )

    def numbers_case(self, line: Line) -> bool:
        """Whether a later page's line has the docket number as it stands on the first page, alone or by a short title.

        "No. 32-3301", "No. 32-3301, Roe v. Village of Doe", "ROE—ARMY 20300417"
        """
        beside = [line.text.removeprefix(n).removesuffix(n) for n in self.numbers if n in line.text]
        return line.page > 1 and any(not rest or _SHORT_TITLE.fullmatch(rest) for rest in beside)

    def has_place(self, line: Line) -> bool:
        """Whether a line stands where heads of other pages stand, in their size."""
        if not self.measured:
            return False
        same = [h for h, size in self.places if abs(self.height(line) - h) <= 2.0 and abs(size - line.size) < 0.6]
        return len(same) >= (2 if self.short else 3)


def label_running_heads(pages: Sequence[Page]) -> None:
    """Set apart the running heads and feet of a document (its folios and stamps are known)."""
    if not pages:
        return
    for from_top in (True, False):
        edges = {page.number: at_edge(page, from_top) for page in pages}
        heads = Heads(edges, pages, from_top)
        for page in pages:
            peel(page, edges[page.number], heads, from_top)
    if len(pages) == 1 and not pages[0].measured:
        label_within_text(pages[0])
    label_watermarks(pages)


def key_of(line: Line) -> str:
    """The words of a line with page numbers and spacing evened out, by which repetitions are recognised.

    Numbers of up to four digits that stand alone may count pages ("2007-3224 12", "Page 3 of 9"); others tell one line
    from another. On left and right pages the number changes sides ("2 IN RE ROE", "IN RE ROE 3"), so it does not count
    at the ends.
    """
    return "".join(_PAGE_NUMBER.sub("#", word) for word in re.split(r"[\s_]+", line.text.lower())).strip("#")


_PAGE_NUMBER = re.compile(r"^\W*(?:page|pg|p)?\W*\d{1,4}(?:of\d{1,4})?\W*$")


def alike(one: str, other: str) -> bool:
    """Whether two lines of some length say the same but for a misprint ("No. 15-02641-PHX-DGC", "No. 15-02641-DGC")."""
    if min(len(one), len(other)) < 12 or abs(len(one) - len(other)) > 0.3 * len(one):
        return False
    if one[:6] != other[:6] and one[-6:] != other[-6:]:
        return False  # most are: comparing letter by letter is slow
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def at_edge(page: Page, from_top: bool) -> list[Line]:
    """The outermost lines of a page, from the edge inwards; what is furniture already is passed over."""
    lines = sorted(body_lines(page), key=lambda line: line.bbox.top if from_top else -line.bbox.bottom)
    return list(itertools.takewhile(lambda line: len(line.text) <= LONGEST, lines[:EDGE_LINES]))


def comes_again(spots: dict[int, Spot], pages: int) -> bool:
    """Whether a line stands at one place on page after page, or on both later pages of a short paper.

    Two pages with the same first lines are mostly a cover and a caption. The second line of a head stands below the
    first, wherever that is.
    """
    numbers = sorted(spots)
    soon = [(a, b) for a, b in itertools.pairwise(numbers) if b - a <= SOON and same_spot(spots[a], spots[b])]
    if len(soon) >= 2:
        return True
    return bool(soon) and pages <= SHORT_PAPER and (soon[-1][0] > 1 or pages == 2)


def same_spot(one: Spot, other: Spot) -> bool:
    """Whether two lines stand at one height, or below as many others."""
    return abs(one.height - other.height) <= SAME_HEIGHT or one.rank == other.rank > 0


def peel(page: Page, edge: Sequence[Line], heads: Heads, from_top: bool) -> None:
    """From the edge inwards, set apart lines that are furniture, until the first one that is not."""
    kind = "running-head" if from_top else "running-foot"
    headed = False
    for line in edge:
        if note_label(line.words[0]) is not None or (from_top and begins_caption(line, page)):
            break
        known = heads.has(line, headed) or names_its_page(line, page) or (from_top and bool(SLIP_HEAD.match(line.text)))
        known = known or (line is edge[0] and (heads.counts_on(line) or heads.numbers_case(line)))
        part = headed and from_top and (heads.has_place(line) or bool(SLIP_PART.fullmatch(line.text)))
        if not known and not part:
            break
        set_apart(line, kind)
        headed = True


def begins_caption(line: Line, page: Page) -> bool:
    """Whether a line is of the caption that opens its page; a caption begins with the court's name."""
    if not _COURT.search(line.text) or SLIP_PART.fullmatch(line.text):
        return False
    return any(other is line for other in caption_lines(page))


_COURT = re.compile(r"\b(?:courts?|tribunal|board|appeals)\b", re.IGNORECASE)

# The head of a slip opinion's first page, which repeats nowhere in a short paper: "(Slip Opinion) Cite as: 571 U. S.
# ____ (2013) 1", "Cite as: 598 U. S. ____ (2023)", "OCTOBER TERM, 20251" (the folio glued to the year), and under it
# the part: "Per Curiam", "SOTOMAYOR, J., dissenting"
SLIP_HEAD = re.compile(r"(?:\d+ )?(?:\(Slip Opinion\)|Cite as: \d+ U\. ?S\.|OCTOBER TERM, \d{4} ?\d{1,4}$)")
SLIP_PART = re.compile(
    r"(?:Per Curiam|Syllabus|Opinion of .{3,40}|Statement of .{3,40}|[A-Z’']{3,} ?, (?:C\. ?)?J\., .{5,60})$"
)
# "Findings and Conclusions Regarding Plan – Page 1", "MEMORANDUM OPINION AND ORDER - PAGE 7 of 12",
# "CR-11 (10/16)      CRIMINAL MINUTES - GENERAL      Page 3 of 26"
_CASE_NUMBER = re.compile(r"(?:Nos?\. (?:[A-Z]{2,5} )?|[A-Z]{3,5} )(?:\d\d-\d{3,6}(?:-\w{1,4})?|\d{5,8})")
_SHORT_TITLE = re.compile(r"[,:;] .{3,40} v\. .{3,60}|.{3,40} v\. .{3,60}[,:;] |[A-Z][A-Z’'. -]{2,30}[–—-]")
_DOCKET_NUMBER = re.compile(r"\d\d-\d{3,6}")
_TITLE_PAGE = re.compile(r"\S.{3,90}[ ,|–—-] ?(?:Page|PAGE) (?P<page>\d{1,3})(?: (?:of|OF) \d{1,3})?\.?")


def names_its_page(line: Line, page: Page) -> bool:
    """Whether a line bears its page's number as heads do: beside capitals ("2 ROE v. ACME") or a docket number at the
    other end ("2 Opinion of the Court 33-12907"), or as "Page 2".

    The number is the page's in the file, or the one that its stamp tells.
    """
    numbers = {page.number, *(page_of(other.text) for other in page.lines if other.furniture == "stamp")}
    titled = _TITLE_PAGE.fullmatch(line.text)
    if titled:
        return int(titled["page"]) in numbers
    ends = [line.words[0].text, line.words[-1].text]
    beside = any(_DOCKET_NUMBER.fullmatch(word) for word in ends) or in_capitals(line)
    return page.number > 1 and 1 < len(line.words) < 14 and str(page.number) in ends and beside


def in_capitals(line: Line) -> bool:
    """Whether most letters of a line are capitals."""
    return share_of_capitals([line]) > 0.6


def outer_numbers(edge: Sequence[Line]) -> set[int]:
    """The numbers at the ends of a page's outermost line, if they stand off its words or those are in capitals."""
    if not edge or len(edge[0].words) < 2:
        return set()
    groups = segments(edge[0])
    ends = [groups[0], groups[-1]] if len(groups) > 1 else []
    if in_capitals(edge[0]):
        ends += [[edge[0].words[0]], [edge[0].words[-1]]]
    return {int(words[0].text) for words in ends if len(words) == 1 and re.fullmatch(r"\d{1,4}", words[0].text)}


def label_within_text(page: Page) -> None:
    """Heads of text that shows no page ends stand among its lines: a short line with a number that cuts sentences.

    "J-A13044-21", "No. 1-19-1133": the same line three times at least, and once at least between the halves of a
    sentence.
    """
    lines = body_lines(page)
    places: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        places[line.text].append(i)
    for text, found in places.items():
        if len(found) < 3 or not _CASE_LINE.fullmatch(text):
            continue
        cutting = [i for i in found if 0 < i < len(lines) - 1 and cuts(lines[i - 1], lines[i + 1])]
        if cutting:
            for i in found:
                if i >= cutting[0]:
                    set_apart(lines[i], "running-head")


# a docket number, or a short title
_CASE_LINE = re.compile(r"(?:Nos?\. )?[\w-]*\d[\w-]*-\d[\w-]*(?:[,;] [\w-]+)*|.{3,40} v\. .{3,40}")


def cuts(above: Line, below: Line) -> bool:
    """Whether the lines around a line are halves of a sentence."""
    return above.text[-1:].isalpha() and below.text[:1].islower()


def label_watermarks(pages: Sequence[Page]) -> None:
    """Set apart words that stand over most pages, away from their edges ("Northern District of California")."""
    places: dict[tuple[str, int], dict[int, Line]] = defaultdict(dict)
    for page in pages:
        for line in body_lines(page):
            if len(line.words) >= 3:
                height = round(line.bbox.top / SAME_HEIGHT) if page.measured else 0
                places[line.text, height].setdefault(page.number, line)
    for found in places.values():
        if len(found) >= 3 and len(found) >= 0.6 * len(pages):
            for line in found.values():
                set_apart(line, "watermark")
