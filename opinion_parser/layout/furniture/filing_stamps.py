"""Stamps of electronic filing, which a court's computer prints over every page.

A stamp is a row of labelled fields (case, document, day of filing, page). The courts of appeals, the district and
bankruptcy courts and New York's e-filing system order and abbreviate them in their own ways, so a line is judged by
how many fields it has and whether there is anything else in it. Text layers print a stamp in the middle of a
sentence; only the full wording is taken out there, for opinions cite papers in a like way ("Doc. 12 at 3").
"""

from __future__ import annotations

import itertools
import re

from opinion_parser.layout.furniture.apart import set_apart, take_out, words_between
from opinion_parser.layout.measure import body_lines
from opinion_parser.source import Line, Page

LONGEST = 250
"""Characters of a stamp on a line of its own."""

_DATE = r"\d{1,2}/\d{1,2}/\d{2,4}"
_TIME = r"(?:\s?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?)?"
_FIELDS = {
    # "Case 1:20-cv-02760-KPF", "Case: 12-2209", "Case3:14-cv-03120-RS", "USCA11 Case: 23-12178", "USCA Case #20-5143",
    # "Appeal: 17-2218", "Appellate Case: 20-1234"
    "case": r"(?:USCA\s?\d*\s)?(?:Appellate\s)?(?:Case|CASE|Appeal|USCA)(?:\s?No\.?)?\s?[:#]?\s?#?"
    r"\d[\w:.\-/()]*\d[\w\-]*,?",
    # "20-12345-mg" at the head of a bankruptcy court's stamp; "2:28-cv-01661-DCN" before "Date Filed" or "# 40"
    "number": r"(?<![\w.\-])\d{1,2}[-:]\d{2,5}[\w\-]*(?=\s+(?:(?:Doc|Document|DOC)\b|Date Filed|# \d))",
    # "PageID #:259", "Page ID #:365", "PagelD# 839" (read from a scan)
    "page id": r"(?:Page|PAGE)\s?[Il1]D\.?\s?[#:.]*\s?\d+",
    # "Page 1 of 16", "Page: 1 of 17", "Page1 of 12", "Pg: 1 of 12", "Pages: 1"
    "page": r"(?:Pages?|PAGE|[Pp]g)\b\s?:?\s?\d+(?:\s?of\s?\d+)?|(?:Page|Pg)\d+(?:\s?of\s?\d+)?",
    # "Document 39", "Document #: 20", "Document38", "Doc 644", "Doc# 91", "DktEntry: 58-1", "ECF No. 53"
    "document": r"(?:Document|DOCUMENT|Doc|DOC|DktEntry|Dkt|ECF)\.?(?:\s?No\.?|\s?Entry)?\s?[#:]*\s?\d[\d\-]*,?",
    # "Filed 12/30/20", "Date Filed: 05/08/2025", "Filed02/20/15", "Entered 06/30/17 13:52:10",
    # "Entered on FLSD Docket 02/01/2013", "Filed on 05/21/30 in TXSD", "filed 09/30/30 USDC Colorado"
    "filed": rf"(?:Date\s)?(?:[Ff]iled|FILED|Entered|ENTERED)(?:\son(?:\s\w+\sDocket)?)?:?\s?{_DATE}{_TIME}"
    r"(?:\sin\s[A-Z]{3,5}\b|\sUSDC\s[A-Z]\w+)?",
    # "Entry ID: 5700979", "ID: 11738241"; the courts of appeals of the Second and Ninth Circuits name no field:
    # "Case 20-1234, Document 105-1, 06/14/2021, 3118475, Page1 of 15"
    "entry": rf"(?:Entry\s)?ID:?\s?\d+,?|Entry\sNumber\s\d+|(?<=,\s){_DATE},|(?<=,\s)\d{{7,8}},",
    # "Desc Main Document Page 1 of 20", which may run over to a second line
    "part": r"Desc(?:\sMain|\sExhibit(?:\s\w{1,2})?|\sImaged)?|Main\b|Document(?=\s+(?:Page|Pg)\b)|Document$",
}
_FIELD = re.compile("|".join(f"(?P<{name.replace(' ', '_')}>{shape})" for name, shape in _FIELDS.items()))

