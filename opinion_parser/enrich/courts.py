"""The court that decided: its name in reading form, its division, and its courts-db (CourtListener) id.

Federal district, bankruptcy and circuit courts are named by a pattern, whatever lines and order the caption prints;
other courts by their printed words. Words that an OCR engine misread are mended against the small vocabulary of courts.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from functools import cache

from opinion_parser import nodes
from opinion_parser.enrich.court_words import STATES, VOCABULARY
from opinion_parser.enrich.reading_names import reading_words

__all__ = ["court_id", "read_court"]


def read_court(lines: Sequence[str]) -> nodes.Court:
    """The court that some caption lines name, in reading form."""
    printed = _unbroken([mended for line in lines for mended in map(_mended, _STATE_BEFORE.split(line)) if mended])
    words = " ".join(printed)
    name, division = _federal(words) or _circuit(words) or _californian(words) or _as_printed(printed)
    return nodes.Court(name, division, court_id(name))


# "STATE OF WISCONSIN     IN COURT OF APPEALS" on one line
_STATE_BEFORE = re.compile(r"(?<=[A-Z])\s+(?=IN (?:THE )?(?:COURT|SUPREME|CIRCUIT|DISTRICT))")


# ---------------------------------------------------------------- words

# "IN THE SUPREME COURT" / "OF THE" / "STATE OF SOUTH DAKOTA", "UNITED STATES AIR FORCE" / "COURT OF CRIMINAL APPEALS":
# words that break off in mid-name
_BREAKS_OFF = re.compile(r"\b(?:of|for) the$|\b(?:army|air force|marine corps|coast guard)$", re.IGNORECASE)


def _unbroken(lines: Sequence[str]) -> list[str]:
    """The lines of a name, with what goes on a line that breaks off."""
    joined: list[str] = []
    for line in lines:
        if joined and (_BREAKS_OFF.search(joined[-1]) or _BREAKS_OFF.fullmatch(line)):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return joined


_OPENING = re.compile(r"(?:in|before)\s+(?:the\s+)?(?!and for\b|bankruptcy\b)|the\s+|en el\s+", re.IGNORECASE)


def _mended(line: str) -> str:
    """A line without "IN THE", note marks and stops, its misread words mended."""
    line = re.sub(r"\b(?:19|20)\d\dCOA\d+M?$", "", line)  # "COLORADO COURT OF APPEALS     2031COA41"
    line = re.sub(r"[*†‡§¶]+|\s+", " ", line).strip(" .,;:").removesuffix(" Reporter of Decisions")
    line = _OPENING.sub("", line, count=1) if _OPENING.match(line) else line
    return " ".join(_mended_word(word) for word in line.split())


def _mended_word(word: str) -> str:
    """ "DISTRJCT" → "DISTRICT": a long word that is no court's word but nearly one."""
    bare = word.strip(".,;:’'")
    if len(bare) < 6 or bare.upper() in VOCABULARY:
        return word
    near = difflib.get_close_matches(bare.upper(), VOCABULARY, n=1, cutoff=0.8)
    if not near or abs(len(near[0]) - len(bare)) > 1:
        return word
    return word.replace(bare, near[0] if bare.isupper() else near[0].capitalize())


# ---------------------------------------------------------------- federal courts

