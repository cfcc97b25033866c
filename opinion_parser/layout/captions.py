"""Where captions stand: at the head of a paper, and once more over separate writings, appendices and stapled papers.

What a line of a caption says is for the caption grammar to tell (parsing/caption.py); here its kinds show where a
caption begins and down to which line it surely reaches. Between the court's name and the last role or "v." everything
is the caption's, however much a line of it may look like a heading ("v. ROE LOANS, INC.") or like running text.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from opinion_parser.layout.measure import body_lines
from opinion_parser.parsing.byline import read_byline
from opinion_parser.parsing.caption import cell_kinds
from opinion_parser.source import Line, Page

HEAD = 14
"""How many lines (a legend, a stamp) may stand above the court's name at the head of a page."""
REACH = 60
"""Lines of a page's head that are looked at."""
PROSE_LINES = 3
"""So many lines of running text one after the other end a caption."""
NEAR = 16
"""So many lines may stand between two that name a side (a list of parties)."""

GOES_ON = "GOES_ON"
"""Beside the kinds of cells: the line goes on a cell of the line above."""
SIDES = frozenset({"VERSUS", "CASE", "ROLE", "ROLED"})
"""Kinds of cells that name a side of a case."""
BELOW_SIDES = frozenset(
    {"COURT_MORE", "DOCKET", "DOCKET_MORE", "HISTORY", "HISTORY_MORE", "HISTORY_DOCKET", "HISTORY_JUDGE", "LOWER",
     "LOWER_MORE", "DATED", "PANEL", "PANEL_MORE", "CITATION"}
)  # fmt: skip
"""Kinds that go on a caption below its last side: how the case came here, its number, dates, panel."""


def mark_captions(pages: Sequence[Page]) -> None:
    """Give the fact ``caption`` to the lines that are surely a caption's, and ``caption-top`` to the first of them."""
    for page in pages:
        for i, line in enumerate(caption_lines(page, first=page is pages[0])):
            line.facts |= {"caption", "caption-top"} if i == 0 else {"caption"}


def caption_lines(page: Page, *, first: bool = False) -> list[Line]:
    """The lines of the caption that opens a page; none where no side of a case is named below a court's name.

    On the paper's ``first`` page a caption may begin without one ("2014-1302" alone).
    """
    lines = body_lines(page)[:REACH]
    if not first and (short := short_title(lines) or reported_title(lines)):
        return short
    if not first and not any(_COURT.search(line.text) for line in lines[:HEAD]):
        return []
    kinds = kinds_of(lines)
    if any(_LETTER.match(line.text) or _NEWS.search(line.text) for line in lines):
        return letter_head(lines, kinds) if first else []
    top = next((i for i in range(min(HEAD, len(lines))) if "COURT" in kinds[i]), 0 if first else None)
    if top is None:
        return []
    if first and prose_begins(lines, 0) > top:
        top = 0
    end = min(prose_begins(lines, top), counsel_begins(lines, top), opinion_begins(lines, top))
    kinds = [frozenset({"OTHER"}) if running(line) else kind for line, kind in zip(lines[:end], kinds, strict=False)]
    last = last_line(kinds, [i for i in range(top, len(kinds)) if kinds[i] & SIDES or names_side(lines[i], kinds[i])])
    return lines[top : last + 1] if last is not None else []


_COURT = re.compile(r"court|tribunal|board|appell", re.IGNORECASE)
"""Without one of these words no line names a court."""


# "Dear Counsel:", "RE: Jane Roe v. Acme Corp.": a letter's head is no caption
_LETTER = re.compile(r"(?:dear\b|to all (?:parties|counsel)\b|re ?: .*\bvs?\. )", re.IGNORECASE)
# the page with which the clerk of Louisiana's Supreme Court announces its opinions
_NEWS = re.compile(r"\bnews release\b", re.IGNORECASE)


