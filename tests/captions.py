"""Captions for tests, written as they are printed: one row a line, ``¦`` between the cells of a two-column row."""

from __future__ import annotations

from opinion_parser import nodes
from opinion_parser.diagnostics import Log
from opinion_parser.enrich.caption import add_caption


def caption_of(text: str, body: str = "", over: str = "") -> nodes.Caption:
    """The caption whose rows are the lines of ``text``, with its fields filled.

    ``body`` is the opinion's only paragraph, ``over`` the lines printed once more over the opinion.
    """
    caption = nodes.Caption()
    for row in text.strip().splitlines():
        cells = [cell.strip() for cell in row.split("¦")]
        indices: list[int | None] = []
        for cell in cells:
            indices.append(len(caption.lines) if cell else None)
            caption.lines += [cell] if cell else []
        caption.rows += [indices] if any(index is not None for index in indices) else []
    opinion = nodes.Opinion("majority", caption_lines=over.strip().splitlines())
    opinion.blocks = [nodes.Paragraph([nodes.Text(body)])] if body else []
    source = nodes.SourceInfo("caption.txt", "0" * 64, "text/plain", 1, "text")
    document = nodes.Document("1.0", source, "opinion", None, caption, [], [opinion], [], [], [])
    add_caption(document, Log())
    return caption


def parties(caption: nodes.Caption) -> list[tuple[str, str]]:
    """Name and role of each party."""
    return [(party.name, party.role) for party in caption.parties]


def dockets(caption: nodes.Caption) -> list[str]:
    """The docket numbers."""
    return [docket.number for docket in caption.dockets]


def marked(caption: nodes.Caption, kind: str) -> list[str]:
    """The words of the caption's lines that are marked as ``kind``, in order of their places."""
    return [caption.lines[mark.line][mark.start : mark.end] for mark in caption.marks if mark.kind == kind]
