"""Which words of a group are one party and which are two: what the grammar of parties cannot know.

Semicolons outrank commas: "A, Secretary; B, Director" has two members. A role in the singular belongs to one party,
however many commas its name has. "and" parts two names where both can stand alone ("ROCK ROE AND TORIE ROE"), not
within the name of one ("Johnson and Johnson", "Board of Trustees of Roe and Doe").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from opinion_parser.enrich.court_words import STATES
from opinion_parser.parsing.parties import Group, Member, Words

__all__ = ["Named", "is_plural", "named_parties"]


class Named(NamedTuple):
    """One party: places of its name and of the words that describe it."""

    name: Words
    description: Words | None


_PLURAL = re.compile(r"(?:s|ies|\(s\)|/s|amici curiae)(?=[\s\-–—/.,;:)]|$)", re.IGNORECASE)


def is_plural(role: str) -> bool:
    """Whether a role is that of several parties: "Plaintiffs-Appellants", "Real Parties in Interest"."""
    return _PLURAL.search(role) is not None


def named_parties(group: Group, text: str) -> list[Named]:
    """The parties of a group, in printed order. ``text`` is what the group was read from."""
    role = " ".join(text[slice(*words)] for words in group.roles)
    members = list(_firms(list(_attached(group.members, text)), text))
    inner = [member.ends for member in members[:-1]]
    if any("SEMI" in ends for ends in inner) or (role and not is_plural(role)) or not _listed(inner, role):
        members = list(_joined(members, text))
    found: list[Named] = []
    for member in members:
        pieces = [member.name] if role and not is_plural(role) else _parted(member.name, text, bool(role))
        found += [Named(_trimmed(piece, text), None) for piece in pieces]
        if member.description is not None:
            found[-1] = Named(found[-1].name, _trimmed(member.description, text))
    return [party for party in found if re.search(r"\w", text[slice(*party.name)])]


def _listed(inner: Sequence[frozenset[str]], role: str) -> bool:
    """Whether commas part a list: under a role in the plural, or where an "and" closes the list."""
    return bool(role) or any(ends & {"COMMA_AND", "SPLIT_AND", "AND", "NEXT_NAME"} for ends in inner)


def _attached(members: Sequence[Member], text: str) -> Iterator[Member]:
    """The members; words that begin with a small letter belong to the description of the member before them."""
    last: Member | None = None
    for member in members:
        first = text[member.name.start]
        if last is not None and first.islower() and not re.match(r"(?:de|van|von|d’)\b", text[member.name.start :]):
            last = _described(last, member)
            continue
        if last is not None:
            yield last
        last = member
    if last is not None:
        yield last


def _described(member: Member, more: Member) -> Member:
    """A member with the words of another one as (more of) its description."""
    start = member.description.start if member.description else more.name.start
    end = more.description.end if more.description else more.name.end
    return Member(member.name, Words(start, end), more.ends)


def _firms(members: Sequence[Member], text: str) -> Iterator[Member]:
    """The members, partners' names joined: "ROE, DOE" before "POE & COE LLP" are one firm."""
    held: list[Member] = []
    for member in members:
        name = text[slice(*member.name)]
        if held and "&" in name and not name.startswith("&"):
            yield Member(Words(held[0].name.start, member.name.end), member.description, member.ends)
            held = []
        elif re.fullmatch(r"[^\W\d_]+", name) and member.ends == {"COMMA"} and member.description is None:
            held.append(member)
        else:
            yield from held
            held = []
            yield member
    yield from held


# "EDUCATION CABINET", "DEPARTMENT FOR THE BLIND", "BUREAU OF CUSTOMS", "HASTINGS COLLEGE OF THE LAW" after a comma
_UNIT = re.compile(
    r"\b(?:department|office|division|bureau|board|commission|cabinet|agency|administration|service|services|school"
    r"|college|university|institute|authority|center|branch|section|district|local|chapter|lodge|unit|region)\b",
    re.IGNORECASE,
)


def _joined(members: Sequence[Member], text: str) -> Iterator[Member]:
    """The members, those joined that only commas part: a unit goes on the name, anything else describes it."""
    last: Member | None = None
    for member in members:
        if last is None or last.ends != {"COMMA"}:
            if last is not None:
                yield last
            last = member
        elif last.description is None and _goes_on(text[slice(*member.name)]):
            last = Member(Words(last.name.start, member.name.end), member.description, member.ends)
        else:
            last = _described(last, member)
    if last is not None:
        yield last


