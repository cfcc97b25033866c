"""The caption's fields: court, parties, dockets, judges, title and what else its lines say, with marks on the lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from opinion_parser import nodes
from opinion_parser.diagnostics import Log
from opinion_parser.enrich.casing import Casing
from opinion_parser.enrich.courts import read_court
from opinion_parser.enrich.judges import judges_of
from opinion_parser.enrich.lower_court import lower_court
from opinion_parser.enrich.parties import parties_of
from opinion_parser.enrich.texts import paragraphs
from opinion_parser.enrich.titles import reading_title
from opinion_parser.parsing.caption import CaptionReading, read_caption
from opinion_parser.parsing.dockets import Number, read_dockets
from opinion_parser.parsing.stretch import Span, Stretch

__all__ = ["add_caption"]

Kind = Literal["court", "division", "party", "role", "docket", "judge", "title", "date", "versus", "signer"]


def add_caption(document: nodes.Document, log: Log) -> None:
    """Fill the caption's fields from its lines, and from the caption that is printed again over the first opinion.

    Needs signers and authors: where no panel and no judge is printed, those who signed or wrote are the judges.
    """
    caption = document.caption
    casing = Casing(document)
    reading = read_caption(caption.lines, caption.rows)
    over = document.opinions[0].caption_lines if document.opinions else []
    again = read_caption(over, [[index] for index in range(len(over))]) if over else None
    add_court(document, reading, again, log)
    add_parties(caption, reading, again, casing, log)
    add_dockets(caption, reading, again, log)
    add_judges(document, reading)
    add_title(caption, reading, again, casing)
    caption.legends = [" ".join(stretch.text.split()) for stretch in reading.legends]
    caption.citations = [re.sub(r"^.*?No\. ", "", " ".join(stretch.text.split())) for stretch in reading.citations]
    own = own_dockets(reading)
    below = [stretch.text for stretch in [*reading.lower, *(s for s in reading.dockets if s not in own)]]
    history = [stretch.text for stretch in reading.history] or list(front_history(document))
    caption.lower_court = lower_court(history, below)
    caption.marks.sort(key=lambda mark: (mark.line, mark.start))


def mark(caption: nodes.Caption, spans: Iterable[Span], kind: Kind, index: int = 0) -> None:
    """Mark words of the caption's lines."""
    caption.marks += [nodes.Mark(span.line, span.start, span.end, kind, index) for span in spans]


def add_court(document: nodes.Document, reading: CaptionReading, again: CaptionReading | None, log: Log) -> None:
    """The court: the first one with an id among those that the caption prints (a stamp may name it in short)."""
    caption = document.caption
    stretches = [*_together(reading.courts), *(again.courts if again else [])]
    read = [(stretch, read_court(stretch.text.split("\n"))) for stretch in stretches]
    best = next(((s, court) for s, court in read if court.id), None)
    best = best or max(read, key=lambda one: len(one[0].text), default=None)
    if best is None:
        caption.court = furniture_court(document) or caption.court
        if caption.court.name is None:
            log.report("no-court", "no line of the caption names a court")
        return
    stretch, caption.court = best
    if stretch not in (again.courts if again else []):
        mark(caption, stretch.spans(0, len(stretch.text)), "court")
        division = caption.court.division
        at = stretch.text.casefold().find(division.casefold()) if division else -1
        if division and at >= 0:
            mark(caption, stretch.spans(at, at + len(division)), "division")


def furniture_court(document: nodes.Document) -> nodes.Court | None:
    """The court that a running head or stamp of the first page names, where the caption itself does not."""
    lines = [piece.text for piece in document.furniture if piece.page == 1]
    reading = read_caption(lines, [[index] for index in range(len(lines))])
    courts = [read_court(stretch.text.split("\n")) for stretch in _together(reading.courts)]
    return next((court for court in courts if court.id), None)


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


def add_parties(
    caption: nodes.Caption, reading: CaptionReading, again: CaptionReading | None, casing: Casing, log: Log
) -> None:
    """Parties, their roles, and the versus between them."""
    case = parties_of(reading, again, casing)
    caption.parties = [found.party for found in case.found]
    roles: set[tuple[Span, ...]] = set()
    for index, found in enumerate(case.found):
        mark(caption, found.name, "party", index)
        if tuple(found.role) not in roles:
            roles.add(tuple(found.role))
            mark(caption, found.role, "role", index)
    mark(caption, case.versus, "versus")
    if not caption.parties:
        log.report("no-parties", "no words of the caption name a party")


def add_dockets(caption: nodes.Caption, reading: CaptionReading, again: CaptionReading | None, log: Log) -> None:
    """Docket numbers of this court's case."""
    seen: dict[str, int] = {}
    for stretch in own_dockets(reading):
        for number in _own(stretch):
            index = seen.setdefault(_key(number.text), len(caption.dockets))
            if index == len(caption.dockets):
                caption.dockets.append(nodes.Docket(number.text))
            mark(caption, stretch.spans(number.start, number.end), "docket", index)
    if not caption.dockets and again is not None:
        numbers = [number.text for stretch in again.dockets for number in _own(stretch)]
        caption.dockets = [nodes.Docket(text) for text in dict.fromkeys(numbers)]
    if not caption.dockets:
        log.report("no-docket", "no line of the caption has a docket number")


def own_dockets(reading: CaptionReading) -> list[Stretch]:
    """The cells with this court's numbers: where some stand above the history, those below it are the court's below.

    "No. 2023-SC-0124-MR" / "ON APPEAL FROM LOGAN CIRCUIT COURT" / "NO. 19-CR-00158"
    """
    first = min((stretch.cells[0].line for stretch in reading.history), default=None)
    above = [stretch for stretch in reading.dockets if first is None or stretch.cells[0].line < first]
    return above or reading.dockets


def _own(stretch: Stretch) -> list[Number]:
    return [number for number in read_dockets(stretch.text) if number.owner == "own"]


def _key(number: str) -> str:
    """Docket numbers that differ only in dashes, blanks and letters' case are one."""
    return "".join(c for c in number.casefold() if c.isalnum())


def add_judges(document: nodes.Document, reading: CaptionReading) -> None:
    """The panel or the assigned judge."""
    for index, seat in enumerate(judges_of(document, reading)):
        document.caption.judges.append(seat.judge)
        mark(document.caption, seat.spans, "judge", index)


def add_title(caption: nodes.Caption, reading: CaptionReading, again: CaptionReading | None, casing: Casing) -> None:
    """The document's title: the first one printed, in the caption or over the opinion."""
    titles = [*reading.titles, *(again.titles if again else [])]
    if not titles:
        return
    caption.title = reading_title(titles[0].text, casing) or None
    if reading.titles:
        mark(caption, titles[0].spans(0, len(titles[0].text)), "title")


def front_history(document: nodes.Document) -> Iterable[str]:
    """Paragraphs of the front matter that tell how the case came here: "APPEAL from an order of the Superior Court"."""
    for text in paragraphs(document.front_matter):
        if text.lower().startswith(("appeal from", "appeals from", "on appeal from", "appealed from")):
            yield text