_STATE = "|".join(sorted((re.escape(state) for state in STATES), key=len, reverse=True))
_U_S = r"(?:UNITED STATES|U\. ?S\.?)"
# "UNITED STATES DISTRICT COURT NORTHERN DISTRICT OF ILLINOIS EASTERN DIVISION"
_DISTRICT = re.compile(
    rf"{_U_S} (DISTRICT|BANKRUPTCY) COURT,? (?:IN AND )?(?:FOR )?(?:THE )?"
    r"((?:(?:NORTHERN|SOUTHERN|EASTERN|WESTERN|MIDDLE|CENTRAL)(?: AND (?:NORTHERN|SOUTHERN|EASTERN|WESTERN))? )?"
    rf"DISTRICTS? OF (?:THE )?(?:{_STATE}))(?:,? (?:AT )?(.+))?",
    re.IGNORECASE,
)
# "IN THE DISTRICT COURT OF THE UNITED STATES FOR THE MIDDLE DISTRICT OF ALABAMA"
_INVERTED = re.compile(r"^DISTRICT COURT OF THE UNITED STATES\b", re.IGNORECASE)
_ORDINAL = (
    r"(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|SEVENTH|EIGHTH|NINTH|TENTH|ELEVENTH|\d{1,2}(?:ST|ND|RD|TH)|FEDERAL"
    r"|DISTRICT OF COLUMBIA)"
)
_CIRCUIT = re.compile(rf"{_U_S} COURTS? OF APPEALS?,? (?:FOR )?(?:THE )?({_ORDINAL}) CIRCUIT", re.IGNORECASE)


def _federal(words: str) -> tuple[str, str | None] | None:
    found = _DISTRICT.match(_INVERTED.sub("UNITED STATES DISTRICT COURT", words))
    if not found:
        return None
    kind, district, rest = found.groups()
    division = _reading(rest) if rest and re.search(r"\b(?:division|vicinage)\b", rest, re.IGNORECASE) else None
    place = _reading(district).replace("‘I", "‘i")  # "HAWAI‘I"
    name = f"United States {kind.capitalize()} Court for the {place}"
    return (f"{name}, {division}" if division else name), division


def _circuit(words: str) -> tuple[str, str | None] | None:
    found = _CIRCUIT.match(words)
    return (f"United States Court of Appeals for the {_reading(found[1])} Circuit", None) if found else None


# ---------------------------------------------------------------- state courts

# "COURT OF APPEAL OF THE STATE OF CALIFORNIA" / "SECOND APPELLATE DISTRICT" / "DIVISION EIGHT", in any order
_CALIFORNIAN = re.compile(r"(?=.*\bCOURTS? OF APPEAL\b)(?=.*\bCALIFORNIA\b).*", re.IGNORECASE)
_APPELLATE_DISTRICT = re.compile(r"\b(\w+) APPELLATE DISTRICT", re.IGNORECASE)
_DIVISION = re.compile(r"\bDIVISION (\w+)", re.IGNORECASE)


def _californian(words: str) -> tuple[str, str | None] | None:
    if not _CALIFORNIAN.match(words):
        return None
    district, division = _APPELLATE_DISTRICT.search(words), _DIVISION.search(words)
    parts = ["California Court of Appeal"]
    parts += [_reading(district[0])] if district else []
    parts += [_reading(division[0])] if division else []
    return ", ".join(parts), parts[-1] if division else None


_OF_STATE = re.compile(rf"(?:STATE|COMMONWEALTH|TERRITORY) OF ({_STATE})$", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:of|for|at|in|and|within)\b", re.IGNORECASE)
# "APPELLATE COURT OF ILLINOIS FIRST DISTRICT": the blank before a part of the court, where no line end parts it
_TAIL = re.compile(
    rf"(?<=[A-Z]{{3}}) (?=(?:{_ORDINAL}|NORTHERN|SOUTHERN|EASTERN|WESTERN) (?:JUDICIAL )?"
    r"(?:DISTRICT|DIVISION|DEPARTMENT)$)",
    re.IGNORECASE,
)


def _as_printed(lines: Sequence[str]) -> tuple[str, str | None]:
    """The printed words; what a line of its own names (division, department, district) after a comma.

    A state on a line of its own goes before the court: "STATE OF MICHIGAN" / "COURT OF APPEALS".
    """
    lines = [part for line in lines for part in _TAIL.sub(", ", line).split(", ")]
    state = next((found[1] for found in map(_OF_STATE.match, lines) if found), None)
    rest = [line for line in lines if not _OF_STATE.match(line)]
    if state is None or not rest or state.casefold() in " ".join(rest).casefold():
        state, rest = None, list(lines)
    name = ""
    for line in rest:
        goes_on = _GOES_ON.match(line) or re.search(r"\b(?:of|for|the|at|and)$", name, re.IGNORECASE)
        name += f" {line}" if name and goes_on else f", {line}" if name else line
    parts = [_reading(part) for part in name.split(", ")]
    if state:
        parts[0] = f"{_reading(state)} {parts[0]}"
    division = next((part for part in parts[1:] if re.search(r"\bdivision\b", part, re.IGNORECASE)), None)
    return ", ".join(parts), division