def _goes_on(words: str) -> bool:
    """Whether words after a comma are part of a name: a unit of it, or its state ("KNOX COUNTY, TENNESSEE")."""
    return _UNIT.search(words) is not None or " ".join(words.split()).title() in STATES


# ---------------------------------------------------------------- "and"

_AND = re.compile(r"\s+(?:and|AND|And|&)\s+")
_ENTITY_END = re.compile(
    r"\b(?:inc|llc|l\.l\.c|llp|l\.l\.p|l\.p|lp|ltd|corp|corporation|incorporated|limited|n\.a|p\.c|p\.a|america)\.?$",
    re.IGNORECASE,
)
# what begins the name of a body of its own: "CITY OF ROE and COUNTY OF ROE", "Does 1 through 10"
_OWN_BODY = re.compile(
    r"(?:the )?(?:city|county|town|township|village|borough|state|commonwealth|people|united states|does\b|doe \d"
    r"|john doe|jane doe|board of|department of|university of|bank of|estate of|unknown|all )",
    re.IGNORECASE,
)
# what never stands alone: "and Sons", "and Company", "AND SUBSIDIARIES"
_DEPENDENT = re.compile(
    r"(?:sons?|daughters?|brothers|bros|company|co|partners|associates|subsidiar|affiliat|family|friends|others?|loan"
    r"|human|urban|naturalization|immigration|border|welfare|control|prevention|rehabilitation|corrections?|firearms)\b",
    re.IGNORECASE,
)
# "TORIE BORDELON", "Laura K. Ervin", "Maria de la Cruz", "John Roe, Jr."
_PERSON = re.compile(
    r"[^\W\d_][\w.’'-]*(?: (?:[^\W\d_]\.|[^\W\d_][\w.’'-]*|de|la|van|der|von)){1,3}(?:,? (?:Jr|Sr|JR|SR|II|III|IV)\.?)?"
)
_BODY_WORD = re.compile(
    r"\b(?:of|for|the|company|co|corp|inc|llc|association|society|union|bank|trust|fund|county|city|state|school|board"
    r"|department|services?|commission|committee|council|institute|university|college|hospital|church|club|group"
    r"|systems?|industries|enterprises|insurance|railroad|railway|products|technologies|holdings|partners|customs"
    r"|health|foundation|center|properties|savings|credit|steel|oil|gas|electric|power|water|fire|police|fish|wildlife"
    r"|food|drug|parks?|energy|finance|education|transportation|labor|commerce|agriculture|housing)\b",
    re.IGNORECASE,
)


def _parted(name: Words, text: str, with_role: bool) -> list[Words]:
    """The names that "and" parts within one member: itself where it parts none."""
    for hit in _AND.finditer(text, name.start, name.end):
        left, right = Words(name.start, hit.start()), Words(hit.end(), name.end)
        if _both_stand_alone(_plain(left, text), _plain(right, text), with_role):
            return [*_parted(left, text, with_role), *_parted(right, text, with_role)]
    return [name]


def _both_stand_alone(left: str, right: str, with_role: bool) -> bool:
    if _DEPENDENT.match(right):
        return False
    if _ENTITY_END.search(left) or (_OWN_BODY.match(right) and with_role):
        return True
    people = all(_PERSON.fullmatch(side) and not _BODY_WORD.search(side) for side in (left, right))
    return people and with_role


def _plain(words: Words, text: str) -> str:
    return " ".join(text[slice(*words)].split()).strip(" ,;.")


def _trimmed(words: Words, text: str) -> Words:
    """The words without commas, semicolons, brackets' remains and blanks at their ends."""
    start, end = words
    while end > start and (text[end - 1] in " ,;:\n" or _loose(text[start:end])):
        end -= 1
    while start < end and text[start] in " ,;:\n":
        start += 1
    return Words(start, end)


_WITH_STOP = re.compile(
    r"(?:\b[^\W\d_]|\b(?:inc|co|corp|ltd|jr|sr|esq|bros|st|assoc|mfg|ry|r\.r|et al|etc|ass’n))\.$", re.IGNORECASE
)


def _loose(words: str) -> bool:
    """Whether the words end in a full stop that is no abbreviation's."""
    return words.endswith(".") and _WITH_STOP.search(words) is None
