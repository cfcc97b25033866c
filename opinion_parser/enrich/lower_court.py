"""The court below: its name, docket numbers and judge, from the words that tell how the case came here."""

from __future__ import annotations

import re
from collections.abc import Sequence

from opinion_parser import nodes
from opinion_parser.enrich.names import reading_name
from opinion_parser.enrich.reading_names import reading_words
from opinion_parser.parsing.dockets import read_dockets

__all__ = ["lower_court"]

# "Appeal from an order of the Superior Court of Orange County", "CERTIORARI TO THE UNITED STATES COURT OF APPEALS"
_COURT = re.compile(
    r"(?:\bfrom|\bto|\bof|\bby|\bin) (?:the |an? )?"
    r"((?:(?!\b(?:from|order|judgments?|decisions?|writ|certiorari|mandamus"
    r"|conviction|to the|in the|by the)\b)[^,;.()\[])*?"
    r"\b(?:court|board|commission|tribunal|office|department)\b(?:[^,;.()\[]|\.(?= ?[A-Z]\.)|(?<=\bSt)\.|, (?=(?:at"
    r"|division|eastern|western|northern|southern|central|middle|patent|trial)\b))*)",
    re.IGNORECASE,
)
# "Court Below—Court of Chancery of the State of Delaware"
_BELOW = re.compile(r"^court below[\s:—–-]*", re.IGNORECASE)
# "… of Texas USDC No. 3:20-CV-257", "… Trade Commission in Investigation No. 337-TA-562", "… in case no. 90-CV-981"
# "… of Florida D.C. Docket No. 3:32-cv-5511"
_BEFORE_NUMBER = re.compile(
    r"\s+(?:(?:in\s+)?(?:case |civil |cause |usdc |investigation )?nos?\.?|in (?:investigation|\S*\d\S*)|d\. ?c)$",
    re.IGNORECASE,
)
_TAIL = r"(?:, (?:Jr|Sr|JR|SR|II|III|IV)\.?)?"
_PERSON = rf"[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){{1,3}}{_TAIL}"
_OFFICE = (
    r"(?:(?:Senior|Chief|Presiding|United States|U\. ?S\.|District|Circuit|Magistrate|Bankruptcy|Superior Court) )*"
    r"(?:Judge|judge|JUDGE|Referee)"
)
_JUDGE = re.compile(
    rf"(?i:hon\.|honorable|(?:senior |chief )?judge) (?!Presiding|PRESIDING)([A-ZÀ-Þ][\w.’' -]+{_TAIL})"
    rf"|(?:^|[.,;(\[] )({_PERSON}), {_OFFICE}",
)
# "for the Northern District of California" / "Jane Roe, District Judge, Presiding": no stop between the lines
_JUDGE_BELOW = re.compile(rf"\n(?={_PERSON}, {_OFFICE})")
# "United States Patent and Trade-" / "mark Office"
_CUT_WORD = re.compile(r"(?<=[a-z])-\n\s*(?=[a-z])")


def lower_court(history: Sequence[str], numbered: Sequence[str]) -> nodes.LowerCourt | None:
    """The court below, None where no words name one.

    ``history``: texts that tell how the case came here; ``numbered``: cells with its docket numbers.
    """
    sentences = [_CUT_WORD.sub("", _JUDGE_BELOW.sub(". ", text)) for text in history]
    texts = [_BELOW.sub("from the ", " ".join(text.split())) for text in sentences]
    court = next((found for found in map(_COURT.search, texts) if found), None)
    numbers = [number.text for text in [*texts, *numbered] for number in read_dockets(text)]
    dockets = list(dict.fromkeys(filter(_docket_like, numbers)))
    judge = next((found for found in map(_JUDGE.search, texts) if found), None)
    if court is None and not dockets:
        return None
    name = _BEFORE_NUMBER.sub("", reading_words(court[1].strip())) if court else ""
    return nodes.LowerCourt(name, dockets, reading_name(judge[1] or judge[2]) if judge else None)


def _docket_like(number: str) -> bool:
    """Not "2009" and "26" of a date: a number of several parts or with letters."""
    return len(number) > 4 and (re.search(r"\D", number) is not None or len(number) > 6)
