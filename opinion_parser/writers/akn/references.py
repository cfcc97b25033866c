"""The things a text speaks of (people, organisations, roles, events, concepts): one entry each, only if referred to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import _Element

from opinion_parser.writers.akn.frbr import slug
from opinion_parser.writers.akn.xml import child

__all__ = ["References"]

_FORMS = r"inc|llc|l\.l\.c|llp|l\.l\.p|lp|l\.p|corp|co|ltd|p\.?c|plc|n\.a|s\.a|gmbh|ag"
_BODIES = (
    "corporation|incorporated|company|companies|limited|bank|trust|association|society|union|church|university|college"
    "|school|hospital|foundation|institute|fund|partners|partnership|group|holdings|enterprises|services|systems"
    "|insurance|railroad|railway|airlines|organization|center|club|council|committee|league|alliance|federation|industries"
    "|international|laboratories|pharmaceuticals|technologies|solutions|properties|products|media|press|clinic"
)
_STATES = (
    "united states|state of|commonwealth of|people of|city of|county of|town of|village of|township of|borough of"
    "|republic of|county|department|commission|board|bureau|agency|authority|district|administration|office of"
)
_ORGANISATION = re.compile(rf"\b(?:(?:{_FORMS})(?:\.|,|$|\b)|(?:{_BODIES}|{_STATES})\b)", re.IGNORECASE)
"""A guess from the name ("Clarifai, Inc.", "City of Seattle"): who is no organisation by name is taken for a person."""

_PARTS = ("header", "introduction", "background", "arguments", "remedies", "motivation", "decision", "conclusions")
"""eIds of the document's parts: no person may have them."""


@dataclass(slots=True)
class References:
    """The ``references`` of one document. Each method gives ``#id`` of its entry, made when first asked for."""

    known: dict[tuple[str, str], str] = field(default_factory=dict)
    rows: list[tuple[str, str, str, str]] = field(default_factory=list)
    taken: set[str] = field(default_factory=lambda: {"original", *_PARTS})
    judges: list[str] = field(default_factory=list)

    def _entry(self, cls: str, use: str, name: str, ident: str | None = None, path: str | None = None) -> str:
        name = " ".join(name.split())
        key = (f"{cls} {use}", ident or slug(name) or name)
        if key not in self.known:
            base = ident or slug(name) or cls.lower()
            made, count = base, 1
            while made in self.taken:
                count += 1
                made = f"{base}-{count}"
            self.taken.add(made)
            self.known[key] = made
            self.rows.append((f"TLC{cls}", made, f"/akn/ontology/{cls.lower()}/{path or 'us.' + made}", name or base))
        return "#" + self.known[key]

    def court(self, ident: str, name: str | None) -> str:
        """The court: its id is the actor of the IRI."""
        return self._entry("Organization", "court", name or "court not identified", ident)

    def converter(self, name: str) -> str:
        """The program that writes the document."""
        return self._entry("Organization", "converter", name, "converter", slug(name))

    def party(self, name: str) -> str:
        """A party, an organisation or a person by the look of its name."""
        return self._entry("Organization" if _ORGANISATION.search(name) else "Person", "party", name)

    def judge(self, name: str) -> str:
        """A judge. One who is named once in full and once by surname is one person, if that fits no other judge."""
        if slug(name) not in map(slug, self.judges):
            alike = [other for other in self.judges if _same_surname(name, other)]
            if len(alike) == 1:
                name = alike[0]
            else:
                self.judges.append(name)
        return self._entry("Person", "judge", name)

    def person(self, name: str) -> str:
        """Somebody else, as a clerk who signs."""
        return self._entry("Person", "other", name)

    def role(self, name: str) -> str:
        """A role or an office."""
        name = name.strip(" ,.;:")
        return self._entry("Role", "", name, None, slug(name) or None)

    def event(self, name: str) -> str:
        """An event of the case: ``decision``, ``argued``, …"""
        kind = slug(name) or "event"
        return self._entry("Event", "", kind.replace("-", " ").capitalize(), f"{kind}-event", kind)

    def jurisdiction(self, court: str, name: str) -> str:
        """A division or district of a court."""
        return self._entry("Concept", court, name, None, f"us.jurisdiction.{court}.{slug(name) or 'division'}")

    def write(self, parent: _Element) -> None:
        """Append the entries to the element ``references``, in the order in which they were first referred to."""
        for tag, ident, href, name in self.rows:
            child(parent, tag, {"eId": ident, "href": href, "showAs": name})


def _same_surname(name: str, other: str) -> bool:
    """Whether one is the other's bare surname: ``Kagan`` and ``Elena Kagan``."""
    short, long = sorted((_surnames(name), _surnames(other)), key=len)
    return len(short) == 1 and bool(long) and short[-1] == long[-1]


def _surnames(name: str) -> list[str]:
    """The words of a name that count: small letters, no ``Jr.``, no initials at the end."""
    words = re.findall(r"[^\s,]+", name.casefold())
    while len(words) > 1 and words[-1].strip(".") in {"jr", "sr", "ii", "iii", "iv"}:
        words.pop()
    return words
