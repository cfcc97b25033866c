"""What the marks of a caption or a closing block say, as Akoma Ntoso elements over the marked words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial

from opinion_parser import nodes
from opinion_parser.writers.akn.frbr import Identity, day_of
from opinion_parser.writers.akn.lines import Span
from opinion_parser.writers.akn.references import References
from opinion_parser.writers.akn.xml import Path

__all__ = ["Marks", "line_class", "spans"]

Elements = Callable[[nodes.Mark, str], Path]

_CLASSES = {"division": "court", "signer": "signature"}
"""The class of a line by the kind of its first mark, where it is not the kind's own name."""

_GENRES = re.compile(
    r"(?:(?:a|an|and|as|by|for|of|on|the|to|court|opinions?|orders?|memorandum|decisions?|judgment|decree|ruling|per"
    r"|curiam|slip|summary|unpublished|published|final|interim|amended|report|recommendation)\b\W*)+",
    re.IGNORECASE,
)
"""Titles of these words alone say what the paper is (``docType``); others say what it is about (``docTitle``)."""

_DECISION = frozenset({"decided", "filed", "dated", "decision", "entered", "issued"})
"""Kinds of caption dates that are the decision, where they name its day."""


def spans(marks: Iterable[nodes.Mark], text: str, elements: Elements) -> list[Span]:
    """The marks of one line as spans over its text."""
    return [Span(mark.start, mark.end, partial(elements, mark, text[mark.start : mark.end])) for mark in marks]


def line_class(marks: Iterable[nodes.Mark]) -> dict[str, str]:
    """The attributes of the paragraph that a line with these marks becomes."""
    first = min(marks, key=lambda mark: mark.start, default=None)
    return {"class": _CLASSES.get(first.kind, first.kind)} if first else {}


class Marks:
    """The elements of each mark. A mark that points at nothing known has none: its words stand plain."""

    def __init__(self, document: nodes.Document, identity: Identity, references: References) -> None:
        self.document = document
        self.identity = identity
        self.references = references

    def court(self) -> str:
        """The reference to the deciding court."""
        return self.references.court(self.identity.court, self.document.caption.court.name)

    def caption(self, mark: nodes.Mark, words: str) -> Path:
        """The elements of a mark in the caption that covers ``words``."""
        caption = self.document.caption
        match mark.kind:
            case "court":
                return (("courtType", {"refersTo": self.court()}),)
            case "division":
                return (("docJurisdiction", {"refersTo": self.references.jurisdiction(self.identity.court, words)}),)
            case "party" if mark.index in range(len(caption.parties)):
                party = caption.parties[mark.index]
                side = {"as": self.references.role(party.role)} if party.role.strip() else {}
                return (("party", {"refersTo": self.references.party(party.name), **side}),)
            case "role":
                known = caption.parties[mark.index].role if mark.index in range(len(caption.parties)) else ""
                return (("role", {"refersTo": self.references.role(known.strip() or words)}),)
            case "docket":
                return (("docketNumber", {}),)
            case "judge" if mark.index in range(len(caption.judges)):
                return (self._judge(caption.judges[mark.index].name),)
            case "title":
                return (("docType" if _GENRES.fullmatch(words) else "docTitle", {}),)
            case "date" if mark.index in range(len(caption.dates)):
                date = caption.dates[mark.index]
                decision = date.kind.casefold() in _DECISION and date.date == self.document.date
                return self._date(date.date, "decision" if decision else date.kind)
            case _:
                return ()

    def signature(self, signature: nodes.Signature, mark: nodes.Mark, words: str) -> Path:
        """The elements of a mark in a closing block that covers ``words``."""
        signer = signature.signers[mark.index] if mark.index in range(len(signature.signers)) else None
        match mark.kind:
            case "signer" if signer and "clerk" in signer.role.casefold():
                who = self.references.person(signer.name)
                office = self.references.role(signer.role)
                return (("signature", {"refersTo": who}), ("person", {"refersTo": who, "as": office}))
            case "signer" if signer:
                judge = self._judge(signer.name)
                return (("signature", {"refersTo": judge[1]["refersTo"]}), judge)
            case "role":
                known = signer.role if signer else ""
                return (("role", {"refersTo": self.references.role(known.strip() or words)}),)
            case "date":
                return self._date(signature.date, "decision" if signature.date == self.document.date else "dated")
            case _:
                return ()

    def _judge(self, name: str) -> tuple[str, dict[str, str]]:
        return "judge", {"refersTo": self.references.judge(name), "as": self.references.role("Judge")}

    def _date(self, date: str | None, event: str) -> Path:
        day = day_of(date)
        if day is None:
            return ()
        return (("docDate", {"date": day.isoformat(), "refersTo": self.references.event(event)}),)