def letter_head(lines: Sequence[Line], kinds: Sequence[frozenset[str]]) -> list[Line]:
    """The head of a judge's letter down to its subject ("Re: Roe v. Acme Corp." / "Civil Action No. 30-0555")."""
    court = next((i for i in range(min(HEAD, len(lines))) if "COURT" in kinds[i]), None)
    subject = next((i for i, line in enumerate(lines) if _SUBJECT.match(line.text)), None)
    if court is None or subject is None or prose_begins(lines, 0) <= subject:
        return []
    end = subject + 1
    while end < len(lines) and end <= subject + 3 and not lines[end].text.endswith(":"):
        end += 1
    return list(lines[:end]) if any("DOCKET" in kind for kind in kinds[subject:end]) else []


_SUBJECT = re.compile(r"re ?: .*\bvs?\. ", re.IGNORECASE)


def short_title(lines: Sequence[Line]) -> list[Line]:
    """The short title that stands over a writing, with its number ("ROE v. DOE" / "S284303") and a byline below it."""
    if len(lines) < 2 or not _SIDE.search(lines[0].text) or opinion_begins(lines[:SHORT], 0) >= SHORT - 1:
        return []
    kinds = kinds_of(lines[:SHORT])
    return list(lines[:2]) if "CASE" in kinds[0] and "DOCKET" in kinds[1] else []


SHORT = 8
"""Lines of a page's head that a short title and a byline take."""


def reported_title(lines: Sequence[Line]) -> list[Line]:
    """The caption of a reported opinion that names no court: the title, its number in brackets, and the bench.

    "STATE OF CONNECTICUT v." / "CHARLES ROE, JR." / "(SC 31771)" / "Roberts, C. J., and Doe, Poe and Coe, Js."
    """
    head = lines[:SHORT]
    number = next((i for i, line in enumerate(head) if _BRACKETED.fullmatch(line.text)), 0)
    if not number or not _SIDE.search(" ".join(line.text for line in head[:number])):
        return []
    kinds = kinds_of(head)
    last = number
    while last + 1 < len(head) and kinds[last + 1] & {"PANEL", "PANEL_MORE", "DOCKET", "DOCKET_MORE", "DATED"}:
        last += 1
    return list(head[: last + 1]) if any(kind & {"PANEL"} for kind in kinds[number:last + 1]) else []


_BRACKETED = re.compile(r"\([A-Z]{1,4} \d{4,6}\)")


def names_side(line: Line, kinds: frozenset[str]) -> bool:
    """Whether a line of a matter's or party's name has a versus or a role in its midst."""
    return bool(kinds & {"MATTER", "MATTER_MORE"}) and _SIDE.search(line.text) is not None


# "Properties, LLC, et al., Appellants, et al., v Gary": one line of a caption that is set as a sentence
_ROLE = re.compile(r", (?:Appell|Respond|Petition|Plaintiff|Defend)[a-z]+(?:-[A-Za-z]+)*[,.]")
_SIDE = re.compile(rf"(?:^|[\s,])vs?\.?(?:\s|$)|{_ROLE.pattern}")


def last_line(kinds: Sequence[frozenset[str]], sides: Sequence[int]) -> int | None:
    """Index of the last line that is surely the caption's: the last side, or what stands close below it."""
    last = None
    for i in sides:
        if last is None or i - last <= NEAR:
            last = i
    while last is not None:
        below = range(last + 1, min(last + 4, len(kinds)))
        known = [i for i in itertools.takewhile(lambda i: "OTHER" not in kinds[i], below) if kinds[i] & BELOW_SIDES]
        if not known:
            break
        last = known[-1]
    while last is not None and last + 1 < len(kinds) and GOES_ON in kinds[last + 1]:
        last += 1
    if last is not None and "VERSUS" in kinds[sides[-1]] and sides[-1] >= last - 3 and last + 1 < len(kinds):
        return last + (kinds[last + 1] == frozenset({"TEXT"}))  # the other side, whose name has no role
    return last


