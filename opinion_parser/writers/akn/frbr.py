"""The identity of a document: the parts of its IRI, what stands in for parts that are not printed, and the IRIs.

    /akn/us/judgment/opinion/{court id}/{date}/{docket slug}

Nothing is invented in silence: each stand-in is reported in ``warnings``, which the metadata repeat.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass

from opinion_parser.nodes import Document

__all__ = ["Identity", "day_of", "identify", "slug"]

NO_YEAR = "0001"
"""The year of a document that tells none."""

_FULL_YEAR = r"(?<!\d)(?P<full>(?:19|20)\d\d)(?=[- ])"  # "2019-CV-0123", "2019 Ohio 123"
_AFTER = r"(?:[A-Za-z]{1,4}[- ])?\d+(?!\d|-\d)"
_SHORT_YEAR = rf"(?<!\d)(?P<short>\d\d)[- ]{_AFTER}"  # "20 C 1937", "1:20-cv-01937", "22-1875", "03-21-00123-CV" (21)
_LAST_YEAR = r"\d{3,}-(?P<last>\d\d)(?!\d)"  # "A-1234-19T2"
_YEARS = [re.compile(pattern) for pattern in (_FULL_YEAR, _SHORT_YEAR, _LAST_YEAR)]
_FIRST_SHORT = 50
"""Docket numbers with a year of two digits are younger than 1950."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who, when and which: the parts of the IRI. ``day`` is the full date that the metadata need."""

    court: str
    date: str
    number: str
    day: datetime.date
    dated: str
    """What ``day`` is: the ``decision``'s, the first of its ``year``, or a ``placeholder``."""
    warnings: tuple[tuple[str, str], ...] = ()
    """Stand-ins: code and sentence."""

    @property
    def work(self) -> str:
        """The IRI of the work: the opinion as such."""
        return f"/akn/us/judgment/opinion/{self.court}/{self.date}/{self.number}"

    @property
    def expression(self) -> str:
        """The IRI of the expression: the opinion in these words."""
        return f"{self.work}/eng@{self.date}"

    @property
    def manifestation(self) -> str:
        """The IRI of the manifestation: this file."""
        return f"{self.expression}.akn"


def identify(document: Document) -> Identity:
    """The identity of a document, stand-ins included."""
    warnings = []
    court = slug(document.caption.court.id or "")
    if not court:
        court = "unknown"
        warnings.append(("placeholder-court", "the court is not identified; the IRI has 'unknown' in its place"))
    numbers = [docket.number for docket in document.caption.dockets if slug(docket.number)]
    day, dated = day_of(document.date), "decision"
    date = day.isoformat() if day else ""
    if day is None:
        year = next(filter(None, map(year_of, numbers)), None)
        date, dated = (year, "year") if year else (NO_YEAR, "placeholder")
        day = datetime.date(int(date), 1, 1)
        origin = "the docket number gives the year" if year else "no docket number tells the year either"
        warnings.append(("placeholder-date", f"no date of decision is known; {origin}; the IRI has {date}"))
    number = slug(numbers[0]) if numbers else slug(document.source.sha256[:8]) or "unknown"
    if not numbers:
        warnings.append(("placeholder-docket", "no docket number is known; the IRI has the source's checksum instead"))
    return Identity(court, date, number, day, dated, tuple(warnings))


def day_of(date: str | None) -> datetime.date | None:
    """The day that an ISO date names; None for no date and for what is none."""
    if not date or not re.fullmatch(r"\d{4}-\d\d-\d\d", date, re.ASCII):
        return None
    try:
        return datetime.date.fromisoformat(date)
    except ValueError:
        return None


def year_of(docket: str) -> str | None:
    """The year in a docket number (``20 C 1937``: 2020), None if it tells none."""
    for pattern in _YEARS:
        if found := pattern.search(docket.translate(_HYPHENS)):
            year = int(found[1])
            if year < 100:
                year += 1900 if year >= _FIRST_SHORT else 2000
            return f"{year:04}"
    return None


_HYPHENS = dict.fromkeys(map(ord, "‐‑‒–—"), "-")


def slug(text: str) -> str:
    """ASCII letters and digits of ``text`` in small letters, hyphens between its words: ``20 C 1937``: 20-c-1937."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    plain = plain.replace("'", "")  # "Parties' …" are not "parties s"
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
