"""The judges of a case: the panel or the assigned judge, wherever it is printed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from opinion_parser import nodes
from opinion_parser.diagnostics import Log
from opinion_parser.enrich.names import reading_name
from opinion_parser.parsing.byline import Member, read_byline, read_panel
from opinion_parser.parsing.caption import CaptionReading
from opinion_parser.parsing.stretch import Span, Stretch
from opinion_parser.texts import paragraphs

__all__ = ["Seat", "add_judges", "printed_judges"]


class Seat(NamedTuple):
    """A judge, and where the caption's lines print the name."""

    judge: nodes.Judge
    spans: list[Span]


# "Before KELLY, EBEL", "Present—Scudder, P.J., Fahey and Whalen, JJ.", "Heard by Tabor, P.J., and Badding, JJ."
_PANEL_OPENS = re.compile(
    r"\(?(?:before|present|panel|heard by|considered(?: and decided)? by|b e f o r e|(?:argued|submitted) before)\b",
    re.IGNORECASE,
)
# "Angela T. Quigless, P.J., Kurt S. Odenwald, J., and James M. Dowd, J.", "WESLEY and HALL, Circuit Judges"; no bench
# sits where a copy goes to "Jane Roe, U.S.M.J."
_PANEL_ENDS = re.compile(
    r"(?:(?<!M\.)(?<!D\.)\bJJ?\.|\bJs\.|\bJudges|\bJUDGES|\bJustices)(?:,? concur(?:ring|s)?)?[.\s]*$"
)
# "Present—Scudder, P.J., Fahey and Whalen, JJ.", "Concur—Roe, J.P., Doe and Poe, JJ." at the end of a paragraph;
# "Roe, P.J., Doe and Poe, JJ., concur. Ordered that the order is affirmed." at the beginning of one
_PRESENT = re.compile(r"(?:Present|Concur) ?[—–:-].*$")
_CONCUR = re.compile(r"[^.\n]+(?:\.[^.\n]+){0,12}?\b(?:JJ?\.|Judges|Justices),? concur(?=\. [A-Z])")
# the same alone, before the decretal paragraphs, of which there may be several
_VOTE = re.compile(r"\bJJ?\.,? concur\.?$")
# in a closing block: "ROE, P.J., concurs.", "Judges ROE and DOE concur."
_VOTED = re.compile(r"(?:\bJJ?\.,?|^(?:judges?|justices?) .*) (?:concur|dissent)s?\b", re.IGNORECASE)
# "Opinion by JUDGE ROE" / "Doe and Poe, JJ., concur" on the cover of a Colorado opinion
_OTHERS = re.compile(r"\bJJ?\.,? concur\b|\bJudges .{3,60} concur\b")
# "BEFORE: Board Panel: ROE, Chief Judge; DOE and POE, Judges." below the list of counsel
_BENCH = re.compile(r"(?<!\S)(?:BEFORE|Before) ?: .*$")
_SHORT = 400
"""Characters of a paragraph that names a panel and no more."""
_JOINED = re.compile(r"\bopinion\b.*\b(?:join(?:s|ed)?|in which .* concurred)\b", re.IGNORECASE)
# "Judge ROE filed a separate dissenting opinion.": another one of the bench
_FILED = re.compile(r"\b(?:Judge|Justice) ([A-Z][\w’'-]+) (?:filed|wrote) (?:a|an|the)\b")
_CLERK = re.compile(r"\b(?:clerk|prothonotary|counsel|attorney)\b", re.IGNORECASE)
_TITLE_BEFORE = re.compile(r"^.*?\b(?:judge|justice|master|hon\.|honorable)\s*:?\s*", re.IGNORECASE)
_TITLE_AFTER = re.compile(
    r",?\s*\b(?:presiding|chief|senior|u\.s\.|united states|district|magistrate|judge)(?!\w).*$", re.IGNORECASE
)
# "DON E. ROE, C.J. – CONCURS" below the author's signature
_DASHED = re.compile(r"(?<=J\.) ?[–—-] ?(?:concur|dissent)s?\b.*", re.IGNORECASE)
_NOBODY = re.compile(r"\d|\b(?:court|division|district of|unassigned)\b", re.IGNORECASE)


def printed_judges(reading: CaptionReading) -> list[Seat]:
    """The panel that a caption names; else the judge to whom it says the case is assigned.

    A judge below the words that tell how the case came here is the judge below.
    """
    panel = [seat for stretch in reading.panels for seat in _seats(stretch)]
    assigned = [] if reading.history else [seat for stretch in reading.judges for seat in _assigned(stretch)]
    return _once(panel or assigned)


def add_judges(document: nodes.Document, log: Log) -> None:
    """Name the judges where the caption names none: from an announcement, a paragraph, or from who signed or wrote.

    The Supreme Court names no panel: its authors are in the bylines.
    """
    author = document.opinions[0].author if document.opinions else None
    if author and any(_OTHERS.search(line) for line in document.caption.lines):
        document.caption.judges = _with_author(document.caption.judges, author)
    if not document.caption.judges and document.caption.court.id != "scotus":
        members = _announced(document) or _panel_paragraph(document) or list(_authors(document))
        found = _once(Seat(nodes.Judge(reading_name(member.name), member.title or None), []) for member in members)
        document.caption.judges = [seat.judge for seat in found]


def _with_author(judges: Sequence[nodes.Judge], author: str) -> list[nodes.Judge]:
    """The judges, the author of the opinion first where the caption names only those who concur."""
    names = {judge.name.split()[-1].casefold() for judge in judges if judge.name.split()}
    known = not judges or author.split()[-1].casefold() in names
    return [*judges] if known else [nodes.Judge(author, None), *judges]