def kinds_of(lines: Sequence[Line]) -> list[frozenset[str]]:
    """The kinds that the caption grammar gives the cells of each line."""
    rows = [[i, None] if line.column == "left" else [None, i] if line.column == "right" else [i]
            for i, line in enumerate(lines)]  # fmt: skip
    found: list[set[str]] = [set() for _ in lines]
    for kind, cell in cell_kinds([line.text for line in lines], rows):
        for line in cell.lines:
            found[line] |= {kind, GOES_ON} if line > cell.line else {kind}
    return [frozenset(kinds) for kinds in found]


def prose_begins(lines: Sequence[Line], start: int) -> int:
    """Index of the first line at or after ``start`` from which running text goes on for some lines."""
    run = 0.0
    for i in range(start, len(lines)):
        words = len(lines[i].words)
        run = run + max(1.0, words / 16) if running(lines[i]) else 0.0
        if run >= PROSE_LINES:
            return i + 1 - PROSE_LINES if words < 40 else i
    return len(lines)


def counsel_begins(lines: Sequence[Line], start: int) -> int:
    """Index of the first line that tells who appeared for whom."""
    return next((i for i in range(start, len(lines)) if _COUNSEL.search(lines[i].text)), len(lines))


# "Rochester (Michael A. Roe of counsel), for", "argued for petitioner", "for Defendants-Appellees."
_COUNSEL = re.compile(
    r"\bof counsel\b|[,)] for$|\bargued (?:for|the cause)\b|\bon (?:the )?briefs?\b"
    r"|\bfor (?:the )?(?:[a-z]+[- ])*(?:appell(?:ant|ee)|respondent|petitioner|plaintiff|defendant)s?\b(?! in\b)",
    re.IGNORECASE,
)


def opinion_begins(lines: Sequence[Line], start: int) -> int:
    """Index of a byline. A judge's name alone may be that of the judge below: running text must stand below it."""
    for i in range(start, len(lines)):
        if not _JUDGE.search(lines[i].text) or (i and is_judge_below(lines[i], lines[i - 1])):
            continue
        said = read_byline(lines[i].text)
        below = lines[i + 1 : i + 3]
        if (said is not None and (said.per_curiam or any(map(running, below)))) or says_how(lines[i : i + 3]):
            return i
    return len(lines)


def is_judge_below(line: Line, above: Line) -> bool:
    """Whether a line names the judge below ("FROM THE CIRCUIT COURT OF ROE COUNTY" / "Jane M. Doe, Judge")."""
    return _JUDGE_BELOW.match(line.text) is not None and _HISTORY.match(above.text) is not None


_JUDGE_BELOW = re.compile(r"(?:[A-Z][a-z’'-]+|[A-Z]\.)(?: (?:[A-Z][A-Za-z’'-]+|[A-Z]\.)){1,3}, (?:[A-Z][a-z]+ )*Judge$")
_HISTORY = re.compile(r"(?:(?:ON )?APPEAL )?FROM THE [A-Z ,]+COURT[A-Z ,]*$")


def says_how(lines: Sequence[Line]) -> bool:
    """Whether lines begin with a byline that says what its judge did, over up to three lines.

    "JUSTICE ROE, with whom THE CHIEF JUSTICE, / JUSTICE DOE, and JUSTICE POE join, dissenting."
    """
    for end in range(1, len(lines) + 1):
        text = " ".join(line.text for line in lines[:end])
        said = read_byline(text) if _DID.search(text) else None
        if said is not None and said.authors and said.end == len(text):
            return True
    return False


_DID = re.compile(r"\b(?:emitida por|emitió|delivered|announced|join|dissent|concurr|respecting)")
_JUDGE = re.compile(r"per curiam|judge|justice|\bjuez|\bj\.", re.IGNORECASE)


def running(line: Line) -> bool:
    """Whether a line reads like running text: seven words or more, most of them in small letters.

    What tells a party's role or office does not ("President of the United States, in his official capacity, et al.").
    """
    small = sum(word.text[:1].islower() for word in line.words)
    about = _ROLE.search(line.text) or _CAPACITY.search(line.text)
    return len(line.words) >= 7 and small > 0.55 * len(line.words) and not about


_CAPACITY = re.compile(r", in (?:his|her|their|its) official capacit(?:y|ies)\b|, et al\.,?$")
