"""The caption's fields: court, parties, dockets, judges, title and what else its lines say, with marks on the lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from opinion_parser import nodes
from opinion_parser.diagnostics import Log
from opinion_parser.enrich.cases import add_cases
from opinion_parser.enrich.casing import Casing
from opinion_parser.enrich.courts import read_court
from opinion_parser.enrich.elsewhere import closing_lines, head_lines, stamped_number
from opinion_parser.enrich.inferred_roles import infer_roles
from opinion_parser.enrich.judges import printed_judges
from opinion_parser.enrich.lower_court import lower_court
from opinion_parser.enrich.parties import parties_of
from opinion_parser.enrich.titles import reading_title
from opinion_parser.parsing.caption import CaptionReading, read_caption
from opinion_parser.parsing.dockets import Number, read_dockets
from opinion_parser.parsing.stretch import Span, Stretch
from opinion_parser.texts import paragraphs

__all__ = ["add_caption"]

Kind = Literal["court", "division", "party", "role", "docket", "judge", "title", "date", "versus", "signer"]


def add_caption(document: nodes.Document, log: Log) -> None:
    """Fill the caption's fields from its lines.

    What the lines do not say is looked for where else the caption may be: printed again over the first opinion, and
    in the front matter, for a caption may go on where layout saw no caption any more.
    """
    caption = document.caption
    reading = read_caption(caption.lines, caption.rows)
    over = document.opinions[0].caption_lines if document.opinions else []
    last = len(caption.lines)
    again = _below(last, over)
    whole = _below(last, list(front_lines(document)), caption)
    casing = Casing(document)
    add_court(document, [*reading.courts, *again.courts, *whole.courts], log)
    add_parties(caption, [reading, again, whole], casing, log)
    add_dockets(document, [reading, again, whole], log)
    for index, seat in enumerate(printed_judges(whole) or printed_judges(again)):
        caption.judges.append(seat.judge)
        mark(caption, seat.spans, "judge", index)
    add_title(caption, [*reading.titles, *again.titles, *whole.titles], casing)
    caption.legends = [" ".join(stretch.text.split()) for stretch in reading.legends]
    caption.citations = [re.sub(r"^.*?No\. ", "", " ".join(stretch.text.split())) for stretch in reading.citations]
    caption.lower_court = below(whole) or below(again)
    caption.marks = [mark for mark in caption.marks if 0 <= mark.line < last]
    caption.marks.sort(key=lambda mark: (mark.line, mark.start))
    add_cases(caption, reading, casing)


def _below(last: int, lines: Sequence[str], caption: nodes.Caption | None = None) -> CaptionReading:
    """A reading of full-width lines whose numbers begin at ``last``, where the caption's own lines end.

    With the ``caption`` they are read as if they went on it.
    """
    rows: list[list[int | None]] = [[last + index] for index in range(len(lines))]
    if caption is None:
        return read_caption([*[""] * last, *lines], rows)
    return read_caption([*caption.lines, *lines], [*caption.rows, *rows])


_LONG = 300
"""Characters of a paragraph of the front matter that can be no caption's."""
# "Before ROE, Chief Judge, ...", "APPEAL from an order of the Superior Court of Roe County, ..."
_ABOUT_THE_CASE = re.compile(
    r"(?:before|present|panel|(?:on )?appeals? from|appealed from|on petition)\b", re.IGNORECASE
)


def front_lines(document: nodes.Document) -> Iterator[str]:
    """Headings and short paragraphs of the front matter as lines, a rule for each longer one."""
    for text in paragraphs(document.front_matter, headings=True):
        yield text if len(text) <= _LONG or _ABOUT_THE_CASE.match(text) else "____"


def mark(caption: nodes.Caption, spans: Iterable[Span], kind: Kind, index: int = 0) -> None:
    """Mark words of the caption's lines."""
    caption.marks += [nodes.Mark(span.line, span.start, span.end, kind, index) for span in spans]


def add_court(document: nodes.Document, courts: Sequence[Stretch], log: Log) -> None:
    """The court: the first one with an id among those that are printed (a stamp may name it in short)."""
    caption = document.caption
    read = [(stretch, read_court(stretch.text.split("\n"))) for stretch in _together(courts)]
    best = next(((s, court) for s, court in read if court.id), None)
    best = best or max(read, key=lambda one: len(one[0].text), default=None)
    if best is None:
        told = court_of(head_lines(document)) or recorded_court(caption) or signed_court(document)
        caption.court = told or caption.court
        if caption.court.name is None:
            log.report("no-court", "no line of the caption names a court")
        return
    stretch, caption.court = best
    if caption.court.id is None:
        caption.court = noticed_court(document) or reported_court(caption) or caption.court
    mark(caption, stretch.spans(0, len(stretch.text)), "court")
    division = caption.court.division
    at = stretch.text.casefold().find(division.casefold()) if division else -1
    if division and at >= 0:
        mark(caption, stretch.spans(at, at + len(division)), "division")


