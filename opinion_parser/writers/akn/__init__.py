"""Akoma Ntoso 3.0: the opinion as a ``judgment``, valid against the strict schema; docs/akoma-ntoso.md shows it.

The text is written in reading order, so that a footnote stands at its first mark; then eIds are given; the metadata
come last, as they list what the text refers to.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from opinion_parser.nodes import Document
from opinion_parser.writers.akn.attachments import write_attachments
from opinion_parser.writers.akn.blocks import BlockWriter
from opinion_parser.writers.akn.body import Body
from opinion_parser.writers.akn.closing import write_conclusions
from opinion_parser.writers.akn.eids import EIds
from opinion_parser.writers.akn.frbr import identify, slug
from opinion_parser.writers.akn.header import write_header
from opinion_parser.writers.akn.marks import Marks
from opinion_parser.writers.akn.meta import write_meta
from opinion_parser.writers.akn.notes import Notes
from opinion_parser.writers.akn.references import References
from opinion_parser.writers.akn.xml import child, root_element, serialise

if TYPE_CHECKING:
    from opinion_parser.writers import WriterOptions

__all__ = ["write_akn"]


def write_akn(document: Document, options: WriterOptions) -> bytes:
    """The document as UTF-8 Akoma Ntoso XML.

    ``options.date`` is the day of the conversion, by default that of the decision. Page ends are always marked
    (``eop``), whatever ``options.page_marks`` says.
    """
    identity = identify(document)
    day = options.date or identity.day
    marks = Marks(document, identity, References(judges=list(_full_names(document))))
    marks.court()  # first of all: its id is part of the IRI
    writer = BlockWriter(Notes(document.opinions))
    root = root_element()
    judgment = child(root, "judgment", {"name": slug(document.kind) or "opinion"})
    meta = child(judgment, "meta")
    write_header(judgment, document, marks, writer)
    body = Body(judgment, document, marks, writer)
    body.write()
    write_conclusions(judgment, document, marks, writer)
    write_attachments(judgment, document, marks, writer, day)
    body.finish()
    parts = list(judgment)[1:]
    EIds().give(*parts)
    write_meta(meta, parts, document, marks, day)
    return serialise(root)


def _full_names(document: Document) -> Iterator[str]:
    """The names of judges that are more than a surname, so that a bare surname finds its bearer."""
    names = [judge.name for judge in document.caption.judges]
    for opinion in document.opinions:
        names.append(opinion.author or "")
        if opinion.signature:
            names += [signer.name for signer in opinion.signature.signers if "clerk" not in signer.role.casefold()]
    seen: set[str] = set()
    for name in names:
        if len(name.split()) > 1 and slug(name) not in seen:
            seen.add(slug(name))
            yield name