# the full wording, wherever it stands: case, document, and then filing and page in either order
_CASE, _DOCUMENT, _FILED, _PAGE = (_FIELDS[name] for name in ("case", "document", "filed", "page"))
_REST = rf"(?:\s+(?:{_FIELDS['page id']}|{_FIELDS['entry']}|{_FILED}|{_PAGE}))*"
FULL_STAMP = re.compile(
    rf"(?<![(\[\w])(?:{_CASE})\s+(?:{_DOCUMENT})\s+(?:(?:{_FILED})\s+(?:{_PAGE})|(?:{_PAGE})\s+(?:{_FILED})){_REST}"
)

# "Court No. 18-00248 Page 2", over the pages of the Court of International Trade and in its text layers within them
COURT_PAGE = re.compile(
    r"(?:Consol(?:idated|\.) )?Court Nos?\. \d{2}-\d{4,5}(?: et al\.)? Page (?P<page>\d{1,3})(?!\d)"
)

# lines of fixed wording of other systems
_OTHERS = re.compile(
    r"(?:https?://)?[Dd]ockets\.[Jj]ustia\.com"  # on the foot of the first page
    r"|FILED: [A-Z ]{4,30} COUNTY CLERK .*"  # "FILED: KINGS COUNTY CLERK 08/15/2019 04:55 PM   INDEX NO. 650123/2019"
    r"|NYSCEF DOC\. NO\. \d+.*|RECEIVED NYSCEF: .*"
    rf"|(?:E-?FILED|Electronically Filed|ELECTRONICALLY FILED)[ :]+(?:on )?{_DATE}.*"
    r"|(?:E-?FILED|Electronically Filed|ELECTRONICALLY FILED)[ :]+(?:on )?(?:\d{4} )?[A-Z][A-Za-z]{2,8}[ .-].*"
)
# "Harris v. Acme Marketing Corporation   Doc. 284": a publisher's head on the first page
_TITLE_DOC = re.compile(r".{3,80}\bv\.? .{3,80} Doc\.? ?#? ?\d+(?: Att\. \d+)?|Doc\.? ?# ?\d+")


def page_of(stamp: str) -> int | None:
    """The number of the page that a stamp (or a line with "Page 2") tells."""
    found = re.search(rf"(?:{_FIELDS['page']})(?!\s?[Il1]D)", stamp)
    numbers = re.findall(r"\d+", found.group()) if found else []
    return int(numbers[0]) if numbers else None


def paper_of(stamp: str) -> str:
    """What the stamps of all pages of one paper have in common: the words before the page's number."""
    return re.split(r"\b(?:Page|Pg)", stamp)[0].replace(" ", "")


def label_filing_stamps(page: Page) -> None:
    """Set apart the stamps of one page, as lines and in the middle of lines."""
    lines = body_lines(page)
    for i, line in enumerate(lines):
        text = line.text
        if is_stamp(text) or _OTHERS.fullmatch(text) or (i == 0 and page.number == 1 and _TITLE_DOC.fullmatch(text)):
            set_apart(line, "stamp")
    label_remainders(lines)
    for line in body_lines(page):
        label_within(page, line)


def is_stamp(text: str) -> bool:
    """Whether a line is a stamp: three fields at least, or two that number the paper, and little else."""
    if len(text) > LONGEST:
        return False
    found = list(_FIELD.finditer(text))
    kinds = {match.lastgroup for match in found}
    numbered = kinds & {"case", "number", "document"}
    if not numbered or not kinds & {"filed", "page", "page_id", "entry"} or len(kinds) < 2:
        return False
    if len(kinds) == 2 and not {"case", "document"} & kinds:
        return False
    covered = sum(len(re.sub(r"\W", "", match.group())) for match in found)
    other = len(re.sub(r"\W", "", text)) - covered
    return other <= (0.35 if len(kinds) > 3 else 0.12) * covered


def label_remainders(lines: list[Line]) -> None:
    """What of a stamp ran over to a second line: "Document Page 1 of 4", "Page 2 of 18 PageID #: 16844"."""
    for above, line in itertools.pairwise(lines):
        if above.furniture == "stamp" and line.furniture == "" and line.words:
            rest = _FIELD.sub("", line.text)
            if not re.search(r"\w", rest):
                set_apart(line, "stamp")


def label_within(page: Page, line: Line) -> None:
    """Take stamps out of the middle of a line: "in recent years Case 3:17-cv-01362 Document 832 ... relating to"."""
    if not any(word in line.text for word in ("Case", "USCA", "Appeal", "Court No")):
        return
    while line.words and (match := FULL_STAMP.search(line.text) or COURT_PAGE.search(line.text)):
        kind = "stamp" if match.re is FULL_STAMP else "running-head"
        words = words_between(line, *match.span())
        take_out(page, line, words, kind)
        if line.furniture:
            break