def signed_court(document: nodes.Document) -> nodes.Court | None:
    """The court or board that only the closing block names, under its judge."""
    lines = closing_lines(document)
    reading = read_caption(lines, [[index] for index in range(len(lines))])
    return next((read_court([stretch.text]) for stretch in reading.courts), None)


def court_of(lines: Sequence[str]) -> nodes.Court | None:
    """The court with an id that lines outside the caption name."""
    reading = read_caption(lines, [[index] for index in range(len(lines))])
    courts = [read_court(stretch.text.split("\n")) for stretch in _together(reading.courts)]
    return next((court for court in courts if court.id), None)


def noticed_court(document: nodes.Document) -> nodes.Court | None:
    """The Supreme Court where only a notice gives its full name ("OFFICIAL REPORTS / OF / THE SUPREME COURT")."""
    notices = " ".join([*document.caption.lines, *front_lines(document)])
    found = re.search(r"Supreme Court of the United States(?=, Wash)", notices)
    return read_court([found[0]]) if found else None


def reported_court(caption: nodes.Caption) -> nodes.Court | None:
    """The court whose state only its Reporter's citation tells: "2024 NY Slip Op 04236" over "Court of Appeals"."""
    if caption.court.name == "Court of Appeals" and any("NY Slip Op" in line for line in caption.lines):
        return nodes.Court("New York Court of Appeals", None, "ny")
    return None


def recorded_court(caption: nodes.Caption) -> nodes.Court | None:
    """Courts that print no name: Virginia's Supreme Court prints its bench ("PRESENT: All the Justices", "Record No.
    2500"), Massachusetts' and Connecticut's courts numbers of their own ("SJC-13123", "(AC 46417)").
    """
    text = "\n".join(caption.lines)
    bench = re.search(r"^PRESENT: .*(?:JJ\.|Justices)", text, re.IGNORECASE | re.MULTILINE)
    if re.search(r"^SJC-\d+", text, re.MULTILINE):
        return nodes.Court("Massachusetts Supreme Judicial Court", None, "mass")
    if number := re.search(r"^\((AC|SC) \d{5}\)", text, re.MULTILINE):
        return read_court(["CONNECTICUT SUPREME COURT" if number[1] == "SC" else "CONNECTICUT APPELLATE COURT"])
    return read_court(["SUPREME COURT OF VIRGINIA"]) if bench and "Record No" in text else None


def _together(courts: Sequence[Stretch]) -> list[Stretch]:
    """Court lines that follow one another as one name: "TENNESSEE BUREAU OF ...", "... APPEALS BOARD"."""
    joined: list[Stretch] = []
    for court in courts:
        above = joined[-1] if joined else None
        follows = above is not None and court.cells[0].line == above.cells[-1].line + 1
        if above is not None and follows and not _same_words(above.text, court.text):
            joined[-1] = Stretch.of([*above.cells, *court.cells])
        else:
            joined.append(court)
    return joined


def _same_words(one: str, other: str) -> bool:
    """Whether two court lines say the same: the words of the shorter one are mostly in the other."""
    a, b = set(one.casefold().split()), set(other.casefold().split())
    return len(a & b) > 0.6 * min(len(a), len(b))


def add_parties(caption: nodes.Caption, readings: Sequence[CaptionReading], casing: Casing, log: Log) -> None:
    """Parties, their roles, and the versus between them: from the caption, or from all there is if it is cut short."""
    reading, again, whole = readings
    case = parties_of(reading, again, casing)
    if not case.versus:
        longer = parties_of(whole, again, casing)
        case = longer if longer.versus or not case.found else case
    caption.parties = [found.party for found in case.found]
    roles: set[tuple[Span, ...]] = set()
    for index, found in enumerate(case.found):
        mark(caption, found.name, "party", index)
        if tuple(found.role) not in roles:
            roles.add(tuple(found.role))
            mark(caption, found.role, "role", index)
    mark(caption, case.versus, "versus")
    infer_roles(caption, log)
    if not caption.parties:
        log.report("no-parties", "no words of the caption name a party")