def _reading(words: str) -> str:
    """ "EASTERN DISTRICT OF VIRGINIA" → "Eastern District of Virginia"; words with small letters stay."""
    return reading_words(words.strip(" ,.;"))


# ---------------------------------------------------------------- ids


_KINDS_OF_COURT = frozenset({"usdistct", "usappct"})
"""Ids of courts-db that stand for no court in particular."""


@cache
def court_id(name: str) -> str | None:
    """The courts-db id of a court in reading form, None where it is not known or not one court only."""
    known = _federal_id(name)
    if known is not None:
        return known
    from courts_db import find_court  # half a second for its table of courts, which federal courts need not wait for

    bankruptcy = "bankruptcy" in name.casefold()
    for variant in _variants(name):
        found = find_court(variant, bankruptcy=bankruptcy)
        if len(found) == 1 and found[0] not in _KINDS_OF_COURT:
            return str(found[0])
    return None


_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh")
_CIRCUITS = {name: f"ca{number}" for number, name in enumerate(_ORDINALS, 1)} | {
    "District of Columbia": "cadc",
    "Federal": "cafc",
}
# "United States District Court for the Northern District of Illinois, Eastern Division"
_FEDERAL = re.compile(
    r"United States (?:(?P<kind>District|Bankruptcy) Court for the (?:(?P<part>\w+) )?District of "
    r"(?P<state>[\w‘ ]+?)(?:,.*)?"
    r"|Court of Appeals for the (?P<circuit>[\w ]+) Circuit)"
)


_NAMED = {
    "Supreme Court of the United States": "scotus",
    "Board of Immigration Appeals": "bia",
    "Appellate Court of Maryland": "mdctspecapp",  # the Court of Special Appeals until 2022
}
_IRREGULAR = {"azb": "arb", "neb": "nebraskab"}


def _federal_id(name: str) -> str | None:
    """Ids of federal district, bankruptcy and circuit courts follow a rule: "ilnd", "mad", "akb", "ca7", "cafc"."""
    if name in _NAMED:
        return _NAMED[name]
    found = _FEDERAL.fullmatch(name)
    if found is None:
        return None
    if found["circuit"]:
        return _CIRCUITS.get(found["circuit"])
    state = STATES.get(found["state"])
    if state is None or len(state) > 2:
        return None
    regular = state + (found["part"] or "")[:1].lower() + found["kind"][0].lower()
    return _IRREGULAR.get(regular, regular)


_DEPARTMENT = re.compile(r"\bAppellate (?:Division|Term)\b.*\bDepartment\b", re.IGNORECASE)


def _variants(name: str) -> Iterator[str]:
    """The name as courts-db may know it: whole, without its divisions, with its state before or after the court."""
    yield name
    head = name.split(",")[0]
    if _DEPARTMENT.search(name):
        # the only Appellate Division with departments is New York's
        yield "Appellate Division of the Supreme Court of the State of New York"
    yield head
    plain = re.sub(r"\b(?:the )?(?:State|Commonwealth) of ", "", head)
    yield plain
    yield re.sub(r" at [\w ]+$", "", plain)  # "Court of Appeals of Tennessee at Knoxville"
    state = next((state for part in (plain, name) for state in STATES if re.search(rf"\b{state}\b", part)), None)
    if state:  # "Court of Appeals, Fifth District of Texas at Dallas": the state may stand with the district
        court = re.sub(rf"\s*\b(?:of )?(?:the )?{state}\b\s*", " ", plain).strip()
        yield f"{state} {court}"
        yield f"{court} of {state}"
