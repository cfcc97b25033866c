"""The parties of a case, from the words of its captions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from opinion_parser import nodes
from opinion_parser.enrich.casing import Casing
from opinion_parser.enrich.party_names import named_parties
from opinion_parser.enrich.reading_names import party_name
from opinion_parser.enrich.roles import reading_role
from opinion_parser.parsing.caption import CaptionReading
from opinion_parser.parsing.parties import TURN, Side, Words, read_parties
from opinion_parser.parsing.stretch import Span, Stretch

__all__ = ["Found", "parties_of"]


class Found(NamedTuple):
    """A party, and where the caption's lines name it and its role."""

    party: nodes.Party
    name: list[Span]
    role: list[Span]


@dataclass(slots=True)
class Case:
    """The parties of one caption, and where a versus stands in it."""

    found: list[Found] = field(default_factory=list)
    versus: list[Span] = field(default_factory=list)


def parties_of(reading: CaptionReading, again: CaptionReading, casing: Casing) -> Case:
    """The parties that a caption names.

    ``again`` is the caption as printed once more over the opinion; where the first one has only a short title
    ("BARTENWERFER v. BUCKLEY") the fuller one counts. A short title above the court's name does not count either.
    """
    cases = [read_case(stretch, casing) for stretch in reading.cases]
    if not any(case.versus for case in cases):
        cases += [case for case in (read_matter(matter, casing) for matter in reading.matters) if case is not None]
    first = _merged(_without_short_titles(cases))
    if first.versus:
        # "In re Roe, Debtor" above an adversary's caption is the title of a matter
        first.found = [found for found in first.found if found.party.role != "Debtor"]
    second = _merged(_without_short_titles([read_case(stretch, casing) for stretch in again.cases]))
    if not second.found or not _is_short_for(first, second):
        return first
    # the places are those of the first caption, which the marks are for
    same = len(first.found) == len(second.found)
    places = [found.name for found in first.found] if same else [[] for _ in second.found]
    found = [Found(full.party, name, []) for full, name in zip(second.found, places, strict=True)]
    return Case(found, first.versus)


def read_case(stretch: Stretch, casing: Casing) -> Case:
    """The parties in the words of one caption."""
    text = _names_only(stretch)
    return _case(stretch, text, read_parties(text), casing)


def _names_only(stretch: Stretch) -> str:
    """The words of a caption with blanks for those that only say that a matter is one."""
    return _MATTER.sub(lambda opening: " " * len(opening[0]), stretch.text)


# "In re", "IN THE MATTER OF THE APPLICATION OF", "Ex parte", "[*1]In the Matter of": before the name
_OPENING = (
    r"(?:in\s+re\b:?|ex\s+parte|(?:in\s+)?(?:the\s+)?(?:matters?|interests?)\s+of\b:?)\s+"
    r"(?:(?:the\s+)?(?:application|petition|claim|complaint\s+as\s+to\s+the\s+conduct)\s+of\s+|a\s+proceeding\s+(?:for\s+\w+\s+)?under\s+article\s+\w+\s+of"
    r"\s+the\s+[\w ]+?\s+act\s+)?"
    # "In the Matter of Property Seized from Shelby Roe. Roe Depot, LLC, Appellee": the title ends where a sentence does
    r"(?:(?:(?!,\s(?:appell|respond|petition|claim))[^;\n]){3,200}?(?:[a-z]{3}|[A-Z]{3})(?<!inc)(?<!corp)(?<!ltd)\.\s+(?=[A-Z]))?"
)
# "Title:     Jane Roe -v- Acme, Inc." on the form of a minute order; "COMPLETE TITLE:" in Wisconsin;
# "RE: Jane Roe v. Acme, Inc." over a letter
# (of a form in cells the colon may be missing: no "Title Insurance Company")
_LABEL = (
    r"(?:(?:(?:(?:case|complete)\s+)?(?:title|name)\s*|(?:in\s+)?re)\s*:|title(?!\s+(?:insur|guarant|trust|compan|agenc|loan|lend|[ivx]+\b)))"
    r"\s+"
)
_MATTER = re.compile(rf"(?:\A|(?<={TURN}\n))\s*(?:\[\*+\d+\]\s*(?:{_OPENING})?|{_OPENING}|{_LABEL})", re.IGNORECASE)


