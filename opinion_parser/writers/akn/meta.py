"""The metadata: identity, life cycle, references, and what the program has to say about its own work."""

from __future__ import annotations

import datetime
import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable

from lxml import etree
from lxml.etree import _Element

from opinion_parser import nodes
from opinion_parser.version import __version__
from opinion_parser.writers.akn.frbr import Identity
from opinion_parser.writers.akn.marks import Marks
from opinion_parser.writers.akn.xml import child, legal, own

__all__ = ["text_hash", "write_identification", "write_meta"]

CONVERTER = "opinion_parser"
_SOURCE = {"source": "#converter"}


def write_meta(
    meta: _Element, parts: Iterable[_Element], document: nodes.Document, marks: Marks, day: datetime.date
) -> None:
    """Fill ``meta`` when the text is written: only then it is known what the text refers to.

    ``parts`` are the finished parts of the text, ``day`` is the day of the conversion.
    """
    identity, references = marks.identity, marks.references
    references.converter(CONVERTER)
    author = document.opinions[0].author if document.opinions else None
    written_by = references.judge(author) if author and author.strip() else marks.court()
    write_identification(meta, "main", marks, written_by, day, aliases(document))
    lifecycle = child(meta, "lifecycle", _SOURCE)
    event = {"eId": "eref_1", "date": identity.day.isoformat(), "source": "#original", "type": "generation"}
    child(lifecycle, "eventRef", {**event, "refersTo": references.event("decision")})
    made = child(meta, "references", _SOURCE)
    child(made, "original", {"eId": "original", "href": identity.expression, "showAs": "Original"})
    references.write(made)
    _write_proprietary(child(meta, "proprietary", _SOURCE), parts, document, identity)


def write_identification(
    meta: _Element,
    component: str,
    marks: Marks,
    written_by: str,
    day: datetime.date,
    aliases: Iterable[tuple[str, str]] = (),
) -> None:
    """``identification`` of the whole (component ``main``) or of an attachment (``appendix_1``)."""
    identity, references = marks.identity, marks.references
    author, editor = references.role("Author"), references.role("Editor")
    decided = {"date": identity.day.isoformat(), "name": identity.dated}
    made = child(meta, "identification", _SOURCE)

    work = _frbr(made, "Work", f"{identity.work}/!{component}", identity.work)
    for name, value in aliases:
        child(work, "FRBRalias", {"value": value, "name": name})
    child(work, "FRBRdate", decided)
    child(work, "FRBRauthor", {"href": marks.court(), "as": author})
    child(work, "FRBRcountry", {"value": "us"})
    child(work, "FRBRsubtype", {"value": "opinion"})
    child(work, "FRBRnumber", {"value": identity.number})

    expression = _frbr(made, "Expression", f"{identity.expression}/!{component}", identity.expression)
    child(expression, "FRBRdate", decided)
    child(expression, "FRBRauthor", {"href": written_by, "as": author})
    child(expression, "FRBRlanguage", {"language": "eng"})

    file = _frbr(made, "Manifestation", f"{identity.expression}/!{component}.xml", identity.manifestation)
    child(file, "FRBRdate", {"date": day.isoformat(), "name": "conversion"})
    child(file, "FRBRauthor", {"href": "#converter", "as": editor})
    child(file, "FRBRformat", {"value": "application/akn+xml"})


def _frbr(parent: _Element, level: str, this: str, uri: str) -> _Element:
    made = child(parent, f"FRBR{level}")
    child(made, "FRBRthis", {"value": this})
    child(made, "FRBRuri", {"value": uri})
    return made


def aliases(document: nodes.Document) -> list[tuple[str, str]]:
    """Other names of the work: the case by its parties, the docket numbers as printed."""
    made = [("title", case_name(document.caption))]
    made += [("docketNumber", docket.number) for docket in document.caption.dockets]
    return [(name, value) for name, value in made if value.strip()]


def case_name(caption: nodes.Caption) -> str:
    """``Jordan Stein v. Clarifai, Inc.``: the first party and the first one that has another role, if there is one."""
    if not caption.parties:
        return ""
    first = caption.parties[0]
    other = next((party for party in caption.parties if party.role != first.role), None)
    return f"{first.name} v. {other.name}" if other else first.name


def _write_proprietary(
    parent: _Element, parts: Iterable[_Element], document: nodes.Document, identity: Identity
) -> None:
    """Where the document comes from, who made it, what was left out and what was doubtful; a hash of the text."""
    source = document.source
    _own(parent, "source", {
        "name": source.name, "sha256": source.sha256, "mediaType": source.media_type, "pages": str(source.pages),
        "reader": source.reader,
    })  # fmt: skip
    _own(parent, "converter", {"name": CONVERTER, "version": __version__})
    _own(parent, "hash", {"algorithm": "sha256"}, text_hash(parts))
    _own(parent, "court", {}, identity.court)
    for docket in document.caption.dockets:
        _own(parent, "docketNumber", {}, docket.number)
    for kind, count in sorted(Counter(item.kind for item in document.furniture).items()):
        _own(parent, "furniture", {"kind": kind, "count": str(count)})
    for picture in document.pictures:
        _own(parent, "picture", {"kind": picture.kind, "page": str(picture.page)})
    for code, message in identity.warnings:
        _own(parent, "warning", {"code": code}, message)
    for item in document.diagnostics:
        if item.severity != "info":
            place = {"page": item.page, "line": item.line}
            known = {name: str(value) for name, value in place.items() if value is not None}
            _own(parent, item.severity, {"code": item.code, **known}, item.message)


def _own(parent: _Element, name: str, attributes: dict[str, str], text: str = "") -> None:
    made = etree.SubElement(parent, own(name))
    for key, value in attributes.items():
        made.set(key, legal(value))
    made.text = legal(text) or None


def text_hash(parts: Iterable[_Element]) -> str:
    """SHA-256 of the words outside ``meta``, as UTF-8 in NFC without white space: equal however a file is indented.

    The ``meta`` of attachments need not be left out: it has attributes only.
    """
    words = "".join("".join(str(text).split()) for part in parts for text in part.itertext())
    return hashlib.sha256(unicodedata.normalize("NFC", words).encode()).hexdigest()