def add_dockets(document: nodes.Document, readings: Sequence[CaptionReading], log: Log) -> None:
    """Docket numbers of this court's case, from the first reading that has any; else the one that is stamped.

    A syllabus names one of the cases decided together; the caption over the opinion names that one and the others.
    """
    caption = document.caption
    seen: dict[str, int] = {}
    cells = next((cells for cells in map(own_dockets, readings) if any(map(_own, cells))), [])
    over = own_dockets(readings[1])
    if cells and _numbers(cells) < _numbers(over):
        cells = [*cells, *over]
    numbers = [(stretch, number) for stretch in cells for number in _own(stretch)]
    if _CIRCUIT.fullmatch(caption.court.id or "") and not all(_OF_DISTRICT.match(n.text) for _, n in numbers):
        numbers = [(stretch, number) for stretch, number in numbers if not _OF_DISTRICT.match(number.text)]
    for stretch, number in numbers:
        index = seen.setdefault(_key(number.text), len(caption.dockets))
        if index == len(caption.dockets):
            caption.dockets.append(nodes.Docket(number.text))
        mark(caption, stretch.spans(number.start, number.end), "docket", index)
    if not caption.dockets and (stamped := stamped_number(document.furniture)):
        caption.dockets.append(nodes.Docket(stamped))
    if not caption.dockets:
        log.report("no-docket", "no line of the caption has a docket number")
    for docket in caption.dockets:
        if _CUT_SHORT.match(docket.number):
            log.report("docket-incomplete", f"the docket number {docket.number} has no serial number")


# "2:18-cv JAW": year, kind and judge without the number between them
_CUT_SHORT = re.compile(r"\d{1,2}:\d\d-[a-z]{2}(?![\w-])")


def _numbers(cells: Iterable[Stretch]) -> set[str]:
    return {_key(number.text) for stretch in cells for number in _own(stretch)}


# "1:24-cv-02139-UNA" beside a court of appeals' own number is the district court's
_CIRCUIT = re.compile(r"ca(?:\d+|dc)|bap\d+")
_OF_DISTRICT = re.compile(r"\d:\d\d-[a-z]{2}-", re.IGNORECASE)


def own_dockets(reading: CaptionReading) -> list[Stretch]:
    """The cells with this court's numbers: where some stand above the history, those below it are the court's below.

    "No. 2023-SC-0124-MR" / "ON APPEAL FROM LOGAN CIRCUIT COURT" / "NO. 19-CR-00158"

    A number over another versus is that of a further case.
    """
    first = min((stretch.cells[0].line for stretch in reading.history), default=None)
    opposed = [cell.line for case in reading.cases for cell in case.cells if re.search(r"\bv\. ", cell.text)]
    if first is not None and opposed and min(opposed) < first:
        first = max(first, *opposed)
    above = [stretch for stretch in reading.dockets if first is None or stretch.cells[0].line < first]
    return above or reading.dockets or list(_below_history(reading))


def _below_history(reading: CaptionReading) -> Iterator[Stretch]:
    """Tennessee prints its number below that of the court below, with nothing but a rule between them."""
    for stretch in reading.history:
        numbered = [cell for cell in stretch.cells if re.match(r"Nos?\. ?[A-Z\d]", cell.text)]
        if len(numbered) > 1:
            yield Stretch.of(numbered[-1:])


def _own(stretch: Stretch) -> list[Number]:
    return [number for number in read_dockets(stretch.text) if number.owner == "own"]


def _key(number: str) -> str:
    """Docket numbers that differ only in dashes, blanks and letters' case are one."""
    return "".join(c for c in number.casefold() if c.isalnum())


def add_title(caption: nodes.Caption, titles: Sequence[Stretch], casing: Casing) -> None:
    """The document's title: the first one printed, in the caption, over the opinion or in the front matter."""
    if titles:
        caption.title = reading_title(titles[0].text, casing) or None
        mark(caption, titles[0].spans(0, len(titles[0].text)), "title")


def below(reading: CaptionReading) -> nodes.LowerCourt | None:
    """The court below; where a history is told, a judge in a cell of his own is the one below."""
    own = own_dockets(reading)
    numbered = [*reading.lower, *(stretch for stretch in reading.dockets if stretch not in own)]
    told = [*reading.history, *reading.judges] if reading.history else []
    beside = [number.text for cell in own for number in read_dockets(cell.text) if number.owner == "lower"]
    return lower_court([stretch.text for stretch in told], [*(stretch.text for stretch in numbered), *beside])