def read_matter(stretch: Stretch, casing: Casing) -> Case | None:
    """The party of a matter that prints a role ("In re Jane Roe, Relator"); None for a mere title."""
    text = _names_only(stretch)
    sides = read_parties(text)
    with_role = any(group.roles and group.members for side in sides for group in side.groups)
    return _case(stretch, text, sides, casing) if with_role or len(sides) > 1 else None


def _case(stretch: Stretch, text: str, sides: Sequence[Side], casing: Casing) -> Case:
    case = Case()
    for side in sides:
        if side.versus:
            case.versus += stretch.spans(*side.versus)
        for group in side.groups:
            role = reading_role([text[slice(*words)] for words in group.roles])
            role_spans = [span for words in group.roles for span in stretch.spans(*words)]
            for named in named_parties(group, text):
                described = [text[slice(*named.description)]] if named.description else []
                name = named.name
                for below in (_SERVING, _RANKED):
                    serving = below.search(text, *name)
                    if serving:
                        name = Words(name.start, serving.start())
                        described.insert(0, serving[1])
                printed = text[slice(*name)]
                description = casing.joined(", ".join(described)) or None
                bare, aside = _without_brackets(printed)
                party = nodes.Party(party_name(bare, casing), role, description or aside, " ".join(printed.split()))
                case.found.append(Found(party, stretch.spans(*name), role_spans))
    return case


# "Private E1 STEVEN M. ROE" / "United States Army, Appellant", "Jane M. ROE" / "Senior Airman (E-4), U.S. Air Force"
_SERVING = re.compile(
    r"\s*\n\s*((?:U\. ?S\.|United States) (?:Army|Navy|Air Force|Space Force|Marine Corps|Coast Guard))$", re.IGNORECASE
)
_RANKED = re.compile(r"\s*\n\s*([A-Z][a-z]+(?: [A-Z][a-z]+){0,4} \([EOW]-?\d{1,2}\))$")
_BRACKET = re.compile(r"\s*\(([^()\s]+\s[^()]*)\)")


def _without_brackets(printed: str) -> tuple[str, str | None]:
    """A name without what stands in brackets ("(doing business as Roe, Inc.)"), and that."""
    asides = [" ".join(found[1].split()) for found in _BRACKET.finditer(printed)]
    bare = _BRACKET.sub("", printed)
    return (bare, "; ".join(asides) or None) if re.search(r"\w", bare) else (printed, None)


# ---------------------------------------------------------------- captions that say the same


def _without_short_titles(cases: Sequence[Case]) -> list[Case]:
    """The captions but those that only name in short what another one names in full."""
    return [
        case
        for i, case in enumerate(cases)
        if case.found and not any(_is_short_for(case, other) for j, other in enumerate(cases) if j != i)
    ]


def _is_short_for(short: Case, full: Case) -> bool:
    """Whether a caption has no roles, and half its names or more are in the other one's."""
    if not short.found or not full.found or any(found.party.role for found in short.found):
        return not short.found and bool(full.found)
    known = [re.sub(r"\W", "", found.party.name.casefold()) for found in full.found]
    names = [re.sub(r"\W", "", found.party.name.casefold()) for found in short.found]
    more = any(found.party.role for found in full.found) or sum(map(len, known)) > sum(map(len, names))
    return more and 2 * sum(any(name in other for other in known) for name in names) >= len(names)


def _merged(cases: Sequence[Case]) -> Case:
    """The captions of cases that are decided together as one; a party printed again in the same role counts once.

    So does one that is printed again to say its role ("Roe Rowing Club, / Appellant" below all the names).
    """
    merged = Case()
    seen: dict[tuple[str, str], Found] = {}
    for case in cases:
        merged.versus += case.versus
        for found in case.found:
            key = (found.party.name.casefold(), found.party.role.casefold())
            if key not in seen and (key[0], "") in seen:
                seen[key] = first = seen.pop((key[0], ""))
                first.party.role = found.party.role
                first.role.extend(found.role)
            if key in seen:
                seen[key].name.extend(found.name)
            else:
                seen[key] = found
                merged.found.append(found)
    return merged
