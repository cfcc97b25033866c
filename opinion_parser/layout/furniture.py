"""Furniture: words of a page that are not the document's. They are labelled and kept, never removed.

Running heads and feet are found by repetition: the same words (digits aside) at the same height of several pages, at
the edge of the page or next to other furniture. Stamps of electronic filing have a fixed wording. Folios are numbers
alone at an edge.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from opinion_parser.source import Line, Page, Word, Zone, note_label

EDGE_LINES = 5
"""How many lines from the top or the foot of a page may be furniture."""
SAME_HEIGHT = 9.0
"""Points by which a running head may move from page to page."""

# CM/ECF and appellate filing stamps, with or without their blanks:
#   "Case 1:20-cv-02760-KPF Document 39 Filed 12/30/20 Page 1 of 16"
#   "Case: 1:18-cv-00001 Document #: 20 Filed: 08/31/18 Page 1 of 22 PageID #:259"
#   "USCA11 Case: 23-12178 Document: 72-1 Date Filed: 05/08/2025 Page: 1 of 17"
#   "Appeal: 10-1234 Doc: 30 Filed: 02/05/2010 Pg: 1 of 12", "17-03283-LTS Doc 644 Filed 06/30/17 Entered ..."
_CASE = r"(?:USCA\w* ?)?(?:Case|Appeal|USCA)?:? ?\d[\w:.\-]*\d[\w\-]*"
_ENTRY = r"(?:Document|Doc|Dkt|DktEntry|Docket)\.?(?: ?No\.?)? ?#?:? ?[\d\-]+"
_FILED = r"(?:Date ?)?(?:Filed|Entered|FILED)(?: on FLSD Docket)?:? ?\d{1,2}/\d{1,2}/\d{2,4}"
_PAGE = r"(?:Page|Pg)(?: ?ID)?:? ?#?:? ?\d+"
STAMP = re.compile(
    rf"^.{{0,12}}{_CASE}.{{0,20}}?{_ENTRY}.{{0,60}}?(?:{_FILED}|{_PAGE})"
    rf"|^{_PAGE}.{{0,30}}{_FILED}|^{_FILED} .{{0,40}}{_PAGE}"
)

# "2", "- 3 -", "-4-", "Page 2 of 9", "Page 7", "2 of 16", "[2]", "ii"
FOLIO = re.compile(
    r"[-–—\[(. ]*(?:(?:Page|PAGE|Pg\.?|P\.) ?)?(?:\d{1,4}|[ivxl]{1,6})(?: ?(?:of|/) ?\d{1,4})?[-–—\]). ]*"
)

# "2025).", "77.", "1539.)": no folio but the last word of a note; a bracket that closes is opened before it
SENTENCE_TAIL = re.compile(r"^[^(\[]*\d[)\]]?\.[)\]”]*$|^[^(\[]*\d[)\]]\.?$")


def label_furniture(pages: list[Page]) -> None:
    """Give the zone FURNITURE, with its kind, to stamps, running heads and feet, folios and watermarks."""
    for page in pages:
        part_star_pages(page)
        for line in page.lines:
            if line.facts & {"rotated", "watermark"}:  # the reader's word for text across or over the page
                set_apart(line, "watermark")
            elif STAMP.match(line.text):
                set_apart(line, "stamp")
            elif CONTINUED.fullmatch(line.text):
                set_apart(line, "continuation")
    repeated = repeated_keys(pages)
    for page in pages:
        for from_top in (True, False):
            peel(page, from_top, repeated)


# The head of a slip opinion's first page, which repeats nowhere in a short paper: "(Slip Opinion) Cite as: 571 U. S.
# ____ (2013) 1", "Cite as: 598 U. S. ____ (2023)", and under it the part: "Per Curiam", "SOTOMAYOR, J., dissenting"
SLIP_HEAD = re.compile(r"(?:\d+ )?(?:\(Slip Opinion\)|Cite as: \d+ U\. ?S\.)")
SLIP_PART = re.compile(
    r"(?:Per Curiam|Syllabus|Opinion of .{3,40}|Statement of .{3,40}|[A-Z’']{3,} ?, (?:C\. ?)?J\., .{5,60})$"
)


def part_star_pages(page: Page) -> None:
    """Part the page numbers of another edition from the text that they interrupt ("concerning its [*2]defense")."""
    lines: list[Line] = []
    for line in page.lines:
        rest: list[Word] = []
        for word in line.words:
            star = STAR_PAGE.match(word.text)
            if star is None:
                rest.append(word)
                continue
            mark = replace(line, words=[replace(word, text=star.group(), glued=False)])
            set_apart(mark, "star-page")
            lines.append(mark)
            if star.end() < len(word.text):
                rest.append(replace(word, text=word.text[star.end() :]))
        line.words = rest
        if rest:
            line.bbox = line.bbox._replace(x0=rest[0].bbox.x0)
            lines.append(line)
    page.lines = lines


# "[*2]" in Tax Court reports and New York slip opinions, "{**1 AD3d at 7}" is several words and stays
STAR_PAGE = re.compile(r"\[\*\d{1,4}\]")
# "(continued...)", "3(...continued)", "(Footnote continued on next page.)": says nothing but that a note goes on
CONTINUED = re.compile(r"\d{0,3} ?\(?[. …]*(?:[Ff]ootnote )?[Cc]ontinued(?: on next page| next page)?[. …]*\)")


def label_typed_rules(pages: list[Page]) -> None:
    """Set apart lines drawn with characters ("_______", "- - - - -"), which have no words."""
    for page in pages:
        for line in page.lines:
            if line.zone is Zone.BODY and TYPED_RULE.fullmatch(line.text):
                set_apart(line, "rule")


TYPED_RULE = re.compile(r"[_=~–—\- ]{3,}[/xX)]?")


def set_apart(line: Line, kind: str) -> None:
    """Label one line as furniture."""
    line.zone, line.furniture = Zone.FURNITURE, kind


def key_of(line: Line) -> str:
    """The words of a line with page numbers and spacing evened out, by which repetitions are recognised.

    Numbers of up to four digits that stand alone may count pages ("2007-3224 12", "Page 3 of 9"); others tell one line
    from another. On left and right pages the number changes sides ("2 IN RE ROE", "IN RE ROE 3"), so it does not count
    at the ends.
    """
    return "".join(_PAGE_NUMBER.sub("#", word) for word in re.split(r"[\s_]+", line.text.lower())).strip("#")


_PAGE_NUMBER = re.compile(r"^\W*(?:page|pg|p)?\W*\d{1,4}(?:of\d{1,4})?\W*$")


def at_edge(page: Page, from_top: bool) -> list[Line]:
    """The outermost lines of a page, from the edge inwards; what is furniture already is passed over."""
    lines = [line for line in page.lines if line.zone is Zone.BODY and line.words]
    lines.sort(key=lambda line: line.bbox.top if from_top else -line.bbox.bottom)
    return lines[:EDGE_LINES]


def repeated_keys(pages: list[Page]) -> dict[str, list[float]]:
    """Heights at which the same words stand at an edge of at least two pages, by key."""
    seen: dict[str, dict[int, float]] = defaultdict(dict)
    for page in pages:
        for from_top in (True, False):
            for line in at_edge(page, from_top):
                seen[key_of(line)].setdefault(page.number, line.bbox.top)
    heights: dict[str, list[float]] = {}
    for key, places in seen.items():
        tops = sorted(places.values())
        near = [t for t in tops if sum(abs(t - u) <= SAME_HEIGHT for u in tops) >= 2]
        if len(near) >= 2 and key.strip("#of|"):
            heights[key] = near
    return heights


def carries_number(line: Line, page: Page) -> bool:
    """Whether a line in capitals begins or ends with its page's number ("2 ROE v. ACME"): a head that stands once."""
    ends = {line.words[0].text, line.words[-1].text}
    letters = [c for c in line.text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters) > 0.6 * len(letters)
    return page.number > 1 and 1 < len(line.words) < 14 and str(page.number) in ends and capitals


def peel(page: Page, from_top: bool, repeated: dict[str, list[float]]) -> None:
    """From the edge inwards, set apart lines that are furniture, until the first one that is not.

    The second line of a running head names the writing and need not repeat ("SOTOMAYOR, J., dissenting").
    """
    headed = False
    for line in at_edge(page, from_top):
        counts = line.text.strip(".) ") == str(page.number)
        if note_label(line.words[0]) is not None or (SENTENCE_TAIL.search(line.text) and not counts):
            break
        near = any(abs(line.bbox.top - t) <= SAME_HEIGHT for t in repeated.get(key_of(line), ()))
        if FOLIO.fullmatch(line.text):
            set_apart(line, "folio")
        elif near or (from_top and (SLIP_HEAD.match(line.text) or carries_number(line, page))):
            set_apart(line, "running-head" if from_top else "running-foot")
            headed = from_top
        elif headed and SLIP_PART.fullmatch(line.text):
            set_apart(line, "running-head")
        else:
            break