def _seats(stretch: Stretch) -> list[Seat]:
    """The judges of a panel line."""
    text = re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", stretch.text).replace(";", ",")
    text = re.sub(r"\s+PART\s[^\n]*", "", text)  # "PRESENT: HON. ROE      PART IAS MOTION 37EFM" / "Justice"
    # "PRESENT:" / "HONORABLE JOHN ROE, UNITED STATES DISTRICT JUDGE" / "Courtroom Deputy": a form names one judge
    single = re.split(r"(?<=JUDGE)\n|(?<=Judge)\n", text)[0]
    forms = (text, " ".join(text.split()), re.sub(r"(?<=\w)\n", ", ", text), " ".join(single.split()))
    panel = next((panel for panel in map(read_panel, forms) if panel and panel.judges), None)
    return [_seat(stretch, member) for member in panel.judges] if panel else []


def _seat(stretch: Stretch, member: Member) -> Seat:
    at = stretch.text.find(member.name)
    spans = stretch.spans(at, at + len(member.name)) if at >= 0 else []
    return Seat(nodes.Judge(reading_name(member.name), member.title or None), spans)


def _assigned(stretch: Stretch) -> list[Seat]:
    """The judge of a caption cell: "Judge Sara L. Ellis", "Hon. Jane Roe", "Jane Roe, U.S. Magistrate Judge"."""
    text = re.sub(r"^(?:assigned|referred) to\s*:?\s*", "", stretch.text, flags=re.IGNORECASE)
    words = re.sub(r" [A-Z][a-z]+ \d{1,2}, \d{4}$", "", " ".join(text.split()))
    panel = read_panel(words)
    if panel and panel.judges and not _NOBODY.search(panel.judges[0].name):
        return [_seat(stretch, member) for member in panel.judges]
    name = _TITLE_AFTER.sub("", _TITLE_BEFORE.sub("", words))
    if not re.fullmatch(r"[^\W\d_][\w.’' ,-]{2,40}", name) or _NOBODY.search(name):
        return []
    return [_seat(stretch, Member(name))]


def _announced(document: nodes.Document) -> list[Member]:
    """The panel as the front matter or the first byline announces it.

    "Judge Roe delivered the opinion, in which Judge Doe joined"; "Justice Roe delivered the judgment of the court, with
    opinion. Justices Doe and Poe concurred in the judgment and opinion."
    """
    joined = [text for text in paragraphs(document.front_matter, headings=True) if _JOINED.search(text)]
    for text in [*joined, *(opinion.byline or "" for opinion in document.opinions[:1])]:
        said = read_byline(text) if text else None
        if said and said.authors and said.joined:
            others = [found[1] for found in _FILED.finditer(text)]
            return [Member(name) for name in [*said.authors, *said.joined, *others]]
    return []


def _panel_paragraph(document: nodes.Document) -> list[Member]:
    """The panel that a line above the opinion, its first or last paragraphs, or those below its signature name.

    "Heard by Roe, P.J., and Doe, J.", "Present—Roe, P.J., Doe and Poe, JJ.", "Roe, P.J., and Doe, J., concur.",
    "Panel consisted of Roe, C.J., and Doe, J."
    """
    texts = list(paragraphs(document.opinions[0].blocks)) if document.opinions else []
    votes = [text for text in texts[3:-3] if len(text) < _SHORT and _VOTE.search(text)]
    above = [found[0] for text in paragraphs(document.front_matter) if (found := _BENCH.search(text))]
    below = itertools.islice(paragraphs(document.back_matter), 3)
    for text in [*above, *texts[:3], *texts[-3:], *votes, *below]:
        tail = _PRESENT.search(text) or _CONCUR.match(text)
        words = tail[0] if tail else text
        if tail or _PANEL_OPENS.match(text) or (len(text) < _SHORT and _PANEL_ENDS.search(text)):
            panel = read_panel(words.replace(";", ","))  # "ROE, Deputy Chief Judge; DOE and POE, Judges"
            if panel and panel.judges:
                # "Roe, P.J., Doe and Poe, JJ., concur." leaves out the author
                author = document.opinions[0].author if "concur" in words else None
                return [*([Member(author)] if author else []), *panel.judges]
    return []


def _authors(document: nodes.Document) -> Iterator[Member]:
    """Who signed the writings or wrote them, clerks left out, and who voted below ("ROE, P.J., concurs.")."""
    for opinion in document.opinions:
        signers = opinion.signature.signers if opinion.signature else []
        for signer in signers:
            if not _CLERK.search(signer.role):
                yield Member(signer.name, signer.role)
    for opinion in document.opinions:
        if opinion.author:
            yield from (Member(name) for name in opinion.author.split(" and "))
        lines = opinion.signature.lines if opinion.signature else []
        for line in (_DASHED.sub(", concurs", line) for line in lines):
            panel = read_panel(line) if _VOTED.search(line) else None
            yield from panel.judges if panel else []


def _once(seats: Iterable[Seat]) -> list[Seat]:
    """Every judge once, by the last name; the fuller form of the name counts."""
    kept: dict[str, Seat] = {}
    for seat in seats:
        name = re.sub(r",? (?:jr|sr|ii|iii|iv)\b\.?", "", seat.judge.name, flags=re.IGNORECASE)
        key = name.split()[-1].casefold() if name.split() else ""
        if key and (key not in kept or len(kept[key].judge.name) < len(seat.judge.name)):
            kept[key] = seat
    return list(kept.values())
